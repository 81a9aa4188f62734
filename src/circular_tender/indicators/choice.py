"""Choice: which of the options that the tender lists a bidder offers."""

from typing import Literal

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Name
from circular_tender.indicators.answer import asked, told
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Fact


class Choice(Entry):
    """The proof asked for, if any, and the option that counts without an answer or that proof.

    The options are the levels of the criterion's scale.
    """

    kind: Literal["choice"]
    evidence: EvidenceKind | None = None
    valid_on: CalendarDay | None = None
    otherwise: Name


def measure(indicator: Choice, criterion: str, at: str, basis: Basis) -> Measure:
    """Return the rule: the option as offered, else `otherwise`; a level."""
    claimed = Fact("bid", f"/answers/{criterion}/value", "text", absent=indicator.otherwise)
    otherwise = Fact("tender", f"{at}/otherwise", "text")
    return Measure(
        "level", told(claimed, otherwise, criterion, asked(indicator.evidence, indicator.valid_on, at, basis))
    )
