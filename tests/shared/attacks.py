"""Spreadsheets that are made to harm whoever reads them, each built as an attacker would."""

import hashlib
import struct
import warnings
import zipfile
import zlib
from io import BytesIO
from itertools import pairwise

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIB = 1024 * 1024


def workbook():
    """A form as people fill it in: texts, numbers, a formula, a link and a note."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Prices")
    sheet.write_row(0, 0, ["line", "price"])
    sheet.write_row(1, 0, ["chair", 129.5])
    sheet.write_formula(2, 1, "=SUM(B2:B2)", None, 129.5)
    sheet.write_url(3, 0, "https://example.com/help")
    sheet.write_comment(1, 1, "excluding VAT")
    sheet.merge_range("A6:D6", "Thank you")
    book.close()
    return content.getvalue()


def repacked(changed=None, added=None, method=zipfile.ZIP_DEFLATED):
    """The workbook with parts changed by a function, and with more parts."""
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook())) as old, zipfile.ZipFile(content, "w", method) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, changed[name](data) if name in (changed or {}) else data)
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return content.getvalue()


def with_sheet(rows, after=b""):
    """The workbook with other rows in its sheet, and with something after them."""

    def other(data):
        before, _, rest = data.partition(b"<sheetData>")
        return before + b"<sheetData>" + rows + b"</sheetData>" + after + rest.partition(b"</sheetData>")[2]

    return repacked({SHEET: other})


def typed(before, after):
    """The workbook with other types of parts."""
    return repacked({TYPES: lambda data: data.replace(before, after)})


def with_type(part, sort, data=b"<a/>", relation=None):
    """The workbook with one more part of a type, and a relationship that leads there."""
    override = f'<Override PartName="/{part}" ContentType="{sort}"/></Types>'.encode()
    changed = {TYPES: lambda types: types.replace(b"</Types>", override)}
    if relation:
        changed[RELATIONS] = related(relation, part.removeprefix("xl/"))
    return repacked(changed, {part: data})


def related(sort, target, mode="Internal"):
    """What adds a relationship."""
    more = f'<Relationship Id="x" Type="{OFFICE}/{sort}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return lambda data: data.replace(b"</Relationships>", more.encode())


def entity_bomb(encoding="utf-8"):
    """The billion laughs, as the first row of a sheet."""
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE worksheet [{entities}]><worksheet>&i;</worksheet>'
    return text.encode(encoding)


def packed(*entries):
    """A zip as its maker wants it: (name, packed, unpacked, method, offset or None to write it) each."""
    whole, directory = b"", b""
    for name, raw, data, method, offset in entries:
        fields = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, zlib.crc32(data), len(raw), len(data), len(name), 0)
        at = len(whole) if offset is None else offset
        whole += b"" if raw is None or offset is not None else b"PK\3\4" + fields + name + raw
        directory += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(whole), 0)
    return whole + directory + b"PK\5\6" + end


def deflated(data):
    """Bytes as a zip packs them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def overlapping():
    """Two parts of which the first holds the second, header and all, so that its bytes are unpacked twice."""
    data = b"<a>" + b" " * 100000 + b"</a>"
    raw = deflated(data)
    header = (
        b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(data), len(raw), len(data), 5, 0) + b"b.xml"
    )
    quoting = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF)
    first = (b"a.xml", quoting + header + raw, header + data, 8, None)
    return packed(first, (b"b.xml", raw, data, 8, 30 + 5 + len(quoting)))


