"""What is said of tables, points, answers, feedstocks and guarantees that do not hold, word for word.

The expected texts are written out here; nothing is built from the table of sentences itself.
"""

import copy

import pytest
from bilingual import problems_of

import circular_tender as ct

TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "R",
    "title": "T",
    "buyer": "B",
    "currency": "EUR",
    "prices": {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "2"}]},
    "award": {"method": "weighted_points", "points": "60", "on_rejection": "keep", "rounding": "none", "ties": []},
    "criteria": [
        {
            "id": "repair",
            "title": "Repair",
            "weight": "10",
            "indicator": {"kind": "answer", "asks": "time", "evidence": "documented", "otherwise": "0 years"},
            "scale": {
                "kind": "interpolate",
                "points": [
                    {"at": "0 years", "earns": "0 %"},
                    {"at": "5 years", "earns": "60 %"},
                    {"at": "15 years", "earns": "100 %"},
                ],
            },
        },
        {
            "id": "days",
            "title": "Days",
            "weight": "10",
            "indicator": {"kind": "answer", "asks": "number", "least": "1", "greatest": "30", "otherwise": "30"},
            "scale": {
                "kind": "steps",
                "steps": [{"at_most": "10", "earns": "50 %"}, {"at_most": "3", "earns": "100 %"}],
                "otherwise": "20 %",
            },
        },
        {
            "id": "pack",
            "title": "Packaging",
            "weight": "10",
            "indicator": {"kind": "choice", "otherwise": "single-use"},
            "scale": {"kind": "levels", "levels": {"reusable": "100 %", "single-use": "0 %"}},
        },
        {
            "id": "recycled",
            "title": "Recycled",
            "weight": "10",
            "indicator": {
                "kind": "recycled_content",
                "feedstock": {"recycled": "100 %", "virgin": "0 %"},
                "evidence": "documented",
                "otherwise": "virgin",
            },
            "scale": {"kind": "ratio_to_best", "all_zero": "0 %"},
        },
        {
            "id": "life",
            "title": "Life",
            "weight": "10",
            "indicator": {
                "kind": "guaranteed_lifetime",
                "aggregate": "shortest",
                "evidence": "documented",
                "otherwise": "2 years",
            },
            "scale": {
                "kind": "steps",
                "steps": [{"at_least": "5 years", "earns": "50 %"}, {"at_least": "10 years", "earns": "100 %"}],
                "otherwise": "0 %",
            },
        },
        {
            "id": "cost",
            "title": "Cost",
            "weight": "10",
            "indicator": {"kind": "answer", "asks": "amount", "greatest": "900", "otherwise": "900"},
            "scale": {"kind": "linear", "zero_at": "800", "full_at": "100"},
        },
    ],
}
BID = {
    "schema": "circular-tender/bid/1",
    "tender": "R",
    "id": "acme",
    "bidder": "Acme",
    "products": [
        {
            "id": "seat",
            "line": "chair",
            "mass": "10 kg",
            "guarantee": {"term": "6 years", "evidence": "study"},
            "parts": [
                {
                    "id": "base",
                    "mass": "6 kg",
                    "end_of_life": None,
                    "passport": None,
                    "feedstock": {"shares": {"recycled": "50 %"}, "evidence": "study"},
                }
            ],
        }
    ],
    "answers": {
        "repair": {"value": "6 years", "evidence": "study"},
        "days": {"value": "3", "evidence": None},
        "pack": {"value": "reusable", "evidence": None},
        "cost": {"value": "250.50", "evidence": None},
    },
    "evidence": {"study": {"kind": "documented", "title": "Study"}},
}
GONE = object()
REPAIR, DAYS, PACK, RECYCLED, LIFE, COST = (f"/criteria/{number}" for number in range(6))


def put(document, at, value):
    """Return the document with a value at a pointer, or without what stands there."""
    document = copy.deepcopy(document)
    here = document
    *above, last = at.split("/")[1:]
    for part in above:
        here = here[int(part) if isinstance(here, list) else part]
    key = int(last) if isinstance(here, list) else last
    if value is GONE:
        del here[key]
    else:
        here[key] = value
    return document


