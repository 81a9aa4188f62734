"""Every sentence of the table of errors, word for word, and the place of each in the document.

The expected texts are written out here; nothing is built from the table itself.
"""

import copy

import pytest
from bilingual import problems_of, said_of

import circular_tender as ct
from circular_tender.narrate import narrate
from circular_tender.texts import tree

TENDER = {
    "schema": "circular-tender/tender/1",
    "reference": "R",
    "title": "T",
    "buyer": "B",
    "currency": "EUR",
    "deadline": "2026-10-15T12:00:00+02:00",
    "prices": {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "2"}]},
    "discounts": [{"id": "opening", "title": "Opening"}],
    "award": {
        "method": "weighted_points",
        "points": "100",
        "on_rejection": "keep",
        "rounding": "none",
        "ties": ["price", "draw"],
    },
    "criteria": [
        {
            "id": "price",
            "title": "Price",
            "weight": "40",
            "indicator": {"kind": "price"},
            "scale": {"kind": "lowest_over_own"},
        },
        {
            "id": "quality",
            "title": "Quality",
            "weight": "60",
            "criteria": [
                {
                    "id": "plan",
                    "title": "Plan",
                    "weight": "10",
                    "indicator": {"kind": "judgement", "aggregate": "consensus"},
                    "scale": {"kind": "levels", "levels": {"good": "100 %", "poor": "0 %"}},
                },
                {
                    "id": "mark",
                    "title": "Mark",
                    "weight": "10",
                    "indicator": {
                        "kind": "judgement",
                        "aggregate": "mean",
                        "allowed": {"least": "0", "greatest": "10"},
                    },
                    "scale": {"kind": "linear", "zero_at": "0", "full_at": "10"},
                },
                {
                    "id": "cut",
                    "title": "Cut",
                    "weight": "10",
                    "indicator": {"kind": "discount", "of": "opening"},
                    "scale": {"kind": "bilinear_at_mean", "at_mean": "90 %"},
                },
                {
                    "id": "reuse",
                    "title": "Reuse",
                    "weight": "10",
                    "indicator": {
                        "kind": "reuse_at_end_of_life",
                        "destinations": {"reuse": "100 %", "landfill": "0 %"},
                        "evidence": "documented",
                        "otherwise": "landfill",
                    },
                    "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
                },
                {
                    "id": "passport",
                    "title": "Passport",
                    "weight": "10",
                    "indicator": {
                        "kind": "material_passport",
                        "fields": ["material"],
                        "verification": {"documented": "100 %"},
                    },
                    "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
                },
                {
                    "id": "take-back",
                    "title": "Take-back",
                    "weight": "10",
                    "indicator": {
                        "kind": "take_back",
                        "within": "10 years",
                        "cost": {"free": "100 %"},
                        "guarantee": {"contractual": "100 %"},
                    },
                    "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
                },
            ],
        },
    ],
}
BID = {
    "schema": "circular-tender/bid/1",
    "tender": "R",
    "id": "acme",
    "bidder": "Acme",
    "received": "2026-10-15T11:00:00+02:00",
    "prices": {"chair": "100.00"},
    "discounts": {"opening": "10 %"},
    "products": [
        {
            "id": "seat",
            "line": "chair",
            "mass": "10 kg",
            "parts": [
                {
                    "id": "base",
                    "mass": "6 kg",
                    "end_of_life": {"destinations": {"reuse": "50 %"}, "evidence": "study"},
                    "passport": {"fields": {"material": "steel"}, "evidence": "study"},
                }
            ],
        }
    ],
    "take_back": {"share": "90 %", "term": "10 years", "cost": "free", "guarantee": "contractual"},
    "evidence": {"study": {"kind": "documented", "title": "Study"}, "letter": {"kind": "declared", "title": "Letter"}},
}
MARKS = {
    "schema": "circular-tender/judgements/1",
    "tender": "R",
    "panel": "three officers",
    "marks": {"acme": {"plan": {"mark": "good", "reason": "clear"}, "mark": {"mark": "7", "reason": "sound"}}},
}
GONE = object()


def put(document, at, value):
    """Return the document with a value at a pointer, or without what stands there."""
    document = copy.deepcopy(document)
    here = document
    *above, last = at.split("/")[1:]
    for part in above:
        here = here[int(part) if isinstance(here, list) else part]
    key = int(last) if isinstance(here, list) else last
    if value is GONE:
        del here[key]
    elif isinstance(here, list) and key == len(here):
        here.append(value)
    else:
        here[key] = value
    return document


