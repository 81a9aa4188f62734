"""What must hold for what is measured of products in depth: flows, connections, substances, proofs, whatever they are.

Where a rule that one would expect does not hold, a test says when it does, and shows a case in which it does not.
"""

import copy
from datetime import date, timedelta
from fractions import Fraction as F
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_depth import PROOFS, measured, reported, score_of
from invented import decimal_text

from circular_tender.formulas import flows as formulas

KINDS = [None, "word", "paper", "lab"]  # from no proof upwards
LINES = (("chair", "3"), ("desk", "2"))
FEEDSTOCK = {"virgin": "virgin", "recycled": "recycled", "reused": "reused", "certified": "sustained"}
DESTINATIONS = {"reuse": "reuse", "recycle": "recycle", "compost": "compost", "energy": "energy", "landfill": "lost"}
FIELDS = ("material", "mass", "origin")
CATEGORIES = {
    "type": ("dry", "added_elements", "direct_integral", "soft_chemical", "hard_chemical"),
    "access": ("free", "extra_actions", "repairable_damage", "partly_repairable_damage", "irreparable_damage"),
    "intersections": ("none", "occasional", "full"),
    "edge": ("open", "overlapping", "closed"),
}
proofs = st.sampled_from(KINDS)


@st.composite
def shares(draw, names):
    """Shares of some of the names, in whole per cent, of which the sum is 100 % at most."""
    left, found = 100, {}
    for name in draw(st.permutations(names))[: draw(st.integers(0, len(names)))]:
        found[name] = draw(st.integers(0, left))
        left -= found[name]
    return {name: f"{share} %" for name, share in found.items()}


connections = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in CATEGORIES.items()})


@st.composite
def parts(draw, name):
    """A part of which some or all is told; its mass is in grams."""

    def claim(**more):
        return None if draw(st.integers(0, 4)) == 0 else {**more, "evidence": draw(proofs)}

    grams = draw(st.integers(0, 5000) | st.none())
    return {
        "id": name,
        "mass": None if grams is None else f"{grams} g",
        "material_group": draw(st.sampled_from([None, "metal", "wood"])),
        "feedstock": claim(shares=draw(shares(sorted(FEEDSTOCK)))),
        "end_of_life": claim(destinations=draw(shares(sorted(DESTINATIONS)))),
        "connections": claim(load_bearing=draw(st.lists(connections, min_size=1, max_size=3))),
        "hazardous": claim(substances={"lead": draw(st.sampled_from(["0 %", "0.1 %", "2 %"]))}),
        "passport": claim(fields=draw(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["told", None])))),
    }


@st.composite
def products(draw):
    """A product for each line; it weighs at least what its parts do."""
    made = []
    for line, _ in LINES:
        own = [draw(parts(f"{line[0]}{number}")) for number in range(draw(st.integers(0, 3)))]
        known = sum(grams(part) for part in own)
        use = {"lifetime": f"{draw(st.integers(1, 30))} years", "evidence": draw(proofs)}
        mass = known + draw(st.sampled_from([0, 1, 700])) or 1
        made.append({"id": f"p-{line}", "line": line, "mass": f"{mass} g", "use": use, "parts": own})
    return made


def grams(part):
    return 0 if part["mass"] is None else int(part["mass"].removesuffix(" g"))


@st.composite
def flows(draw, utility=None):
    """A material circularity indicator; of making recycled feedstock a third or more comes out."""
    worse, better = (sorted(draw(st.tuples(*[st.integers(low, 100)] * 2))) for low in (34, 0))
    table = {
        "wood": {"feedstock": f"{worse[0]} %", "recycling": f"{better[0]} %"},
        "metal": {"feedstock": f"{worse[1]} %", "recycling": f"{better[1]} %"},
    }
    indicator = {
        "kind": "material_circularity",
        "version": "2019",
        "over": draw(st.sampled_from(["products", "parts"])),
        "feedstock": FEEDSTOCK,
        "destinations": DESTINATIONS,
        "efficiencies": table,
        "other_materials": "wood",
        "evidence": draw(st.sampled_from(["declared", "documented"])),
    }
    if draw(st.booleans()):
        indicator["energy"] = {
            "efficiency": f"{draw(st.integers(0, 100))} %",
            "carbon_content": f"{draw(st.integers(0, 100))} %",
        }
    if draw(st.booleans()) if utility is None else utility:
        indicator["utility"] = {"lifetime": {"chair": "10 years", "desk": "15 years"}}
        if draw(st.booleans()):
            indicator["utility"]["most"] = draw(st.sampled_from(["0.8", "1", "1.5"]))
    return indicator


