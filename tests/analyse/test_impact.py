"""What a change does: moves, reversals and the formulas that cause them. The figures were worked out by hand."""

import pickle
from fractions import Fraction as F

import attrs
import pytest
import turned

import circular_tender as ct
from circular_tender.award import Key


def told(impact):
    """Of each reversal: who is ahead of whom, what separated them before and after, and the causes."""
    return [
        (turn.first, turn.second, turn.by_before, turn.by_after, [causes(cause) for cause in turn.causes])
        for turn in impact.reversals
    ]


def causes(cause):
    """Criteria, formula, and the references, before and after."""
    references = {one.name: (one.before, one.after) for one in cause.references}
    return [*cause.criteria], cause.formula.name, references


def values(cause):
    """What the formula gives the two bids, before and after."""
    return [(had.bid, had.before.number, had.after.number) for had in cause.values]


AWARDED = Key("awarded")
CHEAPEST = Key("awarded", lowest=True)


@pytest.mark.parametrize(("scale", "of", "before", "after", "because"), turned.TABLE)
def test_bids_that_another_turns_over(build, scale, of, before, after, because):
    impact = ct.impact(turned.assessed(build, scale, of), ct.Without("c"))
    assert [impact.before[bid].total for bid in "abc"] == [*before]
    assert [attrs.astuple(move) for move in impact.moves] == [
        ("a", False, 1, 2, before[0], after[0]),
        ("b", False, 2, 1, before[1], after[1]),
    ]
    assert (impact.before.winner, impact.after.winner) == ("a", "b")
    formula, references = because
    assert told(impact) == [("a", "b", AWARDED, AWARDED, [(["price"], formula, references)])]


def test_a_cause_has_the_formula_its_expression_and_the_derivations(build):
    scale, of, *_ = turned.TABLE[0]
    (turn,) = ct.impact(turned.assessed(build, scale, of), ct.Without("c")).reversals
    (cause,) = turn.causes
    assert cause.expression == "lowest ÷ own"
    assert cause.references[0].formula.name == "lowest"
    assert cause.references[0].unit == "amount"
    assert values(cause) == [("a", F(65, 125), F(90, 125)), ("b", F(65, 90), 1)]
    assert all(had.before.replayed() == had.before.value for had in cause.values)
    assert all(had.after.replayed() == had.after.value for had in cause.values)


def test_a_tie_break_that_separates_where_totals_did(build):
    impact = turned.by_tie_break(build)
    because = (["price"], "highest_to_lowest", {"highest": (200, 140)})
    assert told(impact) == [("d", "a", AWARDED, Key("points", "price"), [because])]


def test_totals_that_separate_where_a_draw_did(build):
    because = (["price"], "highest_to_lowest", {"highest": (140, 120)})
    assert told(turned.by_draw(build)) == [("d", "a", Key("draw"), AWARDED, [because])]


def test_totals_that_separate_where_receipt_did(build):
    because = (["price"], "highest_to_lowest", {"highest": (140, 120)})
    assert told(turned.by_receipt(build)) == [("d", "a", Key("received", lowest=True), AWARDED, [because])]


def test_a_group_that_is_rescaled(build):
    impact = turned.rescaled(build)
    assert [move.total_before for move in impact.moves] == [62, 58]  # 30 + 32 and 42 + 16
    assert [move.total_after for move in impact.moves] == [F(300, 7) + 32, 76]
    because = (["technical"], "rescaled", {"best": (60, 42)})
    assert told(impact) == [("a", "b", AWARDED, AWARDED, [because])]
    assert values(impact.reversals[0].causes[0]) == [("a", 30, F(300, 7)), ("b", 42, 60)]


def test_a_total_that_compares_bids_itself(build):
    impact = turned.by_index(build)
    assert [move.total_before for move in impact.moves] == [F("0.624"), F("0.6")]
    assert [move.total_after for move in impact.moves] == [F("0.78"), F("0.8")]
    assert told(impact) == [("a", "b", AWARDED, AWARDED, [([], "utility_index", {"best_share": (1, F("0.8"))})])]


