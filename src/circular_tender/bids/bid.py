"""A bid as it was received, and what must hold between its own parts."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

import attrs
from pydantic import Field

from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import Id, Moment, Name, OfferedShare, PositiveTime, Price, Text
from circular_tender.bids.product import Part, Product
from circular_tender.errors import nearest, shown
from circular_tender.exact import decimal_text
from circular_tender.rules import pointer

BID_SCHEMA = "circular-tender/bid/1"
EvidenceKind = Literal["declared", "documented", "third_party"]


@attrs.frozen
class Finding:
    """What does not hold in a document: code, pointer, what was found, and the data of the sentence."""

    code: str
    pointer: str
    found: str
    data: tuple[tuple[str, str], ...] = ()


class Evidence(Entry):
    """A proof that claims point to."""

    kind: EvidenceKind
    title: Text
    issuer: Text | None = None


class TakeBack(Entry):
    """What the supplier promises to take back: the share by mass, until when, at what cost, how firmly."""

    share: OfferedShare
    term: PositiveTime
    cost: Name
    guarantee: Name


class Bid(Document):
    """A bid as it was received."""

    schema_: Literal["circular-tender/bid/1"] = Field(alias="schema")
    tender: Text
    id: Id
    bidder: Text
    received: Moment | None = None
    prices: dict[Id, Price] = Field(default_factory=dict)
    discounts: dict[Id, OfferedShare] = Field(default_factory=dict)
    products: tuple[Product, ...] = ()
    take_back: TakeBack | None = None
    evidence: dict[Id, Evidence] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name under which sources and problems refer to this document."""
        return f"bid {self.id}"


def findings(bid: Bid) -> Iterator[Finding]:
    """Yield what does not hold between the parts of one bid."""
    products: dict[str, str] = {}
    lines: dict[str, str] = {}
    for number, product in enumerate(bid.products):
        here = pointer("products", number)
        yield from _once(product.id, f"{here}/id", products)
        if product.line in lines:
            first = (("key", product.line), ("first", lines[product.line]))
            yield Finding("duplicate-line", f"{here}/line", shown(product.line), first)
        lines.setdefault(product.line, product.id)
        known = sum((part.mass.value for part in product.parts if part.mass), Fraction(0))
        if known > product.mass.value:
            masses = (("sum", decimal_text(known)), ("mass", decimal_text(product.mass.value)))
            yield Finding("parts-heavier", f"{here}/mass", shown(product.mass.text), masses)
        parts: dict[str, str] = {}
        for position, part in enumerate(product.parts):
            yield from _once(part.id, f"{here}/parts/{position}/id", parts)
            yield from _part(part, f"{here}/parts/{position}", bid)


def _once(name: str, here: str, seen: dict[str, str]) -> Iterator[Finding]:
    if name in seen:
        yield Finding("duplicate-id", here, shown(name), (("id", name), ("first", seen[name])))
    seen.setdefault(name, here)


def _part(part: Part, here: str, bid: Bid) -> Iterator[Finding]:
    if part.end_of_life:
        whole = sum((share.value for share in part.end_of_life.destinations.values()), Fraction(0))
        if whole > 1:
            data = (("sum", decimal_text(whole * 100)),)
            yield Finding(
                "shares-above-whole", f"{here}/end_of_life/destinations", f"{decimal_text(whole * 100)} %", data
            )
    for claim, name in ((part.end_of_life, "end_of_life"), (part.passport, "passport")):
        if claim and claim.evidence is not None and claim.evidence not in bid.evidence:
            slip = (("slip", nearest(claim.evidence, bid.evidence)),)
            yield Finding("unknown-evidence", f"{here}/{name}/evidence", shown(claim.evidence), slip)
