"""The published rule: what is read where, and which formula is applied to it. It is made from the tender alone."""

from fractions import Fraction
from typing import Literal, TypeAlias, assert_never

import attrs

from circular_tender.derivation import Formula
from circular_tender.exact import Symbol

DocumentName: TypeAlias = Literal["tender", "bid", "judgements"]
Reading: TypeAlias = Literal["number", "text", "date", "presence", "place"]


@attrs.frozen
class Fact:
    """What stands at a pointer; with `*` in `per` (by default in `at`) a column with an element for each match.

    `absent` is the text that counts where nothing stands; without it an absent fact is an error. `unit` names a unit
    that the text itself does not carry, such as that of an amount. The reading `place` gives the pointer itself, which
    tells one part of a bill of materials from all others.
    """

    document: DocumentName
    at: str
    reading: Reading = "number"
    absent: str | None = None
    per: str | None = None
    unit: str | None = None

    @property
    def pattern(self) -> str | None:
        """The pattern whose matches give the elements, or None for a single value."""
        if self.per is not None or "*" not in self.at:
            return self.per
        return self.at[: self.at.rindex("*") + 1]


@attrs.frozen
class Rows:
    """A table in a document: each place that matches `at` is a row; `extra` adds rows that no document writes.

    `absent` is the text that counts where nothing stands; without it an absent row is an error.
    """

    document: DocumentName
    at: str
    reading: Reading = "number"
    absent: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    unit: str | None = None


@attrs.frozen
class NamedTable:
    """A table that is the same for all tenders: name, version, source and rows."""

    name: str
    version: str
    source: str
    rows: tuple[tuple[str, str], ...]


@attrs.frozen
class Values:
    """An aspect of a criterion (measured, ratio, points …) for each bid of the stage: a column."""

    aspect: str
    criterion: str


@attrs.frozen
class Apply:
    """A formula applied to expressions."""

    formula: Formula
    inputs: tuple[tuple[str, "Expression"], ...]


Expression: TypeAlias = Fact | Rows | NamedTable | Values | Apply


def apply(formula: Formula, /, **inputs: Expression) -> Apply:
    """Return the application of a formula to expressions."""
    return Apply(formula, tuple(inputs.items()))


Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"


def as_json(expression: Expression) -> list[Json]:
    """Return the expression in the closed operations of the record: each formula is replaced by its symbol run."""
    match expression:
        case Fact():
            return [
                "fact",
                expression.document,
                expression.at,
                expression.pattern,
                expression.reading,
                expression.absent,
            ]
        case Rows():
            return [
                "table",
                expression.document,
                expression.at,
                expression.reading,
                expression.absent,
                dict(expression.extra),
            ]
        case NamedTable():
            return ["published", expression.name, expression.version, dict(expression.rows)]
        case Values():
            return ["value", expression.aspect, expression.criterion]
        case Apply():
            inputs = {name: as_json(given) for name, given in expression.inputs}
            symbol = expression.formula.symbol(**{name: Symbol.of(name) for name in inputs})
            return _operations(symbol, inputs)
        case _:
            assert_never(expression)


def _operations(part: Symbol | str | Fraction | int, inputs: dict[str, list[Json]]) -> list[Json]:
    """Return a symbol's operations, with the inputs in their places."""
    match part:
        case Symbol("input", (str() as name,)):
            return inputs[name]
        case Symbol("number", (number,)) | (Fraction() | int() as number):
            return ["number", str(number)]
        case Symbol(operation, parts):
            return [operation, *(_operations(p, inputs) for p in parts)]
        case _:
            raise TypeError(part)
