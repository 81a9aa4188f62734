"""A page: text in one language, not yet in any format.

A text may hold names that somebody else wrote, such as a bidder's. Each stands between `BEGIN` and `END` (the isolates
of Unicode), and holds no invisible character of its own, so a format can set it apart.
"""

import unicodedata
from fractions import Fraction
from typing import TypeAlias

import attrs

BEGIN, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def isolated(text: str) -> str:
    r"""Return a text that somebody else wrote, set apart; each invisible character in it is written as its code.

    >>> isolated("Acme\u202e").strip(BEGIN + END)
    'Acme\\u202e'
    """
    return BEGIN + seen(text) + END


def seen(text: str) -> str:
    """Return a text with each invisible character written as its code."""
    return "".join(c if unicodedata.category(c) not in _INVISIBLE else f"\\u{ord(c):04x}" for c in text)


@attrs.frozen
class Heading:
    """A heading; level 1 is the page's own."""

    level: int
    text: str


@attrs.frozen
class Paragraph:
    """A paragraph of sentences; `internal` says who may read the page, and `answer` is what the reader came for.

    `lead` stands before them and says what they are about.
    """

    text: str
    kind: str = ""
    lead: str = ""


@attrs.frozen
class Table:
    """A table with a caption; `numeric` are the positions of the columns of numbers.

    The first cell of a row names it; two spaces at its beginning set it one step below the row above.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@attrs.frozen
class Items:
    """A list of short texts, numbered or not; four spaces at the beginning set an item one step below the one above."""

    items: tuple[str, ...]
    numbered: bool = False

    @property
    def nested(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each item with those that stand one step below it."""
        nested: list[tuple[str, tuple[str, ...]]] = []
        for item in self.items:
            if item.startswith("    ") and nested:
                above, below = nested[-1]
                nested[-1] = (above, (*below, item.strip()))
            else:
                nested.append((item, ()))
        return tuple(nested)


@attrs.frozen
class Bar:
    """A bar: its label, the value of each part (in the order of the chart's `parts`), and its total as shown."""

    label: str
    values: tuple[Fraction, ...]
    total: str


@attrs.frozen
class Bars:
    """A chart of bars, each the sum of the same named parts; a value below zero points to the other side.

    `description` says in words what the picture shows. `table` holds the same numbers, for who can't see the picture.
    `whole` is the length that stands for the full width, such as the points that can be earned; 0 for the longest bar.
    """

    title: str
    description: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    whole: Fraction
    table: Table


@attrs.frozen
class Details:
    """Blocks that a reader opens when they want them, such as every step of a calculation."""

    summary: str
    blocks: tuple["Block", ...]


Block: TypeAlias = Heading | Paragraph | Table | Items | Bars | Details


@attrs.frozen
class Page:
    """Blocks in one language."""

    language: str
    blocks: tuple[Block, ...]
