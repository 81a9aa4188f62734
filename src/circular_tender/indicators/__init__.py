"""Claim to measured value. A kind is one file: its parameters and its rule; the kinds are a closed union."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from circular_tender.indicators import (
    answer,
    choice,
    discount,
    guaranteed_lifetime,
    judgement,
    material_passport,
    price,
    recycled_content,
    reuse_at_end_of_life,
    take_back,
)
from circular_tender.indicators.allowed import Bounds as Bounds
from circular_tender.indicators.allowed import Listed as Listed
from circular_tender.indicators.allowed import allows as allows
from circular_tender.indicators.allowed import closest as closest
from circular_tender.indicators.allowed import lowest as lowest
from circular_tender.indicators.allowed import offered as offered
from circular_tender.indicators.answer import Answer as Answer
from circular_tender.indicators.choice import Choice as Choice
from circular_tender.indicators.discount import Discount as Discount
from circular_tender.indicators.evidence import NONE as NONE
from circular_tender.indicators.evidence import REFUSED as REFUSED
from circular_tender.indicators.guaranteed_lifetime import GuaranteedLifetime as GuaranteedLifetime
from circular_tender.indicators.judgement import Judgement as Judgement
from circular_tender.indicators.material_passport import MaterialPassport as MaterialPassport
from circular_tender.indicators.measure import Gives as Gives
from circular_tender.indicators.measure import Measure as Measure
from circular_tender.indicators.price import Price as Price
from circular_tender.indicators.recycled_content import RecycledContent as RecycledContent
from circular_tender.indicators.reuse_at_end_of_life import ReuseAtEndOfLife as ReuseAtEndOfLife
from circular_tender.indicators.take_back import TakeBack as TakeBack

Indicator: TypeAlias = Annotated[
    Price
    | Discount
    | Judgement
    | Answer
    | Choice
    | ReuseAtEndOfLife
    | RecycledContent
    | MaterialPassport
    | TakeBack
    | GuaranteedLifetime,
    Field(discriminator="kind"),
]


def measure(indicator: Indicator, at: str, criterion: str, *, dated: bool) -> Measure:  # noqa: C901, PLR0911 -- one a kind
    """Return the rule of an indicator that stands at this pointer of the tender, in the criterion of this id.

    `dated`: the tender has a reference date, on which proof must be in force.
    """
    match indicator:
        case Price():
            return price.measure()
        case Discount():
            return discount.measure(indicator)
        case Judgement():
            return judgement.measure(indicator, criterion, at)
        case Answer():
            return answer.measure(indicator, criterion, at, dated=dated)
        case Choice():
            return choice.measure(indicator, criterion, at, dated=dated)
        case ReuseAtEndOfLife():
            return reuse_at_end_of_life.measure(indicator, at, dated=dated)
        case RecycledContent():
            return recycled_content.measure(indicator, at, dated=dated)
        case MaterialPassport():
            return material_passport.measure(indicator, at, dated=dated)
        case TakeBack():
            return take_back.measure(at)
        case GuaranteedLifetime():
            return guaranteed_lifetime.measure(indicator, at, dated=dated)
        case _:
            assert_never(indicator)
