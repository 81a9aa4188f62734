"""Value-based award: what a criterion earns is money, which is taken off the price with which bids are compared.

Known in the Netherlands as gunnen op waarde or award with a fictitious discount.
"""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, factor
from circular_tender.formulas import methods
from circular_tender.rules import apply


class ValueBased(Method):
    """The lowest evaluation price wins; the weight of a criterion is the money that it is worth at most."""

    method: Literal["value_based"]


def totals(criteria: Criteria) -> Totals:
    """Return the rule: cost − Σ value of the criteria."""
    factors = (("cost", criteria.cost), ("value", criteria.earned))
    return Totals(apply(methods.evaluation_price, cost=factor("cost"), value=factor("value")), factors)
