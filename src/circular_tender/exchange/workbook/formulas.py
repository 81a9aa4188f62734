"""The symbol run of a formula as what a spreadsheet computes.

A spreadsheet calculates in binary floats, in which 0.1 + 0.2 is not 0.3. What is equal must stay equal, and what lies
on an edge must not fall off it; so a comparison and a rounding allow for a relative `precision`, a named cell of the
workbook.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

import attrs

from circular_tender.errors import cell, column_letters
from circular_tender.exact import Symbol
from circular_tender.exact.symbol import Part

PRECISION = "precision"  # the name of the cell
_SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
_REDUCES = {"least": "MIN", "greatest": "MAX", "mean": "AVERAGE", "total": "SUM", "median": "MEDIAN", "count": "COUNT"}


@attrs.frozen
class Area:
    """Where the values of a node stand: its first cell, and how many follow, to the right or below.

    `size` is None for a single value. `keys` is the column that holds the names of a table's rows.
    """

    sheet: str
    row: int
    column: int
    size: int | None = None
    across: bool = False
    keys: int | None = None

    def place(self, position: int = 0) -> tuple[int, int]:
        """Return the row and the column of an element, counted from 1."""
        return (self.row, self.column + position) if self.across else (self.row + position, self.column)

    def at(self, position: int = 0) -> str:
        """Return the reference of an element, or of the single value wherever it is used."""
        return f"{cell(self.sheet)}!{_fixed(*self.place(position if self.size is not None else 0))}"

    @property
    def range(self) -> str:
        """The reference of all elements."""
        return self._from(self.column)

    @property
    def names(self) -> str:
        """The reference of the names of a table's rows."""
        return self._from(self.keys or self.column)

    def _from(self, column: int) -> str:
        more = (self.size or 1) - 1
        last = (self.row, column + more) if self.across else (self.row + more, column)
        return f"{cell(self.sheet)}!{_fixed(self.row, column)}:{_fixed(*last)}"


#: What a formula's inputs stand for: where the values are, or the text that chooses a rounding.
Inputs: TypeAlias = Mapping[str, Area]


def _fixed(row: int, column: int) -> str:
    """Return the name of a cell that stays the same where a formula is copied.

    >>> _fixed(12, 28)
    '$AB$12'
    """
    return f"${column_letters(column)}${row}"


