"""Spare parts: for how long those that the tender names can be had, and how fast."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Count, Localised, Name, PositiveTime
from circular_tender.formulas import circularity, repair
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, apply, gathered

_LATE = "999999"  # working days: a delivery that is not told is in time for no tender


class SpareParts(Entry):
    """The spare parts asked for, for how long, and in how many working days; each counts as much as another."""

    kind: Literal["spare_parts"]
    parts: dict[Name, Localised] = Field(min_length=1)
    available: PositiveTime
    delivery: Count | None = None
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def measure(indicator: SpareParts, at: str, basis: Basis) -> Measure:
    """Return the rule: the mean of min(1, available ÷ asked) over the spare parts asked for, a ratio."""
    asked = Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    parts: dict[str, Expression] = {name: _part(indicator, name, at, asked) for name in sorted(indicator.parts)}
    return Measure("ratio", apply(repair.mean_of_spare_parts, parts=apply(gathered, **parts)))


def _part(indicator: SpareParts, name: str, at: str, asked: Asked) -> Expression:
    claim = f"/spare_parts/{name}"
    holds = counts(asked, claim)
    if indicator.delivery:
        within = Fact("tender", f"{at}/delivery")
        prompt = apply(repair.in_time, delivery=Fact("bid", f"{claim}/delivery", absent=_LATE), within=within)
        holds = apply(circularity.also, value=holds, factor=prompt)
    available = Fact("bid", f"{claim}/available", absent="0 years")
    return apply(repair.spare_part, available=available, asked=Fact("tender", f"{at}/available"), counts=holds)
