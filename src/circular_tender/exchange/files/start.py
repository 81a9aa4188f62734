"""The first sheet of a form: of which tender it is, and how it is filled in."""

from collections.abc import Iterator, Mapping
from typing import Final

from circular_tender.exchange.forms.asked import Form
from circular_tender.exchange.forms.marks import SCORING_SHEET
from circular_tender.exchange.office import Book, Format, height, new_page, put
from circular_tender.narrate import Words

IDENTITY: Final = 3  # the row in which it begins: form, tender, digest, language, members; in the second column
_WIDTHS = (28, 110)


def start(book: Book, form: Form, words: Words, looks: Mapping[str, Format]) -> None:
    """Write the first sheet."""
    page = new_page(book, words("form_start"))
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    put(page, 0, 0, title(form, words), looks["title"])
    for number, (label, value) in enumerate(identity(form, words), IDENTITY - 1):
        put(page, number, 0, label, looks["said"])
        put(page, number, 1, value, looks["said"])
    for number, line in enumerate(how(form, words), IDENTITY + 5):
        put(page, number, 1, line, looks["said"])
        page.set_row(number, height([(line, _WIDTHS[1])]))
    page.protect("", {})


def title(form: Form, words: Words) -> str:
    """Return the title of a form."""
    key = "form_marks_title" if form.schema == SCORING_SHEET else "form_bid_title"
    return words(key, title=words.text(words.tender.title, "/title"))


def identity(form: Form, words: Words) -> tuple[tuple[str, str], ...]:
    """Return what a form is and of which tender, each with its label."""
    return (
        (words("form_form"), form.schema),
        (words("form_reference"), form.tender),
        (words("form_digest"), form.digest),
        (words("form_language"), form.language),
        *([(words("form_members"), ", ".join(form.members))] if form.members else []),
    )


def how(form: Form, words: Words) -> Iterator[str]:
    """Yield what whoever fills in a form must know."""
    tender = words.tender
    yield words("form_of", buyer=words.text(tender.buyer, "/buyer"), reference=tender.reference)
    if form.schema == SCORING_SHEET:
        yield words("form_marks_how")
    elif tender.deadline:
        yield words("form_deadline", deadline=words.notation.moment(tender.deadline.moment))
    yield from (words(key) for key in ("form_yellow", "form_empty", "form_number"))
    if form.schema != SCORING_SHEET:
        yield from (words(key) for key in ("form_units", "form_ground"))
        yield words("form_proofs", evidence=words("form_evidence"))
    yield from (words(key) for key in ("form_text", "form_shape"))
