"""A small tender with two lots, its bids, marks and decisions, as plain mappings."""

from copy import deepcopy

import circular_tender as ct


def leaf(name, weight, indicator, scale, **more):
    """A criterion."""
    return {"id": name, "title": name, "weight": str(weight), "indicator": indicator, "scale": scale, **more}


PRICE = leaf("price", 60, {"kind": "price"}, {"kind": "lowest_over_own"})
DAYS = leaf(
    "days",
    40,
    {"kind": "answer", "asks": "number", "otherwise": "10"},
    {"kind": "linear", "zero_at": "10", "full_at": "0"},
    lots=["north"],
)
PLAN = leaf(
    "plan",
    40,
    {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": "10"}},
    {"kind": "linear", "zero_at": "0", "full_at": "10"},
    lots=["south"],
)
TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "T-1",
    "title": {"en": "Desks and chairs", "nl": "Bureaus en stoelen"},
    "buyer": "A buyer",
    "currency": "EUR",
    "lots": [
        {"id": "north", "title": {"en": "Desks in the north", "nl": "Bureaus in noord"}, "lines": ["desk"]},
        {"id": "south", "title": "South", "lines": ["chair"], "ceiling": "1000"},
    ],
    "lot_limits": {"awards": "1", "order": ["south", "north"]},
    "prices": {
        "vat": "excluded",
        "lines": [
            {"id": "desk", "unit": "piece", "quantity": "10"},
            {"id": "chair", "unit": "piece", "quantity": "5"},
        ],
    },
    "requirements": [{"id": "wood", "title": "Wood", "lots": ["north"]}],
    "discounts": [{"id": "opening", "title": "Opening", "lots": ["south"]}],
    "award": {
        "method": "weighted_points",
        "points": "100",
        "on_rejection": "recompute",
        "rounding": "none",
        "ties": ["days", "draw"],
    },
    "criteria": [PRICE, DAYS, PLAN],
}


def bid(name, prices, days=None, **more):
    """A bid on the lots of the lines that it prices."""
    lots = [lot for lot, line in (("north", "desk"), ("south", "chair")) if line in prices]
    answers = {"answers": {"days": {"value": days, "evidence": None}}} if days else {}
    return {
        "schema": "circular-tender/bid/1",
        "tender": "T-1",
        "id": name,
        "bidder": name.upper(),
        "lots": lots,
        "prices": prices,
        **answers,
        **more,
    }


BIDS = {
    "acme": bid("acme", {"desk": "100", "chair": "50"}, "2"),
    "bravo": bid("bravo", {"desk": "110", "chair": "60"}, "2"),
    "carl": bid("carl", {"chair": "150"}),
}
MARKS = {"acme": {"plan": "9"}, "bravo": {"plan": "6"}, "carl": {"plan": "10"}}
RULES = {"releases": ["rank"], "references": False, "ground": "secrets"}
TAKEN = {"at": "2026-10-20T10:00:00+02:00", "by": "buyer", "reason": "seen"}
MET = [{"kind": "requirement", "bid": name, "requirement": "wood", "met": True, **TAKEN} for name in ("acme", "bravo")]


def judgements(marks):
    """The panel's judgements with these marks, by bid and criterion."""
    told = {name: {c: {"mark": mark, "reason": "clear"} for c, mark in own.items()} for name, own in marks.items()}
    return {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "three", "marks": told}


def log(*decisions):
    """The log of these decisions; without a time, a role and a reason they get some."""
    taken = [TAKEN | decision for decision in decisions]
    return {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": taken}


def tender(**changes):
    """The tender with other keys."""
    return deepcopy(TENDER) | changes


def assess_lots(plain=TENDER, bids=None, marks=None, decisions=MET):
    """The assessments of these documents."""
    given = [*(BIDS if bids is None else bids).values()]
    panel = ct.read_judgements(judgements(MARKS if marks is None else marks))
    read = [one for each in given for one in ct.read_bids(each)]
    return ct.assess_lots(ct.read_tender(plain), read, panel, ct.read_decisions(log(*decisions)))


def ended():
    """One of each way in which the award of a lot can end: a list of assessments of all lots."""
    alone = {"acme": BIDS["acme"]}
    acme, bravo, carl = BIDS["acme"], BIDS["bravo"], BIDS["carl"]
    same = {"desk": "100", "chair": "50"}
    equal = {"acme": acme, "bravo": bravo | {"prices": same}}
    marks = {name: {"plan": "9"} for name in ("acme", "bravo", "carl")}
    behind = {name: bid(name, {"desk": "120"}, "2") for name in ("bravo", "dora")}
    in_tie = acme, *behind.values(), bid("edith", {"desk": "130"}, "2")
    met = [MET[0] | {"bid": one["id"]} for one in in_tie]
    two = TENDER["award"] | {"winners": "2", "reserve": "1"}
    limits = {"bids": "2", "awards": "1", "order": ["south", "north"]}
    told = RULES | {"releases": ["name", "rank", "total"]}
    return [
        assess_lots(),
        assess_lots(tender(lot_limits=limits, disclosure={"bidder": told, "public": RULES})),
        assess_lots(bids=alone, marks={"acme": MARKS["acme"]}, decisions=MET[:1]),  # nobody is left in the north
        assess_lots(bids=equal, marks={name: marks[name] for name in equal}),  # a tie in the south decides the north
        assess_lots(bids={one["id"]: one for one in in_tie}, marks={"acme": MARKS["acme"]}, decisions=met),
        assess_lots(bids={"carl": carl}, marks={"carl": MARKS["carl"]}, decisions=[]),  # no bid in the north
        assess_lots(
            tender(award=two),
            bids={one["id"]: one for one in in_tie[:3]},
            marks={"acme": {"plan": "1"}},
            decisions=met[:3],
        ),
        assess_lots(
            tender(award=two, lot_limits={"bids": "2"}),
            bids={one["id"]: one for one in in_tie[:3]},
            marks={"acme": {"plan": "1"}},
            decisions=met[:3],
        ),
    ]
