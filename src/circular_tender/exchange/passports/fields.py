"""Values of a passport as they stand in it: each with its pointer, its numbers exact, and what is wrong collected."""

from fractions import Fraction
from typing import TypeAlias, cast

import attrs

from circular_tender.derivation import Formula
from circular_tender.errors import Finding, Said, Term, shown
from circular_tender.exact import Column, NotExact, Quantity, decimal_text, read, read_as
from circular_tender.texts import JsonNumber, child

#: Units of mass by their codes in UNECE recommendation 20, as our notation writes them.
UNITS = {"KGM": "kg", "GRM": "g", "TNE": "t"}
_LEAST_PLACES = 2  # many programs drop the zero of 0.50


@attrs.frozen
class Spot:
    """A value of a passport, and its pointer."""

    value: object
    at: str

    @property
    def members(self) -> dict[str, object]:
        """The members of a mapping."""
        return cast("dict[str, object]", self.value)


@attrs.frozen
class Figure:
    """A number that a passport states: the number as written, what it is in our notation, and its pointer."""

    digits: str
    quantity: Quantity
    at: str

    @property
    def value(self) -> Fraction:
        """The exact value; of a mass in kg."""
        return self.quantity.value

    def agrees(self, exactly: Fraction) -> bool:
        """Tell whether this is a value rounded to as many decimals as stand here, or to 2 where fewer do."""
        places = max(len(self.digits.partition(".")[2]), _LEAST_PLACES)
        return bool(abs(self.value - exactly) * 2 <= Fraction(1, 10**places))


_Known: TypeAlias = Spot | None


@attrs.frozen
class Reader:
    """Takes values from a passport. What is not well-formed is refused; what else is wrong is told, and read on."""

    refused: list[Finding] = attrs.field(factory=list[Finding])
    told: list[Finding] = attrs.field(factory=list[Finding])

    def refuse(self, code: str, at: str, found: Said, **data: Said) -> None:
        """Note what makes the passport unusable."""
        self.refused.append(Finding(code, at, found, tuple(data.items())))

    def tell(self, code: str, at: str, found: Said, **data: Said) -> None:
        """Note what somebody should know of the passport."""
        self.told.append(Finding(code, at, found, tuple(data.items())))

    def member(self, of: _Known, *names: str) -> _Known:
        """Return the member of a mapping that has one of these names; the field was renamed over the versions."""
        present = [name for name in names if of is not None and of.members.get(name) is not None]
        if of is None or not present:
            return None
        first, *others = (Spot(of.members[name], child(of.at, name)) for name in present)
        for other in others:
            if other.value != first.value:
                names_of_one = {"first": present[0], "second": present[1]}
                self.tell("passport-two-names", other.at, shown(other.value), **names_of_one)
                return None
        return first

    def mapping(self, spot: _Known) -> _Known:
        """Return a mapping."""
        return self._of(spot, dict, "a-mapping")

    def items(self, spot: _Known) -> list[Spot]:
        """Return the mappings of a list."""
        known = self._of(spot, list, "a-list")
        if known is None:
            return []
        values = cast("list[object]", known.value)
        items = (self.mapping(Spot(value, child(known.at, number))) for number, value in enumerate(values))
        return [item for item in items if item is not None]

    def text(self, spot: _Known) -> str | None:
        """Return a text; an empty one says nothing."""
        if spot is None:
            return None
        if isinstance(spot.value, str) and not isinstance(spot.value, JsonNumber):
            return spot.value if spot.value.strip() else None
        self._other_type(spot, "a-text")
        return None

    def truth(self, spot: _Known) -> bool:
        """Return true where the passport says true; what it does not say is not true."""
        known = self._of(spot, bool, "true-or-false")
        return known is not None and known.value is True

    def number(self, spot: _Known) -> Figure | None:
        """Return a number from 0 upwards."""
        if spot is None:
            return None
        given = spot.value
        if isinstance(given, dict | list) or (isinstance(given, str) and not isinstance(given, JsonNumber)):
            self._other_type(spot, "a-number")
            return None
        try:
            quantity = read_as("number", str(given) if isinstance(given, str) else given)
        except NotExact as slip:
            self.refuse(slip.code, spot.at, shown(given), **slip.data)
            return None
        if quantity.value < 0:
            self.refuse("below-zero", spot.at, shown(given))
            return None
        return Figure(quantity.text, quantity, spot.at)

    def share(self, spot: _Known) -> Figure | None:
        """Return a share of 1, in our notation as a percentage; one that is none is told and left out."""
        figure = self.number(spot)
        if figure is None:
            return None
        if figure.value > 1:
            self.tell("passport-share", figure.at, shown(figure.digits))
            return None
        return attrs.evolve(figure, quantity=read(f"{percent(figure.value)} %"))

    def mass(self, spot: _Known) -> Figure | None:
        """Return a mass, from its value and the code of its unit."""
        known = self.mapping(spot)
        value, code = self.number(self.member(known, "value")), self.text(self.member(known, "unit"))
        if known is None or value is None:
            return None
        if code not in UNITS:
            meant = next((own for own, symbol in UNITS.items() if symbol == (code or "").lower()), None)
            slip = Term.of("slip", word=repr(meant)) if meant else ""
            self.refuse("passport-unit", child(known.at, "unit"), shown(code), known=", ".join(UNITS), slip=slip)
            return None
        return Figure(value.digits, read(f"{value.digits} {UNITS[code]}"), known.at)

    def _of(self, spot: _Known, sort: type, expected: str) -> _Known:
        if spot is None or isinstance(spot.value, sort):
            return spot
        self._other_type(spot, expected)
        return None

    def _other_type(self, spot: Spot, expected: str) -> None:
        self.refuse("wrong-type", spot.at, shown(spot.value), expected=Term(expected))


def percent(share: Fraction) -> str:
    """Return a share as a number of percent.

    >>> percent(Fraction(1, 8))
    '12.5'
    """
    return decimal_text(share * 100)


def computed(formula: Formula, **inputs: Fraction | Column) -> Fraction:
    """Return the value of a formula, of exact inputs."""
    value = formula.function(**inputs)
    if not isinstance(value, Fraction | int):
        raise TypeError(value)
    return Fraction(value)
