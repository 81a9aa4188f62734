"""The checker on records of tenders that measure products in every way there is, as they are and with a fact changed."""

import hashlib
import json

import pytest
from in_depth import BID, KINDS, LOTS, SCREWED, TENDER, put

import circular_tender as ct

P, A = "/products/0", "/products/0/parts/0"
OTHER = BID | {"id": "bravo", "bidder": "Bravo", "take_back": None} | {"spare_parts": dict.fromkeys(BID["spare_parts"])}
BASKET = {"reference_basket": {"desk": "2"}}


def resealed(record):
    """The record with the digests of its members as they now are."""

    def digest(value):
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    record["digests"]["received"] = {bid["id"]: digest(bid) for bid in record["received"]}
    record["digests"]["assessment"] = digest(record["assessment"])
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def record_of(tender=TENDER, *bids):
    assessment = ct.assess(ct.read_tender(tender), [bid for given in bids or (BID,) for bid in ct.read_bids(given)])
    return json.loads(ct.record(assessment))


def failed(verify, record):
    """The checks that fail, by place."""
    return {failure.place: failure.check for failure in verify(resealed(record), {})}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"reference_date": "2026-01-01"},
        BASKET,
        BASKET | {"reference_date": "2026-01-01"},
        {"criteria": [put(TENDER["criteria"][0], "/indicator/over", "parts"), *TENDER["criteria"][1:]]},
    ],
)
def test_a_record_of_all_measures_is_accepted(verify, changes):
    assert verify(resealed(record_of(TENDER | changes, BID, OTHER)), {}) == []


@pytest.mark.parametrize("after", ["0.01 years", "10.5 years", "49.99 years", "99.99 years", "100 years"])
def test_a_return_value_after_any_term_that_a_bid_may_promise_is_recomputed(verify, after):
    assert verify(resealed(record_of(TENDER, put(BID, "/take_back/return_values/chair/after", after))), {}) == []


def test_in_a_lot_only_its_own_products_are_measured(verify):
    """A change of the chair shows in the lot of chairs, and in no other."""
    bids = ct.read_bids(BID | {"lots": ["seats", "tables"]})
    record = json.loads(ct.record(ct.assess_lots(ct.read_tender(LOTS), bids)))
    assert failed(verify, record) == {}
    record["received"] = [put(bid, f"{P}/repairability/marks/tools", "1") for bid in record["received"]]
    found = failed(verify, record)
    assert found["lots/seats/stages/0/values/french-repairability/measured/0"] == "V5"
    assert {place.split("/")[1] for place in found} == {"seats"}


CHANGES = [  # one fact of the bid, and what is measured by it
    (f"{P}/use/lifetime", "13 years", {"material_circularity", "untp_circularity"}),
    (f"{P}/use/intensity", "6", {"material_circularity"}),
    (f"{A}/material_group", "wood", {"material_circularity"}),
    (f"{A}/feedstock/shares/recycled", "40 %", {"material_circularity", "untp_circularity"}),
    ("/products/1/parts/0/feedstock/shares/certified", "61 %", {"material_circularity", "biobased_content"}),
    (
        f"{A}/end_of_life/destinations/reuse",
        "11 %",
        {"material_circularity", "untp_circularity", "reuse_at_end_of_life"},
    ),
    (
        "/products/1/parts/0/connections/load_bearing/1/type",
        "hard_chemical",
        {"disassembly"},
    ),  # nothing there is reused
    ("/products/1/parts/0/connections/load_bearing/0", SCREWED | {"edge": "open"}, set()),  # not the hardest
    (f"{P}/repairability/marks/tools", "6", {"french_repairability"}),
    (f"{P}/repairability/printed", "6", set()),  # the tender has it recomputed
    ("/spare_parts/castor/available", "7 years", {"spare_parts"}),
    ("/spare_parts/castor/delivery", "6", {"spare_parts"}),
    ("/spare_parts/castor/evidence", "study", {"spare_parts"}),
    ("/take_back/return_values/chair/amount", "12.51", {"residual_value"}),
    ("/take_back/return_values/chair/after", "7 years", {"residual_value"}),
    ("/take_back/form", "rental", {"take_back"}),
    ("/take_back/reporting", "none", {"take_back"}),
    (f"{P}/impacts/amounts/acidification", "0.21", {"environmental_cost"}),
    (f"{P}/impacts/data", "specific", {"environmental_cost"}),
    (f"{P}/impacts/amounts/water_use", "5", set()),  # the tender does not ask for it
    (f"{A}/hazardous/substances/lead", "1 %", {"hazardous_substances"}),
    (f"{A}/passport/fields/origin", None, {"material_passport"}),
    (f"{A}/passport/granularity", "item", {"material_passport"}),
    (f"{A}/passport/upkeep", "11 years", {"material_passport"}),
]


@pytest.mark.parametrize(("at", "value", "measures"), CHANGES)
def test_a_changed_fact_shows_in_what_is_measured_by_it(verify, at, value, measures):
    record = record_of()
    record["received"] = [put(bid, at, value) for bid in record["received"]]
    found = failed(verify, record)
    criteria = {kind: kind.replace("_", "-") for kind in KINDS}
    shown = {kind for kind, name in criteria.items() if f"stages/0/values/{name}/measured/0" in found}
    assert shown == measures
    assert bool(found) == bool(measures)


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_value_fails_at_its_place(verify, kind):
    record, name = record_of(), kind.replace("_", "-")
    record["assessment"]["stages"][0]["values"][name]["measured"] = ["3/7"]
    assert failed(verify, record)[f"stages/0/values/{name}/measured/0"] == "V5"
