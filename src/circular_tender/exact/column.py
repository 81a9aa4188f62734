"""A column of exact numbers (or of texts): one element for each bid of a stage, or for each part of a product.

Arithmetic is elementwise and a single number counts for each element, as in a NumPy array. Where the elements have a
small common denominator they are kept as integers over it: exact, and several times faster than a `Fraction` for each.
"""

import operator
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import lcm
from typing import TypeAlias, Union

Number: TypeAlias = Fraction | int
Operand: TypeAlias = Union[Fraction, int, "Column"]

_SMALL = 1 << 192  # beyond this a common denominator costs more than it saves


class Column:
    """An immutable sequence of exact numbers or of texts; compares by its elements."""

    __slots__ = ("_denominator", "_elements", "_numerators")
    _elements: tuple[Fraction, ...] | tuple[str, ...] | None
    _numerators: tuple[int, ...]
    _denominator: int  # 0 where the elements have no small common denominator

    def __init__(self, elements: Iterable[Fraction | str]) -> None:
        given: tuple[Fraction | str, ...] = tuple(elements)
        self._elements = given  # type: ignore[assignment]  # one sort or the other, never mixed
        self._numerators, self._denominator = _over_common_denominator(given)

    @classmethod
    def over(cls, denominator: int, numerators: Iterable[int]) -> "Column":
        """Return the column of `numerator / denominator`."""
        column = cls.__new__(cls)
        column._elements = None
        column._numerators, column._denominator = tuple(numerators), denominator
        return column

    @property
    def elements(self) -> tuple[Fraction, ...]:
        """The elements as numbers, in order."""
        if self._elements is None:
            self._elements = tuple(Fraction(n, self._denominator) for n in self._numerators)
        return self._elements  # type: ignore[return-value]  # arithmetic on texts fails at its first operation

    @property
    def texts(self) -> tuple[str, ...]:
        """The elements as texts, in order."""
        return self.elements  # type: ignore[return-value]  # a column of texts is only read through here

    def __len__(self) -> int:
        return len(self._numerators) if self._elements is None else len(self._elements)

    def __iter__(self) -> Iterator[Fraction]:
        return iter(self.elements)

    def __getitem__(self, index: int) -> Fraction:
        return self.elements[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Column) and self.elements == other.elements

    def __hash__(self) -> int:
        return hash(self.elements)

    def __repr__(self) -> str:
        return f"Column({', '.join(map(str, self.elements))})"

    def __reduce__(self) -> tuple[type["Column"], tuple[tuple[Fraction, ...]]]:
        return Column, (self.elements,)

    def __add__(self, other: Operand) -> "Column":
        return _combine(self, other, operator.add, same_unit=True)

    __radd__ = __add__

    def __sub__(self, other: Operand) -> "Column":
        return _combine(self, other, operator.sub, same_unit=True)

    def __rsub__(self, other: Number) -> "Column":
        return -self + other

    def __neg__(self) -> "Column":
        return self * -1

    def __mul__(self, other: Operand) -> "Column":
        return _combine(self, other, operator.mul, same_unit=False)

    __rmul__ = __mul__

    def __truediv__(self, other: Operand) -> "Column":
        if isinstance(other, Column):
            return Column(a / b for a, b in zip(self, other, strict=True))
        return self * Fraction(other.denominator, other.numerator)

    def __rtruediv__(self, other: Number) -> "Column":
        return Column(other / element for element in self)

    def scaled(self, denominator: int) -> tuple[int, ...] | None:
        """Return the numerators over a multiple of the common denominator, or None where there is none."""
        if not self._denominator:
            return None
        factor = denominator // self._denominator
        return self._numerators if factor == 1 else tuple(n * factor for n in self._numerators)

    def where(self, takes: Iterable[bool], otherwise: "Column") -> "Column":
        """Return this column's elements where `takes` says so, and the others' elsewhere."""
        common = lcm(self._denominator, otherwise._denominator)
        yes, no = self.scaled(common), otherwise.scaled(common)
        if yes is None or no is None:
            return Column([a if take else b for take, a, b in zip(takes, self, otherwise, strict=True)])
        return Column.over(common, [a if take else b for take, a, b in zip(takes, yes, no, strict=True)])

    def not_positive(self) -> list[bool]:
        """Return for each element whether it is at most 0."""
        return [n <= 0 for n in (self._numerators if self._denominator else self.elements)]

    def total(self) -> Fraction:
        """Return the sum of the elements; 0 for none."""
        return Fraction(sum(self._numerators), self._denominator) if self._denominator else sum(self, Fraction(0))

    def extreme(self, of: Callable[[Iterable[int]], int]) -> Fraction:
        """Return the least or greatest element, by `min` or `max`."""
        if self._denominator:
            return Fraction(of(self._numerators), self._denominator)
        return of(self.elements)  # type: ignore[arg-type, return-value]  # min and max order fractions as they do integers

    def clamped(self, low: Number, high: Number) -> "Column":
        """Return the column with every element moved into `low`…`high`."""
        denominator = lcm(self._denominator, low.denominator, high.denominator)
        numerators = self.scaled(denominator)
        if numerators is None:
            return Column(Fraction(min(max(e, low), high)) for e in self.elements)
        least, most = int(low * denominator), int(high * denominator)
        return Column.over(denominator, (least if n < least else min(n, most) for n in numerators))

    def rounded(self, places: int, rounding: Callable[[int, int], int]) -> "Column":
        """Return the column with each element rounded to `places` decimals by `rounding(numerator, denominator)`."""
        scale = 10**places
        if self._denominator:
            d = self._denominator
            return Column.over(scale, (rounding(n * scale, d) for n in self._numerators))
        return Column.over(scale, (rounding(e.numerator * scale, e.denominator) for e in self.elements))


