"""Every code of the table of sentences that the tests of this folder looked up."""

import pytest

from circular_tender import errors

SEEN: set[str] = set()


class Noted(dict):
    """The table of sentences, which notes what is looked up in it."""

    def __getitem__(self, code):
        SEEN.add(code)
        return super().__getitem__(code)


@pytest.fixture(autouse=True)
def noted(monkeypatch):
    monkeypatch.setattr(errors.terms, "SENTENCES", Noted(errors.SENTENCES))
    return SEEN
