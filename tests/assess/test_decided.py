"""What decisions do to an assessment, and what is said where they don't answer it, word for word."""

import pytest
from bilingual import problems_of

import circular_tender as ct

WOOD = [{"id": "wood", "title": "Sustainable wood"}]
TAKEN = {"at": "2026-10-16T09:00:00Z", "by": "officer", "reason": "seen"}


def tender(build, **award):
    plain = build.tender(build.judged(), ties=["draw"], **award).plain
    return ct.read_tender({**plain, "requirements": WOOD})


def met(bid, *, yes=True, requirement="wood"):
    return {"kind": "requirement", "bid": bid, "requirement": requirement, "met": yes, **TAKEN}


def rejected(bid):
    return {"kind": "rejected", "bid": bid, "ground": "irregular", **TAKEN}


def draw(*order):
    return {"kind": "draw", "order": list(order), "witness": "notary", **TAKEN}


def log(*decisions, reference="T-1"):
    return ct.read_decisions(
        {"schema": "circular-tender/decisions/1", "tender": reference, "decisions": list(decisions)}
    )


def assessed(build, published, decisions, **marks):
    bids = ct.read_bids([build.bid(name) for name in marks])
    panel = build.marked(build.tender(build.judged()), **marks).judgements
    return ct.assess(published, bids, panel, decisions)


def said(build, published, *decisions, reference="T-1", **marks):
    with pytest.raises(ct.InvalidDocuments) as error:
        assessed(build, published, log(*decisions, reference=reference), **(marks or {"a": "1", "b": "1"}))
    return [str(problem) for problem in problems_of(error.value)]


def test_a_draw_separates_those_that_share_a_rank_and_no_others(build):
    marks = {"a": "0.5", "b": "0.5", "c": "1"}
    every = [met(name) for name in marks]
    tied = assessed(build, tender(build), log(*every), **marks)
    assert [(s.rank, s.bids) for s in tied.ranking] == [(1, ("c",)), (2, ("a", "b"))]
    drawn = assessed(build, tender(build), log(*every, draw("b", "a")), **marks)
    assert [(s.rank, s.bids) for s in drawn.ranking] == [(1, ("c",)), (2, ("b",)), (3, ("a",))]
    assert "in a draw: b, a, before notary" in ct.to_text(drawn)
    problem = (
        "decisions /decisions/3/order\n    found a list of 2 [draw-without-tie]\n"
        "    These bids do not share a rank that a draw must separate."
    )
    assert said(build, tender(build), *every, draw("a", "c"), **marks) == [problem]


def test_what_is_said_of_those_that_only_a_draw_separates(build):
    every = [met(name) for name in "abc"]
    drawn = assessed(build, tender(build), log(*every, draw("b", "a")), a="1", b="1", c="0")
    text = " ".join(ct.to_text(drawn).split())
    assert "B (b) and A (a) have the same points; the draw puts B (b) first." in text
    assert "Rank 1 of 3, with 60.000 of 60 points: the first." in text
    assert (
        "Rank 2 of 3, with 60.000 of 60 points, as many as the first, B (b): the published rules for equal points"
        in text
    )


def test_a_rejected_bid_takes_no_part_and_needs_no_judgement_of_its_requirements(build):
    marks = {"a": "0.5", "b": "1", "c": "1"}
    found = assessed(build, tender(build), log(met("a"), rejected("b"), met("c", yes=False)), **marks)
    assert found.winner == "a"
    assert [(bid, type(r).__name__) for bid, r in found.rejected] == [("b", "Decided"), ("c", "NotMet")]
    assert [found[bid].points for bid in "bc"] == [None, None]
    assert "does not meet the requirement “Sustainable wood”" in ct.to_text(ct.explain(found, "c"))
    assert "the bid is irregular. Decided on 16\u00a0October 2026, 09:00 (UTC) by officer: seen." in ct.to_text(found)


