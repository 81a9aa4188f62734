"""The rules of a tender as they are published: what is computed for each criterion, when, and what decides."""

from typing import Literal, assert_never

import attrs

from circular_tender.award.method import Key
from circular_tender.indicators import Restated
from circular_tender.rules import Expression, Json, as_json


@attrs.frozen
class LeafRule:
    """How a criterion is measured (for a bid), and made into a ratio and points (over the bids of its stage)."""

    id: str
    measured: Expression
    reported: tuple[tuple[str, Expression], ...]
    ratio: Expression
    weighted: Expression
    points: Expression
    restated: tuple[Restated, ...] = ()

    @property
    def columns(self) -> tuple[tuple[str, Expression], ...]:
        """The aspects that are computed over a stage, in order."""
        return ("ratio", self.ratio), ("weighted", self.weighted), ("points", self.points)

    @property
    def for_each_bid(self) -> tuple[tuple[str, Expression], ...]:
        """The aspects that are computed for each bid by itself, in order."""
        return ("measured", self.measured), *self.reported

    @property
    def aspects(self) -> tuple[str, ...]:
        """The names of everything that is computed."""
        return tuple(name for name, _ in (*self.for_each_bid, *self.columns))


@attrs.frozen
class CostRule:
    """How a cost is measured (for a bid), and what of it counts (over the bids of its stage)."""

    id: str
    measured: Expression
    reported: tuple[tuple[str, Expression], ...]
    cost: Expression
    restated: tuple[Restated, ...] = ()

    @property
    def columns(self) -> tuple[tuple[str, Expression], ...]:
        """The aspects that are computed over a stage, in order."""
        return (("cost", self.cost),)

    @property
    def for_each_bid(self) -> tuple[tuple[str, Expression], ...]:
        """The aspects that are computed for each bid by itself, in order."""
        return ("measured", self.measured), *self.reported

    @property
    def aspects(self) -> tuple[str, ...]:
        """The names of everything that is computed."""
        return tuple(name for name, _ in (*self.for_each_bid, *self.columns))


@attrs.frozen
class GroupRule:
    """How the points of a group come about from those of its members."""

    id: str
    members: tuple[str, ...]
    subtotal: Expression
    points: Expression

    @property
    def columns(self) -> tuple[tuple[str, Expression], ...]:
        """The aspects that are computed over a stage, in order."""
        return ("subtotal", self.subtotal), ("points", self.points)

    @property
    def for_each_bid(self) -> tuple[tuple[str, Expression], ...]:
        """Nothing: a group is computed from its members."""
        return ()

    @property
    def aspects(self) -> tuple[str, ...]:
        """The names of everything that is computed."""
        return tuple(name for name, _ in self.columns)


@attrs.frozen
class ThresholdRule:
    """The bound that a bid must keep in an aspect of a criterion at the end of a stage, from below or from above.

    With `max_pass`, how many bids may go on, the bound is made of the bids that keep all bounds without it.
    """

    of: str
    aspect: str
    sense: Literal["at_least", "at_most"]
    bound: Expression
    max_pass: Expression | None = None


@attrs.frozen
class StageRule:
    """Which rules a stage computes, in order, and what it tests at its end."""

    id: str
    criteria: tuple[str, ...]
    thresholds: tuple[ThresholdRule, ...]


@attrs.frozen
class Rules:
    """Everything by which a tender is assessed."""

    criteria: tuple[LeafRule | GroupRule | CostRule, ...]
    factors: tuple[tuple[str, Expression], ...]
    total: Expression
    awarded: Expression
    order: tuple[Key, ...]
    stages: tuple[StageRule, ...]
    recompute: bool
    deadline: Expression | None
    received: Expression | None
    ties: tuple[str, ...]
    draw: bool
    requirements: tuple[str, ...]

    def of(self, criterion: str) -> LeafRule | GroupRule | CostRule:
        """Return the rule of a criterion."""
        return next(rule for rule in self.criteria if rule.id == criterion)


def rules_as_json(rules: Rules) -> dict[str, Json]:
    """Return the rules in the closed operations of the record."""
    return {
        "criteria": [_criterion(rule) for rule in rules.criteria],
        "total": as_json(rules.total),
        "awarded": as_json(rules.awarded),
        **_beyond_points(rules),
        "stages": [_stage(stage) for stage in rules.stages],
        "recompute": rules.recompute,
        "deadline": as_json(rules.deadline) if rules.deadline else None,
        "received": as_json(rules.received) if rules.received else None,
        "ties": list(rules.ties),
        "draw": rules.draw,
        "requirements": list(rules.requirements),
    }


def _beyond_points(rules: Rules) -> dict[str, Json]:
    """Return the factors of a total, and what ranks where that is not the most points and then those of ties."""
    factors: list[Json] = [{"name": name, "value": as_json(expression)} for name, expression in rules.factors]
    plain = (Key("awarded"), *(Key("points", name) for name in rules.ties))
    order: list[Json] = [
        {"aspect": key.aspect, "of": key.criterion, "first": "lowest" if key.lowest else "highest"}
        for key in rules.order
    ]
    return {**({"factors": factors} if factors else {}), **({} if rules.order == plain else {"order": order})}


def _criterion(rule: LeafRule | GroupRule | CostRule) -> dict[str, Json]:
    columns: dict[str, Json] = {aspect: as_json(expression) for aspect, expression in rule.columns}
    match rule:
        case LeafRule() | CostRule():
            reported: dict[str, Json] = {name: as_json(expression) for name, expression in rule.reported}
            return {"id": rule.id, "measured": as_json(rule.measured), "reported": reported, **columns}
        case GroupRule():
            return {"id": rule.id, "members": list(rule.members), **columns}
        case _:
            assert_never(rule)


def _stage(stage: StageRule) -> dict[str, Json]:
    thresholds: list[Json] = [_threshold(threshold) for threshold in stage.thresholds]
    return {"id": stage.id, "criteria": list(stage.criteria), "thresholds": thresholds}


def _threshold(threshold: ThresholdRule) -> Json:
    may_pass: dict[str, Json] = {"max_pass": as_json(threshold.max_pass)} if threshold.max_pass else {}
    return {"of": threshold.of, "aspect": threshold.aspect, threshold.sense: as_json(threshold.bound), **may_pass}
