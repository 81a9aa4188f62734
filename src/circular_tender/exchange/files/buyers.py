"""What the buyer wrote in a form, beside what stands there now."""

from collections.abc import Collection, Iterator, Mapping
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
        _said(pages[words("form_start")], names[words("form_start")], told, ())
    for sheet in form.sheets:
        if sheet.title in pages:
            _Compared(form, sheet, pages[sheet.title], told).compare()


def _start(form: Form, words: Words) -> Iterator[tuple[tuple[int, int], str]]:
    yield (1, 1), title(form, words)
    for row, (label, value) in enumerate(identity(form, words), IDENTITY):
        yield (row, 1), label
        yield (row, 2), value
    yield from (((row, 2), line) for row, line in enumerate(how(form, words), IDENTITY + 6))


def _said(page: Page, expected: Mapping[tuple[int, int], str], told: Told, inside: Collection[tuple[int, int]]) -> None:
    """Tell which texts of the buyer are not as they were, and what stands neither there nor `inside` the form."""
    for (row, column), text in expected.items():
        content = page.at(row, column)
        if content.value != text or content.formula is not None:
            told.doubt("cell-changed", page.spot(row, column), _found(content), expected=shown(text))
    for (row, column), content in page.filled.items():
        if (row, column) not in expected and (row, column) not in inside:
            told.doubt("cell-outside", page.spot(row, column), shown(content.text))


@attrs.frozen
class _Compared:
    """A sheet of a form beside the one that came back."""

    form: Form
    sheet: Sheet
    page: Page
    told: Told

    def compare(self) -> None:
        """Tell what is not as it was."""
        sheet, page = self.sheet, self.page
        expected = {(1, 1): sheet.title, **{(row, 1): line for row, line in enumerate(sheet.explained, 2)}}
        for column, heading in enumerate(sheet.columns, 1):
            self._said(heading.heading, sheet.heading_row, column, settles=True)
        last = max((row for row, _ in page.filled), default=0)
        end = last + 1 if sheet.base else sheet.first_row + len(sheet.rows)
        rows = range(sheet.first_row, end)
        columns = range(1, len(sheet.columns) + 1)
        inside = {(row, column) for row in (sheet.heading_row, *rows) for column in columns}
        _said(page, expected, self.told, inside)
        for number, row in enumerate(rows):
            cells = sheet.rows[0] if sheet.base else sheet.rows[number]
            for column, each in enumerate(cells, 1):
                self._cell(row, column, each, settles=column == 1 and any(isinstance(c, Entry) for c in cells))

    def _said(self, text: str, row: int, column: int, *, settles: bool) -> None:
        """Tell that a text is not as it was; where it settles what the cells beside it mean, that is no doubt."""
        content, spot = self.page.at(row, column), self.page.spot(row, column)
        if (content.value or "") == text and content.formula is None:
            return
        if settles:
            self.told.wrong("cells-moved", spot, _found(content), expected=shown(text))
        else:
            self.told.doubt("cell-changed", spot, _found(content), expected=shown(text))

    def _cell(self, row: int, column: int, each: Cell, *, settles: bool) -> None:
        content, spot = self.page.at(row, column), self.page.spot(row, column)
        match each:
            case Said(text):
                self._said(text, row, column, settles=settles)
            case Computed(formula):
                _formula(content, "=" + formula.replace("{row}", str(row)), spot, self.told)
            case Link():
                expected = link_formula(self.form, self.sheet, each, row)
                if content.text and _bare(content.formula or "") != _bare(expected):
                    self.told.wrong("link-changed", spot, shown(content.text), expected=shown(expected))
            case Entry() | Key():
                return
            case _:
                assert_never(each)


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