def problems(tender=TENDER, bid=BID, judgements=MARKS):
    """Return everything that is wrong with the documents, first of each and then together."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess(ct.read_tender(tender), ct.read_bids(bid), ct.read_judgements(judgements))
    return problems_of(raised.value)


def test_the_documents_as_they_are_can_be_assessed():
    assessment = ct.assess(ct.read_tender(TENDER), ct.read_bids(BID), ct.read_judgements(MARKS))
    assert assessment.winner == "acme"


CHANGED = [
    (
        "number-float",
        "tender",
        "/criteria/0/weight",
        0.1 + 0.2,
        "tender /criteria/0/weight",
        "found float 0.30000000000000004",
        "This float has more digits than a person types, so it is the result of arithmetic. Give the number as text, such as '0.1', or as Decimal('0.1').",
    ),
    (
        "number-type",
        "tender",
        "/criteria/0/weight",
        ["40"],
        "tender /criteria/0/weight",
        "found a list of 1",
        "A number is expected here. A program gives it as text, int or Decimal.",
    ),
    (
        "number-boolean",
        "tender",
        "/criteria/0/weight",
        True,
        "tender /criteria/0/weight",
        "found true",
        "The words true and false are no numbers.",
    ),
    (
        "number-empty",
        "tender",
        "/criteria/0/weight",
        "",
        "tender /criteria/0/weight",
        'found ""',
        "Write a number; an empty text is none.",
    ),
    (
        "number-comma",
        "bid",
        "/prices/chair",
        "12500,50",
        "bid 1 /prices/chair",
        'found "12500,50"',
        "Write a decimal with a point and thousands without any sign: 12500.50.",
    ),
    (
        "number-exponent",
        "bid",
        "/prices/chair",
        "1e999999",
        "bid 1 /prices/chair",
        'found "1e999999"',
        "Write the number out, without an exponent.",
    ),
    (
        "number-underscore",
        "bid",
        "/prices/chair",
        "1_000",
        "bid 1 /prices/chair",
        'found "1_000"',
        "Write the number without underscores.",
    ),
    (
        "number-space",
        "bid",
        "/prices/chair",
        " 7",
        "bid 1 /prices/chair",
        'found " 7"',
        "Write the number without spaces; one may stand between the number and its unit.",
    ),
    (
        "number-digits",
        "bid",
        "/prices/chair",
        "१२",
        "bid 1 /prices/chair",
        'found "१२"',
        "Write the number with the digits 0 to 9 of ASCII.",
    ),
    (
        "number-plus",
        "bid",
        "/prices/chair",
        "+1",
        "bid 1 /prices/chair",
        'found "+1"',
        "Write the number without a plus sign.",
    ),
    (
        "number-minus-zero",
        "bid",
        "/prices/chair",
        "-0.00",
        "bid 1 /prices/chair",
        'found "-0.00"',
        "Write 0; there is no minus zero.",
    ),
    (
        "number-leading-zero",
        "bid",
        "/prices/chair",
        "007",
        "bid 1 /prices/chair",
        'found "007"',
        "Write the number without leading zeros.",
    ),
    (
        "number-bare-point",
        "bid",
        "/prices/chair",
        "1.",
        "bid 1 /prices/chair",
        'found "1."',
        "Write a digit on both sides of the point.",
    ),
    (
        "number-size",
        "bid",
        "/prices/chair",
        "9999999999999999999",
        "bid 1 /prices/chair",
        'found "9999999999999999999"',
        "A number has at most 18 digits before and 12 after the point.",
    ),
    ("number-form", "bid", "/prices/chair", "NaN", "bid 1 /prices/chair", 'found "NaN"', "This is not a number."),
    (
        "unit-missing",
        "bid",
        "/products/0/mass",
        "10",
        "bid 1 /products/0/mass",
        'found "10"',
        "Write the unit: 9.25 kg.",
    ),
    (
        "unit-unexpected",
        "bid",
        "/prices/chair",
        "10 kg",
        "bid 1 /prices/chair",
        'found "10 kg"',
        'A plain number is expected here, without "kg".',
    ),
    (
        "unit-unknown",
        "bid",
        "/products/0/mass",
        "10 lbs",
        "bid 1 /products/0/mass",
        'found "10 lbs"',
        '"lbs" is not a unit that is known here; known are: %, kg, g, t, years, year, months, month.',
    ),
    (
        "unit-differs",
        "bid",
        "/products/0/mass",
        "10 years",
        "bid 1 /products/0/mass",
        'found "10 years"',
        'A mass is expected here, such as 9.25 kg; "years" is a unit of time.',
    ),
    ("below-zero", "bid", "/prices/chair", "-1", "bid 1 /prices/chair", 'found "-1"', "This may not be less than 0."),
    (
        "not-positive",
        "tender",
        "/criteria/0/weight",
        "0",
        "tender /criteria/0/weight",
        'found "0"',
        "This must be more than 0.",
    ),
    (
        "share-beyond",
        "tender",
        "/criteria/1/criteria/0/scale/levels/poor",
        "-101 %",
        "tender /criteria/1/criteria/0/scale/levels/poor",
        'found "-101 %"',
        "A level earns between -100 % and 100 %.",
    ),
    (
        "share-outside",
        "bid",
        "/discounts/opening",
        "101 %",
        "bid 1 /discounts/opening",
        'found "101 %"',
        "A share lies between 0 % and 100 %.",
    ),
    (
        "not-whole",
        "tender",
        "/award/rounding",
        {"places": "1.5", "mode": "up", "at": "total"},
        "tender /award/rounding/places",
        'found "1.5"',
        "A whole number from 0 to 12 is expected.",
    ),
    (
        "exponent-outside",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "concave", "exponent": "0.125"},
        "tender /criteria/1/criteria/2/scale/exponent",
        'found "0.125"',
        "An exponent lies between 0 and 10, is not 0, and has at most 2 decimals.",
    ),
    (
        "exponent-outside",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "power_of_reference", "reference": "5 %", "exponent": "-11", "bounds": "cut", "at_zero": "0 %"},
        "tender /criteria/1/criteria/2/scale/exponent",
        'found "-11"',
        "An exponent lies between -10 and 10, is not 0, and has at most 2 decimals.",
    ),
    (
        "not-above-1",
        "tender",
        "/criteria/0/scale",
        {"kind": "logarithmic", "zero_at_multiple": "1", "bounds": "cut", "lowest_zero": "0 %"},
        "tender /criteria/0/scale/zero_at_multiple",
        'found "1"',
        "This must be more than 1.",
    ),
    (
        "not-positive",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "power_of_reference", "reference": "0 %", "exponent": "1", "bounds": "cut", "at_zero": "0 %"},
        "tender /criteria/1/criteria/2/scale/reference",
        'found "0 %"',
        "This must be more than 0.",
    ),
    (
        "rescale-below-zero",
        "tender",
        "/criteria/0",
        {
            "id": "prices",
            "title": "Prices",
            "weight": "40",
            "rescale": "best",
            "criteria": [
                {
                    "id": "price",
                    "title": "Price",
                    "weight": "40",
                    "indicator": {"kind": "price"},
                    "scale": {"kind": "logarithmic", "zero_at_multiple": "2", "bounds": "keep", "lowest_zero": "0 %"},
                }
            ],
        },
        "tender /criteria/0/rescale",
        'found "best"',
        "Points of price may fall below 0, so there may be no best to rescale to; write bounds: cut.",
    ),
    (
        "zero-earns",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "power_of_reference", "reference": "5 %", "exponent": "1", "bounds": "cut", "at_zero": "1 %"},
        "tender /criteria/1/criteria/2/scale/at_zero",
        'found "1 %"',
        "With an exponent above 0 the value 0 is the worst and earns nothing; write at_zero: 0 %.",
    ),
    (
        "earns-the-same",
        "tender",
        "/criteria/0/scale",
        {
            "kind": "ceiling_to_lowest",
            "ceiling": "9",
            "exponent": "1",
            "at_ceiling": "100 %",
            "all_at_ceiling": "0 %",
        },
        "tender /criteria/0/scale/at_ceiling",
        'found "100 %"',
        "Every bid would earn the same, so the scale does not distinguish bids.",
    ),
    (
        "ceiling-of-scale",
        "tender",
        "/criteria/0/scale",
        {"kind": "bilinear_at_mean", "at_mean": "90 %"},
        "tender /criteria/0/scale/ceiling",
        "found nothing (null)",
        "The scale bilinear_at_mean needs a ceiling where an amount is measured, and has none where it is not.",
    ),
    (
        "ceiling-of-scale",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "concave", "exponent": "2", "ceiling": "100"},
        "tender /criteria/1/criteria/2/scale/ceiling",
        'found "100"',
        "The scale concave needs a ceiling where an amount is measured, and has none where it is not.",
    ),
    (
        "scale-does-not-fit",
        "tender",
        "/criteria/1/criteria/1/scale",
        {"kind": "concave", "exponent": "2", "ceiling": "100"},
        "tender /criteria/1/criteria/1/scale",
        'found "concave"',
        "The scale concave takes amount; the indicator judgement gives number.",
    ),
    (
        "missing-key",
        "bid",
        "/bidder",
        GONE,
        "bid 1 /bidder",
        "found nothing (null)",
        "The key bidder is missing. Write it; what may be left unanswered is written null.",
    ),
    (
        "unknown-key",
        "tender",
        "/bujer",
        "B",
        "tender /bujer",
        'found "B"',
        "The key \"bujer\" is not known here. Was 'buyer' meant?",
    ),
    ("wrong-type", "bid", "/prices", ["100"], "bid 1 /prices", "found a list of 1", "A mapping is expected here."),
    (
        "unknown-choice",
        "tender",
        "/criteria/0/scale/kind",
        "lowest_over_on",
        "tender /criteria/0/scale/kind",
        'found "lowest_over_on"',
        "One of linear, lowest_over_own, bilinear_at_mean, levels, published_levels, steps, interpolate, ratio_to_best, highest_to_lowest, slope_from_lowest, ceiling_to_lowest, concave, lowest_line, mean_line, logarithmic, power_of_reference is expected. Was 'lowest_over_own' meant?",
    ),
    (
        "empty-text",
        "bid",
        "/bidder",
        " ",
        "bid 1 /bidder",
        'found " "',
        "An empty text says nothing. Write a text; what may be left unanswered is written null.",
    ),
    (
        "empty-list",
        "tender",
        "/criteria",
        [],
        "tender /criteria",
        "found an empty list",
        "At least one entry is expected here.",
    ),
    (
        "id-form",
        "bid",
        "/id",
        "Acme B.V.",
        "bid 1 /id",
        'found "Acme B.V."',
        "An id has 1 to 64 characters a–z, 0–9 and '-', and begins with a letter or digit.",
    ),
    (
        "name-form",
        "bid",
        "/take_back/cost",
        "At Cost",
        "bid 1 /take_back/cost",
        'found "At Cost"',
        "A name has 1 to 64 characters a–z, 0–9, '_' and '-', and begins with a letter.",
    ),
    (
        "currency-form",
        "tender",
        "/currency",
        "euro",
        "tender /currency",
        'found "euro"',
        "A currency is three capital letters, such as EUR.",
    ),
    (
        "instant-form",
        "bid",
        "/received",
        "15 October 2026",
        "bid 1 /received",
        'found "15 October 2026"',
        "Write date, time and offset: 2026-10-15T12:00:00+02:00.",
    ),
    (
        "instant-without-offset",
        "bid",
        "/received",
        "2026-10-15T11:00:00",
        "bid 1 /received",
        'found "2026-10-15T11:00:00"',
        "Write the offset from UTC after the time: 2026-10-15T12:00:00+02:00.",
    ),
    (
        "withheld-form",
        "bid",
        "/prices/chair",
        {"withheld": ""},
        "bid 1 /prices/chair",
        "found a mapping with 1 key",
        "A withheld value is written {withheld: ground}.",
    ),
    (
        "text-languages",
        "tender",
        "/title",
        {"nl": ""},
        "tender /title/nl",
        'found ""',
        "A text in several languages has a language, such as nl or en, as each key, with its text.",
    ),
    (
        "schema-other",
        "bid",
        "/schema",
        "circular-tender/bod/1",
        "bid 1 /schema",
        'found "circular-tender/bod/1"',
        "The document must begin with 'schema: circular-tender/bid/1'.",
    ),
    (
        "schema-newer",
        "bid",
        "/schema",
        "circular-tender/bid/2",
        "bid 1 /schema",
        'found "circular-tender/bid/2"',
        "This document was made for a newer version; this program reads circular-tender/bid/1.",
    ),
    (
        "duplicate-id",
        "tender",
        "/criteria/1/criteria/1/id",
        "plan",
        "tender /criteria/1/criteria/1/id",
        'found "plan"',
        "The id plan stands twice, first at /criteria/1/criteria/0/id.",
    ),
    (
        "weights-total",
        "tender",
        "/award/points",
        "99.5",
        "tender /award/points",
        'found "99.5"',
        "The weights of all leaves add up to 100; award.points says 99.5.",
    ),
    (
        "weights-group",
        "tender",
        "/criteria/1/weight",
        "61",
        "tender /criteria/1/weight",
        'found "61"',
        "The weights in this group add up to 60; its weight says 61.",
    ),
    (
        "scale-does-not-fit",
        "tender",
        "/criteria/1/criteria/2/scale",
        {"kind": "lowest_over_own"},
        "tender /criteria/1/criteria/2/scale",
        'found "lowest_over_own"',
        "The scale lowest_over_own takes amount; the indicator discount gives ratio.",
    ),
    (
        "scale-flat",
        "tender",
        "/criteria/1/criteria/1/scale/zero_at",
        "10",
        "tender /criteria/1/criteria/1/scale/full_at",
        'found "10"',
        "zero_at and full_at are the same, so the scale does not distinguish bids.",
    ),
    (
        "levels-without-allowed",
        "tender",
        "/criteria/1/criteria/1/indicator/allowed",
        GONE,
        "tender /criteria/1/criteria/1/scale",
        'found "linear"',
        "Marks are numbers only where the indicator says which are allowed; write allowed: {least: …, greatest: …}, or use the scale levels.",
    ),
    (
        "least-above-greatest",
        "tender",
        "/criteria/1/criteria/1/indicator/allowed/least",
        "11",
        "tender /criteria/1/criteria/1/indicator/allowed/least",
        'found "11"',
        "The value of least must be smaller than that of greatest.",
    ),
    (
        "otherwise-not-worst",
        "tender",
        "/criteria/1/criteria/3/indicator/otherwise",
        "reuse",
        "tender /criteria/1/criteria/3/indicator/otherwise",
        'found "reuse"',
        "What has no proof may not count for more than what has; name the one worth least: landfill.",
    ),
    (
        "otherwise-unknown",
        "tender",
        "/criteria/1/criteria/3/indicator/otherwise",
        "energy",
        "tender /criteria/1/criteria/3/indicator/otherwise",
        'found "energy"',
        "The key otherwise names one of: reuse, landfill.",
    ),
    (
        "on-rejection-missing",
        "tender",
        "/award/on_rejection",
        GONE,
        "tender /award/on_rejection",
        "found nothing (null)",
        "Points of price, cut depend on other bids, so the tender must say what a rejection does: on_rejection: keep or recompute.",
    ),
    (
        "threshold-relative",
        "tender",
        "/criteria/0/threshold",
        {"at_least": "10", "on": "raw"},
        "tender /criteria/0/threshold/on",
        'found "raw"',
        "These points depend on other bids, so a rejection by them would too. Write on: relative if that is meant.",
    ),
    (
        "threshold-above-weight",
        "tender",
        "/criteria/1/criteria/0/threshold",
        {"at_least": "11", "on": "raw"},
        "tender /criteria/1/criteria/0/threshold/at_least",
        'found "11"',
        "At most 10 can be earned here, so nobody can reach this.",
    ),
    (
        "threshold-empty",
        "tender",
        "/criteria/0/threshold",
        {"on": "relative"},
        "tender /criteria/0/threshold",
        "found nothing (null)",
        "A threshold states at_least, max_pass, or both.",
    ),
    (
        "equal-missing",
        "tender",
        "/criteria/0/threshold",
        {"max_pass": "3", "on": "relative"},
        "tender /criteria/0/threshold/equal",
        "found nothing (null)",
        "Say what becomes of the bids that are equal to the last that goes on: equal: pass.",
    ),
    (
        "equal-without-max-pass",
        "tender",
        "/criteria/0/threshold",
        {"at_least": "1", "equal": "pass", "on": "relative"},
        "tender /criteria/0/threshold/equal",
        'found "pass"',
        "Only max_pass asks what becomes of equal bids. State it, or remove equal.",
    ),
    (
        "not-whole",
        "tender",
        "/criteria/0/threshold",
        {"max_pass": "0", "equal": "pass", "on": "relative"},
        "tender /criteria/0/threshold/max_pass",
        'found "0"',
        "A whole number from 1 to 9999 is expected.",
    ),
    (
        "unknown-discount",
        "tender",
        "/criteria/1/criteria/2/indicator/of",
        "openings",
        "tender /criteria/1/criteria/2/indicator/of",
        'found "openings"',
        "There is no discount of this id. Was 'opening' meant?",
    ),
    (
        "unknown-tie",
        "tender",
        "/award/ties/0",
        "prize",
        "tender /award/ties/0",
        'found "prize"',
        "A tie is broken by a criterion of this tender, by received, or by a draw. Was 'price' meant?",
    ),
    (
        "draw-not-last",
        "tender",
        "/award/ties",
        ["draw", "price"],
        "tender /award/ties/0",
        'found "draw"',
        "A draw always decides; nothing can follow it.",
    ),
    (
        "unknown-stage-criterion",
        "tender",
        "/award/stages",
        [{"id": "one", "criteria": ["price", "quality", "plan"]}],
        "tender /award/stages/0/criteria/2",
        'found "plan"',
        "A stage lists criteria of the top level.",
    ),
    (
        "stages-incomplete",
        "tender",
        "/award/stages",
        [{"id": "one", "criteria": ["price"]}],
        "tender /award/stages",
        "found 1 of 2",
        "Every criterion of the top level belongs to one stage; missing: quality.",
    ),
    ("other-tender", "bid", "/tender", "S", "bid 1 /tender", 'found "S"', "The tender's reference is R."),
    (
        "received-missing",
        "bid",
        "/received",
        GONE,
        "bid 1 /received",
        "found nothing (null)",
        "The tender has a deadline, or ranks equal bids by receipt, so the bid must say when it was received.",
    ),
    (
        "price-missing",
        "bid",
        "/prices",
        {},
        "bid 1 /prices/chair",
        "found nothing (null)",
        "There is no unit price for the line chair.",
    ),
    (
        "unknown-line",
        "bid",
        "/prices/chairs",
        "1",
        "bid 1 /prices/chairs",
        'found "chairs"',
        "The tender has no line of this id. Was 'chair' meant?",
    ),
    (
        "discount-missing",
        "bid",
        "/discounts",
        {},
        "bid 1 /discounts/opening",
        "found nothing (null)",
        "There is no percentage for the discount opening.",
    ),
    (
        "unknown-bid-discount",
        "bid",
        "/discounts/closing",
        "1 %",
        "bid 1 /discounts/closing",
        'found "closing"',
        "The tender has no discount of this id.",
    ),
    (
        "answer-missing",
        "bid",
        "/take_back",
        GONE,
        "bid 1 /take_back",
        "found nothing (null)",
        "The tender asks for take_back. Write it; what may be left unanswered is written null.",
    ),
    (
        "product-missing",
        "bid",
        "/products",
        [],
        "bid 1 /products",
        "found nothing (null)",
        "There is no product for the line chair.",
    ),
    (
        "duplicate-line",
        "bid",
        "/products/1",
        {"id": "two", "line": "chair", "mass": "1 kg", "parts": []},
        "bid 1 /products/1/line",
        'found "chair"',
        "The line chair already has a product, seat.",
    ),
    (
        "parts-heavier",
        "bid",
        "/products/0/mass",
        "5.5 kg",
        "bid 1 /products/0/mass",
        'found "5.5 kg"',
        "The parts add up to 6 kg, more than the product's 5.5 kg.",
    ),
    (
        "shares-above-whole",
        "bid",
        "/products/0/parts/0/end_of_life/destinations/landfill",
        "50.5 %",
        "bid 1 /products/0/parts/0/end_of_life/destinations",
        "found 100.5 %",
        "The shares add up to 100.5 %, more than 100 %.",
    ),
    (
        "unknown-destination",
        "bid",
        "/products/0/parts/0/end_of_life/destinations/reused",
        "1 %",
        "bid 1 /products/0/parts/0/end_of_life/destinations/reused",
        'found "reused"',
        "The tender knows the destinations reuse, landfill. Was 'reuse' meant?",
    ),
    (
        "unknown-evidence",
        "bid",
        "/products/0/parts/0/passport/evidence",
        "studie",
        "bid 1 /products/0/parts/0/passport/evidence",
        'found "studie"',
        "The bid lists no evidence of this id. Was 'study' meant?",
    ),
    (
        "unknown-row",
        "bid",
        "/products/0/parts/0/passport/evidence",
        "letter",
        "bid 1 /products/0/parts/0/passport/evidence",
        'found "declared"',
        "The tender's table has the rows documented.",
    ),
    (
        "unknown-bid",
        "judgements",
        "/marks/acmee",
        {},
        "judgements /marks/acmee",
        'found "acmee"',
        "No bid has this id. Was 'acme' meant?",
    ),
    (
        "unknown-criterion",
        "judgements",
        "/marks/acme/plam",
        {"mark": "good", "reason": "x"},
        "judgements /marks/acme/plam",
        'found "plam"',
        "No criterion of this id is judged by a panel. Was 'plan' meant?",
    ),
    (
        "mark-not-allowed",
        "judgements",
        "/marks/acme/mark/mark",
        "10.5",
        "judgements /marks/acme/mark/mark",
        'found "10.5"',
        "The tender allows marks from 0 to 10.",
    ),
    (
        "unknown-level",
        "judgements",
        "/marks/acme/plan/mark",
        "goed",
        "judgements /marks/acme/plan/mark",
        'found "goed"',
        "The tender allows the levels good, poor. Was 'good' meant?",
    ),
    (
        "withheld-needed",
        "bid",
        "/prices/chair",
        {"withheld": "not opened"},
        "bid acme /prices/chair",
        "found a mapping with 1 key",
        "This value is withheld, but the bid takes part in the stage that needs it.",
    ),
]


@pytest.mark.parametrize(("code", "document", "at", "value", "place", "found", "sentence"), CHANGED)
def test_one_slip_gives_one_problem(code, document, at, value, place, found, sentence):
    base = {"tender": TENDER, "bid": BID, "judgements": MARKS}[document]
    [problem] = problems(**{document: put(base, at, value)})
    assert str(problem) == f"{place}\n    {found} [{code}]\n    {sentence}"


def test_a_group_that_is_rescaled_needs_a_weight():
    group = put(put(TENDER, "/criteria/1/weight", GONE), "/criteria/1/rescale", "best")
    [problem] = problems(tender=group)
    assert str(problem) == (
        'tender /criteria/1/rescale\n    found "best" [rescale-without-weight]\n'
        "    A group that is rescaled must state its weight."
    )


def test_a_mean_needs_values_that_are_not_negative():
    mark = "/criteria/1/criteria/1"
    scaled = put(TENDER, f"{mark}/scale", {"kind": "bilinear_at_mean", "at_mean": "90 %"})
    [problem] = problems(tender=put(scaled, f"{mark}/indicator/allowed/least", "-5"))
    assert str(problem) == (
        f'tender {mark}/scale/kind\n    found "bilinear_at_mean" [below-zero-relative]\n'
        "    The scale bilinear_at_mean divides values or takes a power of them, so none may be below 0; write least: 0."
    )


def test_the_ends_of_a_straight_line_are_in_the_unit_of_what_is_measured():
    reuse, mark = "/criteria/1/criteria/3/scale/full_at", "/criteria/1/criteria/1/scale/full_at"
    for at, value, sentence in (
        (reuse, "0.9", "[unit-missing]\n    Write the unit: 0.9 %."),
        (reuse, "9 kg", '[unit-differs]\n    A ratio is expected here, such as 30 %; "kg" is a unit of mass.'),
        (mark, "9 %", '[unit-unexpected]\n    A plain number is expected here, without "%".'),
    ):
        [problem] = problems(tender=put(TENDER, at, value))
        assert str(problem).endswith(sentence)


def test_a_passport_asks_for_each_field_once():
    fields = "/criteria/1/criteria/4/indicator/fields"
    [problem] = problems(tender=put(TENDER, fields, ["material", "mass", "material"]))
    assert str(problem) == (
        f'tender {fields}/2\n    found "material" [duplicate-id]\n'
        f"    The id material stands twice, first at {fields}/0."
    )


def test_a_mark_that_is_missing():
    [problem] = problems(judgements=put(MARKS, "/marks/acme/plan", GONE))
    assert str(problem) == (
        "judgements /marks/acme/plan/mark\n    found nothing (null) [answer-missing]\n"
        "    The tender asks for mark of plan of acme. Write it; what may be left unanswered is written null."
    )


def test_prices_and_products_need_lines():
    found = problems(tender=put(TENDER, "/prices", GONE))
    assert [str(problem) for problem in found] == [
        'tender /criteria/0/indicator\n    found "price" [price-without-lines]\n'
        "    The indicator price needs prices.lines in the tender.",
        'tender /criteria/1/criteria/3/indicator\n    found "reuse_at_end_of_life" [products-without-lines]\n'
        "    The indicator reuse_at_end_of_life measures a product for each of prices.lines; there are none.",
        'tender /criteria/1/criteria/4/indicator\n    found "material_passport" [products-without-lines]\n'
        "    The indicator material_passport measures a product for each of prices.lines; there are none.",
    ]


def read(content, name="bid 1"):
    """Return the one problem of a bid that is given as bytes."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_bids(content)
    return problems_of(raised.value)


