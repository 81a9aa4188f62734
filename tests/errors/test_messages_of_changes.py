"""What is said of a change that can't be made, that would change nothing, or that can't be assessed, word for word.

The documents are those of the case `decisions-that-change`, as its files hold them.
"""

from pathlib import Path

import pytest
import turned
from bilingual import problems_of

import circular_tender as ct

CASE = Path(__file__).parents[1] / "cases" / "decisions-that-change"
LATER = turned.TAKEN | {"at": "2026-12-02T09:00:00Z"}
REJECTED = {"kind": "rejected", "ground": "irregular"}


@pytest.fixture(scope="module")
def before():
    documents = ct.read_tender(CASE / "tender.yaml"), ct.read_bids(CASE / "bids")
    return ct.assess(
        *documents, ct.read_judgements(CASE / "judgements.yaml"), ct.read_decisions(CASE / "decisions.yaml")
    )


def said(assessment, change):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.impact(assessment, change)
    return [str(problem) for problem in problems_of(error.value)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ct.Without("nor"),
            "assessment (the whole document)\n"
            '    found "nor" [no-such-bid]\n'
            "    There is no bid of this id. Was 'noor' meant?",
        ),
        (
            ct.Changed("nor", "/prices/bench", "1"),
            "assessment (the whole document)\n"
            '    found "nor" [no-such-bid]\n'
            "    There is no bid of this id. Was 'noor' meant?",
        ),
        (
            ct.Changed("noor", "prices/bench", "1"),
            "noor.yaml (the whole document)\n"
            '    found "prices/bench" [pointer-form]\n'
            "    A place is written as a JSON Pointer, such as /prices/desk.",
        ),
        (
            ct.Changed("noor", "", "1"),
            "noor.yaml (the whole document)\n"
            '    found "" [pointer-form]\n'
            "    A place is written as a JSON Pointer, such as /prices/desk.",
        ),
        (
            ct.Changed("noor", "/id", "bas"),
            'noor.yaml:3:5 /id\n    found "id" [change-fixed]\n'
            "    Which bid this is, and of which tender, can't be otherwise.",
        ),
        (
            ct.Changed("noor", "/products/9/mass", "9 kg"),
            "noor.yaml:9:1 /products/9/mass\n"
            '    found "/products/9/mass" [change-no-place]\n'
            "    There is no such place in this bid.",
        ),
        (
            ct.Changed("noor", "/products/2", None),
            "noor.yaml:9:1 /products/2\n"
            '    found "/products/2" [change-no-place]\n'
            "    There is no such place in this bid.",
        ),
        (
            ct.Changed("noor", "/prices/bench", "300.00"),
            "noor.yaml:7:17 /prices/bench\n"
            '    found "300.00" [change-nothing]\n'
            "    This stands there already, so nothing would be otherwise.",
        ),
        (
            ct.Changed("noor", "/prices/bench", "3,5"),
            "noor.yaml:7:17 /prices/bench\n"
            '    found "3,5" [number-comma]\n'
            "    Write a decimal with a point and thousands without any sign: 12500.50.",
        ),
        (
            ct.Changed("noor", "/products/0/guarantee/term", "9 years"),
            "noor.yaml:13:23 /products/0/guarantee/term\n"
            '    found "9 years" [change-decided]\n'
            "    What counts at this place was written by the decision /decisions/6, so another value would not count.",
        ),
        (
            ct.Changed("noor", "/products/0/guarantee", None),
            "noor.yaml:13:5 /products/0/guarantee\n"
            "    found nothing (null) [change-decided]\n"
            "    What counts at this place was written by the decision /decisions/6, so another value would not count.",
        ),
        (
            ct.Changed("piet", "/prices/bench", "1"),
            "piet.yaml (the whole document)\n"
            '    found "piet" [change-broken]\n'
            "    This bid can't be read, so no value in it can be another.",
        ),
        (
            ct.Marked("noor", "plann", 3),
            "judgements.yaml:5:3 /marks/noor/plann\n"
            '    found "plann" [no-such-mark]\n'
            "    The panel gave this bid no such mark. Was 'plan' meant?",
        ),
        (
            ct.Marked("piet", "plan", 3),
            "judgements.yaml:4:1 /marks/piet/plan\n"
            '    found "plan" [no-such-mark]\n'
            "    The panel gave this bid no such mark.",
        ),
        (
            ct.Marked("noor", "plan", 3, member="keepr"),
            "judgements.yaml:6:12 /marks/noor/plan/members/keepr\n"
            '    found "keepr" [no-such-mark]\n'
            "    The panel gave this bid no such mark. Was 'keeper' meant?",
        ),
        (
            ct.Marked("noor", "plan", 3, member="keeper"),
            "judgements.yaml:6:83 /marks/noor/plan/members/keeper/mark\n"
            "    found int 3 [change-decided]\n"
            "    What counts at this place was written by the decision /decisions/9, so another value would not count.",
        ),
        (
            ct.Marked("kim", "service", "good"),
            "judgements.yaml:16:21 /marks/kim/service/mark\n"
            '    found "good" [change-nothing]\n'
            "    This stands there already, so nothing would be otherwise.",
        ),
        (
            ct.Marked("kim", "service", "goood"),
            "judgements.yaml:16:21 /marks/kim/service/mark\n"
            '    found "goood" [unknown-level]\n'
            "    The tender allows the levels excellent, good, poor. Was 'good' meant?",
        ),
        (
            ct.Logged(REJECTED | LATER | {"bid": "nor"}),
            "assessment (the whole document)\n"
            '    found "nor" [no-such-bid]\n'
            "    There is no bid of this id. Was 'noor' meant?",
        ),
        (
            ct.Logged({"kind": "requirement", "bid": "noor", "requirement": "wood", "met": False} | LATER),
            "decisions.yaml:3:1 /decisions/13\n"
            '    found "wood" [decided-twice]\n'
            "    This was decided before, at /decisions/2. A log holds one decision of each thing.",
        ),
    ],
)
def test_a_change_that_cannot_be_made_is_refused(before, change, problem):
    assert said(before, change) == [problem]


