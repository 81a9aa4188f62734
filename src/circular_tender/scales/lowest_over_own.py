"""Lowest over own: the lowest price of the stage, divided by one's own."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.formulas import scales
from circular_tender.rules import Expression, apply


class LowestOverOwn(Entry):
    """Full points for the lowest; the others in inverse proportion."""

    kind: Literal["lowest_over_own"]


def ratio(measured: Expression) -> Expression:
    """Return the rule: lowest ÷ own."""
    return apply(scales.lowest_over_own, lowest=apply(scales.lowest, own=measured), own=measured)
