"""The formulas of award methods and costs, on numbers of which the result was worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Given, derive
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column
from circular_tender.formulas import catalogue, methods

COSTS = Column([F(100), F(160), F(80)])
POINTS = Column([F(80), F(100), F(50)])


def of(formula, **inputs):
    """What a formula makes of plain values."""
    value = derive(formula, **{name: Given(value, "number", ()) for name, value in inputs.items()}).value
    return list(value) if isinstance(value, Column) else value


def test_an_effect_is_worth_so_much_for_each_unit():
    assert of(methods.monetised, quantity=Column([F(50), F(0)]), worth=F(1, 4)) == [F(25, 2), 0]


def test_a_discount_factor_is_the_sum_over_the_years():
    """At 25 %: at once 1, after a year 4/5, after two 16/25."""
    assert of(methods.discount_factor, rate=F(1, 4), years=Column([F(0)])) == 1
    assert of(methods.discount_factor, rate=F(1, 4), years=Column([F(1), F(2)])) == F(36, 25)
    assert of(methods.discount_factor, rate=F(0), years=Column([F(1), F(2), F(7)])) == 3


def test_todays_money_income_and_the_sum_of_costs():
    assert of(methods.present_value, amount=Column([F(25), F(100)]), factor=F(36, 25)) == [36, 144]
    assert of(methods.income, amount=Column([F(32), F(-1)])) == [-32, 1]
    assert of(methods.total_cost, purchase=COSTS, energy=Column([F(1), F(2), F(3)])) == [101, 162, 83]


def test_an_evaluation_price_and_a_price_after_discounts():
    assert of(methods.evaluation_price, cost=COSTS, value=Column([F(30), F(0), F(90)])) == [70, 160, -10]
    assert of(methods.discounted_price, cost=COSTS, discount=Column([F(1, 4), F(0), F(1, 5)])) == [75, 160, 64]


def test_a_price_per_point_has_no_value_without_points():
    assert of(methods.cost_per_point, cost=COSTS, points=POINTS) == [F(5, 4), F(8, 5), F(8, 5)]
    with pytest.raises(UndefinedResult):
        of(methods.cost_per_point, cost=COSTS, points=Column([F(1), F(0), F(1)]))


def test_quality_per_price():
    assert of(methods.quality_per_price, factor=F(1000), points=POINTS, cost=COSTS) == [800, 625, 625]


def test_a_band_reaches_down_to_its_lower_end():
    """8 % below 50 is 46, which is still within."""
    index = Column([F(50), F(46), F("45.999")])
    assert of(methods.in_band, index=index, best_index=F(50), width=F(8, 100)) == [1, 1, 0]
    within = Column([F(1), F(1), F(0)])
    assert of(methods.decides, in_band=within, decisive=Column([F(7), F(9), F(99)])) == [7, 9, 0]


def test_a_utility_index():
    """Of 100 points; quality 50 and price 50: 0.8, 0.5 and so on are divided by how much dearer a bid is."""
    share = of(methods.quality_share, points=POINTS, maximum=F(100))
    assert share == [F(4, 5), 1, F(1, 2)]
    assert of(methods.emphasis, quality=F(20), price=F(80)) == F(1, 4)
    index = of(
        methods.utility_index,
        share=Column(share),
        best_share=F(1),
        emphasis=F(1, 2),
        lowest_cost=F(80),
        cost=COSTS,
    )
    assert index == [F(9, 10) * F(4, 5), F(1, 2), F(3, 4)]


def test_a_relative_value_cost():
    """A superiority of (80 + 100) ÷ (50 + 100) is 6/5; 100 ÷ 6/5 is 250/3."""
    superiority = of(methods.superiority, points=POINTS, lowest_points=F(50), maximum=F(100))
    assert superiority == [F(6, 5), F(4, 3), 1]
    assert of(methods.relative_value_cost, cost=COSTS, superiority=Column(superiority)) == [F(250, 3), 120, 80]


def test_the_coefficient_of_prozorro():
    """1 + 0.2 ÷ 0.7 is 9/7; 499 ÷ 9/7 is 3493/9; costs over the life come after."""
    assert of(methods.coefficient, value=Column([F("0.2"), F(0)]), maximum=F("0.3")) == [F(9, 7), 1]
    adjusted = of(methods.adjusted_price, cost=Column([F(499), F(510)]), coefficient=Column([F(9, 7), F(1)]))
    assert adjusted == [F(3493, 9), 510]
    assert of(methods.with_costs, adjusted=Column(adjusted), added=Column([F(1), F(2)])) == [F(3502, 9), 512]


def test_the_lowest_and_the_highest_of_all():
    assert of(methods.lowest_of_all, values=COSTS) == 80
    assert of(methods.highest_of_all, values=COSTS) == 160


def test_formulas_of_prices_hold_for_cents_as_for_thousands():
    """Two prices of 25 and 50 cents: what is compared with 0 is compared with nothing else."""
    own = Column([F(1, 4), F(1, 2)])
    ends = {"highest": F(1, 2), "all_zero": F(0)}
    assert of(catalogue.lowest_line, own=own, lowest=F(1, 4), **ends) == [1, F(1, 2)]
    assert of(catalogue.power_of_ratio_to_best, own=own, exponent=F(1), **ends) == [F(1, 2), 1]
    line = {"average": F(3, 8), "at_mean": F(1, 2), "slope": F(1), "mean_zero": F(0)}
    assert of(catalogue.mean_line, own=own, **line) == [F(5, 6), F(1, 6)]
    nothing = {"own": Column([F(0), F(0)]), "highest": F(0), "all_zero": F(1, 3), "exponent": F(1)}
    assert of(catalogue.power_of_ratio_to_best, **nothing) == [F(1, 3), F(1, 3)]
