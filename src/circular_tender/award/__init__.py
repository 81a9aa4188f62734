"""Ratios to points, points to totals: the award method, its stages, thresholds and ties, and the rules they make."""

from circular_tender.award.published import GroupRule as GroupRule
from circular_tender.award.published import LeafRule as LeafRule
from circular_tender.award.published import Rules as Rules
from circular_tender.award.published import StageRule as StageRule
from circular_tender.award.published import ThresholdRule as ThresholdRule
from circular_tender.award.published import rules_as_json as rules_as_json
from circular_tender.award.weighted_points import Threshold as Threshold
from circular_tender.award.weighted_points import WeightedPoints as WeightedPoints
from circular_tender.award.weighted_points import group_points as group_points
from circular_tender.award.weighted_points import last_to_pass as last_to_pass
from circular_tender.award.weighted_points import leaf_points as leaf_points
from circular_tender.award.weighted_points import totals as totals
