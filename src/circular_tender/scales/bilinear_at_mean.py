"""Bilinear at the mean: proportional up to the mean of the stage, and a straight line from there to the highest."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Share
from circular_tender.formulas import scales
from circular_tender.rules import Expression, Fact, apply


class BilinearAtMean(Entry):
    """The ratio `at_mean` at the mean, 1 at the highest."""

    kind: Literal["bilinear_at_mean"]
    at_mean: Share


def ratio(at: str, measured: Expression) -> Expression:
    """Return the rule: at_mean × own ÷ mean up to the mean, from there on straight to 1 at the highest."""
    return apply(
        scales.bilinear_at_mean,
        own=measured,
        average=apply(scales.average, own=measured),
        highest=apply(scales.highest, own=measured),
        at_mean=Fact("tender", f"{at}/at_mean"),
    )
