"""What can be wrong, as data, and the errors that carry it."""

from collections.abc import Iterable

import attrs

from circular_tender.display import shown as displayed
from circular_tender.errors.terms import Said, Term

LIMIT_SHOWN = 100  #: problems that one error lists; the rest are counted


@attrs.frozen
class Place:
    """Where in a document something stands: its name, a JSON Pointer, and line and column where they are known."""

    document: str
    pointer: str = ""
    line: int | None = None
    column: int | None = None

    @property
    def parts(self) -> tuple[str, Said]:
        """The document with line and column, and the pointer."""
        position = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.document}{position}", self.pointer or Term("whole-document")

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))


@attrs.frozen
class Problem:
    """One thing that is wrong: a stable code, its place, what was found, and the data of the sentence."""

    code: str
    place: Place
    found: Said
    data: tuple[tuple[str, Said], ...] = ()

    @property
    def term(self) -> Term:
        """What is wrong and what to write, in no language yet."""
        return Term(self.code, (("found", self.found), *self.data))

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


class TenderError(Exception):
    """Whatever this library raises on purpose."""


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
        count = len(self.problems) - LIMIT_SHOWN
        return Term.of("problems-more", count=str(count)) if count > 0 else None

    def _repr_html_(self) -> str:
        return displayed(self, "html")

    def __str__(self) -> str:
        lines = [str(self.summary)]
        lines += [f"{number}. {problem}" for number, problem in enumerate(self.problems[:LIMIT_SHOWN], 1)]
        return "\n".join([*lines, str(self.more)] if self.more else lines)


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
