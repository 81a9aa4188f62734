"""Stages, rejections, keep and recompute: small tenders, every total worked out by hand in the comment beside it."""

from fractions import Fraction as F

import pytest

from circular_tender.assessment import BelowMinimum, Late
from circular_tender.errors import InvalidDocuments, Place

TWO = [{"id": "first", "criteria": ["quality"]}, {"id": "second", "criteria": ["price"]}]


def threshold(at_least, on="raw"):
    return {"threshold": {"at_least": at_least, "on": on}}


def three(build, **award):
    """Three bids, of which the cheapest has too little quality; the minimum is 30 of 60."""
    tender = build.tender(build.judged(**threshold("30")), build.priced(), **award)
    bids = [build.bid("a", "100"), build.bid("b", "80"), build.bid("c", "50")]
    return build.assess(tender, *bids, a={"quality": "0.9"}, b={"quality": "0.8"}, c={"quality": "0.2"})


def test_keep_leaves_the_points_as_they_were(build):
    assessment = three(build, on_rejection="keep")
    # lowest 50: a 54 + 40 × 50 ÷ 100, b 48 + 40 × 50 ÷ 80
    assert build.totals(assessment) == {"a": 74, "b": 73, "c": None}
    assert build.ranks(assessment) == [(1, ("a",)), (2, ("b",))]
    assert [stage.bids for stage in assessment.stages] == [("a", "b", "c")]


def test_recompute_takes_the_rejected_bid_away(build):
    assessment = three(build, on_rejection="recompute")
    # lowest 80: a 54 + 40 × 80 ÷ 100, b 48 + 40
    assert build.totals(assessment) == {"a": 86, "b": 88, "c": None}
    assert build.ranks(assessment) == [(1, ("b",)), (2, ("a",))]
    assert [stage.bids for stage in assessment.stages] == [("a", "b")]
    assert assessment["a"].stages == assessment.stages


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_a_rejected_bid_keeps_what_was_computed_for_it_and_has_no_total(build, on_rejection):
    c = three(build, on_rejection=on_rejection)["c"]
    assert (c["quality"].points, c["price"].points) == (12, 40)
    assert (c.points, c.total_cell, c.awarded_cell, c.rank) == (None, None, None, None)
    (rejection,) = c.rejections
    assert isinstance(rejection, BelowMinimum)
    assert (rejection.stage, rejection.criterion, rejection.value.value) == ("assessment", "quality", 12)
    assert rejection.at_least.value == 30
    assert rejection.at_least.source[0].pointer == "/criteria/0/threshold/at_least"
    assert c.stages[0].bids == ("a", "b", "c")


def cascade(build, on_rejection):
    """Discounts of 50, 30 and 10 %, 90 of 100 points at the mean, and 80 points asked for."""
    scale = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
    leaf = build.leaf("discount", 100, {"kind": "discount", "of": "d"}, scale, **threshold("80", "relative"))
    tender = build.tender(leaf, lines=(), discounts=["d"], on_rejection=on_rejection)
    offers = {"a": "50 %", "b": "30 %", "c": "10 %"}
    return build.assess(tender, *(build.bid(name, discounts={"d": offer}) for name, offer in offers.items()))


def test_recompute_may_reject_another_bid(build):
    assessment = cascade(build, "recompute")
    # mean 30: 100, 90, 30, so c goes; mean 40: 100 and 90 × 30 ÷ 40 = 67.5, so b goes; mean 50: 90
    assert [(bid, rejection.value.value) for bid, rejection in assessment.rejected] == [("c", 30), ("b", F("67.5"))]
    assert build.totals(assessment) == {"a": 90, "b": None, "c": None}
    assert [stage.bids for stage in assessment.stages] == [("a",)]
    assert assessment["b"].stages[0].bids == ("a", "b")
    assert assessment.winner == "a"


def test_keep_rejects_once(build):
    assessment = cascade(build, "keep")
    assert [bid for bid, _ in assessment.rejected] == ["c"]
    assert build.totals(assessment) == {"a": 100, "b": 90, "c": None}


def staged(build, *, on_rejection="keep", c="0.2", price_c="50"):
    tender = build.tender(build.judged(**threshold("30")), build.priced(), stages=TWO, on_rejection=on_rejection)
    bids = [build.bid("c", price_c), build.bid("a", "100"), build.bid("b", "80")]
    return build.assess(tender, *bids, a={"quality": "0.9"}, b={"quality": "0.8"}, c={"quality": c})


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_a_later_stage_refers_only_to_the_bids_that_are_left(build, on_rejection):
    assessment = staged(build, on_rejection=on_rejection)
    assert build.totals(assessment) == {"c": None, "a": 86, "b": 88}
    first = ("c", "a", "b") if on_rejection == "keep" else ("a", "b")
    assert [(stage.id, stage.bids) for stage in assessment.stages] == [("first", first), ("second", ("a", "b"))]
    assert [score.criterion for score in assessment["c"].scores] == ["quality"]
    assert [score.criterion for score in assessment["a"].scores] == ["quality", "price"]
    assert [stage.id for stage in assessment["c"].stages] == ["first"]


def test_a_rejection_in_the_second_stage_recomputes_the_first(build):
    scale = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
    tender = build.tender(
        build.leaf("discount", 40, {"kind": "discount", "of": "d"}, scale),
        build.judged(**threshold("30")),
        lines=(),
        discounts=["d"],
        stages=[{"id": "first", "criteria": ["discount"]}, {"id": "second", "criteria": ["quality"]}],
        on_rejection="recompute",
    )
    offers = {"a": "50 %", "b": "30 %", "c": "10 %"}
    bids = [build.bid(name, discounts={"d": offer}) for name, offer in offers.items()]
    assessment = build.assess(tender, *bids, a={"quality": "0.5"}, b={"quality": "1"}, c={"quality": "0"})
    # mean 40 without c: a 40 + 30, b 40 × 0.675 + 60
    assert build.totals(assessment) == {"a": 70, "b": 87, "c": None}
    assert [stage.bids for stage in assessment.stages] == [("a", "b"), ("a", "b")]
    assert assessment["c"]["discount"].points == 12  # 40 × 0.9 × 10 ÷ 30, as it was when c took part


