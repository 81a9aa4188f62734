"""Logs of decisions made to break something: pointers, values and texts that nobody writes by accident."""

import json
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from bilingual import problems_of

import circular_tender as ct

TAKEN = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
NO_PLACE = "There is no such place in the document that this decision changes."


def bid(build, **more):
    product = {"id": "x", "line": "piece", "mass": "10 kg", "parts": [build.part("p", "4 kg"), build.part("q", "5 kg")]}
    evidence = {"proof": {"kind": "documented", "title": "t"}}
    return build.bid("a", "10", products=[product], evidence=evidence, bidder="A", lots=[], **more)


def clarified(pointer, old, new, **more):
    return {"kind": "clarification", "bid": "a", "pointer": pointer, "old": old, "new": new, **TAKEN, **more}


def log(*decisions):
    return {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [*decisions]}


def assess(build, *decisions, read=lambda plain: plain, **more):
    return ct.assess(
        build.tender(build.priced()), ct.read_bids([bid(build, **more)]), None, ct.read_decisions(read(log(*decisions)))
    )


def problems(build, *decisions, **options):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, *decisions, **options)
    return [(problem.code, problem.place.pointer) for problem in error.value.problems]


@pytest.mark.parametrize(
    "pointer",
    [
        "/products/00",
        "/products/00/mass",
        "/products/-",
        "/products/-/mass",
        "/products/-1/mass",
        "/products/1",
        "/products/1/mass",
        "/products/+0/mass",
        "/products/0.0/mass",
        "/products/0x0/mass",
        "/products/ 0/mass",
        "/products/٠/mass",
        "/products/0/parts/²/mass",
        "/products/*/mass",
        "/products//mass",
        "/products/mass",
        "/products/" + "9" * 5000 + "/mass",
        "/products/0/mass/kg",
        "/products/0/parts/0/passport/fields/mass",  # of a passport that is null
        "/no/place",
        "//place",
        "/~0/~1",
        "/prices/piece/~1",
        "/lots/0",
        "/answers/c",
    ],
)
@pytest.mark.parametrize("old", [None, "10 kg"])
def test_a_place_that_is_not_there_is_told(build, pointer, old):
    assert problems(build, clarified(pointer, old, "10 kg")) == [("no-such-place", "/decisions/0")]


def test_a_place_that_is_not_there_is_told_in_both_languages(build):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, clarified("/products/00/mass", "10 kg", "11 kg"))
    assert [str(problem) for problem in problems_of(error.value)] == [
        f'decisions /decisions/0\n    found "/products/00/mass" [no-such-place]\n    {NO_PLACE}'
    ]


@pytest.mark.parametrize(
    ("pointer", "code"),
    [
        ("/prices/a~1b", "id-form"),  # a key a/b, which no line can have
        ("/prices/a~0b", "id-form"),
        ("/prices/~01", "id-form"),
        ("/prices/", "empty-text"),  # the key of no letters
        ("/prices/*", "id-form"),
        ("/prices/{bid}", "id-form"),
        ("/prices/\u202e", "id-form"),
        ("/prices/chair", "unknown-line"),
        ("/", "unknown-key"),
        ("/~1", "unknown-key"),
        ("/Bidder", "unknown-key"),
        ("/products/0/colour", "unknown-key"),
    ],
)
def test_a_key_that_no_bid_may_have_is_refused_where_the_log_writes_it(build, pointer, code):
    ((found, at),) = problems(build, clarified(pointer, None, "1"))
    assert found == code
    assert at.startswith("/decisions/0/new")


@pytest.mark.parametrize(
    "pointer", ["", "prices", " /prices", "#/prices", "/~", "/~2", "/a~", "/prices/~x", None, 7, ["prices"]]
)
def test_what_is_no_pointer_is_refused(build, pointer):
    codes = {"": "empty-text", None: "wrong-type", 7: "wrong-type"}
    code = codes.get(pointer, "pointer-form") if not isinstance(pointer, list) else "wrong-type"
    assert problems(build, clarified(pointer, None, "1")) == [(code, "/decisions/0/pointer")]


@pytest.mark.parametrize("key", ["schema", "tender", "id", "bidder", "received"])
def test_what_makes_a_bid_this_bid_is_never_clarified(build, key):
    for pointer in (f"/{key}", f"/{key}/x"):
        assert problems(build, clarified(pointer, None, "T-1")) == [("clarification-fixed", "/decisions/0/pointer")]


PLACE = ("/prices/piece", "10")


@pytest.mark.parametrize(
    ("new", "code", "below"),
    [
        (None, "number-type", ""),
        (True, "number-boolean", ""),
        ([], "number-type", ""),
        (["9"], "number-type", ""),
        ({}, "withheld-form", ""),
        ({"withheld": ""}, "withheld-form", ""),
        ({"withheld": "a secret", "more": "x"}, "withheld-form", ""),
        ({"withheld": "a secret"}, "withheld-needed", ""),
        ("9" * 1_000_000, "number-size", ""),
        ("-1", "below-zero", ""),
        ("1e3", "number-exponent", ""),
        ("9,50", "number-comma", ""),
        ("9 kg", "unit-unexpected", ""),
    ],
)
def test_a_value_that_the_place_may_not_hold_is_told_in_the_log(build, new, code, below):
    for read in (
        lambda plain: plain,
        lambda plain: json.dumps(plain).encode(),
        lambda plain: ct.write(ct.read_decisions(plain)).encode(),
    ):
        assert problems(build, clarified(*PLACE, new), read=read) == [(code, f"/decisions/0/new{below}")]


