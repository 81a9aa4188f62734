"""Symbols: the numbers with which a formula is printed instead of computed."""

from fractions import Fraction
from typing import TypeAlias, Union

import attrs

Part: TypeAlias = Union["Symbol", str, Fraction, int]
_SIGNS = {"add": "+", "subtract": "−", "multiply": "×", "divide": "÷"}


@attrs.frozen
class Symbol:
    """An expression of the closed set of operations: its name and parts; `input` is a formula's input of that name."""

    operation: str
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, name: str) -> "Symbol":
        """Return the symbol of a formula's input."""
        return cls("input", (name,))

    def __add__(self, other: Part) -> "Symbol":
        return Symbol("add", (self, other))

    def __radd__(self, other: Part) -> "Symbol":
        return self if other == 0 else Symbol("add", (other, self))

    def __sub__(self, other: Part) -> "Symbol":
        return Symbol("subtract", (self, other))

    def __rsub__(self, other: Part) -> "Symbol":
        return Symbol("subtract", (other, self))

    def __mul__(self, other: Part) -> "Symbol":
        return Symbol("multiply", (self, other))

    def __rmul__(self, other: Part) -> "Symbol":
        return Symbol("multiply", (other, self))

    def __truediv__(self, other: Part) -> "Symbol":
        return Symbol("divide", (self, other))

    def __rtruediv__(self, other: Part) -> "Symbol":
        return Symbol("divide", (other, self))

    def __neg__(self) -> "Symbol":
        return Symbol("negate", (self,))

    def __str__(self) -> str:
        if self.operation == "input":
            return str(self.parts[0])
        if self.operation == "negate":
            return f"−{_bracketed(self.parts[0])}"
        if self.operation in _SIGNS:
            left, right = self.parts
            return f"{_bracketed(left, self.operation)} {_SIGNS[self.operation]} {_bracketed(right)}"
        return f"{self.operation}({', '.join(map(str, self.parts))})"


def _bracketed(part: Part, beside: str = "") -> str:
    """Return a part's text; in brackets unless it is a name, a number, a call, or a sum or product that goes on."""
    goes_on = {"add": ("add",), "multiply": ("multiply",)}.get(beside, ())
    compound = isinstance(part, Symbol) and part.operation in _SIGNS and part.operation not in goes_on
    return f"({part})" if compound else str(part)
