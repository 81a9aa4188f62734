"""JSON into a tree: numbers stay the digits they are, and repeated keys and NaN are refused."""

import json
import re
from typing import TypeAlias, TypeGuard

import attrs

from circular_tender.errors import InvalidDocuments, shown
from circular_tender.rules import Json, pointer
from circular_tender.texts.limits import LIMIT_DEPTH
from circular_tender.texts.tree import Collected, Origin, child, line_of

_STRING = r'"(?:[^"\\]|\\.)*"?'  # the last quotation mark may be missing, so that no text is searched twice
_STRING_OR_BRACKET = re.compile(rf"{_STRING}|[\[\]{{}}]", re.DOTALL)
_TOKEN = re.compile(rf'{_STRING}|[\n\[\]{{}},:]|[^\s\[\]{{}},:"]+', re.DOTALL)


class JsonNumber(str):
    """A number as a JSON document writes it: its digits, told apart from a text that holds digits."""

    __slots__ = ()


@attrs.frozen
class _Pairs:
    """An object as its pairs, before repeated keys are looked for."""

    pairs: list[tuple[str, "_Raw"]]


class _Constant(str):
    """NaN, Infinity or -Infinity, which JSON does not have."""

    __slots__ = ()


_Raw: TypeAlias = _Pairs | list["_Raw"] | str | bool | None


def read_json(name: str, text: str, first_line: int = 1) -> Json:
    """Return what a JSON text holds; raises `InvalidDocuments` with everything that is wrong with its syntax."""
    collected = Collected(name)
    if (deep := _too_deep(text)) is not None:
        _, position = line_of(text, deep, first_line)
        raise collected.too_deep(position)
    try:
        raw = json.loads(
            text, parse_float=JsonNumber, parse_int=JsonNumber, parse_constant=_Constant, object_pairs_hook=_Pairs
        )
    except json.JSONDecodeError as error:
        line, position = line_of(text, error.pos, first_line)
        raise collected.stop("not-json", line, position, reason=error.msg.removesuffix(" at")) from None
    plain = _tree(raw, "", collected)
    if collected.problems:
        origin = Origin(name, positions(text, first_line))
        raise InvalidDocuments([attrs.evolve(p, place=origin.place(p.place.pointer)) for p in collected.problems])
    return plain


def positions(text: str, first_line: int = 1) -> dict[str, tuple[int, int]]:
    """Return line and column of each value of a JSON text: of its key where the value is an object, a list or null."""
    found: dict[str, tuple[int, int]] = {}
    path: list[str | int | None] = []  # in each open object or list the key or number; None where a key is awaited
    line, start, key = first_line, 0, (1, 1)
    for token in _TOKEN.finditer(text):
        here = (line, token.start() - start + 1)
        match token[0], path:
            case "\n", _:
                line, start = line + 1, token.end()
            case "]" | "}", _:
                path.pop()
            case ",", [*_, int(number)]:
                path[-1] = number + 1
            case ",", _:
                path[-1] = None
            case ":", _:
                pass
            case word, [*_, None]:
                path[-1], key = json.loads(word), here
            case word, _:
                keyed = path and isinstance(path[-1], str) and word in {"{", "[", "null"}
                found[pointer(*filter(_is_known, path))] = key if keyed else here
                if word in {"{", "["}:
                    path.append(None if word == "{" else 0)
    return found


def _is_known(part: str | int | None) -> TypeGuard[str | int]:
    return part is not None


def _too_deep(text: str) -> int | None:
    """Return where a text is nested too deep, or None."""
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > LIMIT_DEPTH:
            return found.start()
    return None


def _tree(raw: _Raw, at: str, collected: Collected) -> Json:
    match raw:
        case _Pairs():
            return _object(raw.pairs, at, collected)
        case list():
            return [_tree(item, child(at, position), collected) for position, item in enumerate(raw)]
        case _Constant():
            collected.add("json-constant", at, raw, None)
            return None
        case str():
            collected.check_text(raw, at)
            return raw
        case bool() | None:
            return raw
        case _:
            raise TypeError(raw)


def _object(pairs: list[tuple[str, _Raw]], at: str, collected: Collected) -> dict[str, Json]:
    mapping: dict[str, Json] = {}
    for key, raw in pairs:
        collected.check_text(key, at)
        here = child(at, key)
        value = _tree(raw, here, collected)
        if key in mapping:
            collected.add("duplicate-key-json", here, value, None, key=shown(key))
        mapping[key] = value
    return mapping
