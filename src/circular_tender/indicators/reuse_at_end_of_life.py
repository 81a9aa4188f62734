"""Reuse at end of life: where the products' mass goes when they are done, at the values that the tender publishes.

There is no official table of points for the rungs of the R-ladder; each tender publishes its own.
"""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name, Share
from circular_tender.formulas import flows, repair
from circular_tender.indicators import by_mass, disassembly
from circular_tender.indicators.evidence import PARTS, Asked
from circular_tender.indicators.material import Bill
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, apply

#: The rungs of the R-ladder that are destinations, the highest first: DGBC's order; below them energy and landfill.
LADDER = (
    "reuse",
    "repair",
    "refurbish",
    "remanufacture",
    "repurpose",
    "recycle",
    "energy",
    "landfill",
)


class ReuseAtEndOfLife(Entry):
    """The value of each destination, the weakest proof that counts, and the destination of whatever has none.

    Of the destinations that are `capped_by_disassembly`, together no more counts than the disassembly index (version
    2.0) of the part.
    """

    kind: Literal["reuse_at_end_of_life"]
    destinations: dict[Name, Share] = Field(min_length=1)
    capped_by_disassembly: tuple[Name, ...] | None = Field(default=None, min_length=1)
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None
    otherwise: Name


def measure(indicator: ReuseAtEndOfLife, at: str, basis: Basis) -> Measure:
    """Return the rule: Σ mass × share × value of the destination ÷ Σ mass, a ratio."""
    worth = ("destinations", indicator.destinations)
    asked = Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    names, capped = indicator.capped_by_disassembly or (), dict[str, Expression]()
    if names:
        shares: dict[str, Expression] = {
            name: Fact("bid", f"{PARTS}/end_of_life/destinations/{name}", absent="0 %") for name in names
        }
        claimed = apply(flows.sum_of_shares, **shares)
        capped = dict.fromkeys(names, apply(repair.reusable_part, claimed=claimed, index=disassembly.index(asked)))
    bill, claim = Bill.of(basis), "end_of_life/destinations"
    return by_mass.measure(bill, claim, worth, asked, otherwise=indicator.otherwise, capped=capped)
