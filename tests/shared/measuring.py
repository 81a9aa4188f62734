"""Two bids on every indicator that measures products: one that proves what it claims, and one that lacks everything."""

import circular_tender as ct

WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
TO_10 = {"kind": "linear", "zero_at": "0", "full_at": "10"}
TO_0 = {"kind": "linear", "zero_at": "5000", "full_at": "0"}
UP = {"kind": "linear", "zero_at": "0", "full_at": "5000"}
PROVEN = {"evidence": "documented"}
UTILITY = {"utility": {"lifetime": {"chair": "10 years", "desk": "10 years"}, "most": "1.1"}}
MARKS = [
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
]
CLIMATE = ["climate_change_fossil", "climate_change_biogenic", "climate_change_land_use"]
OTHERS = [
    "climate_change",
    "ozone_depletion",
    "acidification",
    "eutrophication_freshwater",
    "eutrophication_marine",
    "eutrophication_terrestrial",
    "photochemical_ozone",
    "minerals_and_metals",
    "fossil_fuels",
    "water_use",
]
MCI = {
    "kind": "material_circularity",
    "version": "2015",
    "over": "products",
    "feedstock": {"recycled": "recycled", "virgin": "virgin"},
    "destinations": {"recycle": "recycle", "landfill": "lost"},
    "efficiencies": {"all": {"feedstock": "100 %", "recycling": "100 %"}},
    "other_materials": "all",
    **PROVEN,
}
UNTP = {
    "kind": "untp_circularity",
    "feedstock": {"recycled": "recycled", "virgin": "other"},
    "destinations": {"recycle": "recyclable", "landfill": "other"},
    **PROVEN,
}
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"recycle": "50 %", "landfill": "0 %"},
    "capped_by_disassembly": ["recycle"],
    "otherwise": "landfill",
    **PROVEN,
}
FRENCH = {"kind": "french_repairability", "tolerance": "0", **PROVEN}
SPARE = {
    "kind": "spare_parts",
    "parts": {name: name for name in ("lift", "wheel", "arm", "foam", "lamp")},
    "available": "10 years",
    "delivery": "5",
    **PROVEN,
}
RESIDUAL = {"kind": "residual_value", "rate": "10 %", **PROVEN}
COST = {
    "kind": "environmental_cost",
    "prices": "en15804_a2_2023",
    "surcharge": {"specific": "1 %", "generic": "30 %"},
    "below_zero": "refused",
    "otherwise": "5000",
    **PROVEN,
}
PASSPORT = {"kind": "material_passport", "verification": {"declared": "50 %", "documented": "100 %"}}
LEVELS = [{"fields": ["mass"], "worth": "40 %"}, {"fields": ["origin"], "worth": "100 %"}]
FINE = {"fields": ["mass", "origin"], "granularity": {"model": "50 %", "batch": "80 %", "item": "100 %"}}
TAKE_BACK = {
    "kind": "take_back",
    "within": "10 years",
    "cost": {"free": "90 %"},
    "guarantee": {"contractual": "80 %"},
    "form": {"purchase": "50 %"},
    "reporting": {"yearly": "70 %"},
}
BIOBASED = {
    "kind": "biobased_content",
    "feedstock": {"recycled": "50 %", "virgin": "0 %"},
    "otherwise": "virgin",
    **PROVEN,
}
HAZARDOUS = {"kind": "hazardous_substances", "limits": {"lead": "0.1 %"}, **PROVEN}
ASKED = [
    (MCI, WHOLE),
    (MCI | UTILITY | {"over": "parts", "version": "2019"}, WHOLE),
    (UNTP | UTILITY, WHOLE),
    ({"kind": "disassembly", "version": "2.0", **PROVEN}, WHOLE),
    (REUSE, WHOLE),
    (REUSE | {"destinations": REUSE["destinations"] | {"energy": "1 %"}, "capped_by_disassembly": ["energy"]}, WHOLE),
    (BIOBASED, WHOLE),
    (FRENCH | {"figure": "printed", "aggregate": "lowest"}, TO_10),
    (FRENCH | {"figure": "recomputed", "aggregate": "mean_by_pieces"}, TO_10),
    (SPARE, WHOLE),
    (RESIDUAL | {"counted": "amount"}, UP),
    (RESIDUAL | {"counted": "share_of_price"}, WHOLE),
    (COST | {"categories": CLIMATE}, TO_0),
    (COST | {"categories": OTHERS}, TO_0),
    (HAZARDOUS, WHOLE),
    (PASSPORT | FINE | {"upkeep": "15 years", "coverage": "90 %"}, WHOLE),
    (PASSPORT | FINE | {"upkeep": "5 years"}, WHOLE),
    (PASSPORT | {"levels": LEVELS}, WHOLE),
    (TAKE_BACK, WHOLE),
]


