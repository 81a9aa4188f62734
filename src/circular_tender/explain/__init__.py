"""From an assessment to an explanation as data: the derivation read for one bid. Nothing is computed again."""

from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from circular_tender.assessment import Assessment, BidAssessment, Counted, Subtotal
from circular_tender.assessments import Assessments
from circular_tender.award import lowest_wins, maximum
from circular_tender.bids import Decision, Draw, Opened
from circular_tender.explain.data import Asked as Asked
from circular_tender.explain.data import Beside as Beside
from circular_tender.explain.data import Compared as Compared
from circular_tender.explain.data import Comparison as Comparison
from circular_tender.explain.data import Contribution as Contribution
from circular_tender.explain.data import Difference as Difference
from circular_tender.explain.data import Explanation as Explanation
from circular_tender.explain.data import LotsReport as LotsReport
from circular_tender.explain.data import Operand as Operand
from circular_tender.explain.data import Outcome as Outcome
from circular_tender.explain.data import Over as Over
from circular_tender.explain.data import Reason as Reason
from circular_tender.explain.data import Report as Report
from circular_tender.explain.data import Step as Step
from circular_tender.explain.evidence import proof, shared, unproven
from circular_tender.explain.notes import notes
from circular_tender.explain.promised import Claim as Claim
from circular_tender.explain.promised import MeasuringRule as MeasuringRule
from circular_tender.explain.promised import Promise as Promise
from circular_tender.explain.promised import Promises as Promises
from circular_tender.explain.promised import Proof as Proof
from circular_tender.explain.promised import Term as Term
from circular_tender.explain.promised import TermOf as TermOf
from circular_tender.explain.promised import Uncounted as Uncounted
from circular_tender.explain.promises import promises as promises
from circular_tender.explain.proof import EXPIRED as EXPIRED
from circular_tender.explain.proof import AskedProof as AskedProof
from circular_tender.explain.proof import SharedProof as SharedProof
from circular_tender.explain.proof import Stated as Stated
from circular_tender.explain.proof import Unproven as Unproven
from circular_tender.explain.questions import asked, columns, questions_about
from circular_tender.explain.stated import stated
from circular_tender.explain.steps import Steps
from circular_tender.explain.totals import beside_first, contributions, factors, lead, total_cells
from circular_tender.explain.totals import compare as compare
from circular_tender.explain.view import Reader as Reader
from circular_tender.explain.view import View as View
from circular_tender.tender import Cost, Group, Leaf, earnable


def explain(assessment: Assessment, bid: str, *, reader: Reader = "authority") -> Explanation:
    """Return why this bid ended where it did, for its `bidder`, for the `public`, or for the `authority`.

    Of other bids only what the tender or a decision releases is in it. Raises `InvalidDocuments` where there is no such
    bid.
    """
    view = View.of(assessment, reader, assessment[bid].bid.id)
    return attrs.evolve(_explained(view, bid), beside_first=beside_first(view, bid))


@overload
def report(assessment: Assessment, *, reader: Reader = "authority") -> Report: ...


@overload
def report(assessment: Assessments, *, reader: Reader = "authority") -> LotsReport: ...


@overload
def report(assessment: Assessment | Assessments, *, reader: Reader = "authority") -> Report | LotsReport: ...


def report(assessment: Assessment | Assessments, *, reader: Reader = "authority") -> Report | LotsReport:
    """Return the explanations of all bids, in the order of the ranking, the rejected ones last; of lots, lot by lot.

    A report for `bidder` is one that all bidders may read: no bid in it is the reader's own. Bids of which the reader
    may not know the rank stand last, in an order that tells nothing.
    """
    if isinstance(assessment, Assessments):
        return LotsReport(assessment, reader, tuple(report(lot, reader=reader) for lot in assessment))
    view = View.of(assessment, reader)
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    every = dict.fromkeys([*ranked, *(result.bid.id for result in assessment)])
    known = [bid for bid in every if view.shows(bid, "rank")]
    unknown = {*every} - {*known}
    hidden = [bid for bid in view.order if bid in unknown] if unknown else []
    return Report(view, lead(view), tuple(_explained(view, bid) for bid in [*known, *hidden]))


