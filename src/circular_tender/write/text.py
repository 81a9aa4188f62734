"""A page as plain text, for a terminal."""

import unicodedata
from typing import assert_never

from circular_tender.narrate.page import Block, Heading, Items, Page, Paragraph, Table

WIDTH = 100
_UNDERLINES = {1: "=", 2: "-"}


def to_text(page: Page) -> str:
    """Return a page as plain text, at most 100 characters wide where words allow."""
    return "\n\n".join(_block(block) for block in page.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            safe = plain(text)
            return f"{safe}\n{_UNDERLINES[level] * len(safe)}" if level in _UNDERLINES else safe.upper()
        case Paragraph(text):
            return _wrapped(plain(text))
        case Table():
            return _table(block)
        case Items(items):
            return "\n".join(plain(item) for item in items)
        case _:
            assert_never(block)


def plain(text: str) -> str:
    """Return a text without characters that move the cursor or turn the direction: each is written as its code."""
    return "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"\\u{ord(c):04x}" for c in text
    )


def _wrapped(text: str) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _table(table: Table) -> str:
    rows = [tuple(plain(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.header))]
    lines = [
        "  ".join(_cell(row[i], widths[i], right=i in table.numeric) for i in range(len(row))).rstrip() for row in rows
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([plain(table.caption), lines[0], rule, *lines[1:]])


def _cell(text: str, width: int, *, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
