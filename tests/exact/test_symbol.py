"""The text of symbols: brackets only where a sum, difference, product or quotient does not simply go on."""

from fractions import Fraction as F

import pytest

from circular_tender.exact import Symbol

A, B, C = (Symbol.of(name) for name in "abc")


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        (A, "a"),
        (A + B, "a + b"),
        (A + B + C, "a + b + c"),
        (A + (B + C), "a + (b + c)"),
        (A - B - C, "(a − b) − c"),
        (A - (B - C), "a − (b − c)"),
        (A * B * C, "a × b × c"),
        (A * (B * C), "a × (b × c)"),
        (A * B / C, "(a × b) ÷ c"),
        (A / B / C, "(a ÷ b) ÷ c"),
        (A / (B / C), "a ÷ (b ÷ c)"),
        ((A + B) * C, "(a + b) × c"),
        (A * B + C, "(a × b) + c"),
        (A + B * C, "a + (b × c)"),
        (-A, "−a"),
        (-(A + B), "−(a + b)"),
        (-A + B, "−a + b"),
        (1 + A, "1 + a"),
        (1 - A, "1 − a"),
        (2 * A, "2 × a"),
        (1 / A, "1 ÷ a"),
        (A + F(1, 2), "a + 1/2"),
        (Symbol("clamp", (A - B, 0, 1)), "clamp(a − b, 0, 1)"),
        (Symbol("least", (A,)) / A, "least(a) ÷ a"),
        (Symbol("rounded", (A, B, "half_up")), "rounded(a, b, half_up)"),
        (Symbol("total_of_each", (A * B, B, C)), "total_of_each(a × b, b, c)"),
        (Symbol("least_of_each", (A, B, C, F(1, 10))) * C, "least_of_each(a, b, c, 1/10) × c"),
    ],
)
def test_text(symbol, text):
    assert str(symbol) == text


def test_a_sum_that_starts_at_zero_is_its_first_symbol():
    assert sum([A, B]) == Symbol("add", (A, B))
    assert 0 + A == A