def _explained(view: View, bid: str) -> Explanation:
    result = view.assessment[bid]
    counted = view.shows(bid, "points") and view.shows(bid, "total")
    award = view.assessment.tender.award
    rows, parts = (tuple(contributions(result, award)), tuple(factors(result, award))) if counted else ((), ())
    if not view.shows(bid, "reasons"):
        return Explanation(view, result, _outcome(view, result), (), (), (), rows, parts, ())  # and nothing exactly
    about = questions_about(view, bid)
    steps = Steps.of(result, columns(about), references=view.references)
    reasons = tuple(_reasons(view, result, steps))
    decisions = tuple(_decided(view, bid))
    told = tuple(asked(about, steps))
    made = steps.until(*total_cells(result)) if counted else ()
    read = tuple(steps.steps)
    return Explanation(
        view,
        result,
        _outcome(view, result),
        result.rejections if view.shows(bid, "rank") else (),
        reasons,
        decisions,
        rows,
        parts,
        read,
        questions=told,
        total_steps=made,
        exact=not any(read[number - 1].withheld for number in made),
    )


def _decided(view: View, bid: str) -> Iterator[tuple[int, Decision]]:
    """Yield the decisions about this bid, each with its place in the log."""
    log = view.assessment.decisions
    for position, decision in log.entries if log else ():
        match decision:
            case Opened():
                pass
            case Draw(order=order):
                if bid in order and view.shows_draw(decision):
                    yield position, decision
            case _:
                if decision.bid == bid:
                    yield position, decision


def _outcome(view: View, result: BidAssessment) -> Outcome:
    assessment, bid = view.assessment, result.bid.id
    first = assessment.ranking[0].bids if assessment.ranking else ()
    shared = next((standing.bids for standing in assessment.ranking if bid in standing.bids), ())
    others = tuple(name for name in shared if name != bid)
    ranked, counted = view.shows(bid, "rank"), view.shows(bid, "total")
    known = [name for name in first if view.ranks(name)]
    best = assessment[known[0]].total if known else None
    behind = None if not counted or result.total is None or best is None else best - result.total
    return Outcome(
        rank=result.rank if ranked else None,
        of=sum(len(standing.bids) for standing in assessment.ranking),
        total=result.total if counted else None,
        unit=result.unit,
        maximum=maximum(assessment.tender.award),
        tied_with=others if ranked and all(view.ranks(name) for name in others) else (),
        first=tuple(name for name in first if view.shows(name, "rank")),
        shared=ranked and bool(others),
        gap=-behind if behind is not None and lowest_wins(assessment.tender.award) else behind,
    )


def _reasons(view: View, result: BidAssessment, steps: Steps) -> Iterator[Reason]:
    assessment, scores = view.assessment, [*result.scores, *result.costs]
    carried = shared(scores, result) if view.owns(result.bid.id) else dict[str, tuple[SharedProof, ...]]()
    for criterion, depth in _in_order(assessment.tender.criteria):
        for score in (score for score in scores if score.criterion == criterion.id):
            reported = [] if isinstance(score, Subtotal) else [cell for _, cell in score.reported]
            last = score.cost_cell if isinstance(score, Counted) else score.points_cell
            numbers = steps.until(*reported, last)
            yield Reason(
                criterion,
                score,
                depth,
                None if isinstance(criterion, Cost) else earnable(criterion),
                numbers,
                any(steps.steps[number - 1].withheld for number in numbers),
                tuple(notes(assessment, criterion, score, result)),
                tuple(unproven(assessment, score, result)),
                None if isinstance(score, Subtotal) else steps.last(score.measured),
                proof(score, result),
                tuple(stated(assessment.tender, score.criterion, result, steps)),
                carried.get(score.criterion, ()),
            )


def _in_order(criteria: Sequence[Leaf | Group | Cost], depth: int = 0) -> Iterator[tuple[Leaf | Group | Cost, int]]:
    """Yield the criteria as the tender lists them, a group before its members."""
    for criterion in criteria:
        yield criterion, depth
        if isinstance(criterion, Group):
            yield from _in_order(criterion.criteria, depth + 1)
