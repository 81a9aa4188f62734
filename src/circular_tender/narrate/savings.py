"""What bids save against a baseline: a report that says how much of it is known, and what it does not hold."""

from collections.abc import Iterator
from fractions import Fraction
from typing import get_args

from circular_tender.analyse import BidSavings, Figure, Life, Savings, Unquantified
from circular_tender.analyse.saved import Saving
from circular_tender.assessment import Cell
from circular_tender.narrate.page import Block, Details, Heading, Items, Paragraph, Table, isolated
from circular_tender.narrate.standing import for_whom
from circular_tender.narrate.words import Words

SAVINGS: tuple[Saving, ...] = get_args(Saving)
#: What is not quantified of a whole line; the rest is of a product or a part.
OF_LINES = ("no_baseline", "no_product", "no_lifetime", "less_known")


def savings(value: Savings, words: Words) -> tuple[Block, ...]:
    """Return the blocks of the page of a savings report; it is for the authority."""
    at = f"/savings/baselines/{value.name}/title"
    title = words("title", title=words.text(words.tender.title, "/title"))
    return (
        Heading(1, words("savings_heading", baseline=words.text(value.baseline.title, at))),
        for_whom(words),
        Paragraph(_answer(value, words), "answer"),
        Paragraph(words("savings_no_score")),
        Paragraph(f"{title}. {words.about()}"),
        *(Paragraph(words("savings_lot", lot=words.lot(name))) for name in [words.tender.lot] if name),
        Paragraph(words("savings_baseline", source=isolated(value.baseline.source))),
        *_all(value, words),
        *(Paragraph(words("savings_left_out", bids=words.listed([*value.left_out]))) for _ in value.left_out[:1]),
        *(block for saved in value.bids for block in _bid(value, saved, words)),
        *_beside("savings_of_baseline", value.unquantified, words),
        *_method(value, words),
    )


def _answer(value: Savings, words: Words) -> str:
    """Return what the award saves."""
    if value.award is not None:
        return _says(value, value.award, words)
    if value.assessment.winners:
        return words("savings_several", bids=words.listed([*value.assessment.winners]))
    return words("savings_no_winner")


def _says(value: Savings, saved: BidSavings, words: Words) -> str:
    bidder = words.bidder(value.assessment[saved.bid].bid)
    with_factor = next((one.proven for one in saved.coverage if one.of == "mass_with_factor"), None)
    share = _share(with_factor, words)
    told = [
        words(f"savings_{one.saving}", mass=words.figure(one.saved.number, "mass"), share=share)
        for one in saved.figures
    ]
    if not told:
        return words("savings_award_unknown", bidder=bidder)
    return words("savings_award", bidder=bidder, figures="; ".join(told))


def _all(value: Savings, words: Words) -> Iterator[Block]:
    """Yield the table of all bids, by what is proven."""
    header = (words("bid"), words("bidder"), *(words(f"saving_{name}") for name in SAVINGS))
    rows = tuple(
        (saved.bid, isolated(value.assessment[saved.bid].bid.bidder), *(_saved(saved, name, words) for name in SAVINGS))
        for saved in value.bids
    )
    if rows:
        yield Table(words("savings_caption"), header, rows, (2, 3, 4, 5))


def _saved(saved: BidSavings, name: Saving, words: Words) -> str:
    figure = _figure(saved, name)
    return words.figure(figure.saved.number, "mass") if figure else words("savings_unknown")


def _figure(saved: BidSavings, name: Saving) -> Figure | None:
    return next((figure for figure in saved.figures if figure.saving == name), None)


def _bid(value: Savings, saved: BidSavings, words: Words) -> Iterator[Block]:
    """Yield what one bid saves, how much of its mass is known, and what is not quantified."""
    yield Heading(2, words.bidder(value.assessment[saved.bid].bid))
    if saved.figures:
        header = tuple(words(f"savings_{key}") for key in ("what", "reference", "proven", "avoided", "only_claimed"))
        rows = tuple(_row(figure, saved, words) for figure in saved.figures)
        yield Table(words("savings_of_bid", bid=saved.bid), header, rows, (1, 2, 3, 4))
        yield _coverage(saved, words)
    if saved.lives:
        yield Items(tuple(_life(life, words) for life in saved.lives))
    yield from _beside("savings_unquantified", saved.unquantified, words)


def _row(figure: Figure, saved: BidSavings, words: Words) -> tuple[str, ...]:
    name = words(f"saving_{figure.saving}")
    if figure.lines != saved.lines:
        lines = words.listed([words.line_titled(line) for line in figure.lines])
        name = words("saving_of_lines", saving=name, lines=lines)
    cells = (figure.baseline, figure.proven, figure.saved, figure.only_claimed)
    return name, *(words.figure(cell.number, "mass") for cell in cells)


def _coverage(saved: BidSavings, words: Words) -> Table:
    header = tuple(words(f"savings_{key}") for key in ("part", "reference", "proven", "claimed"))
    rows = tuple(
        (words(f"coverage_{one.of}"), *(_share(cell, words) for cell in (one.baseline, one.proven, one.claimed)))
        for one in saved.coverage
    )
    return Table(words("savings_coverage"), header, rows, (1, 2, 3))


def _share(cell: Cell | None, words: Words) -> str:
    return words("savings_none") if cell is None else words.figure(cell.number, "ratio")


def _life(life: Life, words: Words) -> str:
    shown = [words.exact(cell.number, "number") for cell in (life.proven, life.claimed)]
    return words("savings_life", line=words.line_titled(life.line), proven=shown[0], claimed=shown[1])


def _beside(heading: str, entries: tuple[Unquantified, ...], words: Words) -> Iterator[Block]:
    if entries:
        yield Paragraph(words(heading))
        yield Items(tuple(_unquantified(entry, words) for entry in entries))


def _unquantified(entry: Unquantified, words: Words) -> str:
    masses = [words.figure(Fraction(cell.number), "mass") for cell in entry.cells]
    data = dict(zip(("own", "other"), masses, strict=False))
    of = words.line_titled(entry.of) if entry.why in OF_LINES else entry.of
    why = words(f"unquantified_{entry.why}", of=isolated(of), **data)
    return words("unquantified_at", why=why, document=entry.document, pointer=isolated(entry.pointer))


def _method(value: Savings, words: Words) -> Iterator[Block]:
    """Yield how each figure is defined, what none of them holds, and the tables of factors with their sources."""
    defined = [words(f"method_{name}") for name in SAVINGS]
    factors = [words("savings_table", table=t.name, version=t.version, source=t.source) for t in value.factors]
    materials = value.assessment.tender.savings.materials if value.assessment.tender.savings else {}
    proxies = [words("savings_proxy", group=group, row=row) for group, row in sorted(materials.items())]
    told = (Items((*defined, words("method_life"))), Paragraph(words("savings_limits")), Items((*factors, *proxies)))
    yield Details(words("savings_method"), told)
