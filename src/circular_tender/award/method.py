"""What every award method states, and what it makes of the criteria: factors, a total, and what ranks."""

from typing import Literal, TypeAlias

import attrs
from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import Count, Earned, Id, Places
from circular_tender.formulas import award, methods
from circular_tender.rules import Expression, Fact, Values, apply

#: What weights are counted in, and so what a criterion earns: points, money, or a share of one's own price.
Counts: TypeAlias = Literal["points", "amount", "ratio"]


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
    """The least that a bid must earn, how many bids may go on, or both.

    `raw`: before rescaling; `relative`: where they depend on other bids. `equal`: what becomes of the bids that have as
    many points as the last that goes on.
    """

    at_least: Earned | None = None
    max_pass: Count | None = None
    equal: Literal["pass"] | None = None
    on: Literal["raw", "relative"]


class Method(Entry):
    """What every method states beside its own keys.

    `winners` is the number of bids that win, as in a framework agreement; `reserve` is that of those behind them.
    """

    on_rejection: Literal["keep", "recompute"] | None = None
    rounding: Literal["none"] | Rounding
    ties: tuple[Id, ...]
    stages: tuple[Stage, ...] | None = Field(default=None, min_length=1)
    winners: Count | None = None
    reserve: Count | None = None

    def rounds_at(self, where: str) -> bool:
        """Tell whether what is earned, or the total, is rounded there."""
        return isinstance(self.rounding, Rounding) and self.rounding.at == where


@attrs.frozen
class Criteria:
    """What a method makes a total of: the ids of the top level that earn, those of costs, and where weights stand."""

    earning: tuple[str, ...]
    costing: tuple[str, ...]
    weights: tuple[tuple[str, str], ...]

    @property
    def earned(self) -> Expression:
        """The sum of what is earned."""
        return apply(award.summed, **{name: Values("points", name) for name in self.earning})

    @property
    def cost(self) -> Expression:
        """The cost, or the sum of the costs where there are several."""
        return cost_of(self.costing)


def cost_of(costing: tuple[str, ...]) -> Expression:
    """Return the cost, or the sum of the costs where there are several."""
    costs = {name: Values("cost", name) for name in costing}
    return costs[costing[0]] if len(costing) == 1 else apply(methods.total_cost, **costs)


@attrs.frozen
class Key:
    """A column that ranks, its highest or its lowest value first; `received` ranks the earliest first."""

    aspect: str
    criterion: str = ""
    lowest: bool = False


@attrs.frozen
class Totals:
    """The rules of a total, and of the factors that it is made of; `before` ranks before the total does."""

    total: Expression
    factors: tuple[tuple[str, Expression], ...] = ()
    before: tuple[Key, ...] = ()


def factor(name: str) -> Values:
    """Return the column of a factor."""
    return Values(name, "")


def rounded(points: Expression) -> Expression:
    """Return points rounded as the tender publishes it."""
    return apply(
        award.rounded_points,
        points=points,
        places=Fact("tender", "/award/rounding/places"),
        mode=Fact("tender", "/award/rounding/mode", "text"),
    )
