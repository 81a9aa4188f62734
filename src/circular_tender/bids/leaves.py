"""How the leaves of a document are checked, and how they are written back."""

import re
from collections.abc import Callable, Sized
from datetime import date, datetime
from typing import Any, LiteralString, cast

import attrs
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from circular_tender.bids.values import Day, Instant, Withheld
from circular_tender.errors import Said, Term
from circular_tender.exact import NotExact, Quantity, read_any, read_as
from circular_tender.texts import JsonNumber

DAY = r"\d{4}-\d{2}-\d{2}"
DATE_TIME = DAY + r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
OFFSET = r"(Z|[+-]\d{2}:\d{2})"
EXPONENT = 10
ID_PATTERN = "[a-z0-9][a-z0-9-]{0,63}"
NAME_PATTERN = "[a-z][a-z0-9_-]{0,63}"
MOST_MARK = 10  # of the sub-criteria of a repairability index
MOST_BIDS = 100  # that a rule about bids can ask for
UNITS = {"number": "", "ratio": " ?%", "mass": " ?(kg|g|t)", "time": " ?(years?|months?)"}


@attrs.frozen(eq=False)
class Leaf:
    """What pydantic needs to know of a leaf: how it is checked, its JSON Schema, and how it is written."""

    check: Callable[[object], object]
    schema: dict[str, Any]
    write: Callable[[Any], object] | None = None

    def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.check, serialization=core_schema.plain_serializer_function_ser_schema(self.write or _written)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


def refused(code: LiteralString, **data: Said) -> PydanticCustomError:
    """Return the error of one leaf, by its code in the table of sentences."""
    return PydanticCustomError(code, code, data)


def _written(value: object) -> object:
    match value:
        case Withheld(ground):
            return {"withheld": ground}
        case Quantity() | Instant() | Day():
            return value.text
        case JsonNumber():
            return str(value)
        case _:
            return value


def number(measures: str, *, low: int | None = 0, high: int | None = None) -> Callable[[object], Quantity]:
    """Return the check of a number that measures this; `low` and `high` bound its value."""

    def check(given: object) -> Quantity:
        try:
            quantity = read_as(measures, given)
        except NotExact as slip:
            raise refused(slip.code, **slip.data) from None
        if high is not None and not 0 <= quantity.value <= high:
            raise refused("share-outside")
        if low is not None and quantity.value < low:
            raise refused("below-zero")
        return quantity

    return check


def above_zero(check: Callable[[object], Quantity]) -> Callable[[object], Quantity]:
    """Return the check of a quantity above zero."""

    def checked(given: object) -> Quantity:
        quantity = check(given)
        if quantity.value <= 0:
            raise refused("not-positive")
        return quantity

    return checked


def any_unit(given: object) -> Quantity:
    """Return a quantity of any unit."""
    try:
        return read_any(given)
    except NotExact as slip:
        raise refused(slip.code, **slip.data) from None


def whole(low: int, high: int) -> Callable[[object], Quantity]:
    """Return the check of a whole number between two."""

    def check(given: object) -> Quantity:
        quantity = number("number")(given)
        if quantity.value.denominator != 1 or not low <= quantity.value <= high:
            raise refused("not-whole", low=str(low), high=str(high))
        return quantity

    return check


def signed_share(given: object) -> Quantity:
    """Return a share that may be taken off: from −100 % to 100 %."""
    quantity = number("ratio", low=None)(given)
    if abs(quantity.value) > 1:
        raise refused("share-beyond")
    return quantity


def earned(given: object) -> Quantity:
    """Return what a criterion may earn: a number of points or of money, or a share."""
    try:
        measures = read_any(given).measures
    except NotExact:
        measures = "number"
    return number("ratio" if measures == "ratio" else "number", low=None)(given)


def weight(given: object) -> Quantity:
    """Return the most that a criterion may earn."""
    quantity = earned(given)
    return above_zero(number(quantity.measures))(given)


def exponent(low: int) -> Callable[[object], Quantity]:
    """Return the check of an exponent: at most 2 decimals, from `low` to 10, and not 0."""

    def check(given: object) -> Quantity:
        quantity = number("number", low=None)(given)
        whole = (quantity.value * 100).denominator == 1
        if not whole or not quantity.value or not low <= quantity.value <= EXPONENT:
            raise refused("exponent-outside", low=str(low), high=str(EXPONENT))
        return quantity

    return check


