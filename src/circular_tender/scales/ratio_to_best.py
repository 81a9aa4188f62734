"""Ratio to best: one's own value, divided by the highest of the stage."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Share
from circular_tender.formulas import scales
from circular_tender.rules import Expression, Fact, apply


class RatioToBest(Entry):
    """Full points for the highest, the others in proportion; `all_zero` is earned where no bid has more than 0."""

    kind: Literal["ratio_to_best"]
    all_zero: Share


def ratio(at: str, measured: Expression) -> Expression:
    """Return the rule: own ÷ highest."""
    return apply(
        scales.ratio_to_best,
        own=measured,
        highest=apply(scales.highest, own=measured),
        all_zero=Fact("tender", f"{at}/all_zero"),
    )
