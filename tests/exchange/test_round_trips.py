"""What is written into a form reads back as it was, in every language and container; nothing is lost on the way."""

import re
from io import BytesIO
from pathlib import Path

import asking
import openpyxl
import pytest

import circular_tender as ct

FORMS = [(form, language) for form in ("xlsx", "csv") for language in ("en", "nl")]


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_a_bid_that_answers_everything_comes_back(form, language):
    tender, bid, _ = asking.documents()
    filled = ct.read_form(ct.bid_form(tender, bid=bid, language=language, form=form), tender)
    assert filled.document == bid
    assert str(filled) == str(filled.doubts) == "No doubt."


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_the_marks_of_a_panel_come_back(form, language):
    tender, bid, judgements = asking.documents()
    written = ct.scoring_sheet(tender, [bid], judgements=judgements, language=language, form=form)
    filled = ct.read_form(written, tender, bids=[bid])
    assert filled.document == judgements
    assert len(filled.doubts) == 0


CASE = Path(__file__).parents[1] / "cases" / "panel-of-three"


@pytest.fixture(scope="module")
def panel():
    """The tender, the bids and the judgements of a panel with notes, and with marks without a reason."""
    return (
        ct.read_tender(CASE / "tender.yaml"),
        ct.read_bids(CASE / "bids"),
        ct.read_judgements(CASE / "judgements.yaml"),
    )


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_the_notes_of_a_panel_come_back_and_so_do_marks_without_a_reason(panel, form, language):
    tender, bids, judgements = panel
    written = ct.scoring_sheet(tender, bids, judgements=judgements, language=language, form=form)
    filled = ct.read_form(written, tender, bids=bids)
    assert filled.document == judgements
    assert filled.document.marks["dal"]["design"].members["engineer"].reason is None
    assert filled.document.marks["dal"]["design"].moderation.startswith("the engineer counts the frame alone")
    assert len(filled.doubts) == 0


def test_a_scoring_sheet_offers_the_marks_that_are_allowed_and_says_what_is_asked_of_them(panel):
    tender, bids, judgements = panel
    book = openpyxl.load_workbook(
        BytesIO(ct.scoring_sheet(tender, bids, judgements=judgements, language="nl")), data_only=True
    )
    sheets = {sheet.title.split(" ")[-1]: sheet for sheet in book.worksheets[2:]}
    said = {name: [row[0].value for row in sheet.iter_rows(max_row=9)] for name, sheet in sheets.items()}
    heads = {
        name: [cell.value for row in sheet.iter_rows() for cell in row if row[0].value == "Id"]
        for name, sheet in sheets.items()
    }
    chosen = {name: {v.formula1 for v in sheet.data_validations.dataValidation} for name, sheet in sheets.items()}
    assert [*said] == ["design", "plan", "upkeep", "service"]
    assert said["design"][1:5] == [
        "Ontwerp om uit elkaar te halen (design): ten hoogste 30 punten.",
        "Een getal van 0 tot en met 10, in stappen van 0,5.",
        "Waar de oordelen van de leden meer dan 2 uiteen liggen, schrijft de commissie hoe daarover is gesproken.",
        "Een reden die alleen de titel hierboven of een niveau herhaalt, of die ontbreekt, wordt vermeld bij het oordeel.",
    ]
    assert said["plan"][2:4] == [
        "Een van deze: 0; 2,5; 6,25; 10.",
        "Een reden die alleen de titel hierboven of een niveau herhaalt, of die ontbreekt, wordt geweigerd.",
    ]
    assert said["service"][2:7] == [
        "Een van deze: excellent 100 %, good 60 %, poor 20 %, absent 0 %.",
        "excellent: Herstelt ter plaatse binnen twee dagen, en laat zien met wie.",
        "good: Herstelt ter plaatse binnen een week.",
        "absent: Herstelt niets.",
        "Waar de oordelen van de leden meer stappen van de niveaus uiteen liggen dan 1, schrijft de commissie hoe "
        "daarover is gesproken.",
    ]
    note = "Hoe over een verschil tussen de leden is gesproken"
    assert {name: note in head for name, head in heads.items()} == {
        "design": True,
        "plan": False,
        "upkeep": False,
        "service": True,
    }
    assert chosen["upkeep"] == set()
    assert chosen["service"] == {'"excellent,good,poor,absent"'}
    assert (chosen["plan"], chosen["design"]) == (set(), set())  # a comma stands between choices, and within these
    book = openpyxl.load_workbook(BytesIO(ct.scoring_sheet(tender, bids, judgements=judgements, language="en")))
    english = {sheet.title.split(" ")[-1]: sheet for sheet in book.worksheets[2:]}
    offered = {(v.formula1, v.errorStyle) for v in english["plan"].data_validations.dataValidation}
    assert offered == {('"0,2.5,6.25,10"', "warning")}  # what else is typed is read, and told if it is not allowed


