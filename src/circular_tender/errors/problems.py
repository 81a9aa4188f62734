"""What can be wrong, as data, and the errors that carry it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from circular_tender.display import shown as displayed
from circular_tender.errors.terms import Said, Term

LIMIT_SHOWN = 100  #: problems that one error lists; the rest are counted


def cell(sheet: str, row: int | None = None, column: int | None = None) -> str:
    """Return the name of a cell as spreadsheets write it; without row and column, that of the sheet.

    >>> cell("Prices", 7, 5), cell("End of life", 12, 28)
    ('Prices!E7', "'End of life'!AB12")
    """
    name = sheet if sheet.isidentifier() else "'" + sheet.replace("'", "''") + "'"
    if row is None or column is None:
        return name
    return f"{name}!{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Return the letters by which spreadsheets name a column, counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@attrs.frozen
class Place:
    """Where in a document something stands: its name, a JSON Pointer, and line and column where they are known.

    In a workbook these are the row and the column of a cell of the `sheet`.
    """

    document: str
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str | None = None

    @property
    def parts(self) -> tuple[str, Said]:
        """The document with line and column, or with sheet and cell, and the pointer."""
        if self.sheet is not None:
            return f"{self.document} {cell(self.sheet, self.line, self.column)}", self.pointer
        position = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.document}{position}", self.pointer or Term("whole-document")

    def __str__(self) -> str:
        return " ".join(map(str, filter(None, self.parts)))


@attrs.frozen
class Problem:
    """One thing that is wrong: a stable code, its place, what was found, and the data of the sentence."""

    code: str
    place: Place
    found: Said
    data: tuple[tuple[str, Said], ...] = ()

    @property
    def term(self) -> Term:
        """What is wrong and what to write, in no language yet; where it is so in some lots only, these are named."""
        said = Term(self.code, (("found", self.found), *self.data))
        lots = dict(self.data).get("in_lots")
        return Term.of("in-lots", lots=lots, said=said) if lots else said

    @property
    def sentence(self) -> str:
        """What is wrong and what to write, in English."""
        return str(self.term)

    def __str__(self) -> str:
        return f"{self.place}\n    {Term.of('found', found=self.found)} [{self.code}]\n    {self.sentence}"


@attrs.frozen
class Finding:
    """What does not hold in a document: code, pointer, what was found, and the data of the sentence."""

    code: str
    pointer: str
    found: Said
    data: tuple[tuple[str, Said], ...] = ()


F = TypeVar("F", bound=Problem | Finding)


def of_lots(found: Mapping[str, Iterable[F]]) -> Iterator[F]:
    """Yield what was found in each lot, once; what was not found in all of them names the lots."""
    where: dict[F, list[str]] = {}
    for lot, items in found.items():
        for item in dict.fromkeys(items):
            where.setdefault(item, []).append(lot)
    for one, lots in where.items():
        yield one if len(lots) == len(found) else attrs.evolve(one, data=(*one.data, ("in_lots", ", ".join(lots))))


def _more(problems: Sequence[Problem]) -> Term | None:
    count = len(problems) - LIMIT_SHOWN
    return Term.of("problems-more", count=str(count)) if count > 0 else None


def _listed(summary: Term, problems: Sequence[Problem]) -> str:
    lines = [str(summary), *(f"{number}. {problem}" for number, problem in enumerate(problems[:LIMIT_SHOWN], 1))]
    more = _more(problems)
    return "\n".join([*lines, str(more)] if more else lines)


class TenderError(Exception):
    """Whatever this library raises on purpose."""


@attrs.frozen
class Doubts:
    """What somebody must look at before a document is used; nothing in it is wrong beyond doubt."""

    problems: tuple[Problem, ...] = ()

    @property
    def summary(self) -> Term:
        """How many doubts there are."""
        count = len(self.problems)
        return Term(f"doubts-{count}") if count < 2 else Term.of("doubts", count=str(count))  # noqa: PLR2004

    @property
    def more(self) -> Term | None:
        """How many doubts there are beside those that are listed."""
        return _more(self.problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def __len__(self) -> int:
        return len(self.problems)

    def __str__(self) -> str:
        return _listed(self.summary, self.problems)

    def _repr_html_(self) -> str:
        return displayed(self, "html")


class InvalidDocuments(TenderError):
    """The documents can't be used as they are; `problems` holds everything that is wrong, in document order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    @property
    def summary(self) -> Term:
        """How many problems there are."""
        count = len(self.problems)
        return Term("problem") if count == 1 else Term.of("problems", count=str(count))

    @property
    def more(self) -> Term | None:
        """How many problems there are beside those that are listed."""
        return _more(self.problems)

    def _repr_html_(self) -> str:
        return displayed(self, "html")

    def __str__(self) -> str:
        return _listed(self.summary, self.problems)


class MissingExtra(TenderError):
    """Something needs an extra that is not installed; `extra` is its name."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(extra)

    @property
    def term(self) -> Term:
        """What is missing and what to do, in no language yet."""
        return Term.of("extra-missing", extra=self.extra)

    def _repr_html_(self) -> str:
        return displayed(self, "html")

    def __str__(self) -> str:
        return str(self.term)


class UndefinedResult(TenderError):
    """A formula has no value for these inputs, as when it divides by zero; `formula` and `criterion` name where."""

    def __init__(self, formula: str, criterion: str = "") -> None:
        self.formula, self.criterion = formula, criterion
        super().__init__(formula, criterion)

    @property
    def term(self) -> Term:
        """What is wrong, in no language yet."""
        code = "undefined-score" if self.criterion else "undefined-result"
        return Term.of(code, formula=self.formula, criterion=self.criterion)

    def _repr_html_(self) -> str:
        return displayed(self, "html")

    def __str__(self) -> str:
        return str(self.term)
