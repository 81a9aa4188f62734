"""What concerns a lot: which criteria, bids and decisions; and that decisions keep their places in the log."""

from fractions import Fraction

import pytest
from lotted import BIDS, DAYS, MARKS, MET, PLAN, PRICE, assess_lots, bid, judgements, leaf, log, tender

import circular_tender as ct
from circular_tender.bids import Bid
from circular_tender.record import verify

SAME = {"desk": "100", "chair": "50"}
EQUAL = {"acme": BIDS["acme"], "bravo": bid("bravo", SAME, "2")}
EQUAL_MARKS = {"acme": {"plan": "9"}, "bravo": {"plan": "9"}}
DRAW = {"kind": "draw", "witness": "notary"}


def test_a_group_counts_for_the_lots_of_its_members():
    north = {"id": "fast", "title": "Fast", "criteria": [DAYS]}
    south = {"id": "good", "title": "Good", "lots": ["south"], "criteria": [PLAN | {"lots": ["north", "south"]}]}
    lots = assess_lots(tender(criteria=[PRICE, north, south]))
    assert [[rule.id for rule in lot.rules.criteria] for lot in lots] == [
        ["price", "days", "fast"],
        ["price", "plan", "good"],
    ]
    assert verify.verify(ct.record(lots)) == []


def test_stages_and_ties_leave_out_what_does_not_count():
    stages = [{"id": "plans", "criteria": ["plan"]}, {"id": "offers", "criteria": ["price", "days"]}]
    award = tender()["award"] | {"stages": stages, "ties": ["plan", "days", "draw"]}
    lots = assess_lots(tender(award=award))
    assert [[stage.id for stage in lot.stages] for lot in lots] == [["offers"], ["plans", "offers"]]
    assert [lot.rules.ties for lot in lots] == [("days",), ("plan",)]
    opened = {"kind": "opened", "stage": "plans"}
    with_opening = assess_lots(tender(award=award), decisions=[opened, *MET])
    assert [len(lot.decisions.decisions) for lot in with_opening] == [2, 1]  # in the north nothing is opened by it
    assert verify.verify(ct.record(with_opening)) == []


def test_a_draw_may_be_of_one_lot_and_is_else_of_all_lots_of_its_bids():
    north = DRAW | {"order": ["bravo", "acme"], "lot": "north"}
    south = DRAW | {"order": ["acme", "bravo"], "lot": "south"}
    made = assess_lots(bids=EQUAL, marks=EQUAL_MARKS, decisions=[*MET, south, north])
    assert [(award.lot, award.winners, award.passed_over) for award in made.awards] == [
        ("south", ("acme",), ()),
        ("north", ("bravo",), ()),
    ]
    one = assess_lots(bids=EQUAL, marks=EQUAL_MARKS, decisions=[*MET, DRAW | {"order": ["bravo", "acme"]}])
    assert [lot.ranking[0].bids for lot in one] == [("bravo",), ("bravo",)]
    assert [(award.lot, award.winners) for award in one.awards] == [("south", ("bravo",)), ("north", ("acme",))]
    for lots in (made, one):
        assert verify.verify(ct.record(lots)) == []


def test_an_open_lot_is_settled_by_a_draw_in_the_one_on_which_it_depends():
    still = assess_lots(bids=EQUAL, marks=EQUAL_MARKS)
    assert [(award.lot, award.result, award.undecided) for award in still.awards] == [
        ("south", "tie", ()),
        ("north", "open", ("south",)),
    ]
    assert verify.verify(ct.record(still)) == []
    drawn = assess_lots(
        bids=EQUAL, marks=EQUAL_MARKS, decisions=[*MET, DRAW | {"order": ["acme", "bravo"], "lot": "south"}]
    )
    assert [(award.lot, award.result, award.winners) for award in drawn.awards] == [
        ("south", "one_winner", ("acme",)),
        ("north", "one_winner", ("bravo",)),
    ]


def test_a_rejection_in_one_lot_leaves_the_bid_in_the_others():
    out = {"kind": "rejected", "bid": "acme", "ground": "irregular", "lot": "south"}
    lots = assess_lots(decisions=[*MET, out])
    assert [bid for bid, _ in lots["south"].rejected] == ["acme"]
    assert lots["south"].rejected[0][1].position == 2
    assert lots["north"].rejected == ()
    assert [(award.lot, award.winners) for award in lots.awards] == [("south", ("bravo",)), ("north", ("acme",))]
    low = {"kind": "low_price", "bid": "acme", "explained": False, "lot": "north", "after": "assessment"}
    lots = assess_lots(decisions=[*MET, out, low])
    assert [bid for bid, _ in lots["north"].rejected] == ["acme"]
    assert verify.verify(ct.record(lots)) == []


def test_a_revised_mark_counts_where_its_criterion_does():
    revised = {"kind": "mark_revised", "bid": "acme", "criterion": "plan", "old": "9", "new": "4"}
    lots = assess_lots(decisions=[*MET, revised])
    assert lots["south"]["acme"]["plan"].points == 16
    assert [len(lot.decisions.decisions) for lot in lots] == [2, 1]
    assert lots["south"].decisions.entries[0][0] == 2
    assert verify.verify(ct.record(lots)) == []