def test_a_mark_where_no_panel_judged(build):
    tender = build.tender(build.priced())
    before = build.assess(tender, build.bid("a", "1"))
    assert said(before, ct.Marked("a", "price", "1")) == [
        'judgements /marks/a/price\n    found "price" [no-such-mark]\n    The panel gave this bid no such mark.'
    ]


def test_a_decision_that_is_none_is_refused_when_it_is_made():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.Logged(
            {"kind": "rejected", "bid": "a", "ground": "irregular", "at": "2026-12-02T09:00:00Z", "by": "officer"}
        )
    assert [str(problem) for problem in problems_of(error.value)] == [
        "decisions /decisions/0/reason\n"
        "    found nothing (null) [missing-key]\n"
        "    The key reason is missing. Write it; what may be left unanswered is written null."
    ]


def test_without_the_only_bid_there_is_none_to_assess(build):
    before = build.assess(build.tender(build.priced()), build.bid("a", "1"))
    assert said(before, ct.Without("a")) == [
        "bids (the whole document)\n    found an empty list [no-bids]\n    There is no bid to assess."
    ]


def test_a_place_in_the_log_is_that_of_the_log_as_it_was(build):
    """Without c the highest price is 140, so b has 20 points for its price, and never reaches the second stage."""
    least = {"at_least": "25", "on": "relative"}
    stages = [{"id": name, "criteria": [criterion]} for name, criterion in (("one", "price"), ("two", "quality"))]
    tender = build.tender(build.judged(), build.priced(scale=turned.HIGHEST, threshold=least), stages=stages)
    of = (("a", "100"), ("b", "120"), ("c", "200"), ("e", "140"))
    plain = build.assess(tender, *(build.bid(n, p) for n, p in of), **{n: {"quality": "1"} for n, _ in of})
    explained = {"kind": "low_price", "bid": "c", "explained": True}
    before = turned.decided(plain, explained, REJECTED | {"bid": "b", "after": "two"})
    assert said(before, ct.Without("c")) == [
        'decisions /decisions/1/after\n    found "two" [after-not-reached]\n    The bid b took no part in this stage.'
    ]
