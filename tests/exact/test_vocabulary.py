"""Each word for formulas, on single numbers, on columns and on symbols. What is expected is worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.exact import ROUNDINGS, Column, Symbol, Table
from circular_tender.exact.vocabulary import (
    choose,
    clamp,
    column,
    count,
    greatest,
    kept,
    least,
    least_of_each,
    lookup,
    mean,
    median,
    nth_highest,
    rounded,
    total,
    total_of_each,
)

X, Y = Symbol.of("x"), Symbol.of("y")
TEN = Column([F(3), F(-1, 2), F(10)])


@pytest.mark.parametrize(
    ("word", "value"),
    [(least, F(-1, 2)), (greatest, F(10)), (total, F(25, 2)), (mean, F(25, 6)), (count, F(3)), (median, F(3))],
)
def test_words_that_make_one_number_of_a_column(word, value):
    assert word(TEN) == value
    assert word(X) == Symbol(word.__name__, (X,))


@pytest.mark.parametrize(
    ("n", "value"),
    [(1, F(10)), (2, F(3)), (3, F(3)), (4, F(-1, 2)), (5, F(-1, 2)), (9999, F(-1, 2))],  # 10, 3, 3, −1/2
)
def test_the_nth_of_a_column_is_counted_from_the_highest_and_equal_ones_each_count(n, value):
    assert nth_highest(Column([F(3), F(-1, 2), F(10), F(3)]), F(n)) == value
    assert nth_highest(X, n) == Symbol("nth_highest", (X, n))


def test_words_on_an_empty_column():
    empty = Column([])
    assert total(empty) == 0
    with pytest.raises(ValueError, match="empty"):
        least(empty)
    with pytest.raises(ValueError, match="empty"):
        greatest(empty)
    with pytest.raises(ZeroDivisionError):
        mean(empty)
    assert count(empty) == 0
    with pytest.raises(IndexError):
        median(empty)


@pytest.mark.parametrize(
    ("elements", "middle"),
    [
        (["7"], "7"),
        (["7", "8"], "15/2"),
        (["9", "6", "7"], "7"),
        (["10", "9", "-1", "2"], "11/2"),  # by size, and not by their digits
        (["5", "5", "1", "5"], "5"),
        (["1/3", "1/2"], "5/12"),
        (["0", "0", "0", "1", "1", "1"], "1/2"),
    ],
)
def test_the_median_is_the_one_in_the_middle_or_halfway_between_two(elements, middle):
    numbers = [F(element) for element in elements]
    for column_ in (Column(numbers), Column(numbers[::-1]), Column([*numbers]) * 1):
        assert median(column_) == F(middle)
        assert type(median(column_)) is F
    assert median(Column([*numbers, *numbers])) == F(middle)  # each twice: the same stand in the middle


@pytest.mark.parametrize(("x", "value"), [(F(-1), 0), (F(0), 0), (F(1, 3), F(1, 3)), (F(1), 1), (F(7, 2), 1)])
def test_clamp(x, value):
    assert clamp(x, 0, 1) == value
    assert isinstance(clamp(x, 0, 1), F)
    assert list(clamp(Column([x, x]), 0, 1)) == [value, value]


def test_clamp_of_a_symbol():
    assert clamp(X, 0, 1) == Symbol("clamp", (X, 0, 1))


@pytest.mark.parametrize(("left", "takes"), [(F(1), "then"), (F(2), "then"), (F(3), "otherwise")])
def test_choose_of_single_numbers_takes_then_up_to_and_at_the_right(left, takes):
    assert choose(left, F(2), lambda: "then", lambda: "otherwise") == takes


def test_choose_of_columns_goes_element_by_element():
    own = Column([F(1), F(2), F(3)])
    assert list(choose(own, F(2), lambda: own * 10, lambda: -own)) == [10, 20, -3]
    assert list(choose(F(2), own, lambda: 1, lambda: 0)) == [0, 1, 1]
    assert list(choose(own, Column([F(0), F(5), F(2)]), lambda: F(7), lambda: own)) == [1, 7, 3]


def divides_by_zero():
    return F(1) / 0


def test_a_branch_that_nothing_takes_is_not_made():
    own = Column([F(1), F(2)])
    assert choose(F(1), F(2), lambda: F(5), divides_by_zero) == 5
    assert choose(F(2), F(1), divides_by_zero, lambda: F(5)) == 5
    assert list(choose(own, F(2), lambda: F(5), divides_by_zero)) == [5, 5]
    assert list(choose(own, F(0), divides_by_zero, lambda: own)) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        choose(own, F(1), lambda: F(5), divides_by_zero)


def test_of_an_empty_column_no_branch_is_made():
    assert list(choose(Column([]), F(0), divides_by_zero, divides_by_zero)) == []


def test_choose_of_an_empty_column_is_empty():
    assert list(choose(Column([]), F(0), lambda: 1, lambda: 0)) == []


def test_choose_of_symbols_makes_both_branches():
    assert choose(X, Y, lambda: X * 2, lambda: 0) == Symbol("choose", (X, Y, Symbol("multiply", (X, 2)), 0))


def test_column_puts_single_values_side_by_side():
    assert column(F(1), F(1, 2)) == Column([F(1), F(1, 2)])
    assert column("good", "poor").texts == ("good", "poor")
    assert column(X, Y) == Symbol("column", (X, Y))
    assert column(F(1), Y) == Symbol("column", (F(1), Y))


def test_kept_follows_the_order_of_the_remaining_names():
    names, values = Column(["a", "b", "c"]), Column([F(1), F(2), F(3)])
    assert list(kept(values, names, Column(["c", "a"]))) == [3, 1]
    assert list(kept(values, names, Column([]))) == []
    assert kept(X, Y, Y) == Symbol("kept", (X, Y, Y))
    with pytest.raises(ValueError, match="longer"):
        kept(values, Column(["a", "b"]), names)


def test_totals_and_leasts_of_each_go_by_name():
    """The masses of four parts, of the products b, a, b and d, for the products a, b and c, and d."""
    values, names = Column([F(1), F(1, 2), F(-3), F(4)]), Column(["b", "a", "b", "d"])
    each = Column(["a", "b", "c", "d"])
    assert list(total_of_each(values, names, each)) == [F(1, 2), -2, 0, 4]
    assert list(total_of_each(values, names, Column(["d", "b", "a"]))) == [4, -2, F(1, 2)]
    assert list(least_of_each(values, names, each, F(1, 10))) == [F(1, 2), -3, F(1, 10), 4]
    assert list(least_of_each(values * -1, names, each, F(1, 10))) == [F(-1, 2), -1, F(1, 10), -4]
    assert {type(x) for x in (*total_of_each(values, names, each), *least_of_each(values, names, each, 2))} == {F}


def test_totals_and_leasts_of_each_of_nothing():
    empty, each = Column([]), Column(["a", "b"])
    assert list(total_of_each(empty, empty, each)) == [0, 0]
    assert list(least_of_each(empty, empty, each, F(7))) == [7, 7]
    assert list(total_of_each(empty, empty, empty)) == list(least_of_each(empty, empty, empty, F(7))) == []


def test_each_value_bears_one_name():
    values, each = Column([F(1), F(2)]), Column(["a"])
    for call in (lambda: total_of_each(values, each, each), lambda: least_of_each(values, each, each, F(0))):
        with pytest.raises(ValueError, match=r"shorter|longer"):
            call()


def test_a_name_that_is_not_asked_for_is_an_error():
    values, names = Column([F(1), F(2)]), Column(["a", "b"])
    for call in (total_of_each, lambda *three: least_of_each(*three, F(0))):
        with pytest.raises(KeyError):
            call(values, names, Column(["a"]))


def test_totals_and_leasts_of_each_of_symbols():
    assert total_of_each(X, Y, Y) == Symbol("total_of_each", (X, Y, Y))
    assert least_of_each(X, Y, Y, F(1, 10)) == Symbol("least_of_each", (X, Y, Y, F(1, 10)))


def test_lookup():
    table = Table((("free", F(1)), ("at_cost", F(1, 2))))
    assert lookup(table, "at_cost") == F(1, 2)
    assert list(lookup(table, Column(["at_cost", "free", "at_cost"]))) == [F(1, 2), 1, F(1, 2)]
    assert list(lookup(table, Column([]))) == []
    assert lookup(Table((("a", "declared"),)), "a") == "declared"
    assert lookup(X, Y) == Symbol("lookup", (X, Y))


def test_a_key_without_a_row_is_an_error():
    table = Table((("free", F(1)),))
    with pytest.raises((KeyError, StopIteration)):
        lookup(table, "paid")
    with pytest.raises((KeyError, StopIteration)):
        lookup(table, Column(["paid"]))


# By hand from record.md: half_up away from zero, half_even to the even last digit, down towards zero, up away from it.
ROUNDED = [
    # value, places, half_up, half_even, down, up
    ("2.5", 0, "3", "2", "2", "3"),
    ("3.5", 0, "4", "4", "3", "4"),
    ("-2.5", 0, "-3", "-2", "-2", "-3"),
    ("-3.5", 0, "-4", "-4", "-3", "-4"),
    ("2.4", 0, "2", "2", "2", "3"),
    ("-2.4", 0, "-2", "-2", "-2", "-3"),
    ("2.6", 0, "3", "3", "2", "3"),
    ("-2.6", 0, "-3", "-3", "-2", "-3"),
    ("0.125", 2, "0.13", "0.12", "0.12", "0.13"),
    ("0.135", 2, "0.14", "0.14", "0.13", "0.14"),
    ("-0.125", 2, "-0.13", "-0.12", "-0.12", "-0.13"),
    ("1/3", 3, "0.333", "0.333", "0.333", "0.334"),
    ("-2/3", 3, "-0.667", "-0.667", "-0.666", "-0.667"),
    ("7", 12, "7", "7", "7", "7"),
    ("0", 2, "0", "0", "0", "0"),
    ("-7", 0, "-7", "-7", "-7", "-7"),
]


@pytest.mark.parametrize("mode", ["half_up", "half_even", "down", "up"])
@pytest.mark.parametrize("row", ROUNDED, ids=lambda row: f"{row[0]} to {row[1]}")
def test_rounding_to_decimals(row, mode):
    value, places, *results = row
    expected = F(results[["half_up", "half_even", "down", "up"].index(mode)])
    assert rounded(F(value), F(places), mode) == expected
    assert list(rounded(Column([F(value), F(0)]), F(places), mode)) == [expected, 0]
    huge = Column([F(value), F(1, 3**130)])  # kept as fractions
    assert rounded(huge, F(places), mode)[0] == expected


def test_rounding_of_a_symbol_and_the_modes_there_are():
    assert rounded(X, Y, "up") == Symbol("rounded", (X, Y, "up"))
    assert sorted(ROUNDINGS) == ["down", "half_even", "half_up", "up"]
