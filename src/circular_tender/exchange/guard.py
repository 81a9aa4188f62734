"""The guard of workbooks that strangers send: what is looked at before any library unpacks or parses them."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 -- it is a class

import attrs

from circular_tender.errors import InvalidDocuments, Place, Problem, Said, Term, shown
from circular_tender.texts import LIMIT_ENTRIES, LIMIT_RATIO, LIMIT_UNPACKED, LIMIT_XML_DEPTH, LIMIT_XML_ELEMENTS

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and what is protected by a password
_BOOK, _TYPES = "xl/workbook.xml", "[Content_Types].xml"
_CHUNK = 1 << 16
_ENCRYPTED = 0x1  # a flag of an entry
_XML = (".xml", ".rels", ".vml")
_AREAS = ("mergeCell", "hyperlink", "comment")  # for each cell of their `ref` a library makes a cell
_AREA = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_DOUBTFUL = (
    ("file-links", ("xl/externallinks/",)),
    ("file-connections", ("xl/connections.xml", "xl/querytables/")),
    ("file-embedded", ("xl/embeddings/", "xl/activex/", "xl/ctrlprops/")),
    ("file-drawings", ("xl/drawings/drawing", "xl/media/", "xl/charts/", "xl/chartsheets/")),
)


def guarded(name: str, content: bytes) -> tuple[Problem, ...]:
    """Return the doubts about a workbook as a whole; raises `InvalidDocuments` where it is none, or not safe to read.

    The directory is looked at first. What is unpacked is counted while it is unpacked, and every part is parsed, by
    whatever name, with a parser that stops at a document type, from which entities come.
    """
    guard = _Guard(name)
    if content.startswith(_OLD):
        raise guard.refused("file-old", Term("found-old"))
    try:
        with ZipFile(BytesIO(content)) as file:
            entries = file.infolist()
            guard.directory(entries)
            for entry in entries:
                guard.entry(file, entry)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, OSError):
        raise guard.refused("file-not-xlsx", Term.of("found-bytes", count=str(len(content)))) from None
    names = [entry.filename.lower() for entry in entries]
    return tuple(guard.doubts(names))


@attrs.define
class _Guard:
    """Looks at a file of this name; `elements` are those of all its parts so far."""

    name: str
    elements: int = 0

    def refused(self, code: str, found: Said, **data: Said) -> InvalidDocuments:
        """Return the error that refuses the file."""
        return InvalidDocuments([self._problem(code, found, **data)])

    def _problem(self, code: str, found: Said, **data: Said) -> Problem:
        return Problem(code, Place(self.name), found, tuple(data.items()))

    def doubts(self, names: list[str]) -> Iterator[Problem]:
        """Yield what the file holds that is not read."""
        for code, beginnings in _DOUBTFUL:
            if found := next((name for name in names if name.startswith(beginnings)), None):
                yield self._problem(code, shown(found))

    def directory(self, entries: list[ZipInfo]) -> None:
        """Raise `InvalidDocuments` for what the directory of a zip file says of itself."""
        names = [entry.filename for entry in entries]
        lower = [name.lower() for name in names]
        if len(entries) > LIMIT_ENTRIES:
            found = Term.of("found-entries", count=str(len(entries)))
            raise self.refused("file-entries", found, limit=str(LIMIT_ENTRIES))
        if _BOOK not in lower or _TYPES.lower() not in lower:
            kind = "file-ods" if "mimetype" in names else "file-not-xlsx"
            raise self.refused(kind, Term.of("found-entries", count=str(len(entries))))
        if len(set(lower)) < len(lower):
            raise self.refused("file-twice", shown(next(name for name in lower if lower.count(name) > 1)))
        for entry in entries:
            self._stated(entry)
        self._unpacked(sum(entry.file_size for entry in entries))

    def _stated(self, entry: ZipInfo) -> None:
        parts = entry.filename.replace("\\", "/").split("/")
        if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in entry.filename:
            raise self.refused("file-path", shown(entry.filename))
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise self.refused("file-packed", shown(entry.filename))
        if parts[-1].lower().startswith("vbaproject"):
            raise self.refused("file-macros", shown(entry.filename))
        if entry.file_size > LIMIT_RATIO * max(entry.compress_size, 1):
            data = {"limit": str(LIMIT_RATIO)}
            raise self.refused("file-bomb", shown(entry.filename), **data)

    def _unpacked(self, count: int) -> None:
        if count > LIMIT_UNPACKED:
            raise self.refused("file-unpacked", Term.of("found-bytes", count=str(count)), limit=str(LIMIT_UNPACKED))

    def entry(self, file: ZipFile, entry: ZipInfo) -> None:
        """Raise `InvalidDocuments` for what an entry holds, unpacked piece by piece."""
        parts = _Parts(self, entry.filename)
        count = 0
        with file.open(entry) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                count += len(chunk)
                self._unpacked(count)
                parts.feed(chunk)
        if count != entry.file_size:
            raise self.refused("file-not-xlsx", shown(entry.filename))
        parts.feed(b"", last=True)


class _Parts:
    """Parses a part of a workbook, and keeps of it only which cells there are.

    A part that is not called XML may be something else, such as a picture; it is parsed as far as it is XML.
    """

    def __init__(self, guard: _Guard, name: str) -> None:
        self.guard, self.name = guard, name
        self.must_be_xml = name.lower().endswith(_XML)
        self.stopped = False
        self.depth = 0
        self.cells: set[str] = set()
        self.parser: XMLParserType = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Parse the next piece; raises `InvalidDocuments`."""
        if self.stopped:
            return
        try:
            self.parser.Parse(chunk, last)
        except (expat.ExpatError, LookupError):  # an encoding that is not known
            if self.must_be_xml:
                raise self.guard.refused("file-xml", shown(self.name)) from None
            self.stopped = True

    def _doctype(self, *_: object) -> None:
        raise self.guard.refused("file-entities", shown(self.name))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        kind, place = name.rpartition(":")[2], attributes.get("ref", "")
        self.guard.elements += 1 + (_cells(place) if kind in _AREAS else 0)
        if self.name == _TYPES and any("macroEnabled" in said for said in attributes.values()):
            raise self.guard.refused("file-macros", shown(self.name))
        if kind == "c" and "/worksheets/" in self.name:
            self._cell(attributes.get("r", "").upper())
        if self.depth > LIMIT_XML_DEPTH:
            raise self.guard.refused("file-deep", shown(self.name), limit=str(LIMIT_XML_DEPTH))
        if self.guard.elements > LIMIT_XML_ELEMENTS:
            raise self.guard.refused("file-elements", shown(self.name), limit=str(LIMIT_XML_ELEMENTS))

    def _cell(self, place: str) -> None:
        if place and place in self.cells:
            raise self.guard.refused("file-cell-twice", shown(self.name), cell=place)
        self.cells.add(place)

    def _end(self, *_: object) -> None:
        self.depth -= 1


def _cells(area: str) -> int:
    """Return how many cells an area has; more than there may be where it is not written as programs write it.

    >>> _cells("B2:C4"), _cells("A1"), _cells("A:XFD") > 1_000_000
    (6, 1, True)
    """
    if ":" not in area:
        return 1
    found = _AREA.fullmatch(area)
    if found is None:
        return LIMIT_XML_ELEMENTS + 1
    left, top, right, bottom = found.groups()
    return (abs(_number(right) - _number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
