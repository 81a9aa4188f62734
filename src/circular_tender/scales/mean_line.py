"""Mean line: a published ratio at the mean of the stage, and a published slope from there in both directions."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import PositiveRatio, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class MeanLine(Entry):
    """A bid loses `slope` for each 100 % that it lies above the mean, and gains as much below it.

    `bounds` says whether the ratio is `cut` to 0 % to 100 % or `keep` lets it go beyond. Where the mean is 0, each bid
    earns `mean_zero`.
    """

    kind: Literal["mean_line"]
    at_mean: Share
    slope: PositiveRatio
    bounds: Literal["cut", "keep"]
    mean_zero: Share


def ratio(scale: MeanLine, at: str, measured: Expression) -> Expression:
    """Return the rule: at_mean − slope × (own − mean) ÷ mean."""
    uncut = apply(
        catalogue.mean_line,
        own=measured,
        average=apply(scales.average, own=measured),
        at_mean=Fact("tender", f"{at}/at_mean"),
        slope=Fact("tender", f"{at}/slope"),
        mean_zero=Fact("tender", f"{at}/mean_zero"),
    )
    return apply(catalogue.cut, uncut=uncut) if scale.bounds == "cut" else uncut
