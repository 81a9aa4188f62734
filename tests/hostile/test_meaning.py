"""Bad input that reads well but means something else: cases 53 to 80 and 99 to 104 of the catalogue of threats.

What is asserted is that each is refused where it stands, with what is said of it in English (in Dutch:
`tests/shared/bilingual.py`), or that it counts as the tender says and never better.
"""

import decimal
import json
import os
import pickle
import re
import subprocess
import sys
from fractions import Fraction as F
from pathlib import Path

import pytest
from bilingual import problems_of

import circular_tender as ct

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "examples" / "office-furniture"


def refusals(call, *arguments):
    with pytest.raises(ct.InvalidDocuments) as error:
        call(*arguments)
    return [(problem.code, problem.place.pointer, problem.sentence) for problem in problems_of(error.value)]


INSTANT = "Write date, time and offset: 2026-10-15T12:00:00+02:00."
NO_NUMBER = "This is not a number."


def asks(build, what, scale, **more):
    return build.tender(build.leaf("q", 10, {"kind": "answer", "asks": what, **more}, scale))


def answered(build, value, proof=None, **more):
    return build.bid("a", answers={"q": value and {"value": value, "evidence": proof}}, **more)


YEARS = {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"}
KILOS = {"kind": "linear", "zero_at": "0 kg", "full_at": "100 kg"}


@pytest.mark.parametrize(
    ("case", "what", "value", "code", "said"),
    [
        (
            53,
            "mass",
            "10 years",
            "unit-differs",
            'A mass is expected here, such as 9.25 kg; "years" is a unit of time.',
        ),
        (53, "mass", "10", "unit-missing", "Write the unit: 9.25 kg."),
        (54, "ratio", "0.625", "unit-missing", "Write the unit: 0.625 %."),
        (56, "number", "10 %", "unit-unexpected", 'A plain number is expected here, without "%".'),
        (58, "amount", "10 kg", "unit-unexpected", 'A plain number is expected here, without "kg".'),
        (60, "amount", "plenty", "number-form", NO_NUMBER),
        (62, "amount", "-3.20", "below-zero", "This may not be less than 0."),
        (63, "mass", "5 kg/m2", "number-form", NO_NUMBER),
        (
            63,
            "mass",
            "5 tkm",
            "unit-unknown",
            '"tkm" is not a unit that is known here; known are: %, kg, g, t, years, year, months, month.',
        ),
    ],
)
def test_a_value_in_another_unit_is_refused(build, case, what, value, code, said):
    ends = {"mass": ("0 kg", "1 kg"), "ratio": ("0 %", "100 %")}.get(what, ("0", "1"))
    scale = {"kind": "linear", "zero_at": ends[0], "full_at": ends[1]}
    tender = asks(build, what, scale, otherwise=ends[0])
    assert refusals(build.assess, tender, answered(build, value)) == [(code, "/answers/q/value", said)]


def test_53_a_unit_that_measures_the_same_is_converted_and_seen(build):
    tender = asks(build, "mass", KILOS, otherwise="0 kg")
    found = build.assess(tender, answered(build, "0.05 t"))["a"]["q"]
    assert (found.measured.value, found.points) == (50, 5)
    assert '"0.05 t"' in ct.to_json(ct.explain(build.assess(tender, answered(build, "0.05 t")), "a"))


def test_55_shares_above_the_whole_are_refused(build):
    part = build.part("p", "1 kg") | {"feedstock": {"shares": {"a": "60 %", "b": "41 %"}, "evidence": None}}
    bid = build.bid("a", "1", products=[{"id": "x", "line": "piece", "mass": "1 kg", "parts": [part]}])
    said = "The shares add up to 101 %, more than 100 %."
    assert refusals(ct.read_bids, bid) == [("shares-above-whole", "/products/0/parts/0/feedstock/shares", said)]


def test_57_a_currency_is_fixed_by_the_tender(build):
    bid = build.bid("a", {"amount": "100", "currency": "GBP"})
    said = "A withheld value is written {withheld: ground}."
    assert refusals(ct.read_bids, bid) == [("withheld-form", "/prices/piece", said)]


@pytest.mark.parametrize("price", ["310 per year", "310/year", "12 x 310"])
def test_59_what_a_price_is_for_stands_in_the_tender_and_a_bid_cannot_change_it(build, price):
    assert refusals(ct.read_bids, build.bid("a", price)) == [("number-form", "/prices/piece", NO_NUMBER)]


def test_62_a_value_below_zero_counts_where_the_tender_allows_it(build):
    credit = {"kind": "linear", "zero_at": "20", "full_at": "-20"}
    tender = asks(build, "amount", credit, least="-20", greatest="20", otherwise="20")
    assert build.assess(tender, answered(build, "-10"))["a"]["q"].points == F("7.5")  # 30 of the 40 between, of 10
    said = "The tender allows answers from -20 to 20."
    assert refusals(build.assess, tender, answered(build, "-20.01")) == [("answer-outside", "/answers/q/value", said)]


def test_61_an_answer_beyond_what_is_plausible_is_refused_and_never_mended(build):
    tender = asks(build, "time", YEARS, least="0 years", greatest="50 years", otherwise="0 years")
    assert refusals(build.assess, tender, answered(build, "1200 years")) == [
        ("answer-outside", "/answers/q/value", "The tender allows answers from 0 years to 50 years.")
    ]


@pytest.mark.parametrize(("proof", "counts"), [(None, 0), ("word", 0), ("paper", 10), ("lab", 10)])
def test_64_a_claim_without_the_proof_asked_for_counts_as_the_tender_says(build, proof, counts):
    tender = asks(build, "time", YEARS, evidence="documented", otherwise="0 years")
    proofs = {"word": "declared", "paper": "documented", "lab": "third_party"}
    evidence = {name: {"kind": kind, "title": "t"} for name, kind in proofs.items()}
    assert build.assess(tender, answered(build, "10 years", proof, evidence=evidence))["a"]["q"].points == counts


@pytest.mark.parametrize(
    ("case", "received", "late"),
    [
        (67, "2026-10-15T12:00:00+02:00", False),
        (67, "2026-10-15T12:00:01+02:00", True),
        (69, "2026-10-15T10:00:00+00:00", False),
        (69, "2026-10-15T12:00:00+01:00", True),
    ],
)
def test_an_instant_is_compared_as_an_instant(build, case, received, late):
    tender = build.tender(build.priced(), deadline="2026-10-15T12:00:00+02:00")
    assert bool(build.assess(tender, build.bid("a", "1", received=received)).rejected) is late


@pytest.mark.parametrize(
    ("case", "received", "code", "said"),
    [
        (
            68,
            "2026-10-15T12:00:00",
            "instant-without-offset",
            "Write the offset from UTC after the time: 2026-10-15T12:00:00+02:00.",
        ),
        (70, "2026-03-29T02:30:00 Europe/Amsterdam", "instant-form", INSTANT),
        (71, "2026-10-15T23:59:60Z", "instant-form", INSTANT),
        (71, "2026-10-15T24:00:00Z", "instant-form", INSTANT),
        (71, "0000-10-15T12:00:00Z", "instant-form", INSTANT),
        (71, "2026-02-30T12:00:00Z", "instant-form", INSTANT),
    ],
)
def test_a_time_that_is_no_instant_is_refused(build, case, received, code, said):
    assert refusals(ct.read_bids, build.bid("a", "1", received=received)) == [(code, "/received", said)]


def test_72_a_mark_that_the_tender_does_not_allow_is_refused(build):
    said = "The tender allows marks from 0 to 1."
    assert refusals(lambda tender: build.marked(tender, a="1.01"), build.tender(build.judged())) == [
        ("mark-not-allowed", "/marks/a/quality/mark", said)
    ]


def test_73_a_mark_without_a_reason_is_refused(build):
    marks = {
        "schema": "circular-tender/judgements/1",
        "tender": "T-1",
        "panel": "p",
        "marks": {"a": {"q": {"mark": "1"}}},
    }
    said = "The key reason is missing. Write it; what may be left unanswered is written null."
    tender, bids = build.tender(build.judged("q"), lines=()), ct.read_bids(build.bid("a"))
    judgements = ct.read_judgements(marks)  # whether it may be told instead, the tender says
    assert refusals(ct.assess, tender, bids, judgements) == [("missing-key", "/marks/a/q/reason", said)]
    marks["marks"]["a"]["q"]["reason"] = "  "
    said = "An empty text says nothing. Write a text; what may be left unanswered is written null."
    assert refusals(ct.read_judgements, marks) == [("empty-text", "/marks/a/q/reason", said)]


@pytest.mark.parametrize(("until", "counts"), [("2026-08-31", 0), ("2026-09-01", 5), ("2026-09-02", 5), (None, 5)])
def test_65_a_proof_must_be_valid_on_the_day_that_the_tender_names(build, until, counts):
    asked = asks(build, "mass", KILOS, otherwise="0 kg", evidence="documented")
    tender = ct.read_tender({**asked.plain, "reference_date": "2026-09-01"})
    proof = {"kind": "documented", "title": "A test report", **({"valid_until": until} if until else {})}
    bid = build.bid("a", answers={"q": {"value": "50 kg", "evidence": "test"}}, evidence={"test": proof})
    assert build.assess(tender, bid)["a"]["q"].points == counts
    for language, said in (
        ("en", "no longer valid on 1 September 2026"),
        ("nl", "niet meer geldig was op 1 september 2026"),
    ):
        assert (said in " ".join(ct.to_text(build.assess(tender, bid), language=language).split())) == (counts == 0)


@pytest.mark.parametrize(("at", "told"), [("09:59", False), ("10:00", False), ("10:01", True)])
def test_74_a_mark_given_after_the_prices_were_opened_is_told(build, at, told):
    stages = [{"id": "first", "criteria": ["quality"]}, {"id": "second", "criteria": ["price"]}]
    tender = build.tender(build.judged(), build.priced(), stages=stages)
    judgement = {"mark": "1", "reason": "so", "at": f"2026-09-15T{at}:00Z"}
    panel = {
        "schema": "circular-tender/judgements/1",
        "tender": "T-1",
        "panel": "P",
        "marks": {"a": {"quality": judgement}},
    }
    opened = {"kind": "opened", "stage": "second", "at": "2026-09-15T10:00:00Z", "by": "officer", "reason": "judged"}
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [opened]}
    documents = ct.read_bids(build.bid("a", "1")), ct.read_judgements(panel), ct.read_decisions(log)
    for language, said in (("en", "after the prices had been opened"), ("nl", "nadat de prijzen waren geopend")):
        assert (said in " ".join(ct.to_text(ct.assess(tender, *documents), language=language).split())) == told


