"""The guard of workbooks that strangers send: what is looked at before any library unpacks or parses them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from circular_tender.errors import InvalidDocuments, Place, Problem, Term, shown
from circular_tender.exchange.archive import entries_of, no_workbook, refused, unpacked
from circular_tender.exchange.parts import TYPES, Noted, walk_part
from circular_tender.texts import LIMIT_BYTES, Collected

_PACKED = b"PK\3\4"
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and what is protected by a password
_WORKBOOK = re.compile(r".*\.(sheet|template|addin)(\.macroenabled)?\.main\+xml")
_MACROS = re.compile(r".*(macroenabled|vbaproject|vbadata|macrosheet)")
_STRICT = "http://purl.oclc.org/ooxml/"  # openpyxl takes it for a workbook without sheets
#: What is told of a file that is read all the same, by what its parts, their types or their relationships are called.
_DOUBTFUL = (
    ("file-links", r"xl/externallinks/|.*[/.]externallink(path)?(\+xml)?$"),
    ("file-connections", r"xl/(connections|querytables|model)\b|.*[/.](connections|querytable)(\+xml)?$"),
    ("file-embedded", r"xl/(embeddings|activex|ctrlprops)/|.*([/.]oleobject|activex(\+xml)?|/control|/package)$"),
    ("file-drawings", r"xl/(drawings/drawing|media/|charts/|chartsheets/)|.*[/.](drawing|chart|chartsheet)(\+xml)?$"),
)


def guarded(name: str, content: bytes) -> tuple[Problem, ...]:
    """Return the doubts about a workbook as a whole, one of each sort.

    Raises `InvalidDocuments` with the first reason for which it is none, or not safe to read. The directory is looked
    at first. What is unpacked is counted while it is unpacked, and every part is parsed, by whatever name, with a
    parser that stops at a document type, from which entities come.
    """
    if len(content) > LIMIT_BYTES:
        raise Collected(name).too_large(len(content))
    if content.startswith(_OLD):
        raise refused(name, "file-old", Term("found-old"))
    if not content.startswith(_PACKED):
        raise no_workbook(name, content)
    noted, entries = Noted(name), entries_of(name, content)
    entries.sort(key=lambda entry: entry.filename != TYPES)  # first the one that says what all others are
    names = [entry.filename for entry in entries]
    if names[:1] != [TYPES]:
        raise _other(name, names)
    for entry in entries:
        walk_part(noted, entry.filename, unpacked(name, content, entry))
        if entry is entries[0]:
            _check_types(noted, names)
    if any(sort.startswith(_STRICT) for sort in noted.relationships):
        raise refused(name, "file-strict", _STRICT)
    return tuple(_doubts(noted, names))


def _check_types(noted: Noted, names: Sequence[str]) -> None:
    """Refuse what holds no workbook, and what holds macros."""
    there = {f"/{name.casefold()}" for name in names}
    sorts = [(at, sort.casefold()) for at, sort in noted.types.items()]
    if not any(_WORKBOOK.fullmatch(sort) for at, sort in sorts if at in there or at[:1] == "."):
        raise _other(noted.name, names)
    if macros := next(filter(_is_macros, names), TYPES if any(_is_macros(sort) for _, sort in sorts) else None):
        raise refused(noted.name, "file-macros", macros)


def _is_macros(called: str) -> bool:
    return _MACROS.match(called.casefold()) is not None


def _other(name: str, names: Sequence[str]) -> InvalidDocuments:
    code = "file-ods" if "mimetype" in names else "file-not-xlsx"
    return refused(name, code, Term.of("found-entries", count=str(len(names))))


def _type(noted: Noted, name: str) -> str:
    return noted.types.get(f"/{name.casefold()}", "")


def _doubts(noted: Noted, names: Sequence[str]) -> Iterator[Problem]:
    """Yield a doubt of each sort, with the first that raises it: what is linked, a part, or a relationship."""
    for code, pattern in _DOUBTFUL:
        matches = re.compile(pattern).match
        linked = noted.outside if code == "file-links" else []
        parts = [name for name in names if matches(name.casefold()) or matches(_type(noted, name).casefold())]
        others = [sort for sort in sorted(noted.relationships) if matches(sort.casefold())]
        if found := _first([*linked, *parts, *others]):
            yield Problem(code, Place(noted.name), shown(found))


def _first(found: Iterable[str]) -> str:
    return next((one for one in found if not one.endswith(".rels")), "")
