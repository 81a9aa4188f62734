"""Bad numbers and bad structure, case by case of a catalogue of 104 threats: cases 1 to 52, through every door.

A number goes through three doors, YAML, JSON and a mapping that a program built, and must be refused at each with the
same code, at the same pointer, in the same words. The English stands here; what is said in Dutch stands beside it in
`tests/shared/bilingual.py`, and `problems_of` asserts it.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from bilingual import problems_of, said_of
from hypothesis import given, settings
from hypothesis import strategies as st

import circular_tender as ct

YAML = """
schema: circular-tender/tender/1
reference: R
title: T
buyer: B
currency: EUR
prices:
  vat: excluded
  lines:
    - {id: chair, unit: piece, quantity: 2}
award: {method: weighted_points, points: 100, on_rejection: keep, rounding: none, ties: []}
criteria:
  - id: price
    title: Price
    weight: WEIGHT
    indicator: {kind: price}
    scale: {kind: lowest_over_own}
"""
WEIGHT = "/criteria/0/weight"


def as_mapping(value: object) -> dict[str, Any]:
    return {
        "schema": "circular-tender/tender/1",
        "reference": "R",
        "title": "T",
        "buyer": "B",
        "currency": "EUR",
        "prices": {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "2"}]},
        "award": {"method": "weighted_points", "points": "100", "on_rejection": "keep", "rounding": "none", "ties": []},
        "criteria": [
            {
                "id": "price",
                "title": "Price",
                "weight": value,
                "indicator": {"kind": "price"},
                "scale": {"kind": "lowest_over_own"},
            }
        ],
    }


def as_json(token: str) -> bytes:
    """The tender as JSON, with the token itself where the weight stands."""
    return json.dumps(as_mapping("WEIGHT")).replace('"WEIGHT"', token).encode("utf-8", "surrogatepass")


def refusals(read: Callable[[Any], object], source: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(ct.InvalidDocuments) as raised:
        read(source)
    return [(problem.code, problem.place.pointer, problem.sentence) for problem in problems_of(raised.value)]


SAID = {  # of numbers
    "below-zero": "This may not be less than 0.",
    "not-positive": "This must be more than 0.",
    "number-bare-point": "Write a digit on both sides of the point.",
    "number-boolean": "The words true and false are no numbers.",
    "number-comma": "Write a decimal with a point and thousands without any sign: 12500.50.",
    "number-digits": "Write the number with the digits 0 to 9 of ASCII.",
    "number-exponent": "Write the number out, without an exponent.",
    "number-float": "This float has more digits than a person types, so it is the result of arithmetic. Give the number as text, such as '0.1', or as Decimal('0.1').",
    "number-form": "This is not a number.",
    "number-leading-zero": "Write the number without leading zeros.",
    "number-minus-zero": "Write 0; there is no minus zero.",
    "number-plus": "Write the number without a plus sign.",
    "number-size": "A number has at most 18 digits before and 12 after the point.",
    "number-space": "Write the number without spaces; one may stand between the number and its unit.",
    "number-type": "A number is expected here. A program gives it as text, int or Decimal.",
    "number-underscore": "Write the number without underscores.",
}
TEXTS = [  # case, the number as text, code
    (2, "NaN", "number-form"),
    (2, "sNaN", "number-form"),
    (2, "Infinity", "number-form"),
    (2, "NaN123", "number-form"),
    (3, "1e999999", "number-exponent"),
    (5, "1e9999999", "number-exponent"),
    (6, "1e999999999999999999", "number-exponent"),
    (7, "0E+999999", "number-exponent"),
    (7, "0E-999999", "number-exponent"),
    (8, "9" * 1_000_000, "number-size"),
    (14, "1_000", "number-underscore"),
    (15, "１２", "number-digits"),
    (15, "٣.٥", "number-digits"),
    (16, " 12", "number-space"),
    (16, "12 ", "number-space"),
    (17, "1,5", "number-comma"),
    (17, "1.000,50", "number-comma"),
    (18, "-0", "number-minus-zero"),
    (18, "-0.00", "number-minus-zero"),
    (19, "1E+2", "number-exponent"),
    (22, "-5", "below-zero"),
    (41, "+1", "number-plus"),
    (41, "01", "number-leading-zero"),
    (41, "1.", "number-bare-point"),
    (41, ".5", "number-bare-point"),
    (47, "0", "not-positive"),
]


@pytest.mark.parametrize(("case", "text", "code"), TEXTS, ids=[f"{case}-{text[:12]}" for case, text, _ in TEXTS])
def test_a_number_as_text_is_refused_at_every_door(case, text, code):
    expected = [(code, WEIGHT, SAID[code])]
    assert refusals(ct.read_tender, YAML.replace("WEIGHT", json.dumps(text, ensure_ascii=False)).encode()) == expected
    assert refusals(ct.read_tender, as_json(json.dumps(text))) == expected
    assert refusals(ct.read_tender, as_mapping(text)) == expected


TOKENS = [  # case, the token in a JSON document, code, and what is said where the token stands in it
    (1, "NaN", "json-constant", '"NaN" is no number in JSON. Write the number, or null where there is none.'),
    (1, "Infinity", "json-constant", '"Infinity" is no number in JSON. Write the number, or null where there is none.'),
    (4, "1e999999", "number-exponent", None),
    (9, "1" * 5_000, "number-size", None),
    (10, "12345678901234567890.1234", "number-size", None),
    (11, "0.1000000000000000055511151231257827", "number-size", None),
    (13, "true", "number-boolean", None),
    (34, "[]", "number-type", None),
    (34, "{}", "number-type", None),
    (33, "null", "number-type", None),
    (38, '"\\ud800"', "lone-surrogate", "The text holds half of a character (U+D800). Write the whole character."),
    (39, '"\\u0000"', "control-character", "The text holds an invisible character, U+0000. Remove it."),
]


@pytest.mark.parametrize(
    ("case", "token", "code", "said"), TOKENS, ids=[f"{case}-{token[:12]}" for case, token, *_ in TOKENS]
)
def test_a_token_of_json_is_refused(case, token, code, said):
    assert refusals(ct.read_tender, as_json(token)) == [(code, WEIGHT, said or SAID[code])]


HOST = [  # case, what a program hands over, code
    (12, 0.1 + 0.2, "number-float"),
    (12, float("nan"), "number-form"),
    (12, float("inf"), "number-form"),
    (13, True, "number-boolean"),
    (21, (0, (1, 2), -1), "number-type"),
    (3, Decimal("1e999999"), "number-size"),
    (8, 10**18, "number-size"),
    (2, Decimal("sNaN"), "number-form"),
]


@pytest.mark.parametrize(("case", "value", "code"), HOST)
def test_a_number_of_a_program_is_refused(case, value, code):
    assert refusals(ct.read_tender, as_mapping(value)) == [(code, WEIGHT, SAID[code])]


@pytest.mark.parametrize("value", [100, Decimal(100), Decimal("100.00"), 100.0, "100.00"])
def test_a_number_of_a_program_is_taken_as_written(value):
    """Case 12, as this project decides it: a float counts as the decimal that a person typed."""
    assert ct.read_tender(as_mapping(value)).award.points.value == 100


def test_digits_of_json_are_never_lost():
    """Cases 10 and 11, below the limit: 18 digits before and 12 after the point survive a bare JSON number."""
    written = "123456789012345678.123456789012"
    source = as_json(written).replace(b'"points": "100"', f'"points": {written}'.encode())
    assert ct.read_tender(source).award.points.value == Fraction(123456789012345678123456789012, 10**12)


def test_the_text_of_a_number_is_kept_beside_its_value():
    """Case 20: 0.10 and 0.1 have one value and two texts."""
    one, other = (ct.read_tender(as_mapping("100") | {"award": award(text)}) for text in ("100.0", "100"))
    assert one.award.points.value == other.award.points.value
    assert (one.award.points.text, other.award.points.text) == ("100.0", "100")
    assert ct.digest(one) != ct.digest(other)


def award(points: str) -> dict[str, Any]:
    return {"method": "weighted_points", "points": points, "on_rejection": "keep", "rounding": "none", "ties": []}


def bid(name: str, price: str) -> dict[str, Any]:
    schema = {"schema": "circular-tender/bid/1", "tender": "R"}
    return schema | {"id": name, "bidder": name, "prices": {"chair": price}}


def totals(tender: dict[str, Any], **prices: str) -> dict[str, Fraction | None]:
    assessment = ct.assess(ct.read_tender(tender), ct.read_bids([bid(name, price) for name, price in prices.items()]))
    return {result.bid.id: result.points for result in assessment}


def test_a_price_of_zero_has_no_score_rather_than_infinity():
    """Case 23."""
    with pytest.raises(ct.UndefinedResult) as raised:
        totals(as_mapping("100"), a="0", b="10")
    assert said_of(raised.value) == (
        "The formula lowest_over_own of criterion price has no value for these bids: it would divide by zero. "
        "The tender must say what holds then."
    )


def test_values_that_are_all_equal_and_a_single_bid():
    """Cases 24 and 25: lowest ÷ own is 1 for each; nothing is divided by a spread."""
    assert totals(as_mapping("100"), a="7", b="7") == {"a": 100, "b": 100}
    assert totals(as_mapping("100"), a="7") == {"a": 100}


def test_thirds_tie_exactly():
    """Cases 26 and 27: 10 ÷ 30 and 10 ÷ 30.0 of 100 points are both 100/3, and tie."""
    assessment = ct.assess(
        ct.read_tender(as_mapping("100")), ct.read_bids([bid("a", "10"), bid("b", "30"), bid("c", "30.0")])
    )
    assert [result.points for result in assessment] == [100, Fraction(100, 3), Fraction(100, 3)]
    assert [standing.bids for standing in assessment.ranking] == [("a",), ("b", "c")]


@pytest.mark.parametrize(
    ("mode", "expected"), [("half_up", "2.67"), ("half_even", "2.66"), ("down", "2.66"), ("up", "2.67")]
)
def test_rounding_is_what_the_tender_says(mode, expected):
    """Cases 28 and 29: 533 ÷ 2000 of 10 points is 2.665 exactly, and is rounded once."""
    tender = as_mapping("10") | {"award": award("10") | {"rounding": {"places": "2", "mode": mode, "at": "criterion"}}}
    assert totals(tender, a="533", b="2000")["b"] == Fraction(expected)
    once = as_mapping("10") | {"award": award("10") | {"rounding": {"places": "1", "mode": "half_up", "at": "total"}}}
    assert totals(once, a="24449", b="100000")["b"] == Fraction("2.4")  # 2.4449, not 2.45 on the way


STRUCTURE = [  # case, YAML (as the document of a bid), code, what is said
    (30, "id: a\nid: b\n", "duplicate-key", 'The key "id" stands twice, first on line 1. Remove one.'),
    (
        31,
        "schema: circular-tender/bid/1\ntender: R\nid: a\nbidder: A\nprize: 1\n",
        "unknown-key",
        "The key \"prize\" is not known here. Was 'prices' meant?",
    ),
    (35, "a: " + "[" * 100_000, "too-deep", "A document is nested at most 64 levels deep."),
    (39, 'bidder: "A\\u0000B"\n', "control-character", "The text holds an invisible character, U+0000. Remove it."),
    (
        52,
        "schema: circular-tender/bid/2\ntender: R\nid: a\nbidder: A\n",
        "schema-newer",
        "This document was made for a newer version; this program reads circular-tender/bid/1.",
    ),
]


@pytest.mark.parametrize(("case", "text", "code", "said"), STRUCTURE, ids=[str(case) for case, *_ in STRUCTURE])
def test_a_structure_is_refused(case, text, code, said):
    assert (code, said) in [(found, sentence) for found, _, sentence in refusals(ct.read_bids, text.encode())]


def test_every_missing_key_is_named_at_once():
    """Case 32."""
    assert refusals(ct.read_bids, b"{}") == [
        (
            "missing-key",
            f"/{key}",
            f"The key {key} is missing. Write it; what may be left unanswered is written null.",
        )
        for key in ("schema", "tender", "id", "bidder")
    ]


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"\xef\xbb\xbfa: b", "byte-order-mark", "Save the file as UTF-8 without a byte order mark."),
        ("a: b".encode("utf-16"), "byte-order-mark", "Save the file as UTF-8 without a byte order mark."),
        ("a: é".encode("latin-1"), "not-utf8", "Save the file as UTF-8; byte 3 is not."),
        (b"a\0: b", "not-utf8", "Save the file as UTF-8; byte 1 is not."),
    ],
)
def test_another_encoding_is_refused(content, code, said):
    """Case 40."""
    assert refusals(ct.read_bids, content) == [(code, "", said)]


def test_a_key_of_json_that_stands_twice_is_refused_with_both_places():
    """Case 30."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_bids(b'{"a": {"weight": "1",\n "weight": "2"}}')
    [problem] = problems_of(raised.value)
    assert (problem.code, problem.place.pointer, problem.place.line) == ("duplicate-key-json", "/a/weight", 2)
    assert problem.sentence == 'The key "weight" stands twice in one object. Remove one.'


