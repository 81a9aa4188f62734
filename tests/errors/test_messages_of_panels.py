"""What is said of a panel's marks, reasons and differences that do not hold, and of what a tender says of them, word for word.

The documents are those of the case `panel-of-three`, each with one thing changed.
"""

import copy
from pathlib import Path

import pytest
from bilingual import problems_of

import circular_tender as ct

CASE = Path(__file__).parents[1] / "cases" / "panel-of-three"
TENDER = ct.read_tender(CASE / "tender.yaml").plain
BIDS = ct.read_bids(CASE / "bids")
MARKS = ct.read_judgements(CASE / "judgements.yaml").plain
LOG = ct.read_decisions(CASE / "decisions.yaml").plain
GONE = object()
MISSING = "    The key reason is missing. Write it; what may be left unanswered is written null."


def put(document, at, value):
    """Return the document with a value at a pointer, or without what stands there."""
    document = copy.deepcopy(document)
    here = document
    *above, last = (int(part) if part.isdigit() else part for part in at.split("/")[1:])
    for part in above:
        here = here[part]
    if value is GONE:
        del here[last]
    else:
        here[last] = value
    return document


def said(tender=TENDER, marks=MARKS, log=LOG):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(ct.read_tender(tender), BIDS, ct.read_judgements(marks), ct.read_decisions(log))
    return [str(problem) for problem in problems_of(error.value)]


