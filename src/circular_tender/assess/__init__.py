"""Tender, bids and judgements to an assessment. Nothing here reads a file, a clock, a locale or a random number."""

from collections.abc import Sequence

from circular_tender.assess.consistency import check
from circular_tender.assess.ranking import ranking, totals
from circular_tender.assess.stages import Walk, walk
from circular_tender.assessment import (
    Assessment,
    BidAssessment,
    Cell,
    Late,
    Rejection,
    Score,
    Stage,
    Standing,
    Subtotal,
)
from circular_tender.award import GroupRule, LeafRule, Rules
from circular_tender.bids import Bid, Judgements
from circular_tender.derivation import Node
from circular_tender.rules import Evaluation, Facts
from circular_tender.tender import Tender, rules_of


def assess(tender: Tender, bids: Sequence[Bid], judgements: Judgements | None = None) -> Assessment:
    """Return the assessment of the bids by the tender's published rules and nothing else.

    Raises `InvalidDocuments` where bids or judgements don't answer the tender, and `UndefinedResult` where a published
    formula has no value for these bids.
    """
    bids = tuple(bids)
    check(tender, bids, judgements)
    rules = rules_of(tender)
    plain = judgements.plain if judgements else None
    evaluation = Evaluation(Facts(tender.plain, plain, {bid.id: bid.plain for bid in bids}))
    late = _late(tender, bids, rules, evaluation)
    done = walk(rules, evaluation, tuple(bid.id for bid in bids if bid.id not in dict(late)))
    total, awarded = totals(rules, done, evaluation) if done.remaining else (None, None)
    order = ranking(rules, done, awarded) if awarded else ()
    rejected = (*late, *done.rejected)
    taken = dict(done.taken)
    results = tuple(
        BidAssessment(
            bid,
            taken.get(bid.id, ()),
            tuple(_scores(rules, taken.get(bid.id, ()), bid.id)),
            _cell(total, done, bid.id),
            _cell(awarded, done, bid.id),
            _rank(order, bid.id),
            tuple(rejection for name, rejection in rejected if name == bid.id),
        )
        for bid in bids
    )
    return Assessment(tender, bids, judgements, rules, done.stages, results, order, rejected)


def _late(
    tender: Tender, bids: Sequence[Bid], rules: Rules, evaluation: Evaluation
) -> tuple[tuple[str, Rejection], ...]:
    """Return the bids that were received after the last admissible instant."""
    if tender.deadline is None or rules.deadline is None or rules.received is None:
        return ()
    deadline = evaluation.single(rules.deadline)
    return tuple(
        (bid.id, Late(evaluation.single(rules.received, bid.id), deadline))
        for bid in bids
        if bid.received and bid.received.moment > tender.deadline.moment
    )


def _scores(rules: Rules, stages: Sequence[Stage], bid: str) -> list[Score | Subtotal]:
    """Return a bid's scores in the stages in which it took part, in the order of the rules."""
    return [
        _score(rule, dict(stage.columns), stage.bids.index(bid))
        for stage in stages
        for rule in rules.criteria
        if any(key == ("points", rule.id) for key, _ in stage.columns)
    ]


def _score(rule: LeafRule | GroupRule, columns: dict[tuple[str, str], Node], position: int) -> Score | Subtotal:
    def cell(aspect: str) -> Cell:
        return Cell(columns[aspect, rule.id], position)

    match rule:
        case LeafRule():
            reported = tuple((name, cell(name)) for name, _ in rule.reported)
            return Score(rule.id, cell("measured"), reported, cell("ratio"), cell("weighted"), cell("points"))
        case GroupRule():
            return Subtotal(rule.id, rule.members, cell("subtotal"), cell("points"))


def _cell(column: Node | None, done: Walk, bid: str) -> Cell | None:
    return Cell(column, done.remaining.index(bid)) if column and bid in done.remaining else None


def _rank(order: Sequence[Standing], bid: str) -> int | None:
    return next((standing.rank for standing in order if bid in standing.bids), None)
