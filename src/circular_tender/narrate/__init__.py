"""From an explanation to a page in one language."""

from fractions import Fraction
from typing import assert_never

from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.explain import Explanation, Report
from circular_tender.narrate.english import PHRASES
from circular_tender.narrate.page import Block, Heading, Paragraph, Table
from circular_tender.narrate.page import Page as Page
from circular_tender.narrate.reasons import reasons, scores
from circular_tender.narrate.steps import steps
from circular_tender.narrate.words import Words

LED = 4  # differences that a sentence names; more do not help a reader
LANGUAGES: dict[str, dict[str, str]] = {"en": PHRASES}


def narrate(value: Explanation | Report, *, language: str = "en") -> Page:
    """Return the page of an explanation (with every step) or of a report (all bids, with the reasons).

    Raises `InvalidDocuments` where a text of the tender has no such language.
    """
    if language not in LANGUAGES:
        known = (("language", language), ("known", ", ".join(LANGUAGES)))
        raise InvalidDocuments([Problem("missing-language", Place("narrate"), shown(language), known)])
    words = Words(language, LANGUAGES[language], value.assessment.tender)
    match value:
        case Explanation():
            heading, *blocks = _bid(value, words, 1)
            return Page(language, (heading, Paragraph(words("internal")), *blocks, *steps(value, words)))
        case Report():
            pages = [block for explanation in value.explanations for block in _bid(explanation, words, 2)]
            return Page(language, (*_opening(value, words), *pages))
        case _:
            assert_never(value)


def _opening(report: Report, words: Words) -> tuple[Block, ...]:
    assessment = report.assessment
    tender = assessment.tender
    method = words("method", points=words.weight(tender.award.points.value))
    buyer = words.text(tender.buyer, "/buyer")
    first = assessment.ranking[0].bids if assessment.ranking else ()
    names = [words.bidder(assessment[bid].bid) for bid in first]
    outcome = (
        words("no_ranking")
        if not names
        else words("tie", bids=words.listed(names))
        if names[1:]
        else words("winner", winner=names[0])
    )
    rows = tuple(
        (
            str(e.result.rank) if e.result.rank else words("rejected"),
            e.result.bid.id,
            e.result.bid.bidder,
            words.points(e.result.points) if e.result.points is not None else "",
        )
        for e in report.explanations
    )
    header = (words("rank"), words("bid"), words("bidder"), words("points"))
    return (
        Heading(1, words("title", title=words.text(tender.title, "/title"))),
        Paragraph(words("internal")),
        Paragraph(words("tender", buyer=buyer, reference=tender.reference, method=method)),
        Paragraph(_lead(report, words, outcome)),
        Table(words("ranking"), header, rows, (3,)),
    )


def _lead(report: Report, words: Words, outcome: str) -> str:
    """Return the outcome, and by how much the winner leads on which criteria, where there is a second."""
    lead = report.lead
    if lead is None:
        return outcome
    second = words.bidder(report.assessment[lead.second].bid)
    if not lead.points:
        return words("lead_equal", first=words.bidder(report.assessment[lead.first].bid), second=second)
    rows = [
        words("lead_row", criterion=words.row(r), points=words.points(r.points, signed=True)) for r in lead.rows[:LED]
    ]
    rest = sum((row.points for row in lead.rows[LED:]), Fraction(0))
    if lead.rows[LED:]:
        rows.append(words("lead_rest", points=words.points(rest, signed=True)))
    sentence = words("lead", points=words.points(lead.points), second=second, rows="; ".join(rows))
    return f"{outcome} {sentence}"


def _bid(explanation: Explanation, words: Words, level: int) -> tuple[Block, ...]:
    bid = explanation.result.bid
    blocks: list[Block] = [Heading(level, words("bid_heading", bidder=bid.bidder, bid=bid.id))]
    blocks += [Paragraph(line) for line in words.outcome(explanation)]
    if explanation.reasons:
        blocks.append(scores(explanation, words))
        blocks += reasons(explanation, words, level + 1)
    if any(row.kind != "points" for row in explanation.contributions):
        blocks.append(_contributions(explanation, words))
    return tuple(blocks)


def _contributions(explanation: Explanation, words: Words) -> Table:
    rows = [(words.row(row), words.points(row.points)) for row in explanation.contributions]
    total = explanation.result.points or Fraction(0)
    rows.append((words("total"), words.points(total)))
    return Table(words("contributions"), (words("criterion"), words("points")), tuple(rows), (1,))
