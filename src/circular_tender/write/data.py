"""An assessment or an explanation as JSON: ids, exact numbers and sources, no sentence."""

import json
from fractions import Fraction
from typing import assert_never, get_args

from circular_tender.analyse import Impact, Savings
from circular_tender.assessment import Assessment, Counted, LotAward, Score, Subtotal
from circular_tender.assessments import Assessments
from circular_tender.award import Award
from circular_tender.bids import Released
from circular_tender.derivation import Published, Written
from circular_tender.exact import exact_text
from circular_tender.explain import (
    Asked,
    Comparison,
    Explanation,
    LotsReport,
    Operand,
    Over,
    Promises,
    Reason,
    Report,
    Step,
    View,
    report,
)
from circular_tender.rules import Json
from circular_tender.write.impact import impact_as_json
from circular_tender.write.promises import promises_as_json
from circular_tender.write.rejected import rejection_as_json
from circular_tender.write.savings import savings_as_json
from circular_tender.write.told import Numbers

RELEASED: tuple[Released, ...] = get_args(Released)
_OVER: dict[Over, str] = {"stage": "all_bids", "remaining": "remaining_bids", "compared": "compared_bids"}
ASSESSMENT_SCHEMA = "circular-tender/assessment/0"


def to_json(  # noqa: PLR0911 -- one a kind of value
    value: Assessment | Assessments | Explanation | Comparison | Report | LotsReport | Impact | Savings | Promises,
) -> str:
    """Return as JSON an assessment with the explanation of every bid, an explanation, a comparison, and so on."""
    match value:
        case Assessment() | Assessments():
            return to_json(report(value))
        case LotsReport():
            return _dumped(_lots(value))
        case Report():
            return _dumped(_report(value))
        case Comparison():
            return _dumped(_comparison(value))
        case Explanation():
            return _dumped(_explanation(value))
        case Impact():
            return _dumped(impact_as_json(value))
        case Promises():
            return _dumped(promises_as_json(value))
        case Savings():
            return _dumped(savings_as_json(value))
        case _:
            assert_never(value)


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _report(value: Report) -> Json:
    ranking: list[Json] = []
    for standing in value.assessment.ranking:
        bids: list[Json] = [_id(value.view, bid) for bid in standing.bids if value.view.shows(bid, "rank")]
        if bids:
            ranking.append({"rank": str(standing.rank), "bids": bids})
    winner, award = value.assessment.winner, value.assessment.award
    told = award is None or award.by_ranking or value.view.shows_award
    leads = _id(value.view, winner) if told and winner and value.view.shows(winner, "rank") else None
    explanations: list[Json] = [_explanation(explanation) for explanation in value.explanations]
    result: dict[str, Json] = {"result": value.assessment.result} if value.view.shows_award else {}
    lot: dict[str, Json] = {"lot": value.assessment.lot} if value.assessment.lot else {}
    return {
        "schema": ASSESSMENT_SCHEMA,
        "tender": value.assessment.tender.reference,
        **lot,
        "reader": value.view.reader,
        **result,
        "winner": leads,
        "winners": [_id(value.view, bid) for bid in value.assessment.winners if told and value.view.shows(bid, "rank")],
        "reserve": [_id(value.view, bid) for bid in value.assessment.reserve if value.view.shows(bid, "rank")],
        "ranking": ranking,
        "bids": explanations,
    }


def _lots(value: LotsReport) -> Json:
    return {
        "schema": ASSESSMENT_SCHEMA,
        "tender": value.assessments.tender.reference,
        "reader": value.reader,
        "awards": [_award(award, value) for award in value.assessments.awards],
        "lots": [_report(report) for report in value.lots],
    }


