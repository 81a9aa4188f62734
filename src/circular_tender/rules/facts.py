"""Reading facts: a document as it was written, walked by JSON Pointers and by patterns with `*`."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from circular_tender.rules.expression import Json

Decided: TypeAlias = tuple[tuple[tuple[str, ...], str], ...]  # each place that a decision wrote, and where in the log
ABSENT: Final = None  # nothing stands there; null counts as nothing too


@lru_cache(maxsize=16_384)
def segments(pointer: str) -> tuple[str, ...]:
    """Return the segments of a JSON Pointer, unescaped (RFC 6901)."""
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])


def pointer(*parts: str | int) -> str:
    """Return the JSON Pointer of these segments.

    >>> pointer("a/b", 0)
    '/a~1b/0'
    """
    plain = "/".join(map(str, parts))
    if "~" not in plain and plain.count("/") == len(parts) - 1:  # nothing to escape, as in nearly all pointers
        return "/" + plain
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def member(parent: Json, part: str) -> Json:
    """Return what a segment names in an object or a list; None where nothing stands, or a position is not written so.

    >>> member(["a", "b"], "1"), member(["a", "b"], "01"), member({"x": "y"}, "z")
    ('b', None, None)
    """
    if isinstance(parent, list):
        return next((item for number, item in enumerate(parent) if str(number) == part), None)
    return parent.get(part) if isinstance(parent, dict) else None


def decided_at(path: tuple[str, ...], decided: Decided) -> str | None:
    """Return where in the log what stands at a path was written; None where no decision wrote it. The last one counts.

    >>> decided_at(("parts", "0", "mass"), ((("parts", "0"), "/decisions/1/new"),))
    '/decisions/1/new/mass'
    """
    for place, at in reversed(decided):
        if path[: len(place)] == place:
            return at + "".join(map(pointer, path[len(place) :]))
    return None


def resolve(document: Json, path: tuple[str, ...]) -> Json:
    """Return what stands at a path, or `ABSENT` where a key is absent or null is on the way or at the end."""
    here = document
    for part in path:
        if isinstance(here, dict):
            here = here.get(part)
        elif isinstance(here, list):
            here = here[int(part)]
        else:
            return ABSENT
    return here


def members(document: Json, path: tuple[str, ...]) -> list[str]:
    """Return the keys of an object, sorted, or the positions of a list, as segments; none where nothing stands.

    What stands in a list as null, because it is of another lot, has no place in it.
    """
    match resolve(document, path):
        case dict() as mapping:
            return sorted(mapping)
        case list() as items:
            return [str(position) for position, item in enumerate(items) if item is not None]
        case _:
            return []


def matches(document: Json, pattern: tuple[str, ...], bound: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield for each place that matches the pattern what its stars stand for, in document order."""
    if "*" not in pattern:
        yield bound
        return
    star = pattern.index("*")
    for member in members(document, pattern[:star]):
        yield from matches(document, (*pattern[:star], member, *pattern[star + 1 :]), (*bound, member))


def filled(pattern: tuple[str, ...], bound: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pattern with its stars replaced by the first of the bound segments."""
    values = iter(bound)
    return tuple(next(values) if part == "*" else part for part in pattern)


def row_name(document: Json, pattern: tuple[str, ...], member: str) -> str:
    """Return the name of a table's row: the key, or the `id` of a member of a list."""
    parent = pattern[: pattern.index("*")]
    if not isinstance(resolve(document, parent), list):
        return member
    return str(resolve(document, (*parent, member, "id")))
