"""What is said of decisions, lots, ceilings, days and members' marks that do not hold, word for word.

The documents are those of the case `decisions-that-change`, each with one thing changed.
"""

import copy
from pathlib import Path

import pytest
from bilingual import problems_of

import circular_tender as ct

CASE = Path(__file__).parents[1] / "cases" / "decisions-that-change"
TENDER = ct.read_tender(CASE / "tender.yaml").plain
BIDS = {bid.id: bid.plain for bid in ct.read_bids(CASE / "bids") if isinstance(bid, ct.Bid)}
BROKEN = next(bid for bid in ct.read_bids(CASE / "bids") if isinstance(bid, ct.BrokenBid))
MARKS = ct.read_judgements(CASE / "judgements.yaml").plain
LOG = ct.read_decisions(CASE / "decisions.yaml").plain
GONE = object()
OFFICER = {"at": "2026-09-22T09:00:00+02:00", "by": "officer", "reason": "seen"}


def put(document, at, value):
    """Return the document with a value at a pointer (`-` is the end of a list), or without what stands there."""
    document = copy.deepcopy(document)
    here = document
    *above, last = at.split("/")[1:]
    for part in above:
        here = here[int(part) if isinstance(here, list) else part]
    if last == "-":
        here.append(value)
    elif value is GONE:
        del here[int(last) if isinstance(here, list) else last]
    else:
        here[int(last) if isinstance(here, list) else last] = value
    return document


def assess(tender=TENDER, bids=BIDS, marks=MARKS, log=LOG):
    documents = [*map(ct.Bid.model_validate, bids.values()), BROKEN]
    return ct.assess(ct.read_tender(tender), documents, ct.read_judgements(marks), ct.read_decisions(log))


def said(**documents):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(**documents)
    return [str(problem) for problem in problems_of(error.value)]


def test_the_documents_as_they_are_can_be_assessed():
    assert assess().winner == "noor"


def decide(kind, **data):
    return put(LOG, "/decisions/-", {"kind": kind, **OFFICER, **data})


