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


FEEDSTOCK = {"recycled": "recycled", "virgin": "virgin"}
SORTS = {"recycled": "recycled", "virgin": "virgin", "reused": "reused", "wood": "sustained"}
ENDS = {"reuse": "reuse", "landfill": "lost"}
WAYS = {**ENDS, "recycle": "recycle", "compost": "compost", "burn": "energy"}
EFFICIENCIES = {
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
            "destinations": {"reuse": "100 %", "landfill": "0 %"},
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
            "feedstock": FEEDSTOCK,
            "destinations": {**ENDS, "recycle": "recycle"},
            "efficiencies": EFFICIENCIES,
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
            "efficiencies": {**EFFICIENCIES, "timber": {"feedstock": "100 %", "recycling": "70 %"}},
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
            "efficiencies": EFFICIENCIES,
            "other_materials": "other",
            "evidence": "third_party",
        },
    ),
    leaf(
        "untp",
        {
            "kind": "untp_circularity",
            "feedstock": {"recycled": "recycled", "virgin": "other"},
            "destinations": {"reuse": "recyclable", "landfill": "other"},
            "utility": {"lifetime": {"desk": "10 years", "chair": "8 years"}},
            "evidence": "documented",
        },
    ),
    leaf("apart", {"kind": "disassembly", "version": "2.0", "evidence": "documented"}),
    leaf(
        "biobased",
        {
            "kind": "biobased_content",
            "feedstock": {"wood": "100 %", "recycled": "10 %", "virgin": "0 %"},
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
