"""Tenders and bids of any size for the benchmarks: made by rule, not at random, so that two runs measure the same."""

from typing import Any

import circular_tender as ct

Plain = dict[str, Any]
KINDS = ("price", "discount", "discount", "mark", "mark")


def tender(criteria: int) -> Plain:
    """Return a tender whose criteria alternate: lowest over own, bilinear at the mean, linear; points to 2 decimals."""
    leaves = [_leaf(number) for number in range(criteria)]
    return {
        "schema": "circular-tender/tender/1",
        "reference": "BENCHMARK",
        "title": "A tender to measure",
        "buyer": "Nobody",
        "currency": "EUR",
        "prices": {"vat": "excluded", "lines": [{"id": "item", "unit": "piece", "quantity": "12"}]},
        "discounts": [{"id": f"d{number}", "title": "A discount"} for number in range(criteria)],
        "award": {
            "method": "weighted_points",
            "points": str(5 * criteria),
            "on_rejection": "keep",
            "rounding": {"places": "2", "mode": "half_up", "at": "criterion"},
            "ties": ["c0"],
        },
        "criteria": leaves,
    }


def _leaf(number: int) -> Plain:
    kind = KINDS[number % len(KINDS)]
    common = {"id": f"c{number}", "title": f"Criterion {number}", "weight": "5"}
    match kind:
        case "price":
            return common | {"indicator": {"kind": "price"}, "scale": {"kind": "lowest_over_own"}}
        case "discount":
            scale = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
            return common | {"indicator": {"kind": "discount", "of": f"d{number}"}, "scale": scale}
        case _:
            allowed = {"least": "0", "greatest": "10"}
            indicator = {"kind": "judgement", "aggregate": "mean", "allowed": allowed}
            return common | {"indicator": indicator, "scale": {"kind": "linear", "zero_at": "2", "full_at": "9.5"}}


def bids(count: int, criteria: int) -> list[Plain]:
    """Return so many bids; their values repeat only after more bids than are measured."""
    return [
        {
            "schema": "circular-tender/bid/1",
            "tender": "BENCHMARK",
            "id": f"b{number}",
            "bidder": f"Bidder {number}",
            "prices": {"item": f"{1000 + 7919 * (number + 1) % 9973}.{(13 * number) % 100:02d}"},
            "discounts": {
                f"d{c}": f"{1 + (37 * number + 11 * c) % 40}.{(7 * number + c) % 100:02d} %" for c in range(criteria)
            },
        }
        for number in range(count)
    ]


def judgements(count: int, criteria: int) -> Plain:
    """Return a mark for every bid and judged criterion."""
    judged = [number for number in range(criteria) if KINDS[number % len(KINDS)] == "mark"]
    marks = {
        f"b{b}": {
            f"c{c}": {"mark": f"{(17 * b + 5 * c) % 10}.{(3 * b + c) % 10}", "reason": "measured"} for c in judged
        }
        for b in range(count)
    }
    return {"schema": "circular-tender/judgements/1", "tender": "BENCHMARK", "panel": "nobody", "marks": marks}


def documents(count: int, criteria: int) -> tuple[ct.Tender, tuple[ct.Bid, ...], ct.Judgements]:
    """Return the documents of a benchmark as they are after reading."""
    return (
        ct.read_tender(tender(criteria)),
        ct.read_bids(bids(count, criteria)),
        ct.read_judgements(judgements(count, criteria)),
    )


def circular_tender(criteria: int) -> Plain:
    """Return a tender whose criteria are reuse at end of life and material passport, in turn."""
    document = tender(criteria)
    document["discounts"] = []
    document["criteria"] = [_circular(number) for number in range(criteria)]
    return document


def _circular(number: int) -> Plain:
    common = {"id": f"c{number}", "title": f"Criterion {number}", "weight": "5"}
    scale = {"kind": "linear", "zero_at": "10 %", "full_at": "90 %"}
    if number % 2:
        fields = ["material", "mass", "recycled_content", "hazardous_substances", "disassembly"]
        verification = {"declared": "50 %", "documented": "80 %", "third_party": "100 %"}
        return common | {
            "indicator": {"kind": "material_passport", "fields": fields, "verification": verification},
            "scale": scale,
        }
    destinations = {"reuse": "100 %", "refurbish": "80 %", "recycle": "30 %", "energy": "0 %", "landfill": "0 %"}
    indicator = {
        "kind": "reuse_at_end_of_life",
        "destinations": destinations,
        "evidence": "documented",
        "otherwise": "landfill",
    }
    return common | {"indicator": indicator, "scale": scale}


def circular_bids(count: int, parts: int) -> list[Plain]:
    """Return so many bids of one product with so many parts."""
    return [
        {
            "schema": "circular-tender/bid/1",
            "tender": "BENCHMARK",
            "id": f"b{number}",
            "bidder": f"Bidder {number}",
            "products": [
                {"id": "p", "line": "item", "mass": f"{parts} kg", "parts": [_part(number, p) for p in range(parts)]}
            ],
            "evidence": {
                "e0": {"kind": "documented", "title": "A study"},
                "e1": {"kind": "declared", "title": "A letter"},
            },
        }
        for number in range(count)
    ]


def _part(bid: int, number: int) -> Plain:
    reuse = (31 * bid + 7 * number) % 70
    fields = dict.fromkeys(("material", "mass", "disassembly"), "described")
    return {
        "id": f"part-{number}",
        "mass": f"0.{100 + (53 * number + bid) % 800} kg",
        "end_of_life": {
            "destinations": {"reuse": f"{reuse} %", "recycle": f"{90 - reuse} %"},
            "evidence": f"e{number % 2}",
        },
        "passport": {"fields": fields, "evidence": "e0"},
    }
