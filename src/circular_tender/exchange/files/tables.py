"""The answers on the sheets of a workbook: what is asked once, and the entries of tables, one in each row."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from circular_tender.errors import Term, nearest, shown
from circular_tender.exchange.files.cells import Reader
from circular_tender.exchange.files.pages import Page
from circular_tender.exchange.forms.answers import Answer, Spot
from circular_tender.exchange.forms.asked import Asked, Entry, Form, Key, Sheet, bound

_KEY = Asked("", "id")
_UNKNOWN = {"products": "unknown-product", "parts": "unknown-part"}
#: A table, an entry that it is inside of, and a name there.
_Name: TypeAlias = tuple[str, tuple[str, ...], str]


@attrs.define
class Rows:
    """What was read of tables so far: which entry stands in which row, counted from the first.

    `unread` are the rows of which it was told why nobody knows to which entry they belong. `named` are the entries by
    name, and `counts` how many a table has so far inside an entry of another.
    """

    form: Form
    reader: Reader
    entries: dict[str, dict[int, tuple[str, ...]]] = attrs.field(factory=dict[str, dict[int, tuple[str, ...]]])
    unread: dict[str, set[int]] = attrs.field(factory=dict[str, set[int]])
    named: dict[_Name, tuple[str, ...]] = attrs.field(factory=dict[_Name, tuple[str, ...]])
    counts: Counter[tuple[str, tuple[str, ...]]] = attrs.field(factory=Counter[tuple[str, tuple[str, ...]]])
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
                entry = None if is_empty else self._entry(sheet, page, row)
                if entry is None and not is_empty:
                    self.unread.setdefault(sheet.key, set()).add(number)
            if entry is not None:
                known[number] = entry
                self.spots.setdefault(bound(sheet.base, entry), page.spot(row, 1))
                for column, each in fill_in.items():
                    if isinstance(each, Entry):
                        yield self._answer(each.asked, entry, page, row, column)

    def _entry(self, sheet: Sheet, page: Page, row: int) -> tuple[str, ...] | None:
        """Return which entry of a table stands in a row: by its own key, or by its place in what it belongs to."""
        inside: tuple[str, ...] = ()
        for column, key in ((column, each) for column, each in enumerate(sheet.rows[0], 1) if isinstance(each, Key)):
            spot = page.spot(row, column)
            name = self._key(page, spot)
            found = (
                None
                if name is None
                else self._of(key, inside, name, spot)
                if key.of
                else self._named(sheet, name, spot)
            )
            if found is None or not key.of:
                return found
            inside = found
        entry = (*inside, str(self.counts[sheet.key, inside]))
        self.counts[sheet.key, inside] += 1
        for column, each in enumerate(sheet.rows[0], 1):
            if isinstance(each, Entry) and each.asked.at == f"{sheet.base}/id":
                self.named.setdefault((sheet.key, inside, page.at(row, column).text), entry)
        return entry

    def _key(self, page: Page, spot: Spot) -> str | None:
        """Return what stands in a cell that holds a key; None where a problem was told."""
        taken = self.reader.take(page.at(spot.row, spot.column), _KEY, "", spot)
        name = None if taken is None else taken[0]
        if taken is not None and name is None:
            self.reader.told.wrong("cell-empty", spot, Term("found-empty"))
        return name if isinstance(name, str) else None

    def _of(self, key: Key, inside: tuple[str, ...], name: str, spot: Spot) -> tuple[str, ...] | None:
        """Return the entry of another table that bears a name, inside an entry that is known."""
        if (key.of, inside, name) not in self.named:
            known = [own for table, above, own in self.named if (table, above) == (key.of, inside)]
            title = self.form.sheet(key.of).title
            self.reader.told.wrong(_UNKNOWN[key.of], spot, shown(name), sheet=title, slip=nearest(name, known))
        return self.named.get((key.of, inside, name))

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
