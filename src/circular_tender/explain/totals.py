"""What a total consists of, and what sets the first apart from the second; the rows add up exactly."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import Assessment, BidAssessment, Cell, Score, Subtotal
from circular_tender.award import Award, ValueBased, adds_up, counts_costs, lowest_wins
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.explain.data import Beside, Comparison, Contribution, Difference
from circular_tender.explain.view import Reader, View


def contributions(result: BidAssessment, award: Award) -> Iterator[Contribution]:
    """Yield the rows that add up to the total as awarded; none for a rejected bid, or where a total is no sum."""
    if result.total_cell is None or result.awarded_cell is None or not adds_up(award):
        return
    yield from (Contribution("cost", cost.criterion, cost.cost) for cost in result.costs if counts_costs(award))
    sign = -1 if isinstance(award, ValueBased) else 1
    for score in result.scores:
        match score:
            case Score() if sign < 0:
                yield Contribution("value", score.criterion, sign * score.points)
            case Score():
                yield Contribution("points", score.criterion, score.points)
            case Subtotal() if score.points != score.subtotal.number:
                yield Contribution("rescaling", score.criterion, sign * (score.points - score.subtotal.number))
            case Subtotal():
                pass
            case _:
                assert_never(score)
    rounding = result.awarded_cell.number - result.total_cell.number
    if rounding:
        yield Contribution("rounding", "", rounding)


def factors(result: BidAssessment, award: Award) -> Iterator[tuple[str, Fraction, str]]:
    """Yield the factors of a total that is no sum, and the total: name, value, unit; none for a rejected bid."""
    if result.total_cell and result.awarded_cell and not adds_up(award):
        made = [(name, cell) for name, cell in result.factors if cell.node is not result.total_cell.node]
        yield from ((name, cell.number, cell.unit) for name, cell in made)
        yield "total", result.awarded_cell.number, result.awarded_cell.unit


def total_cells(result: BidAssessment) -> Iterator[Cell]:
    """Yield what a total comes about by: its factors, the exact total, and that as awarded; none for a rejected bid."""
    if result.total_cell and result.awarded_cell:
        yield from (cell for _, cell in result.factors)
        yield from (result.total_cell, result.awarded_cell)


def lead(view: View) -> Comparison | None:
    """Return how far the first is ahead of the next bid; None without both, or where the reader may not read ranks."""
    assessment = view.assessment
    if len(assessment.first) != 1 or len(assessment.ranking) == 1:
        return None
    [first], second = assessment.first, assessment.ranking[1].bids[0]
    ranked = view.shows(first, "rank") and view.shows(second, "rank")
    return compared(view, first, second) if ranked else None


def beside_first(view: View, bid: str) -> Comparison | None:
    """Return a bid beside the first; None where it is a first, was rejected, or where the reader may not read both."""
    ranking = view.assessment.ranking
    if not ranking or bid in ranking[0].bids or view.assessment[bid].total is None:
        return None
    first = ranking[0].bids[0]
    found = compared(view, bid, first) if view.shows(bid, "rank") and view.shows(first, "rank") else None
    return found if found and found.gap is not None else None


def compare(assessment: Assessment, first: str, second: str, *, reader: Reader = "authority") -> Comparison:
    """Return how far one bid is ahead of another, and the differences that add up to it, the largest first.

    A `bidder` reads it as the bidder of the first. Raises `InvalidDocuments` where there is no such bid, or where one
    was rejected and so has no points to compare.
    """
    own, other = (assessment[bid].bid.id for bid in (first, second))
    return compared(View.of(assessment, reader, own), own, other)


def compared(view: View, first: str, second: str) -> Comparison:
    """Return the comparison of two bids that a reader may read."""
    assessment = view.assessment
    rejected = [bid for bid in (first, second) if assessment[bid].total is None]
    if rejected:
        raise InvalidDocuments([Problem("no-points", Place("assessment"), shown(bid)) for bid in rejected])
    if not all(view.shows(bid, item) for bid in (first, second) for item in ("total", "points")):
        return Comparison(view, first, second, None, ())
    award, none = assessment.tender.award, Fraction(0)
    lowest = lowest_wins(award)
    mine, theirs = (_rows(assessment[bid], award) for bid in (first, second))
    rows = [
        Difference(*key, mine.get(key, none), theirs.get(key, none), lowest) for key in dict.fromkeys([*mine, *theirs])
    ]
    rows.sort(key=lambda row: -abs(row.points))
    pairs = zip(factors(assessment[first], award), factors(assessment[second], award), strict=True)
    beside = tuple(Beside(name, own, other, unit) for (name, own, unit), (_, other, _) in pairs)
    own, other = (assessment[bid].total or none for bid in (first, second))
    gap = Difference("total", "", own, other, lowest).points
    return Comparison(view, first, second, gap, tuple(rows), beside)


def _rows(result: BidAssessment, award: Award) -> dict[tuple[str, str], Fraction]:
    return {(row.kind, row.criterion): row.points for row in contributions(result, award)}