@pytest.mark.usefixtures("no_hang")
def test_too_many_and_too_large():
    """Cases 42 and 43."""
    assert refusals(ct.read_bids, b" " * (50 * 1024 * 1024)) == [
        ("too-large", "", "A document has at most 4194304 bytes.")
    ]
    assert refusals(ct.read_bids, [{}] * 10_001) == [("too-many", "", "At most 10000 are allowed here.")]


@pytest.mark.parametrize("weight", ["99.99", "100.01"])
def test_weights_that_do_not_add_up_are_never_made_to(weight):
    """Case 44."""
    said = f"The weights of all leaves add up to {weight}; award.points says 100."
    assert refusals(ct.read_tender, as_mapping(weight)) == [("weights-total", "/award/points", said)]


def test_weights_of_a_group_that_do_not_add_up():
    """Case 46."""
    tender = as_mapping("100")
    group = {"id": "all", "title": "All", "weight": "90", "criteria": tender["criteria"]}
    said = "The weights in this group add up to 100; its weight says 90."
    assert refusals(ct.read_tender, tender | {"criteria": [group]}) == [("weights-group", "/criteria/0/weight", said)]


def test_ids_that_stand_twice():
    """Case 48: criteria and bids; the second place names the first."""
    tender = as_mapping("50")
    twice = tender | {"criteria": tender["criteria"] * 2}
    said = "The id price stands twice, first at /criteria/0/id."
    assert refusals(ct.read_tender, twice) == [("duplicate-id", "/criteria/1/id", said)]
    bids = ct.read_bids([bid("a", "1"), bid("a", "2")])
    assert refusals(lambda both: ct.assess(ct.read_tender(as_mapping("100")), both), bids) == [
        ("duplicate-bid", "/id", "The bid a stands twice, first in bid 1.")
    ]


