"""What the log of decisions says: which bids it rejects, and what was drawn; and whether it is complete."""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from circular_tender.assessment import Decided, NotMet, Rejection
from circular_tender.bids import Bid, Decision, Decisions, Draw, Rejected, RequirementJudged
from circular_tender.errors import Finding, nearest, shown
from circular_tender.rules import pointer
from circular_tender.tender import Tender


def rejections(decisions: Decisions | None) -> Iterator[tuple[str, Rejection]]:
    """Yield the bids that the log rejects, in its order, each with the ground."""
    for position, decision in enumerate(decisions.decisions if decisions else ()):
        match decision:
            case RequirementJudged(met=False):
                yield decision.bid, NotMet(decision.requirement, position, decision)
            case Rejected():
                yield decision.bid, Decided(position, decision)
            case _:
                pass


def findings(tender: Tender, bids: Sequence[Bid], decisions: Decisions) -> Iterator[Finding]:
    """Yield what in a log does not answer the tender and the bids."""
    if decisions.tender != tender.reference:
        yield Finding("other-tender", "/tender", shown(decisions.tender), (("expected", tender.reference),))
    known = {"bid": [bid.id for bid in bids], "requirement": [asked.id for asked in tender.requirements]}
    first: dict[tuple[str, ...], str] = {}
    for position, decision in enumerate(decisions.decisions):
        at = pointer("decisions", position)
        yield from _names(decision, at, known)
        subject = _subject(decision)
        if subject in first:
            yield Finding("decided-twice", at, shown(subject[-1]), (("first", first[subject]),))
        first.setdefault(subject, at)
        if isinstance(decision, Draw) and "draw" not in tender.award.ties:
            yield Finding("draw-not-published", at, shown("draw"))


def undecided(tender: Tender, admitted: Sequence[str], decisions: Decisions | None) -> Iterator[Finding]:
    """Yield the requirements of which the log does not say whether an admitted bid meets them."""
    subjects = {_subject(decision) for decision in decisions.decisions} if decisions else set[tuple[str, ...]]()
    for bid in admitted:
        for asked in tender.requirements:
            if ("requirement", bid, asked.id) not in subjects:
                data = (("bid", bid), ("requirement", asked.id))
                yield Finding("decision-missing", "/decisions", shown(None), data)


def _subject(decision: Decision) -> tuple[str, ...]:
    match decision:
        case RequirementJudged():
            return decision.kind, decision.bid, decision.requirement
        case Rejected():
            return decision.kind, decision.bid
        case Draw():
            return decision.kind, *sorted(decision.order)
        case _:
            assert_never(decision)


def _names(decision: Decision, at: str, known: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    match decision:
        case RequirementJudged():
            named = [("bid", "bid", decision.bid), ("requirement", "requirement", decision.requirement)]
        case Rejected():
            named = [("bid", "bid", decision.bid)]
        case Draw():
            named = [("bid", f"order/{number}", bid) for number, bid in enumerate(decision.order)]
            for number, bid in enumerate(decision.order):
                if bid in decision.order[:number]:
                    first = (("id", bid), ("first", f"{at}/order/{decision.order.index(bid)}"))
                    yield Finding("duplicate-id", f"{at}/order/{number}", shown(bid), first)
        case _:
            assert_never(decision)
    for sort, key, name in named:
        if name not in known[sort]:
            yield Finding(f"unknown-{sort}", f"{at}/{key}", shown(name), (("slip", nearest(name, known[sort])),))
