"""Reuse at end of life: where the products' mass goes when they are done, at the values that the tender publishes.

There is no official table of points for the rungs of the R-ladder; each tender publishes its own.
"""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import Name, Share
from circular_tender.indicators import by_mass
from circular_tender.indicators.evidence import Asked
from circular_tender.indicators.measure import Measure


class ReuseAtEndOfLife(Entry):
    """The value of each destination, the weakest proof that counts, and the destination of whatever has none."""

    kind: Literal["reuse_at_end_of_life"]
    destinations: dict[Name, Share] = Field(min_length=1)
    evidence: EvidenceKind
    otherwise: Name


def measure(indicator: ReuseAtEndOfLife, at: str, *, dated: bool) -> Measure:
    """Return the rule: Σ mass × share × value of the destination ÷ Σ mass, a ratio."""
    worth = ("destinations", indicator.destinations)
    asked = Asked(indicator.evidence, f"{at}/evidence", dated)
    return by_mass.measure("end_of_life/destinations", worth, indicator.otherwise, asked)
