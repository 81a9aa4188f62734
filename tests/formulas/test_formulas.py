"""Each formula on numbers of which the result is known by hand or from a source that the test names."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Formula, Given, derive
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column, Table
from circular_tender.formulas import (
    award,
    catalogue,
    circularity,
    flows,
    impacts,
    low_prices,
    methods,
    panel,
    price,
    repair,
    scales,
)

PRICES = Column([F(100), F(110), F(125), F(150)])  # scoring.md 1.2, with ceiling 200 and floor 80


def of(formula, **inputs):
    """What a formula makes of plain values."""
    value = derive(formula, **{name: Given(value, "number", ()) for name, value in inputs.items()}).value
    return list(value) if isinstance(value, Column) else value


def test_lowest_over_own_is_f01_of_the_catalogue():
    assert of(scales.lowest, own=PRICES) == 100
    assert of(scales.lowest_over_own, lowest=F(100), own=PRICES) == [1, F(10, 11), F(4, 5), F(2, 3)]


def test_linear_is_f04_of_the_catalogue():
    assert of(scales.linear, measured=PRICES, zero_at=F(200), full_at=F(80)) == [F(5, 6), F(3, 4), F(5, 8), F(5, 12)]


def test_linear_from_the_ceiling_to_zero_is_f05_of_the_catalogue():
    assert of(scales.linear, measured=PRICES, zero_at=F(200), full_at=F(0)) == [F(1, 2), F(9, 20), F(3, 8), F(1, 4)]


def test_linear_is_the_scale_of_vafab_e8():
    bids = Column([F(1_850_000), F(650_000), F(3_100_000)])  # published: 27.5 and 55 of 55 points; dearer earns 0
    assert of(scales.linear, measured=bids, zero_at=F(3_000_000), full_at=F(700_000)) == [F(1, 2), 1, 0]


def test_bilinear_at_mean_is_f10_of_the_catalogue():
    discounts = Column([(200 - p) / 200 for p in PRICES])
    average, highest = of(scales.average, own=discounts), of(scales.highest, own=discounts)
    assert (average, highest) == (F(63, 160), F(1, 2))
    of_each = of(scales.bilinear_at_mean, own=discounts, average=average, highest=highest, at_mean=F(9, 10))
    assert of_each == [1, F(81, 85), F(6, 7), F(4, 7)]


def test_bilinear_at_mean_where_all_bids_are_equal_earns_what_the_mean_earns():
    same = Column([F(1, 10)] * 3)
    ratios = of(scales.bilinear_at_mean, own=same, average=F(1, 10), highest=F(1, 10), at_mean=F(9, 10))
    assert ratios == [F(9, 10)] * 3


def test_bilinear_at_mean_of_no_discount_at_all_is_undefined():
    with pytest.raises(UndefinedResult):
        of(scales.bilinear_at_mean, own=Column([F(0)]), average=F(0), highest=F(0), at_mean=F(9, 10))


def test_points():
    assert of(award.weighted, ratio=Column([F(1, 2), F(1, 3)]), weight=F(30)) == [15, 10]
    rounded = of(award.rounded_points, points=Column([F(1, 8), F(1, 3)]), places=F(2), mode="half_up")
    assert rounded == [F(13, 100), F(33, 100)]
    assert of(award.summed, a=Column([F(1), F(2)]), b=Column([F(10), F(20)])) == [11, 22]
    assert of(award.best, points=Column([F(32), F(42), F(27)])) == 42


@pytest.mark.parametrize(("max_pass", "points"), [(1, 42), (2, 32), (3, 32), (4, 27), (5, 27)])
def test_the_points_of_the_last_that_goes_on(max_pass, points):
    assert of(award.last_to_pass, points=Column([F(32), F(42), F(27), F(32)]), max_pass=F(max_pass)) == points


def test_rescaling_is_that_of_venice_e1():
    raw = Column([F("42.8"), F("32.6"), F("27.1")])  # published: 50.000, 38.084 and 31.659 of 50
    rescaled = of(award.rescaled, points=raw, best=F("42.8"), weight=F(50))
    assert rescaled == [50, F(8150, 214), F(6775, 214)]  # 32.6 × 50 ÷ 42.8 and 27.1 × 50 ÷ 42.8
    assert [f"{float(x):.3f}" for x in rescaled] == ["50.000", "38.084", "31.659"]


def test_points_of_the_bids_that_remain():
    points, bids = Column([F(1), F(2), F(3)]), Column(["a", "b", "c"])
    assert of(award.of_remaining, points=points, bids=bids, remaining=Column(["c", "a"])) == [3, 1]


def test_price_schedule():
    assert of(price.schedule_total, quantity=Column([F(400), F(450)]), unit_price=Column([F(399), F(285)])) == 287_850
    assert of(price.row, table=Table((("a", F(1)), ("b", F(2)))), key=Column(["b", "a"])) == [2, 1]


def test_masses():
    pieces, mass = Column([F(2), F(3)]), Column([F(6), F(1, 2)])
    assert of(circularity.total_mass, pieces=pieces, mass=mass) == F(27, 2)
    share, counts = Column([F(1, 2), F(1)]), Column([F(1), F(0)])
    assert of(circularity.destined_mass, pieces=pieces, mass=mass, share=share, counts=counts) == 6
    assert of(circularity.covered_mass, pieces=pieces, mass=mass, present=counts) == 12
    assert of(circularity.sum_of_masses, masses=mass) == F(13, 2)
    assert of(circularity.coverage, part=F(3), whole=F(12)) == F(1, 4)


def test_proof_counts_from_the_kind_that_is_asked_for():
    assert of(circularity.counts, asked=F(2), shown=Column([F(0), F(1), F(2), F(3)])) == [0, 0, 1, 1]


def test_reuse_value_takes_the_rest_at_otherwise():
    destined, value = Column([F(9), F("4.8")]), Column([F(1), F("0.4")])
    # (9 × 1 + 4.8 × 0.4 + (32 − 13.8) × 0.1) ÷ 32 = 12.74 ÷ 32
    assert of(circularity.value_by_mass, destined=destined, value=value, otherwise=F("0.1"), mass=F(32)) == F(637, 1600)


def test_passport_value_is_coverage_times_fields_times_verification():
    assert of(circularity.filled_fields, a=Column([F(1), F(0)]), b=Column([F(1), F(1)])) == [2, 1]
    assert of(circularity.field_count, fields=Column([F(1)] * 3)) == 3
    value = of(
        circularity.passport_value,
        pieces=Column([F(2), F(3)]),
        mass=Column([F(6), F(2)]),
        completeness=Column(of(circularity.completeness, filled=Column([F(2), F(3)]), asked=F(3))),
        verification=Column([F("0.8"), F(1)]),
        whole=F(32),
    )
    assert value == F(31, 80)  # (2 × 6 × ⅔ × 0.8 + 3 × 2) ÷ 32 = 12.4 ÷ 32


def test_what_is_told_counts_where_it_holds():
    claimed = Column([F(8), F(8)])
    assert of(circularity.told, holds=Column([F(1), F(0)]), claimed=claimed, otherwise=F(3)) == [8, 3]
    assert of(circularity.told, holds=F(0), claimed=F(8), otherwise=F(3)) == 3


def test_terms():
    terms = Column([F(10), F(4), F(5)])
    assert of(circularity.lowest_of_products, values=terms) == 4
    # (2 × 10 + 3 × 4 + 5 × 5) ÷ (2 + 3 + 5) = 57 ÷ 10
    assert of(circularity.mean_by_pieces, pieces=Column([F(2), F(3), F(5)]), values=terms) == F(57, 10)


# By hand: what each result is measured in; of an empty one and of the name of an input, that of the input.
UNITS = {
    award: {
        "weight": "weighted rescaled",
        "": "rounded_points summed of_remaining last_to_pass best",
    },
    methods: {
        "amount": "monetised present_value income total_cost evaluation_price discounted_price cost_per_point "
        "relative_value_cost adjusted_price with_costs",
        "number": "discount_factor quality_per_price in_band emphasis utility_index superiority coefficient",
        "ratio": "quality_share",
        "decisive": "decides",
        "": "lowest_of_all highest_of_all",
    },
    catalogue: {
        "ratio": "cut lowest_over_own_unless_zero highest_to_lowest slope_from_lowest ceiling_to_lowest concave "
        "concave_of_ratio power_of_ratio_to_best below_ceiling bilinear_unless_all_zero lowest_line mean_line "
        "logarithmic power_of_reference",
        "": "half_of_estimate_and_lowest",
    },
    circularity: {
        "mass": "total_mass part_mass destined_mass sum_of_masses covered_mass",
        "ratio": "value_by_mass coverage passport_value take_back_value completeness level_worth first_level_worth "
        "also part_of_term with_coverage capped",
        "number": "counts in_force filled_fields field_count level_reached worth_something",
        "claimed": "told",
        "values": "mean_by_pieces",
        "": "lowest_of_products in_basket dated",
    },
    flows: {
        "mass": "restored recovered feedstock_loss recycling_loss remainder waste",
        "ratio": "sum_of_shares energy_share linear_flow wholly_linear material_circularity untp_circularity "
        "share_of_product mean_by_mass sum_of_ratios",
        "number": "average_utility utility_of_lifetime utility_of_use utility_at_most",
        "": "proven of_each_product",
    },
    repair: {
        "ratio": "connection_index hardest_connection proven_index mean_index index_of_product reusable_part spare_part "
        "mean_of_spare_parts",
        "number": "french_repairability in_time within_limit all_hold",
    },
    impacts: {
        "number": "impact whole_profile of_every_product holds_or_is_outside",
        "amount": "priced cost_of_one environmental_cost value_today sum_of_values",
        "cost": "cost_or_otherwise",
        "ratio": "share_of_pieces share_of_price surcharge_above_zero",
    },
    low_prices: {
        "": "mean_price sum_of_prices lowest_price mean_of_others bound_above mean_of_three mean_of_the_rest "
        "reduced_by_a_third limit_below part_of points_of",
        "number": "number_of_prices under at_or_under reaches any_of all_of",
    },
    panel: {"": "mean_of_members median_of_members rounded_mark trimmed_mean_of_members"},
    price: {"table": "row", "unit_price": "schedule_total"},
    scales: {
        "ratio": "linear lowest_over_own bilinear_at_mean at_least at_most segment ratio_to_best",
        "": "lowest highest average",
    },
}


@pytest.mark.parametrize("room", UNITS, ids=lambda room: room.__name__)
def test_the_unit_of_each_formula(room):
    units = {formula.name: formula.unit for formula in vars(room).values() if isinstance(formula, Formula)}
    assert units == {name: unit for unit, names in UNITS[room].items() for name in names.split()}


def test_a_proof_counts_until_its_last_day():
    until = Column([F(9), F(10), F(11)])
    assert of(circularity.in_force, on=F(10), until=until) == [F(0), F(1), F(1)]
    assert of(circularity.dated, proof=Column([F(1), F(1), F(0)]), in_force=Column([F(0), F(1), F(1)])) == [
        F(0),
        F(1),
        F(0),
    ]


def test_every_member_counts_the_same():
    assert of(panel.mean_of_members, marks=Column([F(6), F(7), F(9)])) == F(22, 3)


@pytest.mark.parametrize(
    ("share", "term", "cost", "guarantee", "value"),
    [
        ("0.6", 12, "1", "1", "0.48"),
        ("1", 20, "1", "0.8", "0.8"),  # a longer term than asked for earns no more
        ("0.8", 10, "0.5", "0.8", "16/75"),
        ("0", 15, "1", "1", "0"),
        ("1", 15, "0", "1", "0"),
    ],
)
def test_take_back_value_multiplies(share, term, cost, guarantee, value):
    inputs = {"share": F(share), "term": F(term), "within": F(15), "cost": F(cost), "guarantee": F(guarantee)}
    assert of(circularity.take_back_value, **inputs) == F(value)


@pytest.mark.parametrize(
    ("marks", "median", "trimmed"),
    [
        (["6", "7", "9"], "7", "7"),
        (["9", "6", "7", "6"], "13/2", "13/2"),  # (6 + 7) ÷ 2, twice
        (["10", "0", "0", "0", "0"], "0", "0"),
        (["8", "8", "8"], "8", "8"),
        (["-3", "1", "2", "5", "10"], "2", "8/3"),  # (1 + 2 + 5) ÷ 3
        (["0.1", "0.2", "0.3", "0.4"], "1/4", "1/4"),
        (["1", "10", "10", "10"], "10", "10"),  # one of the highest is left out, and not all three
    ],
)
def test_what_the_marks_of_members_come_to(marks, median, trimmed):
    for column in (Column(map(F, marks)), Column(map(F, sorted(marks)))):
        assert of(panel.median_of_members, marks=column) == F(median)
        assert of(panel.trimmed_mean_of_members, marks=column) == F(trimmed)


def test_of_two_members_nothing_is_left_without_the_highest_and_the_lowest():
    with pytest.raises(UndefinedResult):
        of(panel.trimmed_mean_of_members, marks=Column([F(1), F(2)]))


def test_a_mark_is_rounded_as_published_and_keeps_its_unit():
    rounded = derive(
        panel.rounded_mark,
        mark=Given(F(25, 4), "number", ()),
        places=Given(F(1), "number", ()),
        mode=Given("half_even", "text", ()),
    )
    assert (rounded.value, rounded.unit) == (F(31, 5), "number")
