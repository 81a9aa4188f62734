"""What must hold of a bid that was never there, and of every reversal, whatever is tendered and bid."""

from fractions import Fraction
from itertools import combinations

from hypothesis import assume, event, given, reject, settings
from hypothesis import strategies as st
from invented import REFERENCE, RELATIVE, SCALES, Case, cases, leaves, relative
from invented_awards import METHODS, awarded

import circular_tender as ct
from circular_tender.assessment import Score

#: The formulas of scales that compare bids, and of groups that are rescaled.
COMPARE = {
    "lowest_over_own",
    "lowest_over_own_unless_zero",
    "highest_to_lowest",
    "slope_from_lowest",
    "lowest_line",
    "logarithmic",
    "ceiling_to_lowest",
    "mean_line",
    "bilinear_at_mean",
    "bilinear_unless_all_zero",
    "ratio_to_best",
    "power_of_ratio_to_best",
    "rescaled",
}


MORE = {  # what a tender says beside the kind of a scale
    "highest_to_lowest": {"all_equal": "100 %"},
    "lowest_line": {"all_zero": "100 %"},
    "slope_from_lowest": {"zero_at": "75 %", "bounds": "cut", "lowest_zero": "100 %"},
    "logarithmic": {"zero_at_multiple": "2", "bounds": "cut", "lowest_zero": "100 %"},
    "mean_line": {"at_mean": "50 %", "slope": "100 %", "bounds": "keep", "mean_zero": "100 %"},
    "ceiling_to_lowest": {"ceiling": "200", "exponent": "1", "at_ceiling": "0 %", "all_at_ceiling": "0 %"},
    "bilinear_at_mean": {"ceiling": "200", "at_mean": "90 %", "all_zero": "0 %"},
    "lowest_over_own": {},
}


@st.composite
def close(draw, *, rescale=False):
    """Four bids, near each other in price and quality, that are compared with each other in both: many reverse."""
    kind = draw(st.sampled_from(sorted(MORE)))
    judged = {"kind": "judgement", "aggregate": "mean", "allowed": {"least": "0", "greatest": "10"}}
    to_best, linear = {"kind": "ratio_to_best", "all_zero": "0 %"}, {"kind": "linear", "zero_at": "0", "full_at": "10"}
    scale = draw(st.sampled_from((linear, to_best)))
    weight = draw(st.integers(20, 60))
    criteria = [
        {
            "id": "price",
            "title": "p",
            "weight": str(weight),
            "indicator": {"kind": "price"},
            "scale": {"kind": kind} | MORE[kind],
        },
        {"id": "plan", "title": "q", "weight": str(90 - weight), "indicator": judged, "scale": scale},
        {"id": "more", "title": "r", "weight": "10", "indicator": judged, "scale": to_best},
    ]
    if rescale:
        group = {
            "id": "technical",
            "title": "t",
            "weight": str(100 - weight),
            "rescale": "best",
            "criteria": criteria[1:],
        }
        criteria = [criteria[0], group]
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": REFERENCE,
        "title": "T",
        "buyer": "B",
        "currency": "EUR",
        "prices": {"vat": "excluded", "lines": [{"id": "desk", "unit": "piece", "quantity": "1"}]},
        "award": {"method": "weighted_points", "points": "100", "on_rejection": "keep", "rounding": "none", "ties": []},
        "criteria": criteria,
    }
    of = {bid: [draw(st.integers(60, 190)), *(draw(st.integers(1, 10)) for _ in range(2))] for bid in "abcd"}
    head = {"schema": "circular-tender/bid/1", "tender": REFERENCE}
    bids = tuple({**head, "id": b, "bidder": b, "prices": {"desk": str(price)}} for b, (price, *_) in of.items())
    marks = {
        b: {"plan": {"mark": str(plan), "reason": "so"}, "more": {"mark": str(more), "reason": "so"}}
        for b, (_, plan, more) in of.items()
    }
    panel = {"schema": "circular-tender/judgements/1", "tender": REFERENCE, "panel": "three", "marks": marks}
    return Case(tender, bids, panel)


def impacts_of(case: Case) -> list[ct.Impact]:
    """The impact of each bid of a case not being there."""
    before = case.assess()
    return [ct.impact(before, ct.Without(bid.id)) for bid in before.bids]


