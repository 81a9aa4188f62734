"""Rejected after a stage: what a bid that took part leaves behind, under keep and under recompute. Points by hand.

The first tenders have the order of the case of Utrecht's printers (HR 9 May 2014, ECLI:NL:HR:2014:1078): the first proves
invalid; the second wins where the points stay, the third where all is computed again. The figures are invented.
"""

import json
from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.assessment import BelowMinimum, Decided, NotAmongBest

TWO = [{"id": "first", "criteria": ["quality"]}, {"id": "second", "criteria": ["price"]}]
TAKEN = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "a certificate was false"}
DISCOUNT = {"kind": "discount", "of": "d"}
AT_MEAN = {"kind": "bilinear_at_mean", "at_mean": "90 %"}


def rejected(bid, after="assessment", **more):
    where = {"after": after} if after else {}
    return {"kind": "rejected", "bid": bid, "ground": "irregular", **TAKEN, **where, **more}


def log(*decisions):
    whole = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": list(decisions)}
    return ct.read_decisions(whole)


def decided(published, bids, marks, *decisions):
    panel = {
        name: {criterion: {"mark": mark, "reason": "so"} for criterion, mark in of_bid.items()}
        for name, of_bid in marks.items()
    }
    judgements = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "three members", "marks": panel}
    read = ct.read_judgements(judgements) if marks else None
    return ct.assess(published, ct.read_bids(list(bids)), read, log(*decisions))


def low_bid(build, *decisions, **award):
    """Points for price and quality: one 40 + 36, two 40 × 50 ÷ 100 + 54, three 40 × 50 ÷ 80 + 48."""
    published = build.tender(build.judged(), build.priced(), **award)
    bids = [build.bid("one", "50"), build.bid("two", "100"), build.bid("three", "80")]
    marks = {"one": {"quality": "0.6"}, "two": {"quality": "0.9"}, "three": {"quality": "0.8"}}
    return decided(published, bids, marks, *decisions)


def at_mean(build, *decisions, **award):
    """Discounts of 90, 10 and 20 %, mean 40: 40, 40 × 0.9 × 10 ÷ 40 = 9 and 18 points; quality 42, 60 and 48."""
    published = build.tender(
        build.judged(), build.leaf("discount", 40, DISCOUNT, AT_MEAN), lines=(), discounts=["d"], **award
    )
    offers = {"one": "90 %", "two": "10 %", "three": "20 %"}
    marks = {"one": {"quality": "0.7"}, "two": {"quality": "1"}, "three": {"quality": "0.8"}}
    bids = [build.bid(name, discounts={"d": offer}) for name, offer in offers.items()]
    return decided(published, bids, marks, *decisions)


@pytest.mark.parametrize(
    ("tender", "before", "keep", "recompute"),
    [
        # without one the lowest price is 80: two 40 × 80 ÷ 100 + 54, three 40 + 48
        (low_bid, (76, 74, 73), (74, 73), (86, 88)),
        # without one the mean is 15 and the highest 20: two 40 × 0.9 × 10 ÷ 15 + 60, three 40 + 48
        (at_mean, (82, 69, 66), (69, 66), (84, 88)),
    ],
)
def test_the_first_proves_invalid(build, verify, tender, before, keep, recompute):
    for on_rejection in ("keep", "recompute"):
        found = tender(build, on_rejection=on_rejection)
        assert build.totals(found) == dict(zip(("one", "two", "three"), before, strict=True))
        assert [standing.bids for standing in found.ranking] == [("one",), ("two",), ("three",)]
    kept = tender(build, rejected("one"), on_rejection="keep")
    assert (kept.winner, [kept[bid].points for bid in ("two", "three")]) == ("two", [*keep])
    again = tender(build, rejected("one"), on_rejection="recompute")
    assert (again.winner, [again[bid].points for bid in ("two", "three")]) == ("three", [*recompute])
    for found in (kept, again):
        assert verify(ct.record(found)) == []
        one = found["one"]
        assert (one.points, one.total_cell, one.rank) == (None, None, None)
        ((bid, ground),) = found.rejected
        assert isinstance(ground, Decided)
        assert (bid, ground.after, ground.ground, ground.position) == ("one", "assessment", "irregular", 0)
        # what it had in the stage in which it took part is as it was
        assert sum(score.points for score in one.scores) == before[0]
        assert [stage.bids for stage in one.stages] == [("one", "two", "three")]
    assert [stage.bids for stage in again.stages] == [("two", "three")]
    # without a stage it takes no part, whatever becomes of others: as before there was `after`
    for on_rejection in ("keep", "recompute"):
        found = tender(build, rejected("one", after=None), on_rejection=on_rejection)
        assert [found[bid].points for bid in ("two", "three")] == [*recompute]
        assert found["one"].stages == ()


