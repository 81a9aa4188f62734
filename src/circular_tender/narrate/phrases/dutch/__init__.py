"""What is said in Dutch."""

from circular_tender.narrate.phrases.dutch import (
    awards,
    criteria,
    errors,
    forms,
    measured,
    measured_forms,
    pages,
    passports,
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

#: The sentences of errors.
SENTENCES: dict[str, str] = errors.SENTENCES | forms.SENTENCES | passports.SENTENCES
