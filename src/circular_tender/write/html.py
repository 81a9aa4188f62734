"""A page as HTML: one file without scripts that reads on a screen, on a phone and on paper, and to a screen reader."""

from typing import assert_never

from circular_tender.narrate.page import Bars, Block, Details, Heading, Items, Page, Paragraph, Table
from circular_tender.write.escape import attribute, html
from circular_tender.write.style import STYLE
from circular_tender.write.svg import bars, colour


def page_html(page: Page) -> str:
    """Return a page as one self-contained HTML file."""
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "")
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{attribute(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f'<body>\n<main class="ct">\n{_blocks(page.blocks)}</main>\n</body>\n</html>\n'
    )


def fragment(page: Page) -> str:
    """Return a page as a part of a page that somebody else makes, such as a notebook."""
    language = attribute(page.language)
    return f'<div class="ct" lang="{language}">\n<style>\n{STYLE}</style>\n{_blocks(page.blocks)}</div>\n'


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(f"{_block(block)}\n" for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{html(text)}</h{level}>"
        case Paragraph(text, kind, lead):
            mark = f' class="{kind}"' if kind else ""
            before = f"<b>{html(lead)}</b> " if lead else ""
            return f"<p{mark}>{before}{html(text)}</p>"
        case Table():
            return _table(block)
        case Items():
            return _items(block)
        case Bars():
            return _figure(block)
        case Details(summary, inside):
            return f"<details><summary>{html(summary)}</summary>\n{_blocks(inside)}</details>"
        case _:
            assert_never(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col"{_number(n, table)}>{html(cell)}</th>' for n, cell in enumerate(table.header))
    rows = "\n".join(f"<tr>{_row(row, table)}</tr>" for row in table.rows)
    return (
        f'<div class="table"><table><caption>{html(table.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(row: tuple[str, ...], table: Table) -> str:
    first, *others = row
    depth = (len(first) - len(first.lstrip(" "))) // 2
    step = f' class="step{min(depth, 3)}"' if depth else ""
    cells = "".join(f"<td{_number(n, table)}>{html(cell)}</td>" for n, cell in enumerate(others, 1))
    return f'<th scope="row"{step}>{html(first.lstrip(" "))}</th>{cells}'


def _number(position: int, table: Table) -> str:
    return ' class="number"' if position in table.numeric else ""


def _items(block: Items) -> str:
    """Return a list; what is indented stands in a list of its own, below the item before it."""
    tag = "ol" if block.numbered else "ul"
    items = "\n".join(f"<li>{html(item)}{_inner(below)}</li>" for item, below in block.nested)
    return f"<{tag}>\n{items}\n</{tag}>"


def _inner(items: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{html(item)}</li>" for item in items) + "</ul>" if items else ""


def _figure(chart: Bars) -> str:
    """Return the picture, what its colours and numbers stand for, and the table of the same numbers."""
    key = "".join(
        f'<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="{colour(number)}"/></svg>'
        f"{number + 1} {html(part)}</li>"
        for number, part in enumerate(chart.parts)
    )
    legend = f'<ul class="key">{key}</ul>' if len(chart.parts) > 1 else ""
    caption = f"<figcaption>{html(chart.title)}</figcaption>"
    rows = "".join(
        f'<div class="bar"><span>{html(bar.label)}</span> <b>{html(bar.total)}</b>{picture}</div>'
        for bar, picture in zip(chart.bars, bars(chart), strict=True)
    )
    said = attribute(f"{chart.title}: {chart.description}")
    return f'<figure>{caption}<div role="img" aria-label="{said}">{rows}</div>{legend}</figure>\n{_table(chart.table)}'