def out_of_10(given: object) -> Quantity:
    """Return a mark from 0 to 10."""
    quantity = number("number", low=None)(given)
    if not 0 <= quantity.value <= MOST_MARK:
        raise refused("mark-of-10")
    return quantity


def multiple(given: object) -> Quantity:
    """Return a number above 1."""
    quantity = number("number")(given)
    if quantity.value <= 1:
        raise refused("not-above-1")
    return quantity


def proper_share(given: object) -> Quantity:
    """Return a share between 0 % and 100 %, neither of them."""
    quantity = number("ratio", low=None)(given)
    if not 0 < quantity.value < 1:
        raise refused("share-not-between")
    return quantity


def or_withheld(check: Callable[[object], Quantity]) -> Callable[[object], Quantity | Withheld]:
    """Return the check of a quantity that may be withheld, on a ground."""

    def checked(given: object) -> Quantity | Withheld:
        match given:
            case Withheld():
                return given
            case {"withheld": str(ground)} if _is_text(ground) and len(cast("Sized", given)) == 1:
                return Withheld(ground)
            case dict():
                raise refused("withheld-form")
            case _:
                return check(given)

    return checked


def plain_text(given: object) -> str:
    """Return a text that says something."""
    if not isinstance(given, str) or isinstance(given, JsonNumber):
        raise refused("wrong-type", expected=Term("a-text"))
    if not given.strip():
        raise refused("empty-text")
    return given


def _is_text(given: object) -> bool:
    return isinstance(given, str) and not isinstance(given, JsonNumber) and bool(given.strip())


def matching(pattern: str, code: LiteralString) -> Callable[[object], str]:
    """Return the check of a text of this pattern; `code` is what is wrong with another."""

    def check(given: object) -> str:
        text = plain_text(given)
        if re.fullmatch(pattern, text) is None:
            raise refused(code)
        return text

    return check


def localised(given: object) -> str | dict[str, str]:
    """Return a text, or one for each language."""
    if not isinstance(given, dict):
        return plain_text(given)
    texts = cast("dict[str, str]", given)  # as the next lines make sure
    for language, text in texts.items():
        if re.fullmatch("[a-z]{2,3}", str(language)) is None or not _is_text(text):
            raise refused("text-languages", member=str(language))
    if not texts:
        raise refused("empty-list")
    return dict(texts)


def instant(given: object) -> Instant:
    """Return a moment with its offset."""
    if isinstance(given, Instant):
        return given
    text = plain_text(given.isoformat() if isinstance(given, datetime) else given)
    if re.fullmatch(DATE_TIME, text, re.ASCII):
        raise refused("instant-without-offset")
    if re.fullmatch(DATE_TIME + OFFSET, text, re.ASCII) is None:
        raise refused("instant-form")
    try:
        return Instant(text, datetime.fromisoformat(text))
    except ValueError:
        raise refused("instant-form") from None


def day(given: object) -> Day:
    """Return a calendar day."""
    if isinstance(given, Day):
        return given
    text = plain_text(given.isoformat() if isinstance(given, date) and not isinstance(given, datetime) else given)
    if re.fullmatch(DAY, text, re.ASCII) is None:
        raise refused("day-form")
    try:
        return Day(text, date.fromisoformat(text))
    except ValueError:
        raise refused("day-form") from None


def yes_no(given: object) -> bool:
    """Return true or false."""
    if not isinstance(given, bool):
        raise refused("wrong-type", expected=Term("true-or-false"))
    return given


def mark(given: object) -> Quantity | str:
    """Return a mark: a number where it is one, else the name of a level."""
    if isinstance(given, str) and not isinstance(given, JsonNumber) and not given[:1].isdigit() and given[:1] != "-":
        return matching(NAME_PATTERN, "name-form")(given)
    return number("number", low=None)(given)


def answer(given: object) -> Quantity | str | Withheld:
    """Return an answer: a quantity, or the name of a choice, or that it is withheld."""
    match given:
        case str() if not isinstance(given, JsonNumber) and re.match("[A-Za-z]", given):
            return matching(NAME_PATTERN, "name-form")(given)
        case _:
            return or_withheld(any_unit)(given)
