"""A tender with lots, lot by lot: which bids and decisions concern a lot, and whether all of them together hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from circular_tender.assess import decided
from circular_tender.assess.amended import Amended, amend, origin_of
from circular_tender.assess.awards import awards
from circular_tender.assess.consistency import held_at, of_all, of_bids, of_judgements, sound
from circular_tender.assess.judged import unknown
from circular_tender.assess.one import assessed
from circular_tender.assessment import Assessment
from circular_tender.assessments import Assessments
from circular_tender.bids import (
    Bid,
    BrokenBid,
    Decision,
    Decisions,
    Draw,
    Judgements,
    MarkRevised,
    OfLot,
    Opened,
    RequirementJudged,
    problems_of,
)
from circular_tender.errors import Finding, InvalidDocuments, Problem, of_lots, shown
from circular_tender.rules import pointer
from circular_tender.tender import Tender, lots_of, of_lot, stages_of


@attrs.frozen
class InLot:
    """What concerns one lot: what of the tender counts, the bids on it, the documents as they hold, marks and log."""

    tender: Tender
    bids: tuple[Bid | BrokenBid, ...]
    documents: Amended
    judgements: Judgements | None
    decisions: Decisions | None

    @property
    def rejected(self) -> set[str]:
        """The bids that the log rejects before any stage."""
        return {bid for bid, _ in decided.outright(self.decisions)}


def assess_lots(
    tender: Tender,
    bids: Sequence[Bid | BrokenBid],
    judgements: Judgements | None = None,
    decisions: Decisions | None = None,
) -> Assessments:
    """Return the assessment of each lot, of the bids on it and by what counts for it, and who wins each lot.

    Raises `InvalidDocuments` where bids, judgements or decisions don't answer the tender, or where it has no lots (see
    `assess`), and `UndefinedResult` where a published formula has no value for the bids on a lot.
    """
    parts = _checked(tender, bids, judgements, decisions)
    made = list[Assessment]()
    wrong: dict[str, Sequence[Problem]] = {}
    for lot, part in parts.items():
        try:
            made.append(assessed(part.tender, part.bids, part.judgements, part.decisions, part.documents))
        except InvalidDocuments as error:
            wrong[lot] = error.problems
    if wrong:
        raise InvalidDocuments(of_lots({lot: wrong.get(lot, ()) for lot in parts}))
    awarded = awards(tender, made)
    lots = tuple(attrs.evolve(one, award=next(award for award in awarded if award.lot == one.lot)) for one in made)
    return Assessments(tender, tuple(bids), judgements, decisions, lots, awarded)


def _checked(
    tender: Tender, bids: Sequence[Bid | BrokenBid], judgements: Judgements | None, decisions: Decisions | None
) -> dict[str, InLot]:
    """Return what concerns each lot; raises `InvalidDocuments` with everything that does not answer the tender."""
    sound(tender)
    if not tender.lots:
        raise InvalidDocuments([Problem("no-lots", origin_of(tender, "tender").place("/lots"), shown(None))])
    everywhere = (
        decisions.only(lambda decision: not (isinstance(decision, OfLot) and decision.lot)) if decisions else None
    )
    problems = [*of_all(tender, bids, decisions, {bid for bid, _ in decided.outright(everywhere)})]
    try:
        amended = amend(bids, judgements, decisions)
    except InvalidDocuments as error:
        raise InvalidDocuments([*problems, *error.problems]) from None
    parts = {lot.id: _in_lot(of_lot(tender, lot.id), bids, amended, judgements, decisions) for lot in tender.lots}
    problems += _of_bids(tender, parts, amended, decisions)
    problems += of_judgements(tender, [bid.id for bid in bids], amended, decisions)
    problems += _of_marks(tender, amended, decisions)
    problems += _of_log(parts, decisions, {*problems})
    if problems:
        raise InvalidDocuments(dict.fromkeys(problems))
    return parts


def _in_lot(
    tender: Tender,
    bids: Sequence[Bid | BrokenBid],
    amended: Amended,
    judgements: Judgements | None,
    decisions: Decisions | None,
) -> InLot:
    """Return what concerns a lot; a bid that can't be read does not say on which it is, and stands in all of them."""
    held = tuple(bid for bid in amended.bids if tender.lot in bid.lots)
    names = {*(bid.id for bid in held), *(bid.id for bid in bids if isinstance(bid, BrokenBid))}
    leaves = {leaf.id for _, leaf in tender.leaves}
    return InLot(
        tender,
        tuple(bid for bid in bids if bid.id in names),
        attrs.evolve(amended, bids=held),
        judgements.only(lambda bid, name: bid in names and name in leaves) if judgements else None,
        decisions.only(lambda decision: _concerns(decision, tender, names)) if decisions else None,
    )


def _concerns(decision: Decision, tender: Tender, bids: Collection[str]) -> bool:
    """Tell whether a decision is about bids on a lot, and about something that counts for it."""
    if isinstance(decision, OfLot) and decision.lot not in (None, tender.lot):
        return False
    match decision:
        case Opened(stage=stage):
            return stage in stages_of(tender)
        case Draw(order=order):
            return all(bid in bids for bid in order)
        case RequirementJudged(bid=bid, requirement=name):
            return bid in bids and any(requirement.id == name for requirement in tender.requirements)
        case MarkRevised(bid=bid, criterion=name):
            return bid in bids and any(leaf.id == name for _, leaf in tender.leaves)
        case _:
            return decision.bid in bids


