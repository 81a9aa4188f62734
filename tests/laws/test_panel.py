"""What members' marks come to: between the least and the greatest of them, whoever gave which, and exactly."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import circular_tender as ct
from circular_tender.exact import Column
from circular_tender.formulas import panel
from circular_tender.indicators import Bounds, Listed, allows, closest
from circular_tender.record import verify

marks = st.integers(-1000, 1000).map(lambda n: Fraction(n, 100)) | st.fractions(max_denominator=10**6)
panels = st.lists(marks, min_size=3, max_size=9)
BY_HAND = {
    panel.mean_of_members: statistics.mean,
    panel.median_of_members: statistics.median,
    panel.trimmed_mean_of_members: lambda given: statistics.mean(sorted(given)[1:-1]),
}


def of(formula, given):
    return formula.function(Column(given))


@pytest.mark.parametrize("formula", BY_HAND, ids=lambda formula: formula.name)
@given(panels, st.data())
def test_what_marks_come_to_is_exact_between_them_and_the_same_in_any_order(formula, given_marks, data):
    found = of(formula, given_marks)
    assert found == BY_HAND[formula](given_marks)
    assert min(given_marks) <= found <= max(given_marks)
    assert of(formula, data.draw(st.permutations(given_marks))) == found


@pytest.mark.parametrize("formula", BY_HAND, ids=lambda formula: formula.name)
@given(panels, st.data())
def test_a_higher_mark_never_makes_it_lower_and_one_for_all_moves_it_as_far(formula, given_marks, data):
    position = data.draw(st.integers(0, len(given_marks) - 1))
    more = abs(data.draw(marks))
    raised = [mark + more if n == position else mark for n, mark in enumerate(given_marks)]
    assert of(formula, raised) >= of(formula, given_marks)
    assert of(formula, [mark + more for mark in given_marks]) == of(formula, given_marks) + more


@given(st.lists(marks, min_size=1, max_size=9))
def test_the_median_of_any_panel_is_that_of_statistics(given_marks):
    assert of(panel.median_of_members, given_marks) == statistics.median(given_marks)


decimals = st.integers(-20, 120).map(lambda tenths: f"{tenths / 10:.1f}".removesuffix(".0").replace("-0.0", "0"))


@st.composite
def judged(draw):
    """A panel's marks on three bids, from two to five members, and how they become one."""
    aggregate = draw(st.sampled_from(["mean_of_members", "median_of_members", "trimmed_mean_of_members"]))
    mode = st.sampled_from(["half_up", "half_even", "down", "up"])
    rounding = draw(st.just("none") | st.builds(lambda p, m: {"places": p, "mode": m}, st.sampled_from("012"), mode))
    size = draw(st.integers(3 if aggregate.startswith("trimmed") else 2, 5))
    given_marks = {bid: draw(st.lists(decimals, min_size=size, max_size=size)) for bid in "abc"}
    return aggregate, rounding, given_marks


@given(judged())
def test_the_checker_comes_to_the_same(case):
    aggregate, rounding, given_marks = case
    allowed = {"least": "-2", "greatest": "12"}
    indicator = {"kind": "judgement", "aggregate": aggregate, "rounding": rounding, "allowed": allowed}
    scale = {"kind": "linear", "zero_at": "-2", "full_at": "12"}
    award = {"method": "weighted_points", "points": "14", "rounding": "none", "ties": []}
    leaf = {"id": "c", "title": "C", "weight": "14", "indicator": indicator, "scale": scale}
    whole = {"schema": "circular-tender/tender/1", "reference": "T-1", "title": "T", "buyer": "B", "currency": "EUR"}
    tender = ct.read_tender({**whole, "award": award, "criteria": [leaf]})
    bids = ct.read_bids(
        [{"schema": "circular-tender/bid/1", "tender": "T-1", "id": bid, "bidder": bid} for bid in given_marks]
    )
    of_members = {
        bid: {"c": {"members": {f"m{n}": {"mark": mark, "reason": "so"} for n, mark in enumerate(row)}}}
        for bid, row in given_marks.items()
    }
    judgements = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "p", "marks": of_members}
    assessment = ct.assess(tender, bids, ct.read_judgements(judgements))
    assert verify.verify(ct.record(assessment)) == []
    for bid, row in given_marks.items():
        exact = BY_HAND[getattr(panel, aggregate)]([Fraction(mark) for mark in row])
        if rounding == "none":
            assert assessment[bid]["c"].measured.value == exact
            assert assessment[bid].points == exact + 2  # a point for each unit, from -2 on
        else:
            assert abs(assessment[bid]["c"].measured.value - exact) < Fraction(1, 10 ** int(rounding["places"]))


steps = st.sampled_from(["0.1", "0.25", "0.5", "1", "2", "3"])


@given(marks, st.integers(-5, 5), st.integers(1, 40), steps)
def test_the_nearest_mark_is_allowed_and_no_other_is_nearer(mark, least, count, step):
    every = [least + n * Fraction(step) for n in range(count + 1)]
    texts = [f"{float(number):.2f}" for number in every]
    for allowed in (Bounds(least=texts[0], greatest=texts[-1], step=step), Listed(values=texts)):
        near = [Fraction(text) for text in closest(allowed, mark)]
        distance = min(abs(mark - number) for number in every)
        assert near == [number for number in every if abs(mark - number) == distance]
        assert allows(allowed, mark) == (mark in every)
