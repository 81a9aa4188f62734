"""Stages of invented tenders: closed envelopes, the best that go on, and bids that are rejected after a stage.

What is expected comes from another assessment, of documents that are changed here, or is counted in plain fractions.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from invented import REFERENCE, Case, Maker, Plain, leaves

import circular_tender as ct
from circular_tender.assessment import AboveCeiling, BelowMinimum, Decided, NotAmongBest

TAKEN = {"at": "2026-11-01T09:00:00+01:00", "by": "officer", "reason": "As the letter says."}
KEYS = {
    "price": ["prices"],
    "discount": ["discounts"],
    "take_back": ["take_back"],
    "reuse_at_end_of_life": ["products"],
    "material_passport": ["products"],
}
some = settings(max_examples=40)


@st.composite
def staged(draw: Callable[[st.SearchStrategy[Any]], Any], **options: Any) -> Case:
    """Several bids on a tender of two stages, the first of one criterion, after which so many best go on."""
    case = Maker(draw, least_bids=3, **options).case()
    tender = deepcopy(case.tender)
    assume(tender["criteria"][1:])
    tender["award"].setdefault("on_rejection", draw(st.sampled_from(["keep", "recompute"])))
    first, *rest = sorted(tender["criteria"], key=lambda criterion: len(keys_of([criterion])))
    parts = [[first["id"]], [criterion["id"] for criterion in rest]]
    tender["award"]["stages"] = [{"id": f"stage-{n}", "criteria": part} for n, part in enumerate(parts)]
    best = {"max_pass": draw(st.sampled_from(["1", "2"])), "equal": "pass", "on": "relative"}
    first["threshold"] = {**first.get("threshold", {}), **best}
    return case.changed(tender=tender)


def assess(case: Case, *log: Plain) -> ct.Assessment:
    """The assessment with a log; a case for which a formula has no value is no example of a law."""
    whole = {"schema": "circular-tender/decisions/1", "tender": REFERENCE, "decisions": [*log]}
    try:
        return ct.assess(*case.read(), ct.read_decisions(whole))
    except ct.UndefinedResult:
        reject()


def values(assessment: ct.Assessment) -> Plain:
    return json.loads(ct.record(assessment))["assessment"]


def fallen(assessment: ct.Assessment) -> list[str]:
    """The bids that fell at the end of the first of two stages."""
    first = assessment.rules.stages[0].id
    return [result.bid.id for result in assessment if [stage.id for stage in result.stages] == [first]]


def keys_of(criteria: list[Plain]) -> set[str]:
    """The keys of a bid that criteria need."""
    return {key for leaf in leaves(criteria) for key in KEYS.get(leaf["indicator"]["kind"], [])}


def later_keys(tender: Plain) -> set[str]:
    """The keys of a bid that only the second stage needs."""
    first = tender["award"]["stages"][0]["criteria"]
    by_stage = [[c for c in tender["criteria"] if (c["id"] in first) == early] for early in (True, False)]
    return keys_of(by_stage[1]) - keys_of(by_stage[0])


@some
@given(staged(), st.data())
def test_what_a_bid_that_falls_has_in_its_second_envelope_changes_nothing(verify, case: Case, data: st.DataObject):
    whole = assess(case)
    keys, names = later_keys(case.tender), fallen(whole)
    assume(keys and names)
    changed = case
    for name in names:
        (bid,) = (bid for bid in case.bids if bid["id"] == name)
        other = {**Maker(data.draw).bid(case.tender, name)}
        kept = {key: part for key, part in bid.items() if key not in keys}
        said = {key: other[key] for key in keys if key in other and data.draw(st.booleans())}
        if "products" in said:
            kept["evidence"] = other.get("evidence", {})
        changed = changed.with_bid({**kept, **said})
    found = assess(changed)
    assert values(found) == values(whole)
    assert verify(ct.record(found)) == []
    assert ct.to_json(found) == ct.to_json(whole)


@some
@given(staged())
def test_the_best_are_those_that_fewer_others_than_may_pass_are_ahead_of(verify, case: Case):
    assessment = assess(case)
    stages = [stage for result in assessment for stage in result.stages]
    stage = next(stage for stage in stages if stage.id == assessment.rules.stages[0].id) if stages else None
    assume(stage is not None and case.tender["award"]["on_rejection"] == "keep")
    (rule,) = (rule for rule in assessment.rules.stages[0].thresholds if rule.max_pass)
    points = {bid: assessment[bid][rule.of].points for bid in stage.bids}
    bounds = {bid for bid, ground in assessment.rejected if isinstance(ground, BelowMinimum | AboveCeiling)}
    kept = [bid for bid in stage.bids if bid not in bounds or len(assessment[bid].stages) > 1]
    (threshold,) = (c["threshold"] for c in case.tender["criteria"] if c["id"] == rule.of)
    may_pass = int(threshold["max_pass"])
    ahead = {bid: sum(points[other] > points[bid] for other in kept) for bid in kept}
    fell = {bid for bid, ground in assessment.rejected if isinstance(ground, NotAmongBest)}
    assert fell == {bid for bid in kept if ahead[bid] >= may_pass}
    assert verify(ct.record(assessment)) == []


def rejection(bid: str, stage: str | None) -> Plain:
    return {"kind": "rejected", "bid": bid, "ground": "irregular", **TAKEN, **({"after": stage} if stage else {})}


def reached(assessment: ct.Assessment) -> list[tuple[str, str]]:
    """The bids with the stages in which they took part."""
    return [(result.bid.id, stage.id) for result in assessment for stage in result.stages]


@given(staged(rounding=False), st.data())
def test_under_recompute_it_is_as_if_it_had_been_rejected_before(verify, case: Case, data: st.DataObject):
    award = {**case.tender["award"], "on_rejection": "recompute"}
    case = case.changed(tender={**case.tender, "award": award})
    took = reached(assess(case))
    assume(took)
    bid, stage = data.draw(st.sampled_from(took))
    found, before = assess(case, rejection(bid, stage)), assess(case, rejection(bid, None))
    assert verify(ct.record(found)) == []
    ours, theirs = values(found), values(before)
    others = [[entry for entry in of["rejected"] if entry["bid"] != bid] for of in (ours, theirs)]
    assert others[0] == others[1]
    assert {**ours, "rejected": []} == {**theirs, "rejected": []}


@given(staged(), st.data())
def test_under_keep_no_point_of_its_stages_changes(verify, case: Case, data: st.DataObject):
    award = {**case.tender["award"], "on_rejection": "keep"}
    case = case.changed(tender={**case.tender, "award": award})
    whole = assess(case)
    assume(reached(whole))
    bid, stage = data.draw(st.sampled_from(reached(whole)))
    found = assess(case, rejection(bid, stage))
    assert verify(ct.record(found)) == []
    ids = [rule.id for rule in found.rules.stages]
    until = ids.index(stage) + 1
    assert values(found)["stages"][:until] == values(whole)["stages"][:until]
    assert found[bid].points is None
    assert found[bid].rank is None
    assert any(isinstance(ground, Decided) and ground.after == stage for ground in found[bid].rejections)
    if until == len(ids):  # after the last stage: the others keep their totals too
        totals = {name: total for name, total in values(whole)["awarded"].items() if name != bid}
        assert values(found)["awarded"] == totals