TEXTS = [
    (
        "byte-order-mark",
        b"\xef\xbb\xbfschema: x",
        "bid 1 (the whole document)",
        'found "efbbbf"',
        "Save the file as UTF-8 without a byte order mark.",
    ),
    (
        "byte-order-mark",
        b"\xff\xfes\x00c\x00h\x00e\x00m\x00a\x00:\x00 \x00x\x00",
        "bid 1 (the whole document)",
        'found "fffe73"',
        "Save the file as UTF-8 without a byte order mark.",
    ),
    (
        "not-utf8",
        b"bidder: Caf\xe9",
        "bid 1 (the whole document)",
        "found byte 0xe9",
        "Save the file as UTF-8; byte 11 is not.",
    ),
    ("empty-document", b"", "bid 1 (the whole document)", 'found ""', "The document is empty."),
    (
        "empty-document",
        b"# nothing\n",
        "bid 1 (the whole document)",
        'found "# nothing\\u000a"',
        "The document is empty.",
    ),
    (
        "several-documents",
        b"a: b\n---\na: c\n",
        "bid 1 (the whole document)",
        "found 2 documents",
        "A file holds one document; '---' begins a second one.",
    ),
    (
        "not-a-mapping",
        b"- a\n- b\n",
        "bid 1 (the whole document)",
        "found a list of 2",
        "A document is a mapping of keys to values.",
    ),
    (
        "not-a-mapping",
        b"[1]",
        "bid 1 (the whole document)",
        "found a list of 1",
        "A document is a mapping of keys to values.",
    ),
    (
        "anchor",
        b"a: &x b\n",
        "bid 1:1:4 /a",
        'found "&x"',
        "Anchors, aliases and merge keys (&, * and <<) are not read; write the value out, or quote the text.",
    ),
    (
        "anchor",
        b"a: *x\n",
        "bid 1:1:4 /a",
        'found "*x"',
        "Anchors, aliases and merge keys (&, * and <<) are not read; write the value out, or quote the text.",
    ),
    (
        "anchor",
        b"<<: {a: b}\n",
        "bid 1:1:1 (the whole document)",
        'found "<<"',
        "Anchors, aliases and merge keys (&, * and <<) are not read; write the value out, or quote the text.",
    ),
    (
        "tag",
        b"a: !!python/object:os.system b\n",
        "bid 1:1:4 /a",
        'found "tag:yaml.org,2002:python/object:os.system"',
        "Tags (!) are not read; write the value as the documentation shows it, or quote the text.",
    ),
    (
        "duplicate-key",
        b"weight: 1\nweight: 2\n",
        "bid 1:2:1 /weight",
        'found "2"',
        'The key "weight" stands twice, first on line 1. Remove one.',
    ),
    (
        "duplicate-key-json",
        b'{"weight": 1,\n "weight": 2}',
        "bid 1:2:12 /weight",
        'found "2"',
        'The key "weight" stands twice in one object. Remove one.',
    ),
    ("key-not-text", b"? [a]\n: b\n", "bid 1:1:3 (the whole document)", "found a list of 1", "A key is a text."),
    (
        "comma-tail",
        b"scale: {full_at: 12,5 %}\n",
        "bid 1:1:21 /scale/5 %",
        'found "5 %"',
        "A key without a value follows a comma. In {…} a comma separates entries: write a decimal with a point (12.5 %), and quote a text that holds a comma.",
    ),
    (
        "comma-tail",
        b"title: {nl: Stoelen, tafels}\n",
        "bid 1:1:22 /title/tafels",
        'found "tafels"',
        "A key without a value follows a comma. In {…} a comma separates entries: write a decimal with a point (12.5 %), and quote a text that holds a comma.",
    ),
    (
        "control-character",
        b'{"bidder": "A\\u0000B"}',
        "bid 1:1:12 /bidder",
        'found "A\\u0000B"',
        "The text holds an invisible character, U+0000. Remove it.",
    ),
    (
        "control-character",
        b'bidder: "A\\u0085B"\n',
        "bid 1:1:9 /bidder",
        'found "A\\u0085B"',
        "The text holds an invisible character, U+0085. Remove it.",
    ),
    (
        "lone-surrogate",
        b'{"bidder": "\\ud800"}',
        "bid 1:1:12 /bidder",
        'found "\\ud800"',
        "The text holds half of a character (U+D800). Write the whole character.",
    ),
    (
        "json-constant",
        b'{"weight": NaN}',
        "bid 1:1:12 /weight",
        'found "NaN"',
        '"NaN" is no number in JSON. Write the number, or null where there is none.',
    ),
    (
        "json-constant",
        b'{"weight": -Infinity}',
        "bid 1:1:12 /weight",
        'found "-Infinity"',
        '"-Infinity" is no number in JSON. Write the number, or null where there is none.',
    ),
    (
        "not-json",
        b'{"a": 1 // b\n}',
        "bid 1:1:9 (the whole document)",
        'found "{"a": 1 // b"',
        "This is not JSON: Expecting ',' delimiter.",
    ),
    (
        "not-json",
        b'{"a": 1} {',
        "bid 1:1:10 (the whole document)",
        'found "{"a": 1} {"',
        "This is not JSON: Extra data.",
    ),
    (
        "not-yaml",
        b"a: b: c",
        "bid 1:1:5 (the whole document)",
        'found "a: b: c"',
        "This is not YAML: mapping values are not allowed in this context.",
    ),
]


