"""Forms that come back changed: a workbook with other cells or other parts, and what reading it tells."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import asking
import openpyxl

import circular_tender as ct

FIRST = {"en": "Read me first", "nl": "Lees mij eerst"}


@cache
def documents():
    """The tender that asks everything but what is measured in depth, the bid that answers it and the judgements."""
    return asking.short_documents()


@cache
def filled(language="en", form="xlsx"):
    """The form of the tender, filled with the bid; without most of its empty rows, so that it is read fast."""
    tender, bid, _ = documents()
    written = ct.bid_form(tender, bid=bid, language=language, form=form)
    return written if form == "csv" else zipped({name: _short(part) for name, part in parts_of(written).items()})


def _short(part):
    return re.sub(rb'<row r="(?:2[1-9]|[3-9][0-9]|[0-9]{3})".*?</row>', b"", part)


@cache
def marked(language="en", form="xlsx"):
    """The sheet of the panel, filled with its judgements."""
    tender, bid, judgements = documents()
    return ct.scoring_sheet(tender, [bid], judgements=judgements, language=language, form=form)


def changed(content, change):
    """A workbook after `change` did something to it."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    after = BytesIO()
    book.save(after)
    return after.getvalue()


def with_cells(cells, language="en"):
    """The filled form with other values in cells: `{"Prices!F6": 3}`; the name of a sheet may hold spaces."""

    def put(book):
        for place, value in cells.items():
            sheet, at = place.split("!")
            book[sheet][at] = value

    return changed(filled(language), put)


def parts_of(content):
    """The files inside a workbook, by name."""
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(parts):
    """A workbook of these files; a list of pairs may name one twice."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items() if isinstance(parts, dict) else parts:
            file.writestr(name, part)
    return content.getvalue()


def with_parts(parts, content=None):
    """The filled form with these files inside, beside or instead of those that there were."""
    return zipped({**parts_of(content or filled()), **parts})


def with_xml(name, old, new, content=None):
    """The filled form with a piece of one file inside replaced, which must be there once."""
    parts = parts_of(content or filled())
    assert parts[name].count(old) == 1, (name, old, parts[name].count(old))
    return zipped({**parts, name: parts[name].replace(old, new)})


def read(content):
    """What a filled form or scoring sheet holds."""
    tender, bid, _ = documents()
    return ct.read_form(content, tender, bids=[bid])


def told(content):
    """What is wrong in a form, or else doubtful: each with its code and its cell."""
    try:
        problems = list(read(content).doubts)
    except ct.InvalidDocuments as error:
        problems = error.problems
    return [(problem.code, where(problem)) for problem in problems]


def where(problem):
    """The place of a problem without the name of the document and the pointer."""
    return problem.place.parts[0].removeprefix("form").strip()


def sheet_of(title, content=None):
    """The name of the file inside a workbook that holds a sheet."""
    book = openpyxl.load_workbook(BytesIO(content or filled()))
    return f"xl/worksheets/sheet{book.sheetnames.index(title) + 1}.xml"
