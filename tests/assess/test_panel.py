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


AGGREGATES = [
    MEAN,
    MEAN | {"rounding": {"places": "0", "mode": "up"}},
    MEAN | {"aggregate": "median_of_members", "rounding": "none"},
    MEAN | {"aggregate": "trimmed_mean_of_members", "rounding": {"places": "2", "mode": "half_even"}},
]


def three(*times):
    """The marks of three members, each with its time or none."""
    own = [{"mark": str(n), "reason": f"r{n}", **({"at": at} if at else {})} for n, at in enumerate(times)]
    return {"members": {f"m-{n}": mark for n, mark in enumerate(own)}}


@pytest.mark.parametrize("indicator", AGGREGATES, ids=lambda indicator: indicator["aggregate"])
@pytest.mark.parametrize("late", range(3))
def test_of_members_whose_marks_are_made_into_one_each_counts_for_the_opening(build, indicator, late):
    for at, expected in ((BEFORE, ()), (SAME[1], ()), (AFTER, ("after_prices",))):
        times = [BEFORE, None, BEFORE]
        times[late] = at
        assert notes(build, three(*times), opened("second"), indicator=indicator, scale=TO_TEN) == expected
        assert notes(build, three(*times), opened("first"), indicator=indicator, scale=TO_TEN) == ()
    panel = three(BEFORE, BEFORE, BEFORE)
    revision = revised("1", "2", "m-1", at=AFTER)
    expected = ("after_prices",)
    assert notes(build, panel, opened("second"), revision, indicator=indicator, scale=TO_TEN) == expected


PRICED = {"kind": "price"}
OFF = {"kind": "discount", "of": "off"}
WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}


@pytest.mark.parametrize(
    ("stages", "opens", "flagged"),
    [
        (["c", "other", "price"], "second", False),  # nothing of a price is opened there
        (["c", "other", "price"], "third", True),
        (["c", "price", "other"], "second", True),
        (["c", "price", "again"], "third", True),
        (["c", "price", "other"], "third", True),  # after those of the second stage too, though nobody noted when
        (["price", "c", "again"], "third", False),  # the price was known before, as published
        (["c", "discount"], "second", True),  # what is offered on prices is a price
        (["discount", "c", "price"], "third", True),
        (["discount", "c"], "first", False),
        (["c", "discount", "price"], "second", True),
    ],
)
@pytest.mark.parametrize("grouped", [False, True])
def test_which_stages_open_prices(build, stages, opens, flagged, grouped):
    leaves = {
        "c": build.leaf("c", 10, ONE, LEVELS),
        "other": build.leaf("other", 10, {"kind": "answer", "asks": "number", "otherwise": "0"}, TO_TEN),
        "price": build.priced(),
        "again": build.priced("again"),
        "discount": build.leaf("discount", 10, OFF, WHOLE),
    }
    criteria = [build.group(f"in-{name}", leaves[name]) if grouped else leaves[name] for name in stages]
    ids = ["first", "second", "third"][: len(stages)]
    rules = [{"id": name, "criteria": [top["id"]]} for name, top in zip(ids, criteria, strict=True)]
    tender = build.tender(*criteria, discounts=("off",), stages=rules)
    answers = {"answers": {"other": {"value": "5", "evidence": None}}} if "other" in stages else {}
    bid = build.bid("a", "1", discounts={"off": "5 %"}, **answers)
    judged_ = ct.read_judgements(judgements(a=good(AFTER)))
    assessment = ct.assess(tender, ct.read_bids([bid]), judged_, log(opened(opens)))
    (found,) = [reason.notes for reason in ct.explain(assessment, "a").reasons if reason.criterion.id == "c"]
    assert found == (("after_prices",) if flagged else ())


FOUR_LEVELS = {
    "kind": "levels",
    "levels": {"top": "100 %", "good": "60 %", "poor": "20 %", "none": "0 %"},
    "descriptions": {"top": {"en": "Does it ALL, at once.", "nl": "Doet alles, en direct."}, "poor": "Some of it"},
}


def told(build, mark, indicator, scale=FOUR_LEVELS, title="c", *decisions):
    """What is told of a mark, or the problems."""
    tender = build.tender({**build.leaf("c", 10, indicator, scale), "title": title}, lines=())
    panel = ct.read_judgements(judgements(a=mark))
    try:
        found = ct.explain(ct.assess(tender, ct.read_bids([build.bid("a")]), panel, log(*decisions)), "a")
    except ct.InvalidDocuments as error:
        return [(problem.code, problem.place.pointer) for problem in error.problems]
    (reason,) = found.reasons
    return reason.notes, " ".join(ct.to_text(found, language="en").split())


