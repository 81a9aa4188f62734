"""About which prices a tender asks, with the figures of the law or of scoring.md 2.11, and over which bids."""

from fractions import Fraction as F
from pathlib import Path

import pytest

import circular_tender as ct
from circular_tender.award.low import Stand
from circular_tender.derivation import Published, replay, walk
from circular_tender.rules import Evaluation, Facts

VENICE = Path(__file__).parents[2] / "examples" / "venice-museums"
SPAIN = {"kind": "spain_85", "budget": "100", "percentages": "as_published"}
POLAND = {"kind": "poland_224", "estimate_with_vat": "100"}
PROZORRO = {"kind": "prozorro"}
BULGARIA = {"kind": "below_mean", "by": "20 %", "of": "others", "at_least_bids": "3"}
KOSOVO = {"kind": "below_mean", "by": "30 %", "of": "all", "at_least_bids": "3", "below_next": "10 %"}
TAKEN = {"at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "asked for"}


def entry(kind, bid, **data):
    return {"kind": kind, **TAKEN, "bid": bid, **data}


@pytest.fixture
def case(build):
    """A tender with triggers and bids at these prices, assessed with a log."""

    def assessed(triggers, log=(), criteria=None, marks=None, award=None, **prices):
        tender = build.tender(*(criteria or [build.priced(weight=100)]), **(award or {})).plain
        vat = "included" if POLAND in triggers else "excluded"
        document = {**tender, "prices": {**tender["prices"], "vat": vat}, "abnormally_low": triggers}
        bids = [one for name, price in prices.items() for one in ct.read_bids(build.bid(name, price))]
        decisions = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": list(log)}
        judged = {
            name: {criterion: {"mark": mark, "reason": "so"} for criterion, mark in given.items()}
            for name, given in (marks or {}).items()
        }
        panel = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "three", "marks": judged}
        judgements = ct.read_judgements(panel) if marks is not None else None
        return ct.assess(ct.read_tender(document), bids, judgements, ct.read_decisions(decisions) if log else None)

    return assessed


def asked(assessment):
    """The bids that are asked about, with the conditions that hold and the limit of each."""
    return {
        question.bid: {c.against: c.limit.value for c in question.checks if c.holds.value == 1}
        for question in assessment.questions
    }


def test_a_tender_that_publishes_no_trigger_asks_nothing(case):
    assert case([], a="1", b="1000").questions == ()


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"a": "74"}, {"a": {"budget": 75}}),
        ({"a": "75"}, {}),
        ({"a": "80", "b": "100"}, {}),
        ({"a": "100", "b": "79"}, {"b": {"other": 80}}),
        ({"a": "1", "b": "1"}, {}),  # of two bids the budget does not matter
        ({"a": "74", "b": "75", "c": "75"}, {"a": {"budget": 75}}),  # in any case, of three
        ({"a": "60", "b": "80", "c": "130"}, {"a": {"budget": 75, "mean": 63}}),  # the highest is left out
        ({"a": "89", "b": "100", "c": "108"}, {"a": {"mean": F("89.1")}}),  # mean 99, bound 108.9
        ({"a": "10", "b": "10", "c": "10", "d": "10"}, {}),  # of four the budget does not matter
        ({"a": "20", "b": "40", "c": "150", "d": "150"}, {"a": {"mean": 63}, "b": {"mean": 63}}),  # the three lowest
        ({"a": "81", "b": "90", "c": "90", "d": "90"}, {}),  # mean 87.75, limit 78.975
        ({"a": "78", "b": "90", "c": "90", "d": "90"}, {"a": {"mean": F("78.3")}}),  # mean 87
        # mean 860, bound 946: three remain, of mean 600
        ({"a": "400", "b": "600", "c": "800", "d": "1000", "e": "1500"}, {"a": {"mean": 540}}),
    ],
)
def test_spain_by_how_many_bids_there_are(case, prices, expected):
    assert asked(case([SPAIN], **prices)) == expected


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"a": "83"}, {"a": {"budget": F(250, 3)}}),  # 25 % less a third is a sixth
        ({"a": "84"}, {}),
        ({"a": "86", "b": "100"}, {"a": {"other": F(260, 3)}}),  # 20 % less a third is two fifteenths
        ({"a": "87", "b": "100"}, {}),
        # mean 90, and 10 % less a third is a fifteenth, so the bound is 96 and 97 is left out of it: 173 ÷ 2
        ({"a": "85", "b": "88", "c": "97"}, {}),
    ],
)
def test_spain_with_percentages_reduced_by_a_third(case, prices, expected):
    assert asked(case([{**SPAIN, "percentages": "reduced_by_a_third"}], **prices)) == expected