def staged(build, *decisions, published=None, prices=None, **award):
    """The minimum is 30 of 60: one 36, two 54, three 48, four 12."""
    minimum = {"threshold": {"at_least": "30", "on": "raw"}}
    published = published or build.tender(build.judged(**minimum), build.priced(), stages=TWO, **award)
    bids = [build.bid(name, price) for name, price in (prices or PRICES).items()]
    marks = {"one": "0.6", "two": "0.9", "three": "0.8", "four": "0.2"}
    return decided(published, bids, {name: {"quality": mark} for name, mark in marks.items()}, *decisions)


PRICES = {"one": "50", "two": "100", "three": "80", "four": "10"}


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_after_the_first_of_two_stages_it_takes_no_part_in_the_second(build, verify, on_rejection):
    unopened = {**PRICES, "one": None, "four": None}  # nobody needs their second envelopes
    found = staged(build, rejected("one", "first"), prices=unopened, on_rejection=on_rejection)
    assert verify(ct.record(found)) == []
    # the lowest of the second stage is 80 either way
    assert build.totals(found) == {"one": None, "two": 86, "three": 88, "four": None}
    assert [[stage.id for stage in found[bid].stages] for bid in ("one", "two", "four")] == [
        ["first"],
        ["first", "second"],
        ["first"],
    ]
    assert found["one"]["quality"].points == 36
    order = ["four", "one"] if on_rejection == "keep" else ["one", "four"]
    assert [bid for bid, _ in found.rejected] == order


@pytest.mark.parametrize(
    ("on_rejection", "totals"), [("keep", {"two": 74, "three": 73}), ("recompute", {"two": 86, "three": 88})]
)
def test_after_the_second_its_price_counts_or_does_not(build, verify, on_rejection, totals):
    found = staged(build, rejected("one", "second"), on_rejection=on_rejection)
    assert verify(ct.record(found)) == []
    assert build.totals(found) == {"one": None, "four": None, **totals}
    assert [stage.id for stage in found["one"].stages] == ["first", "second"]


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_it_may_fall_below_a_minimum_in_the_same_stage(build, verify, on_rejection):
    found = staged(build, rejected("four", "first"), on_rejection=on_rejection)
    assert verify(ct.record(found)) == []
    assert [type(ground) for ground in found["four"].rejections] == [BelowMinimum, Decided]
    assert [bid for bid, _ in found.rejected] == ["four", "four"]
    assert build.totals(found) == build.totals(staged(build, on_rejection=on_rejection))


def test_a_place_among_the_best_stays_taken_or_is_free_again(build, verify):
    best = {"threshold": {"max_pass": "2", "equal": "pass", "on": "raw"}}  # of 54, 48, 36 and 12
    for on_rejection, ranked in (("keep", ["three"]), ("recompute", ["three", "one"])):
        published = build.tender(build.judged(**best), build.priced(), stages=TWO, on_rejection=on_rejection)
        found = staged(build, rejected("two", "first"), published=published)
        assert verify(ct.record(found)) == []
        assert sorted(bid for standing in found.ranking for bid in standing.bids) == sorted(ranked)
        fell = [bid for bid, ground in found.rejected if isinstance(ground, NotAmongBest)]
        assert fell == [bid for bid in ("one", "four") if bid not in ranked]


