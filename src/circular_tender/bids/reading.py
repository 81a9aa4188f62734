"""From a path, bytes or a mapping to a document; every problem at once, each with its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias, TypeVar

import attrs
from pydantic import ValidationError

from circular_tender.bids.bid import Bid, Finding, findings
from circular_tender.bids.document import Document
from circular_tender.bids.fields import Instant, Withheld
from circular_tender.bids.json_text import positions, read_json
from circular_tender.bids.judgements import Judgements
from circular_tender.bids.problems import findings_of
from circular_tender.bids.tree import LIMIT_BIDS, LIMIT_BYTES, LIMIT_DEPTH, Collected, Origin, child, decoded
from circular_tender.bids.yaml_text import read_yaml
from circular_tender.errors import InvalidDocuments, Problem
from circular_tender.exact import Quantity

#: A path, the bytes of a file, or a document as a mapping.
Source: TypeAlias = str | Path | bytes | Mapping[str, object]
D = TypeVar("D", bound=Document)
SUFFIXES = (".yaml", ".yml", ".json")


def read_bids(source: Source | Sequence[Source]) -> tuple[Bid, ...]:
    """Return the bids of a folder (in the order of its file names), a file, bytes, a mapping, or a list of these.

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
        raise Collected("bids").stop("too-many", f"{len(sources)} bids", limit=str(LIMIT_BIDS))
    bids: list[Bid] = []
    problems: list[Problem] = []
    for number, one in enumerate(sources, 1):
        try:
            bids.append(read(one, Bid, findings, f"bid {number}"))
        except InvalidDocuments as error:
            problems += error.problems
    if problems:
        raise InvalidDocuments(problems)
    return tuple(bids)


def read_judgements(source: Source) -> Judgements:
    """Return the judgements of a file, bytes or a mapping; raises `InvalidDocuments`."""
    return read(source, Judgements, lambda _: (), "judgements")


def read(source: Source, model: type[D], check: Callable[[D], Iterable[Finding]], name: str) -> D:
    """Return the document of a source, checked by its model and by what must hold between its parts."""
    plain, origin = _tree(source, name)
    if not isinstance(plain, dict):
        raise Collected(origin.name).stop("not-a-mapping", plain)
    try:
        document = model.model_validate(plain)
    except ValidationError as error:
        found: list[Finding] = list(findings_of(error, model, plain))
    else:
        document._origin = origin  # noqa: SLF001 -- set once, at the door
        found = list(check(document))
        if not found:
            return document
    raise InvalidDocuments(problems_of(found, origin))


def problems_of(found: Iterable[Finding], origin: Origin) -> list[Problem]:
    """Return findings as problems with their places, in document order."""
    if origin.json is not None and not origin.positions:
        origin = attrs.evolve(origin, positions=positions(origin.json))
    problems = [Problem(f.code, origin.place(f.pointer), f.found, f.data) for f in found]
    return sorted(problems, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))


def _tree(source: Source, name: str) -> tuple[object, Origin]:
    if isinstance(source, Mapping):
        collected = Collected(name)
        plain = _plain(source, "", collected)
        if collected.problems:
            raise InvalidDocuments(collected.problems)
        return plain, Origin(name)
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
        raise Collected(path.name).stop("too-large", f"{path.stat().st_size} bytes", limit=str(LIMIT_BYTES))
    return path.read_bytes()


def _is_there(path: Path, sort: Callable[[Path], bool]) -> bool:
    try:
        return sort(path)
    except OSError:  # as for a name that is too long, which a text has that was given in place of a path
        return False


def _plain(value: object, at: str, collected: Collected) -> object:
    """Return a mapping that a program built, with plain lists and dictionaries, and its texts looked through."""
    if at.count("/") > LIMIT_DEPTH:
        raise collected.stop("too-deep", f"more than {LIMIT_DEPTH} levels", limit=str(LIMIT_DEPTH))
    match value:
        case Mapping():
            for key in value:
                if isinstance(key, str):
                    collected.check_text(key, at)
                else:
                    collected.add("key-not-text", at, key)
            return {key: _plain(item, child(at, key), collected) for key, item in value.items() if isinstance(key, str)}
        case list() | tuple():
            return [_plain(item, child(at, position), collected) for position, item in enumerate(value)]
        case str():
            collected.check_text(value, at)
            return value
        case None | bool() | int() | float() | Decimal() | datetime() | Quantity() | Instant() | Withheld():
            return value
        case _:  # a set has no order, and what else pydantic would take for a list is used up by reading it
            collected.add("wrong-type", at, value, None, expected="A mapping, a list, a text, a number, a time or null")
            return value
