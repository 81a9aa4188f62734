"""An assessment or an explanation as JSON: ids, exact numbers and sources, no sentence."""

import json
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import (
    AboveCeiling,
    Assessment,
    BelowMinimum,
    Decided,
    Late,
    NotMet,
    Rejection,
    Score,
    Subtotal,
)
from circular_tender.derivation import Published, Written
from circular_tender.exact import exact_text
from circular_tender.explain import Comparison, Explanation, Operand, Report, Step, report
from circular_tender.rules import Json

ASSESSMENT_SCHEMA = "circular-tender/assessment/0"


def to_json(value: Assessment | Explanation | Comparison | Report) -> str:
    """Return an assessment with the explanation of every bid, or one explanation or comparison, as exact JSON."""
    match value:
        case Assessment():
            return to_json(report(value))
        case Report():
            ranking: list[Json] = [{"rank": str(s.rank), "bids": list(s.bids)} for s in value.assessment.ranking]
            bids: list[Json] = [_explanation(explanation) for explanation in value.explanations]
            whole: Json = {
                "schema": ASSESSMENT_SCHEMA,
                "tender": value.assessment.tender.reference,
                "winner": value.assessment.winner,
                "ranking": ranking,
                "bids": bids,
            }
            return _dumped(whole)
        case Comparison():
            return _dumped(_comparison(value))
        case Explanation():
            return _dumped(_explanation(value))
        case _:
            assert_never(value)


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _comparison(comparison: Comparison) -> Json:
    rows: list[Json] = [
        {
            "kind": row.kind,
            "criterion": row.criterion,
            "first": exact_text(row.first),
            "second": exact_text(row.second),
            "difference": exact_text(row.points),
        }
        for row in comparison.rows
    ]
    ids: dict[str, Json] = {"first": comparison.first, "second": comparison.second}
    return {**ids, "difference": exact_text(comparison.gap), "rows": rows}


def _explanation(explanation: Explanation) -> Json:
    result, outcome = explanation.result, explanation.outcome
    scores: list[Json] = [_score(reason.score, reason.weight, reason.notes) for reason in explanation.reasons]
    contributions: list[Json] = [
        {"kind": row.kind, "criterion": row.criterion, "points": exact_text(row.points)}
        for row in explanation.contributions
    ]
    return {
        "bid": result.bid.id,
        "bidder": result.bid.bidder,
        "rank": None if outcome.rank is None else str(outcome.rank),
        "points": _number(outcome.points),
        "behind": _number(outcome.gap),
        "rejections": [_rejection(rejection) for rejection in explanation.rejections],
        "scores": scores,
        "decisions": [f"/decisions/{position}" for position, _ in explanation.decisions],
        "contributions": contributions,
        "steps": [_step(step) for step in explanation.steps],
    }


def _score(score: Score | Subtotal, weight: Fraction, notes: tuple[str, ...]) -> Json:
    common: dict[str, Json] = {
        "criterion": score.criterion,
        "weight": exact_text(weight),
        "points": exact_text(score.points),
    }
    match score:
        case Score(measured=measured, ratio=ratio, weighted=weighted, reported=reported):
            beside: dict[str, Json] = {name: _value(cell.value) for name, cell in reported}
            measures: dict[str, Json] = {"measured": _value(measured.value), "unit": measured.unit, "reported": beside}
            return {
                **common,
                **measures,
                "ratio": _value(ratio.value),
                "weighted": _value(weighted.value),
                "notes": list(notes),
            }
        case Subtotal(subtotal=subtotal, members=members):
            return {**common, "members": list(members), "subtotal": _value(subtotal.value)}
        case _:
            assert_never(score)


def _rejection(rejection: Rejection) -> Json:
    match rejection:
        case Late(received, deadline):
            return {"ground": "late", "received": str(received.value), "deadline": str(deadline.value)}
        case NotMet(requirement, position, decision):
            place = f"/decisions/{position}"
            reason = {"decision": place, "reason": decision.reason}
            return {"ground": "not_met", "requirement": requirement, **reason}
        case Decided(position, decision):
            place = f"/decisions/{position}"
            return {"ground": rejection.ground, "decision": place, "reason": decision.reason}
        case BelowMinimum(stage, criterion, value, at_least):
            return {
                "ground": "below_minimum",
                "stage": stage,
                "criterion": criterion,
                "points": _value(value.value),
                "at_least": str(at_least.value),
            }
        case AboveCeiling(stage, criterion, value, at_most):
            return {
                "ground": "above_ceiling",
                "stage": stage,
                "criterion": criterion,
                "price": _value(value.value),
                "at_most": str(at_most.value),
            }
        case _:
            assert_never(rejection)


def _step(step: Step) -> Json:
    return {
        "number": str(step.number),
        "formula": step.formula,
        "expression": step.expression,
        "inputs": [_operand(operand) for operand in step.operands],
        "value": _value(step.value),
        "unit": step.unit,
        "count": None if step.count is None else str(step.count),
    }


def _operand(operand: Operand) -> Json:
    source: dict[str, Json] = {}
    match operand.source:
        case Written(document, pointer, text):
            source = {"document": document, "pointer": pointer, "text": text}
        case Published(table, version, origin):
            source = {"table": table, "version": version, "source": origin}
        case None if operand.step is not None:
            source = {"step": str(operand.step)}
        case None:
            source = {"all_bids": str(operand.count)}
        case _:
            assert_never(operand.source)
    return {"name": operand.name, "value": _value(operand.value), "unit": operand.unit, **source}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _value(value: Fraction | str | None) -> str | None:
    return value if value is None or isinstance(value, str) else exact_text(value)