def test_a_reduced_percentage_moves_the_bound_too(case):
    """The mean is 109.7525. As published 120.01 is not above the bound of 120.73 and counts, and 99 is above 98.78.

    Reduced, the bound is 117.07: without the highest the mean is 319 ÷ 3, and fourteen fifteenths of it are 99.24.
    """
    prices = {"a": "99", "b": "110", "c": "110", "d": "120.01"}
    assert asked(case([SPAIN], **prices)) == {}
    assert asked(case([{**SPAIN, "percentages": "reduced_by_a_third"}], **prices)) == {"a": {"mean": F(4466, 45)}}


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"a": "70"}, {"a": {"estimate": 70}}),  # 30 % or more
        ({"a": "70.01"}, {}),
        ({"a": "140", "b": "220", "c": "240"}, {"a": {"mean": 140}}),  # of all bids, its own with them: 200
        ({"a": "141", "b": "220", "c": "239"}, {}),
    ],
)
def test_poland(case, prices, expected):
    assert asked(case([POLAND], **prices)) == expected


def test_nothing_is_below_a_mean_of_nothing(case, build):
    criteria = [build.priced(weight=100, scale={"kind": "linear", "zero_at": "9", "full_at": "0"})]
    found = case([POLAND, PROZORRO, BULGARIA, KOSOVO], (), criteria, a="0", b="0", c="0")
    assert {(q.bid, q.kind) for q in found.questions} == {(bid, "poland_224") for bid in "abc"}
    assert asked(found)["a"] == {"estimate": 70}


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"a": "60", "b": "100", "c": "100"}, {"a": {"mean_of_others": 60, "next": 70}}),
        ({"a": "61", "b": "87", "c": "120"}, {"a": {"mean_of_others": F("62.1")}}),  # the next is 87: 60.9
        ({"a": "70", "b": "100", "c": "101"}, {"a": {"next": 70}}),
        ({"a": "71", "b": "100", "c": "101"}, {}),
        ({"a": "1"}, {}),  # there is nothing to compare it with
        ({"a": "10", "b": "20", "c": "100"}, {"a": {"mean_of_others": 36, "next": 14}}),  # only of the first
    ],
)
def test_prozorro_asks_of_the_first_in_the_ranking(case, prices, expected):
    assert asked(case([PROZORRO], **prices)) == expected


def test_prozorro_beside_the_next_in_the_ranking_which_need_not_be_the_next_price(case, build):
    """a: 60 + 20, c: 24 + 40 = 64, b: 60 × 100 ÷ 140 + 0 = 42.9: the next of a is c, who asks 250."""
    found = case(
        [PROZORRO],
        criteria=[build.priced(weight=60), build.judged(weight=40)],
        marks={"a": {"quality": "0.5"}, "b": {"quality": "0"}, "c": {"quality": "1"}},
        a="100",
        b="140",
        c="250",
    )
    assert [s.bids for s in found.ranking] == [("a",), ("c",), ("b",)]
    assert asked(found) == {"a": {"mean_of_others": 117, "next": 175}}


def test_prozorro_asks_of_each_that_shares_the_first_rank(case):
    found = case([PROZORRO], a="50", b="50", c="150")
    assert asked(found) == {"a": {"mean_of_others": 60}, "b": {"mean_of_others": 60}}  # each has the other as its next


@pytest.mark.parametrize(
    ("trigger", "prices", "expected"),
    [
        (BULGARIA, {"a": "79", "b": "100", "c": "100"}, {"a": {"mean_of_others": 80}}),
        (BULGARIA, {"a": "80", "b": "100", "c": "100"}, {}),  # more than 20 %
        (BULGARIA, {"a": "1", "b": "100"}, {}),  # from three bids on
        # mean 100, limit 70, and 90 % of 77 is 69.3
        (KOSOVO, {"a": "69", "b": "77", "c": "154"}, {"a": {"mean": 70, "second_lowest": F("69.3")}}),
        (KOSOVO, {"a": "69", "b": "76", "c": "155"}, {}),  # 90 % of 76 is 68.4
        (KOSOVO, {"a": "70", "b": "100", "c": "130"}, {}),
        (KOSOVO, {"a": "10", "b": "10", "c": "280"}, {}),  # two that are lowest are not below each other
        (KOSOVO, {"a": "1", "b": "100"}, {}),
        ({**KOSOVO, "at_least_bids": "1"}, {"a": "1"}, {}),  # one bid has no second
        (
            {**BULGARIA, "below_estimate": {"estimate": "100", "by": "10 %"}},
            {"a": "79", "b": "100", "c": "100"},
            {"a": {"mean_of_others": 80, "estimate": 90}},
        ),
        ({**BULGARIA, "below_estimate": {"estimate": "80", "by": "10 %"}}, {"a": "79", "b": "100", "c": "100"}, {}),
    ],
)
def test_below_the_mean(case, trigger, prices, expected):
    assert asked(case([trigger], **prices)) == expected


