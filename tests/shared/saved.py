"""Chairs that save something against a baseline: the bill of materials of §3.2, worked out in tests/analyse.

The chair's masses and recycled shares are those of `examples/bom_office_chair.csv` of malteschaefer1/procafocia (MIT).
"""

import circular_tender as ct

#: id, group of materials, kg, % recycled, % recycled after use
CHAIR = [
    ("base", "aluminium", "3.5", "20", "95"),
    ("fasteners", "steel", "0.4", "10", "90"),
    ("seat", "pp", "2.1", "15", "90"),
    ("foam", "pu", "0.8", "5", "40"),
    ("lift", "steel", "1.2", "10", "85"),
    ("casters", "pa", "1.25", "10", "70"),
]
MATERIALS = {"aluminium": "aluminium_cans", "steel": "scrap_metal", "pp": "pp", "pa": "average_plastics"}
FEEDSTOCK = {"virgin": "virgin", "recycled": "recycled", "second-hand": "reused", "grown": "sustained"}
DESTINATIONS = {"recycle": "recycle", "reuse": "reuse", "burn": "energy", "compost": "compost", "landfill": "lost"}
#: All of the chair's materials are virgin, and all of it goes to landfill.
LINEAR = {
    "mass": "9.25 kg",
    "parts": [
        {
            "id": name,
            "material_group": group,
            "mass": f"{mass} kg",
            "feedstock": {"virgin": "100 %"},
            "destinations": {"landfill": "100 %"},
        }
        for name, group, mass, _, _ in CHAIR
    ],
}
PRICE = {
    "id": "price",
    "title": "price",
    "weight": "100",
    "indicator": {"kind": "price"},
    "scale": {"kind": "lowest_over_own"},
}


def savings(products=None, **more):
    """What a tender says of savings."""
    market = {"title": "The market", "source": "Market study 2025", "products": products or {"chair": LINEAR}}
    return {
        "feedstock": FEEDSTOCK,
        "destinations": DESTINATIONS,
        "factors": "uk_2025",
        "materials": MATERIALS,
        "evidence": "documented",
        "baselines": {"market": market},
        **more,
    }


def tender(lines=(("chair", "1"),), said=None, criteria=(PRICE,), **more):
    """A tender for chairs, by price alone, with a baseline."""
    return {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Chairs",
        "buyer": "A buyer",
        "currency": "EUR",
        "prices": {
            "vat": "excluded",
            "lines": [{"id": name, "unit": "piece", "quantity": number} for name, number in lines],
        },
        "award": {
            "method": "weighted_points",
            "points": "100",
            "on_rejection": "keep",
            "rounding": "none",
            "ties": [],
        },
        "savings": savings() if said is None else said,
        "criteria": list(criteria),
        **more,
    }


def part(name, mass, feedstock=None, destinations=None, proof="study", group="steel", **more):
    """A part of a product of a bid; without shares it claims nothing."""
    return {
        "id": name,
        "material_group": group,
        "mass": mass,
        "feedstock": None if feedstock is None else {"shares": feedstock, "evidence": proof},
        "end_of_life": None if destinations is None else {"destinations": destinations, "evidence": proof},
        **more,
    }


def chair(proof="study", **more):
    """The chair as a bid offers it."""
    parts = [
        part(name, f"{mass} kg", {"recycled": f"{recycled} %"}, {"recycle": f"{after} %"}, proof, group)
        for name, group, mass, recycled, after in CHAIR
    ]
    return {"id": "c", "line": "chair", "mass": "9.25 kg", "parts": parts, **more}


def bid(name, *products, price="1", lines=("chair",), **more):
    """A bid with these products; `study` is a document, `word` is said only."""
    proofs = {"study": {"kind": "documented", "title": "Study"}, "word": {"kind": "declared", "title": "Our word"}}
    return {
        "schema": "circular-tender/bid/1",
        "tender": "T-1",
        "id": name,
        "bidder": name.upper(),
        "prices": dict.fromkeys(lines, price),
        "products": list(products),
        "evidence": proofs,
        **more,
    }


def assessed(published, *bids, decisions=None):
    """The assessment of these documents."""
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": decisions} if decisions else None
    read = [one for each in bids for one in ct.read_bids(each)]
    return ct.assess(ct.read_tender(published), read, None, ct.read_decisions(log) if log else None)


def saved(published, *bids, **more):
    """The savings of these bids against the market."""
    return ct.savings(assessed(published, *bids, **more), "market")


def simple(name="beam", mass="10 kg", group="steel", feedstock=None, destinations=None, **more):
    """A product of a baseline that is one part, virgin and to landfill."""
    only = {
        "id": name,
        "material_group": group,
        "mass": mass,
        "feedstock": feedstock or {"virgin": "100 %"},
        "destinations": destinations or {"landfill": "100 %"},
    }
    return {"mass": mass, "parts": [only], **more}


def one(*parts, mass="10 kg", line="chair", **more):
    """A product of a bid."""
    return {"id": f"p-{line}", "line": line, "mass": mass, "parts": list(parts), **more}


def every():
    """Savings of which everything is told: each reason why something is not quantified, lives, and each outcome."""
    lines = (("chair", "2"), ("desk", "1"), ("lamp", "1"), ("rug", "1"))
    baseline = {
        "chair": simple(lifetime="10 years"),
        "desk": simple(group="wood", feedstock={"recycled": "50 %", "second-hand": "50 %"}),
        "rug": simple(group="unknown", lifetime="5 years"),
    }
    said = savings(baseline, materials={**MATERIALS, "wood": "wood"})
    used = {"use": {"lifetime": "20 years", "evidence": "word"}}
    odd = one(
        part("a", "3 kg", {"second-hand": "10 %", "strange": "10 %"}, {"nowhere": "10 %"}),
        part("b", None, group=None),
        **used,
    )
    desk = one(part("top", "10 kg", {"recycled": "10 %"}, {}, group="wood"), line="desk", **used)
    rug = one(part("pile", "1 kg", {}, {}, group="wool"), line="rug", mass="11 kg")
    lamp = one(part("foot", "10 kg", {}, {}), line="lamp")
    names = tuple(name for name, _ in lines)
    full = bid("a", odd, desk, rug, lamp, lines=names)
    empty = bid("b", lines=names, price="2")
    published = tender(lines, said)
    rejection = {
        "kind": "rejected",
        "ground": "irregular",
        "at": "2026-12-02T09:00:00Z",
        "by": "officer",
        "reason": "asked for",
    }
    award = tender()["award"]
    several = tender(award={**award, "winners": "2"})
    return [
        saved(published, full, empty, decisions=[{**rejection, "bid": "b"}]),
        saved(published, empty),
        saved(several, bid("a", chair()), bid("b", chair(), price="2")),
        saved(tender(), bid("a", chair()), decisions=[{**rejection, "bid": "a"}]),
        ct.savings(lots()["north"], "market"),
    ]


def lots():
    """Two lots, of a chair and of a desk, assessed."""
    both = {"chair": LINEAR, "desk": simple()}
    divided = [
        {"id": "north", "title": "North", "lines": ["chair"]},
        {"id": "south", "title": "South", "lines": ["desk"]},
    ]
    published = tender((("chair", "1"), ("desk", "3")), savings(both), lots=divided)
    desk = one(part("top", "10 kg", {"recycled": "30 %"}, {"reuse": "40 %"}), line="desk")
    offer = bid("a", desk, chair(), lines=("chair", "desk"), lots=["north", "south"])
    return ct.assess_lots(ct.read_tender(published), ct.read_bids(offer))
