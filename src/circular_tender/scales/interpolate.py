"""Interpolate: straight lines between points that the tender publishes, flat beyond them."""

from functools import reduce
from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import AnyQuantity, Share
from circular_tender.formulas import scales
from circular_tender.rules import Expression, Fact, apply


class Point(Entry):
    """A measured value and the ratio that it earns."""

    at: AnyQuantity
    earns: Share


class Interpolate(Entry):
    """The points, in the order of their values."""

    kind: Literal["interpolate"]
    points: tuple[Point, ...] = Field(min_length=1)


def ratio(scale: Interpolate, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: what the first point earns, and the part of each later rise that is reached."""

    def lined(before: Expression, number: int) -> Expression:
        return apply(
            scales.segment,
            own=measured,
            from_at=Fact("tender", f"{at}/points/{number - 1}/at", unit=unit),
            from_earns=Fact("tender", f"{at}/points/{number - 1}/earns"),
            to_at=Fact("tender", f"{at}/points/{number}/at", unit=unit),
            to_earns=Fact("tender", f"{at}/points/{number}/earns"),
            before=before,
        )

    first: Expression = Fact("tender", f"{at}/points/0/earns")
    return reduce(lined, range(1, len(scale.points)), first)
