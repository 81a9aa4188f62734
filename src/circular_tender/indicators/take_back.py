"""Take-back: what the supplier takes back, for how long, at what cost, and how firmly it is promised.

Where the products go afterwards is not counted here: that is the subject of reuse at end of life. What is paid for them
is that of residual value.
"""

from typing import Literal, TypeAlias

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import PositiveTime, Share
from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import NONE
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, Rows, apply

#: How the products are contracted: bought, with or without a promise to take them back, or as a service.
ContractForm: TypeAlias = Literal[
    "purchase",
    "purchase_take_back",
    "purchase_buy_back",
    "purchase_resale_third_party",
    "rental",
    "operational_lease",
    "pay_per_use",
    "service",
    "refurbish_own_stock",
]
#: How the supplier accounts for what it took back and where that went.
Reporting: TypeAlias = Literal["none", "at_the_end", "yearly", "yearly_audited"]


class TakeBack(Entry):
    """The term asked for, the value of each cost and guarantee, and of contract forms and reporting if they count."""

    kind: Literal["take_back"]
    within: PositiveTime
    cost: dict[Literal["paid_to_buyer", "free", "at_cost"], Share] = Field(min_length=1)
    guarantee: dict[Literal["declared", "contractual", "contractual_with_penalty"], Share] = Field(min_length=1)
    form: dict[ContractForm, Share] | None = Field(default=None, min_length=1)
    reporting: dict[Reporting, Share] | None = Field(default=None, min_length=1)


def measure(indicator: TakeBack, at: str) -> Measure:
    """Return the rule: share × min(1, term ÷ within) × cost factor × guarantee factor × those of form and reporting."""
    measured: Expression = apply(
        circularity.take_back_value,
        share=Fact("bid", "/take_back/share", absent="0 %"),
        term=Fact("bid", "/take_back/term", absent="0 years"),
        within=Fact("tender", f"{at}/within"),
        cost=_factor(at, "cost"),
        guarantee=_factor(at, "guarantee"),
    )
    for name, table in (("form", indicator.form), ("reporting", indicator.reporting)):
        if table:
            measured = apply(circularity.also, value=measured, factor=_factor(at, name))
    return Measure("ratio", measured)


def _factor(at: str, name: str) -> Expression:
    table = Rows("tender", f"{at}/{name}/*", extra=((NONE, "0 %"),))
    return apply(price.row, table=table, key=Fact("bid", f"/take_back/{name}", "text", absent=NONE))
