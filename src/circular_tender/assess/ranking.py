"""Totals of the bids that remain, and their order."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from circular_tender.assess.stages import Walk, of_remaining
from circular_tender.assessment import Cell, Stage, Standing
from circular_tender.award import Rules
from circular_tender.bids import Draw
from circular_tender.derivation import Node
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.rules import Evaluation


def totals(rules: Rules, walk: Walk, evaluation: Evaluation) -> tuple[Node, Node]:
    """Return the columns of the totals of the bids that remain, exact and as awarded."""
    columns: dict[tuple[str, str], Node] = {}
    for stage in walk.stages:
        for key, node in stage.columns:
            if key[0] == "points":
                columns[key] = of_remaining(node, stage, walk.remaining, evaluation)
    columns["total", ""] = evaluation.over(rules.total, columns)
    return columns["total", ""], evaluation.over(rules.awarded, columns)


def ranking(
    rules: Rules, walk: Walk, awarded: Node, draws: Sequence[tuple[int, Draw]] = (), since: int = -1
) -> tuple[Standing, ...]:
    """Return the bids that remain, the highest total first; equal ones by the published criteria, then as was drawn.

    Bids that neither separates share a rank. Raises `InvalidDocuments` where a draw is of other bids than those, unless
    its place in the log is before `since`, the last rejection after a stage, which may have undone the tie.
    """
    columns = [_of_each(awarded, walk.remaining), *(_points(walk.stages, criterion) for criterion in rules.ties)]
    keys = {bid: tuple(column[bid] for column in columns) for bid in walk.remaining}
    standings: list[Standing] = []
    drawn = {frozenset(draw.order): (position, draw.order) for position, draw in draws}
    for _, equal in groupby(sorted(keys, key=keys.__getitem__, reverse=True), key=keys.__getitem__):
        tied = tuple(equal)
        rank = 1 + sum(len(standing.bids) for standing in standings)
        _, order = drawn.pop(frozenset(tied), (0, ()))
        standings += [Standing(rank + place, (bid,)) for place, bid in enumerate(order)] or [Standing(rank, tied)]
    if wrong := [(position, order) for position, order in drawn.values() if position > since]:
        raise InvalidDocuments(
            Problem("draw-without-tie", Place("decisions", f"/decisions/{position}/order"), shown(order))
            for position, order in wrong
        )
    return tuple(standings)


def _points(stages: Sequence[Stage], criterion: str) -> dict[str, Fraction]:
    """Return each bid's points on a criterion, from the stage that computed it."""
    node, bids = next((node, s.bids) for s in stages for key, node in s.columns if key == ("points", criterion))
    return _of_each(node, bids)


def _of_each(column: Node, bids: tuple[str, ...]) -> dict[str, Fraction]:
    return {bid: Cell(column, position).number for position, bid in enumerate(bids)}
