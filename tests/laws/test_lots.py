"""Laws of lots: each is assessed as if it were a tender of its own; awards are those of an independent search."""

from copy import deepcopy
from itertools import combinations, permutations, product
from pathlib import Path

import pytest
from folders import documents
from hypothesis import given
from hypothesis import strategies as st
from lotted import bid as bid_on
from lotted import judgements, leaf

import circular_tender as ct
from circular_tender.bids import Bid
from circular_tender.record import verify

ROOT = Path(__file__).parents[2]
CASES = [f.parent for where in ("examples", "tests/cases") for f in sorted((ROOT / where).glob("*/tender.yaml"))]
LOTS = ("east", "north", "south")
MARK = {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": "2"}}
FROM_0_TO_2 = {"kind": "linear", "zero_at": "0", "full_at": "2"}


@st.composite
def tenders(draw):
    """A tender with lots, a shared price, and a plan that is shared or of one lot; bids, some of the same bidder."""
    lots = LOTS[: draw(st.integers(2, 3))]
    own = draw(st.booleans())
    plans = [leaf(f"plan-{lot}", 40, MARK, FROM_0_TO_2, lots=[lot]) for lot in lots]
    plans = plans if own else [leaf("plan", 40, MARK, FROM_0_TO_2)]
    most = draw(st.sampled_from([None, 1, 1, 2]))
    limits = {"lot_limits": {"awards": str(most), "order": draw(st.permutations(lots))}} if most else {}
    wins = draw(st.sampled_from([1, 1, 2]))
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Lots",
        "buyer": "A buyer",
        "currency": "EUR",
        "lots": [{"id": lot, "title": lot, "lines": [f"{lot}-line"]} for lot in lots],
        **limits,
        "prices": {"vat": "excluded", "lines": [{"id": f"{lot}-line", "unit": "x", "quantity": "3"} for lot in lots]},
        "award": {
            "method": "weighted_points",
            "points": "100",
            "on_rejection": "recompute",
            "rounding": {"places": "0", "mode": "half_up", "at": "total"},
            "ties": [],
            **({"winners": str(wins)} if wins > 1 else {}),
        },
        "criteria": [leaf("price", 60, {"kind": "price"}, {"kind": "lowest_over_own"}), *plans],
    }
    bids, marks = [], {}
    for number in range(draw(st.integers(1, 4))):
        on = sorted(draw(st.sets(st.sampled_from(lots), min_size=1)))
        prices = {f"{lot}-line": draw(st.sampled_from(["10", "11", "14", "20"])) for lot in on}
        bidder = draw(st.sampled_from(["Acme", "Bravo", "Carl"]))
        bids.append({**bid_on(f"b{number}", prices), "bidder": bidder, "lots": on})
        mark = st.sampled_from(["0", "1", "2"])
        marks[f"b{number}"] = {f"plan-{lot}": draw(mark) for lot in on} if own else {"plan": draw(mark)}
    return tender, bids, marks


def assessed(tender, bids, marks):
    read = [one for each in bids for one in ct.read_bids(each)]
    return ct.assess_lots(ct.read_tender(tender), read, ct.read_judgements(judgements(marks)))


def strict(ranking):
    """Every way to put bids that share a rank one behind the other."""
    for orders in product(*(permutations(standing.bids) for standing in ranking)):
        yield [bid for order in orders for bid in order]


def best(rankings, bidders, limits, wins, lots):
    """Of all ways to award the lots that keep the limit, the best: lot by lot in the order, the best ranks first."""
    order = limits.get("order", lots)
    most = int(limits.get("awards", len(lots)))
    choices = [
        [chosen for size in range(wins + 1) for chosen in combinations(range(len(rankings[lot])), size)]
        for lot in order
    ]
    found = None
    for chosen in product(*choices):
        won = [{bidders[rankings[lot][place]] for place in places} for lot, places in zip(order, chosen, strict=True)]
        if all(sum(bidder in of_lot for of_lot in won) <= most for bidder in bidders.values()):
            key = [(*places, *[len(bidders)] * (wins - len(places))) for places in chosen]
            found = min(found or (key, chosen), (key, chosen))
    return {lot: {rankings[lot][n] for n in places} for lot, places in zip(order, found[1], strict=True)}


