"""Logarithmic: everything for the lowest of the stage, and nothing at a published multiple of it.

With `bounds: keep` the lowest bid shifts the ratios of all others by the same, so the order of two bids does not depend
on a third, but for what rounding the logarithm to 12 decimals can do. With `bounds: cut` it may.
"""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Multiple, Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class Logarithmic(Entry):
    """The same factor between two bids is always worth the same; `zero_at_multiple` times the lowest earns nothing.

    Further on the ratio is `cut` at 0, or `keep` lets it fall. Where the lowest is 0, each bid earns `lowest_zero`.
    """

    kind: Literal["logarithmic"]
    zero_at_multiple: Multiple
    bounds: Literal["cut", "keep"]
    lowest_zero: Share


def ratio(scale: Logarithmic, at: str, measured: Expression) -> Expression:
    """Return the rule: 1 − ln(own ÷ lowest) ÷ ln(zero_at_multiple)."""
    uncut = apply(
        catalogue.logarithmic,
        own=measured,
        lowest=apply(scales.lowest, own=measured),
        zero_at_multiple=Fact("tender", f"{at}/zero_at_multiple"),
        lowest_zero=Fact("tender", f"{at}/lowest_zero"),
    )
    return apply(catalogue.cut, uncut=uncut) if scale.bounds == "cut" else uncut
