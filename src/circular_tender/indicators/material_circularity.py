"""Material circularity: the indicator of the Ellen MacArthur Foundation, from the flows of a bill of materials."""

from typing import Literal, TypeAlias

import attrs
from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name, PositiveShare, Share
from circular_tender.formulas import circularity, flows, price
from circular_tender.indicators import utility
from circular_tender.indicators.evidence import PARTS, Asked, counts
from circular_tender.indicators.material import MASS, PRODUCT, PRODUCT_MASS, PRODUCT_OF_PART, Bill, declared
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.indicators.shares import of_class
from circular_tender.indicators.utility import Utility
from circular_tender.rules import Expression, Fact, Rows, apply

#: What the indicator knows of where material comes from, and of where it goes.
Origin: TypeAlias = Literal["virgin", "recycled", "reused", "sustained"]
Destination: TypeAlias = Literal["reuse", "recycle", "compost", "energy", "lost"]


class Efficiency(Entry):
    """For a group of materials, how much of what goes in comes out: of making recycled feedstock, and of recycling."""

    feedstock: PositiveShare
    recycling: Share


class Energy(Entry):
    """What of a share that energy is recovered of counts: the efficiency, and the carbon content."""

    efficiency: Share
    carbon_content: Share


class MaterialCircularity(Entry):
    """How the tender reads a bill of materials.

    `version`: `2015` knows technical cycles, `2019` biological ones too. `over`: the flows of each product are summed,
    or the indicator of each part is taken and their mean by mass. `feedstock` and `destinations` say what each name in
    a bid is. `efficiencies` are for groups of materials; `other_materials` is the group of a part that names none.
    Without `energy` what energy is recovered of counts as lost, and without `utility` no lifetime counts.
    """

    kind: Literal["material_circularity"]
    version: Literal["2015", "2019"]
    over: Literal["products", "parts"]
    feedstock: dict[Name, Origin] = Field(min_length=1)
    destinations: dict[Name, Destination] = Field(min_length=1)
    efficiencies: dict[Name, Efficiency] = Field(min_length=1)
    other_materials: Name
    energy: Energy | None = None
    utility: Utility | None = None
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def measure(indicator: MaterialCircularity, at: str, basis: Basis) -> Measure:
    """Return the rule: max(0, 1 − LFI × 0.9 ÷ X), by mass over all products, a ratio."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    of_parts = _flows(indicator, at, asked)
    used = f"{at}/utility"
    measured: Expression
    value: Expression
    if indicator.over == "parts":
        measured, value = _over_parts(indicator, at, of_parts, asked, basis)
    else:
        own = of_parts.of_products()
        value = apply(
            flows.material_circularity,
            linear_flow=own.linear(PRODUCT_MASS),
            utility=utility.rule(indicator.utility, used, asked, basis),
        )
        measured = apply(flows.mean_by_mass, pieces=bill.ordered, mass=PRODUCT_MASS, value=value, whole=bill.whole)
    restored, recovered = (counts(asked, f"{PARTS}/{claim}") for claim in ("feedstock", "end_of_life"))
    return Measure(
        "ratio",
        measured,
        (
            ("mass_known", bill.known),
            ("mass_with_feedstock", bill.covered(restored)),
            ("mass_with_destination", bill.covered(recovered)),
        ),
        declared("material_circularity", value),
    )


@attrs.frozen
class _Flows:
    """The masses, for each part or each product, of which the linear flow is made."""

    restored: Expression
    recovered: Expression
    feedstock_loss: Expression
    recycling_loss: Expression

    def of_products(self) -> "_Flows":
        """Return the flows of each product: the sums over its parts."""

        def summed(values: Expression) -> Expression:
            return apply(flows.of_each_product, values=values, parts=PRODUCT_OF_PART, products=PRODUCT)

        return _Flows(
            *(summed(each) for each in (self.restored, self.recovered, self.feedstock_loss, self.recycling_loss))
        )

    def linear(self, mass: Expression) -> Expression:
        """Return the linear flow index of parts or products of this mass."""
        losses: dict[str, Expression] = {
            "feedstock_loss": self.feedstock_loss,
            "recycling_loss": self.recycling_loss,
        }
        wasted = apply(flows.waste, unrecovered=apply(flows.remainder, mass=mass, part=self.recovered), **losses)
        virgin = apply(flows.remainder, mass=mass, part=self.restored)
        return apply(flows.linear_flow, mass=mass, virgin=virgin, waste=wasted, **losses)


def _flows(indicator: MaterialCircularity, at: str, asked: Asked) -> _Flows:
    """Return the flows of each part."""
    comes, goes = (counts(asked, f"{PARTS}/{claim}") for claim in ("feedstock", "end_of_life"))
    group = Fact("bid", f"{PARTS}/material_group", "text", absent=indicator.other_materials)

    def origin(sort: Origin) -> Expression:
        return of_class("feedstock/shares", (n for n, of in indicator.feedstock.items() if of == sort), comes)

    def destination(sort: Destination) -> Expression:
        return of_class("end_of_life/destinations", (n for n, of in indicator.destinations.items() if of == sort), goes)

    def efficiency(of: str) -> Expression:
        return apply(price.row, table=Rows("tender", f"{at}/efficiencies/*/{of}"), key=group)

    sustained, energy = origin("sustained"), destination("energy")
    if indicator.energy:
        energy = apply(
            flows.energy_share,
            energy=energy,
            sustained=sustained,
            efficiency=Fact("tender", f"{at}/energy/efficiency"),
            carbon=Fact("tender", f"{at}/energy/carbon_content"),
        )
    recycled, recycling = origin("recycled"), destination("recycle")
    return _Flows(
        apply(flows.restored, mass=MASS, recycled=recycled, reused=origin("reused"), sustained=sustained),
        apply(
            flows.recovered,
            mass=MASS,
            to_recycling=recycling,
            to_reuse=destination("reuse"),
            composted=destination("compost"),
            energy=energy if indicator.energy else apply(flows.sum_of_shares),
        ),
        apply(flows.feedstock_loss, mass=MASS, recycled=recycled, efficiency=efficiency("feedstock")),
        apply(flows.recycling_loss, mass=MASS, to_recycling=recycling, efficiency=efficiency("recycling")),
    )


def _over_parts(
    indicator: MaterialCircularity, at: str, of_parts: _Flows, asked: Asked, basis: Basis
) -> tuple[Expression, Expression]:
    """Return the mean by mass over parts, and that of each product; what no part accounts for is wholly linear."""
    bill, used = Bill.of(basis), f"{at}/utility"
    per_part = utility.rule(indicator.utility, used, asked, basis, PARTS)
    value = apply(flows.material_circularity, linear_flow=of_parts.linear(MASS), utility=per_part)
    described = apply(flows.of_each_product, values=MASS, parts=PRODUCT_OF_PART, products=PRODUCT)
    rest = apply(
        flows.material_circularity,
        linear_flow=apply(flows.wholly_linear),
        utility=utility.rule(indicator.utility, used, asked, basis),
    )
    undescribed = apply(flows.remainder, mass=PRODUCT_MASS, part=described)
    measured = apply(
        flows.sum_of_ratios,
        parts=apply(flows.mean_by_mass, pieces=bill.pieces, mass=MASS, value=value, whole=bill.whole),
        rest=apply(flows.mean_by_mass, pieces=bill.ordered, mass=undescribed, value=rest, whole=bill.whole),
    )
    by_mass = apply(circularity.part_mass, mass=MASS, share=value)
    of_parts_of_each = apply(flows.of_each_product, values=by_mass, parts=PRODUCT_OF_PART, products=PRODUCT)
    of_the_rest = apply(circularity.part_mass, mass=undescribed, share=rest)
    return measured, apply(
        flows.sum_of_ratios,
        parts=apply(flows.share_of_product, part=of_parts_of_each, mass=PRODUCT_MASS),
        rest=apply(flows.share_of_product, part=of_the_rest, mass=PRODUCT_MASS),
    )
