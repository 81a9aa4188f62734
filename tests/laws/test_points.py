"""What points must be: they add up, stay within their weights, and never punish the better offer."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from invented import (
    CEILINGS,
    DISCOUNTS,
    INDICATORS,
    LOWEST,
    POSITIVE,
    SHARES,
    TERMS,
    Case,
    Maker,
    Plain,
    cases,
    every,
    leaves,
    log_ratio_by_hand,
    power_by_hand,
    rounded_by_hand,
)

import circular_tender as ct
from circular_tender.assessment import Score

WEAKEST_FIRST = ("declared", "documented", "third_party")


@given(cases())
def test_the_rows_of_a_total_add_up_to_it_exactly(case: Case):
    """The rows are those that a reader sees; their sum is made here, the total by the rules."""
    assessment = case.assess()
    ids = [leaf["id"] for leaf in leaves(case.tender["criteria"])]
    for standing in assessment.ranking:
        for bid in standing.bids:
            rows = ct.explain(assessment, bid).contributions
            assert sum((row.points for row in rows), Fraction(0)) == assessment[bid].points
            assert sorted(row.criterion for row in rows if row.kind == "points") == sorted(ids)
            assert {row.kind for row in rows} <= {"points", "rescaling", "rounding"}


def ratio_by_hand(scale: Plain, own: Any, stage: list[Any]) -> Fraction:
    """What a scale makes of a measured value among those of the stage, by the definitions of documents.md."""
    match scale["kind"]:
        case "levels":
            return _value(scale["levels"][own])
        case "linear":
            zero, full = _value(scale["zero_at"]), _value(scale["full_at"])
            return _cut((own - zero) / (full - zero))
    keys = {key: _value(text) for key, text in scale.items() if key not in {"kind", "bounds"}}
    kept = uncut_by_hand(scale["kind"], own, stage, **keys)
    return _cut(kept) if scale.get("bounds") == "cut" else kept


def uncut_by_hand(kind: str, own: Fraction, stage: list[Fraction], **keys: Fraction) -> Fraction:  # noqa: C901, PLR0911, PLR0912 -- one a kind
    """What a kind of scale that divides or takes a power makes of a value, before it is cut."""
    low, high, mean = min(stage), max(stage), sum(stage) / len(stage)
    match kind:
        case "lowest_over_own":
            return low / own if low else keys["lowest_zero"]
        case "ratio_to_best":
            return power_by_hand(own / high, keys.get("exponent", Fraction(1))) if high else keys["all_zero"]
        case "highest_to_lowest":
            return (high - own) / (high - low) if high > low else keys["all_equal"]
        case "slope_from_lowest":
            reference = (low + keys.get("estimate", low)) / 2
            return 1 - (own / reference - 1) / keys["zero_at"]
        case "ceiling_to_lowest" if low >= keys["ceiling"]:
            return keys["all_at_ceiling"]
        case "ceiling_to_lowest":
            way = max(keys["ceiling"] - own, 0) / (keys["ceiling"] - low)
            return keys["at_ceiling"] + (1 - keys["at_ceiling"]) * power_by_hand(way, keys["exponent"])
        case "concave":
            left = min(own / keys["ceiling"], Fraction(1)) if "ceiling" in keys else 1 - own
            return 1 - power_by_hand(left, keys["exponent"])
        case "lowest_line":
            return 1 - (own - low) / high
        case "mean_line":
            return keys["at_mean"] - keys["slope"] * (own / mean - 1)
        case "logarithmic":
            return 1 - log_ratio_by_hand(own / low, keys["zero_at_multiple"])
        case "power_of_reference":
            return power_by_hand(own / keys["reference"], keys["exponent"]) if own else keys["at_zero"]
    if "ceiling" in keys:
        own, *stage = ((max(keys["ceiling"] - price, Fraction(0)) / keys["ceiling"]) for price in (own, *stage))
        mean, high = sum(stage) / len(stage), max(stage)
        if not high:
            return keys["all_zero"]
    below, above = keys["at_mean"] * own / mean, high - mean
    return below if own <= mean else keys["at_mean"] + (1 - keys["at_mean"]) * (own - mean) / above


def _value(text: str) -> Fraction:
    """A number or a ratio of a tender."""
    return _ratio(text) / (100 if "%" in text else 1)


def _cut(ratio: Fraction) -> Fraction:
    return sorted((Fraction(0), ratio, Fraction(1)))[1]


@given(cases())
def test_points_are_ratio_times_weight_rounded_and_rescaled_as_published(case: Case):
    """Bid by bid and criterion by criterion, from the measured values upwards, in plain fractions."""
    rule = case.tender["award"]["rounding"]

    def rounded(points: Fraction, at: str) -> Fraction:
        if rule == "none" or rule["at"] != at:
            return points
        return rounded_by_hand(points, int(rule["places"]), rule["mode"])

    assessment = case.assess()
    for stage in assessment.stages:
        columns = {key: list(node.value) for key, node in stage.columns}
        for criterion in every(case.tender["criteria"]):
            name = criterion["id"]
            if ("points", name) not in columns:
                continue
            if "criteria" in criterion:
                members = [columns["points", member["id"]] for member in criterion["criteria"]]
                subtotal = [sum(row) for row in zip(*members, strict=True)]
                assert columns["subtotal", name] == subtotal
                best = Fraction(criterion["weight"]) / max(subtotal) if "rescale" in criterion else 1
                assert columns["points", name] == [points * best for points in subtotal]
            else:
                measured = columns["measured", name]
                ratios = [ratio_by_hand(criterion["scale"], own, measured) for own in measured]
                assert columns["ratio", name] == ratios
                weighted = [ratio * Fraction(criterion["weight"]) for ratio in ratios]
                assert columns["points", name] == [rounded(points, "criterion") for points in weighted]
    for result in assessment:
        if result.rank is not None:
            total = sum(result[criterion["id"]].points for criterion in case.tender["criteria"])
            assert result.points == rounded(total, "total")


@given(cases())
def test_a_rejected_bid_has_no_points_in_total_and_no_rank(case: Case):
    assessment = case.assess()
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    assert sorted(ranked + list(dict(assessment.rejected))) == sorted(bid["id"] for bid in case.bids)
    for result in assessment:
        assert (result.rank is None) == (result.points is None) == bool(result.rejections)
        if result.rejections:
            assert ct.explain(assessment, result.bid.id).contributions == ()


@given(st.deferred(lambda: cases() | close_races()))
def test_ranks_count_the_bids_with_more_points(case: Case):
    """By counting: a bid's rank is one more than the bids that beat it, on the total and then on the criteria named."""
    assessment = case.assess()
    ranked = [result for result in assessment if result.rank is not None]
    ties = [name for name in case.tender["award"]["ties"] if name != "draw"]
    keys = {result.bid.id: [result.points, *(result[name].points for name in ties)] for result in ranked}
    for result in ranked:
        assert result.rank == 1 + sum(key > keys[result.bid.id] for key in keys.values())