def test_a_note_that_the_tender_does_not_ask_for_has_no_place_in_its_form(panel):
    tender, bids, judgements = panel
    plain = judgements.model_dump(mode="json", by_alias=True, exclude_unset=True)
    plain["marks"]["meer"]["upkeep"]["moderation"] = "all agreed"
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.scoring_sheet(tender, bids, judgements=ct.read_judgements(plain))
    assert [(p.code, p.place.pointer) for p in raised.value.problems] == [
        ("form-no-place", "/marks/meer/upkeep/moderation")
    ]


def test_a_mark_without_a_reason_is_asked_for_again_unless_the_tender_has_it_told(panel):
    tender, bids, _ = panel
    written = ct.scoring_sheet(tender, bids, members=["architect"], form="csv").decode().splitlines()

    def with_mark(at):
        lines = [f"{at},0" if line == f"{at}," else line for line in written]
        lines = ["/panel,three" if line == "/panel," else line for line in lines]
        try:
            return ct.read_form("\r\n".join([*lines, ""]).encode(), tender, bids=bids)
        except ct.InvalidDocuments as error:
            return [(problem.code, problem.place.pointer) for problem in error.problems]

    assert with_mark("/marks/meer/plan/members/architect/mark") == [
        ("cell-empty", "/marks/meer/plan/members/architect/reason")
    ]
    filled = with_mark("/marks/meer/design/members/architect/mark")
    assert filled.document.marks["meer"]["design"].members["architect"].reason is None


def only(*names):
    """The tender that asks everything, with these criteria alone and without lots."""
    criteria = [criterion for criterion in asking.CRITERIA if criterion["id"] in names]
    award = {**asking.TENDER["award"], "points": str(10 * len(criteria))}
    kept = {key: value for key, value in asking.TENDER.items() if key not in {"lots", "reference_basket"}}
    return ct.read_tender({**kept, "award": award, "criteria": criteria})


SHEETS = {  # what each criterion needs beside the sheets of every form, in the order of the sheets
    ("price", "look"): [],
    ("shortest",): ["Products", "Bill of materials", "Guaranteed lifetime"],
    ("reuse",): ["Products", "Bill of materials", "End of life"],
    ("capped",): ["Products", "Bill of materials", "Connections", "End of life"],
    ("apart",): ["Products", "Bill of materials", "Connections"],
    ("cycles",): ["Products", "Bill of materials", "End of life", "Feedstock"],
    ("circular",): ["Products", "Bill of materials", "End of life", "Feedstock", "Use"],
    ("untp", "biobased"): ["Products", "Bill of materials", "End of life", "Feedstock", "Use"],
    ("levels",): ["Products", "Bill of materials", "Material passports"],
    ("clean",): ["Products", "Bill of materials", "Hazardous substances"],
    ("printed", "climate"): ["Products", "Bill of materials", "Repairability index", "Environmental impacts"],
    ("back",): ["Take-back"],
    ("worth",): ["Take-back", "Return values"],
    ("spares",): ["Spare parts"],
}


@pytest.mark.parametrize("names", SHEETS)
def test_a_form_has_the_sheets_that_its_criteria_need_and_no_others(names):
    book = openpyxl.load_workbook(BytesIO(ct.bid_form(only(*names), language="en")))
    always = {"Read me first", "Bid", "Requirements", "Prices", "Discounts", "Evidence"}
    assert [title for title in book.sheetnames if title not in always] == SHEETS[names]


