"""From an assessment to an explanation as data: the derivation read for one bid. Nothing is computed again."""

from collections.abc import Iterator

from circular_tender.assessment import Assessment, BidAssessment, Score
from circular_tender.bids import Decision, Draw, Opened
from circular_tender.explain.data import EXPIRED as EXPIRED
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
from circular_tender.explain.notes import notes, unproven
from circular_tender.explain.steps import Steps
from circular_tender.explain.totals import compare as compare
from circular_tender.explain.totals import contributions, lead
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
        tuple(_decided(assessment, bid)),
        tuple(contributions(result)),
        tuple(steps.steps),
    )


def report(assessment: Assessment) -> Report:
    """Return the explanations of all bids, in the order of the ranking, the rejected ones last."""
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    rejected = [result.bid.id for result in assessment if result.bid.id not in ranked]
    return Report(assessment, lead(assessment), tuple(explain(assessment, bid) for bid in [*ranked, *rejected]))


def _decided(assessment: Assessment, bid: str) -> Iterator[tuple[int, Decision]]:
    """Yield the decisions about this bid, each with its place in the log."""
    for position, decision in enumerate(assessment.decisions.decisions if assessment.decisions else ()):
        match decision:
            case Opened():
                pass
            case Draw(order=order):
                if bid in order:
                    yield position, decision
            case _:
                if decision.bid == bid:
                    yield position, decision


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
                tuple(notes(assessment, criterion, score, result)),
                tuple(unproven(score, result)),
            )


def _in_order(criteria: tuple[Leaf | Group, ...], depth: int = 0) -> Iterator[tuple[Leaf | Group, int]]:
    """Yield the criteria as the tender lists them, a group before its members."""
    for criterion in criteria:
        yield criterion, depth
        if isinstance(criterion, Group):
            yield from _in_order(criterion.criteria, depth + 1)
