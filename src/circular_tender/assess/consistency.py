"""Whether all documents together can be assessed; and the documents as they hold after the decisions."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from circular_tender.assess import answered, decided, judged
from circular_tender.assess.amended import Amended, amend, moved, origin_of
from circular_tender.assess.stages import Walk
from circular_tender.assessment import Decided
from circular_tender.award import StageRule
from circular_tender.bids import Bid, BrokenBid, Decisions, Document, Judgements, problems_of
from circular_tender.errors import Finding, InvalidDocuments, Place, Problem, shown
from circular_tender.indicators import Judgement
from circular_tender.tender import Tender, rules_of, unsound


def check(
    tender: Tender, bids: Sequence[Bid | BrokenBid], judgements: Judgements | None, decisions: Decisions | None
) -> Amended:
    """Return the documents as they hold after the decisions.

    Raises `InvalidDocuments` with everything in them that does not answer the tender.
    """
    sound(tender)
    if tender.lots:
        found = shown(", ".join(lot.id for lot in tender.lots))
        raise InvalidDocuments([Problem("lots-not-assessed", origin_of(tender, "tender").place("/lots"), found)])
    rejected = {bid for bid, _ in decided.outright(decisions)}
    problems = [*of_all(tender, bids, decisions, rejected)]
    try:
        amended = amend(bids, judgements, decisions)
    except InvalidDocuments as error:
        raise InvalidDocuments([*problems, *error.problems]) from None
    problems += of_bids(tender, amended, decisions, rejected)
    problems += of_judgements(tender, [bid.id for bid in bids], amended, decisions)
    if problems:
        raise InvalidDocuments(problems)
    return amended


def sound(tender: Tender) -> None:
    """Raise `InvalidDocuments` where something does not hold in the tender itself."""
    if wrong := unsound(tender):
        raise InvalidDocuments(problems_of(wrong, origin_of(tender, "tender")))


def complete(tender: Tender, admitted: Sequence[Bid], decisions: Decisions | None) -> None:
    """Raise `InvalidDocuments` where the log lacks a decision on a requirement or on a proof of an admitted bid."""
    found = decided.undecided(tender, admitted, decisions)
    if problems := problems_of(found, origin_of(decisions, "decisions")):
        raise InvalidDocuments(problems)


def reached(walk: Walk, later: Sequence[tuple[str, Decided]], decisions: Decisions | None) -> None:
    """Raise `InvalidDocuments` where a bid that is rejected after a stage took no part in it."""
    stages = {bid: {stage.id for stage in taken} for bid, taken in walk.taken}
    if problems := problems_of(decided.not_reached(later, stages), origin_of(decisions, "decisions")):
        raise InvalidDocuments(problems)


def told(
    tender: Tender, amended: Amended, decisions: Decisions | None, stage: StageRule, bids: Collection[str]
) -> None:
    """Raise `InvalidDocuments` where bids that reach a stage do not say what it needs."""
    asked = answered.Asked.by(tender, stage.criteria)
    problems = [
        problem
        for bid in amended.bids
        if bid.id in bids
        for problem in held_at(answered.missing(asked, bid), bid, bid.name, amended, decisions)
    ]
    if problems:
        raise InvalidDocuments(problems)


def of_all(
    tender: Tender, bids: Sequence[Bid | BrokenBid], decisions: Decisions | None, rejected: Collection[str]
) -> Iterator[Problem]:
    """Yield what does not hold of all bids together, and in the log."""
    if not bids:
        yield Problem("no-bids", Place("bids"), shown([]))
    first: dict[str, str] = {}
    for bid in bids:
        origin = bid.source if isinstance(bid, BrokenBid) else origin_of(bid, bid.name).name
        if bid.id in first:
            data = (("id", bid.id), ("first", first[bid.id]))
            place = Place(origin, "/id") if isinstance(bid, BrokenBid) else origin_of(bid, bid.name).place("/id")
            yield Problem("duplicate-bid", place, shown(bid.id), data)
        first.setdefault(bid.id, origin)
    yield from _variants(tender, [bid for bid in bids if isinstance(bid, Bid) and bid.id not in rejected])
    for bid in bids:
        if isinstance(bid, BrokenBid) and bid.id not in rejected:
            yield Problem("broken-bid", Place(bid.source), shown(bid.id), (("bid", bid.id),))
            yield from bid.problems
    if decisions is not None:
        found = decided.findings(tender, [bid.id for bid in bids], decisions)
        yield from problems_of(found, origin_of(decisions, "decisions"))


def _variants(tender: Tender, bids: Sequence[Bid]) -> Iterator[Problem]:
    """Yield the variants that the tender does not allow, and the bids of whoever made none where it requires one."""
    made = {bid.bidder for bid in bids if bid.variant}
    for bid in bids:
        place = origin_of(bid, bid.name).place("/variant")
        if bid.variant and tender.variants == "not_allowed":
            yield Problem("variant-not-allowed", place, shown(bid.variant))
        elif tender.variants == "required" and bid.bidder not in made:
            yield Problem("variant-missing", place, shown(bid.variant), (("bidder", bid.bidder),))


def of_bids(
    tender: Tender, amended: Amended, decisions: Decisions | None, rejected: Collection[str]
) -> Iterator[Problem]:
    """Yield what in the bids does not answer the tender."""
    asked, last = answered.Asked.by(tender), {bid: ground.after for bid, ground in decided.later(decisions)}
    needed = {after: answered.Asked.by(tender, _reached(tender, after)) for after in {None, *last.values()}}
    for bid in amended.bids:
        found = list(answered.findings(asked, bid, amended.plain[bid.name]))
        if bid.id in rejected:  # nothing is computed for it, but whether it came late
            found = [finding for finding in found if finding.code == "received-missing"]
        elif not answered.late(tender, bid):
            found += answered.missing(needed[last.get(bid.id)], bid)
        yield from held_at(found, bid, bid.name, amended, decisions)


def _reached(tender: Tender, after: str | None) -> set[str]:
    """Return the criteria of the stages that no bid can miss: up to the first that rejects at its end, or `after`."""
    criteria: set[str] = set()
    for stage in rules_of(tender).stages:
        criteria.update(stage.criteria)
        if stage.thresholds or stage.id == after:
            break
    return criteria


def of_judgements(
    tender: Tender, bids: Sequence[str], amended: Amended, decisions: Decisions | None
) -> Iterator[Problem]:
    """Yield what in the judgements does not answer the tender and the bids."""
    asked = [leaf for _, leaf in tender.leaves if isinstance(leaf.indicator, Judgement)]
    if amended.judgements is None:
        if asked:
            yield Problem("judgements-missing", Place("judgements"), shown(None))
        return
    found = judged.findings(tender, bids, amended.judgements, asked)
    yield from held_at(found, amended.judgements, "judgements", amended, decisions)


def held_at(
    found: Iterable[Finding], document: Document, name: str, amended: Amended, decisions: Decisions | None
) -> Iterator[Problem]:
    """Yield findings in a document as it holds, as problems of the document or of the log."""
    problems = problems_of(found, origin_of(document, name))
    return moved(problems, amended.decided.get(name, ()), origin_of(decisions, "decisions"))
