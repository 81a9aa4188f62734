"""A form as a workbook: the buyer's cells are locked, what is filled in is text, and no text becomes a formula."""

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from typing import assert_never

import attrs

from circular_tender.bids import problems_of
from circular_tender.errors import Finding, InvalidDocuments, cell, column_letters, shown
from circular_tender.exchange.files.start import start
from circular_tender.exchange.forms.answers import entries, leaves, value
from circular_tender.exchange.forms.asked import Asked, Computed, Entry, Form, Key, Link, Said, Sheet, bound
from circular_tender.exchange.forms.asked import Cell as FormCell
from circular_tender.exchange.forms.notation import NOTATIONS, Notation
from circular_tender.exchange.office import (
    GIVEN,
    LIMIT_CELL,
    LOOKS,
    Book,
    Format,
    height,
    length,
    new_book,
    new_page,
    put,
    stored,
)
from circular_tender.exchange.office import Sheet as Page
from circular_tender.narrate import Words
from circular_tender.rules import Json
from circular_tender.texts import Origin

_SPARE = 20  # rows of a table beyond those that a document fills
_LOOKS: dict[str, dict[str, object]] = {
    **LOOKS,
    "entry": {**LOOKS["said"], **GIVEN, "num_format": "@", "locked": False},
    "computed": {"num_format": "#,##0.00", "font_color": "#555555", "valign": "top"},
}
_ALLOWED = {"format_columns": True, "format_rows": True}
_CHOICES = 255  # characters of a list of choices that a workbook holds


@attrs.frozen
class _Writer:
    """A form on its way into a workbook, with what a document says of it."""

    form: Form
    document: Json
    notation: Notation
    book: Book
    looks: dict[str, Format]

    def write(self, sheet: Sheet) -> None:
        """Write a sheet."""
        page = new_page(self.book, sheet.title)
        put(page, 0, 0, sheet.title, self.looks["title"])
        for number, line in enumerate(sheet.explained, 1):
            put(page, number, 0, line)
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            put(page, sheet.heading_row - 1, number, column.heading, self.looks["heading"])
        page.set_row(sheet.heading_row - 1, height((column.heading, column.width - 2) for column in sheet.columns))
        page.freeze_panes(sheet.heading_row, 0)
        if sheet.base:
            self._table(sheet, page)
        else:
            for number, row in enumerate(sheet.rows):
                self._row(page, sheet, sheet.first_row + number, row, ())
        page.protect("", _ALLOWED)

    def _table(self, sheet: Sheet, page: Page) -> None:
        known = entries(sheet, self.document)
        count = self.rows_of(sheet)
        for number in range(count):
            entry = known[number] if number < len(known) else None
            self._row(page, sheet, sheet.first_row + number, sheet.rows[0], entry)
        for column, each in enumerate(sheet.rows[0]):
            self._choices(page, each, sheet.first_row, sheet.first_row + count - 1, column)

    def rows_of(self, sheet: Sheet) -> int:
        """Return the number of rows of a table."""
        return max(sheet.prepared, len(entries(sheet, self.document)) + _SPARE)

    def _row(
        self, page: Page, sheet: Sheet, row: int, cells: tuple[FormCell, ...], entry: tuple[str, ...] | None
    ) -> None:
        texts = [each.text if isinstance(each, Said) else self._text(each, entry) for each in cells]
        widths = [column.width for column in sheet.columns]
        page.set_row(row - 1, height((text or "", width) for text, width in zip(texts, widths, strict=True)))
        for column, (each, text) in enumerate(zip(cells, texts, strict=True)):
            match each:
                case Said():
                    if text:
                        put(page, row - 1, column, text, self.looks["said"])
                case Entry() | Key():
                    if text is None:
                        page.write_blank(row - 1, column, None, self.looks["entry"])
                    else:
                        put(page, row - 1, column, text, self.looks["entry"])
                case Computed(formula, adds):
                    formula = "=" + formula.replace("{row}", str(row))
                    page.write_formula(row - 1, column, formula, self.looks["computed"], self._sum(adds))
                case Link():
                    linked = self._text(self.form.sheet(each.table).rows[0][each.column], entry)
                    formula = link_formula(self.form, sheet, each, row)
                    page.write_formula(row - 1, column, formula, None, linked or "")
                case _:
                    assert_never(each)
            if not sheet.base:
                self._choices(page, each, row, row, column)

    def _text(self, each: FormCell, entry: tuple[str, ...] | None) -> str | None:
        """Return what a document says in a cell that is filled in; None where nothing, or there is no such entry."""
        match each:
            case Key() if entry is not None:
                return self._key(each, entry)
            case Entry(asked) if entry is not None:
                said = value(self.document, bound(asked.at, entry))
                return None if said is None else written(asked, said, self.notation)
            case _:
                return None

    def _key(self, key: Key, entry: tuple[str, ...]) -> str:
        if not key.of:
            return entry[-1]
        return str(value(self.document, bound(f"{self.form.sheet(key.of).base}/id", entry)))

    def _sum(self, adds: tuple[tuple[str, Fraction], ...]) -> float | str:
        """Return what a formula comes to: the sum of what is filled in, and nothing for a line that is empty."""
        given = [(value(self.document, at), times) for at, times in adds]
        filled = [Fraction(said) * times for said, times in given if isinstance(said, str)]
        return stored(sum(filled, Fraction(0))) if filled or len(adds) > 1 else ""

    def _choices(self, page: Page, each: FormCell, first: int, last: int, column: int) -> None:
        source = self._source(each)
        if source:
            where = (first - 1, column, last - 1, column)
            strict = "stop" if isinstance(each, Entry) and each.asked.words else "warning"
            page.data_validation(*where, {"validate": "list", "source": source, "error_type": strict})

    def _source(self, each: FormCell) -> list[str] | str:
        """Return what may be chosen in a cell: words, or a column of a table."""
        table = each.of if isinstance(each, Key) else each.asked.from_table if isinstance(each, Entry) else ""
        if table:
            sheet, column = self.form.sheet(table), column_letters(each.column + 1 if isinstance(each, Key) else 1)
            first, last = sheet.first_row, sheet.first_row + self.rows_of(sheet) - 1
            return f"={cell(sheet.title)}!${column}${first}:${column}${last}"
        words = [*(word for _, word in each.asked.words), *each.asked.offered] if isinstance(each, Entry) else []
        listed = ",".join(words)  # as a workbook holds them, so that none may have a comma
        return words if len(listed) <= _CHOICES and listed.count(",") < len(words) else []