def test_a_factor_that_all_totals_have_in_common_turns_nobody(build):
    impact = turned.by_value_cost(build)
    assert [move.total_before for move in impact.moves] == [100, 121 / F(180, 150)]
    assert [move.total_after for move in impact.moves] == [100, 121 / (200 / F("162.5"))]
    because = (["quality"], {"highest": (1, F("0.8"))})
    [(first, second, *by, found)] = told(impact)
    assert (first, second, by) == ("a", "b", [CHEAPEST, CHEAPEST])
    assert [(criteria, references) for criteria, _, references in found] == [because]


def test_a_band_that_moves(build):
    keys = (Key("in_band"), Key("decisive", lowest=True))
    assert told(turned.by_band(build)) == [("a", "b", *keys, [([], "in_band", {"best_index": (100, 95)})])]


def test_two_criteria_that_are_measured_and_scaled_alike_are_one_cause(build):
    prices = [build.priced("one", 20), build.priced("two", 20)]
    tender = build.tender(build.judged(), *prices)
    of = (("a", "125", "0.85"), ("b", "90", "0.70"), ("c", "65", "0.50"))
    marks = {name: {"quality": mark} for name, _, mark in of}
    before = build.assess(tender, *(build.bid(name, price) for name, price, _ in of), **marks)
    (turn,) = ct.impact(before, ct.Without("c")).reversals
    assert [causes(cause) for cause in turn.causes] == [(["one", "two"], "lowest_over_own", {"lowest": (65, 90)})]


def test_of_two_formulas_the_one_that_holds_the_order_back_is_no_cause(build):
    # without c the lowest price rises, which is good for b; the best mark falls, which is good for a
    best = build.leaf("extra", 1, build.ALLOWED, {"kind": "ratio_to_best", "all_zero": "0 %"})
    tender = build.tender(build.judged(), build.priced(), best)
    of = (("a", "125", "0.85", "0.5"), ("b", "90", "0.70", "0.1"), ("c", "65", "0.50", "1"))
    marks = {name: {"quality": mark, "extra": extra} for name, _, mark, extra in of}
    before = build.assess(tender, *(build.bid(name, price) for name, price, *_ in of), **marks)
    (turn,) = ct.impact(before, ct.Without("c")).reversals
    assert [causes(cause)[0] for cause in turn.causes] == [["price"]]


def test_another_price_of_a_bid_turns_others_over_too(build):
    scale, of, _, after, because = turned.TABLE[0]
    impact = ct.impact(turned.assessed(build, scale, of), ct.Changed("c", "/prices/piece", 99))
    assert [(m.bid, m.touched, m.rank_before, m.rank_after) for m in impact.moves] == [
        ("a", False, 1, 2),
        ("b", False, 2, 1),
        ("c", True, 3, 3),
    ]
    assert [move.total_after for move in impact.moves] == [*after, 30 + F(90, 99) * 40]
    assert told(impact) == [("a", "b", AWARDED, AWARDED, [(["price"], *because)])]


def test_a_bid_that_the_change_is_of_may_pass_others_without_a_reversal(build):
    before = turned.assessed(build, build.FROM_0_TO_1 | {"zero_at": "200", "full_at": "100"}, turned.TABLE[0][1])
    impact = ct.impact(before, ct.Marked("c", "quality", "1"))
    assert [move.rank_after for move in impact.moves] == [3, 2, 1]  # 51 + 30, 42 + 40, 60 + 40
    assert impact.reversals == ()
    assert impact.after["c"].total == 100


def test_another_mark_of_a_member(build):
    mean = {"kind": "judgement", "aggregate": "mean_of_members", "rounding": "none"}
    allowed = {"least": "0", "greatest": "10"}
    scale = {"kind": "linear", "zero_at": "0", "full_at": "10"}
    tender = build.tender(build.leaf("plan", 10, {**mean, "allowed": allowed}, scale))
    members = {"one": {"mark": "4", "reason": "so"}, "two": {"mark": "8", "reason": "so"}}
    panel = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "two"}
    marks = ct.read_judgements({**panel, "marks": {"a": {"plan": {"members": members}}}})
    before = ct.assess(tender, ct.read_bids(build.bid("a")), marks)
    assert before["a"].total == 6
    assert ct.impact(before, ct.Marked("a", "plan", 10, member="two")).after["a"].total == 7
    assert before.judgements.marks["a"]["plan"].members["two"].mark.text == "8"


