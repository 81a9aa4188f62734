"""What every indicator publishes: what it gives, the rule by which it is measured, and what it reports beside."""

from typing import Literal, TypeAlias

import attrs

from circular_tender.rules import Expression

#: What a measured value is: an amount of money, a ratio, a plain number, a mass, a time, or the name of a level.
Gives: TypeAlias = Literal["amount", "ratio", "number", "mass", "time", "level"]


@attrs.frozen
class Basis:
    """What of the tender an indicator must know beside its own parameters.

    `dated`: there is a reference date, on which proof must be in force. `lines` are those of the price schedule, and
    `unmeasured` those of them that are not in the reference basket; it is None where there is no basket.
    """

    dated: bool = False
    lines: tuple[str, ...] = ()
    unmeasured: tuple[str, ...] | None = None


@attrs.frozen
class Restated:
    """A figure that a supplier states of each product, and what its own bid comes to by the tender's rules.

    `told` is 1 for each product of which both are there. A difference within the `tolerance` is not worth telling. None
    of this moves points.
    """

    name: str
    told: Expression
    stated: Expression
    counted: Expression
    tolerance: Expression | None = None


@attrs.frozen
class Measure:
    """The rule of an indicator, made from the tender alone."""

    gives: Gives
    expression: Expression
    reported: tuple[tuple[str, Expression], ...] = ()
    restated: tuple[Restated, ...] = ()