def every(build):
    """Return the assessment of both bids."""
    leaves = [build.leaf(f"c{n}", 5, indicator, scale) for n, (indicator, scale) in enumerate(ASKED)]
    tender = build.tender(*leaves, lines=(("chair", 3), ("desk", 2)))
    bids = [_bid(build, "a", "paper"), _bid(build, "b", "word", easy="free", lacking=True)]
    return [ct.assess(tender, ct.read_bids(bids))]


def _part(name, mass, proof, access="free", **passport):
    connection = {"type": "dry", "access": access, "intersections": "none", "edge": "open"}
    return {
        "id": name,
        "mass": mass,
        "feedstock": {"shares": {"recycled": "50 %"}, "evidence": proof},
        "end_of_life": {"destinations": {"recycle": "90 %"}, "evidence": proof},
        "connections": {"load_bearing": [connection], "evidence": proof},
        "hazardous": {"substances": {"lead": "1 %"}, "evidence": proof},
        "passport": {"fields": {"mass": None, "origin": None}, "evidence": "paper"} | passport,
    }


def _product(name, line, proof, parts, data, **stated):
    amounts = dict.fromkeys([*CLIMATE, *OTHERS], "1")
    declared = {"material_circularity": "10 %", "untp_circularity": "99 %", "disassembly": "100 %"}
    return {
        "id": name,
        "line": line,
        "mass": "10 kg",
        "parts": parts,
        "use": {"lifetime": "20 years", "evidence": proof},
        "repairability": {"marks": dict.fromkeys(MARKS, "7"), "printed": stated["printed"], "evidence": proof},
        "impacts": {
            "set": "en15804_a2_2023",
            "amounts": amounts,
            "data": data,
            "declared_cost": stated["cost"],
            "evidence": proof,
        },
        "declared": declared,
    }


def _bid(build, name, proof, *, easy="irreparable_damage", lacking=False):
    filled = {"fields": {"mass": "5 kg", "origin": None}, "granularity": "item", "upkeep": "5 years"}
    whole = {"fields": {"mass": "5 kg", "origin": "Delft"}, "granularity": "batch", "upkeep": "9 years"}
    base, seat = _part("base", "4 kg", proof, **filled), _part("seat", "4 kg", proof, easy, **whole)
    top = _part("top", "9 kg", proof, easy, granularity="model", upkeep="5 years")
    shelf = _part("shelf", "1 kg", proof, upkeep="5 years")
    paid = {"amount": "121", "after": "2 years", "evidence": proof}
    offered = {
        "lift": {"available": "8 years", "delivery": "5", "evidence": proof},
        "wheel": {"available": "10 years", "delivery": "6", "evidence": "paper"},
        "arm": {"available": "12 years", "delivery": "1", "evidence": "word"},
        "foam": {"available": "10 years", "evidence": "paper"},
        "lamp": None,
    }
    back = {"share": "100 %", "term": "5 years", "cost": "free", "guarantee": "contractual", "form": "purchase"}
    return build.bid(
        name,
        prices={"chair": "400", "desk": "900"},
        products=[
            _product("stol", "chair", proof, [base, seat], "specific", printed="6", cost="1"),
            _product("bord", "desk", proof, [top, shelf], "generic", printed="8", cost=None if lacking else "99"),
        ],
        spare_parts=offered,
        take_back=back | {"reporting": "yearly", "return_values": {"chair": paid, "desk": None}},
        evidence={"paper": {"kind": "documented", "title": "t"}, "word": {"kind": "declared", "title": "t"}},
    )