def test_a_withheld_price_of_a_rejected_bid_is_never_needed(build):
    assessment = staged(build, price_c={"withheld": "not opened"})
    assert build.totals(assessment) == {"c": None, "a": 86, "b": 88}


def test_a_withheld_price_of_a_bid_that_is_still_there_is_an_error(build):
    with pytest.raises(InvalidDocuments) as error:
        staged(build, c="0.5", price_c={"withheld": "not opened"})
    (problem,) = error.value.problems
    assert (problem.code, problem.place) == ("withheld-needed", Place("bid c", "/prices/piece"))


def test_a_bid_below_two_minimums_is_listed_for_each(build):
    tender = build.tender(build.judged("one", 10, **threshold("5")), build.judged("two", 10, **threshold("6")))
    assessment = build.marked(tender, a={"one": "1", "two": "1"}, b={"one": "0", "two": "0.5"})
    assert [(bid, r.criterion, r.value.value) for bid, r in assessment.rejected] == [("b", "one", 0), ("b", "two", 5)]
    assert [r.criterion for r in assessment["b"].rejections] == ["one", "two"]
    assert assessment.winner == "a"


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_when_every_bid_is_rejected_nothing_follows(build, on_rejection):
    tender = build.tender(build.judged(**threshold("30")), build.priced(), stages=TWO, on_rejection=on_rejection)
    bids = [build.bid("a", {"withheld": "not opened"}), build.bid("b", "80")]
    assessment = build.assess(tender, *bids, a={"quality": "0.1"}, b={"quality": "0.2"})
    assert assessment.ranking == ()
    assert assessment.winner is None
    assert build.totals(assessment) == {"a": None, "b": None}
    assert [bid for bid, _ in assessment.rejected] == ["a", "b"]
    assert [stage.id for stage in assessment.stages] == (["first"] if on_rejection == "keep" else [])
    assert assessment["a"]["quality"].points == 6


def test_a_single_bid(build):
    tender = build.tender(build.judged(), build.priced())
    assessment = build.assess(tender, build.bid("only", "100"), only={"quality": "0.5"})
    assert build.totals(assessment) == {"only": 70}
    assert build.ranks(assessment) == [(1, ("only",))]
    assert assessment.winner == "only"


# Deadlines: noon at UTC+2 is ten o'clock UTC


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2026-10-15T12:00:00+02:00", False),  # the last admissible instant
        ("2026-10-15T12:00:01+02:00", True),
        ("2026-10-15T10:00:00Z", False),
        ("2026-10-15T10:00:01Z", True),
        ("2026-10-15T05:30:00-04:30", False),
        ("2026-10-15T05:30:01-04:30", True),
        ("2026-10-15T15:30:01+05:30", True),
        ("2026-10-14T23:59:00-10:01", False),
        ("2026-10-14T23:59:01-10:01", True),
        ("2026-10-15T10:00:00.000001Z", True),
        ("2026-10-15T12:00+02:00", False),
    ],
)
def test_one_instant_after_the_deadline_is_late_in_whatever_time_zone(build, received, late):
    tender = build.tender(build.priced(), deadline="2026-10-15T12:00:00+02:00")
    early = build.bid("a", "100", received="2026-10-14T09:00:00+02:00")
    assessment = build.assess(tender, build.bid("b", "50", received=received), early)
    assert [bid for bid, _ in assessment.rejected] == (["b"] if late else [])
    assert build.totals(assessment) == ({"b": None, "a": 40} if late else {"b": 40, "a": 20})
    if late:
        (rejection,) = assessment["b"].rejections
        assert isinstance(rejection, Late)
        assert (rejection.received.value, rejection.deadline.value) == (received, "2026-10-15T12:00:00+02:00")
        assert rejection.received.source[0].document == "bid b"
        assert assessment["b"].scores == ()
        assert assessment["b"].stages == ()


def test_a_late_bid_may_have_withheld_its_price_and_goes_before_the_others(build):
    tender = build.tender(build.judged(**threshold("30")), build.priced(), deadline="2026-10-15T12:00:00Z")
    bids = [
        build.bid("low", "10", received="2026-10-15T11:00:00Z"),
        build.bid("late", {"withheld": "not opened"}, received="2026-10-15T13:00:00Z"),
        build.bid("good", "20", received="2026-10-15T11:00:00Z"),
    ]
    marks = {name: {"quality": mark} for name, mark in {"low": "0", "late": "1", "good": "1"}.items()}
    assessment = build.assess(tender, *bids, **marks)
    assert [(bid, type(rejection)) for bid, rejection in assessment.rejected] == [
        ("late", Late),
        ("low", BelowMinimum),
    ]
    assert assessment.winner == "good"


def test_all_bids_late(build):
    tender = build.tender(build.priced(), deadline="2026-10-15T12:00:00Z")
    assessment = build.assess(tender, build.bid("a", "10", received="2026-10-16T00:00:00Z"))
    assert (assessment.stages, assessment.ranking, assessment.winner) == ((), (), None)
    assert build.totals(assessment) == {"a": None}


def test_without_a_deadline_no_bid_is_late(build):
    assessment = build.assess(build.tender(build.priced()), build.bid("a", "10", received="2099-01-01T00:00:00Z"))
    assert assessment.rejected == ()
