"""Life-cycle cost: what a bid costs from its purchase to its end of life, in today's money."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals
from circular_tender.bids.fields import Count, Ratio
from circular_tender.formulas import methods
from circular_tender.rules import Expression, Fact, apply


class LifeCycleCost(Method):
    """The lowest cost over these years wins, at this rate.

    `prices` says in what money the costs and the rate are: `nominal`, that of the year in which it is paid, or `real`,
    that of the year of the award, at a rate without inflation. They are never mixed.
    """

    method: Literal["life_cycle_cost"]
    years: Count
    rate: Ratio
    prices: Literal["real", "nominal"]


def in_todays_money(amount: Expression, at: str) -> Expression:
    """Return what is paid each time, discounted to the award, for the cost that stands at this pointer."""
    years = Fact("tender", f"{at}/paid_in/*")
    factor = apply(methods.discount_factor, rate=Fact("tender", "/award/rate"), years=years)
    return apply(methods.present_value, amount=amount, factor=factor)


def totals(criteria: Criteria) -> Totals:
    """Return the rule: the sum of all costs in today's money."""
    return Totals(criteria.cost)
