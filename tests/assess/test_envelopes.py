"""Two envelopes: what belongs to a later stage is asked of those that reach it, and of nobody else. Points by hand."""

import json
from copy import deepcopy

import pytest

import circular_tender as ct

YEARS = {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"}
LEG = {"id": "leg", "mass": None, "end_of_life": None, "passport": None}
LATER = {  # everything that a bid can hold back for the second envelope
    "prices": {"piece": "80"},
    "discounts": {"d": "10 %"},
    "answers": {"repair": {"value": "2", "evidence": None}},
    "take_back": None,
    "products": [
        {
            "id": "p",
            "line": "piece",
            "mass": "2 kg",
            "guarantee": None,
            "parts": [{**LEG, "feedstock": None}],
        }
    ],
}
TAKES_BACK = {"within": "10 years", "cost": {"free": "100 %"}, "guarantee": {"contractual": "100 %"}}


def tender(build, *, at_least="30", **award):
    """60 points for quality in the first stage, 60 for six other criteria in the second, of which one is the price."""
    answers = {"kind": "answer", "asks": "number", "otherwise": "30"}
    reuse = {"kind": "recycled_content", "feedstock": {"new": "0 %"}, "evidence": "declared", "otherwise": "new"}
    lasts = {"kind": "guaranteed_lifetime", "aggregate": "shortest", "evidence": "declared", "otherwise": "0 years"}
    stages = [
        {"id": "first", "criteria": ["quality"]},
        {"id": "second", "criteria": ["price", "cut", "repair", "back", "recycled", "lasting"]},
    ]
    return build.tender(
        build.judged(threshold={"at_least": at_least, "on": "raw"}),
        build.priced(weight=10),
        build.leaf("cut", 10, {"kind": "discount", "of": "d"}, build.WHOLE_SHARE),
        build.leaf("repair", 10, answers, {"kind": "linear", "zero_at": "30", "full_at": "0"}),
        build.leaf("back", 10, {"kind": "take_back", **TAKES_BACK}, build.WHOLE_SHARE),
        build.leaf("recycled", 10, reuse, build.WHOLE_SHARE),
        build.leaf("lasting", 10, lasts, YEARS),
        discounts=["d"],
        stages=stages,
        **award,
    )


def bid(build, name, **changes):
    whole = {**deepcopy(LATER), **changes}
    return build.bid(name, **{key: value for key, value in whole.items() if value is not ...})


NOTHING = dict.fromkeys(LATER, ...)
SILENT = {"products": [{"id": "p", "line": "piece", "mass": "2 kg", "parts": [{**LEG}]}]}


def assess(build, *bids, c="0.2", published=None):
    marks = {"a": {"quality": "0.9"}, "b": {"quality": "0.5"}, "c": {"quality": c}}
    marked = build.marked(build.tender(build.judged()), **{one["id"]: marks[one["id"]] for one in bids})
    return ct.assess(published or tender(build), ct.read_bids(list(bids)), marked.judgements)


def values(found):
    return json.loads(ct.record(found))["assessment"]


@pytest.mark.parametrize(
    "left_out",
    [
        *({key: ...} for key in LATER),
        NOTHING,
        SILENT,
        {"prices": {}, "discounts": {}, "answers": {}, "products": []},
        {"prices": {"piece": {"withheld": "not opened"}}},
        {"prices": {"piece": "0.01"}, "discounts": {"d": "99 %"}, "answers": {"repair": None}},
    ],
)
@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_what_a_bid_that_falls_before_holds_back_or_says_otherwise_changes_nothing(
    build, verify, left_out, on_rejection
):
    published = tender(build, on_rejection=on_rejection)
    others = [bid(build, "a"), bid(build, "b", prices={"piece": "100"})]
    whole = assess(build, *others, bid(build, "c"), published=published)
    found = assess(build, *others, bid(build, "c", **left_out), published=published)
    assert values(found) == values(whole)
    assert verify(ct.record(found)) == []
    assert ct.to_json(found) == ct.to_json(whole)
    assert [(name, r.criterion) for name, r in found.rejected] == [("c", "quality")]
    # of repair 2 of 30 days: 28 ÷ 30 × 10; the lowest price is a's
    assert found["a"].points - 54 == found["b"].points - 30 + 2


NEEDED = {
    "prices": ("price-missing", "/prices/piece"),
    "discounts": ("discount-missing", "/discounts/d"),
    "answers": ("answer-missing", "/answers/repair"),
    "take_back": ("answer-missing", "/take_back"),
    "products": ("product-missing", "/products"),
}


@pytest.mark.parametrize("key", NEEDED)
def test_where_it_goes_on_what_is_missing_is_an_error(build, key):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, bid(build, "a"), bid(build, "c", **{key: ...}), c="0.5")
    (problem,) = error.value.problems
    assert (problem.code, problem.place.pointer) == NEEDED[key]
    assert problem.place.document == "bid 2"


