"""What is said of lots that do not hold, word for word: in a tender, in bids, marks and decisions, of who asks."""

import pytest
from bilingual import problems_of
from lotted import BIDS, DAYS, MARKS, MET, PLAN, PRICE, TENDER, assess_lots, bid, log, tender

import circular_tender as ct

REJECTED = {"kind": "rejected", "ground": "irregular"}
BELOW = {"kind": "below_mean", "by": "20 %", "of": "all", "at_least_bids": "2"}
NO_LOTS = {key: value for key, value in TENDER.items() if key not in ("lots", "lot_limits")} | {
    "requirements": [],
    "discounts": [],
    "criteria": [PRICE | {"weight": "100"}],
    "award": TENDER["award"] | {"ties": []},
}


def said(make):
    with pytest.raises(ct.InvalidDocuments) as error:
        make()
    return [str(problem) for problem in problems_of(error.value)]


def with_bid(name, **changes):
    return lambda: assess_lots(bids=BIDS | {name: BIDS[name] | changes})


def limited(**limits):
    return lambda: assess_lots(tender(lot_limits=limits))


def decided(*decisions):
    return lambda: assess_lots(decisions=[*MET, *decisions])


def triggered(*triggers):
    return lambda: assess_lots(tender(abnormally_low=list(triggers)))


