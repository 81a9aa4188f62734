"""Linear: a straight line between two values that the tender publishes, flat beyond them."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import AnyQuantity
from circular_tender.formulas import scales
from circular_tender.rules import Expression, Fact, apply


class Linear(Entry):
    """No points at `zero_at`, full points at `full_at`; with `full_at` the lower, less is better."""

    kind: Literal["linear"]
    zero_at: AnyQuantity
    full_at: AnyQuantity


def ratio(at: str, measured: Expression, unit: str) -> Expression:
    """Return the rule: clamp((measured − zero_at) ÷ (full_at − zero_at), 0, 1)."""
    return apply(
        scales.linear,
        measured=measured,
        zero_at=Fact("tender", f"{at}/zero_at", unit=unit),
        full_at=Fact("tender", f"{at}/full_at", unit=unit),
    )
