"""Highest to lowest: nothing for the highest of the stage, everything for the lowest, straight between."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class HighestToLowest(Entry):
    """`all_equal` is what each bid earns where all are equal, which one bid alone always is."""

    kind: Literal["highest_to_lowest"]
    all_equal: Share


def ratio(at: str, measured: Expression) -> Expression:
    """Return the rule: (highest − own) ÷ (highest − lowest)."""
    return apply(
        catalogue.highest_to_lowest,
        own=measured,
        highest=apply(scales.highest, own=measured),
        lowest=apply(scales.lowest, own=measured),
        all_equal=Fact("tender", f"{at}/all_equal"),
    )