@pytest.mark.parametrize("name", ["Acme", "acmé", "ac–me", "acme\n", "../acme", "-acme", "", "a" * 65, "асme"])
def test_ids_are_small_ascii_words(name):
    """Case 49: what differs by case, composition or kind of dash can't be an id at all."""
    said = {
        "empty-text": "An empty text says nothing. Write a text; what may be left unanswered is written null.",
        "id-form": "An id has 1 to 64 characters a–z, 0–9 and '-', and begins with a letter or digit.",
    }
    code = "empty-text" if not name else "id-form"
    assert refusals(ct.read_bids, bid("a", "1") | {"id": name}) == [(code, "/id", said[code])]


def test_facts_for_what_the_tender_does_not_ask():
    """Case 51."""
    wrong = bid("a", "1") | {"prices": {"chair": "1", "desk": "1"}}
    assert refusals(lambda one: ct.assess(ct.read_tender(as_mapping("100")), ct.read_bids(one)), wrong) == [
        ("unknown-line", "/prices/desk", "The tender has no line of this id.")
    ]


NOT_HERE = {
    36: "rules are made by the library from the tender; nobody writes a tree of rules",
    37: "a criterion refers to no other; groups hold their members",
    45: "a weight is a decimal; a tender that wants thirds states points that add up, such as 99",
    50: "two bids of the same content are a doubt for a person, which needs the decisions that come later",
}
IN_OTHER_TESTS = {20, 23, 24, 25, 26, 27, 28, 29, 30, 32, 40, 42, 43, 44, 46, 48, 49, 51}


