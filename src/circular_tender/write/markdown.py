"""A page as Markdown, as it is read where tables are (GitHub, GitLab, Pandoc)."""

import re
from collections.abc import Iterator
from typing import assert_never

from circular_tender.narrate.page import Bars, Block, Details, Heading, Items, Page, Paragraph, Table
from circular_tender.write.escape import markdown


def page_markdown(page: Page) -> str:
    """Return a page as Markdown; nothing in its texts marks anything up."""
    return "\n\n".join(_block(block) for block in page.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_heading(text)}"
        case Paragraph(text, lead=lead):
            return f"**{_line(lead)}** {_line(text)}" if lead else _line(text)
        case Table():
            return _table(block)
        case Bars(table=table):
            return _table(table)
        case Items():
            return "\n".join(_items(block))
        case Details(summary, inside):
            return "\n\n".join([f"**{_line(summary)}**", *map(_block, inside)])
        case _:
            assert_never(block)


def _line(text: str) -> str:
    """Return a text without the spaces around it: four before it are code, one beside `**` leaves asterisks."""
    return markdown(text).strip()


def _heading(text: str) -> str:
    """Return the text of a heading; number signs at its end would be read as the end of the heading."""
    return re.sub(r"(?<=\s)#+$", r"\\\g<0>", _line(text))


def _items(block: Items) -> Iterator[str]:
    for number, (item, below) in enumerate(block.nested, 1):
        mark = f"{number}. " if block.numbered else "- "
        yield mark + _line(item)
        yield from (f"{' ' * len(mark)}- {_line(text)}" for text in below)


def _table(table: Table) -> str:
    rule = ["---:" if position in table.numeric else "---" for position in range(len(table.header))]
    rows = [[markdown(cell) for cell in row] for row in (table.header, *map(_stepped, table.rows))]
    lines = [rows[0], rule, *rows[1:]]
    return f"**{_line(table.caption)}**\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _stepped(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row whose first cell shows with en spaces how many steps it stands below the one above."""
    first, *others = row
    words = first.lstrip(" ")
    return ("\N{EN SPACE}" * (len(first) - len(words)) + words, *others)
