"""Before or after rescaling, with or without who is gone: on the tender of the Venice museums, of which all is published.

The figures come from examples/venice-museums/expected.yaml, or are worked out in the comments from its weights: the
best technical subtotal, 42.8 of cns, becomes 50; below 32 a price is not opened.
"""

from copy import deepcopy
from fractions import Fraction as F
from pathlib import Path

import pytest
from folders import documents

import circular_tender as ct
from circular_tender.assessment import BelowMinimum

VENICE = documents(Path(__file__).parents[2] / "examples" / "venice-museums")
REAR = F("27.09999796")  # raw; the mark of rear on t01, which weighs 2, is 0.3
ENOUGH = "0.44600102"  # 0.14600102 × 2 more: 27.392, and 27.392 ÷ 42.8 × 50 = 32
OFFERS = ("d1", "d2", "d3", "d4")
TWO_BEST = {"at_least": "1", "max_pass": "2", "equal": "pass"}


def assess(verify, *log, on="raw", mark="0.3", on_rejection="keep", opened=False, **threshold):
    """The award with another threshold, another mark of rear on t01, and with its envelope opened or not."""
    tender, marks = deepcopy(VENICE.tender.plain), deepcopy(VENICE.judgements.plain)
    tender["award"]["on_rejection"] = on_rejection
    tender["criteria"][0]["threshold"] = {"at_least": "32", "on": on, **threshold}
    marks["marks"]["rear"]["t01"]["mark"] = mark
    bids = {bid.id: deepcopy(bid.plain) for bid in VENICE.bids}
    if opened:
        bids["rear"]["discounts"] = bids["cns"]["discounts"]
    else:
        del bids["rear"]["discounts"]  # withheld there; here nothing was handed over at all
    whole = {"schema": "circular-tender/decisions/1", "tender": "18/2017", "decisions": list(log)}
    read = ct.read_bids(list(bids.values())), ct.read_judgements(marks), ct.read_decisions(whole)
    found = ct.assess(ct.read_tender(tender), *read)
    assert verify(ct.record(found)) == []
    return found


def points(found):
    return {result.bid.id: result.points for result in found}


def test_the_minimum_before_rescaling_and_after_it(verify):
    for on, value in (("raw", REAR), ("relative", REAR / F("42.8") * 50)):  # 27.1, and 31.659 of 50
        found = assess(verify, on=on)
        ((bid, ground),) = found.rejected
        assert isinstance(ground, BelowMinimum)
        assert (bid, ground.stage, ground.value.value) == ("rear", "technical", value)
        assert {bid: f"{float(total):.3f}" for bid, total in points(found).items() if total} == {
            "cns": "79.222",
            "opera": "88.084",
        }
        assert found["rear"]["technical"].points == REAR / F("42.8") * 50


@pytest.mark.parametrize(
    ("on", "mark", "falls"),
    [
        ("raw", ENOUGH, True),  # 27.392 of 32
        ("relative", "0.44600101", True),  # 27.39199998, and 31.99999… after rescaling
        ("relative", ENOUGH, False),  # 32 after rescaling, as much as is asked for
        ("relative", "1", False),
    ],
)
def test_what_would_have_passed_after_rescaling_does_not_before(verify, on, mark, falls):
    found = assess(verify, on=on, mark=mark, opened=True)
    assert [bid for bid, _ in found.rejected] == (["rear"] if falls else [])
    assert (found["rear"].points is None) == falls
    # with rear's discounts, those of cns, the mean of the first is (11.5 + 23.85 + 11.5) ÷ 3, else that of two
    mean = F("35.35") / 2 if falls else F("46.85") / 3
    assert found["cns"]["e1"].points == F("0.9") * F("11.5") / mean * 43
    assert found["opera"]["e1"].points == 43


def test_whoever_passes_after_rescaling_must_open_its_envelope(verify):
    with pytest.raises(ct.InvalidDocuments) as error:
        assess(verify, on="relative", mark=ENOUGH)
    assert [(p.code, p.place.pointer) for p in error.value.problems] == [
        ("discount-missing", f"/discounts/{name}") for name in OFFERS
    ]


@pytest.mark.parametrize("on", ["raw", "relative"])
def test_the_two_best_are_the_same_before_rescaling_and_after_it(verify, on):
    found = assess(verify, on=on, **TWO_BEST)
    ((bid, ground),) = found.rejected
    last = F("32.59999999")  # of opera
    assert (bid, ground.at_least.value) == ("rear", last if on == "raw" else last / F("42.8") * 50)
    assert points(found) == points(assess(verify))


GONE = {"at": "2017-12-01T09:00:00Z", "by": "officer", "reason": "an assumption of this test", "bid": "cns"}


@pytest.mark.parametrize(
    ("on_rejection", "on", "technical"),
    [
        ("keep", "raw", F("32.59999999") / F("42.8") * 50),  # beside cns, which took part
        ("recompute", "raw", 50),  # the best of those that are left
        ("keep", "relative", F("32.59999999") / F("42.8") * 50),
        ("recompute", "relative", 50),
    ],
)
def test_if_the_best_had_been_rejected_after_the_technical_stage(verify, on_rejection, on, technical):
    decision = {"kind": "rejected", "ground": "irregular", "after": "technical", **GONE}
    rear_returns = (on_rejection, on) == ("recompute", "relative")  # 27.09999796 ÷ 32.59999999 × 50 is above 32
    found = assess(verify, decision, on_rejection=on_rejection, on=on, opened=rear_returns)
    assert found["opera"]["technical"].points == technical
    assert sorted(bid for bid, _ in found.rejected) == (["cns"] if rear_returns else ["cns", "rear"])
    assert found["cns"]["technical"].points == 50
    assert [stage.id for stage in found["cns"].stages] == ["technical"]
    if rear_returns:  # with the discounts of cns, all below those of opera
        assert found["rear"]["technical"].points == REAR / F("32.59999999") * 50
        assert points(found)["opera"] == 100
    else:  # alone, opera's discounts are the mean, which earns 90 %
        assert points(found) == {"cns": None, "rear": None, "opera": technical + F("0.9") * 50}


@pytest.mark.parametrize("on_rejection", ["keep", "recompute"])
def test_if_it_had_been_rejected_after_both(verify, on_rejection):
    decision = {"kind": "low_price", "explained": False, "after": "economic", **GONE}
    found = assess(verify, decision, on_rejection=on_rejection)
    kept = F("32.59999999") / F("42.8") * 50 + 50  # the published 88.084
    assert points(found) == {"cns": None, "rear": None, "opera": kept if on_rejection == "keep" else 95}
    assert (
        f"{float(sum(score.points for score in found['cns'].scores if score.criterion in {'technical', 'economic'})):.3f}"
        == "79.222"
    )
