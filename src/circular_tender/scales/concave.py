"""Concave: a curve on which each further step down from a ceiling, or up from no discount, earns less or more."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Exponent, Positive
from circular_tender.formulas import catalogue
from circular_tender.rules import Expression, Fact, apply


class Concave(Entry):
    """A `ceiling` must stand where an amount is measured, and may not where a ratio is, such as a discount.

    An amount at the ceiling or above it earns nothing.
    """

    kind: Literal["concave"]
    exponent: Exponent
    ceiling: Positive | None = None


def ratio(scale: Concave, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: 1 − (own ÷ ceiling) to the exponent; of a ratio, 1 − (1 − own) to the exponent."""
    exponent = Fact("tender", f"{at}/exponent")
    if scale.ceiling is None:
        return apply(catalogue.concave_of_ratio, own=measured, exponent=exponent)
    ceiling = Fact("tender", f"{at}/ceiling", unit=unit)
    return apply(catalogue.concave, own=measured, ceiling=ceiling, exponent=exponent)
