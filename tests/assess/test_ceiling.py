"""A ceiling of the price: at it a bid passes, above it it is rejected, when the price is opened. Totals by hand."""

from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.assessment import AboveCeiling, BelowMinimum

TWO = [{"id": "offer", "criteria": ["discount"]}, {"id": "money", "criteria": ["price"]}]
FROM_200 = {"kind": "linear", "zero_at": "200", "full_at": "0"}
OFFERS = {"a": ("10 %", "100.00"), "b": ("30 %", "80"), "c": ("50 %", "100.000000000001")}


def tender(build, ceiling="100", threshold=None, **award):
    """50 points for a discount, of which 90 % at the mean; 50 for a price from 200 down to 0."""
    scale = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
    discount = build.leaf("discount", 50, {"kind": "discount", "of": "d"}, scale)
    price = build.priced(weight=50, scale=FROM_200, **({"threshold": threshold} if threshold else {}))
    plain = build.tender(discount, price, discounts=["d"], **award).plain
    return ct.read_tender(plain | {"prices": {**plain["prices"], "ceiling": ceiling}})


def assess(build, verify, published, offers=None, log=()):
    bids = [build.bid(name, price, discounts={"d": offer}) for name, (offer, price) in (offers or OFFERS).items()]
    taken = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
    decisions = [{**taken, **decision} for decision in log]
    whole = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": decisions}
    found = ct.assess(published, ct.read_bids(bids), None, ct.read_decisions(whole))
    assert verify(ct.record(found)) == []
    return found


@pytest.mark.parametrize("stages", [{}, {"stages": TWO}])
@pytest.mark.parametrize(
    ("on_rejection", "totals"),
    [
        # discounts of 10, 30 and 50 %, mean 30: a 50 × 0.9 × 10 ÷ 30 = 15, b 50 × 0.9 = 45; prices: a 25, b 30
        ("keep", {"a": 40, "b": 75, "c": None}),
        # without c the mean is 20 and the highest 30: a 50 × 0.9 × 10 ÷ 20 = 22.5, b 50
        ("recompute", {"a": F("47.5"), "b": 80, "c": None}),
    ],
)
def test_what_is_above_the_ceiling_is_rejected_and_what_is_at_it_is_not(build, verify, on_rejection, totals, stages):
    found = assess(build, verify, tender(build, on_rejection=on_rejection, **stages))
    assert build.totals(found) == totals
    assert build.ranks(found) == [(1, ("b",)), (2, ("a",))]
    ((bid, rejection),) = found.rejected
    assert isinstance(rejection, AboveCeiling)
    stage = "money" if stages else "assessment"
    assert (bid, rejection.stage, rejection.criterion) == ("c", stage, "price")
    assert rejection.value.value == F("100.000000000001")
    assert (rejection.at_most.value, rejection.at_most.unit) == (100, "amount")
    assert rejection.at_most.source[0].pointer == "/prices/ceiling"


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_it_is_tested_when_the_price_is_opened_and_not_before(build, verify, on_rejection):
    found = assess(build, verify, tender(build, on_rejection=on_rejection, stages=TWO))
    c = found["c"]
    # c takes part in both stages, with the highest discount and a price just above 100
    assert [stage.bids for stage in c.stages] == [("a", "b", "c"), ("a", "b", "c")]
    assert c["discount"].points == 50
    assert c["price"].points == 25 - F(1, 4 * 10**12)
    assert (c.points, c.rank) == (None, None)
    listed = ("a", "b", "c") if on_rejection == "keep" else ("a", "b")
    assert [stage.bids for stage in found.stages] == [listed, listed]


@pytest.mark.parametrize(
    ("ceiling", "rejected"),
    [
        ("100.000000000001", []),
        ("100", ["c"]),
        ("99.999999999999", ["a", "c"]),
        ("80", ["a", "c"]),
        ("79.99", ["a", "b", "c"]),
        ("0", ["a", "b", "c"]),
    ],
)
@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_the_edge_of_the_ceiling(build, verify, ceiling, rejected, on_rejection):
    found = assess(build, verify, tender(build, ceiling, on_rejection=on_rejection))
    assert [bid for bid, _ in found.rejected] == rejected
    assert [bid for standing in found.ranking for bid in standing.bids] == [b for b in "bca" if b not in rejected]


def test_a_price_of_nothing_is_at_a_ceiling_of_nothing(build, verify):
    found = assess(build, verify, tender(build, "0"), {"a": ("10 %", "0"), "b": ("10 %", "0.01")})
    assert [bid for bid, _ in found.rejected] == ["b"]


def test_the_sum_of_all_lines_counts(build, verify):
    plain = build.tender(build.priced(), lines=[("desk", "3"), ("chair", "0.5")]).plain
    published = ct.read_tender(plain | {"prices": {**plain["prices"], "ceiling": "100.00"}})
    prices = {"a": ("30", "20"), "b": ("30", "20.02")}  # 3 × 30 + 0.5 × 20, and a cent more
    bids = [build.bid(name, prices={"desk": desk, "chair": chair}) for name, (desk, chair) in prices.items()]
    found = ct.assess(published, ct.read_bids(bids))
    assert verify(ct.record(found)) == []
    ((bid, rejection),) = found.rejected
    assert (bid, rejection.value.value) == ("b", F("100.01"))


def test_a_minimum_is_tested_before_the_ceiling_and_both_are_told(build, verify):
    # of 50 points a has 25, b 30 and c just below 25
    found = assess(build, verify, tender(build, threshold={"at_least": "25", "on": "raw"}))
    assert [(bid, type(rejection)) for bid, rejection in found.rejected] == [("c", BelowMinimum), ("c", AboveCeiling)]


def test_what_counts_is_the_price_after_the_decisions(build, verify):
    down = {"kind": "clarification", "bid": "c", "pointer": "/prices/piece", "old": "100.000000000001", "new": "10"}
    up = {"kind": "clarification", "bid": "b", "pointer": "/prices/piece", "old": "80", "new": "800"}
    found = assess(build, verify, tender(build), log=[down, up])
    assert [(bid, rejection.value.value) for bid, rejection in found.rejected] == [("b", 800)]
    # a low price that is explained is no price that is above a ceiling, and a bid that is rejected is not tested
    explained = {"kind": "low_price", "bid": "c", "explained": True}
    assert [bid for bid, _ in assess(build, verify, tender(build), log=[explained]).rejected] == ["c"]
    gone = {"kind": "rejected", "bid": "c", "ground": "withdrawn"}
    assert len(assess(build, verify, tender(build), log=[gone])["c"].rejections) == 1


def test_it_is_told_in_both_languages(build, verify):
    found = assess(build, verify, tender(build, stages=TWO), {**OFFERS, "c": ("50 %", "100.01")})
    pages = [
        " ".join(ct.to_text(ct.explain(found, "c"), language=language).replace("\N{NO-BREAK SPACE}", " ").split())
        for language in ("en", "nl")
    ]
    assert (
        "Rejected at the end of the stage money: the price is EUR 100.01, above the ceiling of EUR 100.00. " in pages[0]
    )
    assert (
        "Terzijde gelegd aan het einde van de ronde money: de prijs is EUR 100,01, en het plafond is EUR 100,00. "
        in pages[1]
    )
    assert '"ground": "above_ceiling"' in ct.to_json(ct.explain(found, "c"))
