"""Ratio to best: one's own value, divided by the highest of the stage."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Exponent, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class RatioToBest(Entry):
    """Full points for the highest, the others in proportion, or to the power of an `exponent`.

    `all_zero` is earned where no bid has more than 0.
    """

    kind: Literal["ratio_to_best"]
    all_zero: Share
    exponent: Exponent | None = None


def ratio(scale: RatioToBest, at: str, measured: Expression) -> Expression:
    """Return the rule: own ÷ highest, to the exponent where there is one."""
    highest, all_zero = apply(scales.highest, own=measured), Fact("tender", f"{at}/all_zero")
    if scale.exponent is None:
        return apply(scales.ratio_to_best, own=measured, highest=highest, all_zero=all_zero)
    exponent = Fact("tender", f"{at}/exponent")
    return apply(catalogue.power_of_ratio_to_best, own=measured, highest=highest, all_zero=all_zero, exponent=exponent)