@pytest.mark.parametrize(("code", "content", "place", "found", "sentence"), TEXTS)
def test_what_is_wrong_with_a_text(code, content, place, found, sentence):
    problem = read(content)[0]
    assert str(problem) == f"{place}\n    {found} [{code}]\n    {sentence}"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("too-large", b"x" * (tree.LIMIT_BYTES + 1)),
        ("too-deep", b"a: " + b"[" * 100_000),
        ("too-deep", b'{"a": ' + b"[" * 100_000),
        ("too-deep", b'{"a":' * 100_000),
        ("not-yaml", b"bidder: [a, b"),
        ("not-yaml", b"a:\n\t- b"),
        ("not-json", b'{"bidder": "A",}'),
        ("not-json", b"{'bidder': 'A'}"),
        ("not-json", b'{"bidder": +1}'),
        ("not-json", b'{"bidder": 01}'),
        ("not-json", b'{"bidder": 1.}'),
    ],
)
def test_what_else_is_wrong_with_a_text(code, content):
    assert [problem.code for problem in read(content)] == [code]


def test_files_that_are_not_there(tmp_path):
    [problem] = read(tmp_path / "acme.yaml")
    assert problem.code == "file-not-found"
    assert str(problem).endswith("[file-not-found]\n    There is no file or folder of this name.")
    [problem] = read(tmp_path)
    assert str(problem).endswith(
        "[no-documents]\n    A folder of bids holds one .yaml, .yml or .json file for each bid; this one holds none."
    )


