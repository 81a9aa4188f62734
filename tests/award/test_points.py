"""Weights, rounding, rescaling and thresholds in small tenders; every number is worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender import UndefinedResult
from circular_tender.award import GroupRule, LeafRule, rules_as_json
from circular_tender.tender import rules_of

MODES = ["half_up", "half_even", "down", "up"]


def rounding(mode, at, places=2):
    return {"places": places, "mode": mode, "at": at}


def test_points_are_ratio_times_weight_and_add_up(build):
    tender = build.tender(build.judged("one", "62.5"), build.judged("two", "37.5"))
    result = build.marked(tender, a={"one": "0.8", "two": "0.4"})["a"]
    assert (result["one"].points, result["two"].points, result.points) == (50, 15, 65)
    assert result["one"].weighted.value == 50
    assert result.total_cell.value == result.awarded_cell.value == 65


# 0.125 and 0.135 points, and 0.11 that needs no rounding
@pytest.mark.parametrize(
    ("mode", "points"),
    [
        ("half_up", ("0.13", "0.14")),
        ("half_even", ("0.12", "0.14")),
        ("down", ("0.12", "0.13")),
        ("up", ("0.13", "0.14")),
    ],
)
def test_rounding_at_each_criterion(build, mode, points):
    criteria = [build.judged(name, 1) for name in ("one", "two", "three")]
    tender = build.tender(*criteria, rounding=rounding(mode, "criterion"))
    result = build.marked(tender, a={"one": "0.125", "two": "0.135", "three": "0.11"})["a"]
    assert [result[name].points for name in ("one", "two", "three")] == [F(points[0]), F(points[1]), F("0.11")]
    assert result["one"].weighted.value == F("0.125")
    assert result.points == sum(map(F, points)) + F("0.11")
    assert result.total_cell.value == result.points  # what is rounded already is not rounded again


# exact totals 0.125 and 0.134
@pytest.mark.parametrize(
    ("mode", "points"),
    [
        ("half_up", ("0.13", "0.13")),
        ("half_even", ("0.12", "0.13")),
        ("down", ("0.12", "0.13")),
        ("up", ("0.13", "0.14")),
    ],
)
def test_rounding_at_the_total(build, mode, points):
    tender = build.tender(build.judged("one", 1), build.judged("two", 1), rounding=rounding(mode, "total"))
    assessment = build.marked(tender, a={"one": "0.12", "two": "0.005"}, b={"one": "0.13", "two": "0.004"})
    assert build.totals(assessment) == {"a": F(points[0]), "b": F(points[1])}
    assert assessment["a"]["two"].points == F("0.005")
    assert assessment["a"].total_cell.value == F("0.125")


def test_where_rounding_stands_decides_who_wins(build):
    marks = {"a": {"one": "0.4", "two": "0.4"}, "b": {"one": "0.5", "two": "0.25"}}
    criteria = [build.judged("one", 1), build.judged("two", 1)]
    exact = build.marked(build.tender(*criteria), **marks)
    at_criterion = build.marked(build.tender(*criteria, rounding=rounding("half_up", "criterion", 0)), **marks)
    at_total = build.marked(build.tender(*criteria, rounding=rounding("half_up", "total", 0)), **marks)
    assert (exact.winner, build.totals(exact)) == ("a", {"a": F("0.8"), "b": F("0.75")})
    assert (at_criterion.winner, build.totals(at_criterion)) == ("b", {"a": 0, "b": 1})
    assert (at_total.winner, build.totals(at_total)) == (None, {"a": 1, "b": 1})


def test_rounding_makes_a_tie_of_two_prices(build):
    """scoring.md 2.7: 40 points, 100.00 and 100.01; at two decimals both have 40.00."""
    bids = [build.bid("a", "100.00"), build.bid("b", "100.01")]
    exact = build.assess(build.tender(build.priced()), *bids)
    assert build.totals(exact) == {"a": 40, "b": 40 * F(10_000, 10_001)}
    assert exact.winner == "a"
    rounded = build.assess(build.tender(build.priced(), rounding=rounding("half_up", "criterion")), *bids)
    assert build.totals(rounded) == {"a": 40, "b": 40}
    assert rounded.winner is None


def test_a_group_adds_up_its_members_and_is_rescaled_to_the_best(build):
    inner = build.group("inner", build.judged("one", 20), build.judged("two", 20), weight="40", rescale="best")
    outer = build.group("outer", inner, build.judged("three", 10))
    tender = build.tender(outer, build.judged("four", 50))
    assessment = build.marked(
        tender,
        a={"one": "0.5", "two": "1", "three": "1", "four": "0"},  # inner 30, the best
        b={"one": "0.25", "two": "0.5", "three": "0.5", "four": "1"},  # inner 15, half of the best
    )
    assert [(r["inner"].subtotal.value, r["inner"].points) for r in assessment] == [(30, 40), (15, 20)]
    assert [(r["outer"].subtotal.value, r["outer"].points) for r in assessment] == [(50, 50), (25, 25)]
    assert assessment["a"]["outer"].members == ("inner", "three")
    assert build.totals(assessment) == {"a": 50, "b": 75}


def test_rescaling_where_the_best_has_nothing_is_undefined(build):
    tender = build.tender(build.group("g", build.judged("one", 10), weight="10", rescale="best"))
    with pytest.raises(UndefinedResult) as error:
        build.marked(tender, a={"one": "0"}, b={"one": "0"})
    assert (error.value.formula, error.value.criterion) == ("rescaled", "g")


# scoring.md E1: 32 of 50 points before rescaling to the best, 42.8; "any raw ≥ 27.392 would pass" after it


def venice(build, on):
    member = build.judged("mark", 50)
    return build.tender(
        build.group("technical", member, weight="50", rescale="best", threshold={"at_least": "32", "on": on})
    )


@pytest.mark.parametrize(
    ("on", "mark", "raw", "rescaled", "stays"),
    [
        ("raw", "0.652", "32.6", "8150/214", True),
        ("raw", "0.64", "32", "4000/107", True),
        ("raw", "0.542", "27.1", "6775/214", False),
        ("raw", "0.54784", "27.392", "32", False),
        ("relative", "0.54784", "27.392", "32", True),
        ("relative", "0.54782", "27.391", "27391/856", False),
        ("relative", "0.542", "27.1", "6775/214", False),
    ],
)
def test_whether_a_minimum_is_tested_before_or_after_rescaling(build, on, mark, raw, rescaled, stays):
    assessment = build.marked(venice(build, on), best={"mark": "0.856"}, other={"mark": mark})
    score = assessment["other"]["technical"]
    assert (score.subtotal.value, score.points) == (F(raw), F(rescaled))
    assert [bid for bid, _ in assessment.rejected] == ([] if stays else ["other"])
    assert assessment["other"].points == (F(rescaled) if stays else None)
    if not stays:
        (rejection,) = assessment["other"].rejections
        assert rejection.value.value == (F(raw) if on == "raw" else F(rescaled))
        assert (rejection.stage, rejection.criterion, rejection.at_least.value) == ("assessment", "technical", 32)


@pytest.mark.parametrize(("mark", "stays"), [("0.5", True), ("0.499999999999", False)])
def test_the_minimum_of_a_leaf_is_enough(build, mark, stays):
    tender = build.tender(build.judged(threshold={"at_least": "30", "on": "raw"}))
    assert build.marked(tender, a=mark)["a"].points == (30 if stays else None)


def test_the_minimum_of_a_leaf_is_tested_on_its_rounded_points(build):
    threshold = {"at_least": "30", "on": "raw"}
    tender = build.tender(build.judged(threshold=threshold), rounding=rounding("half_up", "criterion"))
    assert build.totals(build.marked(tender, a="0.49999", b="0.4999")) == {"a": 30, "b": None}  # 29.9994 and 29.994


def test_a_relative_minimum_of_a_leaf(build):
    tender = build.tender(build.priced(threshold={"at_least": "20", "on": "relative"}))
    assessment = build.assess(tender, build.bid("a", "10"), build.bid("b", "20"), build.bid("c", "20.01"))
    assert build.totals(assessment) == {"a": 40, "b": 20, "c": None}


def test_the_rules_of_a_tender_as_they_are_published(build):
    threshold = {"at_least": "5", "on": "raw"}
    member = build.judged("mark", 10, threshold=threshold)
    tender = build.tender(
        build.group("g", member, weight="10", rescale="best", threshold=threshold),
        build.judged("rest", 5),
        on_rejection="recompute",
        rounding=rounding("up", "total", 1),
        ties=["rest", "draw"],
        deadline="2026-10-15T12:00:00+02:00",
    )
    rules = rules_of(tender)
    assert isinstance(rules.of("g"), GroupRule)
    assert isinstance(rules.of("mark"), LeafRule)
    json = rules_as_json(rules)
    fact = ["fact", "tender", "/criteria/0/criteria/0/threshold/at_least", None, "number", None]
    assert [criterion["id"] for criterion in json["criteria"]] == ["mark", "g", "rest"]
    assert json["criteria"][0] == {
        "id": "mark",
        "measured": ["fact", "judgements", "/marks/{bid}/mark/mark", None, "number", None],
        "reported": {},
        "ratio": [
            "clamp",
            [
                "divide",
                [
                    "subtract",
                    ["value", "measured", "mark"],
                    ["fact", "tender", "/criteria/0/criteria/0/scale/zero_at", None, "number", None],
                ],
                [
                    "subtract",
                    ["fact", "tender", "/criteria/0/criteria/0/scale/full_at", None, "number", None],
                    ["fact", "tender", "/criteria/0/criteria/0/scale/zero_at", None, "number", None],
                ],
            ],
            ["number", "0"],
            ["number", "1"],
        ],
        "weighted": [
            "multiply",
            ["value", "ratio", "mark"],
            ["fact", "tender", "/criteria/0/criteria/0/weight", None, "number", None],
        ],
        "points": ["value", "weighted", "mark"],
    }
    assert json["criteria"][1] == {
        "id": "g",
        "members": ["mark"],
        "subtotal": ["value", "points", "mark"],
        "points": [
            "multiply",
            ["divide", ["value", "subtotal", "g"], ["greatest", ["value", "subtotal", "g"]]],
            ["fact", "tender", "/criteria/0/weight", None, "number", None],
        ],
    }
    assert json["total"] == ["add", ["value", "points", "g"], ["value", "points", "rest"]]
    assert json["awarded"] == [
        "rounded",
        ["value", "total", ""],
        ["fact", "tender", "/award/rounding/places", None, "number", None],
        ["fact", "tender", "/award/rounding/mode", None, "text", None],
    ]
    assert json["stages"] == [
        {
            "id": "assessment",
            "criteria": ["mark", "g", "rest"],
            "thresholds": [
                {"of": "mark", "aspect": "points", "at_least": fact},
                {
                    "of": "g",
                    "aspect": "subtotal",
                    "at_least": ["fact", "tender", "/criteria/0/threshold/at_least", None, "number", None],
                },
            ],
        }
    ]
    assert json["recompute"] is True
    assert json["deadline"] == ["fact", "tender", "/deadline", None, "text", None]
    assert json["received"] == ["fact", "bid", "/received", None, "text", None]
    assert json["ties"] == ["rest"]


def test_rules_of_a_tender_without_a_deadline(build):
    json = rules_as_json(rules_of(build.tender(build.judged())))
    assert (json["deadline"], json["received"], json["recompute"], json["ties"]) == (None, None, False, [])
    assert json["awarded"] == ["value", "total", ""]


def test_a_criterion_may_have_any_id(build):
    rules_as_json(rules_of(build.tender(build.judged("self", 10), build.judged("other", 10))))