def test_every_case_is_here_or_says_why_not():
    rows = {case for case, *_ in (*TEXTS, *TOKENS, *HOST, *STRUCTURE)}
    assert rows | IN_OTHER_TESTS | set(NOT_HERE) == set(range(1, 53))


@pytest.mark.usefixtures("no_hang")
def test_hostile_numbers_and_nesting_do_not_hang():
    for _, text, _ in TEXTS:
        refusals(ct.read_tender, as_mapping(text))
    for brackets in (b"[", b'{"a":', b"{a: "):
        refusals(ct.read_bids, b'{"a": ' + brackets * 200_000)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_is_read_only_our_own_error_comes_out(content):
    for read in (ct.read_bids, ct.read_tender, ct.read_judgements):
        with pytest.raises(ct.InvalidDocuments):
            read(content)


PLANTS = st.sampled_from([None, True, "", "x", "1", "-1", "1e9", [], {}, ["a"], {"withheld": "x"}, {"a": None}, 0.5])


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, member in inside for place in places(member, (*at, key)))]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_a_planted_fault_gives_our_own_error_or_an_assessment(data):
    tender, one = as_mapping("100"), bid("a", "10")
    document = data.draw(st.sampled_from([tender, one]))
    *above, last = data.draw(st.sampled_from([place for place in places(document) if place]))
    here = document
    for key in above:
        here = here[key]
    here[last] = data.draw(PLANTS)
    try:
        assessment = ct.assess(ct.read_tender(tender), ct.read_bids(one))
    except (ct.InvalidDocuments, ct.UndefinedResult) as error:
        ct.to_text(error, language="nl")  # what is wrong can be told
    else:
        assert ct.record(assessment)
