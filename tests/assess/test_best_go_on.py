"""So many bids go on at the end of a stage: who they are, what is said to the others. Points by hand, beside each test."""

from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.assessment import AboveCeiling, BelowMinimum, NotAmongBest

TWO = [{"id": "first", "criteria": ["quality"]}, {"id": "second", "criteria": ["price"]}]
MARKS = {"a": "0.9", "b": "0.8", "c": "0.8", "d": "0.2"}  # of 60 points: 54, 48, 48, 12


def best(max_pass, *, on="raw", **more):
    return {"threshold": {"max_pass": max_pass, "equal": "pass", "on": on, **more}}


def assess(build, verify, published, marks, prices):
    bids = [build.bid(name, price) for name, price in prices.items()]
    found = build.assess(published, *bids, **{name: {"quality": mark} for name, mark in marks.items()})
    assert verify(ct.record(found)) == []
    return found


def staged(build, verify, max_pass, *, marks=MARKS, **award):
    published = build.tender(build.judged(**best(max_pass)), build.priced(), stages=TWO, **award)
    return assess(build, verify, published, marks, {"a": "100", "b": "80", "c": "50", "d": "10"})


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
@pytest.mark.parametrize(
    ("max_pass", "go_on", "last"),
    [("1", "a", 54), ("2", "abc", 48), ("3", "abc", 48), ("4", "abcd", 12), ("5", "abcd", 12), ("9999", "abcd", 12)],
)
def test_the_best_go_on_with_whoever_is_equal_to_the_last_of_them(build, verify, max_pass, go_on, last, on_rejection):
    found = staged(build, verify, max_pass, on_rejection=on_rejection)
    assert found.stages[-1].bids == tuple(go_on)
    assert [bid for bid, _ in found.rejected] == [bid for bid in "abcd" if bid not in go_on]
    for _, rejection in found.rejected:
        assert isinstance(rejection, NotAmongBest)
        assert (rejection.stage, rejection.criterion) == ("first", "quality")
        assert (rejection.at_least.value, rejection.at_least.unit) == (last, "points")
        assert rejection.max_pass.value == F(max_pass)
        assert rejection.max_pass.source[0].pointer == "/criteria/0/threshold/max_pass"


def test_what_a_bid_that_does_not_go_on_has(build, verify):
    found = staged(build, verify, "2")
    d = found["d"]
    assert (d["quality"].points, d.points, d.rank, [stage.id for stage in d.stages]) == (12, None, None, ["first"])
    assert d.rejections[0].value.value == 12
    # its price, the lowest, is none in the second stage: 54 + 40 × 50 ÷ 100, 48 + 40 × 50 ÷ 80, 48 + 40
    assert build.totals(found) == {"a": 74, "b": 73, "c": 88, "d": None}


def test_a_bid_that_falls_for_something_else_holds_no_place(build, verify):
    plain = build.tender(
        build.group(
            "both",
            build.judged(threshold={"at_least": "30", "on": "raw"}),
            build.judged("plan", 40),
            **best("2"),
        )
    )
    # quality and plan of 60 and 40: a 24 + 40 = 64, below 30 of quality; b 48 + 8, c 36 + 4, d 30 + 0
    marks = {"a": ("0.4", "1"), "b": ("0.8", "0.2"), "c": ("0.6", "0.1"), "d": ("0.5", "0")}
    found = build.marked(plain, **{bid: {"quality": q, "plan": p} for bid, (q, p) in marks.items()})
    assert verify(ct.record(found)) == []
    assert [(bid, type(rejection)) for bid, rejection in found.rejected] == [("a", BelowMinimum), ("d", NotAmongBest)]
    assert found["d"].rejections[0].at_least.value == 40
    assert build.ranks(found) == [(1, ("b",)), (2, ("c",))]


def test_a_minimum_and_a_ceiling_are_tested_first(build, verify):
    plain = build.tender(build.judged(**best("1", at_least="30")), build.priced()).plain
    published = ct.read_tender(plain | {"prices": {**plain["prices"], "ceiling": "90"}})
    found = assess(build, verify, published, MARKS, {"a": "100", "b": "80", "c": "70", "d": "10"})
    # d has 12 of quality, a asks 100; of b and c, equal with 48, both go on though one may
    assert [(bid, type(r)) for bid, r in found.rejected] == [("d", BelowMinimum), ("a", AboveCeiling)]
    assert [bid for standing in found.ranking for bid in standing.bids] == ["c", "b"]


