"""Criteria that measure products and promises in every way that there is, and what a bid may say of them.

Each kind stands there as often as it has sides: both versions, both figures, with and without what may be left out.
"""

WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
OUT_OF_10 = {"kind": "linear", "zero_at": "0", "full_at": "10"}


def leaf(name, indicator, scale=WHOLE):
    """A criterion of 10 points."""
    title = {"nl": f"Over {name}", "en": f"About {name}"}
    return {"id": name, "title": title, "weight": "10", "indicator": indicator, "scale": scale}


def line(bounds):
    """A straight line between two values."""
    zero, full = bounds
    return {"kind": "linear", "zero_at": zero, "full_at": full}


SORTS = {"recycled": "recycled", "virgin": "virgin", "reused": "reused", "wood": "sustained"}
TECHNICAL = {**SORTS, "wood": "virgin"}
WAYS = {"reuse": "reuse", "landfill": "lost", "recycle": "recycle", "compost": "compost", "burn": "energy"}
TECHNICAL_WAYS = {**WAYS, "compost": "lost", "burn": "lost"}
TIMBER = {
    "timber": {"feedstock": "100 %", "recycling": "70 %"},
    "steel": {"feedstock": "90 %", "recycling": "95 %"},
    "other": {"feedstock": "80 %", "recycling": "0 %"},
}
CATEGORIES = (
    "ozone_depletion",
    "acidification",
    "eutrophication_freshwater",
    "eutrophication_marine",
    "eutrophication_terrestrial",
    "photochemical_ozone",
    "minerals_and_metals",
    "fossil_fuels",
    "water_use",
)
IMPACTS = {
    "kind": "environmental_cost",
    "prices": "en15804_a2_2023",
    "surcharge": {"specific": "0 %", "generic": "30 %"},
    "evidence": "third_party",
    "otherwise": "90000",
}
CARD = {"kind": "french_repairability", "tolerance": "0.1", "evidence": "documented"}
MARKS = (
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
CONTRACTS = (
    "purchase",
    "purchase_take_back",
    "purchase_buy_back",
    "purchase_resale_third_party",
    "rental",
    "operational_lease",
    "pay_per_use",
    "service",
    "refurbish_own_stock",
)
REPORTS = {"none": "0 %", "at_the_end": "20 %", "yearly": "60 %", "yearly_audited": "100 %"}
PAID = {"kind": "residual_value", "rate": "3 %", "evidence": "contractual"}

MEASURED = [
    leaf(
        "capped",
        {
            "kind": "reuse_at_end_of_life",
            "destinations": {"reuse": "100 %", "recycle": "30 %", "compost": "20 %", "burn": "5 %", "landfill": "0 %"},
            "capped_by_disassembly": ["reuse"],
            "evidence": "documented",
            "valid_on": "2026-12-01",
            "otherwise": "landfill",
        },
    ),
    leaf(
        "circular",
        {
            "kind": "material_circularity",
            "version": "2015",
            "over": "products",
            "feedstock": TECHNICAL,
            "destinations": TECHNICAL_WAYS,
            "efficiencies": TIMBER,
            "other_materials": "other",
            "utility": {
                "lifetime": {"desk": "10 years", "chair": "96 months"},
                "intensity": {"desk": "220", "chair": "1.5"},
                "most": "1.25",
            },
            "evidence": "documented",
        },
    ),
    leaf(
        "cycles",
        {
            "kind": "material_circularity",
            "version": "2019",
            "over": "parts",
            "feedstock": SORTS,
            "destinations": WAYS,
            "efficiencies": TIMBER,
            "other_materials": "other",
            "energy": {"efficiency": "40 %", "carbon_content": "50 %"},
            "evidence": "declared",
        },
    ),
    leaf(
        "burnt",
        {
            "kind": "material_circularity",
            "version": "2019",
            "over": "products",
            "feedstock": SORTS,
            "destinations": WAYS,
            "efficiencies": TIMBER,
            "other_materials": "other",
            "evidence": "third_party",
        },
    ),
    leaf(
        "untp",
        {
            "kind": "untp_circularity",
            "feedstock": {**dict.fromkeys(SORTS, "other"), "recycled": "recycled"},
            "destinations": {**dict.fromkeys(WAYS, "other"), "reuse": "recyclable", "recycle": "recyclable"},
            "utility": {"lifetime": {"desk": "10 years", "chair": "8 years"}},
            "evidence": "documented",
        },
    ),
    leaf("apart", {"kind": "disassembly", "version": "2.0", "evidence": "documented"}),
    leaf(
        "biobased",
        {
            "kind": "biobased_content",
            "feedstock": {"wood": "100 %", "reused": "50 %", "recycled": "10 %", "virgin": "0 %"},
            "evidence": "documented",
            "otherwise": "virgin",
        },
    ),
    leaf(
        "clean",
        {
            "kind": "hazardous_substances",
            "limits": {"lead": "0.1 %", "flame-retardant": "0 %"},
            "evidence": "documented",
        },
    ),
    leaf("printed", {**CARD, "figure": "printed", "aggregate": "lowest"}, OUT_OF_10),
    leaf("recomputed", {**CARD, "figure": "recomputed", "aggregate": "mean_by_pieces"}, OUT_OF_10),
    leaf(
        "impacts",
        {**IMPACTS, "categories": ["climate_change", *CATEGORIES], "below_zero": "refused"},
        line(("90000", "0")),
    ),
    leaf(
        "climate",
        {
            **IMPACTS,
            "categories": [f"climate_change_{name}" for name in ("fossil", "biogenic", "land_use")],
            "below_zero": "allowed",
        },
        line(("90000", "0")),
    ),
    leaf(
        "levels",
        {
            "kind": "material_passport",
            "levels": [{"fields": ["material"], "worth": "40 %"}, {"fields": ["origin", "mass"], "worth": "100 %"}],
            "verification": {"declared": "50 %", "contractual": "60 %", "documented": "80 %", "third_party": "100 %"},
            "granularity": {"model": "50 %", "batch": "80 %", "item": "100 %"},
            "upkeep": "10 years",
            "coverage": "20 %",
        },
    ),
    leaf(
        "lease",
        {
            "kind": "take_back",
            "within": "15 years",
            "cost": {"paid_to_buyer": "100 %", "free": "90 %", "at_cost": "50 %"},
            "guarantee": {"declared": "0 %", "contractual": "80 %", "contractual_with_penalty": "100 %"},
            "form": {name: f"{100 - 10 * n} %" for n, name in enumerate(CONTRACTS)},
            "reporting": REPORTS,
        },
    ),
    leaf("worth", {**PAID, "counted": "amount"}, line(("0", "9000"))),
    leaf("value", {**PAID, "counted": "share_of_price"}),
    leaf(
        "spares",
        {
            "kind": "spare_parts",
            "parts": {"lift": {"nl": "Gasveer", "en": "Gas lift"}, "castor": {"nl": "Wiel", "en": "Castor"}},
            "available": "10 years",
            "delivery": "15",
            "evidence": "contractual",
        },
    ),
    leaf(
        "more-spares",
        {"kind": "spare_parts", "parts": {"lift": "A lift"}, "available": "5 years", "evidence": "declared"},
    ),
]

TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "MEASURED",
    "title": "Measured",
    "buyer": "Buyer",
    "currency": "EUR",
    "reference_date": "2026-10-15",
    "prices": {
        "vat": "excluded",
        "lines": [
            {"id": "desk", "unit": "piece", "quantity": "400"},
            {"id": "chair", "unit": "piece", "quantity": "1.5"},
        ],
    },
    "award": {
        "method": "weighted_points",
        "points": str(10 * len(MEASURED)),
        "on_rejection": "keep",
        "rounding": "none",
        "ties": [],
    },
    "criteria": [{**criterion, "title": criterion["id"]} for criterion in MEASURED],
}
PROOFS = {
    "study": {"kind": "third_party", "title": "A study", "valid_until": "2026-12-31"},
    "term": {"kind": "contractual", "title": "A term of the contract"},
    "old": {"kind": "documented", "title": "A paper", "valid_until": "2026-10-14"},
    "word": {"kind": "declared", "title": "Our word"},
}