UNTP = {
    "kind": "untp_circularity",
    "feedstock": {name: "recycled" if name in {"recycled", "reused"} else "other" for name in FEEDSTOCK},
    "destinations": {name: "recyclable" if name in {"reuse", "recycle"} else "other" for name in DESTINATIONS},
    "evidence": "documented",
}
INDEX = {"kind": "disassembly", "version": "2.0", "evidence": "documented"}
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "recycle": "40 %", "compost": "30 %", "energy": "10 %", "landfill": "5 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}
CAPPED = REUSE | {"capped_by_disassembly": ["reuse"]}
CONTENT = {
    "kind": "biobased_content",
    "feedstock": {"certified": "100 %", "reused": "30 %", "recycled": "10 %", "virgin": "0 %"},
    "evidence": "documented",
    "otherwise": "virgin",
}
HAZARDOUS = {"kind": "hazardous_substances", "limits": {"lead": "0.1 %"}, "evidence": "documented"}
PASSPORT = {
    "kind": "material_passport",
    "levels": [{"fields": ["material", "mass"], "worth": "50 %"}, {"fields": ["origin"], "worth": "100 %"}],
    "verification": {"declared": "50 %", "documented": "80 %", "third_party": "100 %"},
    "coverage": "30 %",
}
BY_MASS = [UNTP, INDEX, REUSE, CAPPED, CONTENT, HAZARDOUS, PASSPORT]
indicators = st.sampled_from(BY_MASS) | flows()


def value(indicator, made, **more):
    return measured(indicator, *made, lines=LINES, **more)


def every_part(made):
    return [part for product in made for part in product["parts"]]


def told(part, claim, key):
    """The shares of a claim; none where it is not made."""
    return part[claim][key] if part[claim] else {}


def moved(made, claim, key, low, high):
    """The products with all that is told for one name told for another."""
    after = copy.deepcopy(made)
    for part in every_part(after):
        of = told(part, claim, key)
        if low in of:
            both = [int(share.removesuffix(" %")) for share in (of.pop(low), of.get(high, "0 %"))]
            of[high] = f"{sum(both)} %"
    return after


# More of what is good


@given(flows() | st.sampled_from([UNTP, REUSE]), products(), st.sampled_from([n for n in DESTINATIONS if n != "reuse"]))
def test_more_to_reuse_never_scores_less(indicator, made, low):
    """Whatever is lost in recycling: what goes to recycling, or is lost, goes to reuse instead."""
    assert value(indicator, moved(made, "end_of_life", "destinations", low, "reuse")) >= value(indicator, made)


def test_more_to_reuse_scores_less_where_a_cap_holds_it_and_not_what_it_was():
    """Cast in, a part comes apart for 10 %: so much of it counts as reuse, and all of it as recycled, if that is said."""
    cast = dict(zip(CATEGORIES, ("hard_chemical", "irreparable_damage", "full", "closed"), strict=True))
    part = {"id": "a", "mass": "1 kg", "connections": {"load_bearing": [cast], "evidence": "paper"}}
    product = {"id": "p", "line": "chair", "mass": "1 kg"}
    found = {}
    for name in ("recycle", "reuse"):
        goes = {"destinations": {name: "100 %"}, "evidence": "paper"}
        found[name] = measured(CAPPED, product | {"parts": [part | {"end_of_life": goes}]})
    assert found == {"recycle": F(2, 5), "reuse": F(1, 10) + F(9, 10) * F(5, 100)}


@given(flows() | st.just(UNTP), products(), st.sampled_from(["virgin", "recycled"]))
def test_more_reused_feedstock_never_scores_less(indicator, made, low):
    """Whatever is lost in making recycled feedstock. What was sustained is apart: energy is recovered of no more."""
    assert value(indicator, moved(made, "feedstock", "shares", low, "reused")) >= value(indicator, made)


@given(flows(), products())
def test_more_recycled_feedstock_never_scores_less_where_a_third_of_it_or_more_comes_out(indicator, made):
    """Of V + W in 2M + (W_F − W_C) ÷ 2, virgin feedstock takes off one and recycling adds ½(1 − E) ÷ E to both.

    With k = (1 − E) ÷ E this helps where k ≤ 2 ÷ (1 − LFI). So it does for any product where k ≤ 2, that is E ≥ 1/3.
    """
    assert value(indicator, moved(made, "feedstock", "shares", "virgin", "recycled")) >= value(indicator, made)


