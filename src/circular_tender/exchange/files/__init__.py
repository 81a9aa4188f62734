"""Forms as files: workbooks that people fill in, and the long form that programs fill in."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from circular_tender.bids import Bid, BrokenBid, Document, Judgements, problems_of
from circular_tender.errors import InvalidDocuments
from circular_tender.exchange.files.long_form import long_form
from circular_tender.exchange.files.reading import FilledForm as FilledForm
from circular_tender.exchange.files.reading import read_form as read_form
from circular_tender.exchange.files.reading import readable
from circular_tender.exchange.files.writing import workbook
from circular_tender.exchange.forms.answers import lost
from circular_tender.exchange.forms.asked import Form
from circular_tender.exchange.forms.bid import bid_form_of
from circular_tender.exchange.forms.marks import scoring_sheet_of
from circular_tender.narrate import Words, words_for
from circular_tender.tender import Tender
from circular_tender.texts import Origin

#: A workbook, or the long form: CSV with a row for each value.
FileForm: TypeAlias = Literal["xlsx", "csv"]


def bid_form(tender: Tender, *, bid: Bid | None = None, language: str | None = None, form: FileForm = "xlsx") -> bytes:
    """Return the form in which bidders answer a tender, empty or filled with a bid, in `en` or `nl`.

    Without `language` it is the first in which the tender says everything; numbers are written as that language does.
    Raises `InvalidDocuments` where the bid says what the form has no place for, and `MissingExtra` for a workbook.
    """
    words = words_for(tender, language)
    return _file(bid_form_of(words), words, bid, form)


def scoring_sheet(  # noqa: PLR0913 -- what is asked, of whom, and how it is written
    tender: Tender,
    bids: Sequence[Bid | BrokenBid],
    *,
    members: Sequence[str] = (),
    judgements: Judgements | None = None,
    language: str | None = None,
    form: FileForm = "xlsx",
) -> bytes:
    """Return the form in which a panel marks these bids, empty or filled with its judgements, in `en` or `nl`.

    A bid that can't be read has no row. `members` are the roles whose marks are asked one by one; if there are none,
    those in the judgements. Raises what `bid_form` raises.
    """
    words = words_for(tender, language)
    members = members or (_members(judgements) if judgements else ())
    return _file(scoring_sheet_of(words, readable(bids), members), words, judgements, form)


def _members(judgements: Judgements) -> tuple[str, ...]:
    marks = (judgement for of_bid in judgements.marks.values() for judgement in of_bid.values())
    return tuple(dict.fromkeys(member for judgement in marks for member in judgement.members))


def _file(asked: Form, words: Words, document: Document | None, form: FileForm) -> bytes:
    said = document.plain if document and isinstance(document.plain, dict) else {}
    if document and (found := list(lost(asked, said))):
        raise InvalidDocuments(
            problems_of(found, Origin(document.name if isinstance(document, Bid) else document.kind))
        )
    return long_form(asked, said) if form == "csv" else workbook(asked, words, said, asked.schema)
