"""UNTP circularity: the figure that digital product passports of the UN Transparency Protocol call circularity.

It is not the material circularity indicator: it has no factor 0.9 and knows no losses of recycling.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name
from circular_tender.formulas import circularity, flows
from circular_tender.indicators import utility
from circular_tender.indicators.evidence import PARTS, Asked, counts
from circular_tender.indicators.material import MASS, PRODUCT, PRODUCT_MASS, PRODUCT_OF_PART, Bill, declared
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.indicators.shares import of_class
from circular_tender.indicators.utility import Utility
from circular_tender.rules import Expression, apply


class UntpCircularity(Entry):
    """Which sorts of feedstock are recycled, which destinations show that a part is recyclable, and the utility."""

    kind: Literal["untp_circularity"]
    feedstock: dict[Name, Literal["recycled", "other"]] = Field(min_length=1)
    destinations: dict[Name, Literal["recyclable", "other"]] = Field(min_length=1)
    utility: Utility | None = None
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def measure(indicator: UntpCircularity, at: str, basis: Basis) -> Measure:
    """Return the rule: 1 − ((1 − recycled) + (1 − recyclable)) ÷ (2 × utility), by mass over all products, a ratio."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    comes, goes = (counts(asked, f"{PARTS}/{claim}") for claim in ("feedstock", "end_of_life"))

    def share(claim: str, names: Mapping[str, str], proof: Expression) -> Expression:
        counting = (name for name, sort in names.items() if sort != "other")
        of_parts = apply(circularity.part_mass, mass=MASS, share=of_class(claim, counting, proof))
        of_products = apply(flows.of_each_product, values=of_parts, parts=PRODUCT_OF_PART, products=PRODUCT)
        return apply(flows.share_of_product, part=of_products, mass=PRODUCT_MASS)

    value = apply(
        flows.untp_circularity,
        recycled=share("feedstock/shares", indicator.feedstock, comes),
        recyclable=share("end_of_life/destinations", indicator.destinations, goes),
        utility=utility.rule(indicator.utility, f"{at}/utility", asked, basis),
    )
    measured = apply(flows.mean_by_mass, pieces=bill.ordered, mass=PRODUCT_MASS, value=value, whole=bill.whole)
    told = (("mass_with_feedstock", bill.covered(comes)), ("mass_with_destination", bill.covered(goes)))
    return Measure("ratio", measured, (("mass_known", bill.known), *told), declared("untp_circularity", value))