@given(tenders())
def test_awards_are_the_best_of_all_that_keep_the_limits(case):
    tender, bids, marks = case
    made = assessed(tender, bids, marks)
    lots, limits, wins = [lot.lot for lot in made], tender.get("lot_limits", {}), int(tender["award"].get("winners", 1))
    bidders = {bid["id"]: bid["bidder"] for bid in bids}
    worlds = [
        best(dict(zip(lots, rankings, strict=True)), bidders, limits, wins, lots)
        for rankings in product(*(strict(lot.ranking) for lot in made))
    ]
    for award in made.awards:
        seen = [world[award.lot] for world in worlds]
        if award.result in ("tie", "open"):
            assert all(set(award.winners) <= found for found in seen)
        else:
            assert seen == [set(award.winners)] * len(worlds)
        if award.result == "tie":
            assert any(found != seen[0] for found in seen)
        if all(len(standing.bids) == 1 for lot in made for standing in lot.ranking):
            assert award.result not in ("tie", "open")


@given(tenders())
def test_who_is_passed_over_came_before_and_has_won_all_that_it_may(case):
    tender, bids, marks = case
    made = assessed(tender, bids, marks)
    bidders, earlier = {bid["id"]: bid["bidder"] for bid in bids}, []
    for award in made.awards:
        ranks = {bid: standing.rank for standing in made[award.lot].ranking for bid in standing.bids}
        for passed in award.passed_over:
            own = [one.lot for one in earlier if bidders[passed.bid] in {bidders[bid] for bid in one.winners}]
            assert list(passed.won) == own
            assert len(own) == int(tender["lot_limits"]["awards"])
            assert passed.bid not in award.winners
        if award.result not in ("tie", "open"):
            told = {*award.winners, *(passed.bid for passed in award.passed_over)}
            last = max((ranks[bid] for bid in award.winners), default=0)
            full = len(award.winners) == int(tender["award"].get("winners", 1))
            assert told >= {bid for bid, rank in ranks.items() if rank < last or not full}
            assert all(ranks[bid] <= last for bid in told) or not full
        earlier.append(award)
    for lot in made:
        assert lot.winners == made.award(lot.lot).winners
        assert lot.result == made.award(lot.lot).result


def without_lots(tender, lot):
    """The tender that holds only the lines and criteria of a lot."""
    alone = {key: value for key, value in deepcopy(tender).items() if key not in ("lots", "lot_limits")}
    lines = next(one["lines"] for one in tender["lots"] if one["id"] == lot)
    alone["prices"]["lines"] = [line for line in alone["prices"]["lines"] if line["id"] in lines]
    alone["criteria"] = [c for c in alone["criteria"] if lot in c.pop("lots", [lot])]
    return alone


@given(tenders())
def test_a_lot_is_assessed_as_a_tender_that_holds_nothing_else(case):
    tender, bids, marks = case
    for lot in assessed(tender, bids, marks):
        alone = without_lots(tender, lot.lot)
        names = {criterion["id"] for criterion in alone["criteria"]}
        lines = {line["id"] for line in alone["prices"]["lines"]}
        own = [
            {**bid, "lots": [], "prices": {line: price for line, price in bid["prices"].items() if line in lines}}
            for bid in bids
            if lot.lot in bid["lots"]
        ]
        if not own:
            assert lot.results == lot.ranking == ()
            continue
        given_marks = {bid["id"]: {c: mark for c, mark in marks[bid["id"]].items() if c in names} for bid in own}
        read = [one for each in own for one in ct.read_bids(each)]
        single = ct.assess(ct.read_tender(alone), read, ct.read_judgements(judgements(given_marks)))
        assert single.ranking == lot.ranking
        assert [(r.bid.id, r.total, r.rank) for r in single] == [(r.bid.id, r.total, r.rank) for r in lot]
        for result in single:
            mine = [(s.criterion, s.points, s.ratio.value, s.measured.value) for s in result.scores]
            assert mine == [(s.criterion, s.points, s.ratio.value, s.measured.value) for s in lot[result.bid.id].scores]
        assert all(cell.replayed() == cell.value for result in lot for s in result.scores for cell in [s.points_cell])


