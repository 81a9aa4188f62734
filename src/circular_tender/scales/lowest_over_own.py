"""Lowest over own: the lowest price of the stage, divided by one's own."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class LowestOverOwn(Entry):
    """Full points for the lowest; the others in inverse proportion. Where the lowest is 0, each earns `lowest_zero`."""

    kind: Literal["lowest_over_own"]
    lowest_zero: Share | None = None


def ratio(scale: LowestOverOwn, at: str, measured: Expression) -> Expression:
    """Return the rule: lowest ÷ own."""
    lowest = apply(scales.lowest, own=measured)
    if scale.lowest_zero is None:
        return apply(scales.lowest_over_own, lowest=lowest, own=measured)
    lowest_zero = Fact("tender", f"{at}/lowest_zero")
    return apply(catalogue.lowest_over_own_unless_zero, own=measured, lowest=lowest, lowest_zero=lowest_zero)
