"""An impact as JSON: the change, both winners, every move, and the reversals with their formulas."""

from fractions import Fraction
from typing import assert_never

from circular_tender.analyse import (
    Cause,
    Change,
    Changed,
    Had,
    Impact,
    Logged,
    Marked,
    Move,
    Reference,
    Reversal,
    Without,
)
from circular_tender.award import Key
from circular_tender.exact import exact_text
from circular_tender.rules import Json


def impact_as_json(value: Impact) -> Json:
    """Return an impact in the JSON of an assessment: ids, exact numbers and formulas, no sentence."""
    moves: list[Json] = [_move(move) for move in value.moves]
    reversals: list[Json] = [_reversal(reversal) for reversal in value.reversals]
    return {
        "tender": value.before.tender.reference,
        "change": _change(value.change),
        "winners_before": list(value.before.winners),
        "winners_after": list(value.after.winners),
        "moves": moves,
        "reversals": reversals,
    }


def _change(change: Change) -> Json:
    match change:
        case Without(bid):
            return {"kind": "without", "bid": bid}
        case Changed(bid, pointer, to):
            return {"kind": "changed", "bid": bid, "pointer": pointer, "to": as_written(to)}
        case Marked(bid, criterion, to, member):
            of: dict[str, Json] = {} if member is None else {"member": member}
            return {"kind": "marked", "bid": bid, "criterion": criterion, **of, "to": as_written(to)}
        case Logged(decision):
            return {"kind": "logged", "decision": decision.model_dump(mode="json", exclude_unset=True)}
        case _:
            assert_never(change)


def as_written(value: object) -> Json:
    """Return a value as a document writes it: null, true, false or a text."""
    return value if isinstance(value, str | bool) or value is None else str(value)


def _move(move: Move) -> Json:
    return {
        "bid": move.bid,
        "touched": move.touched,
        "rank_before": _rank(move.rank_before),
        "rank_after": _rank(move.rank_after),
        "total_before": _number(move.total_before),
        "total_after": _number(move.total_after),
    }


def _reversal(reversal: Reversal) -> Json:
    causes: list[Json] = [_cause(cause) for cause in reversal.causes]
    return {
        "first": reversal.first,
        "second": reversal.second,
        "by_before": _key(reversal.by_before),
        "by_after": _key(reversal.by_after),
        "causes": causes,
    }


def _key(key: Key) -> Json:
    return {"aspect": key.aspect, "of": key.criterion}


def _cause(cause: Cause) -> Json:
    references: list[Json] = [_reference(reference) for reference in cause.references]
    values: list[Json] = [_had(had) for had in cause.values]
    return {
        "criteria": list(cause.criteria),
        "formula": cause.formula.name,
        "expression": cause.expression,
        "references": references,
        "values": values,
    }


def _reference(reference: Reference) -> Json:
    return {
        "name": reference.name,
        "formula": reference.formula.name,
        "unit": reference.unit,
        "before": exact_text(reference.before),
        "after": exact_text(reference.after),
    }


def _had(had: Had) -> Json:
    before, after = exact_text(had.before.number), exact_text(had.after.number)
    return {"bid": had.bid, "unit": had.after.unit, "before": before, "after": after}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _rank(rank: int | None) -> str | None:
    return None if rank is None else str(rank)
