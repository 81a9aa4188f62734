"""Ratios to points, points to totals: the award methods, their stages, thresholds and ties, and the rules they make.

A method is one file: its parameters and its rule; the methods are a closed union.
"""

from fractions import Fraction
from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.award import (
    best_quality,
    life_cycle_cost,
    lowest_price,
    percentage_discount,
    price_per_point,
    prozorro,
    quality_per_price,
    relative_value_cost,
    utility_index,
    value_based,
    weighted_points,
)
from circular_tender.award.best_quality import BestQuality as BestQuality
from circular_tender.award.life_cycle_cost import LifeCycleCost as LifeCycleCost
from circular_tender.award.life_cycle_cost import in_todays_money as in_todays_money
from circular_tender.award.lowest_price import LowestPrice as LowestPrice
from circular_tender.award.method import Counts as Counts
from circular_tender.award.method import Criteria as Criteria
from circular_tender.award.method import Key as Key
from circular_tender.award.method import Threshold as Threshold
from circular_tender.award.method import Totals as Totals
from circular_tender.award.method import rounded as rounded
from circular_tender.award.percentage_discount import PercentageDiscount as PercentageDiscount
from circular_tender.award.points import group_points as group_points
from circular_tender.award.points import last_to_pass as last_to_pass
from circular_tender.award.points import leaf_points as leaf_points
from circular_tender.award.price_per_point import PricePerPoint as PricePerPoint
from circular_tender.award.prozorro import ProzorroCoefficient as ProzorroCoefficient
from circular_tender.award.published import CostRule as CostRule
from circular_tender.award.published import GroupRule as GroupRule
from circular_tender.award.published import LeafRule as LeafRule
from circular_tender.award.published import Rules as Rules
from circular_tender.award.published import StageRule as StageRule
from circular_tender.award.published import ThresholdRule as ThresholdRule
from circular_tender.award.published import rules_as_json as rules_as_json
from circular_tender.award.quality_per_price import Band as Band
from circular_tender.award.quality_per_price import QualityPerPrice as QualityPerPrice
from circular_tender.award.relative_value_cost import RelativeValueCost as RelativeValueCost
from circular_tender.award.utility_index import UtilityIndex as UtilityIndex
from circular_tender.award.value_based import ValueBased as ValueBased
from circular_tender.award.weighted_points import WeightedPoints as WeightedPoints

Award: TypeAlias = Annotated[
    WeightedPoints
    | ValueBased
    | PercentageDiscount
    | LowestPrice
    | LifeCycleCost
    | BestQuality
    | PricePerPoint
    | QualityPerPrice
    | UtilityIndex
    | RelativeValueCost
    | ProzorroCoefficient,
    Field(discriminator="method"),
]


def counts(award: Award) -> Counts:
    """Return what weights are counted in."""
    match award:
        case ValueBased():
            return "amount"
        case PercentageDiscount() | ProzorroCoefficient():
            return "ratio"
        case _:
            return "points"


def maximum(award: Award) -> Fraction | None:
    """Return the points that can be earned; None where a total is no sum of points."""
    return award.points.value if isinstance(award, WeightedPoints | BestQuality) else None


def lowest_wins(award: Award) -> bool:
    """Tell whether the lowest total is the best."""
    match award:
        case WeightedPoints() | BestQuality() | QualityPerPrice() | UtilityIndex():
            return False
        case (
            ValueBased()
            | PercentageDiscount()
            | LowestPrice()
            | LifeCycleCost()
            | PricePerPoint()
            | RelativeValueCost()
            | ProzorroCoefficient()
        ):
            return True
        case _:
            assert_never(award)


def adds_up(award: Award) -> bool:
    """Tell whether a total is a sum, of which each criterion has its part."""
    return isinstance(award, WeightedPoints | BestQuality | ValueBased | LowestPrice | LifeCycleCost)


def counts_costs(award: Award) -> bool:
    """Tell whether costs are a part of the total."""
    return not isinstance(award, WeightedPoints | BestQuality)


def scales_cost(award: Award, cost: str) -> bool:
    """Tell whether a cost is multiplied or divided, so that below 0 more would be less."""
    match award:
        case ProzorroCoefficient(divided=divided):
            return cost == divided
        case _:
            return counts_costs(award) and not isinstance(award, ValueBased | LowestPrice | LifeCycleCost)


def scales_points(award: Award) -> bool:
    """Tell whether points are multiplied or divided by, so that below 0 more would be less."""
    return isinstance(award, PricePerPoint | QualityPerPrice | UtilityIndex | RelativeValueCost)


def scores(award: Award) -> bool:
    """Tell whether what criteria earn is a part of the total."""
    return not isinstance(award, LowestPrice | LifeCycleCost)


def looks_at_others(award: Award) -> bool:
    """Tell whether the order of two bids depends on a third, even where what they earn does not.

    In a relative value cost the other bids are a common factor, which changes no order.
    """
    return isinstance(award, UtilityIndex) or (isinstance(award, QualityPerPrice) and award.band is not None)


def totals(award: Award, criteria: Criteria) -> Totals:  # noqa: C901, PLR0911 -- one a method
    """Return the rules of a bid's total."""
    match award:
        case WeightedPoints():
            return weighted_points.totals(criteria)
        case ValueBased():
            return value_based.totals(criteria)
        case PercentageDiscount():
            return percentage_discount.totals(criteria)
        case LowestPrice():
            return lowest_price.totals(criteria)
        case LifeCycleCost():
            return life_cycle_cost.totals(criteria)
        case BestQuality():
            return best_quality.totals(criteria)
        case PricePerPoint():
            return price_per_point.totals(criteria)
        case QualityPerPrice():
            return quality_per_price.totals(award, criteria)
        case UtilityIndex():
            return utility_index.totals(criteria)
        case RelativeValueCost():
            return relative_value_cost.totals(criteria)
        case ProzorroCoefficient():
            return prozorro.totals(award, criteria)
        case _:
            assert_never(award)