def _award(award: LotAward, value: LotsReport) -> Json:
    """Return who wins a lot and who is passed over, or that this is withheld."""
    view = next(report.view for report in value.lots if report.assessment.lot == award.lot)
    if not value.shows(award):
        return {"lot": award.lot, "withheld": True}
    passed_over: list[Json] = [{"bid": _id(view, one.bid), "won": list(one.won)} for one in award.passed_over]
    return {
        "lot": award.lot,
        "withheld": False,
        "result": award.result,
        "winners": [_id(view, bid) for bid in award.winners],
        "passed_over": passed_over,
        "undecided": list(award.undecided),
    }


def _id(view: View, bid: str) -> str:
    """Return the id of a bid, or the letter that stands for it where its name is withheld; no id is a capital."""
    return bid if view.shows(bid, "name") else view.letter(bid)


def _comparison(comparison: Comparison) -> Json:
    view, told = comparison.view, Numbers(comparison.assessment.tender.award, comparison.exact)
    rows: list[Json] = [
        {
            "kind": row.kind,
            "criterion": row.criterion,
            "first": told.total(row.first),
            "second": told.total(row.second),
            "difference": told.total(row.points),
        }
        for row in comparison.rows
    ]
    ids: dict[str, Json] = {
        name: _id(view, bid) for name, bid in (("first", comparison.first), ("second", comparison.second))
    }
    factors: list[Json] = [
        {
            "factor": row.name,
            "unit": row.unit,
            "first": told.figure(row.first, row.unit),
            "second": told.figure(row.second, row.unit),
        }
        for row in comparison.factors
    ]
    beside: dict[str, Json] = {} if comparison.exact or comparison.gap is None else {"rounded": True}
    beside |= {"factors": factors} if factors else {}
    lot: dict[str, Json] = {"lot": comparison.assessment.lot} if comparison.assessment.lot else {}
    gap = None if comparison.gap is None else told.total(comparison.gap)
    return {**lot, "reader": view.reader, **ids, "difference": gap, "rows": rows, **beside}


def _explanation(explanation: Explanation) -> Json:
    result, outcome, view = explanation.result, explanation.outcome, explanation.view
    withheld: list[Json] = [item for item in RELEASED if not view.shows(result.bid.id, item)]
    award = explanation.assessment.tender.award
    told = Numbers(award, explanation.exact)
    scores: list[Json] = [_score(reason, Numbers(award, not reason.withheld)) for reason in explanation.reasons]
    contributions: list[Json] = [
        {"kind": row.kind, "criterion": row.criterion, "points": told.total(row.points)}
        for row in explanation.contributions
    ]
    of_both = Numbers(award, not outcome.gap or all(map(view.exact, (result.bid.id, *outcome.first))))
    rounded: list[Json] = [*_rounded(explanation), *([] if of_both.exact else ["behind"])]
    first = explanation.beside_first
    beside: dict[str, Json] = {"beside_first": _comparison(first)} if first else {}
    if explanation.assessment.tender.abnormally_low:
        beside["questions"] = [_asked(asked, award) for asked in explanation.questions]
    return {
        **({"lot": explanation.assessment.lot} if explanation.assessment.lot else {}),
        "bid": _id(view, result.bid.id),
        "bidder": None if "name" in withheld else result.bid.bidder,
        "reader": view.reader,
        "withheld": withheld,
        **({"rounded": rounded} if rounded else {}),
        "rank": None if outcome.rank is None else str(outcome.rank),
        "rejected": result.rank is None if view.shows(result.bid.id, "rank") else None,
        **_total(explanation, told),
        "behind": None if outcome.gap is None else of_both.total(outcome.gap),
        "rejections": [rejection_as_json(rejection, explanation) for rejection in explanation.rejections],
        "scores": scores,
        "decisions": [f"/decisions/{position}" for position, _ in explanation.decisions],
        "contributions": contributions,
        "steps": [_step(step) for step in explanation.steps],
        **beside,
    }


