"""What columns and formulas must be: plain arithmetic on fractions, element by element, however it is carried out."""

import statistics
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import log_ratio_by_hand, power_by_hand, rounded_by_hand

from circular_tender.derivation import Formula
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
    rounded,
    total,
    total_of_each,
)
from circular_tender.formulas import (
    award,
    catalogue,
    circularity,
    flows,
    impacts,
    low_prices,
    methods,
    panel,
    price,
    repair,
    scales,
)
from circular_tender.rules import gathered

# Small, huge, with and without a common denominator that is worth its while (the limit is 2^192).
NASTY = [0, 1, -1, 7, Fraction(1, 3), Fraction(-2, 3), Fraction(5, 2), Fraction(-1, 8), Fraction(1, 2), 10**18]
NASTY += [Fraction(1, 10**12), Fraction(3, 2**190 + 1), Fraction(-5, 2**200 - 3), Fraction(1, 2**96 + 1), 10**60]
numbers = st.sampled_from(NASTY).map(Fraction) | st.fractions(max_denominator=10**6)
positive = numbers.map(lambda number: abs(number) + Fraction(1, 3))
names = st.sampled_from(["a", "b", "c-1", "1"])


def of(elements: st.SearchStrategy[Any], low: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(elements, min_size=low, max_size=6)


@st.composite
def made(draw, low: int = 0) -> tuple[Column, list[Fraction]]:
    """A column, straight or as the result of arithmetic, and what its elements are."""
    elements = draw(of(numbers, low))
    way = draw(st.integers(0, 3))
    if way == 1:
        denominator = draw(st.sampled_from([1, 6, 2**200]))
        whole = [int(element) for element in elements]
        return Column.over(denominator, whole), [Fraction(n, denominator) for n in whole]
    if way == 2:
        factor = draw(positive)
        return Column(elements) * factor, [element * factor for element in elements]
    if way == 3:
        others = draw(st.lists(numbers, min_size=len(elements), max_size=len(elements)))
        return Column(elements) - Column(others), [a - b for a, b in zip(elements, others, strict=True)]
    return Column(elements), elements


@st.composite
def two(draw) -> tuple[Column, list[Fraction], Column, list[Fraction]]:
    """Two columns of the same length, and their elements."""
    (a, xs), (b, ys) = draw(made()), draw(made())
    size = min(len(xs), len(ys))
    return (a, xs, b, ys) if len(xs) == len(ys) else (Column(xs[:size]), xs[:size], Column(ys[:size]), ys[:size])


def elements(found: Column) -> list[Fraction]:
    """The elements, in lowest terms and nothing but fractions."""
    assert all(type(element) is Fraction for element in found)
    assert len(found) == len(list(found))
    return list(found)


@given(two())
def test_arithmetic_of_columns_is_arithmetic_of_their_elements(both):
    a, xs, b, ys = both
    assert elements(a) == xs
    assert elements(a + b) == [x + y for x, y in zip(xs, ys, strict=True)]
    assert elements(a - b) == [x - y for x, y in zip(xs, ys, strict=True)]
    assert elements(a * b) == [x * y for x, y in zip(xs, ys, strict=True)]
    assert elements(-a) == [-x for x in xs]
    assert (a == b) == (xs == ys)
    assert a == Column(xs)
    assert hash(a) == hash(Column(xs))
    if all(ys):
        assert elements(a / b) == [x / y for x, y in zip(xs, ys, strict=True)]
    else:
        with pytest.raises(ZeroDivisionError):
            a / b


@given(made(), numbers | st.integers(-9, 9))
def test_a_single_number_counts_for_each_element(one, single):
    a, xs = one
    assert elements(a + single) == elements(single + a) == [x + single for x in xs]
    assert elements(a - single) == [x - single for x in xs]
    assert elements(single - a) == [single - x for x in xs]
    assert elements(a * single) == elements(single * a) == [x * single for x in xs]
    if single:
        assert elements(a / single) == [x / single for x in xs]
    else:
        with pytest.raises(ZeroDivisionError):
            a / single
    if all(xs):
        assert elements(single / a) == [single / x for x in xs]
    else:
        with pytest.raises(ZeroDivisionError):
            single / a


@given(of(numbers, 1), of(numbers, 1))
def test_columns_of_different_lengths_do_not_go_together(xs, ys):
    assume(len(xs) != len(ys))
    for operation in ("__add__", "__sub__", "__mul__", "__truediv__"):
        with pytest.raises(ValueError, match=r"elements|argument"):
            getattr(Column(xs), operation)(Column([y or Fraction(1) for y in ys]))


@given(made(low=1))
def test_summaries_are_those_of_the_elements(one):
    a, xs = one
    assert total(a) == sum(xs)
    assert mean(a) == sum(xs) / len(xs)
    assert least(a) == min(xs)
    assert greatest(a) == max(xs)
    assert count(a) == len(xs)
    assert median(a) == statistics.median(xs)
    assert total(Column([])) == 0


@given(made(), numbers, numbers)
def test_clamp_moves_every_element_between_its_ends(one, low, high):
    a, xs = one
    low, high = sorted((low, high))
    expected = [low if x < low else min(x, high) for x in xs]
    assert elements(clamp(a, low, high)) == expected
    assert [clamp(x, low, high) for x in xs] == expected


@given(made(), st.integers(0, 12), st.sampled_from(sorted(ROUNDINGS)))
def test_rounding_is_by_the_book(one, places, mode):
    """Whatever comes, and the quarters of the last place on both sides of nothing, halves among them."""
    xs = [*one[1], *(Fraction(quarter, 4 * 10**places) for quarter in range(-9, 10))]
    a = Column(xs)
    expected = [rounded_by_hand(x, places, mode) for x in xs]
    assert elements(rounded(a, Fraction(places), mode)) == expected
    assert [rounded(x, Fraction(places), mode) for x in xs] == expected


@given(two(), numbers, st.booleans())
def test_choose_takes_the_branch_of_each_element_and_makes_no_other(both, single, swap):
    a, xs, b, ys = both
    taken = {"then": [], "otherwise": []}

    def branch(name, value):
        taken[name].append(name)
        return value

    left, right = (single, a) if swap else (a, single)
    takes = [single <= x if swap else x <= single for x in xs]
    found = choose(left, right, lambda: branch("then", b), lambda: branch("otherwise", single))
    assert elements(found) == [y if take else single for take, y in zip(takes, ys, strict=True)]
    assert len(taken["then"]) == any(takes) or not xs
    assert len(taken["otherwise"]) == (not all(takes))
    pairs = [choose(x, single, lambda: 1, lambda: 0) for x in xs]
    assert pairs == [int(x <= single) for x in xs]


@given(st.dictionaries(names, numbers, min_size=1), st.data())
def test_lookup_and_kept_go_by_name(rows, data):
    keys = data.draw(of(st.sampled_from(sorted(rows))))
    table = Table(tuple(rows.items()))
    assert elements(lookup(table, Column(keys))) == [rows[key] for key in keys]
    assert [lookup(table, key) for key in keys] == [rows[key] for key in keys]
    assert elements(column(*rows.values())) == list(rows.values())
    remain = sorted(set(keys), reverse=True)
    assert elements(kept(Column(rows.values()), Column(rows), Column(remain))) == [rows[name] for name in remain]


@given(st.lists(st.tuples(names, numbers)), st.permutations(["a", "b", "c-1", "1"]), numbers)
def test_totals_and_leasts_of_each_are_those_of_the_elements_that_bear_its_name(pairs, every, without):
    owners, values = Column([name for name, _ in pairs]), Column([value for _, value in pairs])
    of = {name: [value for owner, value in pairs if owner == name] for name in every}
    assert elements(total_of_each(values, owners, Column(every))) == [sum(of[name]) for name in every]
    assert elements(least_of_each(values, owners, Column(every), without)) == [
        min(of[name], default=without) for name in every
    ]


# Formulas, in three ways: on columns, on single numbers, and by their symbols

#: What each input is; `column`, `single` and `positive` are numbers, and a formula of `column` inputs is elementwise.
INPUTS: dict[Formula, dict[str, str]] = {
    award.weighted: {"ratio": "column", "weight": "single"},
    award.rounded_points: {"points": "column", "places": "places", "mode": "mode"},
    award.summed: {"price": "column", "a-b": "column", "1": "column"},
    award.of_remaining: {"points": "column", "bids": "names", "remaining": "left"},
    award.last_to_pass: {"points": "summary", "max_pass": "count"},
    award.best: {"points": "summary"},
    award.rescaled: {"points": "column", "best": "positive", "weight": "single"},
    circularity.total_mass: {"pieces": "summary", "mass": "summary"},
    circularity.counts: {"asked": "single", "shown": "column"},
    circularity.destined_mass: dict.fromkeys(("pieces", "mass", "share", "counts"), "summary"),
    circularity.value_by_mass: {"destined": "summary", "value": "summary", "otherwise": "single", "mass": "positive"},
    circularity.told: {"holds": "column", "claimed": "column", "otherwise": "single"},
    circularity.lowest_of_products: {"values": "summary"},
    circularity.mean_by_pieces: {"pieces": "weights", "values": "summary"},
    circularity.in_basket: {"values": "summary", "pieces": "summary"},
    circularity.coverage: {"part": "column", "whole": "positive"},
    circularity.sum_of_masses: {"masses": "summary"},
    circularity.covered_mass: dict.fromkeys(("pieces", "mass", "present"), "summary"),
    circularity.filled_fields: {"mass": "column", "material": "column"},
    circularity.field_count: {"fields": "summary"},
    circularity.passport_value: dict.fromkeys(("pieces", "mass", "completeness", "verification"), "summary")
    | {"whole": "positive"},
    circularity.part_mass: {"mass": "column", "share": "column"},
    circularity.completeness: {"filled": "column", "asked": "positive"},
    circularity.level_reached: {"below": "column", "filled": "column", "asked": "single"},
    circularity.level_worth: {"below": "column", "reached": "column", "worth": "single", "worth_below": "single"},
    circularity.first_level_worth: {"reached": "column", "worth": "single"},
    circularity.also: {"value": "column", "factor": "column"},
    circularity.part_of_term: {"term": "column", "asked": "positive"},
    circularity.worth_something: {"completeness": "column", "verification": "column"},
    circularity.with_coverage: dict.fromkeys(("value", "covered", "least_coverage"), "single"),
    circularity.capped: {"share": "column", "counted": "column"},
    circularity.take_back_value: {
        "share": "column",
        "term": "column",
        "within": "positive",
        "cost": "column",
        "guarantee": "column",
    },
    price.row: {"table": "table", "key": "keys"},
    price.schedule_total: {"quantity": "summary", "unit_price": "summary"},
    scales.linear: {"measured": "column", "zero_at": "single", "full_at": "above"},
    scales.lowest: {"own": "summary"},
    scales.highest: {"own": "summary"},
    scales.average: {"own": "summary"},
    scales.lowest_over_own: {"lowest": "single", "own": "positives"},
    scales.bilinear_at_mean: {"own": "column", "average": "positive", "highest": "above", "at_mean": "single"},
    scales.at_least: {"own": "column", "bound": "single", "earns": "single", "below": "column"},
    scales.at_most: {"own": "column", "bound": "single", "earns": "single", "below": "column"},
    scales.segment: {
        "own": "column",
        "from_at": "single",
        "from_earns": "single",
        "to_at": "above",
        "to_earns": "single",
        "before": "column",
    },
    scales.ratio_to_best: {"own": "positives", "highest": "positive", "all_zero": "single"},
    catalogue.cut: {"uncut": "column"},
    catalogue.lowest_over_own_unless_zero: {"own": "positives", "lowest": "single", "lowest_zero": "single"},
    catalogue.highest_to_lowest: {"own": "column", "highest": "single", "lowest": "single", "all_equal": "single"},
    catalogue.half_of_estimate_and_lowest: {"lowest": "single", "estimate": "single"},
    catalogue.slope_from_lowest: {
        "own": "column",
        "reference": "single",
        "zero_at": "positive",
        "lowest_zero": "single",
    },
    catalogue.ceiling_to_lowest: {"own": "column", "exponent": "rising"}
    | dict.fromkeys(("lowest", "ceiling", "at_ceiling", "all_at_ceiling"), "single"),
    catalogue.concave: {"own": "column", "ceiling": "positive", "exponent": "rising"},
    catalogue.concave_of_ratio: {"own": "column", "exponent": "rising"},
    catalogue.power_of_ratio_to_best: {
        "own": "positives",
        "highest": "positive",
        "all_zero": "single",
        "exponent": "rising",
    },
    catalogue.below_ceiling: {"own": "column", "ceiling": "positive"},
    catalogue.bilinear_unless_all_zero: {
        "own": "column",
        "average": "positive",
        "highest": "above",
        "at_mean": "single",
        "all_zero": "single",
    },
    catalogue.lowest_line: {"own": "column", "highest": "positive", "lowest": "single", "all_zero": "single"},
    catalogue.mean_line: {"own": "column", "average": "positive"}
    | dict.fromkeys(("at_mean", "slope", "mean_zero"), "single"),
    catalogue.logarithmic: {
        "own": "positives",
        "lowest": "single",
        "zero_at_multiple": "multiple",
        "lowest_zero": "single",
    },
    catalogue.power_of_reference: {
        "own": "column",
        "reference": "positive",
        "exponent": "exponent",
        "at_zero": "single",
    },
    panel.mean_of_members: {"marks": "weights"},
    panel.median_of_members: {"marks": "summary"},
    panel.trimmed_mean_of_members: {"marks": "three"},
    panel.rounded_mark: {"mark": "single", "places": "places", "mode": "mode"},
    circularity.in_force: {"on": "single", "until": "column"},
    circularity.dated: {"proof": "column", "in_force": "column"},
    low_prices.mean_price: {"prices": "summary"},
    low_prices.sum_of_prices: {"prices": "summary"},
    low_prices.lowest_price: {"prices": "summary"},
    low_prices.number_of_prices: {"prices": "summary"},
    low_prices.mean_of_others: {"together": "single", "own": "single", "bids": "above_one"},
    low_prices.bound_above: {"mean": "single", "share": "single"},
    low_prices.mean_of_three: {"prices": "summary", "bound": "single"},
    low_prices.mean_of_the_rest: {"prices": "summary", "bound": "single", "lowest": "weights"},
    low_prices.reduced_by_a_third: {"share": "column"},
    low_prices.limit_below: {"reference": "column", "share": "single"},
    low_prices.part_of: {"reference": "column", "share": "single"},
    low_prices.under: {"value": "column", "limit": "single"},
    low_prices.at_or_under: {"value": "single", "limit": "single"},
    low_prices.reaches: {"value": "column", "limit": "single"},
    low_prices.points_of: {"points": "column", "bids": "names", "own": "left"},
    low_prices.any_of: {"mean": "column", "budget": "column"},
    low_prices.all_of: {"mean": "column", "next": "column"},
    methods.monetised: {"quantity": "column", "worth": "single"},
    methods.discount_factor: {"rate": "rate", "years": "years"},
    methods.present_value: {"amount": "column", "factor": "single"},
    methods.income: {"amount": "column"},
    methods.total_cost: {"purchase": "column", "a-b": "column"},
    methods.evaluation_price: {"cost": "column", "value": "column"},
    methods.discounted_price: {"cost": "column", "discount": "column"},
    methods.cost_per_point: {"cost": "column", "points": "positives"},
    methods.quality_per_price: {"factor": "single", "points": "column", "cost": "positives"},
    methods.in_band: {"index": "column", "best_index": "single", "width": "single"},
    methods.decides: {"in_band": "column", "decisive": "column"},
    methods.quality_share: {"points": "column", "maximum": "positive"},
    methods.emphasis: {"quality": "single", "price": "positive"},
    methods.utility_index: {"share": "column", "cost": "positives"}
    | dict.fromkeys(("best_share", "emphasis", "lowest_cost"), "single"),
    methods.superiority: {"points": "positives", "lowest_points": "single", "maximum": "apart"},
    methods.relative_value_cost: {"cost": "column", "superiority": "positives"},
    methods.coefficient: {"value": "column", "maximum": "below_one"},
    methods.adjusted_price: {"cost": "column", "coefficient": "positives"},
    methods.with_costs: {"adjusted": "column", "added": "column"},
    methods.lowest_of_all: {"values": "summary"},
    methods.highest_of_all: {"values": "summary"},
    flows.sum_of_shares: {"recycled": "column", "a-b": "column"},
    flows.proven: {"claimed": "column", "counts": "column"},
    flows.energy_share: {"energy": "column", "sustained": "column", "efficiency": "single", "carbon": "single"},
    flows.restored: dict.fromkeys(("mass", "recycled", "reused", "sustained"), "column"),
    flows.recovered: dict.fromkeys(("mass", "to_recycling", "to_reuse", "composted", "energy"), "column"),
    flows.feedstock_loss: {"mass": "column", "recycled": "column", "efficiency": "positives"},
    flows.recycling_loss: dict.fromkeys(("mass", "to_recycling", "efficiency"), "column"),
    flows.of_each_product: {"values": "summary", "parts": "owners", "products": "names"},
    flows.remainder: {"mass": "column", "part": "column"},
    flows.waste: dict.fromkeys(("unrecovered", "feedstock_loss", "recycling_loss"), "column"),
    flows.linear_flow: {"virgin": "column", "waste": "column", "feedstock_loss": "positives"}
    | {"mass": "from_zero", "recycling_loss": "lost"},
    flows.wholly_linear: {},
    flows.average_utility: {},
    flows.utility_of_lifetime: {"lifetime": "column", "average": "positives"},
    flows.utility_of_use: {"utility": "column", "intensity": "column", "usual": "positives"},
    flows.utility_at_most: {"utility": "column", "most": "single"},
    flows.material_circularity: {"linear_flow": "column", "utility": "from_zero"},
    flows.untp_circularity: {"recycled": "column", "recyclable": "column", "utility": "from_zero"},
    flows.share_of_product: {"part": "column", "mass": "positives"},
    flows.mean_by_mass: dict.fromkeys(("pieces", "mass", "value"), "summary") | {"whole": "positive"},
    flows.sum_of_ratios: {"parts": "column", "rest": "single"},
    repair.connection_index: dict.fromkeys(("type", "access", "intersections", "edge"), "positives"),
    repair.hardest_connection: {"values": "summary", "connected": "owners", "parts": "names"},
    repair.proven_index: {"index": "column", "counts": "column"},
    repair.mean_index: dict.fromkeys(("pieces", "mass", "index"), "summary") | {"whole": "positive"},
    repair.index_of_product: {"indexed": "column", "described": "column", "mass": "positives"},
    repair.reusable_part: {"claimed": "column", "index": "positives"},
    repair.french_repairability: dict.fromkeys(
        (
            "documentation",
            "disassembly",
            "tools",
            "fasteners",
            "years_list_2",
            "years_list_1",
            "delivery_list_2",
            "delivery_list_1",
            "parts_price",
            "specific",
        ),
        "column",
    ),
    repair.in_time: {"delivery": "column", "within": "single"},
    repair.spare_part: {"available": "column", "asked": "positive", "counts": "column"},
    repair.mean_of_spare_parts: {"parts": "summary"},
    repair.within_limit: {"share": "column", "limit": "single"},
    repair.all_hold: {"lead": "column", "a-b": "column"},
    impacts.surcharge_above_zero: {"amount": "column", "surcharge": "column"},
    impacts.impact: dict.fromkeys(("pieces", "amount", "surcharge"), "summary"),
    impacts.priced: {"amount": "column", "price": "single"},
    impacts.cost_of_one: dict.fromkeys(("first", "second"), "column"),
    impacts.environmental_cost: {"impacts": "summary", "prices": "summary"},
    impacts.cost_or_otherwise: dict.fromkeys(("holds", "cost", "otherwise"), "single"),
    impacts.whole_profile: {"told": "column", "counts": "column"},
    impacts.of_every_product: {"holds": "summary"},
    impacts.share_of_pieces: {"pieces": "weights", "holds": "summary"},
    impacts.holds_or_is_outside: {"holds": "column", "pieces": "column"},
    impacts.value_today: {
        "quantity": "column",
        "amount": "column",
        "rate": "rate",
        "after": "terms",
        "counts": "column",
    },
    impacts.sum_of_values: {"values": "summary"},
    impacts.share_of_price: {"value": "single", "price": "paid"},
    gathered: {"acme": "single", "bravo": "single"},
}
ELEMENTWISE = {"column", "positives", "keys", "from_zero", "lost", "terms"}
EXPONENTS = [Fraction(hundredths, 100) for hundredths in (100, 50, 200, 1, 75, 250, 999, 1000)]
TERMS = [Fraction(hundredths, 100) for hundredths in (0, 25, 50, 100, 350, 1200)]
YEARS = [Fraction(year) for year in (0, 1, 2, 7, 30)]
MULTIPLES = [Fraction(2), Fraction(3, 2), 1 + Fraction(1, 10**12), Fraction(10**18)]
ROWS = {"a": Fraction(1, 3), "b": Fraction(0), "c-1": Fraction(10**12), "1": Fraction(-1)}


def test_every_formula_is_tried():
    rooms = (award, catalogue, circularity, flows, impacts, low_prices, methods, panel, price, repair, scales)
    assert {f for room in rooms for f in vars(room).values() if isinstance(f, Formula)} | {gathered} == set(INPUTS)


@st.composite
def inputs(draw, formula: Formula) -> dict[str, Any]:
    """What a formula can be given, plain: lists for columns, dictionaries for tables."""
    size = draw(st.integers(1, 4))
    given_names = draw(st.permutations(sorted(ROWS)))[:size]
    strategies = {
        **dict.fromkeys(("column", "summary"), st.lists(numbers, min_size=size, max_size=size)),
        **dict.fromkeys(("positives", "weights"), st.lists(positive, min_size=size, max_size=size)),
        "from_zero": st.lists(st.just(Fraction(0)) | positive, min_size=size, max_size=size),
        "paid": st.just(Fraction(0)) | positive,
        "lost": st.just(None),
        "terms": st.lists(st.sampled_from(TERMS), min_size=size, max_size=size),
        "owners": st.lists(st.sampled_from(given_names), min_size=size, max_size=size),
        "three": st.lists(numbers, min_size=3, max_size=3 + size),
        "single": numbers,
        "positive": positive,
        "above_one": positive.map(lambda number: number + 1),
        "above": st.just(None),
        "apart": st.just(None),
        "below_one": positive.map(lambda number: 1 - number),
        "rate": st.integers(0, 999).map(lambda thousandths: Fraction(thousandths, 1000)),
        "years": st.lists(st.sampled_from(YEARS), min_size=1, max_size=size),
        "places": st.integers(0, 12).map(Fraction),
        "count": st.integers(1, 6).map(Fraction),
        "mode": st.sampled_from(sorted(ROUNDINGS)),
        "rising": st.sampled_from(EXPONENTS),
        "exponent": st.sampled_from(EXPONENTS).flatmap(lambda e: st.sampled_from([e, -e])),
        "multiple": st.sampled_from(MULTIPLES),
        "table": st.just(ROWS),
        "keys": st.lists(st.sampled_from(sorted(ROWS)), min_size=size, max_size=size),
        "names": st.just(given_names),
        "left": st.just(sorted(given_names)[1:] or given_names),
    }
    drawn = {name: draw(strategies[kind]) for name, kind in INPUTS[formula].items()}
    for name, before in (("full_at", "zero_at"), ("highest", "average"), ("to_at", "from_at")):
        if name in drawn and before in drawn:
            drawn[name] = drawn[before] + draw(positive)
    if "apart" in INPUTS[formula].values():  # what the lowest is added to, so that the sum is not 0
        drawn["maximum"] = draw(positive) - drawn["lowest_points"]
    if "lost" in INPUTS[formula].values():  # of the mass no more than all is lost, so that nothing is divided by 0
        drawn["recycling_loss"] = [mass / draw(st.integers(1, 9)) for mass in drawn["mass"]]
    return drawn


def exact(value: Any) -> Any:
    """A plain input as the library knows it."""
    match value:
        case list():
            return Column(value)
        case dict():
            return Table(tuple(value.items()))
        case _:
            return value


def plain(value: Any) -> Any:
    return list(value.elements) if isinstance(value, Column) else value


def evaluated(part: Any, values: dict[str, Any]) -> Any:
    """The value of a symbol, by an evaluator of a dozen lines: lists, fractions, and the operations of record.md."""
    if not isinstance(part, Symbol):
        return part
    if part.operation in {"input", "number"}:
        return values[part.parts[0]] if part.operation == "input" else part.parts[0]
    if part.operation == "choose":
        left, right = (evaluated(p, values) for p in part.parts[:2])
        return each(lambda x, y, *ways: ways[0] if x <= y else ways[1], left, right, *_ways(part, values))
    return OPERATIONS[part.operation](*(evaluated(p, values) for p in part.parts))


def _ways(part: Symbol, values: dict[str, Any]) -> list[Any]:
    """Both branches; one that can't be computed may not be taken."""
    ways = []
    for branch in part.parts[2:]:
        try:
            ways.append(evaluated(branch, values))
        except ZeroDivisionError:
            ways.append(None)
    return ways


def each(operation, *operands: Any) -> Any:
    """Element by element, a single number beside a list for each of its elements."""
    sizes = {len(operand) for operand in operands if isinstance(operand, list)}
    if not sizes:
        return operation(*operands)
    (size,) = sizes
    spread = [operand if isinstance(operand, list) else [operand] * size for operand in operands]
    return [operation(*row) for row in zip(*spread, strict=True)]


OPERATIONS = {
    "power": lambda a, exponent: each(power_by_hand, a, exponent),
    "log_ratio": lambda a, base: each(lambda x: log_ratio_by_hand(x, base), a),
    "add": lambda a, b: each(lambda x, y: x + y, a, b),
    "subtract": lambda a, b: each(lambda x, y: x - y, a, b),
    "multiply": lambda a, b: each(lambda x, y: x * y, a, b),
    "divide": lambda a, b: each(lambda x, y: Fraction(x) / y, a, b),
    "negate": lambda a: each(lambda x: -x, a),
    "least": min,
    "greatest": max,
    "nth_highest": lambda a, n: max((x for x in a if sum(y >= x for y in a) >= n), default=min(a)),
    "total": sum,
    "mean": lambda a: Fraction(sum(a)) / len(a),
    "count": len,
    "median": statistics.median,
    "column": lambda *a: list(a),
    "clamp": lambda a, low, high: each(lambda x: low if x < low else min(x, high), a),
    "lookup": lambda table, a: each(lambda key: table[key], a),
    "rounded": lambda a, places, mode: each(lambda x: rounded_by_hand(x, int(places), mode), a),
    "total_of_each": lambda a, of, every: [sum(x for x, name in zip(a, of, strict=True) if name == n) for n in every],
    "least_of_each": lambda a, of, every, without: [
        min([x for x, name in zip(a, of, strict=True) if name == n] or [without]) for n in every
    ],
    "kept": lambda a, all_names, left: [a[all_names.index(name)] for name in left],
}


@pytest.mark.parametrize("formula", INPUTS, ids=lambda formula: formula.name)
def test_a_formula_computes_what_it_prints(formula):
    """The formula run on symbols, and these evaluated above, against the formula run on numbers."""
    symbol = formula.symbol(**{name: Symbol.of(name) for name in INPUTS[formula]})

    @given(inputs(formula))
    def law(values):
        found = formula.function(**{name: exact(value) for name, value in values.items()})
        assert plain(found) == evaluated(symbol, values)

    law()


@pytest.mark.parametrize(
    "formula",
    [formula for formula, kinds in INPUTS.items() if ELEMENTWISE & {*kinds.values()} and "names" not in kinds.values()],
    ids=lambda formula: formula.name,
)
def test_a_formula_on_a_column_is_the_formula_on_each_element(formula):
    kinds = INPUTS[formula]

    @given(inputs(formula))
    def law(values):
        found = plain(formula.function(**{name: exact(value) for name, value in values.items()}))
        for position, element in enumerate(found):
            own = {n: v[position] if kinds[n] in ELEMENTWISE else exact(v) for n, v in values.items()}
            assert formula.function(**own) == element

    law()
