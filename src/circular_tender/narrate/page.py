"""A page: text in one language, not yet in any format."""

from typing import TypeAlias

import attrs


@attrs.frozen
class Heading:
    """A heading; level 1 is the page's own."""

    level: int
    text: str


@attrs.frozen
class Paragraph:
    """A paragraph of sentences."""

    text: str


@attrs.frozen
class Table:
    """A table with a caption; `numeric` are the positions of the columns of numbers."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@attrs.frozen
class Items:
    """A list of short texts."""

    items: tuple[str, ...]


Block: TypeAlias = Heading | Paragraph | Table | Items


@attrs.frozen
class Page:
    """Blocks in one language."""

    language: str
    blocks: tuple[Block, ...]
