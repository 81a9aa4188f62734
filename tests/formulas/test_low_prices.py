"""The formulas about low prices on the figures of scoring.md 2.11 and E14, and on numbers worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Given, derive
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column
from circular_tender.formulas import low_prices


def of(formula, **inputs):
    """What a formula makes of plain values."""
    value = derive(formula, **{name: Given(value, "number", ()) for name, value in inputs.items()}).value
    return list(value) if isinstance(value, Column) else value


def below(value, reference, share, how=low_prices.under):
    return of(how, value=F(value), limit=of(low_prices.limit_below, reference=F(reference), share=F(share)))


@pytest.mark.parametrize(
    ("initial", "after", "flags"),
    [  # of the first bid, as in ProZorro's own suite
        (("1100", "1000", "1200"), ("500", "1000", "1100"), (1, 1)),
        (("11000", "833", "800"), ("490", "700", "850"), (0, 1)),
        (("600", "1000", "1000"), ("600", "857.14", "850"), (1, 0)),
    ],
)
def test_the_published_triples_of_prozorro(initial, after, flags):
    prices = Column([F(price) for price in initial])
    together = of(low_prices.sum_of_prices, prices=prices)
    count = of(low_prices.number_of_prices, prices=prices)
    mean = of(low_prices.mean_of_others, together=together, own=F(initial[0]), bids=count)
    following = of(low_prices.lowest_price, prices=Column([F(after[1])]))
    found = (
        below(after[0], mean, "0.4", low_prices.at_or_under),
        below(after[0], following, "0.3", low_prices.at_or_under),
    )
    assert found == flags


@pytest.mark.parametrize(
    ("value", "reference", "share", "holds"),
    [  # Spain, one bid beside a budget of 100, and two bids; computed in scoring.md 2.11
        ("74", "100", "0.25", 1),
        ("75", "100", "0.25", 0),
        ("80", "100", "0.2", 0),
        ("79", "100", "0.2", 1),
        ("100", "80", "0.2", 0),
        ("0", "0", "0.2", 0),  # nothing is less than nothing
    ],
)
def test_more_than_so_much_below(value, reference, share, holds):
    assert below(value, reference, share) == holds


@pytest.mark.parametrize(
    ("value", "reference", "holds"), [("70", "100", 1), ("70.000000000001", "100", 0), ("69", "100", 1), ("0", "0", 0)]
)
def test_so_much_or_more_below(value, reference, holds):
    """Poland and ProZorro count the limit itself; nothing lies below a reference of 0."""
    assert below(value, reference, "0.3", low_prices.at_or_under) == holds


def test_the_points_of_venice_beside_four_fifths():
    """E1: CNS has 29.22 and 50 of 50 points, OPERA 50 and 38.08; the limit is 40 of 50."""
    limit = of(low_prices.part_of, reference=F(50), share=F("0.8"))
    assert limit == 40
    cns, opera = (F("29.2222088"), F(50)), (F(50), F("38.084"))
    assert [[of(low_prices.reaches, value=value, limit=limit) for value in bid] for bid in (cns, opera)] == [
        [0, 1],
        [1, 0],
    ]
    assert of(low_prices.reaches, value=F(40), limit=limit) == 1


@pytest.mark.parametrize(
    ("prices", "mean"),
    [
        ((60, 80, 130), 70),  # mean 90, bound 99: 130 is left out
        ((90, 100, 110), 100),  # bound 110: the highest is not above it
        ((60, 100, 101), 80),  # mean 87, bound 95.7: both are above it, and only the highest is left out
    ],
)
def test_the_mean_of_three_leaves_out_the_highest_alone(prices, mean):
    column = Column([F(price) for price in prices])
    bound = of(low_prices.bound_above, mean=of(low_prices.mean_price, prices=column), share=F("0.1"))
    assert of(low_prices.mean_of_three, prices=column, bound=bound) == mean


@pytest.mark.parametrize(
    ("prices", "lowest", "mean"),
    [
        ((80, 90, 100, 110), (80, 90, 100), 90),  # mean 95, bound 104.5: three remain
        ((100, 100, 100, 110), (100, 100, 100), F("102.5")),  # bound 112.75: nobody is above it
        ((20, 40, 150, 150), (20, 40, 150), 70),  # mean 90, bound 99: two would remain, so the three lowest
        ((400, 600, 800, 1000, 1500), (400, 600, 800), 600),  # mean 860, bound 946: three remain
        ((100, 100, 100, 150, 150), (100, 100, 100), 100),  # mean 120, bound 132
    ],
)
def test_the_mean_of_four_or_more_is_taken_anew_over_at_least_three(prices, lowest, mean):
    column = Column([F(price) for price in prices])
    bound = of(low_prices.bound_above, mean=of(low_prices.mean_price, prices=column), share=F("0.1"))
    three = Column([F(price) for price in lowest])
    assert of(low_prices.mean_of_the_rest, prices=column, bound=bound, lowest=three) == mean


def test_where_exactly_three_remain_the_three_lowest_are_not_asked():
    """What is not used may be anything: the third input is another one here."""
    column, three = Column([F(80), F(90), F(100), F(110)]), Column([F(1), F(1), F(1)])
    assert of(low_prices.mean_of_the_rest, prices=column, bound=F("104.5"), lowest=three) == 90


def test_a_third_less_and_how_many():
    assert of(low_prices.reduced_by_a_third, share=F("0.25")) == F(1, 6)
    assert of(low_prices.number_of_prices, prices=Column([F(0), F(5), F(5)])) == 3
    with pytest.raises(UndefinedResult):
        of(low_prices.mean_of_others, together=F(7), own=F(7), bids=F(1))


def test_the_points_of_one_among_several():
    points, bids = Column([F(3), F(5), F(7)]), Column(["a", "b", "c"])
    assert of(low_prices.points_of, points=points, bids=bids, own=Column(["b"])) == 5


@pytest.mark.parametrize(("conditions", "one", "every"), [((0, 0), 0, 0), ((0, 1), 1, 0), ((1, 1), 1, 1), ((1,), 1, 1)])
def test_one_is_enough_or_all_together(conditions, one, every):
    named = {f"c{number}": F(value) for number, value in enumerate(conditions)}
    assert (of(low_prices.any_of, **named), of(low_prices.all_of, **named)) == (one, every)


def test_the_limits_and_the_bound_have_the_unit_of_what_they_are_of():
    for formula, share in ((low_prices.limit_below, "0.25"), (low_prices.part_of, "0.25")):
        node = derive(formula, reference=Given(F(200), "amount", ()), share=Given(F(share), "ratio", ()))
        assert (node.unit, node.value) == ("amount", 150 if formula is low_prices.limit_below else 50)


def test_the_lowest_of_prices_and_a_limit_of_cents():
    assert of(low_prices.lowest_price, prices=Column([F(3), F(1, 2), F(7)])) == F(1, 2)
    assert of(low_prices.at_or_under, value=F(1, 2), limit=F(1, 2)) == 1
    assert of(low_prices.at_or_under, value=F(0), limit=F(0)) == 0
