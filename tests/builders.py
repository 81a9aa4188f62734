"""Small documents for tests: tenders, bids and marks as mappings, read and assessed as any other.

Each folder's conftest.py loads this file by its path and gives it as the fixture `build`.
"""

from decimal import Decimal

import circular_tender as ct

ALLOWED = {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": "1"}}
LADDER = {"kind": "judgement", "aggregate": "mean"}
FROM_0_TO_1 = {"kind": "linear", "zero_at": "0", "full_at": "1"}
WHOLE_SHARE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
LOWEST = {"kind": "lowest_over_own"}


def leaf(name, weight, indicator, scale, **more):
    """A criterion."""
    return {"id": name, "title": name, "weight": str(weight), "indicator": indicator, "scale": scale, **more}


def judged(name="quality", weight=60, **more):
    """A criterion of which the mark, from 0 to 1, is the ratio."""
    return leaf(name, weight, ALLOWED, FROM_0_TO_1, **more)


def priced(name="price", weight=40, scale=LOWEST, **more):
    """A criterion for the price."""
    return leaf(name, weight, {"kind": "price"}, scale, **more)


def group(name, *criteria, **more):
    """A group of criteria."""
    return {"id": name, "title": name, "criteria": list(criteria), **more}


def weights(criteria):
    """The weights of all leaves, added up."""
    return sum(weights(c["criteria"]) if "criteria" in c else Decimal(c["weight"]) for c in criteria)


def tender(*criteria, lines=(("piece", 1),), discounts=(), deadline=None, **award):
    """A tender with these criteria; the rest of the award as given."""
    document = {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "A small tender",
        "buyer": "A buyer",
        "currency": "EUR",
        "award": {
            "method": "weighted_points",
            "points": str(weights(criteria)),
            "on_rejection": "keep",
            "rounding": "none",
            "ties": [],
            **award,
        },
        "criteria": list(criteria),
    }
    if lines:
        named = [{"id": name, "unit": "piece", "quantity": str(quantity)} for name, quantity in lines]
        document["prices"] = {"vat": "excluded", "lines": named}
    if discounts:
        document["discounts"] = [{"id": name, "title": name} for name in discounts]
    if deadline:
        document["deadline"] = deadline
    return ct.read_tender(document)


def bid(name, price=None, **more):
    """A bid, with one price for the line `piece` or whatever else is given."""
    prices = {} if price is None else {"prices": {"piece": price}}
    return {"schema": "circular-tender/bid/1", "tender": "T-1", "id": name, "bidder": name.upper(), **prices, **more}


def part(name, mass, claim=None, proof=None, passport=None, passport_proof=None):
    """A part; `claim` are its destinations, `passport` its fields."""
    return {
        "id": name,
        "mass": mass,
        "end_of_life": None if claim is None else {"destinations": claim, "evidence": proof},
        "passport": None if passport is None else {"fields": passport, "evidence": passport_proof},
    }


def assess(published, *bids, **marks):
    """The assessment of these bids; marks by bid and criterion."""
    panel = {
        "schema": "circular-tender/judgements/1",
        "tender": "T-1",
        "panel": "three members",
        "marks": {
            name: {criterion: {"mark": mark, "reason": "so"} for criterion, mark in of_bid.items()}
            for name, of_bid in marks.items()
        },
    }
    judgements = ct.read_judgements(panel) if marks else None
    return ct.assess(published, [one for bid in bids for one in ct.read_bids(bid)], judgements)


def marked(published, **marks):
    """The assessment of bids of which only the marks differ: of one mark for `quality`, or of a mark by criterion."""
    by_criterion = {name: given if isinstance(given, dict) else {"quality": given} for name, given in marks.items()}
    return assess(published, *(bid(name) for name in marks), **by_criterion)


def totals(assessment):
    """The total of each bid as awarded."""
    return {result.bid.id: result.points for result in assessment}


def ranks(assessment):
    """The ranks and the bids that share them."""
    return [(standing.rank, standing.bids) for standing in assessment.ranking]
