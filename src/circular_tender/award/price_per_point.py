"""Price per point: what one point of quality costs."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, factor
from circular_tender.bids.fields import Positive
from circular_tender.formulas import methods
from circular_tender.rules import apply


class PricePerPoint(Method):
    """The lowest price for a point wins; a bid without points has none, so a minimum belongs beside it."""

    method: Literal["price_per_point"]
    points: Positive


def totals(criteria: Criteria) -> Totals:
    """Return the rule: cost ÷ points."""
    factors = (("cost", criteria.cost), ("quality", criteria.earned))
    return Totals(apply(methods.cost_per_point, cost=factor("cost"), points=factor("quality")), factors)
