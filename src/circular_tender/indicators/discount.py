"""Discount: a percentage that bidders offer."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Id
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Fact


class Discount(Entry):
    """The percentage offered on one of the tender's discounts."""

    kind: Literal["discount"]
    of: Id


def measure(indicator: Discount) -> Measure:
    """Return the rule: the percentage as offered, a ratio."""
    return Measure("ratio", Fact("bid", f"/discounts/{indicator.of}"))
