"""Answers, choices, recycled content and guarantees; expected values by hand, and laws on invented products."""

from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PROOFS = {
    "word": {"kind": "declared", "title": "t"},
    "paper": {"kind": "documented", "title": "t"},
    "lab": {"kind": "third_party", "title": "t"},
}
LADDER = [None, "word", "paper", "lab"]
ASKED = ["declared", "documented", "third_party"]
tried = settings(derandomize=True, database=None, deadline=None, max_examples=40)


def score(build, indicator, scale, lines=(), **bid):
    tender = build.tender(build.leaf("c", 10, indicator, scale), lines=lines)
    return build.assess(tender, build.bid("a", evidence=PROOFS, **bid))["a"]["c"]


# answers

ENDS = {
    "number": ("0", "20"),
    "ratio": ("0 %", "100 %"),
    "mass": ("0 kg", "8 kg"),
    "time": ("0 years", "10 years"),
    "amount": ("0", "500"),
}


def answered(build, asks, answer, **more):
    zero, full = ENDS[asks]
    indicator = {"kind": "answer", "asks": asks, "otherwise": zero, **more}
    return score(build, indicator, {"kind": "linear", "zero_at": zero, "full_at": full}, answers={"c": answer})


@pytest.mark.parametrize(
    ("asks", "value", "unit", "measured", "ratio"),
    [
        ("number", "12.5", "number", "12.5", "5/8"),
        ("ratio", "37.5 %", "ratio", "3/8", "3/8"),
        ("mass", "1500 g", "mass", "1.5", "3/16"),
        ("mass", "0.002 t", "mass", "2", "1/4"),
        ("time", "30 months", "time", "2.5", "1/4"),
        ("time", "12 years", "time", "12", "1"),
        ("amount", "125.50", "amount", "125.5", "251/1000"),
        ("number", "0", "number", "0", "0"),
    ],
)
def test_an_answer_is_measured_as_given(build, asks, value, unit, measured, ratio):
    found = answered(build, asks, {"value": value, "evidence": None})
    assert (found.measured.value, found.ratio.value) == (F(measured), F(ratio))
    assert found.measured.unit == unit
    assert found.points == 10 * F(ratio)
    assert found.reported == ()


@pytest.mark.parametrize(
    ("otherwise", "measured"), [("0 years", "0"), ("18 months", "3/2"), ("2 years", "2"), ("0 months", "0")]
)
@pytest.mark.parametrize("answer", [None, {"value": "9 years", "evidence": "word"}])
def test_without_an_answer_or_the_proof_asked_for_the_tenders_otherwise_counts(build, answer, otherwise, measured):
    indicator = {"kind": "answer", "asks": "time", "evidence": "documented", "otherwise": otherwise}
    scale = {"kind": "linear", "zero_at": "2 years", "full_at": "10 years"}
    found = score(build, indicator, scale, answers={"c": answer})
    assert (found.measured.value, found.measured.unit) == (F(measured), "time")
    assert found.points == 0


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("shown", LADDER)
def test_an_answer_counts_with_the_proof_asked_for_or_a_stronger_one(build, asked, shown):
    enough = LADDER.index(shown) > ASKED.index(asked)
    found = answered(build, "time", {"value": "6 years", "evidence": shown}, evidence=asked)
    assert found.measured.value == (6 if enough else 0)


@pytest.mark.parametrize("shown", LADDER)
def test_where_no_proof_is_asked_for_none_is_needed(build, shown):
    assert answered(build, "number", {"value": "8", "evidence": shown}).measured.value == 8


@pytest.mark.parametrize("value", ["-5", "0", "20"])
def test_an_answer_may_be_on_its_bounds(build, value):
    bounds = {"least": "-5", "greatest": "20"}
    assert answered(build, "number", {"value": value, "evidence": None}, **bounds).measured.value == F(value)


# choices

LEVELS = {"kind": "levels", "levels": {"returned": "100 %", "paper": "35 %", "single-use": "10 %"}}


def chosen(build, answer, **more):
    found = score(build, {"kind": "choice", "otherwise": "single-use", **more}, LEVELS, answers={"c": answer})
    assert found.measured.unit == "text"
    return found.measured.value, found.ratio.value


