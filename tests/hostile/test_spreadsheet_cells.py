"""Cells of a form that came back with something else than what is asked: nothing is dropped, repaired or misread.

Threats B6 82–91. Each is the form of the tender that asks everything, filled with its bid, with something changed.
"""

import datetime as dt
import re
import shutil
import subprocess

import filling
import pytest
from filling import changed, filled, marked, parts_of, sheet_of, told, with_cells, with_xml
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

import circular_tender as ct

DESK = "Prices!F6"
PARTS, ENDS = "'Bill of materials'", "'End of life'"


def bid_of(content):
    return filling.read(content).document


def as_xml(value, kind=b"", language="en"):
    """The form with the cell of the price of a desk as XML: its value, or its formula and its value."""
    name = sheet_of("Prices") if language == "en" else sheet_of("Prijzen", filled(language))
    content = filled(language)
    old = re.search(rb'<c r="F6".*?</c>', parts_of(content)[name]).group(0)
    return with_xml(name, old, b'<c r="F6"' + kind + b">" + value + b"</c>", content)


def with_format(place, value, number_format):
    def put(book):
        sheet, at = place.split("!")
        book[sheet][at].value = value
        book[sheet][at].number_format = number_format

    return changed(filled(), put)


# Formulas and errors


def test_a_formula_counts_by_its_stored_value_and_is_told():
    content = as_xml(b"<f>1000+0.5</f><v>1000.5</v>")
    assert told(content) == [("cell-formula", DESK)]
    assert bid_of(content).prices["desk"].text == "1000.5"
    text = as_xml(b'<f>"1000"&amp;".50"</f><v>1000.50</v>', b' t="str"')
    assert told(text) == [("cell-formula", DESK)]
    assert bid_of(text).prices["desk"].text == "1000.50"


@pytest.mark.parametrize("stored", [b"<f>1+1</f>", b"<f>1+1</f><v></v>", b'<f t="shared" si="0">1+1</f>', b"<f/>"])
def test_a_formula_without_a_stored_value_is_no_empty_cell(stored):
    assert told(as_xml(stored)) == [("cell-formula-no-value", DESK)]


@pytest.mark.parametrize("error", [b"#REF!", b"#DIV/0!", b"#N/A", b"#NAME?"])
@pytest.mark.parametrize("formula", [b"", b"<f>1/0</f>"])
def test_an_error_is_no_value(error, formula):
    assert told(as_xml(formula + b"<v>" + error + b"</v>", b' t="e"')) == [("cell-error", DESK)]


# Numbers


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (b"1000.5", "1000.5"),
        (b"1E3", "1000"),
        (b"1000", "1000"),
        (b"0.1", "0.1"),
        (b"123456789.123456", "123456789.123456"),
        (b"0.30000000000000004", "number-float"),
        (b"1234567890.123456789", "number-float"),
        (b"12345678901234567890", "number-size"),
        (b"1e400", "number-form"),
        (b"-3", "below-zero"),
    ],
)
def test_a_number_is_read_as_typed_or_not_at_all(stored, read):
    content = as_xml(b"<v>" + stored + b"</v>")
    if read[0].isdigit():
        assert bid_of(content).prices["desk"].text == read
        assert told(content) == []
    else:
        assert told(content) == [(read, DESK)]


@pytest.mark.parametrize(
    ("value", "number_format", "code"),
    [
        (1000.505, "0.00", "cell-rounded"),
        (1000.5, "0.00", None),
        (1000.5, "0", "cell-rounded"),
        (1000.5, "#,##0.00;-0", "cell-rounded"),
        (1000.5, "General", None),
        (1000.5, "@", None),
        (0.5, "# ?/?", "cell-rounded"),
        (1000, '"EUR" #,##0.00', "cell-shown"),
        (1000, '"€" #,##0.00', None),
        (1000, "[$€-413] #,##0.00", None),
        (12500, "0,", "cell-shown"),
        (12500, "0.00E+00", "cell-shown"),
        (12500, ";;;", "cell-shown"),
        (12.5, '0.0 "%"', "cell-shown"),
        (0.4, "0%", "cell-percent"),
        (-0.4, "0.0%", "cell-percent"),
    ],
)
def test_a_number_that_looks_like_another_is_told(value, number_format, code):
    assert told(with_format(DESK, value, number_format)) == ([(code, DESK)] if code else [])


