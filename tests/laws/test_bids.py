"""What must not matter: names, order, and bids that are out."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import DEADLINE, IN_TIME, LATE, Case, Plain, cases, decimal_text, every, leaves, relative, units_of

import circular_tender as ct
from circular_tender.assessment import BelowMinimum, Late, Score


def scored(result) -> dict[str, tuple[Any, ...]]:
    """Everything that is computed for a bid, by criterion."""
    found: dict[str, tuple[Any, ...]] = {}
    for score in result.scores:
        if isinstance(score, Score):
            beside = tuple((name, cell.value) for name, cell in score.reported)
            found[score.criterion] = (
                score.measured.value,
                score.ratio.value,
                score.weighted.value,
                score.points,
                beside,
            )
        else:
            found[score.criterion] = (score.subtotal.value, score.points)
    return found


def grounds(result) -> set[tuple[Any, ...]]:
    """On what grounds a bid is rejected, with the numbers."""
    return {
        (r.stage, r.criterion, r.value.value, r.at_least.value) if isinstance(r, BelowMinimum) else ("late",)
        for r in result.rejections
    }


def outcome(result) -> tuple[Any, ...]:
    return scored(result), result.points, result.rank, grounds(result)


def shuffled(criteria: list[Plain], order: Callable[[list[Any]], list[Any]]) -> list[Plain]:
    """Criteria in another order, and the members of groups too."""
    return [
        {**criterion, "criteria": shuffled(criterion["criteria"], order)} if "criteria" in criterion else criterion
        for criterion in order(criteria)
    ]


@st.composite
def reordered(draw) -> tuple[Case, Case, dict[str, str]]:
    """A case, the same one with everything in another order and under other names, and the new id of each bid."""
    case = draw(cases())
    other = case.changed()

    def order(items: list[Any]) -> list[Any]:
        return draw(st.permutations(items))

    names = dict(zip((bid["id"] for bid in case.bids), order(["b", "a", "9", "y-y", "7"]), strict=False))
    tender = other.tender
    tender["criteria"] = shuffled(tender["criteria"], order)
    if "prices" in tender:
        tender["prices"]["lines"] = order(tender["prices"]["lines"])
    bids = []
    for bid in order(list(other.bids)):
        renamed = {**bid, "id": names[bid["id"]], "bidder": "Somebody Else"}
        for product in renamed.get("products", []):
            product["parts"] = order(product["parts"])
        if "products" in bid:
            renamed["products"] = order(bid["products"])
        bids.append(renamed)
    judgements = other.judgements
    if judgements:
        judgements["marks"] = {names[bid]: marks for bid, marks in judgements["marks"].items()}
    return case, Case(tender, tuple(bids), judgements), names


@given(reordered())
def test_names_and_order_change_nothing_but_names_and_order(three):
    case, other, names = three
    before, after = case.assess(), other.assess()
    for old, new in names.items():
        assert outcome(after[new]) == outcome(before[old])
    ranks = [(s.rank, {names[bid] for bid in s.bids}) for s in before.ranking]
    assert [(s.rank, set(s.bids)) for s in after.ranking] == ranks


#: Names that the notation allows and that mean something to somebody else.
AWKWARD = ["self", "criterion", "points", "ratio", "total", "draw", "formula", "function", "elements"]
AWKWARD += ["none", "null", "true", "1e3", "0"]


@pytest.mark.parametrize("name", AWKWARD)
def test_a_name_that_the_notation_allows_is_a_name_like_any_other(name: str):
    """A bid, a criterion in a group, a line and a stage of that name are scored, recorded and reported."""
    leaf = {
        "id": name,
        "title": "Price",
        "weight": "10",
        "indicator": {"kind": "price"},
        "scale": {"kind": "lowest_over_own"},
    }
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Chairs",
        "buyer": "Gemeente Voorbeeld",
        "currency": "EUR",
        "prices": {"vat": "excluded", "lines": [{"id": name, "unit": "piece", "quantity": "3"}]},
        "award": {
            "method": "weighted_points",
            "points": "10",
            "on_rejection": "keep",
            "rounding": "none",
            "ties": [],
            "stages": [{"id": name, "criteria": ["group"]}],
        },
        "criteria": [{"id": "group", "title": "Group", "criteria": [leaf]}],
    }
    bid = {"schema": "circular-tender/bid/1", "tender": "T-1", "id": name, "bidder": "B.V.", "prices": {name: "7"}}
    assessment = Case(tender, (bid,), None).assess()
    assert assessment[name][name].points == 10
    assert assessment.winner == name
    assert json.loads(ct.to_json(assessment))["winner"] == name
    assert list(json.loads(ct.record(assessment))["assessment"]["total"]) == [name]
    assert name in ct.to_text(assessment, language="en")


def of_stage(assessment: ct.Assessment, number: int) -> list[Any]:
    """The bids of a stage and every column over them."""
    stage = assessment.stages[number]
    return [stage.id, stage.bids, [(key, node.value) for key, node in stage.columns]]


@st.composite
def too_late(draw) -> tuple[Case, set[str]]:
    """A case with a deadline that some of its bids have missed, and the ids of these."""
    case = draw(cases(least_bids=2, late=False))
    case.tender["deadline"] = DEADLINE
    for bid in case.bids:
        bid["received"] = draw(st.sampled_from(IN_TIME))
    late = case.bids[: draw(st.integers(1, len(case.bids) - 1))]
    for bid in late:
        bid["received"] = draw(st.sampled_from(LATE))
    return case, {bid["id"] for bid in late}


@given(too_late())
def test_a_late_bid_changes_nothing(two):
    case, late = two
    assessment = case.assess()
    assert {bid for bid, rejection in assessment.rejected if isinstance(rejection, Late)} == late
    without = case.only(lambda bid: bid not in late).assess()
    for result in without:
        assert outcome(result) == outcome(assessment[result.bid.id])
    assert without.ranking == assessment.ranking
    assert len(without.stages) == len(assessment.stages)
    for number in range(len(without.stages)):
        assert of_stage(without, number) == of_stage(assessment, number)


@st.composite
def divided(draw, on_rejection: str, on: tuple[str, ...]) -> Case:
    """A case in which a threshold parts the bids of the first stage, wherever their points on anything differ."""
    case = draw(cases(least_bids=2, late=False, thresholds=(), stages=1))
    case.tender["award"]["on_rejection"] = on_rejection
    stage = case.assess().stages[0]
    parting = []
    for criterion in every(case.tender["criteria"]):
        kind = "relative" if any(map(relative, criterion.get("criteria", [criterion]))) else "raw"
        key = ("subtotal" if kind == "raw" and "criteria" in criterion else "points", criterion["id"])
        points = set(dict(stage.columns)[key].value) if key in dict(stage.columns) else {}
        if kind in on and len(points) > 1:
            parting.append((criterion, kind, max(points)))
    if parting:
        criterion, kind, most = draw(st.sampled_from(parting))
        weight = sum(units_of(leaf["weight"], 12) for leaf in leaves([criterion]))
        at_least = decimal_text(min(weight, int(most * 10**12)), 12)  # points that were rounded up may be more
        criterion["threshold"] = {"at_least": at_least, "on": kind}
    return case


@given(divided("keep", ("raw",)))
def test_a_bid_that_is_kept_out_of_later_stages_changes_nothing_in_them(case: Case):
    """A threshold on points that depend on no other bid: so whoever falls, falls with or without the others."""
    assessment = case.assess()
    out = {bid for bid, _ in assessment.rejected}
    without = case.only(lambda bid: bid not in out).assess()
    assert without.rejected == ()
    assert len(without.stages) == len(assessment.stages)
    for number in range(1, len(assessment.stages)):
        assert of_stage(without, number) == of_stage(assessment, number)


@given(divided("recompute", ("raw", "relative")))
def test_under_recompute_it_is_as_if_the_rejected_had_never_been_there(case: Case):
    """Of the last walk this is the definition; that it was also the first one for the bids that remain, is the law."""
    assessment = case.assess()
    out = {bid for bid, _ in assessment.rejected}
    assume(len(out) < len(case.bids))
    without = case.only(lambda bid: bid not in out).assess()
    assert without.rejected == ()
    assert without.ranking == assessment.ranking
    for result in without:
        assert outcome(result) == outcome(assessment[result.bid.id])


@given(divided("keep", ("raw", "relative")))
def test_under_keep_points_stay_as_they_were_when_a_bid_is_rejected(case: Case):
    """The first stage is the same if the thresholds are lifted: who falls at its end has counted in it."""
    lifted = case.changed()
    for criterion in every(lifted.tender["criteria"]):
        criterion.pop("threshold", None)
    assert of_stage(case.assess(), 0) == of_stage(lifted.assess(), 0)
