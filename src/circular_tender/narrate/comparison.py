"""Two bids side by side: how far the one is ahead, on which criteria, as a sentence, a table and a picture."""

from collections.abc import Iterator
from fractions import Fraction

from circular_tender.explain import Comparison
from circular_tender.narrate.page import Bar, Bars, Block, Heading, Paragraph, Table
from circular_tender.narrate.standing import for_whom, withheld
from circular_tender.narrate.words import Words

LED = 4  # differences that a sentence names; more do not help a reader


def comparison(value: Comparison, words: Words) -> tuple[Block, ...]:
    """Return the blocks of a comparison's page."""
    first, second = (value.assessment[bid].bid for bid in (value.first, value.second))
    return (
        Heading(1, words("compare_title", first=words.bidder(first), second=words.bidder(second))),
        for_whom(words),
        *([Paragraph(words("lot_heading", lot=words.lot(words.tender.lot)))] if words.tender.lot else []),
        *withheld(words),
        Paragraph(sentence(value, words), "answer"),
        *([differences(value, words)] if value.gap is not None else []),
    )


def sentence(value: Comparison, words: Words) -> str:
    """Return by how much the first is ahead or behind, and on which criteria."""
    first, second = (words.bidder(value.assessment[bid].bid) for bid in (value.first, value.second))
    if value.gap is None:
        return words("compare_withheld", first=first, second=second)
    if value.factors:
        told = words(_side_by_side(value.gap), first=first, second=second, factors=factors(value, words))
        return " ".join([told, *_in_band(value, words)])
    told = rows(value, words)
    if not told:
        return words.decided("compare_same", first=first, second=second)
    if not value.gap:
        return words.decided("compare_equal", first=first, second=second, rows=told)
    key = "compare_ahead" if value.gap > 0 else "compare_behind"
    return words.decided(key, first=first, second=second, points=words.total(abs(value.gap)), rows=told)


def _in_band(value: Comparison, words: Words) -> Iterator[str]:
    """Yield which is ahead where the better total is not, as within a band."""
    bids = [value.assessment[bid] for bid in (value.first, value.second)]
    first, second = (bid.rank or 0 for bid in bids)
    shown = words.view is None or all(words.view.shows(bid.bid.id, "rank") for bid in bids)
    if value.gap and shown and (value.gap > 0) != (first < second):
        ahead, behind = sorted(bids, key=lambda bid: bid.rank or 0)
        yield words("ahead_in_band", first=words.bidder(ahead.bid), second=words.bidder(behind.bid))


def _side_by_side(gap: Fraction) -> str:
    return "factors_ahead" if gap > 0 else "factors_behind" if gap < 0 else "factors_equal"


def factors(value: Comparison, words: Words) -> str:
    """Return the factors of two totals side by side; no part of the difference belongs to any of them."""
    return "; ".join(words("factor_beside", factor=name, first=a, second=b) for name, a, b in _beside(value, words))


def _beside(value: Comparison, words: Words) -> Iterator[tuple[str, str, str]]:
    for row in value.factors:
        yield factor(row.name, words), words.figure(row.first, row.unit), words.figure(row.second, row.unit)


def factor(name: str, words: Words) -> str:
    """Return the name of a factor of a total, or of the total itself."""
    return words.ranked("total") if name == "total" else words(f"factor_{name}")


def rows(value: Comparison, words: Words) -> str:
    """Return the largest differences, and all others as one; nothing where there are none."""
    differing = [row for row in value.rows if row.points]
    named = LED if len(differing) > LED + 1 else LED + 1  # what is left is never a single one
    told = [
        words("lead_row", criterion=words.row(row), points=words.total(row.points, signed=True))
        for row in differing[:named]
    ]
    if differing[named:]:
        rest = sum((row.points for row in differing[named:]), Fraction(0))
        told.append(words("lead_rest", points=words.total(rest, signed=True)))
    return "; ".join(told)


def differences(value: Comparison, words: Words) -> Bars | Table:
    """Return the picture of the differences with their table; the table alone where there is none."""
    ids = (value.first, value.second)
    labels = [words.bid(bid) for bid in ids]
    if value.factors:
        caption = words("factors_caption", first=labels[0], second=labels[1])
        return Table(caption, (words("factor"), *labels), tuple(_beside(value, words)), (1, 2))
    gap = value.gap or Fraction(0)
    points = words.column(tuple(row.points for row in value.rows), gap, exact=value.exact, signed=True)
    cells: list[tuple[str, ...]] = [
        (words.row(row), words.total(row.first), words.total(row.second), difference)
        for row, difference in zip(value.rows, points, strict=True)
    ]
    totals = [value.assessment[bid].total or Fraction(0) for bid in ids]
    cells.append((words("total"), *map(words.total, totals), words.total(gap, signed=True)))
    caption = words.decided("compare_caption", first=labels[0], second=labels[1])
    header = (words("criterion"), *labels, words.decided("difference"))
    bars = tuple(Bar(row[0], (r.points,), row[3]) for row, r in zip(cells, value.rows, strict=False) if r.points)
    names = [words.bidder(value.assessment[bid].bid) for bid in ids]
    description = words.decided("compare_description", first=names[0], second=names[1])
    table = Table(caption, header, tuple(cells), (1, 2, 3))
    if not bars:
        return table
    return Bars(caption, description, (words("difference"),), bars, Fraction(0), table)