def test_a_requirement_without_a_decision_is_an_error(build):
    missing = (
        "decisions{} /decisions\n    found nothing (null) [decision-missing]\n"
        "    Nothing says whether the bid b meets the requirement wood. That is a decision."
    )
    assert said(build, tender(build), met("a")) == [missing.format("")]
    with pytest.raises(ct.InvalidDocuments) as error:
        assessed(build, tender(build), None, a="1", b="1")
    assert len(problems_of(error.value)) == 2


@pytest.mark.parametrize(
    ("decision", "place", "sentence"),
    [
        (met("z"), '/decisions/2/bid\n    found "z" [unknown-bid]', "No bid has this id."),
        (
            met("a", requirement="wod"),
            '/decisions/2/requirement\n    found "wod" [unknown-requirement]',
            "The tender has no requirement of this id. Was 'wood' meant?",
        ),
        (
            met("a"),
            '/decisions/2\n    found "wood" [decided-twice]',
            "This was decided before, at /decisions/0. A log holds one decision of each thing.",
        ),
        (draw("a", "z"), '/decisions/2/order/1\n    found "z" [unknown-bid]', "No bid has this id."),
        (rejected("z"), '/decisions/2/bid\n    found "z" [unknown-bid]', "No bid has this id."),
        (
            draw("a", "a"),
            '/decisions/2/order/1\n    found "a" [duplicate-id]',
            "The id a stands twice, first at /decisions/2/order/0.",
        ),
    ],
)
def test_a_decision_that_answers_nothing_is_refused(build, decision, place, sentence):
    assert said(build, tender(build), met("a"), met("b"), decision) == [f"decisions {place}\n    {sentence}"]


def test_a_log_of_another_tender_and_a_draw_that_is_not_published(build):
    published = ct.read_tender({**tender(build).plain, "award": {**tender(build).plain["award"], "ties": []}})
    assert said(build, published, met("a"), met("b"), draw("a", "b"), reference="T-2") == [
        'decisions /tender\n    found "T-2" [other-tender]\n    The tender\'s reference is T-1.',
        'decisions /decisions/2\n    found "draw" [draw-not-published]\n'
        "    The tender does not say that a tie is broken by a draw.",
    ]


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        ({"met": "yes"}, "wrong-type", "/decisions/0/met"),
        ({"by": ""}, "empty-text", "/decisions/0/by"),
        ({"at": "2026-10-16"}, "instant-form", "/decisions/0/at"),
        ({"kind": "reject"}, "unknown-choice", "/decisions/0/kind"),
    ],
)
def test_a_decision_has_a_time_a_role_and_a_reason(change, code, pointer):
    with pytest.raises(ct.InvalidDocuments) as error:
        log({**met("a"), **change})
    assert [(p.code, p.place.pointer) for p in problems_of(error.value)] == [(code, pointer)]


def test_a_log_is_in_the_record_and_its_digest(build):
    found = assessed(build, tender(build), log(met("a"), met("b")), a="1", b="0")
    again = assessed(build, tender(build), log(met("a"), {**met("b"), "reason": "heard"}), a="1", b="0")
    assert ct.record(found) != ct.record(again)
    assert b'"decisions":{"decisions":[' in ct.record(found)
    assert ct.read_decisions(ct.write(found.decisions).encode()) == found.decisions


@pytest.mark.parametrize("change", [{"prices": {}}, {"answers": {"x": None}}, {"tender": "T-2"}])
def test_a_bid_that_is_rejected_need_not_answer_the_tender(build, change):
    published = build.tender(build.priced(), lines=[("piece", 1)])
    bids = ct.read_bids([build.bid("a", "1"), build.bid("b", "2") | change])
    with pytest.raises(ct.InvalidDocuments):
        ct.assess(published, bids)
    found = ct.assess(published, bids, None, log(rejected("b")))
    assert (found.winner, [bid for bid, _ in found.rejected]) == ("a", ["b"])
    assert "the bid is irregular" in ct.to_text(found)