OTHER = "This counts only for lots that the bid is not on (north). Remove it, or name the lot in lots."
NO_LOT = "No lot is concerned: what is decided does not count for a lot that the named bids are on."
AMOUNT = "This trigger states an amount, and with lots each price is that of one lot. Use a trigger that compares prices only."
EXPECTED = [
    (
        lambda: assess_lots(tender(prices=TENDER["prices"] | {"ceiling": "100"})),
        'tender /prices/ceiling\n    found "100" [ceiling-of-lots]\n'
        "    With lots, a price is that of the lines of one lot. Write the ceiling of each lot in the lot.",
    ),
    (
        lambda: assess_lots(tender(criteria=[PRICE | {"lots": ["north"]}, DAYS, PLAN | {"lots": ["north"]}])),
        'tender /lots/1\n    found "south" [lot-without-criteria]\n    No criterion counts for this lot.',
    ),
    (
        lambda: assess_lots(tender(requirements=[{"id": "wood", "title": "Wood", "lots": ["nort"]}])),
        'tender /requirements/0/lots/0\n    found "nort" [unknown-lot]\n'
        "    The tender has no lot of this id. Was 'north' meant?",
    ),
    (
        lambda: ct.read_tender(NO_LOTS | {"lot_limits": {"awards": "1"}}),
        "tender /lot_limits\n    found a mapping with 1 key [limits-without-lots]\n"
        "    The tender has no lots to limit. Remove lot_limits.",
    ),
    (
        limited(),
        "tender /lot_limits\n    found nothing (null) [limits-empty]\n"
        "    Nothing is limited. Write bids, awards or both, or remove lot_limits.",
    ),
    (
        limited(bids="1", order=["north", "south"]),
        'tender /lot_limits/order\n    found "north, south" [order-without-awards]\n'
        "    The order of the lots matters only where a bidder may not win them all. Write awards, or remove order.",
    ),
    (
        limited(awards="1"),
        "tender /lot_limits/order\n    found nothing (null) [lot-order-missing]\n"
        "    Who may not win every lot that it comes first in must know which it wins. Write the order in which the lots "
        "are awarded, such as order: [south, north].",
    ),
    (
        limited(awards="1", order=["north"]),
        "tender /lot_limits/order\n    found 1 of 2 [lot-order-incomplete]\n"
        "    Every lot has a place in the order in which they are awarded; missing: south.",
    ),
    (
        limited(awards="1", order=["north", "south", "north", "x"]),
        'tender /lot_limits/order/3\n    found "x" [unknown-lot]\n    The tender has no lot of this id.',
        'tender /lot_limits/order/2\n    found "north" [duplicate-id]\n'
        "    The id north stands twice, first at /lot_limits/order/0.",
    ),
    (
        lambda: assess_lots(tender(criteria=[PRICE, DAYS | {"weight": "30"}, PLAN])),
        'tender /award/points\n    found "100" [weights-total]\n'
        "    Lot north: The weights of all leaves add up to 90; award.points says 100.",
    ),
    (
        lambda: assess_lots(tender(criteria=[PRICE | {"weight": "50"}, DAYS, PLAN])),  # so in all lots
        'tender /award/points\n    found "100" [weights-total]\n'
        "    The weights of all leaves add up to 90; award.points says 100.",
    ),
    (
        triggered(BELOW | {"below_estimate": {"estimate": "3", "by": "3 %"}}),
        f'tender /abnormally_low/0/below_estimate\n    found "below_mean" [low-amount-of-lots]\n    {AMOUNT}',
    ),
    (
        with_bid("carl", lots=[]),
        "bid 1 /lots\n    found nothing (null) [lots-missing]\n"
        "    The tender has lots, and this bid does not say on which it is. Write lots.",
    ),
    (
        with_bid("carl", lots=["sout"]),
        "bid 1 /lots/sout\n    found \"sout\" [unknown-lot]\n    The tender has no lot of this id. Was 'south' meant?",
    ),
    (
        with_bid("acme", lots=["north", "south", "sout"]),
        "bid 1 /lots/sout\n    found \"sout\" [unknown-lot]\n    The tender has no lot of this id. Was 'south' meant?",
    ),
    (
        with_bid(
            "carl",
            prices={"desk": "1", "chair": "3"},
            answers={"days": {"value": "3", "evidence": None}},
            requirements={"wood": {"meets": True, "evidence": None}},
            products=[{"id": "p", "line": "desk", "mass": "3 kg", "parts": []}],
        ),
        f'bid 1 /prices/desk\n    found "desk" [of-other-lots]\n    {OTHER}',
        f'bid 1 /answers/days\n    found "days" [of-other-lots]\n    {OTHER}',
        f'bid 1 /requirements/wood\n    found "wood" [of-other-lots]\n    {OTHER}',
        f'bid 1 /products/0/line\n    found "desk" [of-other-lots]\n    {OTHER}',
    ),
    (
        with_bid("acme", prices={"desk": "1"}),
        "bid 1 /prices/chair\n    found nothing (null) [price-missing]\n"
        "    Lot south: There is no unit price for the line chair.",
    ),
    (
        limited(bids="1"),
        'bid 1 /lots\n    found "north, south" [too-many-lots]\n'
        "    One bidder may bid on 1 of the lots at most; ACME bids on north, south. Which of them count is not chosen "
        "here: reject the bid in the others, or as a whole, by a decision.",
        'bid 1 /lots\n    found "north, south" [too-many-lots]\n'
        "    One bidder may bid on 1 of the lots at most; BRAVO bids on north, south. Which of them count is not chosen "
        "here: reject the bid in the others, or as a whole, by a decision.",
    ),
    (
        lambda: assess_lots(
            bids=BIDS | {"carl": bid("carl", {"desk": "3"}, "3")}, decisions=[*MET, MET[0] | {"bid": "carl"}]
        ),
        'judgements /marks/carl/plan\n    found "plan" [of-other-lots]\n'
        "    This counts only for lots that the bid is not on (south). Remove it, or name the lot in lots.",
    ),
    (
        lambda: assess_lots(marks={name: MARKS[name] for name in ("acme", "bravo")}),
        "judgements /marks/carl/plan/mark\n    found nothing (null) [answer-missing]\n"
        "    Lot south: The tender asks for mark of plan of carl. Write it; what may be left unanswered is written null.",
    ),
    (
        decided(
            REJECTED | {"bid": "carl", "lot": "north"},
            MET[0] | {"bid": "carl"},
            {"kind": "draw", "order": ["acme", "carl"], "witness": "notary", "lot": "north"},
            REJECTED | {"bid": "acme", "lot": "east"},
        ),
        'decisions /decisions/5/lot\n    found "east" [unknown-lot]\n    The tender has no lot of this id.',
        f'decisions /decisions/2\n    found "rejected" [decision-of-no-lot]\n    {NO_LOT}',
        f'decisions /decisions/3\n    found "requirement" [decision-of-no-lot]\n    {NO_LOT}',
        f'decisions /decisions/4\n    found "draw" [decision-of-no-lot]\n    {NO_LOT}',
    ),
    (
        decided(REJECTED | {"bid": "acme"}, REJECTED | {"bid": "acme", "lot": "south"}),
        'decisions /decisions/3\n    found "acme" [decided-twice]\n'
        "    Lot south: This was decided before, at /decisions/2. A log holds one decision of each thing.",
    ),
    (
        lambda: assess_lots(decisions=MET[:1]),
        "decisions /decisions\n    found nothing (null) [decision-missing]\n"
        "    Lot north: Nothing says whether the bid bravo meets the requirement wood. That is a decision.",
    ),
    (
        lambda: ct.assess(ct.read_tender(TENDER), []),
        'tender /lots\n    found "north, south" [lots-not-assessed]\n'
        "    A tender with lots is assessed lot by lot. Call assess_lots in place of assess.",
    ),
    (
        lambda: ct.assess_lots(ct.read_tender(NO_LOTS), []),
        "tender /lots\n    found nothing (null) [no-lots]\n"
        "    The tender has no lots. Call assess in place of assess_lots.",
    ),
    (
        lambda: ct.assess(
            ct.read_tender(NO_LOTS), [], None, ct.read_decisions(log(REJECTED | {"bid": "a", "lot": "b"}))
        ),
        "bids (the whole document)\n    found an empty list [no-bids]\n    There is no bid to assess.",
        'decisions /decisions/0/lot\n    found "b" [unknown-lot]\n    The tender has no lot of this id.',
        'decisions /decisions/0/bid\n    found "a" [unknown-bid]\n    No bid has this id.',
    ),
    (
        lambda: ct.record(assess_lots()["north"]),
        'assessment (the whole document)\n    found "north" [lot-only]\n'
        "    This is one lot, and who wins it may depend on the others. Make the record of all lots.",
    ),
    (
        lambda: assess_lots()["nort"],
        'assessment (the whole document)\n    found "nort" [unknown-lot]\n'
        "    The tender has no lot of this id. Was 'north' meant?",
    ),
    (
        lambda: assess_lots().award("nort"),
        'assessment (the whole document)\n    found "nort" [unknown-lot]\n'
        "    The tender has no lot of this id. Was 'north' meant?",
    ),
]


@pytest.mark.parametrize(("make", "expected"), [(make, [*expected]) for make, *expected in EXPECTED])
def test_what_does_not_hold_of_lots(make, expected):
    assert said(make) == expected


def test_a_bid_that_is_rejected_in_a_lot_does_not_count_for_how_many_it_bids_on():
    out = [REJECTED | {"bid": name, "lot": "south"} for name in ("acme", "bravo")]
    made = assess_lots(tender(lot_limits={"bids": "1"}), decisions=[*MET, *out])
    assert [(lot.lot, lot.winner) for lot in made] == [("north", "acme"), ("south", "carl")]


@pytest.mark.parametrize("kind", ["spain_85", "poland_224"])
def test_a_trigger_with_an_amount_of_the_tender_is_refused(kind):
    own = {"spain_85": {"budget": "1000", "percentages": "as_published"}, "poland_224": {"estimate_with_vat": "1000"}}
    prices = TENDER["prices"] | {"vat": "included"}
    trigger = {"kind": kind, **own[kind]}
    assert said(lambda: ct.read_tender(tender(prices=prices, abnormally_low=[trigger]))) == [
        f'tender /abnormally_low/0\n    found "{kind}" [low-amount-of-lots]\n    {AMOUNT}'
    ]
