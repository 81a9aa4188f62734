"""A published rule as a page prints it: its steps, its formulas, the facts it reads, and what a record holds."""

import inspect
import json
from collections.abc import Iterator
from textwrap import TextWrapper
from typing import assert_never

from circular_tender.derivation import Formula
from circular_tender.exact import Symbol
from circular_tender.indicators.environmental_cost import EN15804_A2, UNITS
from circular_tender.rules import Apply, Expression, Fact, Json, NamedTable, Rows, Values, as_json
from pages.markdown import code, table

_WIDTH = 85
_LINES = TextWrapper(_WIDTH, subsequent_indent=" " * 10, break_long_words=False, break_on_hyphens=False)
_LEAVES = ("fact", "table", "published", "value")


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield every part of a rule, each once, inputs before what is made of them."""
    yield from dict.fromkeys(_walk(expression))


def _walk(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Apply):
        for _, given in expression.inputs:
            yield from _walk(given)
    yield expression


def steps(aspects: dict[str, Expression]) -> str:
    """Return the steps of rules, numbered, each formula as its symbol run prints it."""
    numbers: dict[Expression, int] = {}
    lines = []
    for name, expression in aspects.items():
        for part in walk(expression):
            if isinstance(part, Apply) and part not in numbers:
                numbers[part] = len(numbers) + 1
                lines += _step(part, numbers)
        lines += [f"{name} = {_operand(expression, numbers)}", ""]
    return "\n".join(lines)


def _step(part: Apply, numbers: dict[Expression, int]) -> list[str]:
    printed = part.formula.symbol(**{name: Symbol.of(name) for name, _ in part.inputs})
    lines = [f"[{numbers[part]}] {part.formula.name} = {printed}"]
    lines += [f"      {name}: {_operand(given, numbers)}" for name, given in part.inputs]
    return [broken for line in lines for broken in _LINES.wrap(line)]


def _operand(expression: Expression, numbers: dict[Expression, int]) -> str:
    match expression:
        case Apply():
            return f"[{numbers[expression]}]"
        case Fact(absent=absent, reading=reading):
            otherwise = "" if absent is None or reading == "presence" else f", {absent} where nothing stands"
            presence = ", 1 where something stands, else 0" if reading == "presence" else ""
            place = "where it stands: " if reading == "place" else ""
            each = f" for each {expression.per}" if expression.per else ""
            return f"{place}{expression.document} {expression.at}{each}{presence}{otherwise}"
        case Rows():
            extra = "".join(f", {key}: {text}" for key, text in expression.extra)
            return f"the table {expression.document} {expression.at}{extra}"
        case NamedTable():
            return f"the table {expression.name}, version {expression.version}, below"
        case Values():
            return f"{expression.aspect}, of each bid of the stage"
        case _:
            assert_never(expression)


def tables(aspects: dict[str, Expression]) -> Iterator[str]:
    """Yield the tables that are the same for all tenders and that rules look things up in, each with its source."""
    for part in _parts(aspects):
        if isinstance(part, NamedTable):
            named = f"The table {code(part.name)}, version {part.version}, is the same for all tenders."
            yield f"{named} Its source: {part.source}."
            units = {str(row): unit for row, unit in UNITS.items()} if part is EN15804_A2 else {}
            yield table(
                ("row", "value", *(("for one",) if units else ())),
                ((code(row), value, *((units[row],) if units else ())) for row, value in part.rows),
            )


def _parts(aspects: dict[str, Expression]) -> dict[Expression, None]:
    """Return every part of rules, each once."""
    return dict.fromkeys(part for expression in aspects.values() for part in walk(expression))


def formulas(aspects: dict[str, Expression]) -> str:
    """Return the table of the formulas of rules."""
    used = dict.fromkeys(part.formula for part in _parts(aspects) if isinstance(part, Apply))
    if not used:
        return "No formula: what stands there is what is measured."
    return table(("formula", "what it returns", "unit", "source"), map(_formula, used))


def _formula(formula: Formula) -> tuple[str, ...]:
    inputs = inspect.signature(formula.function).parameters
    unit = f"that of {code(formula.unit)}" if formula.unit in inputs else formula.unit or "that of its first input"
    returns = inspect.cleandoc(formula.function.__doc__ or "").partition("\n")[0].removeprefix("Return ")
    return code(formula.name), returns.rstrip("."), unit, formula.source


def reads(expression: Expression, document: str) -> list[str]:
    """Return the pointers of a document that a rule reads."""
    facts = [part for part in walk(expression) if isinstance(part, Fact | Rows) and part.document == document]
    return sorted({fact.at for fact in facts})


def recorded(expression: Expression) -> str:
    """Return the rule in the closed operations of a record, broken where a line would be too long."""
    return _broken(as_json(expression), "")


def _broken(value: Json, indent: str) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(flat) <= _WIDTH or not isinstance(value, list) or value[0] in _LEAVES:
        return flat
    operation, *parts = value
    lines = [f"{indent}  {_broken(part, f'{indent}  ')}" for part in parts]
    return "[" + json.dumps(operation) + ",\n" + ",\n".join(lines) + "]"
