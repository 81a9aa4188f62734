"""One assessment: of a tender without lots, or of one lot; all documents are known to answer it."""

from collections.abc import Sequence
from functools import partial

from circular_tender.assess.amended import Amended
from circular_tender.assess.answered import late
from circular_tender.assess.consistency import complete, reached, told
from circular_tender.assess.decided import draws, later, outright
from circular_tender.assess.questions import Before, questions
from circular_tender.assess.ranking import ranking, totals
from circular_tender.assess.restated import restated
from circular_tender.assess.stages import walk
from circular_tender.assessment import Assessment, BidAssessment, Cell, Late, Rejection
from circular_tender.award import Rules
from circular_tender.bids import Bid, BrokenBid, Decisions, Judgements
from circular_tender.rules import Evaluation, Facts
from circular_tender.tender import Tender, facts_of, facts_of_bid, rules_of


def assessed(
    tender: Tender,
    bids: Sequence[Bid | BrokenBid],
    judgements: Judgements | None,
    decisions: Decisions | None,
    amended: Amended,
) -> Assessment:
    """Return the assessment of these bids, as the documents hold.

    Raises `InvalidDocuments` where a bid that reaches a stage does not say what it needs, or where the log is not
    complete, and `UndefinedResult` where a published formula has no value for these bids.
    """
    rules = rules_of(tender)
    plain = {bid.id: facts_of_bid(tender, amended.plain[bid.name]) for bid in amended.bids}
    evaluation = Evaluation(Facts(facts_of(tender), amended.plain["judgements"], plain, amended.decided))
    too_late = _late(tender, amended.bids, rules, evaluation)
    decided, after_stages = outright(decisions), later(decisions)
    out = {*too_late, *(bid for bid, _ in decided)}
    admitted = tuple(bid for bid in amended.bids if bid.id not in out)
    complete(tender, admitted, decisions)
    opening = partial(told, tender, amended, decisions)
    done = walk(rules, evaluation, tuple(bid.id for bid in admitted), opening, after_stages)
    reached(done, after_stages, decisions)
    made = totals(rules, done, evaluation) if done.remaining else None
    since = max((ground.position for _, ground in after_stages), default=-1)
    order = ranking(rules, done, made, draws(decisions), since) if made else ()
    rejected = (*too_late.items(), *decided, *done.rejected)
    taken = dict(done.taken)
    position = {bid: number for number, bid in enumerate(done.remaining)}
    ranks = {bid: standing.rank for standing in order for bid in standing.bids}
    grounds: dict[str, tuple[Rejection, ...]] = {}
    for name, rejection in rejected:
        grounds[name] = (*grounds.get(name, ()), rejection)
    held, panel = {bid.id: bid for bid in amended.bids}, amended.judgements
    results = tuple(
        BidAssessment(
            bid=held.get(bid.id, bid),
            marks=tuple(panel.marks.get(bid.id, {}).items()) if panel else (),
            rules=rules,
            stages=taken.get(bid.id, ()),
            factors=tuple((name, Cell(node, position[bid.id])) for name, node in made.factors)
            if made and bid.id in position
            else (),
            total_cell=Cell(made.total, position[bid.id]) if made and bid.id in position else None,
            awarded_cell=Cell(made.awarded, position[bid.id]) if made and bid.id in position else None,
            rank=ranks.get(bid.id),
            rejections=grounds.get(bid.id, ()),
            restated=tuple(restated(rules, taken.get(bid.id, ()), bid.id, evaluation)),
        )
        for bid in bids
    )
    asked = questions(Before(tender, amended, evaluation, done, order, grounds), decisions)
    return Assessment(tender, tuple(bids), judgements, decisions, rules, done.stages, results, order, rejected, asked)


def _late(tender: Tender, bids: Sequence[Bid], rules: Rules, evaluation: Evaluation) -> dict[str, Rejection]:
    """Return the bids that were received after the last admissible instant."""
    if rules.deadline is None or rules.received is None:
        return {}
    deadline = evaluation.single(rules.deadline)
    received = rules.received
    return {bid.id: Late(evaluation.single(received, bid.id), deadline) for bid in bids if late(tender, bid)}
