"""Residual value: what the supplier pays when it takes the products back, in the money of today."""

from collections.abc import Callable
from typing import Literal

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Share
from circular_tender.formulas import impacts
from circular_tender.indicators import price
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, apply, gathered


class ResidualValue(Entry):
    """The yearly rate at which later money counts less, and whether it counts as money or as a share of the price."""

    kind: Literal["residual_value"]
    rate: Share
    counted: Literal["amount", "share_of_price"]
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None

    @property
    def needs_prices(self) -> bool:
        """Whether what is measured depends on the price too."""
        return self.counted == "share_of_price"


def measure(indicator: ResidualValue, at: str, basis: Basis) -> Measure:
    """Return the rule: Σ quantity × return value ÷ (1 + rate)^years, an amount or a ratio; 0 without a promise."""
    asked = Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    value = apply(
        impacts.value_today,
        quantity=Fact("tender", "/prices/lines/*/quantity"),
        amount=_of_lines(basis, lambda at: Fact("bid", f"{at}/amount", absent="0", unit="amount")),
        rate=Fact("tender", f"{at}/rate"),
        after=_of_lines(basis, lambda at: Fact("bid", f"{at}/after", absent="0 years")),
        counts=_of_lines(basis, lambda at: counts(asked, at)),
    )
    worth = apply(impacts.sum_of_values, values=value)
    if indicator.counted == "amount":
        return Measure("amount", worth)
    return Measure("ratio", apply(impacts.share_of_price, value=worth, price=price.measure().expression))


def _of_lines(basis: Basis, told: Callable[[str], Expression]) -> Expression:
    """Return what is told of the return value of each line, in the order of the price schedule."""
    return apply(gathered, **{line: told(f"/take_back/return_values/{line}") for line in basis.lines})
