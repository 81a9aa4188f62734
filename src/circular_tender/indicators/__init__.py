"""Claim to measured value. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.indicators import (
    discount,
    judgement,
    material_passport,
    price,
    reuse_at_end_of_life,
    take_back,
)
from circular_tender.indicators.discount import Discount as Discount
from circular_tender.indicators.evidence import NONE as NONE
from circular_tender.indicators.judgement import Judgement as Judgement
from circular_tender.indicators.material_passport import MaterialPassport as MaterialPassport
from circular_tender.indicators.measure import Gives as Gives
from circular_tender.indicators.measure import Measure as Measure
from circular_tender.indicators.price import Price as Price
from circular_tender.indicators.reuse_at_end_of_life import ReuseAtEndOfLife as ReuseAtEndOfLife
from circular_tender.indicators.take_back import TakeBack as TakeBack

Indicator: TypeAlias = Annotated[
    Price | Discount | Judgement | ReuseAtEndOfLife | MaterialPassport | TakeBack, Field(discriminator="kind")
]


def measure(indicator: Indicator, at: str, criterion: str) -> Measure:
    """Return the rule of an indicator that stands at this pointer of the tender, in the criterion of this id."""
    match indicator:
        case Price():
            return price.measure()
        case Discount():
            return discount.measure(indicator)
        case Judgement():
            return judgement.measure(indicator, criterion)
        case ReuseAtEndOfLife():
            return reuse_at_end_of_life.measure(indicator, at)
        case MaterialPassport():
            return material_passport.measure(indicator, at)
        case TakeBack():
            return take_back.measure(at)
        case _:
            assert_never(indicator)
