"""The published price formulas: the vector of scoring.md 1.2, the reversals of 1.3, and what holds at their edges.

Expected fractions are worked out by hand from the formulas of 1.1. A root or logarithm is expected twice: with the ten
digits that 1.2 prints, and as a decimal of 50 digits rounded to 12.
"""

import random
from decimal import Context, Decimal
from fractions import Fraction as F

import pytest
from scaled import SCALE, earned, totals

from circular_tender import UndefinedResult
from circular_tender.scales import ratio, takes, traits

DIGITS = Context(prec=50)
PRICES = ("100", "110", "125", "150")

F01 = {"kind": "lowest_over_own", "lowest_zero": "100 %"}
F02 = {"kind": "highest_to_lowest", "all_equal": "100 %"}
F03 = {"kind": "slope_from_lowest", "zero_at": "100 %", "bounds": "keep", "lowest_zero": "100 %"}
F03_STEEP = {**F03, "zero_at": "75 %"}
F03_CUT = {**F03_STEEP, "bounds": "cut"}
F03B = {**F03, "estimate": "120"}
F06 = {"kind": "ceiling_to_lowest", "ceiling": "200", "exponent": "1", "at_ceiling": "0 %", "all_at_ceiling": "50 %"}
F07 = {**F06, "exponent": "0.5"}
F08 = {"kind": "concave", "ceiling": "200", "exponent": "2"}
F08_ROOT = {**F08, "exponent": "0.5"}
F10 = {"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "200", "all_zero": "30 %"}
F11 = {**F06, "at_ceiling": "20 %"}
F12 = {"kind": "lowest_line", "all_zero": "100 %"}
F14 = {"kind": "mean_line", "at_mean": "50 %", "slope": "100 %", "bounds": "keep", "mean_zero": "100 %"}
F14_CUT = {**F14, "bounds": "cut"}
F19 = {"kind": "logarithmic", "zero_at_multiple": "2", "bounds": "keep", "lowest_zero": "100 %"}
F19_CUT = {**F19, "bounds": "cut"}
F20 = {"kind": "power_of_reference", "reference": "120", "exponent": "-1", "bounds": "keep", "at_zero": "100 %"}
F20_CUT = {**F20, "bounds": "cut"}
RISING = {"kind": "ratio_to_best", "all_zero": "0 %"}
RISING_ROOT = {**RISING, "exponent": "0.5"}


def fractions(text):
    return [F(one) for one in text.split()]


@pytest.mark.parametrize(
    ("document", "ratios"),
    [
        (F01, "1 10/11 4/5 2/3"),
        ({"kind": "lowest_over_own"}, "1 10/11 4/5 2/3"),
        (F02, "1 4/5 1/2 0"),
        (F03, "1 9/10 3/4 1/2"),
        (F03_STEEP, "1 13/15 2/3 1/3"),
        ({**F03, "zero_at": "40 %"}, "1 3/4 3/8 -1/4"),  # 1 − (P − 100) ÷ 40
        ({**F03_CUT, "zero_at": "40 %"}, "1 3/4 3/8 0"),
        (F03B, "12/11 1 19/22 7/11"),  # the reference is (120 + 100) ÷ 2 = 110, and 2 − P ÷ 110
        ({"kind": "linear", "zero_at": "200", "full_at": "80"}, "5/6 3/4 5/8 5/12"),  # F04
        ({"kind": "linear", "zero_at": "200", "full_at": "0"}, "1/2 9/20 3/8 1/4"),  # F05
        (F06, "1 9/10 3/4 1/2"),
        (F08, "3/4 279/400 39/64 7/16"),  # 1 − (P ÷ 200)²
        ({**F08, "exponent": "1"}, "1/2 9/20 3/8 1/4"),  # F05
        (F10, "1 81/85 6/7 4/7"),
        (F11, "1 23/25 4/5 3/5"),  # 1/5 + 4/5 of F06
        (F12, "1 14/15 5/6 2/3"),
        (F14, "131/194 115/194 91/194 51/194"),  # 6550/97, 5750/97, 4550/97 and 2550/97 points of 100
        (F20, "6/5 12/11 24/25 4/5"),  # 120 ÷ P
        (F20_CUT, "1 1 24/25 4/5"),
    ],
)
def test_the_vector_of_the_catalogue(document, ratios):
    assert earned(document, PRICES) == fractions(ratios)


@pytest.mark.parametrize(
    ("document", "printed", "formula"),
    [
        (F07, "1 .9486832981 .8660254038 .7071067812", lambda p: DIGITS.sqrt(DIGITS.divide(200 - p, 100))),
        (
            F19,
            "1 .8624964763 .6780719051 .4150374993",
            lambda p: 1 - DIGITS.divide(DIGITS.ln(DIGITS.divide(p, 100)), DIGITS.ln(2)),
        ),
    ],
)
def test_the_irrational_rows_of_the_vector_to_their_last_digit(document, printed, formula):
    ratios = earned(document, PRICES)
    half = F(1, 2 * 10**10)  # of the last digit that is printed
    assert all(abs(ratio - F(shown)) <= half for ratio, shown in zip(ratios, printed.split(), strict=True))
    assert ratios == [round(F(formula(Decimal(price))), 12) for price in PRICES]


def decimal(x):
    return DIGITS.divide(x.numerator, x.denominator)


@pytest.mark.parametrize(
    ("document", "formula"),
    [
        (F08_ROOT, lambda p: 1 - DIGITS.sqrt(DIGITS.divide(p, 200))),
        ({**F08, "exponent": "1.5"}, lambda p: 1 - DIGITS.power(DIGITS.divide(p, 200), Decimal("1.5"))),
        ({**F11, "exponent": "0.3"}, None),
        ({**F20, "exponent": "-0.75"}, lambda p: DIGITS.power(DIGITS.divide(p, 120), Decimal("-0.75"))),
    ],
)
def test_powers_of_prices_are_those_of_decimals_of_50_digits(document, formula):
    if formula is None:  # the power is rounded, and what is made of it is exact
        ways = [F(DIGITS.power(DIGITS.divide(200 - int(p), 100), Decimal("0.3"))) for p in PRICES]
        assert earned(document, PRICES) == [F(1, 5) + F(4, 5) * round(way, 12) for way in ways]
    else:
        assert earned(document, PRICES) == [round(F(formula(Decimal(price))), 12) for price in PRICES]


def test_of_ratios_more_is_better():
    discounts = ["1/2", "9/20", "3/8", "0", "1", "11/10"]
    assert earned({"kind": "concave", "exponent": "2"}, discounts, "ratio") == fractions("3/4 279/400 39/64 0 1 1")
    qualities = ["1/2", "7/10", "17/20", "1"]  # (Q ÷ 0.7)², and the root of Q ÷ 1
    document = {"kind": "power_of_reference", "reference": "70 %", "exponent": "2", "bounds": "keep", "at_zero": "0 %"}
    assert earned(document, [*qualities, "0"], "ratio") == fractions("25/49 1 289/196 100/49 0")
    roots = [round(F(DIGITS.sqrt(decimal(F(q)))), 12) for q in qualities]
    assert earned(RISING_ROOT, qualities, "ratio") == roots


# P7, the edges: one bid; all equal; a price of 0 beside 100; all 0; at the ceiling and above it beside 100


@pytest.mark.parametrize(
    ("document", "one", "equal", "zero", "all_zero", "ceiling"),
    [
        (F01, "1", "1 1", "1 1", "1 1", "1 1/2 2/5"),
        ({**F01, "lowest_zero": "25 %"}, "1", "1 1", "1/4 1/4", "1/4 1/4", "1 1/2 2/5"),
        (F02, "1", "1 1", "1 0", "1 1", "1 1/3 0"),
        ({**F02, "all_equal": "25 %"}, "1/4", "1/4 1/4", "1 0", "1/4 1/4", "1 1/3 0"),
        (F03, "1", "1 1", "1 1", "1 1", "1 0 -1/2"),
        ({**F03_CUT, "lowest_zero": "25 %"}, "1", "1 1", "1/4 1/4", "1/4 1/4", "1 0 0"),
        (F03B, "12/11", "12/11 12/11", "2 1/3", "2 2", "12/11 2/11 -3/11"),  # references 110, 60 and 60
        (F06, "1", "1 1", "1 1/2", "1 1", "1 0 0"),
        (F07, "1", "1 1", "1 707106781187/1000000000000", "1 1", "1 0 0"),
        (F11, "1", "1 1", "1 3/5", "1 1", "1 1/5 1/5"),
        (F08, "3/4", "3/4 3/4", "1 3/4", "1 1", "3/4 0 0"),
        (F10, "9/10", "9/10 9/10", "1 3/5", "9/10 9/10", "1 0 0"),  # discounts 1 and 1/2, of which the mean is 3/4
        (F12, "1", "1 1", "1 0", "1 1", "1 3/5 2/5"),
        (F14, "1/2", "1/2 1/2", "3/2 -1/2", "1 1", "21/22 9/22 3/22"),  # 3/2 − P × 3 ÷ 550
        (F14_CUT, "1/2", "1/2 1/2", "1 0", "1 1", ""),
        ({**F14, "mean_zero": "25 %"}, "1/2", "1/2 1/2", "3/2 -1/2", "1/4 1/4", ""),
        (F19, "1", "1 1", "1 1", "1 1", "1 0 -321928094887/1000000000000"),
        ({**F19_CUT, "lowest_zero": "25 %"}, "1", "1 1", "1/4 1/4", "1/4 1/4", "1 0 0"),
        (F20, "6/5", "6/5 6/5", "1 6/5", "1 1", "6/5 3/5 12/25"),
        ({**F20_CUT, "at_zero": "0 %"}, "1", "1 1", "0 1", "0 0", "1 3/5 12/25"),
    ],
)
def test_the_edges(document, one, equal, zero, all_zero, ceiling):
    assert earned(document, ["100"]) == fractions(one)
    assert earned(document, ["100", "100"]) == fractions(equal)
    assert earned(document, ["0", "100"]) == fractions(zero)
    assert earned(document, ["0", "0"]) == fractions(all_zero)
    if ceiling:
        assert earned(document, ["100", "200", "250"]) == fractions(ceiling)


def test_nobody_below_the_ceiling():
    assert earned(F06, ["200", "250"]) == fractions("1/2 1/2")
    assert earned({**F11, "all_at_ceiling": "100 %"}, ["200"]) == [1]
    assert earned(F08, ["200", "250"]) == [0, 0]
    assert earned(F10, ["200", "250"]) == fractions("3/10 3/10")


def test_with_two_bids_the_lower_price_has_everything_at_the_mean_of_two():
    assert earned(F10, ["100", "199"])[0] == earned(F10, ["198", "199"])[0] == 1


def test_where_the_tender_says_nothing_there_is_no_result_as_before(build):
    tender = build.tender(
        build.priced(weight=100, scale={"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "9"})
    )
    with pytest.raises(UndefinedResult) as error:
        build.assess(tender, build.bid("a", "9"), build.bid("b", "10"))
    assert (error.value.formula, error.value.criterion) == ("bilinear_at_mean", "price")


def test_what_counts_without_an_answer_may_lie_at_the_ceiling(build):
    asked = {"kind": "answer", "asks": "amount", "otherwise": "200"}
    for scale in (F06, F08, F10):
        assessment = build.assess(
            build.tender(build.leaf("repair", 10, asked, scale)),
            build.bid("a", answers={"repair": {"value": "50", "evidence": None}}),
            build.bid("b", answers={"repair": None}),
        )
        assert assessment["b"]["repair"].ratio.value == 0


# scoring.md 1.3, and reversals found by search: C never wins, and its absence swaps A and B

REVERSALS = [
    # 1.3: bids as (price, quality), totals with C and without it
    (F01, [("125", ".85"), ("90", ".70"), ("65", ".50")], "71.8 638/9 70", "79.8 82"),
    (F02, [("85", ".80"), ("80", ".45"), ("145", ".60")], "1104/13 67 36", "48 67"),
    (F03_STEEP, [("80", ".60"), ("105", ".90"), ("70", ".45")], "1436/21 202/3 67", "76 232/3"),
    (F06, [("140", ".80"), ("120", ".65"), ("90", ".40")], "768/11 749/11 64", "78 79"),
    (F10, [("105", ".70"), ("95", ".65"), ("155", ".80")], "562/7 79 3324/49", "76.2 79"),
    (F14, [("100", "1"), ("60", ".70"), ("140", ".75")], "80 78 49", "70 72"),
    # found by search
    (F03_CUT, [("100", ".75"), ("110", ".85"), ("80", ".50")], "215/3 71 70", "85 257/3"),
    (F03B, [("125", ".75"), ("150", ".90"), ("90", ".40")], "1625/21 538/7 488/7", "4125/49 4166/49"),
    (F11, [("145", "1"), ("110", ".85"), ("65", ".50")], "2188/27 241/3 70", "788/9 91"),
    (F12, [("100", ".95"), ("75", ".80"), ("155", ".80")], "2807/31 88 2088/31", "87 88"),
    (F14_CUT, [("110", ".80"), ("80", ".60"), ("150", ".90")], "1176/17 1152/17 1038/17", "1172/19 1184/19"),
    (RISING, [("95", "1"), ("125", ".85"), ("145", ".70")], "2500/29 2479/29 82", "90.4 91"),
]


@pytest.mark.parametrize(("document", "bids", "together", "without"), REVERSALS)
def test_a_third_bid_that_does_not_win_swaps_two_others(document, bids, together, without):
    assert totals(document, bids) == fractions(together)
    assert totals(document, bids[:2]) == fractions(without)
    a, b, c = totals(document, bids)
    assert a > max(b, c)
    assert totals(document, bids[:2])[0] < totals(document, bids[:2])[1]
    assert traits(SCALE.validate_python(document)).reversal


@pytest.mark.parametrize(
    ("document", "bids"),
    [
        (F07, [("145", ".90"), ("105", ".75"), ("65", ".55")]),
        (RISING_ROOT, [("60", ".95"), ("105", ".80"), ("145", ".45")]),
        (F19_CUT, [("290", ".95"), ("170", ".90"), ("50", ".10")]),  # 57, 54 and 46: both are cut at 0
    ],
)
def test_so_it_does_under_roots_and_a_logarithm_that_is_cut(document, bids):
    a, b, c = totals(document, bids)
    assert a - max(b, c) > F(1, 2)
    a, b = totals(document, bids[:2])
    assert b - a > F(1, 2)
    assert traits(SCALE.validate_python(document)).reversal


def test_under_a_logarithm_that_is_kept_no_third_bid_swaps_two_others():
    chosen = random.Random(19)  # noqa: S311 -- not for secrets
    reversed_when_cut = 0
    for _ in range(2000):
        bids = [(F(chosen.randrange(4000, 30_000), 100), F(chosen.randrange(10, 101), 100)) for _ in range(3)]
        a, b, _ = totals(F19, bids)
        alone = totals(F19, bids[:2])
        assert (a > b) == (alone[0] > alone[1]), bids
        assert abs((a - b) - (alone[0] - alone[1])) <= F(40 * 2, 10**12)  # the same shift, but for what is rounded
        a, b, c = totals(F19_CUT, bids)
        alone = totals(F19_CUT, bids[:2])
        reversed_when_cut += c < max(a, b) and (a > b) != (alone[0] > alone[1])
    assert reversed_when_cut > 0
    assert not traits(SCALE.validate_python(F19)).reversal


# what is known of a scale beforehand


@pytest.mark.parametrize(
    ("document", "reference", "least", "greatest"),
    [
        ({"kind": "linear", "zero_at": "9", "full_at": "0"}, "absolute", 0, 1),
        (F01, "common_factor", 0, 1),
        (RISING_ROOT, "common_factor", 0, 1),
        (F02, "relative", 0, 1),
        (F03, "relative", None, 1),
        (F03_CUT, "relative", 0, 1),
        (F03B, "relative", None, 2),  # where the lowest is near 0: 1 − (0 − 60) ÷ 60
        (F06, "common_factor", 0, 1),
        ({**F11, "all_at_ceiling": "10 %"}, "relative", F(1, 10), 1),
        (F11, "relative", F(1, 5), 1),
        (F08, "absolute", 0, 1),
        (F10, "relative", 0, 1),
        (F12, "relative", 0, 1),
        (F14, "relative", None, F(3, 2)),
        ({**F14, "slope": "10 %"}, "relative", None, 1),  # what all with 0 earn is more than 60 %
        (F14_CUT, "relative", 0, 1),
        (F19, "common_shift", None, 1),
        (F19_CUT, "relative", 0, 1),
        (F20, "absolute", 0, None),
        (F20_CUT, "absolute", 0, 1),
        ({"kind": "levels", "levels": {"good": "70 %", "poor": "10 %"}}, "absolute", F(1, 10), F(7, 10)),
        (
            {"kind": "steps", "steps": [{"at_least": "5", "earns": "80 %"}], "otherwise": "5 %"},
            "absolute",
            F(1, 20),
            F(4, 5),
        ),
        (
            {"kind": "interpolate", "points": [{"at": "0", "earns": "90 %"}, {"at": "5", "earns": "20 %"}]},
            "absolute",
            F(1, 5),
            F(9, 10),
        ),
    ],
)
def test_the_traits_of_a_scale(document, reference, least, greatest):
    known = traits(SCALE.validate_python(document))
    assert (known.reference, known.least, known.greatest) == (reference, least, greatest)
    assert known.reversal == (reference in {"relative", "common_factor"})


def test_which_scales_are_not_strict():
    def strict(document):
        return traits(SCALE.validate_python(document)).strict

    def through(*earns):
        return {"kind": "interpolate", "points": [{"at": str(n), "earns": e} for n, e in enumerate(earns)]}

    assert not strict({"kind": "levels", "levels": {"good": "70 %", "poor": "0 %"}})
    assert not strict({"kind": "steps", "steps": [{"at_least": "5", "earns": "80 %"}], "otherwise": "5 %"})
    assert not strict({**F10, "at_mean": "100 %"})
    assert not strict({**F10, "at_mean": "0 %"})
    assert strict(F10)
    assert strict(through("0 %", "50 %", "100 %"))
    assert strict(through("100 %", "50 %", "0 %"))
    assert not strict(through("0 %", "50 %", "50 %"))
    assert not strict(through("50 %", "50 %"))
    assert not strict(through("0 %", "50 %", "20 %"))
    assert not strict(through("0 %", "50 %", "0 %", "50 %"))


def test_what_the_kinds_take():
    def of(document):
        return takes(SCALE.validate_python(document))

    priced = (F01, F02, F03, F06, F08, F10, F12, F14, F19)
    assert {of(document) for document in priced} == {("amount",)}
    assert of({"kind": "concave", "exponent": "2"}) == ("ratio",)
    assert of(F20) == ("number", "amount", "ratio", "mass", "time")


def test_a_kind_that_is_none_has_no_traits():
    with pytest.raises(AssertionError):
        traits(None)
    with pytest.raises(AssertionError):
        ratio(None, "", None, "amount")
