"""A tender that measures products in every way there is, and a bid that answers it: two lines, three parts."""

import copy

import circular_tender as ct

GONE = object()
KINDS = (  # the criteria in their order, by what each measures
    "material_circularity",
    "untp_circularity",
    "disassembly",
    "french_repairability",
    "biobased_content",
    "spare_parts",
    "residual_value",
    "environmental_cost",
    "hazardous_substances",
    "material_passport",
    "take_back",
    "reuse_at_end_of_life",
)
WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
SCALES = {
    "french_repairability": {"kind": "linear", "zero_at": "0", "full_at": "10"},
    "residual_value": {"kind": "linear", "zero_at": "0", "full_at": "1000"},
    "environmental_cost": {"kind": "linear", "zero_at": "1000", "full_at": "0"},
}
UTILITY = {"lifetime": {"chair": "10 years", "desk": "20 years"}, "intensity": {"chair": "8", "desk": "6"}}
INDICATORS = {
    "material_circularity": {
        "version": "2019",
        "over": "products",
        "feedstock": {"virgin": "virgin", "recycled": "recycled", "reused": "reused", "certified": "sustained"},
        "destinations": {
            "reuse": "reuse",
            "recycle": "recycle",
            "compost": "compost",
            "energy": "energy",
            "landfill": "lost",
        },
        "efficiencies": {
            "metal": {"feedstock": "90 %", "recycling": "80 %"},
            "wood": {"feedstock": "50 %", "recycling": "40 %"},
        },
        "other_materials": "wood",
        "energy": {"efficiency": "60 %", "carbon_content": "50 %"},
        "utility": UTILITY,
        "evidence": "documented",
    },
    "untp_circularity": {
        "feedstock": {"virgin": "other", "recycled": "recycled", "reused": "other", "certified": "other"},
        "destinations": {
            "reuse": "recyclable",
            "recycle": "recyclable",
            "compost": "other",
            "energy": "other",
            "landfill": "other",
        },
        "utility": {"lifetime": dict(UTILITY["lifetime"])},
        "evidence": "documented",
    },
    "disassembly": {"version": "2.0", "evidence": "documented"},
    "french_repairability": {
        "figure": "recomputed",
        "aggregate": "lowest",
        "tolerance": "0.1",
        "evidence": "documented",
    },
    "biobased_content": {
        "feedstock": {"virgin": "0 %", "recycled": "0 %", "reused": "0 %", "certified": "100 %"},
        "evidence": "third_party",
        "otherwise": "virgin",
    },
    "spare_parts": {
        "parts": {"castor": "Castor", "gas-lift": "Gas lift"},
        "available": "10 years",
        "delivery": "5",
        "evidence": "contractual",
    },
    "residual_value": {"rate": "5 %", "counted": "amount", "evidence": "contractual"},
    "environmental_cost": {
        "prices": "en15804_a2_2023",
        "categories": ["climate_change", "acidification"],
        "surcharge": {"specific": "0 %", "generic": "30 %"},
        "below_zero": "refused",
        "evidence": "third_party",
        "otherwise": "1000",
    },
    "hazardous_substances": {"limits": {"lead": "0.1 %", "cadmium": "0.01 %"}, "evidence": "documented"},
    "material_passport": {
        "levels": [
            {"fields": ["material", "mass"], "worth": "40 %"},
            {"fields": ["origin"], "worth": "70 %"},
            {"fields": ["disassembly"], "worth": "100 %"},
        ],
        "verification": {"declared": "50 %", "documented": "80 %", "third_party": "100 %"},
        "granularity": {"model": "50 %", "batch": "80 %", "item": "100 %"},
        "upkeep": "15 years",
        "coverage": "50 %",
    },
    "take_back": {
        "within": "15 years",
        "cost": {"free": "100 %", "at_cost": "50 %"},
        "guarantee": {"declared": "0 %", "contractual": "80 %"},
        "form": {"purchase_take_back": "60 %", "rental": "100 %"},
        "reporting": {"none": "50 %", "yearly": "100 %"},
    },
    "reuse_at_end_of_life": {
        "destinations": {"reuse": "100 %", "recycle": "40 %", "compost": "30 %", "energy": "10 %", "landfill": "0 %"},
        "capped_by_disassembly": ["reuse"],
        "evidence": "documented",
        "otherwise": "landfill",
    },
}
TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "M",
    "title": "Office furniture",
    "buyer": "B",
    "currency": "EUR",
    "prices": {
        "vat": "excluded",
        "lines": [
            {"id": "chair", "unit": "piece", "quantity": "30"},
            {"id": "desk", "unit": "piece", "quantity": "20"},
        ],
    },
    "award": {"method": "weighted_points", "points": "120", "on_rejection": "keep", "rounding": "none", "ties": []},
    "criteria": [
        {
            "id": kind.replace("_", "-"),
            "title": kind,
            "weight": "10",
            "indicator": {"kind": kind, **INDICATORS[kind]},
            "scale": SCALES.get(kind, WHOLE),
        }
        for kind in KINDS
    ],
}
SCREWED = {"type": "added_elements", "access": "extra_actions", "intersections": "none", "edge": "overlapping"}
NAILED = {"type": "added_elements", "access": "repairable_damage", "intersections": "occasional", "edge": "overlapping"}
MARKS = (  # of the French repairability index
    "documentation",
    "disassembly",
    "tools",
    "fasteners",
    "years_list_2",
    "years_list_1",
    "delivery_list_2",
    "delivery_list_1",
    "parts_price",
    "specific",
)


