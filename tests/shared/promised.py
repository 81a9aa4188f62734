"""A tender with a criterion of every kind, and bids that claim under each of them: proven, unproven, and in part."""

from copy import deepcopy

import circular_tender as ct

RATIO = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
MIXED = {"recycled": "100 %", "virgin": "0 %"}
PROVEN = {"evidence": "documented"}
FLOWS = {
    "version": "2019",
    "over": "products",
    "feedstock": {"recycled": "recycled", "virgin": "virgin"},
    "destinations": {"reuse": "reuse", "landfill": "lost"},
    "efficiencies": {"metals": {"feedstock": "90 %", "recycling": "90 %"}},
    "other_materials": "metals",
    "utility": {"lifetime": {"desk": "10 years"}, "intensity": {"desk": "1"}},
}
UNTP = {
    "feedstock": {"recycled": "recycled", "virgin": "other"},
    "destinations": {"reuse": "recyclable", "landfill": "other"},
}
#: An indicator of each kind that measures what a bid claims, and its scale.
INDICATORS = {
    "reuse": (
        {"kind": "reuse_at_end_of_life", "destinations": {"reuse": "100 %", "landfill": "0 %"}, "otherwise": "landfill"}
        | PROVEN,
        RATIO,
    ),
    "recycled": ({"kind": "recycled_content", "feedstock": MIXED, "otherwise": "virgin"} | PROVEN, RATIO),
    "biobased": ({"kind": "biobased_content", "feedstock": MIXED, "otherwise": "virgin"} | PROVEN, RATIO),
    "passport": (
        {
            "kind": "material_passport",
            "fields": ["material"],
            "verification": {"documented": "100 %", "third_party": "100 %", "declared": "0 %"},
            "granularity": {"item": "100 %", "model": "50 %"},
            "upkeep": "10 years",
        },
        RATIO,
    ),
    "take-back": (
        {
            "kind": "take_back",
            "within": "10 years",
            "cost": {"free": "100 %"},
            "guarantee": {"contractual": "100 %"},
            "form": {"purchase_take_back": "100 %"},
            "reporting": {"yearly": "100 %"},
        },
        RATIO,
    ),
    "guarantee": (
        {"kind": "guaranteed_lifetime", "aggregate": "mean_by_pieces", "otherwise": "0 years"} | PROVEN,
        {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"},
    ),
    "flows": ({"kind": "material_circularity"} | FLOWS | PROVEN, RATIO),
    "untp": ({"kind": "untp_circularity"} | UNTP | PROVEN, RATIO),
    "apart": ({"kind": "disassembly", "version": "2.0"} | PROVEN, RATIO),
    "repair": (
        {"kind": "french_repairability", "figure": "printed", "aggregate": "mean_by_pieces", "tolerance": "0.5"}
        | PROVEN,
        {"kind": "linear", "zero_at": "0", "full_at": "10"},
    ),
    "marks": (
        {"kind": "french_repairability", "figure": "recomputed", "aggregate": "mean_by_pieces", "tolerance": "9"}
        | PROVEN,
        {"kind": "linear", "zero_at": "0", "full_at": "10"},
    ),
    "spare": (
        {"kind": "spare_parts", "parts": {"castor": "Castor"}, "available": "10 years", "delivery": "5"} | PROVEN,
        RATIO,
    ),
    "residual": ({"kind": "residual_value", "rate": "0 %", "counted": "share_of_price"} | PROVEN, RATIO),
    "impacts": (
        {
            "kind": "environmental_cost",
            "prices": "en15804_a2_2023",
            "categories": ["climate_change"],
            "surcharge": {"specific": "0 %", "generic": "30 %"},
            "below_zero": "refused",
            "otherwise": "1000",
        }
        | PROVEN,
        {"kind": "linear", "zero_at": "1000", "full_at": "0"},
    ),
    "clean": ({"kind": "hazardous_substances", "limits": {"lead": "1 %"}} | PROVEN, RATIO),
    "days": (
        {"kind": "answer", "asks": "number", "greatest": "10", "otherwise": "10"},
        {"kind": "linear", "zero_at": "10", "full_at": "0"},
    ),
    "choice": (
        {"kind": "choice", "otherwise": "box", "evidence": "documented"},
        {"kind": "levels", "levels": {"blanket": "100 %", "box": "0 %"}},
    ),
    "opening": ({"kind": "discount", "of": "opening"}, RATIO),
    "plan": ({"kind": "judgement", "aggregate": "consensus"}, {"kind": "levels", "levels": {"good": "100 %"}}),
    "price": ({"kind": "price"}, {"kind": "lowest_over_own"}),
}


def tender(only=tuple(INDICATORS), **more):
    """The tender, with these of its criteria, each for 5 points."""
    criteria = [
        {"id": name, "title": {"en": name, "nl": name}, "weight": "5", "indicator": indicator, "scale": scale}
        for name, (indicator, scale) in INDICATORS.items()
        if name in only
    ]
    document = {
        "schema": "circular-tender/tender/1",
        "reference": "P-1",
        "title": {"en": "Desks", "nl": "Bureaus"},
        "buyer": "A buyer",
        "currency": "EUR",
        "reference_date": "2026-10-15",
        "prices": {"vat": "excluded", "lines": [{"id": "desk", "unit": "piece", "quantity": "2"}]},
        "discounts": [{"id": "opening", "title": "Opening"}] if "opening" in only else [],
        "award": {
            "method": "weighted_points",
            "points": str(5 * len(criteria)),
            "on_rejection": "keep",
            "rounding": "none",
            "ties": [],
        },
        "criteria": criteria,
    }
    return ct.read_tender(deepcopy({**document, **more}))


#: Answers to what `with_costs` asks.
COSTS = {name: {"value": "7", "evidence": None} for name in ("care", "left")}


def with_costs():
    """The tender by life-cycle cost: of maintenance, and of what is left at the end, which is income."""
    asked = {"kind": "answer", "asks": "amount"}
    paid = {"paid_in": ["1"], "prices": "nominal"}
    care = {"id": "care", "title": "Care", "cost": {**asked, "greatest": "9", "otherwise": "9"}, "phase": "maintenance"}
    left = {"id": "left", "title": "Left", "cost": {**asked, "otherwise": "0"}, "phase": "residual_value"}
    award = {
        "method": "life_cycle_cost",
        "years": "3",
        "rate": "0 %",
        "prices": "nominal",
        "rounding": "none",
        "ties": [],
    }
    return tender(only=(), award=award, criteria=[care | paid, left | paid])


def with_basket():
    """The tender for desks and lamps, of which only lamps are measured."""
    lines = [{"id": name, "unit": "piece", "quantity": "2"} for name in ("desk", "lamp")]
    return tender(only=("guarantee",), prices={"vat": "excluded", "lines": lines}, reference_basket={"lamp": "1"})


def with_lamp(**more):
    """A bid on `with_basket`."""
    (desk,) = bid()["products"]
    lamp = {**desk, "id": "sun", "line": "lamp"}
    return bid(only=(), products=[desk, lamp], prices={"desk": "1", "lamp": "1"}, **more)


def part(name, proof):
    """A part of 5 kg that claims everything that a part can."""
    connection = {"type": "dry", "access": "free", "intersections": "none", "edge": "open"}
    return {
        "id": name,
        "material_group": "metals",
        "mass": "5 kg",
        "end_of_life": {"destinations": {"reuse": "80 %"}, "evidence": proof},
        "passport": {
            "fields": {"material": "=STEEL"},
            "granularity": "item",
            "upkeep": "12 years",
            "evidence": proof,
        },
        "feedstock": {"shares": {"recycled": "60 %"}, "evidence": proof},
        "connections": {"load_bearing": [connection], "evidence": proof},
        "hazardous": {"substances": {"lead": "0 %"}, "evidence": proof},
    }


def bid(proof="paper", only=tuple(INDICATORS), **more):
    """A bid of which every claim has this proof, or none."""
    product = {
        "id": "oak",
        "line": "desk",
        "mass": "10 kg",
        "parts": [part("top", proof), part("leg", proof)],
        "guarantee": {"term": "8 years", "evidence": proof},
        "use": {"lifetime": "15 years", "intensity": "1", "evidence": proof},
        "repairability": {"marks": {"tools": "9"}, "printed": "7.5", "evidence": proof},
        "impacts": {
            "set": "en15804_a2_2023",
            "amounts": {"climate_change": "50"},
            "data": "specific",
            "evidence": proof,
        },
    }
    return {
        "schema": "circular-tender/bid/1",
        "tender": "P-1",
        "id": "acme",
        "bidder": "Acme",
        "prices": {"desk": "100.00"},
        "discounts": {"opening": "5 %"} if "opening" in only else {},
        "products": [product],
        "take_back": {
            "share": "90 %",
            "term": "12 years",
            "cost": "free",
            "guarantee": "contractual",
            "form": "purchase_take_back",
            "reporting": "yearly",
            "return_values": {"desk": {"amount": "20.00", "after": "7 years", "evidence": proof}},
        },
        "spare_parts": {"castor": {"available": "11 years", "delivery": "4", "evidence": proof}}
        if "spare" in only
        else {},
        "answers": {
            name: {"value": value, "evidence": proof}
            for name, value in (("days", "3"), ("choice", "blanket"))
            if name in only
        },
        "evidence": {
            "paper": {"kind": "documented", "title": "+ Study", "issuer": "Lab"},
            "word": {"kind": "declared", "title": "Our word"},
            "old": {"kind": "documented", "title": "Old", "valid_until": "2026-10-14"},
            "lab": {"kind": "third_party", "title": "Test", "issuer": "Lab", "valid_until": "2028-01-31"},
        },
        **more,
    }


def assess(published, *bids, decisions=()):
    """The assessment of these bids, each with a good plan."""
    marks = {one["id"]: {"plan": {"mark": "good", "reason": "As it should be."}} for one in bids}
    panel = {"schema": "circular-tender/judgements/1", "tender": "P-1", "panel": "three members", "marks": marks}
    judged = any(criterion.id == "plan" for _, criterion in published.walk)
    log = {"schema": "circular-tender/decisions/1", "tender": "P-1", "decisions": [*decisions]}
    return ct.assess(
        published,
        ct.read_bids([*bids]),
        ct.read_judgements(panel) if judged else None,
        ct.read_decisions(log) if decisions else None,
    )