def test_75_a_rejected_bid_is_no_reference_for_others(build):
    tender = build.tender(build.priced(), deadline="2026-10-15T12:00:00Z", on_rejection="recompute")
    late = build.bid("late", "1", received="2026-10-15T12:00:01Z")
    found = build.assess(tender, build.bid("a", "10", received="2026-10-15T12:00:00Z"), late)
    assert found["a"]["price"].ratio.value == 1


def test_76_a_tie_stays_a_tie_whatever_the_order(build):
    tender = build.tender(build.judged())
    for names in (("b", "a"), ("a", "b")):
        found = build.marked(tender, **dict.fromkeys(names, "0.5"))
        assert found.winner is None
        assert [(s.rank, sorted(s.bids)) for s in found.ranking] == [(1, ["a", "b"])]


def decided(build, tender, *taken, **prices):
    """The assessment of bids with these prices, after decisions that were taken."""
    taken_by = {"at": "2026-10-16T09:00:00Z", "by": "officer", "reason": "seen"}
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [one | taken_by for one in taken]}
    bids = ct.read_bids([build.bid(name, price) for name, price in prices.items()])
    return ct.assess(tender, bids, None, ct.read_decisions(log))


def test_77_a_draw_is_published_and_recorded_with_its_witness(build):
    drawn = {"kind": "draw", "order": ["b", "a"], "witness": "notary"}
    tender = build.tender(build.priced(), ties=["draw"])
    found = decided(build, tender, drawn, a="1", b="1")
    assert [standing.bids for standing in found.ranking] == [("b",), ("a",)]
    assert b'"order":["b","a"]' in ct.record(found)
    assert b'"witness":"notary"' in ct.record(found)
    silent = build.tender(build.priced())
    assert refusals(lambda one: decided(build, silent, one, a="1", b="1"), drawn) == [
        ("draw-not-published", "/decisions/0", "The tender does not say that a tie is broken by a draw.")
    ]
    assert refusals(lambda one: decided(build, tender, one, a="1", b="2"), drawn) == [
        ("draw-without-tie", "/decisions/0/order", "These bids do not share a rank that a draw must separate.")
    ]
    unseen = {"kind": "draw", "order": ["b", "a"]}
    said = "The key witness is missing. Write it; what may be left unanswered is written null."
    assert refusals(lambda one: decided(build, tender, one, a="1", b="1"), unseen) == [
        ("missing-key", "/decisions/0/witness", said)
    ]