def test_a_share_is_never_read_from_a_number_that_is_shown_as_a_percentage():
    with pytest.raises(ct.InvalidDocuments) as raised:
        filling.read(with_format("Discounts!C4", 0.4, "0%"))
    (problem,) = raised.value.problems
    assert (problem.code, dict(problem.data)["example"]) == ("cell-percent", "40 %")
    assert told(with_cells({"Discounts!C4": 0.4})) == [("unit-missing", "Discounts!C4")]
    assert told(with_cells({"Discounts!C4": 12.5})) == [("unit-missing", "Discounts!C4")]


@pytest.mark.parametrize(
    ("language", "written", "outcome"),
    [
        ("en", "1000,50", "cell-mark"),
        ("en", "1,000", "cell-mark"),
        ("en", "1.000", "cell-thousands"),
        ("nl", "1000.50", "cell-mark"),
        ("nl", "1.000", "cell-mark"),
        ("nl", "1.000,50", "cell-mark"),
        ("nl", "1,000", "cell-thousands"),
        ("nl", "1000,50", None),
        ("nl", "0,125", None),
        ("en", "1 000", "number-space"),
        ("en", "€ 1000", "number-form"),
        ("en", "1000 ", "number-space"),
        ("en", "1e3", "number-exponent"),
        ("en", "１０", "number-digits"),
        ("en", "+5", "number-plus"),
        ("en", "-0", "number-minus-zero"),
        ("en", "1000.50 EUR", "unit-unknown"),
        ("en", "1000.50 kg", "unit-unexpected"),
        ("nl", "1000,", "number-bare-point"),
    ],
)
def test_marks_are_those_of_the_form(language, written, outcome):
    sheet = {"en": "Prices", "nl": "Prijzen"}[language]
    content = with_cells({f"{sheet}!F6": written}, language)
    assert told(content) == ([(outcome, f"{sheet}!F6")] if outcome else [])


# Cells of another type

TYPES = {
    "boolean": True,
    "whole": 7,
    "decimal": 7.5,
    "day": dt.date(2026, 12, 31),
    "moment": dt.datetime(2026, 12, 31, 9, 5),  # noqa: DTZ001 -- a spreadsheet knows no zones
    "time": dt.time(9, 5),
    "hours": dt.timedelta(hours=30),
    "text": "00123",
}
ANY = {"day": "cell-date", "moment": "cell-date", "time": "cell-date", "hours": "cell-date", "boolean": "cell-boolean"}
ENTRIES = {  # what each type of cell gives in an entry of each sort: a code, or the value that is read
    "Bid!B5": {**ANY, "whole": "=7", "decimal": "=7.5", "text": "=00123"},
    DESK: {**ANY, "whole": "=7", "decimal": "=7.5", "text": "number-leading-zero"},
    "Products!C5": {**ANY, "whole": "unit-missing", "decimal": "unit-missing", "text": "number-leading-zero"},
    "Requirements!D4": {**ANY, "boolean": "=True", **dict.fromkeys(("whole", "decimal", "text"), "unknown-choice")},
    "Evidence!B5": {**ANY, **dict.fromkeys(("whole", "decimal", "text"), "unknown-choice")},
    "Evidence!E5": {**ANY, "day": "=2026-12-31", **dict.fromkeys(("whole", "decimal", "text"), "day-form")},
    "Bid!B6": {**ANY, **dict.fromkeys(("whole", "decimal", "text"), "instant-form")},
    "Bid!B4": {**ANY, "whole": "=7", "decimal": "id-form", "text": "=00123"},
    "Requirements!E4": {**ANY, **dict.fromkeys(("whole", "text"), "unknown-evidence"), "decimal": "unknown-evidence"},
}
READ = {
    "Bid!B5": lambda bid: bid.bidder,
    DESK: lambda bid: bid.prices["desk"].text,
    "Requirements!D4": lambda bid: bid.requirements["wood"].meets,
    "Evidence!E5": lambda bid: bid.evidence["fsc"].valid_until.day,
    "Bid!B4": lambda bid: bid.id,
}


@pytest.mark.parametrize("place", ENTRIES)
@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_cell_in_every_sort_of_entry(place, kind):
    content, expected = with_cells({place: TYPES[kind]}), ENTRIES[place][kind]
    if expected.startswith("="):
        assert told(content) == []
        assert str(READ[place](bid_of(content))) == expected[1:]
    else:
        assert told(content) == [(expected, place)]


# Texts


