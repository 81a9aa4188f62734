"""A tender at a glance: what is asked, how it is measured, and what it can earn."""

from circular_tender.narrate.page import Block, Heading, Paragraph, Table
from circular_tender.narrate.words import Words
from circular_tender.tender import Group, Leaf, earnable


def overview(words: Words) -> tuple[Block, ...]:
    """Return the blocks of a tender's page."""
    tender = words.tender
    header = (words("criterion"), words("indicator"), words("scale"), words("maximum"))
    rows = tuple(row for criterion in tender.criteria for row in _rows(criterion, words, 0))
    return (
        Heading(1, words.text(tender.title, "/title")),
        Paragraph(words.about()),
        Table(words("criteria"), header, rows, (3,)),
    )


def _rows(criterion: Leaf | Group, words: Words, depth: int) -> list[tuple[str, ...]]:
    name, weight = "  " * depth + words.criterion(criterion), words.weight(earnable(criterion))
    if isinstance(criterion, Leaf):
        return [(name, words(f"kind_{criterion.indicator.kind}"), words(f"kind_{criterion.scale.kind}"), weight)]
    inside = [row for member in criterion.criteria for row in _rows(member, words, depth + 1)]
    return [(name, "", "", weight), *inside]
