"""Faults planted in the documents of `examples`: each gives one problem at its own place, and only our errors come out."""

import copy
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circular_tender as ct

EXAMPLES = Path(__file__).parents[2] / "examples"
OFFICE, VENICE = EXAMPLES / "office-furniture", EXAMPLES / "venice-museums"
READ = {
    "tender": ct.read_tender,
    "bids": ct.read_bids,
    "judgements": ct.read_judgements,
    "decisions": ct.read_decisions,
}
ONE_OF_EACH = {
    "tender": ct.read_tender(OFFICE / "tender.yaml").plain,
    "bids": ct.read_bids(OFFICE / "bids" / "tweede-leven.yaml")[0].plain,
    "judgements": ct.read_judgements(VENICE / "judgements.yaml").plain,
}


def pointer(path: tuple[Any, ...]) -> str:
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, member in inside for place in places(member, (*at, key)))]


def member(document: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        document = document[part]
    return document


def planted(document: Any, path: tuple[Any, ...], value: object) -> Any:
    document = copy.deepcopy(document)
    member(document, path[:-1])[path[-1]] = value
    return document


def is_leaf(value: object) -> bool:
    return not isinstance(value, dict | list)


def problems(name: str, source: Any) -> list[Any]:
    with pytest.raises(ct.InvalidDocuments) as raised:
        READ[name](source)
    return list(raised.value.problems)


LEAVES = [(name, at) for name, one in ONE_OF_EACH.items() for at in places(one) if is_leaf(member(one, at))]


@pytest.mark.parametrize(("name", "at"), LEAVES, ids=[f"{name}{pointer(at)}" for name, at in LEAVES])
def test_a_fault_at_a_leaf_gives_one_problem_at_its_pointer_and_line(name, at):
    wrong = planted(ONE_OF_EACH[name], at, ["wrong"])
    assert [problem.place.pointer for problem in problems(name, wrong)] == [pointer(at)]
    text = json.dumps(wrong, indent=1)
    [problem] = problems(name, text.encode())
    assert problem.place.pointer == pointer(at)
    # The list opens on the line of its key, or on its own in a list; "wrong" stands on the line below.
    assert problem.place.line == text[: text.index('"wrong"')].count("\n")


MAPPINGS = [(name, at) for name, one in ONE_OF_EACH.items() for at in places(one) if isinstance(member(one, at), dict)]


@pytest.mark.parametrize(("name", "at"), MAPPINGS, ids=[f"{name}{pointer(at)}" for name, at in MAPPINGS])
def test_a_key_that_is_not_known_or_not_a_name_is_pointed_at(name, at):
    wrong = planted(ONE_OF_EACH[name], (*at, "Not/a key"), "x")
    assert {problem.place.pointer for problem in problems(name, wrong)} == {pointer((*at, "Not/a key"))}


def test_a_key_with_the_name_of_a_kind_does_not_lead_the_pointer_astray():
    levels = {"kind": "levels", "levels": {"good": "100 %"}, "extra": "x"}
    tender = planted(ONE_OF_EACH["tender"], ("criteria", 1, "scale"), levels)
    assert [problem.place.pointer for problem in problems("tender", tender)] == ["/criteria/1/scale/extra"]
    wrong = {"kind": "levels", "levels": {"good": "101 %", "1": "50 %", "levels": "x"}}
    tender = planted(ONE_OF_EACH["tender"], ("criteria", 1, "scale"), wrong)
    pointers = [problem.place.pointer for problem in problems("tender", tender)]
    assert pointers == [f"/criteria/1/scale/levels/{level}" for level in ("good", "1", "levels")]
    nested = {"kind": "linear", "linear": {"zero_at": "0", "full_at": "1"}}
    tender = planted(ONE_OF_EACH["tender"], ("criteria", 1, "scale"), nested)
    assert [problem.place.pointer for problem in problems("tender", tender)] == [
        "/criteria/1/scale/zero_at",
        "/criteria/1/scale/full_at",
        "/criteria/1/scale/linear",
    ]


SLOW = {
    "keys of keys": b"? " * 100_000,
    "lists in lists": b"- " * 100_000,
    "flow lists": b"a: " + b"[" * 100_000,
    "objects": b'{"a":' * 100_000,
    "quotation marks that are escaped": b'["' + b'\\"' * 500_000,
    "backslashes": b'{"a": "' + b"\\" * 1_000_001,
    "nines": b'{"a": ' + b"9" * 1_000_000 + b"}",
    "a version of many digits": b"schema: circular-tender/tender/" + b"9" * 5_000,
    "large": b"x" * 20 * 1024 * 1024,
}


@pytest.mark.parametrize("content", SLOW.values(), ids=SLOW)
def test_what_would_take_long_is_refused_at_once(content):
    start = time.perf_counter()
    assert problems("tender", content)
    assert time.perf_counter() - start < 2


SCALARS = st.sampled_from(
    ["", " ", "null", "0", "-1", "1e9", "0 %", "100 %", "-1 %", "0 kg", "1 kg", "0 years", "99", "x", "price", "draw",
     "reuse", "documented", "\ud800", "a\0", "9" * 30, "2026-10-15T12:00:00Z", "none", "kind"]
)  # fmt: skip
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | SCALARS
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | SCALARS, inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.data())
def test_a_document_with_anything_anywhere_gives_our_error_or_an_assessment(data):
    folder = data.draw(st.sampled_from([OFFICE, VENICE]))
    documents: dict[str, Any] = {"tender": ct.read_tender(folder / "tender.yaml").plain}
    documents["bids"] = [bid.plain for bid in ct.read_bids(folder / "bids")]
    documents["judgements"] = ct.read_judgements(folder / "judgements.yaml").plain
    if folder == OFFICE:
        documents["decisions"] = ct.read_decisions(folder / "decisions.yaml").plain
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(
            st.sampled_from([at for at in places(documents) if len(at) > 2 or (len(at) == 2 and at[0] != "bids")])
        )
        value = data.draw(TREES | st.sampled_from(places(documents)).map(lambda other: member(documents, other)))  # noqa: B023
        documents = planted(documents, at, value)
    try:
        assessment = ct.assess(*[READ[name](document) for name, document in documents.items()])
        str(ct.report(assessment))
    except (ct.InvalidDocuments, ct.UndefinedResult) as error:
        str(error)  # what is wrong can be shown
        ct.to_text(error, language="nl")


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.data())
def test_a_text_with_anything_anywhere_gives_our_error_or_a_document(data):
    text = data.draw(st.sampled_from([
        (OFFICE / "tender.yaml").read_text(encoding="utf-8"),
        json.dumps(ONE_OF_EACH["tender"]),
    ]))  # fmt: skip
    ends = [match.start() for match in re.finditer(r"\b", text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(ends), st.sampled_from(ends))))
    new = data.draw(st.text(alphabet=st.sampled_from("{}[]:,\"'-?!&*|>%@# \n\t\\0a~"), max_size=6))
    text = text[:start] + new + text[data.draw(st.sampled_from([start, end])) :]
    try:
        ct.read_tender(text.encode())
    except ct.InvalidDocuments as error:
        str(error)  # what is wrong can be shown
        ct.to_text(error, language="nl")
