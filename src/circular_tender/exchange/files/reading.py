"""From a form that came back to the document that it holds; every problem and every doubt with its cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from circular_tender.bids import Bid, BrokenBid, Judgements, content_of, problems_of
from circular_tender.errors import Doubts, Finding, InvalidDocuments, MissingExtra, Place, Problem, Term, nearest, shown
from circular_tender.exchange.files.buyers import compare
from circular_tender.exchange.files.cells import Reader, Told
from circular_tender.exchange.files.long_form import LongForm
from circular_tender.exchange.files.pages import Page, pages
from circular_tender.exchange.files.start import IDENTITY
from circular_tender.exchange.files.tables import Rows
from circular_tender.exchange.forms.answers import Answer, Spot, assembled
from circular_tender.exchange.forms.asked import Form
from circular_tender.exchange.forms.bid import BID_FORM, bid_form_of
from circular_tender.exchange.forms.marks import SCORING_SHEET, scoring_sheet_of
from circular_tender.exchange.forms.notation import NOTATIONS, PLAIN, Notation
from circular_tender.exchange.guard import guarded
from circular_tender.exchange.office import read_book
from circular_tender.narrate import LANGUAGES, words_for
from circular_tender.record import digest
from circular_tender.rules import Json
from circular_tender.tender import Tender
from circular_tender.texts import LIMIT_BYTES, Collected, Origin

_TEXT = ("place", '"place', "\ufeffplace", '\ufeff"place')  # how a file in the long form begins


@attrs.frozen
class FilledForm:
    """What a form held: the document, and what somebody must look at before it is used."""

    document: Bid | Judgements
    doubts: Doubts

    def __str__(self) -> str:
        return str(self.doubts)


@attrs.frozen
class _Identity:
    """What a file says that it is."""

    schema: str
    tender: str
    digest: str
    language: str
    members: tuple[str, ...]


def read_form(source: str | Path | bytes, tender: Tender, *, bids: Sequence[Bid | BrokenBid] = ()) -> FilledForm:
    """Return what a form of this tender holds that came back: a bid, or the judgements of a panel about these bids.

    A workbook or a file in the long form, by its content. Raises `InvalidDocuments` with everything that is wrong or
    doubtful, each with its sheet and cell, and `MissingExtra` where a workbook can't be read.
    """
    name, content = _content(source)
    told = Told(name)
    if content.startswith(tuple(text.encode() for text in _TEXT)):
        return _of_long_form(content, tender, readable(bids), told)
    told.doubts += guarded(name, content)
    return _of_workbook(content, tender, readable(bids), told)


def readable(bids: Iterable[Bid | BrokenBid]) -> list[Bid]:
    """Return the bids that could be read; nobody can mark another."""
    return [bid for bid in bids if isinstance(bid, Bid)]


def _content(source: str | Path | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        if len(source) > LIMIT_BYTES:
            raise Collected("form").too_large(len(source))
        return "form", source
    path = Path(source)
    return path.name, content_of(path, path.name, LIMIT_BYTES)


def _of_workbook(content: bytes, tender: Tender, bids: Sequence[Bid], told: Told) -> FilledForm:
    sheets = _pages(content, told)
    if not sheets:
        raise InvalidDocuments([Problem("form-other", Place(told.name), Term("found-nothing"))])
    first = next(iter(sheets.values()))
    schema, reference, known, language, members = (first.at(IDENTITY + n, 2).text for n in range(5))
    identity = _Identity(schema, reference, known, language, _roles(members))
    form = _form(identity, tender, bids, told, first)
    compare(form, words_for(tender, form.language), sheets, told)
    reader = Reader(NOTATIONS[form.language], told)
    rows = Rows(form, reader)
    return _filled(form, list(rows.read(sheets)), rows.spots, reader)


def _roles(written: str) -> tuple[str, ...]:
    return tuple(filter(None, written.split(", ")))


def _pages(content: bytes, told: Told) -> dict[str, Page]:
    try:
        return pages(read_book(content), read_book(content, values=True))
    except MissingExtra:
        raise
    except Exception:  # noqa: BLE001 -- openpyxl raises whatever its parts raise where a workbook is not as it should be
        found = Term.of("found-bytes", count=str(len(content)))
        raise InvalidDocuments([Problem("file-not-xlsx", Place(told.name), found)]) from None


def _of_long_form(content: bytes, tender: Tender, bids: Sequence[Bid], told: Told) -> FilledForm:
    held = LongForm.of(content, told)
    said = held.identity
    identity = _Identity(said["form"], said["tender"], said["digest"], "", _roles(said["members"]))
    form = _form(identity, tender, bids, told, None)
    reader = Reader(PLAIN, told, None)
    answers = list(held.read(form, reader))
    return _filled(form, answers, {answer.at: answer.spot for answer in answers}, reader)


def _form(identity: _Identity, tender: Tender, bids: Sequence[Bid], told: Told, page: Page | None) -> Form:
    """Return what was asked in the form that this is; raises `InvalidDocuments` where it is none of this tender."""
    language = identity.language or next(iter(LANGUAGES))
    expected = (
        ("form-other", 0, identity.schema, identity.schema in {BID_FORM, SCORING_SHEET}),
        ("other-tender", 1, identity.tender, identity.tender == tender.reference),
        ("form-other-version", 2, identity.digest, identity.digest == digest(tender)),
        ("missing-language", 3, language, language in LANGUAGES),
        ("form-needs-bids", 0, identity.schema, identity.schema == BID_FORM or bool(bids)),
    )
    for code, position, found, holds in expected:
        if not holds:
            spot = page.spot(IDENTITY + position, 2) if page else Spot("", 2 + position, 1)
            data = {"expected": tender.reference, "language": language, "known": ", ".join(LANGUAGES)}
            told.wrong(code, spot, shown(found or None), **data)
            raise InvalidDocuments(told.problems)
    words = words_for(tender, language)
    return bid_form_of(words) if identity.schema == BID_FORM else scoring_sheet_of(words, bids, identity.members)


def _filled(form: Form, answers: Sequence[Answer], spots: dict[str, Spot], reader: Reader) -> FilledForm:
    told = reader.told
    plain, found = assembled(form, answers)
    positions = {at: (spot.row, spot.column) for at, spot in spots.items()}
    sheets = {at: spot.sheet for at, spot in spots.items() if spot.sheet}
    origin = Origin(told.name, positions, sheets=sheets)
    told.problems += problems_of([*found, *_unlisted(answers)], origin)
    try:
        document = _document(form, plain, origin)
    except InvalidDocuments as error:
        told.problems += _new(error.problems, told.problems, answers, reader.notation)
        raise InvalidDocuments(_in_order(form, [*told.problems, *told.doubts])) from None
    if told.problems:
        raise InvalidDocuments(_in_order(form, [*told.problems, *told.doubts]))
    return FilledForm(document, Doubts(tuple(_in_order(form, told.doubts))))


def _unlisted(answers: Iterable[Answer]) -> Iterator[Finding]:
    """Yield the names that no table lists, so that they are told together with whatever else is wrong."""
    answers = list(answers)
    names = {answer.entry[-1] for answer in answers if answer.asked.at.startswith("/evidence/*")}
    for answer in answers:
        if answer.asked.from_table and isinstance(answer.value, str) and answer.value not in names:
            slip = (("slip", nearest(answer.value, names)),)
            yield Finding("unknown-evidence", answer.at, shown(answer.value), slip)


def _document(form: Form, plain: Mapping[str, Json], origin: Origin) -> Bid | Judgements:
    context = {"origin": origin}
    if form.schema == BID_FORM:
        return Bid.model_validate(dict(plain), context=context)
    return Judgements.model_validate({"marks": {}, **plain}, context=context)


def _new(
    problems: Iterable[Problem], known: Sequence[Problem], answers: Iterable[Answer], notation: Notation
) -> list[Problem]:
    """Return the problems that are no consequence of those that are known, with what the cell holds."""
    told = [problem.place.pointer for problem in known if problem.place.pointer]
    texts = {answer.at: answer.text for answer in answers if answer.text}
    return [
        attrs.evolve(
            notation.localised(problem),
            found=shown(texts[problem.place.pointer]) if problem.place.pointer in texts else problem.found,
        )
        for problem in problems
        if not any(_touches(problem.place.pointer, at) for at in told)
    ]


def _touches(at: str, other: str) -> bool:
    return at == other or at.startswith(f"{other}/") or other.startswith(f"{at}/")


def _in_order(form: Form, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order of the sheets, rows and columns."""
    titles = [sheet.title for sheet in form.sheets]
    return sorted(
        problems,
        key=lambda problem: (
            titles.index(problem.place.sheet) + 1 if problem.place.sheet in titles else 0,
            problem.place.line or 0,
            problem.place.column or 0,
        ),
    )