def part(name, mass, group, feedstock, destinations, **more):
    """A part of which everything is told."""
    return {
        "id": name,
        "mass": mass,
        "material_group": group,
        "feedstock": {"shares": feedstock, "evidence": "audit"},
        "end_of_life": {"destinations": destinations, "evidence": "study"},
        "connections": {"load_bearing": [dict(SCREWED)], "evidence": "study"},
        "hazardous": {"substances": {"lead": "0 %", "cadmium": "0 %"}, "evidence": "study"},
        "passport": {
            "fields": {"material": "steel", "mass": "2 kg", "origin": "here", "disassembly": None},
            "granularity": "batch",
            "upkeep": "10 years",
            "evidence": "study",
        },
        **more,
    }


def product(name, line, mass, lifetime, *parts):
    """A product of which everything is told."""
    return {
        "id": name,
        "line": line,
        "mass": mass,
        "use": {"lifetime": lifetime, "intensity": "7", "evidence": "study"},
        "repairability": {"marks": dict.fromkeys(MARKS, "7"), "printed": "7", "evidence": "study"},
        "impacts": {
            "set": "en15804_a2_2023",
            "amounts": {"climate_change": "20", "acidification": "0.2"},
            "data": "generic",
            "evidence": "audit",
        },
        "parts": list(parts),
    }


BID = {
    "schema": "circular-tender/bid/1",
    "tender": "M",
    "id": "acme",
    "bidder": "Acme",
    "products": [
        product(
            "seat",
            "chair",
            "10 kg",
            "12 years",
            part("base", "6 kg", "metal", {"recycled": "50 %", "virgin": "50 %"}, {"recycle": "80 %", "reuse": "10 %"}),
            part("shell", "3 kg", "wood", {"certified": "80 %"}, {"reuse": "90 %", "energy": "10 %"}),
        ),
        product(
            "table",
            "desk",
            "30 kg",
            "15 years",
            part(
                "top",
                "25 kg",
                "wood",
                {"certified": "60 %", "reused": "20 %"},
                {"energy": "50 %", "compost": "20 %"},
                connections={"load_bearing": [dict(SCREWED), dict(NAILED)], "evidence": "study"},
            ),
        ),
    ],
    "take_back": {
        "share": "80 %",
        "term": "12 years",
        "cost": "free",
        "guarantee": "contractual",
        "form": "purchase_take_back",
        "reporting": "yearly",
        "return_values": {
            "chair": {"amount": "12.50", "after": "6.5 years", "evidence": "promise"},
            "desk": None,
        },
    },
    "spare_parts": {
        "castor": {"available": "8 years", "delivery": "3", "evidence": "promise"},
        "gas-lift": {"available": "12 years", "delivery": "10", "evidence": "promise"},
    },
    "evidence": {
        "study": {"kind": "documented", "title": "Study"},
        "audit": {"kind": "third_party", "title": "Audit"},
        "promise": {"kind": "contractual", "title": "Annex 4"},
    },
}


def put(document, at, value):
    """Return the document with a value at a pointer, or without what stands there."""
    document = copy.deepcopy(document)
    here = document
    *above, last = at.split("/")[1:]
    for key in above:
        here = here[int(key) if isinstance(here, list) else key]
    key = int(last) if isinstance(here, list) else last
    if value is GONE:
        del here[key]
    else:
        here[key] = value
    return document


#: The tender with a lot for each line.
LOTS = TENDER | {
    "lots": [
        {"id": "seats", "title": "Seats", "lines": ["chair"]},
        {"id": "tables", "title": "Tables", "lines": ["desk"]},
    ]
}

PROOFS = {
    "word": {"kind": "declared", "title": "t"},
    "paper": {"kind": "documented", "title": "t"},
    "lab": {"kind": "third_party", "title": "t"},
    "term": {"kind": "contractual", "title": "t"},
}


def score_of(indicator, *products, lines=(("chair", "1"),), scale=WHOLE, tender=None, **bid):
    """Return the score of a bid with these products on a tender that measures this alone."""
    whole = {
        **{key: TENDER[key] for key in ("schema", "reference", "title", "buyer", "currency")},
        "prices": {
            "vat": "excluded",
            "lines": [{"id": line, "unit": "piece", "quantity": quantity} for line, quantity in lines],
        },
        "award": TENDER["award"] | {"points": "100"},
        "criteria": [{"id": "c", "title": "c", "weight": "100", "indicator": indicator, "scale": scale}],
        **(tender or {}),
    }
    made = {key: BID[key] for key in ("schema", "tender", "id", "bidder")}
    made |= {"products": list(products), "evidence": PROOFS, **bid}
    return ct.assess(ct.read_tender(whole), ct.read_bids(made))["acme"]["c"]


def measured(indicator, *products, **more):
    """Return what is measured of a bid with these products."""
    return score_of(indicator, *products, **more).measured.value


def reported(indicator, *products, **more):
    """Return what is reported beside it."""
    return {name: cell.value for name, cell in score_of(indicator, *products, **more).reported}