@pytest.mark.parametrize(
    ("efficiency", "virgin", "better"),
    [
        (F(1, 10), F(1), False),  # k = 9, more than 2 ÷ ½: all of it goes to reuse, and LFI = ½ becomes 9/13
        (F(1, 5), F(1), True),  # k = 4 = 2 ÷ ½: it makes no difference
        (F(33, 100), F(1, 100), False),  # k just above 2, and LFI = 1/200
        (F(1, 3), F(1, 100), True),
    ],
)
def test_more_recycled_feedstock_scores_less_where_too_little_of_it_comes_out(efficiency, virgin, better):
    """A product that all goes to reuse, the rest of it of reused feedstock: why less than a third is refused."""
    k = (1 - efficiency) / efficiency
    expected = {"virgin": virgin / 2, "recycled": virgin / 2 * k / (2 + virgin / 2 * k)}
    lost = formulas.feedstock_loss.function(F(1), virgin, efficiency)
    flow = partial(formulas.linear_flow.function, F(1), recycling_loss=F(0))
    found = {
        "virgin": flow(virgin=virgin, waste=F(0), feedstock_loss=F(0)),
        "recycled": flow(virgin=F(0), waste=formulas.waste.function(F(0), lost, F(0)), feedstock_loss=lost),
    }
    assert found == expected
    assert (found["recycled"] <= found["virgin"]) == better


# What changes nothing


@given(indicators, products(), st.randoms(use_true_random=False))
def test_the_order_of_parts_products_and_connections_changes_nothing(indicator, made, random):
    other = copy.deepcopy(made)
    for listed in (other, *(product["parts"] for product in other)):
        random.shuffle(listed)
    for part in every_part(other):
        random.shuffle(told(part, "connections", "load_bearing") or [])
    assert value(indicator, other) == value(indicator, made)
    assert reported(indicator, *other, lines=LINES) == reported(indicator, *made, lines=LINES)


@given(indicators, products(), st.integers(0, 1000))
def test_a_part_in_two_is_the_same_part(indicator, made, of_thousand):
    split = copy.deepcopy(made)
    for product in split:
        halves = []
        for part in product["parts"]:
            first = grams(part) * of_thousand
            for name, thousandths in (("a", first), ("b", grams(part) * 1000 - first)):
                mass = None if part["mass"] is None else f"{decimal_text(thousandths, 3)} g"
                halves.append(part | {"id": f"{part['id']}{name}", "mass": mass})
        product["parts"] = halves
    assert value(indicator, split) == value(indicator, made)


@given(indicators, products(), st.sampled_from([("kg", 3), ("t", 6)]))
def test_the_unit_of_a_mass_changes_nothing(indicator, made, unit):
    name, places = unit
    other = copy.deepcopy(made)
    for weighed in (*other, *every_part(other)):
        if weighed["mass"] is not None:
            weighed["mass"] = f"{decimal_text(grams(weighed), places)} {name}"
    assert value(indicator, other) == value(indicator, made)


@given(indicators, products(), st.integers(2, 9))
def test_so_many_times_of_everything_changes_nothing(indicator, made, times):
    lines = tuple((line, str(int(quantity) * times)) for line, quantity in LINES)
    assert measured(indicator, *made, lines=lines) == value(indicator, made)


# What is not told or proven


@given(indicators, products(), st.integers(0, 5))
def test_an_unknown_mass_never_helps(indicator, made, which):
    """Of a part that is one of the first, where it has one; at E ≥ 1/3, for the same reason as above."""
    unknown = copy.deepcopy(made)
    for part in every_part(unknown)[which : which + 2]:
        part["mass"] = None
    assert value(indicator, unknown) <= value(indicator, made)


@given(indicators, products(), st.integers(0, 5))
def test_leaving_a_part_out_never_helps(indicator, made, which):
    left_out = copy.deepcopy(made)
    for product in left_out:
        del product["parts"][which : which + 1]
    assert value(indicator, left_out) <= value(indicator, made)


@given(
    indicators,
    products(),
    st.integers(0, 5),
    st.sampled_from(["feedstock", "end_of_life", "connections", "hazardous", "passport"]),
    st.booleans(),
)
def test_a_claim_without_proof_never_helps_nor_does_none(indicator, made, which, claim, silent):
    unproven = copy.deepcopy(made)
    for part in every_part(unproven)[which : which + 2]:
        if part[claim]:
            part[claim] = None if silent else part[claim] | {"evidence": None}
    assert value(indicator, unproven) <= value(indicator, made)


