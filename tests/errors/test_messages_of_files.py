"""What is said of workbooks that are refused or doubtful as files, word for word in English and Dutch."""

import zipfile
from io import BytesIO
from random import Random

import asking
import attacks
import pytest
import zipped

import circular_tender as ct

DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    """A form as it goes out."""
    tender, bid, _ = asking.short_documents()
    path = tmp_path_factory.mktemp("forms") / "form.xlsx"
    path.write_bytes(ct.bid_form(tender, bid=bid, language="en"))
    return path


def with_flag(path, *, offset, value):
    """A workbook of which a field of every entry, in the directory and beside it, has another value."""
    content = bytearray(path.read_bytes())
    for begins, shift in ((b"PK\x01\x02", 2), (b"PK\x03\x04", 0)):
        at = content.find(begins)
        while at >= 0:
            content[at + offset + shift] = value
            at = content.find(begins, at + 4)
    return bytes(content)


def twice(path):
    """A workbook with two sheets of the same name inside."""
    content = BytesIO(path.read_bytes())
    with zipfile.ZipFile(content, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr("xl/worksheets/sheet1.xml", "<x/>")
    return content.getvalue()


def packed(**parts):
    """A zip file that is no workbook."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


NOT_XLSX = (
    "This is no workbook in the format xlsx, or it is damaged. Save it as .xlsx and send it again.",
    "Dit is geen werkmap in het formaat xlsx, of zij is beschadigd. Sla haar op als .xlsx en stuur haar opnieuw.",
)
MACROS = (
    "A workbook with macros is not read. Save it as .xlsx.",
    "Een werkmap met macro's wordt niet gelezen. Sla haar op als .xlsx.",
)
TWICE = '<x><c r="B4"/><c r="B4"/></x>'
REFUSED = [
    (
        lambda path: zipped.repacked(path, more={"xl/worksheets/sheet99.xml": TWICE}),
        '"xl/worksheets/sheet99.xml"',
        "file-cell-twice",
        "The cell B4 stands twice in this sheet, so it is not clear what it says.",
        "De cel B4 staat twee keer in dit blad, zodat niet duidelijk is wat er staat.",
    ),
    (
        lambda _: attacks.ATTACKS["a strict workbook"](),
        '"http://purl.oclc.org/ooxml/"',
        "file-strict",
        "This is the variant 'Strict Open XML' of a workbook. Save it as 'Excel workbook (.xlsx)'.",
        "Dit is de variant 'Strict Open XML' van een werkmap. Sla haar op als 'Excel-werkmap (.xlsx)'.",
    ),
    (
        lambda _: attacks.ATTACKS["a long attribute"](),
        '"xl/worksheets/sheet1.xml"',
        "file-tag",
        "This file inside the workbook has a tag or a comment of more than 1048576 bytes; no form has.",
        "Dit bestand in de werkmap heeft een tag of een opmerking van meer dan 1048576 bytes; dat heeft geen formulier.",
    ),
    (
        lambda _: attacks.ATTACKS["a formula shared by many"](),
        '"xl/worksheets/sheet1.xml"',
        "file-formulas",
        "The formulas that cells of this sheet share have, written out, more than 4194304 characters; those of no form have.",
        "De formules die cellen van dit blad delen, hebben uitgeschreven meer dan 4194304 tekens; dat heeft geen formulier.",
    ),
    (lambda _: b"PK\x03\x04 and then nothing", "21 bytes", "file-not-xlsx", *NOT_XLSX),
    (lambda _: packed(a="b"), "1 files", "file-not-xlsx", *NOT_XLSX),
    (lambda path: path.read_bytes()[:-2000], "found-bytes", "file-not-xlsx", *NOT_XLSX),
    (
        lambda _: bytes.fromhex("d0cf11e0a1b11ae1"),
        "an .xls workbook, or one with a password",
        "file-old",
        "Save the workbook as .xlsx, without a password.",
        "Sla de werkmap op als .xlsx, zonder wachtwoord.",
    ),
    (
        lambda _: packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "1 files",
        "file-ods",
        "Save the workbook as .xlsx.",
        "Sla de werkmap op als .xlsx.",
    ),
    (
        lambda path: zipped.repacked(path, more={f"x/{n}": "" for n in range(1001)}),
        "found-files",
        "file-entries",
        "A workbook holds at most 1000 files.",
        "Een werkmap bevat ten hoogste 1000 bestanden.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.bin": b"\0" * 4_000_000}),
        '"xl/a.bin"',
        "file-bomb",
        "This file inside the workbook grows more than 200 times when it is unpacked; no form does.",
        "Dit bestand in de werkmap wordt bij het uitpakken meer dan 200 keer zo groot; dat doet geen formulier.",
    ),
    (
        lambda path: zipped.repacked(
            path,
            more={f"xl/{n}.bin": Random(1).randbytes(2_000) + b"\0" * 98_000 for n in range(700)},  # noqa: S311 -- no secret
        ),
        "found-bytes",
        "file-unpacked",
        "A workbook has at most 67108864 bytes when it is unpacked.",
        "Een werkmap heeft uitgepakt ten hoogste 67108864 bytes.",
    ),
    (
        twice,
        '"xl/worksheets/sheet1.xml"',
        "file-twice",
        "This file stands twice in the workbook, so it is not clear what it says.",
        "Dit bestand staat twee keer in de werkmap, zodat niet duidelijk is wat er staat.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/../../x": ""}),
        '"xl/../../x"',
        "file-path",
        "The name of this file inside the workbook leads out of it.",
        "De naam van dit bestand in de werkmap leidt eruit.",
    ),
    (
        lambda path: with_flag(path, offset=6, value=1),
        '"[Content_Types].xml"',
        "file-packed",
        "This file inside the workbook is encrypted, or packed in a way that is not read.",
        "Dit bestand in de werkmap is versleuteld, of ingepakt op een manier die niet wordt gelezen.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/vbaProject.bin": "x"}),
        '"xl/vbaProject.bin"',
        "file-macros",
        *MACROS,
    ),
    (
        lambda path: zipped.repacked(
            path, {"spreadsheetml.sheet.main+xml": "vnd.ms-excel.sheet.macroEnabled.main+xml"}
        ),
        '"[Content_Types].xml"',
        "file-macros",
        *MACROS,
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.xml": DOCTYPE}),
        '"xl/a.xml"',
        "file-entities",
        "This file inside the workbook has a document type, from which entities could come; no form has.",
        "Dit bestand in de werkmap heeft een documenttype, waaruit entiteiten kunnen komen; dat heeft geen formulier.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.xml": DOCTYPE.encode("utf-16")}),
        '"xl/a.xml"',
        "file-entities",
        "This file inside the workbook has a document type, from which entities could come; no form has.",
        "Dit bestand in de werkmap heeft een documenttype, waaruit entiteiten kunnen komen; dat heeft geen formulier.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.xml": "<a>" * 65}),
        '"xl/a.xml"',
        "file-deep",
        "This file inside the workbook is nested deeper than 64 levels; no form is.",
        "Dit bestand in de werkmap is dieper genest dan 64 niveaus; dat is geen formulier.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.xml": f"<a>{'<bcd/><efg/>' * 500_000}</a>", "xl/b.bin": ""}),
        '"xl/a.xml"',
        "file-bomb",
        "This file inside the workbook grows more than 200 times when it is unpacked; no form does.",
        "Dit bestand in de werkmap wordt bij het uitpakken meer dan 200 keer zo groot; dat doet geen formulier.",
    ),
    (
        lambda path: zipped.repacked(
            path, more={"xl/a.xml": "<a>" + "".join(f"<b{n * 7919 % 100_003}/>" for n in range(500_001)) + "</a>"}
        ),
        '"xl/a.xml"',
        "file-elements",
        "The files inside the workbook have more than 500000 elements together; those of no form have.",
        "De bestanden in de werkmap hebben samen meer dan 500000 elementen; dat heeft geen formulier.",
    ),
    (
        lambda path: zipped.repacked(path, more={"xl/a.xml": "<a></b>"}),
        '"xl/a.xml"',
        "file-xml",
        "This file inside the workbook is not well-formed XML.",
        "Dit bestand in de werkmap is geen welgevormde XML.",
    ),
]
FOUND = {"found-bytes": ("bytes", "bytes"), "found-files": ("files", "bestanden"), "1 files": ("files", "bestanden")}


def pages(error):
    """What is told in English and in Dutch, each as one line."""
    return [" ".join(ct.to_text(error, language=language).split()) for language in ("en", "nl")]


@pytest.mark.parametrize(
    ("attack", "found", "code", "english", "dutch"), REFUSED, ids=[f"{n}-{row[2]}" for n, row in enumerate(REFUSED)]
)
def test_what_is_told_of_a_file_that_is_refused(attack, found, code, english, dutch, form):
    tender, _, _ = asking.short_documents()
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(attack(form), tender)
    (problem,) = raised.value.problems
    assert (problem.code, problem.sentence) == (code, english)
    told = pages(raised.value)
    assert english in told[0]
    assert dutch in told[1]
    if found in FOUND:
        assert [word in page for word, page in zip(FOUND[found], told, strict=True)] == [True, True]
    else:
        assert str(problem.found) == found
        assert code != "file-old" or "een .xls-werkmap, of een met een wachtwoord" in told[1]


DOUBTFUL = [
    (
        "xl/drawings/drawing1.xml",
        "file-drawings",
        "The workbook holds pictures, shapes or charts. They are not read.",
        "De werkmap bevat afbeeldingen, vormen of grafieken. Die worden niet gelezen.",
    ),
    (
        "xl/externalLinks/externalLink1.xml",
        "file-links",
        "The workbook is linked with others. What is stored of them is read, and not what stands there now.",
        "De werkmap is met andere verbonden. Gelezen wordt wat daarvan is opgeslagen, en niet wat daar nu staat.",
    ),
    (
        "xl/connections.xml",
        "file-connections",
        "The workbook is connected with a source of data. What comes from there is not read.",
        "De werkmap is verbonden met een gegevensbron. Wat daaruit komt, wordt niet gelezen.",
    ),
    (
        "xl/embeddings/oleObject1.xml",
        "file-embedded",
        "The workbook holds embedded objects. They are not read.",
        "De werkmap bevat ingesloten objecten. Die worden niet gelezen.",
    ),
]


@pytest.mark.parametrize(("part", "code", "english", "dutch"), DOUBTFUL, ids=[row[1] for row in DOUBTFUL])
def test_what_is_told_of_a_file_that_is_read(part, code, english, dutch, form):
    tender, bid, _ = asking.short_documents()
    filled = ct.read_form(zipped.repacked(form, more={part: "<x/>"}), tender)
    assert filled.document == bid
    assert [(doubt.code, str(doubt.found), doubt.sentence) for doubt in filled.doubts] == [(code, f'"{part}"', english)]
    assert dutch in pages(filled.doubts)[1]
