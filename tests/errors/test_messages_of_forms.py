"""What is said of forms that came back, word for word in English and Dutch, with the sheet and the cell."""

from datetime import datetime

import asking
import filling
import pytest
import zipped
from filled import edited, noted_beside, setting, shown_as

import circular_tender as ct

DAY = datetime.fromisoformat("2026-11-02T00:00:00")
CELLS = [
    (
        setting(Bid__B5=True),
        "Bid!B5 /bidder",
        '"True"',
        "cell-boolean",
        "This cell is a truth value, which every program shows in its own words. Type the answer as text.",
        "Deze cel is een waarheidswaarde, die elk programma in eigen woorden toont. Typ het antwoord als tekst.",
    ),
    (
        shown_as("Prices", "F6", 1000, "#,##0,"),
        "Prices!F6 /prices/desk",
        '"1000"',
        "cell-shown",
        'This number is read; the format "#,##0," shows it in another way.',
        'Dit getal wordt gelezen; de opmaak "#,##0," toont het anders.',
    ),
    (
        setting(Prices__F6=None, Bid__A5="Name"),
        "Bid!A5",
        '"Name"',
        "heading-changed",
        'The buyer wrote "Name of the bidder" here. What stands in this row or column may belong to something else.',
        'De aanbestedende dienst schreef hier "Name of the bidder". Wat in deze rij of kolom staat, kan bij iets anders horen.',
    ),
    (setting(Bid__B4=None), "Bid!B4 /id", "an empty cell", "cell-empty", "Fill in this cell.", "Vul deze cel in."),
    (
        setting(Bid__B5="   "),
        "Bid!B5 /bidder",
        '"   "',
        "cell-spaces",
        "This cell holds spaces only. Empty it, or fill it in.",
        "Deze cel bevat alleen spaties. Maak haar leeg, of vul haar in.",
    ),
    (
        setting(Prices__F6="1000,50"),
        "Prices!F6 /prices/desk",
        '"1000,50"',
        "cell-mark",
        'In this form "," is not read, neither as a decimal mark nor between thousands. Write 12500.50.',
        'In dit formulier wordt "," niet gelezen, niet als decimaalteken en niet tussen duizendtallen. Schrijf 12500.50.',
    ),
    (
        setting(Prices__F6="1.050"),
        "Prices!F6 /prices/desk",
        '"1.050"',
        "cell-thousands",
        "This is read with three decimals. If thousands are meant, it should read 1050.",
        "Dit wordt met drie decimalen gelezen. Zijn duizendtallen bedoeld, dan hoort er 1050 te staan.",
    ),
    (
        setting(Prices__F6="=500*2.001"),
        "Prices!F6 /prices/desk",
        '"=500*2.001"',
        "cell-formula-no-value",
        "This cell has a formula and no stored value. Type the value.",
        "In deze cel staat een formule zonder opgeslagen waarde. Typ de waarde.",
    ),
    (
        setting(Prices__H6="secret too"),
        "Prices!H6 /prices/desk/withheld",
        '"secret too"',
        "value-and-ground",
        "A value is given and so is the ground why it is not. Leave one of them empty.",
        "Er is een waarde gegeven en ook de grond waarom zij er niet is. Laat een van beide leeg.",
    ),
    (
        shown_as("Discounts", "C4", 0.125, "0.0%"),
        "Discounts!C4 /discounts/opening",
        '"0.125"',
        "cell-percent",
        "This cell is shown as a percentage. Type it as text: 12.5 %.",
        "Deze cel wordt als percentage getoond. Typ het als tekst: 12.5 %.",
    ),
    (
        shown_as("Prices", "F6", 1000.505, "#,##0.00"),
        "Prices!F6 /prices/desk",
        '"1000.505"',
        "cell-rounded",
        'All decimals are read; the format "#,##0.00" shows fewer.',
        'Alle decimalen worden gelezen; de opmaak "#,##0.00" toont er minder.',
    ),
    (
        setting(Questions__C4=DAY),
        "Questions!C4 /answers/days/value",
        '"2026-11-02 00:00:00"',
        "cell-date",
        "This cell is a date. Type what is asked as text.",
        "Deze cel is een datum. Typ als tekst wat wordt gevraagd.",
    ),
    (
        setting(Prices__E6="40"),
        "Prices!E6",
        '"40"',
        "cell-changed",
        'The buyer wrote "400" here. What stands here now does not count.',
        'De aanbestedende dienst schreef hier "400". Wat er nu staat, telt niet.',
    ),
    (
        setting(Prices__G6=1),
        "Prices!G6",
        '"1"',
        "formula-replaced",
        'The form computes here: "=IF(F6="","",IFERROR(_xlfn.NUMBERVALUE(F6,".",",")*400,"?"))". What was typed instead is not read.',
        'Het formulier rekent hier: "=IF(F6="","",IFERROR(_xlfn.NUMBERVALUE(F6,".",",")*400,"?"))". Wat in plaats daarvan is getypt, wordt niet gelezen.',
    ),
    (
        setting(Prices__J9="valid until May"),
        "Prices!J9",
        '"valid until May"',
        "cell-outside",
        "The form asks nothing here, so this is not read.",
        "Het formulier vraagt hier niets, dus dit wordt niet gelezen.",
    ),
    (
        noted_beside("Prices", "F6", "without VAT?"),
        "Prices!F6",
        '"without VAT?"',
        "cell-comment",
        "This is noted beside the cell and is not read.",
        "Dit staat als opmerking naast de cel en wordt niet gelezen.",
    ),
    (
        setting(End_of_life__A9="a-desk"),
        "'End of life'!A9",
        '"a-desk"',
        "link-changed",
        'This cell must repeat another: "=IF(\'Bill of materials\'!A5="","",\'Bill of materials\'!A5)". What stands in its row may belong to something else.',
        'Deze cel moet een andere herhalen: "=IF(\'Bill of materials\'!A5="","",\'Bill of materials\'!A5)". Wat in deze rij staat, kan bij iets anders horen.',
    ),
    (
        setting(End_of_life__C11="5 %"),
        "'End of life'!C11",
        '"5 %"',
        "row-without-entry",
        "The same row of the sheet Bill of materials is empty. Fill it in first.",
        "Dezelfde rij van het blad Bill of materials is leeg. Vul die eerst in.",
    ),
    (
        setting(Requirements__D4="maybe"),
        "Requirements!D4 /requirements/wood/meets",
        '"maybe"',
        "unknown-choice",
        "One of yes, no is expected.",
        "Hier hoort een van deze woorden: yes, no.",
    ),
    (
        setting(Requirements__A4="metal"),
        "Requirements!A4",
        '"metal"',
        "heading-changed",
        'The buyer wrote "wood" here. What stands in this row or column may belong to something else.',
        'De aanbestedende dienst schreef hier "wood". Wat in deze rij of kolom staat, kan bij iets anders horen.',
    ),
    (
        lambda book: book["Products"].merge_cells("A1:B1"),
        "Products!A1",
        '"A1:B1"',
        "cells-merged",
        "Merged cells hide what was written in all but the first. Undo the merging.",
        "Samengevoegde cellen verbergen wat in alle behalve de eerste stond. Hef de samenvoeging op.",
    ),
    (
        lambda book: book.remove(book["Lots"]),
        "Lots!A1",
        '"Lots"',
        "sheet-missing",
        "A sheet of the form is missing or has another name.",
        "Een blad van het formulier ontbreekt of heet anders.",
    ),
    (
        lambda book: setattr(book.create_sheet("Extra")["A1"], "value", "ours"),
        "Extra!A1",
        '"Extra"',
        "sheet-other",
        "The form has no such sheet, so it is not read.",
        "Het formulier heeft geen blad van deze naam, dus het wordt niet gelezen.",
    ),
    (
        lambda book: setattr(book["Lots"], "sheet_state", "veryHidden"),
        "Lots!A1",
        '"Lots"',
        "sheet-hidden",
        "This sheet is hidden. It is read like the others.",
        "Dit blad is verborgen. Het wordt gelezen zoals de andere.",
    ),
    (
        lambda book: setattr(book["Prices"].row_dimensions[6], "hidden", True),
        "Prices!A6",
        '"6"',
        "row-hidden",
        "This row is hidden. It is read like the others.",
        "Deze rij is verborgen. Zij wordt gelezen zoals de andere.",
    ),
    (
        lambda book: setattr(book["Prices"].column_dimensions["F"], "hidden", True),
        "Prices!F1",
        '"F"',
        "column-hidden",
        "This column is hidden. It is read like the others.",
        "Deze kolom is verborgen. Zij wordt gelezen zoals de andere.",
    ),
    (
        setting(Bid__B5="x" * 32767),
        "Bid!B5 /bidder",
        '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
        "cell-cut-off",
        "A cell holds at most 32767 characters, so the end of this text may have been cut off. Shorten it.",
        "Een cel bevat ten hoogste 32767 tekens, dus het eind van deze tekst kan zijn afgekapt. Kort hem in.",
    ),
    (
        setting(Bid__B5="#DIV/0!"),
        "Bid!B5 /bidder",
        '"#DIV/0!"',
        "cell-error",
        "The spreadsheet could not compute this cell. Type the value.",
        "Het rekenblad kon deze cel niet uitrekenen. Typ de waarde.",
    ),
    (
        setting(Read_me_first__B3="something"),
        "'Read me first'!B3",
        '"something"',
        "form-other",
        "This is no form of this library; its first sheet must stand where it stood.",
        "Dit is geen formulier van deze bibliotheek; het eerste blad moet staan waar het stond.",
    ),
    (
        setting(Evidence__A7="fsc"),
        "Evidence!A7",
        '"fsc"',
        "row-twice",
        "The short name fsc stands twice, first in row 5.",
        "De korte naam fsc staat er twee keer, voor het eerst in rij 5.",
    ),
    (
        lambda book: book["Products"].merge_cells("A9:A10"),
        "Products!A9",
        '"A9:A10"',
        "cells-merged",
        "Merged cells hide what was written in all but the first. Undo the merging.",
        "Samengevoegde cellen verbergen wat in alle behalve de eerste stond. Hef de samenvoeging op.",
    ),
    (
        setting(Bill_of_materials__A6="a-dusk"),
        "'Bill of materials'!A6",
        '"a-dusk"',
        "unknown-product",
        "The sheet Products has no product of this name. Was 'a-desk' meant?",
        "Het blad Products heeft geen product met deze naam. Was 'a-desk' bedoeld?",
    ),
    (
        setting(Products__C5="28"),
        "Products!C5 /products/0/mass",
        '"28"',
        "unit-missing",
        "Write the unit: 9.25 kg.",
        "Schrijf de eenheid erbij: 9.25 kg.",
    ),
]


