"""Exact values as a reader sees them; a figure that is not the exact value is marked with ≈.

A no-break space holds a figure together with its mark and its unit.
"""

from datetime import date, datetime
from fractions import Fraction

import attrs

from circular_tender.exact import ROUNDINGS

PLACES = {"amount": 2, "ratio": 2, "mass": 3, "time": 2, "points": 3, "number": 6}
OTHER = 6  # decimals of any other unit
NO_BREAK = "\N{NO-BREAK SPACE}"
NOT_EXACT = f"≈{NO_BREAK}"


@attrs.frozen
class Notation:
    """How a language writes numbers and days: the mark between thousands, the decimal mark, the words of time."""

    thousands: str
    point: str
    years: str
    months: tuple[str, ...]

    def figure(self, value: Fraction | str, unit: str, currency: str = "", *, signed: bool = False) -> str:
        """Return a value with its unit.

        >>> print(ENGLISH.figure(Fraction(2, 3), "ratio").replace(NO_BREAK, " "))
        ≈ 66.67 %
        >>> print(DUTCH.figure(Fraction(161000), "amount", "EUR").replace(NO_BREAK, " "))
        EUR 161.000,00
        """
        if isinstance(value, str):
            return value
        if unit == "date":
            return self.day(date.fromordinal(int(value)))
        in_unit, money = value * 100 if unit == "ratio" else value, unit == "amount"
        shown = self.decimal(in_unit, PLACES.get(unit, OTHER), fixed=money, signed=signed)
        prefix = f"{currency}{NO_BREAK}" if money else ""
        after = {"ratio": f"{NO_BREAK}%", "mass": f"{NO_BREAK}kg", "time": f"{NO_BREAK}{self.years}"}
        mark = NOT_EXACT if shown.startswith(NOT_EXACT) else ""
        return f"{mark}{prefix}{shown.removeprefix(NOT_EXACT)}{after.get(unit, '')}"

    def day(self, day: date) -> str:
        """Return a day with the name of its month.

        >>> print(DUTCH.day(date(2026, 10, 1)).replace(NO_BREAK, " "))
        1 oktober 2026
        """
        return f"{day.day}{NO_BREAK}{self.months[day.month - 1]} {day.year}"

    def moment(self, moment: datetime) -> str:
        """Return a moment on the clock of its offset from UTC; seconds only where there are any.

        >>> print(ENGLISH.moment(datetime.fromisoformat("2026-10-15T11:01:30+02:00")).replace(NO_BREAK, " "))
        15 October 2026, 11:01:30 (UTC+02:00)
        """
        clock = moment.time().isoformat("auto" if moment.second or moment.microsecond else "minutes")
        return f"{self.day(moment.date())}, {clock} ({moment.tzinfo})"

    def decimal(self, value: Fraction, places: int, *, fixed: bool = False, signed: bool = False) -> str:
        """Return a value with at most so many decimals (`fixed`: all); if that rounds it (half up), with the mark ≈."""
        rounded = half_up(value, places)
        whole, rest = divmod(abs(rounded), 10**places)
        digits = str(rest).zfill(places) if places else ""
        if not fixed:
            digits = digits.rstrip("0")
        text = f"{whole:,}".replace(",", self.thousands) + (f"{self.point}{digits}" if digits else "")
        sign = "−" if rounded < 0 else "+" if signed and rounded else ""
        mark = "" if Fraction(rounded, 10**places) == value else NOT_EXACT
        return f"{mark}{sign}{text}"


def shown(value: Fraction, unit: str, places: int | None = None) -> Fraction:
    """Return a value as a page shows it, with so many decimals, or else with those of its unit.

    >>> shown(Fraction(2, 3), "ratio"), shown(Fraction(2, 3), "points", 1)
    (Fraction(6667, 10000), Fraction(7, 10))
    """
    decimals = PLACES.get(unit, OTHER) + 2 * (unit == "ratio") if places is None else places  # a ratio is shown in %
    return Fraction(half_up(value, decimals), 10**decimals)


def half_up(value: Fraction, places: int) -> int:
    """Return a value in units of its last decimal shown, rounded half up (away from zero)."""
    return ROUNDINGS["half_up"](value.numerator * 10**places, value.denominator)


ENGLISH = Notation(
    ",",
    ".",
    "years",
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)
DUTCH = Notation(
    ".",
    ",",
    "jaar",
    (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
)
