"""What every format must keep: the texts, and nothing in them that the format would take for its own."""

import re
from fractions import Fraction as F
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import circular_tender as ct
from circular_tender.narrate.page import Bar, Bars, Details, Heading, Items, Page, Paragraph, Table, isolated
from circular_tender.write.html import fragment, page_html
from circular_tender.write.markdown import page_markdown
from circular_tender.write.svg import WHOLE, bars
from circular_tender.write.text import page_text

OFFICE = Path(__file__).parents[2] / "examples" / "office-furniture"
NASTY = [
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://a.example/b.png)",
    "a|b",
    "\N{RIGHT-TO-LEFT OVERRIDE}1.00",
    "\x1b[31mred",
    "\N{FIRST STRONG ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "</table></details>",
    '" onload="x',
    "http://a.example www.a.example a@b.example",
    "1. one",
    "- one",
    "# one",
    "`a` *b* _c_ ~~d~~ &amp; \\",
    "<!-- x",
]
TEXTS = st.sampled_from(NASTY) | st.text(min_size=1, max_size=20).filter(str.strip)  # no text is blank


class Reader(HTMLParser):
    """Notes every tag with its attributes, and every text."""

    def __init__(self, document):
        super().__init__()
        self.tags, self.texts, self.open = [], [], []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in {"meta", "rect", "line"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append(data)

    def named(self, *names):
        return [attributes for tag, attributes, _ in self.tags if tag in names]


def page(text):
    """A page with a text in every place that holds one."""
    table = Table(text, (text, text), ((text, text), ("  " + text, text)), (1,))
    bars = Bars(text, text, (text, text), (Bar(text, (F(1), F(2)), text),), F(4), table)
    blocks = (
        Heading(1, text),
        Paragraph(text),
        Paragraph(isolated(text), "answer", text),
        Items((text, "    " + text)),
        Items((text, "    " + text), numbered=True),
    )
    return Page("en", (*blocks, table, bars, Details(text, (Paragraph(text),))))


@pytest.fixture(scope="module")
def office():
    return ct.assess(
        ct.read_tender(OFFICE / "tender.yaml"),
        ct.read_bids(OFFICE / "bids"),
        ct.read_judgements(OFFICE / "judgements.yaml"),
        ct.read_decisions(OFFICE / "decisions.yaml"),
    )


HARMLESS = {tag for tag, _, _ in Reader(page_html(page("plain"))).tags}


@pytest.mark.parametrize("make", [page_html, fragment])
@given(TEXTS)
def test_no_text_becomes_markup_in_html(make, text):
    plain, read = Reader(make(page("plain"))), Reader(make(page(text)))
    assert [tag for tag, _, _ in read.tags] == [tag for tag, _, _ in plain.tags]
    assert [{*attributes} for _, attributes, _ in read.tags] == [{*attributes} for _, attributes, _ in plain.tags]
    assert not re.search("[\N{RIGHT-TO-LEFT OVERRIDE}\x1b]", make(page(text)))


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_a_text_in_html_says_what_it_said(text):
    read = Reader(page_html(page(text)))
    assert "".join(read.texts).count(text) >= 16
    assert [a["aria-label"] for a in read.named("div") if "role" in a] == [f"{text}: {text}"]


@given(TEXTS)
def test_no_text_becomes_markup_in_markdown(text):
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made = page_markdown(page(text))
    kinds = [token.type for token in parser.parse(made)]
    assert kinds == [token.type for token in parser.parse(page_markdown(page("plain")))]
    inner = {inner.type for token in parser.parse(made) for inner in token.children or ()}
    assert inner <= {"text", "text_special", "strong_open", "strong_close"}
    assert not re.search("[\N{RIGHT-TO-LEFT OVERRIDE}\x1b]", made)
    assert re.search(r"(?i)[a-z]://|www\.|[^\\]@", made) is None


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_a_text_in_markdown_says_what_it_said(text):
    shown = MarkdownIt().enable("table").render(page_markdown(page(text)))
    assert "".join(Reader(shown).texts).count(text) >= 12


def test_numbered_items_in_plain_text_are_at_most_a_hundred_wide_and_each_step_keeps_its_place():
    made = page_text(Page("en", (Items(("one", f"    {'word ' * 20}end", "two"), numbered=True),)))
    # 19 words of 4 and the 18 spaces between are 94, and 4 spaces stand before
    assert made == f"1. one\n    {' '.join(['word'] * 19)}\n      word end\n2. two\n"


@given(TEXTS)
def test_a_text_moves_no_cursor(text):
    assert not re.search("[\N{RIGHT-TO-LEFT OVERRIDE}\x1b\r]", page_text(page(text)))


def test_the_report_is_one_file_that_loads_and_runs_nothing(office):
    made = ct.to_html(office, language="nl")
    assert made.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert re.search(r"<script|https?:|url\(|@import|\bon\w+=|srcset|<link|<iframe", made) is None


def test_the_report_can_be_read_by_who_does_not_see_it(office):
    read = Reader(ct.to_html(office, language="en"))
    assert len(read.named("h1")) == 1
    levels = [int(tag[1]) for tag, _, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(read.named("caption")) == len(read.named("table")) > 0
    assert {attributes.get("scope") for attributes in read.named("th")} == {"col", "row"}
    pictures = [attributes for attributes in read.named("div") if "role" in attributes]
    assert [(p["role"], ": A bar for each " in p["aria-label"]) for p in pictures] == [("img", True)] * 2
    assert {attributes.get("aria-hidden") for attributes in read.named("svg")} == {"true"}
    assert len(read.named("figure")) == 2
    assert [attributes for attributes in read.named("details") if "open" in attributes] == []
    assert [a for _, a, _ in read.tags if "id" in a] == []  # so that two reports can stand on one page


def test_every_number_of_every_step_stands_in_the_report(office):
    made = ct.to_html(office, language="en")
    for result in office:
        for step in ct.explain(office, result.bid.id).steps:
            assert f"[{step.number}] {step.formula} = " in made


def chart(*bars, whole=0, parts=3):
    table = Table("t", ("a",), ())
    return Bars("t", "d", tuple(map(str, range(parts))), tuple(Bar("b", b, "x") for b in bars), F(whole), table)


def boxes(picture):
    """The boxes of each bar: where they begin and how wide they are, in hundredths of a percent of the width."""
    found = [re.findall(r'<rect x="(\d+)\.(\d\d)%" width="(\d+)\.(\d\d)%"', bar) for bar in bars(picture)]
    return [[(int(a + b), int(c + d)) for a, b, c, d in bar] for bar in found]


def test_a_bar_is_as_long_as_its_value():
    # 100 points are the whole width: 25 + 10 + 15 points are 25 % + 10 % + 15 %
    assert boxes(chart((F(25), F(10), F(15)), whole=100)) == [[(0, 2500), (2500, 1000), (3500, 1500)]]
    # a part of 0 has no box
    assert boxes(chart((F(50), F(0), F(0)), (F(0), F(0), F(100)), whole=100)) == [[(0, 5000)], [(0, 10000)]]


def test_a_part_that_is_wide_enough_holds_its_number():
    (bar,) = bars(chart((F(3), F("2.99"), F(15)), whole=100))
    assert re.findall(r'<text x="([^"]*)"[^>]*>([^<]*)</text>', bar) == [("1.50%", "1"), ("13.49%", "3")]
    (alone,) = bars(chart((F(60),), parts=1))
    assert "<text" not in alone


def test_what_is_below_zero_points_to_the_other_side():
    # from −20 to +60 is the whole width: zero stands at a quarter
    picture = chart((F(60),), (F(-20),), parts=1)
    assert boxes(picture) == [[(2500, 7500)], [(0, 2500)]]
    assert all('class="zero" x1="25.00%"' in bar for bar in bars(picture))
    assert "zero" not in "".join(bars(chart((F(60),), parts=1)))


@given(st.lists(st.lists(st.fractions(-50, 50), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(0, 200))
def test_the_parts_of_a_bar_join_and_stay_within_the_picture(rows, whole):
    found = boxes(chart(*map(tuple, rows), whole=whole))
    assert len(found) == len(rows)
    for row in map(sorted, found):
        assert all(0 <= x <= x + width <= WHOLE + 1 for x, width in row)  # two roundings
        assert all(before[0] + before[1] == after[0] for before, after in pairwise(row))
