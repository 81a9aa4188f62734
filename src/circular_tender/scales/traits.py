"""What is known of a scale before any bid is: what it compares with, and how far its ratios reach."""

from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeAlias, assert_never

import attrs

from circular_tender.exact import Quantity
from circular_tender.scales.bilinear_at_mean import BilinearAtMean
from circular_tender.scales.ceiling_to_lowest import CeilingToLowest
from circular_tender.scales.concave import Concave
from circular_tender.scales.highest_to_lowest import HighestToLowest
from circular_tender.scales.interpolate import Interpolate
from circular_tender.scales.kinds import Scale
from circular_tender.scales.levels import Levels
from circular_tender.scales.linear import Linear
from circular_tender.scales.logarithmic import Logarithmic
from circular_tender.scales.lowest_line import LowestLine
from circular_tender.scales.lowest_over_own import LowestOverOwn
from circular_tender.scales.mean_line import MeanLine
from circular_tender.scales.power_of_reference import PowerOfReference
from circular_tender.scales.published_levels import PublishedLevels
from circular_tender.scales.ratio_to_best import RatioToBest
from circular_tender.scales.slope_from_lowest import SlopeFromLowest
from circular_tender.scales.steps import Steps

#: What a bid is compared with: what the tender publishes; the other bids, in any way; or a value of the other bids that
#: adds the same to each ratio, or multiplies each by the same.
Reference: TypeAlias = Literal["absolute", "relative", "common_shift", "common_factor"]

_ZERO, _ONE = Fraction(0), Fraction(1)


@attrs.frozen
class Traits:
    """What holds of a scale, whatever is bid.

    `least` and `greatest` bound the ratio; None: there is no bound. `strict`: between these bounds a better value earns
    more, but for what a rounding to 12 decimals hides. `reversal`: the order of two bids may depend on a third.
    """

    reference: Reference
    least: Fraction | None = _ZERO
    greatest: Fraction | None = _ONE
    strict: bool = True

    @property
    def reversal(self) -> bool:
        """Whether the order of two bids may depend on a third, where points are added up."""
        return self.reference in {"relative", "common_factor"}


def traits(scale: Scale) -> Traits:  # noqa: C901, PLR0911 -- one a kind
    """Return what holds of a scale, whatever is bid."""
    match scale:
        case Linear() | Concave():
            return Traits("absolute")
        case Levels(levels=levels) | PublishedLevels(levels=levels):
            return _of_rows(*levels.values(), strict=False)
        case Steps(otherwise=otherwise, steps=steps):
            return _of_rows(otherwise, *(step.earns for step in steps), strict=False)
        case Interpolate(points=points):
            return _of_rows(*(point.earns for point in points), strict=_in_order([p.earns.value for p in points]))
        case PowerOfReference():
            return Traits("absolute", greatest=None if scale.bounds == "keep" else _ONE)
        case LowestOverOwn() | RatioToBest():
            return Traits("common_factor")
        case BilinearAtMean(at_mean=at_mean):
            return Traits("relative", strict=0 < at_mean.value < 1)
        case HighestToLowest() | LowestLine():
            return Traits("relative")
        case CeilingToLowest(at_ceiling=at_ceiling, all_at_ceiling=all_at_ceiling):
            least = min(at_ceiling.value, all_at_ceiling.value)
            return Traits("relative" if at_ceiling.value else "common_factor", least)
        case SlopeFromLowest() | MeanLine() | Logarithmic():
            return _of_bounds(scale)
        case _:
            assert_never(scale)


def _of_rows(*earned: Quantity, strict: bool) -> Traits:
    ratios = [share.value for share in earned]
    return Traits("absolute", min(ratios), max(ratios), strict)


def _in_order(ratios: list[Fraction]) -> bool:
    """Tell whether ratios always rise or always fall."""
    rises = {after > before for before, after in pairwise(ratios)}
    return len(rises) == 1 and len({*ratios}) == len(ratios)


def _of_bounds(scale: SlopeFromLowest | MeanLine | Logarithmic) -> Traits:
    """Return what holds where `bounds` says whether the ratio may go beyond 0 % and 100 %."""
    if scale.bounds == "cut":
        return Traits("relative")
    match scale:
        case MeanLine(at_mean=at_mean, slope=slope):
            return Traits("relative", None, max(at_mean.value + slope.value, scale.mean_zero.value))
        case SlopeFromLowest(zero_at=zero_at):
            return Traits("relative", None, 1 + 1 / zero_at.value if scale.estimate else _ONE)
        case Logarithmic():
            return Traits("common_shift", None)
        case _:
            assert_never(scale)