IN_THE_TENDER = [
    (
        "/reference_date",
        "1 September 2026",
        'tender /reference_date\n    found "1 September 2026" [day-form]\n    Write year, month and day: 2026-10-15.',
    ),
    (
        "/reference_date",
        "2026-02-30",
        'tender /reference_date\n    found "2026-02-30" [day-form]\n    Write year, month and day: 2026-10-15.',
    ),
    (
        "/disclosure",
        {"public": {"releases": ["rank", "reasons"], "references": True, "ground": "secrets"}},
        "tender /disclosure/public/releases\n    found a list of 2 [reasons-without-name]\n"
        "    The reasons quote the bid, which tells whose it is. Release the name as well.",
    ),
    (
        "/criteria/0/indicator/allowed",
        GONE,
        'tender /criteria/0/indicator/aggregate\n    found "mean_of_members" [mean-of-levels]\n'
        "    Levels have no mean. Write allowed: {least: …, greatest: …}, so that marks are numbers.",
    ),
    (
        "/criteria/4/indicator",
        {"kind": "answer", "asks": "amount", "otherwise": "9999"},
        'tender /prices/ceiling\n    found "5000.00" [ceiling-without-price]\n'
        "    A ceiling is tested where the price is measured; no criterion has the indicator price.",
    ),
    (
        "/lots",
        [{"id": "parks", "title": "Parks", "lines": ["bench"]}],
        "tender /lots\n    found 1 of 2 [lots-incomplete]\n"
        "    Every line of the price schedule belongs to one lot; missing: spare.",
    ),
    (
        "/lots",
        [{"id": "parks", "title": "Parks", "lines": ["bench", "spare"]}],
        'tender /prices/ceiling\n    found "5000.00" [ceiling-of-lots]\n'
        "    With lots, a price is that of the lines of one lot. Write the ceiling of each lot in the lot.",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_TENDER)
def test_what_does_not_hold_in_a_tender(at, value, expected):
    assert expected in said(tender=put(TENDER, at, value))


def test_the_lines_of_lots_are_known_and_each_stands_in_one():
    lots = [{"id": "a", "title": "A", "lines": ["bench", "spare"]}, {"id": "a", "title": "B", "lines": ["spare", "x"]}]
    assert said(tender={**TENDER, "lots": lots}) == [
        'tender /lots/1/id\n    found "a" [duplicate-id]\n    The id a stands twice, first at /lots/0/id.',
        'tender /lots/1/lines/0\n    found "spare" [duplicate-id]\n'
        "    The id spare stands twice, first at /lots/0/lines/1.",
        'tender /lots/1/lines/1\n    found "x" [unknown-line]\n    The tender has no line of this id.',
        'tender /prices/ceiling\n    found "5000.00" [ceiling-of-lots]\n'
        "    With lots, a price is that of the lines of one lot. Write the ceiling of each lot in the lot.",
    ]


IN_A_BID = [
    (
        "/lots",
        ["park"],
        'bid noor /lots/park\n    found "park" [unknown-lot]\n    The tender has no lot of this id.',
    ),
    (
        "/requirements",
        GONE,
        "bid noor /requirements/wood\n    found nothing (null) [answer-missing]\n"
        "    The tender asks for wood. Write it; what may be left unanswered is written null.",
    ),
    (
        "/requirements/wod",
        None,
        'bid noor /requirements/wod\n    found "wod" [unknown-requirement]\n'
        "    The tender has no requirement of this id. Was 'wood' meant?",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_A_BID)
def test_what_does_not_answer_the_tender(at, value, expected):
    assert said(bids={**BIDS, "noor": put(BIDS["noor"], at, value)}) == [expected]


def test_the_proof_of_a_requirement_is_listed():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.Bid.model_validate(put(BIDS["noor"], "/requirements/wood/evidence", "wod"))
    assert [str(problem) for problem in problems_of(error.value)] == [
        'bid /requirements/wood/evidence\n    found "wod" [unknown-evidence]\n'
        "    The bid lists no evidence of this id. Was 'wood' meant?"
    ]


IN_THE_MARKS = [
    (
        "/marks/noor/service/reason",
        GONE,
        "judgements /marks/noor/service/reason\n    found nothing (null) [missing-key]\n"
        "    The key reason is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "/marks/kim/plan/members/keeper/reason",
        GONE,
        "judgements /marks/kim/plan/members/keeper/reason\n    found nothing (null) [missing-key]\n"
        "    The key reason is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "/marks/noor/plan/mark",
        "7",
        'judgements /marks/noor/plan/mark\n    found "7" [mark-computed]\n'
        "    The tender computes this mark from those of the members. Remove it.",
    ),
    (
        "/marks/noor/plan",
        {"mark": "7", "reason": "so", "members": MARKS["marks"]["noor"]["plan"]["members"]},
        'judgements /marks/noor/plan/mark\n    found "7" [mark-computed]\n'
        "    The tender computes this mark from those of the members. Remove it.",
    ),
    (
        "/marks/kim/plan/members/keeper",
        GONE,
        'judgements /marks/kim/plan/members\n    found "architect" [other-members]\n'
        "    All bids are judged by the same members; those of the bid noor are architect, keeper.",
    ),
    (
        "/marks/kim/plan",
        {"mark": "7", "reason": "so"},
        'judgements /marks/kim/plan/mark\n    found "7" [mark-computed]\n'
        "    The tender computes this mark from those of the members. Remove it.",
    ),
    (
        "/marks/kim/service",
        {"members": {"architect": {"mark": "good", "reason": "so"}, "keeper": {"mark": "good", "reason": "so"}}},
        "judgements /marks/kim/service/mark\n    found nothing (null) [missing-key]\n"
        "    The key mark is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "/marks/kim/plan/members/keeper/mark",
        "11",
        'judgements /marks/kim/plan/members/keeper/mark\n    found "11" [mark-not-allowed]\n'
        "    The tender allows marks from 0 to 10.",
    ),
    (
        "/marks/kim/plan",
        GONE,
        "judgements /marks/kim/plan/members\n    found nothing (null) [answer-missing]\n"
        "    The tender asks for members of plan of kim. Write it; what may be left unanswered is written null.",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_MARKS)
def test_what_does_not_hold_in_the_marks(at, value, expected):
    assert said(marks=put(MARKS, at, value)) == [expected]


IN_THE_LOG = [
    (
        put(LOG, "/decisions/0", GONE),
        'piet.yaml (the whole document)\n    found "piet" [broken-bid]\n'
        "    The bid piet can't be read, and nothing says what becomes of it. Mend it, or reject it by a decision.",
    ),
    (
        put(LOG, "/decisions/5/at", "2026-09-09T08:59:00+02:00"),
        'decisions /decisions/5/at\n    found "2026-09-09T08:59:00+02:00" [decisions-order]\n'
        "    The decisions stand in the order in which they were taken; the one before is of "
        "2026-09-09T09:00:00+02:00.",
    ),
    (
        put(put(LOG, "/decisions/1/stage", "price"), "/decisions/11/stage", "quality"),
        'decisions /decisions/11/stage\n    found "quality" [stages-order]\n'
        "    The envelopes of a stage are opened after those of the stages before it; price was opened earlier.",
    ),
    (
        put(LOG, "/decisions/1/stage", "qality"),
        'decisions /decisions/1/stage\n    found "qality" [unknown-stage]\n'
        "    The tender has no stage of this id. Was 'quality' meant?",
    ),
    (
        put(LOG, "/decisions/7", GONE),
        'decisions /decisions\n    found "Recycled Claim Standard" [equivalence-undecided]\n'
        "    The proof label of the bid bas stands in for what the tender names. As which kind of proof it counts "
        "is a decision.",
    ),
    (
        put(LOG, "/decisions/7/evidence", "labl"),
        'decisions /decisions/7/evidence\n    found "labl" [unknown-evidence]\n'
        "    The bid lists no evidence of this id. Was 'label' meant?",
    ),
    (
        decide(
            "clarification", bid="noor", pointer="/received", old=BIDS["noor"]["received"], new="2026-09-01T09:00:00Z"
        ),
        'decisions /decisions/13/pointer\n    found "/received" [clarification-fixed]\n'
        "    Whose bid this is, of which tender, and when it was received can't be clarified.",
    ),
    (
        decide("clarification", bid="noor", pointer="/products/7/mass", old=None, new="1 kg"),
        'decisions /decisions/13\n    found "/products/7/mass" [no-such-place]\n'
        "    There is no such place in the document that this decision changes.",
    ),
    (
        decide("clarification", bid="noor", pointer="/products/7", old=None, new="1 kg"),
        'decisions /decisions/13\n    found "/products/7" [no-such-place]\n'
        "    There is no such place in the document that this decision changes.",
    ),
    (
        decide("clarification", bid="noor", pointer="/prices/bench", old="299.00", new="290.00"),
        'decisions /decisions/13/old\n    found "299.00" [old-differs]\n    What stood there is "300.00".',
    ),
    (
        decide("clarification", bid="noor", pointer="prices", old=None, new=None),
        'decisions /decisions/13/pointer\n    found "prices" [pointer-form]\n'
        "    A place is written as a JSON Pointer, such as /prices/desk.",
    ),
    (
        decide("clarification", bid="noor", pointer="/prices/bench", old="300.00", new="cheap"),
        'decisions /decisions/13/new\n    found "cheap" [number-form]\n    This is not a number.',
    ),
    (
        decide(
            "clarification", bid="noor", pointer="/prices", old={"bench": "300.00", "spare": "100.00"}, new={"bench": 1}
        ),
        "decisions /decisions/13/new/spare\n    found nothing (null) [price-missing]\n"
        "    There is no unit price for the line spare.",
    ),
    (
        decide("disclosure", bid="noor", to="public", releases=["reasons"]),
        "decisions /decisions/13/releases\n    found a list of 1 [reasons-without-name]\n"
        "    The reasons quote the bid, which tells whose it is. Release the name as well.",
    ),
    (
        decide("mark_revised", bid="noor", criterion="service", old="good", new="superb"),
        'decisions /decisions/13/new\n    found "superb" [unknown-level]\n'
        "    The tender allows the levels excellent, good, poor.",
    ),
    (
        decide("mark_revised", bid="noor", criterion="plan", member="intern", old="8", new="9"),
        'decisions /decisions/13\n    found "/marks/noor/plan/members/intern/mark" [no-such-place]\n'
        "    There is no such place in the document that this decision changes.",
    ),
]


@pytest.mark.parametrize(("log", "expected"), IN_THE_LOG)
def test_what_does_not_hold_in_a_log(log, expected):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(log=log)
    found = [str(problem) for problem in problems_of(error.value)]
    assert expected in found
    assert len({problem.splitlines()[0] for problem in found}) == len(found)


def test_a_broken_bid_is_told_with_what_is_wrong_in_it():
    assert said(log=put(LOG, "/decisions/0", GONE)) == [
        'piet.yaml (the whole document)\n    found "piet" [broken-bid]\n'
        "    The bid piet can't be read, and nothing says what becomes of it. Mend it, or reject it by a decision.",
        'piet.yaml:6:17 /prices/bench\n    found "on request" [number-form]\n    This is not a number.',
    ]


def test_a_reader_is_one_of_three():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.report(assess(), reader="biddr")
    assert [str(problem) for problem in problems_of(error.value)] == [
        'assessment (the whole document)\n    found "biddr" [unknown-choice]\n'
        "    One of authority, bidder, public is expected. Was 'bidder' meant?"
    ]


def test_several_wrong_decisions_are_told_at_once():
    log = decide("clarification", bid="noor", pointer="/prices/bench", old="1", new="2")
    log = put(log, "/decisions/7/evidence", "labl")
    assert [problem.splitlines()[1] for problem in said(log=log)] == [
        '    found "labl" [unknown-evidence]',
        '    found "1" [old-differs]',
    ]
