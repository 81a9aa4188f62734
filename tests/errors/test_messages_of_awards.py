"""What is said of award methods, costs and variants that do not hold, word for word.

Each mistake is planted in a case that uses the method. The expected texts are written out here.
"""

import copy
from pathlib import Path

import pytest
from bilingual import problems_of

import circular_tender as ct

CASES = Path(__file__).parents[1] / "cases"
GONE = object()


def planted(case, *changes):
    """The tender of a case with other values at these pointers."""
    document = copy.deepcopy(ct.read_tender(CASES / case / "tender.yaml").plain)
    for at, value in changes:
        *above, last = [int(part) if part.isdigit() else part for part in at.split("/")[1:]]
        here = document
        for part in above:
            here = here[part]
        if value is GONE:
            del here[last]
        else:
            here[last] = value
    return document


def told(document):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_tender(document)
    return [(p.code, p.place.pointer, str(p.found), p.sentence) for p in problems_of(error.value)]


PRICE = {"id": "price", "title": "Price", "cost": {"kind": "price"}}
ANSWER = {"kind": "answer", "asks": "amount", "greatest": "9", "otherwise": "9"}
QUALITY = {
    "id": "quality",
    "title": "Plan",
    "weight": "50",
    "indicator": {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": "1"}},
    "scale": {"kind": "linear", "zero_at": "0", "full_at": "1"},
}

MISTAKES = [
    (
        "percentage-discount",
        [("/criteria/1/weight", "100 %")],
        ("weights-whole", "/criteria", '"100 %"'),
        "The weights add up to 100 %; they must stay below 100 %, or a price could become nothing.",
    ),
    (
        "percentage-discount",
        [("/criteria/1/weight", "10")],
        ("unit-missing", "/criteria/1/weight", '"10"'),
        "Write the unit: 10 %.",
    ),
    (
        "percentage-discount",
        [("/criteria/1/threshold", {"at_least": "6", "on": "raw"})],
        ("unit-missing", "/criteria/1/threshold/at_least", '"6"'),
        "Write the unit: 6 %.",
    ),
    (
        "percentage-discount",
        [("/criteria/1/threshold", {"at_least": "12 %", "on": "raw"})],
        ("threshold-above-weight", "/criteria/1/threshold/at_least", '"12 %"'),
        "At most 10 % can be earned here, so nobody can reach this.",
    ),
    (
        "value-based",
        [("/criteria/1/threshold", {"at_least": "5 %", "on": "raw"})],
        ("unit-unexpected", "/criteria/1/threshold/at_least", '"5 %"'),
        'A plain number is expected here, without "%".',
    ),
    (
        "value-based",
        [("/criteria/1/weight", "10 %")],
        ("unit-unexpected", "/criteria/1/weight", '"10 %"'),
        'A plain number is expected here, without "%".',
    ),
    (
        "value-based",
        [("/criteria/0/paid_in", ["0"])],
        ("life-cycle-only", "/criteria/0/paid_in", "nothing (null)"),
        "The award method value_based does not use paid_in; it belongs to life_cycle_cost.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/worth", {"amount": "2", "source": "somewhere"})],
        ("worth-of-money", "/criteria/1/worth", '"2"'),
        "This is money already; leave out worth.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/2/worth", GONE)],
        ("cost-not-money", "/criteria/2/worth", "nothing (null)"),
        "What is measured here is mass, not money. State under worth what one unit is worth, and the source.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/phase", "externality")],
        ("externality-unsourced", "/criteria/1/worth", "nothing (null)"),
        "An effect on others is given a value in money with its source: state worth.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/cost/otherwise", "50")],
        ("cost-otherwise", "/criteria/1/cost/otherwise", '"50"'),
        "Whoever does not answer must not count for less than whoever does; the worst that may be answered is 100.00.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/3/cost/otherwise", "5")],
        ("cost-otherwise", "/criteria/3/cost/otherwise", '"5"'),
        "Whoever does not answer must not count for less than whoever does; the worst that may be answered is 0.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/cost/greatest", GONE)],
        ("missing-key", "/criteria/1/cost/greatest", "nothing (null)"),
        "The key greatest is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/prices", "nominal")],
        ("real-and-nominal", "/criteria/1/prices", '"nominal"'),
        "Real and nominal money are never mixed; the award is in real prices.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/phase", GONE)],
        ("missing-key", "/criteria/1/phase", "nothing (null)"),
        "The key phase is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/paid_in", ["1", "3"])],
        ("not-whole", "/criteria/1/paid_in/1", '"3"'),
        "A whole number from 0 to 2 is expected.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/1/paid_in", ["1", "1.0"])],
        ("duplicate-id", "/criteria/1/paid_in/1", '"1.0"'),
        "The id 1.0 stands twice, first at /criteria/1/paid_in/0.",
    ),
    (
        "life-cycle-cost",
        [("/award/years", "101")],
        ("not-whole", "/award/years", '"101"'),
        "A whole number from 1 to 100 is expected.",
    ),
    (
        "life-cycle-cost",
        [("/award/rate", "-100 %")],
        ("rate-too-low", "/award/rate", '"-100 %"'),
        "A rate of −100 % or less has no present value.",
    ),
    (
        "life-cycle-cost",
        [("/criteria/4", QUALITY)],
        ("scored-not-counted", "/criteria", '"quality"'),
        "The award method life_cycle_cost counts costs only, so these criteria would earn nothing.",
    ),
    (
        "lowest-price",
        [("/criteria/0/cost", {"kind": "answer", "asks": "amount", "greatest": "9", "otherwise": "9"})],
        ("one-price", "/criteria", '"price"'),
        "The lowest price is that of one criterion with the cost of kind price.",
    ),
    (
        "value-based",
        [("/criteria/0", {**QUALITY, "id": "team"}), ("/award/ties", ["draw"])],
        ("cost-missing", "/criteria", "nothing (null)"),
        "The award method value_based needs a cost: a criterion with the key cost.",
    ),
    (
        "value-based",
        [("/criteria/1", {**PRICE, "id": "second", "cost": ANSWER})],
        ("nothing-scored", "/criteria", "nothing (null)"),
        "The award method value_based needs a criterion that is scored.",
    ),
    (
        "lowest-price",
        [("/award/rounding", {"places": "2", "mode": "half_up", "at": "criterion"})],
        ("nothing-rounded", "/award/rounding/at", '"criterion"'),
        "The award method lowest_price scores no criteria, so there is nothing to round there. Write total, or "
        "rounding: none.",
    ),
    (
        "value-based",
        [("/criteria", [PRICE, {**PRICE, "id": "again"}, QUALITY])],
        ("price-twice", "/criteria", '"price, again"'),
        "The price counts once: these are several costs of kind price.",
    ),
    (
        "price-per-point",
        [
            ("/criteria/1/indicator", {"kind": "judgement", "aggregate": "consensus"}),
            ("/criteria/1/scale", {"kind": "levels", "levels": {"good": "100 %", "bad": "-10 %"}}),
        ],
        ("points-below-zero", "/criteria/1/scale", '"levels"'),
        "The award method price_per_point divides or multiplies by what is earned, so nothing may fall below 0 here: there, a dearer bid would be better.",
    ),
    (
        "percentage-discount",
        [
            ("/criteria/1/weight", "60 %"),
            (
                "/criteria/1/scale",
                {"kind": "power_of_reference", "reference": "1", "exponent": "1", "bounds": "keep", "at_zero": "0 %"},
            ),
        ],
        ("discount-whole", "/criteria", '"percentage_discount"'),
        "The criteria can earn 100 % of a price or more, so a price could become nothing. Keep what they can earn together below 100 %.",
    ),
    (
        "prozorro",
        [
            ("/criteria/2/weight", "50 %"),
            ("/criteria/2/indicator", {"kind": "judgement", "aggregate": "consensus"}),
            ("/criteria/2/scale", {"kind": "levels", "levels": {"good": "100 %", "bad": "-100 %"}}),
        ],
        ("coefficient-below-zero", "/criteria", '"prozorro"'),
        "What the criteria can take off brings the coefficient to 0 or below, and there a dearer bid would be better. Let them take off less.",
    ),
    (
        "best-quality",
        [("/prices", {"vat": "excluded", "lines": [{"id": "piece", "unit": "piece", "quantity": "1"}]})],
        ("price-is-fixed", "/prices", '"piece"'),
        "The price is fixed at 120.00, so bidders have nothing to price. Leave out prices, or write fixed_price: null.",
    ),
    (
        "best-quality",
        [
            ("/award/fixed_price", None),
            ("/prices", {"vat": "excluded", "lines": [{"id": "piece", "unit": "piece", "quantity": "1"}]}),
            ("/criteria/0/indicator", {"kind": "price"}),
            ("/criteria/0/scale", {"kind": "lowest_over_own"}),
        ],
        ("price-does-not-rank", "/criteria/0/indicator", '"quality"'),
        "Under best_quality the price does not rank, so no criterion scores it. Where it should count, the method is weighted_points.",
    ),
    (
        "lowest-price",
        [("/criteria/0/phase", "residual_value")],
        ("price-is-no-income", "/criteria/0/phase", '"residual_value"'),
        "The price is what the buyer pays, and no residual value.",
    ),
    (
        "utility-index",
        [("/award/on_rejection", "keep")],
        ("keep-of-totals", "/award/on_rejection", '"keep"'),
        "The totals of utility_index compare the bids that remain, so they can't stay as they were without one. Write recompute.",
    ),
    (
        "value-based",
        [("/criteria/1", {"id": "group", "title": "Group", "criteria": [{"id": "p", "title": "P", "cost": ANSWER}]})],
        ("cost-in-group", "/criteria/1/criteria/0", "a mapping with 3 keys"),
        "A cost stands at the top level, and in no group.",
    ),
    (
        "prozorro",
        [("/award/divided", "disposal"), ("/criteria/1/cost/least", "-5.00")],
        ("cost-below-zero", "/criteria/1/cost/least", '"-5.00"'),
        "The award method prozorro multiplies or divides this cost, so it may not fall below 0: there, more quality would "
        "count for less.",
    ),
    (
        "price-per-point",
        [("/criteria/0/cost", ANSWER | {"otherwise": "0"}), ("/criteria/0/phase", "residual_value")],
        ("cost-below-zero", "/criteria/0/phase", '"residual_value"'),
        "The award method price_per_point multiplies or divides this cost, so it may not fall below 0: there, more quality "
        "would count for less.",
    ),
    (
        "prozorro",
        [("/award/divided", "prise")],
        ("unknown-cost", "/award/divided", '"prise"'),
        "The tender has no cost with this id. Was 'price' meant?",
    ),
    (
        "best-quality",
        [
            ("/award", {"method": "weighted_points", "points": "100", "rounding": "none", "ties": []}),
            ("/criteria/1", PRICE),
            ("/prices", {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "1"}]}),
        ],
        ("costs-not-counted", "/criteria", '"price"'),
        "The award method weighted_points does not count costs; score the price, or choose another method.",
    ),
    (
        "utility-index",
        [("/award/on_rejection", GONE)],
        ("on-rejection-missing", "/award/on_rejection", "nothing (null)"),
        "Points of award depend on other bids, so the tender must say what a rejection does: on_rejection: keep or recompute.",
    ),
    (
        "value-based",
        [("/award/method", "value_bases")],
        ("unknown-choice", "/award/method", '"value_bases"'),
        "One of weighted_points, value_based, percentage_discount, lowest_price, life_cycle_cost, best_quality, price_per_point, quality_per_price, utility_index, relative_value_cost, prozorro is expected. Was 'value_based' meant?",
    ),
    (
        "value-based",
        [("/award/method", GONE)],
        ("missing-key", "/award/method", "nothing (null)"),
        "The key method is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "value-based",
        [("/criteria/0/cost", {"kind": "judgement", "aggregate": "consensus"})],
        ("unknown-choice", "/criteria/0/cost/kind", '"judgement"'),
        "One of price, answer is expected.",
    ),
    (
        "best-quality",
        [("/award/winners", "0")],
        ("not-whole", "/award/winners", '"0"'),
        "A whole number from 1 to 9999 is expected.",
    ),
]


