"""Lowest line: everything for the lowest of the stage, and less by the distance to it in parts of the highest."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Share
from circular_tender.formulas import catalogue, scales
from circular_tender.rules import Expression, Fact, apply


class LowestLine(Entry):
    """`all_zero` is what each bid earns where none has more than 0."""

    kind: Literal["lowest_line"]
    all_zero: Share


def ratio(at: str, measured: Expression) -> Expression:
    """Return the rule: (highest + lowest − own) ÷ highest."""
    return apply(
        catalogue.lowest_line,
        own=measured,
        highest=apply(scales.highest, own=measured),
        lowest=apply(scales.lowest, own=measured),
        all_zero=Fact("tender", f"{at}/all_zero"),
    )