def compared(build, *decisions, on_rejection):
    """Discounts of 90, 20 and 40 %, mean 50: 100, 36 and 72 of 100 points, and 60 asked for."""
    leaf = build.leaf("discount", 100, DISCOUNT, AT_MEAN, threshold={"at_least": "60", "on": "relative"})
    published = build.tender(leaf, lines=(), discounts=["d"], on_rejection=on_rejection)
    offers = {"x": "90 %", "y": "20 %", "z": "40 %"}
    return decided(published, [build.bid(b, discounts={"d": offer}) for b, offer in offers.items()], {}, *decisions)


def test_who_fell_in_comparison_with_it_stays_out_or_is_compared_anew(build, verify):
    kept = compared(build, rejected("x"), on_rejection="keep")
    assert [(bid, type(ground)) for bid, ground in kept.rejected] == [("y", BelowMinimum), ("x", Decided)]
    assert build.totals(kept) == {"x": None, "y": None, "z": 72}
    again = compared(build, rejected("x"), on_rejection="recompute")
    # of y and z the mean is 30: y 0.9 × 20 ÷ 30 × 100 = 60, as much as is asked for
    assert [(bid, type(ground)) for bid, ground in again.rejected] == [("x", Decided)]
    assert build.totals(again) == {"x": None, "y": 60, "z": 100}
    # until x was rejected the stage was walked without y, 36, then without z, 0.9 × 40 ÷ 65 × 100: x alone is the mean
    assert again["x"]["discount"].points == 90
    assert [stage.bids for stage in again["x"].stages] == [("x",)]
    for found in (kept, again):
        assert verify(ct.record(found)) == []


def test_two_bids_are_rejected_one_after_the_other(build, verify):
    both = rejected("three", "second"), rejected("one", "second")
    kept = staged(build, *both, on_rejection="keep")
    again = staged(build, *both, on_rejection="recompute")
    assert build.totals(kept) == {"one": None, "two": 74, "three": None, "four": None}
    assert build.totals(again) == {"one": None, "two": 94, "three": None, "four": None}  # 54 + 40, alone
    # one was rejected when three had gone: its stage is that of one and two
    assert [stage.bids for stage in again["three"].stages][-1] == ("one", "two", "three")
    assert [stage.bids for stage in again["one"].stages][-1] == ("one", "two")
    assert [bid for bid, _ in kept.rejected] == ["four", "three", "one"]
    assert [bid for bid, _ in again.rejected] == ["three", "one", "four"]
    for found in (kept, again):
        assert verify(ct.record(found)) == []


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_two_grounds_after_the_same_stage(build, verify, on_rejection):
    low = {"kind": "low_price", "bid": "one", "explained": False, "after": "second", **TAKEN}
    found = staged(build, low, rejected("one", "second"), on_rejection=on_rejection)
    assert verify(ct.record(found)) == []
    assert [ground.ground for ground in found["one"].rejections] == ["abnormally_low", "irregular"]
    alone = staged(build, low, on_rejection=on_rejection)
    assert verify(ct.record(alone)) == []
    assert build.totals(alone) == build.totals(found)


def test_nobody_is_left(build, verify):
    found = staged(build, *(rejected(bid, "first") for bid in ("one", "two", "three")), on_rejection="keep")
    assert verify(ct.record(found)) == []
    assert (found.ranking, [stage.id for stage in found.stages]) == ((), ["first"])
    again = staged(build, *(rejected(bid, "second") for bid in ("one", "two", "three")), on_rejection="recompute")
    assert verify(ct.record(again)) == []
    assert (again.ranking, again.stages) == ((), ())


# A draw that was made before


def tied(build, *decisions, on_rejection="keep"):
    """Discounts of 50, 30, 30 and 10 % and quality 0, 6, 6, 5.4: mean 30, so 4, 3.6, 3.6 and 1.2 points beside them."""
    published = build.tender(
        build.judged("quality", 6),
        build.leaf("discount", 4, DISCOUNT, AT_MEAN),
        lines=(),
        discounts=["d"],
        ties=["draw"],
        on_rejection=on_rejection,
    )
    offers = {"a": ("50 %", "0"), "b": ("30 %", "1"), "c": ("30 %", "1"), "d": ("10 %", "0.9")}
    bids = [build.bid(name, discounts={"d": offer}) for name, (offer, _) in offers.items()]
    return decided(published, bids, {name: {"quality": mark} for name, (_, mark) in offers.items()}, *decisions)


