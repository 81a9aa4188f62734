"""Marks of a panel and of its members: means worked out by hand, revisions, and marks given after the prices were known."""

from fractions import Fraction as F

import pytest
from bilingual import problems_of

import circular_tender as ct

MEAN = {"kind": "judgement", "aggregate": "mean_of_members", "allowed": {"least": "-10", "greatest": "10"}}
TO_TEN = {"kind": "linear", "zero_at": "0", "full_at": "10"}
OPENED = "2026-09-15T09:00:00+02:00"
TAKEN = {"by": "officer", "reason": "seen", "at": OPENED}


def judgements(**marks):
    """The marks on the criterion `c`; a list is of members a, b, c, …, by number."""
    whole = {}
    for bid, given in marks.items():
        members = {f"m-{n}": {"mark": mark, "reason": f"r{n}"} for n, mark in enumerate(given)}
        whole[bid] = {"c": {"members": members} if isinstance(given, list) else given}
    return {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "p", "marks": whole}


def log(*decisions):
    whole = [{**TAKEN, **decision} for decision in decisions]
    return ct.read_decisions({"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": whole})


def revised(old, new, member=None, bid="a", **more):
    of = {"member": member} if member else {}
    return {"kind": "mark_revised", "bid": bid, "criterion": "c", "old": old, "new": new, **of, **more}


def opened(stage, at=OPENED):
    return {"kind": "opened", "stage": stage, "at": at}


def assessed(build, indicator, panel, *decisions, scale=TO_TEN):
    tender = build.tender(build.leaf("c", 10, indicator, scale), lines=())
    bids = ct.read_bids([build.bid(name) for name in panel["marks"]])
    return ct.assess(tender, bids, ct.read_judgements(panel), log(*decisions) if decisions else None)


@pytest.mark.parametrize(
    ("marks", "mean"),
    [
        (["7"], "7"),
        (["7", "8"], "15/2"),
        (["6", "7", "9"], "22/3"),
        (["0.1", "0.2", "0.3"], "1/5"),
        (["0", "0", "0", "1"], "1/4"),
        (["-10", "10"], "0"),
        (["-1", "-2", "-4"], "-7/3"),
        (["9.999999999999", "10"], "19999999999999/2000000000000"),
        (["1"] * 7, "1"),
        (["1"] * 11 + ["2"], "13/12"),  # m-10 and m-11 stand among the others by their names
    ],
)
def test_the_mean_of_members_is_exact(build, marks, mean):
    found = assessed(build, MEAN, judgements(a=marks))["a"]["c"]
    assert found.measured.value == F(mean)
    assert found.measured.unit == "number"
    assert found.points == max(F(0), F(mean))  # of 10 points, as many as the mark, and none below 0
    assert assessed(build, MEAN, judgements(a=marks[::-1]))["a"]["c"].measured.value == F(mean)


def test_a_member_revises_a_mark_and_the_mean_follows(build):
    panel = judgements(a=["6", "7", "9"], b=["5", "5", "5"])
    found = assessed(build, MEAN, panel, revised("7", "10", "m-1"))
    assert found["a"]["c"].measured.value == F(25, 3)  # (6 + 10 + 9) ÷ 3
    assert found["b"]["c"].measured.value == 5
    assert [found["a"].marks[0][1].members[f"m-{n}"].reason for n in range(3)] == ["r0", "seen", "r2"]
    found = assessed(
        build, MEAN, panel, revised("7", "10", "m-1"), revised("10", "0.5", "m-1"), revised("6", "1", "m-0")
    )
    assert found["a"]["c"].measured.value == F(7, 2)  # (1 + 0.5 + 9) ÷ 3
    # what the panel wrote stays as it was
    assert found.judgements.plain == panel
    page = " ".join(ct.to_text(ct.explain(found, "a")).split())
    assert "The mark on c (member: m-1) is revised: from 7 to 10. The reason: “seen”" in page
    assert "The mark on c (member: m-1) is revised: from 10 to 0.5." in page
    assert "Het oordeel over c (lid: m-1) is herzien: van 7 naar 10." in " ".join(
        ct.to_text(ct.explain(found, "a"), language="nl").split()
    )


LEVELS = {"kind": "levels", "levels": {"good": "100 %", "poor": "20 %"}}
ONE = {"kind": "judgement", "aggregate": "consensus"}


@pytest.mark.parametrize("aggregate", ["consensus", "mean"])
def test_the_panels_own_mark_counts_and_those_of_its_members_are_told(build, aggregate):
    members = {"ann": {"mark": "poor", "reason": "slow"}, "bob": {"mark": "good", "reason": "kind"}}
    panel = judgements(a={"mark": "good", "reason": "so", "members": members})
    indicator = ONE | {"aggregate": aggregate}
    found = assessed(build, indicator, panel, scale=LEVELS)
    assert (found["a"]["c"].measured.value, found["a"]["c"].points) == ("good", 10)
    page = " ".join(ct.to_text(ct.explain(found, "a")).split())
    assert "The panel's mark is good. Its reason: “so” Of its members: ann poor (“slow”); bob good (“kind”)." in page
    # a member who revises a mark does not revise the panel's, nor the panel those of its members
    found = assessed(build, indicator, panel, revised("good", "poor", "bob"), scale=LEVELS)
    assert found["a"]["c"].measured.value == "good"
    assert [mark.mark for mark in found["a"].marks[0][1].members.values()] == ["poor", "poor"]
    found = assessed(build, indicator, panel, revised("good", "poor"), scale=LEVELS)
    assert (found["a"]["c"].measured.value, found["a"]["c"].points) == ("poor", 2)
    assert [mark.mark for mark in found["a"].marks[0][1].members.values()] == ["poor", "good"]


