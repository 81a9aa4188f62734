"""The pieces of Markdown that a page is made of."""

import re
from collections.abc import Iterable

_MARKS = re.compile(r"[\\`*_<>\[\]|]")

GENERATED = (
    "<!-- Made from the code by `python docs/generate.py`; a test keeps it so. Change the code, not this page. -->"
)


def joined(*blocks: str) -> str:
    """Return blocks as a page."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def code(text: str) -> str:
    """Return a text as code, also within a table; code that holds a grave accent stands between two."""
    mark = "``" if "`" in text else "`"
    space = " " if "`" in text or text != text.strip() else ""
    return f"{mark}{space}{text}{space}{mark}".replace("|", "\\|")


def coded(texts: Iterable[str], last: str = "or") -> str:
    """Return texts as code, in a sentence: `a`, `b` or `c`."""
    *before, final = map(code, texts)
    return f"{', '.join(before)} {last} {final}" if before else final


def fenced(language: str, text: str) -> str:
    """Return a text as a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table; the cells are Markdown."""
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def folded(summary: str, *blocks: str) -> str:
    """Return blocks that a reader opens when they want them."""
    return "\n\n".join([f"<details>\n<summary>{summary}</summary>", *blocks, "</details>"])


def said(text: str) -> str:
    """Return a text as it is, with nothing in it marked up."""
    return _MARKS.sub(r"\\\g<0>", text)


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def listed(sorts: Iterable[str]) -> str:
    """Return sorts of value in a sentence: an amount, a ratio or a time."""
    *before, last = (f"an {sort}" if sort == "amount" else f"a {sort}" for sort in sorts)
    return f"{', '.join(before)} or {last}" if before else last


def linked(room: str, names: Iterable[str]) -> str:
    """Return links to the pages of kinds, from the page of another."""
    return ", ".join(f"[{code(name)}](../{room}/{name}.md)" for name in names)