def told(tender=TENDER, bid=BID):
    """Return everything that is wrong with the documents, as text."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess(ct.read_tender(tender), ct.read_bids(bid))
    return [str(problem) for problem in problems_of(raised.value)]


def test_the_documents_as_they_are_can_be_assessed():
    assert ct.assess(ct.read_tender(TENDER), ct.read_bids(BID)).winner == "acme"


IN_THE_TENDER = [
    # steps
    (
        f"{LIFE}/scale/steps/1",
        {"at_least": "10 years", "at_most": "20 years", "earns": "100 %"},
        f"tender {LIFE}/scale/steps/1\n    found step 2 [step-bound]\n    Each step has one bound, and all have the same one: at_least.",
    ),
    (
        f"{DAYS}/scale/steps/0",
        {"earns": "50 %"},
        f"tender {DAYS}/scale/steps/0\n    found step 1 [step-bound]\n    Each step has one bound, and all have the same one: at_most.",
    ),
    (
        f"{DAYS}/scale/steps/1",
        {"at_least": "3", "earns": "100 %"},
        f"tender {DAYS}/scale/steps/1\n    found step 2 [step-bound]\n    Each step has one bound, and all have the same one: at_most.",
    ),
    (
        f"{LIFE}/scale/steps/1",
        {"at_most": "10 years", "earns": "100 %"},
        f"tender {LIFE}/scale/steps/1\n    found step 2 [step-bound]\n    Each step has one bound, and all have the same one: at_least.",
    ),
    (
        f"{LIFE}/scale/steps/1",
        {"at_least": None, "at_most": None, "earns": "100 %"},
        f"tender {LIFE}/scale/steps/1\n    found step 2 [step-bound]\n    Each step has one bound, and all have the same one: at_least.",
    ),
    (
        f"{LIFE}/scale/steps/1/at_least",
        "4 years",
        f'tender {LIFE}/scale/steps/1/at_least\n    found "4 years" [steps-order]\n    A later step must be harder to reach than the one before, 5 years.',
    ),
    (
        f"{LIFE}/scale/steps/1/at_least",
        "60 months",
        f'tender {LIFE}/scale/steps/1/at_least\n    found "60 months" [steps-order]\n    A later step must be harder to reach than the one before, 5 years.',
    ),
    (
        f"{DAYS}/scale/steps/1/at_most",
        "12",
        f'tender {DAYS}/scale/steps/1/at_most\n    found "12" [steps-order]\n    A later step must be harder to reach than the one before, 10.',
    ),
    (
        f"{LIFE}/scale/steps/1/earns",
        "50.0 %",
        f'tender {LIFE}/scale/steps/1/earns\n    found "50.0 %" [steps-earn-less]\n    A later step must earn more than what comes before, 50 %.',
    ),
    (
        f"{DAYS}/scale/steps/0/earns",
        "10 %",
        f'tender {DAYS}/scale/steps/0/earns\n    found "10 %" [steps-earn-less]\n    A later step must earn more than what comes before, 20 %.',
    ),
    # points
    (
        f"{REPAIR}/scale/points/2/at",
        "4 years",
        f'tender {REPAIR}/scale/points/2/at\n    found "4 years" [points-order]\n    The points stand in the order of their values; the one before is at 5 years.',
    ),
    (
        f"{REPAIR}/scale/points/1/at",
        "0 months",
        f'tender {REPAIR}/scale/points/1/at\n    found "0 months" [points-order]\n    The points stand in the order of their values; the one before is at 0 years.',
    ),
    (
        f"{REPAIR}/scale/points",
        [{"at": "0 years", "earns": "60 %"}],
        f'tender {REPAIR}/scale/points\n    found "60 %" [points-flat]\n    All points earn the same, so the scale does not distinguish bids.',
    ),
    (
        f"{REPAIR}/scale/points",
        [{"at": "0 years", "earns": "30 %"}, {"at": "5 years", "earns": "30.0 %"}],
        f'tender {REPAIR}/scale/points\n    found "30 %" [points-flat]\n    All points earn the same, so the scale does not distinguish bids.',
    ),
    # what counts without an answer
    (
        f"{COST}/indicator/otherwise",
        "799.99",
        f'tender {COST}/indicator/otherwise\n    found "799.99" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale linear gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{DAYS}/indicator/otherwise",
        "10",
        f'tender {DAYS}/indicator/otherwise\n    found "10" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale steps gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{LIFE}/indicator/otherwise",
        "5 years",
        f'tender {LIFE}/indicator/otherwise\n    found "5 years" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale steps gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{REPAIR}/indicator/otherwise",
        "1 month",
        f'tender {REPAIR}/indicator/otherwise\n    found "1 month" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale interpolate gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{COST}/scale",
        {"kind": "lowest_over_own"},
        f'tender {COST}/indicator/otherwise\n    found "900" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale lowest_over_own gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{LIFE}/indicator/aggregate",
        "mean_by_pieces",
        f'tender {LIFE}/indicator/otherwise\n    found "2 years" [otherwise-in-mean]\n    In a mean, a product without the proof asked for may not count more than any other; write otherwise: 0 years.',
    ),
    (
        f"{LIFE}/scale",
        {"kind": "ratio_to_best", "all_zero": "0 %"},
        f'tender {LIFE}/indicator/otherwise\n    found "2 years" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale ratio_to_best gives for any value; change otherwise, or choose another scale.',
    ),
    *(
        (
            f"{COST}/scale",
            scale,
            f'tender {COST}/indicator/otherwise\n    found "900" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale {scale["kind"]} gives for any value; change otherwise, or choose another scale.',
        )
        for scale in (
            {"kind": "highest_to_lowest", "all_equal": "0 %"},
            {"kind": "slope_from_lowest", "zero_at": "100 %", "bounds": "cut", "lowest_zero": "0 %"},
            {
                "kind": "ceiling_to_lowest",
                "exponent": "1",
                "at_ceiling": "0 %",
                "all_at_ceiling": "0 %",
                "ceiling": "901",
            },
            {"kind": "concave", "exponent": "2", "ceiling": "900.01"},
            {"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "1000"},
            {"kind": "lowest_line", "all_zero": "0 %"},
            {"kind": "mean_line", "at_mean": "50 %", "slope": "100 %", "bounds": "cut", "mean_zero": "0 %"},
            {"kind": "logarithmic", "zero_at_multiple": "2", "bounds": "cut", "lowest_zero": "0 %"},
            {"kind": "power_of_reference", "reference": "5", "exponent": "-1", "bounds": "cut", "at_zero": "100 %"},
            {"kind": "power_of_reference", "reference": "5", "exponent": "1", "bounds": "cut", "at_zero": "0 %"},
        )
    ),
    (
        f"{DAYS}/scale",
        {"kind": "bilinear_at_mean", "at_mean": "90 %"},
        f'tender {DAYS}/indicator/otherwise\n    found "30" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale bilinear_at_mean gives for any value; change otherwise, or choose another scale.',
    ),
    (
        f"{PACK}/indicator/otherwise",
        "reusable",
        f'tender {PACK}/indicator/otherwise\n    found "reusable" [otherwise-not-worst]\n    What has no proof may not count for more than what has; name the one worth least: single-use.',
    ),
    (
        f"{PACK}/indicator/otherwise",
        "none",
        f'tender {PACK}/indicator/otherwise\n    found "none" [otherwise-unknown]\n    The key otherwise names one of: reusable, single-use.',
    ),
    (
        f"{RECYCLED}/indicator/otherwise",
        "recycled",
        f'tender {RECYCLED}/indicator/otherwise\n    found "recycled" [otherwise-not-worst]\n    What has no proof may not count for more than what has; name the one worth least: virgin.',
    ),
    (
        f"{RECYCLED}/indicator/otherwise",
        "ore",
        f'tender {RECYCLED}/indicator/otherwise\n    found "ore" [otherwise-unknown]\n    The key otherwise names one of: recycled, virgin.',
    ),
    # values that may be below 0
    (
        f"{DAYS}",
        {
            "id": "days",
            "title": "Days",
            "weight": "10",
            "indicator": {"kind": "answer", "asks": "number", "least": "-5", "otherwise": "0"},
            "scale": {"kind": "ratio_to_best", "all_zero": "0 %"},
        },
        f'tender {DAYS}/scale/kind\n    found "ratio_to_best" [below-zero-relative]\n    The scale ratio_to_best divides values or takes a power of them, so none may be below 0; write least: 0.',
    ),
    # units of a scale
    (
        f"{LIFE}/scale/steps/1/at_least",
        "10 kg",
        f'tender {LIFE}/scale/steps/1/at_least\n    found "10 kg" [unit-differs]\n    A time is expected here, such as 15 years; "kg" is a unit of mass.',
    ),
    (
        f"{LIFE}/scale/steps/1/at_least",
        "10",
        f'tender {LIFE}/scale/steps/1/at_least\n    found "10" [unit-missing]\n    Write the unit: 15 years.',
    ),
    (
        f"{DAYS}/scale/steps/1/at_most",
        "3 months",
        f'tender {DAYS}/scale/steps/1/at_most\n    found "3 months" [unit-unexpected]\n    A plain number is expected here, without "months".',
    ),
    (
        f"{REPAIR}/scale/points/2/at",
        "15 %",
        f'tender {REPAIR}/scale/points/2/at\n    found "15 %" [unit-differs]\n    A time is expected here, such as 15 years; "%" is a unit of ratio.',
    ),
    (
        f"{REPAIR}/scale/points/1/at",
        "5",
        f'tender {REPAIR}/scale/points/1/at\n    found "5" [unit-missing]\n    Write the unit: 15 years.',
    ),
    (
        f"{COST}/scale/full_at",
        "100 kg",
        f'tender {COST}/scale/full_at\n    found "100 kg" [unit-unexpected]\n    A plain number is expected here, without "kg".',
    ),
    (
        f"{RECYCLED}/scale",
        {"kind": "steps", "steps": [{"at_least": "30", "earns": "100 %"}], "otherwise": "0 %"},
        f'tender {RECYCLED}/scale/steps/0/at_least\n    found "30" [unit-missing]\n    Write the unit: 30 %.',
    ),
    # units of what is asked
    (
        f"{REPAIR}/indicator/otherwise",
        "0",
        f'tender {REPAIR}/indicator/otherwise\n    found "0" [unit-missing]\n    Write the unit: 15 years.',
    ),
    (
        f"{REPAIR}/indicator/otherwise",
        "0 kg",
        f'tender {REPAIR}/indicator/otherwise\n    found "0 kg" [unit-differs]\n    A time is expected here, such as 15 years; "kg" is a unit of mass.',
    ),
    (
        f"{DAYS}/indicator/greatest",
        "30 %",
        f'tender {DAYS}/indicator/greatest\n    found "30 %" [unit-unexpected]\n    A plain number is expected here, without "%".',
    ),
    (
        f"{LIFE}/indicator/otherwise",
        "2",
        f'tender {LIFE}/indicator/otherwise\n    found "2" [unit-missing]\n    Write the unit: 15 years.',
    ),
    (
        f"{DAYS}/indicator/least",
        "30",
        f'tender {DAYS}/indicator/least\n    found "30" [least-above-greatest]\n    The value of least must be smaller than that of greatest.',
    ),
    # names
    (
        f"{PACK}/indicator/otherwise",
        "Single use",
        f"tender {PACK}/indicator/otherwise\n    found \"Single use\" [name-form]\n    A name has 1 to 64 characters a–z, 0–9, '_' and '-', and begins with a letter.",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_TENDER)
def test_what_is_wrong_with_a_table_of_the_tender(at, value, expected):
    assert told(tender=put(TENDER, at, value)) == [expected]


IN_A_BID = [
    # answers that are not there, or are not asked for
    (
        "/answers/days",
        GONE,
        "bid 1 /answers/days\n    found nothing (null) [answer-missing]\n    The tender asks for days. Write it; what may be left unanswered is written null.",
    ),
    (
        "/products/0/guarantee",
        GONE,
        "bid 1 /products/0/guarantee\n    found nothing (null) [answer-missing]\n    The tender asks for guarantee. Write it; what may be left unanswered is written null.",
    ),
    (
        "/products/0/parts/0/feedstock",
        GONE,
        "bid 1 /products/0/parts/0/feedstock\n    found nothing (null) [answer-missing]\n    The tender asks for feedstock. Write it; what may be left unanswered is written null.",
    ),
    (
        "/answers/repairs",
        None,
        "bid 1 /answers/repairs\n    found \"repairs\" [unknown-answer]\n    No criterion of this id asks for an answer. Was 'repair' meant?",
    ),
    (
        "/answers/life",
        {"value": "3 years", "evidence": None},
        'bid 1 /answers/life\n    found "life" [unknown-answer]\n    No criterion of this id asks for an answer.',
    ),
    # names that the tender does not have
    (
        "/products/0/parts/0/feedstock/shares",
        {"recyled": "50 %"},
        "bid 1 /products/0/parts/0/feedstock/shares/recyled\n    found \"recyled\" [unknown-feedstock]\n    The tender knows the feedstocks recycled, virgin. Was 'recycled' meant?",
    ),
    (
        "/products/0/parts/0/feedstock/shares",
        {"ore": "50 %"},
        'bid 1 /products/0/parts/0/feedstock/shares/ore\n    found "ore" [unknown-feedstock]\n    The tender knows the feedstocks recycled, virgin.',
    ),
    (
        "/answers/pack/value",
        "reuseable",
        "bid 1 /answers/pack/value\n    found \"reuseable\" [unknown-level]\n    The tender allows the levels reusable, single-use. Was 'reusable' meant?",
    ),
    (
        "/answers/pack/value",
        "3",
        'bid 1 /answers/pack/value\n    found "3" [unknown-level]\n    The tender allows the levels reusable, single-use.',
    ),
    # values out of bounds
    (
        "/answers/days/value",
        "31",
        'bid 1 /answers/days/value\n    found "31" [answer-outside]\n    The tender allows answers from 1 to 30.',
    ),
    (
        "/answers/days/value",
        "0.5",
        'bid 1 /answers/days/value\n    found "0.5" [answer-outside]\n    The tender allows answers from 1 to 30.',
    ),
    (
        "/answers/cost/value",
        "900.01",
        'bid 1 /answers/cost/value\n    found "900.01" [answer-outside]\n    The tender allows answers up to 900.',
    ),
    (
        "/answers/cost/value",
        "-1",
        'bid 1 /answers/cost/value\n    found "-1" [below-zero]\n    This may not be less than 0.',
    ),
    # units
    (
        "/answers/repair/value",
        "6 kg",
        'bid 1 /answers/repair/value\n    found "6 kg" [unit-differs]\n    A time is expected here, such as 15 years; "kg" is a unit of mass.',
    ),
    (
        "/answers/repair/value",
        "6",
        'bid 1 /answers/repair/value\n    found "6" [unit-missing]\n    Write the unit: 15 years.',
    ),
    (
        "/answers/days/value",
        "3 %",
        'bid 1 /answers/days/value\n    found "3 %" [unit-unexpected]\n    A plain number is expected here, without "%".',
    ),
    (
        "/answers/cost/value",
        "3 t",
        'bid 1 /answers/cost/value\n    found "3 t" [unit-unexpected]\n    A plain number is expected here, without "t".',
    ),
    (
        "/answers/days/value",
        "soon",
        'bid 1 /answers/days/value\n    found "soon" [number-form]\n    This is not a number.',
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_A_BID)
def test_what_does_not_answer_the_tender(at, value, expected):
    assert told(bid=put(BID, at, value)) == [expected]


WHEN_READ = [
    (
        "/answers/pack/value",
        "Reusable crates",
        "bid 1 /answers/pack/value\n    found \"Reusable crates\" [name-form]\n    A name has 1 to 64 characters a–z, 0–9, '_' and '-', and begins with a letter.",
    ),
    (
        "/answers/repair/evidence",
        "studie",
        "bid 1 /answers/repair/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?",
    ),
    (
        "/products/0/guarantee/evidence",
        "letter",
        'bid 1 /products/0/guarantee/evidence\n    found "letter" [unknown-evidence]\n    The bid lists no evidence of this id.',
    ),
    (
        "/products/0/guarantee/term",
        "0 years",
        'bid 1 /products/0/guarantee/term\n    found "0 years" [not-positive]\n    This must be more than 0.',
    ),
    (
        "/products/0/parts/0/feedstock/shares",
        {"recycled": "60 %", "virgin": "50.5 %"},
        "bid 1 /products/0/parts/0/feedstock/shares\n    found 110.5 % [shares-above-whole]\n    The shares add up to 110.5 %, more than 100 %.",
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), WHEN_READ)
def test_what_does_not_hold_in_the_bid_itself(at, value, expected):
    assert told(bid=put(BID, at, value)) == [expected]


def test_all_problems_of_several_criteria_come_at_once():
    tender = put(put(TENDER, f"{DAYS}/scale/steps/1/earns", "50 %"), f"{LIFE}/scale/steps/1/at_least", "5 years")
    assert told(tender=put(tender, f"{REPAIR}/scale/points/2/at", "5 years")) == [
        f'tender {REPAIR}/scale/points/2/at\n    found "5 years" [points-order]\n    The points stand in the order of their values; the one before is at 5 years.',
        f'tender {DAYS}/scale/steps/1/earns\n    found "50 %" [steps-earn-less]\n    A later step must earn more than what comes before, 50 %.',
        f'tender {LIFE}/scale/steps/1/at_least\n    found "5 years" [steps-order]\n    A later step must be harder to reach than the one before, 5 years.',
    ]