def of_levels(*names, mark="good", **more):
    members = {f"m-{n}": {"mark": name, "reason": f"r{n}"} for n, name in enumerate(names)}
    return {"mark": mark, "reason": "so", "members": members, **more}


@pytest.mark.parametrize(
    ("names", "steps"),
    [(["good", "good"], 0), (["top", "good"], 1), (["poor", "top", "good"], 2), (["none", "top"], 3), (["good"], 0)],
)
@pytest.mark.parametrize("tolerance", range(4))
def test_levels_lie_apart_by_their_steps_in_the_tender(build, names, steps, tolerance):
    indicator = ONE | {"tolerance": str(tolerance)}
    found = told(build, of_levels(*names), indicator)
    if steps > tolerance:
        assert found == [("moderation-missing", "/marks/a/c/moderation")]
    else:
        assert "steps of the levels" not in found[1]
    page = told(build, of_levels(*names, moderation="we talked"), indicator)[1]
    assert ("we talked" in page, f"lie more steps of the levels, {steps}, than" in page) == (True, steps > tolerance)
    assert ("What was said of the difference between the members: “we talked”" in page) == (steps <= tolerance)


@pytest.mark.parametrize(
    ("marks", "tolerance", "far"),
    [
        (["7", "9"], "2", False),
        (["7", "9.000000000001"], "2", True),
        (["-1", "1", "0"], "1.9", True),
        (["0.1", "0.3"], "0.2", False),  # which binary floats would call too far
        (["5", "5", "5"], "0", False),
        (["5", "5.1", "5"], "0", True),
    ],
)
@pytest.mark.parametrize("indicator", AGGREGATES[:3], ids=lambda indicator: indicator["aggregate"])
def test_numbers_lie_apart_by_their_difference(build, marks, tolerance, far, indicator):
    members = {f"m-{n}": {"mark": mark, "reason": f"r{n}"} for n, mark in enumerate(marks)}
    asked = indicator | {"tolerance": tolerance}
    found = told(build, {"members": members}, asked, TO_TEN)
    assert (found == [("moderation-missing", "/marks/a/c/moderation")]) == far
    assert "“we talked”" in told(build, {"members": members, "moderation": "we talked"}, asked, TO_TEN)[1]
    assert isinstance(told(build, {"members": members}, indicator, TO_TEN), tuple)  # no tolerance, no note


def test_a_mark_that_is_not_allowed_is_told_and_not_how_far_it_lies_from_others(build):
    assert told(build, of_levels("good", "tip"), ONE | {"tolerance": "1"}) == [
        ("unknown-level", "/marks/a/c/members/m-1/mark")
    ]


REPEATS = [
    "c",
    "C!",
    "does it all: at once",
    "Doet alles (en direct)",
    "DOET ALLES EN DIRECT.",
    "some of it",
    "Top.",
    "none",
]
OWN = ["It does it all at once.", "cc", "so", "a top", "does it all", "12"]


@pytest.mark.parametrize("handling", ["refuse", "flag", None])
@pytest.mark.parametrize("reason", [*REPEATS, *OWN, "…", "- –"])
def test_a_reason_that_is_none_or_only_repeats_the_tender(build, handling, reason):
    own = {"mark": "good", "reason": reason, "members": {"ann": {"mark": "good", "reason": reason}}}
    found = told(build, own, ONE | ({"reasons": handling} if handling else {}))
    repeated, empty = reason in REPEATS, reason[0] in "…-"
    if handling == "refuse" and (repeated or empty):
        code = "reason-repeats" if repeated else "missing-key"
        assert found == [(code, "/marks/a/c/reason"), (code, "/marks/a/c/members/ann/reason")]
        return
    flags = (("reason_repeats",) if repeated else ("reason_missing",) if empty else ()) if handling else ()
    assert found[0] == flags
    told_of = "the panel's mark, the mark of ann."
    assert (f"With a reason that only repeats what the tender says: {told_of}" in found[1]) == (
        "reason_repeats" in flags
    )
    assert (f"Given without a reason: {told_of}" in found[1]) == ("reason_missing" in flags)


