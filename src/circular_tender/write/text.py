"""A page as plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import indent
from typing import assert_never

from circular_tender.narrate.page import Bars, Block, Details, Heading, Items, Page, Paragraph, Table
from circular_tender.write.escape import visible

WIDTH = 100
_UNDERLINES = {1: "=", 2: "-"}


def page_text(page: Page) -> str:
    """Return a page as plain text, at most 100 characters wide where words allow; what is folded away is left out."""
    return "\n\n".join(text for text in map(_block, page.blocks) if text is not None) + "\n"


def _block(block: Block) -> str | None:
    match block:
        case Heading(level, text):
            safe = visible(text)
            return f"{safe}\n{_UNDERLINES[level] * len(safe)}" if level in _UNDERLINES else safe.upper()
        case Paragraph(text, lead=lead):
            return _wrapped(visible(f"{lead} {text}" if lead else text))
        case Table():
            return _table(block)
        case Bars(table=table):
            return _table(table)
        case Details():
            return None  # a terminal can't fold
        case Items(items, numbered):
            return "\n".join(_numbered(block) if numbered else map(_item, items))
        case _:
            assert_never(block)


def _numbered(block: Items) -> Iterator[str]:
    for number, (item, below) in enumerate(block.nested, 1):
        yield _wrapped(f"{number}. {visible(item)}")
        yield from (indent(_wrapped(visible(text), WIDTH - 4), " " * 4) for text in below)


def _item(item: str) -> str:
    words = item.lstrip(" ")
    step = len(item) - len(words)
    return indent(_wrapped(visible(words), WIDTH - step), " " * step)


def _wrapped(text: str, width: int = WIDTH) -> str:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _table(table: Table) -> str:
    rows = [tuple(visible(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.header))]
    lines = [
        "  ".join(_cell(row[i], widths[i], right=i in table.numeric) for i in range(len(row))).rstrip() for row in rows
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([visible(table.caption), lines[0], rule, *lines[1:]])


def _cell(text: str, width: int, *, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
