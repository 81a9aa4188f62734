"""Two bids side by side: how far the one is ahead, on which criteria, as a sentence, a table and a picture."""

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
        *withheld(words),
        Paragraph(sentence(value, words), "answer"),
        *([differences(value, words)] if value.gap is not None else []),
    )


def sentence(value: Comparison, words: Words) -> str:
    """Return by how much the first is ahead or behind, and on which criteria."""
    first, second = (words.bidder(value.assessment[bid].bid) for bid in (value.first, value.second))
    if value.gap is None:
        return words("compare_withheld", first=first, second=second)
    told = rows(value, words)
    if not told:
        return words("compare_same", first=first, second=second)
    if not value.gap:
        return words("compare_equal", first=first, second=second, rows=told)
    key = "compare_ahead" if value.gap > 0 else "compare_behind"
    return words(key, first=first, second=second, points=words.points(abs(value.gap)), rows=told)


def rows(value: Comparison, words: Words) -> str:
    """Return the largest differences, and all others as one; nothing where there are none."""
    differing = [row for row in value.rows if row.points]
    named = LED if len(differing) > LED + 1 else LED + 1  # what is left is never a single one
    told = [
        words("lead_row", criterion=words.row(row), points=words.points(row.points, signed=True))
        for row in differing[:named]
    ]
    if differing[named:]:
        rest = sum((row.points for row in differing[named:]), Fraction(0))
        told.append(words("lead_rest", points=words.points(rest, signed=True)))
    return "; ".join(told)


def differences(value: Comparison, words: Words) -> Bars | Table:
    """Return the picture of the differences with their table; the table alone where there is none."""
    ids = (value.first, value.second)
    gap = value.gap or Fraction(0)
    points = words.column(tuple(row.points for row in value.rows), gap, signed=True)
    cells: list[tuple[str, ...]] = [
        (words.row(row), words.points(row.first), words.points(row.second), difference)
        for row, difference in zip(value.rows, points, strict=True)
    ]
    totals = [value.assessment[bid].points or Fraction(0) for bid in ids]
    cells.append((words("total"), *map(words.points, totals), words.points(gap, signed=True)))
    labels = [words.bid(bid) for bid in ids]
    caption = words("compare_caption", first=labels[0], second=labels[1])
    header = (words("criterion"), *labels, words("difference"))
    bars = tuple(Bar(row[0], (r.points,), row[3]) for row, r in zip(cells, value.rows, strict=False) if r.points)
    names = [words.bidder(value.assessment[bid].bid) for bid in ids]
    description = words("compare_description", first=names[0], second=names[1])
    table = Table(caption, header, tuple(cells), (1, 2, 3))
    if not bars:
        return table
    return Bars(caption, description, (words("difference"),), bars, Fraction(0), table)
