"""What the guard refuses of spreadsheet files, by itself: cases 81, 89 and 95 to 97 of a catalogue of 104 threats.

What each is refused with stands here as its code; the words stand in `tests/errors/test_messages_of_files.py`. The
library that reads workbooks, openpyxl, takes every file in without any limit: whatever is refused here never reaches it.
"""

import tracemalloc
import zipfile
from io import BytesIO

import attacks
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circular_tender as ct
from circular_tender.exchange.guard import guarded

CODES = {
    "too large": "too-large",
    "locked with a password": "file-old",
    "an old workbook": "file-old",
    "an ods": "file-ods",
    "a table as text": "file-not-xlsx",
    "nothing": "file-not-xlsx",
    "before a zip": "file-not-xlsx",
    "a letter": "file-not-xlsx",
    "any zip": "file-not-xlsx",
    "a binary workbook": "file-not-xlsx",
    "no workbook where its type says": "file-not-xlsx",
    "a strict workbook": "file-strict",
    "an xlsm renamed": "file-macros",
    "a project of macros": "file-macros",
    "a project of macros by another name": "file-macros",
    "macros of Excel 4": "file-macros",
    "many parts": "file-entries",
    "large unpacked": "file-unpacked",
    "a bomb": "file-bomb",
    "overlapping parts": "file-not-xlsx",
    "a part twice": "file-twice",
    "a part twice in other letters": "file-twice",
    "a name that climbs": "file-path",
    "a name from the root": "file-path",
    "a name with a drive": "file-path",
    "a name with backslashes": "file-path",
    "a name with a zero": "file-path",
    "a name that writes on the terminal": "file-path",
    "encrypted parts": "file-packed",
    "another compression": "file-packed",
    "smaller in the directory": "file-not-xlsx",
    "larger in the directory": "file-not-xlsx",
    "a part that does not end": "file-not-xlsx",
    "a part with more behind it": "file-not-xlsx",
    "cut": "file-not-xlsx",
    "a byte changed": "file-not-xlsx",
    "an entity bomb": "file-entities",
    "an entity bomb in UTF-16": "file-entities",
    "an entity bomb in a part called a picture": "file-entities",
    "an external entity": "file-entities",
    "a declaration of types elsewhere": "file-entities",
    "XML that ends early": "file-xml",
    "XML in UTF-7": "file-xml",
    "XML in escapes": "file-xml",
    "an empty sheet part": "file-xml",
    "deep XML": "file-deep",
    "many elements": "file-elements",
    "cells merged by the billion": "file-elements",
    "a link of whole columns": "file-elements",
    "a long attribute": "file-tag",
    "a formula shared by many": "file-formulas",
}
DOUBTS = {
    "values of another workbook": ["file-links"],
    "a picture from elsewhere": ["file-links"],
    "an external link by another name": ["file-links"],
    "a connection": ["file-connections"],
    "a table of a query": ["file-connections"],
    "an embedded letter": ["file-embedded"],
    "an object by another name": ["file-embedded"],
    "a control": ["file-embedded"],
    "a package by another name": ["file-embedded"],
    "everything": ["file-links", "file-connections", "file-embedded"],
}


