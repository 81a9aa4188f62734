"""Environmental cost on the test figures of circularity.md 6.1 and 6.3, and return values, worked out by hand."""

from fractions import Fraction as F

import pytest
from in_depth import PROOFS, measured, reported

import circular_tender as ct

#: Circularity.md 6.1: the amounts come to EUR 162.60234.
AMOUNTS = {
    "climate_change": "1250",  # × 0.116 = 145
    "acidification": "4.2",  # × 0.39 = 1.638
    "eutrophication_freshwater": "0.05",  # × 1.96 = 0.098
    "eutrophication_marine": "0.9",  # × 3.28 = 2.952
    "eutrophication_terrestrial": "9",  # × 0.36 = 3.24
    "photochemical_ozone": "3.1",  # × 1.22 = 3.782
    "ozone_depletion": "0.00002",  # × 32 = 0.00064
    "minerals_and_metals": "0.015",  # × 0.30 = 0.0045
    "fossil_fuels": "16000",  # × 0.00033 = 5.28
    "water_use": "120",  # × 0.00506 = 0.6072
}
PRICES = {  # EUR for one unit, circularity.md 6.1
    "climate_change": "0.116",
    "climate_change_fossil": "0.116",
    "climate_change_biogenic": "0.116",
    "climate_change_land_use": "0.116",
    "ozone_depletion": "32",
    "acidification": "0.39",
    "eutrophication_freshwater": "1.96",
    "eutrophication_marine": "3.28",
    "eutrophication_terrestrial": "0.36",
    "photochemical_ozone": "1.22",
    "minerals_and_metals": "0.30",
    "fossil_fuels": "0.00033",
    "water_use": "0.00506",
}
DOWN = {"kind": "linear", "zero_at": "1000", "full_at": "0"}


def cost(*categories, **more):
    return {
        "kind": "environmental_cost",
        "prices": "en15804_a2_2023",
        "categories": list(categories),
        "surcharge": {"specific": "0 %", "generic": "30 %"},
        "below_zero": "allowed",
        "evidence": "third_party",
        "otherwise": "1000",
        **more,
    }


def product(amounts, data="specific", proof="lab", line="chair", **more):
    impacts = {"set": "en15804_a2_2023", "amounts": amounts, "data": data, "evidence": proof, **more}
    return {"id": f"p-{line}", "line": line, "mass": "1 kg", "parts": [], "impacts": impacts}


def test_the_ten_weights():
    assert measured(cost(*AMOUNTS), product(AMOUNTS), scale=DOWN) == F("162.60234")
    assert measured(cost(*reversed(AMOUNTS)), product(AMOUNTS), scale=DOWN) == F("162.60234")


@pytest.mark.parametrize("category", PRICES)
def test_each_category_has_its_price(category):
    assert measured(cost(category), product({category: "1"}), scale=DOWN) == F(PRICES[category])
    assert measured(cost(category), product({category: "-2"}), scale=DOWN) == -2 * F(PRICES[category])


def test_only_the_categories_of_the_tender_count():
    assert measured(cost("climate_change"), product(AMOUNTS), scale=DOWN) == 145
    assert measured(cost("climate_change", "acidification"), product(AMOUNTS), scale=DOWN) == F("146.638")


def test_generic_data_cost_more():
    """NMD: 30 % on what is not of this product (circularity.md 6.1)."""
    assert measured(cost("climate_change"), product(AMOUNTS, "generic"), scale=DOWN) == F("188.5")


def test_generic_data_never_cost_less():
    """Of 1250 and -100: (1250 × 1.3 - 100 × 1) × 0.116; on -100 alone a surcharge would make the cost less."""
    asked = cost("climate_change_fossil", "climate_change_biogenic")
    made = {"climate_change_fossil": "1250", "climate_change_biogenic": "-100"}
    assert measured(asked, product(made, "generic"), scale=DOWN) == F("176.9")
    for data in ("specific", "generic"):
        assert measured(cost("climate_change"), product({"climate_change": "-100"}, data), scale=DOWN) == F("-11.6")


def test_a_cost_that_the_supplier_declares_does_not_count():
    assert measured(cost("climate_change"), product(AMOUNTS, declared_cost="1"), scale=DOWN) == 145


TWO = (("chair", "3"), ("desk", "2"))


def test_of_several_products_each_piece_counts():
    """3 × 1250 × 0.116 + 2 × 100 × 1.3 × 0.116 = 435 + 30.16."""
    both = (product(AMOUNTS), product({"climate_change": "100"}, "generic", line="desk"))
    assert measured(cost("climate_change"), *both, lines=TWO, scale=DOWN) == F("465.16")
    assert reported(cost("climate_change"), *both, lines=TWO, scale=DOWN) == {"pieces_with_impacts": 1}


@pytest.mark.parametrize(
    "lacks",
    [
        product({"acidification": "1"}, line="desk"),  # one of the categories is not told
        product({"climate_change": "1"}, line="desk"),
        product(AMOUNTS, proof="paper", line="desk"),
        product(AMOUNTS, proof=None, line="desk"),
        product({}, line="desk") | {"impacts": None},
    ],
)
def test_where_one_profile_lacks_the_whole_counts_as_otherwise(lacks):
    asked = cost("climate_change", "acidification")
    assert measured(asked, product(AMOUNTS), lacks, lines=TWO, scale=DOWN) == 1000
    assert reported(asked, product(AMOUNTS), lacks, lines=TWO, scale=DOWN) == {"pieces_with_impacts": F(3, 5)}


