"""Reuse at end of life: where the products' mass goes when they are done, at the values that the tender publishes.

There is no official table of points for the rungs of the R-ladder; each tender publishes its own.
"""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import Name, Share
from circular_tender.formulas import circularity
from circular_tender.indicators.evidence import PARTS, kinds, strength
from circular_tender.indicators.material import KNOWN, MASS, PIECES, WHOLE
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, apply, gathered


class ReuseAtEndOfLife(Entry):
    """The value of each destination, the weakest proof that counts, and the destination of whatever has none."""

    kind: Literal["reuse_at_end_of_life"]
    destinations: dict[Name, Share] = Field(min_length=1)
    evidence: EvidenceKind
    otherwise: Name


def measure(indicator: ReuseAtEndOfLife, at: str) -> Measure:
    """Return the rule: Σ mass × share × value of the destination ÷ Σ mass, a ratio."""
    counts = apply(
        circularity.counts,
        asked=strength(Fact("tender", f"{at}/evidence", "text")),
        shown=strength(kinds("end_of_life")),
    )
    destined: dict[str, Expression] = {
        name: apply(circularity.destined_mass, pieces=PIECES, mass=MASS, share=_share(name), counts=counts)
        for name in sorted(indicator.destinations)
    }
    values: dict[str, Expression] = {name: Fact("tender", f"{at}/destinations/{name}") for name in destined}
    proven = apply(gathered, **destined)
    measured = apply(
        circularity.reuse_value,
        destined=proven,
        value=apply(gathered, **values),
        otherwise=Fact("tender", f"{at}/destinations/{indicator.otherwise}"),
        mass=WHOLE,
    )
    covered = apply(circularity.coverage, part=apply(circularity.sum_of_masses, masses=proven), whole=WHOLE)
    return Measure("ratio", measured, (("mass_known", KNOWN), ("mass_with_proof", covered)))


def _share(destination: str) -> Fact:
    return Fact("bid", f"{PARTS}/end_of_life/destinations/{destination}", absent="0 %")
