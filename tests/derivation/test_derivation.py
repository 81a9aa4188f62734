"""Nodes: what derive records, in what order they are walked, and that a replay gives the same values."""

import pickle
from fractions import Fraction as F

import pytest

from circular_tender.derivation import Derived, Given, Published, Written, derive, formula, replay, walk
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column, Symbol, Table
from circular_tender.formulas import award, circularity, price, scales


def given(value, unit="number", text="7"):
    return Given(value, unit, (Written("tender", "/x", text),))


def test_derive_records_formula_inputs_value_and_unit():
    ratio, weight = given(F(1, 4), "ratio"), given(F(30), "points")
    node = derive(award.weighted, ratio=ratio, weight=weight)
    assert node.formula is award.weighted
    assert node.inputs == (("ratio", ratio), ("weight", weight))
    assert node["weight"] is weight
    assert node.value == F(15, 2)
    assert node.unit == "points"


def test_the_unit_of_a_result_is_the_formulas_own_or_that_of_an_input():
    amount, number = given(Column([F(2)]), "amount"), given(Column([F(3)]), "number")
    assert derive(scales.lowest, own=amount).unit == "amount"  # "": that of the first input
    assert derive(price.schedule_total, quantity=number, unit_price=amount).unit == "amount"  # that of `unit_price`
    assert derive(circularity.sum_of_masses, masses=number).unit == "mass"  # its own


def test_a_whole_number_becomes_a_fraction():
    @formula(unit="number", source="test")
    def two() -> int:
        return 2

    node = derive(two)
    assert node.value == 2
    assert isinstance(node.value, F)
    assert two.symbol() == Symbol("number", (2,))


def test_what_divides_by_zero_is_undefined_and_says_which_formula():
    zero = given(F(0))
    with pytest.raises(UndefinedResult) as error:
        derive(circularity.coverage, part=zero, whole=zero)
    assert (error.value.formula, error.value.criterion) == ("coverage", "")
    assert str(error.value) == "The formula coverage has no value here: it would divide by zero."


@pytest.fixture
def graph():
    """A graph in which `own` is used twice: lowest ÷ own, times a weight."""
    own = given(Column([F(100), F(125)]), "amount")
    low = derive(scales.lowest, own=own)
    ratio = derive(scales.lowest_over_own, lowest=low, own=own)
    weight = given(F(40), "points")
    return own, low, ratio, weight, derive(award.weighted, ratio=ratio, weight=weight)


def test_walk_visits_each_node_once_and_inputs_first(graph):
    own, low, ratio, weight, root = graph
    assert list(walk(root)) == [own, low, ratio, weight, root]
    assert list(walk(low, root, root)) == [own, low, ratio, weight, root]
    assert list(walk()) == []


def test_walk_goes_deep_without_recursion():
    node = given(F(0))
    for _ in range(5_000):
        node = derive(award.summed, a=node)
    assert sum(1 for _ in walk(node)) == 5_001
    assert replay(node) == 0


def test_replay_computes_from_the_leaves(graph):
    *_, root = graph
    assert list(replay(root)) == [40, 32]  # 100/100 × 40 and 100/125 × 40
    changed = Derived(root.formula, root.inputs, F(99), "points")
    assert replay(changed) == root.value
    assert replay(graph[0]) is graph[0].value


def test_replay_of_a_changed_leaf_gives_another_value(graph):
    own, _, _, weight, _ = graph
    ratio = Derived(scales.linear, (("measured", own), ("zero_at", weight), ("full_at", weight)), F(1), "ratio")
    with pytest.raises(UndefinedResult):
        replay(ratio)


def test_nodes_compare_by_identity():
    one, other = given(F(1)), given(F(1))
    assert one != other
    assert len({one, other, one}) == 2
    assert derive(award.best, points=given(Column([F(1)]))) != derive(award.best, points=given(Column([F(1)])))


def test_formulas_compare_by_identity():
    def same(x):
        return x

    one, other = (formula(unit="", source="test")(same) for _ in range(2))
    assert one != other
    assert len({one, other, one}) == 2


def test_a_pickled_derivation_has_the_same_formulas_and_shares_its_nodes(graph):
    *_, root = graph
    again = pickle.loads(pickle.dumps(root))  # noqa: S301 -- our own
    assert again.formula is award.weighted
    assert again["ratio"].formula is scales.lowest_over_own
    assert again["ratio"]["own"] is again["ratio"]["lowest"]["own"]
    assert again.value == root.value
    assert replay(again) == root.value


def test_a_leaf_may_come_from_a_published_table():
    table = Given(Table((("declared", F(1)),)), "number", Published("evidence", "1", "test"))
    node = derive(price.row, table=table, key=given("declared", "text"))
    assert node.value == 1
    assert node.unit == "number"


def test_a_formula_prints_the_names_of_its_inputs():
    symbols = {name: Symbol.of(name) for name in ("measured", "zero_at", "full_at")}
    assert str(scales.linear.symbol(**symbols)) == "clamp((measured − zero_at) ÷ (full_at − zero_at), 0, 1)"


def test_an_input_may_have_any_name():
    assert str(award.summed.symbol(self=Symbol.of("self"), b=Symbol.of("b"))) == "self + b"