def test_a_form_asks_for_the_columns_that_its_criteria_need():
    """Each name of the tables once; groups of materials, proof of connections and figures stated where they count."""
    heads = {}
    for sheet in openpyxl.load_workbook(BytesIO(ct.bid_form(ct.read_tender(asking.TENDER), language="en"))):
        rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
        heads[sheet.title] = next((row for row in rows if row and row[0].startswith("Product (")), [])
    shares = [f"Share of the mass: {name} (30 %)" for name in ("reuse", "landfill", "recycle", "compost", "burn")]
    assert heads["End of life"][2:-1] == shares
    feedstock = ("recycled", "virgin", "reused", "wood")
    assert heads["Feedstock"][2:-1] == [f"Share of the mass: {name} (30 %)" for name in feedstock]
    assert heads["Bill of materials"][4:] == ["Group of materials", "Proof of the connections (its short name)"]
    assert heads["Material passports"][2:-1] == [
        "Passport: material",
        "Passport: origin",
        "Passport: mass",
        "The passport is of",
        "Kept for (15 years)",
    ]
    assert [len(heads[title]) for title in ("Repairability index", "Environmental impacts")] == [1 + 10 + 2, 1 + 13 + 4]
    plain = openpyxl.load_workbook(BytesIO(ct.bid_form(only("shortest"), language="en")))
    assert [cell.value for cell in plain["Bill of materials"][4]] == [
        "Product (its short name)",
        "Part (a short name)",
        "Material",
        "Mass in one product (400 g)",
    ]
    assert len([*plain["Products"][4]]) == 3


def test_what_a_tender_does_not_ask_for_is_not_answered_with_null():
    tender = only("shortest")
    part = {"id": "frame", "mass": "400 g"}
    product = {"id": "a", "line": "desk", "mass": "1 kg", "parts": [part], "guarantee": None}
    plain = {key: asking.BID[key] for key in ("schema", "tender", "id", "bidder", "prices")} | {"products": [product]}
    written = ct.bid_form(tender, bid=ct.Bid(**plain), language="en")
    read = ct.read_form(written, tender).document.products[0]
    assert (read.model_fields_set >= {"guarantee"}, "use" in read.model_fields_set) == (True, False)
    assert {"end_of_life", "passport", "connections"} & read.parts[0].model_fields_set == set()