@pytest.mark.parametrize(
    "text",
    [
        "  a \n b  ",
        "a\tb",
        "_x0041_",
        "_x005F_",
        "x005F_",
        "1-2",
        "TRUE",
        "=1+1",
        "#REF!",
        "null",
        "<b>&amp;</b>",
        "a\u200bb",
    ],
)
@pytest.mark.parametrize("kind", ["shared", "inline"])
def test_a_text_is_read_as_it_stands(text, kind):
    escaped = re.sub("_(?=x[0-9A-F]{4}_)", "_x005F_", text)  # as spreadsheets write what looks like their escape
    xml = escaped.replace("&", "&amp;").replace("<", "&lt;").encode()
    name, strings = sheet_of("Bid"), parts_of(filled())["xl/sharedStrings.xml"]
    old = re.search(rb'<c r="B5".*?</c>', parts_of(filled())[name]).group(0)
    if kind == "inline":
        cell = b'<c r="B5" t="inlineStr"><is><t xml:space="preserve">' + xml + b"</t></is></c>"
        content = with_xml(name, old, cell)
    else:
        content = with_xml(name, old, b'<c r="B5" t="s"><v>%d</v></c>' % strings.count(b"<si>"))
        more = b'<si><t xml:space="preserve">' + xml + b"</t></si></sst>"
        content = with_xml("xl/sharedStrings.xml", b"</sst>", more, content)
    assert bid_of(content).bidder == text


def test_an_escape_that_hides_a_character_is_undone_before_it_is_looked_at():
    name = sheet_of("Bid")
    old = re.search(rb'<c r="B5".*?</c>', parts_of(filled())[name]).group(0)
    for hidden in (b"_x0000_", b"a_x000D_b", b"_xD800_"):
        content = with_xml(name, old, b'<c r="B5" t="inlineStr"><is><t>' + hidden + b"</t></is></c>")
        assert told(content)[0][0] in {"control-character", "lone-surrogate"}


def test_text_in_several_fonts_is_read_whole():
    def put(book):
        book["Bid"]["B5"] = CellRichText("Acme ", TextBlock(InlineFont(b=True), "bold "), "and Sons")

    assert bid_of(changed(filled(), put)).bidder == "Acme bold and Sons"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("   ", "cell-spaces"),
        ("a\x7fb", "control-character"),
        ("a" * 32_767, "cell-cut-off"),
        ("👩" * 16_384, "cell-cut-off"),
    ],
)
def test_a_text_that_is_not_what_it_seems_is_refused(text, code):
    assert told(with_cells({"Bid!B5": text})) == [(code, "Bid!B5")]


# What is hidden, merged, noted


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_what_is_hidden_is_read_and_told(state):
    def hide(book):
        book["Evidence"].sheet_state = state
        book["Prices"].row_dimensions[6].hidden = True
        book["Prices"].column_dimensions["F"].hidden = True

    content = changed(filled(), hide)
    assert told(content) == [
        ("column-hidden", "Prices!F1"),
        ("row-hidden", "Prices!A6"),
        ("sheet-hidden", "Evidence!A1"),
    ]
    assert bid_of(content) == filling.documents()[1]


def test_what_has_no_height_or_width_is_hidden_too():
    name = sheet_of("Prices")
    xml = parts_of(filled())[name]
    row, column = re.search(rb'<row r="7"[^>]*>', xml).group(0), re.search(rb'<col [^>]*max="5"[^>]*>', xml).group(0)
    low = with_xml(name, row, b'<row r="7" ht="0" customHeight="1">')
    assert told(low) == [("row-hidden", "Prices!A7")]
    narrow = with_xml(name, column, b'<col min="5" max="5" width="0" customWidth="1"/>')
    assert told(narrow) == [("column-hidden", "Prices!E1")]


@pytest.mark.parametrize(
    ("area", "is_wrong"), [("F6:F7", True), ("A6:H6", True), ("A1:A9", True), ("A2:C2", False), ("J30:K31", False)]
)
def test_merged_cells_are_wrong_where_something_is_filled_in(area, is_wrong):
    content = changed(filled(), lambda book: book["Prices"].merge_cells(area))
    assert ("cells-merged", f"Prices!{area.partition(':')[0]}") in told(content)
    if is_wrong:
        with pytest.raises(ct.InvalidDocuments):
            filling.read(content)
    else:
        assert bid_of(content) == filling.documents()[1]


def test_a_note_is_told():
    def note(book):
        book["Bid"]["B5"].comment = Comment("only for ten years", "a")
        book["Prices"]["J9"].comment = Comment("plus transport", "a")

    assert told(changed(filled(), note)) == [("cell-comment", "Bid!B5"), ("cell-comment", "Prices!J9")]


