"""What pydantic found, as problems of ours: pointers into the document, codes from the one table."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard, get_args

import attrs
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from circular_tender.errors import SENTENCES, Finding, Problem, Said, Term, nearest, shown
from circular_tender.texts import Origin, child, positions

_SORTS = ("leaf", "group", "cost")  # of criteria, by which their union is told apart
_NO_KEY = "\0"  # no document holds it
_KINDS = {
    "model_type": "a-mapping",
    "model_attributes_type": "a-mapping",
    "dict_type": "a-mapping",
    "tuple_type": "a-list",
    "list_type": "a-list",
    "bool_type": "true-or-false",
    "bool_parsing": "true-or-false",
}


def findings_of(error: ValidationError, model: type[BaseModel], document: object) -> Iterator[Finding]:
    """Yield a finding for each mistake in the document."""
    details = [
        detail
        for detail in error.errors(include_url=False)
        if detail["type"] != "too_short" or not _pointer(detail["loc"], document)[1]
    ]  # pydantic counts the entries without a mistake; where there are others, the list is not too short
    literals = {detail["loc"][:-1]: detail for detail in details if str(detail["loc"][-1]).startswith("literal[")}
    for detail in details:
        literal = literals.get(detail["loc"][:-1])
        if literal is None:
            yield _finding(detail, model, document)
        elif detail["type"] == "model_type":  # neither the word nor a mapping: pydantic says so twice
            at, here = _pointer(detail["loc"], document)
            expected = (("expected", Term.of("a-word-or-mapping", word=_expected(literal))),)
            yield Finding("wrong-type", at, shown(here), expected)


def problems_of(found: Iterable[Finding], origin: Origin) -> list[Problem]:
    """Return findings as problems with their places, in document order; places are looked for only if there are any."""
    found = list(found)
    if not found:
        return []
    if origin.json is not None and not origin.positions:
        origin = attrs.evolve(origin, positions=positions(origin.json, origin.first_line))
    problems = [Problem(f.code, origin.place(f.pointer), f.found, f.data) for f in found]
    return sorted(problems, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))


def _finding(detail: ErrorDetails, model: type[BaseModel], document: object) -> Finding:  # noqa: PLR0911 -- one a sort
    at, here = _pointer(detail["loc"], document)
    if detail["loc"][-1:] == ("[key]",):
        here = detail["input"]
    found = shown(here)
    match detail["type"]:
        case "missing":
            return _missing(detail["loc"], document)
        case "too_short":
            return Finding("empty-list", at, found)
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            slip = nearest(key, sorted(_keys(model) - {key}))
            return Finding("unknown-key", at, found, (("key", shown(key)), ("slip", slip)))
        case "literal_error" if at == "/schema":
            return _schema(at, here, _expected(detail))
        case "literal_error":
            return _choice(at, here, _expected(detail))
        case "union_tag_invalid":
            key = _told_apart_by(detail)
            kind = here.get(key) if _is_mapping(here) else here
            return _choice(child(at, key), kind, str(detail.get("ctx", {})["expected_tags"]))
        case "union_tag_not_found":
            key = _told_apart_by(detail)
            return Finding("missing-key", child(at, key), shown(None), (("key", key),))
        case code if code in SENTENCES:
            return _leaf(code, at, here, detail.get("ctx", {}))
        case kind:
            return Finding("wrong-type", at, found, (("expected", Term(_KINDS[kind])),))


def _leaf(code: str, at: str, here: object, context: dict[str, Any]) -> Finding:
    data: dict[str, Said] = dict(context)
    if "member" in data and _is_mapping(here):  # the leaf is a mapping, and this member of it is wrong
        member = str(data.pop("member"))
        at, here = child(at, member), here[member]
    return Finding(code, at, shown(here), tuple(data.items()))


def _missing(location: tuple[int | str, ...], document: object) -> Finding:
    key = str(location[-1])
    at, _ = _pointer((*location[:-1], _NO_KEY), document)
    return Finding("missing-key", child(at, key), shown(None), (("key", key),))


def _pointer(location: tuple[int | str, ...], document: object) -> tuple[str, object]:
    """Return the pointer of pydantic's location, without the parts that the document does not hold, such as tags."""
    at, here, tagged = "", document, False
    for position, part in enumerate(location):
        if not tagged and _is_tag(location, position, here):
            tagged = True  # a tag stands once: in {kind: levels, levels: …} the next `levels` is the key
        elif _holds(here, part):
            at, here, tagged = child(at, part), here[part], False
    return at, here


def _is_mapping(here: object) -> TypeGuard[dict[object, object]]:
    return isinstance(here, dict)


def _holds(here: object, part: int | str) -> TypeGuard[dict[int | str, object]]:  # or a list, by position
    return (isinstance(here, dict) and part in here) or (isinstance(here, list) and isinstance(part, int))


def _is_tag(location: tuple[int | str, ...], position: int, here: object) -> bool:
    """Tell whether a part is the tag of a union, though the document holds a key of this name too."""
    part, last = location[position], position == len(location) - 1
    if last or not _is_mapping(here):
        return False
    return part in (here.get("kind"), here.get("method")) or (
        part in _SORTS and isinstance(location[position - 1], int)
    )


def _told_apart_by(detail: ErrorDetails) -> str:
    """Return the key by which the kinds of a union are told apart, `kind` or the `method` of an award."""
    return str(detail.get("ctx", {})["discriminator"]).strip("'")


def _expected(detail: ErrorDetails) -> str:
    """Return the words that pydantic expected, separated by commas."""
    return str(detail.get("ctx", {})["expected"]).replace("'", "").replace(" or ", ", ")


def _schema(at: str, given: object, expected: str) -> Finding:
    family, _, version = expected.rpartition("/")
    found = re.fullmatch(f"{family}/([1-9][0-9]{{0,8}})", str(given))
    newer = found is not None and int(found[1]) > int(version)
    return Finding("schema-newer" if newer else "schema-other", at, shown(given), (("expected", expected),))


def _choice(at: str, given: object, expected: str) -> Finding:
    choices = [word.strip(" '") for word in expected.split(",")]
    slip = nearest(str(given), choices)
    return Finding("unknown-choice", at, shown(given), (("choices", ", ".join(choices)), ("slip", slip)))


def _keys(model: type[BaseModel]) -> set[str]:
    """Return every key that a document of this model may hold anywhere, so that a slip of the pen finds its word."""
    keys: set[str] = set()
    waiting: list[Any] = [model]
    seen: set[Any] = set()
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in seen:
                seen.add(kind)
                keys |= {field.alias or name for name, field in kind.model_fields.items()}
                waiting += [field.annotation for field in kind.model_fields.values()]
        else:
            waiting += get_args(kind)
    return keys
