"""What a reader sees of an impact: as text in both languages, as Markdown and HTML, in a notebook, and as JSON."""

import json

import pytest
import turned

import circular_tender as ct
from circular_tender.narrate.page import BEGIN, END

ENGLISH = """\
Without c
=========

Internal: for the contracting authority only.

Without c, the award would go to B (b) instead of A (a).

Rank reversal among bids of which nothing changes: a and b.

Assessment of A small tender. A buyer, reference T-1. The most points win; 100 can be earned.

Where each bid stands
Bid  Bidder  Rank now  Rank then  Points, now  Points, then
---  ------  --------  ---------  -----------  ------------
b    B       2         1             ≈ 70.889        82.000
a    A       1         2               71.800        79.800

a and b
-------

Now a is ahead (Points: 71.800 against ≈ 70.889). Then b is ahead (Points: 82.000 against 79.800).
  What reverses their order:

price: lowest_over_own = lowest ÷ own compares with other bids
    lowest (lowest): now EUR 65.00, then EUR 90.00
    for a it gives 52 % now, 72 % then
    for b it gives ≈ 72.22 %, exactly 13/18 now, 100 % then
"""
DUTCH = """\
Zonder c
========

Intern: alleen voor de aanbestedende dienst.

Zonder c zou de opdracht naar B (b) gaan in plaats van naar A (a).

Rangomkering tussen inschrijvingen waaraan niets verandert: a en b.

Beoordeling van A small tender. A buyer, kenmerk T-1. De meeste punten winnen; er zijn 100 punten te
  behalen.

Waar elke inschrijving staat
Inschrijving  Inschrijver  Plaats nu  Plaats dan  Punten, nu  Punten, dan
------------  -----------  ---------  ----------  ----------  -----------
b             B            2          1             ≈ 70,889       82,000
a             A            1          2               71,800       79,800

a en b
------

Nu staat a voor (Punten: 71,800 tegen ≈ 70,889). Dan staat b voor (Punten: 82,000 tegen 79,800). Wat
  hun volgorde omkeert:

price: lowest_over_own = lowest ÷ own vergelijkt met andere inschrijvingen
    lowest (lowest): nu EUR 65,00, dan EUR 90,00
    voor a geeft dat nu 52 %, dan 72 %
    voor b geeft dat nu ≈ 72,22 %, exact 13/18, dan 100 %
"""


@pytest.fixture(scope="module")
def impact(build):
    scale, of, *_ = turned.TABLE[0]
    return ct.impact(turned.assessed(build, scale, of), ct.Without("c"))


def plain(text):
    return text.translate({ord(BEGIN): None, ord(END): None, ord("\N{NO-BREAK SPACE}"): " "})


def test_as_text_in_both_languages(impact):
    assert plain(ct.to_text(impact, language="en")).strip() == ENGLISH.strip()
    assert plain(ct.to_text(impact, language="nl")).strip() == DUTCH.strip()
    assert str(impact) == ct.to_text(impact)


def test_as_markdown_and_html(impact):
    assert "## a and b" in ct.to_markdown(impact)
    page = ct.to_html(impact, language="nl")
    assert page.startswith("<!DOCTYPE html>")
    assert "lowest ÷ own" in page
    assert "<script" not in page
    assert "lowest ÷ own" in impact._repr_html_()


def test_as_json(impact):
    told = json.loads(ct.to_json(impact))
    assert [*told] == ["tender", "change", "winners_before", "winners_after", "moves", "reversals"]
    assert told["change"] == {"kind": "without", "bid": "c"}
    assert (told["winners_before"], told["winners_after"]) == (["a"], ["b"])
    assert told["moves"][1] == {
        "bid": "b",
        "touched": False,
        "rank_before": "2",
        "rank_after": "1",
        "total_before": "638/9",
        "total_after": "82",
    }
    (turn,) = told["reversals"]
    assert (turn["first"], turn["second"], turn["by_after"]) == ("a", "b", {"aspect": "awarded", "of": ""})
    assert turn["causes"] == [
        {
            "criteria": ["price"],
            "formula": "lowest_over_own",
            "expression": "lowest ÷ own",
            "references": [{"name": "lowest", "formula": "lowest", "unit": "amount", "before": "65", "after": "90"}],
            "values": [
                {"bid": "a", "unit": "ratio", "before": "13/25", "after": "18/25"},
                {"bid": "b", "unit": "ratio", "before": "13/18", "after": "1"},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("number", "change", "lead"),
    [
        (2, {"kind": "logged"}, "With one more decision (rejected: a), the award would go to B (b) instead of A (a)."),
        (
            1,
            {"kind": "marked", "bid": "c", "criterion": "quality", "to": "0.3"},
            "With the mark 0.3 for c on quality, ",
        ),
        (
            7,
            {"kind": "changed", "bid": "a", "pointer": "/received"},
            "With 2026-10-15T12:00:01+02:00 at /received of a",
        ),
        (
            8,
            {"kind": "changed", "bid": "a", "pointer": "/variant", "to": True},
            "With true at /variant of a, the award",
        ),
        (9, {"kind": "marked", "member": "two", "to": "10"}, "With the mark 10 by two for a on plan, the award goes"),
    ],
)
def test_each_change_is_told(build, number, change, lead):
    impact = turned.others(build)[number]
    assert json.loads(ct.to_json(impact))["change"].items() >= change.items()
    assert lead in plain(ct.to_text(impact)).replace("\n  ", " ")


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (0, "Without b, the award goes to A (a), as it does now."),
        (4, "With one more decision (draw: a, b), the award would go to B (b); now there is no winner."),
        (5, "it is open who wins: A (a), B (b) share a rank, and the published rules do not separate them."),
        (6, "With the mark 0 for a on quality, no bid remains."),
    ],
)
def test_each_end_is_told(build, number, answer):
    assert answer in plain(ct.to_text(turned.others(build)[number])).replace("\n  ", " ")


def test_a_value_that_is_not_answered_is_told_as_null(build):
    before = build.assess(build.tender(build.priced()), build.bid("a", "1", stated_total="1"))
    impact = ct.impact(before, ct.Changed("a", "/stated_total", None))
    assert str(impact).startswith("With null at /stated_total of ")
    assert json.loads(ct.to_json(impact))["change"]["to"] is None


def test_a_tie_behind_a_winner_is_told(build):
    before = build.marked(build.tender(build.judged(), winners="2"), a="1", b="0.5", c="0.2")
    impact = ct.impact(before, ct.Marked("c", "quality", "0.5"))
    assert "it is open who wins: B (b), C (c) share a rank" in plain(str(impact)).replace("\n  ", " ")
