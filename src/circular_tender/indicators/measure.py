"""What every indicator publishes: what it gives, the rule by which it is measured, and what it reports beside."""

from typing import Literal, TypeAlias

import attrs

from circular_tender.rules import Expression

#: What a measured value is: an amount of money, a ratio, a plain number, a mass, a time, or the name of a level.
Gives: TypeAlias = Literal["amount", "ratio", "number", "mass", "time", "level"]


@attrs.frozen
class Measure:
    """The rule of an indicator, made from the tender alone."""

    gives: Gives
    expression: Expression
    reported: tuple[tuple[str, Expression], ...] = ()
