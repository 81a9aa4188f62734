"""What is written reads back equal, and a published schema accepts whatever the library accepts."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_awards import every_case

import circular_tender as ct

ROOT = Path(__file__).parents[2]
READ = {"tender": ct.read_tender, "bid": lambda source: ct.read_bids(source)[0], "judgements": ct.read_judgements}
BUILT = {"tender": ct.Tender, "bid": ct.Bid, "judgements": ct.Judgements}
VALIDATORS = {kind: jsonschema.Draft202012Validator(ct.json_schema(kind)) for kind in READ}
NASTY = [
    "null",
    "true",
    "~",
    "- a",
    "a: b",
    "#x",
    "1.5",
    "x # y",
    "'",
    '"',
    "é\n  b",
    "a  ",
    "%",
    "@",
    "12,5 %",
    "=1+1",
]


def documents(case):
    return [
        ("tender", case.tender),
        *(("bid", bid) for bid in case.bids),
        *([("judgements", case.judgements)] if case.judgements else []),
    ]


@given(every_case())
def test_a_document_that_is_written_reads_back_equal(case):
    for kind, plain in documents(case):
        document = READ[kind](plain)
        for form in ("yaml", "json"):
            assert READ[kind](ct.write(document, form=form).encode()) == document


@given(every_case())
def test_a_document_that_is_built_equals_the_one_that_is_read(case):
    for kind, plain in documents(case):
        assert BUILT[kind](**plain) == READ[kind](plain)
        assert hash(BUILT[kind](**plain)) == hash(READ[kind](plain))


@given(every_case())
def test_the_schema_accepts_what_the_library_accepts(case):
    for kind, plain in documents(case):
        assert [error.message for error in VALIDATORS[kind].iter_errors(READ[kind](plain).plain)] == []


@given(st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_text_reads_back_as_it_was(text):
    plain = {"schema": "circular-tender/bid/1", "tender": text, "id": "a", "bidder": text}
    bid = ct.Bid(**plain)
    for form in ("yaml", "json"):
        (again,) = ct.read_bids(ct.write(bid, form=form).encode())
        assert (again.bidder, again.tender) == (text, text)


@pytest.mark.parametrize("kind", READ)
def test_the_published_schemas_are_those_of_the_documents(kind):
    file = ROOT / "docs" / "reference" / "schemas" / f"{kind}-1.json"
    assert json.loads(file.read_text(encoding="utf-8")) == ct.json_schema(kind)


@pytest.mark.parametrize("kind", READ)
def test_a_schema_is_one_and_holds_no_word_that_other_validators_refuse(kind):
    schema = ct.json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "discriminator" not in json.dumps(schema)
    assert schema["$id"] == f"urn:circular-tender:{kind}:1"


@pytest.mark.parametrize(
    ("pointer", "wrong"),
    [
        (("criteria", 1, "scale"), {"kind": "linear", "zero_at": "1"}),
        (("criteria", 0, "weight"), "1e3"),
        (("criteria", 0, "weight"), "12,5"),
        (("criteria", 0, "id"), "A b"),
        (("deadline",), "2026-10-15T12:00:00"),
        (("currency",), "euro"),
        (("prize",), "x"),
        (("award", "rounding"), {"places": "13", "mode": "half_up", "at": "criterion"}),
        (("criteria", 0, "criteria", 0, "indicator", "destinations"), {"Reuse it": "100 %"}),
        (("criteria", 0, "criteria", 0, "indicator", "destinations"), {"reuse": "1"}),
    ],
)
def test_a_schema_refuses_what_the_library_refuses(pointer, wrong):
    plain = ct.read_tender(ROOT / "examples" / "office-furniture" / "tender.yaml").plain
    here = plain = json.loads(json.dumps(plain))
    for part in pointer[:-1]:
        here = here[part]
    here[pointer[-1]] = wrong
    with pytest.raises(ct.InvalidDocuments):
        ct.read_tender(plain)
    assert list(VALIDATORS["tender"].iter_errors(plain)) != []