def _of_bids(
    tender: Tender, parts: Mapping[str, InLot], amended: Amended, decisions: Decisions | None
) -> Iterator[Problem]:
    """Yield what in the bids does not answer the tender: lot by lot, and of all lots together."""
    found: dict[str, dict[str, list[Problem]]] = {}
    for lot, part in parts.items():
        for bid in part.documents.bids:
            alone = attrs.evolve(part.documents, bids=(bid,))
            found.setdefault(bid.id, {})[lot] = [*of_bids(part.tender, alone, part.decisions, part.rejected)]
    for bid in amended.bids:
        on = [part for part in parts.values() if bid in part.documents.bids]
        yield from of_lots(found.get(bid.id, {}))
        if not on or any(bid.id not in part.rejected for part in on):
            yield from held_at(_of_lots_of(tender, bid, on), bid, bid.name, amended, decisions)
    yield from _too_many(tender, parts, amended, decisions)


def _of_lots_of(tender: Tender, bid: Bid, on: Sequence[InLot]) -> Iterator[Finding]:
    """Yield that a bid names no lot, one that the tender does not have, or says what counts only for others."""
    if not bid.lots:
        yield Finding("lots-missing", "/lots", shown(None))
    elif not on:
        yield from unknown("unknown-lot", "/lots", bid.lots, [lot.id for lot in tender.lots])
    else:
        for at, name, lots in _said(tender, bid):
            if lots and not {*lots} & {*bid.lots}:
                yield Finding("of-other-lots", at, shown(name), (("lots", ", ".join(lots)),))


def _said(tender: Tender, bid: Bid) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what a bid says of something that counts for lots: where, its id, and for which lots it counts."""
    counted = {lot.id: of_lot(tender, lot.id) for lot in tender.lots}

    def lots(names: Mapping[str, Collection[str]], name: str) -> tuple[str, ...]:
        return tuple(lot for lot, known in names.items() if name in known)

    lines = {lot: part.lines for lot, part in counted.items()}
    criteria = {lot: [criterion.id for _, criterion in part.walk] for lot, part in counted.items()}
    discounts = {lot: [discount.id for discount in part.discounts] for lot, part in counted.items()}
    requirements = {lot: [asked.id for asked in part.requirements] for lot, part in counted.items()}
    given: tuple[tuple[str, Iterable[str], Mapping[str, Collection[str]]], ...] = (
        ("prices", bid.prices, lines),
        ("discounts", bid.discounts, discounts),
        ("answers", (name for name, answer in bid.answers.items() if answer is not None), criteria),
        ("requirements", (name for name, meets in bid.requirements.items() if meets is not None), requirements),
    )
    for key, names, known in given:
        yield from ((pointer(key, name), name, lots(known, name)) for name in names)
    for number, product in enumerate(bid.products):
        yield pointer("products", number, "line"), product.line, lots(lines, product.line)


def _of_marks(tender: Tender, amended: Amended, decisions: Decisions | None) -> Iterator[Problem]:
    """Yield the marks of bids on criteria that count only for lots that they are not on."""
    if amended.judgements is None:
        return
    counted = {leaf.id: lots_of(tender, leaf.id) for _, leaf in tender.leaves}
    known = {lot.id for lot in tender.lots}
    on = {bid.id: known & {*bid.lots} for bid in amended.bids}
    found = [
        Finding("of-other-lots", pointer("marks", bid, name), shown(name), (("lots", ", ".join(counted[name])),))
        for bid, marks in amended.judgements.marks.items()
        for name in marks
        if name in counted and on.get(bid) and not on[bid] & {*counted[name]}
    ]
    yield from held_at(found, amended.judgements, "judgements", amended, decisions)


def _too_many(
    tender: Tender, parts: Mapping[str, InLot], amended: Amended, decisions: Decisions | None
) -> Iterator[Problem]:
    """Yield the bids of bidders that bid on more lots than they may; those that are rejected in a lot don't count."""
    limit = tender.lot_limits.bids if tender.lot_limits else None
    if limit is None:
        return
    on: dict[str, list[str]] = {}
    for lot, part in parts.items():
        for bidder in dict.fromkeys(bid.bidder for bid in part.documents.bids if bid.id not in part.rejected):
            on.setdefault(bidder, []).append(lot)
    for bid in amended.bids:
        if len(on.get(bid.bidder, ())) > limit.value:
            data = (("limit", limit.text), ("bidder", bid.bidder), ("lots", ", ".join(on[bid.bidder])))
            yield from held_at(
                [Finding("too-many-lots", "/lots", shown(", ".join(bid.lots)), data)], bid, bid.name, amended, decisions
            )


def _of_log(parts: Mapping[str, InLot], decisions: Decisions | None, known: Collection[Problem]) -> Iterator[Problem]:
    """Yield what in the log does not hold: a decision that concerns no lot, and what is wrong in the part of each."""
    if decisions is None:
        return
    origin = origin_of(decisions, "decisions")
    used = {position for part in parts.values() if part.decisions for position, _ in part.decisions.entries}
    refused = {problem.place.pointer for problem in known if problem.place.document == origin.name}
    for number, decision in decisions.entries:
        at = pointer("decisions", number)
        if number not in used and not any(f"{place}/".startswith(f"{at}/") for place in refused):
            yield from problems_of([Finding("decision-of-no-lot", at, shown(decision.kind))], origin)
    of_each = {
        lot: problems_of(decided.findings(part.tender, [bid.id for bid in part.bids], part.decisions), origin)
        for lot, part in parts.items()
        if part.decisions
    }
    yield from of_lots({lot: [one for one in problems if one not in known] for lot, problems in of_each.items()})
