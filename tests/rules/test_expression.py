"""Rules as data: each kind of expression in the closed operations of record.md, written out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import formula
from circular_tender.exact import Symbol
from circular_tender.formulas import award, price, scales
from circular_tender.rules import Fact, NamedTable, Rows, Values, apply, as_json, gathered


@pytest.mark.parametrize(
    ("expression", "json"),
    [
        (Fact("tender", "/weight", unit="points"), ["fact", "tender", "/weight", None, "number", None]),
        (
            Fact("bid", "/products/*/parts/*/mass", absent="0 kg"),
            ["fact", "bid", "/products/*/parts/*/mass", "/products/*/parts/*", "number", "0 kg"],
        ),
        (
            Fact("bid", "/products/*/line", "text", per="/products/*/parts/*"),
            ["fact", "bid", "/products/*/line", "/products/*/parts/*", "text", None],
        ),
        (Fact("tender", "/fields/*", "presence"), ["fact", "tender", "/fields/*", "/fields/*", "presence", None]),
        (
            Rows("bid", "/evidence/*/kind", "text", extra=(("(none)", "(none)"),)),
            ["table", "bid", "/evidence/*/kind", "text", None, {"(none)": "(none)"}],
        ),
        (NamedTable("evidence", "1", "test", (("declared", "1"),)), ["published", "evidence", "1", {"declared": "1"}]),
        (Values("ratio", "reuse"), ["value", "ratio", "reuse"]),
        (
            apply(award.weighted, ratio=Values("ratio", "c"), weight=Fact("tender", "/w")),
            ["multiply", ["value", "ratio", "c"], ["fact", "tender", "/w", None, "number", None]],
        ),
        (
            apply(scales.linear, measured=Values("m", "c"), zero_at=Values("z", "c"), full_at=Values("f", "c")),
            [
                "clamp",
                [
                    "divide",
                    ["subtract", ["value", "m", "c"], ["value", "z", "c"]],
                    ["subtract", ["value", "f", "c"], ["value", "z", "c"]],
                ],
                ["number", "0"],
                ["number", "1"],
            ],
        ),
        (
            apply(gathered, a=Values("m", "a"), b=Values("m", "b")),
            ["column", ["value", "m", "a"], ["value", "m", "b"]],
        ),
        (
            apply(price.row, table=Rows("tender", "/l/*"), key=apply(scales.lowest, own=Values("m", "c"))),
            ["lookup", ["table", "tender", "/l/*", "number", None, {}], ["least", ["value", "m", "c"]]],
        ),
        (apply(award.summed, only=Values("points", "c")), ["value", "points", "c"]),
    ],
)
def test_each_kind_of_expression_as_json(expression, json):
    assert as_json(expression) == json


def test_a_fraction_and_a_plain_number_are_numbers():
    @formula(unit="number", source="test")
    def half(x):
        return x * F(1, 2)

    @formula(unit="number", source="test")
    def seven():
        return 7

    assert as_json(apply(half, x=Values("m", "c"))) == ["multiply", ["value", "m", "c"], ["number", "1/2"]]
    assert as_json(apply(seven)) == ["number", "7"]


def test_a_text_in_a_formula_has_no_place_among_the_operations():
    @formula(unit="number", source="test")
    def named(x):
        return Symbol("rounded", (x, 2, "half_up"))

    with pytest.raises(TypeError):
        as_json(apply(named, x=Values("m", "c")))


def test_expressions_are_equal_by_what_they_say():
    assert Fact("tender", "/a") == Fact("tender", "/a")
    assert Fact("tender", "/a").pattern is None
    assert Fact("bid", "/a/*/b").pattern == "/a/*"
    assert Fact("bid", "/a/*/b", per="/a/*/c/*").pattern == "/a/*/c/*"
