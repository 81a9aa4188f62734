"""What the buyer wrote in a form, beside what stands there now."""

from collections.abc import Container, Iterator, Mapping
from typing import assert_never

import attrs

from circular_tender.errors import Said as Found
from circular_tender.errors import Term, nearest, shown
from circular_tender.exchange.files.cells import Content, Told
from circular_tender.exchange.files.pages import Page
from circular_tender.exchange.files.start import IDENTITY, how, identity, title
from circular_tender.exchange.files.writing import link_formula
from circular_tender.exchange.forms.answers import Spot
from circular_tender.exchange.forms.asked import Cell, Computed, Entry, Form, Key, Link, Said, Sheet
from circular_tender.narrate import Words


def compare(form: Form, words: Words, pages: Mapping[str, Page], told: Told) -> None:
    """Tell what is missing or changed in what the buyer wrote, and what stands where the form asks nothing."""
    names = {words("form_start"): dict(_start(form, words)), **{s.title: {} for s in form.sheets}}
    for name in names:
        if name not in pages:
            told.wrong("sheet-missing", Spot(name, 1, 1), shown(name), slip=nearest(name, pages.keys() - names.keys()))
    for name, page in pages.items():
        page.beside(told)
        if name not in names and page.filled:
            told.doubt("sheet-other", Spot(name, 1, 1), shown(name))
    if words("form_start") in pages:
        start = pages[words("form_start")]
        _said(start, names[words("form_start")], told)
        _outside(start, names[words("form_start")], told)
    for sheet in form.sheets:
        if sheet.title in pages:
            _Compared(form, sheet, pages, told).compare()


def _start(form: Form, words: Words) -> Iterator[tuple[tuple[int, int], str]]:
    yield (1, 1), title(form, words)
    for row, (label, value) in enumerate(identity(form, words), IDENTITY):
        yield (row, 1), label
        yield (row, 2), value
    yield from (((row, 2), line) for row, line in enumerate(how(form, words), IDENTITY + 6))


def _said(page: Page, expected: Mapping[tuple[int, int], str], told: Told) -> None:
    """Tell which texts of the buyer are not as they were."""
    for (row, column), text in expected.items():
        content = page.at(row, column)
        if _is_changed(content, text):
            told.doubt("cell-changed", page.spot(row, column), _found(content), expected=shown(text))


def _is_changed(content: Content, text: str) -> bool:
    return (content.value or "") != text or content.formula is not None


def _outside(page: Page, expected: Container[tuple[int, int]], told: Told, sheet: Sheet | None = None) -> None:
    """Tell what stands neither where something is expected nor inside the rows and columns of the form."""
    for (row, column), content in page.filled.items():
        inside = sheet is not None and column <= len(sheet.columns) and row >= sheet.first_row
        inside = inside and sheet is not None and (sheet.base != "" or row < sheet.first_row + len(sheet.rows))
        if (row, column) not in expected and not inside and content.text:
            told.doubt("cell-outside", page.spot(row, column), shown(content.text))


@attrs.frozen
class _Compared:
    """A sheet of a form beside the one that came back."""

    form: Form
    sheet: Sheet
    pages: Mapping[str, Page]
    told: Told

    @property
    def page(self) -> Page:
        """The sheet as it came back."""
        return self.pages[self.sheet.title]

    def compare(self) -> None:
        """Tell what is not as it was."""
        sheet, page = self.sheet, self.page
        expected = {(1, 1): sheet.title, **{(row, 1): line for row, line in enumerate(sheet.explained, 2)}}
        _said(page, expected, self.told)
        headings = {(sheet.heading_row, column): each.heading for column, each in enumerate(sheet.columns, 1)}
        for (row, column), text in headings.items():
            self._heading(row, column, text)
        _outside(page, {**expected, **headings}, self.told, sheet)
        for row, cells in self._rows():
            for column, each in enumerate(cells, 1):
                self._cell(row, column, each, cells)

    def _rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        sheet = self.sheet
        if sheet.base:
            yield from ((row, sheet.rows[0]) for row in self.page.rows if row >= sheet.first_row)
        else:
            yield from enumerate(sheet.rows, sheet.first_row)

    def _heading(self, row: int, column: int, text: str) -> None:
        """Tell that what belongs to a heading may stand elsewhere, as where rows or columns came in or were sorted."""
        content = self.page.at(row, column)
        if _is_changed(content, text):
            spot = self.page.spot(row, column)
            self.told.wrong("heading-changed", spot, _found(content), expected=shown(text))

    def _cell(self, row: int, column: int, each: Cell, cells: tuple[Cell, ...]) -> None:
        content, spot = self.page.at(row, column), self.page.spot(row, column)
        match each:
            case Said(text) if column == 1 and text:
                self._heading(row, column, text)
            case Said(text):
                if _is_changed(content, text):
                    self.told.doubt("cell-changed", spot, _found(content), expected=shown(text))
            case Computed(formula):
                _formula(content, "=" + formula.replace("{row}", str(row)), spot, self.told)
            case Link():
                expected = link_formula(self.form, self.sheet, each, row)
                other = _bare(content.formula or "") != _bare(expected)
                if content.text and (other or self._is_stale(content, each, row)):
                    self.told.wrong("link-changed", spot, shown(content.text), expected=shown(expected))
                elif not content.text and self._is_filled(row, cells):
                    self.told.doubt("cell-changed", spot, _found(content), expected=shown(expected))
            case Entry() | Key():
                return
            case _:
                assert_never(each)

    def _is_stale(self, content: Content, link: Link, row: int) -> bool:
        """Tell whether a link shows something else than what stands where it leads."""
        table = self.form.sheet(link.table)
        there = self.pages.get(table.title)
        if content.value in (None, "") or there is None:
            return False
        linked = there.at(row - self.sheet.first_row + table.first_row, link.column + 1)
        return str(content.value) != str(linked.value)

    def _is_filled(self, row: int, cells: tuple[Cell, ...]) -> bool:
        return any(self.page.at(row, column).text for column, each in enumerate(cells, 1) if isinstance(each, Entry))


def _formula(content: Content, expected: str, spot: Spot, told: Told) -> None:
    if content.formula is None and content.text:
        told.doubt("formula-replaced", spot, shown(content.text), expected=shown(expected))
    elif _bare(content.formula or "") != _bare(expected):
        told.doubt("cell-changed", spot, _found(content), expected=shown(expected))


def _found(content: Content) -> Found:
    return shown(content.text) if content.text else Term("found-empty")


def _bare(formula: str) -> str:
    """Return a formula without what programs write in different ways."""
    return formula.replace("_xlfn.", "").replace("'", "").replace("$", "").replace(" ", "").replace(";", ",").upper()
