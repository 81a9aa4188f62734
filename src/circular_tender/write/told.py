"""Numbers in JSON: the exact value, or that which a page shows where an exact one would tell what is withheld."""

from fractions import Fraction

import attrs

from circular_tender.award import Award, counts
from circular_tender.exact import exact_text
from circular_tender.narrate.figures import shown
from circular_tender.narrate.words import places_of_points, unit_of_total


@attrs.frozen
class Numbers:
    """The numbers of an award as text, exact or as a page shows them."""

    award: Award
    exact: bool

    def earned(self, value: Fraction) -> str:
        """Return what a criterion earns."""
        return self._told(value, counts(self.award), places_of_points(self.award))

    def total(self, value: Fraction) -> str:
        """Return a total, a part of it, or a difference between two."""
        return self._told(value, unit_of_total(self.award), places_of_points(self.award))

    def figure(self, value: Fraction, unit: str) -> str:
        """Return a value in its unit."""
        return self._told(value, unit)

    def _told(self, value: Fraction, unit: str, points: int | None = None) -> str:
        places = points if unit == "points" else None
        return exact_text(value if self.exact else shown(value, unit, places))
