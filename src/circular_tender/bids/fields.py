"""The leaves of a document: how each is checked, written back, and described in a JSON Schema."""

import re
from collections.abc import Callable, Sized
from datetime import date, datetime
from typing import Annotated, Any, LiteralString, TypeAlias, cast

import attrs
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from circular_tender.errors import Said, Term
from circular_tender.exact import EXAMPLES, NUMBER, NotExact, Quantity, read_any, read_as
from circular_tender.texts import JsonNumber

_DAY = r"\d{4}-\d{2}-\d{2}"
_DATE_TIME = _DAY + r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
_OFFSET = r"(Z|[+-]\d{2}:\d{2})"
_EXPONENT = 10
MOST_BIDS = 100  # that a rule about bids can ask for
_UNITS = {"number": "", "ratio": " ?%", "mass": " ?(kg|g|t)", "time": " ?(years?|months?)"}


@attrs.frozen
class Instant:
    """A moment as somebody wrote it, and the moment itself."""

    text: str
    moment: datetime

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Day:
    """A calendar day as somebody wrote it, and the day itself."""

    text: str
    day: date

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Withheld:
    """A value that is not given, and on what ground."""

    ground: str


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


def _number(measures: str, *, low: int | None = 0, high: int | None = None) -> Callable[[object], Quantity]:
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


def _above_zero(check: Callable[[object], Quantity]) -> Callable[[object], Quantity]:
    def checked(given: object) -> Quantity:
        quantity = check(given)
        if quantity.value <= 0:
            raise refused("not-positive")
        return quantity

    return checked


def _any_unit(given: object) -> Quantity:
    try:
        return read_any(given)
    except NotExact as slip:
        raise refused(slip.code, **slip.data) from None


def _whole(low: int, high: int) -> Callable[[object], Quantity]:
    def check(given: object) -> Quantity:
        quantity = _number("number")(given)
        if quantity.value.denominator != 1 or not low <= quantity.value <= high:
            raise refused("not-whole", low=str(low), high=str(high))
        return quantity

    return check


def _signed_share(given: object) -> Quantity:
    quantity = _number("ratio", low=None)(given)
    if abs(quantity.value) > 1:
        raise refused("share-beyond")
    return quantity


def _earned(given: object) -> Quantity:
    """Return what a criterion may earn: a number of points or of money, or a share."""
    try:
        measures = read_any(given).measures
    except NotExact:
        measures = "number"
    return _number("ratio" if measures == "ratio" else "number", low=None)(given)


def _weight(given: object) -> Quantity:
    """Return the most that a criterion may earn."""
    quantity = _earned(given)
    return _above_zero(_number(quantity.measures))(given)


def _exponent(low: int) -> Callable[[object], Quantity]:
    """Return the check of an exponent: at most 2 decimals, from `low` to 10, and not 0."""

    def check(given: object) -> Quantity:
        quantity = _number("number", low=None)(given)
        whole = (quantity.value * 100).denominator == 1
        if not whole or not quantity.value or not low <= quantity.value <= _EXPONENT:
            raise refused("exponent-outside", low=str(low), high=str(_EXPONENT))
        return quantity

    return check


def _multiple(given: object) -> Quantity:
    quantity = _number("number")(given)
    if quantity.value <= 1:
        raise refused("not-above-1")
    return quantity


def _proper_share(given: object) -> Quantity:
    quantity = _number("ratio", low=None)(given)
    if not 0 < quantity.value < 1:
        raise refused("share-not-between")
    return quantity


def _or_withheld(check: Callable[[object], Quantity]) -> Callable[[object], Quantity | Withheld]:
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


def _localised(given: object) -> str | dict[str, str]:
    if not isinstance(given, dict):
        return plain_text(given)
    texts = cast("dict[str, str]", given)  # as the next lines make sure
    for language, text in texts.items():
        if re.fullmatch("[a-z]{2,3}", str(language)) is None or not _is_text(text):
            raise refused("text-languages", member=str(language))
    if not texts:
        raise refused("empty-list")
    return dict(texts)


def _instant(given: object) -> Instant:
    if isinstance(given, Instant):
        return given
    text = plain_text(given.isoformat() if isinstance(given, datetime) else given)
    if re.fullmatch(_DATE_TIME, text, re.ASCII):
        raise refused("instant-without-offset")
    if re.fullmatch(_DATE_TIME + _OFFSET, text, re.ASCII) is None:
        raise refused("instant-form")
    try:
        return Instant(text, datetime.fromisoformat(text))
    except ValueError:
        raise refused("instant-form") from None


def _day(given: object) -> Day:
    if isinstance(given, Day):
        return given
    text = plain_text(given.isoformat() if isinstance(given, date) and not isinstance(given, datetime) else given)
    if re.fullmatch(_DAY, text, re.ASCII) is None:
        raise refused("day-form")
    try:
        return Day(text, date.fromisoformat(text))
    except ValueError:
        raise refused("day-form") from None


def _yes_no(given: object) -> bool:
    if not isinstance(given, bool):
        raise refused("wrong-type", expected=Term("true-or-false"))
    return given


def _mark(given: object) -> Quantity | str:
    """Return a mark: a number where it is one, else the name of a level."""
    if isinstance(given, str) and not isinstance(given, JsonNumber) and not given[:1].isdigit() and given[:1] != "-":
        return matching(NAME_PATTERN, "name-form")(given)
    return _number("number", low=None)(given)


def _answer(given: object) -> Quantity | str | Withheld:
    """Return an answer: a quantity, or the name of a choice, or that it is withheld."""
    match given:
        case str() if not isinstance(given, JsonNumber) and re.match("[A-Za-z]", given):
            return matching(NAME_PATTERN, "name-form")(given)
        case _:
            return _or_withheld(_any_unit)(given)


