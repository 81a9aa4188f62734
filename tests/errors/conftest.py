"""Every code of the tables of sentences that the tests of this folder looked up, in each language."""

import pytest

from circular_tender import errors
from circular_tender.narrate import ERRORS

SEEN: dict[str, set[str]] = {language: set() for language in ERRORS}


class Noted(dict):
    """A table of sentences, which notes what is looked up in it."""

    def __init__(self, language):
        super().__init__(ERRORS[language])
        self.seen = SEEN[language]

    def __getitem__(self, code):
        self.seen.add(code)
        return super().__getitem__(code)


@pytest.fixture(autouse=True)
def noted(monkeypatch):
    tables = {language: Noted(language) for language in ERRORS}
    monkeypatch.setattr(errors.terms, "SENTENCES", tables["en"])
    for language, table in tables.items():
        monkeypatch.setitem(ERRORS, language, table)
    return SEEN
