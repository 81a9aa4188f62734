"""Which numbers a panel may give: any between two, those a step apart, or a list of them."""

from fractions import Fraction
from typing import Annotated, Any, TypeAlias, assert_never

from pydantic import Discriminator, Field, Tag

from circular_tender.bids import Entry
from circular_tender.bids.fields import Number, Positive
from circular_tender.exact import decimal_text


class Bounds(Entry):
    """The least and the greatest number; with `step`, only those that lie so far apart, from the least on."""

    least: Number
    greatest: Number
    step: Positive | None = None


class Listed(Entry):
    """The numbers one by one."""

    values: tuple[Number, ...] = Field(min_length=1)


def _sort(given: Any) -> str:  # noqa: ANN401 -- whatever stands in the document
    return "(list)" if isinstance(given, Listed) or (isinstance(given, dict) and "values" in given) else "(bounds)"


#: The tags are no keys, so that no document can hold one of them.
Allowed: TypeAlias = Annotated[
    Annotated[Bounds, Tag("(bounds)")] | Annotated[Listed, Tag("(list)")], Discriminator(_sort)
]


def lowest(allowed: Allowed) -> Fraction:
    """Return the least number that a panel may give."""
    match allowed:
        case Bounds(least=least):
            return least.value
        case Listed(values=values):
            return min(value.value for value in values)
        case _:
            assert_never(allowed)


def allows(allowed: Allowed, mark: Fraction) -> bool:
    """Tell whether a panel may give this number."""
    match allowed:
        case Bounds(least=least, greatest=greatest, step=step):
            inside = least.value <= mark <= greatest.value
            return inside and (step is None or (mark - least.value) % step.value == 0)
        case Listed(values=values):
            return mark in [value.value for value in values]
        case _:
            assert_never(allowed)


def offered(allowed: Allowed, limit: int) -> tuple[str, ...]:
    """Return the numbers that a panel may give, as a tender writes them; none where there are more than the limit."""
    match allowed:
        case Bounds(least=least, greatest=greatest, step=step):
            count = (greatest.value - least.value) // step.value + 1 if step else 0
            known = range(count if count <= limit else 0)
            return tuple(decimal_text(least.value + step.value * n) for n in known if step)
        case Listed(values=values):
            return tuple(value.text for value in values)
        case _:
            assert_never(allowed)


def closest(allowed: Allowed, mark: Fraction) -> tuple[str, ...]:
    """Return the numbers that a panel may give that are nearest to this one, as a tender writes them: one, or two."""
    match allowed:
        case Bounds(least=least, greatest=greatest, step=step):
            inside = min(max(mark, least.value), greatest.value)
            below = least.value + (inside - least.value) // step.value * step.value if step else inside
            near = [below, min(below + step.value, greatest.value)] if step else [inside]
            known = {number: decimal_text(number) for number in near}
        case Listed(values=values):
            known = {value.value: value.text for value in sorted(values, key=lambda value: value.value)}
        case _:
            assert_never(allowed)
    distance = min(abs(mark - number) for number in known)
    return tuple(text for number, text in known.items() if abs(mark - number) == distance)
