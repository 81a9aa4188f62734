"""Laws of savings: a baseline saves nothing against itself, the way of writing changes nothing, more saves no less."""

from fractions import Fraction as F

import saved
from hypothesis import given
from hypothesis import strategies as st

GROUPS = ["aluminium", "steel", "pp", "pa", "pu"]


@st.composite
def shares(draw, names):
    """Shares under these names that add up to 100 %."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=len(names) - 1, max_size=len(names) - 1)))
    bounds = zip([0, *cuts], [*cuts, 100], strict=True)
    return {name: f"{high - low} %" for name, (low, high) in zip(names, bounds, strict=True)}


@st.composite
def products(draw):
    """A product as a baseline writes it."""
    masses = draw(st.lists(st.integers(1, 2000), min_size=1, max_size=4))
    parts = [
        {
            "id": f"part-{number}",
            "material_group": draw(st.sampled_from(GROUPS)),
            "mass": f"{mass} g",
            "feedstock": draw(shares([*saved.FEEDSTOCK])),
            "destinations": draw(shares([*saved.DESTINATIONS])),
        }
        for number, mass in enumerate(masses)
    ]
    return {"mass": f"{sum(masses)} g", "parts": parts, "lifetime": f"{draw(st.integers(1, 30))} years"}


def offered(product, line="chair"):
    """The same product as a bid writes it."""
    parts = [
        saved.part(one["id"], one["mass"], one["feedstock"], one["destinations"], group=one["material_group"])
        for one in product["parts"]
    ]
    use = {"lifetime": product["lifetime"], "evidence": "study"}
    return {"id": "p", "line": line, "mass": product["mass"], "parts": parts, "use": use}


def numbers(baseline, product):
    """Everything that a bid with this product saves against this baseline."""
    published = saved.tender((("chair", "3"),), saved.savings({"chair": baseline}))
    told = saved.saved(published, saved.bid("a", product))["a"]
    return {one.saving: (one.lines, one.saved.number, one.only_claimed.number) for one in told.figures}


@given(products())
def test_a_baseline_saves_nothing_against_itself(product):
    figures = numbers(product, offered(product))
    assert len(figures) == 4
    assert {(by_proof, beyond) for _, by_proof, beyond in figures.values()} == {(0, 0)}


@given(products(), products(), st.randoms())
def test_order_splitting_and_units_change_nothing(baseline, product, random):
    own = offered(product)
    expected = numbers(baseline, own)
    shuffled = [*own["parts"]]
    random.shuffle(shuffled)
    assert numbers(baseline, {**own, "parts": shuffled}) == expected
    first, *rest = own["parts"]
    grams = int(first["mass"].removesuffix(" g"))
    halves = [{**first, "id": f"half-{n}", "mass": f"{grams / 2:.1f} g"} for n in (1, 2)]
    assert numbers(baseline, {**own, "parts": [*halves, *rest]}) == expected
    in_kg = {**first, "mass": f"{grams // 1000}.{grams % 1000:03} kg"}
    assert numbers(baseline, {**own, "parts": [in_kg, *rest]}) == expected


@given(products(), products(), st.integers(1, 100))
def test_more_recycled_avoids_no_less_virgin_and_no_less_emissions(baseline, product, more):
    own = offered(product)
    richer = offered(product)
    for part in richer["parts"]:
        of = {name: int(share.removesuffix(" %")) for name, share in part["feedstock"]["shares"].items()}
        moved = min(more, of["virgin"])
        of |= {"virgin": of["virgin"] - moved, "recycled": of["recycled"] + moved}
        part["feedstock"]["shares"] = {name: f"{share} %" for name, share in of.items()}
    before, after = numbers(baseline, own), numbers(baseline, richer)
    assert after["virgin_avoided"][1] >= before["virgin_avoided"][1]
    assert after["waste_avoided"] == before["waste_avoided"]
    assert after.get("co2e_avoided", (0, F(0)))[1] >= before.get("co2e_avoided", (0, F(0)))[1]


@given(products(), products())
def test_a_claim_without_proof_saves_nothing_by_itself_and_is_told_apart(baseline, product):
    own, unproven = offered(product), offered(product)
    for part in unproven["parts"]:
        part["feedstock"]["evidence"] = part["end_of_life"]["evidence"] = None
    proven, claimed = numbers(baseline, own), numbers(baseline, unproven)
    for saving, (lines, saved_by_proof, beyond) in proven.items():
        assert beyond == 0
        own_lines, saved_without, only_claimed = claimed[saving]
        assert (own_lines, saved_without + only_claimed) == (lines, saved_by_proof)
        assert only_claimed >= 0
