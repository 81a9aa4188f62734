"""The page as Markdown, block by block, by hand; and texts at whose ends Markdown looks twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from circular_tender.narrate.page import Bars, Details, Heading, Items, Page, Paragraph, Table, isolated
from circular_tender.write.markdown import page_markdown

TABLE = Table("c", ("a", "b"), (("x", "1"), ("  y", "2")), (1,))
SHOWN = "**c**\n\n| a | b |\n| --- | ---: |\n| x | 1 |\n| \N{EN SPACE}\N{EN SPACE}y | 2 |"
EDGES = st.text(" #-*`>+=.1)a\\|_[]", min_size=1, max_size=12).filter(str.strip)


def written(*blocks):
    return page_markdown(Page("en", blocks)).removesuffix("\n")


def tokens(block):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written(block))


def texts(block):
    return ["".join(inner.content for inner in token.children) for token in tokens(block) if token.type == "inline"]


@pytest.mark.parametrize(
    ("block", "made"),
    [
        (Heading(3, "h"), "### h"),
        (Paragraph(f"by {isolated('A*')}", "answer"), "by A\\*"),
        (Paragraph("p", lead="a*b:"), "**a\\*b:** p"),
        (Items(("a", "    b")), "- a\n  - b"),
        (Items(("a", "    1. b", "c"), numbered=True), "1. a\n   - 1\\. b\n2. c"),
        (TABLE, SHOWN),
        (Bars("t", "d", (), (), 0, TABLE), SHOWN),
        (Details("s", (Paragraph("p"), TABLE)), f"**s**\n\np\n\n{SHOWN}"),
    ],
)
def test_a_block(block, made):
    assert written(block) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("a|b", "a\\|b"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}x", "\\\\u202ex"),
        ("\x1b[31m", "\\\\u001b\\[31m"),
        ("a\nb", "a\\\\u000ab"),
        ("http://a.example www.a.example", "http\\://a.example www\\.a.example"),
    ],
)
def test_a_text_is_escaped(text, made):
    assert written(Paragraph(text)) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [("lot #", "# lot \\#"), ("lot ##", "# lot \\##"), ("C#", "# C#"), ("#", "# \\#"), ("# #", "# \\# \\#")],
)
def test_a_number_sign_at_the_end_of_a_heading_stays(text, made):
    assert written(Heading(1, text)) == made
    assert texts(Heading(1, text)) == [text]


@given(EDGES)
def test_a_text_keeps_its_ends_but_for_spaces(text):
    for block in (Heading(2, text), Paragraph(text), Details(text, ())):
        assert [shown.strip() for shown in texts(block)] == [text.strip()]


@given(EDGES)
def test_a_caption_and_a_summary_are_bold_whatever_their_ends(text):
    for block in (Table(text, ("a",), ()), Details(text, ())):
        assert [inner.type for inner in tokens(block)[1].children].count("strong_open") == 1


def test_four_spaces_before_a_text_make_no_code():
    assert [token.type for token in tokens(Paragraph("    x"))] == ["paragraph_open", "inline", "paragraph_close"]


@given(st.text(min_size=1))
def test_a_cell_ends_only_where_the_table_ends_it(text):
    line = written(Table("c", ("a", "b"), ((text, text),))).split("\n")[-1]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