def test_a_clarification_counts_in_the_lot_of_its_line_and_names_its_place_in_the_log():
    clarified = {"kind": "clarification", "bid": "acme", "pointer": "/prices/desk", "old": "100", "new": "120"}
    lots = assess_lots(decisions=[*MET, clarified])
    assert lots["north"]["acme"]["price"].measured.value == 1200
    assert lots["south"]["acme"]["price"].measured.value == 250
    steps = ct.explain(lots["north"], "acme").steps
    places = [o.source.pointer for s in steps for o in s.operands if o.source and o.source.document == "decisions"]
    assert places == ["/decisions/2/new"]
    with pytest.raises(ct.InvalidDocuments) as error:
        assess_lots(decisions=[*MET, clarified | {"old": "7"}])
    assert [problem.code for problem in error.value.problems] == ["old-differs"]


def test_a_price_that_is_withheld_in_one_lot_does_not_stop_another():
    bids = BIDS | {"acme": BIDS["acme"] | {"prices": {"desk": "100", "chair": {"withheld": "secret"}}}}
    with pytest.raises(ct.InvalidDocuments) as error:
        assess_lots(bids=bids)
    assert [problem.code for problem in error.value.problems] == ["withheld-needed"]
    out = {"kind": "rejected", "bid": "acme", "ground": "irregular", "lot": "south"}
    assert assess_lots(bids=bids, decisions=[*MET, out])["north"].winner == "acme"


def test_a_bid_that_can_not_be_read_stands_in_every_lot_until_it_is_rejected_in_all():
    read = ct.read_bids([*BIDS.values(), {"schema": "circular-tender/bid/1", "id": "zed", "bidder": "Zed"}])
    panel, documents = ct.read_judgements(judgements(MARKS)), (ct.read_tender(tender()), read)
    out = {"kind": "rejected", "bid": "zed", "ground": "irregular"}
    lots = ct.assess_lots(*documents, panel, ct.read_decisions(log(*MET, out)))
    assert [[name for name, _ in lot.rejected] for lot in lots] == [["zed"], ["zed"]]
    assert verify.verify(ct.record(lots)) == []
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess_lots(*documents, panel, ct.read_decisions(log(*MET, out | {"lot": "north"})))
    assert {"broken-bid"} <= {problem.code for problem in error.value.problems}


def test_products_count_in_the_lot_of_their_line():
    reuse = leaf(
        "reuse",
        40,
        {
            "kind": "reuse_at_end_of_life",
            "destinations": {"reuse": "100 %", "landfill": "0 %"},
            "evidence": "declared",
            "otherwise": "landfill",
        },
        {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
    )

    def product(line, share):
        claim = {"destinations": {"reuse": share}, "evidence": "word"}
        part = {"id": "all", "mass": "2 kg", "end_of_life": claim, "passport": None}
        return {"id": line, "line": line, "mass": "2 kg", "parts": [part]}

    word = {"word": {"kind": "declared", "title": "Our word"}}
    offers = {"acme": ("30 %", "80 %"), "bravo": ("50 %", "10 %")}
    bids = {
        name: bid(name, SAME, products=[product("desk", one), product("chair", two)], evidence=word)
        for name, (one, two) in offers.items()
    }
    rules = tender(criteria=[PRICE, reuse], award=tender()["award"] | {"ties": []})
    lots = assess_lots(rules, bids=bids, marks={})
    measured = [[lot[name]["reuse"].measured.value for name in bids] for lot in lots]
    assert measured == [[Fraction(3, 10), Fraction(1, 2)], [Fraction(4, 5), Fraction(1, 10)]]
    assert verify.verify(ct.record(lots)) == []
    claims = [
        product("desk", "30 %"),
        product("chair", "80 %")
        | {
            "parts": [
                {
                    "id": "all",
                    "mass": "2 kg",
                    "end_of_life": {"destinations": {"sea": "3 %"}, "evidence": "word"},
                    "passport": None,
                }
            ]
        },
    ]
    with pytest.raises(ct.InvalidDocuments) as error:
        assess_lots(rules, bids=bids | {"acme": bids["acme"] | {"products": claims}}, marks={})
    [problem] = error.value.problems
    assert (problem.code, problem.place.pointer) == (
        "unknown-destination",
        "/products/1/parts/0/end_of_life/destinations/sea",
    )
    assert problem.sentence.startswith("Lot south: ")


def test_what_counts_for_a_lot_can_be_assessed_as_a_tender():
    lot = assess_lots()["north"]
    assert isinstance(lot.bids[0], Bid)
    again = ct.assess(lot.tender, lot.bids, lot.judgements, lot.decisions)
    assert again.ranking == lot.ranking
    assert [result.total for result in again] == [result.total for result in lot]


def test_two_bids_of_one_bidder_are_those_of_one():
    bids = BIDS | {"bravo": BIDS["bravo"] | {"bidder": "ACME"}}
    lots = assess_lots(bids=bids)
    assert [(award.lot, award.winners, [one.bid for one in award.passed_over]) for award in lots.awards] == [
        ("south", ("acme",), []),
        ("north", (), ["acme", "bravo"]),
    ]
    assert lots.award("north").result == "all_passed_over"
    assert verify.verify(ct.record(lots)) == []


def test_without_limits_every_lot_is_won_by_its_first():
    lots = assess_lots({key: value for key, value in tender().items() if key != "lot_limits"})
    assert [(award.lot, award.winners) for award in lots.awards] == [("north", ("acme",)), ("south", ("acme",))]


def test_a_lot_can_be_analysed_by_itself():
    lots = assess_lots()
    assert {bid: [*marks] for bid, marks in lots["south"].judgements.marks.items()} == {
        name: ["plan"] for name in ("acme", "bravo", "carl")
    }
    assert lots["north"].judgements.marks == {}
    for lot in lots:
        assert ct.without(lot, "acme").ranking[0].bids == ("bravo",)
