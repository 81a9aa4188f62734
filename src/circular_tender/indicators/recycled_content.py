"""Recycled content: what the products are made of, by mass, at the values that the tender publishes."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name, Share
from circular_tender.indicators import by_mass
from circular_tender.indicators.evidence import Asked
from circular_tender.indicators.material import Bill
from circular_tender.indicators.measure import Basis, Measure


class RecycledContent(Entry):
    """What each sort of feedstock counts, the weakest proof that counts, and the sort that what has none counts as."""

    kind: Literal["recycled_content"]
    feedstock: dict[Name, Share] = Field(min_length=1)
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None
    otherwise: Name


def measure(indicator: RecycledContent, at: str, basis: Basis) -> Measure:
    """Return the rule: Σ mass × share × what its sort counts ÷ Σ mass, a ratio."""
    worth, asked = ("feedstock", indicator.feedstock), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    return by_mass.measure(Bill.of(basis), "feedstock/shares", worth, asked, otherwise=indicator.otherwise)
