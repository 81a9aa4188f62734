"""A tender that asks everything that a form can ask, a bid that answers it, and what a panel gives it.

The bid has an odd one of everything: a withheld price, a claim without proof, a part of which nothing is known, texts that
a spreadsheet would like to compute.
"""

from every_measure import MARKS, MEASURED, leaf, line

import circular_tender as ct

_leaf, _line = leaf, line

LEVELS = {"kind": "levels", "levels": {"good": "100 %", "poor": "0 %"}}
ALLOWED = {"allowed": {"least": "0", "greatest": "10"}}
CRITERIA = [
    _leaf("price", {"kind": "price"}, {"kind": "lowest_over_own"}),
    _leaf("opening", {"kind": "discount", "of": "opening"}),
    _leaf(
        "days",
        {"kind": "answer", "asks": "number", "least": "1", "greatest": "30", "otherwise": "30"},
        _line(("30", "1")),
    ),
    _leaf(
        "repair",
        {"kind": "answer", "asks": "time", "evidence": "documented", "otherwise": "0 years"},
        _line(("0 years", "9 years")),
    ),
    _leaf("light", {"kind": "answer", "asks": "mass", "otherwise": "90 kg"}, _line(("90 kg", "1 kg"))),
    _leaf("local", {"kind": "answer", "asks": "ratio", "otherwise": "0 %"}),
    _leaf("spare", {"kind": "answer", "asks": "amount", "otherwise": "9000"}, _line(("9000", "0"))),
    _leaf("packaging", {"kind": "choice", "otherwise": "poor"}, LEVELS),
    _leaf(
        "reuse",
        {
            "kind": "reuse_at_end_of_life",
            "destinations": {"reuse": "100 %", "landfill": "0 %"},
            "evidence": "documented",
            "otherwise": "landfill",
        },
    ),
    _leaf(
        "recycled",
        {
            "kind": "recycled_content",
            "feedstock": {"recycled": "100 %", "virgin": "0 %"},
            "evidence": "third_party",
            "otherwise": "virgin",
        },
    ),
    *MEASURED,
    _leaf(
        "passport",
        {
            "kind": "material_passport",
            "fields": ["material", "mass"],
            "verification": {"declared": "50 %", "contractual": "60 %", "documented": "80 %", "third_party": "100 %"},
        },
    ),
    _leaf(
        "back",
        {
            "kind": "take_back",
            "within": "15 years",
            "cost": {"paid_to_buyer": "100 %", "free": "90 %", "at_cost": "50 %"},
            "guarantee": {"declared": "0 %", "contractual": "80 %", "contractual_with_penalty": "100 %"},
        },
    ),
    _leaf(
        "shortest",
        {"kind": "guaranteed_lifetime", "aggregate": "shortest", "evidence": "documented", "otherwise": "0 years"},
        _line(("0 years", "9 years")),
    ),
    _leaf(
        "mean",
        {
            "kind": "guaranteed_lifetime",
            "aggregate": "mean_by_pieces",
            "evidence": "documented",
            "otherwise": "0 years",
        },
        _line(("0 years", "9 years")),
    ),
    _leaf("plan", {"kind": "judgement", "aggregate": "consensus"}, LEVELS),
    _leaf("look", {"kind": "judgement", "aggregate": "mean_of_members", **ALLOWED}, _line(("0", "10"))),
]
TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "ALL-1",
    "title": {"nl": "Alles", "en": "Everything"},
    "buyer": {"nl": "Gemeente Waterdorp", "en": "Municipality of Waterdorp"},
    "currency": "EUR",
    "deadline": "2026-10-15T12:00:00+02:00",
    "reference_date": "2026-10-15",
    "lots": [
        {"id": "north", "title": {"nl": "Noord", "en": "North"}, "lines": ["desk"], "ceiling": "900000"},
        {"id": "south", "title": {"nl": "Zuid", "en": "South"}, "lines": ["chair"]},
    ],
    "prices": {
        "vat": "excluded",
        "lines": [
            {
                "id": "desk",
                "title": {"nl": "Bureau", "en": "Desk"},
                "unit": "piece",
                "quantity": "400",
                "estimated": True,
            },
            {"id": "chair", "unit": "piece", "quantity": "1.5", "contractual": False},
        ],
    },
    "discounts": [{"id": "opening", "title": {"nl": "Op alles", "en": "On everything"}}],
    "requirements": [
        {"id": "wood", "title": {"nl": "Hout", "en": "Wood"}, "evidence": "documented"},
        {"id": "quiet", "title": {"nl": "Stil", "en": "Quiet"}},
    ],
    "reference_basket": {"desk": "40", "chair": "2.5"},
    "award": {
        "method": "weighted_points",
        "points": str(10 * len(CRITERIA)),
        "on_rejection": "keep",
        "rounding": "none",
        "ties": [],
    },
    "criteria": CRITERIA,
}
BID = {
    "schema": "circular-tender/bid/1",
    "tender": "ALL-1",
    "id": "acme",
    "bidder": '=HYPERLINK("https://example.org")',
    "received": "2026-10-14T09:05:00+02:00",
    "lots": ["south", "north"],
    "requirements": {"wood": {"meets": False, "evidence": "fsc"}, "quiet": None},
    "prices": {"desk": "1000.50", "chair": {"withheld": "trade secret"}},
    "stated_total": "400200",
    "discounts": {"opening": "12.5 %"},
    "products": [
        {
            "id": "a-desk",
            "line": "desk",
            "mass": "31.50 kg",
            "guarantee": {"term": "7.5 years", "evidence": "fsc"},
            "use": {"lifetime": "150 months", "intensity": "0.5", "evidence": None},
            "repairability": {
                "marks": {**dict.fromkeys(MARKS, "7.5"), "specific": None, "tools": "10"},
                "printed": "7",
                "evidence": "word",
            },
            "impacts": {
                "set": "en15804_a2_2023",
                "amounts": {"climate_change": "45.125", "ozone_depletion": "0", "climate_change_biogenic": "-1.5"},
                "data": "generic",
                "declared_cost": "5.25",
                "evidence": "fsc",
            },
            "declared": {"material_circularity": "45 %", "disassembly": "10%"},
            "parts": [
                {
                    "id": "frame",
                    "material": "steel\ncoated",
                    "material_group": "steel",
                    "mass": "400 g",
                    "end_of_life": {"destinations": {"reuse": "62.5 %", "landfill": "0 %"}, "evidence": "fsc"},
                    "passport": {
                        "fields": {"material": "-2", "origin": None, "mass": None},
                        "evidence": None,
                        "granularity": "batch",
                        "upkeep": "30 months",
                    },
                    "feedstock": {"shares": {}, "evidence": "word"},
                    "connections": {
                        "load_bearing": [
                            {"type": "dry", "access": "free", "intersections": "none", "edge": "open"},
                            {
                                "type": "hard_chemical",
                                "access": "irreparable_damage",
                                "intersections": "full",
                                "edge": "closed",
                            },
                        ],
                        "evidence": "fsc",
                    },
                    "hazardous": {"substances": {"lead": "0.125 %"}, "evidence": None},
                },
                {
                    "id": "unknown",
                    "mass": None,
                    "end_of_life": None,
                    "passport": None,
                    "feedstock": None,
                    "connections": None,
                    "hazardous": None,
                },
                {
                    "id": "top",
                    "material_group": "timber",
                    "mass": "12 kg",
                    "end_of_life": None,
                    "passport": None,
                    "feedstock": {"shares": {"wood": "100 %"}, "evidence": None},
                    "connections": {
                        "load_bearing": [
                            {
                                "type": "added_elements",
                                "access": "extra_actions",
                                "intersections": "occasional",
                                "edge": "overlapping",
                            }
                        ],
                        "evidence": None,
                    },
                    "hazardous": {"substances": {}, "evidence": "word"},
                },
            ],
        },
        {
            "id": "a-chair",
            "line": "chair",
            "mass": "0.0102 t",
            "guarantee": None,
            "use": None,
            "repairability": None,
            "impacts": None,
            "parts": [
                {
                    "id": "frame",
                    "mass": "1 kg",
                    "end_of_life": None,
                    "passport": None,
                    "feedstock": None,
                    "connections": {
                        "load_bearing": [{"type": "dry", "access": "free", "intersections": "none", "edge": "closed"}],
                        "evidence": None,
                    },
                    "hazardous": None,
                }
            ],
        },
    ],
    "take_back": {
        "share": {"withheld": "later"},
        "term": "180 months",
        "cost": "free",
        "guarantee": "contractual",
        "form": "operational_lease",
        "reporting": "none",
        "return_values": {"desk": {"amount": "100.50", "after": "7.25 years", "evidence": None}, "chair": None},
    },
    "spare_parts": {"lift": {"available": "7.5 years", "delivery": "2.5", "evidence": "word"}, "castor": None},
    "answers": {
        "days": {"value": "12.25", "evidence": None},
        "repair": {"value": "1 year", "evidence": "fsc"},
        "light": {"value": "5kg", "evidence": None},
        "local": {"value": {"withheld": "@secret"}, "evidence": None},
        "spare": None,
        "packaging": {"value": "good", "evidence": None},
    },
    "evidence": {
        "fsc": {
            "kind": "third_party",
            "title": "+Certificate",
            "issuer": "'s Keurmerk",
            "valid_until": "2026-12-31",
            "equivalent_to": "PEFC",
        },
        "word": {"kind": "declared", "title": 'Our word; truly, "ours"'},
    },
}
JUDGEMENTS = {
    "schema": "circular-tender/judgements/1",
    "tender": "ALL-1",
    "panel": "-three officers",
    "marks": {
        "acme": {
            "plan": {"mark": "good", "reason": "=clear", "at": "2026-10-20T10:00:00+02:00"},
            "look": {
                "members": {
                    "architect": {"mark": "7.5", "reason": "Bright", "at": "2026-10-20T10:05:00+02:00"},
                    "keeper": {"mark": "10", "reason": "Sturdy"},
                }
            },
        }
    },
}


