"""The golden cases of tenders with lots. The figures of `expected.yaml` are of a separate script in fractions."""

import copy
import json
import pickle
from pathlib import Path

import attrs
import pytest
import yaml
from folders import documents

import circular_tender as ct
from circular_tender.assessment import AboveCeiling, Decided
from circular_tender.derivation import Given, Written, walk
from circular_tender.narrate.page import BEGIN, END
from circular_tender.record import verify
from circular_tender.rules import resolve, segments

FOLDERS = sorted(file.parent for file in Path(__file__).parent.glob("lots/*/tender.yaml"))


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def case(request):
    """The documents of a folder, what is expected, and the assessments."""
    found = documents(request.param)
    found.name = request.param.name
    found.expected = yaml.safe_load((request.param / "expected.yaml").read_text(encoding="utf-8"))
    found.lots = ct.assess_lots(found.tender, found.bids, found.judgements, found.decisions)
    return found


def test_the_awards_are_as_expected(case):
    told = [
        {
            "lot": award.lot,
            "winners": [*award.winners],
            "passed_over": [{"bid": passed.bid, "won": [*passed.won]} for passed in award.passed_over],
            "result": award.result,
        }
        for award in case.lots.awards
    ]
    assert told == case.expected["awards"]
    assert [lot.winners for lot in case.lots] == [case.lots.award(lot.lot).winners for lot in case.lots]


def test_every_lot_has_the_values_that_are_expected(case):
    assert [lot.lot for lot in case.lots] == [*case.expected["lots"]]
    for lot in case.lots:
        expected = case.expected["lots"][lot.lot]
        assert [bid for standing in lot.ranking for bid in standing.bids] == expected["ranking"]
        grounds = [[bid, ground_of(ground)] for bid, ground in lot.rejected]
        assert grounds == expected["rejected"]
        for bid, values in expected["bids"].items():
            assert str(lot[bid].total) == values["total"]
            for criterion, cells in values["criteria"].items():
                score = lot[bid][criterion]
                made = score.measured.value, score.ratio.value, score.weighted.value, score.points
                assert [*map(str, made)] == [cells[key] for key in ("measured", "ratio", "weighted", "points")]
            leaves = {score.criterion for score in lot[bid].scores if hasattr(score, "ratio")}
            assert leaves == set(values["criteria"])


def ground_of(ground):
    """What `expected.yaml` says of a rejection: its ground, or the price above the ceiling."""
    if isinstance(ground, Decided):
        return ground.ground
    assert isinstance(ground, AboveCeiling)
    return str(ground.value.value)


def test_every_fact_stands_where_its_source_says(case):
    given = {"tender": case.tender.plain, "judgements": case.judgements.plain}
    given |= {f"bid {bid.id}": bid.plain for bid in case.bids}
    for lot in case.lots:
        leaves = {node for root in lot.nodes() for node in walk(root) if isinstance(node, Given)}
        places = [place for leaf in leaves for place in (leaf.source if isinstance(leaf.source, tuple) else ())]
        assert {place.document for place in places} >= {"tender", "bid acme"}
        for place in places:
            assert isinstance(place, Written)
            found = resolve(given[place.document], segments(place.pointer))
            assert place.text in (found, "" if found is None or not isinstance(found, str) else found)


def test_the_record_is_accepted_with_its_pins(case):
    pins = {"published": ct.digest(case.tender)} | {f"received/{bid.id}": ct.digest(bid) for bid in case.bids}
    assert verify.verify(ct.record(case.lots), pins) == []
    assert ct.digest(case.lots["north"].tender) == ct.digest(case.tender)


def changed(record, path, value):
    """The record with another value at a path, and the digests that belong to it."""
    whole = copy.deepcopy(record)
    here = whole
    *above, last = path.split("/")
    for part in above:
        here = here[int(part) if isinstance(here, list) else part]
    here[int(last) if isinstance(here, list) else last] = value
    for name in ("published", "judgements", "decisions", "assessment"):
        whole["digests"][name] = verify.digest(whole[name])
    whole["digests"]["received"] = {bid["id"]: verify.digest(bid) for bid in whole["received"]}
    return json.dumps(whole).encode()


