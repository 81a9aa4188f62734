"""Weighted points: each criterion earns its ratio of its weight; the sum ranks, the most points first."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import Count, Id, Number, Places, Positive
from circular_tender.formulas import award
from circular_tender.rules import Expression, Fact, Values, apply


class Rounding(Entry):
    """To how many decimals points are rounded, how, and where."""

    places: Places
    mode: Literal["half_up", "half_even", "down", "up"]
    at: Literal["criterion", "total"]


class Stage(Entry):
    """Criteria of the top level that are assessed together, before those of the next stage."""

    id: Id
    criteria: tuple[Id, ...] = Field(min_length=1)


class Threshold(Entry):
    """The least points that a bid must have, how many bids may go on, or both.

    `raw`: before rescaling; `relative`: where they depend on other bids. `equal`: what becomes of the bids that have as
    many points as the last that goes on.
    """

    at_least: Number | None = None
    max_pass: Count | None = None
    equal: Literal["pass"] | None = None
    on: Literal["raw", "relative"]


class WeightedPoints(Entry):
    """The award method: the most points win."""

    method: Literal["weighted_points"]
    points: Positive
    on_rejection: Literal["keep", "recompute"] | None = None
    rounding: Literal["none"] | Rounding
    ties: tuple[Id, ...]
    stages: tuple[Stage, ...] | None = Field(default=None, min_length=1)

    def rounds_at(self, where: str) -> bool:
        """Tell whether points are rounded there."""
        return isinstance(self.rounding, Rounding) and self.rounding.at == where


def leaf_points(method: WeightedPoints, criterion: str, at: str) -> tuple[Expression, Expression]:
    """Return the rules of a leaf's points: ratio × weight, and the same rounded where the tender rounds there."""
    weighted = apply(
        award.weighted, ratio=Values("ratio", criterion), weight=Fact("tender", f"{at}/weight", unit="points")
    )
    raw = Values("weighted", criterion)
    return weighted, rounded(raw) if method.rounds_at("criterion") else raw


def group_points(group: str, members: tuple[str, ...], at: str, *, rescale: bool) -> tuple[Expression, Expression]:
    """Return the rules of a group's points: the sum of its members, and the same rescaled to the best of the stage."""
    subtotal = apply(award.summed, **{member: Values("points", member) for member in members})
    raw = Values("subtotal", group)
    if not rescale:
        return subtotal, raw
    weight = Fact("tender", f"{at}/weight", unit="points")
    return subtotal, apply(award.rescaled, points=raw, best=apply(award.best, points=raw), weight=weight)


def totals(method: WeightedPoints, criteria: tuple[str, ...]) -> tuple[Expression, Expression]:
    """Return the rules of a bid's total, exact and as awarded."""
    total = apply(award.summed, **{criterion: Values("points", criterion) for criterion in criteria})
    raw = Values("total", "")
    return total, rounded(raw) if method.rounds_at("total") else raw


def last_to_pass(criterion: str, aspect: str, max_pass: Expression) -> Expression:
    """Return the rule of the points that a bid must have to be among the best of a stage."""
    return apply(award.last_to_pass, points=Values(aspect, criterion), max_pass=max_pass)


def rounded(points: Expression) -> Expression:
    """Return points rounded as the tender publishes it."""
    return apply(
        award.rounded_points,
        points=points,
        places=Fact("tender", "/award/rounding/places"),
        mode=Fact("tender", "/award/rounding/mode", "text"),
    )
