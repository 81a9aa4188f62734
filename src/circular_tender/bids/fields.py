"""The fields of documents: each a type with its check and its JSON Schema."""

from typing import Annotated, Any, TypeAlias

from circular_tender.bids.leaves import (
    DATE_TIME,
    DAY,
    EXPONENT,
    ID_PATTERN,
    MOST_BIDS,
    NAME_PATTERN,
    OFFSET,
    UNITS,
    Leaf,
    above_zero,
    answer,
    any_unit,
    day,
    earned,
    exponent,
    instant,
    localised,
    mark,
    matching,
    multiple,
    number,
    or_withheld,
    out_of_10,
    plain_text,
    proper_share,
    signed_share,
    weight,
    whole,
    yes_no,
)
from circular_tender.bids.values import Day, Instant, Withheld
from circular_tender.exact import EXAMPLES, NUMBER, Quantity


def _number_schema(measures: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{NUMBER}{UNITS[measures]}$", "examples": [EXAMPLES[measures]]}


def _or_withheld_schema(measures: str) -> dict[str, Any]:
    return {"oneOf": [_number_schema(measures), _WITHHELD]}


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

Number: TypeAlias = Annotated[Quantity, Leaf(number("number", low=None), _number_schema("number"))]
FromZero: TypeAlias = Annotated[Quantity, Leaf(number("number"), _number_schema("number"))]
Positive: TypeAlias = Annotated[Quantity, Leaf(above_zero(number("number")), _number_schema("number"))]
Ratio: TypeAlias = Annotated[Quantity, Leaf(number("ratio", low=None), _number_schema("ratio"))]
Share: TypeAlias = Annotated[Quantity, Leaf(number("ratio", high=1), _number_schema("ratio"))]
SignedShare: TypeAlias = Annotated[Quantity, Leaf(signed_share, _number_schema("ratio"))]
PositiveRatio: TypeAlias = Annotated[Quantity, Leaf(above_zero(number("ratio")), _number_schema("ratio"))]
Exponent: TypeAlias = Annotated[Quantity, Leaf(exponent(0), _number_schema("number"))]
SignedExponent: TypeAlias = Annotated[Quantity, Leaf(exponent(-EXPONENT), _number_schema("number"))]
Multiple: TypeAlias = Annotated[Quantity, Leaf(multiple, _number_schema("number"))]
ProperShare: TypeAlias = Annotated[Quantity, Leaf(proper_share, _number_schema("ratio"))]
PositiveShare: TypeAlias = Annotated[Quantity, Leaf(above_zero(number("ratio", high=1)), _number_schema("ratio"))]
OutOf10: TypeAlias = Annotated[Quantity, Leaf(out_of_10, _number_schema("number"))]
Mass: TypeAlias = Annotated[Quantity, Leaf(number("mass"), _number_schema("mass"))]
PositiveMass: TypeAlias = Annotated[Quantity, Leaf(above_zero(number("mass")), _number_schema("mass"))]
Time: TypeAlias = Annotated[Quantity, Leaf(number("time"), _number_schema("time"))]
PositiveTime: TypeAlias = Annotated[Quantity, Leaf(above_zero(number("time")), _number_schema("time"))]
AnyQuantity: TypeAlias = Annotated[Quantity, Leaf(any_unit, {"type": "string", "pattern": f"^{NUMBER}"})]
Earned: TypeAlias = Annotated[
    Quantity, Leaf(earned, {"type": "string", "pattern": f"^{NUMBER}( ?%)?$", "examples": ["6"]})
]
Weight: TypeAlias = Annotated[
    Quantity, Leaf(weight, {"type": "string", "pattern": f"^{NUMBER}( ?%)?$", "examples": ["25"]})
]
Places: TypeAlias = Annotated[Quantity, Leaf(whole(0, 12), {"type": "string", "pattern": "^([0-9]|1[0-2])$"})]
Count: TypeAlias = Annotated[Quantity, Leaf(whole(1, 9999), {"type": "string", "pattern": "^[1-9][0-9]{0,3}$"})]
BidCount: TypeAlias = Annotated[
    Quantity, Leaf(whole(1, MOST_BIDS), {"type": "string", "pattern": "^([1-9][0-9]?|100)$"})
]
Price: TypeAlias = Annotated[Quantity | Withheld, Leaf(or_withheld(number("number")), _or_withheld_schema("number"))]
OfferedShare: TypeAlias = Annotated[
    Quantity | Withheld, Leaf(or_withheld(number("ratio", high=1)), _or_withheld_schema("ratio"))
]
Text: TypeAlias = Annotated[str, Leaf(plain_text, _TEXT)]
Localised: TypeAlias = Annotated[str | dict[str, str], Leaf(localised, {"oneOf": [_TEXT, _LANGUAGES]})]
Id: TypeAlias = Annotated[str, Leaf(matching(ID_PATTERN, "id-form"), {"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Name: TypeAlias = Annotated[
    str, Leaf(matching(NAME_PATTERN, "name-form"), {"type": "string", "pattern": f"^{NAME_PATTERN}$"})
]
Currency: TypeAlias = Annotated[
    str, Leaf(matching("[A-Z]{3}", "currency-form"), {"type": "string", "pattern": "^[A-Z]{3}$"})
]
Moment: TypeAlias = Annotated[Instant, Leaf(instant, {"type": "string", "pattern": f"^{DATE_TIME}{OFFSET}$"})]
CalendarDay: TypeAlias = Annotated[Day, Leaf(day, {"type": "string", "pattern": f"^{DAY}$"})]
Amount: TypeAlias = Annotated[Quantity, Leaf(number("number"), _number_schema("number"))]
AnswerValue: TypeAlias = Annotated[
    Quantity | str | Withheld,
    Leaf(answer, {"oneOf": [{"type": "string", "pattern": rf"^({NUMBER}|{NAME_PATTERN})"}, _WITHHELD]}),
]
YesNo: TypeAlias = Annotated[bool, Leaf(yes_no, {"type": "boolean"})]
Mark: TypeAlias = Annotated[Quantity | str, Leaf(mark, {"type": "string", "pattern": r"\S"})]
