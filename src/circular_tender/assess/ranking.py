"""Totals of the bids that remain, and their order."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from circular_tender.assess.stages import Walk
from circular_tender.assessment import Cell, Stage, Standing
from circular_tender.award import Rules
from circular_tender.derivation import Node
from circular_tender.formulas import award
from circular_tender.rules import Evaluation, Fact

_ID = Fact("bid", "/id", "text")


def totals(rules: Rules, walk: Walk, evaluation: Evaluation) -> tuple[Node, Node]:
    """Return the columns of the totals of the bids that remain, exact and as awarded."""
    columns: dict[tuple[str, str], Node] = {}
    for stage in walk.stages:
        for key, node in stage.columns:
            if key[0] == "points":
                columns[key] = _of_remaining(node, stage, walk.remaining, evaluation)
    columns["total", ""] = evaluation.over(rules.total, columns)
    return columns["total", ""], evaluation.over(rules.awarded, columns)


def _of_remaining(points: Node, stage: Stage, remaining: tuple[str, ...], evaluation: Evaluation) -> Node:
    if stage.bids == remaining:
        return points
    names, left = evaluation.for_each(_ID, stage.bids), evaluation.for_each(_ID, remaining)
    return evaluation.applied(award.of_remaining, {"points": points, "bids": names, "remaining": left})


def ranking(rules: Rules, walk: Walk, awarded: Node) -> tuple[Standing, ...]:
    """Return the bids that remain, the highest total first; equal ones by the published criteria, else at one rank."""
    keys = {
        bid: (Cell(awarded, position).number, *(_points(walk.stages, criterion, bid) for criterion in rules.ties))
        for position, bid in enumerate(walk.remaining)
    }
    standings: list[Standing] = []
    for _, group in groupby(sorted(walk.remaining, key=lambda bid: keys[bid], reverse=True), key=lambda bid: keys[bid]):
        before = sum(len(standing.bids) for standing in standings)
        standings.append(Standing(before + 1, tuple(group)))
    return tuple(standings)


def _points(stages: Sequence[Stage], criterion: str, bid: str) -> Fraction:
    stage = next(stage for stage in stages if any(key == ("points", criterion) for key, _ in stage.columns))
    return Cell(stage.column("points", criterion), stage.bids.index(bid)).number
