"""The XML of one part of a workbook, walked without building anything, and what is noted on the way."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

import attrs

from circular_tender.exchange.archive import refused
from circular_tender.texts import LIMIT_SHARED, LIMIT_TAG, LIMIT_XML_DEPTH, LIMIT_XML_ELEMENTS

TYPES = "[Content_Types].xml"
_ENCODINGS = {None, "utf-8", "utf-16"}
_AREAS = {"mergeCell", "hyperlink", "comment"}  # for each cell of their `ref` a library makes a cell
_AREA = re.compile("([a-z]{1,3})([0-9]{1,7}):([a-z]{1,3})([0-9]{1,7})")


@attrs.define
class Noted:
    """What was read of a file so far: how much, and of which types its parts and their relationships are."""

    name: str
    elements: int = 0
    types: dict[str, str] = attrs.field(factory=dict[str, str])  #: by "/part", or ".extension"
    relationships: set[str] = attrs.field(factory=set[str])
    outside: list[str] = attrs.field(factory=list[str])  #: what relationships other than hyperlinks point to


def walk_part(noted: Noted, part: str, chunks: Iterable[bytes]) -> None:
    """Walk a part to its end; raises `InvalidDocuments` where no form would be so.

    Every part is walked, whatever it is called, until it turns out to be no XML, which it may be if nothing calls it
    so: whatever a reader of XML would take in has been looked at here.
    """
    walk = _Walk(noted, part)
    for chunk in chunks:
        walk.feed(chunk)
    walk.close()


class _Walk:
    """One part, while it is walked."""

    def __init__(self, noted: Noted, part: str) -> None:
        self.noted, self.part = noted, part
        self.depth = self.fed = 0
        self.is_xml = True
        self.cells = set[str]()
        self.shared = ""  # the formula in which the walk is
        self.uses, self.lengths = Counter[str](), Counter[str]()
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.XmlDeclHandler = self.declared
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        if not self.is_xml:
            return
        try:
            self.parser.Parse(chunk, last)
        except (ExpatError, ValueError, LookupError):  # all three are raised for encodings
            if _must_be_xml(self.noted.types, self.part):
                self.stop("file-xml")
            self.is_xml = False
            return
        self.fed += len(chunk)
        if self.fed - self.parser.CurrentByteIndex > LIMIT_TAG and not last:
            self.stop("file-tag", limit=str(LIMIT_TAG))

    def close(self) -> None:
        self.feed(b"", last=True)
        if sum(self.uses[formula] * self.lengths[formula] for formula in self.uses) > LIMIT_SHARED:
            self.stop("file-formulas", limit=str(LIMIT_SHARED))

    def stop(self, code: str, **data: str) -> NoReturn:
        raise refused(self.noted.name, code, self.part, **data) from None

    def declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding and encoding.lower()) not in _ENCODINGS:
            self.stop("file-xml")

    def doctype(self, *_: object) -> None:
        self.stop("file-entities")

    def start(self, tag: str, given: dict[str, str]) -> None:
        self.depth += 1
        self.noted.elements += 1
        self.note(tag.rpartition(" ")[2], given)
        if self.depth > LIMIT_XML_DEPTH:
            self.stop("file-deep", limit=str(LIMIT_XML_DEPTH))
        if self.noted.elements > LIMIT_XML_ELEMENTS:
            self.stop("file-elements", limit=str(LIMIT_XML_ELEMENTS))

    def end(self, _tag: str) -> None:
        self.depth -= 1
        self.parser.CharacterDataHandler = None

    def note(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "c" if "r" in given and not self.part.casefold().endswith("calcchain.xml"):
                self.cell(given["r"].upper())
            case "f" if given.get("t") == "shared":
                self.shared = given.get("si", "")
                self.uses[self.shared] += 1
                self.parser.CharacterDataHandler = self.text
            case "Override" if self.part == TYPES:
                self.noted.types[given.get("PartName", "").casefold()] = given.get("ContentType", "")
            case "Default" if self.part == TYPES:
                self.noted.types[f".{given.get('Extension', '').casefold()}"] = given.get("ContentType", "")
            case "Relationship":
                self.related(given.get("Type", ""), given.get("Target", ""), given.get("TargetMode", ""))
            case _ if tag in _AREAS:
                self.noted.elements += _cells(given.get("ref", ""))
            case _:
                pass

    def cell(self, place: str) -> None:
        if place in self.cells:
            self.stop("file-cell-twice", cell=place[:12])
        self.cells.add(place)

    def related(self, sort: str, target: str, mode: str) -> None:
        self.noted.relationships.add(sort)
        if mode.casefold() == "external" and not sort.endswith("/hyperlink"):
            self.noted.outside.append(target)

    def text(self, text: str) -> None:
        self.lengths[self.shared] += len(text)


def _must_be_xml(types: dict[str, str], part: str) -> bool:
    """Tell whether a part is called XML, by its name or by its type; the drawings of notes (.vml) often are none."""
    name = f"/{part.casefold()}"
    return name.endswith((".xml", ".rels")) or types.get(name, "").casefold().endswith(("+xml", "/xml"))


def _cells(area: str) -> int:
    """Return how many cells an area has; more than there may be where it is not written as programs write it.

    >>> _cells("B2:C4"), _cells("A1"), _cells("A:XFD") > 500_000
    (6, 1, True)
    """
    if ":" not in area:
        return 1
    found = _AREA.fullmatch(area.replace("$", "").lower())
    if found is None:
        return LIMIT_XML_ELEMENTS + 1
    left, top, right, bottom = found.groups()
    return (abs(_number(right) - _number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _number(column: str) -> int:
    """Return the number of a column that is called by letters."""
    number = 0
    for letter in column:
        number = 26 * number + ord(letter) - ord("a") + 1
    return number