def _combine(a: Column, b: Operand, operation: Callable[..., int], *, same_unit: bool) -> Column:
    """Return `operation` elementwise: over a common denominator where there is one, else on fractions."""
    if not isinstance(b, Column):
        if not a._denominator:
            return Column(Fraction(operation(e, b)) for e in a.elements)
        if not same_unit:
            n = b.numerator
            return _lean(a._denominator * b.denominator, [operation(m, n) for m in a._numerators])
        common = lcm(a._denominator, b.denominator)
        n = b.numerator * (common // b.denominator)
        return Column.over(common, [operation(m, n) for m in a.scaled(common) or ()])
    if len(a) != len(b):
        raise ValueError(f"columns of {len(a)} and {len(b)} elements")
    if not (a._denominator and b._denominator):
        return Column(Fraction(operation(x, y)) for x, y in zip(a.elements, b.elements, strict=True))
    if same_unit:
        common = lcm(a._denominator, b._denominator)
        pairs = zip(a.scaled(common) or (), b.scaled(common) or (), strict=True)
        return _lean(common, [operation(x, y) for x, y in pairs])
    return _lean(
        a._denominator * b._denominator, [operation(x, y) for x, y in zip(a._numerators, b._numerators, strict=True)]
    )


def _lean(denominator: int, numerators: list[int]) -> Column:
    """Return the column, as fractions if its common denominator has grown too large to be of use."""
    if denominator > _SMALL:
        return Column([Fraction(n, denominator) for n in numerators])
    return Column.over(denominator, numerators)


def _over_common_denominator(elements: tuple[Fraction | str, ...]) -> tuple[tuple[int, ...], int]:
    """Return numerators and their common denominator; no numerators and 0 for texts and where it would be too large."""
    common = 1
    for element in elements:
        if isinstance(element, str):
            return (), 0
        if common % element.denominator:
            common = lcm(common, element.denominator)
            if common > _SMALL:
                return (), 0
    return tuple(e.numerator * (common // e.denominator) for e in elements if not isinstance(e, str)), common
