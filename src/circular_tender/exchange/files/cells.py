"""What stands in a cell of somebody else's workbook: never guessed at, and never changed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from circular_tender.errors import Place, Problem, Said, nearest, shown
from circular_tender.exact import NotExact, as_text, decimal_text
from circular_tender.exchange.forms.answers import Spot
from circular_tender.exchange.forms.asked import Asked
from circular_tender.exchange.forms.notation import Notation, may_be_thousands
from circular_tender.exchange.office import LIMIT_CELL, length, unescaped
from circular_tender.texts import Collected

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

#: A value as a document has it, None where nothing stands, and how it stands in the cell.
Taken: TypeAlias = tuple[str | bool | None, str]


@attrs.define
class Told:
    """What is wrong, and what is doubtful, in a file of this name."""

    name: str
    problems: list[Problem] = attrs.field(factory=list[Problem])
    doubts: list[Problem] = attrs.field(factory=list[Problem])

    def wrong(self, code: str, spot: Spot, found: Said, at: str = "", **data: Said) -> None:
        """Note a problem."""
        self.problems.append(self._problem(code, spot, found, at, data))

    def doubt(self, code: str, spot: Spot, found: Said, at: str = "", **data: Said) -> None:
        """Note a doubt."""
        self.doubts.append(self._problem(code, spot, found, at, data))

    def _problem(self, code: str, spot: Spot, found: Said, at: str, data: dict[str, Said]) -> Problem:
        return Problem(
            code, Place(self.name, at, spot.row, spot.column, spot.sheet or None), found, tuple(data.items())
        )


@attrs.frozen
class Content:
    """What a cell holds: a formula or nothing, the value, how numbers are shown in it, and whether it is an error."""

    formula: str | None
    value: object
    format: str = "General"
    is_error: bool = False

    @classmethod
    def of(cls, cell: "Cell | MergedCell", stored: "Cell | MergedCell") -> "Content":
        """Return what a cell holds, from the workbook with its formulas and from that with the stored values."""
        given: Any = cell.value
        formula = None
        if cell.data_type == "f":
            formula = given if isinstance(given, str) else f"={getattr(given, 'text', None) or ''}".replace("==", "=")
        value: object = unescaped(stored.value) if isinstance(stored.value, str) else stored.value
        return cls(formula, value, str(stored.number_format), stored.data_type == "e")

    @property
    def text(self) -> str:
        """What a person sees of it, more or less."""
        return self.formula or ("" if self.value is None else str(self.value))


@attrs.frozen
class Reader:
    """Reads the cells that are filled in, in the notation of a form; `limit` is where a text may have been cut off."""

    notation: Notation
    told: Told
    limit: int | None = LIMIT_CELL

    def take(self, content: Content, asked: Asked, at: str, spot: Spot) -> Taken | None:
        """Return what a cell holds as an answer to what is asked; None where a problem was told."""
        if not self._is_computed(content, at, spot):
            return None
        match content.value:
            case None:
                return None, ""
            case str(text):
                return self._text(text, asked, at, spot)
            case bool(yes):
                return self._boolean(asked, at, spot, yes=yes)
            case datetime() | date() | time() | timedelta():
                return self._date(content, asked, at, spot)
            case _:
                return self._number(content, asked, at, spot)

    def _is_computed(self, content: Content, at: str, spot: Spot) -> bool:
        """Tell what a formula gave, and whether it gave a value; a cell without one needs none."""
        if content.is_error:
            self.told.wrong("cell-error", spot, shown(str(content.value)), at)
            return False
        if content.formula is None:
            return True
        if content.value is None:
            self.told.wrong("cell-formula-no-value", spot, shown(content.formula), at)
            return False
        self.told.doubt("cell-formula", spot, shown(content.formula), at, value=shown(str(content.value)))
        return True

    def _text(self, text: str, asked: Asked, at: str, spot: Spot) -> Taken | None:
        if text == "":
            return None, ""
        wrong = next(self._unreadable(text), None)
        if wrong:
            code, data = wrong
            self.told.wrong(code, spot, shown(text), at, **data)
            return None
        match asked.sort:
            case "word":
                return self._word(text, asked, at, spot)
            case "quantity":
                return self._quantity(text, asked, at, spot)
            case "text" | "id" | "day":
                return text, text

    def _unreadable(self, text: str) -> Iterator[tuple[str, dict[str, Said]]]:
        if not text.strip():
            yield "cell-spaces", {}
        if self.limit is not None and length(text) >= self.limit:
            yield "cell-cut-off", {"limit": str(self.limit)}
        seen = Collected("")
        seen.check_text(text, "")
        yield from ((problem.code, dict(problem.data)) for problem in seen.problems)

    def _word(self, text: str, asked: Asked, at: str, spot: Spot) -> Taken | None:
        values = {word: value for value, word in asked.words}
        if text in values:
            return values[text], text
        slip = nearest(text, values)
        self.told.wrong("unknown-choice", spot, shown(text), at, choices=", ".join(values), slip=slip)
        return None

    def _quantity(self, text: str, asked: Asked, at: str, spot: Spot) -> Taken | None:
        plain = self.notation.read(text)
        if plain is None:
            example = self.notation.written("12500.50")
            self.told.wrong("cell-mark", spot, shown(text), at, example=example, mark=shown(self.notation.other))
            return None
        if asked.plain_number and may_be_thousands(plain):
            thousands = text.replace(self.notation.point, "")
            self.told.doubt("cell-thousands", spot, shown(text), at, thousands=thousands)
        return plain, text

    def _boolean(self, asked: Asked, at: str, spot: Spot, *, yes: bool) -> Taken | None:
        if True in dict(asked.words):
            return yes, str(yes)
        self.told.wrong("cell-boolean", spot, shown(str(yes)), at)
        return None

    def _date(self, content: Content, asked: Asked, at: str, spot: Spot) -> Taken | None:
        day = content.value.date() if isinstance(content.value, datetime) else content.value
        whole = not isinstance(content.value, datetime) or content.value.time() == time()
        if asked.sort == "day" and isinstance(day, date) and whole:
            return day.isoformat(), day.isoformat()
        self.told.wrong("cell-date", spot, shown(str(content.value)), at)
        return None

    def _number(self, content: Content, asked: Asked, at: str, spot: Spot) -> Taken | None:
        try:
            text = as_text(content.value)
        except NotExact as slip:
            self.told.wrong(slip.code, spot, shown(content.value), at, **slip.data)
            return None
        pattern = _pattern(content.format)
        if "%" in pattern:
            self.told.wrong(
                "cell-percent",
                spot,
                shown(text),
                at,
                example=f"{self.notation.written(decimal_text(Fraction(text) * 100))} %",
            )
            return None
        if asked.sort == "word":
            return self._word(text, asked, at, spot)
        if _decimals(text) > _shown_decimals(pattern):
            self.told.doubt("cell-rounded", spot, shown(text), at, format=shown(content.format))
        elif _shows_another(pattern, asked.sort) or _has_words(content.format):
            self.told.doubt("cell-shown", spot, shown(text), at, format=shown(content.format))
        return text, text


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _pattern(number_format: str) -> str:
    """Return a format without the texts, colours and conditions in it.

    >>> _pattern('[Red]0.0 "per cent (%)";-0'), _pattern("General")
    ('0.0 ;-0', 'General')
    """
    return re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", number_format)


def _has_words(number_format: str) -> bool:
    """Tell whether a format shows letters, digits or a percent sign beside the number.

    >>> _has_words('0 "kg"'), _has_words('"€" #,##0.00'), _has_words("General")
    (True, False, False)
    """
    beside = re.findall(r'"[^"]*"|\\.', number_format)
    return re.search("[A-Za-z0-9%‰]", "".join(beside)) is not None


def _shown_decimals(pattern: str) -> int:
    """Return how many decimals a format always shows; more than there can be where it shows all.

    >>> _shown_decimals("#,##0.00"), _shown_decimals("0.00;-0"), _shown_decimals("General") > 12
    (2, 0, True)
    """
    sections = [section for section in pattern.split(";")[:3] if re.search("[0#?]", section)]
    found = [re.search(r"\.([0#?]+)", section) for section in sections]
    return min((len(each[1]) if each else 0 for each in found), default=99)


def _shows_another(pattern: str, sort: str) -> bool:
    """Tell whether a format shows something else than the number: thousands of it, nothing, or more digits of a text.

    >>> _shows_another("#,##0", "quantity"), _shows_another("0,", "quantity"), _shows_another("00000", "text")
    (False, True, True)
    """
    if sort != "quantity":
        return pattern not in {"General", "0", "@"}
    thousands = re.search(r"[0#?],+(?![0#?,])", pattern)
    return thousands is not None or "E" in pattern or not re.search("[0#?@G]", pattern)