def test_79_what_a_rejection_does_to_the_points_of_others_is_published(build):
    minimum = {"threshold": {"at_least": "30", "on": "raw"}}
    criteria = build.judged(**minimum), build.priced()
    said = (
        "Points of price depend on other bids, so the tender must say what a rejection does: "
        "on_rejection: keep or recompute."
    )
    assert refusals(lambda rule: build.tender(*criteria, on_rejection=rule), None) == [
        ("on-rejection-missing", "/award/on_rejection", said)
    ]
    bids = [build.bid("a", "20"), build.bid("b", "40"), build.bid("c", "10")]
    marks = {"a": {"quality": "0.5"}, "b": {"quality": "0.8"}, "c": {"quality": "0.2"}}
    # c has 12 of 60 and falls; a has 30 + 40 × lowest ÷ 20, b 48 + 40 × lowest ÷ 40, with the lowest 10 or 20
    for rule, totals in (("keep", {"a": 50, "b": 58, "c": None}), ("recompute", {"a": 70, "b": 68, "c": None})):
        assert build.totals(build.assess(build.tender(*criteria, on_rejection=rule), *bids, **marks)) == totals


def test_80_a_price_that_is_very_low_is_rejected_by_a_decision_only(build):
    tender = build.tender(build.priced())
    assert decided(build, tender, a="100", b="0.01").winner == "b"
    conclusion = {"kind": "low_price", "bid": "b", "explained": False}
    found = decided(build, tender, conclusion, a="100", b="0.01")
    assert (found.winner, found["b"].points) == ("a", None)
    for language, said in (("en", "the price is abnormally low"), ("nl", "de prijs is abnormaal laag")):
        assert said in ct.to_text(ct.explain(found, "b"), language=language)