def test_everything_that_is_missing_comes_at_once_from_all_who_go_on(build):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, bid(build, "a", **NOTHING), bid(build, "b", **SILENT), bid(build, "c", **NOTHING))
    found = [(problem.place.document, problem.place.pointer) for problem in error.value.problems]
    part = "/products/0/parts/0/feedstock"
    assert found == [
        *(("bid 1", pointer) for pointer in ("/prices/piece", "/discounts/d", "/products", "/answers/repair")),
        ("bid 1", "/take_back"),
        *(("bid 2", pointer) for pointer in (part, "/products/0/guarantee")),
    ]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"prices": {"pieces": "1"}}, "unknown-line"),
        ({"discounts": {"e": "1 %"}}, "unknown-bid-discount"),
        ({"answers": {"repair": {"value": "2 kg", "evidence": None}}}, "unit-unexpected"),
        ({"take_back": {"share": "1 %", "term": "1 year", "cost": "paid", "guarantee": "contractual"}}, "unknown-row"),
        ({"products": [{**SILENT["products"][0], "line": "pieces"}]}, "unknown-line"),
    ],
)
def test_what_is_written_wrongly_is_refused_in_every_bid(build, wrong, code):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, bid(build, "a"), bid(build, "c", **{**NOTHING, **wrong}))
    (problem,) = error.value.problems
    assert (problem.code, problem.place.document) == (code, "bid 2")


def test_a_late_bid_reaches_no_stage(build, verify):
    published = ct.read_tender({**tender(build).plain, "deadline": "2026-10-15T12:00:00Z"})
    in_time, late = "2026-10-15T12:00:00Z", "2026-10-15T12:00:01Z"
    first = bid(build, "a", received=in_time)
    found = assess(build, first, bid(build, "b", received=late, **NOTHING), published=published)
    assert verify(ct.record(found)) == []
    assert (found.winner, [name for name, _ in found.rejected]) == ("a", ["b"])
    with pytest.raises(ct.InvalidDocuments):
        assess(build, first, bid(build, "b", received=in_time, **NOTHING), published=published)


def test_where_no_stage_rejects_anybody_everything_is_asked_at_once(build):
    plain = tender(build).plain
    del plain["criteria"][0]["threshold"]
    wrong = bid(build, "b", **{**NOTHING, "discounts": {"e": "1 %"}})
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(build, bid(build, "a", prices=...), wrong, published=ct.read_tender(plain))
    found = {(problem.place.document, problem.code) for problem in error.value.problems}
    # what b says wrongly does not hide that both hold back what nobody can miss
    assert found >= {("bid 1", "price-missing"), ("bid 2", "unknown-bid-discount"), ("bid 2", "price-missing")}


def test_a_fact_of_both_stages_is_asked_in_the_first(build):
    published = build.tender(
        build.priced(
            "first-price",
            scale={"kind": "linear", "zero_at": "200", "full_at": "0"},
            threshold={"at_least": "1", "on": "raw"},
        ),
        build.priced("second-price"),
        stages=[{"id": "one", "criteria": ["first-price"]}, {"id": "two", "criteria": ["second-price"]}],
    )
    with pytest.raises(ct.InvalidDocuments) as error:
        build.assess(published, build.bid("a", "10"), build.bid("b"))
    assert [problem.code for problem in error.value.problems] == ["price-missing"]


def test_a_clarification_may_bring_in_what_was_missing(build, verify):
    clarified = {"kind": "clarification", "bid": "c", "pointer": "/prices", "old": None, "new": {"piece": "40"}}
    taken = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "the second envelope was opened"}
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [clarified | taken]}
    whole = assess(build, bid(build, "a"), bid(build, "c", prices={"piece": "40"}), c="0.5")
    bids = ct.read_bids([bid(build, "a"), bid(build, "c", prices=...)])
    found = ct.assess(whole.tender, bids, whole.judgements, ct.read_decisions(log))
    assert values(found) == values(whole)
    assert verify(ct.record(found)) == []