def link_formula(form: Form, sheet: Sheet, link: Link, row: int) -> str:
    """Return the formula of a cell that repeats what stands in the same entry of another table."""
    table = form.sheet(link.table)
    there = cell(table.title, table.first_row + row - sheet.first_row, link.column + 1)
    return f'=IF({there}="","",{there})'


def written(asked: Asked, said: Json, notation: Notation) -> str:
    """Return a value of a document as it stands in a cell."""
    if isinstance(said, str | bool) and said in dict(asked.words):
        return dict(asked.words)[said]
    return notation.written(str(said)) if asked.sort == "quantity" else str(said)


def _check(document: Mapping[str, Json], name: str) -> None:
    """Raise `InvalidDocuments` for each text that a cell can't hold."""
    too_long = [
        Finding("cell-too-long", at, shown(said), (("limit", str(LIMIT_CELL - 1)),))
        for at, said in leaves(dict(document))
        if isinstance(said, str) and length(said) >= LIMIT_CELL
    ]
    if too_long:
        raise InvalidDocuments(problems_of(too_long, Origin(name)))


def workbook(form: Form, words: Words, document: Mapping[str, Json], name: str) -> bytes:
    """Return a form as a workbook, filled with what a document says.

    Raises `InvalidDocuments` where a text is longer than a cell can hold, and `MissingExtra`.
    """
    _check(document, name)
    content = BytesIO()
    book = new_book(content)
    looks = {look: book.add_format(properties) for look, properties in _LOOKS.items()}
    start(book, form, words, looks)
    writer = _Writer(form, dict(document), NOTATIONS[form.language], book, looks)
    for sheet in form.sheets:
        writer.write(sheet)
    book.close()
    return content.getvalue()
