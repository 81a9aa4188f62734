"""Percentage discount: what a criterion earns is a share of the bid's own price, which is taken off for comparison."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, factor
from circular_tender.formulas import methods
from circular_tender.rules import apply


class PercentageDiscount(Method):
    """The lowest price after discounts wins; the weight of a criterion is the discount that it gives at most."""

    method: Literal["percentage_discount"]


def totals(criteria: Criteria) -> Totals:
    """Return the rule: cost × (1 − Σ discounts)."""
    factors = (("cost", criteria.cost), ("discount", criteria.earned))
    return Totals(apply(methods.discounted_price, cost=factor("cost"), discount=factor("discount")), factors)
