"""The walk through the published stages: who takes part, what is computed, who falls below a minimum."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

import attrs

from circular_tender.assessment import AboveCeiling, BelowMinimum, Cell, Decided, NotAmongBest, Rejection, Stage
from circular_tender.award import Rules, StageRule
from circular_tender.derivation import Node
from circular_tender.errors import UndefinedResult
from circular_tender.formulas import award
from circular_tender.rules import Evaluation, Fact

_ID = Fact("bid", "/id", "text")
#: What is done before a stage is computed: it raises `InvalidDocuments` where its bids do not say what it needs.
Opening: TypeAlias = Callable[[StageRule, tuple[str, ...]], None]
Later: TypeAlias = Sequence[tuple[str, Decided]]  # the bids that decisions reject after a stage


@attrs.frozen
class Walk:
    """What the stages gave: the last walk's stages, the bids that remain, the rejections, each bid's own stages."""

    stages: tuple[Stage, ...]
    remaining: tuple[str, ...]
    rejected: tuple[tuple[str, Rejection], ...]
    taken: tuple[tuple[str, tuple[Stage, ...]], ...]


def walk(rules: Rules, evaluation: Evaluation, bids: tuple[str, ...], opening: Opening, later: Later = ()) -> Walk:
    """Return what the stages give for these bids, of which decisions reject some `later`, after a stage.

    Under `recompute` everything is walked again without such a bid, after a walk that tells what it had until then.
    """
    if not rules.recompute:
        return _walk(rules, evaluation, bids, opening, later)
    rejected: list[tuple[str, Rejection]] = []
    taken: list[tuple[str, tuple[Stage, ...]]] = []
    for bid in dict.fromkeys(name for name, _ in later):
        own = [(name, ground) for name, ground in later if name == bid]
        before = _walk(_until({ground.after for _, ground in own}, rules), evaluation, bids, opening, ())
        rejected += [entry for entry in before.rejected if entry[0] == bid]
        rejected += own
        taken += [entry for entry in before.taken if entry[0] == bid]
        bids = _without(bids, own)
    last = _walk(rules, evaluation, bids, opening, ())
    return Walk(last.stages, last.remaining, (*rejected, *last.rejected), (*taken, *last.taken))


def _until(stages: Collection[str | None], rules: Rules) -> Rules:
    """Return the rules with the stages up to the first of these."""
    ids = [rule.id for rule in rules.stages]
    first = next(number for number, name in enumerate(ids, 1) if name in stages)
    return attrs.evolve(rules, stages=rules.stages[:first])


def _walk(rules: Rules, evaluation: Evaluation, bids: tuple[str, ...], opening: Opening, later: Later) -> Walk:
    """Return what the stages give; under `recompute` a rejection at the end of one starts again without it."""
    rejected: list[tuple[str, Rejection]] = []
    taken: dict[str, tuple[Stage, ...]] = {}
    while True:
        stages, fallen = _once(rules, evaluation, bids, opening, later)
        rejected += fallen
        taken |= {bid: tuple(stage for stage in stages if bid in stage.bids) for bid in bids}
        bids = _without(bids, fallen)
        if not (fallen and rules.recompute):
            return Walk(stages, bids, tuple(rejected), tuple(taken.items()))


def _once(
    rules: Rules, evaluation: Evaluation, bids: tuple[str, ...], opening: Opening, later: Later
) -> tuple[tuple[Stage, ...], list[tuple[str, Rejection]]]:
    """Return the stages and rejections of one walk; under `recompute` it ends with the first stage that rejects."""
    stages: list[Stage] = []
    rejected: list[tuple[str, Rejection]] = []
    for rule in rules.stages:
        if not bids:
            break
        opening(rule, bids)
        stage = Stage(rule.id, bids, tuple(_columns(rule, rules, evaluation, bids).items()))
        stages.append(stage)
        fallen = list(_out_of_bounds(rule, stage, evaluation))
        if not (fallen and rules.recompute):
            fallen += _not_among_best(rule, stage, _without(bids, fallen), evaluation)
        fallen += [(bid, ground) for bid, ground in later if ground.after == rule.id and bid in bids]
        rejected += fallen
        if fallen and rules.recompute:
            break
        bids = _without(bids, fallen)
    return tuple(stages), rejected


def _without(bids: tuple[str, ...], fallen: Sequence[tuple[str, Rejection]]) -> tuple[str, ...]:
    out = {bid for bid, _ in fallen}
    return tuple(bid for bid in bids if bid not in out)


def _columns(
    stage: StageRule, rules: Rules, evaluation: Evaluation, bids: tuple[str, ...]
) -> dict[tuple[str, str], Node]:
    """Return the column of every aspect of every criterion of a stage, over the bids that take part in it."""
    columns: dict[tuple[str, str], Node] = {}
    for criterion in stage.criteria:
        rule = rules.of(criterion)
        try:
            for aspect, expression in rule.for_each_bid:
                columns[aspect, rule.id] = evaluation.for_each(expression, bids)
            for aspect, expression in rule.columns:
                columns[aspect, rule.id] = evaluation.over(expression, columns)
        except UndefinedResult as error:
            raise UndefinedResult(error.formula, criterion) from None
    return columns


def _out_of_bounds(rule: StageRule, stage: Stage, evaluation: Evaluation) -> Iterator[tuple[str, Rejection]]:
    """Yield the bids below a minimum or above a ceiling."""
    for threshold in rule.thresholds:
        if threshold.max_pass:
            continue
        column = stage.column(threshold.aspect, threshold.of)
        bound = evaluation.single(threshold.bound)
        for position, bid in enumerate(stage.bids):
            cell = Cell(column, position)
            over = cell.number - Cell(bound).number
            if threshold.sense == "at_least" and over < 0:
                yield bid, BelowMinimum(stage.id, threshold.of, cell, bound)
            elif threshold.sense == "at_most" and over > 0:
                yield bid, AboveCeiling(stage.id, threshold.of, cell, bound)


def _not_among_best(
    rule: StageRule, stage: Stage, kept: tuple[str, ...], evaluation: Evaluation
) -> Iterator[tuple[str, Rejection]]:
    """Yield those of the bids that kept all bounds that are not among the best of them."""
    for threshold in rule.thresholds:
        if threshold.max_pass is None or not kept:
            continue
        column = of_remaining(stage.column(threshold.aspect, threshold.of), stage, kept, evaluation)
        last = evaluation.over(threshold.bound, {(threshold.aspect, threshold.of): column})
        for position, bid in enumerate(kept):
            cell = Cell(column, position)
            if cell.number < Cell(last).number:
                yield bid, NotAmongBest(stage.id, threshold.of, cell, last, evaluation.single(threshold.max_pass))


def of_remaining(points: Node, stage: Stage, remaining: tuple[str, ...], evaluation: Evaluation) -> Node:
    """Return the column of a stage over those of its bids that remain."""
    if stage.bids == remaining:
        return points
    names, left = evaluation.for_each(_ID, stage.bids), evaluation.for_each(_ID, remaining)
    return evaluation.applied(award.of_remaining, {"points": points, "bids": names, "remaining": left})
