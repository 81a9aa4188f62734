"""Passports by levels, take-back by form, biobased and hazardous materials, the basket, and the day: by hand."""

from fractions import Fraction as F

import pytest
from in_depth import INDICATORS, PROOFS, measured, reported


def product(mass, *parts, line="chair"):
    return {"id": f"p-{line}", "line": line, "mass": mass, "parts": list(parts)}


# Passports

LEVELS = {
    "kind": "material_passport",
    "levels": [
        {"fields": ["material", "mass"], "worth": "40 %"},
        {"fields": ["code"], "worth": "70 %"},
        {"fields": ["disassembly", "recycled"], "worth": "100 %"},
    ],
    "verification": {"declared": "50 %", "documented": "80 %", "third_party": "100 %"},
}
FIELDS = {"kind": "material_passport", "fields": ["material", "mass"], "verification": LEVELS["verification"]}
ALL = dict.fromkeys(("material", "mass", "code", "disassembly", "recycled"), "told")


def described(name, mass, fields, proof="lab", **more):
    return {"id": name, "mass": mass, "passport": {"fields": fields, "evidence": proof, **more}}


@pytest.mark.parametrize(
    ("missing", "worth"),
    [
        ((), "1"),
        (("recycled",), "0.7"),
        (("disassembly", "recycled"), "0.7"),
        (("code",), "0.4"),  # what stands above counts for nothing
        (("code", "recycled"), "0.4"),
        (("mass",), "0"),
        (("material", "mass"), "0"),
        (tuple(ALL), "0"),
    ],
)
def test_a_level_stands_on_those_below(missing, worth):
    for nothing in ({}, dict.fromkeys(missing)):
        fields = {name: told for name, told in ALL.items() if name not in missing} | nothing
        assert measured(LEVELS, product("2 kg", described("a", "2 kg", fields))) == F(worth)


def test_a_part_without_a_passport_reaches_no_level():
    assert measured(LEVELS, product("2 kg", {"id": "a", "mass": "2 kg", "passport": None})) == 0


def test_levels_count_by_mass_and_by_proof():
    """(3 kg × 1 × 0.8 + 5 kg × 0.4 × 1 + 2 kg without) ÷ 10."""
    made = product(
        "10 kg", described("a", "3 kg", ALL, "paper"), described("b", "5 kg", {"material": "x", "mass": "y"})
    )
    assert measured(LEVELS, made) == F("0.44")


@pytest.mark.parametrize(("granularity", "worth"), [("model", "0.5"), ("batch", "0.8"), ("item", "1"), (None, "0")])
def test_granularity(granularity, worth):
    indicator = FIELDS | {"granularity": {"model": "50 %", "batch": "80 %", "item": "100 %"}}
    more = {"granularity": granularity} if granularity else {}
    assert measured(indicator, product("2 kg", described("a", "2 kg", ALL, **more))) == F(worth)
    assert measured(FIELDS, product("2 kg", described("a", "2 kg", ALL, **more))) == 1


@pytest.mark.parametrize(
    ("upkeep", "worth"), [("15 years", "1"), ("20 years", "1"), ("6 years", "0.4"), ("9 months", "0.05"), (None, "0")]
)
def test_upkeep(upkeep, worth):
    more = {"upkeep": upkeep} if upkeep else {}
    assert measured(FIELDS | {"upkeep": "15 years"}, product("2 kg", described("a", "2 kg", ALL, **more))) == F(worth)


def test_all_factors_are_multiplied():
    """70 % by level × 80 % by proof × 50 % by granularity × 2/3 of the upkeep, for half of the mass."""
    indicator = LEVELS | {"granularity": {"model": "50 %"}, "upkeep": "15 years"}
    fields = {name: told for name, told in ALL.items() if name != "recycled"}
    made = product("4 kg", described("a", "2 kg", fields, "paper", granularity="model", upkeep="10 years"))
    assert measured(indicator, made) == F(7, 10) * F(4, 5) * F(1, 2) * F(2, 3) * F(1, 2)


@pytest.mark.parametrize(("mass", "value"), [("8.9 kg", "0"), ("9 kg", "0.9"), ("9.5 kg", "0.95")])
def test_below_the_coverage_nothing_counts(mass, value):
    """Of 10 kg."""
    made = product("10 kg", described("a", mass, ALL))
    assert measured(FIELDS | {"coverage": "90 %"}, made) == F(value)


@pytest.mark.parametrize("worthless", [described("b", "5 kg", {}), described("b", "5 kg", ALL, None)])
def test_a_passport_that_is_worth_nothing_covers_nothing(worthless):
    """Else a bid could pass the coverage with passports in which nothing stands: 4 of 10 kg would earn 40 %."""
    made = product("10 kg", described("a", "4 kg", ALL), worthless)
    assert measured(FIELDS | {"coverage": "40 %"}, made) == F("0.4")
    assert measured(FIELDS | {"coverage": "41 %"}, made) == 0
    assert reported(FIELDS | {"coverage": "41 %"}, made)["mass_with_passport"] == F("0.9")


