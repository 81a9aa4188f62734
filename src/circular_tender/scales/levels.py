"""Levels: a ratio for each level that a panel may give."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import Localised, Name, SignedShare
from circular_tender.formulas import price
from circular_tender.rules import Expression, Rows, apply


class Levels(Entry):
    """The table of levels: name -> ratio, below 0 % where it costs points; `descriptions` says what a level means."""

    kind: Literal["levels"]
    levels: dict[Name, SignedShare] = Field(min_length=1)
    descriptions: dict[Name, Localised] = Field(default_factory=dict)


def ratio(at: str, measured: Expression) -> Expression:
    """Return the rule: the row of the level."""
    return apply(price.row, table=Rows("tender", f"{at}/levels/*"), key=measured)
