"""The examples of methods.yaml, each a tender that is awarded, and what is known of each method."""

from pathlib import Path
from typing import cast

from pydantic import Field, TypeAdapter

import circular_tender as ct
from circular_tender.bids import Entry
from circular_tender.texts import read_yaml
from pages.catalogue import Known

FILE = Path(__file__).parent / "methods.yaml"

_TENDER = """\
schema: circular-tender/tender/1
reference: EXAMPLE-1
buyer: {en: A buyer, nl: Een aanbestedende dienst}
currency: EUR
"""
_BID = "schema: circular-tender/bid/1\ntender: EXAMPLE-1\nid: {name}\nbidder: {bidder}\n"
_JUDGEMENTS = {"schema": "circular-tender/judgements/1", "tender": "EXAMPLE-1"}


class Try(Entry):
    """What else could stand in an example: said in words, and what takes the place of what."""

    says: str
    bids: dict[str, str]
    judgements: str | None = None


class Award(Entry):
    """An example as its texts; `without` names the bid whose absence reverses two others."""

    tender: str
    bids: dict[str, str]
    judgements: str | None = None
    without: str | None = None
    tries: tuple[Try, ...]

    @property
    def published(self) -> ct.Tender:
        """The tender."""
        return ct.read_tender((_TENDER + self.tender).encode())

    def assessed(self, instead: Try | None = None, *, without: str | None = None) -> ct.Assessment:
        """Return the assessment of the example, or of something else in its place."""
        texts = {**self.bids, **(instead.bids if instead else {})}
        marks = (instead and instead.judgements) or self.judgements
        heads = {name: _BID.format(name=name, bidder=name.capitalize()) for name in texts if name != without}
        bids = [(head + texts[name]).encode() for name, head in heads.items()]
        judgements = ct.read_judgements(_judged(marks, without)) if marks else None
        return ct.assess(self.published, ct.read_bids(bids), judgements)


def _judged(marks: str, without: str | None) -> dict[str, object]:
    """Return the judgements of a text, but for the marks of a bid that is not there."""
    plain, _ = read_yaml("marks", marks)
    judged = cast("dict[str, dict[str, object]]", plain)
    kept = {bid: given for bid, given in judged["marks"].items() if bid != without}
    return {**_JUDGEMENTS, **judged, "marks": kept}


class Described(Entry):
    """What is known of a method that is written with one of the library's."""

    called: dict[str, str]
    known_as: tuple[str, ...]
    says: str = ""
    example: Award
    facts: tuple[Known, ...]


class Methods(Entry):
    """All of methods.yaml."""

    methods: dict[str, Described]
    others: tuple[Described, ...]
    law: tuple[Known, ...] = Field(repr=False)


def _read() -> Methods:
    plain, _ = read_yaml(FILE.name, FILE.read_text(encoding="utf-8"))
    return TypeAdapter(Methods).validate_python(plain)


METHODS = _read()
