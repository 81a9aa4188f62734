"""Judgement: the mark that a panel gives."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Number
from circular_tender.formulas import panel
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Fact, apply


class Allowed(Entry):
    """The numbers that a panel may give."""

    least: Number
    greatest: Number


class Judgement(Entry):
    """The panel's mark: a number where `allowed` says which, else the name of a level.

    `consensus` and `mean` say how the one mark that is written came about; with `mean_of_members` it is computed from
    the marks of the members.
    """

    kind: Literal["judgement"]
    aggregate: Literal["consensus", "mean", "mean_of_members"]
    allowed: Allowed | None = None


def measure(indicator: Judgement, criterion: str) -> Measure:
    """Return the rule: the mark as given, a number or a level; or the mean of the members' marks, a number."""
    if indicator.aggregate == "mean_of_members":
        marks = Fact("judgements", f"/marks/{{bid}}/{criterion}/members/*/mark")
        return Measure("number", apply(panel.mean_of_members, marks=marks))
    at = f"/marks/{{bid}}/{criterion}/mark"
    if indicator.allowed is None:
        return Measure("level", Fact("judgements", at, "text"))
    return Measure("number", Fact("judgements", at))