EXPLAINED = {
    ("en", "circular", "Feedstock"): [
        "The material circularity indicator counts as of 2015: technical cycles only.",
        "The flows of all parts of a product are added up. The mean of the products by mass counts.",
        "Feedstock counts as follows: recycled as recycled; virgin as virgin; reused as reused; wood as virgin.",
        "Proof asked for at least: document.",
        "What is not filled in, or not proven, counts as virgin.",
    ],
    ("nl", "circular", "Gebruik"): [
        "Gebruikelijke levensduur: desk 10 jaar, chair 96 maanden. De gebruiksfactor is de gebruiksduur gedeeld door de "
        "gebruikelijke levensduur.",
        "Gebruikelijke intensiteit van het gebruik: desk 220, chair 1,5. De gebruiksfactor wordt vermenigvuldigd met de "
        "intensiteit gedeeld door de gebruikelijke.",
        "Een gebruiksfactor boven 1,25 telt als 1,25.",
        "Gevraagd bewijs, ten minste: document.",
        "Wat niet is ingevuld, of niet bewezen, telt als 0.",
    ],
    ("nl", "cycles", "Einde levensduur"): [
        "Bestemmingen tellen als volgt: reuse als hergebruik; landfill als verloren; recycle als recycling; compost als "
        "compostering; burn als energieterugwinning.",
        "Van wat energie oplevert, telt een deel als teruggewonnen: 40 % (rendement) × 50 % (koolstofgehalte), en niet "
        "meer dan uit duurzame productie komt.",
        "Gevraagd bewijs, ten minste: eigen verklaring.",
        "Wat niet is ingevuld, of niet bewezen, telt als verloren.",
    ],
    ("en", "capped", "Connections"): [
        "What counts of reuse together is no more than the disassembly index of the part.",
        "Proof asked for at least: document.",
        "Proof must be valid on 1\N{NO-BREAK SPACE}December 2026.",
        "What is not filled in, or not proven, counts as 10 %.",
    ],
    ("nl", "clean", "Gevaarlijke stoffen"): [
        "Grenzen, als aandeel van de massa van een onderdeel: lead 0,1 %, flame-retardant 0 %.",
        "De massa telt van de onderdelen die onder alle grenzen blijven. Een stof die niet is ingevuld, telt als 100 %, "
        "en een onderdeel zonder het bewijs telt niet.",
        "Gevraagd bewijs, ten minste: document.",
    ],
    ("en", "levels", "Material passports"): [
        "Level 1 counts 40 %: material.",
        "Level 2 counts 100 %: origin, mass.",
        "A level is reached where all of its fields are filled, and those of the levels below.",
        "What the verification counts: own statement 50 %, term of the contract 60 %, document 80 %, third party's "
        "statement 100 %.",
        "What it counts whether the passport is of a model, a batch or an item: a model 50 %, a batch 80 %, a single "
        "item 100 %.",
        "The passport is to be kept for 10 years; a shorter time counts in proportion.",
        "Nothing counts where less than 20 % of the mass has a passport that counts.",
    ],
    ("en", "climate", "Environmental impacts"): [
        "Price in EUR of one unit of each category, from the set “EN 15804+A2, environmental prices of 2023”: climate "
        "change (fossil) 0.116; climate change (biogenic) 0.116; climate change (land use) 0.116.",
        "What is added to data of the product itself: 0 %; to data of its sort of product: 30 %.",
        "An impact may be below 0; then it has no surcharge.",
        "Proof asked for at least: third party's statement.",
        "Where one product lacks a category, or the proof, the whole bid counts as 90000.",
    ],
}


@pytest.mark.parametrize(("language", "name", "sheet"), EXPLAINED)
def test_what_counts_stands_above_the_sheet(language, name, sheet):
    page = openpyxl.load_workbook(BytesIO(ct.bid_form(only(name), language=language)))[sheet]
    lines = [row[0] for row in page.iter_rows(min_row=3, values_only=True)]
    expected = EXPLAINED[language, name, sheet]
    assert lines[: len(expected)] == expected


def test_the_same_content_is_the_same_bytes():
    tender, bid, _ = asking.documents()
    assert ct.bid_form(tender, bid=bid) == ct.bid_form(tender, bid=bid)


def test_what_a_form_has_no_place_for_is_not_dropped():
    tender, _, _ = asking.documents()
    plain = {
        **asking.BID,
        "answers": {**asking.BID["answers"], "nobody-asked": None, "else": {"value": "1", "evidence": None}},
    }
    product = {
        **asking.BID["products"][0],
        "parts": [{**asking.BID["products"][0]["parts"][1], "passport": {"fields": {}, "evidence": None}}],
    }
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.bid_form(tender, bid=ct.Bid(**{**plain, "products": [product]}))
    assert [(p.code, p.place.pointer) for p in raised.value.problems] == [
        ("form-no-place", "/products/0/parts/0/passport/fields"),
        ("form-no-place", "/answers/else/value"),
    ]


def test_a_form_of_another_tender_is_refused():
    tender, bid, judgements = asking.documents()
    other = ct.read_tender({**asking.TENDER, "reference": "ALL-2"})
    changed = ct.read_tender({**asking.TENDER, "buyer": "Somebody else"})
    for form in ("xlsx", "csv"):
        for written, more in (
            (ct.bid_form(tender, bid=bid, form=form), {}),
            (ct.scoring_sheet(tender, [bid], judgements=judgements, form=form), {"bids": [bid]}),
        ):
            for against, code in ((other, "other-tender"), (changed, "form-other-version")):
                with pytest.raises(ct.InvalidDocuments) as raised:
                    ct.read_form(written, against, **more)
                assert [problem.code for problem in raised.value.problems] == [code]