def test_bids_that_are_not_there_or_twice():
    tender, judgements = ct.read_tender(TENDER), ct.read_judgements(MARKS)
    for bids, expected in (
        ((), "[no-bids]\n    There is no bid to assess."),
        (ct.read_bids([BID, BID]), "[duplicate-bid]\n    The bid acme stands twice, first in bid 1."),
    ):
        with pytest.raises(ct.InvalidDocuments) as raised:
            ct.assess(tender, bids, judgements)
        assert str(problems_of(raised.value)[0]).endswith(expected)


def test_judgements_that_are_not_there():
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess(ct.read_tender(TENDER), ct.read_bids(BID))
    assert said_of(raised.value) == (
        "1 problem found.\n1. judgements (the whole document)\n    found nothing (null) [judgements-missing]\n"
        "    The tender has criteria that a panel judges; give the judgements."
    )


def test_too_many_bids(monkeypatch):
    monkeypatch.setattr("circular_tender.bids.reading.LIMIT_BIDS", 1)
    [problem] = read([BID, put(BID, "/id", "bravo")])
    assert str(problem).endswith("[too-many]\n    At most 1 are allowed here.")


def test_names_that_an_assessment_does_not_have():
    assessment = ct.assess(ct.read_tender(TENDER), ct.read_bids(BID), ct.read_judgements(MARKS))
    for wrong, expected in (
        (lambda: assessment["acmee"], "There is no bid of this id. Was 'acme' meant?"),
        (lambda: assessment["acme"]["prize"], "There is no criterion of this id. Was 'price' meant?"),
        (lambda: narrate(ct.report(assessment), language="fr"), "This text has no fr; it is written in en, nl."),
    ):
        with pytest.raises(ct.InvalidDocuments) as raised:
            wrong()
        assert said_of(raised.value).endswith(expected)