# Take-back

TAKE_BACK = {
    "kind": "take_back",
    "within": "15 years",
    "cost": {"paid_to_buyer": "100 %", "free": "90 %", "at_cost": "50 %"},
    "guarantee": {"contractual": "80 %"},
}
FORM = {"form": {"purchase_take_back": "60 %", "rental": "100 %"}}
REPORTING = {"reporting": {"none": "50 %", "yearly_audited": "100 %"}}


@pytest.mark.parametrize(
    ("asked", "said", "factor"),
    [
        ({}, {}, "1"),
        ({}, {"form": "purchase_take_back", "reporting": "none"}, "1"),  # said, and not asked for
        (FORM, {"form": "purchase_take_back"}, "0.6"),
        (FORM, {"form": "rental"}, "1"),
        (REPORTING, {"reporting": "none"}, "0.5"),
        (FORM | REPORTING, {"form": "purchase_take_back", "reporting": "none"}, "0.3"),
        (FORM | REPORTING, {"form": "rental", "reporting": "yearly_audited"}, "1"),
    ],
)
def test_take_back_counts_its_form_and_its_reporting(asked, said, factor):
    """80 % of the mass × 12 of 15 years × 0.9 × 0.8, and the factors that the tender asks for."""
    offer = {"share": "80 %", "term": "12 years", "cost": "free", "guarantee": "contractual", **said}
    assert measured(TAKE_BACK | asked, products=[], take_back=offer) == F("0.4608") * F(factor)
    assert measured(TAKE_BACK | asked, products=[], take_back=None) == 0


# Biobased and recycled content

CONTENT = {
    "feedstock": {"certified": "100 %", "uncertified": "40 %", "virgin": "0 %"},
    "evidence": "documented",
    "otherwise": "virgin",
}


def made_of(name, mass, proof="paper", **shares):
    return {
        "id": name,
        "mass": mass,
        "feedstock": {"shares": {sort: f"{share} %" for sort, share in shares.items()}, "evidence": proof},
    }


@pytest.mark.parametrize("kind", ["biobased_content", "recycled_content"])
def test_content_by_mass(kind):
    """(4 kg × (0.5 × 1 + 0.25 × 0.4) + 2 kg × 1 + 1 kg without proof + 3 kg not told) ÷ 10 = (2.4 + 2) ÷ 10."""
    made = product(
        "10 kg",
        made_of("a", "4 kg", certified=50, uncertified=25, virgin=25),
        made_of("b", "2 kg", "lab", certified=100),
        made_of("c", "1 kg", "word", certified=100),
        {"id": "d", "mass": None, "feedstock": None},
    )
    assert measured(CONTENT | {"kind": kind}, made) == F("0.44")
    assert reported(CONTENT | {"kind": kind}, made) == {"mass_known": F("0.7"), "mass_with_proof": F("0.6")}


def test_what_is_not_proven_counts_as_the_least():
    """With 10 % for virgin: 0.44 + (4 × 0.25 + 1 + 3) kg × 0.1 ÷ 10."""
    table = CONTENT["feedstock"] | {"virgin": "10 %"}
    made = product(
        "10 kg", made_of("a", "4 kg", certified=50, uncertified=25, virgin=25), made_of("b", "2 kg", certified=100)
    )
    assert measured(CONTENT | {"kind": "biobased_content", "feedstock": table}, made) == F("0.44") + F("0.05")


# Hazardous substances

LIMITS = {"kind": "hazardous_substances", "limits": {"lead": "0.1 %", "cadmium": "0.01 %"}, "evidence": "documented"}


def holding(name, mass, proof="paper", **substances):
    shares = {substance: f"{share} %" for substance, share in substances.items()}
    return {"id": name, "mass": mass, "hazardous": {"substances": shares, "evidence": proof}}


@pytest.mark.parametrize(
    ("part", "keeps"),
    [
        (holding("a", "1 kg", lead="0", cadmium="0"), 1),
        (holding("a", "1 kg", lead="0.1", cadmium="0.01"), 1),  # at the limits
        (holding("a", "1 kg", lead="0.1001", cadmium="0"), 0),
        (holding("a", "1 kg", lead="0", cadmium="0.02"), 0),
        (holding("a", "1 kg", lead="0"), 0),  # of cadmium nothing is known
        (holding("a", "1 kg"), 0),
        (holding("a", "1 kg", "lab", lead="0", cadmium="0"), 1),
        (holding("a", "1 kg", "word", lead="0", cadmium="0"), 0),
        (holding("a", "1 kg", None, lead="0", cadmium="0"), 0),
        ({"id": "a", "mass": "1 kg", "hazardous": None}, 0),
        (holding("a", None, lead="0", cadmium="0"), 0),
    ],
)
def test_a_part_keeps_to_all_limits_or_does_not_count(part, keeps):
    """Beside one of 3 kg that does, in a product of 4 kg."""
    clean = holding("b", "3 kg", lead="0", cadmium="0")
    assert measured(LIMITS, product("4 kg", part, clean)) == F(3 + keeps, 4)


