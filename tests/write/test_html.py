"""The page as HTML, block by block, by hand; what no text may do to it stands in test_formats.py."""

import re
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circular_tender.narrate.page import Bar, Bars, Details, Heading, Items, Page, Paragraph, Table, isolated
from circular_tender.write.html import fragment, page_html
from circular_tender.write.style import STYLE
from circular_tender.write.svg import WHOLE, bars

LONG = "Coöperatieve Vereniging voor Hergebruik van Kantoormeubilair Noord-Holland en Omstreken U.A."


def inside(*blocks):
    """What stands for the blocks, without the page around them."""
    return page_html(Page("nl", blocks)).partition('<main class="ct">\n')[2].partition("</main>")[0].rstrip("\n")


def chart(label, total, *values):
    table = Table("t", ("a",), ((label,),))
    return Bars("t", "d", ("p",) * len(values), (Bar(label, values, total),), F(0), table)


def test_language_and_title():
    page = Page("nl", (Paragraph("p"), Heading(1, f"Tender {isolated('A & B')}"), Heading(2, "later")))
    assert '<html lang="nl">' in page_html(page)
    assert "<title>Tender A &amp; B</title>" in page_html(page)
    assert "<h1>Tender <bdi>A &amp; B</bdi></h1>" in page_html(page)
    assert fragment(page).startswith('<div class="ct" lang="nl">')
    assert re.search("<html|<head|<body|<title", fragment(page)) is None


def test_every_rule_of_the_style_is_of_this_page_only():
    rules = re.findall(r"([^{};]+)\{(?!\s*\.ct|\s*@page)", re.sub(r"@page \{[^}]*\}|@media [^{]*\{", "", STYLE))
    assert len(rules) > 20
    selectors = [selector.strip() for rule in rules for selector in rule.split(",")]
    assert [s for s in selectors if not s.startswith((".ct", "body:has(> .ct)"))] == []


@pytest.mark.parametrize(
    ("block", "made"),
    [
        (Paragraph("p"), "<p>p</p>"),
        (Paragraph("p", "internal"), '<p class="internal">p</p>'),
        (Paragraph("p", "answer"), '<p class="answer">p</p>'),
        (Paragraph("p", lead="a & b:"), "<p><b>a &amp; b:</b> p</p>"),
        (Items(("a", "    b", "    c", "d")), "<ul>\n<li>a<ul><li>b</li><li>c</li></ul></li>\n<li>d</li>\n</ul>"),
        (Items(("a", "    b", "c"), numbered=True), "<ol>\n<li>a<ul><li>b</li></ul></li>\n<li>c</li>\n</ol>"),
        (Details("s", (Paragraph("p"),)), "<details><summary>s</summary>\n<p>p</p>\n</details>"),
    ],
)
def test_a_block(block, made):
    assert inside(block) == made


def test_a_table_names_its_columns_and_rows_and_aligns_numbers():
    made = inside(Table("c", ("a", "b"), (("x", "1"), ("  y", "2"), ("        z", "3")), (1,)))
    assert "<caption>c</caption>" in made
    assert '<tr><th scope="col">a</th><th scope="col" class="number">b</th></tr>' in made
    assert re.findall(r'<tr>(<th scope="row".*)</tr>', made) == [
        '<th scope="row">x</th><td class="number">1</td>',
        '<th scope="row" class="step1">y</th><td class="number">2</td>',
        '<th scope="row" class="step3">z</th><td class="number">3</td>',
    ]


def test_a_bar_has_its_label_and_its_total_as_text_that_wraps():
    made = inside(chart(isolated(LONG), "44.5 of 100", F(1)))
    assert f'<div class="bar"><span><bdi>{LONG}</bdi></span> <b>44.5 of 100</b><svg' in made
    assert made.startswith('<figure><figcaption>t</figcaption><div role="img" aria-label="t: d"><div class="bar">')


@given(st.lists(st.fractions(1, 50), min_size=2, max_size=5))
def test_the_widths_of_the_parts_add_up(values):
    (bar,) = bars(chart("a", "b", *values))
    widths = [int(whole + rest) for whole, rest in re.findall(r'<rect [^>]*width="(\d+)\.(\d\d)%"', bar)]
    assert sum(widths) == WHOLE  # the longest bar takes all
    assert all(abs(w - v / sum(values) * WHOLE) <= 1 for w, v in zip(widths, values, strict=True))


def test_a_bar_of_nothing_is_drawn_without_a_box():
    assert "<rect" not in "".join(bars(chart("a", "0", F(0))))
