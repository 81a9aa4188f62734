"""From the documents to an assessment. Nothing here reads a file, a clock, a locale or a random number."""

from collections.abc import Sequence

from circular_tender.assess.consistency import check, complete
from circular_tender.assess.decided import rejections
from circular_tender.assess.ranking import ranking, totals
from circular_tender.assess.stages import walk
from circular_tender.assessment import Assessment, BidAssessment, Cell, Late, Rejection
from circular_tender.award import Rules
from circular_tender.bids import Bid, Decisions, Judgements
from circular_tender.rules import Evaluation, Facts
from circular_tender.tender import Tender, rules_of


def assess(
    tender: Tender,
    bids: Sequence[Bid],
    judgements: Judgements | None = None,
    decisions: Decisions | None = None,
) -> Assessment:
    """Return the assessment of the bids by the tender's published rules and nothing else.

    Raises `InvalidDocuments` where bids, judgements or decisions don't answer the tender, and `UndefinedResult` where a
    published formula has no value for these bids.
    """
    bids = tuple(bids)
    check(tender, bids, judgements, decisions)
    rules = rules_of(tender)
    plain = judgements.plain if judgements else None
    evaluation = Evaluation(Facts(tender.plain, plain, {bid.id: bid.plain for bid in bids}))
    late = _late(tender, bids, rules, evaluation)
    decided = tuple(rejections(decisions))
    out = {*late, *(bid for bid, _ in decided)}
    admitted = tuple(bid.id for bid in bids if bid.id not in out)
    complete(tender, admitted, decisions)
    done = walk(rules, evaluation, admitted)
    total, awarded = totals(rules, done, evaluation) if done.remaining else (None, None)
    order = ranking(rules, done, awarded, decisions.draws if decisions else ()) if awarded else ()
    rejected = (*late.items(), *decided, *done.rejected)
    taken = dict(done.taken)
    position = {bid: number for number, bid in enumerate(done.remaining)}
    ranks = {bid: standing.rank for standing in order for bid in standing.bids}
    grounds: dict[str, tuple[Rejection, ...]] = {}
    for name, rejection in rejected:
        grounds[name] = (*grounds.get(name, ()), rejection)
    results = tuple(
        BidAssessment(
            bid=bid,
            rules=rules,
            stages=taken.get(bid.id, ()),
            total_cell=Cell(total, position[bid.id]) if total and bid.id in position else None,
            awarded_cell=Cell(awarded, position[bid.id]) if awarded and bid.id in position else None,
            rank=ranks.get(bid.id),
            rejections=grounds.get(bid.id, ()),
        )
        for bid in bids
    )
    return Assessment(tender, bids, judgements, decisions, rules, done.stages, results, order, rejected)


def _late(tender: Tender, bids: Sequence[Bid], rules: Rules, evaluation: Evaluation) -> dict[str, Rejection]:
    """Return the bids that were received after the last admissible instant."""
    if tender.deadline is None or rules.deadline is None or rules.received is None:
        return {}
    deadline = evaluation.single(rules.deadline)
    return {
        bid.id: Late(evaluation.single(rules.received, bid.id), deadline)
        for bid in bids
        if bid.received and bid.received.moment > tender.deadline.moment
    }