@st.composite
def close_races(draw) -> Case:
    """Two to five bids with halves of three equal weights: most totals are equal, and `ties` must tell bids apart."""
    names = draw(st.permutations(["plan", "1", "z"]))
    judgement = {"kind": "judgement", "aggregate": "mean", "allowed": {"least": "0", "greatest": "2"}}
    leaf = {"title": "About", "weight": "2", "indicator": judgement}
    scale = {"kind": "linear", "zero_at": "0", "full_at": "2"}
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Chairs",
        "buyer": "Gemeente Voorbeeld",
        "currency": "EUR",
        "award": {
            "method": "weighted_points",
            "points": "6",
            "rounding": draw(st.sampled_from(["none", {"places": "0", "mode": "half_even", "at": "total"}])),
            "ties": draw(st.permutations(names))[: draw(st.integers(0, 3))],
        },
        "criteria": [{"id": name, **leaf, "scale": scale} for name in names],
    }
    bids = draw(
        st.lists(st.lists(st.sampled_from(["0", "1", "0.5", "2"]), min_size=3, max_size=3), min_size=2, max_size=5)
    )
    marks = {
        f"b{number}": {name: {"mark": mark, "reason": "As argued."} for name, mark in zip(names, row, strict=True)}
        for number, row in enumerate(bids)
    }
    bid = {"schema": "circular-tender/bid/1", "tender": "T-1", "bidder": "Somebody"}
    judgements = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "Staff", "marks": marks}
    return Case(tender, tuple({**bid, "id": name} for name in marks), judgements)


@given(cases(weight_places=0, bounds=("cut",)))
def test_points_lie_between_nothing_and_the_weight(case: Case):
    """Weights are whole numbers here, so that a weight is its own rounding in each mode and to any places."""
    weights = {leaf["id"]: Fraction(leaf["weight"]) for leaf in leaves(case.tender["criteria"])}
    inside = {name: [leaf["id"] for leaf in leaves([group])] for name, group in _groups(case.tender["criteria"])}
    for result in case.assess():
        for score in result.scores:
            if isinstance(score, Score):
                assert 0 <= score.ratio.number <= 1
                assert 0 <= score.weighted.number <= weights[score.criterion]
                assert 0 <= score.points <= weights[score.criterion]
            else:
                whole = sum(weights[leaf] for leaf in inside[score.criterion])
                assert 0 <= score.subtotal.number <= whole
                assert 0 <= score.points <= whole
        if result.points is not None:
            assert 0 <= result.points <= Fraction(case.tender["award"]["points"])


