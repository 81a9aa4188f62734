"""Recycled content: what the products are made of, by mass, at the values that the tender publishes."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import Name, Share
from circular_tender.indicators import by_mass
from circular_tender.indicators.evidence import Asked
from circular_tender.indicators.measure import Measure


class RecycledContent(Entry):
    """What each sort of feedstock counts, the weakest proof that counts, and the sort that what has none counts as."""

    kind: Literal["recycled_content"]
    feedstock: dict[Name, Share] = Field(min_length=1)
    evidence: EvidenceKind
    otherwise: Name


def measure(indicator: RecycledContent, at: str, *, dated: bool) -> Measure:
    """Return the rule: Σ mass × share × what its sort counts ÷ Σ mass, a ratio."""
    asked = Asked(indicator.evidence, f"{at}/evidence", dated)
    return by_mass.measure("feedstock/shares", ("feedstock", indicator.feedstock), indicator.otherwise, asked)
