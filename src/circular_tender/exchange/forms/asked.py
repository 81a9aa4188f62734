"""What a form asks, as data: each value with its place in the document, and where it stands on the sheets."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from circular_tender.rules import segments

#: How what stands in a cell is read: a text or an id as it is, a quantity in the form's notation, one of some words.
Sort: TypeAlias = Literal["text", "id", "quantity", "day", "word"]
#: What an empty cell means: it must be filled in, nothing is answered (null), or nothing stands there.
Blank: TypeAlias = Literal["refused", "null", "absent"]


@attrs.frozen
class Asked:
    """A value that is asked: its place, how it is read, and what an empty cell means.

    In a table `at` holds a `*` for each entry. `claim` is the place of the mapping to which the value belongs, if
    nothing may be said of it: where all of its values are empty, it is what `unclaimed` says; it may stand inside that
    of another. `words` are the values
    that may be chosen, each as it is shown; `from_table` is the table whose first column holds what may be named;
    `offered` are some that can be chosen, as they are shown, or typed.
    """

    at: str
    sort: Sort = "text"
    blank: Blank = "absent"
    claim: str = ""
    unclaimed: Blank = "null"
    words: tuple[tuple[str | bool, str], ...] = ()
    from_table: str = ""
    offered: tuple[str, ...] = ()
    plain_number: bool = False


@attrs.frozen
class Said:
    """What the buyer wrote in a cell."""

    text: str


@attrs.frozen
class Entry:
    """A cell to fill in."""

    asked: Asked


@attrs.frozen
class Key:
    """A cell to fill in with the id under which a table's entry stands, or of the entry of another table it is of.

    A row that is of a part has two: the product, and the part of it.
    """

    of: str = ""  # the table that holds it; the own one where this is empty
    column: int = 0  # where that table holds it


@attrs.frozen
class Computed:
    """A formula for who fills in the form, with the number of its row; its result is never read.

    `adds` are the places of the values that it adds up, each with the number that it is multiplied by.
    """

    formula: str
    adds: tuple[tuple[str, Fraction], ...]


@attrs.frozen
class Link:
    """A cell that repeats what stands in the same entry of another table."""

    table: str
    column: int


Cell: TypeAlias = Said | Entry | Key | Computed | Link


@attrs.frozen
class Column:
    """The heading of a column, and its width in characters."""

    heading: str
    width: int


@attrs.frozen
class Sheet:
    """A sheet: its title, what is explained above, and its rows; a table has one row, which stands for all.

    `base` is the pattern of a table's entries. `beside` is the table whose entries this one tells more about, row by
    row. `prepared` is the number of rows that an empty form has.
    """

    key: str
    title: str
    explained: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    base: str = ""
    beside: str = ""
    prepared: int = 0

    @property
    def heading_row(self) -> int:
        """The number of the row that holds the headings, counted from 1."""
        return len(self.explained) + 3

    @property
    def first_row(self) -> int:
        """The number of the first row below the headings, counted from 1."""
        return self.heading_row + 1

    @property
    def asked(self) -> Iterator[Asked]:
        """Every value that is asked."""
        return (cell.asked for row in self.rows for cell in row if isinstance(cell, Entry))


@attrs.frozen
class Form:
    """A form: what it is, of which tender, and its sheets.

    `lists` are the patterns at which a document has a list; a later one may stand inside an earlier. `members` are the
    roles of a panel whose marks are asked one by one.
    """

    schema: str
    document_schema: str
    tender: str
    digest: str
    language: str
    sheets: tuple[Sheet, ...]
    lists: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    def sheet(self, key: str) -> Sheet:
        """Return the sheet of a key."""
        return next(sheet for sheet in self.sheets if sheet.key == key)

    @property
    def tables(self) -> Iterator[Sheet]:
        """The sheets that hold a table with an entry in each row."""
        return (sheet for sheet in self.sheets if sheet.base)


def fits(pattern: str, at: str) -> tuple[str, ...] | None:
    """Return what the stars of a pattern stand for at a pointer; None where the pointer is no such place.

    >>> fits("/products/*/parts/*/mass", "/products/0/parts/3/mass")
    ('0', '3')
    """
    parts, place = segments(pattern), segments(at)
    if len(parts) != len(place) or any(part not in ("*", here) for part, here in zip(parts, place, strict=True)):
        return None
    return tuple(here for part, here in zip(parts, place, strict=True) if part == "*")


def bound(pattern: str, entry: tuple[str, ...]) -> str:
    """Return the pointer of a pattern for an entry of its table.

    >>> bound("/products/*/parts/*/mass", ("0", "3"))
    '/products/0/parts/3/mass'
    """
    for part in entry:
        pattern = pattern.replace("*", part.replace("~", "~0").replace("/", "~1"), 1)
    return pattern
