"""What a total consists of, and what sets the first apart from the second; the rows add up exactly."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import Assessment, BidAssessment, Score, Subtotal
from circular_tender.explain.data import Contribution, Lead


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


def lead(assessment: Assessment) -> Lead | None:
    """Return how far the winner is ahead of the next bid, the largest difference first; None without both."""
    if assessment.winner is None or len(assessment.ranking) == 1:
        return None
    second = assessment.ranking[1].bids[0]
    mine, theirs = _rows(assessment[assessment.winner]), _rows(assessment[second])
    rows = [
        Contribution(
            kind, criterion, mine.get((kind, criterion), Fraction(0)) - theirs.get((kind, criterion), Fraction(0))
        )
        for kind, criterion in dict.fromkeys([*mine, *theirs])
    ]
    differing = sorted((row for row in rows if row.points), key=lambda row: -abs(row.points))
    return Lead(assessment.winner, second, sum((row.points for row in rows), Fraction(0)), tuple(differing))


def _rows(result: BidAssessment) -> dict[tuple[str, str], Fraction]:
    return {(row.kind, row.criterion): row.points for row in contributions(result)}