def told(error, form="form.xlsx"):
    """Place, what was found, code, and the sentence in each language of every problem or doubt."""
    pages = [ct.to_text(error, language=language).replace("\n      ", " ") for language in ("en", "nl")]
    lines = []
    for number, problem in enumerate(error.problems if hasattr(error, "problems") else error, 1):
        place = str(problem.place).removeprefix(f"{form} ")
        sentences = [page.partition(f"\n{number}. ")[2].split("\n")[2].strip() for page in pages]
        assert sentences[0] == problem.sentence
        lines.append((place, str(problem.found), problem.code, *sentences))
    return lines


def read(form):
    """What is told of a form that was read, or refused."""
    tender, _, _ = asking.short_documents()
    try:
        return told(ct.read_form(form, tender).doubts, getattr(form, "name", "form"))
    except ct.InvalidDocuments as error:
        return told(error, getattr(form, "name", "form"))


@pytest.mark.parametrize(
    ("change", "place", "found", "code", "english", "dutch"),
    CELLS,
    ids=[f"{n}-{row[3]}" for n, row in enumerate(CELLS)],
)
def test_what_is_told_of_a_cell(change, place, found, code, english, dutch, tmp_path):
    assert read(edited(tmp_path / "form.xlsx", change)) == [(place, found, code, english, dutch)]