# Sheets, rows and columns that moved


def do(sheet, method, *arguments):
    """What is told of a form after a method of one of its sheets."""
    return told(changed(filled(), lambda book: getattr(book[sheet], method)(*arguments)))


def test_a_sheet_that_is_missing_renamed_or_new():
    assert told(changed(filled(), lambda book: book.remove(book["Prices"]))) == [("sheet-missing", "Prices!A1")]
    assert told(changed(filled(), lambda book: setattr(book["Prices"], "title", "Price"))) == [
        ("sheet-other", "Price!A1"),
        ("sheet-missing", "Prices!A1"),
    ]
    assert told(changed(filled(), lambda book: book.create_sheet("More").cell(2, 2, "x"))) == [
        ("sheet-other", "More!A1")
    ]
    moved = changed(filled(), lambda book: book.move_sheet("Prices", 3))
    assert bid_of(moved) == filling.documents()[1]


@pytest.mark.parametrize(
    ("sheet", "method", "at", "first"),
    [
        ("Prices", "insert_rows", 6, "Prices!A6"),
        ("Prices", "insert_rows", 7, "Prices!A7"),
        ("Prices", "insert_rows", 1, "Prices!A5"),
        ("Prices", "delete_rows", 6, "Prices!A6"),
        ("Prices", "insert_cols", 5, "Prices!E5"),
        ("Prices", "insert_cols", 1, "Prices!A5"),
        ("Prices", "delete_cols", 5, "Prices!E5"),
        ("Requirements", "insert_rows", 4, "Requirements!A4"),
        ("Requirements", "delete_rows", 4, "Requirements!A4"),
        ("Questions", "insert_rows", 5, "Questions!A5"),
        ("Bid", "insert_rows", 5, "Bid!A5"),
        ("Take-back", "delete_rows", 9, "Take-back!A9"),
        ("Evidence", "insert_cols", 2, "Evidence!B4"),
        ("End of life", "insert_cols", 3, f"{ENDS}!C8"),
        ("End of life", "insert_rows", 3, f"{ENDS}!A8"),
    ],
)
def test_what_moved_is_never_read_as_something_else(sheet, method, at, first):
    assert ("heading-changed", first.replace("Take-back!", "'Take-back'!")) in do(sheet, method, at)


@pytest.mark.parametrize(
    ("sheet", "method", "at"), [("End of life", "insert_rows", 9), ("End of life", "delete_rows", 9)]
)
def test_rows_of_a_pair_that_moved_are_told(sheet, method, at):
    assert ("link-changed", f"{ENDS}!A9") in do(sheet, method, at) or ("link-changed", f"{ENDS}!A10") in do(
        sheet, method, at
    )


def test_columns_that_changed_places_are_told():
    swapped = {
        "End of life!C8": "Share of the mass: landfill (30 %)",
        "End of life!D8": "Share of the mass: reuse (30 %)",
    }
    assert told(with_cells(swapped)) == [("heading-changed", f"{ENDS}!C8"), ("heading-changed", f"{ENDS}!D8")]


def test_rows_inserted_among_entries_of_a_table_change_nothing():
    def insert(book):
        book["Evidence"].insert_rows(6)
        book["Lots"].insert_rows(7)

    assert bid_of(changed(filled(), insert)) == filling.documents()[1]


def test_links_are_what_pairs_two_sheets():
    assert told(with_cells({"End of life!A9": "a-desk"})) == [("link-changed", f"{ENDS}!A9")]
    assert told(with_cells({"End of life!B9": "=B10"})) == [("link-changed", f"{ENDS}!B9")]
    assert told(with_cells({"End of life!A9": None})) == [("cell-changed", f"{ENDS}!A9")]
    name = sheet_of("End of life")
    old = re.search(rb'<c r="B9".*?</c>', parts_of(filled())[name]).group(0)
    assert b"<v>frame</v>" in old
    content = with_xml(name, old, old.replace(b"<v>frame</v>", b"<v>lid</v>"))
    assert told(content) == [("link-changed", f"{ENDS}!B9")]


def test_the_rows_of_a_panel_belong_to_the_bids_in_their_order():
    tender, bid, judgements = filling.documents()
    other = bid.model_copy(update={"id": "other", "bidder": "Other"})
    sheet = ct.scoring_sheet(tender, [bid, other], judgements=judgements, language="en")
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(sheet, tender, bids=[other, bid])
    assert {problem.code for problem in raised.value.problems} == {"cell-changed", "heading-changed"}
    assert ct.read_form(sheet, tender, bids=[bid, other]).document == judgements


