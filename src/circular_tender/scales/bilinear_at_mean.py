"""Bilinear at the mean: proportional up to the mean of the stage, and a straight line from there to the highest."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Positive, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class BilinearAtMean(Entry):
    """The ratio `at_mean` at the mean, 1 at the highest.

    With a `ceiling` an amount is measured, and what counts is by which part of the ceiling it lies below it; an amount
    above the ceiling counts as one at it. Where no bid has more than 0, each earns `all_zero`.
    """

    kind: Literal["bilinear_at_mean"]
    at_mean: Share
    ceiling: Positive | None = None
    all_zero: Share | None = None


def ratio(scale: BilinearAtMean, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: at_mean × own ÷ mean up to the mean, from there on straight to 1 at the highest."""
    own = measured
    if scale.ceiling:
        own = apply(catalogue.below_ceiling, own=measured, ceiling=Fact("tender", f"{at}/ceiling", unit=unit))
    inputs: dict[str, Expression] = {
        "own": own,
        "average": apply(scales.average, own=own),
        "highest": apply(scales.highest, own=own),
        "at_mean": Fact("tender", f"{at}/at_mean"),
    }
    if scale.all_zero is None:
        return apply(scales.bilinear_at_mean, **inputs)
    return apply(catalogue.bilinear_unless_all_zero, **inputs, all_zero=Fact("tender", f"{at}/all_zero"))