def draw(*order):
    return {"kind": "draw", "order": list(order), "witness": "notary", **TAKEN}


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_a_draw_of_a_bid_that_was_rejected_after_it_separates_nothing_any_more(build, verify, on_rejection):
    drawn = tied(build, draw("c", "b"), on_rejection=on_rejection)
    assert build.ranks(drawn)[:2] == [(1, ("c",)), (2, ("b",))]
    found = tied(build, draw("c", "b"), rejected("c"), on_rejection=on_rejection)
    assert verify(ct.record(found)) == []
    assert build.ranks(found)[0] == (1, ("b",))
    with pytest.raises(ct.InvalidDocuments) as error:  # who is out already is not drawn
        tied(build, rejected("c"), draw("c", "b"), on_rejection=on_rejection)
    assert [problem.code for problem in error.value.problems] == ["draw-without-tie"]


def three_tied(build, *decisions):
    published = build.tender(build.judged(), ties=["draw"])
    marks = {name: {"quality": "1"} for name in "abc"}
    return decided(published, [build.bid(name) for name in "abc"], marks, *decisions)


def test_of_a_draw_of_three_the_order_of_the_other_two_stands(build, verify):
    assert build.ranks(three_tied(build, draw("c", "a", "b"))) == [(1, ("c",)), (2, ("a",)), (3, ("b",))]
    for gone, order in (("c", "ab"), ("a", "cb"), ("b", "ca")):
        found = three_tied(build, draw("c", "a", "b"), rejected(gone))
        assert verify(ct.record(found)) == []
        assert build.ranks(found) == [(1, (order[0],)), (2, (order[1],))]


def test_a_tie_that_a_rejection_undoes_needs_no_draw_and_a_new_one_may_be_drawn(build, verify):
    # a's discount raises the mean to 25: b 20 % and c 10 % with quality 0.85 and … tie only while a is there
    published = build.tender(
        build.judged("quality", 50),
        build.leaf("discount", 50, DISCOUNT, AT_MEAN),
        lines=(),
        discounts=["d"],
        ties=["draw"],
        on_rejection="recompute",
    )
    # mean 30: a 50, b 30 × 0.9 ÷ 30 × 50 = 45, c 15; of quality b 0, c 30. Without a the mean is 20: b 50, c 22.5
    offers = {"a": ("50 %", "0"), "b": ("30 %", "0"), "c": ("10 %", "0.6")}
    bids = [build.bid(name, discounts={"d": offer}) for name, (offer, _) in offers.items()]
    marks = {name: {"quality": mark} for name, (_, mark) in offers.items()}
    before = decided(published, bids, marks, draw("c", "b"))
    assert build.ranks(before) == [(1, ("a",)), (2, ("c",)), (3, ("b",))]
    found = decided(published, bids, marks, draw("c", "b"), rejected("a"))
    assert verify(ct.record(found)) == []
    assert build.ranks(found) == [(1, ("c",)), (2, ("b",))]
    assert build.totals(found) == {"a": None, "b": 50, "c": F("52.5")}
    with pytest.raises(ct.InvalidDocuments) as error:
        decided(published, bids, marks, rejected("a"), draw("c", "b"))
    assert [problem.code for problem in error.value.problems] == ["draw-without-tie"]


# What is refused: the words stand in tests/errors/test_messages_of_stages.py


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_a_late_bid_reached_none(build, on_rejection):
    plain = build.tender(build.judged(), on_rejection=on_rejection).plain
    published = ct.read_tender({**plain, "deadline": "2026-10-15T12:00:00Z"})
    received = {"a": "2026-10-15T12:00:00Z", "b": "2026-10-15T12:00:01Z"}
    bids = [build.bid(name, received=at) for name, at in received.items()]
    with pytest.raises(ct.InvalidDocuments) as error:
        decided(published, bids, {"a": {"quality": "1"}, "b": {"quality": "1"}}, rejected("b"))
    assert [problem.code for problem in error.value.problems] == ["after-not-reached"]


def test_what_it_needed_until_then_must_be_there(build):
    with pytest.raises(ct.InvalidDocuments) as error:
        staged(build, rejected("one", "second"), prices={**PRICES, "one": None})
    assert [(p.code, p.place.document) for p in error.value.problems] == [("price-missing", "bid 1")]