# What the buyer wrote, and what stands beside the form


def test_what_the_buyer_wrote_counts_whatever_stands_there_now():
    cells = {"Prices!E6": "500", "Prices!B6": "Table", "Prices!A3": None, "Prices!G6": 5, "Prices!G8": 9}
    content = with_cells({**cells, "Prices!J6": "plus transport", "Prices!A20": "call me", "Bid!D1": 3})
    assert told(content) == [
        ("cell-outside", "Bid!D1"),
        ("cell-changed", "Prices!A3"),
        ("cell-changed", "Prices!B6"),
        ("cell-changed", "Prices!E6"),
        ("formula-replaced", "Prices!G6"),
        ("cell-outside", "Prices!J6"),
        ("formula-replaced", "Prices!G8"),
        ("cell-outside", "Prices!A20"),
    ]
    assert bid_of(content) == filling.documents()[1]


def test_what_is_filled_in_beyond_the_prepared_rows_is_read():
    content = with_cells({"Evidence!A300": "late", "Evidence!B300": "own statement", "Evidence!C300": "Letter"})
    assert told(content) == []
    assert bid_of(content).evidence["late"].title == "Letter"


# What does not hold between cells


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"End of life!C20": "5 %"}, [("row-without-entry", f"{ENDS}!C20")]),
        ({"Bill of materials!A5": "a-dsk"}, [("unknown-product", f"{PARTS}!A5")]),
        ({"Evidence!A6": "fsc"}, [("unknown-evidence", "Feedstock!E9"), ("row-twice", "Evidence!A6")]),
        ({"Prices!H6": "secret"}, [("value-and-ground", "Prices!H6")]),
        ({"Take-back!B8": "5 %"}, [("value-and-ground", "'Take-back'!B9")]),
        ({"Requirements!D4": "yess"}, [("unknown-choice", "Requirements!D4")]),
        ({"Requirements!D4": "Yes"}, [("unknown-choice", "Requirements!D4")]),
        ({"Requirements!E4": "fcs"}, [("unknown-evidence", "Requirements!E4")]),
        ({"Bid!B4": "Acme!"}, [("id-form", "Bid!B4")]),
        ({"Products!A6": "a-desk"}, [("duplicate-id", "Products!A6")]),
        ({"Evidence!A6": "a/b~c*"}, [("unknown-evidence", "Feedstock!E9"), ("id-form", "Evidence!A6")]),
        ({"Evidence!A6": None}, [("unknown-evidence", "Feedstock!E9"), ("cell-empty", "Evidence!A6")]),
        ({"Evidence!C6": None}, [("cell-empty", "Evidence!C6")]),
        ({"Requirements!E5": "fsc"}, [("cell-empty", "Requirements!D5")]),
        ({"Questions!D4": "why"}, [("value-and-ground", "Questions!D4")]),
    ],
)
def test_what_does_not_hold_between_cells(cells, expected):
    assert told(with_cells(cells)) == expected


def test_several_mistakes_come_at_once_in_the_order_of_the_sheets():
    cells = {
        "Evidence!B5": "opinion",
        "Prices!F7": "1,5",
        "Prices!F6": True,
        "Bid!B5": "  ",
        "Products!C5": "31.50",
        "Bill of materials!D5": "-1 kg",
        "Questions!C6": "5 lbs",
    }
    assert told(with_cells(cells)) == [
        ("cell-spaces", "Bid!B5"),
        ("cell-boolean", "Prices!F6"),
        ("cell-mark", "Prices!F7"),
        ("value-and-ground", "Prices!H7"),
        ("unit-unknown", "Questions!C6"),
        ("unit-missing", "Products!C5"),
        ("below-zero", f"{PARTS}!D5"),
        ("unknown-choice", "Evidence!B5"),
    ]


# Another program


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_form_that_libreoffice_saved_reads_the_same(tmp_path):
    forms = {"bid": filled("nl"), "marks": marked("en")}
    for name, content in forms.items():
        (tmp_path / f"{name}.xlsx").write_bytes(content)
    there = ["--outdir", str(tmp_path / "saved"), *(str(tmp_path / f"{name}.xlsx") for name in forms)]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", *there], check=True, capture_output=True)
    for name, document in zip(forms, filling.documents()[1:], strict=True):
        read = filling.read((tmp_path / "saved" / f"{name}.xlsx").read_bytes())
        assert read.document == document
        assert len(read.doubts) == 0
