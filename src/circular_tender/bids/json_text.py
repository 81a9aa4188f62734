"""JSON into a tree: numbers stay the digits they are, and repeated keys and NaN are refused."""

import json
import re

import yaml

from circular_tender.bids.fields import JsonNumber
from circular_tender.bids.tree import LIMIT_DEPTH, Collected, child
from circular_tender.bids.yaml_text import read_yaml
from circular_tender.errors import InvalidDocuments, TenderError, shown
from circular_tender.rules import Json

_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')


class _Pairs(list[tuple[str, object]]):
    """An object as its pairs, before repeated keys are looked for."""


class _Constant(str):
    """NaN, Infinity or -Infinity, which JSON does not have."""

    __slots__ = ()


def read_json(name: str, text: str) -> Json:
    """Return what a JSON text holds; raises `InvalidDocuments` with everything that is wrong with its syntax."""
    collected = Collected(name)
    if _depth(text) > LIMIT_DEPTH:
        raise collected.stop("too-deep", text, limit=str(LIMIT_DEPTH))
    try:
        raw = json.loads(
            text, parse_float=JsonNumber, parse_int=JsonNumber, parse_constant=_Constant, object_pairs_hook=_Pairs
        )
    except json.JSONDecodeError as error:
        position = (error.lineno, error.colno)
        line = text.splitlines()[error.lineno - 1 :][:1]
        raise collected.stop("not-json", "".join(line).strip(), position, reason=error.msg) from None
    plain = _tree(raw, "", collected)
    if collected.problems:
        raise InvalidDocuments(collected.problems)
    return plain


def positions(name: str, text: str) -> dict[str, tuple[int, int]]:
    """Return line and column of each value of a JSON text, read as the YAML that it nearly always is."""
    try:
        return read_yaml(name, text)[1]
    except (TenderError, yaml.YAMLError):
        return {}


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        deepest = max(deepest, depth)
    return deepest


def _tree(raw: object, at: str, collected: Collected) -> Json:
    match raw:
        case _Pairs():
            return _object(raw, at, collected)
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


def _object(pairs: _Pairs, at: str, collected: Collected) -> dict[str, Json]:
    mapping: dict[str, Json] = {}
    for key, raw in pairs:
        collected.check_text(key, at)
        here = child(at, key)
        value = _tree(raw, here, collected)
        if key in mapping:
            collected.add("duplicate-key-json", here, value, None, key=shown(key))
        mapping[key] = value
    return mapping
