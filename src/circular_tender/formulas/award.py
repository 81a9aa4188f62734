"""Ratio to points, points to totals."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import greatest, kept, nth_highest, rounded


@formula(unit="weight", source="definition")
def weighted(ratio: Exact, weight: Exact) -> Exact:
    """Return ratio × weight."""
    return ratio * weight


@formula(unit="", source="rounding as the tender publishes it")
def rounded_points(points: Exact, places: Exact, mode: Exact) -> Exact:
    """Return points rounded to so many decimals."""
    return rounded(points, places, mode)


@formula(unit="", source="definition")
def summed(**points: Exact) -> Exact:
    """Return the sum of points."""
    return sum(points.values())


@formula(unit="", source="definition: a bid that is rejected takes no part in what follows")
def of_remaining(points: Exact, bids: Exact, remaining: Exact) -> Exact:
    """Return the points of the bids that remain after the last stage."""
    return kept(points, bids, remaining)


@formula(unit="", source="definition: at most so many bids go on, and all that are equal to the last of them")
def last_to_pass(points: Exact, max_pass: Exact) -> Exact:
    """Return the points that a bid must have to be among the best that go on."""
    return nth_highest(points, max_pass)


@formula(unit="", source="definition")
def best(points: Exact) -> Exact:
    """Return the best points of the stage."""
    return greatest(points)


@formula(
    unit="weight",
    source="rescaling to the best, riparametrazione: tender rules of the Venice museums, 18/2017, §19",
)
def rescaled(points: Exact, best: Exact, weight: Exact) -> Exact:
    """Return points ÷ best × weight: the best of the stage earns the weight, the others in proportion."""
    return points / best * weight
