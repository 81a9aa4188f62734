"""From a path, bytes or a mapping to a document; every problem at once, each with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, TypeGuard, TypeVar

from circular_tender.bids.bid import Bid, findings
from circular_tender.bids.built import plain_of
from circular_tender.bids.decisions import Decisions
from circular_tender.bids.document import Document
from circular_tender.bids.judgements import Judgements
from circular_tender.bids.problems import problems_of
from circular_tender.errors import Finding, InvalidDocuments, Problem, Term
from circular_tender.texts import LIMIT_BIDS, LIMIT_BYTES, Collected, Origin, decoded, read_json, read_yaml

#: A path, the bytes of a file, or a document as a mapping.
Source: TypeAlias = str | Path | bytes | Mapping[str, object]
D = TypeVar("D", bound=Document)
SUFFIXES = (".yaml", ".yml", ".json")
LINES = ".jsonl"  # JSON Lines: a document on each line


def read_bids(source: Source | Sequence[Source]) -> tuple[Bid, ...]:
    """Return the bids of a folder (in the order of its file names), a file, bytes, a mapping, or a list of these.

    A file whose name ends in `.jsonl` holds a bid on each line (JSON Lines).

    Raises `InvalidDocuments` with the problems of all of them.
    """
    sources: Sequence[Source]
    if isinstance(source, str | Path) and _is_there(Path(source), Path.is_dir):
        sources = sorted(path for path in Path(source).iterdir() if path.suffix.lower() in SUFFIXES)
        if not sources:
            raise Collected("bids").stop("no-documents", str(source))
    else:
        sources = [source] if isinstance(source, str | Path | bytes | Mapping) else source
    if len(sources) > LIMIT_BIDS:
        raise Collected("bids").stop("too-many", Term.of("found-bids", count=str(len(sources))), limit=str(LIMIT_BIDS))
    bids: list[Bid] = []
    problems: list[Problem] = []
    for number, one in enumerate(sources, 1):
        try:
            bids += _lines(Path(one)) if _is_lines(one) else [read(one, Bid, findings, f"bid {number}")]
        except InvalidDocuments as error:
            problems += error.problems
    if problems:
        raise InvalidDocuments(problems)
    return tuple(bids)


def _is_lines(source: Source) -> TypeGuard[str | Path]:
    return isinstance(source, str | Path) and Path(source).suffix.lower() == LINES


def _lines(path: Path) -> Iterator[Bid]:
    """Yield the bid of each line that is not empty; raises `InvalidDocuments` with the problems of all lines."""
    problems: list[Problem] = []
    for number, line in enumerate(decoded(path.name, _content(path, path.name)).splitlines(), 1):
        try:
            if line.strip():
                origin = Origin(path.name, json=line, first_line=number)
                yield _document(read_json(path.name, line, number), origin, Bid, findings)
        except InvalidDocuments as error:
            problems += error.problems
    if problems:
        raise InvalidDocuments(problems)


def read_judgements(source: Source) -> Judgements:
    """Return the judgements of a file, bytes or a mapping; raises `InvalidDocuments`."""
    return read(source, Judgements, lambda _: (), "judgements")


def read_decisions(source: Source) -> Decisions:
    """Return the decisions of a file, bytes or a mapping; raises `InvalidDocuments`."""
    return read(source, Decisions, lambda _: (), "decisions")


def read(source: Source, model: type[D], check: Callable[[D], Iterable[Finding]], name: str) -> D:
    """Return the document of a source, checked by its model and by what must hold between its parts."""
    return _document(*_tree(source, name), model, check)


def _document(plain: object, origin: Origin, model: type[D], check: Callable[[D], Iterable[Finding]]) -> D:
    if not isinstance(plain, dict):
        raise Collected(origin.name).stop("not-a-mapping", plain)
    document = model.model_validate(plain, context={"origin": origin})
    found = list(check(document))
    if found:
        raise InvalidDocuments(problems_of(found, origin))
    return document


def _tree(source: Source, name: str) -> tuple[object, Origin]:
    if isinstance(source, Mapping):
        return plain_of(source, name), Origin(name)
    if isinstance(source, bytes):
        content = source
    else:
        content, name = _content(Path(source), name), Path(source).name
    text = decoded(name, content)
    suffix = Path(name).suffix.lower()
    if suffix == ".json" or (suffix not in SUFFIXES and text.lstrip()[0] in "{["):
        return read_json(name, text), Origin(name, json=text)
    plain, places = read_yaml(name, text)
    return plain, Origin(name, places)


def _content(path: Path, name: str) -> bytes:
    if not _is_there(path, Path.is_file):
        raise Collected(name).stop("file-not-found", str(path))
    if path.stat().st_size > LIMIT_BYTES:
        raise Collected(path.name).too_large(path.stat().st_size)
    return path.read_bytes()


def _is_there(path: Path, sort: Callable[[Path], bool]) -> bool:
    try:
        return sort(path)
    except OSError:  # as for a name that is too long, which a text has that was given in place of a path
        return False