@pytest.mark.parametrize(
    ("option", "ratio"), [("returned", "1"), ("paper", "7/20"), ("single-use", "1/10"), (None, "1/10")]
)
def test_a_choice_is_a_level(build, option, ratio):
    answer = option and {"value": option, "evidence": None}
    assert chosen(build, answer) == (option or "single-use", F(ratio))


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("shown", LADDER)
def test_a_choice_counts_with_the_proof_asked_for_or_a_stronger_one(build, asked, shown):
    enough = LADDER.index(shown) > ASKED.index(asked)
    found = chosen(build, {"value": "paper", "evidence": shown}, evidence=asked)
    assert found == (("paper", F(7, 20)) if enough else ("single-use", F(1, 10)))
    assert chosen(build, None, evidence=asked) == ("single-use", F(1, 10))


# recycled content

RECYCLED = {
    "kind": "recycled_content",
    "feedstock": {"recycled": "100 %", "biobased": "60 %", "virgin": "10 %"},
    "evidence": "documented",
    "otherwise": "virgin",
}


def part(build, name, mass, shares=None, proof=None):
    return build.part(name, mass) | {"feedstock": None if shares is None else {"shares": shares, "evidence": proof}}


def recycled(build, x, y=()):
    """What counts of 2 pieces of 10 kg and 3 of 4 kg, 32 kg in all; and what is reported beside."""
    products = [
        {"id": "px", "line": "x", "mass": "10 kg", "parts": list(x)},
        {"id": "py", "line": "y", "mass": "4 kg", "parts": list(y)},
    ]
    found = score(build, RECYCLED, build.WHOLE_SHARE, (("x", 2), ("y", 3)), products=products)
    assert found.measured.unit == "ratio"
    assert found.ratio.value == found.measured.value
    return found.measured.value, {name: cell.value for name, cell in found.reported}


def test_recycled_content_of_two_products(build):
    x = [
        part(build, "p", "6 kg", {"recycled": "50 %", "biobased": "40 %"}, "paper"),  # 10 % of it is not claimed
        part(build, "q", "3 kg"),  # no claim
    ]  # 1 kg of each is in no part
    y = [
        part(build, "r", None, {"recycled": "100 %"}, "lab"),  # no mass
        part(build, "s", "2000 g", {"biobased": "100 %"}, "word"),  # weaker proof than asked for
        part(build, "t", "1 kg", {"recycled": "100 %"}, "lab"),  # stronger
        part(build, "u", "0.5 kg", {"recycled": "100 %"}),  # no proof
    ]
    # recycled 2 × 6 × 50 % + 3 × 1 = 9 kg, biobased 2 × 6 × 40 % = 4.8 kg, the other 18.2 of 32 kg count as virgin:
    # (9 × 1 + 4.8 × 0.6 + 18.2 × 0.1) ÷ 32 = 13.7 ÷ 32
    value, reported = recycled(build, x, y)
    assert value == F(137, 320)
    assert reported == {"mass_known": F(57, 64), "mass_with_proof": F(69, 160)}  # 28.5 ÷ 32 and 13.8 ÷ 32


@pytest.mark.parametrize(
    "x", [[], ["100 %", None], ["100 %", "word"], [None, None]], ids=["none", "unproven", "weaker", "null"]
)
def test_recycled_content_without_proof_is_all_virgin(build, x):
    share, proof = x or (None, None)
    parts = [part(build, "p", "10 kg", share and {"recycled": share}, proof)] if x else []
    value, reported = recycled(build, parts)
    assert value == F(1, 10)
    assert reported == {"mass_known": F(20, 32) if x else 0, "mass_with_proof": 0}


tenths = st.integers(0, 1000)
proofs = st.sampled_from(LADDER)


def percent(tenth):
    """A share of so many tenths of a percent."""
    return f"{tenth // 10}.{tenth % 10} %"


@tried
@given(st.lists(tenths, min_size=3, max_size=3), proofs, st.sampled_from([None, "4 kg", "0 kg", "10 kg"]))
def test_more_recycled_material_never_counts_less(build, three, proof, mass):
    low, high, rest = sorted(three[:2]) + three[2:]
    rest = min(rest, 1000 - high)

    def value(share):
        shares = {"recycled": percent(share), "biobased": percent(rest)}
        return recycled(build, [part(build, "p", mass, shares, proof)])[0]

    assert F(1, 10) <= value(low) <= value(high) <= 1


