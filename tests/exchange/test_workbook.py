"""The live workbook: what LibreOffice makes of its formulas is what was computed exactly, cell by cell.

The values that are stored beside the formulas are taken out first, so that nothing but computing can give them.
"""

import inspect
import re
from fractions import Fraction as F
from io import BytesIO
from pathlib import Path

import every_measure as measuring
import openpyxl
import pytest
import zipped
from folders import documents
from office import close, different, opened, saved_by_libreoffice, without_values

import circular_tender as ct
from circular_tender import formulas
from circular_tender.award import lowest_wins
from circular_tender.derivation import Formula
from circular_tender.exact import Symbol
from circular_tender.exchange.workbook.formulas import Area
from circular_tender.exchange.workbook.formulas import Formula as SheetFormula
from circular_tender.narrate import words_for

ROOT = Path(__file__).parents[2]
FOLDERS = [f.parent for where in ("examples", "tests/cases") for f in sorted((ROOT / where).glob("*/tender.yaml"))]
MODULES = (
    formulas.award,
    formulas.catalogue,
    formulas.circularity,
    formulas.flows,
    formulas.impacts,
    formulas.panel,
    formulas.price,
    formulas.repair,
    formulas.scales,
)
LEAST = 7000  # formulas of all cases together, counted when the test was written; it must not come to compare nothing
BASKETS = {"measured": {}, "desks": {"reference_basket": {"desk": "40"}}}  # whatever measures products, in both ways


