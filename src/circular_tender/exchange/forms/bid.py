"""What the form for bidders asks: a sheet for each thing that the tender asks of a bid."""

from collections.abc import Iterator

from circular_tender.exchange.forms.asked import Asked, Cell, Column, Computed, Entry, Form, Said, Sheet
from circular_tender.exchange.forms.explained import Explained
from circular_tender.exchange.forms.products import evidence, of_products
from circular_tender.exchange.forms.promises import return_values, spare_parts, take_back_questions
from circular_tender.narrate import Words, ceilings
from circular_tender.record import digest

BID_FORM = "circular-tender/bid-form/1"
_LISTS = ("/lots", "/products", "/products/*/parts", "/products/*/parts/*/connections/load_bearing")
_NARROW, _MIDDLE, _WIDE = 14, 28, 60


def bid_form_of(words: Words) -> Form:
    """Return what a tender asks of its bidders, in one language."""
    told = Explained(words)
    sheets = (
        _bid(told),
        *_lots(told),
        *_requirements(told),
        *_prices(told),
        *_discounts(told),
        *_answers(told),
        *_take_back(told),
        *return_values(told),
        *spare_parts(told),
        *of_products(told),
        evidence(told),
    )
    tender = words.tender
    return Form(BID_FORM, "circular-tender/bid/1", tender.reference, digest(tender), words.language, sheets, _LISTS)


def questions(key: str, told: Explained, asked: tuple[tuple[str, Asked], ...], *more: str) -> Sheet:
    """Return a sheet of questions, one below the other."""
    words = told.words
    columns = (Column(words("form_question"), _WIDE), Column(words("form_answer"), _WIDE))
    rows = tuple((Said(question), Entry(each)) for question, each in asked)
    return Sheet(key, words(f"form_{key}"), more, columns, rows)


def _bid(told: Explained) -> Sheet:
    words = told.words
    asked = [
        (words("form_ask_id"), Asked("/id", "id", "refused")),
        (words("form_ask_bidder"), Asked("/bidder", "text", "refused")),
        (words("form_ask_received"), Asked("/received", "text")),
    ]
    if words.tender.variants in ("allowed", "required"):
        asked.append((words("form_ask_variant"), Asked("/variant", "word", words=told.yes_no)))
    if words.tender.prices:
        total = Asked("/stated_total", "quantity", plain_number=True)
        asked.append((words("form_ask_total", currency=words.tender.currency), total))
    return questions("bid", told, tuple(asked))


def _lots(told: Explained) -> Iterator[Sheet]:
    words, lots = told.words, told.words.tender.lots
    if lots:
        choices = tuple((lot.id, lot.id) for lot in lots)
        titles = tuple(f"{lot.id}: {words.text(lot.title, f'/lots/{n}/title')}" for n, lot in enumerate(lots))
        row = (Entry(Asked("/lots/*", "word", words=choices)),)
        heading = Column(words("form_lot"), _WIDE)
        yield Sheet("lots", words("form_lots"), titles, (heading,), (row,), base="/lots/*", prepared=len(lots))


def _requirements(told: Explained) -> Iterator[Sheet]:
    words, asked = told.words, told.words.tender.requirements
    if asked:
        headings = ("form_id", _NARROW), ("form_requirement", _WIDE), ("form_proof_asked", _MIDDLE)
        columns = told.columns(*headings, ("form_meets", _NARROW), ("form_proof", _MIDDLE))
        rows = tuple(
            (
                Said(each.id),
                Said(words.requirement(each.id)),
                Said(words(f"proof_{each.evidence}") if each.evidence else ""),
                Entry(Asked(f"/requirements/{each.id}/meets", "word", "refused", at, words=told.yes_no)),
                Entry(told.proof(at)),
            )
            for each, at in ((each, f"/requirements/{each.id}") for each in asked)
        )
        yield Sheet("requirements", words("form_requirements"), (), columns, rows)


def _prices(told: Explained) -> Iterator[Sheet]:
    words, prices = told.words, told.words.tender.prices
    if prices is None:
        return
    ceiling = [words("ceiling", ceiling=words.figure(prices.ceiling.value, "amount"))] if prices.ceiling else []
    explained = (words(f"form_vat_{prices.vat}", currency=words.tender.currency), *ceiling, *ceilings(words))
    columns = (
        *told.columns(("form_line", _NARROW), ("form_description", _WIDE), ("form_remark", _MIDDLE)),
        *told.columns(("form_unit", _NARROW), ("form_quantity", _NARROW)),
        Column(words("form_unit_price", currency=words.tender.currency), _MIDDLE),
        *told.columns(("form_line_total", _NARROW), ("form_withheld", _MIDDLE)),
    )
    lines = tuple(told.line(line, number) for number, line in enumerate(prices.lines))
    sheet = Sheet("prices", words("form_prices"), explained, columns, lines)
    last = sheet.first_row + len(lines) - 1
    adds = tuple((f"/prices/{line.id}", line.quantity.value) for line in prices.lines)
    total = Computed(f"SUM(G{sheet.first_row}:G{last})", adds)
    foot: tuple[Cell, ...] = (Said(""), Said(words("form_total")), *[Said("")] * 4, total, Said(""))
    yield Sheet("prices", sheet.title, explained, columns, (*lines, foot))


def _discounts(told: Explained) -> Iterator[Sheet]:
    words, offered = told.words, told.words.tender.discounts
    if offered:
        headings = ("form_id", _NARROW), ("form_description", _WIDE), ("form_percentage", _MIDDLE)
        rows = tuple(
            (
                Said(each.id),
                Said(words.text(each.title, f"/discounts/{number}/title")),
                *told.value(f"/discounts/{each.id}", Asked("", "quantity")),
            )
            for number, each in enumerate(offered)
        )
        columns = told.columns(*headings, ("form_withheld", _MIDDLE))
        yield Sheet("discounts", words("form_discounts"), (), columns, rows)


def _answers(told: Explained) -> Iterator[Sheet]:
    words = told.words
    rows = tuple(told.answer(each) for each in told.leaves("answer", "choice"))
    if rows:
        headings = ("form_id", _NARROW), ("form_question", _WIDE), ("form_answer", _MIDDLE)
        columns = told.columns(*headings, ("form_withheld", _MIDDLE), ("form_proof", _MIDDLE))
        yield Sheet("answers", words("form_answers"), (), columns, rows)


def _take_back(told: Explained) -> Iterator[Sheet]:
    if told.needing("take_back"):
        yield questions("take_back", told, take_back_questions(told), *told.explained(told.leaves("take_back")))
