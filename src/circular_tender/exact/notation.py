"""Text to exact number: one grammar, a few units, nothing lost and nothing repaired."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import LiteralString

import attrs

from circular_tender.errors import Said, Term, quoted

#: The one grammar for numbers: at most 18 digits before and 12 after the point.
NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?"
_NUMBER = re.compile(NUMBER)
_QUANTITY = re.compile(rf"({NUMBER})(?: ?(%|[A-Za-z]+))?")
_BEFORE_POINT, _AFTER_POINT = 18, 12
_FLOAT_DIGITS = 15  # every decimal of 15 significant digits survives the way through a binary float

#: unit -> (what it measures, factor to the base unit). The units of `verify.py` are the same, written independently.
UNITS: dict[str, tuple[str, Fraction]] = {
    "%": ("ratio", Fraction(1, 100)),
    "kg": ("mass", Fraction(1)),
    "g": ("mass", Fraction(1, 1000)),
    "t": ("mass", Fraction(1000)),
    "years": ("time", Fraction(1)),
    "year": ("time", Fraction(1)),
    "months": ("time", Fraction(1, 12)),
    "month": ("time", Fraction(1, 12)),
}
EXAMPLES = {"number": "12.5", "ratio": "30 %", "mass": "9.25 kg", "time": "15 years"}


class NotExact(ValueError):
    """A text is not a number of this notation; `code` and `data` say why."""

    code: LiteralString

    def __init__(self, code: LiteralString, **data: Said) -> None:
        self.code, self.data = code, data
        super().__init__(code, data)


@attrs.frozen
class Quantity:
    """A number as somebody wrote it: its text, its exact value in the base unit, and what it measures."""

    text: str
    value: Fraction
    measures: str

    @property
    def unit(self) -> str:
        """The unit as written, in quotation marks; of a plain number an empty one."""
        found = _QUANTITY.fullmatch(self.text)
        return quoted((found and found[2]) or "")

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65_536)
def read(text: str) -> Quantity:
    """Return the quantity that a text writes.

    >>> read("12.5 %").value
    Fraction(1, 8)
    >>> read("9.25 kg").measures
    'mass'

    Raises `NotExact` where the text is not of the notation.
    """
    found = _QUANTITY.fullmatch(text)
    if found is None:
        raise NotExact(_slip(text))
    digits, unit = found.groups()
    if digits.startswith("-") and not digits.strip("-0."):
        raise NotExact("number-minus-zero")
    if unit is None:
        return Quantity(text, Fraction(digits), "number")
    if unit not in UNITS:
        raise NotExact("unit-unknown", unit=quoted(unit), known=", ".join(UNITS))
    measures, factor = UNITS[unit]
    return Quantity(text, Fraction(digits) * factor, measures)


def read_as(measures: str, given: object) -> Quantity:
    """Return the quantity that `given` (text, int, Decimal, or a float as typed) writes, and check what it measures."""
    quantity = read_any(given)
    if quantity.measures == measures:
        return quantity
    if measures == "number":
        raise NotExact("unit-unexpected", unit=quantity.unit)
    if quantity.measures == "number":
        raise NotExact("unit-missing", example=EXAMPLES[measures])
    raise NotExact(
        "unit-differs",
        unit=quantity.unit,
        given=Term(quantity.measures),
        expected=Term(measures),
        example=EXAMPLES[measures],
    )


def read_any(given: object) -> Quantity:
    """Return the quantity that `given` writes, in whatever unit."""
    return given if isinstance(given, Quantity) else read(as_text(given))


def as_text(given: object) -> str:
    """Return the text of a number that a program handed over; a float counts as typed up to 15 significant digits."""
    match given:
        case bool():
            raise NotExact("number-boolean")
        case str():
            return given
        case int():
            return str(given) if abs(given) < 10**_BEFORE_POINT else _refuse("number-size")
        case Decimal() if given.is_finite():
            fits = -int(given.as_tuple().exponent) <= _AFTER_POINT and given.adjusted() < _BEFORE_POINT
            return f"{given:f}" if fits else _refuse("number-size")
        case Decimal():
            raise NotExact("number-form")
        case float():
            return _typed(given)
        case _:
            raise NotExact("number-type")


def _refuse(code: LiteralString) -> str:
    raise NotExact(code)


def _typed(given: float) -> str:
    typed = Decimal(float.__repr__(given).removesuffix(".0"))
    significant = "".join(map(str, typed.as_tuple().digits)).strip("0")
    return as_text(typed) if len(significant) <= _FLOAT_DIGITS else _refuse("number-float")


def _slip(text: str) -> LiteralString:
    """Return the code of the likeliest reason why a text is not a number."""
    number = text.rstrip("%abcdefghijklmnopqrstuvwxyz ") if text[:1].isdigit() else text
    reasons: tuple[tuple[LiteralString, bool], ...] = (
        ("number-empty", not text),
        ("number-space", text != text.strip() or re.search(r"\s\s|[^\S ]|[0-9] [0-9]", text) is not None),
        ("number-digits", any(c.isdigit() and not c.isascii() for c in text)),
        ("number-underscore", "_" in text),
        ("number-comma", re.fullmatch(r"-?[0-9.]*,[0-9.,]*(?: ?(?:%|[A-Za-z]+))?", text) is not None),
        ("number-exponent", re.fullmatch(r"-?[0-9.]+[eE][-+]?[0-9]+(?: ?(?:%|[A-Za-z]+))?", text) is not None),
        ("number-plus", text.startswith("+")),
        ("number-bare-point", re.fullmatch(r"-?(?:\.[0-9]+|[0-9]+\.)(?: ?%| ?[a-z]+)?", text) is not None),
        ("number-size", re.fullmatch(r"-?[0-9]{19,}(?:\.[0-9]+)?|-?[0-9]+\.[0-9]{13,}", number) is not None),
        ("number-leading-zero", re.fullmatch(r"-?0[0-9]+(?:\.[0-9]+)?(?: ?%| ?[a-z]+)?", text) is not None),
        ("number-form", True),
    )
    return next(code for code, holds in reasons if holds)


def decimal_text(value: Fraction) -> str:
    """Return a sum of decimals as a decimal.

    >>> decimal_text(Fraction(1001, 10))
    '100.1'
    """
    places = next(n for n in range(60) if (value * 10**n).denominator == 1)
    digits = f"{int(abs(value) * 10**places):0{places + 1}d}"
    text = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{text}" if value < 0 else text


def exact_text(value: Fraction) -> str:
    """Return an exact value as a record writes it: `3`, `-3/4`, in lowest terms.

    >>> exact_text(Fraction(6, 8))
    '3/4'
    """
    return str(value)
