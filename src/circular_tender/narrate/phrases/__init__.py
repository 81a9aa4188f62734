"""The phrases of every language, and the sentences of errors."""

from circular_tender.errors.english import SENTENCES
from circular_tender.narrate.phrases import (
    dutch,
    dutch_awards,
    dutch_criteria,
    dutch_errors,
    dutch_forms,
    dutch_measured,
    dutch_measured_forms,
    dutch_passports,
    dutch_promises,
    dutch_savings,
    english,
    english_awards,
    english_criteria,
    english_forms,
    english_measured,
    english_measured_forms,
    english_promises,
    english_savings,
)

LANGUAGES: dict[str, dict[str, str]] = {
    "en": english.PHRASES
    | english_criteria.PHRASES
    | english_measured.PHRASES
    | english_awards.PHRASES
    | english_forms.PHRASES
    | english_measured_forms.PHRASES
    | english_promises.PHRASES
    | english_savings.PHRASES,
    "nl": dutch.PHRASES
    | dutch_criteria.PHRASES
    | dutch_measured.PHRASES
    | dutch_awards.PHRASES
    | dutch_forms.PHRASES
    | dutch_measured_forms.PHRASES
    | dutch_promises.PHRASES
    | dutch_savings.PHRASES,
}
ERRORS: dict[str, dict[str, str]] = {
    "en": SENTENCES,
    "nl": dutch_errors.SENTENCES | dutch_forms.SENTENCES | dutch_passports.SENTENCES,
}
