"""Weighted points: each criterion earns its ratio of its weight; the sum ranks, the most points first."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals
from circular_tender.bids.fields import Positive


class WeightedPoints(Method):
    """The most points win; `points` is what all weights add up to."""

    method: Literal["weighted_points"]
    points: Positive


def totals(criteria: Criteria) -> Totals:
    """Return the rule: the sum of the points on all criteria."""
    return Totals(criteria.earned)