@pytest.mark.parametrize(
    ("on_rejection", "goes_on", "falls", "value", "last"),
    [
        # c falls below 30 of quality. Kept: a 54 + 40 × 50 ÷ 100 = 74, b 48 + 40 × 50 ÷ 80 = 73
        ("keep", "a", "b", 73, 74),
        # c's price of 50 counts no more: a 54 + 40 × 80 ÷ 100 = 86, b 48 + 40 = 88
        ("recompute", "b", "a", 86, 88),
    ],
)
def test_under_recompute_they_are_chosen_by_the_points_without_who_fell_before(
    build, verify, on_rejection, goes_on, falls, value, last
):
    minimum = {"threshold": {"at_least": "30", "on": "raw"}}
    whole = build.group("whole", build.judged(**minimum), build.priced(), **best("1", on="relative"))
    published = build.tender(whole, on_rejection=on_rejection)
    found = assess(build, verify, published, {"a": "0.9", "b": "0.8", "c": "0.2"}, {"a": "100", "b": "80", "c": "50"})
    assert [(bid, type(rejection)) for bid, rejection in found.rejected] == [("c", BelowMinimum), (falls, NotAmongBest)]
    rejection = found[falls].rejections[0]
    assert (rejection.value.value, rejection.at_least.value) == (value, last)
    assert found.winner == goes_on


@pytest.mark.parametrize(("on", "value", "last"), [("raw", 24, 48), ("relative", 30, 60)])
def test_before_and_after_rescaling_the_same_go_on_by_other_points(build, verify, on, value, last):
    group = build.group("technical", build.judged(), weight="60", rescale="best", **best("1", on=on))
    found = build.marked(build.tender(group), a="0.8", b="0.4")  # 48 and 24, rescaled 60 and 30
    assert verify(ct.record(found)) == []
    ((bid, rejection),) = found.rejected
    assert (bid, rejection.value.value, rejection.at_least.value) == ("b", value, last)


def test_nobody_is_chosen_where_nobody_is_left(build, verify):
    found = build.marked(build.tender(build.judged(**best("1", at_least="60"))), a="0.9", b="0.8")
    assert verify(ct.record(found)) == []
    assert [(bid, type(rejection)) for bid, rejection in found.rejected] == [("a", BelowMinimum), ("b", BelowMinimum)]


def said(found, language, **reader):
    page = ct.to_text(ct.explain(found, "d", **reader), language=language)
    return " ".join(page.replace("\N{NO-BREAK SPACE}", " ").split())


def test_it_is_told_in_both_languages(build, verify):
    found = staged(build, verify, "2")
    assert (
        "Rejected at the end of the stage first: 12.000 points on quality. The best go on (2, and whoever is equal to "
        "the last of them), and the last has 48.000. It takes no part in later stages and has no total."
    ) in said(found, "en")
    assert (
        "Terzijde gelegd aan het einde van de ronde first: 12,000 punten op quality. De beste gaan door (2, en wie "
        "gelijk is aan de laatste daarvan), en de laatste heeft 48,000. Zij doet niet mee in latere rondes en heeft "
        "geen totaal."
    ) in said(found, "nl")
    assert '"at_least": "48"' in ct.to_json(ct.explain(found, "d"))


@pytest.mark.parametrize(("references", "told"), [(True, True), (False, False), (None, False)])
def test_what_the_last_has_is_of_another_bid_and_told_where_such_values_are_released(build, verify, references, told):
    found = staged(build, verify, "2")
    if references is not None:
        rule = {"bidder": {"releases": [], "references": references, "ground": "secrets"}}
        published = ct.read_tender({**found.tender.plain, "disclosure": rule})
        found = ct.assess(published, found.bids, found.judgements)
    english, dutch = said(found, "en", reader="bidder"), said(found, "nl", reader="bidder")
    assert ("the last has 48.000" in english, "de laatste heeft 48,000" in dutch) == (told, told)
    assert ("what the last has is withheld" in english, "wat de laatste heeft, is niet vrijgegeven" in dutch) == (
        not told,
        not told,
    )
    page = ct.to_json(ct.explain(found, "d", reader="bidder"))
    assert ('"at_least": "48"' in page, '"at_least": null' in page) == (told, not told)
    assert ("48" in page) == told