@given(tenders())
def test_the_order_of_the_bids_changes_nothing(case):
    tender, bids, marks = case
    one, other = assessed(tender, bids, marks), assessed(tender, bids[::-1], marks)
    for lot in one:
        assert {r.bid.id: (r.total, r.rank) for r in lot} == {r.bid.id: (r.total, r.rank) for r in other[lot.lot]}
    for mine, theirs in zip(one.awards, other.awards, strict=True):
        assert (mine.lot, mine.result, {*mine.winners}) == (theirs.lot, theirs.result, {*theirs.winners})
        assert {*mine.passed_over} == {*theirs.passed_over}


@given(tenders())
def test_a_lot_without_a_bid_is_that_of_a_tender_for_which_it_was_never_made(case):
    tender, bids, marks = case
    made, first = assessed(*case), bids[0]["id"]
    others = {bid: given for bid, given in marks.items() if bid != first}
    alone = assessed(tender, bids[1:], others) if bids[1:] else None
    for lot in made:
        if first in [bid.id for bid in lot.bids] and len(lot.bids) > 1:
            after = ct.without(lot, first)
            assert after.lot == lot.lot
            assert after.ranking == alone[lot.lot].ranking
            assert [(r.bid.id, r.total) for r in after] == [(r.bid.id, r.total) for r in alone[lot.lot]]
            impact = ct.impact(lot, ct.Without(first))
            assert impact.after.ranking == after.ranking
            assert impact.before.award is impact.after.award is None  # both are rankings alone


@given(tenders())
def test_the_record_of_lots_is_accepted(case):
    made = assessed(*case)
    record = ct.record(made)
    assert verify.verify(record, {"published": ct.digest(made.tender)}) == []
    assert record == ct.record(assessed(*case))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_case_gives_the_same_as_the_only_lot_of_a_tender(folder):
    case = documents(folder)
    plain, prices = deepcopy(case.tender.plain), dict(case.tender.plain.get("prices") or {})
    lot = {"id": "all", "title": "All", "lines": [line["id"] for line in prices.get("lines", [])]}
    if "ceiling" in prices:
        lot["ceiling"] = prices.pop("ceiling")
    triggers = [t for t in plain.get("abnormally_low") or [] if not {"budget", "estimate_with_vat"} & {*t}]
    triggers = [t for t in triggers if "below_estimate" not in t]
    plain |= {"lots": [lot], **({"prices": prices} if prices else {}), "abnormally_low": triggers}
    bids = [one.model_copy(update={"lots": ["all"]}) if isinstance(one, Bid) else one for one in case.bids]
    alone = ct.assess(
        ct.read_tender(case.tender.plain | {"abnormally_low": triggers}), case.bids, case.judgements, case.decisions
    )
    made = ct.assess_lots(ct.read_tender(plain), bids, case.judgements, case.decisions)
    assert made["all"].ranking == alone.ranking
    assert [bid for bid, _ in made["all"].rejected] == [bid for bid, _ in alone.rejected]
    assert [(r.bid.id, r.total) for r in made["all"]] == [(r.bid.id, r.total) for r in alone]
    assert (made["all"].result, made["all"].winners) == (alone.result, alone.winners)
    assert made["all"].reserve == alone.reserve
    assert [(q.bid, q.kind, q.answer) for q in made["all"].questions] == [
        (q.bid, q.kind, q.answer) for q in alone.questions
    ]
    assert verify.verify(ct.record(made)) == []
    assert ct.to_text(made["all"]).partition("\n\n")[2] == ct.to_text(alone).partition("\n\n")[2]
