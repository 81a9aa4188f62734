"""The libraries of the extra `office`, imported here and nowhere else: XlsxWriter writes, openpyxl reads.

XlsxWriter has no type hints, so what is used of it is written down here.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from fractions import Fraction
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias
from warnings import catch_warnings, simplefilter

from circular_tender.errors import InvalidDocuments, MissingExtra, Place, Problem, shown

if TYPE_CHECKING:
    from openpyxl import Workbook as ReadBook

EXTRA = "office"
_MADE = datetime(1980, 1, 1, tzinfo=UTC)  # of every workbook: the same content is the same bytes

#: How a cell looks and whether it is locked, as XlsxWriter names it.
Format: TypeAlias = Any


class Sheet(Protocol):
    """What is used of a worksheet of XlsxWriter; rows and columns count from 0."""

    def write_string(self, row: int, column: int, string: str, cell_format: Format = None, /) -> int:
        """Write a text; it never becomes a formula, a number or a link."""
        ...

    def write_number(self, row: int, column: int, number: float, cell_format: Format = None, /) -> int:
        """Write a number."""
        ...

    def write_blank(self, row: int, column: int, blank: None, cell_format: Format = None, /) -> int:
        """Write a cell that holds nothing but its format."""
        ...

    def write_formula(
        self, row: int, column: int, formula: str, cell_format: Format = None, value: float | str = 0, /
    ) -> int:
        """Write a formula with the value that it has, which is shown until it is computed again."""
        ...

    def set_column(self, first: int, last: int, width: float, cell_format: Format = None, /) -> int:
        """Set the width of columns."""
        ...

    def set_row(self, row: int, height: float | None = None, cell_format: Format = None, /) -> int:
        """Set the height of a row."""
        ...

    def freeze_panes(self, row: int, column: int, /) -> None:
        """Keep the rows above and the columns before a cell in sight."""
        ...

    def set_landscape(self) -> None:
        """Print across the long side of the paper."""
        ...

    def fit_to_pages(self, width: int, height: int, /) -> None:
        """Print on so many pages beside and below each other; 0 is as many as it takes."""
        ...

    def protect(self, password: str, options: dict[str, bool], /) -> None:
        """Protect what is locked against slips."""
        ...

    def data_validation(
        self, first_row: int, first_column: int, last_row: int, last_column: int, options: dict[str, Any], /
    ) -> int:
        """Offer a list of what may be written, or tell what to write."""
        ...


class Book(Protocol):
    """What is used of a workbook of XlsxWriter."""

    def add_worksheet(self, name: str, /) -> Sheet:
        """Add a sheet."""
        ...

    def add_format(self, properties: dict[str, Any], /) -> Format:
        """Add a format."""
        ...

    def define_name(self, name: str, formula: str, /) -> int:
        """Name a cell."""
        ...

    def close(self) -> None:
        """Write everything."""
        ...


_LINE = 16  # points of a line
_NAME = 31  # characters of the name of a sheet
GIVEN: dict[str, object] = {"bg_color": "#FFF9DB", "border": 1, "border_color": "#B8B08A"}  #: what somebody writes
LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "said": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE5EE", "border": 1},
}  #: how the cells of all workbooks look
LIMIT_CELL = 32_767  #: characters that a cell holds; a program that reads more cuts it off
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how a workbook writes a character that XML can't hold


def put(sheet: Sheet, row: int, column: int, text: str, look: Format = None) -> None:
    """Write a text into a cell; raises `InvalidDocuments` where it is longer than a cell can hold."""
    if length(text) >= LIMIT_CELL or sheet.write_string(row, column, text, look) < 0:
        limit = (("limit", str(LIMIT_CELL - 1)),)
        raise InvalidDocuments([Problem("cell-too-long", Place("workbook"), shown(text), limit)])


def stored(value: Fraction) -> float:
    """Return the number that a workbook can hold of an exact value; it is shown, and nothing of ours reads it back."""
    return float(value)


def length(text: str) -> int:
    """Return how many characters a text has for a spreadsheet, in which some, such as emoji, count for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def height(texts: Iterable[tuple[str, int]]) -> int:
    """Return the height of a row in points, from its texts and the widths in characters that they have."""
    lines = (-(-len(line) // width) for text, width in texts for line in text.split("\n"))
    return _LINE * max(1, *lines, 0)


def new_book(content: BytesIO) -> Book:
    """Return an empty workbook that is written to `content` when it is closed; raises `MissingExtra`."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        raise MissingExtra(EXTRA) from None
    book: Any = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    made: Book = book
    return made


def new_page(book: Book, name: str) -> Sheet:
    """Return a new sheet, which is printed across the paper and as wide as it."""
    page = book.add_worksheet(name)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    return page


def sheet_name(number: int, name: str) -> str:
    """Return the name of a sheet about something with an id, no longer than such a name may be.

    >>> sheet_name(3, "a" * 64)
    '3 aaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
    """
    return f"{number} {name}"[:_NAME]


def read_book(content: bytes, *, values: bool = False) -> "ReadBook":
    """Return a workbook with its formulas, or with the values that are stored of them; raises `MissingExtra`.

    Texts are as they stand in the file: openpyxl takes part of their escapes away, `unescaped` replaces all.
    """
    try:
        import openpyxl  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(EXTRA) from None
    library: Any = openpyxl  # of which the types are known in part
    reader = library.reader.excel.ExcelReader(BytesIO(content), data_only=values)
    reader.read_strings = partial(_read_strings, library, reader)
    with catch_warnings():
        simplefilter("ignore")  # of what openpyxl would not write again; what is not read is told by the guard
        reader.read()
    book: ReadBook = reader.wb
    return book


def _read_strings(library: Any, reader: Any) -> None:  # noqa: ANN401 -- as above
    """Read the texts that the cells of a workbook share, as they stand in the file."""
    part = reader.package.find(library.xml.constants.SHARED_STRINGS)
    if part is not None:
        tag = f"{{{library.xml.constants.SHEET_MAIN_NS}}}si"
        with reader.archive.open(part.PartName[1:]) as source:
            nodes = [node for _, node in library.xml.functions.iterparse(source) if node.tag == tag]
        reader.shared_strings = [library.cell.text.Text.from_tree(node).content for node in nodes]


def unescaped(text: str) -> str:
    r"""Return a text of a workbook as spreadsheets show it.

    >>> unescaped("_x0041_"), unescaped("_x005F_x0041_"), unescaped("a_x000D_b")
    ('A', '_x0041_', 'a\rb')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
