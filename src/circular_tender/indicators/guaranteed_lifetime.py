"""Guaranteed lifetime: for how long the supplier guarantees its products."""

from typing import Literal

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay, Time
from circular_tender.formulas import circularity
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.material import Bill
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Fact, apply

_GUARANTEE = "/products/*/guarantee"


class GuaranteedLifetime(Entry):
    """Which of the products' terms counts, the weakest proof that does, and the term of what has none."""

    kind: Literal["guaranteed_lifetime"]
    aggregate: Literal["shortest", "mean_by_pieces"]
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None
    otherwise: Time


def measure(indicator: GuaranteedLifetime, at: str, basis: Basis) -> Measure:
    """Return the rule: the shortest term of all products, or their mean by pieces, a time."""
    terms = apply(
        circularity.told,
        holds=counts(Asked.of(indicator.evidence, indicator.valid_on, at, basis), _GUARANTEE),
        claimed=Fact("bid", f"{_GUARANTEE}/term", absent="0 years"),
        otherwise=Fact("tender", f"{at}/otherwise"),
    )
    return Measure("time", Bill.of(basis).over_products(terms, lowest=indicator.aggregate == "shortest"))
