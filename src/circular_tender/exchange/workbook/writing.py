"""The cells of a live workbook: what was written as inputs, everything else as formulas with the values they have."""

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO

import attrs

from circular_tender.assessment import Assessment
from circular_tender.bids import Bid, BrokenBid
from circular_tender.derivation import Derived, Given, Node, Published, Written
from circular_tender.errors import cell
from circular_tender.exact import Column, Symbol, Table
from circular_tender.exchange.office import (
    GIVEN,
    LOOKS,
    Book,
    Format,
    Sheet,
    height,
    new_book,
    new_page,
    put,
    sheet_name,
    stored,
)
from circular_tender.exchange.workbook.formulas import PRECISION, Formula
from circular_tender.exchange.workbook.layout import FIRST_BID, KEYS, VALUE, Heading, Layout, Plan, Row, elements
from circular_tender.exchange.workbook.result import result as show
from circular_tender.narrate import Words, words_for
from circular_tender.narrate.places import owner
from circular_tender.record import digest
from circular_tender.rules import gathered

_NUMBERS = {"amount": "#,##0.00####", "ratio": "0.00####%", "mass": "#,##0.000###", "points": "0.00####"}
_WIDTHS = (56, 26, 44, 60, 18)
_HOW = ("workbook_how", "workbook_rules", "workbook_fixed", "workbook_ranks")


def workbook(assessment: Assessment, *, language: str | None = None) -> bytes:
    """Return an assessment as a live workbook (xlsx), for the authority, in `en` or `nl`.

    What was written stands in cells of its own, and everything else is a formula, with the value that it has stored
    beside it. Raises `MissingExtra`, and `InvalidDocuments` where a text is longer than a cell can hold.
    """
    words = words_for(assessment.tender, language)
    layout = laid_out(assessment, words)
    content = BytesIO()
    book = new_book(content)
    looks = {look: book.add_format(made) for look, made in LOOKS.items()}
    writer = _Writer(words, layout, book, looks, {result.bid.id: result.bid for result in assessment})
    writer.start(assessment)
    show(assessment, words, layout, new_page(book, words("workbook_result")), writer.looks)
    writer.sheet(layout.scores, bids=True)
    for plan in layout.bids.values():
        writer.sheet(plan)
    writer.sheet(layout.tender)
    book.close()
    return content.getvalue()


def laid_out(assessment: Assessment, words: Words) -> Layout:
    """Return where everything of an assessment stands."""
    bids = {r.bid.id: Plan(sheet_name(number, r.bid.id)) for number, r in enumerate(assessment, 1) if r.stages}
    layout = Layout(Plan(words("workbook_tender")), Plan(words("workbook_scores")), bids)
    layout.stages(assessment)
    return layout


def formula_of(layout: Layout, node: Derived, position: int) -> str:
    """Return the formula of an element of a node, as the cell holds it."""
    if node.formula is gathered:
        return f"={layout.areas[node.inputs[position][1]].at()}"
    inputs = {name: layout.areas[child] for name, child in node.inputs}
    mode = next((child.value for name, child in node.inputs if name == "mode"), "")
    symbol = node.formula.symbol(**{name: Symbol.of(name) for name in inputs})
    return f"={Formula(inputs, mode if isinstance(mode, str) else '').element(symbol, position)}"


