"""The checker of records, loaded as the lone file it must be, against small records made by hand.

Every expected value is worked out by hand; the comment beside it says how.
"""

import hashlib
import json
import random
import runpy
import subprocess
import sys
from copy import deepcopy
from fractions import Fraction as F
from pathlib import Path

import pytest

from circular_tender.exact.vocabulary import log_ratio, power

FILE = Path(__file__).parents[2] / "src" / "circular_tender" / "record" / "verify.py"


def canonical(value) -> bytes:
    """Canonical JSON, written out a second time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value) -> str:
    """The digest of a value, written out a second time."""
    return hashlib.sha256(canonical(value)).hexdigest()


def sealed(record: dict) -> dict:
    """The record with the digests of its members as they now are."""
    record = deepcopy(record)
    record["digests"] = {
        "published": digest(record["published"]),
        "received": {bid["id"]: digest(bid) for bid in record["received"]},
        "judgements": digest(record["judgements"]),
        "decisions": digest(record["decisions"]),
        "assessment": digest(record["assessment"]),
    }
    return record


def value(aspect: str, criterion: str) -> list:
    """The expression for an aspect of a criterion."""
    return ["value", aspect, criterion]


def fact(document: str, at: str, reading: str = "number", *, per: str | None = None, absent: str | None = None) -> list:
    """The expression for a fact."""
    return ["fact", document, at, per, reading, absent]


def leaf(name: str, measured: list, **changes) -> dict:
    """A leaf rule that passes what is measured through to the points."""
    rule = {
        "id": name,
        "measured": measured,
        "reported": {},
        "ratio": value("measured", name),
        "weighted": value("ratio", name),
        "points": value("weighted", name),
    }
    return {**rule, **changes}


def rules(criteria: list, total: list, **changes) -> dict:
    """Rules with a single stage."""
    stage = {"id": "s", "criteria": [rule["id"] for rule in criteria], "thresholds": []}
    whole = {
        "criteria": criteria,
        "total": total,
        "awarded": value("total", ""),
        "stages": [stage],
        "recompute": False,
        "deadline": None,
        "received": None,
        "ties": [],
        "draw": False,
        "requirements": [],
    }
    return {**whole, **changes}


def record(
    tender: dict, rules: dict, received: list, assessment: dict, judgements: dict | None = None, decisions=None
) -> dict:
    """A sealed record."""
    return sealed(
        {
            "schema": "circular-tender/record/0",
            "published": {"tender": tender, "rules": rules},
            "received": received,
            "judgements": judgements,
            "decisions": decisions,
            "assessment": assessment,
        }
    )


def computing(measured=None, ratio=None, *, expected, **documents):
    """A record that computes one expression: for each bid (measured) or over all bids (ratio); all get 0 points."""
    bids = documents.get("bids") or [{"id": f"b{i}"} for i in range(len(expected))]
    zeros = ["column", *(["number", "0"] for _ in bids)]
    ids = [bid["id"] for bid in bids]
    nought = ["0"] * len(bids)
    rule = leaf("c", measured or ["number", "0"], ratio=ratio or zeros, weighted=zeros, points=zeros)
    values = {
        "measured": list(expected) if measured else nought,
        "ratio": list(expected) if ratio else nought,
        "weighted": nought,
        "points": nought,
    }
    assessment = {
        "rejected": [],
        "stages": [{"id": "s", "bids": ids, "values": {"c": values}}],
        "total": dict.fromkeys(ids, "0"),
        "awarded": dict.fromkeys(ids, "0"),
        "ranking": [{"rank": "1", "bids": ids}],
    }
    published = rules([rule], value("points", "c"))
    return record(documents.get("tender", {}), published, bids, assessment, documents.get("judgements"))


def failures(checker, whole, pins=None) -> list[tuple[str, str, str, str]]:
    """What the checker finds in a record, as plain tuples."""
    found = checker.verify(whole if isinstance(whole, bytes) else canonical(whole), pins or {})
    return [(failure.check, failure.place, failure.recorded, failure.recomputed) for failure in found]


def number(text: str) -> list:
    """The expression for a number."""
    return ["number", text]


def column(*texts: str) -> list:
    """The expression for a column of numbers."""
    return ["column", *map(number, texts)]


# --- operations that give a single value -----------------------------------------------------------------------------

SCALE = ["published", "grades", "1", {"good": "3", "poor": "0.25"}]
TENDER = {
    "weight": "40%",
    "mass": "250 g",
    "name": "Ä/~",
    "a/b": {"~": "7"},
    "flag": False,
    "nothing": None,
    "parcels": [
        {"id": "l1", "max": "5", "parts": {"y": "1", "x": "2"}},
        {"id": "l2", "max": None, "parts": {}},
        {"id": "l3", "max": "6", "parts": {"z": "3"}},
    ],
    "grades": {"good": "3", "poor": "1", "none": None},
    "proofs": {"old": {"until": "2026-02-28"}, "new": {"until": None}, "other": {}},
    "days": {"first": "0001-01-01", "leap": "2024-02-29", "march": "2024-03-01", "last": "9999-12-31"},
}
ABA, ABC = (["column", *(["text", name] for name in names)] for names in ("aba", "abc"))
WEIGHTS = column("1", "10", "100")
PARTS_OF_LOTS = fact("tender", "/parcels/*/parts/*", per="/parcels/*/parts/*")
OWN_LOT = fact("tender", "/parcels/*", "place", per="/parcels/*/parts/*")
EACH_LOT = fact("tender", "/parcels/*", "place", per="/parcels/*")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (number("3"), "3"),
        (number("-0.75"), "-3/4"),
        (number("2/3"), "2/3"),
        (number("5 %"), "1/20"),
        (["text", "blue"], "blue"),
        (["text", ""], ""),
        (fact("tender", "/weight"), "2/5"),  # 40 / 100
        (fact("tender", "/mass"), "1/4"),  # 250 / 1000 kg
        (fact("tender", "/name", "text"), "Ä/~"),
        (fact("tender", "/a~1b/~0"), "7"),
        (fact("tender", "/parcels/2/max"), "6"),
        (fact("tender", "/parcels/3/max", absent="1.50"), "3/2"),  # beyond the end of the list
        (fact("tender", "/no/such/key", absent="9"), "9"),
        (fact("tender", "/nothing/below", "text", absent="none"), "none"),
        (fact("tender", "/nothing", "presence"), "0"),
        (fact("tender", "/nothing", "presence", absent="5"), "0"),
        (fact("tender", "/flag", "presence"), "1"),  # false is something
        (fact("tender", "", "presence"), "1"),
        (fact("judgements", "/x", absent="4"), "4"),  # judgements are null
        (["lookup", SCALE, ["text", "poor"]], "1/4"),
        (["lookup", ["table", "tender", "/grades/*", "number", None, {}], ["text", "good"]], "3"),
        (["lookup", ["table", "tender", "/parcels/*/max", "number", None, {}], ["text", "l3"]], "6"),
        (["lookup", ["table", "tender", "/parcels/*/max", "text", None, {}], ["text", "l1"]], "5"),
        (["lookup", ["table", "tender", "/parcels/*/max", "presence", None, {}], ["text", "l1"]], "1"),
        (["lookup", ["table", "tender", "/grades/*", "number", None, {"other": "5 %"}], ["text", "other"]], "1/20"),
        (["lookup", ["table", "tender", "/absent/*", "text", None, {"(none)": "x"}], ["text", "(none)"]], "x"),
        # a row where null, or nothing at all, stands: none, or the text that is read in its place
        (["lookup", ["table", "tender", "/grades/*", "number", "5 %", {}], ["text", "none"]], "1/20"),
        (["lookup", ["table", "tender", "/grades/*", "number", "5 %", {}], ["text", "good"]], "3"),
        (["lookup", ["table", "tender", "/parcels/*/max", "number", "9", {}], ["text", "l2"]], "9"),
        (["lookup", ["table", "tender", "/proofs/*/until", "text", "never", {}], ["text", "new"]], "never"),
        (["lookup", ["table", "tender", "/proofs/*/until", "text", "never", {}], ["text", "other"]], "never"),
        (["lookup", ["table", "tender", "/proofs/*/until", "text", "never", {"new": "now"}], ["text", "new"]], "now"),
        (["lookup", ["table", "tender", "/absent/*", "text", "never", {"none": "x"}], ["text", "none"]], "x"),
        # days are counted from 1, the first of January of the year 1
        (fact("tender", "/days/first", "date"), "1"),
        (fact("tender", "/days/last", "date"), "3652059"),  # 9999 × 365 + 2424 leap years (2499 - 99 + 24)
        (fact("tender", "/days/leap", "date"), "738945"),  # 2023 × 365 + 490 leap years (505 - 20 + 5) + 31 + 29
        (["subtract", fact("tender", "/days/march", "date"), fact("tender", "/days/leap", "date")], "1"),
        (fact("tender", "/days/none", "date", absent="0001-02-01"), "32"),
        (["lookup", ["table", "tender", "/proofs/*/until", "date", "0001-01-01", {}], ["text", "other"]], "1"),
        (
            ["lookup", ["table", "tender", "/proofs/*/until", "date", None, {}], ["text", "old"]],
            "739675",
        ),  # 738945 + 2 years
        (["rounded", number("2/3"), number("2"), ["text", "down"]], "33/50"),
        (["add", number("1/2"), number("1/3")], "5/6"),
        (["subtract", number("1/2"), number("1/3")], "1/6"),
        (["multiply", number("1/2"), number("-4")], "-2"),
        (["divide", number("1"), number("-4")], "-1/4"),
        (["negate", number("0.5")], "-1/2"),
        (["least", column("3", "1", "2")], "1"),
        (["greatest", column("3", "1", "2")], "3"),
        (["total", column("1/2", "1/3")], "5/6"),
        (["total", ["column"]], "0"),
        (["mean", column("1", "2", "4")], "7/3"),
        # 4, 3, 3, 1: the highest is at place 1; where there are fewer, the lowest counts
        (["nth_highest", column("3", "1", "4", "3"), number("1")], "4"),
        (["nth_highest", column("3", "1", "4", "3"), number("3")], "3"),
        (["nth_highest", column("3", "1", "4", "3"), number("4")], "1"),
        (["nth_highest", column("3", "1", "4", "3"), number("5")], "1"),
        (["clamp", number("5"), number("0"), number("3")], "3"),
        (["clamp", number("-5"), number("0"), number("3")], "0"),
        (["clamp", number("2"), number("0"), number("3")], "2"),
        (["choose", number("1"), number("1"), ["text", "yes"], ["divide", number("1"), number("0")]], "yes"),
        (["choose", number("2"), number("1"), ["divide", number("1"), number("0")], ["text", "no"]], "no"),
        # the stars of three lots: 5, then 1 for the absent one, then 6
        (["total", fact("tender", "/parcels/*/max", per="/parcels/*", absent="1")], "12"),
        # two stars, in the order x, y of the first lot, then z of the third: 2 + 1 + 3
        (["total", fact("tender", "/parcels/*/parts/*", per="/parcels/*/parts/*")], "6"),
        # fewer stars in `at`: 5 twice for the two parts of l1, 6 once for the one of l3
        (["total", fact("tender", "/parcels/*/max", per="/parcels/*/parts/*")], "16"),
        # no star in `at`: 2/5 once for each of the three lots
        (["total", fact("tender", "/weight", per="/parcels/*")], "6/5"),
        (["total", fact("tender", "/parcels/*/max", "presence", per="/parcels/*")], "2"),
        (["total", fact("tender", "/nothing/*", per="/nothing/*")], "0"),
        (["total", ["lookup", SCALE, ["column", ["text", "good"], ["text", "poor"]]]], "13/4"),
        (["total", ["add", column("1", "2"), number("10")]], "23"),
        (["total", ["add", column("1", "2"), column("10", "20")]], "33"),
        (["total", ["clamp", column("1", "9"), number("2"), column("3", "4")]], "6"),  # 2 + 4
        (["total", ["choose", ["column"], number("1"), number("1"), number("2")]], "0"),
        # 1 ≤ 2 takes 10, 3 > 2 takes 200
        (["total", ["choose", column("1", "3"), number("2"), column("10", "20"), column("100", "200")]], "210"),
        # every element takes one branch: the other, a division by zero, is not computed
        (["total", ["choose", column("1", "2"), number("2"), number("7"), ["divide", number("1"), number("0")]]], "14"),
        (["total", ["choose", column("3", "4"), number("2"), ["divide", number("1"), number("0")], number("7")]], "14"),
        # of each of the names a, b and c: 1 + 4, 2, and nothing; with the weights 1, 10, 100: 5 + 20 + 0
        (["total", ["multiply", ["total_of_each", column("1", "2", "4"), ABA, ABC], WEIGHTS]], "25"),
        # the least of 1 and 4, 2, and for the third what is said: 1 + 20 + 50
        (
            ["total", ["multiply", ["least_of_each", column("1", "2", "4"), ABA, ABC, number("1/2")], WEIGHTS]],
            "71",
        ),
        (["total", ["least_of_each", ["column"], ["column"], ABC, number("1/3")]], "1"),
        (["total", ["total_of_each", ["column"], ["column"], ["column"]]], "0"),
        # where a fact stands, whether anything stands there or not
        (fact("tender", "/weight", "place"), "/weight"),
        (fact("tender", "/a~1b/~0", "place"), "/a~1b/~0"),
        (fact("tender", "/no/such/key", "place"), "/no/such/key"),
        (fact("tender", "/nothing", "place", absent="x"), "/nothing"),
        # the parts of the lots l1 and l3, with the lot that each belongs to: 1 + 2, nothing for the second, 3
        (["greatest", ["total_of_each", PARTS_OF_LOTS, OWN_LOT, EACH_LOT]], "3"),
        (["least", ["total_of_each", PARTS_OF_LOTS, OWN_LOT, EACH_LOT]], "0"),
        (["total", ["least_of_each", PARTS_OF_LOTS, OWN_LOT, EACH_LOT, number("10")]], "14"),  # 1 + 10 + 3
        (["power", number("2/3"), number("-2")], "9/4"),  # whole: exact
        (["power", number("-2"), number("3")], "-8"),
        (["power", number("5/4"), number("0")], "1"),
        (["power", number("0"), number("0.5")], "0"),
        (["power", number("9/4"), number("-1.5")], "37037037037/125000000000"),  # 8/27 = 0.296296296296296…
        (["power", number("9/10"), number("0.5")], "948683298051/1000000000000"),  # 0.94868329805051…
        (["power", number("100000000000000000000/1"), number("1.5")], "1000000000000000000000000000000"),
        # 0.5, 1.5 and 2.5 of the last decimal go to the even one: 0, 2 and 2
        (["power", number("1/4000000000000000000000000"), number("0.5")], "0"),
        (["power", number("9/4000000000000000000000000"), number("0.5")], "1/500000000000"),
        (["power", number("25/4000000000000000000000000"), number("0.5")], "1/500000000000"),
        (["log_ratio", number("1/8"), number("2")], "-3"),
        (["log_ratio", number("1"), number("2")], "0"),
        (
            ["log_ratio", number("11/10"), number("2")],
            "110002819/800000000",
        ),  # 0.13750352374993…, which is 0.137503523750
        (["total", ["power", column("4", "9"), number("0.5")]], "5"),
        (["total", ["log_ratio", column("4", "9"), number("3")]], "3261859507143/1000000000000"),  # 2 + 1.261859507143
        # an element that takes the other branch needs no power
        (
            [
                "total",
                ["choose", column("0", "4"), number("0"), number("7"), ["power", column("0", "4"), number("-1")]],
            ],
            "29/4",
        ),
    ],
)
def test_an_expression_has_the_value_worked_out_by_hand(checker, expression, expected):
    assert failures(checker, computing(expression, tender=TENDER, expected=[expected])) == []


def test_the_order_of_stars_is_that_of_the_list_or_of_the_sorted_keys(checker):
    # parts: x = 2 before y = 1 although y was written first, then z = 3
    whole = computing(
        ratio=fact("tender", "/parcels/*/parts/*", per="/parcels/*/parts/*"), tender=TENDER, expected=["2", "1", "3"]
    )
    assert failures(checker, whole) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "12"),
        ("-1.5", "-3/2"),
        ("5%", "1/20"),
        ("2 kg", "2"),
        ("2g", "1/500"),
        ("3 t", "3000"),
        ("1 year", "1"),
        ("2 years", "2"),
        ("1 month", "1/12"),
        ("18months", "3/2"),
        ("007", "7"),
        ("0.500000000000", "1/2"),
    ],
)
def test_a_number_is_read_with_its_unit(checker, text, expected):
    whole = computing(fact("bid", "/x"), bids=[{"id": "b", "x": text}], expected=[expected])
    assert failures(checker, whole) == []


@pytest.mark.parametrize(
    ("x", "places", "half_up", "half_even", "down", "up"),
    [
        ("2.5", "0", "3", "2", "2", "3"),
        ("-2.5", "0", "-3", "-2", "-2", "-3"),
        ("3.5", "0", "4", "4", "3", "4"),
        ("-3.5", "0", "-4", "-4", "-3", "-4"),
        ("0.125", "2", "13/100", "3/25", "3/25", "13/100"),  # 0.12 = 3/25
        ("-0.135", "2", "-7/50", "-7/50", "-13/100", "-7/50"),  # 0.14 = 7/50
        ("2/3", "1", "7/10", "7/10", "3/5", "7/10"),  # 0.666…: below 0.7, above 0.65
        ("-1/3", "1", "-3/10", "-3/10", "-3/10", "-2/5"),  # -0.333…
        ("1.20", "2", "6/5", "6/5", "6/5", "6/5"),
        ("-0.4", "0", "0", "0", "0", "-1"),
    ],
)
def test_rounding_has_four_modes(checker, x, places, half_up, half_even, down, up):
    for mode, expected in (("half_up", half_up), ("half_even", half_even), ("down", down), ("up", up)):
        whole = computing(["rounded", number(x), number(places), ["text", mode]], expected=[expected])
        assert failures(checker, whole) == [], mode


def test_bid_facts_and_the_bid_in_a_pointer(checker):
    bids = [{"id": "a/b", "x": "1"}, {"id": "*", "x": "2"}]
    judgements = {"marks": {"a/b": "10", "*": "20"}}
    both = ["add", fact("bid", "/x"), fact("judgements", "/marks/{bid}")]
    assert failures(checker, computing(both, bids=bids, judgements=judgements, expected=["11", "22"])) == []
    table = ["lookup", ["table", "judgements", "/{bid}/*", "text", None, {}], ["text", "k"]]
    judgements = {"a/b": {"k": "one"}, "*": {"k": "two"}}
    assert failures(checker, computing(table, bids=bids, judgements=judgements, expected=["one", "two"])) == []
    per = ["total", fact("bid", "/ys/*", per="/ys/*")]
    bids = [{"id": "a", "ys": ["1", "2"]}, {"id": "b"}]
    assert failures(checker, computing(per, bids=bids, expected=["3", "0"])) == []


# --- expressions that have no value ----------------------------------------------------------------------------------

NO_DAYS = [
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "0000-01-01",
    "10000-01-01",
    "2026-1-1",
    "20260115",
    "2026-W03-4",
    "2026-015",
    "2026-01-15T00:00:00Z",
    " 2026-01-15",
    "2026-01-15\n",
    "٢٠٢٦-٠١-١٥",
    "",
]
ZERO = ["divide", number("1"), number("0")]
HUGE = number("9" * 2000)


@pytest.mark.parametrize(
    "expression",
    [
        ZERO,
        number("1/0"),
        number("1e5"),
        number("٣"),
        number("1\n"),
        number(""),
        ["published", "t", "1", {"a": None}],
        fact("tender", "/mystery"),
        fact("tender", "/nothing"),
        fact("tender", "/parcels", "text"),
        fact("tender", "/flag", "text"),
        fact("tender", "/grades", "text"),
        fact("tender", "/weight", "colour"),
        fact("tender", "/weight/deeper"),
        fact("tender", "x/weight"),
        fact("tender", "/~2"),
        fact("tender", "/parcels/01/max"),
        fact("tender", "/parcels/first"),
        fact("tender", "/parcels/*/max"),
        fact("tender", "/parcels/*/parts/*", per="/parcels/*"),
        fact("tender", "/weight/*", per="/weight/*"),
        fact("notice", "/weight"),
        ["table", "tender", "/grades", "number", None, {}],
        ["table", "tender", "/parcels/*/parts/*", "number", None, {}],
        ["table", "bid", "/twice/*/x", "number", None, {}],
        ["table", "bid", "/unnamed/*/x", "number", None, {}],
        ["table", "bid", "/texts/*/x", "number", None, {}],
        ["lookup", ["table", "bid", "/none/*", "number", None, {}], ["text", "x"]],
        ["lookup", ["table", "bid", "/none/*", "number", "1", {}], ["text", "x"]],
        ["lookup", ["table", "tender", "/proofs/*/until", "text", None, {}], ["text", "new"]],
        ["lookup", ["table", "tender", "/proofs/*/until", "date", "never", {}], ["text", "old"]],
        fact("tender", "/weight", "date"),
        fact("tender", "/nothing", "date"),
        fact("tender", "/flag", "date"),
        *(fact("tender", "/nothing", "date", absent=day) for day in NO_DAYS),
        ["lookup", ["table", "tender", "/grades/*", "number", None, {}], ["text", "none"]],
        ["lookup", SCALE, number("1")],
        ["lookup", number("1"), ["text", "x"]],
        ["lookup", SCALE, SCALE],
        ["column", column("1")],
        SCALE,
        ["add", column("1"), SCALE],
        ["add", column("1", "2"), column("1")],
        ["add", number("1"), ["text", "1"]],
        ["choose", ["text", "1"], number("1"), number("1"), number("1")],
        ["least", number("1")],
        ["least", ["column"]],
        ["greatest", ["column"]],
        ["mean", ["column"]],
        ["total", ["column", ["text", "x"]]],
        ["multiply", ["multiply", HUGE, HUGE], HUGE],
        value("points", "c"),
        ["total", ["choose", column("1", "3"), number("2"), number("7"), ZERO]],
        ["power", number("0"), number("-1")],
        ["power", number("0"), number("-0.5")],
        ["power", number("-1"), number("0.5")],
        ["power", number("2"), number("101")],  # a whole one may be a number of years
        ["power", number("2"), number("100.5")],
        ["power", number("2"), number("-100.01")],
        ["power", number("2"), number("0.125")],
        ["power", number("2"), number("1/3")],
        ["log_ratio", number("0"), number("2")],
        ["log_ratio", number("-1"), number("2")],
        ["log_ratio", number("2"), number("1")],
        ["log_ratio", number("2"), number("0.5")],
        ["total", ["total_of_each", column("1", "2", "3"), ABA, ["column", ["text", "a"]]]],  # of b there is none
        ["total", ["total_of_each", column("1", "2"), ABA, ABC]],
        ["total", ["least_of_each", column("1", "2"), ABA, ABC, number("0")]],
        ["total", ["least_of_each", column("1", "2", "3"), ABA, ABC]],
        ["total", ["total_of_each", ABA, ABA, ABC]],
        ["total_of_each", column("1", "2", "3"), ABA, ABC],
        fact("tender", "x/weight", "place"),
        ["rounded", number("1"), number("1.5"), ["text", "up"]],
        ["rounded", number("1"), number("13"), ["text", "up"]],
        ["rounded", number("1"), number("1"), ["text", "floor"]],
        ["frobnicate", number("1")],
        ["add", number("1")],
        ["fact", "tender", "/weight"],
        "1",
    ],
)
def test_an_expression_without_a_value_fails_at_its_place(checker, expression):
    bid = {"id": "b", "twice": [{"id": "x"}, {"id": "x"}], "unnamed": [{}], "texts": ["x"]}
    [found] = failures(checker, computing(expression, tender=TENDER, bids=[bid], expected=["0"]))
    assert found[:3] == ("V5", "stages/s/c/measured/b", "")


def test_powers_and_logarithms_that_would_take_too_long_are_refused(checker):
    long = F(2) ** 3000
    assert checker.power(long, F(1, 2)) == F(2) ** 1500
    with pytest.raises(ValueError, match="bits"):
        checker.power(long, F(999, 100))
    with pytest.raises(ValueError, match="half"):
        checker.log_ratio(F(2), F(2) ** 8192)  # 1/8192 has 13 decimals, of which the last is 5


def test_powers_and_logarithms_are_those_of_the_library(checker):
    """Each was written apart from the other: with whole numbers here, with decimals and fractions there."""
    chosen = random.Random(3)  # noqa: S311 -- not for secrets
    for _ in range(500):
        x = F(*(chosen.randrange(1, 10 ** chosen.randrange(1, 25)) for _ in range(2)))
        exponent = F(chosen.choice([-1, 1]) * chosen.randrange(1, 1001), 100)
        base = 1 + F(chosen.randrange(1, 10 ** chosen.randrange(1, 13)), 10 ** chosen.randrange(1, 13))
        assert checker.power(x, exponent) == power(x, exponent), (x, exponent)
        assert checker.log_ratio(x, base) == log_ratio(x, base), (x, base)
    tiny = 1 + F(1, 10**30)
    assert checker.log_ratio(tiny, F(2)) == log_ratio(tiny, F(2)) == 0
    assert checker.log_ratio(F(2), tiny) == log_ratio(F(2), tiny)  # takes more digits than at first


def test_a_branch_that_an_element_does_not_take_need_not_have_a_value(checker):
    # 1 ≤ 2 takes 7; 3 > 2 takes 12 ÷ 4 = 3; the other branch of each divides by zero
    quotients = ["divide", number("12"), column("0", "4")]
    chosen = ["choose", column("1", "3"), number("2"), number("7"), quotients]
    assert failures(checker, computing(["total", chosen], expected=["10"])) == []


@pytest.mark.parametrize(
    "expression",
    [
        number("1"),
        column("1"),
        value("points", "c"),
        ["column", fact("bid", "/x"), number("1")],
        ["column", fact("tender", "/{bid}", absent="1"), number("1")],
        ["add", value("measured", "c"), value("measured", "x")],
    ],
)
def test_an_expression_over_the_stage_must_give_a_column(checker, expression):
    [found] = failures(checker, computing(ratio=expression, expected=["1", "1"]))
    assert found[:3] == ("V5", "stages/s/c/ratio", "")


# --- a whole tender ---------------------------------------------------------------------------------------------------


def story() -> dict:
    """Four bids: c is late by a second, d is below the minimum, b is best."""
    tender = {
        "deadline": "2026-03-01T12:00:00+01:00",
        "weights": {"quality": "60%", "price": "40%"},
        "scale": [{"id": "good", "points": "3"}, {"id": "poor", "points": "1"}],
    }
    received = [
        {"id": "a", "received": "2026-03-01T11:00:00Z", "price": "100"},  # the very instant of the deadline
        {"id": "b", "received": "2026-03-01T12:30+02:00", "price": "80"},  # 10:30 UTC
        {"id": "c", "received": "2026-03-01T06:00:00.5-05:00", "price": "50"},  # 11:00:00.5 UTC: late
        {"id": "d", "received": "2026-02-28T00:00:00Z", "price": "160"},
    ]
    judgements = {"cns": {"a": "good", "b": "good", "d": "poor"}}
    grade = fact("judgements", "/cns/{bid}", "text")
    cns = leaf(
        "cns",
        ["lookup", ["table", "tender", "/scale/*/points", "number", None, {}], grade],
        reported={"grade": grade},
        ratio=["divide", value("measured", "cns"), ["greatest", value("measured", "cns")]],
        weighted=["multiply", value("ratio", "cns"), fact("tender", "/weights/quality")],
    )
    quality = {
        "id": "quality",
        "members": ["cns"],
        "subtotal": value("points", "cns"),
        "points": value("subtotal", "quality"),
    }
    price = leaf(
        "price",
        fact("bid", "/price"),
        ratio=["divide", ["least", value("measured", "price")], value("measured", "price")],
        weighted=["multiply", value("ratio", "price"), fact("tender", "/weights/price")],
    )
    published = rules(
        [cns, quality, price],
        ["add", value("points", "quality"), value("points", "price")],
        awarded=["rounded", value("total", ""), number("1"), ["text", "half_up"]],
        stages=[
            {
                "id": "technical",
                "criteria": ["cns", "quality"],
                "thresholds": [{"of": "cns", "aspect": "measured", "at_least": number("2")}],
            },
            {"id": "price", "criteria": ["price"], "thresholds": []},
        ],
        deadline=fact("tender", "/deadline", "text"),
        received=fact("bid", "/received", "text"),
        ties=["quality"],
    )
    assessment = {
        "rejected": [
            {"bid": "c", "ground": "late"},
            {"bid": "d", "ground": "below_minimum", "stage": "technical", "of": "cns", "value": "1", "at_least": "2"},
        ],
        "stages": [
            {
                "id": "technical",
                "bids": ["a", "b", "d"],
                "values": {
                    "cns": {
                        "measured": ["3", "3", "1"],
                        "grade": ["good", "good", "poor"],
                        "ratio": ["1", "1", "1/3"],  # of the greatest, 3
                        "weighted": ["3/5", "3/5", "1/5"],  # times 60 %
                        "points": ["3/5", "3/5", "1/5"],
                    },
                    "quality": {"subtotal": ["3/5", "3/5", "1/5"], "points": ["3/5", "3/5", "1/5"]},
                },
            },
            {
                "id": "price",
                "bids": ["a", "b"],
                "values": {
                    "price": {
                        "measured": ["100", "80"],
                        "ratio": ["4/5", "1"],  # 80/100, 80/80: c's 50 does not count
                        "weighted": ["8/25", "2/5"],  # times 40 %
                        "points": ["8/25", "2/5"],
                    },
                },
            },
        ],
        "total": {"a": "23/25", "b": "1"},  # 15/25 + 8/25; 3/5 + 2/5
        "awarded": {"a": "9/10", "b": "1"},  # 0.92 → 0.9
        "ranking": [{"rank": "1", "bids": ["b"]}, {"rank": "2", "bids": ["a"]}],
    }
    return record(tender, published, received, assessment, judgements)


def test_a_whole_tender_is_accepted(checker):
    assert failures(checker, story()) == []
    assert checker.verify(json.dumps(story(), indent=2).encode()) == []


def changed(path: str, new, whole: dict | None = None) -> dict:
    """The story with something else at a place, sealed again; ... takes the place away."""
    whole = deepcopy(whole or story())
    *parents, last = path.split("/")
    spot = whole
    for segment in parents:
        spot = spot[int(segment) if isinstance(spot, list) else segment]
    key = int(last) if isinstance(spot, list) else last
    if new is ...:
        del spot[key]
    elif isinstance(spot, list) and key == len(spot):
        spot.append(new)
    else:
        spot[key] = new
    return sealed(whole)


STAGES = "assessment/stages"


@pytest.mark.parametrize(
    ("path", "new", "check"),
    [
        ("assessment/rejected/0/bid", "d", "V4"),
        ("assessment/rejected/0/why", "x", "V4"),
        ("assessment/rejected/0", ..., "V4"),
        (f"{STAGES}/0/values/cns/points/1", "3/4", "V5"),
        (f"{STAGES}/0/values/cns/points/1", "6/10", "V5"),
        (f"{STAGES}/0/values/cns/points/1", None, "V5"),
        (f"{STAGES}/0/values/cns/points/1", ["3/5"], "V5"),
        (f"{STAGES}/0/values/cns/points/3", None, "V5"),
        (f"{STAGES}/0/values/cns/extra", None, "V5"),
        (f"{STAGES}/0/values/cns/grade/0", "", "V5"),
        (f"{STAGES}/0/values/quality/subtotal", ..., "V5"),
        (f"{STAGES}/0/values/cns/points", {"0": "3/5", "1": "3/5", "2": "1/5"}, "V5"),
        (f"{STAGES}/1/bids/0", "d", "V5"),
        (f"{STAGES}/1/id", "x", "V5"),
        (f"{STAGES}/2", "x", "V5"),
        ("assessment/rejected/1/value", "2", "V6"),
        ("assessment/rejected/1/at_least", "3", "V6"),
        ("assessment/rejected/2", {"ground": None}, "V6"),
        ("assessment/total/a", "1", "V7"),
        ("assessment/total/d", None, "V7"),
        ("assessment/awarded/a", "23/25", "V7"),
        ("assessment/ranking/0/bids/0", "a", "V8"),
        ("assessment/ranking/1/rank", "1", "V8"),
        ("assessment/ranking/2", {}, "V8"),
    ],
)
def test_a_changed_assessment_fails_at_its_place(checker, path, new, check):
    [found] = failures(checker, changed(path, new))
    assert found[:2] == (check, path.removeprefix("assessment/"))


def test_a_failure_names_both_values(checker):
    found = failures(checker, changed(f"{STAGES}/0/values/cns/points/1", "3/4"))
    assert found == [("V5", "stages/0/values/cns/points/1", '"3/4"', '"3/5"')]


def test_a_changed_fact_shows_in_what_depends_on_it(checker):
    # b's price 200: least is 100; ratio 1 and 1/2; points 2/5 and 1/5; totals 1 and 4/5; a leads
    found = failures(checker, changed("received/1/price", "200"))
    price = "stages/1/values/price"
    assert sorted((check, place, new.strip('"')) for check, place, _, new in found) == sorted(
        [
            ("V5", f"{price}/measured/1", "200"),
            ("V5", f"{price}/ratio/0", "1"),
            ("V5", f"{price}/ratio/1", "1/2"),
            ("V5", f"{price}/weighted/0", "2/5"),
            ("V5", f"{price}/weighted/1", "1/5"),
            ("V5", f"{price}/points/0", "2/5"),
            ("V5", f"{price}/points/1", "1/5"),
            ("V7", "total/a", "1"),
            ("V7", "total/b", "4/5"),
            ("V7", "awarded/a", "1"),
            ("V7", "awarded/b", "4/5"),
            ("V8", "ranking/0/bids/0", "a"),
            ("V8", "ranking/1/bids/0", "b"),
        ]
    )


# --- V4: lateness -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["published/rules/deadline", "published/rules/received"])
def test_without_a_deadline_or_an_instant_nobody_is_late(checker, path):
    found = failures(checker, changed(path, None))
    assert found[0][:2] == ("V4", "rejected/0")
    assert found[-1][:3] == ("V5", "stages/technical/cns/measured/c", "")


@pytest.mark.parametrize(
    "instant",
    [
        "2026-03-01T11:00:00",
        "2026-03-01",
        "2026-02-30T11:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T11:00:00+99:00",
        "2026-W09-7T11:00:00Z",
        "20260301T110000Z",
        "noon",
        "",
    ],
)
def test_an_instant_must_have_an_offset(checker, instant):
    for path, bid in (("received/1/received", "b"), ("published/tender/deadline", "a")):
        [found] = failures(checker, changed(path, instant))
        assert found[:3] == ("V4", f"received/{bid}", "")


def test_an_instant_that_is_a_number_is_refused(checker):
    [found] = failures(checker, changed("published/rules/deadline", number("1")))
    assert found[:3] == ("V4", "received/a", "")


def test_the_first_and_last_instants_can_be_compared(checker):
    whole = changed("published/tender/deadline", "0001-01-01T00:00:00+14:00")
    assert {
        check for check, *_ in failures(checker, changed("received/0/received", "9999-12-31T23:59:59-14:00", whole))
    } >= {"V4"}


# --- V5, V6: stages and minimums -------------------------------------------------------------------------------------


def two_criteria(marks: list[str], assessment: dict, *, recompute: bool) -> dict:
    """x counts as a share of the greatest x; q has two minimums, 2 and 3; the bids are a, b, c."""
    x = leaf("x", fact("bid", "/x"), ratio=["divide", value("measured", "x"), ["greatest", value("measured", "x")]])
    q = leaf("q", fact("bid", "/q"))
    minimum = {"of": "q", "aspect": "points"}
    thresholds = [{**minimum, "at_least": number("2")}, {**minimum, "at_least": ["least", column("4", "3")]}]
    published = rules(
        [x, q],
        value("points", "x"),
        recompute=recompute,
        stages=[
            {"id": "s", "criteria": ["x", "q"], "thresholds": thresholds},
            {"id": "empty", "criteria": [], "thresholds": []},
        ],
    )
    amounts = ("10", "5", "4")
    bids = [{"id": bid, "x": x, "q": q} for bid, x, q in zip("abc", amounts, marks, strict=True)]
    return record({}, published, bids, {**assessment, "awarded": assessment["total"]})


def entry(bid: str, mark: str, at_least: str) -> dict:
    """A rejection for a minimum of q."""
    return {"bid": bid, "ground": "below_minimum", "stage": "s", "of": "q", "value": mark, "at_least": at_least}


def walked(bids: str, measured: list[str], shares: list[str], marks: list[str]) -> dict:
    """The stage of x and q."""
    q = dict.fromkeys(("measured", "ratio", "weighted", "points"), marks)
    return {
        "id": "s",
        "bids": [*bids],
        "values": {"x": {"measured": measured, "ratio": shares, "weighted": shares, "points": shares}, "q": q},
    }


B_BEFORE_C = [{"rank": "1", "bids": ["b"]}, {"rank": "2", "bids": ["c"]}]


def test_values_stay_where_nothing_is_recomputed(checker):
    # a is below 3 and gone, but the shares of b and c stay those of a's 10: 5/10, 4/10
    assessment = {
        "rejected": [entry("a", "5/2", "3")],
        "stages": [
            walked("abc", ["10", "5", "4"], ["1", "1/2", "2/5"], ["5/2", "3", "3"]),
            {"id": "empty", "bids": ["b", "c"], "values": {}},
        ],
        "total": {"b": "1/2", "c": "2/5"},
        "ranking": B_BEFORE_C,
    }
    assert failures(checker, two_criteria(["2.5", "3", "3"], assessment, recompute=False)) == []


def test_the_walk_begins_again_where_values_are_recomputed(checker):
    # without a, the greatest x is b's 5: 1 and 4/5
    assessment = {
        "rejected": [entry("a", "5/2", "3")],
        "stages": [
            walked("bc", ["5", "4"], ["1", "4/5"], ["3", "3"]),
            {"id": "empty", "bids": ["b", "c"], "values": {}},
        ],
        "total": {"b": "1", "c": "4/5"},
        "ranking": B_BEFORE_C,
    }
    assert failures(checker, two_criteria(["2.5", "3", "3"], assessment, recompute=True)) == []


def test_where_no_bid_remains_the_later_stages_are_not_walked(checker):
    # 1 is below 2 and below 3; the first minimum is tested for all bids before the second
    rejected = [entry("b", "1", "2"), entry("a", "2", "3"), entry("b", "1", "3"), entry("c", "2", "3")]
    stage = walked("abc", ["10", "5", "4"], ["1", "1/2", "2/5"], ["2", "1", "2"])
    assessment = {"rejected": rejected, "stages": [stage], "total": {}, "ranking": []}
    assert failures(checker, two_criteria(["2", "1", "2"], assessment, recompute=False)) == []
    assert failures(checker, two_criteria(["2", "1", "2"], {**assessment, "stages": []}, recompute=True)) == []


def bounded(marks: list[str], thresholds: list[dict], rejected: list[dict], *, recompute: bool = False) -> dict:
    """Bids a, b, c, … with these marks, which are their points, and the ranking of those that are not rejected."""
    bids = [{"id": bid, "x": mark} for bid, mark in zip("abcd", marks, strict=False)]
    out = {entry["bid"] for entry in rejected}
    left = {bid["id"]: bid["x"] for bid in bids if bid["id"] not in out}
    listed = [*left] if recompute else [bid["id"] for bid in bids]
    shown = [bid["x"] for bid in bids if bid["id"] in listed]
    values = {"x": dict.fromkeys(("measured", "ratio", "weighted", "points"), shown)}
    order = sorted(left, key=lambda bid: -int(left[bid]))
    assessment = {
        "rejected": rejected,
        "stages": [{"id": "s", "bids": listed, "values": values}],
        "total": left,
        "awarded": left,
        "ranking": [{"rank": str(rank), "bids": [bid]} for rank, bid in enumerate(order, 1)],
    }
    stage = {"id": "s", "criteria": ["x"], "thresholds": thresholds}
    published = rules([leaf("x", fact("bid", "/x"))], value("points", "x"), stages=[stage], recompute=recompute)
    return record({}, published, bids, assessment)


def ceiling(bid: str, mark: str, at_most: str) -> dict:
    """A rejection for a ceiling of x."""
    return {"bid": bid, "ground": "above_ceiling", "stage": "s", "of": "x", "value": mark, "at_most": at_most}


@pytest.mark.parametrize("recompute", [False, True])
def test_what_is_above_a_ceiling_is_rejected_and_what_is_at_it_is_not(checker, recompute):
    at_most = {"of": "x", "aspect": "measured", "at_most": number("5")}
    whole = bounded(["4", "5", "6"], [at_most], [ceiling("c", "6", "5")], recompute=recompute)
    assert failures(checker, whole) == []
    for wrong in ([], [ceiling("b", "5", "5"), ceiling("c", "6", "5")]):
        found = failures(checker, bounded(["4", "5", "6"], [at_most], wrong, recompute=recompute))
        assert "V6" in {check for check, *_ in found}
    wrong = {**ceiling("c", "6", "5"), "ground": "below_minimum"}
    assert [f[:2] for f in failures(checker, bounded(["4", "5", "6"], [at_most], [wrong], recompute=recompute))] == [
        ("V6", "rejected/0/ground")
    ]


def test_a_ceiling_and_a_minimum_are_tested_in_their_order(checker):
    at_most = {"of": "x", "aspect": "points", "at_most": number("5")}
    at_least = {"of": "x", "aspect": "points", "at_least": number("4")}
    low = {"bid": "a", "ground": "below_minimum", "stage": "s", "of": "x", "value": "3", "at_least": "4"}
    high = ceiling("d", "6", "5")
    assert failures(checker, bounded([*"3456"], [at_most, at_least], [high, low])) == []
    assert failures(checker, bounded([*"3456"], [at_least, at_most], [low, high])) == []
    for wrong in (
        {**at_most, "at_least": number("4")},
        {"of": "x", "aspect": "points"},
        {**at_most, "at_most": ["text", "5"]},
    ):
        assert [f[0] for f in failures(checker, bounded([*"456"], [wrong], [high | {"bid": "c"}]))] == ["V6"]


def best(bid: str, mark: str, last: str, may_pass: str) -> dict:
    """A rejection of a bid that is not among the best of x."""
    told = {"bid": bid, "ground": "not_among_best", "stage": "s", "of": "x"}
    return {**told, "value": mark, "at_least": last, "max_pass": may_pass}


def go_on(may_pass: str) -> dict:
    """The threshold by which so many go on."""
    last = ["nth_highest", value("points", "x"), number(may_pass)]
    return {"of": "x", "aspect": "points", "at_least": last, "max_pass": number(may_pass)}


@pytest.mark.parametrize("recompute", [False, True])
def test_only_the_best_go_on_and_whoever_is_equal_to_the_last_of_them(checker, recompute):
    def found(marks, may_pass, *rejected):
        return failures(checker, bounded([*marks], [go_on(may_pass)], [*rejected], recompute=recompute))

    assert found("6543", "2", best("c", "4", "5", "2"), best("d", "3", "5", "2")) == []
    assert found("4563", "3", best("d", "3", "4", "3")) == []
    assert found("3456", "4") == found("3456", "7") == []
    # a 6, b and c 5: of two that may go on the last has 5, and so has the third
    whole = bounded([*"6553"], [go_on("2")], [best("d", "3", "5", "2")], recompute=recompute)
    whole["assessment"]["ranking"] = [{"rank": "1", "bids": ["a"]}, {"rank": "2", "bids": ["b", "c"]}]
    assert failures(checker, sealed(whole)) == []
    for wrong in (best("d", "3", "4", "3"), best("d", "3", "5", "3"), best("d", "3", "4", "2")):
        assert {f[0] for f in found("6543", "2", best("c", "4", "5", "2"), wrong)} == {"V6"}
    assert {f[0] for f in found("6543", "2", best("c", "4", "5", "2"))} >= {"V6"}


@pytest.mark.parametrize("place", ["0", "3/2", "-1"])
def test_there_is_no_place_between_or_below_whole_ones(checker, place):
    found = failures(checker, bounded([*"456"], [go_on(place)], []))
    assert [(f[0], f[3]) for f in found] == [("V6", f"ValueError: no place: {place}")]


def test_the_best_are_chosen_among_those_that_keep_the_other_bounds(checker):
    # d has 6, above the ceiling of 5, and holds no place: of two that may go on b and c do
    at_most = {"of": "x", "aspect": "points", "at_most": number("5")}
    rejected = [ceiling("d", "6", "5"), best("a", "3", "4", "2")]
    assert failures(checker, bounded([*"3456"], [go_on("2"), at_most], rejected)) == []
    # where a rejection starts the walk again, the best are chosen in the next walk: the entries are the same
    assert failures(checker, bounded([*"3456"], [go_on("2"), at_most], rejected, recompute=True)) == []
    # nobody keeps the ceiling, so nobody is chosen
    nobody = [ceiling(bid, mark, "1") for bid, mark in zip("abc", "345", strict=True)]
    assert failures(checker, bounded([*"345"], [go_on("2"), {**at_most, "at_most": number("1")}], nobody)) == []


def test_the_best_are_computed_anew_where_a_rejection_starts_the_walk_again(checker):
    # of the greatest, 8, these are 4/8 = 1/2 and 2/8; without c, 4/4 and 2/4; the best of a and b goes on
    share = ["divide", value("measured", "x"), ["greatest", value("measured", "x")]]
    x, q = leaf("x", fact("bid", "/x"), ratio=share), leaf("q", fact("bid", "/q"))
    thresholds = [{"of": "q", "aspect": "points", "at_least": number("2")}, go_on("1")]
    stage = {"id": "s", "criteria": ["x", "q"], "thresholds": thresholds}
    bids = [{"id": bid, "x": x, "q": q} for bid, x, q in zip("abc", "428", "221", strict=True)]
    low = {"bid": "c", "ground": "below_minimum", "stage": "s", "of": "q", "value": "1", "at_least": "2"}

    def whole(rejected, stages, total, *, recompute):
        published = rules([x, q], value("points", "x"), stages=[stage], recompute=recompute)
        ranking = [{"rank": "1", "bids": ["a"]}]
        found = {"rejected": rejected, "stages": stages, "total": total, "awarded": total, "ranking": ranking}
        return record({}, published, bids, found)

    kept = [walked("abc", ["4", "2", "8"], ["1/2", "1/4", "1"], ["2", "2", "1"])]
    assert failures(checker, whole([low, best("b", "1/4", "1/2", "1")], kept, {"a": "1/2"}, recompute=False)) == []
    # first c goes; then b, 1/2 beside 1; and a alone is computed once more
    anew = [walked("a", ["4"], ["1"], ["2"])]
    assert failures(checker, whole([low, best("b", "1/2", "1", "1")], anew, {"a": "1"}, recompute=True)) == []
    wrong = whole([low, best("b", "1/4", "1/2", "1")], anew, {"a": "1"}, recompute=True)
    assert {f[0] for f in failures(checker, wrong)} == {"V6"}


# --- rejected after a stage -------------------------------------------------------------------------------------------

KEEP = {  # shares of the greatest, 10; the rest is worth as much as it says
    "rejected": [{"bid": "a", "ground": "decided", "decision": "0", "stage": "s"}],
    "stages": [("s", "abc", "x", ["10", "5", "4"], ["1", "1/2", "2/5"]), ("t", "bc", "y", ["1", "2"], ["1", "2"])],
    "total": {"b": "3/2", "c": "12/5"},
    "ranking": "cb",
}
RECOMPUTE = {  # shares of the greatest of b and c, 5
    **KEEP,
    "stages": [("s", "bc", "x", ["5", "4"], ["1", "4/5"]), ("t", "bc", "y", ["1", "2"], ["1", "2"])],
    "total": {"b": "2", "c": "14/5"},
}


def after(stage: str, bid: str = "a", **more) -> dict:
    """A decision that rejects a bid after a stage."""
    return {"kind": "rejected", "bid": bid, "after": stage, **more}


def told(expected: dict) -> dict:
    """The assessment of which the short form is expected."""
    total = expected["total"]
    stages = [
        {
            "id": stage,
            "bids": [*bids],
            "values": {name: {"measured": measured, "ratio": shares, "weighted": shares, "points": shares}},
        }
        for stage, bids, name, measured, shares in expected["stages"]
    ]
    ranking = [{"rank": str(rank), "bids": [bid]} for rank, bid in enumerate(expected["ranking"], 1)]
    shown = {"stages": stages, "total": total, "awarded": total, "ranking": ranking}
    return {"rejected": expected["rejected"], **shown}


def after_stages(expected: dict, log: list[dict], *, recompute: bool, thresholds: tuple = (), **changes) -> dict:
    """Bids a, b and c with 10, 5 and 4 of x, in the stage s, and 3, 1 and 2 of y, in the stage t; a is not needed there."""
    share = ["divide", value("measured", "x"), ["greatest", value("measured", "x")]]
    criteria = [leaf("x", fact("bid", "/x"), ratio=share), leaf("y", fact("bid", "/y"))]
    stages = [
        {"id": "s", "criteria": ["x"], "thresholds": list(thresholds)},
        {"id": "t", "criteria": ["y"], "thresholds": []},
    ]
    total = ["add", value("points", "x"), value("points", "y")]
    published = rules(criteria, total, stages=stages, recompute=recompute, **changes)
    bids = [{"id": bid, "x": x, "y": y} for bid, x, y in zip("abc", ("10", "5", "4"), "312", strict=True)]
    return record({}, published, bids, told(expected), decisions={"decisions": log})


WAYS = [(False, KEEP), (True, RECOMPUTE)]


@pytest.mark.parametrize(("recompute", "expected"), WAYS)
@pytest.mark.parametrize("entry", [after("s"), {**after("s"), "kind": "low_price", "explained": False}])
def test_a_bid_that_is_rejected_after_a_stage_leaves_its_values_or_takes_them_away(checker, recompute, expected, entry):
    assert failures(checker, after_stages(expected, [entry], recompute=recompute)) == []
    # without `after` it takes no part, and what is computed is the same as where it is computed again
    other = {**RECOMPUTE, "rejected": [{"bid": "a", "ground": "decided", "decision": "0"}]}
    without = {key: part for key, part in entry.items() if key != "after"}
    for log in ([without], [{**entry, "after": None}]):
        assert failures(checker, after_stages(other, log, recompute=recompute)) == []
        assert "V4" in {f[0] for f in failures(checker, after_stages(expected, log, recompute=recompute))}
    # a low price that is explained rejects nobody, whatever stands beside it
    if entry["kind"] == "low_price":
        explained = [{**entry, "explained": True}]
        assert failures(checker, after_stages(expected, explained, recompute=recompute)) != []


@pytest.mark.parametrize(("recompute", "expected"), WAYS)
def test_the_entry_of_such_a_rejection_is_recomputed(checker, recompute, expected):
    (entry,) = expected["rejected"]
    for wrong in ([], [entry, entry], [{**entry, "stage": "t"}], [{**entry, "decision": "1"}], [{**entry, "bid": "b"}]):
        whole = after_stages({**expected, "rejected": wrong}, [after("s")], recompute=recompute)
        assert {f[0] for f in failures(checker, whole)} == {"V6"}
    other = KEEP if recompute else RECOMPUTE
    assert {f[0] for f in failures(checker, after_stages(other, [after("s")], recompute=recompute))} >= {"V5", "V7"}


@pytest.mark.parametrize(("recompute", "expected"), WAYS)
def test_after_the_last_stage_it_has_no_total(checker, recompute, expected):
    entry = {**expected["rejected"][0], "stage": "t"}
    last = ("t", "abc", "y", ["3", "1", "2"], ["3", "1", "2"])
    stages = expected["stages"] if recompute else [expected["stages"][0], last]
    whole = {**expected, "rejected": [entry], "stages": stages}
    assert failures(checker, after_stages(whole, [after("t")], recompute=recompute)) == []


def low_share(bid: str, share: str, at_least: str) -> dict:
    """A rejection for a minimum of the share of x."""
    told = {"bid": bid, "ground": "below_minimum", "stage": "s", "of": "x"}
    return {**told, "value": share, "at_least": at_least}


@pytest.mark.parametrize("recompute", [False, True])
def test_it_cannot_be_rejected_after_a_stage_that_it_did_not_reach(checker, recompute):
    half = {"of": "x", "aspect": "points", "at_least": number("1/2")}

    def found(log, thresholds=(half,)):
        whole = after_stages(KEEP, log, recompute=recompute, thresholds=thresholds)
        return [(f[0], f[1], f[3]) for f in failures(checker, whole) if f[0] != "V3"]

    # c has 4 of 10, less than half, so that it took no part in t
    assert found([after("t", "c")]) == [("V6", "rejected/c", "ValueError: c took no part in t")]
    assert found([after("s"), {**after("t"), "kind": "low_price", "explained": False}], ()) == [
        ("V6", "rejected/a", "ValueError: a took no part in t")
    ]
    assert found([after("s"), {"kind": "rejected", "bid": "a"}], ())[-1] == (
        "V6",
        "rejected/a",
        "ValueError: a took no part in s",
    )
    assert [(check, place) for check, place, _ in found([after("u")], ())] == [("V6", "rejected/a")]


def test_who_fell_in_comparison_with_it_stays_out_or_comes_back(checker):
    half = {"of": "x", "aspect": "points", "at_least": number("1/2")}
    entry = KEEP["rejected"][0]
    kept = {
        "rejected": [low_share("c", "2/5", "1/2"), entry],
        "stages": [KEEP["stages"][0], ("t", "b", "y", ["1"], ["1"])],
        "total": {"b": "3/2"},
        "ranking": "b",
    }
    assert failures(checker, after_stages(kept, [after("s")], recompute=False, thresholds=(half,))) == []
    # of b and c, 5 and 4, none has less than half
    assert failures(checker, after_stages(RECOMPUTE, [after("s")], recompute=True, thresholds=(half,))) == []


@pytest.mark.parametrize(("recompute", "expected"), WAYS)
def test_it_may_fall_at_the_end_of_that_stage_as_well(checker, recompute, expected):
    at_most = {"of": "x", "aspect": "measured", "at_most": number("9")}
    high = {"bid": "a", "ground": "above_ceiling", "stage": "s", "of": "x", "value": "10", "at_most": "9"}
    whole = {**expected, "rejected": [high, *expected["rejected"]]}
    assert failures(checker, after_stages(whole, [after("s")], recompute=recompute, thresholds=(at_most,))) == []


def test_several_are_taken_out_in_the_order_of_the_log(checker):
    # c, then a; b alone has a share of 1. A minimum of 2/5 is kept by c while a is there: 4/10
    bound = {"of": "x", "aspect": "points", "at_least": number("2/5")}
    log = [after("s", "c"), after("s")]
    entries = [{**KEEP["rejected"][0], "bid": bid, "decision": str(n)} for n, bid in enumerate("ca")]
    alone = {"rejected": entries, "total": {"b": "2"}, "ranking": "b"}
    stages = [("s", "b", "x", ["5"], ["1"]), ("t", "b", "y", ["1"], ["1"])]
    whole = after_stages({**alone, "stages": stages}, log, recompute=True, thresholds=(bound,))
    assert failures(checker, whole) == []
    kept = [KEEP["stages"][0], ("t", "b", "y", ["1"], ["1"])]
    whole = {**alone, "stages": kept, "total": {"b": "3/2"}}
    assert failures(checker, after_stages(whole, log, recompute=False, thresholds=(bound,))) == []
    # a third of the log, b: nobody is left
    nobody = {"rejected": [*entries, {**entries[0], "bid": "b", "decision": "2"}], "total": {}, "ranking": ""}
    for recompute, stages in ((False, [KEEP["stages"][0]]), (True, [])):
        whole = after_stages({**nobody, "stages": stages}, [*log, after("s", "b")], recompute=recompute)
        assert failures(checker, whole) == []


@pytest.mark.parametrize("recompute", [False, True])
def test_of_an_order_that_was_drawn_before_the_rejected_bid_is_left_out(checker, recompute):
    def whole(log, *ranking):
        rejected = [{"bid": "a", "ground": "decided", "decision": str(log.index(after("s"))), "stage": "s"}]
        listed = ["b", "c"] if recompute else ["a", "b", "c"]
        ones = dict.fromkeys(("measured", "ratio", "weighted", "points"), ["1"] * len(listed))
        total = {"b": "1", "c": "1"}
        ranks = [{"rank": str(n), "bids": bids} for n, bids in ranking]
        stages = [{"id": "s", "bids": listed, "values": {"x": ones}}]
        found = {"rejected": rejected, "stages": stages, "total": total, "awarded": total, "ranking": ranks}
        published = rules([leaf("x", number("1"))], value("points", "x"), draw=True, recompute=recompute)
        return record({}, published, [{"id": bid} for bid in "abc"], found, decisions={"decisions": log})

    drawn = {"kind": "draw", "order": ["c", "a", "b"]}
    assert failures(checker, whole([drawn, after("s")], (1, ["c"]), (2, ["b"]))) == []
    # after the rejection it is no order of those that are left
    assert failures(checker, whole([after("s"), drawn], (1, ["b", "c"]))) == []
    later = {"kind": "draw", "order": ["c", "b"]}
    assert failures(checker, whole([{**drawn, "order": ["a", "b"]}, after("s"), later], (1, ["c"]), (2, ["b"]))) == []


def test_where_every_bid_is_late_no_stage_is_walked(checker):
    whole = story()
    whole["published"]["tender"]["deadline"] = "2026-01-01T00:00:00Z"
    whole["assessment"] = {
        "rejected": [{"bid": bid, "ground": "late"} for bid in "abcd"],
        "stages": [],
        "total": {},
        "awarded": {},
        "ranking": [],
    }
    assert failures(checker, sealed(whole)) == []
    whole["received"] = []
    whole["assessment"]["rejected"] = []
    assert failures(checker, sealed(whole)) == []


def test_a_minimum_must_be_a_number_for_a_known_aspect(checker):
    path = "published/rules/stages/0/thresholds/0"
    for change, of in (({"at_least": ["text", "x"]}, "cns"), ({"aspect": "grade"}, "cns"), ({"of": "price"}, "price")):
        [(name, new)] = change.items()
        [found] = failures(checker, changed(f"{path}/{name}", new))
        assert found[:3] == ("V6", f"stages/technical/thresholds/{of}", "")


def test_a_table_that_is_the_same_for_all_bids_is_read_once(checker):
    tender = {"grades": {f"g{i}": str(i) for i in range(3000)}}
    lookup = ["lookup", ["table", "tender", "/grades/*", "number", None, {}], ["text", "g7"]]
    assert failures(checker, computing(lookup, tender=tender, expected=["7"] * 1000)) == []


# --- V7, V8: totals and ranking --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["total", "awarded"])
def test_a_total_must_be_a_column_of_numbers(checker, name):
    for wrong in (number("1"), ["column", ["text", "x"], ["text", "y"]], column("1"), []):
        [found] = failures(checker, changed(f"published/rules/{name}", wrong))
        assert found[:3] == ("V7", name, "")


def test_equal_totals_are_separated_by_the_ties_in_order(checker):
    # x + y + z is 6 for all but e, which has 7; among a, b, c, d the greater x leads (c), then the greater y (b);
    # a and d are equal in x and y: they share rank 4
    marks = {"a": "123", "b": "132", "c": "312", "d": "123", "e": "124"}
    criteria = [leaf(name, fact("bid", f"/{name}")) for name in "xyz"]
    total = ["add", value("points", "x"), ["add", value("points", "y"), value("points", "z")]]
    bids = [{"id": bid, **dict(zip("xyz", row, strict=True))} for bid, row in marks.items()]
    columns = {name: [row[i] for row in marks.values()] for i, name in enumerate("xyz")}
    values = {name: dict.fromkeys(("measured", "ratio", "weighted", "points"), columns[name]) for name in "xyz"}
    totals = {"a": "6", "b": "6", "c": "6", "d": "6", "e": "7"}
    ranking = [
        {"rank": "1", "bids": ["e"]},
        {"rank": "2", "bids": ["c"]},
        {"rank": "3", "bids": ["b"]},
        {"rank": "4", "bids": ["a", "d"]},
    ]
    assessment = {
        "rejected": [],
        "stages": [{"id": "s", "bids": [*"abcde"], "values": values}],
        "total": totals,
        "awarded": totals,
    }
    whole = record({}, rules(criteria, total, ties=["x", "y"]), bids, {**assessment, "ranking": ranking})
    assert failures(checker, whole) == []
    # without ties all four share rank 2, in the order received; were there a sixth bid, it would have rank 6
    shared = [{"rank": "1", "bids": ["e"]}, {"rank": "2", "bids": ["a", "b", "c", "d"]}]
    whole = record({}, rules(criteria, total), bids, {**assessment, "ranking": shared})
    assert failures(checker, whole) == []


def decided(**changes):
    """A record of three bids of equal points; the log rejects the third, and a draw puts the second first."""
    bids = [{"id": name} for name in "abc"]
    two = ["1", "1"]
    values = {"c": dict.fromkeys(("measured", "ratio", "weighted", "points"), two)}
    met = [{"kind": "requirement", "bid": name, "requirement": "r", "met": name != "c"} for name in "abc"]
    log = changes.pop("log", [*met, {"kind": "draw", "order": ["b", "a"]}])
    assessment = {
        "rejected": [{"bid": "c", "ground": "not_met", "requirement": "r", "decision": "2"}],
        "stages": [{"id": "s", "bids": ["a", "b"], "values": values}],
        "total": {"a": "1", "b": "1"},
        "awarded": {"a": "1", "b": "1"},
        "ranking": [{"rank": "1", "bids": ["b"]}, {"rank": "2", "bids": ["a"]}],
    }
    published = rules([leaf("c", ["number", "1"])], value("points", "c"), draw=True, requirements=["r"])
    published |= changes.pop("rules", {})
    return record({}, published, bids, assessment | changes, None, {"decisions": log})


def test_decisions_reject_and_separate(checker):
    assert failures(checker, decided()) == []
    # a rejection by decision
    log = decided()["decisions"]["decisions"]
    rejected = [{"kind": "rejected", "bid": "c", "ground": "irregular"}]
    told = [{"bid": "c", "ground": "decided", "decision": "2"}]
    assert failures(checker, decided(log=[*log[:2], *rejected, log[3]], rejected=told)) == []
    assert {f[0] for f in failures(checker, decided(log=[*log[:2], *rejected, log[3]]))} == {"V4"}


def test_a_log_must_be_complete_and_a_draw_published_and_of_the_tied(checker):
    log = decided()["decisions"]["decisions"]
    assert [f[:2] for f in failures(checker, decided(log=log[1:]))] == [
        ("V4", "rejected/0/decision"),
        ("V4", "not decided/0"),
    ]
    assert {f[0] for f in failures(checker, decided(rules={"draw": False}))} == {"V8"}
    for order in (["b", "c"], ["a"], ["b", "a", "c"]):
        assert {f[0] for f in failures(checker, decided(log=[*log[:3], {"kind": "draw", "order": order}]))} == {"V8"}
    unknown = [*log, {"kind": "rejected", "bid": "z"}]
    assert [f[0] for f in failures(checker, decided(log=unknown))] == ["V4"]


def test_a_tie_must_be_broken_by_points_that_are_known(checker):
    [found] = failures(checker, changed("published/rules/ties/0", "beauty"))
    assert found[:3] == ("V8", "ranking", "")


# --- V2: the shape ----------------------------------------------------------------------------------------------------

RULES = "published/rules"


@pytest.mark.parametrize(
    ("path", "new", "check"),
    [
        ("schema", "circular-tender/record/1", "V2"),
        ("schema", None, "V2"),
        ("published/more", {}, "V2"),
        ("published/rules/recompute", "false", "V2"),
        ("published/rules/more", {}, "V2"),
        ("assessment/more", "x", "V2"),
        ("assessment/stages", ..., "V2"),
        (f"{RULES}/criteria/0/id", "price", "V2"),
        (f"{RULES}/stages/1/criteria/1", "cns", "V2"),
        (f"{RULES}/stages/1/criteria/0", "beauty", "V2"),
        (f"{RULES}/criteria/0", "x", "V2"),
        ("assessment/rejected/0", "late", "V4"),
        (f"{RULES}/deadline", False, "V4"),
        ("published/tender", [], "V2"),
        (f"{RULES}/criteria/1/members/0", "price", None),
        (f"{RULES}/criteria/1/points", ..., "V2"),
        (f"{RULES}/criteria/0/more", "x", "V2"),
        (f"{RULES}/criteria/1/members/0", "nobody", "V2"),
        (f"{RULES}/criteria/0/reported/odd", ["frobnicate"], "V5"),
        (f"{RULES}/stages/0/thresholds/0/at_least", "2", "V6"),
        (f"{RULES}/stages/0/thresholds/0/more", "2", "V6"),
    ],
)
def test_a_record_of_another_shape_is_refused(checker, path, new, check):
    found = failures(checker, changed(path, new))
    assert {name for name, *_ in found} == ({check} if check else set())


@pytest.mark.parametrize("received", [{}, ["a"], [{}], [{"id": ["a"]}], [{"id": "a"}, {"id": "a"}], None])
def test_bids_must_be_a_list_of_documents_with_different_ids(checker, received):
    assert failures(checker, {**story(), "received": received}) != []


def test_the_keys_of_a_record_are_fixed(checker):
    for whole in ({**story(), "more": "x"}, {}, [], "x", None):
        [found] = failures(checker, whole)
        assert found[:3] == ("V2", "", "")


# --- V3: digests and pins --------------------------------------------------------------------------------------------


def test_digests_are_recomputed(checker):
    whole = story()
    good = dict(whole["digests"]["received"])
    whole["digests"]["received"]["a"] = "0" * 64
    assert failures(checker, whole) == [("V3", "digests/received/a", f'"{"0" * 64}"', f'"{good["a"]}"')]
    whole["digests"] = {**sealed(whole)["digests"], "more": []}
    assert failures(checker, whole) == [("V3", "digests/more", "[]", "nothing")]


def test_pins_are_compared(checker):
    whole = story()
    pins = {
        "published": digest(whole["published"]),
        "judgements": digest(whole["judgements"]),
        "decisions": digest(whole["decisions"]),
        "received/a": digest(whole["received"][0]),
    }
    assert failures(checker, whole, pins) == []
    wrong = {"published": "0" * 64, "received/z": "1" * 64, "nonsense": "2" * 64}
    nothing = '"nothing of this name"'
    assert failures(checker, whole, wrong) == [
        ("V3", "pins/published", f'"{"0" * 64}"', f'"{pins["published"]}"'),
        ("V3", "pins/received/z", f'"{"1" * 64}"', nothing),
        ("V3", "pins/nonsense", f'"{"2" * 64}"', nothing),
    ]


def test_digests_hold_for_names_beyond_ascii(checker):
    whole = changed("published/tender/straße", 'Größe \U0001f5ff \x00 "')
    assert failures(checker, whole, {"published": digest(whole["published"])}) == []


# --- V1: hostile files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b"\xed\xa0\x80",
        b'{"a"',
        b'"abc',
        b'"abc\\',
        b'{"a": "\\ud800"}',
        b'{"\\udfff": {}}',
        b'["\x00"]',
        b"{} {}",
        b"1",
        b'{"a": -1.5e3}',
        b"[" + b"9" * 100_000 + b"]",
        b"[NaN]",
        b"[-Infinity]",
        b'{"a": "1", "b": "2", "a": "1"}',
        b'{"x": {"a": "1", "\\u0061": "1"}}',
        b"[" * 65 + b"]" * 65,
        b'{"a":' * 100_000,
        b'["\\"[[' + b"[" * 100,
    ],
)
def test_a_hostile_file_is_refused(checker, hostile):
    [found] = failures(checker, hostile)
    assert found[:3] == ("V1", "", "")


def test_brackets_inside_texts_are_not_depth(checker):
    assert failures(checker, changed("published/tender/deep", '\\"' + "[{" * 1000)) == []


def test_a_file_may_be_64_deep(checker):
    assert failures(checker, b"[" * 64 + b"]" * 64)[0][0] == "V2"


def test_an_expression_may_be_as_deep_as_a_file(checker):
    deep = number("1")
    for _ in range(58):  # record, published, rules, criteria, rule: 5 brackets before the expression, 59 for it
        deep = ["negate", deep]
    assert failures(checker, computing(deep, expected=["1"])) == []
    assert failures(checker, computing(["negate", deep], expected=["1"]))[0][0] == "V1"


def test_a_file_that_is_too_large_is_refused(checker, monkeypatch):
    monkeypatch.setattr(checker, "SIZE", 10)
    assert failures(checker, b"[" + b" " * 9 + b"]")[0][0] == "V1"


@pytest.mark.usefixtures("no_hang")
def test_an_unended_text_of_many_quotes_does_not_take_long(checker):
    assert failures(checker, b'"' + b'\\"' * 1_000_000)[0][0] == "V1"


@pytest.mark.usefixtures("no_hang")
def test_a_value_that_grows_without_end_is_refused(checker):
    squares = [leaf("c0", number("3"))]
    for i in range(1, 20):
        before = value("points", f"c{i - 1}")
        squares.append(leaf(f"c{i}", number("1"), ratio=["multiply", before, before]))
    whole = computing(number("0"), expected=["0"])
    whole["published"]["rules"] = rules(squares, value("points", "c19"))
    [(check, place, _, why)] = failures(checker, sealed(whole))
    # 3 ** (2 ** 14) has 25969 bits, 3 ** (2 ** 13) has 12985
    assert (check, place, why) == ("V5", "stages/s/c14/ratio", "ValueError: a number of more than 14000 bits")


@pytest.mark.parametrize("junk", [None, True, "x", [], {}, ["x"], {"x": None}, [[]], [{}], [None]])
def test_junk_anywhere_never_raises(checker, junk):
    def places(spot, path=()):
        yield path
        for name, below in (
            spot.items() if isinstance(spot, dict) else enumerate(spot) if isinstance(spot, list) else ()
        ):
            yield from places(below, (*path, name))

    for path in places(story()):
        whole = story()
        spot = whole
        for name in path[:-1]:
            spot = spot[name]
        if path:
            spot[path[-1]] = junk
        checker.verify(canonical(whole if path else junk))


# --- many differences, many bids --------------------------------------------------------------------------------------


def test_only_the_first_differences_are_printed(checker, capsys, tmp_path):
    _, lines = run(checker, capsys, tmp_path, canonical(computing(number("1"), expected=["2"] * 25)))
    assert len([line for line in lines if line.startswith("   ")]) == 20


def test_a_thousand_bids_and_twenty_criteria_take_seconds(checker):
    names = [f"c{i:02}" for i in range(20)]
    bids = [{"id": f"b{n}", **{name: str(n % 7 + 1) for name in names}} for n in range(1000)]
    criteria = [
        leaf(
            name,
            fact("bid", f"/{name}"),
            ratio=["divide", value("measured", name), ["greatest", value("measured", name)]],
        )
        for name in names
    ]
    total = value("points", names[0])
    for name in names[1:]:
        total = ["add", total, value("points", name)]
    empty = {"rejected": [], "stages": [], "total": {}, "awarded": {}, "ranking": []}
    whole = record({}, rules(criteria, total), bids, empty)
    found = failures(checker, whole)
    assert found[0] == ("V5", "stages/0", "nothing", found[0][3])


# --- the command ------------------------------------------------------------------------------------------------------


def run(checker, capsys, tmp_path, whole: bytes, *arguments: str) -> tuple[int, list[str]]:
    """The exit code and the lines of the command."""
    (tmp_path / "record.json").write_bytes(whole)
    code = checker.main([str(tmp_path / "record.json"), *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_the_command_accepts(checker, capsys, tmp_path):
    code, lines = run(checker, capsys, tmp_path, canonical(story()))
    assert code == 0
    assert lines[0] == "V1 ok - readable, bounded, no key twice, no bare number"
    assert [line[:5] for line in lines[:8]] == [f"V{i} ok" for i in range(1, 9)]
    assert lines[8].startswith("accepted. ")
    assert "does not prove that a fact is true" in lines[8]
    assert "Nothing was pinned" in lines[8]


def test_the_command_refuses(checker, capsys, tmp_path):
    whole = changed(f"{STAGES}/0/values/cns/points/1", "3/4")
    code, lines = run(checker, capsys, tmp_path, canonical(whole), "--pin", f"published={digest(whole['published'])}")
    assert code == 1
    assert lines[4] == "V5 FAILED - every value of every rule in every stage"
    assert lines[5] == '   stages/0/values/cns/points/1: recorded "3/4", recomputed "3/5"'
    assert lines[6].startswith("V6 ok")
    assert lines[9].startswith("refused. ")
    assert "Nothing was pinned" not in lines[9]


def test_the_command_says_how_far_it_came(checker, capsys, tmp_path):
    code, lines = run(checker, capsys, tmp_path, b"[1]")
    assert code == 1
    assert lines[:3] == [
        "V1 FAILED - readable, bounded, no key twice, no bare number",
        "   ValueError: a bare number, 1",
        "V2 not reached - schema, keys and ids",
    ]


def test_a_name_cannot_forge_a_line(checker, capsys, tmp_path):
    whole = changed("assessment/total/x\nV7 ok\u202e\x1b[2J\xe9", "1")
    _, lines = run(checker, capsys, tmp_path, canonical(whole))
    assert lines[7] == r"   total/x\nV7 ok\u202e\x1b[2J\xe9: recorded " '"1", recomputed nothing'


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-file"],
        ["{}", "--pin", "published"],
        ["{}", "--pin", "published=abc"],
        ["{}", "--pin", f"={'0' * 64}"],
        ["{}", "--pin", f"published={'0' * 64}", "--pin", f"published={'1' * 64}"],
    ],
)
def test_a_command_that_is_not_understood(checker, tmp_path, arguments):
    file = tmp_path / "record.json"
    file.write_bytes(canonical(story()))
    with pytest.raises(SystemExit) as ended:
        checker.main([argument.replace("{}", str(file)) for argument in arguments])
    assert ended.value.code == 2


def test_the_file_works_alone(tmp_path):
    (tmp_path / "verify.py").write_bytes(FILE.read_bytes())
    (tmp_path / "record.json").write_bytes(canonical(story()))
    command = [sys.executable, "-I", "verify.py", "record.json", "--pin", f"published={digest(story()['published'])}"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].startswith("accepted. ")


def test_the_file_is_a_command(monkeypatch, tmp_path):
    (tmp_path / "record.json").write_bytes(canonical(story()))
    monkeypatch.setattr(sys, "argv", ["verify.py", str(tmp_path / "record.json")])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(FILE), run_name="__main__")
    assert ended.value.code == 0