def test_of_a_product_that_is_not_in_the_basket_no_profile_is_needed():
    """5 × 145, whatever the desk is."""
    basket = {"reference_basket": {"chair": "5"}}
    desk = product({}, line="desk") | {"impacts": None}
    more = {"lines": TWO, "scale": DOWN, "tender": basket}
    assert measured(cost("climate_change"), product(AMOUNTS), desk, **more) == 725
    assert reported(cost("climate_change"), product(AMOUNTS), desk, **more) == {"pieces_with_impacts": 1}


@pytest.mark.parametrize(
    ("amount", "discount"),
    [  # kg CFC-11-eq at EUR 32; ceiling 100,000, floor 50,000, at most 500,000 (circularity.md 6.3)
        ("3437.5", 0),  # 110,000, above the ceiling
        ("3125", 0),  # 100,000
        ("2500", 200_000),  # 80,000: 20,000 of 50,000 below the ceiling
        ("1562.5", 500_000),  # 50,000
        ("1250", 500_000),  # 40,000, below the floor
    ],
)
def test_the_fictitious_discount(amount, discount):
    impact = cost("ozone_depletion", otherwise="100000")
    scale = {"kind": "linear", "zero_at": "100000", "full_at": "50000"}
    tender = ct.read_tender(
        {
            "schema": "circular-tender/tender/1",
            "reference": "T",
            "title": "T",
            "buyer": "B",
            "currency": "EUR",
            "prices": {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "1"}]},
            "award": {"method": "value_based", "on_rejection": "keep", "rounding": "none", "ties": []},
            "criteria": [
                {"id": "price", "title": "Price", "cost": {"kind": "price"}},
                {"id": "eci", "title": "ECI", "weight": "500000", "indicator": impact, "scale": scale},
            ],
        }
    )
    bid = {
        "schema": "circular-tender/bid/1",
        "tender": "T",
        "id": "acme",
        "bidder": "Acme",
        "prices": {"chair": "2000000"},
        "products": [product({"ozone_depletion": amount})],
        "evidence": PROOFS,
    }
    result = ct.assess(tender, ct.read_bids(bid))["acme"]
    assert dict(result.factors)["value"].value == discount
    assert result.total == 2_000_000 - discount


# Residual value

RESIDUAL = {"kind": "residual_value", "rate": "10 %", "counted": "amount", "evidence": "contractual"}
UP = {"kind": "linear", "zero_at": "0", "full_at": "1000"}


def paid(amount, after, proof="term"):
    return {"amount": amount, "after": after, "evidence": proof}


def residual(values, lines=TWO, **changes):
    taken = {"share": "100 %", "term": "9 years", "cost": "free", "guarantee": "contractual", "return_values": values}
    scale = (
        UP if changes.get("counted", "amount") == "amount" else {"kind": "linear", "zero_at": "0 %", "full_at": "9 %"}
    )
    prices = {"chair": "100", "desk": "200"}
    return measured(RESIDUAL | changes, products=[], lines=lines, scale=scale, take_back=taken, prices=prices)


@pytest.mark.parametrize(
    ("values", "value"),
    [
        ({"chair": paid("121", "2 years"), "desk": None}, F(300)),  # 3 × 121 ÷ 1.1²
        ({"chair": paid("121", "24 months"), "desk": paid("11", "1 year")}, F(320)),  # and 2 × 11 ÷ 1.1
        ({"desk": paid("11", "1 year"), "chair": paid("121", "2 years")}, F(320)),  # in whatever order
        ({"chair": paid("121", "2 years", "lab"), "desk": paid("11", "1 year")}, F(20)),  # only a contract will do
        ({"chair": paid("121", "2 years", None), "desk": None}, F(0)),
        ({"chair": None, "desk": None}, F(0)),
        ({"chair": paid("0", "2 years"), "desk": None}, F(0)),
    ],
)
def test_residual_value(values, value):
    assert residual(values) == value


def test_residual_value_without_a_rate_is_what_is_paid():
    assert residual({"chair": paid("121", "2.5 years"), "desk": paid("1", "50 years")}, rate="0 %") == 365


def test_residual_value_after_half_a_year_is_rounded_to_12_decimals():
    """√1.21 = 1.1 is no rounding; √1.1 = 1.0488088481701515… is."""
    assert residual({"chair": paid("121", "6 months"), "desk": None}, rate="21 %") == 330
    half = residual({"chair": paid("1", "0.5 years"), "desk": None})
    assert half == 3 / F("1.048808848170")


def test_residual_value_as_a_share_of_the_price():
    """320 of 3 × 100 + 2 × 200."""
    values = {"chair": paid("121", "2 years"), "desk": paid("11", "1 year")}
    assert residual(values, counted="share_of_price") == F(320, 700)


def test_without_take_back_there_is_no_residual_value():
    assert measured(RESIDUAL, products=[], scale=UP, take_back=None) == 0
