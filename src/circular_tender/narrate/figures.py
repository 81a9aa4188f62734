"""Exact values as a reader sees them; a figure that is not the exact value is marked with ≈.

A no-break space holds a figure together with its mark and its unit.
"""

from fractions import Fraction

from circular_tender.exact import ROUNDINGS

PLACES = {"amount": 2, "ratio": 2, "mass": 3, "time": 2, "points": 3, "number": 6}
NO_BREAK = "\N{NO-BREAK SPACE}"
_UNITS = {"ratio": f"{NO_BREAK}%", "mass": f"{NO_BREAK}kg", "time": f"{NO_BREAK}years"}
_NOT_EXACT = f"≈{NO_BREAK}"


def figure(value: Fraction | str, unit: str, currency: str = "") -> str:
    """Return a value with its unit, in English notation.

    >>> print(figure(Fraction(2, 3), "ratio").replace(NO_BREAK, " "))
    ≈ 66.67 %
    >>> print(figure(Fraction(161000), "amount", "EUR").replace(NO_BREAK, " "))
    EUR 161,000.00
    """
    if isinstance(value, str):
        return value
    shown = decimal(value * 100 if unit == "ratio" else value, PLACES.get(unit, 6), fixed=unit == "amount")
    prefix = f"{currency}{NO_BREAK}" if unit == "amount" else ""
    mark = _NOT_EXACT if shown.startswith(_NOT_EXACT) else ""
    return f"{mark}{prefix}{shown.removeprefix(_NOT_EXACT)}{_UNITS.get(unit, '')}"


def decimal(value: Fraction, places: int, *, fixed: bool = False, signed: bool = False) -> str:
    """Return a value with at most so many decimals (`fixed`: all); if that rounds it (half up), with the mark ≈."""
    scale = 10**places
    rounded = ROUNDINGS["half_up"](value.numerator * scale, value.denominator)
    whole, rest = divmod(abs(rounded), scale)
    digits = str(rest).zfill(places) if places else ""
    if not fixed:
        digits = digits.rstrip("0")
    text = f"{whole:,}" + (f".{digits}" if digits else "")
    sign = "−" if rounded < 0 else "+" if signed else ""
    mark = "" if Fraction(rounded, scale) == value else _NOT_EXACT
    return f"{mark}{sign}{text}"
