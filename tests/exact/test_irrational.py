"""Powers and logarithms against decimals of many digits, at ties, near ties, and where there is no value."""

import random
from decimal import Context
from fractions import Fraction as F

import pytest

from circular_tender.exact import Column, Symbol
from circular_tender.exact.vocabulary import log_ratio, power

LAST = F(1, 10**12)
DIGITS = Context(prec=120)


def decimal(x):
    return DIGITS.divide(x.numerator, x.denominator)


def nearest(value):
    """The multiple of the last decimal that is nearest to a decimal of 120 digits; Python rounds halves to even."""
    return round(F(value), 12)


def fraction(chosen, digits):
    """A quotient of numbers of up to so many digits."""
    return F(*(chosen.randrange(1, 10 ** chosen.randrange(1, digits)) for _ in range(2)))


def test_powers_are_those_of_decimals_of_many_digits():
    chosen = random.Random(1)  # noqa: S311 -- not for secrets
    for _ in range(1000):
        x, exponent = fraction(chosen, 10), F(chosen.randrange(-1000, 1000), 100)
        if exponent.denominator > 1:
            by_decimals = nearest(DIGITS.exp(DIGITS.multiply(DIGITS.ln(decimal(x)), decimal(exponent))))
            assert power(x, exponent) == by_decimals, (x, exponent)


def test_logarithms_are_those_of_decimals_of_many_digits():
    chosen = random.Random(2)  # noqa: S311 -- not for secrets
    for _ in range(1000):
        x, base = fraction(chosen, 20), 1 + fraction(chosen, 13)
        by_decimals = nearest(DIGITS.divide(DIGITS.ln(decimal(x)), DIGITS.ln(decimal(base))))
        assert log_ratio(x, base) == by_decimals, (x, base)


@pytest.mark.parametrize("exponent", [F(1, 2), F(-1, 2), F(1, 5), F(3, 4), F(-7, 20), F(1, 100), F(201, 100)])
@pytest.mark.parametrize("root", [F(1), F(7, 8), F(5, 2), F(1, 4), F(1024)])
def test_a_power_of_what_is_itself_a_power_is_exact_as_far_as_12_decimals_go(root, exponent):
    exact = root**exponent.numerator  # x is the root to the power of the denominator
    assert power(root**exponent.denominator, exponent) == round(exact, 12)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # halves of the last decimal go to the even one; anything beside a half goes where it is nearer
        (F(1, 2) * LAST, 0),
        (F(3, 2) * LAST, 2 * LAST),
        (F(5, 2) * LAST, 2 * LAST),
        (3 + F(1, 2) * LAST, 3),
        (3 + F(3, 2) * LAST, 3 + 2 * LAST),
    ],
)
def test_a_root_that_lies_halfway_goes_to_the_even_decimal_and_one_beside_it_does_not(value, expected):
    assert power(value**2, F(1, 2)) == expected
    assert power(value**4, F(1, 4)) == expected
    for little in (F(1, 10**40), F(1, 10**200)):
        assert power(value**2 + little, F(1, 2)) == value + LAST / 2
        assert power(value**2 - little, F(1, 2)) == value - LAST / 2


@pytest.mark.parametrize(
    ("x", "exponent", "expected"),
    [
        (F(2, 3), F(3), F(8, 27)),  # whole: exact
        (F(2, 3), F(-2), F(9, 4)),
        (F(-2), F(3), F(-8)),
        (F(5), F(0), F(1)),
        (F(0), F(3), F(0)),
        (F(0), F(1, 2), F(0)),
        (F(1), F(-999, 100), F(1)),
        (F(9, 10), F(1, 2), F("0.948683298051")),  # 0.94868329805051…
        (F(2), F(1, 2), F("1.414213562373")),  # 1.41421356237309…
        (F(1, 10**30), F(1, 2), F(0)),
        (F(1, 10**24), F(1, 2), LAST),
        (F(10**30), F(1, 2), F(10**15)),
    ],
)
def test_powers_that_are_known(x, exponent, expected):
    assert power(x, exponent) == expected
    assert isinstance(power(x, exponent), F)


@pytest.mark.parametrize(
    ("x", "base", "expected"),
    [
        (F(8), F(2), F(3)),
        (F(1, 8), F(2), F(-3)),
        (F(8), F(1, 2), F(-3)),
        (F(1), F(2), F(0)),
        (F(4, 9), F(27, 8), F("-0.666666666667")),
        (F(11, 10), F(2), F("0.137503523750")),  # 0.13750352374993…
        (F(5, 4), F(2), F("0.321928094887")),  # 0.32192809488736…
        (1 + F(1, 10**50), F(2), F(0)),
        (F(10**18), 1 + F(1, 10**12), F("41446531673913.545578160789")),  # 18 ln 10 × (10^12 + 1/2 − 10^-12/12 …)
        # 1/8192 is 0.0001220703125: halfway, to the even decimal; 3/8192 is 0.0003662109375
        (F(2), F(2) ** 8192, F("0.000122070312")),
        (F(8), F(2) ** 8192, F("0.000366210938")),
    ],
)
def test_logarithms_that_are_known(x, base, expected):
    assert log_ratio(x, base) == expected
    assert isinstance(log_ratio(x, base), F)


def test_a_logarithm_beside_a_half_goes_where_it_is_nearer():
    base, half = F(2) ** 8192, F("0.0001220703125")
    for little in (F(1, 10**30), F(1, 10**300)):
        assert log_ratio(2 + little, base) == half + LAST / 2
        assert log_ratio(2 - little, base) == half - LAST / 2
    # near a half that it can't be on: ln x ÷ ln 2 is 1/2 of the last decimal, to some 40 digits
    near = F(DIGITS.exp(DIGITS.multiply(DIGITS.ln(2), DIGITS.divide(1, 2 * 10**12))))
    assert {log_ratio(near + side * F(1, 10**110), F(2)) for side in (-1, 1)} == {F(0), LAST}


@pytest.mark.parametrize(
    ("word", "x", "by"),
    [
        (power, F(0), F(-1)),
        (power, F(0), F(-1, 2)),
        (power, F(-1), F(1, 2)),
        (log_ratio, F(0), F(2)),
        (log_ratio, F(-1), F(2)),
        (log_ratio, F(2), F(0)),
        (log_ratio, F(2), F(-2)),
        (log_ratio, F(2), F(1)),
    ],
)
def test_where_there_is_no_value_it_is_as_a_division_by_zero(word, x, by):
    with pytest.raises(ZeroDivisionError):
        word(x, by)
    with pytest.raises(ZeroDivisionError):
        word(Column([F(3), x]), by)


def test_of_a_column_each_element_and_of_a_symbol_a_symbol():
    x, by = Symbol.of("x"), Symbol.of("by")
    assert power(Column([F(4), F(9)]), F(1, 2)) == Column([F(2), F(3)])
    assert log_ratio(Column([F(4), F(1, 2)]), F(2)) == Column([F(2), F(-1)])
    assert power(x, by) == Symbol("power", (x, by))
    assert log_ratio(x, by) == Symbol("log_ratio", (x, by))
    assert str(power(x / by, by)) == "power(x ÷ by, by)"
