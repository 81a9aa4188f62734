"""The words in which formulas are written. They alone know the sorts of number: exact numbers score, symbols print.

Arrays that simulate join here as a third case of each `match`; nothing else in the code base branches on the sort.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from circular_tender.exact import irrational
from circular_tender.exact.column import Column
from circular_tender.exact.symbol import Symbol

#: A Fraction, a Column or a Symbol. One line of arithmetic serves all three, which Python's types can't express.
Exact: TypeAlias = Any


@attrs.frozen
class Table:
    """Rows of a published table: name -> number or text."""

    rows: tuple[tuple[str, Fraction | str], ...]

    def __getitem__(self, name: str) -> Fraction | str:
        return next(value for key, value in self.rows if key == name)


def least(column: Exact) -> Exact:
    """Return the smallest element of a column."""
    return Symbol("least", (column,)) if isinstance(column, Symbol) else column.extreme(min)


def greatest(column: Exact) -> Exact:
    """Return the largest element of a column."""
    return Symbol("greatest", (column,)) if isinstance(column, Symbol) else column.extreme(max)


def nth_highest(column: Exact, n: Exact) -> Exact:
    """Return the nth of the elements of a column, the largest first; the smallest where there are fewer."""
    if isinstance(column, Symbol):
        return Symbol("nth_highest", (column, n))
    highest_first = sorted(column, reverse=True)
    return highest_first[min(int(n), len(highest_first)) - 1]


def total(column: Exact) -> Exact:
    """Return the sum of a column; 0 for an empty one."""
    return Symbol("total", (column,)) if isinstance(column, Symbol) else column.total()


def mean(column: Exact) -> Exact:
    """Return the sum of a column divided by its number of elements."""
    return Symbol("mean", (column,)) if isinstance(column, Symbol) else column.total() / len(column)


def count(column: Exact) -> Exact:
    """Return the number of elements of a column."""
    return Symbol("count", (column,)) if isinstance(column, Symbol) else Fraction(len(column))


def median(column: Exact) -> Exact:
    """Return the element in the middle of a column by size; of an even number, the mean of the two there."""
    if isinstance(column, Symbol):
        return Symbol("median", (column,))
    ordered = sorted(column)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def clamp(x: Exact, low: int, high: int) -> Exact:
    """Return `low` where x is less, `high` where x is more, else x."""
    match x:
        case Symbol():
            return Symbol("clamp", (x, low, high))
        case Column():
            return x.clamped(low, high)
        case _:
            return Fraction(min(max(x, low), high))


def power(x: Exact, exponent: Exact) -> Exact:
    """Return x to a power: exact for a whole exponent, else correctly rounded to 12 decimals.

    Raises `ZeroDivisionError` where there is no value: 0 to a power below 0, less than 0 to one that is not whole.
    """
    match x, exponent:
        case (Symbol(), _) | (_, Symbol()):
            return Symbol("power", (x, exponent))
        case Column(), _:
            return Column([irrational.raised(element, exponent) for element in x])
        case _, Column():
            return Column([irrational.raised(x, element) for element in exponent])
        case _:
            return irrational.raised(x, exponent)


def log_ratio(x: Exact, base: Exact) -> Exact:
    """Return ln x ÷ ln base, correctly rounded to 12 decimals.

    Raises `ZeroDivisionError` where there is no value: x or the base not above 0, or the base 1.
    """
    match x:
        case Symbol():
            return Symbol("log_ratio", (x, base))
        case Column():
            return Column([irrational.log_ratio(element, base) for element in x])
        case _:
            return irrational.log_ratio(x, base)


def choose(left: Exact, right: Exact, then: Callable[[], Exact], otherwise: Callable[[], Exact]) -> Exact:
    """Return `then()` where left ≤ right, else `otherwise()`, by element; a branch that none takes is never made."""
    match left - right:
        case Symbol():
            return Symbol("choose", (left, right, then(), otherwise()))
        case Column() as difference:
            takes = difference.not_positive()
            size = len(takes)
            if not takes:
                return difference
            if all(takes) or not any(takes):
                return _spread(then() if takes[0] else otherwise(), size)
            return _spread(then(), size).where(takes, _spread(otherwise(), size))
        case difference:
            return then() if difference <= 0 else otherwise()


def _spread(value: Exact, size: int) -> Column:
    return value if isinstance(value, Column) else Column((Fraction(value),) * size)


def column(*elements: Exact) -> Exact:
    """Return single values as one column, in the order given."""
    if any(isinstance(element, Symbol) for element in elements):
        return Symbol("column", elements)
    return Column(elements)


def kept(values: Exact, names: Exact, remaining: Exact) -> Exact:
    """Return the elements of a column whose names remain, in the order of the remaining names."""
    if isinstance(values, Symbol):
        return Symbol("kept", (values, names, remaining))
    of_name = dict(zip(names.texts, values, strict=True))
    return Column([of_name[name] for name in remaining.texts])


def total_of_each(values: Exact, names: Exact, each: Exact) -> Exact:
    """Return for each of some names the sum of the values that bear it; 0 where none does."""
    if isinstance(values, Symbol):
        return Symbol("total_of_each", (values, names, each))
    sums = dict.fromkeys(each.texts, Fraction(0))
    for name, value in zip(names.texts, values, strict=True):
        sums[name] += value
    return Column([sums[name] for name in each.texts])


def least_of_each(values: Exact, names: Exact, each: Exact, without: Exact) -> Exact:
    """Return for each of some names the smallest of the values that bear it; `without` where none does."""
    if isinstance(values, Symbol):
        return Symbol("least_of_each", (values, names, each, without))
    found: dict[str, list[Fraction]] = {name: [] for name in each.texts}
    for name, value in zip(names.texts, values, strict=True):
        found[name].append(value)
    none = Fraction(without)
    return Column([min(found[name], default=none) for name in each.texts])


def lookup(table: Exact, key: Exact) -> Exact:
    """Return the row of a table that `key` names; a column of keys gives a column of rows."""
    match key:
        case Symbol():
            return Symbol("lookup", (table, key))
        case Column():
            rows = dict(table.rows)
            return Column([rows[name] for name in key.texts])
        case _:
            return table[key]


def rounded(x: Exact, places: Exact, mode: Exact) -> Exact:
    """Return x rounded to so many decimals: `half_up` (away from zero), `half_even`, `down` (towards zero) or `up`."""
    match x:
        case Symbol():
            return Symbol("rounded", (x, places, mode))
        case Column():
            return x.rounded(int(places), ROUNDINGS[mode])
        case _:
            scale = 10 ** int(places)
            return Fraction(ROUNDINGS[mode](x.numerator * scale, x.denominator), scale)


def _half_up(n: int, d: int) -> int:
    return (2 * n + d) // (2 * d) if n >= 0 else -((-2 * n + d) // (2 * d))


def _half_even(n: int, d: int) -> int:
    quotient, rest = divmod(n, d)
    return quotient + (2 * rest > d or (2 * rest == d and quotient % 2 == 1))


def _down(n: int, d: int) -> int:
    return n // d if n >= 0 else -(-n // d)


def _up(n: int, d: int) -> int:
    return -(-n // d) if n >= 0 else n // d


#: mode -> rounding of numerator / denominator (denominator > 0) to a whole number
ROUNDINGS: dict[str, Callable[[int, int], int]] = {
    "half_up": _half_up,
    "half_even": _half_even,
    "down": _down,
    "up": _up,
}