def test_78_a_scale_on_which_all_are_equal_is_refused(build):
    flat = {"kind": "linear", "zero_at": "1", "full_at": "1"}
    said = "zero_at and full_at are the same, so the scale does not distinguish bids."
    assert refusals(build.tender, build.judged() | {"scale": flat}) == [
        ("scale-flat", "/criteria/0/scale/full_at", said)
    ]


def office():
    return ct.assess(
        ct.read_tender(OFFICE / "tender.yaml"),
        ct.read_bids(OFFICE / "bids"),
        ct.read_judgements(OFFICE / "judgements.yaml"),
        ct.read_decisions(OFFICE / "decisions.yaml"),
    )


def outputs(assessment):
    return ct.record(assessment), ct.to_json(assessment), ct.to_html(assessment, language="nl")


def test_99_a_decimal_context_that_the_host_has_changed_changes_nothing():
    expected = outputs(office())
    with decimal.localcontext() as context:
        context.prec, context.rounding, context.capitals = 3, decimal.ROUND_DOWN, 0
        context.traps[decimal.InvalidOperation] = False
        assert outputs(office()) == expected
        assert ct.Bid(schema="circular-tender/bid/1", tender="T", id="a", bidder="A", prices={"x": 60.125}).prices[
            "x"
        ].value == F("60.125")


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        ([], {"PYTHONHASHSEED": "1"}),
        ([], {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Asia/Tokyo"}),
        (["-O"], {}),
        (["-W", "error"], {"PYTHONHASHSEED": "3"}),
    ],
)
def test_100_101_the_host_changes_nothing(options, environment):
    program = (
        "import circular_tender as ct, hashlib, sys; f = sys.argv[1];"
        "j, d = ct.read_judgements(f + '/judgements.yaml'), ct.read_decisions(f + '/decisions.yaml');"
        "a = ct.assess(ct.read_tender(f + '/tender.yaml'), ct.read_bids(f + '/bids'), j, d);"
        "print(hashlib.sha256(ct.record(a) + ct.to_json(a).encode() + ct.to_html(a, language='nl').encode()).hexdigest())"
    )
    given = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    command = [sys.executable, *options, "-c", program, OFFICE]
    run = subprocess.run(command, env=given, check=True, capture_output=True, text=True)
    import hashlib  # noqa: PLC0415 -- for this test only

    record, data, page = outputs(office())
    assert run.stdout.strip() == hashlib.sha256(record + data.encode() + page.encode()).hexdigest()


