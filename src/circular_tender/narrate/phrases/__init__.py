"""The phrases of every language, and the sentences of errors."""

from circular_tender.errors.english import SENTENCES
from circular_tender.narrate.phrases import dutch, english

LANGUAGES: dict[str, dict[str, str]] = {"en": english.PHRASES, "nl": dutch.PHRASES}
ERRORS: dict[str, dict[str, str]] = {"en": SENTENCES, "nl": dutch.SENTENCES}
