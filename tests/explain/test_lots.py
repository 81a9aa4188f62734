"""What the pages of lots tell, to whom: who wins, who is passed over, what is open; and nothing that is withheld."""

import json

import pytest
from lotted import BIDS, MET, RULES, assess_lots, bid, ended, tender

import circular_tender as ct
from circular_tender.narrate.page import BEGIN, END

NAMED = RULES | {"releases": ["name", "rank"]}


def text(value, language="en"):
    """The page as one line, without what sets names apart."""
    return " ".join(ct.to_text(value, language=language).replace(BEGIN, "").replace(END, "").split())


def disclosed(name, to="public", *, releases):
    return {"kind": "disclosure", "bid": name, "to": to, "releases": list(releases)}


def test_the_page_of_all_lots_says_who_wins_and_who_is_passed_over():
    page = text(assess_lots())
    assert "Lot Winner Passed over" in page
    assert "South ACME (acme) nobody Desks in the north (north) BRAVO (bravo) ACME (acme), which has won South" in page
    assert "How many lots one bidder may win: 1. The lots are awarded in this order: South, Desks in the north" in page
    assert (
        "ACME (acme) is passed over in this lot: it has won South, and the number of lots that one bidder may win is 1."
        in page
    )
    assert "This lot is won by BRAVO (bravo), the first of those that are not passed over." in page


def test_the_page_of_all_lots_says_it_in_dutch():
    page = text(assess_lots(tender(lots=[lot | {"title": lot["id"].title()} for lot in tender()["lots"]])), "nl")
    assert "South ACME (acme) niemand North BRAVO (bravo) ACME (acme), die South heeft gewonnen" in page
    assert (
        "ACME (acme) wordt in dit perceel overgeslagen: deze inschrijver heeft South gewonnen, en het aantal percelen dat"
        in page
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "nobody: every bid of the ranking is passed over ACME (acme), which has won South"),
        (3, "open, as it depends on South"),
        (3, "open: bids share a rank, and the published rules do not separate them"),
        (4, "of those that are not passed over, bids share a rank, and the published rules do not separate them."),
        (4, "These win in any case: nobody."),
        (5, "nobody: no bid remains"),
        (6, "This lot is won by BRAVO (bravo), DORA (dora), the first of those that are not passed over."),
        (7, "ACME (acme); who wins beside them is open"),
        (7, "On how many lots one bidder may bid: 2."),
    ],
)
def test_every_end_of_a_lot_is_told(number, said):
    assert said in text(ended()[number])


def test_a_page_of_one_lot_names_the_lot():
    lot = assess_lots()["north"]
    assert text(lot).startswith("Assessment of Desks and chairs: lot Desks in the north (north) ")
    assert "Lot Desks in the north (north)" in text(ct.compare(lot, "acme", "bravo"))
    assert "Assessment of Desks and chairs: lot Desks in the north (north)." in text(ct.explain(lot, "acme"))
    for value in (lot, ct.explain(lot, "acme"), ct.compare(lot, "acme", "bravo")):
        assert json.loads(ct.to_json(value))["lot"] == "north"


def test_the_bidder_that_is_passed_over_reads_so_and_nobody_reads_it_of_another():
    lots = assess_lots(tender(disclosure={"bidder": NAMED, "public": NAMED}))
    north = lots["north"]
    assert "is passed over in this lot: it has won South" in text(ct.explain(north, "acme", reader="bidder"))
    assert "This lot is won by BRAVO (bravo)" in text(ct.explain(north, "bravo", reader="bidder"))
    assert "passed over" not in text(ct.explain(north, "acme", reader="public"))
    for reader in ("bidder", "public"):
        assert "passed over" not in text(ct.report(north, reader=reader))
        assert json.loads(ct.to_json(ct.report(north, reader=reader)))["winners"] == []


def test_who_may_read_all_ranks_may_read_the_awards():
    lots = assess_lots(tender(disclosure={"public": NAMED}))
    report = ct.report(lots, reader="public")
    assert "ACME (acme), which has won South" in text(report)
    assert json.loads(ct.to_json(report))["awards"][1] == {
        "lot": "north",
        "withheld": False,
        "result": "one_winner",
        "winners": ["bravo"],
        "passed_over": [{"bid": "acme", "won": ["south"]}],
        "undecided": [],
    }


def test_an_award_that_tells_of_a_rank_that_is_withheld_is_withheld():
    rules = tender(disclosure={"public": NAMED})
    lots = assess_lots(rules, decisions=[*MET, disclosed("carl", releases=[])])  # on the south only
    report = ct.report(lots, reader="public")
    assert "South withheld withheld Desks in the north (north) withheld withheld" in text(report)
    assert json.loads(ct.to_json(report))["awards"] == [
        {"lot": "south", "withheld": True},
        {"lot": "north", "withheld": True},
    ]
    assert "passed" not in text(report).replace("Passed over", "")
    nothing = ct.report(assess_lots(), reader="public")
    assert "South withheld withheld Desks in the north (north) withheld withheld" in text(nothing)


def test_names_that_are_withheld_are_letters_of_the_lot():
    lots = assess_lots(tender(disclosure={"public": RULES}))
    page = text(ct.report(lots, reader="public"))
    assert "ACME" not in page
    assert "which has won South" in page


def test_the_tender_says_what_counts_for_which_lot():
    page = text(assess_lots().tender)
    assert "days (only for Desks in the north (north))" in page
    assert "Wood (only for Desks in the north (north))" in page
    assert "South chair EUR 1,000.00" in page


def test_a_stated_total_is_compared_where_a_bid_is_on_one_lot():
    stated = {name: one | {"stated_total": "7"} for name, one in BIDS.items()}
    lots = assess_lots(bids=stated)
    assert "7.00" not in text(ct.explain(lots["south"], "acme"))
    assert "EUR 7.00" in text(ct.explain(lots["south"], "carl"))


def test_a_cost_of_one_lot_is_told_so():
    price = {"id": "price", "title": "price", "cost": {"kind": "price"}, "lots": ["north"]}
    other = price | {"id": "chairs", "lots": ["south"]}
    award = {"method": "lowest_price", "on_rejection": "keep", "rounding": "none", "ties": []}
    rules = tender(criteria=[price, other], award=award)
    bids = {"carl": bid("carl", {"desk": "3", "chair": "2"})}
    lots = assess_lots(rules, bids=bids, marks={}, decisions=[MET[0] | {"bid": "carl"}])
    assert [lot["carl"].total for lot in lots] == [30, 10]
    assert "price (only for Desks in the north (north))" in text(lots.tender)