AWARDS = "assessment/awards"
CHANGES = [
    (f"{AWARDS}/0/winners/0", "carl", {"V8 awards/0/winners/0"}),
    (f"{AWARDS}/1/winners/0", "acme", {"V8 awards/1/winners/0"}),
    (f"{AWARDS}/1/passed_over", [], {"V8 awards/1/passed_over/0"}),
    (f"{AWARDS}/1/passed_over/0/won/0", "north", {"V8 awards/1/passed_over/0/won/0"}),
    (f"{AWARDS}/1/result", "single_bid", {"V8 awards/1/result"}),
    ("assessment/lots/north/total/acme", "1", {"V7 lots/north/total/acme"}),
    (
        "assessment/lots/south/stages/0/bids",
        ["acme"],
        {"V5 lots/south/stages/0/bids/1", "V5 lots/south/stages/0/bids/2"},
    ),
    ("assessment/lots/north/ranking", [], {"V8 lots/north/ranking/0", "V8 lots/north/ranking/1"}),
    ("published/tender/lot_limits/awards", "2", {"V8 awards/1/winners/0", "V8 awards/1/passed_over/0"}),
]


@pytest.mark.parametrize(("path", "value", "expected"), CHANGES)
def test_a_record_that_says_something_else_is_refused(case, path, value, expected):
    found = verify.verify(changed(json.loads(ct.record(case.lots)), path, value))
    assert {f"{failure.check} {failure.place}" for failure in found} == expected


def test_exactly_the_bids_that_name_a_lot_are_in_it(case):
    record = json.loads(ct.record(case.lots))
    position = next(n for n, bid in enumerate(record["received"]) if bid["id"] == "carl")
    for lots in (["north"], ["north", "south"], []):
        found = verify.verify(changed(record, f"received/{position}/lots", lots))
        assert found != []
    without = {key: value for key, value in record["received"][position].items() if key != "lots"}
    assert verify.verify(changed(record, f"received/{position}", without)) != []


def test_the_lots_of_a_record_are_those_of_its_tender(case):
    record = json.loads(ct.record(case.lots))
    for path in ("published/rules", "assessment/lots"):
        one = {key: value for key, value in record[path.split("/")[0]][path.split("/")[1]].items() if key != "south"}
        [failure] = verify.verify(changed(record, path, one))
        assert failure.check == "V2"
    [failure] = verify.verify(changed(record, "published/rules/north/recompute", "no"))
    assert failure.check == "V2"
    [failure] = verify.verify(changed(record, "decisions/decisions/0/bid", "nobody"))
    assert (failure.check, failure.recomputed) == ("V4", "ValueError: no bid nobody")


def test_a_lot_that_can_not_be_computed_is_named(case):
    record = json.loads(ct.record(case.lots))
    position = next(n for n, bid in enumerate(record["received"]) if bid["id"] == "carl")
    found = verify.verify(changed(record, f"received/{position}/prices/chair", "free"))
    assert [(failure.check, failure.place) for failure in found] == [
        ("V5", "lots/south/stages/assessment/price/measured/carl")
    ]


@pytest.mark.parametrize("file", ["record.json", "report.txt", "verslag.txt", "assessment.json"])
def test_the_output_is_the_golden_file(case, file, golden):
    made = {
        "record.json": ct.record,
        "report.txt": lambda lots: ct.to_text(lots, language="en").encode(),
        "verslag.txt": lambda lots: ct.to_text(lots, language="nl").encode(),
        "assessment.json": lambda lots: ct.to_json(lots).encode(),
    }[file](case.lots)
    assert made.decode() == golden(case.name, file, made).decode()


def test_a_report_of_lots_says_the_same_in_every_form(case):
    report = ct.report(case.lots)
    assert ct.to_text(report) == ct.to_text(case.lots) == str(case.lots) == str(report)
    assert ct.to_json(report) == ct.to_json(case.lots)
    for form in (ct.to_html, ct.to_markdown):
        for language in ("en", "nl"):
            assert "Bravo B.V. (bravo)" in form(report, language=language).replace(BEGIN, "").replace(END, "")
    assert "<table" in case.lots._repr_html_()


def test_assessments_can_be_pickled_and_do_not_change_what_was_given(case):
    before = copy.deepcopy([case.tender.plain, *(bid.plain for bid in case.bids)])
    again = pickle.loads(pickle.dumps(case.lots))  # noqa: S301 -- its own
    assert ct.record(again) == ct.record(case.lots)
    assert [case.tender.plain, *(bid.plain for bid in case.bids)] == before
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        case.lots.awards = ()


def test_a_workbook_is_of_one_lot(case):
    for lot in case.lots:
        assert ct.workbook(lot, language="nl").startswith(b"PK")
