"""The answers on the sheets of a workbook: what is asked once, and the entries of tables, one in each row."""

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from circular_tender.errors import Term, nearest, shown
from circular_tender.exchange.files.cells import Reader
from circular_tender.exchange.files.pages import Page
from circular_tender.exchange.forms.answers import Answer, Spot
from circular_tender.exchange.forms.asked import Asked, Entry, Form, Key, Sheet, bound

_KEY = Asked("", "id")


@attrs.define
class Rows:
    """What was read of tables so far: which entry stands in which row, counted from the first.

    `unread` are the rows of which it was told why nobody knows to which entry they belong.
    """

    form: Form
    reader: Reader
    entries: dict[str, dict[int, tuple[str, ...]]] = attrs.field(factory=dict[str, dict[int, tuple[str, ...]]])
    unread: dict[str, set[int]] = attrs.field(factory=dict[str, set[int]])
    products: dict[str, str] = attrs.field(factory=dict[str, str])
    parts: Counter[str] = attrs.field(factory=Counter[str])
    spots: dict[str, Spot] = attrs.field(factory=dict[str, Spot])

    def read(self, pages: Mapping[str, Page]) -> Iterator[Answer]:
        """Yield what stands for each value that the form asks, sheet by sheet."""
        for sheet in self.form.sheets:
            page = pages.get(sheet.title)
            if page:
                self._merged(sheet, page)
                yield from self._table(sheet, page) if sheet.base else self._once(sheet, page)

    def _once(self, sheet: Sheet, page: Page) -> Iterator[Answer]:
        for row, cells in enumerate(sheet.rows, sheet.first_row):
            for column, each in enumerate(cells, 1):
                if isinstance(each, Entry):
                    yield self._answer(each.asked, (), page, row, column)

    def _table(self, sheet: Sheet, page: Page) -> Iterator[Answer]:
        fill_in = {c: each for c, each in enumerate(sheet.rows[0], 1) if isinstance(each, Entry | Key)}
        known = self.entries.setdefault(sheet.key, {})
        self.spots.setdefault(sheet.base.removesuffix("/*"), page.spot(sheet.first_row, 1))
        beside = self.entries.get(sheet.beside, {})
        rows = {*page.rows, *(sheet.first_row + number for number in beside)}
        for row in sorted(row for row in rows if row >= sheet.first_row):
            is_empty = all(page.at(row, column).text == "" for column in fill_in)
            number = row - sheet.first_row
            if sheet.beside:
                entry = beside.get(number)
                if entry is None and not is_empty and number not in self.unread.get(sheet.beside, ()):
                    column = next(column for column in fill_in if page.at(row, column).text)
                    found = shown(page.at(row, column).text)
                    title = self.form.sheet(sheet.beside).title
                    self.reader.told.wrong("row-without-entry", page.spot(row, column), found, sheet=title)
            else:
                entry = None if is_empty else self._entry(sheet, page, row, len(known))
                if entry is None and not is_empty:
                    self.unread.setdefault(sheet.key, set()).add(number)
            if entry is not None:
                known[number] = entry
                self.spots.setdefault(bound(sheet.base, entry), page.spot(row, 1))
                for column, each in fill_in.items():
                    if isinstance(each, Entry):
                        yield self._answer(each.asked, entry, page, row, column)

    def _entry(self, sheet: Sheet, page: Page, row: int, count: int) -> tuple[str, ...] | None:
        """Return which entry of a table stands in a row: by its place, its own key, or the product it belongs to."""
        key = next((each for each in sheet.rows[0] if isinstance(each, Key)), None)
        if key is None:
            self._product(sheet, page, row, count)
            return (str(count),)
        spot = page.spot(row, 1)
        taken = self.reader.take(page.at(row, 1), _KEY, "", spot)
        name = None if taken is None else taken[0]
        if taken is not None and name is None:
            self.reader.told.wrong("cell-empty", spot, Term("found-empty"))
        if not isinstance(name, str):
            return None
        return self._part(name, spot) if key.of else self._named(sheet, name, spot)

    def _product(self, sheet: Sheet, page: Page, row: int, count: int) -> None:
        if sheet.key == "products":
            self.products.setdefault(page.at(row, 1).text, str(count))

    def _part(self, product: str, spot: Spot) -> tuple[str, ...] | None:
        if product not in self.products:
            products = self.form.sheet("products").title
            slip = nearest(product, self.products)
            self.reader.told.wrong("unknown-product", spot, shown(product), sheet=products, slip=slip)
            return None
        before = self.parts[product]
        self.parts[product] += 1
        return self.products[product], str(before)

    def _named(self, sheet: Sheet, name: str, spot: Spot) -> tuple[str, ...] | None:
        at = bound(sheet.base, (name,))
        if at in self.spots:
            first = self.spots[at]
            self.reader.told.wrong("row-twice", spot, shown(name), id=name, first=str(first.row))
            return None
        return (name,)

    def _answer(self, asked: Asked, entry: tuple[str, ...], page: Page, row: int, column: int) -> Answer:
        at, spot = bound(asked.at, entry), page.spot(row, column)
        self.spots[at] = spot
        taken = self.reader.take(page.at(row, column), asked, at, spot)
        if taken is None:
            return Answer(asked, entry, None, spot, page.at(row, column).text, told=True)
        return Answer(asked, entry, taken[0], spot, taken[1])

    def _merged(self, sheet: Sheet, page: Page) -> None:
        """Tell which cells are merged: those that are filled in may hide what was written in others."""
        last = None if sheet.base else sheet.first_row + len(sheet.rows) - 1
        for spot, name, end in page.merged():
            if end >= sheet.first_row and (last is None or spot.row <= last):
                self.reader.told.wrong("cells-merged", spot, shown(name))
            else:
                self.reader.told.doubt("cells-merged", spot, shown(name))
