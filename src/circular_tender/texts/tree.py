"""What reading a text needs: where it came from, and whatever is wrong with it, collected."""

import re
import unicodedata

import attrs

from circular_tender.errors import InvalidDocuments, Place, Problem, Said, Term, shown
from circular_tender.rules import pointer
from circular_tender.texts.limits import LIMIT_BYTES, LIMIT_DEPTH

_INVISIBLE = {  # by category of Unicode: controls, line and paragraph separators, halves of characters
    "Cc": "control-character",
    "Zl": "control-character",
    "Zp": "control-character",
    "Cs": "lone-surrogate",
}
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen
class Origin:
    """Where a document was read from: its name, and line and column of each pointer where they are known.

    Of a workbook these are row and column, and `sheets` holds the sheet of each pointer.

    The positions in a JSON text are looked for when a problem needs them, so the text is kept, with the number of its
    first line.
    """

    name: str
    positions: dict[str, tuple[int, int]] = attrs.field(factory=dict[str, tuple[int, int]])
    json: str | None = None
    first_line: int = 1
    sheets: dict[str, str] = attrs.field(factory=dict[str, str])

    def place(self, at: str) -> Place:
        """Return the place of a pointer; the line is that of the nearest enclosing value that has one."""
        above = at
        while above not in self.positions and above:
            above = above.rsplit("/", 1)[0]
        line, column = self.positions.get(above, (None, None))
        return Place(self.name, at, line, column, self.sheets.get(above))


@attrs.define
class Collected:
    """The problems found so far in one text."""

    name: str
    problems: list[Problem] = attrs.field(factory=list[Problem])

    def add(self, code: str, at: str, found: object, position: tuple[int, int] | None = None, **data: Said) -> None:
        """Note a problem at a pointer."""
        line, column = position or (None, None)
        self.problems.append(Problem(code, Place(self.name, at, line, column), _said(found), tuple(data.items())))

    def stop(self, code: str, found: object, position: tuple[int, int] | None = None, **data: Said) -> InvalidDocuments:
        """Return the error of a problem after which the text can't be read on."""
        self.add(code, "", found, position, **data)
        return InvalidDocuments(self.problems)

    def too_deep(self, position: tuple[int, int] | None = None) -> InvalidDocuments:
        """Return the error of a document that is nested deeper than is read."""
        limit = str(LIMIT_DEPTH)
        return self.stop("too-deep", Term.of("found-levels", limit=limit), position, limit=limit)

    def too_large(self, count: int, limit: int = LIMIT_BYTES) -> InvalidDocuments:
        """Return the error of a document of more bytes than are read."""
        return self.stop("too-large", Term.of("found-bytes", count=str(count)), limit=str(limit))

    def check_text(self, text: str, at: str, position: tuple[int, int] | None = None) -> None:
        """Note a text that holds what nobody sees: control characters, separators of lines, halves of characters."""
        for character in text:
            if character not in "\t\n" and (code := _INVISIBLE.get(unicodedata.category(character))):
                self.add(code, at, text, position, character=f"U+{ord(character):04X}")
                return


def _said(found: object) -> Said:
    return found if isinstance(found, Term) else shown(found)


def decoded(name: str, content: bytes, first_line: int = 1) -> str:
    """Return the text of a file; raises `InvalidDocuments` where it is too large or not plain UTF-8."""
    collected = Collected(name)
    if len(content) > LIMIT_BYTES:
        raise collected.too_large(len(content))
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise collected.stop("byte-order-mark", content[:3].hex())
    if (offset := content.find(b"\0", 0, 4)) >= 0:  # as in UTF-16
        raise collected.stop("not-utf8", Term.of("found-byte", byte="0x00"), offset=str(offset))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        found = Term.of("found-byte", byte=f"0x{content[error.start]:02x}")
        raise collected.stop("not-utf8", found, offset=str(error.start)) from None
    if (invisible := _UNREADABLE.search(text)) is not None:
        line, position = line_of(text, invisible.start(), first_line)
        raise collected.stop("control-character", line, position, character=f"U+{ord(invisible[0]):04X}")
    if not text.strip():
        raise collected.stop("empty-document", text)
    return text


def line_of(text: str, offset: int, first_line: int = 1) -> tuple[str, tuple[int, int]]:
    """Return the line that holds a character of a text, and its position: line and column."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start : text.find("\n", offset) % (len(text) + 1)]
    return line.strip(), (text.count("\n", 0, offset) + first_line, offset - start + 1)


def child(at: str, key: str | int) -> str:
    """Return the pointer of a member."""
    return at + pointer(key)
