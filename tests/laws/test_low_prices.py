"""What holds for every trigger, at any prices: it asks what a plain reading of its rule asks, and nothing else moves it."""

import json
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

import circular_tender as ct

LEAF = {"id": "price", "title": "P", "weight": "100", "indicator": {"kind": "price"}}
AWARD = {"method": "weighted_points", "points": "100", "on_rejection": "keep", "rounding": "none", "ties": []}
NAMES = ("anna", "bert", "carl", "dora", "emma", "finn")

prices = st.lists(st.integers(1, 40) | st.integers(90, 112), min_size=1, max_size=6)
shares = st.integers(1, 99)


@st.composite
def triggers(draw, money=100):
    """One of each kind that compares prices, with any parameters."""
    amount = str(draw(st.integers(1, 200)))
    percentages = draw(st.sampled_from(["as_published", "reduced_by_a_third"]))
    of = draw(st.sampled_from(["all", "others"]))
    mean = {"kind": "below_mean", "by": f"{draw(shares)} %", "of": of, "at_least_bids": str(draw(st.integers(2, 4)))}
    if draw(st.booleans()):
        mean["below_next"] = f"{draw(shares)} %"
    if draw(st.booleans()):
        mean["below_estimate"] = {"estimate": amount, "by": f"{draw(shares)} %"}
    return [
        {"kind": "spain_85", "budget": amount, "percentages": percentages},
        {"kind": "poland_224", "estimate_with_vat": amount},
        {"kind": "prozorro"},
        mean,
    ]


def assess(published, asking, names=NAMES, log=(), scale=None):
    """The assessment of bids at these prices, of which the lowest has the most points."""
    leaf = {**LEAF, "scale": scale or {"kind": "lowest_over_own"}}
    tender = {"schema": "circular-tender/tender/1", "reference": "T-1", "title": "T", "buyer": "B", "currency": "EUR"}
    lines = {"vat": "included", "lines": [{"id": "piece", "unit": "piece", "quantity": "1"}]}
    document = {**tender, "prices": lines, "abnormally_low": published, "award": AWARD, "criteria": [leaf]}
    bid = {"schema": "circular-tender/bid/1", "tender": "T-1"}
    bids = [
        {**bid, "id": name, "bidder": name, "prices": {"piece": str(price)}}
        for name, price in zip(names, asking, strict=False)
    ]
    decisions = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": list(log)}
    return ct.assess(ct.read_tender(document), ct.read_bids(bids), None, ct.read_decisions(decisions))


def asked(assessment):
    return {(question.trigger, question.bid) for question in assessment.questions}


# the rules again, from the words of the laws, over plain lists


def share(text):
    return F(text.removesuffix(" %")) / 100


def mean(values):
    return F(sum(values)) / len(values)


def spain(trigger, values):
    """Article 85, paragraph by paragraph."""
    part = F(2, 3) if trigger["percentages"] == "reduced_by_a_third" else F(1)
    budget, ten = F(trigger["budget"]) * (1 - part / 4), part / 10
    if len(values) == 1:
        return [values[0] < budget]
    if len(values) == 2:
        return [own < other * (1 - part / 5) for own, other in (values, values[::-1])]
    high = mean(values) * (1 + ten)
    if len(values) == 3:
        kept = sorted(values)[: 2 if max(values) > high else 3]
        return [own < budget or own < mean(kept) * (1 - ten) for own in values]
    kept = [value for value in values if value <= high]
    kept = sorted(values)[:3] if len(kept) < 3 else kept
    return [own < mean(kept) * (1 - ten) for own in values]


def poland(trigger, values):
    limits = (F(trigger["estimate_with_vat"]), mean(values))
    return [any(limit - own >= limit * F(3, 10) for limit in limits) for own in values]


def prozorro(_, values):
    """Of the lowest, or of each of the lowest: they have the most points."""
    first = [own == min(values) and len(values) > 1 for own in values]
    found = []
    for position, own in enumerate(values):
        others = [*values[:position], *values[position + 1 :]]
        found.append(first[position] and (1 - own / mean(others) >= F(2, 5) or 1 - F(own) / min(others) >= F(3, 10)))
    return found