def test_102_what_was_built_around_the_checks_is_checked():
    bid = ct.read_bids(OFFICE / "bids")[0]
    for change in (
        lambda: bid.model_copy(update={"received": "yesterday"}),
        lambda: type(bid).model_construct(**{**bid.plain, "received": "yesterday"}),
    ):
        assert refusals(change) == [("instant-form", "/received", INSTANT)]
    with pytest.raises(ValueError, match="frozen"):
        bid.bidder = "Other"


def test_103_a_pickled_assessment_gives_the_same(tmp_path):
    assessment = office()
    again = pickle.loads(pickle.dumps(assessment))  # noqa: S301 -- our own bytes; documents are never read this way
    assert outputs(again) == outputs(assessment)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "C:evil", "NUL", "a\n", "é", "-a", "a" * 65, "a.b"]
)
def test_104_an_id_is_no_path(build, name):
    said = "An id has 1 to 64 characters a–z, 0–9 and '-', and begins with a letter or digit."
    assert refusals(ct.read_bids, build.bid(name, "1")) == [("id-form", "/id", said)]


def test_104_names_are_told_and_never_obeyed(build):
    name = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) a|b \N{RIGHT-TO-LEFT OVERRIDE}1 =1+1"
    bid = build.bid("a", "1") | {"bidder": name}
    assessment = build.assess(build.tender(build.priced()), bid)
    assert "<img" not in ct.to_html(assessment)
    assert "[x](" not in ct.to_markdown(assessment)
    for made in (ct.to_html(assessment), ct.to_markdown(assessment), ct.to_text(assessment)):
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in made
    assert json.loads(ct.to_json(assessment))["bids"][0]["bidder"] == name


NOT_HERE = {
    66: "a proof is named by kind, title and issuer; no document holds or names a file",
}


def test_every_case_is_here_or_says_why_not():
    source = Path(__file__).read_text(encoding="utf-8")
    rows = {int(case) for case in re.findall(r"^        \(\s*(\d+),", source, re.MULTILINE)}
    named = {
        int(case) for name in re.findall(r"^def test((?:_\d+)+)_", source, re.MULTILINE) for case in name[1:].split("_")
    }
    assert rows | named | {*NOT_HERE} == {*range(53, 81), *range(99, 105)}
    assert not (rows | named) & {*NOT_HERE}
