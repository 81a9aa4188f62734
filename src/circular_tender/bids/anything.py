"""A place in a document, and whatever may stand there."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypeAlias, cast

import attrs

from circular_tender.bids.leaves import Leaf, matching, plain_text, refused
from circular_tender.errors import Term
from circular_tender.exact import NotExact, as_text
from circular_tender.rules import Json
from circular_tender.texts import LIMIT_DEPTH

_POINTER = "(/([^/~]|~[01])*)+"


@attrs.frozen
class AnyValue:
    """Null, true, false, a text, a number, a list or a mapping, as a document writes it."""

    value: Json


def _anything(given: object, depth: int = 0) -> Json:
    """Return a value as a document writes it; a number is its text."""
    match given:
        case AnyValue(value):
            return value
        case None | bool():
            return given
        case str():
            return str(given)
        case Mapping() if depth < LIMIT_DEPTH:
            mapping = cast("Mapping[object, object]", given)
            return {plain_text(key): _anything(item, depth + 1) for key, item in mapping.items()}
        case list() | tuple() if depth < LIMIT_DEPTH:
            return [_anything(item, depth + 1) for item in cast("Sequence[object]", given)]
        case _:
            return _number(given)


def _number(given: object) -> str:
    try:
        return as_text(given)
    except NotExact:
        raise refused("wrong-type", expected=Term("a-plain-value")) from None


Anything: TypeAlias = Annotated[AnyValue, Leaf(lambda given: AnyValue(_anything(given)), {}, lambda given: given.value)]
Pointer: TypeAlias = Annotated[
    str, Leaf(matching(_POINTER, "pointer-form"), {"type": "string", "pattern": f"^{_POINTER}$"})
]
