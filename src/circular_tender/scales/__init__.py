"""Measured value to ratio. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.rules import Expression
from circular_tender.scales import bilinear_at_mean, interpolate, levels, linear, lowest_over_own, ratio_to_best, steps
from circular_tender.scales.bilinear_at_mean import BilinearAtMean as BilinearAtMean
from circular_tender.scales.interpolate import Interpolate as Interpolate
from circular_tender.scales.interpolate import Point as Point
from circular_tender.scales.levels import Levels as Levels
from circular_tender.scales.linear import Linear as Linear
from circular_tender.scales.lowest_over_own import LowestOverOwn as LowestOverOwn
from circular_tender.scales.ratio_to_best import RatioToBest as RatioToBest
from circular_tender.scales.steps import Step as Step
from circular_tender.scales.steps import Steps as Steps

Scale: TypeAlias = Annotated[
    Linear | LowestOverOwn | BilinearAtMean | Levels | Steps | Interpolate | RatioToBest, Field(discriminator="kind")
]


def takes(scale: Scale) -> tuple[str, ...]:
    """Return what a measured value must be for this scale."""
    match scale:
        case Linear() | Steps() | Interpolate():
            return ("number", "amount", "ratio", "mass", "time")
        case RatioToBest():
            return ("number", "ratio", "mass", "time")
        case LowestOverOwn():
            return ("amount",)
        case BilinearAtMean():
            return ("ratio", "number")
        case Levels():
            return ("level",)
        case _:
            assert_never(scale)


def relative(scale: Scale) -> bool:
    """Tell whether the ratio of a bid depends on other bids."""
    match scale:
        case LowestOverOwn() | BilinearAtMean() | RatioToBest():
            return True
        case Linear() | Levels() | Steps() | Interpolate():
            return False
        case _:
            assert_never(scale)


def ratio(scale: Scale, at: str, measured: Expression, unit: str) -> Expression:  # noqa: PLR0911 -- one a kind
    """Return the rule of a scale that stands at this pointer of the tender."""
    match scale:
        case Linear():
            return linear.ratio(at, measured, unit)
        case LowestOverOwn():
            return lowest_over_own.ratio(measured)
        case BilinearAtMean():
            return bilinear_at_mean.ratio(at, measured)
        case Levels():
            return levels.ratio(at, measured)
        case Steps():
            return steps.ratio(scale, at, measured, unit)
        case Interpolate():
            return interpolate.ratio(scale, at, measured, unit)
        case RatioToBest():
            return ratio_to_best.ratio(at, measured)
        case _:
            assert_never(scale)