# The reference basket

TWO = (("chair", "30"), ("desk", "20"))
CHAIR = product("10 kg", holding("a", "5 kg", lead="0", cadmium="0"))
DESK = product("40 kg", holding("a", "40 kg", lead="0", cadmium="0"), line="desk")


@pytest.mark.parametrize(
    ("basket", "value"),
    [
        (None, F(30 * 5 + 20 * 40, 30 * 10 + 20 * 40)),
        ({"chair": "1"}, F(1, 2)),
        ({"desk": "7"}, F(1)),
        ({"chair": "4", "desk": "1"}, F(4 * 5 + 40, 4 * 10 + 40)),  # in the numbers of the basket
        ({"desk": "0.5", "chair": "2"}, F(2 * 5 + 20, 2 * 10 + 20)),
    ],
)
def test_only_the_basket_is_measured(basket, value):
    tender = {"reference_basket": basket} if basket else {}
    assert measured(LIMITS, CHAIR, DESK, lines=TWO, tender=tender) == value


def test_of_what_is_not_in_the_basket_no_product_is_needed():
    assert measured(LIMITS, CHAIR, lines=TWO, tender={"reference_basket": {"chair": "1"}}) == F(1, 2)


@pytest.mark.parametrize("kind", ["material_circularity", "untp_circularity", "disassembly", "material_passport"])
def test_a_product_that_is_not_in_the_basket_changes_nothing(kind):
    empty = product("40 kg", line="desk") | {"use": None}
    some = product("10 kg", described("a", "5 kg", ALL) | {"feedstock": None, "end_of_life": None, "connections": None})
    some["use"] = {"lifetime": "10 years", "intensity": "8", "evidence": "lab"}
    indicator = {"kind": kind, **INDICATORS[kind]}
    basket = {"lines": TWO, "tender": {"reference_basket": {"chair": "1"}}}
    assert measured(indicator, some, empty, **basket) == measured(indicator, some, **basket)


