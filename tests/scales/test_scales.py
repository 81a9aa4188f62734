"""The scales end to end, in small tenders: vectors and counter-examples of scoring.md 1.2 and 1.3."""

from fractions import Fraction as F

import pytest
from pydantic import TypeAdapter

from circular_tender import UndefinedResult
from circular_tender.scales import Scale, ratio, relative, takes

BAND = {"kind": "linear", "zero_at": "200", "full_at": "80"}
TO_ZERO = {"kind": "linear", "zero_at": "200", "full_at": "0"}
LOWEST = {"kind": "lowest_over_own"}
BILINEAR = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
LEVELS = {"kind": "levels", "levels": {"good": "70 %", "poor": "0 %"}}


def scale(document):
    return TypeAdapter(Scale).validate_python(document)


@pytest.mark.parametrize(
    ("document", "fits", "on_others"),
    [
        (BAND, ("number", "amount", "ratio", "mass", "time"), False),
        (LOWEST, ("amount",), True),
        (BILINEAR, ("ratio", "number"), True),
        (LEVELS, ("level",), False),
    ],
)
def test_what_a_scale_takes_and_whether_it_looks_at_other_bids(document, fits, on_others):
    assert takes(scale(document)) == fits
    assert relative(scale(document)) is on_others


def test_what_is_no_kind_of_scale_is_a_mistake_of_the_program():
    for function in (takes, relative):
        with pytest.raises(AssertionError):
            function(None)
    with pytest.raises(AssertionError):
        ratio(None, "/scale", None, "ratio")


@pytest.mark.parametrize(
    ("document", "ratios"),
    [
        (LOWEST, ["1", "10/11", "4/5", "2/3"]),  # F01
        (BAND, ["5/6", "3/4", "5/8", "5/12"]),  # F04, 80 to 200
        (TO_ZERO, ["1/2", "9/20", "3/8", "1/4"]),  # F05, ceiling 200
    ],
)
def test_price_scales_of_the_catalogue(build, document, ratios):
    tender = build.tender(build.priced(weight=100, scale=document))
    prices = ("100", "110", "125", "150")
    assessment = build.assess(tender, *(build.bid(f"p{price}", price) for price in prices))
    for price, expected in zip(prices, ratios, strict=True):
        score = assessment[f"p{price}"]["price"]
        assert score.measured.value == F(price)
        assert score.ratio.value == F(expected)
        assert score.points == 100 * F(expected)


def offered(build, **discounts):
    """Bids that offer these percentages, and a tender that scores them by F10 with X = 0.9."""
    of = {"kind": "discount", "of": "d"}
    tender = build.tender(build.leaf("discount", 100, of, BILINEAR), lines=(), discounts=["d"])
    return build.assess(tender, *(build.bid(name, discounts={"d": given}) for name, given in discounts.items()))


def test_bilinear_at_the_mean_is_f10_of_the_catalogue(build):
    # discounts (200 − P) ÷ 200 of the prices 100, 110, 125, 150
    assessment = offered(build, a="50 %", b="45 %", c="37.5 %", d="25 %")
    ratios = [result["discount"].ratio.value for result in assessment]
    assert ratios == [1, F(81, 85), F(6, 7), F(4, 7)]


def test_bilinear_at_the_mean_exactly_and_for_a_single_bid(build):
    exactly = offered(build, a="10 %", b="20 %", c="30 %")
    assert [result["discount"].ratio.value for result in exactly] == [F(9, 20), F(9, 10), 1]
    assert offered(build, only="10 %")["only"]["discount"].ratio.value == F(9, 10)


def test_levels(build):
    tender = build.tender(build.leaf("quality", 50, build.LADDER, LEVELS))
    assessment = build.marked(tender, a="good", b="poor")
    assert build.totals(assessment) == {"a": 35, "b": 0}
    assert assessment["a"]["quality"].measured.value == "good"


@pytest.mark.parametrize(("mark", "earned"), [("4", "0"), ("5.5", "0"), ("7", "1/3"), ("10", "1"), ("11", "1")])
def test_linear_is_flat_beyond_its_ends(build, mark, earned):
    marks = {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": "12"}}
    tender = build.tender(build.leaf("quality", 50, marks, {"kind": "linear", "zero_at": "5.5", "full_at": "10"}))
    assert build.marked(tender, a=mark)["a"]["quality"].ratio.value == F(earned)


# scoring.md 1.3: total = 60 × quality + 40 × price score; C never wins, and its absence swaps A and B


@pytest.mark.parametrize(
    ("with_c", "expected"),
    [
        (True, {"a": F("71.8"), "b": F(638, 9), "c": F(70)}),  # 71.8 / 70.8889 / 70.0
        (False, {"a": F("79.8"), "b": F(82)}),
    ],
)
def test_rank_reversal_under_lowest_over_own(build, with_c, expected):
    tender = build.tender(build.judged(), build.priced())
    prices, marks = {"a": "125", "b": "90", "c": "65"}, {"a": "0.85", "b": "0.70", "c": "0.50"}
    here = ["a", "b", "c"] if with_c else ["a", "b"]
    bids = [build.bid(name, prices[name]) for name in here]
    assessment = build.assess(tender, *bids, **{name: {"quality": marks[name]} for name in here})
    assert build.totals(assessment) == expected
    assert assessment.winner == ("a" if with_c else "b")
    assert [bid for _, (bid,) in build.ranks(assessment)] == (["a", "b", "c"] if with_c else ["b", "a"])


@pytest.mark.parametrize(
    ("with_c", "expected"),
    [
        (True, {"a": F(562, 7), "b": F(79), "c": F(3324, 49)}),  # 80.2857 / 79.0 / 67.8367
        (False, {"a": F("76.2"), "b": F(79)}),
    ],
)
def test_rank_reversal_under_bilinear_at_the_mean(build, with_c, expected):
    of = {"kind": "discount", "of": "d"}
    tender = build.tender(build.judged(), build.leaf("discount", 40, of, BILINEAR), lines=(), discounts=["d"])
    # (200 − P) ÷ 200 of the prices 105, 95, 155
    discounts, marks = {"a": "47.5 %", "b": "52.5 %", "c": "22.5 %"}, {"a": "0.70", "b": "0.65", "c": "0.80"}
    here = ["a", "b", "c"] if with_c else ["a", "b"]
    bids = [build.bid(name, discounts={"d": discounts[name]}) for name in here]
    assessment = build.assess(tender, *bids, **{name: {"quality": marks[name]} for name in here})
    assert build.totals(assessment) == expected
    assert assessment.winner == ("a" if with_c else "b")
    assert [bid for _, (bid,) in build.ranks(assessment)] == (["a", "b", "c"] if with_c else ["b", "a"])


def test_a_price_of_zero_beside_others_is_undefined(build):
    tender = build.tender(build.priced(weight=100))
    with pytest.raises(UndefinedResult) as error:
        build.assess(tender, build.bid("a", "0"), build.bid("b", "5"))
    assert (error.value.formula, error.value.criterion) == ("lowest_over_own", "price")
