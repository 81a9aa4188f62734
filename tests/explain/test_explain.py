"""Explanations as data: outcome, contributions, notes, unproven claims and the lead; by hand."""

from fractions import Fraction as F

import pytest

from circular_tender import InvalidDocuments, explain, report
from circular_tender.explain import Comparison, Contribution, Unproven

REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "landfill": "0 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}
PASSPORT = {"kind": "material_passport", "fields": ["mass"], "verification": {"documented": "100 %"}}
TAKE_BACK = {"kind": "take_back", "within": "1 year", "cost": {"free": "100 %"}, "guarantee": {"contractual": "100 %"}}
PROOFS = {"word": {"kind": "declared", "title": "t"}, "paper": {"kind": "documented", "title": "t"}}


def outcome(assessment, bid):
    found = explain(assessment, bid).outcome
    return found.rank, found.of, found.total, found.maximum, found.tied_with, found.first, found.gap


def test_outcome(build):
    tender = build.tender(build.judged(threshold={"at_least": "6", "on": "raw"}))
    assessment = build.marked(tender, a="0.5", b="0.25", c="0.5", d="0.1", e="0.05")
    assert outcome(assessment, "a") == (1, 4, 30, 60, ("c",), ("a", "c"), 0)
    assert outcome(assessment, "b") == (3, 4, 15, 60, (), ("a", "c"), 15)
    assert outcome(assessment, "d") == (4, 4, 6, 60, (), ("a", "c"), 24)
    assert outcome(assessment, "e") == (None, 4, None, 60, (), ("a", "c"), None)
    assert [rejection.criterion for rejection in explain(assessment, "e").rejections] == ["quality"]


def test_outcome_where_no_bid_is_left(build):
    tender = build.tender(build.judged(threshold={"at_least": "6", "on": "raw"}))
    assert outcome(build.marked(tender, a="0"), "a") == (None, 0, None, 60, (), (), None)


def test_no_such_bid(build):
    with pytest.raises(InvalidDocuments) as error:
        explain(build.marked(build.tender(build.judged()), a="0"), "b")
    assert [problem.code for problem in error.value.problems] == ["no-such-bid"]


@pytest.fixture
def rich(build):
    """A group that is rescaled, a total that is rounded, and a bid that falls below a minimum."""
    tender = build.tender(
        build.group("g", build.judged("one", 20), build.judged("two", 20), weight="40", rescale="best"),
        build.judged("three", 60, threshold={"at_least": "6", "on": "raw"}),
        rounding={"places": 1, "mode": "up", "at": "total"},
    )
    return build.marked(
        tender,
        a={"one": "0.5", "two": "0.25", "three": "0.5"},  # g 15 of at best 30, so 20; in all 50
        b={"one": "1", "two": "0.5", "three": "0.101"},  # g 40; 6.06; in all 46.06, rounded up 46.1
        c={"one": "0", "two": "0", "three": "0"},
    )


def test_contributions_add_up_to_the_total(rich):
    assert explain(rich, "a").contributions == (
        Contribution("points", "one", F(10)),
        Contribution("points", "two", F(5)),
        Contribution("rescaling", "g", F(5)),
        Contribution("points", "three", F(30)),
    )
    b = explain(rich, "b").contributions
    assert {(row.kind, row.criterion): row.points for row in b} == {
        ("rescaling", "g"): 10,
        ("points", "one"): 20,
        ("points", "two"): 10,
        ("points", "three"): F("6.06"),
        ("rounding", ""): F("0.04"),
    }
    for result in rich:
        rows = explain(rich, result.bid.id).contributions
        assert sum(row.points for row in rows) == (result.points or 0)
    assert explain(rich, "c").contributions == ()


def test_the_lead_is_the_difference_of_the_rows_the_largest_first(rich):
    found = report(rich).lead
    assert isinstance(found, Comparison)
    assert (found.first, found.second, found.gap) == ("a", "b", F("3.9"))
    assert {(row.kind, row.criterion): row.points for row in found.rows if row.points} == {
        ("points", "three"): F("23.94"),
        ("points", "one"): -10,
        ("points", "two"): -5,
        ("rescaling", "g"): -5,
        ("rounding", ""): F("-0.04"),
    }
    sizes = [abs(row.points) for row in found.rows]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("marks", [{"a": "0.5"}, {"a": "0.5", "b": "0.5"}])
def test_there_is_no_lead_without_a_winner_and_a_second(build, marks):
    assert report(build.marked(build.tender(build.judged()), **marks)).lead is None


def test_a_report_has_the_ranked_bids_in_order_and_the_rejected_ones_last(rich, build):
    assert [e.result.bid.id for e in report(rich).explanations] == ["a", "b", "c"]
    tender = build.tender(build.judged(threshold={"at_least": "6", "on": "raw"}))
    assessment = build.marked(tender, x="0", a="0.5", b="1", y="0")
    assert [e.result.bid.id for e in report(assessment).explanations] == ["b", "a", "x", "y"]


def test_reasons_stand_in_the_order_of_the_tender_a_group_before_its_members(rich):
    reasons = explain(rich, "a").reasons
    assert [(r.criterion.id, r.depth, r.weight) for r in reasons] == [
        ("g", 0, 40),
        ("one", 1, 20),
        ("two", 1, 20),
        ("three", 0, 60),
    ]
    assert [reason.score.points for reason in reasons] == [20, 10, 5, 30]


def circular(build, parts, **more):
    tender = build.tender(
        build.leaf("reuse", 40, REUSE, build.WHOLE_SHARE),
        build.leaf("passport", 30, PASSPORT, build.WHOLE_SHARE),
        build.leaf("take-back", 30, TAKE_BACK, build.WHOLE_SHARE),
    )
    offer = {"share": "100 %", "term": "1 year", "cost": "free", "guarantee": "contractual"}
    products = [{"id": "x", "line": "piece", "mass": "4 kg", "parts": parts}]
    bid = build.bid("a", **{"products": products, "evidence": PROOFS, "take_back": offer, **more})
    return {reason.criterion.id: reason for reason in explain(build.assess(tender, bid), "a").reasons}


def test_notes_say_what_is_not_known_not_proven_or_not_answered(build):
    reasons = circular(build, [build.part("p", "3 kg", {"reuse": "50 %"}, "paper")], take_back=None)
    assert {name: reason.notes for name, reason in reasons.items()} == {
        "reuse": ("mass_known", "mass_with_proof"),
        "passport": ("mass_known", "mass_with_passport"),
        "take-back": ("not_offered",),
    }
    assert {name: reason.unproven for name, reason in reasons.items()} == dict.fromkeys(reasons, ())


def test_where_everything_is_known_and_proven_there_is_no_note(build):
    whole = build.part("p", "4 kg", {"reuse": "50 %", "landfill": "50 %"}, "paper", {"mass": "4"}, "paper")
    assert [reason.notes for reason in circular(build, [whole]).values()] == [(), (), ()]


def test_claims_that_do_not_count_name_their_place_and_their_proof(build):
    parts = [
        build.part("p", "1 kg", {"reuse": "100 %"}, "word"),
        build.part("q", "1 kg", {"reuse": "100 %"}, "paper"),
        build.part("r", "1 kg", {"reuse": "100 %"}),
        build.part("s", "1 kg"),
    ]
    assert circular(build, parts)["reuse"].unproven == (
        Unproven("/products/0/parts/0/end_of_life/evidence", "declared"),
        Unproven("/products/0/parts/2/end_of_life/evidence", "(none)"),
        Unproven("/products/0/parts/3/end_of_life/evidence", "(none)"),
    )
