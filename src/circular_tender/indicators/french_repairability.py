"""French repairability: the index that French law prints on products, printed or recomputed from its marks."""

from typing import Literal, get_args

from circular_tender.bids import Entry, EvidenceKind, RepairMark
from circular_tender.bids.fields import CalendarDay, FromZero
from circular_tender.formulas import flows, repair
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.material import Bill
from circular_tender.indicators.measure import Basis, Measure, Restated
from circular_tender.rules import Expression, Fact, apply

_CARD = "/products/*/repairability"
MARKS: tuple[str, ...] = get_args(RepairMark)


class FrenchRepairability(Entry):
    """Which figure counts, which of several products, and by how much a card may differ from its marks untold.

    Published cards round their marks, so that a difference is told and nothing more.
    """

    kind: Literal["french_repairability"]
    figure: Literal["printed", "recomputed"]
    aggregate: Literal["lowest", "mean_by_pieces"]
    tolerance: FromZero
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def recomputed() -> Expression:
    """Return for each product the index that its marks come to; a mark that is not told counts 0."""
    return apply(
        repair.french_repairability, **{mark: Fact("bid", f"{_CARD}/marks/{mark}", absent="0") for mark in MARKS}
    )


def measure(indicator: FrenchRepairability, at: str, basis: Basis) -> Measure:
    """Return the rule: the index of the products out of 10, a number; 0 for one without a card that is proven."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    printed = Fact("bid", f"{_CARD}/printed", absent="0")
    claimed = recomputed() if indicator.figure == "recomputed" else printed
    values: Expression = apply(flows.proven, claimed=claimed, counts=counts(asked, _CARD))
    told, tolerance = Fact("bid", f"{_CARD}/printed", "presence"), Fact("tender", f"{at}/tolerance")
    restated = (Restated("printed", told, printed, recomputed(), tolerance),)
    measured = bill.over_products(values, lowest=indicator.aggregate == "lowest")
    return Measure("number", measured, restated=restated)
