"""Relative value cost: the price, divided by how much better a bid is than the least good one."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, factor
from circular_tender.bids.fields import Positive
from circular_tender.formulas import methods
from circular_tender.rules import Fact, apply


class RelativeValueCost(Method):
    """The lowest relative value cost wins; `points` is the most that quality can earn."""

    method: Literal["relative_value_cost"]
    points: Positive


def totals(criteria: Criteria) -> Totals:
    """Return the rule: cost ÷ ((own points + maximum) ÷ (lowest points + maximum))."""
    superiority = apply(
        methods.superiority,
        points=factor("quality"),
        lowest_points=apply(methods.lowest_of_all, values=factor("quality")),
        maximum=Fact("tender", "/award/points"),
    )
    factors = (("cost", criteria.cost), ("quality", criteria.earned), ("superiority", superiority))
    return Totals(apply(methods.relative_value_cost, cost=factor("cost"), superiority=factor("superiority")), factors)
