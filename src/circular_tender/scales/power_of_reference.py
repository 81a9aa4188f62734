"""Power of reference: a power of one's own value, divided by a published reference."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import AnyQuantity, Share, SignedExponent
from circular_tender.formulas import catalogue
from circular_tender.rules import Expression, Fact, apply


class PowerOfReference(Entry):
    """Everything is earned at the `reference`; with an `exponent` below 0 less is better, with one above 0 more.

    `bounds` says whether what would earn more than everything is `cut`, or `keep` lets it. A bid that has 0 earns
    `at_zero`.
    """

    kind: Literal["power_of_reference"]
    reference: AnyQuantity
    exponent: SignedExponent
    bounds: Literal["cut", "keep"]
    at_zero: Share


def ratio(scale: PowerOfReference, at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: (own ÷ reference) to the exponent."""
    uncut = apply(
        catalogue.power_of_reference,
        own=measured,
        reference=Fact("tender", f"{at}/reference", unit=unit),
        exponent=Fact("tender", f"{at}/exponent"),
        at_zero=Fact("tender", f"{at}/at_zero"),
    )
    return apply(catalogue.cut, uncut=uncut) if scale.bounds == "cut" else uncut
