"""The record of an assessment: rules, facts and values as canonical JSON, for who does not trust this library."""

import hashlib
import json
from fractions import Fraction
from typing import assert_never

from circular_tender.assessment import (
    AboveCeiling,
    Assessment,
    BelowMinimum,
    Cell,
    Decided,
    Late,
    LotAward,
    NotAmongBest,
    NotMet,
    Rejection,
    Stage,
)
from circular_tender.assessments import Assessments
from circular_tender.award import rules_as_json
from circular_tender.bids import Bid, BrokenBid
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.exact import Column, exact_text
from circular_tender.rules import Json
from circular_tender.tender import Tender, of_lot, rules_of

RECORD_SCHEMA = "circular-tender/record/0"


def record(assessment: Assessment | Assessments) -> bytes:
    """Return the record of an assessment, or of all lots, format `circular-tender/record/0`, as canonical JSON.

    The same inputs give the same bytes. `verify.py` recomputes everything in it from the published rules and the facts.
    Raises `InvalidDocuments` for the assessment of one lot, of which the others may decide who wins.
    """
    if isinstance(assessment, Assessment) and assessment.lot is not None:
        raise InvalidDocuments([Problem("lot-only", Place("assessment"), shown(assessment.lot))])
    published = _published(assessment.tender)
    received: list[Json] = [bid.plain for bid in assessment.bids]
    judgements = assessment.judgements.plain if assessment.judgements else None
    decisions = assessment.decisions.plain if assessment.decisions else None
    values = _assessment(assessment) if isinstance(assessment, Assessment) else _assessments(assessment)
    of_bids: dict[str, Json] = {bid.id: _digest(bid.plain) for bid in assessment.bids}
    digests: dict[str, Json] = {
        "published": _digest(published),
        "received": of_bids,
        "judgements": _digest(judgements),
        "decisions": _digest(decisions),
        "assessment": _digest(values),
    }
    return canonical(
        {
            "schema": RECORD_SCHEMA,
            "published": published,
            "received": received,
            "judgements": judgements,
            "decisions": decisions,
            "assessment": values,
            "digests": digests,
        }
    )


def digest(document: Tender | Bid | BrokenBid) -> str:
    """Return the SHA-256 that pins a document: of a bid as received, or of a tender with the rules that it publishes.

    The tender's belongs in its notice, and each bid's in the receipt that its bidder gets.
    """
    return _digest(_published(document.whole) if isinstance(document, Tender) else document.plain)


def canonical(value: Json) -> bytes:
    """Return canonical JSON: sorted keys, no white space, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _digest(value: Json) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def _published(tender: Tender) -> Json:
    rules: Json = rules_as_json(rules_of(tender))
    if tender.lots:
        rules = {lot.id: rules_as_json(rules_of(of_lot(tender, lot.id))) for lot in tender.lots}
    return {"tender": tender.plain, "rules": rules}


def _assessments(assessments: Assessments) -> dict[str, Json]:
    lots: dict[str, Json] = {assessment.lot or "": _assessment(assessment) for assessment in assessments}
    return {"lots": lots, "awards": [_award(award) for award in assessments.awards]}


def _award(award: LotAward) -> Json:
    passed_over: list[Json] = [{"bid": passed.bid, "won": list(passed.won)} for passed in award.passed_over]
    undecided: dict[str, Json] = {"undecided": list(award.undecided)} if award.result == "open" else {}
    return {
        "lot": award.lot,
        "winners": list(award.winners),
        "passed_over": passed_over,
        "result": award.result,
        **undecided,
    }


def _assessment(assessment: Assessment) -> dict[str, Json]:
    total: dict[str, Json] = {r.bid.id: _cell(r.total_cell) for r in assessment if r.total_cell}
    awarded: dict[str, Json] = {r.bid.id: _cell(r.awarded_cell) for r in assessment if r.awarded_cell}
    ranking: list[Json] = [{"rank": str(s.rank), "bids": list(s.bids)} for s in assessment.ranking]
    factors: dict[str, Json] = {
        name: {r.bid.id: _cell(dict(r.factors)[name]) for r in assessment if r.factors}
        for name, _ in assessment.rules.factors
    }
    return {
        "rejected": [_rejection(bid, rejection) for bid, rejection in assessment.rejected],
        "stages": [_stage(stage) for stage in assessment.stages],
        **({"factors": factors} if factors else {}),
        "total": total,
        "awarded": awarded,
        "ranking": ranking,
    }


def _stage(stage: Stage) -> Json:
    values: dict[str, dict[str, Json]] = {}
    for (aspect, criterion), node in stage.columns:
        elements = node.value.elements if isinstance(node.value, Column) else ()
        values.setdefault(criterion, {})[aspect] = [_text(element) for element in elements]
    of_criteria: dict[str, Json] = dict(values.items())
    return {"id": stage.id, "bids": list(stage.bids), "values": of_criteria}


def _rejection(bid: str, rejection: Rejection) -> Json:
    match rejection:
        case Late():
            return {"bid": bid, "ground": "late"}
        case NotMet(requirement, position):
            return {"bid": bid, "ground": "not_met", "requirement": requirement, "decision": str(position)}
        case Decided(position, decision):
            after: dict[str, Json] = {"stage": decision.after} if decision.after else {}
            return {"bid": bid, "ground": "decided", "decision": str(position), **after}
        case BelowMinimum(stage, criterion, value, bound):
            tested = {"bid": bid, "ground": "below_minimum", "stage": stage, "of": criterion}
            return {**tested, "value": _cell(value), "at_least": _cell(Cell(bound))}
        case AboveCeiling(stage, criterion, value, bound):
            tested = {"bid": bid, "ground": "above_ceiling", "stage": stage, "of": criterion}
            return {**tested, "value": _cell(value), "at_most": _cell(Cell(bound))}
        case NotAmongBest(stage, criterion, value, bound, max_pass):
            tested = {"bid": bid, "ground": "not_among_best", "stage": stage, "of": criterion}
            needed: dict[str, Json] = {"at_least": _cell(Cell(bound)), "max_pass": _cell(Cell(max_pass))}
            return {**tested, "value": _cell(value), **needed}
        case _:
            assert_never(rejection)


def _cell(cell: Cell) -> str:
    return _text(cell.value)


def _text(value: Fraction | str) -> str:
    return value if isinstance(value, str) else exact_text(value)