@pytest.mark.parametrize(("case", "changes", "problem", "sentence"), MISTAKES)
def test_what_does_not_hold_in_a_tender(case, changes, problem, sentence):
    document = planted(case, *[c for c in changes if not c[0].endswith(("/criteria/4", "/criteria/1")) or c[1] is GONE])
    for at, value in changes:
        if at in ("/criteria/4", "/criteria/1") and value is not GONE:
            document["criteria"][int(at[-1]) : int(at[-1]) + 1] = [value]
    assert told(document) == [(*problem, sentence)]


def bids(case, **changes):
    """The bids of a case as mappings, each with what is given for it."""
    return [{**bid.plain, **changes.get(bid.id, {})} for bid in ct.read_bids(CASES / case / "bids")]


def assessed(document, given):
    panel = ct.read_judgements(CASES / "best-quality" / "judgements.yaml")
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(ct.read_tender(document), [one for bid in given for one in ct.read_bids(bid)], panel)
    return [(str(p.place), p.code, p.sentence) for p in problems_of(error.value)]


def test_a_variant_that_is_not_allowed():
    document = planted("best-quality", ("/variants", "not_allowed"))
    sentence = "This bid is a variant, and the tender does not allow any."
    assert assessed(document, bids("best-quality")) == [("bid 1 /variant", "variant-not-allowed", sentence)]


def test_variants_that_are_required():
    document = planted("best-quality", ("/variants", "required"))
    assert assessed(document, bids("best-quality")) == [
        ("bid 1 /variant", "variant-missing", f"The tender requires a variant of every bidder, and {name} made none.")
        for name in ("Anna B.V.", "Bert B.V.")
    ]


def test_the_receipt_is_asked_for_where_it_separates_equal_bids():
    given = bids("best-quality")
    document = planted("best-quality", ("/award/ties", ["received"]))
    sentence = "The tender has a deadline, or ranks equal bids by receipt, so the bid must say when it was received."
    assert assessed(document, given) == [("bid 1 /received", "received-missing", sentence)] * 4