def refusal(content):
    """The one problem with which a file is refused."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        guarded("form.xlsx", content)
    (problem,) = raised.value.problems
    assert problem.place.document == "form.xlsx"
    return problem


def codes(content):
    """The codes of the doubts about a file, or of that with which it is refused."""
    try:
        return {doubt.code for doubt in guarded("form.xlsx", content)}
    except ct.InvalidDocuments as error:
        return {problem.code for problem in error.problems}


def test_every_attack_has_a_code():
    assert (set(attacks.ATTACKS), set(attacks.DOUBTFUL)) == (set(CODES), set(DOUBTS))


@pytest.mark.usefixtures("no_hang")
@pytest.mark.parametrize("attack", [*CODES])
def test_an_attack_is_refused(attack):
    content = attacks.ATTACKS[attack]()
    assert refusal(content).code == CODES[attack]


@pytest.mark.parametrize("name", [*DOUBTS])
def test_what_is_read_with_a_doubt(name):
    assert [doubt.code for doubt in guarded("form.xlsx", attacks.DOUBTFUL[name]())] == DOUBTS[name]


def test_a_form_with_links_and_notes_is_read_without_a_doubt():
    assert guarded("form.xlsx", attacks.workbook()) == ()


def test_a_workbook_that_another_program_wrote_is_read_without_a_doubt():
    content = BytesIO()
    openpyxl.load_workbook(BytesIO(attacks.workbook())).save(content)
    assert guarded("form.xlsx", content.getvalue()) == ()


def test_a_workbook_packed_with_folders_and_without_compression_is_read():
    content = attacks.repacked(added={"xl/": b"", "xl/worksheets/": b""}, method=zipfile.ZIP_STORED)
    assert guarded("form.xlsx", content) == ()


def test_a_template_is_a_workbook():
    assert guarded("form.xlsx", attacks.typed(b"sheet.main+xml", b"template.main+xml")) == ()


def test_a_drawing_that_is_no_well_formed_xml_is_read():
    # Excel writes HTML with an open <br> into the drawings of notes
    name = "xl/drawings/vmlDrawing1.vml"
    content = attacks.repacked({name: lambda data: data.replace(b"</xml>", b"<br></xml>")})
    assert b"<br>" in zipfile.ZipFile(BytesIO(content)).read(name)
    assert guarded("form.xlsx", content) == ()


def test_a_large_form_is_read():
    # 9,000 lines of 10 cells, more than the longest price schedule that was found among published ones
    rows = b"".join(
        b'<row r="%d">' % row
        + b"".join(b'<c r="%c%d"><v>1</v></c>' % (letter, row) for letter in b"ABCDEFGHIJ")
        + b"</row>"
        for row in range(1, 9001)
    )
    merged = b'<mergeCells><mergeCell ref="A1:J1000"/><mergeCell ref="$A$2000:$J$2001"/></mergeCells>'
    assert guarded("form.xlsx", attacks.with_sheet(rows, merged)) == ()


def test_a_formula_that_many_cells_share_is_read():
    first = b'<row><c r="A1"><f t="shared" ref="A1:A9000" si="0">ROUND(B1*C1,2)</f><v>1</v></c></row>'
    others = b"".join(b'<row><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>' % row for row in range(2, 9001))
    assert guarded("form.xlsx", attacks.with_sheet(first + others)) == ()


@pytest.mark.parametrize("attack", ["a bomb", "cells merged by the billion", "an entity bomb", "overlapping parts"])
def test_a_bomb_is_refused_without_memory(attack):
    content = attacks.ATTACKS[attack]()
    assert len(content) < 250_000
    tracemalloc.start()
    refusal(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


def test_a_bomb_whose_directory_says_that_it_is_small_is_refused_where_the_lie_shows():
    bomb = attacks.deflated(b" " * 200_000_000)
    for stated in (0, 40, 60_000_000 // 200):
        content = attacks.packed((b"[Content_Types].xml", bomb, bytes(stated), 8, None))
        tracemalloc.start()
        problem = refusal(content)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (problem.code, str(problem.found)) == ("file-not-xlsx", '"[Content_Types].xml"')
        assert peak < 4_000_000


def test_sixty_million_bytes_that_pack_well_enough_are_counted_without_holding_them():
    data = attacks.noise(0) + bytes(90 * 160_000)
    content = attacks.repacked(added={f"{part}.bin": data for part in range(4)})
    tracemalloc.start()
    assert guarded("form.xlsx", content) == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


@pytest.mark.parametrize(
    "area", ["A1:XFD1048576", "B2:ZZ1000", "a1:zz1000", "$A$1:$XFD$40", "XFD40:A1", "A:XFD", "1:20", "A1:B"]
)
@pytest.mark.parametrize("tag", ["mergeCell", "hyperlink", "x:mergeCell xmlns:x='urn:x'"])
def test_a_range_of_very_many_cells_is_refused_however_it_is_written(area, tag):
    content = attacks.with_sheet(b"", f'<a><{tag} ref="{area}"/></a>'.encode())
    assert refusal(content).code == "file-elements"


def test_cells_of_several_ranges_add_up():
    merged = [f'<mergeCell ref="A{row}:J{row + 999}"/>'.encode() for row in range(1, 50001, 1000)]  # 10,000 each
    assert guarded("form.xlsx", attacks.with_sheet(b"", b"".join([b"<a>", *merged[:-1], b"</a>"]))) == ()
    assert refusal(attacks.with_sheet(b"", b"".join([b"<a>", *merged, b"</a>"]))).code == "file-elements"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_declaration_of_types_is_found_in_every_encoding(encoding):
    text = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    assert refusal(attacks.repacked({attacks.SHEET: lambda _: text})).code == "file-entities"


def test_an_unsafe_file_stops_at_the_first_reason():
    content = attacks.repacked(
        {attacks.SHEET: lambda _: attacks.entity_bomb()}, {"xl/vbaProject.bin": b"", "xl/connections.xml": b"<a/>"}
    )
    assert refusal(content).code == "file-macros"


@pytest.fixture(scope="module")
def small():
    """A real workbook, packed and not."""
    return attacks.repacked(), attacks.repacked(method=zipfile.ZIP_STORED)


@settings(max_examples=400, deadline=None)
@given(
    st.booleans(),
    st.lists(st.tuples(st.integers(min_value=0), st.integers(0, 255)), max_size=8),
    st.one_of(st.none(), st.integers(min_value=0)),
)
def test_a_damaged_workbook_is_read_or_refused_and_never_raises_anything_else(small, stored, changes, length):
    content = bytearray(small[stored])
    for position, byte in changes:
        content[position % len(content)] = byte
    whole = bytes(content) if length is None else bytes(content[: length % len(content)])
    found = codes(whole)
    assert {code for code in found if not code.startswith("file-")} == set()
    if found <= set().union(*DOUBTS.values()):
        with zipfile.ZipFile(BytesIO(whole)) as archive:
            assert archive.testzip() is None  # what is let through, the next reader can unpack


def test_every_byte_of_the_directory_may_be_wrong(small):
    content = small[1]
    start = zipfile.ZipFile(BytesIO(content)).start_dir
    for position in range(start, len(content)):
        for byte in (0, 255, content[position] ^ 1):
            found = codes(content[:position] + bytes([byte]) + content[position + 1 :])
            assert {code for code in found if not code.startswith("file-")} == set()


def test_a_workbook_cut_anywhere_is_refused(small):
    for length in range(0, len(small[0]), 7):
        assert refusal(small[0][:length]).code == "file-not-xlsx"
