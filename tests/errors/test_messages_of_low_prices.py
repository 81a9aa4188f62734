"""What is said of triggers for low prices that do not hold, word for word."""

import pytest
from bilingual import problems_of

import circular_tender as ct

MEAN = {"kind": "below_mean", "by": "20 %", "of": "others", "at_least_bids": "3"}
FIFTHS = {"kind": "four_fifths", "price": "price", "others": ["quality"]}
PRICE = {
    "id": "price",
    "title": "P",
    "weight": "60",
    "indicator": {"kind": "price"},
    "scale": {"kind": "lowest_over_own"},
}
MARK = {"kind": "judgement", "aggregate": "mean", "allowed": {"least": "0", "greatest": "1"}}
DESIGN = {
    "id": "design",
    "title": "D",
    "weight": "40",
    "indicator": MARK,
    "scale": {"kind": "linear", "zero_at": "0", "full_at": "1"},
}
QUALITY = {"id": "quality", "title": "Q", "criteria": [DESIGN]}


def tender(*triggers, criteria=(PRICE, QUALITY), points="100"):
    award = {"method": "weighted_points", "points": points, "on_rejection": "keep", "rounding": "none", "ties": []}
    whole = {"schema": "circular-tender/tender/1", "reference": "R", "title": "T", "buyer": "B", "currency": "EUR"}
    prices = {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "1"}]}
    return {**whole, "prices": prices, "award": award, "criteria": [*criteria], "abnormally_low": [*triggers]}


def said(document):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_tender(document)
    return [str(problem) for problem in problems_of(error.value)]


WRONG = [
    (
        [{**MEAN, "by": "0 %"}],
        "tender /abnormally_low/0/by",
        '"0 %" [share-not-between]',
        "This must be more than 0 % and less than 100 %.",
    ),
    (
        [{**MEAN, "below_next": "100 %"}],
        "tender /abnormally_low/0/below_next",
        '"100 %" [share-not-between]',
        "This must be more than 0 % and less than 100 %.",
    ),
    (
        [{**MEAN, "below_estimate": {"estimate": "9", "by": "-5 %"}}],
        "tender /abnormally_low/0/below_estimate/by",
        '"-5 %" [share-not-between]',
        "This must be more than 0 % and less than 100 %.",
    ),
    (
        [{**MEAN, "at_least_bids": "0"}],
        "tender /abnormally_low/0/at_least_bids",
        '"0" [not-whole]',
        "A whole number from 1 to 100 is expected.",
    ),
    (
        [{**MEAN, "at_least_bids": "2.5"}],
        "tender /abnormally_low/0/at_least_bids",
        '"2.5" [not-whole]',
        "A whole number from 1 to 100 is expected.",
    ),
    (
        [{**MEAN, "at_least_bids": "1"}],
        "tender /abnormally_low/0/at_least_bids",
        '"1" [low-others-of-one]',
        "Where there is one bid, there are no others. Write at_least_bids: 2, or more.",
    ),
    (
        [MEAN, FIFTHS, MEAN],
        "tender /abnormally_low/2",
        '"below_mean" [low-twice]',
        "This trigger stands twice, first at /abnormally_low/0.",
    ),
    (
        [{"kind": "poland_224", "estimate_with_vat": "100"}],
        "tender /abnormally_low/0/estimate_with_vat",
        '"excluded" [low-without-vat]',
        "The estimate is with VAT, and prices are compared with it. Write prices.vat: included.",
    ),
    (
        [{**FIFTHS, "price": "prize"}],
        "tender /abnormally_low/0/price",
        '"prize" [low-unknown-criterion]',
        "The tender has no criterion of this id. Was 'price' meant?",
    ),
    (
        [{**FIFTHS, "others": ["quality", "soul"]}],
        "tender /abnormally_low/0/others/1",
        '"soul" [low-unknown-criterion]',
        "The tender has no criterion of this id.",
    ),
    (
        [{**FIFTHS, "others": ["quality", "design"]}],
        "tender /abnormally_low/0/others/1",
        '"design" [low-counted-twice]',
        "The points of this criterion are counted already, in those of quality.",
    ),
    (
        [{**FIFTHS, "price": "design"}],
        "tender /abnormally_low/0/others/0",
        '"quality" [low-counted-twice]',
        "The points of this criterion are counted already, in those of design.",
    ),
]


@pytest.mark.parametrize(("triggers", "place", "found", "sentence"), WRONG)
def test_a_trigger_that_does_not_hold(triggers, place, found, sentence):
    assert said(tender(*triggers)) == [f"{place}\n    found {found}\n    {sentence}"]


@pytest.mark.parametrize(
    "trigger",
    [
        {"kind": "spain_85", "budget": "100", "percentages": "as_published"},
        {"kind": "prozorro"},
        MEAN,
    ],
)
def test_a_trigger_that_compares_prices_needs_a_price(trigger):
    assert said(tender(trigger, criteria=[QUALITY], points="40")) == [
        f'tender /abnormally_low/0\n    found "{trigger["kind"]}" [low-without-price]\n'
        "    This trigger compares prices; no criterion has the indicator price."
    ]


def test_poland_without_a_price_and_without_a_price_schedule():
    document = tender({"kind": "poland_224", "estimate_with_vat": "100"}, criteria=[QUALITY], points="40")
    del document["prices"]
    assert said(document) == [
        'tender /abnormally_low/0\n    found "poland_224" [low-without-price]\n'
        "    This trigger compares prices; no criterion has the indicator price."
    ]


def test_triggers_of_the_same_kind_that_differ():
    found = ct.read_tender(tender(MEAN, {**MEAN, "by": "30 %"}, {**MEAN, "of": "all", "at_least_bids": "1"}, FIFTHS))
    assert [trigger.kind for trigger in found.abnormally_low] == ["below_mean"] * 3 + ["four_fifths"]


def test_four_fifths_needs_no_price():
    found = ct.read_tender(
        tender(
            {**FIFTHS, "price": "design", "others": ["plan"]},
            criteria=[QUALITY, {**DESIGN, "id": "plan", "weight": "60"}],
        )
    )
    assert found.abnormally_low[0].price == "design"