# four fifths


def venice(trigger):
    tender = {**ct.read_tender(VENICE / "tender.yaml").plain, "abnormally_low": [{"kind": "four_fifths", **trigger}]}
    judgements = ct.read_judgements(VENICE / "judgements.yaml")
    return ct.assess(ct.read_tender(tender), ct.read_bids(VENICE / "bids"), judgements)


def test_nobody_was_asked_in_venice():
    """E1: at least 40 price points and 40 technical points; CNS has the one, OPERA the other."""
    assert venice({"price": "economic", "others": ["technical"]}).questions == ()


def test_criteria_of_which_somebody_has_most_of_both():
    """OPERA offered the highest discount on each, so it has all points; CNS has less than four fifths of e1."""
    (question,) = venice({"price": "e1", "others": ["e2", "e3"]}).questions
    assert (question.bid, question.kind, question.answer) == ("opera", "four_fifths", "open")
    price, others = question.checks
    assert (price.value.value, price.reference.value, price.limit.value) == (43, 43, F("34.4"))
    assert (others.value.value, others.reference.value, others.limit.value) == (F("6.5"), F("6.5"), F("5.2"))


# which bids, and what the log says


def test_the_question_stays_when_its_conclusion_rejects_the_bid(case):
    log = [entry("low_price", "a", explained=False), entry("low_price", "b", explained=True)]
    prices = {"a": "50", "b": "79", "c": "100", "d": "130"}
    found = case([BULGARIA], log, **prices)
    (question,) = found.questions
    assert (question.bid, question.answer, question.position) == ("a", "not_explained", 0)
    assert asked(found) == {"a": {"mean_of_others": F("82.4")}}  # 309 ÷ 3 × 80 %; of b it is 280 ÷ 3 × 80 % = 74.67
    assert asked(found) == asked(case([BULGARIA], **prices))


def test_a_conclusion_without_a_question_is_as_it_was(case):
    found = case([BULGARIA], [entry("low_price", "a", explained=True)], a="99", b="100", c="100")
    assert (found.questions, found.winner) == ((), "a")


def test_who_is_rejected_on_another_ground_takes_no_part(case):
    prices = {"a": "79", "b": "100", "c": "100", "d": "1000"}
    out = [entry("rejected", "d", ground="irregular")]
    assert asked(case([BULGARIA], **prices)) == {
        "a": {"mean_of_others": 320},
        "b": {"mean_of_others": F(1179, 3) * F("0.8")},
        "c": {"mean_of_others": F(1179, 3) * F("0.8")},
    }
    assert asked(case([BULGARIA], out, **prices)) == {"a": {"mean_of_others": 80}}
    both = [*out, entry("low_price", "d", explained=False)]
    assert asked(case([BULGARIA], both, **prices)) == {"a": {"mean_of_others": 80}}


def test_a_bid_without_a_price_that_was_rejected_for_it_is_not_compared(case):
    log = [entry("low_price", "e", explained=False)]
    assert asked(case([BULGARIA], log, a="79", b="100", c="100", e=None)) == {"a": {"mean_of_others": 80}}
    withheld = case([BULGARIA], log, a="79", b="100", c="100", e={"withheld": "secret"})
    assert asked(withheld) == {"a": {"mean_of_others": 80}}


def test_prozorro_goes_on_to_the_next_when_the_first_leaves_for_its_price(case):
    log = [entry("low_price", "a", explained=False)]
    found = case([PROZORRO], log, a="10", b="50", c="100", d="100")
    assert asked(found) == {"a": {"mean_of_others": 50, "next": 35}, "b": {"mean_of_others": 60, "next": 70}}
    later = case([PROZORRO], [entry("low_price", "c", explained=False)], a="10", b="50", c="100", d="100")
    assert asked(later) == {"a": {"mean_of_others": 45, "next": 35}}  # c was never the first, and is gone


def test_prozorro_where_all_leave_for_their_price(case):
    log = [entry("low_price", "a", explained=False), entry("low_price", "b", explained=False)]
    found = case([PROZORRO], log, a="10", b="50")
    assert asked(found) == {"a": {"mean_of_others": 30, "next": 35}}
    assert found.ranking == ()


