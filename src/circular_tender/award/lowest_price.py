"""Lowest price: whoever meets all requirements and asks least, wins."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals


class LowestPrice(Method):
    """The lowest price wins."""

    method: Literal["lowest_price"]


def totals(criteria: Criteria) -> Totals:
    """Return the rule: the price."""
    return Totals(criteria.cost)
