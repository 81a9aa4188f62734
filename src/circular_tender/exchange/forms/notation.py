"""How a form writes numbers: the decimal mark and the words of time of its language. Nothing else is read."""

import re

import attrs

from circular_tender.errors import Problem, Said
from circular_tender.exact import NUMBER

_NUMBER = re.compile(rf"({NUMBER})(?:( ?)(%|[A-Za-z]+))?")
_THOUSAND = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")  # where others would set a mark between thousands


@attrs.frozen
class Notation:
    """The decimal mark, the one that is not read, and the words for units: as written here, as a document has them."""

    point: str
    other: str
    units: tuple[tuple[str, str], ...] = ()

    def written(self, text: str) -> str:
        """Return a quantity of a document as this form writes it; what is no quantity stays as it is.

        >>> DUTCH.written("7.5 years"), DUTCH.written("400 g"), DUTCH.written("good")
        ('7,5 jaar', '400 g', 'good')
        """
        found = _NUMBER.fullmatch(text)
        if found is None:
            return text
        number, space, unit = found.groups()
        words = [here for here, there in self.units if there == unit] or [unit]
        shown = number.replace(".", self.point) + (f"{space}{words[0]}" if unit else "")
        return shown if self.read(shown) == text else number.replace(".", self.point) + (space or "") + (unit or "")

    def read(self, text: str) -> str | None:
        """Return what stands in a form as a document writes it; None where it has the other mark.

        >>> DUTCH.read("9,25 kg"), DUTCH.read("1 jaar"), DUTCH.read("1.000"), DUTCH.read("many")
        ('9.25 kg', '1 year', None, 'many')
        """
        if re.match(rf"-?[0-9.,]*{re.escape(self.other)}[0-9]", text):
            return None
        plain = text.replace(self.point, ".") if re.match(r"-?[0-9]", text) else text
        found = _NUMBER.fullmatch(plain)
        if found is None or found[3] is None:
            return plain
        number, space, unit = found.groups()
        word = dict(self.units).get(unit, unit)
        singular = word.removesuffix("s") if unit in dict(self.units) and number == "1" else word
        return f"{number}{space}{singular}"

    def localised(self, problem: Problem) -> Problem:
        """Return a problem whose example is written as in this form."""
        data: tuple[tuple[str, Said], ...] = tuple(
            (name, self.written(said) if name == "example" and isinstance(said, str) else said)
            for name, said in problem.data
        )
        return attrs.evolve(problem, data=data)


def may_be_thousands(number: str) -> bool:
    """Tell whether a plain number has three decimals that somebody may have meant as thousands.

    >>> may_be_thousands("1.000"), may_be_thousands("0.125"), may_be_thousands("12.50")
    (True, False, False)
    """
    return _THOUSAND.fullmatch(number) is not None


PLAIN = Notation(".", ",")
ENGLISH = PLAIN
DUTCH = Notation(",", ".", (("jaar", "years"), ("maanden", "months"), ("maand", "month")))
NOTATIONS: dict[str, Notation] = {"en": ENGLISH, "nl": DUTCH}