@pytest.mark.parametrize(
    ("decision", "code", "at"),
    [
        (revised("7", "11", "m-1"), "mark-not-allowed", "new"),
        (revised("7", "good", "m-1"), "mark-not-allowed", "new"),
        (revised("7.0", "8", "m-1"), "old-differs", "old"),  # as it was written
        (revised("6", "8", "m-1"), "old-differs", "old"),
        (revised("7", "8"), "old-differs", "old"),  # the panel wrote no mark of its own
        (revised("7", "8", "m-9"), "no-such-place", ""),
        (revised("7", "8", "m-1", criterion="d"), "no-such-place", ""),
    ],
)
def test_a_revision_that_does_not_fit_is_refused(build, decision, code, at):
    with pytest.raises(ct.InvalidDocuments) as error:
        assessed(build, MEAN, judgements(a=["6", "7"]), decision)
    (problem,) = error.value.problems
    assert (problem.code, str(problem.place)) == (code, f"decisions /decisions/0/{at}".rstrip("/"))


def test_a_revision_where_nothing_was_judged_is_refused(build):
    tender = build.tender(build.priced())
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(tender, ct.read_bids([build.bid("a", "1")]), None, log(revised("7", "8")))
    assert [str(problem) for problem in problems_of(error.value)] == [
        'decisions /decisions/0\n    found "/marks/a/c/mark" [no-such-place]\n'
        "    There is no such place in the document that this decision changes."
    ]


BEFORE, AFTER = "2026-09-15T08:59:59.999999+02:00", "2026-09-15T09:00:00.000001+02:00"
SAME = ("2026-09-15T09:00:00+02:00", "2026-09-15T07:00:00Z", "2026-09-15T16:00:00+09:00")
QUALITY_FIRST, PRICE_FIRST = ("c", "price"), ("price", "c")


def notes(build, mark, *decisions, order=QUALITY_FIRST, one_stage=False, indicator=ONE, scale=LEVELS):
    """What must be known beside the mark; the log opens the stages as it is given."""
    leaves = {"c": build.leaf("c", 10, indicator, scale), "price": build.priced()}
    named = zip(("first", "second"), order, strict=True)
    stages = {} if one_stage else {"stages": [{"id": name, "criteria": [leaf]} for name, leaf in named]}
    tender = build.tender(*(leaves[name] for name in order), **stages)
    panel = ct.read_judgements(judgements(a=mark))
    found = ct.explain(ct.assess(tender, ct.read_bids([build.bid("a", "1")]), panel, log(*decisions)), "a")
    told = "This was judged after the prices had been opened." in " ".join(ct.to_text(found).split())
    dutch = "Dit is beoordeeld nadat de prijzen waren geopend." in " ".join(ct.to_text(found, language="nl").split())
    (own,) = [reason.notes for reason in found.reasons if reason.criterion.id == "c"]
    assert told == dutch == ("after_prices" in own)
    return own


def good(at=None, **members):
    """A mark of the panel and those of its members, each with its time or none."""
    timed = {"mark": "good", "reason": "so", **({"at": at} if at else {})}
    own = {name: {"mark": "good", "reason": "so", **({"at": of} if of else {})} for name, of in members.items()}
    return timed | ({"members": own} if own else {})


@pytest.mark.parametrize(
    ("mark", "flagged"),
    [
        (good(), False),
        (good(BEFORE), False),
        *((good(at), False) for at in SAME),
        (good(AFTER), True),
        (good(None, ann=None, bob=None), False),
        (good(None, ann=None, bob=AFTER), True),
        (good(BEFORE, ann=BEFORE, bob=SAME[1]), False),
        (good(BEFORE, ann=AFTER, bob=BEFORE), True),
        (good(AFTER, ann=BEFORE, bob=None), True),
    ],
)
def test_a_mark_after_the_opening_of_prices_is_told(build, mark, flagged):
    expected = ("after_prices",) if flagged else ()
    assert notes(build, mark, opened("second")) == expected
    # not where prices are open before, or at the same time, as the tender publishes; nor where nothing was opened
    assert notes(build, mark, opened("first"), order=PRICE_FIRST) == ()
    assert notes(build, mark, opened("assessment"), one_stage=True) == ()
    assert notes(build, mark, opened("first")) == ()
    assert notes(build, mark, {"kind": "low_price", "bid": "a", "explained": True}) == ()


def test_of_members_whose_mean_counts(build):
    def mark(at):
        return {"members": {"ann": {"mark": "1", "reason": "so"}, "bob": {"mark": "2", "reason": "so", "at": at}}}

    for at, expected in ((BEFORE, ()), (SAME[2], ()), (AFTER, ("after_prices",))):
        assert notes(build, mark(at), opened("second"), indicator=MEAN, scale=TO_TEN) == expected


@pytest.mark.parametrize(("at", "flagged"), [(SAME[0], False), (AFTER, True)])
@pytest.mark.parametrize("mark", [good(), good(BEFORE), good(None, ann=BEFORE), good(None, ann=None)])
def test_a_mark_that_was_revised_after_the_opening_is_told_too(build, mark, at, flagged):
    expected = ("after_prices",) if flagged else ()
    assert notes(build, mark, opened("second"), revised("good", "poor", at=at)) == expected
    if "members" in mark:
        assert notes(build, mark, opened("second"), revised("good", "poor", "ann", at=at)) == expected
    assert notes(build, mark, revised("good", "poor", at=BEFORE), opened("second")) == ()
    assert notes(build, mark, opened("first"), revised("good", "poor", at=AFTER), order=PRICE_FIRST) == ()