def _groups(criteria: list[Plain]) -> list[tuple[str, Plain]]:
    groups = [criterion for criterion in criteria if "criteria" in criterion]
    return [pair for group in groups for pair in [(group["id"], group), *_groups(group["criteria"])]]


@given(cases(scales=frozenset({"linear", "levels", "concave", "power_of_reference"}), rescaling=False))
def test_absolute_scales_do_not_react_to_other_bids(case: Case):
    together = case.assess()
    for bid in case.bids:
        alone = case.only(lambda name, own=bid["id"]: name == own).assess()
        assert _numbers(alone[bid["id"]]) == _numbers(together[bid["id"]])


def _numbers(result) -> dict[str, tuple[Any, ...]]:
    return {
        score.criterion: (score.points, getattr(score, "measured", score.points_cell).value) for score in result.scores
    }


#: Prices of nothing under lowest_over_own, discounts of nothing under bilinear_at_mean, and nothing to rescale.
UNDEFINED = {
    "lowest_over_own": ("price", {"kind": "lowest_over_own"}, {}),
    "bilinear_at_mean": ("discount", {"kind": "bilinear_at_mean", "at_mean": "90 %"}, {}),
    "rescaled": ("discount", {"kind": "linear", "zero_at": "0 %", "full_at": "50 %"}, {"rescale": "best"}),
}


@pytest.mark.parametrize("formula", UNDEFINED)
@given(case=cases(kinds=("price", "discount"), groups=False, thresholds=(), late=False, stages=10**9))
def test_a_formula_without_a_value_is_an_error_of_its_own_and_never_a_number(formula, case: Case):
    kind, scale, group = UNDEFINED[formula]
    tender, last = case.tender, case.tender["criteria"][-1]
    tender["award"]["on_rejection"] = "keep"
    tender["award"].pop("stages", None)  # hypothesis tries the rarest of chances first
    tender["prices"] = {"vat": "excluded", "lines": [{"id": "desk", "unit": "piece", "quantity": "3"}]}
    tender["discounts"] = [{"id": name, "title": name} for name in DISCOUNTS]
    for leaf in leaves(tender["criteria"]):  # all others are absolute
        leaf["indicator"] = {"kind": "discount", "of": "opening"}
        leaf["scale"] = {"kind": "linear", "zero_at": "0 %", "full_at": "50 %"}
    last["indicator"] = {"kind": "price"} if kind == "price" else {"kind": "discount", "of": "late-hours"}
    last["scale"] = scale
    if group:
        tender["criteria"][-1] = {"id": "g", "title": "G", "weight": last["weight"], "criteria": [last], **group}
    for bid in case.bids:
        bid["prices"], bid["discounts"] = {"desk": "0"}, {"opening": "5 %", "late-hours": "0 %"}
    with pytest.raises(ct.UndefinedResult) as caught:
        ct.assess(*case.read())
    assert caught.value.formula == formula
    assert caught.value.criterion == tender["criteria"][-1]["id"]


@st.composite
def improvements(draw, kind: str, scale: str) -> tuple[Case, Case, str, Plain]:
    """Two cases that differ in one claim of one bid, the higher one last; the id of the bid, and the criterion."""
    scales = frozenset({scale, "levels"})
    maker = Maker(draw, kinds=(kind,), scales=scales, thresholds=(), late=False, rescaling=False, least_bids=2)
    case = maker.case()
    bid, leaf = maker.one(*case.bids), maker.one(*leaves(case.tender["criteria"]))
    low, high = (case.changed(), case.changed())
    bids = [next(b for b in side.bids if b["id"] == bid["id"]) for side in (low, high)]
    match leaf["indicator"]["kind"]:
        case "price":
            line = maker.one(*bid["prices"])
            _set(bids, lambda b: b["prices"], line, sorted(maker.some(POSITIVE, 2, 2), key=Fraction))
        case "discount":
            _set(bids, lambda b: b["discounts"], leaf["indicator"]["of"], _two_shares(maker))
        case "judgement":
            marks = [side.judgements["marks"][bid["id"]][leaf["id"]] for side in (low, high)]
            levels = leaf["scale"].get("levels")
            two = [maker.mark(leaf), maker.mark(leaf)]
            two.sort(key=(lambda mark: _ratio(levels[mark])) if levels else Fraction)
            _set(marks, lambda mark: mark, "mark", two)
        case "reuse_at_end_of_life":
            _better_end(maker, case.tender, leaf["indicator"], bids)
        case "material_passport":
            part = _part(maker, bids)
            proofs = maker.common(case.tender, "material_passport", "verification", WEAKEST_FIRST)
            evidence = maker.one(None, *proofs)
            if evidence:
                _set(bids, lambda b: b["evidence"], "new-proof", [{"kind": evidence, "title": "Proof"}] * 2)
            told = {"evidence": evidence and "new-proof"}
            _set(
                bids,
                part,
                "passport",
                [{"fields": {leaf["indicator"]["fields"][0]: text}, **told} for text in (None, "x")],
            )
        case _:
            costs = maker.common(case.tender, "take_back", "cost", ("paid_to_buyer", "free", "at_cost"))
            names = ("declared", "contractual", "contractual_with_penalty")
            guarantees = maker.common(case.tender, "take_back", "guarantee", names)
            assume(costs and guarantees)
            offer = {"term": maker.one(*TERMS), "cost": maker.one(*costs), "guarantee": maker.one(*guarantees)}
            low_share, high_share = _two_shares(maker)
            low_offer = maker.one(None, {"share": low_share, **offer})
            _set(bids, lambda b: b, "take_back", [low_offer, {"share": high_share, **offer}])
    return low, high, bid["id"], leaf


