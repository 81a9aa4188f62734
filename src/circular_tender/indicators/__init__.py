"""Claim to measured value. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import assert_never

from circular_tender.indicators import (
    answer,
    biobased_content,
    choice,
    disassembly,
    discount,
    environmental_cost,
    french_repairability,
    guaranteed_lifetime,
    hazardous_substances,
    judgement,
    material_circularity,
    material_passport,
    price,
    recycled_content,
    residual_value,
    reuse_at_end_of_life,
    spare_parts,
    take_back,
    untp_circularity,
)
from circular_tender.indicators.allowed import Bounds as Bounds
from circular_tender.indicators.allowed import Listed as Listed
from circular_tender.indicators.allowed import allows as allows
from circular_tender.indicators.allowed import closest as closest
from circular_tender.indicators.allowed import lowest as lowest
from circular_tender.indicators.allowed import offered as offered
from circular_tender.indicators.answer import Answer as Answer
from circular_tender.indicators.biobased_content import BiobasedContent as BiobasedContent
from circular_tender.indicators.choice import Choice as Choice
from circular_tender.indicators.claims import Claims as Claims
from circular_tender.indicators.claims import claims as claims
from circular_tender.indicators.disassembly import Disassembly as Disassembly
from circular_tender.indicators.discount import Discount as Discount
from circular_tender.indicators.environmental_cost import CLIMATE_PARTS as CLIMATE_PARTS
from circular_tender.indicators.environmental_cost import EN15804_A2 as EN15804_A2
from circular_tender.indicators.environmental_cost import UNITS as UNITS
from circular_tender.indicators.environmental_cost import EnvironmentalCost as EnvironmentalCost
from circular_tender.indicators.evidence import NONE as NONE
from circular_tender.indicators.evidence import REFUSED as REFUSED
from circular_tender.indicators.evidence import Asked as Asked
from circular_tender.indicators.evidence import counts as counts
from circular_tender.indicators.french_repairability import FrenchRepairability as FrenchRepairability
from circular_tender.indicators.guaranteed_lifetime import GuaranteedLifetime as GuaranteedLifetime
from circular_tender.indicators.hazardous_substances import HazardousSubstances as HazardousSubstances
from circular_tender.indicators.judgement import Judgement as Judgement
from circular_tender.indicators.kinds import Indicator as Indicator
from circular_tender.indicators.material import PRODUCT as PRODUCT
from circular_tender.indicators.material_circularity import Destination as Destination
from circular_tender.indicators.material_circularity import MaterialCircularity as MaterialCircularity
from circular_tender.indicators.material_circularity import Origin as Origin
from circular_tender.indicators.material_passport import MaterialPassport as MaterialPassport
from circular_tender.indicators.measure import Basis as Basis
from circular_tender.indicators.measure import Gives as Gives
from circular_tender.indicators.measure import Measure as Measure
from circular_tender.indicators.measure import Restated as Restated
from circular_tender.indicators.price import Price as Price
from circular_tender.indicators.recycled_content import RecycledContent as RecycledContent
from circular_tender.indicators.residual_value import ResidualValue as ResidualValue
from circular_tender.indicators.reuse_at_end_of_life import LADDER as LADDER
from circular_tender.indicators.reuse_at_end_of_life import ReuseAtEndOfLife as ReuseAtEndOfLife
from circular_tender.indicators.spare_parts import SpareParts as SpareParts
from circular_tender.indicators.take_back import TakeBack as TakeBack
from circular_tender.indicators.untp_circularity import UntpCircularity as UntpCircularity
from circular_tender.indicators.utility import Utility as Utility


def measure(  # noqa: C901, PLR0911, PLR0912 -- one a kind
    indicator: Indicator, at: str, criterion: str, basis: Basis
) -> Measure:
    """Return the rule of an indicator that stands at this pointer of the tender, in the criterion of this id."""
    match indicator:
        case Price():
            return price.measure()
        case Discount():
            return discount.measure(indicator)
        case Judgement():
            return judgement.measure(indicator, criterion, at)
        case Answer():
            return answer.measure(indicator, criterion, at, basis)
        case Choice():
            return choice.measure(indicator, criterion, at, basis)
        case ReuseAtEndOfLife():
            return reuse_at_end_of_life.measure(indicator, at, basis)
        case RecycledContent():
            return recycled_content.measure(indicator, at, basis)
        case MaterialPassport():
            return material_passport.measure(indicator, at, basis)
        case TakeBack():
            return take_back.measure(indicator, at)
        case GuaranteedLifetime():
            return guaranteed_lifetime.measure(indicator, at, basis)
        case MaterialCircularity():
            return material_circularity.measure(indicator, at, basis)
        case UntpCircularity():
            return untp_circularity.measure(indicator, at, basis)
        case Disassembly():
            return disassembly.measure(indicator, at, basis)
        case FrenchRepairability():
            return french_repairability.measure(indicator, at, basis)
        case BiobasedContent():
            return biobased_content.measure(indicator, at, basis)
        case SpareParts():
            return spare_parts.measure(indicator, at, basis)
        case ResidualValue():
            return residual_value.measure(indicator, at, basis)
        case EnvironmentalCost():
            return environmental_cost.measure(indicator, at, basis)
        case HazardousSubstances():
            return hazardous_substances.measure(indicator, at, basis)
        case _:
            assert_never(indicator)
