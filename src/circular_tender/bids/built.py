"""What a program built, as plain mappings and lists, its texts looked through like those of a file."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from pydantic import BaseModel

from circular_tender.bids.values import Day, Instant, Withheld
from circular_tender.errors import InvalidDocuments, Term
from circular_tender.exact import Quantity
from circular_tender.texts import LIMIT_DEPTH, Collected, child


def plain_of(source: Mapping[str, object], name: str) -> object:
    """Return a mapping with plain lists and dictionaries; raises `InvalidDocuments` where it holds anything else."""
    collected = Collected(name)
    plain = _plain(source, "", collected)
    if collected.problems:
        raise InvalidDocuments(collected.problems)
    return plain


def _plain(value: object, at: str, collected: Collected) -> object:
    """Return a mapping that a program built, with plain lists and dictionaries, and its texts looked through."""
    if at.count("/") > LIMIT_DEPTH:
        raise collected.too_deep()
    match value:
        case BaseModel():
            return _plain(value.model_dump(mode="json", by_alias=True, exclude_unset=True), at, collected)
        case Mapping():
            given = cast("Mapping[object, object]", value)
            for key in given:
                if isinstance(key, str):
                    collected.check_text(key, at)
                else:
                    collected.add("key-not-text", at, key)
            return {key: _plain(item, child(at, key), collected) for key, item in given.items() if isinstance(key, str)}
        case list() | tuple():
            items = cast("Sequence[object]", value)
            return [_plain(item, child(at, position), collected) for position, item in enumerate(items)]
        case str():
            collected.check_text(value, at)
            return value
        case None | bool() | int() | float() | Decimal() | date() | Quantity() | Instant() | Day() | Withheld():
            return value
        case _:  # a set has no order, and what else pydantic would take for a list is used up by reading it
            collected.add("wrong-type", at, value, None, expected=Term("a-plain-value"))
            return value