IN_THE_TENDER = [
    (
        "/criteria/0/indicator/rounding",
        GONE,
        "tender /criteria/0/indicator/rounding\n    found nothing (null) [rounding-missing]\n"
        "    The tender computes this mark, so it says how it is rounded: rounding: none, or {places: …, mode: …}.",
    ),
    (
        "/criteria/1/indicator/rounding",
        GONE,
        "tender /criteria/1/indicator/rounding\n    found nothing (null) [rounding-missing]\n"
        "    The tender computes this mark, so it says how it is rounded: rounding: none, or {places: …, mode: …}.",
    ),
    (
        "/criteria/3/indicator/rounding",
        "none",
        'tender /criteria/3/indicator/rounding\n    found "none" [rounding-of-nothing]\n'
        "    The panel writes this mark, so nothing is rounded. Remove rounding.",
    ),
    (
        "/criteria/3/indicator/rounding",
        {"places": "1", "mode": "up"},
        'tender /criteria/3/indicator/rounding\n    found "up" [rounding-of-nothing]\n'
        "    The panel writes this mark, so nothing is rounded. Remove rounding.",
    ),
    (
        "/criteria/1/indicator/allowed",
        GONE,
        'tender /criteria/1/indicator/aggregate\n    found "trimmed_mean_of_members" [mean-of-levels]\n'
        "    Levels have no mean. Write allowed: {least: …, greatest: …}, so that marks are numbers.",
    ),
    (
        "/criteria/0/indicator/allowed",
        GONE,
        'tender /criteria/0/indicator/aggregate\n    found "median_of_members" [median-of-levels]\n'
        "    Between two levels there is no middle. Write allowed: {least: …, greatest: …}, so that marks are numbers.",
    ),
    (
        "/criteria/0/indicator/allowed/step",
        "3",
        'tender /criteria/0/indicator/allowed/step\n    found "3" [step-misses-greatest]\n'
        "    The steps do not reach 10; the last one is at 9.",
    ),
    (
        "/criteria/0/indicator/allowed/step",
        "0",
        'tender /criteria/0/indicator/allowed/step\n    found "0" [not-positive]\n    This must be more than 0.',
    ),
    (
        "/criteria/0/indicator/allowed/least",
        GONE,
        "tender /criteria/0/indicator/allowed/least\n    found nothing (null) [missing-key]\n"
        "    The key least is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "/criteria/1/indicator/allowed/values",
        ["0", "2.5", "2.50", "10"],
        'tender /criteria/1/indicator/allowed/values/2\n    found "2.50" [mark-twice]\n'
        "    The mark 2.50 stands twice, first at /criteria/1/indicator/allowed/values/1.",
    ),
    (
        "/criteria/1/indicator/allowed/values",
        [],
        "tender /criteria/1/indicator/allowed/values\n    found an empty list [empty-list]\n"
        "    At least one entry is expected here.",
    ),
    (
        "/criteria/3/indicator/tolerance",
        "4",
        'tender /criteria/3/indicator/tolerance\n    found "4" [not-whole]\n    A whole number from 0 to 3 is expected.',
    ),
    (
        "/criteria/3/indicator/tolerance",
        "0.5",
        'tender /criteria/3/indicator/tolerance\n    found "0.5" [not-whole]\n    A whole number from 0 to 3 is expected.',
    ),
    (
        "/criteria/0/indicator/tolerance",
        "-1",
        'tender /criteria/0/indicator/tolerance\n    found "-1" [below-zero]\n    This may not be less than 0.',
    ),
    (
        "/criteria/3/scale/descriptions/excelent",
        "Fast.",
        'tender /criteria/3/scale/descriptions/excelent\n    found "excelent" [unknown-level]\n'
        "    The tender allows the levels excellent, good, poor, absent. Was 'excellent' meant?",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_TENDER)
def test_what_does_not_hold_in_a_tender(at, value, expected):
    assert expected in said(tender=put(TENDER, at, value))


def test_marks_are_allowed_between_bounds_or_one_by_one():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_tender(put(TENDER, "/criteria/0/indicator/allowed/values", ["1", "2"]))
    assert sorted((problem.code, problem.place.pointer) for problem in error.value.problems) == [
        ("unknown-key", f"/criteria/0/indicator/allowed/{key}") for key in ("greatest", "least", "step")
    ]


TRIMMED = "    Without the highest and the lowest mark something must be left: give the marks of at least 3 members."
IN_THE_MARKS = [
    (
        "/marks/berg/design/members/architect/mark",
        "7.25",
        'judgements /marks/berg/design/members/architect/mark\n    found "7.25" [mark-off-step]\n'
        "    The tender allows marks from 0 to 10 in steps of 0.5. Was '7' or '7.5' meant?",
    ),
    (
        "/marks/berg/design/members/architect/mark",
        "8.45",
        'judgements /marks/berg/design/members/architect/mark\n    found "8.45" [mark-off-step]\n'
        "    The tender allows marks from 0 to 10 in steps of 0.5. Was '8.5' meant?",
    ),
    (
        "/marks/dal/design/members/engineer/mark",
        "11",
        'judgements /marks/dal/design/members/engineer/mark\n    found "11" [mark-off-step]\n'
        "    The tender allows marks from 0 to 10 in steps of 0.5. Was '10' meant?",
    ),
    (
        "/marks/dal/design/members/engineer/mark",
        "good",
        'judgements /marks/dal/design/members/engineer/mark\n    found "good" [mark-off-step]\n'
        "    The tender allows marks from 0 to 10 in steps of 0.5.",
    ),
    (
        "/marks/berg/plan/members/architect/mark",
        "6.5",
        'judgements /marks/berg/plan/members/architect/mark\n    found "6.5" [mark-not-listed]\n'
        "    The tender allows the marks 0, 2.5, 6.25, 10. Was '6.25' meant?",
    ),
    (
        "/marks/berg/service/members/architect/mark",
        "goed",
        'judgements /marks/berg/service/members/architect/mark\n    found "goed" [unknown-level]\n'
        "    The tender allows the levels excellent, good, poor, absent. Was 'good' meant?",
    ),
    (
        "/marks/berg/service/members",
        GONE,
        "judgements /marks/berg/service/members\n    found nothing (null) [tolerance-without-members]\n"
        "    The tender says how far the marks of members may lie apart, so these must stand.",
    ),
    (
        "/marks/dal/design/moderation",
        GONE,
        "judgements /marks/dal/design/moderation\n    found nothing (null) [moderation-missing]\n"
        "    The marks of architect (4) and engineer (9) lie further apart than the tolerance, 2. "
        "Write under moderation how that was talked over.",
    ),
    (
        "/marks/dal/service/moderation",
        GONE,
        "judgements /marks/dal/service/moderation\n    found nothing (null) [moderation-missing]\n"
        "    The marks of engineer (excellent) and architect (poor) lie further apart than the tolerance, 1. "
        "Write under moderation how that was talked over.",
    ),
    (
        "/marks/berg/plan/members/engineer/reason",
        "plan for A second site …",
        'judgements /marks/berg/plan/members/engineer/reason\n    found "plan for A second site …" [reason-repeats]\n'
        "    This only repeats what the tender says at /criteria/1/title/en. "
        "Write what in this bid earns the mark.",
    ),
    (
        "/marks/berg/plan/members/engineer/reason",
        GONE,
        "judgements /marks/berg/plan/members/engineer/reason\n    found nothing (null) [missing-key]\n" + MISSING,
    ),
    (
        "/marks/berg/plan/members/engineer/reason",
        "–",
        'judgements /marks/berg/plan/members/engineer/reason\n    found "–" [missing-key]\n' + MISSING,
    ),
    (
        "/marks/berg/upkeep/members/engineer/reason",
        GONE,
        "judgements /marks/berg/upkeep/members/engineer/reason\n    found nothing (null) [missing-key]\n" + MISSING,
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_MARKS)
def test_what_does_not_hold_in_the_marks(at, value, expected):
    assert expected in said(marks=put(MARKS, at, value))


def test_fewer_than_three_members_have_no_trimmed_mean():
    marks = copy.deepcopy(MARKS)
    for of_bid in marks["marks"].values():
        del of_bid["plan"]["members"]["engineer"]
    assert said(marks=marks) == [
        f'judgements /marks/{bid}/plan/members\n    found "architect, neighbour" [too-few-members]\n{TRIMMED}'
        for bid in ("berg", "dal", "meer")
    ]
    for of_bid in marks["marks"].values():
        del of_bid["plan"]["members"]["architect"]
    assert said(marks=marks) == [
        f'judgements /marks/{bid}/plan/members\n    found "neighbour" [too-few-members]\n{TRIMMED}'
        for bid in ("berg", "dal", "meer")
    ]


def test_a_revision_that_puts_members_too_far_apart_says_how_that_was_talked_over():
    assert said(log=put(LOG, "/decisions/1/moderation", GONE)) == [
        "judgements /marks/meer/design/moderation\n    found nothing (null) [moderation-missing]\n"
        "    The marks of architect (6.5) and engineer (10) lie further apart than the tolerance, 2. "
        "Write under moderation how that was talked over."
    ]


def test_a_revision_to_a_mark_that_is_not_allowed_or_for_a_reason_that_is_none():
    assert said(log=put(LOG, "/decisions/1/new", "6.6")) == [
        'decisions /decisions/1/new\n    found "6.6" [mark-off-step]\n'
        "    The tender allows marks from 0 to 10 in steps of 0.5. Was '6.5' meant?"
    ]
    of_plan = {"criterion": "plan", "old": "10", "new": "6.25", "reason": "Plan voor een tweede plek."}
    log = put(LOG, "/decisions/1", {**LOG["decisions"][1], **of_plan})
    assert said(log=log) == [
        'decisions /decisions/1/reason\n    found "Plan voor een tweede plek." [reason-repeats]\n'
        "    This only repeats what the tender says at /criteria/1/title/nl. "
        "Write what in this bid earns the mark."
    ]


@pytest.mark.parametrize(
    "judgement", [{}, {"reason": "so"}, {"moderation": "so"}, {"reason": "so", "members": {"ann": {"mark": "1"}}}]
)
def test_a_judgement_without_a_mark_is_none_whatever_the_tender_says(judgement):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_judgements({**MARKS, "marks": {"berg": {"service": judgement}}})
    assert [str(problem) for problem in problems_of(error.value)] == [
        "judgements /marks/berg/service/mark\n    found nothing (null) [missing-key]\n"
        "    The key mark is missing. Write it; what may be left unanswered is written null."
    ]
