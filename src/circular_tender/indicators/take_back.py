"""Take-back: what the supplier takes back, for how long, at what cost, and how firmly it is promised.

Where the products go afterwards is not counted here: that is the subject of reuse at end of life.
"""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import PositiveTime, Share
from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import NONE
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, Rows, apply


class TakeBack(Entry):
    """The term asked for, and the value of each cost and each guarantee."""

    kind: Literal["take_back"]
    within: PositiveTime
    cost: dict[Literal["paid_to_buyer", "free", "at_cost"], Share] = Field(min_length=1)
    guarantee: dict[Literal["declared", "contractual", "contractual_with_penalty"], Share] = Field(min_length=1)


def measure(at: str) -> Measure:
    """Return the rule: share × min(1, term ÷ within) × cost factor × guarantee factor, a ratio."""
    measured = apply(
        circularity.take_back_value,
        share=Fact("bid", "/take_back/share", absent="0 %"),
        term=Fact("bid", "/take_back/term", absent="0 years"),
        within=Fact("tender", f"{at}/within"),
        cost=_factor(at, "cost"),
        guarantee=_factor(at, "guarantee"),
    )
    return Measure("ratio", measured)


def _factor(at: str, name: str) -> Expression:
    table = Rows("tender", f"{at}/{name}/*", extra=((NONE, "0 %"),))
    return apply(price.row, table=table, key=Fact("bid", f"/take_back/{name}", "text", absent=NONE))
