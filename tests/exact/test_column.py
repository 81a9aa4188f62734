"""Columns in both representations: numerators over one denominator, and fractions where that would grow too large.

What is expected is computed a second way: element by element, on plain fractions.
"""

import operator
import pickle
from fractions import Fraction as F

import pytest

from circular_tender.exact import Column

SMALL = [F(1, 2), F(-2, 3), F(5)]
HUGE = [F(1, 3**130), F(-2, 5**100), F(7, 2)]  # 3**130 alone is beyond 2**192
WIDE = [F(1, 2**100 + 1), F(2, 2**100 + 1), F(-3)]  # one denominator below 2**192; its square is beyond
OVER = [F(n, 12) for n in (6, -8, 60)]
COLUMNS = {
    "small": (Column(SMALL), SMALL),
    "huge": (Column(HUGE), HUGE),
    "wide": (Column(WIDE), WIDE),
    "over": (Column.over(12, (6, -8, 60)), OVER),
}
OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]
NUMBERS = [F(3, 7), 2, F(-1, 7**80)]


def test_the_two_representations_are_both_meant():
    assert Column(SMALL).scaled(6) == (3, -4, 30)
    assert Column(SMALL).scaled(12) == (6, -8, 60)
    assert Column(WIDE).scaled(2**100 + 1) == (1, 2, -3 * (2**100 + 1))
    assert Column(HUGE).scaled(1) is None
    assert (Column(WIDE) * Column(WIDE)).scaled(1) is None
    assert Column(["a"]).scaled(1) is None


def test_a_common_denominator_is_used_up_to_192_bits():
    assert Column([F(1, 2**192)]).scaled(2**192) == (1,)
    assert Column([F(1, 2**192 + 1)]).scaled(2**192 + 1) is None
    half, three = Column([F(1, 2**96)]), Column([F(1, 3 * 2**95)])
    assert (half * half).scaled(2**192) == (1,)
    assert (half * three).scaled(3 * 2**191) is None


@pytest.mark.parametrize("right", COLUMNS)
@pytest.mark.parametrize("left", COLUMNS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_columns_are_combined_element_by_element(operation, left, right):
    (a, plain_a), (b, plain_b) = COLUMNS[left], COLUMNS[right]
    expected = [operation(x, y) for x, y in zip(plain_a, plain_b, strict=True)]
    assert list(operation(a, b)) == expected


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_single_number_counts_for_each_element(operation, name, number):
    column, plain = COLUMNS[name]
    assert list(operation(column, number)) == [operation(x, number) for x in plain]
    assert list(operation(number, column)) == [operation(number, x) for x in plain]


@pytest.mark.parametrize("name", COLUMNS)
def test_what_is_read_off_a_column(name):
    column, plain = COLUMNS[name]
    assert len(column) == 3
    assert column[1] == plain[1]
    assert list(-column) == [-x for x in plain]
    assert column.total() == sum(plain)
    assert column.extreme(min) == min(plain)
    assert column.extreme(max) == max(plain)
    assert column.not_positive() == [x <= 0 for x in plain]
    assert list(column.clamped(F(-1, 2), F(1, 3))) == [min(max(x, F(-1, 2)), F(1, 3)) for x in plain]


@pytest.mark.parametrize("right", COLUMNS)
@pytest.mark.parametrize("left", COLUMNS)
def test_each_element_is_of_the_one_column_or_of_the_other(left, right):
    (a, plain_a), (b, plain_b) = COLUMNS[left], COLUMNS[right]
    assert list(a.where([True, False, True], b)) == [plain_a[0], plain_b[1], plain_a[2]]
    with pytest.raises(ValueError, match="argument"):
        a.where([True, False], b)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_is_rounded_element_by_element(name):
    column, plain = COLUMNS[name]
    floors = [F(x.numerator * 100 // x.denominator, 100) for x in plain]
    assert list(column.rounded(2, operator.floordiv)) == floors


def test_the_same_elements_are_the_same_column_however_they_are_kept():
    over, plain = Column.over(12, (6, -8, 60)), Column(SMALL)
    assert over == plain
    assert hash(over) == hash(plain)
    assert over != Column([*SMALL, F(0)])
    assert over != SMALL
    assert repr(over) == "Column(1/2, -2/3, 5)"


def test_a_column_has_no_place_for_more():
    with pytest.raises(AttributeError):
        Column(SMALL).unit = "kg"


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_can_be_pickled(name):
    column, _ = COLUMNS[name]
    assert pickle.loads(pickle.dumps(column)) == column  # noqa: S301 -- our own


def test_columns_of_different_lengths_do_not_combine():
    with pytest.raises(ValueError, match=r"^columns of 3 and 1 elements$"):
        Column(SMALL) + Column([F(1)])
    with pytest.raises(ValueError, match="shorter"):
        Column(SMALL) / Column([F(1)])


def test_a_column_of_texts_is_read_and_not_computed_with():
    texts = Column(["good", "poor"])
    assert texts.texts == ("good", "poor")
    assert len(texts) == 2
    with pytest.raises((TypeError, ValueError)):
        texts + 1


def test_division_by_zero_in_one_element_is_an_error():
    with pytest.raises(ZeroDivisionError):
        Column([F(1), F(2)]) / Column([F(1), F(0)])
    with pytest.raises(ZeroDivisionError):
        Column([F(1)]) / 0


def test_an_empty_column():
    empty = Column([])
    assert empty.total() == 0
    assert list(empty + 1) == list(empty * empty) == list(empty / empty) == []
    assert list(empty.clamped(0, 1)) == []
    assert len(empty) == 0