@tried
@given(tenths, tenths, proofs, st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_part_may_be_told_as_two(build, recycled_share, other_share, proof, grams, cut):
    shares = {"recycled": percent(recycled_share), "biobased": percent(min(other_share, 1000 - recycled_share))}
    first = min(cut, grams)
    whole = [part(build, "p", f"{grams} g", shares, proof)]
    halves = [part(build, "p-1", f"{first} g", shares, proof), part(build, "p-2", f"{grams - first} g", shares, proof)]
    assert recycled(build, halves) == recycled(build, whole)


# guarantees

TO_TEN_YEARS = {"kind": "linear", "zero_at": "2 years", "full_at": "10 years"}


def guaranteed(build, aggregate, *terms, otherwise=None, asked="documented", scale=TO_TEN_YEARS):
    """What counts of the guarantees of products of which 10, 30 and 40 pieces are asked for; a term with its proof."""
    otherwise = otherwise or ("2 years" if aggregate == "shortest" else "0 years")
    indicator = {"kind": "guaranteed_lifetime", "aggregate": aggregate, "evidence": asked, "otherwise": otherwise}
    lines = [(name, pieces) for (name, pieces), _ in zip((("x", 10), ("y", 30), ("z", 40)), terms, strict=False)]
    products = [
        {
            "id": f"p{name}",
            "line": name,
            "mass": "1 kg",
            "parts": [],
            "guarantee": term and {"term": term[0], "evidence": term[1]},
        }
        for (name, _), term in zip(lines, terms, strict=True)
    ]
    found = score(build, indicator, scale, lines, products=products)
    assert found.measured.unit == "time"
    assert found.reported == ()
    return found.measured.value


@pytest.mark.parametrize(
    ("terms", "shortest", "mean"),
    [
        ([("6 years", "paper")], "6", "6"),
        ([("6 years", "paper"), ("54 months", "lab")], "9/2", "39/8"),  # (10 × 6 + 30 × 4.5) ÷ 40
        ([("6 years", "paper"), None], "2", "3/2"),  # (10 × 6 + 30 × 0) ÷ 40
        ([("6 years", "paper"), ("20 years", "word")], "2", "3/2"),  # weaker proof than asked for
        ([("6 years", None), ("5 years", "paper")], "2", "15/4"),  # (10 × 0 + 30 × 5) ÷ 40
        ([("1 year", "paper"), ("5 years", "paper")], "1", "4"),  # below otherwise, but proven
        (
            [("10 years", "paper"), ("4 years", "lab"), ("100 months", "paper")],
            "4",
            "83/12",
        ),  # (100 + 120 + 1000/3) ÷ 80
        ([None, None, None], "2", "0"),
        ([("20 years", "word"), ("20 years", None), None], "2", "0"),
    ],
)
def test_guarantees(build, terms, shortest, mean):
    assert guaranteed(build, "shortest", *terms) == F(shortest)
    assert guaranteed(build, "mean_by_pieces", *terms) == F(mean)


@pytest.mark.parametrize("aggregate", ["shortest", "mean_by_pieces"])
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("shown", LADDER)
def test_a_guarantee_counts_with_the_proof_asked_for_or_a_stronger_one(build, aggregate, asked, shown):
    enough = LADDER.index(shown) > ASKED.index(asked)
    assert guaranteed(build, aggregate, ("7 years", shown), asked=asked) == (
        7 if enough else {"shortest": 2}.get(aggregate, 0)
    )


months = st.integers(1, 240)
terms = st.none() | st.tuples(months.map("{} months".format), proofs)


@tried
@given(st.lists(terms, min_size=1, max_size=3), st.integers(0, 24))
def test_what_is_not_proven_never_counts_more_than_otherwise(build, given_terms, otherwise):
    weak = [term if term is None else (term[0], None if term[1] == "paper" else "word") for term in given_terms]
    assert guaranteed(build, "shortest", *weak, otherwise=f"{otherwise} months") == F(otherwise, 12)
    assert guaranteed(build, "mean_by_pieces", *weak) == 0


@tried
@given(st.lists(terms, min_size=1, max_size=3))
def test_the_shortest_is_never_above_the_mean(build, given_terms):
    shortest, mean = (
        guaranteed(build, aggregate, *given_terms, otherwise="0 years") for aggregate in ("shortest", "mean_by_pieces")
    )
    assert shortest <= mean


@tried
@given(months, proofs.filter(lambda proof: proof in {None, "word"}), st.integers(0, 24))
def test_an_answer_that_is_not_proven_never_counts_more_than_otherwise(build, given_months, proof, otherwise):
    indicator = {"kind": "answer", "asks": "time", "evidence": "documented", "otherwise": f"{otherwise} months"}
    answer = {"value": f"{given_months} months", "evidence": proof}
    assert score(build, indicator, TO_TEN_YEARS, answers={"c": answer}).measured.value == F(otherwise, 12)