def lying(size):
    """The workbook whose directory and headers tell another size of the sheet than it has."""
    content = bytearray(repacked())
    with zipfile.ZipFile(BytesIO(content)) as archive:
        part, start = archive.getinfo(SHEET), archive.start_dir
    content[part.header_offset + 22 : part.header_offset + 26] = struct.pack("<I", size)
    entry = content.index(SHEET.encode(), start) - 46
    content[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(content)


def flagged(flag):
    """The workbook of which every part has a flag, as encrypted ones have."""
    content = bytearray(repacked())
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        found = content.find(signature)
        while found >= 0:
            content[found + at] |= flag
            found = content.find(signature, found + 4)
    return bytes(content)


def twice(name):
    """The workbook with a part whose name stands there already, in whatever letters."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return repacked(added={name: b"<a/>"})


def strict():
    """The workbook as Excel saves it in the variant Strict Open XML."""
    others = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    }
    others[OFFICE.encode()] = b"http://purl.oclc.org/ooxml/officeDocument/relationships"

    def other(data):
        for before, after in others.items():
            data = data.replace(before, after)
        return data

    return repacked({"xl/workbook.xml": other, SHEET: other, RELATIONS: other, "_rels/.rels": other})


def zipped(*parts):
    """A zip of these parts, which is no workbook."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return content.getvalue()


def noise(seed):
    """160 kB that can't be packed smaller than half, the same for the same seed."""
    return b"".join(hashlib.sha256(b"%d %d" % (seed, number)).hexdigest().encode() for number in range(2500))


def well_packed(name, times):
    """A part of noise and so many times as many zeros, which packs just well enough."""
    data = noise(0) + bytes(times * len(noise(0)))
    return name, deflated(data), data, 8, None


def corrupt():
    """The workbook with one letter of a text changed."""
    content = bytearray(repacked(method=zipfile.ZIP_STORED))
    content[content.index(b"chair")] ^= 1
    return bytes(content)


EXTERNAL = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
LETTER = b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'

#: Each attack by its name.
ATTACKS = {
    "too large": lambda: packed((b"a.png", bytes(4 * MIB), bytes(4 * MIB), 0, None)),
    "locked with a password": lambda: OLD + "EncryptedPackage".encode("utf-16-le"),
    "an old workbook": lambda: OLD + "Workbook".encode("utf-16-le"),
    "an ods": lambda: zipped(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")),
    "a table as text": lambda: b"line;price\nchair;129.50\n",
    "nothing": lambda: b"",
    "before a zip": lambda: b"MZ" + workbook(),
    "a letter": lambda: zipped((TYPES, b"<Types>" + LETTER + b"</Types>"), ("word/document.xml", "<a/>")),
    "any zip": lambda: zipped(("a.txt", "a")),
    "a binary workbook": lambda: typed(b"sheet.main+xml", b"sheet.binary.macroEnabled.main"),
    "no workbook where its type says": lambda: typed(b"/xl/workbook.xml", b"/xl/book.xml"),
    "a strict workbook": strict,
    "an xlsm renamed": lambda: typed(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
    "a project of macros": lambda: repacked(added={"xl/vbaProject.bin": OLD}),
    "a project of macros by another name": lambda: with_type("xl/a.bin", "application/vnd.ms-office.vbaProject", OLD),
    "macros of Excel 4": lambda: with_type("xl/m/s.xml", "application/vnd.ms-excel.macrosheet+xml"),
    "many parts": lambda: packed(*((b"%d.txt" % number, b"", b"", 0, None) for number in range(1001))),
    "large unpacked": lambda: packed(*(well_packed(b"%d.bin" % part, 110) for part in range(4))),
    "a bomb": lambda: with_sheet(b" " * (200 * MIB)),
    "overlapping parts": overlapping,
    "a part twice": lambda: twice(SHEET),
    "a part twice in other letters": lambda: twice("xl/WORKBOOK.xml"),
    "a name that climbs": lambda: repacked(added={"xl/../../evil.xml": b"<a/>"}),
    "a name from the root": lambda: packed((b"/etc/passwd", b"x", b"x", 0, None)),
    "a name with a drive": lambda: packed((b"C:evil", b"x", b"x", 0, None)),
    "a name with backslashes": lambda: packed((b"xl\\workbook.xml", b"x", b"x", 0, None)),
    "a name with a zero": lambda: packed((b"a.xml\0.png", b"x", b"x", 0, None)),
    "a name that writes on the terminal": lambda: packed((b"\x1b[2Ja.xml", b"x", b"x", 0, None)),
    "encrypted parts": lambda: flagged(0x1),
    "another compression": lambda: repacked(method=zipfile.ZIP_BZIP2),
    "smaller in the directory": lambda: lying(40),
    "larger in the directory": lambda: lying(90000),
    "a part that does not end": lambda: packed(
        (TYPES.encode(), deflated(b"<a>" + noise(0))[:-9], b"<a>" + noise(0), 8, None)
    ),
    "a part with more behind it": lambda: packed((TYPES.encode(), deflated(b"<a/>") + b"more", b"<a/>", 8, None)),
    "cut": lambda: workbook()[:-300],
    "a byte changed": corrupt,
    "an entity bomb": lambda: repacked({SHEET: lambda _: entity_bomb()}),
    "an entity bomb in UTF-16": lambda: repacked({SHEET: lambda _: entity_bomb("utf-16")}),
    "an entity bomb in a part called a picture": lambda: repacked(added={"xl/a.png": entity_bomb()}),
    "an external entity": lambda: repacked(
        {SHEET: lambda _: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'}
    ),
    "a declaration of types elsewhere": lambda: repacked(
        {SHEET: lambda _: b'<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>'}
    ),
    "XML that ends early": lambda: repacked({SHEET: lambda data: data[:-5]}),
    "XML in UTF-7": lambda: repacked({SHEET: lambda data: data.replace(b"UTF-8", b"UTF-7")}),
    "XML in escapes": lambda: repacked(added={"xl/a.png": b'<?xml version="1.0" encoding="unicode_escape"?><a/>'}),
    "an empty sheet part": lambda: repacked({SHEET: lambda _: b""}),
    "deep XML": lambda: with_sheet(b"<a>" * 70 + b"</a>" * 70),
    "many elements": lambda: with_sheet(b"".join(b'<row r="%d"/>' % row for row in range(1, 500001))),
    "cells merged by the billion": lambda: with_sheet(
        b"", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "a link of whole columns": lambda: with_sheet(
        b"", b'<hyperlinks><hyperlink ref="A:XFD" location="A1"/></hyperlinks>'
    ),
    "a long attribute": lambda: with_sheet(b'<row spans="' + b"".join(map(noise, range(10))) + b'"/>'),
    "a formula shared by many": lambda: with_sheet(
        b'<row><c r="A1"><f t="shared" ref="A1:A1000" si="0">'
        + b"A2+" * 2700
        + b"A2</f></c></row>"
        + b"".join(b'<row><c r="A%d"><f t="shared" si="0"/></c></row>' % row for row in range(2, 1001))
    ),
}

#: Each workbook that is read with a doubt, by its name.
DOUBTFUL = {
    "values of another workbook": lambda: repacked(
        {
            TYPES: lambda data: data.replace(
                b"</Types>",
                f'<Override PartName="/xl/externalLinks/e1.xml" ContentType="{EXTERNAL}"/></Types>'.encode(),
            )
        },
        {
            "xl/externalLinks/e1.xml": b"<externalLink/>",
            "xl/externalLinks/_rels/e1.xml.rels": related("externalLinkPath", "file:///C:/prices.xlsx", "External")(
                b"<Relationships></Relationships>"
            ),
        },
    ),
    "a picture from elsewhere": lambda: repacked(
        {RELATIONS: related("image", "http://a.example/seen.png", "External")}
    ),
    "an external link by another name": lambda: with_type("xl/e.xml", EXTERNAL),
    "a connection": lambda: repacked(added={"xl/connections.xml": b"<connections/>"}),
    "a table of a query": lambda: with_type(
        "xl/q.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.queryTable+xml"
    ),
    "an embedded letter": lambda: repacked(added={"xl/embeddings/letter.docx": OLD}),
    "an object by another name": lambda: with_type(
        "xl/o.bin", "application/vnd.openxmlformats-officedocument.oleObject", OLD
    ),
    "a control": lambda: with_type("xl/x.xml", "application/vnd.ms-office.activeX+xml"),
    "a package by another name": lambda: with_type("xl/p.bin", "application/octet-stream", OLD, relation="package"),
    "everything": lambda: repacked(
        {RELATIONS: related("image", "http://a.example/seen.png", "External")},
        {
            "xl/connections.xml": b"<a/>",
            "xl/queryTables/q1.xml": b"<a/>",
            "xl/activeX/a1.bin": OLD,
            "xl/embeddings/o1.bin": OLD,
            "xl/embeddings/o2.bin": OLD,
        },
    ),
}
