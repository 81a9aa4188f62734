"""From a path, bytes or a mapping to a document; every problem at once, each with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias, TypeVar

import attrs

from circular_tender.bids.bid import Bid
from circular_tender.bids.broken import BrokenBid, named
from circular_tender.bids.built import plain_of
from circular_tender.bids.decisions import Decisions
from circular_tender.bids.document import Document
from circular_tender.bids.judgements import Judgements
from circular_tender.bids.problems import problems_of
from circular_tender.errors import Finding, InvalidDocuments, Term
from circular_tender.texts import LIMIT_BIDS, LIMIT_BYTES, LIMIT_LINES, Collected, Origin, decoded, read_json, read_yaml

#: A path, the bytes of a file, or a document as a mapping.
Source: TypeAlias = str | Path | bytes | Mapping[str, object]
D = TypeVar("D", bound=Document)
SUFFIXES = (".yaml", ".yml", ".json")
LINES = ".jsonl"  # JSON Lines: a document on each line


@attrs.frozen
class _One:
    """A document to read: where it is, the name under which problems refer to it, and the number of its first line."""

    source: Source
    name: str
    first_line: int = 1


def read_bids(source: Source | Sequence[Source]) -> tuple[Bid | BrokenBid, ...]:
    """Return the bids of a folder (in the order of its file names), a file, bytes, a mapping, or a list of these.

    A file whose name ends in `.jsonl` holds a bid on each line (JSON Lines). Among several bids one that can't be read
    is a `BrokenBid` and does not hide the others; `assess` takes it only with a decision that rejects it.

    Raises `InvalidDocuments` where there is no bid to read, and with all problems of a single one.
    """
    if isinstance(source, bytes | Mapping) or (isinstance(source, str | Path) and not _holds_several(Path(source))):
        return (read(source, Bid, "bid 1"),)
    several = list(_parted(_folder(Path(source)) if isinstance(source, str | Path) else source))
    if len(several) > LIMIT_BIDS:
        found = Term.of("found-bids", count=str(len(several)))
        raise Collected("bids").stop("too-many", found, limit=str(LIMIT_BIDS))
    return tuple(_bid(one, number) for number, one in enumerate(several, 1))


def read_judgements(source: Source) -> Judgements:
    """Return the judgements of a file, bytes or a mapping; raises `InvalidDocuments`."""
    return read(source, Judgements, "judgements")


def read_decisions(source: Source) -> Decisions:
    """Return the decisions of a file, bytes or a mapping; raises `InvalidDocuments`."""
    return read(source, Decisions, "decisions")


def read(source: Source, model: type[D], name: str, check: Callable[[D], Iterable[Finding]] = lambda _: ()) -> D:
    """Return the document of a source, checked by its model and by what else must hold between its parts."""
    plain, origin = _tree(_One(source, name))
    document = _document(plain, origin, model)
    if found := list(check(document)):
        raise InvalidDocuments(problems_of(found, origin))
    return document


def _holds_several(path: Path) -> bool:
    return path.suffix.lower() == LINES or _is_there(path, Path.is_dir)


def _folder(path: Path) -> list[Source]:
    if not _is_there(path, Path.is_dir):
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in {*SUFFIXES, LINES})
    if not files:
        raise Collected("bids").stop("no-documents", str(path))
    return [*files]


def _parted(sources: Iterable[Source]) -> Iterator[_One]:
    """Yield each document of the sources; a file of JSON Lines holds one on each line that is not empty."""
    for number, source in enumerate(sources, 1):
        if isinstance(source, str | Path) and Path(source).suffix.lower() == LINES:
            content = content_of(Path(source), Path(source).name, LIMIT_LINES)
            lines = enumerate(content.split(b"\n"), 1)
            yield from (_One(line, Path(source).name, position) for position, line in lines if line.strip())
        else:
            yield _One(source, f"bid {number}")


def _bid(one: _One, number: int) -> Bid | BrokenBid:
    try:
        return _document(*_tree(one), Bid)
    except InvalidDocuments as error:
        return _broken(one, number, error)


def _broken(one: _One, number: int, error: InvalidDocuments) -> BrokenBid:
    try:
        tree, _ = _tree(one)
    except InvalidDocuments:
        tree = None
    source = Path(one.source).name.encode(errors="replace").decode() if isinstance(one.source, str | Path) else ""
    identity, bidder = named(tree, source, number)
    return BrokenBid(identity, bidder, source or one.name, _digest(one.source), error.problems)


def _digest(source: Source) -> str | None:
    """Return the SHA-256 of a document's bytes; None of a mapping, and of a file that is not read at all."""
    if isinstance(source, str | Path):
        path = Path(source)
        readable = _is_there(path, Path.is_file) and path.stat().st_size <= LIMIT_BYTES
        return sha256(path.read_bytes()).hexdigest() if readable else None
    return sha256(source).hexdigest() if isinstance(source, bytes) else None


def _document(plain: object, origin: Origin, model: type[D]) -> D:
    if not isinstance(plain, dict):
        raise Collected(origin.name).stop("not-a-mapping", plain)
    return model.model_validate(plain, context={"origin": origin})


def _tree(one: _One) -> tuple[object, Origin]:
    name = one.name
    if isinstance(one.source, Mapping):
        return plain_of(one.source, name), Origin(name)
    if isinstance(one.source, bytes):
        content = one.source
    else:
        content, name = content_of(Path(one.source), name, LIMIT_BYTES), Path(one.source).name
    text = decoded(name, content, one.first_line)
    suffix = Path(name).suffix.lower()
    if suffix in {".json", LINES} or (suffix not in SUFFIXES and text.lstrip()[0] in "{["):
        return read_json(name, text, one.first_line), Origin(name, json=text, first_line=one.first_line)
    plain, places = read_yaml(name, text)
    return plain, Origin(name, places)


def content_of(path: Path, name: str, limit: int) -> bytes:
    """Return the bytes of a file; raises `InvalidDocuments` where there is none, or it has more than `limit`."""
    if not _is_there(path, Path.is_file):
        raise Collected(name).stop("file-not-found", str(path))
    if path.stat().st_size > limit:
        raise Collected(path.name).too_large(path.stat().st_size, limit)
    return path.read_bytes()


def _is_there(path: Path, sort: Callable[[Path], bool]) -> bool:
    try:
        return sort(path)
    except OSError:  # as for a name that is too long, which a text has that was given in place of a path
        return False