def assessed(folder, change=None):
    case = documents(folder)
    if change:
        change(case)
    return ct.assess(case.tender, case.bids, case.judgements, case.decisions)


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Every example and case assessed, and its workbook as LibreOffice computed it."""
    folder = tmp_path_factory.mktemp("workbooks")
    made = {path.name: assessed(path) for path in FOLDERS}
    bids = ct.read_bids(measuring.bids())
    made |= {name: ct.assess(ct.read_tender({**measuring.TENDER, **more}), bids) for name, more in BASKETS.items()}
    bare = {name: without_values(ct.workbook(a), folder / "one.xlsx") for name, a in made.items()}
    assert all(b"</f><v>" not in "".join(zipped.parts(b).values()).encode() for b in bare.values())
    computed = saved_by_libreoffice(folder, bare)
    return {name: (assessment, computed[name]) for name, assessment in made.items()}


def test_a_spreadsheet_computes_what_was_computed_exactly(cases):
    results = {name: different(*case) for name, case in cases.items()}
    assert {name: wrong for name, (_, wrong) in results.items() if wrong} == {}
    assert sum(count for count, _ in results.values()) >= LEAST


def test_the_result_of_each_case_stands_on_its_sheet(cases):
    for assessment, content in cases.values():
        words = words_for(assessment.tender, None)
        rows = list(opened(content, data_only=True)[words("workbook_result")].iter_rows(min_row=4, values_only=True))
        ranked = [bid for standing in assessment.ranking for bid in standing.bids]
        assert [row[1] for row in rows[: len(ranked)]] == ranked
        totals = [assessment[bid].total for bid in ranked]
        assert all(close(row[3], total) for row, total in zip(rows, totals, strict=False))
        sign = -1 if lowest_wins(assessment.tender.award) else 1
        better = [1 + sum(sign * other > sign * total for other in totals) for total in totals]
        assert [row[4] for row in rows[: len(ranked)]] == better
        leaves = [criterion.id for _, criterion in assessment.tender.walk]
        for row in rows:
            of = assessment[row[1]]
            known = {score.criterion: score.points for score in of.scores} | {
                one.criterion: one.cost for one in of.costs
            }
            assert all(
                close(row[5 + n], known[leaf]) if leaf in known else row[5 + n] is None for n, leaf in enumerate(leaves)
            )


def test_a_number_that_is_changed_changes_everything_that_follows_from_it(tmp_path):
    """A price and a share of a part, changed in the workbook and in the bid: the same points come out."""
    folder = ROOT / "examples" / "office-furniture"
    book = opened(ct.workbook(assessed(folder), language="en"))
    page = next(sheet for sheet in book if sheet.title.endswith("tweede-leven"))
    rows = {row[3].value: row[4] for row in page.iter_rows() if row[3].value}
    rows["bid tweede-leven /prices/desk"].value = 300.25
    rows["bid tweede-leven /products/0/parts/0/end_of_life/destinations/reuse"].value = 0.125
    content = BytesIO()
    book.save(content)

    def change(case):
        plain = [bid.plain for bid in case.bids]
        bid = next(bid for bid in plain if bid["id"] == "tweede-leven")
        bid["prices"]["desk"] = "300.25"
        bid["products"][0]["parts"][0]["end_of_life"]["destinations"]["reuse"] = "12.5 %"
        case.bids = ct.read_bids(plain)

    after = assessed(folder, change)
    computed = opened(saved_by_libreoffice(tmp_path, {"changed": content.getvalue()})["changed"], data_only=True)
    points = {row[1]: row[3] for row in computed["Result"].iter_rows(min_row=4, values_only=True)}
    assert after["tweede-leven"].points != assessed(folder)["tweede-leven"].points
    assert all(close(points[result.bid.id], result.points) for result in after if result.points is not None)


# without LibreOffice


def test_every_formula_of_the_library_has_one_for_spreadsheets():
    """Each input as a column of two cells, as a single cell, or as a table: whichever the formula takes."""
    tables, single = (
        {"table"},
        {"places", "mode", "zero_at", "full_at", "bound", "earns", "within", "otherwise", "max_pass"},
    )
    known = [f for module in MODULES for f in vars(module).values() if isinstance(f, Formula)]
    assert len(known) >= 100
    for formula in known:
        code = formula.function.__code__
        names = code.co_varnames[: code.co_argcount]
        if code.co_flags & inspect.CO_VARKEYWORDS:
            names = ("first", "second")
        inputs = {
            name: Area("Data", 1 + n, 2, None if name in single else 2, across=name not in tables, keys=1)
            for n, name in enumerate(names)
        }
        symbol = formula.symbol(**{name: Symbol.of(name) for name in names})
        written = SheetFormula(inputs, "half_up").element(symbol, 1)
        assert re.fullmatch(r"[A-Z0-9!$:,()+\-*/^<=>.a-z]+", written), formula.name


def test_a_name_that_looks_like_another_number_is_another_name(tmp_path):
    """Of the values 3, 1, 4 and 1.5 of 1, 01, 1 and x, 1 bears 3 and 4, 01 bears 1, y none. Computed by LibreOffice."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    rows = zip((3, 1, 4, 1.5), ("1", "01", "1", "x"), ("1", "01", "x", "y"), strict=True)
    for row, (value, name, each) in enumerate(rows, 1):
        for column, content in enumerate((value, name, each), 1):
            book.active.cell(row, column).value = content
    columns = [Area("Data", 1, column, 4) for column in (1, 2, 3)]
    for column, formula, names in (
        (4, formulas.flows.of_each_product, ("values", "parts", "products")),
        (5, formulas.repair.hardest_connection, ("values", "connected", "parts")),
    ):
        areas = dict(zip(names, columns, strict=True))
        symbol = formula.symbol(**{name: Symbol.of(name) for name in names})
        for row in range(1, 5):
            book.active.cell(row, column).value = f"={SheetFormula(areas).element(symbol, row - 1)}"
    content = BytesIO()
    book.save(content)
    computed = opened(saved_by_libreoffice(tmp_path, {"names": content.getvalue()})["names"], data_only=True)["Data"]
    found = [[computed.cell(row, column).value for row in range(1, 5)] for column in (4, 5)]
    expected = [[F(7), F(1), F(3, 2), F(0)], [F(3), F(1), F(3, 2), F(1, 10)]]
    assert all(close(*each) for pair in zip(found, expected, strict=True) for each in zip(*pair, strict=True)), found


