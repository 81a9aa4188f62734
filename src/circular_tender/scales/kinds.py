"""The closed union of the kinds of scale."""

from typing import Annotated, TypeAlias

from pydantic import Field

from circular_tender.scales.bilinear_at_mean import BilinearAtMean
from circular_tender.scales.ceiling_to_lowest import CeilingToLowest
from circular_tender.scales.concave import Concave
from circular_tender.scales.highest_to_lowest import HighestToLowest
from circular_tender.scales.interpolate import Interpolate
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

Scale: TypeAlias = Annotated[
    Linear
    | LowestOverOwn
    | BilinearAtMean
    | Levels
    | PublishedLevels
    | Steps
    | Interpolate
    | RatioToBest
    | HighestToLowest
    | SlopeFromLowest
    | CeilingToLowest
    | Concave
    | LowestLine
    | MeanLine
    | Logarithmic
    | PowerOfReference,
    Field(discriminator="kind"),
]
