"""What an error says, as data: a code of the table of sentences, and what is filled in."""

from collections.abc import Iterable, Mapping, Sized
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import reduce
from typing import TypeAlias, cast

import attrs

from circular_tender.errors.english import SENTENCES

LIMIT_FOUND = 60  #: characters of a wrong value that a message shows


@attrs.frozen
class Term:
    """A sentence or a part of one: its code in the table, and what is filled in; as text it is English."""

    code: str
    data: tuple[tuple[str, "Said"], ...] = ()

    @classmethod
    def of(cls, code: str, /, **data: "Said") -> "Term":
        """Return the term of a code with its data."""
        return cls(code, tuple(data.items()))

    def __str__(self) -> str:
        return worded(self, SENTENCES)


#: What stands in a message: a text that is the same in every language, or a term.
Said: TypeAlias = str | Term


def worded(said: Said, sentences: Mapping[str, str]) -> str:
    """Return what is said, in the language of a table of sentences."""
    if isinstance(said, str):
        return said
    return sentences[said.code].format_map({name: worded(part, sentences) for name, part in said.data})


def shown(value: object) -> Said:  # noqa: PLR0911 -- one a sort
    """Return a wrong value as a message may print it: quoted, at most 60 characters, nothing invisible."""
    match value:
        case None:
            return Term("found-nothing")
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case dict():
            return _counted("found-mapping", len(cast("Sized", value)))
        case list() | tuple():
            return _counted("found-list", len(cast("Sized", value)))
        case int() if abs(value) >= 10**LIMIT_FOUND:
            return Term.of("found-long-number", limit=str(LIMIT_FOUND))
        case int() | float() | Decimal() | date():
            return f"{type(value).__name__} {str(value)[:LIMIT_FOUND]}"
        case _:
            return Term.of("found-object", type=type(value).__name__)


def quoted(text: str) -> str:
    """Return a text in quotation marks, at most 60 characters of it, nothing invisible."""
    seen = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[: LIMIT_FOUND + 1])
    return f'"{seen[:LIMIT_FOUND]}…"' if len(seen) > LIMIT_FOUND else f'"{seen}"'


def _counted(code: str, count: int) -> Term:
    of_so_many = f"{code}-of-{count}"
    return Term(of_so_many) if of_so_many in SENTENCES else Term.of(code, count=str(count))


def nearest(word: str, words: Iterable[str]) -> Said:
    """Return the likely slip, or nothing where no known word is near."""
    near = get_close_matches(word.lower(), list(words), n=1)
    return Term.of("slip", word=repr(near[0])) if near else ""


def either(words: Iterable[Said]) -> Said:
    """Return the words with "or" between them."""
    return reduce(lambda first, second: Term.of("either", first=first, second=second), words)
