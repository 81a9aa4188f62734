"""The examples of examples.yaml: a tender, bids and marks, assessed when a page is made."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

from pydantic import Field, TypeAdapter

import circular_tender as ct
from circular_tender.bids import Entry
from circular_tender.scales import Scale
from circular_tender.tender import Leaf
from circular_tender.texts import read_yaml
from pages.kinds import Kind

FILE = Path(__file__).parent / "examples.yaml"

_TENDER = """\
schema: circular-tender/tender/1
reference: EXAMPLE-1
title: {{en: An example, nl: Een voorbeeld}}
buyer: {{en: A buyer, nl: Een aanbestedende dienst}}
currency: EUR
award: {{method: weighted_points, points: {points}, on_rejection: keep, rounding: none, ties: []}}
"""
_BID = "schema: circular-tender/bid/1\ntender: EXAMPLE-1\nid: {name}\nbidder: {name}\n"
_JUDGEMENTS = "schema: circular-tender/judgements/1\ntender: EXAMPLE-1\n"


class Try(Entry):
    """What else could stand in an example: said in words, and what takes the place of what."""

    says: str
    tender: str | None = None
    bids: dict[str, str] = Field(default_factory=dict)
    judgements: str | None = None


class Example(Entry):
    """An example as its texts; `without` names the bid whose absence changes the points of the others."""

    tender: str
    bids: dict[str, str]
    judgements: str | None = None
    without: str | None = None
    tries: tuple[Try, ...]

    @property
    def published(self) -> ct.Tender:
        """The tender."""
        return _published(self.tender)

    @property
    def leaf(self) -> Leaf:
        """The one criterion of the tender."""
        ((_, leaf),) = self.published.leaves
        return leaf

    @property
    def tried(self) -> Iterator[Scale]:
        """The scales of the tenders that are tried in its place, as far as they can be read."""
        for one in self.tries:
            with suppress(ct.InvalidDocuments):
                ((_, leaf),) = _published(one.tender or self.tender).leaves
                yield leaf.scale

    def assessed(self, instead: Try | None = None, *, without: str | None = None) -> ct.Assessment:
        """Return the assessment of the example, or of something else in its place."""
        tender = (instead and instead.tender) or self.tender
        texts = {**self.bids, **(instead.bids if instead else {})}
        marks = (instead and instead.judgements) or self.judgements
        bids = [(_BID.format(name=name) + text).encode() for name, text in texts.items() if name != without]
        judgements = ct.read_judgements((_JUDGEMENTS + marks).encode()) if marks else None
        return ct.assess(_published(tender), ct.read_bids(bids), judgements)


def _published(text: str) -> ct.Tender:
    plain, _ = read_yaml("example", text)
    (criterion,) = cast("dict[str, list[dict[str, str]]]", plain)["criteria"]
    return ct.read_tender((_TENDER.format(points=criterion["weight"]) + text).encode())


def _read() -> dict[str, dict[str, Example]]:
    plain, _ = read_yaml(FILE.name, FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, dict[str, Example]]).validate_python(plain)


EXAMPLES = _read()


def example(kind: Kind) -> Example:
    """Return the example of a kind; raises `KeyError` where examples.yaml has none."""
    return EXAMPLES[kind.room][kind.name]