def test_an_empty_form_says_which_cells_must_be_filled_in():
    tender, _, _ = asking.documents()
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_form(ct.bid_form(tender, language="nl"), tender)
    assert str(raised.value) == (
        "2 problems found.\n"
        "1. form Inschrijving!B4 /id\n    found an empty cell [cell-empty]\n    Fill in this cell.\n"
        "2. form Inschrijving!B5 /bidder\n    found an empty cell [cell-empty]\n    Fill in this cell."
    )


def test_what_is_wrong_only_beside_other_documents_is_told_at_its_cell(tmp_path):
    """A mark above those allowed, and a line for which there is no product: `assess` finds both, and names the cells."""
    folder = Path(__file__).parents[2] / "examples" / "spreadsheet-round-trip"
    tender = ct.read_tender(folder / "tender.yaml")
    bids = [ct.read_form(form, tender).document for form in sorted((folder / "forms").iterdir())]
    marks = openpyxl.load_workbook(folder / "marks.xlsx")
    marks["1 service"]["C6"] = "11"
    marks.save(tmp_path / "marks.xlsx")
    lumen = openpyxl.load_workbook(folder / "forms" / "lumen.xlsx")
    for sheet, cells in (
        ("Producten", "A6:C6"),
        ("Stuklijst", "A8:D10"),
        ("Einde levensduur", "C12:G14"),
        ("Gegarandeerde levensduur", "B10:C10"),
    ):
        for cell in (cell for row in lumen[sheet][cells] for cell in row):
            cell.value = None
    lumen.save(tmp_path / "lumen.xlsx")
    bids[1] = ct.read_form(tmp_path / "lumen.xlsx", tender).document
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess(tender, bids, ct.read_form(tmp_path / "marks.xlsx", tender, bids=bids).document)
    assert [(problem.code, problem.place.parts[0]) for problem in raised.value.problems] == [
        ("product-missing", "lumen.xlsx Producten!A5"),
        ("mark-not-allowed", "marks.xlsx '1 service'!C6"),
    ]


def test_whoever_fills_in_a_form_can_change_only_the_cells_that_are_asked(tmp_path):
    tender, _, _ = asking.documents()
    (tmp_path / "form.xlsx").write_bytes(ct.bid_form(tender, language="en"))
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    open_cells = {
        sheet.title: [c for row in sheet.iter_rows() for c in row if not c.protection.locked] for sheet in book
    }
    assert all(sheet.protection.sheet for sheet in book)
    assert all(cell.number_format == "@" for cells in open_cells.values() for cell in cells)
    assert [cell.coordinate for cell in open_cells["Prices"]] == ["F6", "H6", "F7", "H7"]
    assert open_cells["Read me first"] == []
    choices = {str(each.sqref): each.formula1 for each in book["Requirements"].data_validations.dataValidation}
    assert choices == {"D4": '"yes,no"', "E4": "Evidence!$A$5:$A$64", "D5": '"yes,no"', "E5": "Evidence!$A$5:$A$64"}


def test_no_text_becomes_a_formula_in_a_workbook():
    tender, bid, _ = asking.documents()
    book = openpyxl.load_workbook(BytesIO(ct.bid_form(tender, bid=bid)))
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas != []
    assert [f for f in formulas if not re.match(r"=(IF\(|SUM\()", f)] == []
    assert [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_no_text_becomes_a_formula_in_the_long_form():
    tender, bid, judgements = asking.documents()
    for written in (
        ct.bid_form(tender, bid=bid, form="csv"),
        ct.scoring_sheet(tender, [bid], judgements=judgements, form="csv"),
    ):
        values = [line.partition(",")[2].lstrip('"') for line in written.decode().splitlines() if line.startswith("/")]
        assert [value for value in values if value[:1] in {"=", "+", "@", "\t", "\r"}] == []
        assert {value for value in values if value[:1] == "-"} <= {"-2", "-1.5"}  # numbers, which nothing computes
    assert b"'=HYPERLINK" in ct.bid_form(tender, bid=bid, form="csv")
