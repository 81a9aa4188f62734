"""The command from a terminal: what it writes is what the library gives, and its exit code says how it went."""

import json
import os
import shutil
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


@pytest.fixture
def folder(tmp_path):
    """A copy of the example, to write in."""
    return Path(shutil.copytree(FURNITURE, tmp_path / "furniture"))


def test_a_file_in_a_folder_that_is_read_is_never_written_over(run, folder):
    bid = folder / "bids" / "dubbeltje.yaml"
    before = bid.read_bytes()
    for option in ("-o", "--record"):
        code, printed, told = run("assess", folder / "tender.yaml", folder / "bids", *LOG, option, bid)
        assert (code, printed, told) == (2, "", f"{bid} is one of the documents that are read\n")
        assert bid.read_bytes() == before
    (folder / "linked.html").symlink_to(bid)
    assert run("assess", folder / "tender.yaml", folder / "bids", *LOG, "-o", folder / "linked.html")[0] == 2
    assert bid.read_bytes() == before


def test_two_things_are_not_written_into_one_file(run, tmp_path):
    both = tmp_path / "both"
    assert run("assess", *DOCUMENTS, *LOG, "-o", both, "--record", tmp_path / "." / "both") == (
        2,
        "",
        f"{both} is to be written twice\n",
    )
    assert not both.exists()


def test_a_file_gets_the_permissions_of_its_kind_and_keeps_those_that_it_has(run, tmp_path):
    written, usual = tmp_path / "schema.json", tmp_path / "usual"
    usual.write_bytes(b"")
    assert run("schema", "bid", "-o", written)[0] == 0
    assert written.stat().st_mode == usual.stat().st_mode
    written.chmod(0o640)
    assert run("schema", "bid", "-o", written)[0] == 0
    assert written.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_a_pipe_stays_a_pipe(run, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "schema.json")
    assert run("schema", "bid", "-o", tmp_path / "link")[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "schema.json").read_bytes()) == ct.json_schema("bid")
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
        assert run("schema", "bid", "-o", tmp_path / "pipe")[0] == 0
        assert json.loads(reader.stdout.read()) == ct.json_schema("bid")
    assert (tmp_path / "pipe").is_fifo()


def test_what_can_not_be_written_leaves_what_was_there(run, tmp_path, monkeypatch):
    file = tmp_path / "schema.json"
    file.write_text("as it was", encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("schema", "bid", "-o", file) == (2, "", f"[Errno 28] No space left on device: '{file}'\n")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("schema.json", "as it was")
    ]


def test_a_file_that_is_not_there_is_no_document_with_problems(run, tmp_path):
    for arguments in (
        (tmp_path / "none.yaml", DOCUMENTS[1]),
        (DOCUMENTS[0], tmp_path / "none"),
        (*DOCUMENTS, "--decisions", tmp_path / "none.yaml"),
    ):
        code, printed, told = run("assess", *arguments, "--language=nl")
        assert (code, printed) == (2, "")
        assert "Er is geen bestand of map met deze naam." in told


def test_a_missing_extra_is_told_in_the_language_asked_for(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    code, printed, told = run("form", "blank", DOCUMENTS[0], "--language=nl", "-o", tmp_path / "form.xlsx")
    assert (code, printed) == (2, "")
    assert "Hiervoor is de extra office nodig" in " ".join(told.split())
    assert [*tmp_path.iterdir()] == []


def test_a_scoring_sheet_is_filled_with_the_marks_that_there_are(run, tmp_path):
    marks = tmp_path / "marks.csv"
    assert run("form", "marks", *DOCUMENTS, LOG[0], "--format=csv", "-o", marks) == (0, "", "")
    code, printed, _ = run("form", "read", DOCUMENTS[0], marks, "--bids", DOCUMENTS[1])
    assert (code, ct.read_judgements(printed.encode())) == (0, ct.read_judgements(FURNITURE / "judgements.yaml"))


def test_what_is_no_utf_8_in_a_record_is_told_all_the_same(run, tmp_path):
    record = tmp_path / "record.json"
    run("assess", *DOCUMENTS, *LOG, "--record", record, "-o", tmp_path / "report.txt")
    record.write_bytes(record.read_bytes().replace(b'"digests":{', b'"digests":{"\\ud800":"x",', 1))
    code, printed, told = run("verify", record)
    assert (code, told) == (1, "")
    assert "\\ud800" in printed


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


def test_the_name_of_a_file_may_be_no_text():
    hostile = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "circular_tender", "assess", b"t\xff.yaml", *DOCUMENTS[1:]]
    done = subprocess.run(command, env=hostile, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b'found "t\\udcff.yaml" [file-not-found]' in done.stderr
