"""The files that are packed in a workbook (zip): its directory, believed in nothing, and what each unpacks to."""

import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import MAX_WBITS, crc32, decompressobj, error

from circular_tender.errors import InvalidDocuments, Place, Problem, Said, Term, shown
from circular_tender.texts import LIMIT_ENTRIES, LIMIT_RATIO, LIMIT_UNPACKED, LIMIT_UNRATED

_ENTRY = b"PK\1\2"  # with which each entry of a directory begins
_LOCAL = struct.Struct("<4s2xHH16xHH")  # signature, flags, method, lengths of name and of what follows it
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8 = 0x800
_CHUNK = 64 * 1024


def refused(name: str, code: str, found: object, /, **data: Said) -> InvalidDocuments:
    """Return the error that refuses a file."""
    said = found if isinstance(found, Term) else shown(found)
    return InvalidDocuments([Problem(code, Place(name), said, tuple(data.items()))])


def no_workbook(name: str, content: bytes) -> InvalidDocuments:
    """Return the error of a file that is no workbook as a whole."""
    return refused(name, "file-not-xlsx", Term.of("found-bytes", count=str(len(content))))


def entries_of(name: str, content: bytes) -> list[ZipInfo]:
    """Return what the directory of a file lists; raises `InvalidDocuments` where it must not be unpacked."""
    many = content.count(_ENTRY)  # before anything is made of each
    if many > LIMIT_ENTRIES:
        raise refused(name, "file-entries", Term.of("found-entries", count=str(many)), limit=str(LIMIT_ENTRIES))
    try:
        with ZipFile(BytesIO(content)) as file:
            entries, end = file.infolist(), file.start_dir
        _check_names(name, entries)
        starts = [_start(content, entry) for entry in entries]
    except (BadZipFile, NotImplementedError, ValueError, struct.error):
        raise no_workbook(name, content) from None
    _check_sizes(name, entries)
    _check_places(name, sorted(zip(entries, starts, strict=True), key=lambda pair: pair[0].header_offset), end)
    return entries


def unpacked(name: str, content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """Yield what an entry unpacks to, counted; raises `InvalidDocuments` where it is not what the directory says."""
    start = _start(content, entry)
    packed = memoryview(content)[start : start + entry.compress_size]
    count = checksum = 0
    try:
        for chunk in _inflated(packed) if entry.compress_type == ZIP_DEFLATED else _chunks(packed):
            count, checksum = count + len(chunk), crc32(chunk, checksum)
            if count > entry.file_size:
                raise refused(name, "file-not-xlsx", entry.filename)
            yield chunk
    except error:
        raise refused(name, "file-not-xlsx", entry.filename) from None
    if (count, checksum) != (entry.file_size, entry.CRC):
        raise refused(name, "file-not-xlsx", entry.filename)


def _chunks(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _CHUNK):
        yield bytes(packed[start : start + _CHUNK])


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = decompressobj(-MAX_WBITS)
    for chunk in _chunks(packed):
        rest = chunk
        while rest:
            yield inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
    yield inflater.flush()
    if not inflater.eof or inflater.unused_data:
        raise error


def _start(content: bytes, entry: ZipInfo) -> int:
    """Return where an entry begins; raises `BadZipFile` where its own header says otherwise than the directory."""
    named: int
    more: int
    signature, flags, method, named, more = _LOCAL.unpack_from(content, entry.header_offset)
    begin = entry.header_offset + _LOCAL.size
    own = content[begin : begin + named].decode("utf-8" if entry.flag_bits & _UTF8 else "cp437")
    same = (method, flags & _ENCRYPTED) == (entry.compress_type, entry.flag_bits & _ENCRYPTED)
    if signature != b"PK\3\4" or own != entry.orig_filename or not same:
        raise BadZipFile
    return begin + named + more


def _check_names(name: str, entries: Sequence[ZipInfo]) -> None:
    known = set[str]()
    for entry in entries:
        given = entry.orig_filename
        if given != entry.filename or not _is_plain(given):
            raise refused(name, "file-path", given)
        if given.casefold() in known:
            raise refused(name, "file-twice", given.casefold())
        known.add(given.casefold())


def _is_plain(given: str) -> bool:
    """Tell whether a name stays within the folder into which a file would be unpacked, on every system."""
    steps = given.removesuffix("/").split("/")
    return given.isprintable() and not {"\\", ":"} & {*given} and not {"", ".", ".."} & {*steps}


def _check_sizes(name: str, entries: Sequence[ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise refused(name, "file-packed", entry.filename)
        if entry.file_size > max(LIMIT_UNRATED, LIMIT_RATIO * entry.compress_size):
            raise refused(name, "file-bomb", entry.filename, limit=str(LIMIT_RATIO))
    total = sum(entry.file_size for entry in entries)
    if total > LIMIT_UNPACKED:
        raise refused(name, "file-unpacked", Term.of("found-bytes", count=str(total)), limit=str(LIMIT_UNPACKED))


def _check_places(name: str, placed: Sequence[tuple[ZipInfo, int]], end: int) -> None:
    """Refuse entries that share bytes with another or with the directory."""
    begins = [*(entry.header_offset for entry, _ in placed), end]
    for (entry, start), (_, following) in zip(placed, pairwise(begins), strict=True):
        if start + entry.compress_size > following:
            raise refused(name, "file-not-xlsx", entry.filename)
