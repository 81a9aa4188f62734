"""Steps, lines between points, and the best bid as the measure; expected values by hand, and laws on invented ones."""

from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from circular_tender.scales import Scale, relative, takes

tried = settings(derandomize=True, database=None, deadline=None, max_examples=40)

YEARS = {
    "kind": "steps",
    "steps": [{"at_least": "5 years", "earns": "50 %"}, {"at_least": "120 months", "earns": "100 %"}],
    "otherwise": "10 %",
}
DAYS = {
    "kind": "steps",
    "steps": [
        {"at_most": "10", "earns": "25 %"},
        {"at_most": "5", "earns": "62.5 %"},
        {"at_most": "2.5", "earns": "80 %"},
    ],
    "otherwise": "0 %",
}
RISING = {
    "kind": "interpolate",
    "points": [
        {"at": "0 years", "earns": "0 %"},
        {"at": "60 months", "earns": "60 %"},
        {"at": "15 years", "earns": "100 %"},
    ],
}
FALLING = {
    "kind": "interpolate",
    "points": [{"at": "10 %", "earns": "90 %"}, {"at": "40 %", "earns": "80 %"}, {"at": "80 %", "earns": "20 %"}],
}
BENT = {
    "kind": "interpolate",
    "points": [
        {"at": "-10", "earns": "10 %"},
        {"at": "0", "earns": "70 %"},
        {"at": "10", "earns": "70 %"},
        {"at": "20", "earns": "30 %"},
        {"at": "30", "earns": "100 %"},
    ],
}
BEST = {"kind": "ratio_to_best", "all_zero": "30 %"}


def ratios(build, scale, asks, values, otherwise):
    """The ratios of bids that answer with these values."""
    indicator = {"kind": "answer", "asks": asks, "otherwise": otherwise}
    if asks == "number" and scale["kind"] != "ratio_to_best":
        indicator["least"] = "-100"
    tender = build.tender(build.leaf("c", 10, indicator, scale), lines=())
    bids = [build.bid(f"b{n}", answers={"c": {"value": value, "evidence": None}}) for n, value in enumerate(values)]
    return [result["c"].ratio.value for result in build.assess(tender, *bids)]


def test_what_they_take_and_whether_they_look_at_other_bids():
    for document, fits, on_others in (
        (YEARS, ("number", "amount", "ratio", "mass", "time"), False),
        (RISING, ("number", "amount", "ratio", "mass", "time"), False),
        (BEST, ("number", "ratio", "mass", "time"), True),
    ):
        scale = TypeAdapter(Scale).validate_python(document)
        assert takes(scale) == fits
        assert relative(scale) is on_others


@pytest.mark.parametrize(
    ("value", "earned"),
    [
        ("0 years", "1/10"),
        ("59 months", "1/10"),
        ("4.999999999999 years", "1/10"),
        ("5 years", "1/2"),  # on the bound
        ("60 months", "1/2"),
        ("7 years", "1/2"),
        ("119 months", "1/2"),
        ("10 years", "1"),
        ("500 years", "1"),
    ],
)
def test_steps_from_below(build, value, earned):
    assert ratios(build, YEARS, "time", [value], "0 years") == [F(earned)]


@pytest.mark.parametrize(
    ("value", "earned"),
    [
        ("999", "0"),
        ("10.000000000001", "0"),
        ("10", "1/4"),  # on the bound
        ("7", "1/4"),
        ("5.1", "1/4"),
        ("5", "5/8"),
        ("3", "5/8"),
        ("2.5", "4/5"),
        ("0", "4/5"),
        ("-7", "4/5"),
    ],
)
def test_steps_from_above(build, value, earned):
    assert ratios(build, DAYS, "number", [value], "11") == [F(earned)]


def test_a_single_step_and_bids_beside_each_other(build):
    one = {"kind": "steps", "steps": [{"at_least": "30 %", "earns": "100 %"}], "otherwise": "0 %"}
    assert ratios(build, one, "ratio", ["29.9 %", "30 %", "100 %", "0 %"], "0 %") == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("scale", "asks", "otherwise", "value", "earned"),
    [
        # at each point, between, and beyond both ends
        (RISING, "time", "0 years", "0 years", "0"),
        (RISING, "time", "0 years", "1 month", "1/100"),
        (RISING, "time", "0 years", "2.5 years", "3/10"),
        (RISING, "time", "0 years", "5 years", "3/5"),
        (RISING, "time", "0 years", "6 years", "16/25"),
        (RISING, "time", "0 years", "15 years", "1"),
        (RISING, "time", "0 years", "99 years", "1"),
        (FALLING, "ratio", "100 %", "0 %", "9/10"),
        (FALLING, "ratio", "100 %", "10 %", "9/10"),
        (FALLING, "ratio", "100 %", "25 %", "17/20"),
        (FALLING, "ratio", "100 %", "40 %", "4/5"),
        (FALLING, "ratio", "100 %", "50 %", "13/20"),
        (FALLING, "ratio", "100 %", "80 %", "1/5"),
        (FALLING, "ratio", "100 %", "100 %", "1/5"),
        (BENT, "number", "-10", "-50", "1/10"),
        (BENT, "number", "-10", "-10", "1/10"),
        (BENT, "number", "-10", "-5", "2/5"),
        (BENT, "number", "-10", "0", "7/10"),
        (BENT, "number", "-10", "4", "7/10"),
        (BENT, "number", "-10", "10", "7/10"),
        (BENT, "number", "-10", "15", "1/2"),
        (BENT, "number", "-10", "20", "3/10"),
        (BENT, "number", "-10", "21", "37/100"),
        (BENT, "number", "-10", "30", "1"),
        (BENT, "number", "-10", "30.5", "1"),
    ],
)
def test_lines_between_points(build, scale, asks, otherwise, value, earned):
    assert ratios(build, scale, asks, [value], otherwise) == [F(earned)]


