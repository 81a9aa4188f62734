"""The command from a terminal: what it writes is what the library gives, and its exit code says how it went."""

import json
import os
import subprocess
import sys
from pathlib import Path

import asking
import openpyxl
import pytest

import circular_tender as ct
from circular_tender.__main__ import main

ROOT = Path(__file__).parents[2]
FURNITURE = ROOT / "examples" / "office-furniture"
DOCUMENTS = [str(FURNITURE / name) for name in ("tender.yaml", "bids")]
LOG = [f"--{name}={FURNITURE / name}.yaml" for name in ("judgements", "decisions")]


@pytest.fixture(scope="module")
def assessment():
    tender, bids = ct.read_tender(DOCUMENTS[0]), ct.read_bids(DOCUMENTS[1])
    return ct.assess(
        tender,
        bids,
        *(
            read(FURNITURE / f)
            for read, f in ((ct.read_judgements, "judgements.yaml"), (ct.read_decisions, "decisions.yaml"))
        ),
    )


@pytest.fixture
def run(capfdbinary):
    """Runs a command: its exit code, what it printed, and what it complained of."""

    def command(*arguments):
        code = main([str(argument) for argument in arguments])
        printed = capfdbinary.readouterr()
        return code, printed.out.decode(), printed.err.decode()

    return command


@pytest.mark.parametrize(
    ("form", "write"),
    [
        ("text", ct.to_text),
        ("markdown", ct.to_markdown),
        ("html", ct.to_html),
        ("json", lambda value, **_: ct.to_json(value)),
    ],
)
def test_assess_and_explain_write_what_the_library_gives(run, assessment, form, write):
    report, letter = ct.report(assessment), ct.explain(assessment, "gouden-bergen", reader="bidder")
    assert run("assess", *DOCUMENTS, *LOG, "--format", form) == (0, write(report, language=None), "")
    command = ("explain", *DOCUMENTS, "gouden-bergen", *LOG, "--reader=bidder", "--language=nl", "--format", form)
    assert run(*command) == (0, write(letter, language="nl"), "")


def test_explain_sets_two_bids_side_by_side(run, assessment):
    both = ct.compare(assessment, "dubbeltje", "gouden-bergen")
    told = run("explain", *DOCUMENTS, "dubbeltje", "--beside", "gouden-bergen", *LOG)
    assert told == (0, ct.to_text(both), "")


def test_an_assessment_is_written_as_a_workbook_for_the_authority_only(run, assessment, tmp_path):
    book = tmp_path / "award.xlsx"
    assert run("assess", *DOCUMENTS, *LOG, "--format=xlsx", "--language=en", "-o", book) == (0, "", "")
    assert book.read_bytes() == ct.workbook(assessment, language="en")
    refused = run("assess", *DOCUMENTS, *LOG, "--format=xlsx", "--reader=public")
    assert refused == (2, "", "a workbook is for the authority only: --format xlsx goes with no other --reader\n")


def test_a_record_is_written_and_verified(run, assessment, tmp_path):
    record, report = tmp_path / "record.json", tmp_path / "report.html"
    command = ("assess", *DOCUMENTS, *LOG, "--record", record, "--format=html", "-o", report)
    assert run(*command) == (0, "", "")
    assert record.read_bytes() == ct.record(assessment)
    assert report.read_text(encoding="utf-8") == ct.to_html(ct.report(assessment))
    pin = f"published={ct.digest(assessment.tender)}"
    code, printed, _ = run("verify", record, "--pin", pin)
    assert (code, "accepted." in printed) == (0, True)
    record.write_bytes(record.read_bytes().replace(b'"255.00"', b'"250.00"', 1))
    code, printed, _ = run("verify", record)
    assert (code, "refused." in printed) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.json", "report.html"]  # nothing is left beside