def test_a_number_that_was_computed_and_a_formula_with_its_stored_value(tmp_path):
    form = edited(tmp_path / "form.xlsx", setting(Questions__C4="=0.1+0.2", Prices__F6="=1000.5*1"))
    sheets = zipped.repacked(
        form,
        {
            "<f>1000.5*1</f><v />": "<f>1000.5*1</f><v>1000.5</v>",
            "<f>0.1+0.2</f><v />": "<f>0.1+0.2</f><v>0.30000000000000004</v>",
        },
    )
    assert read(sheets) == [
        (
            "Prices!F6 /prices/desk",
            '"=1000.5*1"',
            "cell-formula",
            'A formula stands here; its stored value is read: "1000.5".',
            'Hier staat een formule; haar opgeslagen waarde wordt gelezen: "1000.5".',
        ),
        (
            "Questions!C4 /answers/days/value",
            "float 0.30000000000000004",
            "number-float",
            "This float has more digits than a person types, so it is the result of arithmetic. Give the number as text, such as '0.1', or as Decimal('0.1').",
            "Dit getal (een float) heeft meer cijfers dan iemand intypt, dus het komt uit een berekening. Geef het getal als tekst, zoals '0.1', of als Decimal('0.1').",
        ),
        (
            "Questions!C4 /answers/days/value",
            '"=0.1+0.2"',
            "cell-formula",
            'A formula stands here; its stored value is read: "0.30000000000000004".',
            'Hier staat een formule; haar opgeslagen waarde wordt gelezen: "0.30000000000000004".',
        ),
    ]


