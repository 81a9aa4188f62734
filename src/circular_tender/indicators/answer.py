"""Answer: the quantity with which a bidder answers what the criterion asks."""

from typing import Literal

from circular_tender.bids import Day, Entry, EvidenceKind
from circular_tender.bids.fields import AnyQuantity, CalendarDay
from circular_tender.formulas import circularity
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, apply


class Answer(Entry):
    """What is asked, between which bounds, the proof asked for, and what counts without an answer or that proof.

    Without `least` no answer may be below 0; without `evidence` no proof is asked for.
    """

    kind: Literal["answer"]
    asks: Literal["number", "ratio", "mass", "time", "amount"]
    least: AnyQuantity | None = None
    greatest: AnyQuantity | None = None
    evidence: EvidenceKind | None = None
    valid_on: CalendarDay | None = None
    otherwise: AnyQuantity


def measure(indicator: Answer, criterion: str, at: str, basis: Basis) -> Measure:
    """Return the rule: the answer as given, else `otherwise`; in the unit that is asked for."""
    claimed = Fact("bid", f"/answers/{criterion}/value", absent=indicator.otherwise.text, unit=indicator.asks)
    otherwise = Fact("tender", f"{at}/otherwise", unit=indicator.asks)
    return Measure(
        indicator.asks, told(claimed, otherwise, criterion, asked(indicator.evidence, indicator.valid_on, at, basis))
    )


def asked(kind: EvidenceKind | None, valid_on: Day | None, at: str, basis: Basis) -> Asked | None:
    """Return what the tender asks of the proof of an answer; None where it asks for none."""
    return Asked.of(kind, valid_on, at, basis) if kind else None


def told(claimed: Fact, otherwise: Fact, criterion: str, proof: Asked | None) -> Expression:
    """Return the rule of an answer: as claimed where it is given and has the proof asked for, else `otherwise`."""
    given = Fact("bid", f"/answers/{criterion}", "presence")
    own = apply(circularity.told, holds=given, claimed=claimed, otherwise=otherwise)
    if proof is None:
        return own
    holds = counts(proof, f"/answers/{criterion}")
    return apply(circularity.told, holds=holds, claimed=own, otherwise=otherwise)
