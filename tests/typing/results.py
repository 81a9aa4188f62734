"""Checked by mypy and pyright, never run: what an assessment and an explanation give to a program."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never, assert_type

import circular_tender as ct
from circular_tender.analyse import (
    BidSavings,
    Cause,
    Coverage,
    Figure,
    Had,
    Life,
    Move,
    Reference,
    Reversal,
    Unquantified,
)
from circular_tender.assessment import (
    AboveCeiling,
    BelowMinimum,
    BidAssessment,
    Cell,
    Counted,
    Decided,
    Late,
    LotAward,
    LotResult,
    NotAmongBest,
    NotMet,
    PassedOver,
    Question,
    Rejection,
    Score,
    Stage,
    Standing,
    Subtotal,
)
from circular_tender.award import Key
from circular_tender.award.low import Check
from circular_tender.bids import Draw, LowPrice
from circular_tender.derivation import Derived, Formula, Given, Node, Published, Value, Written
from circular_tender.explain import (
    Asked,
    Claim,
    Contribution,
    Difference,
    MeasuringRule,
    Operand,
    Outcome,
    Promise,
    Proof,
    Reason,
    Step,
    Term,
    Uncounted,
    Unproven,
)

assessment = ct.assess(ct.read_tender("tender.yaml"), ct.read_bids("bids"))
assert_type(assessment, ct.Assessment)
assert_type(assessment.tender, ct.Tender)
assert_type(assessment.bids, tuple[ct.Bid | ct.BrokenBid, ...])
assert_type(assessment.judgements, ct.Judgements | None)
assert_type(assessment.decisions, ct.Decisions | None)
assert_type(assessment.winner, str | None)
assert_type(assessment.ranking, tuple[Standing, ...])
assert_type([(standing.rank, standing.bids) for standing in assessment.ranking], list[tuple[int, tuple[str, ...]]])
assert_type(assessment.rejected, tuple[tuple[str, Rejection], ...])
assert_type(assessment.stages, tuple[Stage, ...])
assert_type(iter(assessment), Iterator[BidAssessment])
assert_type(assessment.nodes(), tuple[Node, ...])

lots = ct.assess_lots(ct.read_tender("tender.yaml"), ct.read_bids("bids"))
assert_type(lots, ct.Assessments)
assert_type(lots["north"], ct.Assessment)
assert_type(lots["north"].lot, str | None)
assert_type(iter(lots), Iterator[ct.Assessment])
assert_type(lots.awards, tuple[LotAward, ...])
assert_type(lots.award("north").result, LotResult)
assert_type(lots.awards[0].passed_over, tuple[PassedOver, ...])
assert_type(ct.report(lots), ct.LotsReport)
assert_type(ct.record(lots), bytes)
assert_type(ct.to_json(lots), str)

question = assessment.questions[0]
assert_type(assessment.questions, tuple[Question, ...])
assert_type(question.checks, tuple[Check, ...])
assert_type(question.checks[0].holds, Derived)
assert_type(question.decision, LowPrice | None)

result = assessment["acme"]
assert_type(result, BidAssessment)
assert_type(result.bid, ct.Bid | ct.BrokenBid)
assert_type(result.rank, int | None)
assert_type(result.points, Fraction | None)
assert_type(result.rejections, tuple[Rejection, ...])
assert_type(result.total, Fraction | None)
assert_type(result.unit, str)
assert_type(result.scores, tuple[Score | Subtotal, ...])
assert_type(result.costs, tuple[Counted, ...])
assert_type(result.factors, tuple[tuple[str, Cell], ...])
if result.points is not None:
    assert_type(result.points + 1, Fraction)


def score_of(score: Score | Subtotal) -> Fraction:
    """Both have points; what else there is depends on the sort, of which there are two."""
    assert_type(score.criterion, str)
    assert_type(score.points_cell, Cell)
    match score:
        case Score():
            assert_type(score.measured, Cell)
            assert_type(score.reported, tuple[tuple[str, Cell], ...])
            assert_type(score.ratio.number, Fraction)
            return score.points
        case Subtotal():
            assert_type(score.members, tuple[str, ...])
            assert_type(score.subtotal.number, Fraction)
            return score.points
        case _:
            assert_never(score)


assert_type(result["reuse"], Score | Subtotal)
assert_type(result["reuse"].points, Fraction)
assert_type(sum(map(score_of, result.scores), Fraction(0)), Fraction)


def ground(rejection: Late | NotMet | Decided | BelowMinimum | AboveCeiling | NotAmongBest) -> str:
    """A rejection has one of six grounds."""
    match rejection:
        case Late():
            assert_type(rejection.received.value, Value)
            return "late"
        case NotMet():
            assert_type(rejection.decision.reason, str)
            return rejection.requirement
        case Decided():
            assert_type(rejection.position, int)
            return rejection.ground
        case BelowMinimum():
            assert_type(rejection.value.number, Fraction)
            return rejection.criterion
        case AboveCeiling():
            return rejection.stage
        case NotAmongBest():
            assert_type(rejection.max_pass, Node)
            return rejection.stage
        case _:
            assert_never(rejection)


def sources(node: Given | Derived) -> list[Written | Published]:
    """A derivation ends in what somebody wrote or published."""
    match node:
        case Given():
            return [node.source] if isinstance(node.source, Published) else [*node.source]
        case Derived():
            assert_type(node["weight"], Node)
            assert_type(node.formula.name, str)
            return [source for _, child in node.inputs for source in sources(child)]
        case _:
            assert_never(node)


cell = result["reuse"].points_cell
assert_type(cell.value, Fraction | str)
assert_type(cell.unit, str)
assert_type(cell.replayed(), Fraction | str)
assert_type(sources(cell.node), list[Written | Published])

explanation = ct.explain(assessment, "acme")
assert_type(explanation, ct.Explanation)
assert_type(explanation.result, BidAssessment)
assert_type(explanation.outcome, Outcome)
assert_type(explanation.outcome.rank, int | None)
assert_type(explanation.outcome.total, Fraction | None)
assert_type(explanation.outcome.maximum, Fraction | None)
assert_type(explanation.outcome.gap, Fraction | None)
assert_type(explanation.outcome.tied_with, tuple[str, ...])
assert_type(explanation.reasons, tuple[Reason, ...])
assert_type(explanation.reasons[0].weight, Fraction | None)
assert_type(explanation.factors, tuple[tuple[str, Fraction, str], ...])
assert_type(explanation.reasons[0].unproven, tuple[Unproven, ...])
assert_type(explanation.beside_first, ct.Comparison | None)
assert_type(explanation.contributions, tuple[Contribution, ...])
assert_type(explanation.steps, tuple[Step, ...])
assert_type(explanation.total_steps, tuple[int, ...])
assert_type(explanation.exact, bool)
assert_type(explanation.questions, tuple[Asked, ...])
assert_type(explanation.questions[0].compared[0].limit, Fraction | None)
step = explanation.step(1)
assert_type(step.value, Fraction | str | None)
assert_type(step["own"], Operand)
assert_type(step["own"].source, Written | Published | None)

comparison = ct.compare(assessment, "acme", "bravo")
assert_type(comparison, ct.Comparison)
assert_type(comparison.gap, Fraction | None)
assert_type(comparison.rows, tuple[Difference, ...])
assert_type(comparison.rows[0].points, Fraction)

impact = ct.impact(assessment, ct.Without("bravo"))
assert_type(impact.change, ct.Without | ct.Changed | ct.Marked | ct.Logged)
assert_type(impact.moves, tuple[Move, ...])
assert_type(impact.moves[0].rank_after, int | None)
assert_type(impact.moves[0].total_before, Fraction | None)
assert_type(impact.reversals, tuple[Reversal, ...])
turn = impact.reversals[0]
assert_type(turn.by_after, Key)
assert_type(turn.causes, tuple[Cause, ...])
assert_type(turn.causes[0].formula, Formula)
assert_type(turn.causes[0].references, tuple[Reference, ...])
assert_type(turn.causes[0].values, tuple[Had, Had])
assert_type(turn.causes[0].values[0].before, Cell)

savings = ct.savings(assessment, "market")
assert_type(savings.award, BidSavings | None)
assert_type(savings.bids, tuple[BidSavings, ...])
assert_type(savings["acme"], BidSavings)
assert_type(savings["acme"]["co2e_avoided"], Figure)
assert_type(savings["acme"]["co2e_avoided"].saved.number, Fraction)
assert_type(savings["acme"].coverage, tuple[Coverage, ...])
assert_type(savings["acme"].coverage[0].proven, Cell | None)
assert_type(savings["acme"].lives, tuple[Life, ...])
assert_type(savings["acme"].unquantified, tuple[Unquantified, ...])

report = ct.report(assessment)
assert_type(report, ct.Report)
assert_type(report.lead, ct.Comparison | None)
assert_type(report.explanations, tuple[ct.Explanation, ...])
assert_type(report.draws, tuple[Draw, ...])

for told in (assessment, explanation, comparison, report, impact, savings):
    assert_type(str(told), str)
    assert_type(ct.to_text(told), str)
    assert_type(ct.to_markdown(told, language="nl"), str)
    assert_type(ct.to_html(told, language="en"), str)
    assert_type(ct.to_json(told), str)
assert_type(ct.to_html(assessment.tender), str)
assert_type(ct.record(assessment), bytes)

promises = ct.promises(assessment)
assert_type(promises.bid, str)
assert_type(promises.items, tuple[Promise, ...])
promise = promises["reuse"]
assert_type(promise.points, Fraction | None)
assert_type(promise.measured, Fraction | str | None)
assert_type(promise.rule, MeasuringRule)
assert_type(promise.counted, tuple[Claim, ...])
assert_type(promise.uncounted[0].uncounted, Uncounted | None)
assert_type(promise.counted[0].text, str)
assert_type(promise.counted[0].written, Written)
assert_type(promise.counted[0].proof, Proof | None)
assert_type(promise.counted[0].term, Term | None)
assert_type(promise.counted[0].decision, int | None)