@pytest.mark.parametrize("aggregate", ["shortest", "mean_by_pieces"])
@pytest.mark.parametrize(
    "other", [None, {"term": "1 year", "evidence": "paper"}, {"term": "50 years", "evidence": "paper"}]
)
def test_a_guarantee_outside_the_basket_does_not_count(aggregate, other):
    indicator = {
        "kind": "guaranteed_lifetime",
        "aggregate": aggregate,
        "evidence": "documented",
        "otherwise": "0 years",
    }
    both = (
        product("10 kg") | {"guarantee": {"term": "6 years", "evidence": "paper"}},
        product("40 kg", line="desk") | {"guarantee": other},
    )
    basket = {"lines": TWO, "tender": {"reference_basket": {"chair": "1"}}}
    scale = {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"}
    assert measured(indicator, *both, scale=scale, **basket) == 6


# The day on which proof must be in force


@pytest.mark.parametrize(
    ("valid_on", "reference_date", "until", "counts"),
    [
        (None, None, "2020-01-01", True),  # no day is asked for
        (None, "2026-06-01", "2026-06-01", True),
        (None, "2026-06-01", "2026-05-31", False),
        ("2026-12-31", None, "2026-12-31", True),
        ("2026-12-31", None, "2026-12-30", False),
        ("2026-12-31", "2026-06-01", "2026-07-01", False),  # the indicator's own day, not the tender's
        ("2026-01-01", "2026-06-01", "2026-02-01", True),
        ("2026-12-31", "2026-06-01", None, True),  # it does not end
    ],
)
def test_proof_must_be_in_force_on_the_day(valid_on, reference_date, until, counts):
    day = {"valid_on": valid_on} if valid_on else {}
    tender = {"reference_date": reference_date} if reference_date else {}
    evidence = PROOFS | {"paper": {"kind": "documented", "title": "t", **({"valid_until": until} if until else {})}}
    found = measured(LIMITS | day, CHAIR, tender=tender, evidence=evidence)
    assert found == (F(1, 2) if counts else 0)


DATED = {
    "paper": {"kind": "documented", "title": "t", "valid_until": "2026-05-31"},
    "term": {"kind": "contractual", "title": "t", "valid_until": "2026-05-31"},
}
CARD = {"marks": {"specific": "10"}, "printed": "2", "evidence": "paper"}
IMPACTS = {
    "set": "en15804_a2_2023",
    "amounts": {"climate_change": "1"},
    "data": "specific",
    "evidence": "paper",
}
OPEN = {"type": "dry", "access": "free", "intersections": "none", "edge": "open"}
WHOLE_CHAIR = {
    "id": "p",
    "line": "chair",
    "mass": "1 kg",
    "use": {"lifetime": "12 years", "evidence": "paper"},
    "repairability": CARD,
    "impacts": IMPACTS,
    "parts": [
        {
            "id": "a",
            "mass": "1 kg",
            "feedstock": {"shares": {"recycled": "100 %"}, "evidence": "paper"},
            "end_of_life": {"destinations": {"recycle": "100 %"}, "evidence": "paper"},
            "connections": {"load_bearing": [OPEN], "evidence": "paper"},
            "hazardous": {"substances": {"lead": "0 %", "cadmium": "0 %"}, "evidence": "paper"},
            "passport": {"fields": ALL, "evidence": "paper"},
        }
    ],
}
NUMBER = {"kind": "linear", "zero_at": "0", "full_at": "10"}
RETURNED = {
    "share": "100 %",
    "term": "9 years",
    "cost": "free",
    "guarantee": "contractual",
    "return_values": {"chair": {"amount": "5", "after": "1 year", "evidence": "term"}},
}
MCI = {
    "kind": "material_circularity",
    "version": "2015",
    "over": "products",
    "feedstock": {"recycled": "recycled"},
    "destinations": {"recycle": "recycle"},
    "efficiencies": {"all": {"feedstock": "100 %", "recycling": "100 %"}},
    "other_materials": "all",
    "evidence": "documented",
}
UNTP = {
    "kind": "untp_circularity",
    "feedstock": {"recycled": "recycled"},
    "destinations": {"recycle": "recyclable"},
    "evidence": "documented",
}
LIFETIME = {"utility": {"lifetime": {"chair": "12 years"}}}
COST = {
    "kind": "environmental_cost",
    "prices": "en15804_a2_2023",
    "categories": ["climate_change"],
    "surcharge": {"specific": "0 %", "generic": "30 %"},
    "below_zero": "refused",
    "evidence": "documented",
    "otherwise": "1000",
}
FRENCH = {
    "kind": "french_repairability",
    "figure": "printed",
    "aggregate": "lowest",
    "tolerance": "0",
    "evidence": "documented",
}
SPARE = {"kind": "spare_parts", "parts": {"arm": "Arm"}, "available": "1 year", "evidence": "documented"}
RESIDUAL = {"kind": "residual_value", "rate": "0 %", "counted": "amount", "evidence": "contractual"}
UP, DOWN = ({"kind": "linear", "zero_at": a, "full_at": b} for a, b in (("0", "1000"), ("1000", "0")))
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"recycle": "100 %", "landfill": "0 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}


@pytest.mark.parametrize(
    ("indicator", "scale", "valid", "ended"),
    [
        (MCI, None, F(1), F(1, 10)),
        (MCI | LIFETIME, None, F(1), F(0)),
        (MCI | {"over": "parts"} | LIFETIME, None, F(1), F(0)),
        (UNTP, None, F(1), F(0)),
        ({"kind": "disassembly", "version": "2.0", "evidence": "documented"}, None, F(1), F(1, 10)),
        (FRENCH, NUMBER, F(2), F(0)),
        (FRENCH | {"figure": "recomputed"}, NUMBER, F(2), F(0)),
        (CONTENT | {"kind": "biobased_content", "feedstock": {"recycled": "100 %", "virgin": "0 %"}}, None, F(1), F(0)),
        (SPARE, None, F(1), F(0)),
        (RESIDUAL, UP, F(5), F(0)),
        (COST, DOWN, F("0.116"), F(1000)),
        (LIMITS, None, F(1), F(0)),
        (FIELDS, None, F("0.8"), F(0)),
        (REUSE, None, F(1), F(0)),
        (REUSE | {"capped_by_disassembly": ["recycle"]}, None, F(1), F(0)),
    ],
)
def test_a_proof_that_has_ended_is_none(indicator, scale, valid, ended):
    """Valid until 31 May: on that day it counts, on the next it does not, whether the tender says so or the indicator."""
    more = {
        **({"scale": scale} if scale else {}),
        "evidence": DATED,
        "take_back": RETURNED,
        "spare_parts": {"arm": {"available": "1 year", "evidence": "term"}},
    }
    for day, value in (("2026-05-31", valid), ("2026-06-01", ended)):
        assert measured(indicator | {"valid_on": day}, WHOLE_CHAIR, **more) == value
        assert measured(indicator, WHOLE_CHAIR, tender={"reference_date": day}, **more) == value
