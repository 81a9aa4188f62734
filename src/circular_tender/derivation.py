"""A value and how it came about, in one: only `derive` makes a score, and it computes and records at once.

A derivation is a graph. Its leaves are `Given` (where somebody wrote the number), its inner nodes `Derived` (formula,
inputs, value). Nodes compare and hash by identity, and what is used twice is one node.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib import import_module
from typing import TypeAlias, assert_never

import attrs

from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column, Exact, Symbol, Table

Value: TypeAlias = Fraction | str | Column | Table


@attrs.frozen
class Written:
    """Somebody wrote it: the document, the JSON Pointer in it, and the text as written."""

    document: str
    pointer: str
    text: str


@attrs.frozen
class Published:
    """It stands in a table that is the same for all tenders: its name, version and where it comes from."""

    table: str
    version: str
    source: str


@attrs.frozen(eq=False)
class Given:
    """A leaf: a value, its unit, and where it stands; a column or a table has a source for each element or row."""

    value: Value
    unit: str
    source: tuple[Written, ...] | Published


@attrs.frozen(eq=False)
class Formula:
    """Plain arithmetic with a stable name, the unit of its result (or the input whose unit it has), and its source.

    An empty unit is that of the first input.
    """

    name: str
    unit: str
    source: str
    function: Callable[..., Exact]

    def __reduce__(self) -> tuple[Callable[[str, str], "Formula"], tuple[str, str]]:
        return _of_name, (self.function.__module__, self.name)

    def symbol(self, /, **inputs: Symbol) -> Symbol:
        """Return the formula as an expression, with the given symbols for its inputs."""
        result = self.function(**inputs)
        return result if isinstance(result, Symbol) else Symbol("number", (result,))


def _of_name(module: str, name: str) -> Formula:
    """Return the one formula of this name, when a pickled derivation is read."""
    found: Formula = getattr(import_module(module), name)
    return found


@attrs.frozen(eq=False)
class Derived:
    """An inner node: what a formula made of its inputs."""

    formula: Formula
    inputs: tuple[tuple[str, "Node"], ...]
    value: Value
    unit: str

    def __getitem__(self, name: str) -> "Node":
        return next(node for key, node in self.inputs if key == name)


Node: TypeAlias = Given | Derived


def formula(*, unit: str, source: str) -> Callable[[Callable[..., Exact]], Formula]:
    """Return a decorator that makes a formula of a function; its name is the function's."""

    def named(function: Callable[..., Exact]) -> Formula:
        return Formula(function.__name__, unit, source, function)

    return named


def derive(formula: Formula, /, **inputs: Node) -> Derived:
    """Return what the formula makes of the inputs, with the inputs.

    Raises `UndefinedResult` where the formula has no value, as when it would divide by zero.
    """
    value = _computed(formula, {name: node.value for name, node in inputs.items()})
    like = formula.unit or next(iter(inputs))
    unit = inputs[like].unit if like in inputs else formula.unit
    return Derived(formula, tuple(inputs.items()), value, unit)


def _computed(formula: Formula, values: dict[str, Value]) -> Value:
    try:
        result = formula.function(**values)
    except ZeroDivisionError:
        raise UndefinedResult(formula.name) from None
    return Fraction(result) if isinstance(result, int) else result


def walk(*roots: Node) -> Iterator[Node]:
    """Yield every node below the roots and the roots themselves, each once, inputs before what is made of them."""
    seen: set[Node] = set()
    waiting: list[tuple[Node, bool]] = [(root, False) for root in reversed(roots)]
    while waiting:
        node, inputs_done = waiting.pop()
        if inputs_done:
            yield node
        elif node not in seen:
            seen.add(node)
            waiting.append((node, True))
            if isinstance(node, Derived):
                waiting.extend((child, False) for _, child in reversed(node.inputs))


def replay(root: Node) -> Value:
    """Return the value of the root, computed again from the leaves alone."""
    values: dict[Node, Value] = {}
    for node in walk(root):
        match node:
            case Given():
                values[node] = node.value
            case Derived():
                values[node] = _computed(node.formula, {name: values[child] for name, child in node.inputs})
            case _:
                assert_never(node)
    return values[root]