@given(indicators, products(), st.integers(0, 400), st.integers(-400, 400))
def test_a_proof_that_ends_before_the_day_is_none_and_one_that_does_not_is_as_if_it_never_ended(
    indicator, made, after, until
):
    """The day is the indicator's own, or the tender's; for every proof of the kind `paper`."""
    day = date(2026, 1, 1) + timedelta(days=after)
    ends = PROOFS["paper"] | {"valid_until": (day + timedelta(days=until)).isoformat()}
    without = copy.deepcopy(made)
    for claims in (*made, *every_part(made)):
        assert "paper" not in claims
    for holder in (*without, *every_part(without)):
        for claim in holder.values():
            if isinstance(claim, dict) and claim.get("evidence") == "paper" and until < 0:
                claim["evidence"] = None
    expected = value(indicator, without)
    evidence = PROOFS | {"paper": ends}
    assert value(indicator | {"valid_on": day.isoformat()}, made, evidence=evidence) == expected
    assert value(indicator, made, evidence=evidence, tender={"reference_date": day.isoformat()}) == expected


# Bounds


@given(flows() | st.sampled_from(BY_MASS), products())
def test_everything_lies_between_nothing_and_the_whole(indicator, made):
    score = score_of(indicator, *made, lines=LINES)
    assert 0 <= score.measured.value <= 1
    assert all(0 <= cell.value <= 1 for _, cell in score.reported)
    if indicator is INDEX:
        assert score.measured.value >= F(1, 10)


@given(flows(utility=False), products())
def test_without_a_lifetime_material_circularity_is_a_tenth_at_least(indicator, made):
    """LFI ≤ 1 whatever is lost: W₀ and what goes to recycling are no more than the mass."""
    assert value(indicator, made) >= F(1, 10)


@given(flows(), products())
def test_a_linear_product_at_average_utility_is_a_tenth_exactly(indicator, made):
    for product, lifetime in zip(made, ("10 years", "15 years"), strict=True):
        product["use"] = {"lifetime": lifetime, "evidence": "lab"}
    for part in every_part(made):
        part["feedstock"] = {"shares": {"virgin": "100 %"}, "evidence": "lab"}
        part["end_of_life"] = {"destinations": {"landfill": "100 %"}, "evidence": "lab"}
    most = indicator.get("utility", {}).get("most")
    expected = 1 - F(9, 10) / min(F(1), F(most or 1))
    assert value(indicator, made) == max(F(0), expected)


@given(flows(), products())
def test_a_wholly_circular_product_is_1_whatever_its_lifetime(indicator, made):
    for product in made:
        product["use"]["evidence"] = "lab"
        product["parts"] = [
            {
                "id": "a",
                "mass": product["mass"],
                "feedstock": {"shares": {"reused": "60 %", "certified": "40 %"}, "evidence": "lab"},
                "end_of_life": {"destinations": {"reuse": "90 %", "compost": "10 %"}, "evidence": "lab"},
            }
        ]
    assert value(indicator, made) == 1


@given(flows(utility=True), products(), st.integers(1, 20))
def test_a_longer_lifetime_never_scores_less(indicator, made, more):
    longer = copy.deepcopy(made)
    for product in longer:
        product["use"]["lifetime"] = f"{int(product['use']['lifetime'].split()[0]) + more} years"
    assert value(indicator, longer) >= value(indicator, made)


# Connections: the hardest counts, so that only the proof can tell whether it is among those that are told


@given(products(), connections)
def test_one_more_connection_never_helps(made, one):
    more = copy.deepcopy(made)
    for part in every_part(more):
        if part["connections"]:
            part["connections"]["load_bearing"].append(one)
    assert value(INDEX, more) <= value(INDEX, made)


def test_leaving_out_the_hardest_connection_helps_and_leaving_out_the_claim_does_not():
    """Screwed, and glued: with both 4 ÷ (10 + 3) = 4/13; without the glue 4 ÷ (1.25 + 3) = 16/17; without any 1/10."""
    screwed, glued = (
        {"type": sort, "access": "free", "intersections": "none", "edge": "open"}
        for sort in ("added_elements", "hard_chemical")
    )
    found = []
    for load_bearing in ([screwed, glued], [screwed], None):
        claim = load_bearing and {"load_bearing": load_bearing, "evidence": "paper"}
        part = {"id": "a", "mass": "1 kg", "connections": claim}
        found.append(measured(INDEX, {"id": "p", "line": "chair", "mass": "1 kg", "parts": [part]}))
    assert found == [F(4, 13), F(16, 17), F(1, 10)]
