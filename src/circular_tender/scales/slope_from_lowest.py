"""Slope from lowest: everything for the lowest of the stage, and nothing where it is exceeded by a published part."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Positive, PositiveRatio, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class SlopeFromLowest(Entry):
    """Nothing is earned where one's own exceeds the reference by `zero_at`.

    Further on the ratio is `cut` at 0, or `keep` lets it fall. The reference is the lowest; with an `estimate` it is
    what lies halfway between the two. Where it is 0, each bid earns `lowest_zero`.
    """

    kind: Literal["slope_from_lowest"]
    zero_at: PositiveRatio
    bounds: Literal["cut", "keep"]
    estimate: Positive | None = None
    lowest_zero: Share


def ratio(scale: SlopeFromLowest, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: 1 − (own − reference) ÷ (zero_at × reference)."""
    reference = apply(scales.lowest, own=measured)
    if scale.estimate:
        estimate = Fact("tender", f"{at}/estimate", unit=unit)
        reference = apply(catalogue.half_of_estimate_and_lowest, lowest=reference, estimate=estimate)
    uncut = apply(
        catalogue.slope_from_lowest,
        own=measured,
        reference=reference,
        zero_at=Fact("tender", f"{at}/zero_at"),
        lowest_zero=Fact("tender", f"{at}/lowest_zero"),
    )
    return apply(catalogue.cut, uncut=uncut) if scale.bounds == "cut" else uncut