@pytest.mark.parametrize("handling", ["refuse", "flag", None])
@pytest.mark.parametrize("computed", [False, True])
def test_a_mark_without_a_reason_counts_only_where_the_tender_has_it_told(build, handling, computed):
    members = {"ann": {"mark": "1"}, "bob": {"mark": "2", "reason": None}, "cor": {"mark": "3", "reason": "so"}}
    indicator = (MEAN if computed else MEAN | {"aggregate": "consensus"}) | ({"reasons": handling} if handling else {})
    own = {"members": members} if computed else {"mark": "2", "members": members}
    found = told(build, own, indicator, TO_TEN)
    places = [*([] if computed else ["/marks/a/c/reason"]), *(f"/marks/a/c/members/{m}/reason" for m in ("ann", "bob"))]
    if handling != "flag":
        assert found == [("missing-key", place) for place in places]
        return
    assert found[0] == ("reason_missing",)
    panel = "" if computed else "the panel's mark, "
    assert f"Given without a reason: {panel}the mark of ann, the mark of bob." in found[1]
    assert "ann 1; bob 2; cor 3 (“so”)." in found[1]
    assert ("The panel's mark is 2. Of its members:" in found[1]) is not computed


def test_a_revision_gives_a_mark_the_reason_that_it_lacked(build):
    own = {"mark": "good", "members": {"ann": {"mark": "good", "reason": "so"}}}
    strict = ONE | {"reasons": "refuse"}
    assert told(build, own, strict) == [("missing-key", "/marks/a/c/reason")]
    assert told(build, own, strict, FOUR_LEVELS, "c", revised("good", "top"))[0] == ()
    assert told(build, own, strict, FOUR_LEVELS, "c", revised("good", "top", reason="Top!")) == [
        ("reason-repeats", "/decisions/0/reason")
    ]


def test_a_note_of_a_revision_takes_the_place_of_the_one_before(build):
    strict = ONE | {"tolerance": "1"}
    both = of_levels("top", "poor", moderation="we talked")
    again = revised("poor", "none", "m-1", moderation="and talked again")
    _, page = told(build, both, strict, FOUR_LEVELS, "c", again)
    assert ("“and talked again”" in page, "“we talked”" in page) == (True, False)
    _, page = told(build, both, strict, FOUR_LEVELS, "c", revised("poor", "good", "m-1"))
    assert "What was said of the difference between the members: “we talked”" in page


def test_the_title_counts_in_each_of_its_languages_and_an_answer_in_none_of_them(build):
    strict = ONE | {"reasons": "refuse"}
    title = {"nl": "Plan voor later", "en": "Plan for later"}
    for reason in ("plan voor later", "PLAN-FOR-LATER"):
        assert told(build, {"mark": "good", "reason": reason}, strict, FOUR_LEVELS, title) == [
            ("reason-repeats", "/marks/a/c/reason")
        ]
    assert told(build, {"mark": "good", "reason": "plan"}, strict, FOUR_LEVELS, title)[0] == ()


def test_the_description_of_the_level_that_was_given_is_quoted_in_the_language_of_the_page(build):
    tender = build.tender(build.leaf("c", 10, ONE, FOUR_LEVELS), lines=())
    for level, english, dutch in (
        (
            "top",
            "The tender says of that level: “Does it ALL, at once.” That level earns 100 %.",
            "“Doet alles, en direct.”",
        ),
        ("poor", "The tender says of that level: “Some of it” That level earns 20 %.", "“Some of it”"),
    ):
        found = ct.explain(build.assess(tender, build.bid("a"), a={"c": level}), "a")
        assert english in " ".join(ct.to_text(found, language="en").split())
        assert f"zegt van dat niveau: {dutch}" in " ".join(ct.to_text(found, language="nl").split())
    plain = ct.explain(build.assess(tender, build.bid("a"), a={"c": "good"}), "a")
    assert "“so” That level earns 60 %." in " ".join(ct.to_text(plain, language="en").split())
    only_dutch = {**FOUR_LEVELS, "descriptions": {"top": {"nl": "Alles"}}}
    tender = build.tender(build.leaf("c", 10, ONE, only_dutch), lines=())
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.to_text(build.assess(tender, build.bid("a"), a={"c": "top"}), language="en")
    assert [(p.code, p.place.pointer) for p in error.value.problems] == [
        ("missing-language", "/criteria/0/scale/descriptions/top")
    ]