# the same without what is measured in depth: a short form, to try on it what people and programs do to forms


def _without(entry, *keys):
    return {key: value for key, value in entry.items() if key not in keys}


def _short(part):
    short = _without(part, "material_group", "connections", "hazardous")
    if passport := short["passport"]:
        fields = _without(passport["fields"], "origin")
        short["passport"] = {**_without(passport, "granularity", "upkeep"), "fields": fields}
    return short


_MEASURED = [criterion["id"] for criterion in MEASURED]
_SHORT = [criterion for criterion in CRITERIA if criterion["id"] not in _MEASURED]
SHORT_TENDER = {
    **_without(TENDER, "reference_basket"),
    "award": {**TENDER["award"], "points": str(10 * len(_SHORT))},
    "criteria": _SHORT,
}
_DESK, _CHAIR = (_without(product, "use", "repairability", "impacts", "declared") for product in BID["products"])
SHORT_BID = {
    **_without(BID, "spare_parts"),
    "products": [{**_DESK, "parts": [*map(_short, _DESK["parts"][:2])]}, {**_CHAIR, "parts": []}],
    "take_back": _without(BID["take_back"], "form", "reporting", "return_values"),
}


def short_documents():
    """The short tender, the bid and the judgements, read."""
    return ct.read_tender(SHORT_TENDER), ct.read_bids(SHORT_BID)[0], ct.read_judgements(JUDGEMENTS)


def documents():
    """The tender, the bid and the judgements, read."""
    return ct.read_tender(TENDER), ct.read_bids(BID)[0], ct.read_judgements(JUDGEMENTS)
