"""The sheets of somebody else's workbook: what stands in each cell, and what is hidden, merged or noted beside."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from circular_tender.errors import column_letters, shown
from circular_tender.exchange.files.cells import Content, Told
from circular_tender.exchange.forms.answers import Spot

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@attrs.frozen(slots=False)
class Page:
    """A sheet: its name, with its formulas and with the values that are stored of them."""

    name: str
    formulas: "Worksheet"
    stored: "Worksheet"

    @cached_property
    def filled(self) -> dict[tuple[int, int], Content]:
        """What stands in each cell that is not empty, by row and column."""
        cells = sorted(self.formulas._cells)  # noqa: SLF001  # those there are; to walk over rows makes as many as a sheet can have
        return {
            (row, column): Content.of(self.formulas.cell(row, column), self.stored.cell(row, column))
            for row, column in cells
            if self.formulas.cell(row, column).value is not None
        }

    def at(self, row: int, column: int) -> Content:
        """Return what stands in a cell."""
        return self.filled.get((row, column), Content(None, None))

    def spot(self, row: int, column: int) -> Spot:
        """Return the place of a cell."""
        return Spot(self.name, row, column)

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows in which something stands, in order; a sheet can have a million."""
        return sorted({row for row, _ in self.filled})

    def merged(self) -> Iterator[tuple[Spot, str, int]]:
        """Yield each range of merged cells: where it begins, its name, and its last row."""
        for area in self.formulas.merged_cells.ranges:
            yield self.spot(area.min_row, area.min_col), str(area.coord), area.max_row

    def beside(self, told: Told) -> None:
        """Tell what somebody who reads the sheet may not see, and what is noted beside the cells."""
        if self.formulas.sheet_state != "visible":
            told.doubt("sheet-hidden", Spot(self.name, 1, 1), shown(self.name))
        rows = self.formulas.row_dimensions
        for row in self.rows:
            if rows[row].hidden or rows[row].ht == 0:
                told.doubt("row-hidden", self.spot(row, 1), shown(str(row)))
        hidden = [each for each in self.formulas.column_dimensions.values() if each.hidden or each.width == 0]
        for column in sorted({column for _, column in self.filled}):
            if any((each.min or 0) <= column <= (each.max or 0) for each in hidden):
                told.doubt("column-hidden", self.spot(1, column), shown(column_letters(column)))
        for row, column in sorted(self.formulas._cells):  # noqa: SLF001 -- as above
            comment = self.formulas.cell(row, column).comment
            if comment is not None:
                told.doubt("cell-comment", self.spot(row, column), shown(str(comment.text)))


def pages(formulas: "Workbook", stored: "Workbook") -> dict[str, Page]:
    """Return the sheets of a workbook by name; a sheet that holds only a picture or a chart is none."""
    found = {sheet.title: Page(sheet.title, sheet, stored[sheet.title]) for sheet in formulas.worksheets}
    for page in found.values():
        _ = page.filled  # looked at here, where a row that no sheet can have is an error of the library that reads it
    return found
