"""What buyers, panels and bidders write in and about decisions stays a text of theirs, in every format and language."""

import json
import unicodedata
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

import circular_tender as ct

NASTY = {  # as it is written, and as a reader sees it
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "</li></ul><h1>Won</h1>": "</li></ul><h1>Won</h1>",
    "<!-- ": "<!-- ",
    "&lt;b&gt; &amp; \"' onload=x": "&lt;b&gt; &amp; \"' onload=x",
    "[won](javascript:alert(1)) ![x](y)": "[won](javascript:alert(1)) ![x](y)",
    "**won** _won_ `won` ~~won~~": "**won** _won_ `won` ~~won~~",
    "a | b |": "a | b |",
    "https://won.example www.won.example a@b.example": "https://won.example www.won.example a@b.example",
    "{reason} {0} %s {bid.id}": "{reason} {0} %s {bid.id}",
    "won\n\n# Rank 1 of 1\n- first": "won\\u000a\\u000a# Rank 1 of 1\\u000a- first",
    "\u202enow": "\\u202enow",
    "\u2068won\u2069 \u2069\u2069 won": "\\u2068won\\u2069 \\u2069\\u2069 won",
    "w\u200bo\u00adn\ufeff": "w\\u200bo\\u00adn\\ufeff",
    "فاز 座 ✓ ﷽": "فاز 座 ✓ ﷽",
}
TITLES = {"title": "t", "kind": "documented"}


def assessment(build, text):
    """A tender of which every text that somebody writes in or about a decision is this one."""
    stages = [{"id": "first", "criteria": ["c"]}, {"id": "second", "criteria": ["price"]}]
    tender = build.tender(
        build.leaf("c", 10, build.ALLOWED, build.FROM_0_TO_1), build.priced(), stages=stages, ties=["draw"]
    )
    tender = ct.read_tender({**tender.plain, "requirements": [{"id": "wood", "title": "Wood"}]})
    part = build.part("p", "1 kg") | {"material": text}
    product = {"id": "x", "line": "piece", "mass": "10 kg", "parts": [part]}
    bids = [
        build.bid(name, "10", products=[product], evidence={"proof": {**TITLES, "title": text}}, bidder=text)
        for name in "ab"
    ]
    own = {"mark": "0.5", "reason": text}
    mark = {**own, "members": {"ann": own}}
    marks = {
        "schema": "circular-tender/judgements/1",
        "tender": "T-1",
        "panel": text,
        "marks": {n: {"c": mark} for n in "ab"},
    }
    taken = {"at": "2026-11-01T09:00:00Z", "by": text, "reason": text}
    half = {"kind": "mark_revised", "criterion": "c", "old": "0.5", "new": "0.5"}
    log = [
        {"kind": "opened", "stage": "first"},
        *({"kind": "requirement", "bid": bid, "requirement": "wood", "met": bid != "z"} for bid in "abz"),
        {
            "kind": "clarification",
            "bid": "a",
            "pointer": "/products/0/parts/0/material",
            "old": text,
            "new": f"{text}!",
        },
        {
            "kind": "clarification",
            "bid": "a",
            "pointer": "/evidence/proof",
            "old": {**TITLES, "title": text},
            "new": {**TITLES, "title": "u", "issuer": text},
        },
        {"kind": "evidence", "bid": "a", "evidence": "proof", "counts_as": "none"},
        {**half, "bid": "a"},
        {**half, "bid": "a", "member": "ann"},
        {"kind": "low_price", "bid": "a", "explained": True},
        {"kind": "draw", "order": ["b", "a"], "witness": text},
    ]
    broken = {"id": "z", "bidder": text, "prices": {"piece": text}}
    decisions = {
        "schema": "circular-tender/decisions/1",
        "tender": "T-1",
        "decisions": [{**taken, **entry} for entry in log],
    }
    return ct.assess(tender, ct.read_bids([*bids, broken]), ct.read_judgements(marks), ct.read_decisions(decisions))


@pytest.fixture(scope="module", params=NASTY, ids=[str(number) for number in range(len(NASTY))])
def nasty(request, build):
    """A text, how it must be seen, and everything that can be told of an assessment that is full of it."""
    found = assessment(build, request.param)
    told = [found, *(ct.explain(found, name) for name in "abz"), ct.compare(found, "b", "a")]
    return request.param, NASTY[request.param], [(value, language) for value in told for language in ("en", "nl")]


class Read(HTMLParser):
    """The tags of a page, and the texts of its elements `bdi`."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.names, self.inside = set(), [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.inside = tag == "bdi"
        if self.inside:
            self.names.append("")
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "bdi"

    def handle_data(self, data):
        if self.inside:
            self.names[-1] += data

    def handle_comment(self, data):
        raise AssertionError(data)


def test_in_html_each_is_an_element_of_its_own_that_holds_no_markup(nasty, build):
    _, seen, told = nasty
    tags = Read(ct.to_html(assessment(build, "plain"))).tags
    for value, language in told:
        page = Read(ct.to_html(value, language=language))
        assert page.tags <= tags
        assert {name for name in page.names if "!" not in name and not name.startswith('{"')} <= {seen, "bid 3"}
    names = Read(ct.to_html(told[2][0])).names  # the explanation of a
    # the roles and reasons of 7 decisions about a and the draw with its witness; two values of a text; two reasons
    assert names.count(seen) >= 2 * 7 + 1
    assert f"{seen}!" in names


def test_in_markdown_it_marks_nothing_up(nasty, build):
    _, seen, told = nasty
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for value, language in told:
        inline = [token for token in reader.parse(ct.to_markdown(value, language=language)) if token.type == "inline"]
        kinds = {child.type for token in inline for child in token.children}
        assert kinds <= {"text", "text_special", "softbreak", "strong_open", "strong_close"}
        texts = ["".join(child.content for child in token.children) for token in inline]
        plain = reader.parse(ct.to_markdown(_same(value, build), language=language))
        assert len(texts) == len([token for token in plain if token.type == "inline"])
        assert any(seen.strip() in text for text in texts)


def _same(value, build):
    """The same of an assessment in which every text is plain."""
    found = assessment(build, "plain")
    match value:
        case ct.Explanation():
            return ct.explain(found, value.result.bid.id)
        case ct.Comparison():
            return ct.compare(found, "b", "a")
        case _:
            return found


def test_in_a_text_it_makes_no_line_and_nothing_is_hidden(nasty):
    _, seen, told = nasty
    for value, language in told:
        page = ct.to_text(value, language=language)
        assert not [c for c in page if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"}]
        assert "".join(seen.split()) in "".join(page.split())


def test_in_json_it_is_the_text_that_was_written(nasty):
    text, _, told = nasty
    for value, _ in told:
        whole = json.loads(ct.to_json(value))
        if isinstance(value, ct.Explanation):
            assert whole["bidder"] == text
