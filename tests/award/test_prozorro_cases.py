"""ProZorro's own cases: coefficients exactly, amounts to the two decimals that it publishes, and its order of award.

The files are read where they are at hand; they name the repository, the file and the commit that each case is from.
Energy service contracts, which maximise the present value of savings, are another method and left out.
"""

import json
from decimal import Decimal
from fractions import Fraction as F
from pathlib import Path

import pytest

import circular_tender as ct

FILES = Path(__file__).parents[3] / "shared" / "cases" / "prozorro"
pytestmark = pytest.mark.skipif(not FILES.exists(), reason="the ProZorro files of shared/cases are not at hand")


def cases(name):
    """The cases of a file, every number as it is written there."""
    if not FILES.exists():
        return []
    return json.loads((FILES / name).read_text(encoding="utf-8"), parse_float=str, parse_int=str)


def percent(value):
    return f"{(Decimal(value) * 100).normalize():f} %"


def tender(features, *costs):
    """A tender with a criterion for each feature: what it adds at most is its weight, the answer its value."""
    criteria = [{"id": "price", "title": "Price", "cost": {"kind": "price"}}, *costs]
    for number, feature in enumerate(features):
        most = max((level["value"] for level in feature["enum"]), key=Decimal)
        criteria.append(
            {
                "id": f"feature-{number}",
                "title": feature["code"],
                "weight": percent(most),
                "indicator": {"kind": "answer", "asks": "number", "otherwise": "0"},
                "scale": {"kind": "linear", "zero_at": "0", "full_at": most},
            }
        )
    return ct.read_tender(
        {
            "schema": "circular-tender/tender/1",
            "reference": "T-1",
            "title": "A case of ProZorro",
            "buyer": "A buyer",
            "currency": "UAH",
            "prices": {"vat": "included", "lines": [{"id": "all", "unit": "piece", "quantity": "1"}]},
            "award": {
                "method": "prozorro",
                "divided": "price",
                "on_rejection": "recompute",
                "rounding": {"places": 2, "mode": "half_up", "at": "total"},
                "ties": ["received"],
            },
            "criteria": criteria,
        }
    )


def assessed(features, bids, *costs):
    """The assessment of bids: id, amount, values of the features, moment of receipt, and other answers."""
    documents = [
        {
            "schema": "circular-tender/bid/1",
            "tender": "T-1",
            "id": f"b-{name}",
            "bidder": name,
            "received": received,
            "prices": {"all": amount},
            "answers": {key: {"value": value, "evidence": None} for key, value in answers.items()},
        }
        for name, amount, answers, received in bids
    ]
    return ct.assess(tender(features, *costs), [bid for one in documents for bid in ct.read_bids(one)])


def by_number(features, parameters):
    return {f"feature-{n}": parameters[feature["code"]] for n, feature in enumerate(features)}


@pytest.mark.parametrize("case", cases("meat_lcc_cases.json"), ids=lambda case: case["id"])
def test_the_coefficient_is_exact_and_the_amount_is_the_published_one(case):
    features = case.get("features", [])
    bids = [bid for bid in case["bids"] if "reverse" not in bid]
    other = {
        "id": "life",
        "title": "Costs over the life",
        "cost": {"kind": "answer", "asks": "amount", "greatest": "1000.00", "otherwise": "1000.00"},
        "phase": "use",
    }
    costs = [other] if any("lcc_total" in bid for bid in bids) else []
    given = [
        (
            bid["id"],
            bid.get("amount", "1"),
            by_number(features, bid.get("parameters", {})) | ({"life": bid["lcc_total"]} if "lcc_total" in bid else {}),
            f"2026-01-0{number}T09:00:00Z",
        )
        for number, bid in enumerate(bids, 1)
    ]
    result = assessed(features, given, *costs)
    told = 0
    for bid in bids:
        found = result[f"b-{bid['id']}"]
        if "expected_coefficient" in bid:
            assert dict(found.factors)["coefficient"].value == F(bid["expected_coefficient"])
        for key in ("published_weighted_amount", "computed_weighted_amount", "expected_weighted_amount"):
            if key in bid:
                told += 1
                assert found.total == F(bid[key])
        if "expected_weighted_amount_exact" in bid:
            told += 1
            assert found.total_cell.value == F(bid["expected_weighted_amount_exact"])
        assert found.rank == int(bid.get("rank", found.rank))
    assert told or case["id"] == "barbecue-docstring"  # which prints a coefficient alone


GROUPS = [
    (f"{case['tenderID']} {group['lot_id'] or ''}".strip(), group)
    for case in cases("prozorro_tender_cases.json")
    if case["procurementMethodType"] != "esco"
    for group in case["groups"]
]


@pytest.mark.parametrize(("name", "group"), GROUPS, ids=[name for name, _ in GROUPS])
def test_the_ranking_begins_with_the_published_order_of_award(name, group):
    features = group["features"]
    bids = [
        (
            bid["bid_id"],
            bid["value"]["amount"],
            by_number(features, {one["code"]: one["value"] for one in bid["parameters"]}),
            bid["date"],
        )
        for bid in group["bids"]
        if bid["bid_status"] == "active"
    ]
    result = assessed(features, bids)
    ranked = [bid.removeprefix("b-") for standing in result.ranking for bid in standing.bids]
    published = group["published_award_order_distinct_bids"]
    assert published
    assert ranked[: len(published)] == published
    assert ranked == group["recomputed_ranking_of_active_bids"]
    for bid in group["bids"]:
        if weighted := bid["published_weightedValue"]:
            assert result[f"b-{bid['bid_id']}"].total == F(weighted["amount"])


def test_every_file_was_read():
    """Of ten real tenders one is an energy service contract; the others have eleven lots or are whole."""
    assert len(GROUPS) == 11
