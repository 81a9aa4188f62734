"""Totals of the bids that remain, and their order."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import groupby

import attrs

from circular_tender.assess.stages import Walk, of_remaining
from circular_tender.assessment import Cell, Stage, Standing
from circular_tender.award import Key, Rules
from circular_tender.bids import Draw
from circular_tender.derivation import Node
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.rules import Evaluation

_SUMMED = ("points", "cost")  # the aspects of which totals are made


@attrs.frozen
class Totals:
    """The columns of the bids that remain: the factors of their totals, the totals, and the totals as awarded.

    `received` is when each was received, where that separates equal ones.
    """

    factors: tuple[tuple[str, Node], ...]
    total: Node
    awarded: Node
    received: tuple[tuple[str, datetime], ...]


def totals(rules: Rules, walk: Walk, evaluation: Evaluation) -> Totals:
    """Return the totals of the bids that remain; raises `UndefinedResult` where one has no value."""
    columns: dict[tuple[str, str], Node] = {}
    for stage in walk.stages:
        for key, node in stage.columns:
            if key[0] in _SUMMED:
                columns[key] = of_remaining(node, stage, walk.remaining, evaluation)
    for name, expression in rules.factors:
        columns[name, ""] = evaluation.over(expression, columns)
    columns["total", ""] = evaluation.over(rules.total, columns)
    factors = tuple((name, columns[name, ""]) for name, _ in rules.factors)
    received = tuple(_received(rules, walk.remaining, evaluation))
    return Totals(factors, columns["total", ""], evaluation.over(rules.awarded, columns), received)


def _received(rules: Rules, bids: Sequence[str], evaluation: Evaluation) -> Iterator[tuple[str, datetime]]:
    if rules.received and any(key.aspect == "received" for key in rules.order):
        for bid in bids:
            yield bid, datetime.fromisoformat(str(evaluation.single(rules.received, bid).value))


def ranking(
    rules: Rules, walk: Walk, totals: Totals, draws: Sequence[tuple[int, Draw]] = (), since: int = -1
) -> tuple[Standing, ...]:
    """Return the bids that remain, the best total first; equal ones by the published ties, then as was drawn.

    Bids that neither separates share a rank. Raises `InvalidDocuments` where a draw is of other bids than those, unless
    its place in the log is before `since`, the last rejection after a stage, which may have undone the tie.
    """
    columns = [_sorted_by(key, walk, totals) for key in rules.order]
    keys = {bid: tuple(column[bid] for column in columns) for bid in walk.remaining}
    standings: list[Standing] = []
    drawn = {frozenset(draw.order): (position, draw.order) for position, draw in draws}
    for _, equal in groupby(sorted(keys, key=keys.__getitem__), key=keys.__getitem__):
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


def _sorted_by(key: Key, walk: Walk, totals: Totals) -> dict[str, Fraction | datetime]:
    """Return for each bid what it is sorted by, the lower the better."""
    if key.aspect == "received":
        return dict(totals.received)
    own = dict((*totals.factors, ("awarded", totals.awarded)))
    values = _of_each(own[key.aspect], walk.remaining) if key.aspect in own else _of_stage(walk.stages, key)
    return {bid: value if key.lowest else -value for bid, value in values.items()}


def _of_stage(stages: Sequence[Stage], key: Key) -> dict[str, Fraction]:
    """Return each bid's points on a criterion, or its cost, from the stage that computed it."""
    wanted = (key.aspect, key.criterion)
    node, bids = next((node, stage.bids) for stage in stages for known, node in stage.columns if known == wanted)
    return _of_each(node, bids)


def _of_each(column: Node, bids: tuple[str, ...]) -> dict[str, Fraction]:
    return {bid: Cell(column, position).number for position, bid in enumerate(bids)}
