"""Lots from a terminal, in forms, and in workbooks."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from lotted import BIDS, MARKS, TENDER, judgements

import circular_tender as ct
from circular_tender.__main__ import main
from circular_tender.record import verify

CASE = Path(__file__).parents[1] / "cases" / "lots" / "two-lots"
DOCUMENTS = [str(CASE / name) for name in ("tender.yaml", "bids")]
LOG = [f"--{name}={CASE / name}.yaml" for name in ("judgements", "decisions")]


@pytest.fixture(scope="module")
def lots():
    panel, log = ct.read_judgements(CASE / "judgements.yaml"), ct.read_decisions(CASE / "decisions.yaml")
    return ct.assess_lots(ct.read_tender(DOCUMENTS[0]), ct.read_bids(DOCUMENTS[1]), panel, log)


@pytest.fixture
def run(capfdbinary):
    """Runs a command: its exit code, what it printed, and what it complained of."""

    def command(*arguments):
        code = main([str(argument) for argument in arguments])
        printed = capfdbinary.readouterr()
        return code, printed.out.decode(), printed.err.decode()

    return command


def test_without_a_lot_all_of_them_are_told(run, lots):
    assert run("assess", *DOCUMENTS, *LOG) == (0, ct.to_text(lots), "")
    assert run("assess", *DOCUMENTS, *LOG, "--format=json") == (0, ct.to_json(lots), "")


def test_one_lot_is_told_and_its_record_is_of_all(run, lots, tmp_path):
    record = tmp_path / "record.json"
    said = run("assess", *DOCUMENTS, *LOG, "--lot=north", "--language=nl", "--record", record)
    assert said == (0, ct.to_text(lots["north"], language="nl"), "")
    assert record.read_bytes() == ct.record(lots)
    assert verify.verify(record.read_bytes()) == []
    letter = ct.explain(lots["south"], "carl", reader="bidder")
    assert run("explain", *DOCUMENTS, "carl", *LOG, "--lot=south", "--reader=bidder") == (0, ct.to_text(letter), "")
    beside = ct.compare(lots["south"], "carl", "acme")
    assert run("explain", *DOCUMENTS, "carl", *LOG, "--lot=south", "--beside=acme") == (0, ct.to_text(beside), "")


def test_what_is_of_one_lot_needs_one(run, tmp_path):
    said = "this is of one lot: say of which with --lot (north, south)\n"
    assert run("explain", *DOCUMENTS, "carl", *LOG) == (2, "", said)
    assert run("assess", *DOCUMENTS, *LOG, "--format=xlsx", "-o", tmp_path / "a.xlsx") == (2, "", said)
    assert run("assess", *DOCUMENTS, *LOG, "--format=xlsx", "--lot=north", "-o", tmp_path / "a.xlsx") == (0, "", "")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[1] == "Result"


def test_a_lot_that_is_not_there(run):
    code, printed, said = run("assess", *DOCUMENTS, *LOG, "--lot=west")
    assert (code, printed) == (1, "")
    assert "The tender has no lot of this id." in said
    furniture = Path(__file__).parents[2] / "examples" / "venice-museums"
    code, printed, said = run("assess", furniture / "tender.yaml", furniture / "bids", "--lot=west")
    assert (code, printed) == (1, "")
    assert "Call assess in place of assess_lots." in " ".join(said.split())


def test_a_workbook_names_its_lot(lots):
    for lot, name in (
        ("north", "Desks for the school in the north (north)"),
        ("south", "Chairs for the school in the south (south)"),
    ):
        book = openpyxl.load_workbook(BytesIO(ct.workbook(lots[lot], language="en")))
        assert book.worksheets[0]["A1"].value == f"Recalculation of Furniture for two schools: Lot {name}"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("name", [*BIDS])
def test_a_bid_on_some_lots_comes_back_from_its_form_and_can_be_assessed(tmp_path, form, name):
    tender, bid = ct.read_tender(TENDER), ct.read_bids(BIDS[name])[0]
    path = tmp_path / f"form.{form}"
    path.write_bytes(ct.bid_form(tender, bid=bid, language="en", form=form))
    filled = ct.read_form(path, tender)
    assert len(filled.doubts) == 0
    assert (filled.document.lots, filled.document.prices) == (bid.lots, bid.prices)
    bids = [filled.document if other == name else ct.read_bids(BIDS[other])[0] for other in BIDS]
    with pytest.raises(ct.InvalidDocuments) as error:  # but for the decisions that nobody took yet
        ct.assess_lots(tender, bids, ct.read_judgements(judgements(MARKS)))
    assert {problem.code for problem in error.value.problems} == {"decision-missing"}


def test_a_panel_is_asked_for_the_marks_that_count(tmp_path):
    bids = [ct.read_bids(BIDS["acme"] | {"lots": ["north"], "prices": {"desk": "3"}})[0], ct.read_bids(BIDS["carl"])[0]]
    sheet = ct.scoring_sheet(ct.read_tender(TENDER), bids, form="csv").decode()
    assert "/marks/carl/plan/mark" in sheet
    assert "/marks/acme" not in sheet


def test_the_form_says_the_ceiling_of_each_lot():
    form = ct.bid_form(ct.read_tender(TENDER), language="en")
    book = openpyxl.load_workbook(BytesIO(form))
    said = [cell.value for row in book["Prices"].iter_rows() for cell in row if cell.value]
    assert "Lot South: A bid of more than EUR\N{NO-BREAK SPACE}1,000.00 is rejected." in said


def test_json_of_all_lots_has_each_lot(lots):
    told = json.loads(ct.to_json(lots))
    assert [lot["lot"] for lot in told["lots"]] == ["north", "south"]
    assert [award["winners"] for award in told["awards"]] == [["acme"], ["bravo"]]