@pytest.mark.parametrize("after", [None, "assessment"])
@pytest.mark.parametrize("rule", ["keep", "recompute"])
def test_a_rejection_that_is_added(build, after, rule):
    scale, of, before, then, _ = turned.TABLE[0]
    rejected = {"kind": "rejected", "bid": "c", "ground": "irregular", **turned.TAKEN}
    change = ct.Logged(rejected | ({"after": after} if after else {}))
    impact = ct.impact(turned.assessed(build, scale, of, on_rejection=rule), change)
    kept = after is not None and rule == "keep"
    assert [move.total_after for move in impact.moves] == [*(before[:2] if kept else then), None]
    assert [move.rank_after for move in impact.moves] == ([1, 2, None] if kept else [2, 1, None])
    assert len(impact.reversals) == (0 if kept else 1)
    assert impact.moves[2].touched


def test_a_draw_that_is_added_separates_those_that_it_is_of(build):
    before = turned.even(build, ("a", "100", "0.5"), ("b", "100", "0.5"))
    impact = ct.impact(before, ct.Logged(turned.TAKEN | turned.drawn("b", "a")))
    assert (impact.before.winner, impact.after.winner) == (None, "b")
    assert [(move.touched, move.rank_after) for move in impact.moves] == [(True, 2), (True, 1)]
    assert impact.reversals == ()


def test_an_opening_that_is_added_is_of_no_bid(build):
    before = turned.decided(build.marked(build.tender(build.judged()), a="1", b="0"))
    impact = ct.impact(before, ct.Logged({"kind": "opened", "stage": "assessment", **turned.TAKEN}))
    assert [move.touched for move in impact.moves] == [False, False]
    assert len(impact.after.decisions.decisions) == 1


def test_a_decision_may_be_given_as_its_model(build):
    before = turned.decided(build.marked(build.tender(build.judged()), a="1", b="0"))
    read = ct.Logged({"kind": "rejected", "bid": "a", "ground": "withdrawn", **turned.TAKEN})
    assert ct.Logged(read.decision) == read
    assert ct.impact(before, read).after.winner == "b"


def test_formulas_that_turn_two_bids_over_only_together_are_all_causes(build):
    impact = turned.together(build)
    assert [(move.bid, move.total_before, move.total_after) for move in impact.moves] == [
        ("a", 10, 10),
        ("b", 10, 11),
        ("d", 84, 100),
    ]
    changed = {"highest": (1, F("0.84375"))}
    [(first, second, *by, found)] = told(impact)
    assert (first, second, by) == ("a", "b", [Key("points", "rest"), AWARDED])
    assert [(criteria, references) for criteria, _, references in found] == [(["one"], changed), (["two"], changed)]


def test_equal_totals_that_the_cost_separated(build):
    impact = turned.by_cost(build)
    assert [(move.total_before, move.total_after) for move in impact.moves] == [(50, 0), (50, 40)]
    [(first, second, *by, found)] = told(impact)
    assert (first, second, by) == ("b", "a", [Key("cost", "price", lowest=True), CHEAPEST])
    assert [(criteria, references) for criteria, _, references in found] == [(["quality"], {"highest": (1, F("0.5"))})]


def test_a_formula_that_had_no_value_with_the_reference_as_it_was_counts_as_a_cause(build):
    """Where the lowest price is 0, all earn the same; with the lowest as it was, the bid that now asks 0 has no ratio."""
    scale = {"kind": "lowest_over_own", "lowest_zero": "100 %"}
    of = (("125", "0.85"), ("66", "0.60"), ("65", "0.10"))
    impact = ct.impact(turned.assessed(build, scale, of), ct.Changed("c", "/prices/piece", "0"))
    assert [move.total_before for move in impact.moves] == [F("71.8"), 36 + F(65, 66) * 40, 46]
    assert [move.total_after for move in impact.moves] == [91, 76, 46]
    because = (["price"], "lowest_over_own_unless_zero", {"lowest": (65, 0)})
    assert told(impact) == [("b", "a", AWARDED, AWARDED, [because])]


def test_an_impact_can_be_pickled(build):
    impact = turned.by_index(build)
    again = pickle.loads(pickle.dumps(impact))  # noqa: S301 -- of our own
    assert again.moves == impact.moves
    assert told(again) == told(impact)
