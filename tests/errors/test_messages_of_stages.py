"""What is said of a bid that is rejected after a stage, where that does not hold, word for word."""

import pytest
from bilingual import problems_of

import circular_tender as ct

TWO = [{"id": "first", "criteria": ["quality"]}, {"id": "second", "criteria": ["price"]}]
TAKEN = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "a certificate was false"}
PRICES = {"one": "50", "two": "100", "three": "80", "four": "10"}
MARKS = {"one": "0.6", "two": "0.9", "three": "0.8", "four": "0.2"}


def rejected(bid, after=None):
    return {"kind": "rejected", "bid": bid, "ground": "irregular", **TAKEN, **({"after": after} if after else {})}


def low_price(bid, after, *, explained=False):
    return {"kind": "low_price", "bid": bid, "explained": explained, "after": after, **TAKEN}


def said(build, *decisions, published=None, **award):
    """What is wrong in a log of a tender with a minimum of 30 points of 60: one has 36, two 54, three 48, four 12."""
    minimum = {"threshold": {"at_least": "30", "on": "raw"}}
    published = published or build.tender(build.judged(**minimum), build.priced(), stages=TWO, **award)
    marks = build.marked(build.tender(build.judged()), **MARKS).judgements
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": list(decisions)}
    bids = ct.read_bids([build.bid(name, price) for name, price in PRICES.items()])
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(published, bids, marks, ct.read_decisions(log))
    return [str(problem) for problem in problems_of(error.value)]


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
@pytest.mark.parametrize(
    ("decisions", "bid", "stage"),
    [
        ([rejected("four", "second")], "four", "second"),  # it fell in the first
        ([rejected("four"), low_price("four", "first")], "four", "first"),  # it took part in none
        ([rejected("one", "first"), low_price("one", "second")], "one", "second"),
        ([rejected("one", "second"), low_price("one", "first")], "one", "second"),
    ],
)
def test_a_stage_that_the_bid_did_not_reach(build, on_rejection, decisions, bid, stage):
    (number,) = (n for n, decision in enumerate(decisions) if decision.get("after") == stage)
    assert said(build, *decisions, on_rejection=on_rejection) == [
        f'decisions /decisions/{number}/after\n    found "{stage}" [after-not-reached]\n'
        f"    The bid {bid} took no part in this stage."
    ]


def test_a_stage_that_there_is_not(build):
    assert said(build, rejected("one", "frist")) == [
        'decisions /decisions/0/after\n    found "frist" [unknown-stage]\n'
        "    The tender has no stage of this id. Was 'first' meant?"
    ]


def test_a_tender_that_does_not_say_what_it_does_to_the_others(build):
    silent = build.tender(build.judged(), build.priced(scale={"kind": "linear", "zero_at": "9", "full_at": "0"})).plain
    del silent["award"]["on_rejection"]
    assert said(build, rejected("one", "assessment"), published=ct.read_tender(silent)) == [
        'decisions /decisions/0/after\n    found "assessment" [after-not-published]\n'
        "    The tender does not say what a rejection after a stage does to the points of the others "
        "(on_rejection: keep or recompute)."
    ]


def test_a_low_price_that_is_explained(build):
    assert said(build, low_price("one", "first", explained=True)) == [
        'decisions /decisions/0/after\n    found "first" [after-explained]\n'
        "    A low price that is explained rejects no bid. Remove after."
    ]
