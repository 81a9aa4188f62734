"""From an assessment to an explanation as data: the derivation read for one bid. Nothing is computed again."""

from collections.abc import Iterator
from fractions import Fraction

from circular_tender.assessment import Assessment, BidAssessment, Score, Subtotal
from circular_tender.derivation import Derived, Given, Node, Written, walk
from circular_tender.exact import Column
from circular_tender.explain.data import Comparison as Comparison
from circular_tender.explain.data import Contribution as Contribution
from circular_tender.explain.data import Difference as Difference
from circular_tender.explain.data import Explanation as Explanation
from circular_tender.explain.data import Operand as Operand
from circular_tender.explain.data import Outcome as Outcome
from circular_tender.explain.data import Reason as Reason
from circular_tender.explain.data import Report as Report
from circular_tender.explain.data import Step as Step
from circular_tender.explain.data import Unproven as Unproven
from circular_tender.explain.steps import Steps
from circular_tender.explain.totals import compare as compare
from circular_tender.explain.totals import contributions, lead
from circular_tender.formulas import circularity
from circular_tender.indicators import Answer, Choice, TakeBack
from circular_tender.tender import Group, Leaf, earnable


def explain(assessment: Assessment, bid: str) -> Explanation:
    """Return why this bid ended where it did; raises `InvalidDocuments` where there is no such bid."""
    result = assessment[bid]
    steps = Steps.of(bid, result.stages)
    reasons = tuple(_reasons(assessment, result, steps))
    return Explanation(
        assessment,
        result,
        _outcome(assessment, result),
        result.rejections,
        reasons,
        tuple(contributions(result)),
        tuple(steps.steps),
    )


def report(assessment: Assessment) -> Report:
    """Return the explanations of all bids, in the order of the ranking, the rejected ones last."""
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    rejected = [result.bid.id for result in assessment if result.bid.id not in ranked]
    return Report(assessment, lead(assessment), tuple(explain(assessment, bid) for bid in [*ranked, *rejected]))


def _outcome(assessment: Assessment, result: BidAssessment) -> Outcome:
    first = assessment.ranking[0].bids if assessment.ranking else ()
    shared = next((standing.bids for standing in assessment.ranking if result.bid.id in standing.bids), ())
    best = assessment[first[0]].points if first else None
    return Outcome(
        rank=result.rank,
        of=sum(len(standing.bids) for standing in assessment.ranking),
        points=result.points,
        maximum=assessment.tender.award.points.value,
        tied_with=tuple(bid for bid in shared if bid != result.bid.id),
        first=first,
        gap=None if result.points is None or best is None else best - result.points,
    )


def _reasons(assessment: Assessment, result: BidAssessment, steps: Steps) -> Iterator[Reason]:
    for criterion, depth in _in_order(assessment.tender.criteria):
        scores = [score for score in result.scores if score.criterion == criterion.id]
        for score in scores:
            reported = [cell for _, cell in score.reported] if isinstance(score, Score) else []
            yield Reason(
                criterion,
                score,
                depth,
                earnable(criterion),
                steps.until(*reported, score.points_cell),
                tuple(_notes(criterion, score, result)),
                tuple(_unproven(score, result)),
            )


def _in_order(criteria: tuple[Leaf | Group, ...], depth: int = 0) -> Iterator[tuple[Leaf | Group, int]]:
    """Yield the criteria as the tender lists them, a group before its members."""
    for criterion in criteria:
        yield criterion, depth
        if isinstance(criterion, Group):
            yield from _in_order(criterion.criteria, depth + 1)


def _notes(criterion: Leaf | Group, score: Score | Subtotal, result: BidAssessment) -> Iterator[str]:
    """Yield the codes of what a reader of this score must know beside it."""
    if not isinstance(score, Score) or not isinstance(criterion, Leaf):
        return
    for name, cell in score.reported:
        if cell.number < 1:
            yield name
    match criterion.indicator:
        case TakeBack() if result.bid.take_back is None:
            yield "not_offered"
        case Answer() | Choice() if result.bid.answers.get(criterion.id) is None:
            yield "not_answered"
        case _:
            pass


def _unproven(score: Score | Subtotal, result: BidAssessment) -> Iterator[Unproven]:
    """Yield the claims that do not count for want of the proof asked for, read off the derivation."""
    if not isinstance(score, Score) or not isinstance(score.measured.node, Derived):
        return
    own = dict(score.measured.node.inputs).get(result.bid.id)
    for node in walk(own) if own else ():
        if isinstance(node, Derived) and node.formula is circularity.counts:
            yield from _not_counted(node)


def _not_counted(counts: Derived) -> Iterator[Unproven]:
    kinds = _input(counts["shown"], "key")
    match counts.value, kinds.value, _input(kinds, "key"):
        case Fraction() as counted, str(kind), Given(source=(Written() as place,)):
            if not counted:
                yield Unproven(place.pointer, kind)
        case Column() as counted, Column() as shown, Given(source=tuple() as places):
            for value, kind, place in zip(counted, shown.texts, places, strict=True):
                if not value:
                    yield Unproven(place.pointer, kind)
        case _:
            raise TypeError(counts)


def _input(node: Node, name: str) -> Node:
    if not isinstance(node, Derived):
        raise TypeError(node)
    return node[name]
