"""Measured value to ratio. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import TypeAlias, assert_never

from circular_tender.rules import Expression
from circular_tender.scales import (
    bilinear_at_mean,
    ceiling_to_lowest,
    concave,
    highest_to_lowest,
    interpolate,
    levels,
    linear,
    logarithmic,
    lowest_line,
    lowest_over_own,
    mean_line,
    power_of_reference,
    published_levels,
    ratio_to_best,
    slope_from_lowest,
    steps,
)
from circular_tender.scales.bilinear_at_mean import BilinearAtMean as BilinearAtMean
from circular_tender.scales.ceiling_to_lowest import CeilingToLowest as CeilingToLowest
from circular_tender.scales.concave import Concave as Concave
from circular_tender.scales.highest_to_lowest import HighestToLowest as HighestToLowest
from circular_tender.scales.interpolate import Interpolate as Interpolate
from circular_tender.scales.interpolate import Point as Point
from circular_tender.scales.kinds import Scale as Scale
from circular_tender.scales.levels import Levels as Levels
from circular_tender.scales.linear import Linear as Linear
from circular_tender.scales.logarithmic import Logarithmic as Logarithmic
from circular_tender.scales.lowest_line import LowestLine as LowestLine
from circular_tender.scales.lowest_over_own import LowestOverOwn as LowestOverOwn
from circular_tender.scales.mean_line import MeanLine as MeanLine
from circular_tender.scales.power_of_reference import PowerOfReference as PowerOfReference
from circular_tender.scales.published_levels import PublishedLevels as PublishedLevels
from circular_tender.scales.ratio_to_best import RatioToBest as RatioToBest
from circular_tender.scales.slope_from_lowest import SlopeFromLowest as SlopeFromLowest
from circular_tender.scales.steps import Step as Step
from circular_tender.scales.steps import Steps as Steps
from circular_tender.scales.traits import Traits as Traits
from circular_tender.scales.traits import traits as traits

#: The scales that have levels: those of the tender, or those of a published table.
LevelScale: TypeAlias = Levels | PublishedLevels


def takes(scale: Scale) -> tuple[str, ...]:
    """Return what a measured value must be for this scale."""
    match scale:
        case Linear() | Steps() | Interpolate() | PowerOfReference():
            return ("number", "amount", "ratio", "mass", "time")
        case RatioToBest():
            return ("number", "ratio", "mass", "time")
        case BilinearAtMean(ceiling=None):
            return ("ratio", "number")
        case Concave(ceiling=None):
            return ("ratio",)
        case Levels() | PublishedLevels():
            return ("level",)
        case (  # less is better, which only of an amount is certain
            BilinearAtMean()
            | CeilingToLowest()
            | Concave()
            | HighestToLowest()
            | Logarithmic()
            | LowestLine()
            | LowestOverOwn()
            | MeanLine()
            | SlopeFromLowest()
        ):
            return ("amount",)
        case _:
            assert_never(scale)


def relative(scale: Scale) -> bool:
    """Tell whether the ratio of a bid depends on other bids."""
    return traits(scale).reference != "absolute"


def ratio(scale: Scale, at: str, measured: Expression, unit: str) -> Expression:  # noqa: C901, PLR0911, PLR0912 -- one a kind
    """Return the rule of a scale that stands at this pointer of the tender."""
    match scale:
        case Linear():
            return linear.ratio(at, measured, unit)
        case LowestOverOwn():
            return lowest_over_own.ratio(scale, at, measured)
        case BilinearAtMean():
            return bilinear_at_mean.ratio(scale, at, measured, unit)
        case Levels():
            return levels.ratio(at, measured)
        case PublishedLevels():
            return published_levels.ratio(scale, measured)
        case Steps():
            return steps.ratio(scale, at, measured, unit)
        case Interpolate():
            return interpolate.ratio(scale, at, measured, unit)
        case RatioToBest():
            return ratio_to_best.ratio(scale, at, measured)
        case HighestToLowest():
            return highest_to_lowest.ratio(at, measured)
        case SlopeFromLowest():
            return slope_from_lowest.ratio(scale, at, measured, unit)
        case CeilingToLowest():
            return ceiling_to_lowest.ratio(at, measured, unit)
        case Concave():
            return concave.ratio(scale, at, measured, unit)
        case LowestLine():
            return lowest_line.ratio(at, measured)
        case MeanLine():
            return mean_line.ratio(scale, at, measured)
        case Logarithmic():
            return logarithmic.ratio(scale, at, measured)
        case PowerOfReference():
            return power_of_reference.ratio(scale, at, measured, unit)
        case _:
            assert_never(scale)
