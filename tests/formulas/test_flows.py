"""The formulas of flows, repair and impacts on numbers of which the result is known by hand or from circularity.md."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Given, derive
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column
from circular_tender.formulas import circularity, flows, impacts, repair


def of(formula, **inputs):
    """What a formula makes of plain values; a list is a column."""
    given = {n: Column([*map(each, v)]) if isinstance(v, list) else each(v) for n, v in inputs.items()}
    value = derive(formula, **{name: Given(value, "number", ()) for name, value in given.items()}).value
    return list(value) if isinstance(value, Column) else value


def each(value):
    """A number that is written as a text or an int; the name of a part as it is."""
    return value if isinstance(value, str) and value[:1].isalpha() else F(value)


# Flows; T5 is circularity.md 3.2: 10 kg, half of it recycled, 80 % to recycling and 10 % to reuse, 75 % efficient


def test_the_flows_of_t5():
    mass = ["10", "2"]
    restored = of(flows.restored, mass=mass, recycled=["0.5", "0.1"], reused=["0", "0.2"], sustained=["0", "0.4"])
    assert restored == [5, F("1.4")]
    recovered = of(
        flows.recovered,
        mass=mass,
        to_recycling=["0.8", "0.1"],
        to_reuse=["0.1", "0.2"],
        composted=["0", "0.3"],
        energy=["0", "0.05"],
    )
    assert recovered == [9, F("1.3")]
    assert of(flows.feedstock_loss, mass=mass, recycled=["0.5", "1"], efficiency=["0.75", "0.4"]) == [F(5, 3), 3]
    assert of(flows.recycling_loss, mass=mass, to_recycling=["0.8", "1"], efficiency=["0.75", "0.4"]) == [2, F("1.2")]
    assert of(flows.remainder, mass=mass, part=["9", "1.3"]) == [1, F("0.7")]
    assert of(flows.waste, unrecovered=["1", "3"], feedstock_loss=["5/3", "4"], recycling_loss=["2", "8"]) == [
        F(17, 6),
        9,
    ]


def test_the_linear_flow_of_t5_and_of_nothing():
    """(5 + 17/6) ÷ (20 + (5/3 − 2) ÷ 2) = 47/119; (½ + 5/4) ÷ (2 + ½ ÷ 2) = 7/9 (T8); of 0 kg 0; of a linear one 1."""
    found = of(
        flows.linear_flow,
        mass=["10", "1", "0", "10", "1/4"],
        virgin=["5", "1/2", "0", "10", "1/4"],
        waste=["17/6", "5/4", "0", "10", "1/4"],
        feedstock_loss=["5/3", "1/2", "0", "0", "0"],
        recycling_loss=["2", "0", "0", "0", "0"],
    )
    assert found == [F(47, 119), F(7, 9), 0, 1, 1]


def test_the_indicator_itself():
    """T1 to T6 of circularity.md 3.2; without a utility 0; of LFI = 0 it is 1, and never below 0."""
    found = of(
        flows.material_circularity,
        linear_flow=["1", "0", "1", "1", "47/119", "47/119", "0", "0.9", "10/9"],
        utility=["1", "1", "0.5", "2", "1", "1.5", "0", "0.81", "1"],
    )
    assert found == [F(1, 10), 1, 0, F(11, 20), F(767, 1190), F(454, 595), 0, 0, 0]


def test_the_figure_of_untp():
    """Its sample is 1/2 (circularity.md 4.3); without a utility 0, and never below 0 nor above 1."""
    found = of(
        flows.untp_circularity,
        recycled=["0.3", "1", "0", "1", "0", "0.5", "1"],
        recyclable=["0.5", "1", "0", "1", "0", "0.5", "0.5"],
        utility=["1.2", "1", "1", "0", "0.5", "0.25", "2"],
    )
    assert found == [F(1, 2), 1, 0, 0, 0, 0, F(7, 8)]


def test_utility():
    assert of(flows.average_utility) == of(flows.wholly_linear) == 1
    assert of(flows.utility_of_lifetime, lifetime=["15", "0"], average=["10", "4"]) == [F(3, 2), 0]
    assert of(flows.utility_of_use, utility=["1.5", "1"], intensity=["4", "3"], usual=["6", "2"]) == [1, F(3, 2)]
    assert of(flows.utility_at_most, utility=["0.5", "2", "2.5"], most="2") == [F(1, 2), 2, 2]


def test_shares():
    assert of(flows.sum_of_shares) == 0
    assert of(flows.sum_of_shares, a=["0.2", "0"], b=["0.3", "1"]) == [F(1, 2), 1]
    assert of(flows.proven, claimed=["0.4", "0.4"], counts=["1", "0"]) == [F(2, 5), 0]
    assert of(flows.energy_share, energy=["0.5", "0.2"], sustained=["0.25", "0.3"], efficiency="0.4", carbon="0.5") == [
        F(1, 20),
        F(1, 25),
    ]


def test_sums_of_each_product():
    found = of(flows.of_each_product, values=["1", "2", "4"], parts=["a", "b", "a"], products=["b", "c", "a"])
    assert found == [2, 0, 5]
    assert of(flows.share_of_product, part=["1", "3"], mass=["4", "5"]) == [F(1, 4), F(3, 5)]
    # (2 × 3 × 0.5 + 1 × 4 × 1) ÷ 14
    assert of(flows.mean_by_mass, pieces=["2", "1"], mass=["3", "4"], value=["0.5", "1"], whole="14") == F(1, 2)
    assert of(flows.sum_of_ratios, parts="0.3", rest="0.25") == F("0.55")


# Disassembly and repair


def test_the_index_of_a_connection():
    """The vectors of circularity.md 2.3, and a permutation that changes nothing in a harmonic mean."""
    found = of(
        repair.connection_index,
        type=["1", "0.8", "0.8", "0.1"],
        access=["1", "0.8", "0.6", "1"],
        intersections=["1", "1", "0.4", "1"],
        edge=["1", "0.4", "0.4", "1"],
    )
    assert found == [1, F(2, 3), F(48, 95), F(4, 13)]


def test_the_hardest_connection_of_each_part():
    found = of(repair.hardest_connection, values=["0.5", "0.4", "1"], connected=["b", "b", "a"], parts=["a", "b", "c"])
    assert found == [1, F(2, 5), F(1, 10)]
    assert of(repair.proven_index, index=["0.8", "0.8"], counts=["1", "0"]) == [F(4, 5), F(1, 10)]


def test_the_mean_index_takes_the_rest_at_the_lowest():
    """(2 × 3 × 0.5 + 4 × 1 + 10 × 0.1) ÷ 20."""
    assert of(repair.mean_index, pieces=["2", "1"], mass=["3", "4"], index=["0.5", "1"], whole="20") == F(2, 5)


def test_which_part_of_a_claim_counts():
    found = of(repair.reusable_part, claimed=["0.9", "0.5", "2/3", "0", "1"], index=["2/3", "2/3", "2/3", "0.1", "0.1"])
    assert found == [F(20, 27), 1, 1, 1, F(1, 10)]


CARD_A = {  # circularity.md 2.4; the price of parts and what is specific are not in the source
    "documentation": "7.7",
    "disassembly": "7.8",
    "tools": "10",
    "fasteners": "10",
    "years_list_2": "10",
    "years_list_1": "10",
    "delivery_list_2": "9.2",
    "delivery_list_1": "9.2",
    "parts_price": "0",
    "specific": "0",
}


def test_the_french_index_of_card_a():
    """15.4 + 17.8 + 19.6 of its first three criteria, each out of 20; full marks are 10."""
    assert of(repair.french_repairability, **CARD_A) == F("5.28")
    assert of(repair.french_repairability, **dict.fromkeys(CARD_A, "10")) == 10


@pytest.mark.parametrize(
    ("mark", "coefficient"),
    [*zip(CARD_A, ("2", "1", "0.5", "0.5", "1", "0.5", "0.3", "0.2", "2", "2"), strict=True)],
)
def test_the_coefficient_of_each_mark(mark, coefficient):
    assert of(repair.french_repairability, **dict.fromkeys(CARD_A, "0") | {mark: "10"}) == F(coefficient)


def test_of_several_products():
    assert of(circularity.lowest_of_products, values=["8", "4", "6"]) == 4
    assert of(circularity.mean_by_pieces, pieces=["3", "1"], values=["8", "4"]) == 7
    assert of(circularity.in_basket, values=["8", "4", "1"], pieces=["2", "1", "0"]) == [8, 4, 8]


def test_spare_parts():
    assert of(repair.in_time, delivery=["4", "5", "6"], within="5") == [1, 1, 0]
    found = of(repair.spare_part, available=["8", "12", "10", "0"], asked="10", counts=["1", "1", "0", "1"])
    assert found == [F(4, 5), 1, 0, 0]
    assert of(repair.mean_of_spare_parts, parts=["0.8", "1", "0"]) == F(3, 5)


def test_limits():
    assert of(repair.within_limit, share=["0.001", "0.0011", "0"], limit="0.001") == [1, 0, 1]
    assert of(repair.all_hold, a=["1", "1", "0"], b=["1", "0", "0"]) == [1, 0, 0]
    assert of(repair.all_hold) == 1


# Impacts and residual value


def test_what_the_impacts_of_one_piece_cost():
    # by hand: 40 × 0.116 = 4.64, 0.1 × 0.39 = 0.039
    assert of(impacts.priced, amount="40", price="0.116") == F("4.64")
    assert of(impacts.cost_of_one, first="4.64", second="0.039") == F("4.679")


def test_the_index_of_a_product_takes_what_is_not_described_at_the_lowest():
    # by hand: of 10 kg 5 are described, with an index of 4 ÷ 5; the other 5 at 1/10: (4 + ½) ÷ 10
    assert of(repair.index_of_product, indexed="4", described="5", mass="10") == F(9, 20)


def test_the_environmental_cost_of_two_categories():
    """(3 × 1250 × 1 + 2 × 100 × 1.3) × 0.116 + 10 × 0.39 = 4010 × 0.116 + 3.9."""
    climate = of(impacts.impact, pieces=["3", "2"], amount=["1250", "100"], surcharge=["0", "0.3"])
    assert climate == 4010
    assert of(impacts.environmental_cost, impacts=["4010", "10"], prices=["0.116", "0.39"]) == F("469.06")
    assert of(impacts.impact, pieces=["1"], amount=["-5"], surcharge=["0.2"]) == -6
    assert of(impacts.surcharge_above_zero, amount=["5", "0", "-5"], surcharge=["0.2", "0.2", "0.2"]) == [
        F(1, 5),
        F(1, 5),
        0,
    ]


def test_a_cost_counts_where_every_product_has_a_profile():
    assert of(impacts.cost_or_otherwise, holds="1", cost="5", otherwise="9") == 5
    assert of(impacts.cost_or_otherwise, holds="0", cost="5", otherwise="9") == 9
    assert of(impacts.whole_profile, told=["1", "1", "0", "0"], counts=["1", "0", "1", "0"]) == [1, 0, 0, 0]
    assert of(impacts.of_every_product, holds=["1", "1"]) == 1
    assert of(impacts.of_every_product, holds=["1", "0", "1"]) == 0
    assert of(impacts.share_of_pieces, pieces=["3", "2", "5"], holds=["1", "0", "1"]) == F(4, 5)
    assert of(impacts.holds_or_is_outside, holds=["1", "0", "0"], pieces=["2", "0.5", "0"]) == [1, 0, 1]


def test_the_value_of_today():
    """10 × 121 ÷ 1.1² = 1000; 4 × 5 ÷ 1 at once; nothing without proof; 1.21^½ = 1.1."""
    found = of(
        impacts.value_today,
        quantity=["10", "4", "10"],
        amount=["121", "5", "121"],
        rate="0.1",
        after=["2", "0", "2"],
        counts=["1", "1", "0"],
    )
    assert found == [1000, 20, 0]
    half = {"quantity": ["3"], "amount": ["11"], "counts": ["1"], "after": ["0.5"]}
    assert of(impacts.value_today, rate="0.21", **half) == [30]
    assert of(impacts.sum_of_values, values=["1000", "20"]) == 1020


def test_the_value_as_a_share_of_the_price():
    assert of(impacts.share_of_price, value="320", price="700") == F(16, 35)
    assert of(impacts.share_of_price, value="0.1", price="0.5") == F(1, 5)
    assert of(impacts.share_of_price, value="0", price="0") == 0


# Passports in levels, and what is capped


def test_levels_of_a_passport():
    """Three parts; the first level has 2 fields and is worth 40 %, the second 1 and 70 %."""
    first = of(circularity.level_reached, below=["1", "1", "0"], filled=["2", "2", "2"], asked="2")
    assert first == [1, 1, 0]
    assert of(circularity.level_reached, below=["1"], filled=["1"], asked="2") == [0]
    second = of(circularity.level_reached, below=["1", "1", "0"], filled=["1", "0", "1"], asked="1")
    assert second == [1, 0, 0]
    below = of(circularity.first_level_worth, reached=["1", "1", "0"], worth="0.4")
    assert below == [F(2, 5), F(2, 5), 0]
    worth = of(
        circularity.level_worth, below=["0.4", "0.4", "0"], reached=["1", "0", "0"], worth="0.7", worth_below="0.4"
    )
    assert worth == [F(7, 10), F(2, 5), 0]


def test_factors_of_a_passport():
    assert of(circularity.completeness, filled=["2", "0"], asked="5") == [F(2, 5), 0]
    assert of(circularity.also, value=["0.5", "1"], factor=["0.8", "0"]) == [F(2, 5), 0]
    assert of(circularity.part_of_term, term=["6", "15", "20", "0"], asked="15") == [F(2, 5), 1, 1, 0]
    assert of(circularity.with_coverage, value="0.9", covered="0.9", least_coverage="0.9") == F(9, 10)
    assert of(circularity.with_coverage, value="0.9", covered="0.89", least_coverage="0.9") == 0
    assert of(circularity.worth_something, completeness=["0.5", "1", "0"], verification=["0.1", "0", "1"]) == [1, 0, 0]
    assert of(circularity.part_mass, mass=["4", "6"], share=["0.5", "0"]) == [2, 0]
    assert of(circularity.capped, share=["0.9", "0.5"], counted=["20/27", "1"]) == [F(2, 3), F(1, 2)]


@pytest.mark.parametrize(
    ("formula", "inputs"),
    [
        (flows.feedstock_loss, {"mass": ["1"], "recycled": ["1"], "efficiency": ["0"]}),
        (circularity.mean_by_pieces, {"pieces": ["0"], "values": ["1"]}),
        (repair.connection_index, {key: ["0"] for key in ("type", "access", "intersections", "edge")}),
        (impacts.share_of_pieces, {"pieces": ["0"], "holds": ["1"]}),
    ],
)
def test_what_has_no_value_is_undefined(formula, inputs):
    with pytest.raises(UndefinedResult):
        of(formula, **inputs)