@attrs.frozen
class Formula:
    """A symbol with the areas of its inputs; `mode` is the rounding that the tender publishes."""

    inputs: Inputs
    mode: str = ""

    def element(self, part: Part, position: int) -> str:  # noqa: C901, PLR0911, PLR0912 -- one an operation
        """Return the formula of one element, without the sign of equality."""
        match part:
            case Symbol("input", (str() as name,)):
                return self.inputs[name].at(position)
            case Symbol("number", (number,)) | (Fraction() | int() as number):
                return _number(number)
            case Symbol(("add" | "subtract" | "multiply" | "divide") as operation, (left, right)):
                return f"({self.element(left, position)}{_SIGNS[operation]}{self.element(right, position)})"
            case Symbol("negate", (inside,)):
                return f"(-{self.element(inside, position)})"
            case Symbol("clamp", (inside, low, high)):
                return f"MIN(MAX({self.element(inside, position)},{_number(low)}),{_number(high)})"
            case Symbol("power", (inside, exponent)):
                return self._power(self.element(inside, position), self.element(exponent, position))
            case Symbol("log_ratio", (inside, base)):
                return f"ROUND(LN({self.element(inside, position)})/LN({self.element(base, position)}),12)"
            case Symbol("choose", (left, right, then, otherwise)):
                return self._choose(left, right, then, otherwise, position)
            case Symbol("rounded", (inside, places, _)):
                return self._rounded(self.element(inside, position), self.element(places, position))
            case Symbol("lookup", (Symbol("input", (str() as table,)), key)):
                area = self.inputs[table]
                return f"INDEX({area.range},MATCH({self.element(key, position)},{area.names},0))"
            case Symbol("kept", (values, names, remaining)):
                found = f"MATCH({self.element(remaining, position)},{self._all(names)},0)"
                return f"INDEX({self._all(values)},{found})"
            case Symbol("total_of_each", (values, names, each)):
                bears = f"({self._all(names)}={self.element(each, position)})"
                return "0" if self._empty(values) else f"SUMPRODUCT({bears}*{self._all(values)})"
            case Symbol("least_of_each", (values, names, each, without)):
                bears = f"({self._all(names)}={self.element(each, position)})"
                none = self.element(without, position)
                return none if self._empty(values) else self._least(bears, self._all(values), none)
            case Symbol("column", parts):
                return self.element(parts[position], 0)
            case Symbol("nth_highest", (Symbol("input", (str() as name,)), n)):
                all_of_them = self.inputs[name].range
                return f"LARGE({all_of_them},MIN({self.element(n, position)},COUNT({all_of_them})))"
            case Symbol(str() as operation, (inside,)) if operation in _REDUCES:
                return self._reduced(operation, inside)
            case _:
                raise TypeError(part)

    def _least(self, bears: str, values: str, none: str) -> str:
        """Return the formula of the least of the values of which a condition holds.

        MINIFS would be shorter, but is of 2019, and like COUNTIF and SUMIF it reads its condition: in Excel the text 01
        meets the condition 1, and both can be the id of a product.
        """
        below = f"SUMPRODUCT(MAX({bears}*(MAX({values})-{values})))"
        return f"IF(SUMPRODUCT(--{bears})=0,{none},MAX({values})-{below})"

    def _choose(self, left: Part, right: Part, then: Part, otherwise: Part, position: int) -> str:
        less, more, *branches = (self.element(part, position) for part in (left, right, then, otherwise))
        return f"IF({less}-{more}<={PRECISION}*(ABS({less})+ABS({more})),{branches[0]},{branches[1]})"

    def _power(self, value: str, exponent: str) -> str:
        """Return the formula of a power, which is rounded where the exponent is not whole."""
        raised = f"({value})^({exponent})"
        return f"IF({exponent}=INT({exponent}),{raised},ROUND({raised},12))"

    def _rounded(self, value: str, places: str) -> str:
        noise = f"MIN({PRECISION}*ABS({value}),10^(-{places}-3))"  # never so much that another decimal is reached
        match self.mode:
            case "half_up":
                return f"ROUND({value}+SIGN({value})*{noise},{places})"
            case "down":
                return f"ROUNDDOWN({value}+SIGN({value})*{noise},{places})"
            case "up":
                return f"ROUNDUP({value}-SIGN({value})*{noise},{places})"
            case "half_even":
                scaled = f"ABS({value})*10^{places}"
                half = f"ABS({scaled}-INT({scaled})-1/2)<={noise}*10^{places}"
                return f"IF({half},2*ROUND({value}*10^{places}/2,0)/10^{places},ROUND({value},{places}))"
            case _:
                raise TypeError(self.mode)

    def _reduced(self, operation: str, inside: Part) -> str:
        match inside:
            case Symbol("input", (str() as name,)) if self.inputs[name].size == 0:
                return "0"
            case Symbol("input", (str() as name,)):
                return f"{_REDUCES[operation]}({self.inputs[name].range})"
            case _ if operation == "total":
                return "0" if self._empty(inside) else f"SUMPRODUCT({self._all(inside)})"
            case _:
                raise TypeError(inside)

    def _empty(self, part: Part) -> bool:
        """Tell whether a part is of a column without elements."""
        match part:
            case Symbol("input", (str() as name,)):
                return self.inputs[name].size == 0
            case Symbol(_, parts):
                return any(self._empty(inside) for inside in parts)
            case _:
                return False

    def _all(self, part: Part) -> str:
        """Return the formula of all elements at once, for a function that takes them so."""
        match part:
            case Symbol("input", (str() as name,)):
                area = self.inputs[name]
                return area.at() if area.size is None else area.range
            case Symbol("number", (number,)) | (Fraction() | int() as number):
                return _number(number)
            case Symbol(("add" | "subtract" | "multiply" | "divide") as operation, (left, right)):
                return f"({self._all(left)}{_SIGNS[operation]}{self._all(right)})"
            case Symbol("power", (base, exponent)):
                return f"({self._all(base)}^{self._all(exponent)})"
            case _:
                raise TypeError(part)


def _number(number: Part) -> str:
    """Return a number of a formula: whole, or a quotient of whole numbers."""
    return f"({number})" if isinstance(number, Fraction) and number.denominator != 1 else str(number)
