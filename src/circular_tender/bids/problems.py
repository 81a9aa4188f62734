"""What pydantic found, as problems of ours: pointers into the document, codes from the one table."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from circular_tender.bids.bid import Finding
from circular_tender.bids.tree import child
from circular_tender.errors import SENTENCES, nearest, shown

_KINDS = {
    "model_type": "A mapping",
    "model_attributes_type": "A mapping",
    "dict_type": "A mapping",
    "tuple_type": "A list",
    "list_type": "A list",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


def findings_of(error: ValidationError, model: type[BaseModel], document: object) -> Iterator[Finding]:
    """Yield a finding for each of pydantic's errors."""
    for detail in error.errors(include_url=False):
        yield _finding(detail, model, document)


def _finding(detail: ErrorDetails, model: type[BaseModel], document: object) -> Finding:  # noqa: PLR0911 -- one a sort
    at, here = _pointer(detail["loc"], document)
    found = shown(here)
    match detail["type"]:
        case "missing":
            key = str(detail["loc"][-1])
            return Finding("missing-key", child(at, key), shown(None), (("key", key),))
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            slip = nearest(key, sorted(_keys(model) - {key}))
            return Finding("unknown-key", at, found, (("key", shown(key)), ("slip", slip)))
        case "literal_error" if at == "/schema":
            return _schema(at, here, str(detail["ctx"]["expected"]).strip("'"))
        case "literal_error":
            return _choice(at, here, str(detail["ctx"]["expected"]))
        case "union_tag_invalid":
            kind = here.get("kind") if isinstance(here, dict) else here
            return _choice(child(at, "kind"), kind, str(detail["ctx"]["expected_tags"]))
        case "union_tag_not_found":
            return Finding("missing-key", child(at, "kind"), shown(None), (("key", "kind"),))
        case code if code in SENTENCES:
            data = tuple((str(key), str(value)) for key, value in detail.get("ctx", {}).items())
            return Finding(code, at, found, data)
        case kind:
            return Finding("wrong-type", at, found, (("expected", _KINDS[kind]),))


def _pointer(location: tuple[int | str, ...], document: object) -> tuple[str, object]:
    """Return the pointer of pydantic's location, without the parts that the document does not hold, such as tags."""
    at, here = "", document
    for part in location:
        if (isinstance(here, dict) and part in here) or (isinstance(here, list) and isinstance(part, int)):
            at, here = child(at, part), here[part]  # type: ignore[index]  # checked in the line above
    return at, here


def _schema(at: str, given: object, expected: str) -> Finding:
    family, _, version = str(given).rpartition("/")
    newer = (
        family == expected.rpartition("/")[0] and version.isdigit() and int(version) > int(expected.rpartition("/")[2])
    )
    return Finding("schema-newer" if newer else "schema-other", at, shown(given), (("expected", expected),))


def _choice(at: str, given: object, expected: str) -> Finding:
    choices = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
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
