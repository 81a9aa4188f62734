"""What is said where it is open whose claims become a contract, word for word in both languages."""

import promised
import pytest
from bilingual import problems_of

import circular_tender as ct

PLACE = "assessment (the whole document)\n"


def said(*given, **named):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.promises(*given, **named)
    return [str(problem) for problem in problems_of(error.value)]


def equal(**award):
    """Two bids that are equal in everything."""
    plain = promised.tender(only=("days",)).plain
    tender = ct.read_tender({**plain, "award": {**plain["award"], **award}})
    bids = [promised.bid(only=("days",), id=name) for name in ("acme", "bravo")]
    return promised.assess(tender, *bids)


def test_nobody_wins():
    assert said(equal()) == [
        f'{PLACE}    found "tie" [promises-no-winner]\n    No bid wins here, so no contract comes of it. Name the bid that is meant.'
    ]
    assert ct.promises(equal(), bid="bravo").bid == "bravo"


def test_several_win():
    assert said(equal(winners="2")) == [
        f'{PLACE}    found "acme, bravo" [promises-several-winners]\n'
        "    Several bids win here, each with a contract of its own. Name the bid that is meant."
    ]
    assert ct.promises(equal(winners="2"), bid="acme").bid == "acme"


def test_a_rejected_bid_and_one_that_is_not_there():
    rejected = {"kind": "rejected", "bid": "acme", "ground": "irregular"}
    taken = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
    tender, bid = promised.tender(only=("days",)), promised.bid(only=("days",))
    assessment = promised.assess(tender, bid, decisions=[rejected | taken])
    assert said(assessment, bid="acme") == [
        f'{PLACE}    found "acme" [promises-rejected]\n    This bid is rejected, so no contract comes of it.'
    ]
    assert said(assessment)[0].startswith(f'{PLACE}    found "no_valid_bid" [promises-no-winner]')
    assert said(assessment, bid="acne") == [
        f"{PLACE}    found \"acne\" [no-such-bid]\n    There is no bid of this id. Was 'acme' meant?"
    ]
