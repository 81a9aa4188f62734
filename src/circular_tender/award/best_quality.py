"""Best quality: the price does not rank. It is fixed by the buyer, or opened only to be agreed with the best.

Known as fixed price, best quality, or as fit to budget.
"""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals
from circular_tender.bids.fields import Amount, Positive


class BestQuality(Method):
    """The most points win; `fixed_price` is what the buyer pays whoever wins, and none where bids name their own."""

    method: Literal["best_quality"]
    points: Positive
    fixed_price: Amount | None


def totals(criteria: Criteria) -> Totals:
    """Return the rule: the sum of the points on all criteria."""
    return Totals(criteria.earned)