def connection(names):
    """A connection, from four words."""
    return dict(zip(("type", "access", "intersections", "edge"), names.split(), strict=True))


def part(name, mass, group, shares, ways, *connections, proof="study"):
    """A part with a proof of everything that is told of it."""
    return {
        "id": name,
        "mass": mass,
        **({"material_group": group} if group else {}),
        "feedstock": {"shares": shares, "evidence": proof},
        "end_of_life": {"destinations": ways, "evidence": proof},
        "connections": (connections and {"load_bearing": [*map(connection, connections)], "evidence": proof}) or None,
        "hazardous": {"substances": {"lead": "0.05 %", "flame-retardant": "0 %"}, "evidence": proof},
        "passport": {
            "fields": {"material": "steel", "origin": "Ghent", "mass": None},
            "evidence": proof,
            "granularity": "batch",
            "upkeep": "90 months",
        },
    }


def impacts(factor, proof, data="specific"):
    """Impacts in every category."""
    names = ("climate_change", *CATEGORIES, *(f"climate_change_{name}" for name in ("fossil", "biogenic", "land_use")))
    amounts = {name: f"{n}.{factor}" for n, name in enumerate(names, 1)}
    return {"set": "en15804_a2_2023", "amounts": amounts, "data": data, "evidence": proof}


