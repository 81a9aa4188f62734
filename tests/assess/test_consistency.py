"""Bids and judgements that do not answer the tender: each gap alone gives one problem with its code and its place."""

from copy import deepcopy

import pytest

from circular_tender import Bid, assess, read_bids, read_judgements
from circular_tender.errors import InvalidDocuments

PROOF = {"paper": {"kind": "documented", "title": "t"}}
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "landfill": "0 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}
PASSPORT = {"kind": "material_passport", "fields": ["mass"], "verification": {"documented": "80 %"}}
TAKE_BACK = {"kind": "take_back", "within": "10 years", "cost": {"free": "100 %"}, "guarantee": {"contractual": "9 %"}}
OFFER = {"share": "1 %", "term": "1 year", "cost": "free", "guarantee": "contractual"}
LEVELS = {"kind": "levels", "levels": {"good": "70 %", "poor": "0 %"}}


@pytest.fixture
def tender(build):
    """A tender that asks for everything."""
    return build.tender(
        build.priced(),
        build.leaf("discount", 10, {"kind": "discount", "of": "d"}, build.WHOLE_SHARE),
        build.leaf("reuse", 10, REUSE, build.WHOLE_SHARE),
        build.leaf("passport", 10, PASSPORT, build.WHOLE_SHARE),
        build.leaf("take-back", 10, TAKE_BACK, build.WHOLE_SHARE),
        build.judged(weight=10),
        build.leaf("plan", 10, build.LADDER, LEVELS),
        discounts=["d"],
        deadline="2026-10-15T12:00:00+02:00",
    )


@pytest.fixture
def answer(build):
    """A bid that answers it."""
    part = build.part("p", "1 kg", {"reuse": "100 %"}, "paper", {"mass": "1 kg"}, "paper")
    return build.bid(
        "a",
        "10",
        received="2026-10-14T12:00:00Z",
        discounts={"d": "1 %"},
        products=[{"id": "x", "line": "piece", "mass": "1 kg", "parts": [part, build.part("q", "0 kg")]}],
        take_back=deepcopy(OFFER),
        evidence=deepcopy(PROOF),
    )


@pytest.fixture
def panel():
    """Marks that judge it."""
    marks = {"quality": {"mark": "0.5", "reason": "so"}, "plan": {"mark": "good", "reason": "so"}}
    return {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "p", "marks": {"a": marks}}


def put(document, at, value):
    """Set what stands at a pointer, or take it away where the value is `...`."""
    *above, last = at.split("/")[1:]
    for part in above:
        document = document[int(part)] if isinstance(document, list) else document[part]
    if value is ...:
        del document[last]
    else:
        document[last] = value


def problems(tender, bids, panel):
    with pytest.raises(InvalidDocuments) as error:
        assess(tender, read_bids(bids), None if panel is None else read_judgements(panel))
    return [(p.code, p.place.document, p.place.pointer) for p in error.value.problems]


def test_a_bid_that_answers_everything_is_assessed(tender, answer, panel):
    # 40 + 0.1 + 10 × 100 % + 10 × 80 % + 10 × 1 % × 1/10 × 9 % + 5 + 7
    total = assess(tender, read_bids([answer]), read_judgements(panel))["a"].points
    assert str(total) == "701009/10000"


@pytest.mark.parametrize(
    ("at", "value", "code", "place"),
    [
        ("/tender", "T-2", "other-tender", "/tender"),
        ("/received", ..., "received-missing", "/received"),
        ("/prices/pieces", "1", "unknown-line", "/prices/pieces"),
        ("/prices/piece", ..., "price-missing", "/prices/piece"),
        ("/discounts/e", "1 %", "unknown-bid-discount", "/discounts/e"),
        ("/discounts/d", ..., "discount-missing", "/discounts/d"),
        ("/products", [], "product-missing", "/products"),
        (
            "/products/0/parts/0/end_of_life/destinations/sea",
            "0 %",
            "unknown-destination",
            "/products/0/parts/0/end_of_life/destinations/sea",
        ),
        ("/take_back", ..., "answer-missing", "/take_back"),
        ("/take_back/cost", "dear", "unknown-row", "/take_back/cost"),
        ("/take_back/guarantee", "none", "unknown-row", "/take_back/guarantee"),
        ("/evidence/paper/kind", "third_party", "unknown-row", "/products/0/parts/0/passport/evidence"),
    ],
)
def test_each_gap_in_a_bid(tender, answer, panel, at, value, code, place):
    put(answer, at, value)
    assert problems(tender, [answer], panel) == [(code, "bid 1", place)]


def test_a_product_for_no_line(tender, answer, panel):
    put(answer, "/products/0/line", "pieces")
    assert problems(tender, [answer], panel) == [
        ("unknown-line", "bid 1", "/products/0/line"),
        ("product-missing", "bid 1", "/products"),
    ]


@pytest.mark.parametrize(
    ("at", "value", "code", "place"),
    [
        ("/tender", "T-2", "other-tender", "/tender"),
        ("/marks/b", {}, "unknown-bid", "/marks/b"),
        ("/marks/a/price", {"mark": "1", "reason": "so"}, "unknown-criterion", "/marks/a/price"),
        ("/marks/a/quality/mark", "1.01", "mark-not-allowed", "/marks/a/quality/mark"),
        ("/marks/a/quality/mark", "good", "mark-not-allowed", "/marks/a/quality/mark"),
        ("/marks/a/plan/mark", "bad", "unknown-level", "/marks/a/plan/mark"),
        ("/marks/a/plan/mark", "1", "unknown-level", "/marks/a/plan/mark"),
    ],
)
def test_each_gap_in_the_judgements(tender, answer, panel, at, value, code, place):
    put(panel, at, value)
    assert problems(tender, [answer], panel) == [(code, "judgements", place)]


@pytest.mark.parametrize("mark", ["0", "1"])
def test_the_ends_of_what_is_allowed_are_allowed(tender, answer, panel, mark):
    put(panel, "/marks/a/quality/mark", mark)
    assert assess(tender, read_bids([answer]), read_judgements(panel))["a"]["quality"].measured.value == int(mark)


def test_a_mark_that_is_missing_has_its_place(tender, answer, panel):
    put(panel, "/marks/a/plan", ...)
    assert problems(tender, [answer], panel) == [("answer-missing", "judgements", "/marks/a/plan/mark")]


def test_judgements_that_are_needed_and_bids_that_are_needed(tender, answer):
    assert problems(tender, [answer], None) == [("judgements-missing", "judgements", "")]
    assert problems(tender, [], None) == [("no-bids", "bids", ""), ("judgements-missing", "judgements", "")]


def test_the_same_bid_twice(tender, answer, panel):
    assert problems(tender, [answer, answer], panel) == [("duplicate-bid", "bid 2", "/id")]


def test_nothing_is_asked_that_the_tender_does_not_ask(build):
    assessment = build.assess(build.tender(build.judged(), lines=()), build.bid("a"), a={"quality": "1"})
    assert assessment.winner == "a"


def test_bids_that_were_built_in_code_are_checked_as_well(build):
    tender = build.tender(build.priced())
    bid = Bid.model_validate(build.bid("a"))
    with pytest.raises(InvalidDocuments) as error:
        assess(tender, [bid, bid])
    assert [(p.code, p.place.document) for p in error.value.problems] == [
        ("duplicate-bid", "bid a"),
        ("price-missing", "bid a"),
        ("price-missing", "bid a"),
    ]
