"""The keys of a kind, read from the fields of its model: which must stand, and how each is written."""

from collections.abc import Collection, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from circular_tender.bids import Entry, fields
from circular_tender.bids.leaves import Leaf
from circular_tender.exact import EXAMPLES
from pages.markdown import code, coded, table

#: How the leaves that kinds have are written.
_LEAVES = {
    "FromZero": f"a number, not below 0, such as {code(EXAMPLES['number'])}",
    "Localised": "a text, or one for each language: `{en: …, nl: …}`",
    "Number": f"a number, such as {code(EXAMPLES['number'])}",
    "Amount": f"an amount, not below 0, such as {code(EXAMPLES['number'])}",
    "Count": "a whole number from 1 to 9999",
    "Ratio": f"a ratio, such as {code(EXAMPLES['ratio'])}",
    "Share": f"a ratio from 0 % to 100 %, such as {code(EXAMPLES['ratio'])}",
    "SignedShare": "a ratio from -100 % to 100 %",
    "PositiveShare": f"a ratio above 0 %, at most 100 %, such as {code(EXAMPLES['ratio'])}",
    "PositiveRatio": "a ratio above 0 %, which may be above 100 %",
    "Exponent": "a number above 0, at most 10, with at most 2 decimals",
    "SignedExponent": "a number from -10 to 10 other than 0, with at most 2 decimals",
    "Multiple": "a number above 1",
    "Time": f"a time, not below 0, such as {code(EXAMPLES['time'])}",
    "Places": "a whole number from 0 to 12",
    "Positive": f"a number above 0, such as {code(EXAMPLES['number'])}",
    "PositiveTime": f"a time above 0, such as {code(EXAMPLES['time'])}",
    "AnyQuantity": "a number with the unit of what is measured; of an amount the number alone",
    "CalendarDay": "a day, such as `2026-10-15`",
    "Id": "an id",
    "Name": "a name",
}
_WORDS = {fields.__dict__[name].__metadata__[0]: words for name, words in _LEAVES.items()}


def keys(model: type[Entry], *, named: str = "kind", besides: Collection[str] = ()) -> str:
    """Return the table of a model's keys, but for that of its name and others; a star stands for each entry."""
    rows = [*_rows(model, "", {named, *besides})]
    if not rows:
        return f"No key but {code(named)}."
    return table(("key", "must stand", "written"), rows)


def _rows(model: type[Entry], above: str, besides: Collection[str] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        if name in besides:
            continue
        null = ", or `null`" if field.is_required() and NoneType in get_args(field.annotation) else ""
        written = f"{_written(_annotated(field))}{null}"
        yield code(f"{above}{name}"), "yes" if field.is_required() else "no", written
        for inner, step in _entries(field.annotation):
            yield from _rows(inner, f"{above}{name}{step}/")


def _annotated(field: FieldInfo) -> Any:  # noqa: ANN401 -- a type of any form
    """Return the type of a field with what pydantic took out of it."""
    metadata = tuple(field.metadata)
    return Annotated[field.annotation, *metadata] if metadata else field.annotation


def _written(annotation: Any) -> str:  # noqa: ANN401, PLR0911 -- one for each form of a type
    """Return in words how a value of this type is written."""
    arguments = get_args(annotation)
    match get_origin(annotation) or annotation:
        case origin if origin is Annotated and isinstance(arguments[1], Leaf):
            return _WORDS[arguments[1]]
        case origin if origin is Annotated and arguments[1:] == (MinLen(1),):
            return f"{_written(arguments[0])}; at least one"
        case origin if origin is Annotated:
            return _written(arguments[0])
        case origin if origin is Literal:
            return coded(arguments)
        case origin if origin in {Union, UnionType}:
            return _either([argument for argument in arguments if argument is not NoneType])
        case origin if origin is dict:
            return f"a mapping: {_written(arguments[0])} → {_written(arguments[1])}"
        case origin if origin is tuple:
            return f"a list: {_written(arguments[0])}"
        case model if isinstance(model, type) and issubclass(model, Entry):
            return "a mapping with the keys below"
        case _:
            raise TypeError(annotation)


def _either(sorts: list[Any]) -> str:
    """Return in words how a value of one of these types is written; of several mappings, by the keys of each."""
    models = [sort for sort in map(_bare, sorts) if isinstance(sort, type) and issubclass(sort, Entry)]
    if len(models) < 2:  # noqa: PLR2004 -- at most one mapping is told by its keys below
        return " or ".join(map(_written, sorts))
    named = (coded(model.model_fields, "and") for model in models)
    return f"a mapping with the keys below, either {', or '.join(named)}"


def _bare(sort: Any) -> Any:  # noqa: ANN401 -- likewise
    """Return a type without what is noted beside it."""
    return get_args(sort)[0] if get_origin(sort) is Annotated else sort


def _entries(annotation: Any, step: str = "") -> Iterator[tuple[type[Entry], str]]:  # noqa: ANN401 -- likewise
    """Yield the mappings that a value holds, each with the step of a pointer that leads there."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation, step
    for argument in get_args(annotation):
        yield from _entries(argument, "/*" if get_origin(annotation) in {tuple, dict} else step)
