"""Reuse at end of life and material passports, on bills of materials small enough to be worked out by hand."""

from fractions import Fraction as F

import pytest

import circular_tender as ct

PROOFS = {
    "word": {"kind": "declared", "title": "t"},
    "paper": {"kind": "documented", "title": "t"},
    "lab": {"kind": "third_party", "title": "t"},
}
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "recycle": "40 %", "landfill": "10 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}
PASSPORT = {
    "kind": "material_passport",
    "fields": ["material", "mass", "origin"],
    "verification": {"declared": "50 %", "documented": "80 %", "third_party": "100 %"},
}


def products(x, y):
    """A product of 10 kg for the line x and one of 4 kg for the line y: in all 2 × 10 + 3 × 4 = 32 kg."""
    return [
        {"id": "px", "line": "x", "mass": "10 kg", "parts": x},
        {"id": "py", "line": "y", "mass": "4 kg", "parts": y},
    ]


def measured(build, indicator, x, y, lines=(("x", 2), ("y", 3)), of=products):
    tender = build.tender(build.leaf("c", 10, indicator, build.WHOLE_SHARE), lines=lines)
    score = build.assess(tender, build.bid("a", products=of(x, y), evidence=PROOFS))["a"]["c"]
    assert score.ratio.value == score.measured.value
    assert score.measured.unit == "ratio"
    return score.measured.value, {name: cell.value for name, cell in score.reported}


def test_reuse_of_two_products(build):
    x = [
        build.part("p", "6 kg", {"reuse": "50 %", "recycle": "40 %"}, "paper"),  # 10 % of it is not claimed
        build.part("q", "3 kg"),  # no claim
    ]  # 1 kg of each is in no part
    y = [
        build.part("r", None, {"reuse": "100 %"}, "lab"),  # no mass
        build.part("s", "2000 g", {"recycle": "100 %"}, "word"),  # weaker proof than asked for
        build.part("t", "1 kg", {"reuse": "100 %"}, "lab"),  # stronger
        build.part("u", "0.5 kg", {"reuse": "100 %"}),  # no proof
    ]
    value, reported = measured(build, REUSE, x, y)
    # reuse 2 × 6 × 50 % + 3 × 1 = 9 kg; recycle 2 × 6 × 40 % = 4.8 kg; the other 18.2 of 32 kg to landfill:
    # (9 × 1 + 4.8 × 0.4 + 18.2 × 0.1) ÷ 32 = 12.74 ÷ 32
    assert value == F(637, 1600)
    assert reported == {"mass_known": F(57, 64), "mass_with_proof": F(69, 160)}  # 28.5 ÷ 32 and 13.8 ÷ 32


@pytest.mark.parametrize("asked", ["declared", "documented", "third_party"])
@pytest.mark.parametrize("shown", [None, "word", "paper", "lab"])
def test_proof_counts_from_the_kind_asked_for_upwards(build, asked, shown):
    x = [build.part("p", "10 kg", {"reuse": "100 %"}, shown)]
    value, reported = measured(build, REUSE | {"evidence": asked}, x, [])
    enough = [None, "word", "paper", "lab"].index(shown) >= ["declared", "documented", "third_party"].index(asked) + 1
    # 20 of 32 kg to reuse if the proof counts, the rest to landfill
    assert value == (F(20, 32) + F(12, 32) / 10 if enough else F(1, 10))
    assert reported["mass_with_proof"] == (F(20, 32) if enough else 0)


def test_claims_without_any_part_are_the_worst_case(build):
    assert measured(build, REUSE, [], []) == (F(1, 10), {"mass_known": 0, "mass_with_proof": 0})


def test_what_has_no_proof_may_not_count_for_more_than_the_worst(build):
    with pytest.raises(ct.InvalidDocuments, match="otherwise-not-worst"):
        measured(build, REUSE | {"otherwise": "recycle"}, [], [])


def test_the_office_chair_of_the_public_data(build):
    """Masses and recycling rates of malteschaefer1/procafocia; W = 1.46 kg of 9.25 kg is not recycled (circularity.md 3.2)."""
    rates = [("3.5", "95"), ("0.4", "90"), ("2.1", "90"), ("0.8", "40"), ("1.2", "85"), ("1.25", "70")]
    parts = [build.part(f"p{i}", f"{mass} kg", {"reuse": f"{rate} %"}, "lab") for i, (mass, rate) in enumerate(rates)]
    indicator = REUSE | {"destinations": {"reuse": "100 %", "landfill": "0 %"}}

    def chairs(x, _):
        return [{"id": "chair", "line": "x", "mass": "9.25 kg", "parts": x}]

    value, reported = measured(build, indicator, parts, [], lines=(("x", 450),), of=chairs)
    assert value == 1 - F("1.46") / F("9.25")
    assert reported == {"mass_known": 1, "mass_with_proof": value}


FULL = {"material": "steel", "mass": "2 kg", "origin": "here"}


def test_passports_of_two_products(build):
    x = [
        build.part("p", "6 kg", passport=FULL | {"origin": None}, passport_proof="paper"),  # two of three fields, 80 %
        build.part("q", "3 kg", passport={"material": "steel"}),  # no proof
    ]
    y = [
        build.part("r", "2 kg", passport=FULL | {"colour": "red"}, passport_proof="lab"),  # more than is asked for
        build.part("s", "2 kg"),  # no passport
    ]
    value, reported = measured(build, PASSPORT, x, y)
    # (2 × 6 × ⅔ × 0.8 + 3 × 2 × 1 × 1) ÷ 32 = 12.4 ÷ 32; 30 kg are known; 12 + 6 + 6 kg have a passport
    assert value == F(31, 80)
    assert reported == {"mass_known": F(15, 16), "mass_with_passport": F(3, 4)}


@pytest.mark.parametrize(("proof", "worth"), [(None, "0"), ("word", "0.5"), ("paper", "0.8"), ("lab", "1")])
def test_a_passport_is_worth_its_verification(build, proof, worth):
    x = [build.part("p", "10 kg", passport=FULL, passport_proof=proof)]
    assert measured(build, PASSPORT, x, [])[0] == F(worth) * F(20, 32)


@pytest.mark.parametrize(
    ("fields", "filled"),
    [({}, 0), (dict.fromkeys(FULL), 0), ({"material": "steel"}, 1), ({"material": "a", "mass": "b"}, 2), (FULL, 3)],
)
def test_a_passport_is_worth_its_fields_and_an_empty_one_nothing(build, fields, filled):
    x = [build.part("p", "10 kg", passport=fields, passport_proof="lab")]
    value, reported = measured(build, PASSPORT, x, [])
    assert value == F(filled, 3) * F(20, 32)
    assert reported["mass_with_passport"] == F(20, 32)


def test_a_passport_of_a_part_without_a_mass_earns_nothing(build):
    x = [build.part("p", None, passport=FULL, passport_proof="lab")]
    assert measured(build, PASSPORT, x, []) == (0, {"mass_known": 0, "mass_with_passport": 0})
