"""The grounds of a rejection as JSON."""

from typing import assert_never

from circular_tender.assessment import (
    AboveCeiling,
    BelowMinimum,
    Cell,
    Decided,
    Late,
    NotAmongBest,
    NotMet,
    Rejection,
)
from circular_tender.exact import exact_text
from circular_tender.explain import Explanation
from circular_tender.rules import Json
from circular_tender.write.told import Numbers


def rejection_as_json(rejection: Rejection, explanation: Explanation) -> Json:
    """Return the ground of a rejection with its numbers, as far as the reader may read them."""
    match rejection:
        case Late(received, deadline):
            return {"ground": "late", "received": str(received.value), "deadline": str(deadline.value)}
        case NotMet(requirement, position, decision):
            place = f"/decisions/{position}"
            reason = {"decision": place, "reason": decision.reason}
            return {"ground": "not_met", "requirement": requirement, **reason}
        case Decided(position, decision):
            place = f"/decisions/{position}"
            after: dict[str, Json] = {"stage": decision.after} if decision.after else {}
            return {"ground": rejection.ground, "decision": place, "reason": decision.reason, **after}
        case BelowMinimum(stage, criterion, value, at_least):
            return {
                "ground": "below_minimum",
                "stage": stage,
                "criterion": criterion,
                "points": _points(criterion, value, explanation),
                "at_least": str(at_least.value),
            }
        case AboveCeiling(stage, criterion, value, at_most):
            return {
                "ground": "above_ceiling",
                "stage": stage,
                "criterion": criterion,
                "price": exact_text(value.number),
                "at_most": str(at_most.value),
            }
        case NotAmongBest(stage, criterion, value, at_least, max_pass):
            return {
                "ground": "not_among_best",
                "stage": stage,
                "criterion": criterion,
                "points": _points(criterion, value, explanation),
                "at_least": str(at_least.value) if explanation.view.references else None,
                "max_pass": str(max_pass.value),
            }
        case _:
            assert_never(rejection)


def _points(criterion: str, value: Cell, explanation: Explanation) -> str:
    """Return the points of a criterion that a threshold tests."""
    exact = not any(reason.withheld for reason in explanation.reasons if reason.criterion.id == criterion)
    return Numbers(explanation.assessment.tender.award, exact).earned(value.number)
