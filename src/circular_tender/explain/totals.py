"""What a total consists of, and what sets the first apart from the second; the rows add up exactly."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import Assessment, BidAssessment, Score, Subtotal
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.explain.data import Comparison, Contribution, Difference
from circular_tender.explain.view import Reader, View


def contributions(result: BidAssessment) -> Iterator[Contribution]:
    """Yield the rows that add up to the total as awarded; none for a rejected bid."""
    if result.total_cell is None or result.awarded_cell is None:
        return
    for score in result.scores:
        match score:
            case Score():
                yield Contribution("points", score.criterion, score.points)
            case Subtotal() if score.points != score.subtotal.number:
                yield Contribution("rescaling", score.criterion, score.points - score.subtotal.number)
            case Subtotal():
                pass
            case _:
                assert_never(score)
    rounding = result.awarded_cell.number - result.total_cell.number
    if rounding:
        yield Contribution("rounding", "", rounding)


def lead(view: View) -> Comparison | None:
    """Return how far the winner is ahead of the next bid; None without both, or where the reader may not read ranks."""
    assessment = view.assessment
    if assessment.winner is None or len(assessment.ranking) == 1:
        return None
    winner, second = assessment.winner, assessment.ranking[1].bids[0]
    ranked = view.shows(winner, "rank") and view.shows(second, "rank")
    return compared(view, winner, second) if ranked else None


def beside_first(view: View, bid: str) -> Comparison | None:
    """Return a bid beside the first; None where it is a first, was rejected, or where the reader may not read both."""
    ranking = view.assessment.ranking
    if not ranking or bid in ranking[0].bids or view.assessment[bid].points is None:
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
    rejected = [bid for bid in (first, second) if assessment[bid].points is None]
    if rejected:
        raise InvalidDocuments([Problem("no-points", Place("assessment"), shown(bid)) for bid in rejected])
    if not all(view.shows(bid, item) for bid in (first, second) for item in ("total", "points")):
        return Comparison(view, first, second, None, ())
    mine, theirs = (_rows(assessment[bid]) for bid in (first, second))
    none = Fraction(0)
    rows = [Difference(*key, mine.get(key, none), theirs.get(key, none)) for key in dict.fromkeys([*mine, *theirs])]
    rows.sort(key=lambda row: -abs(row.points))
    return Comparison(view, first, second, sum((row.points for row in rows), none), tuple(rows))


def _rows(result: BidAssessment) -> dict[tuple[str, str], Fraction]:
    return {(row.kind, row.criterion): row.points for row in contributions(result)}
