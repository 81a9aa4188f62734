"""Hazardous substances: how much of the mass is known to hold no more of them than the tender's limits."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name, Share
from circular_tender.formulas import circularity, repair
from circular_tender.indicators.evidence import PARTS, Asked, counts
from circular_tender.indicators.material import MASS, Bill
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, apply


class HazardousSubstances(Entry):
    """The limit of each substance, as a share of the mass of a part, and the weakest proof that counts."""

    kind: Literal["hazardous_substances"]
    limits: dict[Name, Share] = Field(min_length=1)
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def measure(indicator: HazardousSubstances, at: str, basis: Basis) -> Measure:
    """Return the rule: the part of the mass that keeps to all limits, a ratio; what is not told keeps to none."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    proven = counts(asked, f"{PARTS}/hazardous")
    holds: dict[str, Expression] = {
        name: apply(
            repair.within_limit,
            share=Fact("bid", f"{PARTS}/hazardous/substances/{name}", absent="100 %"),
            limit=Fact("tender", f"{at}/limits/{name}"),
        )
        for name in sorted(indicator.limits)
    }
    clean = apply(circularity.also, value=apply(repair.all_hold, **holds), factor=proven)
    kept = apply(circularity.covered_mass, pieces=bill.pieces, mass=MASS, present=clean)
    measured = apply(circularity.coverage, part=kept, whole=bill.whole)
    return Measure("ratio", measured, (("mass_known", bill.known), ("mass_with_proof", bill.covered(proven))))