def product(line, mass, parts, proof, data="specific"):
    """A product with a proof of everything that is told of it as a whole."""
    return {
        "id": f"a-{line}",
        "line": line,
        "mass": mass,
        "parts": parts,
        "use": {"lifetime": "150 months", "intensity": "200", "evidence": proof},
        "repairability": {
            "marks": {mark: f"{n}.5" for n, mark in enumerate(MARKS)},
            "printed": "4.7",
            "evidence": proof,
        },
        "impacts": impacts(len(line), proof, data),
    }


FRAME = part(
    "frame",
    "20 kg",
    "steel",
    {"recycled": "33.3 %", "reused": "10 %"},
    {"reuse": "90 %", "recycle": "10 %"},
    "dry free none open",
    "added_elements extra_actions none overlapping",
)
TOP = part(
    "top", "10.1 kg", "timber", {"wood": "70 %"}, {"compost": "20 %", "burn": "60 %"}, "dry free occasional closed"
)
GLUED = part("glued", "700 g", None, {"recycled": "12.5 %"}, {"recycle": "100 %"}, "hard_chemical free full open")
LOOSE = part("loose", "3 kg", "other", {"virgin": "100 %"}, {"reuse": "1 %"}, proof="old")
BACK = {"share": "80 %", "term": "10 years", "cost": "at_cost", "guarantee": "contractual", "form": "rental"}
NOTHING = dict.fromkeys(("feedstock", "end_of_life", "connections", "hazardous", "passport"))


def bids():
    """A bid that proves all, one that proves half of it, and one that says nothing."""
    paid = {"amount": "99.50", "after": "7.25 years", "evidence": "term"}
    spare = {"available": "90 months", "delivery": "15", "evidence": "term"}
    whole = {
        "products": [
            product("desk", "31.5 kg", [FRAME, TOP, GLUED], "study"),
            product("chair", "9.25 kg", [LOOSE, GLUED], "study", "generic"),
        ],
        "take_back": {
            **BACK,
            "reporting": "yearly",
            "return_values": {"desk": paid, "chair": {**paid, "after": "2 years"}},
        },
        "spare_parts": {"lift": spare, "castor": {**spare, "available": "20 years"}},
    }
    unknown = {"id": "unknown", "mass": None, **NOTHING}
    half = {
        "products": [
            {**product("desk", "40 kg", [FRAME, LOOSE, unknown], "word", "generic"), "id": "1"},
            {
                **product("chair", "9 kg", [LOOSE], "old"),
                "id": "01",
                "use": None,
                "repairability": None,
                "impacts": None,
            },
        ],
        "take_back": {
            **BACK,
            "reporting": "none",
            "return_values": {"desk": {**paid, "evidence": "word"}, "chair": None},
        },
        "spare_parts": {"lift": {**spare, "delivery": "16"}, "castor": None},
    }
    silent = {"use": None, "repairability": None, "impacts": None, "parts": []}
    none = {
        "products": [{"id": f"n-{line}", "line": line, "mass": "8 kg", **silent} for line in ("desk", "chair")],
        "take_back": None,
        "spare_parts": {"lift": None, "castor": None},
    }
    return [
        {
            "schema": "circular-tender/bid/1",
            "tender": "MEASURED",
            "id": name,
            "bidder": name,
            "prices": {"desk": price, "chair": "10.10"},
            "evidence": PROOFS,
            **said,
        }
        for name, price, said in (("whole", "500", whole), ("half", "333.33", half), ("none", "0", none))
    ]
