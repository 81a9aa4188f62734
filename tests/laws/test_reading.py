"""What reading must be: whatever the form, the document that comes out is the one that was written."""

import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from invented import Case
from invented_awards import every_case

import circular_tender as ct

NUMBERS = {"points", "weight", "quantity", "places", "at_least", "least", "greatest", "mark", "desk", "chair"}
BARE = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.ASCII)


def with_numbers(value: Any, key: str = "") -> str:
    """JSON, written by hand so that numbers stand as JSON numbers with all their digits."""
    match value:
        case dict():
            members = (f"{json.dumps(name)}: {with_numbers(member, name)}" for name, member in value.items())
            return "{" + ", ".join(members) + "}"
        case list():
            return "[" + ",\n".join(with_numbers(member, key) for member in value) + "]"
        case str() if key in NUMBERS and BARE.fullmatch(value):
            return value
        case _:
            return json.dumps(value, ensure_ascii=len(key) % 2 == 0)


def as_yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def forms(document: Any) -> list[Any]:
    """The same document in every form that can be read."""
    texts = (json.dumps(document), json.dumps(document, ensure_ascii=False, indent=1), with_numbers(document))
    return [document, *(text.encode() for text in texts), as_yaml(document).encode(), plain_yaml(document).encode()]


def plain_yaml(value: Any, indent: str = "") -> str:
    """YAML in block style, written by hand, with every text that allows it unquoted, numbers among them."""
    match value:
        case dict() if value:
            return "".join(f"\n{indent}{_scalar(key)}:{plain_yaml(item, indent + '  ')}" for key, item in value.items())
        case list() if value:
            return "".join(f"\n{indent}-{plain_yaml(item, indent + '  ')}" for item in value)
        case _:
            return f" {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z .:+%_-]*", value) and ": " not in value:
        return value if value not in {"null", "true", "false"} else f"'{value}'"
    return json.dumps(value, ensure_ascii=False)


@given(every_case())
def test_a_document_reads_the_same_from_a_mapping_from_json_and_from_yaml(case: Case):
    """What is expected is the mapping itself: every text as it was written, and nothing that was not."""
    for form in forms(case.tender):
        assert ct.read_tender(form).plain == case.tender
    for bid in case.bids:
        for form in forms(bid):
            assert [read.plain for read in ct.read_bids(form)] == [bid]
    if case.judgements:
        for form in forms(case.judgements):
            assert ct.read_judgements(form).plain == case.judgements


@pytest.mark.parametrize("name", ["good", "a1", "a-1", "very_good"])
def test_a_level_of_any_name_can_be_given(name: str):
    """What a tender may call a level, a panel may write as its mark."""
    criterion = {
        "id": "plan",
        "title": "Plan",
        "weight": "10",
        "indicator": {"kind": "judgement", "aggregate": "mean"},
        "scale": {"kind": "levels", "levels": {name: "100 %"}},
    }
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Chairs",
        "buyer": "Gemeente Voorbeeld",
        "currency": "EUR",
        "award": {"method": "weighted_points", "points": "10", "rounding": "none", "ties": []},
        "criteria": [criterion],
    }
    bid = {"schema": "circular-tender/bid/1", "tender": "T-1", "id": "acme", "bidder": "Acme"}
    marks = {"acme": {"plan": {"mark": name, "reason": "As argued."}}}
    judgements = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "Staff", "marks": marks}
    assert Case(tender, (bid,), judgements).assess()["acme"]["plan"].points == 10
