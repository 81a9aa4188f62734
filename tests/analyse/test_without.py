"""The whole tender as if a bid had never been there: its marks, the decisions about it, and what was drawn."""

import pytest
import turned

import circular_tender as ct
from circular_tender.bids import Draw

EQUAL = (("a", "100", "0.5"), ("b", "100", "0.5"), ("c", "140", "0"), ("e", "100", "0.5"))


def left(assessment):
    return [bid.id for bid in assessment.bids]


def draws(assessment):
    return [list(d.order) for d in assessment.decisions.decisions if isinstance(d, Draw)]


def test_the_bid_and_its_marks_are_gone_and_the_assessment_before_is_as_it_was(build):
    before = build.marked(build.tender(build.judged()), a="1", b="0.5", c="0.2")
    after = ct.without(before, "b")
    assert left(after) == ["a", "c"]
    assert [*after.judgements.marks] == ["a", "c"]
    assert build.ranks(after) == [(1, ("a",)), (2, ("c",))]
    assert [*before.judgements.marks] == left(before) == ["a", "b", "c"]


def test_decisions_about_it_are_gone_and_others_stay(build):
    plain = build.marked(build.tender(build.judged(), on_rejection="recompute"), a="1", b="0.5", c="0.2")
    rejected = {"kind": "rejected", "ground": "irregular", "after": "assessment"}
    opened = {"kind": "opened", "stage": "assessment"}
    before = turned.decided(plain, opened, rejected | {"bid": "a"}, rejected | {"bid": "b"})
    after = ct.without(before, "a")
    assert [d.kind for d in after.decisions.decisions] == ["opened", "rejected"]
    assert after.decisions.decisions[1].bid == "b"
    assert build.ranks(after) == [(1, ("c",))]


def test_a_log_that_says_nothing_of_it_stays_the_same_document(build):
    plain = build.marked(build.tender(build.judged()), a="1", b="0.5")
    before = turned.decided(plain, {"kind": "opened", "stage": "assessment"})
    assert ct.without(before, "a").decisions is before.decisions


def test_under_keep_a_bid_rejected_later_still_counts_and_without_it_it_does_not(build):
    of = (("100", "0.5"), ("50", "0.5"))
    plain = turned.assessed(build, {"kind": "lowest_over_own"}, of, on_rejection="keep")
    kept = turned.decided(plain, {"kind": "rejected", "ground": "irregular", "bid": "b", "after": "assessment"})
    assert build.totals(kept) == {"a": 50, "b": None}  # 30 + 40 × 50 ÷ 100
    assert build.totals(ct.without(kept, "b")) == {"a": 70}


def test_a_draw_counts_among_those_that_remain_where_they_are_equal_still(build):
    before = turned.decided(turned.even(build, *EQUAL), turned.drawn("e", "a", "b"))
    assert build.ranks(before) == [(1, ("e",)), (2, ("a",)), (3, ("b",)), (4, ("c",))]
    after = ct.without(before, "a")
    assert build.ranks(after) == [(1, ("e",)), (2, ("b",)), (3, ("c",))]
    assert draws(after) == [["e", "b"]]


def test_a_draw_between_two_is_gone_with_one_of_them(build):
    before = turned.decided(turned.even(build, *EQUAL[:3]), turned.drawn("b", "a"))
    after = ct.without(before, "b")
    assert build.ranks(after) == [(1, ("a",)), (2, ("c",))]
    assert draws(after) == []


def test_a_draw_of_bids_that_are_no_longer_equal_is_left_out(build):
    after = turned.by_draw(build).after
    assert build.ranks(after) == [(1, ("a",)), (2, ("d",))]
    assert draws(after) == []


def test_a_draw_does_not_separate_bids_to_which_another_is_equal_now(build):
    # with c, d has 40 + 32 points; without it, 40 + 20, as many as a and b, among whom alone was drawn
    of = (("a", "100", "0.5"), ("b", "100", "0.5"), ("c", "200", "0"), ("d", "120", "1"), ("e", "140", "0"))
    before = turned.decided(turned.even(build, *of), turned.drawn("b", "a"))
    assert build.ranks(before)[:3] == [(1, ("d",)), (2, ("b",)), (3, ("a",))]
    after = ct.without(before, "c")
    assert build.ranks(after) == [(1, ("a", "b", "d")), (4, ("e",))]
    assert after.winner is None
    assert draws(after) == []


def test_a_draw_that_is_not_about_it_stays_as_it_is(build):
    before = turned.decided(turned.even(build, *EQUAL[:3], ("f", "140", "0.1")), turned.drawn("b", "a"))
    after = ct.without(before, "f")
    assert after.decisions is before.decisions
    assert build.ranks(after)[:2] == [(1, ("b",)), (2, ("a",))]


def test_a_bid_that_cannot_be_read_can_be_left_out_with_the_decision_that_rejects_it(build):
    bids = [*ct.read_bids(build.bid("a")), *ct.read_bids([b'{"id": "b"', b'{"id": "c"'])]
    tender = build.tender(build.judged())
    marks = build.marked(tender, a="1").judgements
    log = [{"kind": "rejected", "ground": "irregular", "bid": bid.id} for bid in bids[1:]]
    document = {"schema": "circular-tender/decisions/1", "tender": "T-1"}
    decisions = ct.read_decisions({**document, "decisions": [turned.TAKEN | one for one in log]})
    before = ct.assess(tender, bids, marks, decisions)
    after = ct.without(before, bids[1].id)
    assert left(after) == ["a", bids[2].id]
    assert [bid for bid, _ in after.rejected] == [bids[2].id]


def test_what_goes_wrong_beside_the_log_is_told_where_it_stands(build):
    """The decision about the only bid is gone with it, and no bid is left."""
    plain = build.marked(build.tender(build.judged()), a="1")
    before = turned.decided(plain, {"kind": "rejected", "ground": "irregular", "bid": "a"})
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.without(before, "a")
    assert [(problem.code, problem.place.document) for problem in raised.value.problems] == [("no-bids", "bids")]