def below_mean(trigger, values):
    found = []
    for position, own in enumerate(values):
        others = [*values[:position], *values[position + 1 :]]
        holds = len(values) >= int(trigger["at_least_bids"]) and bool(others)
        if holds:
            reference = mean(values if trigger["of"] == "all" else others)
            holds = own < reference * (1 - share(trigger["by"]))
        if holds and "below_next" in trigger:
            holds = own < sorted(values)[1] * (1 - share(trigger["below_next"]))
        if holds and "below_estimate" in trigger:
            estimate = trigger["below_estimate"]
            holds = own < F(estimate["estimate"]) * (1 - share(estimate["by"]))
        found.append(holds)
    return found


RULES = {"spain_85": spain, "poland_224": poland, "prozorro": prozorro, "below_mean": below_mean}


@given(triggers(), prices)
def test_a_trigger_asks_what_a_plain_reading_of_its_rule_asks(published, asking):
    expected = {
        (number, name)
        for number, trigger in enumerate(published)
        for name, holds in zip(NAMES, RULES[trigger["kind"]](trigger, asking), strict=False)
        if holds
    }
    assert asked(assess(published, asking)) == expected


@pytest.mark.parametrize("times", [3, 1000])
def test_all_money_so_many_times_as_much_changes_no_question(times):
    def scaled(trigger):
        money = {key: str(int(trigger[key]) * times) for key in ("budget", "estimate_with_vat") if key in trigger}
        if "below_estimate" in trigger:
            inside = trigger["below_estimate"]
            money["below_estimate"] = {**inside, "estimate": str(int(inside["estimate"]) * times)}
        return {**trigger, **money}

    @given(triggers(), prices)
    def law(published, asking):
        more = assess([scaled(trigger) for trigger in published], [price * times for price in asking])
        assert asked(more) == asked(assess(published, asking))

    law()


@given(triggers(), prices, st.randoms(use_true_random=False))
def test_the_order_of_the_bids_changes_no_question(published, asking, random):
    pairs = list(zip(NAMES, asking, strict=False))
    random.shuffle(pairs)
    names, shuffled = [name for name, _ in pairs], [price for _, price in pairs]
    assert asked(assess(published, shuffled, names)) == asked(assess(published, asking))


@given(triggers(), prices)
def test_a_dearer_bid_is_never_asked_more_than_a_cheaper_one(published, asking):
    found = assess(published, asking)
    count = {name: sum(question.bid == name for question in found.questions) for name in NAMES}
    for name, price in zip(NAMES, asking, strict=False):
        assert all(count[name] >= count[other] for other, p in zip(NAMES, asking, strict=False) if p > price)


@given(triggers(), prices)
def test_a_question_moves_no_point_and_no_rank(published, asking):
    before, after = (json.loads(ct.record(assess(asks, asking))) for asks in ([], published))
    assert before["assessment"] == after["assessment"]
    assert before["published"]["rules"] == after["published"]["rules"]


@given(triggers(), prices, st.data())
def test_a_conclusion_takes_no_question_back_but_may_have_the_next_in_the_ranking_asked(published, asking, data):
    name = data.draw(st.sampled_from(NAMES[: len(asking)]))
    entry = {"kind": "low_price", "at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "so", "bid": name}
    before = assess(published, asking)
    explained = assess(published, asking, log=[{**entry, "explained": True}])
    rejected = assess(published, asking, log=[{**entry, "explained": False}])
    assert asked(explained) == asked(before)
    of_rankings = {number for number, trigger in enumerate(published) if trigger["kind"] == "prozorro"}
    assert {q for q in asked(rejected) if q[0] not in of_rankings} == {
        q for q in asked(before) if q[0] not in of_rankings
    }
    assert {q for q in asked(before) if q[1] == name} == {q for q in asked(rejected) if q[1] == name}
    for found, answer in ((before, "open"), (explained, "explained"), (rejected, "not_explained")):
        assert {q.answer for q in found.questions if q.bid == name} <= {answer}
        assert {q.answer for q in found.questions if q.bid != name} <= {"open"}