@pytest.mark.parametrize(
    ("values", "earned"),
    [
        (["0", "0", "0"], ["3/10", "3/10", "3/10"]),  # all zero: as the tender says
        (["0"], ["3/10"]),
        (["7"], ["1"]),
        (["0", "3", "4"], ["0", "3/4", "1"]),
        (["4", "4", "1"], ["1", "1", "1/4"]),  # a tie of the best
        (["2", "6", "2"], ["1/3", "1", "1/3"]),  # and of others
        (["0.000000000001", "0"], ["1", "0"]),
    ],
)
def test_ratio_to_best(build, values, earned):
    assert ratios(build, BEST, "number", values, "0") == [F(ratio) for ratio in earned]


@pytest.mark.parametrize(("all_zero", "earned"), [("0 %", "0"), ("100 %", "1"), ("12.5 %", "1/8")])
def test_where_all_have_nothing_the_tender_says_what_is_earned(build, all_zero, earned):
    assert ratios(build, BEST | {"all_zero": all_zero}, "ratio", ["0 %", "0 %"], "0 %") == [F(earned)] * 2


# laws


def written(hundredths):
    """A number of so many hundredths, as text; there is no minus zero."""
    return f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"


hundredths = st.integers(-9_000, 9_000)
several = st.lists(hundredths, min_size=2, max_size=6)
tables = st.tuples(st.sets(hundredths, min_size=2, max_size=5), st.sets(st.integers(1, 100), min_size=2, max_size=5))


def rows(table):
    """The bounds and the percentages of a table, both rising."""
    bounds, percentages = table
    return list(zip(sorted(bounds), sorted(percentages), strict=False))


def is_rising(values, found):
    """Whether whoever has more never earns less, and what is earned is a share."""
    earned = [ratio for _, ratio in sorted(zip(values, found, strict=True))]
    return earned == sorted(earned) and all(0 <= ratio <= 1 for ratio in earned)


@tried
@given(tables, several)
def test_steps_never_earn_less_for_more(build, table, values):
    def steps(key, sign):
        bounds = [{key: written(sign * bound), "earns": f"{share} %"} for bound, share in rows(table)]
        scale = {"kind": "steps", "steps": bounds, "otherwise": "0 %"}
        return ratios(build, scale, "number", [written(sign * value) for value in values], str(-sign * 99))

    assert is_rising(values, steps("at_least", 1))
    assert steps("at_most", -1) == steps("at_least", 1)  # the same table, read from the other side


@tried
@given(tables, several)
def test_lines_between_rising_points_never_earn_less_for_more(build, table, values):
    points = [{"at": written(bound), "earns": f"{share} %"} for bound, share in rows(table)]
    found = ratios(build, {"kind": "interpolate", "points": points}, "number", map(written, values), "-99")
    assert is_rising(values, found)


@tried
@given(st.sets(hundredths, min_size=2, max_size=2), several)
def test_two_points_are_the_straight_line(build, ends, values):
    low, high = map(written, sorted(ends))
    for zero_at, full_at, otherwise in ((low, high, "-99"), (high, low, "99")):
        earned = {zero_at: "0 %", full_at: "100 %"}
        line = {"kind": "linear", "zero_at": zero_at, "full_at": full_at}
        points = {"kind": "interpolate", "points": [{"at": end, "earns": earned[end]} for end in (low, high)]}
        found = ratios(build, points, "number", map(written, values), otherwise)
        assert found == ratios(build, line, "number", map(written, values), otherwise)


@tried
@given(st.lists(st.integers(0, 9_000), min_size=1, max_size=6))
def test_the_best_earns_everything_and_nobody_more(build, values):
    found = ratios(build, BEST, "number", map(written, values), "0")
    assert found == [F(value, max(values)) if max(values) else F(3, 10) for value in values]


def test_the_published_levels_of_rijkswaterstaat_are_those_of_its_handbook():
    """From 2023 on: all, 60 %, 25 %, nothing, and half of the value as a penalty; the table describes no level."""
    scale = TypeAdapter(Scale).validate_python({"kind": "published_levels", "table": "rws_2023"})
    shares = {name: level.value for name, level in scale.levels.items()}
    assert shares == {"mark_3": 1, "mark_2": F(3, 5), "mark_1": F(1, 4), "mark_0": 0, "nr": F(-1, 2)}
    assert scale.descriptions == {}