def test_a_bid_that_left_for_its_price_and_can_not_be_scored_has_no_rank(case, build):
    """Its price of 0 over its price of 0 has no value, and e has no mark: neither hinders the others."""
    log = [entry("low_price", "a", explained=False)]
    assert asked(case([PROZORRO], log, a="0", b="50", c="100")) == {"b": {"mean_of_others": 60, "next": 70}}
    criteria = [build.priced(weight=60), build.judged(weight=40)]
    marks = {"b": {"quality": "1"}, "c": {"quality": "1"}}
    found = case([PROZORRO, BULGARIA], log, criteria, marks, a="1", b="50", c="100")
    assert [(q.bid, q.kind) for q in found.questions] == [("b", "prozorro"), ("a", "below_mean")]


def test_a_bid_that_left_for_its_price_and_would_have_fallen_below_a_minimum(case, build):
    criteria = [build.priced(weight=60), build.judged(weight=40, threshold={"at_least": "20", "on": "raw"})]
    marks = {"a": {"quality": "0"}, "b": {"quality": "1"}}
    fifths = {"kind": "four_fifths", "price": "price", "others": ["quality"]}
    log = [entry("low_price", "a", explained=False)]
    found = case([PROZORRO, fifths], log, criteria, marks, a="1", b="50")
    assert [(q.bid, q.kind) for q in found.questions] == [("b", "four_fifths")]
    alone = case([PROZORRO, fifths, SPAIN], log, criteria, {"a": {"quality": "0"}}, a="1")
    assert [(q.bid, q.kind) for q in alone.questions] == [("a", "spain_85")]


def test_who_left_for_its_price_is_tested_by_the_points_it_would_have_had(case, build):
    """With a, b has 60 × 60 ÷ 75 = 48 points for the price; without it, and so in the award, all 60."""
    criteria = [build.priced(weight=60), build.judged(weight=40)]
    fifths = {"kind": "four_fifths", "price": "price", "others": ["quality"]}
    marks = {name: {"quality": "0.8"} for name in "abc"}
    log = [entry("low_price", "a", explained=False)]
    found = case([fifths], log, criteria, marks, a="60", b="75", c="120")
    assert asked(found) == {
        "a": {"price_points": 48, "other_points": 32},
        "b": {"price_points": 48, "other_points": 32},
    }
    points = {q.bid: [c.value.value for c in q.checks] for q in found.questions}
    assert points == {"a": [60, 32], "b": [60, 32]}
    assert found["b"]["price"].points == 60


def test_over_the_bids_that_remain_when_all_stages_are_done(case, build):
    """d asks the most and falls below the minimum for quality, so the mean of others of a is 100."""
    criteria = [build.priced(weight=60), build.judged(weight=40, threshold={"at_least": "20", "on": "raw"})]
    marks = {"a": {"quality": "1"}, "b": {"quality": "1"}, "c": {"quality": "1"}, "d": {"quality": "0"}}
    found = case([BULGARIA], (), criteria, marks, a="79", b="100", c="100", d="1000")
    assert asked(found) == {"a": {"mean_of_others": 80}}
    nobody = case([BULGARIA, SPAIN, PROZORRO, POLAND], (), criteria, {n: {"quality": "0"} for n in "ab"}, a="1", b="9")
    assert nobody.questions == ()


# the derivation


def test_a_question_can_be_replayed_from_its_leaves(case):
    triggers = [SPAIN, {**SPAIN, "percentages": "reduced_by_a_third"}, PROZORRO, BULGARIA, KOSOVO]
    found = case(triggers, a="30", b="100", c="110", d="130")
    assert {q.trigger for q in found.questions} == {0, 1, 2, 3, 4}
    for question in found.questions:
        assert question.asked.value == replay(question.asked) == 1
        for check in question.checks:
            assert replay(check.holds) == check.holds.value


def test_the_numbers_of_a_law_say_where_they_stand(case):
    found = case([SPAIN, PROZORRO], a="30", b="100", c="110")
    tables = {
        (node.source.table, str(node.value))
        for question in found.questions
        for node in walk(question.asked)
        if isinstance(getattr(node, "source", None), Published)
    }
    assert tables == {
        ("spain-rglcap-85/budget", "1/4"),
        ("spain-rglcap-85/mean", "1/10"),
        ("prozorro-alp/mean-of-others", "2/5"),
        ("prozorro-alp/next", "3/10"),
    }


def test_an_amount_of_the_tender_is_an_amount(case):
    (question,) = case([SPAIN], a="74").questions
    (check,) = question.checks
    assert {check.value.unit, check.reference.unit, check.limit.unit} == {"amount"}
    assert (check.share.unit, check.reference.source[0].pointer) == ("ratio", "/abnormally_low/0/budget")


def test_bids_without_a_price_have_none_to_compare():
    with pytest.raises(TypeError):
        Stand(Evaluation(Facts({}, None, {})), None, ("a",)).own("a")
