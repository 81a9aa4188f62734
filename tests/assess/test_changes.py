"""What a log changes, place by place: the order of changes, their sources, and what the changed documents must still hold."""

from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.derivation import Given, walk

TAKEN = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}


def bid(build, name="a", price="10", **more):
    parts = [build.part("p", "4 kg", {"reuse": "50 %"}, "paper"), build.part("q", "5 kg", {"reuse": "50 %"}, "paper")]
    product = {"id": "x", "line": "piece", "mass": "10 kg", "parts": parts}
    return build.bid(name, price, products=[product], evidence={"paper": {"kind": "documented", "title": "t"}}, **more)


def clarified(pointer, old, new, name="a"):
    return {"kind": "clarification", "bid": name, "pointer": pointer, "old": old, "new": new, **TAKEN}


def assess(build, *decisions, bids=None):
    reuse = {
        "kind": "reuse_at_end_of_life",
        "destinations": {"reuse": "100 %", "landfill": "0 %"},
        "evidence": "documented",
    }
    tender = build.tender(
        build.priced(), build.leaf("reuse", 60, {**reuse, "otherwise": "landfill"}, build.WHOLE_SHARE)
    )
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [*decisions]}
    return ct.assess(tender, ct.read_bids(bids or [bid(build)]), None, ct.read_decisions(log))


def reused(found):
    return found["a"]["reuse"].measured.value


def places(found):
    """Where each fact about the bid was written."""
    nodes = [node for node in walk(*found.nodes()) if isinstance(node, Given) and isinstance(node.source, tuple)]
    return {(place.document, place.pointer) for node in nodes for place in node.source if place.document != "tender"}


def test_changes_of_one_place_count_in_their_order(build):
    first = clarified("/prices/piece", "10", "20")
    found = assess(build, first, clarified("/prices/piece", "20", "30"))
    assert found["a"]["price"].measured.value == 30
    assert ("decisions", "/decisions/1/new") in places(found)
    assert ("decisions", "/decisions/0/new") not in places(found)
    assert found.bids[0].plain["prices"] == {"piece": "10"}
    assert found["a"].bid.plain["prices"] == {"piece": "30"}


def test_a_change_below_one_that_was_changed_as_a_whole(build):
    part = bid(build)["products"][0]["parts"][1]
    whole = clarified("/products/0/parts/1", part, {**part, "mass": "2 kg"})
    # of 10 kg, (4 + 2) × 50 %; then all of part q, 4 × 50 % + 2 × 100 %
    assert reused(assess(build, whole)) == F(3, 10)
    below = clarified("/products/0/parts/1/end_of_life/destinations/reuse", "50 %", "100 %")
    found = assess(build, whole, below)
    assert reused(found) == F(4, 10)
    assert places(found) >= {
        ("decisions", "/decisions/0/new/mass"),
        ("decisions", "/decisions/1/new"),
        ("bid a", "/products/0/parts/0/mass"),
        ("bid a", "/products/0/parts/0/end_of_life/destinations/reuse"),
    }
    # the other way round what is written last is the whole
    again = {**part, "end_of_life": {"destinations": {"reuse": "100 %"}, "evidence": "paper"}}
    found = assess(build, below, clarified("/products/0/parts/1", again, {**part, "mass": "1 kg"}))
    assert reused(found) == F(1, 4)  # (4 + 1) × 50 %
    assert ("decisions", "/decisions/1/new/end_of_life/destinations/reuse") in places(found)


def test_a_proof_that_is_judged_and_then_written_anew_counts_as_it_was_written_last(build):
    none = {"kind": "evidence", "bid": "a", "evidence": "paper", "counts_as": "none", **TAKEN}
    assert reused(assess(build, none)) == 0
    other = clarified("/evidence/paper", {"kind": "none", "title": "t"}, {"kind": "third_party", "title": "u"})
    found = assess(build, none, other)
    assert reused(found) == F(9, 20)  # (4 + 5) × 50 %
    assert ("decisions", "/decisions/1/new/kind") in places(found)
    with pytest.raises(ct.InvalidDocuments) as error:  # no bid can say `none` itself
        assess(build, clarified("/evidence/paper/kind", "documented", "none"))
    assert [(p.code, p.place.pointer) for p in error.value.problems] == [("unknown-choice", "/decisions/0/new")]


def test_a_part_that_is_added_counts(build):
    parts = bid(build)["products"][0]["parts"]
    more = build.part("r", "1 kg", {"reuse": "100 %"}, "paper")
    assert reused(assess(build, clarified("/products/0/parts", parts, [*parts, more]))) == F(11, 20)  # 4.5 + 1 of 10


@pytest.mark.parametrize(
    ("pointer", "old", "new", "code", "place"),
    [
        ("/products/0/mass", "10 kg", "1 kg", "parts-heavier", "/decisions/0/new"),
        ("/products/0/parts/1/id", "q", "p", "duplicate-id", "/decisions/0/new"),
        ("/products/0/line", "piece", "pieces", "unknown-line", "/decisions/0/new"),
        (
            "/products/0/parts/0/end_of_life",
            {"destinations": {"reuse": "50 %"}, "evidence": "paper"},
            {"destinations": {"sea": "50 %"}, "evidence": "paper"},
            "unknown-destination",
            "/decisions/0/new/destinations/sea",
        ),
    ],
)
def test_what_does_not_hold_after_a_change_is_told(build, pointer, old, new, code, place):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, clarified(pointer, old, new))
    found = [
        (problem.code, problem.place.pointer)
        for problem in error.value.problems
        if problem.place.document == "decisions"
    ]
    assert found == [(code, place)]


def test_a_bid_that_a_clarification_mends_is_not_refused(build):
    mended = assess(
        build,
        clarified("/prices", {"pieces": "10"}, {"piece": "10"}),
        bids=[{**bid(build), "prices": {"pieces": "10"}}],
    )
    assert mended["a"]["price"].points == 40


def test_a_tender_that_was_built_in_code_is_looked_through_before_it_is_assessed(build):
    plain = build.tender(build.priced()).plain
    tender = ct.Tender.model_validate({**plain, "award": {**plain["award"], "points": "41"}})
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(tender, ct.read_bids([build.bid("a", "1")]))
    assert [(problem.code, str(problem.place)) for problem in error.value.problems] == [
        ("weights-total", "tender /award/points")
    ]
