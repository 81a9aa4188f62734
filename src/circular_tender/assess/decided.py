"""What the log of decisions says: which bids it rejects, and what was drawn; and whether it is complete."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from circular_tender.assessment import Decided, NotMet, Rejection
from circular_tender.bids import (
    Bid,
    Clarified,
    Decision,
    Decisions,
    Disclosed,
    Draw,
    EvidenceJudged,
    LowPrice,
    MarkRevised,
    OfLot,
    Opened,
    Rejected,
    RequirementJudged,
    nameless_reasons,
)
from circular_tender.errors import Finding, nearest, shown
from circular_tender.rules import pointer
from circular_tender.tender import Tender, stages_of

Named = tuple[tuple[str, str, str], ...]  # of what sort, under which key, which id


def outright(decisions: Decisions | None) -> list[tuple[str, Rejection]]:
    """Return the bids that the log rejects before any stage."""
    return [
        (bid, ground) for bid, ground in _rejections(decisions) if not (isinstance(ground, Decided) and ground.after)
    ]


def later(decisions: Decisions | None) -> list[tuple[str, Decided]]:
    """Return the bids that the log rejects after a stage."""
    return [(bid, ground) for bid, ground in _rejections(decisions) if isinstance(ground, Decided) and ground.after]


def _rejections(decisions: Decisions | None) -> Iterator[tuple[str, Rejection]]:
    """Yield the bids that the log rejects, in its order, each with the ground."""
    for position, decision in decisions.entries if decisions else ():
        match decision:
            case RequirementJudged(met=False):
                yield decision.bid, NotMet(decision.requirement, position, decision)
            case Rejected() | LowPrice(explained=False):
                yield decision.bid, Decided(position, decision)
            case _:
                pass


def findings(tender: Tender, bids: Sequence[str], decisions: Decisions) -> Iterator[Finding]:
    """Yield what in a log does not answer the tender and the bids."""
    if decisions.tender != tender.reference:
        yield Finding("other-tender", "/tender", shown(decisions.tender), (("expected", tender.reference),))
    known = {
        "bid": bids,
        "requirement": [asked.id for asked in tender.requirements],
        "stage": stages_of(tender),
        "lot": [lot.id for lot in tender.whole.lots],
    }
    first: dict[tuple[str, ...], str] = {}
    for position, decision in decisions.entries:
        at = pointer("decisions", position)
        yield from _names(decision, at, known)
        subject = _subject(decision) if tender.lots == () else ()  # with lots, the part of the log of each is looked at
        if subject and subject in first:
            yield Finding("decided-twice", at, shown(subject[-1]), (("first", first[subject]),))
        first.setdefault(subject, at)
        if isinstance(decision, Disclosed) and nameless_reasons(decision.releases):
            yield Finding("reasons-without-name", f"{at}/releases", shown([*decision.releases]))
        yield from _after(tender, decision, f"{at}/after")
        if isinstance(decision, Draw) and "draw" not in tender.award.ties:
            yield Finding("draw-not-published", at, shown("draw"))
    yield from _order(decisions, known["stage"])


def _after(tender: Tender, decision: Decision, at: str) -> Iterator[Finding]:
    """Yield what stands against a rejection after a stage: nothing is rejected, or its effect is not published."""
    if not isinstance(decision, Rejected | LowPrice) or decision.after is None:
        return
    if isinstance(decision, LowPrice) and decision.explained:
        yield Finding("after-explained", at, shown(decision.after))
    if tender.award.on_rejection is None:
        yield Finding("after-not-published", at, shown(decision.after))


def not_reached(decided: Sequence[tuple[str, Decided]], stages: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    """Yield the rejections after a stage in which the bid took no part; `stages` are those of each bid."""
    for bid, ground in decided:
        if ground.after and ground.after not in stages.get(bid, ()):
            at = pointer("decisions", ground.position, "after")
            yield Finding("after-not-reached", at, shown(ground.after), (("bid", bid),))


def draws(decisions: Decisions | None) -> list[tuple[int, Draw]]:
    """Return what was drawn, each with its place in the log; of an order without those rejected after it was drawn."""
    gone = [(ground.position, bid) for bid, ground in later(decisions)]
    orders = [
        (position, draw, tuple(bid for bid in draw.order if not any(n > position and bid == b for n, b in gone)))
        for position, draw in (decisions.draws if decisions else ())
    ]
    return [(n, draw.model_copy(update={"order": order})) for n, draw, order in orders if order[1:]]


def _order(decisions: Decisions, stages: Sequence[str]) -> Iterator[Finding]:
    """Yield the decisions that stand before an earlier one, and the stages that were opened before an earlier one."""
    for (_, before), (position, after) in pairwise(decisions.entries):
        if after.at.moment < before.at.moment:
            at = pointer("decisions", position, "at")
            yield Finding("decisions-order", at, shown(after.at.text), (("before", before.at.text),))
    opened = [(n, d.stage) for n, d in decisions.entries if isinstance(d, Opened) and d.stage in stages]
    for (_, stage), (position, later) in pairwise(opened):
        if stages.index(later) < stages.index(stage):
            at = pointer("decisions", position, "stage")
            yield Finding("stages-order", at, shown(later), (("before", stage),))


def undecided(tender: Tender, admitted: Sequence[Bid], decisions: Decisions | None) -> Iterator[Finding]:
    """Yield what the log is silent about: an admitted bid and a requirement, or a proof that stands in for another."""
    subjects = {_subject(decision) for decision in decisions.decisions} if decisions else set[tuple[str, ...]]()
    for bid in admitted:
        for asked in tender.requirements:
            if ("requirement", bid.id, asked.id) not in subjects:
                data = (("bid", bid.id), ("requirement", asked.id))
                yield Finding("decision-missing", "/decisions", shown(None), data)
        for name, evidence in bid.evidence.items():
            if evidence.equivalent_to is not None and ("evidence", bid.id, name) not in subjects:
                data = (("bid", bid.id), ("evidence", name))
                yield Finding("equivalence-undecided", "/decisions", shown(evidence.equivalent_to), data)


def _subject(decision: Decision) -> tuple[str, ...]:
    """Return what a decision is of, where there may be only one of it; nothing where there may be several."""
    match decision:
        case Opened():
            return decision.kind, decision.stage
        case RequirementJudged():
            return decision.kind, decision.bid, decision.requirement
        case EvidenceJudged():
            return decision.kind, decision.bid, decision.evidence
        case LowPrice() | Rejected():
            return decision.kind, decision.bid
        case Draw():
            return decision.kind, *sorted(decision.order)
        case Clarified() | MarkRevised() | Disclosed():
            return ()
        case _:
            assert_never(decision)


def _names(decision: Decision, at: str, known: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for sort, key, name in _named(decision):
        if name not in known[sort]:
            yield Finding(f"unknown-{sort}", f"{at}/{key}", shown(name), (("slip", nearest(name, known[sort])),))
    if isinstance(decision, Draw):
        for number, bid in enumerate(decision.order):
            if bid in decision.order[:number]:
                first = (("id", bid), ("first", f"{at}/order/{decision.order.index(bid)}"))
                yield Finding("duplicate-id", f"{at}/order/{number}", shown(bid), first)


def _named(decision: Decision) -> Named:
    """Return what a decision names; its lot first."""
    lot: Named = (("lot", "lot", decision.lot),) if isinstance(decision, OfLot) and decision.lot is not None else ()
    return *lot, *_concerned(decision)


def _concerned(decision: Decision) -> Named:
    match decision:
        case Opened():
            return (("stage", "stage", decision.stage),)
        case RequirementJudged():
            return ("bid", "bid", decision.bid), ("requirement", "requirement", decision.requirement)
        case LowPrice(after=str(after)) | Rejected(after=str(after)):
            return ("bid", "bid", decision.bid), ("stage", "after", after)
        case Clarified() | EvidenceJudged() | MarkRevised() | LowPrice() | Rejected() | Disclosed():
            return (("bid", "bid", decision.bid),)
        case Draw():
            return tuple(("bid", f"order/{number}", bid) for number, bid in enumerate(decision.order))
        case _:
            assert_never(decision)