def _number_schema(measures: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{NUMBER}{_UNITS[measures]}$", "examples": [EXAMPLES[measures]]}


def _or_withheld_schema(measures: str) -> dict[str, Any]:
    return {"oneOf": [_number_schema(measures), _WITHHELD]}


ID_PATTERN = "[a-z0-9][a-z0-9-]{0,63}"
NAME_PATTERN = "[a-z][a-z0-9_-]{0,63}"
_TEXT = {"type": "string", "pattern": r"\S"}
_WITHHELD: dict[str, Any] = {
    "type": "object",
    "properties": {"withheld": _TEXT},
    "required": ["withheld"],
    "additionalProperties": False,
}
_LANGUAGES = {
    "type": "object",
    "additionalProperties": _TEXT,
    "propertyNames": {"pattern": "^[a-z]{2,3}$"},
    "minProperties": 1,
}

Number: TypeAlias = Annotated[Quantity, Leaf(_number("number", low=None), _number_schema("number"))]
FromZero: TypeAlias = Annotated[Quantity, Leaf(_number("number"), _number_schema("number"))]
Positive: TypeAlias = Annotated[Quantity, Leaf(_above_zero(_number("number")), _number_schema("number"))]
Ratio: TypeAlias = Annotated[Quantity, Leaf(_number("ratio", low=None), _number_schema("ratio"))]
Share: TypeAlias = Annotated[Quantity, Leaf(_number("ratio", high=1), _number_schema("ratio"))]
SignedShare: TypeAlias = Annotated[Quantity, Leaf(_signed_share, _number_schema("ratio"))]
PositiveRatio: TypeAlias = Annotated[Quantity, Leaf(_above_zero(_number("ratio")), _number_schema("ratio"))]
Exponent: TypeAlias = Annotated[Quantity, Leaf(_exponent(0), _number_schema("number"))]
SignedExponent: TypeAlias = Annotated[Quantity, Leaf(_exponent(-_EXPONENT), _number_schema("number"))]
Multiple: TypeAlias = Annotated[Quantity, Leaf(_multiple, _number_schema("number"))]
ProperShare: TypeAlias = Annotated[Quantity, Leaf(_proper_share, _number_schema("ratio"))]
Mass: TypeAlias = Annotated[Quantity, Leaf(_number("mass"), _number_schema("mass"))]
PositiveMass: TypeAlias = Annotated[Quantity, Leaf(_above_zero(_number("mass")), _number_schema("mass"))]
Time: TypeAlias = Annotated[Quantity, Leaf(_number("time"), _number_schema("time"))]
PositiveTime: TypeAlias = Annotated[Quantity, Leaf(_above_zero(_number("time")), _number_schema("time"))]
AnyQuantity: TypeAlias = Annotated[Quantity, Leaf(_any_unit, {"type": "string", "pattern": f"^{NUMBER}"})]
Earned: TypeAlias = Annotated[
    Quantity, Leaf(_earned, {"type": "string", "pattern": f"^{NUMBER}( ?%)?$", "examples": ["6"]})
]
Weight: TypeAlias = Annotated[
    Quantity, Leaf(_weight, {"type": "string", "pattern": f"^{NUMBER}( ?%)?$", "examples": ["25"]})
]
Places: TypeAlias = Annotated[Quantity, Leaf(_whole(0, 12), {"type": "string", "pattern": "^([0-9]|1[0-2])$"})]
Count: TypeAlias = Annotated[Quantity, Leaf(_whole(1, 9999), {"type": "string", "pattern": "^[1-9][0-9]{0,3}$"})]
BidCount: TypeAlias = Annotated[
    Quantity, Leaf(_whole(1, MOST_BIDS), {"type": "string", "pattern": "^([1-9][0-9]?|100)$"})
]
Price: TypeAlias = Annotated[Quantity | Withheld, Leaf(_or_withheld(_number("number")), _or_withheld_schema("number"))]
OfferedShare: TypeAlias = Annotated[
    Quantity | Withheld, Leaf(_or_withheld(_number("ratio", high=1)), _or_withheld_schema("ratio"))
]
Text: TypeAlias = Annotated[str, Leaf(plain_text, _TEXT)]
Localised: TypeAlias = Annotated[str | dict[str, str], Leaf(_localised, {"oneOf": [_TEXT, _LANGUAGES]})]
Id: TypeAlias = Annotated[str, Leaf(matching(ID_PATTERN, "id-form"), {"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Name: TypeAlias = Annotated[
    str, Leaf(matching(NAME_PATTERN, "name-form"), {"type": "string", "pattern": f"^{NAME_PATTERN}$"})
]
Currency: TypeAlias = Annotated[
    str, Leaf(matching("[A-Z]{3}", "currency-form"), {"type": "string", "pattern": "^[A-Z]{3}$"})
]
Moment: TypeAlias = Annotated[Instant, Leaf(_instant, {"type": "string", "pattern": f"^{_DATE_TIME}{_OFFSET}$"})]
CalendarDay: TypeAlias = Annotated[Day, Leaf(_day, {"type": "string", "pattern": f"^{_DAY}$"})]
Amount: TypeAlias = Annotated[Quantity, Leaf(_number("number"), _number_schema("number"))]
AnswerValue: TypeAlias = Annotated[
    Quantity | str | Withheld,
    Leaf(_answer, {"oneOf": [{"type": "string", "pattern": rf"^({NUMBER}|{NAME_PATTERN})"}, _WITHHELD]}),
]
YesNo: TypeAlias = Annotated[bool, Leaf(_yes_no, {"type": "boolean"})]
Mark: TypeAlias = Annotated[Quantity | str, Leaf(_mark, {"type": "string", "pattern": r"\S"})]