def test_a_form_goes_out_and_comes_back(run, tmp_path):
    bid, form, back = FURNITURE / "bids" / "dubbeltje.yaml", tmp_path / "form.xlsx", tmp_path / "bid.yaml"
    assert run("form", "blank", DOCUMENTS[0], "--bid", bid, "-o", form) == (0, "", "")
    assert run("form", "read", DOCUMENTS[0], form, "-o", back) == (0, "", "")
    assert ct.read_bids([back]) == ct.read_bids([bid])
    marks = tmp_path / "marks.csv"
    assert run("form", "marks", *DOCUMENTS, "--member", "architect", "--format=csv", "-o", marks)[0] == 0
    assert "/marks/dubbeltje/plan/members/architect/reason," in marks.read_text(encoding="utf-8")
    marks.write_text(
        marks.read_text(encoding="utf-8").replace("/panel,", "/panel,three officers"), encoding="utf-8", newline=""
    )
    code, printed, _ = run("form", "read", DOCUMENTS[0], marks, "--bids", DOCUMENTS[1])
    assert (code, ct.read_judgements(printed.encode()).panel) == (0, "three officers")


def test_a_form_with_a_doubt_is_read_and_says_so(run, tmp_path):
    tender, bid, _ = asking.documents()
    (tmp_path / "tender.json").write_text(json.dumps(asking.TENDER), encoding="utf-8")
    (tmp_path / "form.xlsx").write_bytes(ct.bid_form(tender, bid=bid, language="en"))
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    book["Prices"]["E6"] = "40"  # the quantity, which is the buyer's
    book.save(tmp_path / "form.xlsx")
    code, printed, told = run("form", "read", tmp_path / "tender.json", tmp_path / "form.xlsx")
    assert (code, ct.read_bids(printed.encode())[0]) == (3, bid)
    assert told == (
        "1 doubt.\n========\n\n1. form.xlsx Prices!E6\n"
        '    found "40" [cell-changed]\n    The buyer wrote "400" here. What stands here now does not count.\n'
    )


def test_schemas_are_those_of_the_library(run):
    code, printed, _ = run("schema", "judgements")
    assert (code, json.loads(printed)) == (0, ct.json_schema("judgements"))


def test_problems_are_told_on_the_other_stream_in_the_language_asked_for(run, tmp_path):
    (tmp_path / "tender.yaml").write_text("schema: circular-tender/tender/1\n", encoding="utf-8")
    code, printed, told = run("assess", tmp_path / "tender.yaml", DOCUMENTS[1], "--language=nl")
    assert (code, printed) == (1, "")
    assert told.startswith("6 fouten gevonden.")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("assess",),
        ("assess", *DOCUMENTS, "--format=docx"),
        ("explain", *DOCUMENTS, "dubbeltje", "--reader=everybody"),
        ("schema", "lot"),
        ("verify", "no-such-record.json"),
    ],
)
def test_misuse_is_told_with_the_code_of_misuse(arguments, capfd):
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 2
    assert "usage:" in capfd.readouterr().err


def test_what_is_read_is_never_written_over(run, tmp_path):
    bid = tmp_path / "bid.yaml"
    bid.write_bytes((FURNITURE / "bids" / "dubbeltje.yaml").read_bytes())
    code, _, told = run("form", "blank", DOCUMENTS[0], "--bid", bid, "-o", bid)
    assert (code, bid.read_bytes()) == (2, (FURNITURE / "bids" / "dubbeltje.yaml").read_bytes())
    assert told == f"{bid} is one of the documents that are read\n"
    assert run("schema", "bid", "-o", tmp_path / "nowhere" / "schema.json")[0] == 2


def test_it_runs_as_a_module_whatever_the_locale():
    hostile = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "circular_tender", "assess", *DOCUMENTS, *LOG]
    done = subprocess.run(command, env=hostile, capture_output=True, check=True)
    assert "Coöperatie Tweede Leven" in done.stdout.decode("utf-8")
    command = [sys.executable, "-m", "circular_tender", "schema", "tender"]
    with subprocess.Popen(command, env=hostile, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as unread:
        unread.stdout.close()
        told = unread.stderr.read()
    assert (unread.returncode, told) == (0, b"")