def test_the_last_of_the_best_is_the_nth_of_a_range_or_its_least(tmp_path):
    """Of 3, 1, 4, 3 the first to fourth are 4, 3, 3, 1; the sixth is the least. Computed by LibreOffice."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for column, number in enumerate((3, 1, 4, 3), 1):
        book.active.cell(1, column, number)
    for row, n in enumerate((1, 2, 3, 4, 6), 2):
        book.active.cell(row, 1, n)
        inputs = {"points": Area("Data", 1, 1, 4, across=True), "max_pass": Area("Data", row, 1)}
        symbol = formulas.award.last_to_pass.symbol(**{name: Symbol.of(name) for name in inputs})
        book.active.cell(row, 2, "=" + SheetFormula(inputs, "").element(symbol, 0))
    assert book.active["B2"].value == "=LARGE(Data!$A$1:$D$1,MIN(Data!$A$2,COUNT(Data!$A$1:$D$1)))"
    content = BytesIO()
    book.save(content)
    computed = opened(saved_by_libreoffice(tmp_path, {"best": content.getvalue()})["best"], data_only=True)["Data"]
    assert [computed.cell(row, 2).value for row in range(2, 7)] == [4, 3, 3, 1, 1]


@pytest.mark.parametrize("mode", ["half_up", "half_even", "down", "up"])
def test_each_rounding_is_that_of_its_mode(mode, tmp_path):
    """Numbers on the edge and off it, rounded by LibreOffice and, exactly, by hand-written rules."""
    values = ["0.125", "0.375", "2.5", "-0.125", "-2.675", "2.675", "1.005", "0.1249", "3", "0", "1234567.125"]
    by_hand = {
        "half_up": ["0.13", "0.38", "2.5", "-0.13", "-2.68", "2.68", "1.01", "0.12", "3", "0", "1234567.13"],
        "half_even": ["0.12", "0.38", "2.5", "-0.12", "-2.68", "2.68", "1", "0.12", "3", "0", "1234567.12"],
        "down": ["0.12", "0.37", "2.5", "-0.12", "-2.67", "2.67", "1", "0.12", "3", "0", "1234567.12"],
        "up": ["0.13", "0.38", "2.5", "-0.13", "-2.68", "2.68", "1.01", "0.13", "3", "0", "1234567.13"],
    }
    book = openpyxl.Workbook()
    book.active.title = "Data"
    book.defined_names["precision"] = openpyxl.workbook.defined_name.DefinedName("precision", attr_text="Data!$D$1")
    book.active["D1"] = 1e-12
    symbol = formulas.award.rounded_points.symbol(**{name: Symbol.of(name) for name in ("points", "places", "mode")})
    for row, value in enumerate(values, 1):
        book.active.cell(row, 1).value, book.active.cell(row, 2).value = float(F(value) * 3) / 3, 2
        inputs = {"points": Area("Data", row, 1), "places": Area("Data", row, 2), "mode": Area("Data", row, 5)}
        book.active.cell(row, 3).value = f"={SheetFormula(inputs, mode).element(symbol, 0)}"
    content = BytesIO()
    book.save(content)
    computed = opened(saved_by_libreoffice(tmp_path, {"rounded": content.getvalue()})["rounded"], data_only=True)
    found = [computed["Data"].cell(row, 3).value for row in range(1, len(values) + 1)]
    assert [value for value, text in zip(found, by_hand[mode], strict=True) if not close(value, F(text))] == []


def test_what_the_marks_of_members_come_to_is_what_libreoffice_makes_of_them(tmp_path):
    """Marks of which binary floats are not the sums, and as many as leave one, two or more in the middle."""
    panels = [
        "6 7 9",
        "9 6 7 6",
        "0.1 0.2 0.3",
        "0.1 0.2 0.3 0.4",
        "-3 1 2 5 10",
        "8 8 8",
        "9.999999999999 10 0.000001",
    ]
    book = openpyxl.Workbook()
    book.active.title = "Data"
    found = [formulas.panel.median_of_members, formulas.panel.trimmed_mean_of_members]
    for row, given in enumerate(panels, 1):
        marks = [float(mark) for mark in given.split()]
        for column, mark in enumerate(marks, 5):
            book.active.cell(row, column).value = mark
        inputs = {"marks": Area("Data", row, 5, len(marks), across=True)}
        for column, formula in enumerate(found, 1):
            symbol = formula.symbol(marks=Symbol.of("marks"))
            book.active.cell(row, column).value = f"={SheetFormula(inputs).element(symbol, 0)}"
    content = BytesIO()
    book.save(content)
    computed = opened(saved_by_libreoffice(tmp_path, {"marks": content.getvalue()})["marks"], data_only=True)["Data"]
    for row, given in enumerate(panels, 1):
        ordered = sorted(F(mark) for mark in given.split())
        middle = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
        assert close(computed.cell(row, 1).value, sum(middle) / len(middle)), given
        assert close(computed.cell(row, 2).value, sum(ordered[1:-1]) / (len(ordered) - 2)), given


def test_the_same_assessment_is_the_same_bytes_and_stored_values_are_those_computed():
    assessment = assessed(ROOT / "examples" / "spreadsheet-round-trip")
    content = ct.workbook(assessment)
    assert ct.workbook(assessed(ROOT / "examples" / "spreadsheet-round-trip")) == content
    count, wrong = different(assessment, content)
    assert (count > 300, wrong) == (True, [])


def test_every_written_number_is_a_cell_with_its_text_beside_it():
    assessment = assessed(ROOT / "examples" / "spreadsheet-round-trip")
    book = opened(ct.workbook(assessment, language="en"))
    page = next(sheet for sheet in book if sheet.title.endswith("lumen"))
    written = {
        row[3].value: (row[2].value, row[4].value) for row in page.iter_rows() if str(row[3].value).startswith("bid ")
    }
    assert written["bid lumen /prices/screen"] == ("1150.00", 1150)
    assert written["bid lumen /products/1/guarantee/term"] == ("60 months", 5)
    assert written["bid lumen /products/1/parts/2/mass"] == ("900 g", 0.9)
    assert book["Read me first"]["A2"].value == "Internal: for the contracting authority only."
    assert ct.digest(assessment.tender) in {cell.value for row in book["Read me first"].iter_rows() for cell in row}


def test_nothing_that_somebody_wrote_becomes_a_formula_or_a_name_of_a_sheet_that_is_too_long(build):
    names = ["a" * 64, "a" * 63 + "b", "history"]
    marks = dict.fromkeys(names, "1")
    bids = [
        {**build.bid(name), "bidder": text}
        for name, text in zip(names, ['=HYPERLINK("http://x")', "-2", "@x"], strict=True)
    ]
    assessment = build.marked(build.tender(build.judged()), **marks)
    assessment = ct.assess(assessment.tender, ct.read_bids(bids), assessment.judgements)
    book = opened(ct.workbook(assessment))
    assert all(len(sheet.title) <= 31 for sheet in book)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.hyperlink] == []
    assert {cell.data_type for cell in cells if cell.value in {'=HYPERLINK("http://x")', "-2", "@x"}} == {"s"}


def test_an_assessment_without_any_admitted_bid_has_a_workbook_too(build):
    log = {
        "kind": "rejected",
        "bid": "a",
        "at": "2026-09-02T09:00:00Z",
        "by": "officer",
        "reason": "late",
        "ground": "irregular",
    }
    decisions = ct.read_decisions({"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [log]})
    marked = build.marked(build.tender(build.judged()), a="1")
    empty = ct.assess(marked.tender, marked.bids, marked.judgements, decisions)
    rows = list(opened(ct.workbook(empty, language="nl"))["Uitslag"].iter_rows(min_row=4, values_only=True))
    assert [row[:2] for row in rows] == [("terzijde gelegd", "a")]
