"""The public names, and what every formula must have."""

import ast
import inspect
import re
from pathlib import Path
from types import ModuleType

import saved

import circular_tender as ct
from circular_tender.derivation import Derived, Formula, walk
from circular_tender.exact import Symbol
from circular_tender.formulas import low_prices, savings
from circular_tender.rules import Apply

PUBLIC = [
    "Assessment",
    "Assessments",
    "Bid",
    "BrokenBid",
    "Changed",
    "Comparison",
    "Decisions",
    "Explanation",
    "FilledForm",
    "Impact",
    "InvalidDocuments",
    "Judgements",
    "Logged",
    "LotsReport",
    "Marked",
    "PassportReading",
    "Promises",
    "Report",
    "Savings",
    "Tender",
    "TenderError",
    "UndefinedResult",
    "Without",
    "assess",
    "assess_lots",
    "bid_form",
    "compare",
    "digest",
    "explain",
    "impact",
    "json_schema",
    "promises",
    "read_bids",
    "read_decisions",
    "read_form",
    "read_judgements",
    "read_product_passport",
    "read_tender",
    "record",
    "report",
    "savings",
    "scoring_sheet",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
    "to_yaml",
    "without",
    "workbook",
    "write",
]

# Stands in traces only: the record says in words that totals are taken over the bids that remain.
IN_NO_RULE = {"of_remaining"}
# Raise questions and move no points, so no rule of the record has them.
ABOUT_PRICES = {name for name, value in vars(low_prices).items() if isinstance(value, Formula)}
# Make a report beside an award, which no rule reads.
ABOUT_SAVINGS = {name for name, value in vars(savings).items() if isinstance(value, Formula)}
# Tell what a supplier states beside what its own bid comes to, and move no points either.
BESIDE = {"index_of_product", "priced", "cost_of_one"}


def test_the_public_names():
    names = [name for name, value in vars(ct).items() if name[0] != "_" and not isinstance(value, ModuleType)]
    assert sorted(names) == PUBLIC


def test_public_names_are_not_hidden_by_rooms_of_the_same_name():
    for name in ("assess", "explain", "promises", "record", "report", "write"):
        assert inspect.isfunction(getattr(ct, name))


def test_every_public_name_is_documented():
    assert [name for name in PUBLIC if not (getattr(ct, name).__doc__ or "").strip()] == []


def test_every_public_name_is_used_where_types_are_checked():
    used = {
        node.attr
        for file in (Path(__file__).parent.parent / "typing").glob("*.py")
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "ct"
    }
    assert used == set(PUBLIC)


def test_there_are_formulas_and_their_names_are_those_of_their_attributes(formulas):
    assert len(formulas) >= 20
    assert [name for name, formula in formulas if formula.name != name] == []
    names = [name for name, _ in formulas]
    assert sorted(names) == sorted(set(names))


def test_every_formula_has_a_source_and_a_docstring(formulas):
    assert [name for name, formula in formulas if not formula.source.strip()] == []
    assert [name for name, formula in formulas if not (formula.function.__doc__ or "").startswith("Return ")] == []


def test_the_unit_of_a_formula_is_known_or_that_of_an_input(formulas):
    for name, formula in formulas:
        parameters = inspect.signature(formula.function).parameters
        assert formula.unit in {"", "number", "ratio", "mass", "amount", *parameters}, name


def operations(symbol):
    """The operations of an expression."""
    if not isinstance(symbol, Symbol):
        return set()
    return {symbol.operation}.union(*map(operations, symbol.parts))


def printed(formula):
    """The symbol run of a formula; one of any inputs gets two."""
    names = inspect.signature(formula.function).parameters.values()
    inputs = ["a", "b"] if any(p.kind is p.VAR_KEYWORD for p in names) else [p.name for p in names]
    return formula.symbol(**{name: Symbol.of(name) for name in inputs})


def test_every_formula_is_made_of_the_closed_set_of_operations(formulas, reference):
    table = reference["record"].partition("## Expressions")[2].partition("## Rules")[0]
    closed = {
        name for row in table.splitlines() if row.startswith("| `[") for name in re.findall(r'\["([a-z_]+)"', row)
    }
    assert len(closed) == 27
    beyond = {name: operations(printed(formula)) - closed - {"input"} for name, formula in formulas}
    assert {name: found for name, found in beyond.items() if found} == {
        name: {"kept"} for name in {*IN_NO_RULE, "points_of"}
    }


def applied(expression):
    """The formulas that a rule applies."""
    if not isinstance(expression, Apply):
        return set()
    return {expression.formula}.union(*(applied(given) for _, given in expression.inputs))


def test_every_formula_occurs_in_the_derivation_of_some_case(formulas, cases):
    roots = [node for a in cases for node in (*a.nodes(), *(question.asked for question in a.questions))]
    bids = [of_bid for told in saved.every() for of_bid in told.bids]
    roots += [figure.only_claimed.node for of_bid in bids for figure in of_bid.figures]
    roots += [cell.node for of_bid in bids for entry in of_bid.unquantified for cell in entry.cells]
    used = {node.formula for node in walk(*roots) if isinstance(node, Derived)}
    assert {name for name, formula in formulas if formula not in used} == set()
    assert used == {formula for _, formula in formulas}


def test_every_other_formula_stands_in_the_published_rules_of_some_case(formulas, cases):
    published = set()
    for assessment in cases:
        rules = assessment.rules
        published = published.union(*(applied(factor) for _, factor in rules.factors))
        published |= applied(rules.total) | applied(rules.awarded)
        bounds = [threshold.bound for stage in rules.stages for threshold in stage.thresholds]
        published = published.union(*map(applied, bounds))
        for rule in rules.criteria:
            expressions = [expression for _, expression in rule.columns]
            if hasattr(rule, "measured"):
                expressions += [rule.measured, *(expression for _, expression in rule.reported)]
            published = published.union(*map(applied, expressions))
    # `gathered` makes a column of bids in a trace, and one of destinations in a rule
    beside = ABOUT_PRICES | ABOUT_SAVINGS | BESIDE
    assert {name for name, formula in formulas if formula not in published} == IN_NO_RULE | beside
