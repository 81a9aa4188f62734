"""What is said in English."""

from circular_tender.narrate.phrases.english import (
    awards,
    criteria,
    forms,
    measured,
    measured_forms,
    pages,
    promises,
    savings,
)

PHRASES: dict[str, str] = (
    pages.PHRASES
    | criteria.PHRASES
    | measured.PHRASES
    | awards.PHRASES
    | forms.PHRASES
    | measured_forms.PHRASES
    | promises.PHRASES
    | savings.PHRASES
)