def impact_of(case: Case, draw: st.DataObject) -> ct.Impact:
    """The impact of one bid of a case not being there."""
    before = case.assess()
    bid = draw.draw(st.sampled_from([bid.id for bid in before.bids]))
    try:
        return ct.impact(before, ct.Without(bid))
    except ct.UndefinedResult:
        reject()


def turned_over(impact: ct.Impact) -> set[tuple[str, str]]:
    """The pairs of which the order turned over, from the two rankings alone."""
    before, after = ({b: s.rank for s in a.ranking for b in s.bids} for a in (impact.before, impact.after))
    both = [bid for bid in before if bid in after]
    pairs = {pair for one, other in combinations(both, 2) for pair in ((one, other), (other, one))}
    return {(one, other) for one, other in pairs if before[one] < before[other] and after[one] > after[other]}


@given(cases(least_bids=2) | awarded(least_bids=2), st.data())
def test_without_a_bid_is_the_assessment_of_the_documents_without_it(case, data):
    before = case.assess()
    bid = data.draw(st.sampled_from([bid.id for bid in before.bids]))
    by_hand = case.only(lambda name: name != bid)
    try:
        expected = ct.assess(*by_hand.read())
    except ct.UndefinedResult:
        reject()
    after = ct.without(before, bid)
    assert ct.record(after) == ct.record(expected)
    assert after.ranking == expected.ranking
    assert ct.record(before) == ct.record(case.assess())


@given(cases(least_bids=3) | awarded(least_bids=3), st.data())
def test_every_reversal_is_one_and_each_that_is_one_is_told(case, data):
    impact = impact_of(case, data)
    assert {(turn.first, turn.second) for turn in impact.reversals} == turned_over(impact)
    assert len(impact.reversals) == len(turned_over(impact))
    for turn in impact.reversals:
        assert turn.causes
        assert all(one.before != one.after for cause in turn.causes for one in cause.references)
    event(f"reversals: {bool(impact.reversals)}")


@given(cases(least_bids=3, scales=frozenset(SCALES - RELATIVE), rescaling=False), st.data())
def test_what_compares_bids_with_nothing_but_the_tender_reverses_nobody(case, data):
    assert not any(map(relative, case.tender["criteria"]))
    impact = impact_of(case, data)
    assert impact.reversals == ()
    assert turned_over(impact) == set()
    assert all(move.total_before == move.total_after for move in impact.moves)


def compares_nobody(case: Case) -> bool:
    """Whether a method compares bids in nothing, or by a factor that all totals have in common."""
    return case.tender["award"]["method"] != "utility_index" and "band" not in case.tender["award"]


@given(awarded(METHODS, least_bids=3, scales=frozenset(SCALES - RELATIVE), rescaling=False, rounding=False), st.data())
def test_a_method_that_compares_nobody_reverses_nobody(case, data):
    assume(compares_nobody(case))
    impact = impact_of(case, data)
    assert impact.reversals == ()
    assert turned_over(impact) == set()


@settings(max_examples=150)
@given(close() | close(rescale=True))
def test_every_reversal_among_close_bids_is_told_with_formulas_that_compare_bids(case):
    for impact in impacts_of(case):
        event(f"reversals: {len(impact.reversals)}")
        assert {(turn.first, turn.second) for turn in impact.reversals} == turned_over(impact)
        for turn in impact.reversals:
            assert turn.causes
            for cause in turn.causes:
                assert cause.formula.name in COMPARE
                assert cause.criteria
                assert cause.references
                assert all(reference.before != reference.after for reference in cause.references)
                for had in cause.values:
                    assert (had.before.replayed(), had.after.replayed()) == (had.before.value, had.after.value)


def points(assessment: ct.Assessment, bid: str, criterion: str) -> Fraction:
    score = assessment[bid][criterion]
    assert isinstance(score, Score)
    return score.points


@settings(max_examples=150)
@given(close())
def test_the_causes_are_the_criteria_on_which_the_first_lost_ground(case):
    for impact in impacts_of(case):
        for turn in impact.reversals:
            named = {criterion for cause in turn.causes for criterion in cause.criteria}
            lost = set()
            for leaf in leaves(case.tender["criteria"]):
                own, other = (
                    points(impact.after, bid, leaf["id"]) - points(impact.before, bid, leaf["id"])
                    for bid in (turn.first, turn.second)
                )
                lost |= {leaf["id"]} if own < other else set()
            event("a reversal")
            assert named == lost
