"""Price: the sum of a bid's price schedule."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.formulas import price
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Fact, Rows, apply


class Price(Entry):
    """The sum of quantity × unit price over all lines of the tender."""

    kind: Literal["price"]


def measure() -> Measure:
    """Return the rule: Σ quantity × unit price, an amount."""
    unit_price = apply(
        price.row,
        table=Rows("bid", "/prices/*", unit="amount"),
        key=Fact("tender", "/prices/lines/*/id", "text"),
    )
    quantity = Fact("tender", "/prices/lines/*/quantity")
    return Measure("amount", apply(price.schedule_total, quantity=quantity, unit_price=unit_price))