def test_a_bid_that_cannot_be_read_took_part_in_nothing(build):
    published = build.tender(build.judged())
    broken = {**build.bid("b"), "prices": "many"}
    bids = ct.read_bids([build.bid("a"), broken])
    marks = build.marked(published, a="1").judgements
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(published, bids, marks, log(rejected("b")))
    assert error.value.problems[0].code == "broken-bid"


# What is told


def page(found, bid, language="en", **reader):
    text = ct.to_text(ct.explain(found, bid, **reader), language=language)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_its_own_page_says_in_which_stage_it_took_part_and_why_it_fell(build):
    found = staged(build, rejected("one", "second"))
    assert (
        "Rejected after the stage second, up to which it took part: the bid is irregular. Decided on 1 November 2026, "
        "09:00 (UTC) by officer: a certificate was false. It takes no part in later stages and has no total."
    ) in page(found, "one")
    assert (
        "Terzijde gelegd na de ronde second, tot en met welke zij meedeed: de inschrijving is onregelmatig. Besloten "
        "op 1 november 2026, 09:00 (UTC) door officer: a certificate was false. Zij doet niet mee in latere rondes en "
        "heeft geen totaal."
    ) in page(found, "one", "nl")
    assert "Rejected after the stage second: the bid is irregular. The reason:" in page(found, "one")
    assert "Terzijde gelegd na de ronde second: de inschrijving is onregelmatig. " in page(found, "one", "nl")
    told = json.loads(ct.to_json(ct.explain(found, "one")))
    expected = {"ground": "irregular", "decision": "/decisions/0", "reason": TAKEN["reason"], "stage": "second"}
    assert (told["rejections"], len(told["scores"])) == ([expected], 2)
    low = staged(build, {"kind": "low_price", "bid": "one", "explained": False, "after": "second", **TAKEN})
    assert "The low price is not explained, so that the bid is rejected after the stage second." in page(low, "one")
    assert "De lage prijs is niet verklaard; de inschrijving is daarom terzijde gelegd na de ronde second." in page(
        low, "one", "nl"
    )


@pytest.mark.parametrize(
    ("on_rejection", "english", "dutch"),
    [
        (
            "keep",
            "The bid one was rejected after the stage second. As published, what the others have stays as it "
            "was: its values still count in the stages up to that one.",
            "De inschrijving one is terzijde gelegd na de ronde second. Zoals gepubliceerd blijft wat de andere hebben "
            "zoals het was: haar waarden tellen nog mee in de rondes tot en met die ronde.",
        ),
        (
            "recompute",
            "The bid one was rejected after the stage second. As published, everything was computed again without it: "
            "its values count no more.",
            "De inschrijving one is terzijde gelegd na de ronde second. Zoals gepubliceerd is alles opnieuw berekend "
            "zonder haar: haar waarden tellen niet meer mee.",
        ),
    ],
)
def test_the_pages_of_others_tell_the_authority_whether_its_values_still_count(build, on_rejection, english, dutch):
    found = staged(build, rejected("one", "second"), on_rejection=on_rejection)
    report = {language: " ".join(ct.to_text(found, language=language).split()) for language in ("en", "nl")}
    assert (english in report["en"], dutch in report["nl"]) == (True, True)
    assert (english in page(found, "two"), dutch in page(found, "two", "nl")) == (True, True)
    assert english not in page(found, "one")
    for reader in ("bidder", "public"):
        assert "was rejected after" not in page(found, "two", reader=reader)
        assert "was rejected after" not in " ".join(ct.to_text(ct.report(found, reader=reader)).split())


def test_the_record_holds_the_stage(build):
    entry = {"bid": "one", "ground": "decided", "decision": "0", "stage": "assessment"}
    for on_rejection in ("keep", "recompute"):
        record = json.loads(ct.record(low_bid(build, rejected("one"), on_rejection=on_rejection)))
        assert record["assessment"]["rejected"] == [entry]
    assert (
        "stage" not in json.loads(ct.record(low_bid(build, rejected("one", after=None))))["assessment"]["rejected"][0]
    )
