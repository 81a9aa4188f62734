"""Files that claim to be a form that came back: attacks, accidents and the wrong formats (threats B6 81, 89, 93, 95–97).

Each is built here from the form of the tender that asks everything, filled with its bid.
"""

import re
import struct
import tracemalloc
from functools import cache
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import filling
import pytest
from filling import filled, marked, parts_of, sheet_of, told, with_parts, with_xml, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

import circular_tender as ct

PRICES = "Prices"
MEGABYTE = 1024 * 1024


def refused(content):
    """The one problem for which a file is refused: its code and what was found."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        filling.read(content)
    (problem,) = raised.value.problems
    return problem.code, str(problem.found)


def cheaply(content, megabytes=40):
    """The same, after asserting that it did not take the memory that the file asks for."""
    tracemalloc.start()
    try:
        found = refused(content)
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()
    return found


# What is no workbook


def test_another_format_is_told_by_its_name():
    old = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    assert refused(old) == ("file-old", "an .xls workbook, or one with a password")
    ods = zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})
    assert refused(ods) == ("file-ods", "2 files")
    assert refused(zipped({"word/document.xml": b"<x/>"})) == ("file-not-xlsx", "1 files")
    for other in (b"", b"%PDF-1.7", b"<html>", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18):
        assert refused(other)[0] == "file-not-xlsx"


def test_a_file_is_at_most_so_large_whether_it_is_given_by_its_name_or_as_bytes(tmp_path):
    (tmp_path / "form.xlsx").write_bytes(b"PK" + b"\0" * (4 * MEGABYTE))
    tender = filling.documents()[0]
    for source in (tmp_path / "form.xlsx", (tmp_path / "form.xlsx").read_bytes()):
        with pytest.raises(ct.InvalidDocuments) as raised:
            ct.read_form(source, tender)
        assert [p.code for p in raised.value.problems] == ["too-large"]
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(tmp_path / "no.xlsx", tender)
    assert [p.code for p in raised.value.problems] == ["file-not-found"]


def test_a_workbook_without_sheets_or_with_others_is_no_form():
    sheets = re.search(rb"<sheets>.*</sheets>", parts_of(filled())["xl/workbook.xml"]).group(0)
    assert refused(with_xml("xl/workbook.xml", sheets, b"<sheets/>"))[0] == "form-other"
    assert refused(filling.changed(filled(), lambda book: book.move_sheet(PRICES, -4)))[0] == "form-other"
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(marked(), filling.documents()[0])
    assert [p.code for p in raised.value.problems] == ["form-needs-bids"]


# Zip files


@cache
def bomb():
    """A small workbook with a sheet that grows to 200 MB."""
    return with_parts({"xl/worksheets/sheet99.xml": b"<x>" + b" " * (200 * MEGABYTE) + b"</x>"})


def test_a_bomb_is_refused_before_it_grows():
    assert len(bomb()) < MEGABYTE
    assert cheaply(bomb()) == ("file-bomb", '"xl/worksheets/sheet99.xml"')


def _noise(size, seed=7):
    """Bytes that shrink little: the digits of a linear congruential generator."""
    made, state = bytearray(), seed
    while len(made) < size:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        made += struct.pack("<Q", state)
    return bytes(made[:size])


def test_what_is_unpacked_together_is_limited_too():
    piece = (_noise(1024) + b" " * 63 * 1024) * 64  # 4 MB, which shrink about 45 times
    many = with_parts({f"xl/media/image{n}.png": piece for n in range(17)})
    assert len(many) < 4 * MEGABYTE
    code, found = cheaply(many, megabytes=60)
    assert code == "file-unpacked"
    assert int(found.split()[0]) > 68 * MEGABYTE


def _directory_says(content, name, size):
    """The workbook with another size of an unpacked file in its directory and in front of the file."""
    changed = bytearray(content)
    with ZipFile(BytesIO(content)) as file:
        entry = file.getinfo(name)
        start = file.start_dir
    struct.pack_into("<I", changed, entry.header_offset + 22, size)
    at = start
    while changed[at + 46 : at + 46 + len(name)] != name.encode():
        at = changed.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def test_a_directory_that_lies_about_sizes_is_not_believed():
    assert cheaply(_directory_says(bomb(), "xl/worksheets/sheet99.xml", 1000))[0] == "file-not-xlsx"
    name = sheet_of(PRICES)
    for size in (0, 1, 1000, len(parts_of(filled())[name]) + 1):
        assert cheaply(_directory_says(filled(), name, size))[0] == "file-not-xlsx"
    assert cheaply(_directory_says(filled(), name, 2**31))[0] == "file-bomb"


def test_a_workbook_has_a_limited_number_of_files():
    assert cheaply(with_parts({f"xl/x{n}.xml": b"<x/>" for n in range(5000)}))[0] == "file-entries"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["xl/worksheets/sheet5.xml", "xl/Worksheets/Sheet5.xml"])
def test_a_file_that_stands_twice_is_not_chosen_from(second):
    pairs = [*parts_of(filled()).items(), (second, b"<x/>")]
    assert refused(zipped(pairs)) == ("file-twice", '"xl/worksheets/sheet5.xml"')


@pytest.mark.parametrize("name", ["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "xl\\..\\evil", "C:/evil.xml"])
def test_a_name_does_not_lead_out_of_the_workbook(name):
    assert refused(with_parts({name: b"<x/>"}))[0] == "file-path"


def test_what_is_encrypted_or_packed_in_another_way_is_not_read():
    content = bytearray(filled())
    content[6] |= 1  # the flag of the first entry, and of its place in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(content))[0] == "file-packed"
    other = BytesIO()
    with ZipFile(other, "w", ZIP_DEFLATED) as file:
        for name, part in parts_of(filled()).items():
            file.writestr(name, part, ZIP_BZIP2 if name == "xl/styles.xml" else ZIP_DEFLATED)
    assert refused(other.getvalue()) == ("file-packed", '"xl/styles.xml"')


# XML

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
LINKED = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'


@pytest.mark.parametrize("attack", [BOMB, EXTERNAL, LINKED])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/worksheets/sheet5.xml", "xl/sheet5.dat", "x.png"])
def test_no_part_has_a_document_type_whatever_its_name(attack, encoding, name):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{attack}'.encode(encoding)
    assert cheaply(with_parts({name: text})) == ("file-entities", f'"{name}"')


def test_elements_are_counted_and_nested_only_so_deep():
    many = b"<x>" + b"<a b='" + b"'/><a b='".join(str(n).encode() for n in range(1_000_001)) + b"'/></x>"
    assert refused(with_parts({"xl/many.xml": many}))[0] == "file-elements"
    deep = b"".join(b"<a%d>" % n for n in range(200)) + b"".join(b"</a%d>" % n for n in reversed(range(200)))
    assert cheaply(with_parts({"xl/deep.xml": deep}))[0] == "file-deep"


@pytest.mark.parametrize("broken", [b"", b"<x>", b"<x></y>", b"<x>&e;</x>", b"\xff\xfe<", b"<?xml encoding='no'?><x/>"])
def test_what_is_not_well_formed_is_refused(broken):
    assert refused(with_parts({"xl/styles.xml": broken})) == ("file-xml", '"xl/styles.xml"')
    assert refused(with_parts({"xl/styles.xml": b"<?xml version='1.0' encoding='no-such'?><x/>"}))[0] == "file-xml"


@pytest.mark.parametrize(
    "area",
    [
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'<mergeCells><mergeCell ref="a1:xfd1048576"/></mergeCells>',
        b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        b'<hyperlinks><hyperlink ref="A:XFD" location="x"/></hyperlinks>',
        b"<mergeCells>"
        + b"".join(b'<mergeCell ref="A%d:XFD%d"/>' % (n, n) for n in range(100, 200))
        + b"</mergeCells>",
    ],
)
def test_an_area_of_all_cells_of_a_sheet_is_not_made(area):
    name = sheet_of(PRICES)
    assert cheaply(with_xml(name, b"<pageMargins", area + b"<pageMargins")) == ("file-elements", f'"{name}"')


def test_a_cell_stands_once():
    name = sheet_of(PRICES)
    again = b'<row r="6"><c r="f6"><v>1</v></c></row></sheetData>'
    assert refused(with_xml(name, b"</sheetData>", again))[0] == "file-cell-twice"


@pytest.mark.usefixtures("no_hang")
@pytest.mark.parametrize(("row", "code"), [(1_048_576, "OK"), (1_048_577, "file-not-xlsx"), (10**12, "file-not-xlsx")])
def test_the_last_row_of_a_sheet_costs_no_more_than_another(row, code):
    name = sheet_of("Evidence")
    more = b'<row r="%d"><c r="H%d" t="str"><v>x</v></c></row></sheetData>' % (row, row)
    content = with_xml(name, b"</sheetData>", more)
    if code == "OK":
        assert told(content) == [("cell-outside", f"Evidence!H{row}")]
    else:
        assert refused(content)[0] == code


# What a workbook can hold beside its cells


def test_macros_are_refused():
    assert refused(with_parts({"xl/vbaProject.bin": b"\xd0\xcf"})) == ("file-macros", '"xl/vbaProject.bin"')
    types = "[Content_Types].xml"
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    enabled = with_xml(types, plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    assert refused(enabled) == ("file-macros", f'"{types}"')
    text = parts_of(enabled)[types].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert refused(with_parts({types: text.encode("utf-16")})) == ("file-macros", f'"{types}"')


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("xl/externalLinks/externalLink1.xml", "file-links"),
        ("xl/connections.xml", "file-connections"),
        ("xl/queryTables/queryTable1.xml", "file-connections"),
        ("xl/embeddings/oleObject1.bin", "file-embedded"),
        ("xl/activeX/activeX1.xml", "file-embedded"),
        ("xl/drawings/drawing1.xml", "file-drawings"),
        ("xl/media/image1.png", "file-drawings"),
        ("xl/charts/chart1.xml", "file-drawings"),
    ],
)
def test_what_is_beside_the_cells_is_told(name, code):
    content = with_parts({name: b"\x89PNG" if name.endswith(("png", "bin")) else b"<x/>"})
    assert told(content) == [(code, "")]
    assert filling.read(content).document == filling.documents()[1]


# Damage


def reads_or_refuses(content):
    """Assert that a file is read, or refused by an error of this library that can be told."""
    try:
        said = str(filling.read(content))
    except ct.TenderError as error:
        said = str(error)
    assert said


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(filled())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= 1 << data.draw(st.integers(0, 7))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    reads_or_refuses(bytes(content))


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_a_workbook_with_damaged_xml_is_read_or_refused(data):
    parts = parts_of(marked())
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        kind = data.draw(st.sampled_from(["flip", "digit", "cut", "double"]))
        if kind == "flip":
            part[at] ^= 1 << data.draw(st.integers(0, 6))
        elif kind == "digit":
            part[at] = data.draw(st.sampled_from(b'0123456789">'))
        elif kind == "cut":
            del part[at : at + data.draw(st.integers(1, 40))]
        else:
            part[at:at] = part[at : at + data.draw(st.integers(1, 40))]
    reads_or_refuses(zipped({**parts, name: bytes(part)}))


@pytest.mark.parametrize("share", [0, 1, 25, 50, 75, 99])
def test_a_workbook_that_was_cut_off_is_refused(share):
    assert refused(filled()[: len(filled()) * share // 100])[0] == "file-not-xlsx"


# The long form


def lines(change=lambda text: text):
    """The long form of the bid after something was done to its text."""
    return change(filled(form="csv").decode()).encode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (lambda: lines(lambda text: text.replace(",", ";")), ("csv-header", '"place;value"')),
        (lambda: b"\xef\xbb\xbf" + lines(), ("byte-order-mark", '"efbbbf"')),
        (lambda: b'\xef\xbb\xbf"place","value"\r\n', ("byte-order-mark", '"efbbbf"')),
        (lambda: lines().replace(b"steel", b"st\xe9\xe9l"), ("not-utf8", "byte 0xe9")),
        (lambda: lines(lambda text: text + '/bidder,"open\r\n'), ("csv-form", '"unexpected end of data"')),
        (lambda: lines(lambda text: text + '/x,"a"b\r\n'), ("csv-form", "\"',' expected after '\"'\"")),
        (lambda: lines(lambda text: text + "/x,a\0b\r\n"), ("control-character", '"/x,a\\u0000b"')),
        (lambda: lines(lambda text: text + "/x,1,2\r\n"), ("csv-columns", "3 columns")),
        (lambda: lines(lambda text: text + "/x\r\n"), ("csv-columns", "1 columns")),
        (lambda: b"place,value\r\n", ("form-other", "nothing (null)")),
        (lambda: "place,value".encode("utf-16"), ("file-not-xlsx", "24 bytes")),
        (
            lambda: lines(lambda text: text.replace("steel", "x" * 131_073)),
            ("csv-form", '"field larger than field limit (131072)"'),
        ),
    ],
)
def test_one_dialect_is_read(content, expected):
    assert refused(content()) == expected


def test_a_long_text_that_a_reader_of_csv_takes_is_read_whole():
    bid = filling.read(lines(lambda text: text.replace("steel", "x" * 30_000))).document
    assert bid.products[0].parts[0].material == "x" * 30_000 + "\ncoated"


def with_rows(*rows):
    """Where something is wrong after rows were added to the long form."""
    return [(code, at) for code, at in told(lines() + "".join(f"{row}\r\n" for row in rows).encode())]


def line_of(place):
    """The number of the line at which a place stands."""
    before = filled(form="csv").decode().partition(f"\r\n{place},")[0]
    return before.count("\n") + 2  # lines that texts are broken into count as lines


def test_a_place_stands_once_and_is_one_that_is_asked():
    last = filled(form="csv").count(b"\n") + 1
    column = len("/bidder") + 2
    assert with_rows("/bidder,Another") == [("row-twice", f":{last}:1")]
    assert with_rows("/biddr,Another") == [("not-asked", f":{last}:1")]
    for place in ("bidder", "x/bidder", "/bidder/", "//bidder", "", "/evidence/~0~/title", "/evidence/fsc/titel"):
        assert with_rows(f"{place},x") == [("not-asked", f":{last}:1")]
    assert told(lines(lambda text: re.sub("/bidder,.*\r\n", '/bidder,"  "\r\n', text, count=1))) == [
        ("cell-spaces", f":{line_of('/bidder')}:{column}")
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["/lots/3,north"], "0, 1, 3"),
        (["/lots/02,north"], "0, 1, 02"),
        (["/lots/-1,north"], "0, 1, -1"),
        (["/products/3/id,x", "/products/3/line,desk", "/products/3/mass,1 kg"], "0, 1, 3"),
        (["/products/1/parts/1/id,x"], "1"),
    ],
)
def test_lists_have_no_gaps(rows, found):
    with pytest.raises(ct.InvalidDocuments) as raised:
        filling.read(lines() + "".join(f"{row}\r\n" for row in rows).encode())
    assert ("list-gap", f'"{found}"') in [(p.code, str(p.found)) for p in raised.value.problems]


def test_an_apostrophe_is_taken_away_only_where_this_library_sets_one():
    def read(value):
        text = re.sub("/bidder,.*\r\n", lambda _: f"/bidder,{value}\r\n", lines().decode(), count=1)
        return filling.read(text.encode()).document.bidder

    assert read("'=1+1") == "=1+1"
    assert read("''s Gravenhage") == "'s Gravenhage"
    assert read("'s Gravenhage") == "'s Gravenhage"
    assert read("O'Brien") == "O'Brien"
    assert read("'-2") == "-2"