CSV = {
    "place;value\r\n": (
        "form:1:1 (the whole document)",
        '"place;value"',
        "csv-header",
        "The first line must read place,value: separated by a comma, without a byte order mark.",
        "De eerste regel moet place,value zijn: gescheiden door een komma, zonder byte order mark.",
    ),
    'place,value\r\n/id,"a': (
        "form:2:1 (the whole document)",
        '"unexpected end of data"',
        "csv-form",
        "This is not CSV as RFC 4180 describes it.",
        "Dit is geen CSV zoals RFC 4180 dat beschrijft.",
    ),
    "place,value\r\nform,x\r\n": (
        "form:2:1 (the whole document)",
        '"x"',
        "form-other",
        "This is no form of this library; its first sheet must stand where it stood.",
        "Dit is geen formulier van deze bibliotheek; het eerste blad moet staan waar het stond.",
    ),
}


@pytest.mark.parametrize("content", CSV)
def test_what_is_told_of_a_long_form_that_is_none(content):
    assert read(content.encode()) == [CSV[content]]


ROWS = [
    (
        "/id,acme",
        "/id,acme,or not",
        (
            "form:6:1 (the whole document)",
            "3 columns",
            "csv-columns",
            "Each line has two columns: place,value.",
            "Elke regel heeft twee kolommen: place,value.",
        ),
    ),
    (
        "/prices/desk,",
        "/prices/dusk,",
        (
            "form:16:1 /prices/dusk",
            '"1000.50"',
            "not-asked",
            "The form asks nothing at this place. Was '/prices/desk' meant?",
            "Het formulier vraagt op deze plaats niets. Was '/prices/desk' bedoeld?",
        ),
    ),
    (
        "/products/1/",
        "/products/2/",
        (
            "form:48:1 /products",
            '"0, 2"',
            "list-gap",
            "The entries of a list are numbered from 0, without a gap and in their order.",
            "De posten van een lijst zijn genummerd vanaf 0, zonder gat en op volgorde.",
        ),
    ),
    (
        "/id,acme",
        "/id,acme\r\n/id,acme",
        (
            "form:7:1 /id",
            '"acme"',
            "row-twice",
            "The short name /id stands twice, first in row 6.",
            "De korte naam /id staat er twee keer, voor het eerst in rij 6.",
        ),
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), ROWS, ids=[row[2][2] for row in ROWS])
def test_what_is_told_of_a_row_of_the_long_form(before, after, expected):
    tender, bid, _ = asking.short_documents()
    assert expected in read(ct.bid_form(tender, bid=bid, form="csv").replace(before.encode(), after.encode()))


def test_what_is_told_of_a_form_of_another_version_and_of_a_scoring_sheet_without_its_bids():
    tender, bid, _ = asking.short_documents()
    other = ct.read_tender({**asking.SHORT_TENDER, "buyer": "Somebody else"})
    english = "This form was made for another version of the tender: the digest differs."
    dutch = "Dit formulier is gemaakt voor een andere versie van de aanbesteding: de digest verschilt."
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(ct.bid_form(other, language="en"), tender)
    assert told(raised.value, "form") == [
        ("'Read me first'!B5", f'"{ct.digest(other)[:60]}…"', "form-other-version", english, dutch)
    ]
    english = "A scoring sheet is read with the bids that it is about: give bids."
    dutch = "Een beoordelingsblad wordt gelezen met de inschrijvingen waarover het gaat: geef bids mee."
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(ct.scoring_sheet(tender, [bid], language="en"), tender)
    assert told(raised.value, "form") == [
        ("'Read me first'!B3", '"circular-tender/scoring-sheet/1"', "form-needs-bids", english, dutch)
    ]