def test_a_tender_of_too_many_criteria():
    leaf = TENDER["criteria"][0]
    found = problems(put(TENDER, "/criteria", [leaf | {"id": f"c{number}"} for number in range(1001)]))
    assert [str(problem) for problem in found] == [
        "tender /criteria\n    found 1001 criteria [too-many]\n    At most 1000 are allowed here."
    ]


def test_a_rejected_bid_has_no_points_to_compare():
    late = BID | {"id": "late", "received": "2026-10-15T12:00:01+02:00"}
    assessment = ct.assess(ct.read_tender(TENDER), ct.read_bids([BID, late]), ct.read_judgements(MARKS))
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.compare(assessment, "acme", "late")
    assert said_of(raised.value) == (
        "1 problem found.\n1. assessment (the whole document)\n"
        '    found "late" [no-points]\n    This bid was rejected, so it has no points to compare.'
    )


def test_a_text_of_the_tender_in_another_language_only():
    assessment = ct.assess(
        ct.read_tender(put(TENDER, "/title", {"nl": "T"})), ct.read_bids(BID), ct.read_judgements(MARKS)
    )
    with pytest.raises(ct.InvalidDocuments, match="tender /title") as raised:
        narrate(assessment, language="en")
    assert said_of(raised.value).endswith("This text has no en; it is written in nl.")


