"""Environmental cost: the impacts of the products, each at its price, from a named and versioned set of prices."""

from typing import Literal, TypeAlias

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import Amount, CalendarDay, Share
from circular_tender.formulas import impacts, price, repair
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.material import Bill
from circular_tender.indicators.measure import Basis, Measure, Restated
from circular_tender.rules import Expression, Fact, NamedTable, Rows, apply, gathered

_IMPACTS = "/products/*/impacts"

#: The categories that have a price of which the source was read; those of the set that have none are not in it.
Category: TypeAlias = Literal[
    "climate_change",
    "climate_change_fossil",
    "climate_change_biogenic",
    "climate_change_land_use",
    "ozone_depletion",
    "acidification",
    "eutrophication_freshwater",
    "eutrophication_marine",
    "eutrophication_terrestrial",
    "photochemical_ozone",
    "minerals_and_metals",
    "fossil_fuels",
    "water_use",
]
#: Climate change as a whole is the sum of these three, so that it stands in place of them.
CLIMATE_PARTS = ("climate_change_fossil", "climate_change_biogenic", "climate_change_land_use")
#: The unit of each category, of which a price is for one.
UNITS: dict[Category, str] = {
    "climate_change": "kg CO2-eq",
    "climate_change_fossil": "kg CO2-eq",
    "climate_change_biogenic": "kg CO2-eq",
    "climate_change_land_use": "kg CO2-eq",
    "ozone_depletion": "kg CFC-11-eq",
    "acidification": "mol H+-eq",
    "eutrophication_freshwater": "kg P-eq",
    "eutrophication_marine": "kg N-eq",
    "eutrophication_terrestrial": "mol N-eq",
    "photochemical_ozone": "kg NMVOC-eq",
    "minerals_and_metals": "kg Sb-eq",
    "fossil_fuels": "MJ",
    "water_use": "m3 world-eq deprived",
}
EN15804_A2 = NamedTable(
    name="environmental-prices-en15804-a2",
    version="2023",
    source="CE Delft, milieuprijzen als weegfactor in de bepalingsmethode milieuprestatie bouwwerken (2023), table 6, "
    "as read at docs.earthster.org, article 9685763; EUR for one unit; categories of which none was read are left out",
    rows=(
        ("climate_change", "0.116"),
        ("climate_change_fossil", "0.116"),
        ("climate_change_biogenic", "0.116"),
        ("climate_change_land_use", "0.116"),
        ("ozone_depletion", "32"),
        ("acidification", "0.39"),
        ("eutrophication_freshwater", "1.96"),
        ("eutrophication_marine", "3.28"),
        ("eutrophication_terrestrial", "0.36"),
        ("photochemical_ozone", "1.22"),
        ("minerals_and_metals", "0.30"),
        ("fossil_fuels", "0.00033"),
        ("water_use", "0.00506"),
    ),
)


class Surcharge(Entry):
    """What is added to impacts of each kind of data: `generic` data are of a sort of product.

    They are not of this product itself. To an impact below 0 nothing is added.
    """

    specific: Share
    generic: Share


class EnvironmentalCost(Entry):
    """The set of prices, the categories that count, what is added for generic data, and what a bid without counts as.

    `below_zero` says whether an impact may be below 0, as where a later life is counted in its favour.
    """

    kind: Literal["environmental_cost"]
    prices: Literal["en15804_a2_2023"]
    categories: tuple[Category, ...] = Field(min_length=1)
    surcharge: Surcharge
    below_zero: Literal["allowed", "refused"]
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None
    otherwise: Amount


def measure(indicator: EnvironmentalCost, at: str, basis: Basis) -> Measure:
    """Return the rule: Σ pieces × impact × (1 + surcharge) × price, an amount; `otherwise` where a profile lacks."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    present: dict[str, Expression] = {
        category: Fact("bid", f"{_IMPACTS}/amounts/{category}", "presence") for category in indicator.categories
    }
    whole = apply(repair.all_hold, **present)
    told = apply(impacts.whole_profile, told=whole, counts=counts(asked, _IMPACTS))
    every: Expression = told
    if basis.unmeasured is not None:
        every = apply(impacts.holds_or_is_outside, holds=told, pieces=bill.ordered)
    measured = apply(
        impacts.cost_or_otherwise,
        holds=apply(impacts.of_every_product, holds=every),
        cost=_cost(indicator, at, bill),
        otherwise=Fact("tender", f"{at}/otherwise", unit="amount"),
    )
    profiled = apply(impacts.share_of_pieces, pieces=bill.ordered, holds=told)
    return Measure("amount", measured, (("pieces_with_impacts", profiled),), _declared(indicator, at, whole))


def _declared(indicator: EnvironmentalCost, at: str, whole: Expression) -> tuple[Restated, ...]:
    """Return the cost of one piece by the supplier's own study, beside that of its impacts without a surcharge."""
    here = f"{_IMPACTS}/declared_cost"
    costs: dict[str, Expression] = {
        category: apply(
            impacts.priced,
            amount=Fact("bid", f"{_IMPACTS}/amounts/{category}", absent="0"),
            price=apply(price.row, table=EN15804_A2, key=Fact("tender", f"{at}/categories/{number}", "text")),
        )
        for number, category in enumerate(indicator.categories)
    }
    told = apply(repair.all_hold, whole=whole, stated=Fact("bid", here, "presence"))
    stated = Fact("bid", here, absent="0", unit="amount")
    return (Restated("declared_cost", told, stated, apply(impacts.cost_of_one, **costs)),)


def _cost(indicator: EnvironmentalCost, at: str, bill: Bill) -> Expression:
    surcharge = apply(
        price.row,
        table=Rows("tender", f"{at}/surcharge/*"),
        key=Fact("bid", f"{_IMPACTS}/data", "text", absent="generic"),
    )

    def of_all(category: str) -> Expression:
        amount = Fact("bid", f"{_IMPACTS}/amounts/{category}", absent="0")
        added = apply(impacts.surcharge_above_zero, amount=amount, surcharge=surcharge)
        return apply(impacts.impact, pieces=bill.ordered, amount=amount, surcharge=added)

    amounts = {category: of_all(category) for category in indicator.categories}
    prices = apply(price.row, table=EN15804_A2, key=Fact("tender", f"{at}/categories/*", "text"))
    return apply(impacts.environmental_cost, impacts=apply(gathered, **amounts), prices=prices)