def _set(sides, where, key: str, values) -> None:
    for side, value in zip(sides, values, strict=True):
        where(side)[key] = value


def _ratio(text: str) -> Fraction:
    return Fraction(text.rstrip(" %"))


def _two_shares(maker: Maker) -> list[str]:
    return sorted(maker.some(SHARES, 2, 2), key=_ratio)


def _part(maker: Maker, bids: list[Plain]):
    """One part of a bid, put there if it has none; returns where it is found in either side."""
    product = maker.whole(0, len(bids[0]["products"]) - 1)
    for bid in bids:
        mine = bid["products"][product]
        if not mine["parts"]:
            mine["parts"].append({"id": "new", "mass": mine["mass"], "end_of_life": None, "passport": None})
    number = maker.whole(0, len(bids[0]["products"][product]["parts"]) - 1)
    return lambda bid: bid["products"][product]["parts"][number]


def _better_end(maker: Maker, tender: Plain, indicator: Plain, bids: list[Plain]) -> None:
    """A part goes to a better destination, or a claim that is at least as good as `otherwise` gets a stronger proof."""
    part, table = _part(maker, bids), indicator["destinations"]
    named = maker.common(tender, "reuse_at_end_of_life", "destinations", tuple(table))
    assume(named)
    kinds = sorted((maker.one(*WEAKEST_FIRST), maker.one(*WEAKEST_FIRST)), key=WEAKEST_FIRST.index)
    ends = sorted((maker.one(*named), maker.one(*named)), key=lambda name: _ratio(table[name]))
    if _ratio(table[ends[1]]) < _ratio(table[indicator["otherwise"]]):
        kinds[0] = kinds[1]
    if kinds[0] != kinds[1]:
        ends[0] = ends[1]
    share = maker.one(*SHARES)
    _set(bids, lambda b: b["evidence"], "new-proof", [{"kind": kind, "title": "Proof"} for kind in kinds])
    _set(bids, part, "end_of_life", [{"destinations": {end: share}, "evidence": "new-proof"} for end in ends])


#: Every indicator with every scale that it fits.
FITTING = [(kind, "linear") for kind in INDICATORS if kind != "level"]
FITTING += [("price", scale) for scale in (*LOWEST, *CEILINGS, "mean_line", "power_of_reference")]
FITTING += [
    (kind, s) for kind in ("discount", "number") for s in ("bilinear_at_mean", "ratio_to_best", "power_of_reference")
]
FITTING += [("discount", "concave"), ("level", "levels")]


@pytest.mark.parametrize(("kind", "scale"), FITTING)
def test_a_better_offer_never_earns_less(kind: str, scale: str):
    """The scale says what is better: less of a price, but on a line, and where `full_at` lies below `zero_at`."""

    @settings(max_examples=40)
    @given(improvements(kind, scale))
    def law(improvement):
        low, high, bid, leaf = improvement
        before, after = (side.assess()[bid][leaf["id"]] for side in (low, high))
        line = leaf["scale"] if scale == "linear" else {"zero_at": "0", "full_at": "1"}
        falling = (kind == "price" and scale != "linear") or _ratio(line["full_at"]) < _ratio(line["zero_at"])
        assert (after.points - before.points) * (-1 if falling else 1) >= 0
        if scale != "levels":
            assert after.measured.number >= before.measured.number

    law()
