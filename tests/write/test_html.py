"""The page as HTML, block by block, by hand; what no text may do to it stands in test_formats.py."""

import re
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circular_tender.narrate.page import Bar, Bars, Details, Heading, Items, Page, Paragraph, Table, isolated
from circular_tender.write.html import fragment, page_html
from circular_tender.write.style import STYLE
from circular_tender.write.svg import WIDTH, svg

LONG = "Coöperatieve Vereniging voor Hergebruik van Kantoormeubilair Noord-Holland en Omstreken U.A."


def inside(*blocks):
    """What stands for the blocks, without the page around them."""
    return page_html(Page("nl", blocks)).partition('<main class="ct">\n')[2].partition("</main>")[0].rstrip("\n")


def chart(label, total, *values):
    table = Table("t", ("a",), ((label,),))
    return Bars("t", "d", ("p",) * len(values), (Bar(label, values, total),), F(0), table)


def labels(picture):
    return re.findall(r'<text x="0" y="\d+">([^<]*)</text>', svg(picture))


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


def test_a_long_label_is_cut_before_the_total_and_the_table_holds_all_of_it():
    picture = chart(isolated(LONG), "44.5 of 100", F(1))
    assert labels(picture) == ["Coöperatieve Vereniging voor Hergebruik van Kantoorm…"]
    assert len(labels(picture)[0]) + len("44.5 of 100") == 64
    assert LONG in inside(picture)


def test_a_label_that_has_room_stays_whole():
    assert labels(chart("a" * 60, "44.5", F(1))) == ["a" * 60]
    assert labels(chart("a" * 61, "44.5", F(1))) == ["a" * 59 + "…"]
    assert labels(chart("", "44.5", F(1))) == [""]


def test_a_wide_letter_takes_the_room_of_two():
    assert labels(chart("椅" * 30, "44.5", F(1))) == ["椅" * 30]
    assert labels(chart("椅" * 31, "44.5", F(1))) == ["椅" * 29 + "…"]


def test_a_cut_goes_through_no_escape():
    assert labels(chart("&" * 70, "44.5", F(1))) == ["&amp;" * 59 + "…"]


@given(st.lists(st.fractions(1, 50), min_size=2, max_size=5))
def test_the_widths_of_the_parts_add_up(values):
    widths = [int(width) for width in re.findall(r'<rect [^>]*width="(\d+)"', svg(chart("a", "b", *values)))]
    assert sum(widths) == WIDTH  # the longest bar takes all
    assert all(abs(w - v / sum(values) * WIDTH) <= 1 for w, v in zip(widths, values, strict=True))


def test_a_bar_of_nothing_is_drawn_without_a_box():
    assert "<rect" not in svg(chart("a", "0", F(0)))
