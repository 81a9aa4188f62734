"""Measured value to ratio. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.rules import Expression
from circular_tender.scales import bilinear_at_mean, levels, linear, lowest_over_own
from circular_tender.scales.bilinear_at_mean import BilinearAtMean as BilinearAtMean
from circular_tender.scales.levels import Levels as Levels
from circular_tender.scales.linear import Linear as Linear
from circular_tender.scales.lowest_over_own import LowestOverOwn as LowestOverOwn

Scale: TypeAlias = Annotated[Linear | LowestOverOwn | BilinearAtMean | Levels, Field(discriminator="kind")]


def takes(scale: Scale) -> tuple[str, ...]:
    """Return what a measured value must be for this scale."""
    match scale:
        case Linear():
            return ("number", "amount", "ratio")
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
        case LowestOverOwn() | BilinearAtMean():
            return True
        case Linear() | Levels():
            return False
        case _:
            assert_never(scale)


def ratio(scale: Scale, at: str, measured: Expression, unit: str) -> Expression:
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
        case _:
            assert_never(scale)