def _total(explanation: Explanation, told: Numbers) -> dict[str, Json]:
    """Return the total: points, or the unit of another total with the factors that it is made of."""
    outcome = explanation.outcome
    total = None if outcome.total is None else told.total(outcome.total)
    if outcome.maximum is not None:
        return {"points": total}
    factors: dict[str, Json] = {name: told.figure(value, unit) for name, value, unit in explanation.factors}
    return {"total": total, "unit": outcome.unit, "factors": factors}


def _rounded(explanation: Explanation) -> list[Json]:
    """Return the keys of what stands there only as a page shows it."""
    if explanation.exact or explanation.outcome.total is None:
        return []
    return ["contributions", *(["points"] if explanation.outcome.maximum is not None else ["total", "factors"])]


def _score(reason: Reason, told: Numbers) -> Json:
    score = reason.score
    if isinstance(score, Counted):
        return {**_measured(score), "cost": exact_text(score.cost), "notes": list(reason.notes), **_beside(reason)}
    common: dict[str, Json] = {
        "criterion": score.criterion,
        "weight": _number(reason.weight),
        "points": told.earned(score.points),
    }
    match score:
        case Score(ratio=ratio, weighted=weighted):
            return {
                **common,
                **_measured(score),
                "ratio": None if reason.withheld else _value(ratio.value),
                "weighted": None if reason.withheld else _value(weighted.value),
                "notes": list(reason.notes),
                "withheld": reason.withheld,
                **_beside(reason),
            }
        case Subtotal(subtotal=subtotal, members=members):
            withheld: dict[str, Json] = {"withheld": True} if reason.withheld else {}
            return {**common, "members": list(members), "subtotal": told.earned(subtotal.number), **withheld}
        case _:
            assert_never(score)


def _measured(score: Score | Counted) -> dict[str, Json]:
    beside: dict[str, Json] = {name: _value(cell.value) for name, cell in score.reported}
    measured = {"measured": _value(score.measured.value), "unit": score.measured.unit}
    return {"criterion": score.criterion, **measured, "reported": beside}


def _beside(reason: Reason) -> dict[str, Json]:
    """Return what the supplier states itself, and the proofs that other criteria depend on too, where there are any."""
    stated: list[Json] = [
        {
            "product": one.product,
            "figure": one.name,
            "unit": one.unit,
            "stated": exact_text(one.stated),
            "counted": exact_text(one.counted),
            "difference": exact_text(one.difference),
            "steps": [str(number) for number in one.steps],
        }
        for one in reason.stated
    ]
    shared: list[Json] = [{"evidence": one.evidence, "criteria": list(one.criteria)} for one in reason.shared]
    return {**({"stated": stated} if stated else {}), **({"shared_proof": shared} if shared else {})}


def _asked(asked: Asked, award: Award) -> Json:
    question = asked.question
    compared: list[Json] = [
        {
            "against": one.against,
            "how": one.how,
            "unit": one.unit,
            "value": Numbers(award, one.exact).figure(one.value, one.unit),
            "reference": _number(one.reference),
            "share": exact_text(one.share),
            "limit": _number(one.limit),
            "holds": one.holds,
        }
        for one in asked.compared
    ]
    return {
        "trigger": f"/abnormally_low/{question.trigger}",
        "kind": question.kind,
        "answer": question.answer,
        "decision": None if question.position is None else f"/decisions/{question.position}",
        "compared": compared,
        "steps": [str(number) for number in asked.steps],
    }


def _step(step: Step) -> Json:
    return {
        "number": str(step.number),
        "formula": step.formula,
        "expression": step.expression,
        "inputs": [_operand(operand) for operand in step.operands],
        "value": _value(step.value),
        "withheld": step.withheld,
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
            source = {_OVER[operand.over]: str(operand.count)}
        case _:
            assert_never(operand.source)
    value = {"name": operand.name, "value": _value(operand.value), "withheld": operand.withheld}
    return {**value, "unit": operand.unit, **source}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _value(value: Fraction | str | None) -> str | None:
    return value if value is None or isinstance(value, str) else exact_text(value)
