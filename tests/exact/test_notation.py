"""The notation of numbers; values worked out by hand from the tables in docs/reference/notation.md."""

from decimal import Decimal
from fractions import Fraction as F

import pytest

from circular_tender.exact import EXAMPLES, NotExact, Quantity, decimal_text, exact_text, read, read_any, read_as
from circular_tender.exact.notation import as_text


@pytest.mark.parametrize(
    ("text", "value", "measures"),
    [
        ("0", F(0), "number"),
        ("12500.00", F(12500), "number"),
        ("-3.25", F(-13, 4), "number"),
        ("999999999999999999.999999999999", F(10**30 - 1, 10**12), "number"),
        ("30 %", F(3, 10), "ratio"),
        ("12.5%", F(1, 8), "ratio"),
        ("0.01 %", F(1, 10_000), "ratio"),
        ("9.25 kg", F(37, 4), "mass"),
        ("350 g", F(7, 20), "mass"),
        ("350g", F(7, 20), "mass"),
        ("1.5 t", F(1500), "mass"),
        ("15 years", F(15), "time"),
        ("1 year", F(1), "time"),
        ("18 months", F(3, 2), "time"),
        ("1 month", F(1, 12), "time"),
    ],
)
def test_what_a_text_is_worth_in_the_base_unit(text, value, measures):
    assert read(text) == Quantity(text, value, measures)
    assert str(read(text)) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number-empty"),
        (" 7 ", "number-space"),
        ("7  kg", "number-space"),
        ("12 500", "number-space"),
        ("१२", "number-digits"),
        ("1२", "number-digits"),
        ("1_000", "number-underscore"),
        ("12,5 %", "number-comma"),
        ("1e3", "number-exponent"),
        ("+1", "number-plus"),
        ("1.", "number-bare-point"),
        (".5", "number-bare-point"),
        ("1" * 19, "number-size"),
        ("0." + "1" * 13, "number-size"),
        ("0." + "1" * 13 + " kg", "number-size"),
        ("01", "number-leading-zero"),
        ("-0", "number-minus-zero"),
        ("-0.00 %", "number-minus-zero"),
        ("NaN", "number-form"),
        ("3 ells", "unit-unknown"),
    ],
)
def test_what_the_notation_refuses(text, code):
    with pytest.raises(NotExact) as error:
        read(text)
    assert error.value.code == code
    assert error.value.args == (code, error.value.data)


def test_an_unknown_unit_is_shown_with_those_that_are_known():
    with pytest.raises(NotExact) as error:
        read("3 ells")
    assert error.value.data == {"unit": '"ells"', "known": "%, kg, g, t, years, year, months, month"}


@pytest.mark.parametrize(("text", "unit"), [("30 %", '"%"'), ("9.25kg", '"kg"'), ("7", '""')])
def test_the_unit_as_written(text, unit):
    assert read(text).unit == unit


@pytest.mark.parametrize("measures", EXAMPLES)
def test_an_example_is_one_of_what_it_stands_for(measures):
    assert read(EXAMPLES[measures]).measures == measures


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (7, "7"),
        (-(10**18) + 1, "-999999999999999999"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+2"), "100"),
        (Decimal("1E+17"), "100000000000000000"),
        (Decimal("1E-12"), "0.000000000001"),
        (0.1, "0.1"),
        (123456789.012345, "123456789.012345"),  # 15 digits
        (2.0, "2"),
        (-0.25, "-0.25"),
        ("4 kg", "4 kg"),
    ],
)
def test_numbers_that_a_program_hands_over(given, text):
    assert read_any(given).text == text


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (True, "number-boolean"),
        (10**18, "number-size"),
        (Decimal("1E+18"), "number-size"),
        (Decimal("1E-13"), "number-size"),
        (Decimal("NaN"), "number-form"),
        (0.1 + 0.2, "number-float"),
        (1234567890.123456, "number-float"),  # 16 digits
        (1e300, "number-size"),
        (float("inf"), "number-form"),
        (float("-nan"), "number-form"),
        (None, "number-type"),
        (F(1, 2), "number-type"),
    ],
)
def test_what_a_program_may_not_hand_over(given, code):
    with pytest.raises(NotExact) as error:
        read_any(given)
    assert error.value.code == code


@pytest.mark.parametrize("given", [10**18, -(10**18), Decimal("1E+18"), Decimal("1E-13"), Decimal("1E+999999")])
def test_a_number_beyond_18_digits_before_and_12_after_the_point_is_not_written_out(given):
    with pytest.raises(NotExact, match="number-size"):
        as_text(given)


def test_a_quantity_stays_the_quantity_it_is():
    quantity = read("30 %")
    assert read_any(quantity) is quantity
    assert read_as("ratio", quantity) is quantity


@pytest.mark.parametrize(
    ("measures", "given", "code", "data"),
    [
        ("number", "30 %", "unit-unexpected", {"unit": '"%"'}),
        ("mass", "9.25", "unit-missing", {"example": "9.25 kg"}),
        (
            "mass",
            "15 years",
            "unit-differs",
            {"unit": '"years"', "given": "time", "expected": "mass", "example": "9.25 kg"},
        ),
    ],
)
def test_what_is_measured_must_be_what_is_asked(measures, given, code, data):
    with pytest.raises(NotExact) as error:
        read_as(measures, given)
    assert error.value.code == code
    assert {name: str(said) for name, said in error.value.data.items()} == data


@pytest.mark.parametrize(
    ("value", "text"),
    [(F(0), "0"), (F(5, 100), "0.05"), (F(1001, 10), "100.1"), (F(-1, 8), "-0.125"), (F(1200), "1200")],
)
def test_a_sum_of_decimals_as_a_decimal(value, text):
    assert decimal_text(value) == text


@pytest.mark.parametrize(("value", "text"), [(F(3), "3"), (F(-6, 8), "-3/4"), (F(0), "0")])
def test_an_exact_value_in_lowest_terms(value, text):
    assert exact_text(value) == text
