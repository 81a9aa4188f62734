"""A tender that asks everything that a form can ask, a bid that answers it, and what a panel gives it.

The bid has an odd one of everything: a withheld price, a claim without proof, a part of which nothing is known, texts that
a spreadsheet would like to compute.
"""

import circular_tender as ct

WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}


def _leaf(name, indicator, scale=WHOLE):
    title = {"nl": f"Over {name}", "en": f"About {name}"}
    return {"id": name, "title": title, "weight": "10", "indicator": indicator, "scale": scale}


def _line(bounds):
    zero, full = bounds
    return {"kind": "linear", "zero_at": zero, "full_at": full}


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
    "award": {"method": "weighted_points", "points": "160", "on_rejection": "keep", "rounding": "none", "ties": []},
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
            "parts": [
                {
                    "id": "frame",
                    "material": "steel\ncoated",
                    "mass": "400 g",
                    "end_of_life": {"destinations": {"reuse": "62.5 %", "landfill": "0 %"}, "evidence": "fsc"},
                    "passport": {"fields": {"material": "-2", "mass": None}, "evidence": None},
                    "feedstock": {"shares": {}, "evidence": "word"},
                },
                {"id": "unknown", "mass": None, "end_of_life": None, "passport": None, "feedstock": None},
            ],
        },
        {"id": "a-chair", "line": "chair", "mass": "0.0102 t", "guarantee": None, "parts": []},
    ],
    "take_back": {"share": {"withheld": "later"}, "term": "180 months", "cost": "free", "guarantee": "contractual"},
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


def documents():
    """The tender, the bid and the judgements, read."""
    return ct.read_tender(TENDER), ct.read_bids(BID)[0], ct.read_judgements(JUDGEMENTS)
