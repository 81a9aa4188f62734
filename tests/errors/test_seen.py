"""Read last of this folder: a sentence that nothing produces, or that no test reads in each language, fails here."""

from pathlib import Path

import pytest
from bilingual import problems_of

import circular_tender as ct
from circular_tender import errors


def tender(criterion, **more):
    """A tender of one criterion."""
    award = {"method": "weighted_points", "points": "10", "rounding": "none", "ties": []}
    criteria = [{"id": "c", "title": "C", "weight": "10", **criterion}]
    whole = {"schema": "circular-tender/tender/1", "reference": "R", "title": "T", "buyer": "B", "currency": "EUR"}
    return {**whole, "award": award, "criteria": criteria, **more}


def answer(value, **bounds):
    asked = {"kind": "answer", "asks": "number", "otherwise": "0", **bounds}
    scale = {"kind": "linear", "zero_at": "0", "full_at": "9"}
    bid = {"schema": "circular-tender/bid/1", "tender": "R", "id": "a", "bidder": "A"}
    whole = tender({"indicator": asked, "scale": scale})
    ct.assess(ct.read_tender(whole), ct.read_bids({**bid, "answers": {"c": {"value": value, "evidence": None}}}))


CHOICE = {"indicator": {"kind": "choice", "otherwise": "no"}}


@pytest.mark.parametrize(
    ("wrong", "found", "sentence"),
    [
        (lambda: ct.read_tender(tender(CHOICE, criteria={})), "an empty mapping", "A list is expected here."),
        (
            lambda: ct.read_bids({"bidder": {"a": "b", "c": "d"}}),
            "a mapping with 2 keys",
            "A text is expected here.",
        ),
        (
            lambda: ct.Bid(bidder={1, 2}),
            "a Python object of type set",
            "A mapping, a list, a text, a number, a time or null is expected here.",
        ),
        (
            lambda: ct.read_tender(tender(CHOICE, award={"method": "weighted_points", "rounding": "half"})),
            '"half"',
            "The word none or a mapping is expected here.",
        ),
        (
            lambda: ct.read_tender(tender(CHOICE | {"scale": {"kind": "lowest_over_own"}})),
            '"lowest_over_own"',
            "The scale lowest_over_own takes amount; the indicator choice gives level.",
        ),
        (
            lambda: ct.read_tender(tender(CHOICE | {"scale": {"kind": "bilinear_at_mean", "at_mean": "50 %"}})),
            '"bilinear_at_mean"',
            "The scale bilinear_at_mean takes ratio or number; the indicator choice gives level.",
        ),
        (lambda: answer("1", least="2"), '"1"', "The tender allows answers from 2."),
        (lambda: answer("10", greatest="9"), '"10"', "The tender allows answers up to 9."),
        (lambda: answer("1", least="2", greatest="9"), '"1"', "The tender allows answers from 2 to 9."),
        (
            lambda: ct.read_bids({"take_back": {"share": 10**60}}),
            "an int of more than 60 digits",
            "A number has at most 18 digits before and 12 after the point.",
        ),
        (
            lambda: ct.read_decisions({"decisions": [{"kind": "requirement", "met": "yes"}]}),
            '"yes"',
            "The word true or false is expected here.",
        ),
        (lambda: ct.read_bids(b"x" * 4194305), "4194305 bytes", "A document has at most 4194304 bytes."),
        (
            lambda: ct.read_bids(b"a: " + b"[" * 65),
            "more than 64 levels",
            "A document is nested at most 64 levels deep.",
        ),
    ],
)
def test_what_was_found_and_what_is_expected(wrong, found, sentence):
    with pytest.raises(ct.InvalidDocuments) as raised:
        wrong()
    assert (found, sentence) in [(str(problem.found), problem.sentence) for problem in problems_of(raised.value)]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_sentence_has_been_seen(noted, request, language):
    if not {"test_messages.py", "test_messages_of_tables.py"} <= {item.path.name for item in request.session.items}:
        pytest.skip("says something only after the other tests of its folder")
    elsewhere = (Path(__file__).parents[1] / "assess" / "test_decided.py").read_text(encoding="utf-8")
    assert {code for code in {*errors.SENTENCES} - noted[language] if f"[{code}]" not in elsewhere} == set()
