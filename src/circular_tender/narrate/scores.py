"""The table of what a bid has on each criterion: what was measured, the ratio, and what that earns or costs."""

from typing import assert_never

from circular_tender.assessment import Counted, Score, Subtotal
from circular_tender.explain import Explanation, Reason
from circular_tender.narrate.page import Table
from circular_tender.narrate.words import Words


def scores(explanation: Explanation, words: Words) -> Table:
    """Return the table of points by criterion, a group before its members; without ratios where nothing is scored."""
    found = [reason.score for reason in explanation.reasons]
    earned = words("counts_for") if any(isinstance(one, Counted) for one in found) else words.earned("points")
    header = (words("criterion"), words("measured"), words("ratio"), earned, words.earned("maximum"))
    rows = tuple(_row(reason, words) for reason in explanation.reasons)
    title = words.decided("scores")
    if found and all(isinstance(one, Counted) for one in found):
        return Table(title, _bare(header), tuple(map(_bare, rows)), (1, 2))
    return Table(title, header, rows, (1, 2, 3, 4))


def _bare(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of a row that a cost has."""
    name, measured, _, counted, _ = row
    return name, measured, counted


def _row(reason: Reason, words: Words) -> tuple[str, ...]:
    name = "  " * reason.depth + words.criterion(reason.criterion)
    maximum = "" if reason.weight is None else words.weight(reason.weight)
    match reason.score:
        case Counted(measured=measured, cost=cost):
            counted = words.figure(cost, "amount")
            return name, words.figure(measured.value, measured.unit), "", counted, ""
        case Score(measured=measured, ratio=ratio):
            return (
                name,
                words.figure(measured.value, measured.unit),
                words.figure(ratio.value, "ratio"),
                words.points(reason.score.points),
                maximum,
            )
        case Subtotal():
            return name, "", "", words.points(reason.score.points), maximum
        case _:
            assert_never(reason.score)
