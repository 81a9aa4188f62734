"""Ceiling to lowest: everything for the lowest of the stage, and a published ratio at a published ceiling."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Exponent, Positive, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class CeilingToLowest(Entry):
    """A line where the `exponent` is 1; a smaller one bends it up, a greater one down.

    A bid at the ceiling or above it earns `at_ceiling`; where even the lowest is not below the ceiling, each bid earns
    `all_at_ceiling`.
    """

    kind: Literal["ceiling_to_lowest"]
    ceiling: Positive
    exponent: Exponent
    at_ceiling: Share
    all_at_ceiling: Share


def ratio(at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: at_ceiling + (1 − at_ceiling) × ((ceiling − own) ÷ (ceiling − lowest)) to the exponent."""
    return apply(
        catalogue.ceiling_to_lowest,
        own=measured,
        lowest=apply(scales.lowest, own=measured),
        ceiling=Fact("tender", f"{at}/ceiling", unit=unit),
        exponent=Fact("tender", f"{at}/exponent"),
        at_ceiling=Fact("tender", f"{at}/at_ceiling"),
        all_at_ceiling=Fact("tender", f"{at}/all_at_ceiling"),
    )