def test_a_formula_without_a_value_is_an_error_and_never_a_number():
    tender, judgements = ct.read_tender(TENDER), ct.read_judgements(MARKS)
    with pytest.raises(ct.UndefinedResult) as raised:
        ct.assess(tender, ct.read_bids(put(BID, "/prices/chair", "0")), judgements)
    assert (raised.value.formula, raised.value.criterion) == ("lowest_over_own", "price")
    assert said_of(raised.value) == (
        "The formula lowest_over_own of criterion price has no value for these bids: it would divide by zero. "
        "The tender must say what holds then."
    )
    assert ct.to_text(raised.value).startswith("This can't be calculated.\n=========================\n\nThe formula")
    assert said_of(ct.UndefinedResult("linear")) == "The formula linear has no value here: it would divide by zero."


def test_problems_of_several_documents_come_together(tmp_path):
    (tmp_path / "a.yaml").write_text("schema: circular-tender/bid/1\nbidder: A\n", encoding="utf-8")
    (tmp_path / "b.json").write_text('{"schema": "circular-tender/bid/1",\n "bidder": ""}', encoding="utf-8")
    found = [problem for bid in ct.read_bids(tmp_path) for problem in bid.problems]
    assert [(problem.place.document, problem.place.pointer) for problem in found] == [
        ("a.yaml", "/tender"),
        ("a.yaml", "/id"),
        ("b.json", "/tender"),
        ("b.json", "/id"),
        ("b.json", "/bidder"),
    ]
    assert [problem.place.line for problem in found] == [1, 1, 1, 1, 2]


def test_at_most_a_hundred_problems_are_listed():
    error = ct.InvalidDocuments(problem for bid in ct.read_bids([{} for _ in range(51)]) for problem in bid.problems)
    assert len(error.problems) == 51 * 4
    said = said_of(error)
    assert said.startswith("204 problems found.\n1. bid 1 /schema\n")
    assert said.endswith("\nand 104 more.")
