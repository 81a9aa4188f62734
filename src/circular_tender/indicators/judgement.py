"""Judgement: the mark that a panel gives."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.bids.fields import Number
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Fact


class Allowed(Entry):
    """The numbers that a panel may give."""

    least: Number
    greatest: Number


class Judgement(Entry):
    """The panel's mark: a number where `allowed` says which, else the name of a level."""

    kind: Literal["judgement"]
    aggregate: Literal["consensus", "mean"]
    allowed: Allowed | None = None


def measure(indicator: Judgement, criterion: str) -> Measure:
    """Return the rule: the mark as given, a number or a level."""
    at = f"/marks/{{bid}}/{criterion}/mark"
    if indicator.allowed is None:
        return Measure("level", Fact("judgements", at, "text"))
    return Measure("number", Fact("judgements", at))