def test_a_value_that_is_withheld_matters_only_to_a_bid_that_takes_part(build):
    gone = {"kind": "rejected", "bid": "a", "ground": "withdrawn", **TAKEN}
    secret = clarified(*PLACE, {"withheld": "a secret"})
    found = assess(build, secret, gone)
    assert [bid for bid, _ in found.rejected] == ["a"]
    assert 'from 10 to {"withheld": "a secret"}.' in " ".join(ct.to_text(ct.explain(found, "a")).split())


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (10, 9, "9"),
        (10, 9.5, "9.5"),
        (10.0, 0.1, "0.1"),
        (Decimal(10), Decimal("9.50"), "9.50"),
        (Decimal(10), Decimal("2E+2"), "200"),
        (Decimal("1E+1"), Decimal("1E-12"), "0.000000000001"),
    ],
)
def test_numbers_that_a_program_gives_are_kept_as_they_are_written(build, old, new, text):
    found = assess(build, clarified(PLACE[0], old, new))
    assert found["a"]["price"].measured.value == Fraction(text)
    assert found.decisions.plain["decisions"][0]["new"] == text
    assert json.loads(ct.record(found))["decisions"]["decisions"][0]["new"] == text
    assert ct.read_decisions(ct.write(found.decisions).encode()) == found.decisions
    # and so are those of a file of JSON, which are read as the digits that stand there
    token = json.dumps(log(clarified(*PLACE, "NEW"))).replace('"NEW"', text).encode()
    assert assess(build, read=lambda _: token)["a"]["price"].measured.value == Fraction(text)


@pytest.mark.parametrize("old", [Decimal("10.0"), "10.00", "10 ", True, ["10"], {"10": None}, "1" * 1_000_000])
def test_old_is_what_stood_there_as_it_was_written(build, old):
    assert problems(build, clarified(PLACE[0], old, "9")) == [("old-differs", "/decisions/0/old")]


@pytest.mark.parametrize(
    "new",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        0.1 + 0.2,
        10**30,
        Decimal("1e-13"),
        Fraction(1, 3),
        b"9",
        {1},
        object(),
    ],
)
@pytest.mark.parametrize("wrapped", [lambda value: value, lambda value: [value], lambda value: {"a": {"b": value}}])
def test_a_value_that_no_document_can_hold_is_refused(build, new, wrapped):
    ((code, at),) = problems(build, clarified(*PLACE, wrapped(new)))
    assert code == "wrong-type"
    assert at.startswith("/decisions/0/new")


def test_texts_in_a_log_hold_no_control_characters(build):
    for value in ("9\x00", {"a": "\u2028"}, ["\ud800"], {"\x85": "9"}):
        ((code, at),) = problems(build, clarified(*PLACE, value))
        assert code in {"control-character", "lone-surrogate"}
        assert at.startswith("/decisions/0/new")


def nested(levels, kind=list):
    value = "9"
    for _ in range(levels):
        value = [value] if kind is list else {"a": value}
    return value


@pytest.mark.parametrize("kind", [list, dict])
def test_a_value_is_nested_no_deeper_than_a_document(build, kind):
    plain = log(clarified(*PLACE, "NEW"))
    # the log, its list and the decision are three levels
    assert problems(build, clarified(*PLACE, nested(61, kind))) == [
        ("withheld-form" if kind is dict else "number-type", "/decisions/0/new")
    ]
    for levels in (62, 65, 900):
        deep = json.dumps(plain).replace('"NEW"', json.dumps(nested(levels, kind))).encode()
        with pytest.raises(ct.InvalidDocuments) as error:
            ct.read_decisions(deep)
        assert [problem.code for problem in error.value.problems] == ["too-deep"]
    for levels in (65, 900):
        with pytest.raises(ct.InvalidDocuments) as error:
            ct.read_decisions(log(clarified(*PLACE, nested(levels, kind))))
        assert {problem.code for problem in error.value.problems} <= {"too-deep", "wrong-type"}
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(ct.InvalidDocuments):
        ct.read_decisions(log(clarified(*PLACE, ring)))


def test_a_long_log_does_not_take_long(build):
    decisions = [clarified(PLACE[0], str(10 + n), str(11 + n)) for n in range(4000)]
    decisions += [
        clarified("/products/0/parts/0/material", None if n == 0 else f"m{n}", f"m{n + 1}") for n in range(4000)
    ]
    start = time.process_time()
    found = assess(build, *decisions)
    record = ct.record(found)
    assert time.process_time() - start < 10
    assert found["a"]["price"].measured.value == 4010
    assert len(record) > 1_000_000


def test_decisions_that_contradict_each_other_are_told_once(build):
    proof = {"kind": "evidence", "bid": "a", "evidence": "proof", **TAKEN}
    twice = problems(build, {**proof, "counts_as": "none"}, {**proof, "counts_as": "third_party"})
    assert twice == [("decided-twice", "/decisions/1")]
    both = problems(build, clarified(*PLACE, "9"), clarified(*PLACE, "8"))
    assert both == [("old-differs", "/decisions/1/old")]
    same = problems(build, *[{"kind": "low_price", "bid": "a", "explained": yes, **TAKEN} for yes in (True, False)])
    assert same == [("decided-twice", "/decisions/1")]
    assert problems(build, clarified("/no/place", None, "1", bid="z")) == [("unknown-bid", "/decisions/0/bid")]