def test_what_is_told_of_a_bid_that_fits_no_form():
    tender, _, _ = asking.short_documents()
    long = ct.Bid(**{**asking.SHORT_BID, "bidder": "x" * 32768})
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.bid_form(tender, bid=long)
    english, dutch = "A cell holds at most 32766 characters.", "Een cel bevat ten hoogste 32766 tekens."
    assert told(raised.value, "circular-tender/bid-form/1") == [
        ("/bidder", f'"{"x" * 60}…"', "cell-too-long", english, dutch)
    ]
    other = ct.Bid(**{**asking.SHORT_BID, "discounts": {"opening": "1 %", "closing": "2 %"}})
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.bid_form(tender, bid=other, form="csv")
    english, dutch = (
        "The form of this tender has no place for this.",
        "Het formulier van deze aanbesteding heeft hiervoor geen plaats.",
    )
    assert told(raised.value, "bid acme") == [("/discounts/closing", '"2 %"', "form-no-place", english, dutch)]


def test_how_many_doubts_there_are(tmp_path):
    two = setting(Prices__E6="40", Prices__J9="ours")
    tender, _, _ = asking.short_documents()
    doubts = ct.read_form(edited(tmp_path / "form.xlsx", two), tender).doubts
    assert [ct.to_text(doubts, language=language).split("\n")[0] for language in ("en", "nl")] == [
        "2 doubts.",
        "2 twijfels.",
    ]
    none = ct.read_form(edited(tmp_path / "form.xlsx", setting()), tender).doubts
    assert [ct.to_text(none, language=language).split("\n")[0] for language in ("en", "nl")] == [
        "No doubt.",
        "Geen twijfel.",
    ]
    assert "<h1>2 doubts.</h1>" in doubts._repr_html_().replace(' class="', "")


WHOLE = [  # of the tender that asks everything
    (
        setting(Connections__B18="fraem"),
        "Connections!B18",
        '"fraem"',
        "unknown-part",
        "On the sheet Bill of materials this product has no part of this name. Was 'frame' meant?",
        "Op het blad Bill of materials heeft dit product geen onderdeel met deze naam. Was 'frame' bedoeld?",
    ),
    (
        setting(Connections__A18="a-chair", Connections__B18="top"),
        "Connections!B18",
        '"top"',
        "unknown-part",
        "On the sheet Bill of materials this product has no part of this name.",
        "Op het blad Bill of materials heeft dit product geen onderdeel met deze naam.",
    ),
    (
        setting(Connections__A18=None),
        "Connections!A18",
        "an empty cell",
        "cell-empty",
        "Fill in this cell.",
        "Vul deze cel in.",
    ),
    (
        setting(Connections__F19=None),
        "Connections!F19 /products/0/parts/0/connections/load_bearing/1/edge",
        "an empty cell",
        "cell-empty",
        "Fill in this cell.",
        "Vul deze cel in.",
    ),
    (
        setting(Connections__C18="dry"),
        "Connections!C18 /products/0/parts/0/connections/load_bearing/0/type",
        '"dry"',
        "unknown-choice",
        "One of dry connection, connection with added elements, direct integral connection, soft chemical compound, hard chemical compound is expected.",
        "Hier hoort een van deze woorden: dry connection, connection with added elements, direct integral connection, soft chemical compound, hard chemical compound.",
    ),
    (
        setting(Bill_of_materials__F15="fsc"),
        "'Bill of materials'!A15 /products/0/parts/1/connections/load_bearing",
        "an empty list",
        "empty-list",
        "At least one entry is expected here.",
        "Hier hoort ten minste één onderdeel.",
    ),
    (
        setting(Return_values__E15="fsc"),
        "'Return values'!C15 /take_back/return_values/chair/amount",
        "an empty cell",
        "cell-empty",
        "Fill in this cell.",
        "Vul deze cel in.",
    ),
]


@pytest.fixture(scope="module")
def whole():
    """The form of the tender that asks everything, filled with the bid that answers it."""
    tender, bid, _ = asking.documents()
    return tender, ct.bid_form(tender, bid=bid, language="en")


@pytest.mark.parametrize(("change", "place", "found", "code", "english", "dutch"), WHOLE)
def test_what_is_told_of_what_is_measured(change, place, found, code, english, dutch, whole, tmp_path):
    tender, form = whole
    (tmp_path / "form.xlsx").write_bytes(filling.changed(form, change))
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(tmp_path / "form.xlsx", tender)
    assert (place, found, code, english, dutch) in told(raised.value)
