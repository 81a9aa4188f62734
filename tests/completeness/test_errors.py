"""Every language says every error, with everything that English names, and in its own words."""

import re
from string import Formatter

import pytest

from circular_tender.narrate import ERRORS, LANGUAGES

ENGLISH = ERRORS["en"]
SAME = {  # what Dutch says in the same words
    "found-byte": "byte {byte}",
    "found-bytes": "{count} bytes",
    "found-criteria": "{count} criteria",
}
WORDS = "a an and are at be before by each for from has how in it may must no not one says the this to what with write"
DUTCH_TOO = {"a", "at", "in", "is", "of"}


def placeholders(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_language_of_the_reports_says_what_is_wrong():
    assert {*ERRORS} == {*LANGUAGES}


@pytest.mark.parametrize("language", [*ERRORS])
def test_every_language_has_the_same_codes_and_placeholders(language):
    assert {code: placeholders(sentence) for code, sentence in ERRORS[language].items()} == {
        code: placeholders(sentence) for code, sentence in ENGLISH.items()
    }


def test_nothing_is_left_in_english():
    dutch = ERRORS["nl"]
    assert {code: sentence for code, sentence in dutch.items() if sentence == ENGLISH[code]} == SAME
    english = {*WORDS.split()} - DUTCH_TOO
    left = {
        code: english & {*re.findall("[a-z]+", re.sub(r"\{+.*?\}+", "", said.lower()))} for code, said in dutch.items()
    }
    assert {code: words for code, words in left.items() if words} == {}


@pytest.mark.parametrize("language", [*ERRORS])
def test_a_sentence_is_a_sentence_in_every_language(language):
    ends = (".", "{slip}", "(melding van de lezer, in het Engels: {reason}).")
    for code, sentence in ENGLISH.items():
        if sentence.endswith(ends) and not sentence.startswith("{count}"):
            assert ERRORS[language][code].endswith(ends), code