@attrs.define
class _Writer:
    """A layout on its way into a workbook."""

    words: Words
    layout: Layout
    book: Book
    looks: Mapping[str, Format]
    bids: Mapping[str, Bid | BrokenBid]
    numbers: dict[tuple[str, bool], Format] = attrs.field(factory=dict[tuple[str, bool], Format])
    names: dict[Node, list[str]] = attrs.field(factory=dict[Node, list[str]])

    def start(self, assessment: Assessment) -> None:
        """Write the first sheet: what this is, and how precisely it computes."""
        words, page = self.words, new_page(self.book, self.words("form_start"))
        page.set_column(0, 0, 60)
        page.set_column(1, 1, 70)
        lot = words.tender.lot
        of_lot = "" if lot is None else f": {words('lot_heading', lot=words.lot(lot))}"
        title = words("workbook_title", title=words.text(words.tender.title, "/title") + of_lot)
        put(page, 0, 0, title, self.looks["title"])
        put(page, 1, 0, words("internal"))
        put(page, 2, 0, words.about())
        for row, key in enumerate(_HOW, 4):
            put(page, row, 0, words(key), self.looks["said"])
            page.set_row(row, height([(words(key), 56)]))
        row = 5 + len(_HOW)
        put(page, row, 0, words("workbook_digest"), self.looks["said"])
        put(page, row, 1, digest(assessment.tender))
        put(page, row + 1, 0, words("workbook_precision"), self.looks["said"])
        page.set_row(row + 1, height([(words("workbook_precision"), 56)]))
        page.write_number(row + 1, 1, stored(Fraction(1, 10**12)), self.number("precision", given=True))
        self.book.define_name(PRECISION, f"={cell(words('form_start'))}!$B${row + 2}")

    def number(self, unit: str, *, given: bool) -> Format:
        """Return the format of numbers of a unit, which look different where they were written."""
        if (unit, given) not in self.numbers:
            shown = {"num_format": _NUMBERS.get(unit, "General"), "valign": "top"}
            self.numbers[unit, given] = self.book.add_format({**shown, **GIVEN} if given else shown)
        return self.numbers[unit, given]

    def sheet(self, plan: Plan, *, bids: bool = False) -> None:
        """Write a sheet."""
        page, words = new_page(self.book, plan.name), self.words
        put(page, 0, 0, plan.name, self.looks["title"])
        keys = ("workbook_what", "workbook_element", "workbook_written", "workbook_where")
        heads = [*(words(key) for key in keys), words("workbook_for_stage" if bids else "workbook_value")]
        for column, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
            page.set_column(column, column, width)
            put(page, 2, column, head, self.looks["heading"])
        page.set_column(FIRST_BID - 1, FIRST_BID + 98, 18)
        page.freeze_panes(3, 1)
        for row in plan.rows:
            match row:
                case Heading(number, stage, names):
                    put(page, number - 1, 0, self._stage(stage), self.looks["heading"])
                    for position, name in enumerate(names, FIRST_BID):
                        put(page, number - 1, position - 1, name, self.looks["heading"])
                case Row():
                    self._row(page, row)

    def _stage(self, stage: str) -> str:
        return self.words("workbook_stage", stage=stage) if stage else self.words("workbook_totals")

    def _row(self, page: Sheet, row: Row) -> None:
        area, node = self.layout.areas[row.node], row.node
        put(page, row.number - 1, 0, self._what(row))
        self._explained(page, row)
        if row.position is not None:  # an element of a column or a table, in a row of its own
            self._value(page, (row.number, VALUE), node, row.position)
        elif area.size is None:
            self._value(page, (row.number, VALUE), node, 0, repeats=row.repeats)
        else:
            for position in range(area.size):
                self._value(page, (row.number, FIRST_BID + position), node, position, repeats=row.repeats)

    def _what(self, row: Row) -> str:
        aspect, criterion = row.what
        name = self.words.titled(criterion) if criterion else ""
        inner = row.node.formula.name if isinstance(row.node, Derived) else self.words("workbook_fact")
        said = aspect_of(aspect, self.words) if aspect else inner
        return f"{name}: {said}" if name else said

    def _explained(self, page: Sheet, row: Row) -> None:
        """Write the element's name, the formula in words or the text as written, and the source."""
        node, number, position = row.node, row.number - 1, row.position
        if position is not None:
            put(page, number, KEYS - 1, self._names(node)[position])
        match node:
            case Derived() if row.repeats:
                put(page, number, 2, self.words("workbook_again"))
            case Derived():
                symbol = node.formula.symbol(**{name: Symbol.of(name) for name, _ in node.inputs})
                put(page, number, 2, str(symbol) if node.formula is not gathered else node.formula.name)
                put(page, number, 3, node.formula.source)
            case Given(_, _, source):
                if isinstance(source, Published):
                    table = self.words("workbook_published", table=source.table, version=source.version)
                    put(page, number, 3, f"{table} ({source.source})")
                elif (position or 0) < len(source):
                    place = source[position or 0]
                    put(page, number, 2, place.text)
                    put(page, number, 3, f"{place.document} {place.pointer}")

    def _names(self, node: Node) -> list[str]:
        """Return what each element of a node is of: the name of a row, a product and its part, or its number."""
        if node not in self.names:
            self.names[node] = self._named(node)
        return self.names[node]

    def _named(self, node: Node) -> list[str]:
        size = self.layout.areas[node].size or 0
        match node:
            case Given(Table(rows)):
                return [name for name, _ in rows]
            case Given(_, _, tuple(places)):
                return [self._owner(place) or str(number) for number, place in enumerate(places, 1)]
            case Derived() if node.formula is gathered:
                return [name for name, _ in node.inputs]
            case Derived():
                columns = (child for _, child in node.inputs if self.layout.areas[child].size == size)
                like = next((child for child in columns if isinstance(child.value, Column)), None)
                return [str(number) for number in range(1, size + 1)] if like is None else self._names(like)
            case _:
                return []

    def _owner(self, place: Written) -> str:
        bid = self.bids.get(place.document.removeprefix("bid "))
        return owner(place.pointer, bid) if bid else ""

    def _value(self, page: Sheet, place: tuple[int, int], node: Node, position: int, *, repeats: bool = False) -> None:
        row, column = place[0] - 1, place[1] - 1
        value = elements(node)[position]
        known = stored(value) if isinstance(value, Fraction) else str(value)
        look = self.number(node.unit, given=isinstance(node, Given) and not repeats)
        if repeats:
            page.write_formula(row, column, f"={self.layout.areas[node].at(position)}", look, known)
        elif isinstance(node, Derived):
            page.write_formula(row, column, formula_of(self.layout, node, position), look, known)
        elif isinstance(known, str):
            put(page, row, column, known, look)
        else:
            page.write_number(row, column, known, look)


def aspect_of(aspect: str, words: Words) -> str:
    """Return the name of what is computed for a criterion, or of a factor of the total."""
    if aspect == "points":
        return words.earned("points")
    if aspect in ("measured", "ratio", "total"):
        return words(aspect)
    known = f"workbook_{aspect}"
    return words(known) if known in words.phrases else words(f"factor_{aspect}")
