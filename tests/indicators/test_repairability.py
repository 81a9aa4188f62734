"""The French repairability index on two published cards (circularity.md 2.4), and spare parts, worked out by hand."""

from fractions import Fraction as F

import pytest
from in_depth import MARKS, measured

CARD = {
    "kind": "french_repairability",
    "figure": "recomputed",
    "aggregate": "lowest",
    "tolerance": "0.1",
    "evidence": "documented",
}
OUT_OF_10 = {"kind": "linear", "zero_at": "0", "full_at": "10"}
COEFFICIENTS = dict(zip(MARKS, ("2", "1", "0.5", "0.5", "1", "0.5", "0.3", "0.2", "2", "2"), strict=True))
NONE = dict.fromkeys(MARKS)


def product(marks, printed="0", proof="paper", line="chair"):
    card = {"marks": marks, "printed": printed, "evidence": proof}
    return {"id": f"p-{line}", "line": line, "mass": "1 kg", "parts": [], "repairability": card}


def index(*products, **more):
    changes = {key: more.pop(key) for key in ("figure", "aggregate") if key in more}
    return measured(CARD | changes, *products, scale=OUT_OF_10, **more)


# Card A, a vacuum cleaner: 7.7 × 2 = 15.4; 7.8 + 10 × 0.5 + 10 × 0.5 = 17.8; 10 + 10 × 0.5 + 9.2 × 0.3 + 9.2 × 0.2 = 19.6
DOCUMENTATION = {"documentation": "7.7"}
DISASSEMBLY = {"disassembly": "7.8", "tools": "10", "fasteners": "10"}
PARTS = {"years_list_2": "10", "years_list_1": "10", "delivery_list_2": "9.2", "delivery_list_1": "9.2"}


@pytest.mark.parametrize(
    ("shown", "points"), [(DOCUMENTATION, "15.4"), (DISASSEMBLY, "17.8"), (PARTS, "19.6"), ({}, "0")]
)
def test_the_criteria_of_card_a(shown, points):
    """A criterion is out of 20, and the index is a tenth of the sum."""
    assert index(product(NONE | shown)) == F(points) / 10
    assert index(product(shown)) == F(points) / 10  # what is not told is what is not filled


def test_card_a_as_a_whole():
    """With marks of 5 and 9 for the price of parts and what is specific: (15.4 + 17.8 + 19.6 + 10 + 18) ÷ 10."""
    marks = DOCUMENTATION | DISASSEMBLY | PARTS | {"parts_price": "5", "specific": "9"}
    assert index(product(marks)) == F("8.08")


# Card B, a mower, whose marks are rounded: 10, 19, 16, 0 and 20 of 20 are printed, and from the marks come 18.5 and 17
CARD_B = {
    "documentation": "5",
    "disassembly": "8.5",
    "tools": "10",
    "fasteners": "10",
    "years_list_2": "10",
    "years_list_1": "10",
    "delivery_list_2": "4",
    "delivery_list_1": "4",
    "parts_price": "0",
    "specific": "10",
}


def test_card_b_prints_another_figure_than_its_marks_come_to():
    made = product(CARD_B, printed="6.5")
    assert index(made, figure="printed") == F("6.5")
    assert index(made) == F("6.55")  # (10 + 18.5 + 17 + 0 + 20) ÷ 10


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_has_its_coefficient(mark):
    assert index(product(NONE | {mark: "10"})) == F(COEFFICIENTS[mark])


def test_full_marks_are_10_and_the_coefficients_of_a_criterion_are_2():
    assert index(product(dict.fromkeys(MARKS, "10"))) == 10 == sum(map(F, COEFFICIENTS.values()))


@pytest.mark.parametrize(("proof", "value"), [(None, 0), ("word", 0), ("paper", 10), ("lab", 10), ("term", 10)])
def test_a_card_without_proof_is_0(proof, value):
    made = product(dict.fromkeys(MARKS, "10"), printed="10", proof=proof)
    assert index(made) == index(made, figure="printed") == value


TWO = (("chair", "3"), ("desk", "1"))


@pytest.mark.parametrize(("aggregate", "value"), [("lowest", "4"), ("mean_by_pieces", "7")])
def test_of_several_products(aggregate, value):
    """3 pieces at 8 and 1 at 4: the lowest is 4, the mean (24 + 4) ÷ 4."""
    both = (product({}, "8"), product({}, "4", line="desk"))
    assert index(*both, figure="printed", aggregate=aggregate, lines=TWO) == F(value)


@pytest.mark.parametrize(("aggregate", "value"), [("lowest", "0"), ("mean_by_pieces", "6")])
def test_a_product_without_a_card_counts_0(aggregate, value):
    without = product({}, line="desk") | {"repairability": None}
    assert index(product({}, "8"), without, figure="printed", aggregate=aggregate, lines=TWO) == F(value)


@pytest.mark.parametrize("aggregate", ["lowest", "mean_by_pieces"])
@pytest.mark.parametrize("own", ["1", "9"])
def test_what_is_not_in_the_basket_does_not_count(aggregate, own):
    both = (product({}, "8"), product({}, own, line="desk"))
    basket = {"reference_basket": {"chair": "5"}}
    assert index(*both, figure="printed", aggregate=aggregate, lines=TWO, tender=basket) == 8


# Spare parts

SPARE = {
    "kind": "spare_parts",
    "parts": {"castor": "Castor", "gas-lift": "Gas lift", "arm": "Arm"},
    "available": "10 years",
    "evidence": "documented",
}


def spare(available, proof="paper", **more):
    return {"available": available, "evidence": proof, **more}


def of_spare(spare_parts, **changes):
    asked = {"castor": None, "gas-lift": None, "arm": None}
    return measured(SPARE | changes, spare_parts=asked | spare_parts, products=[])


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({}, F(0)),
        ({"castor": spare("10 years")}, F(1, 3)),
        ({"castor": spare("25 years")}, F(1, 3)),  # longer than asked for is not more
        ({"castor": spare("8 years"), "arm": spare("30 months")}, F(7, 20)),  # (0.8 + 0.25) ÷ 3
        ({"castor": spare("10 years", None), "arm": spare("5 years", "lab")}, F(1, 6)),  # the first is not proven
        ({"castor": spare("10 years"), "gas-lift": spare("10 years"), "arm": spare("10 years", "word")}, F(2, 3)),
    ],
)
def test_spare_parts(told, value):
    assert of_spare(told) == value


@pytest.mark.parametrize(("delivery", "value"), [("0", 1), ("5", 1), ("5.5", 0), ("6", 0), (None, 0)])
def test_a_spare_part_counts_where_it_is_delivered_in_time(delivery, value):
    """One of three, in 5 working days; one of which nothing is told is not in time."""
    more = {} if delivery is None else {"delivery": delivery}
    assert of_spare({"castor": spare("10 years", **more)}, delivery="5") == F(value, 3)


def test_without_a_term_of_delivery_none_is_looked_at():
    assert of_spare({"castor": spare("10 years", delivery="999")}) == F(1, 3)
