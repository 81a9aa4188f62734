"""The page of one bid, and the page of all of them: the answer first, then the reasons, then every number."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from circular_tender.award import maximum
from circular_tender.bids import Bid, BrokenBid
from circular_tender.explain import Comparison, Explanation, LotsReport, Report
from circular_tender.narrate.comparison import differences, factor, factors, rows, sentence
from circular_tender.narrate.decided import decisions
from circular_tender.narrate.lots import all_lots, awarded, of_bid
from circular_tender.narrate.page import Bar, Bars, Block, Details, Heading, Paragraph, Table, isolated
from circular_tender.narrate.questions import all_questions, questions
from circular_tender.narrate.reasons import reasons
from circular_tender.narrate.scores import scores
from circular_tender.narrate.standing import drawn, for_whom, opened, outcome, references, winners, withheld
from circular_tender.narrate.steps import steps
from circular_tender.narrate.words import Words


def explained(explanation: Explanation, words: Words) -> tuple[Block, ...]:
    """Return the blocks of one bid's page: of which tender, the outcome, the first beside it, why, and every step."""
    heading, *blocks = _bid(explanation, words, 1)
    calculation = steps(explanation, words)
    titled = (Heading(2, words("steps")), *calculation) if calculation else ()
    beside = references(words, explanation.result.bid.id) if explanation.reasons else []
    about = Paragraph(f"{words.heading}. {words.about()}")
    return (heading, for_whom(words), about, *blocks, *beside, *withheld(words), *titled)


def reported(report: Report, words: Words) -> tuple[Block, ...]:
    """Return the blocks of the page of all bids; the steps of each are folded away."""
    opening: tuple[Block, ...] = Heading(1, words.heading), for_whom(words), *withheld(words), Paragraph(words.about())
    return (*opening, *_ranked(report, words), *_bids(report, words))


def reported_lots(report: LotsReport, words: Sequence[Words]) -> tuple[Block, ...]:
    """Return the blocks of the page of all lots; `words` are those of each."""
    title = words[0]("title", title=words[0].text(words[0].tender.title, "/title"))
    pages = [
        (own, (*withheld(own), *_ranked(lot, own), *_bids(lot, own)))
        for lot, own in zip(report.lots, words, strict=True)
    ]
    opening = Heading(1, title), for_whom(words[0]), Paragraph(words[0].about())
    return (*opening, *all_lots(report, pages))


def _bids(report: Report, words: Words) -> Iterator[Block]:
    for explanation in report.explanations:
        if not report.view.shows(explanation.result.bid.id, "reasons"):
            continue  # what may be read of it stands in the tables above
        yield from _bid(explanation, words, 2)
        if calculation := steps(explanation, words):
            yield Details(words("steps"), calculation)


def _ranked(report: Report, words: Words) -> tuple[Block, ...]:
    header = (words("rank"), words("bid"), words("bidder"), words.ranked("total"))
    rows = tuple(
        (
            _rank(e, words),
            words.bid(e.result.bid.id),
            isolated(e.result.bid.bidder) if words.names(e.result.bid.id) else words("withheld"),
            _total(e, words),
        )
        for e in report.explanations
    )
    pictures = [_chart(report, words)] if any(e.contributions for e in report.explanations) else []
    return (
        Paragraph(_answer(report, words), "answer"),
        *(Paragraph(line) for line in winners(report, words)),
        *(Paragraph(line, "answer") for line in awarded(report.view, words)),
        *(Paragraph(opened(decision, words)) for decision in report.opened),
        *(Paragraph(drawn(draw, words)) for draw in report.draws),
        *references(words),
        *all_questions(report, words),
        Table(words("ranking"), header, rows, (3,)),
        *pictures,
        *([differences(report.lead, words)] if report.lead and report.lead.gap is not None else []),
    )


def _rank(explanation: Explanation, words: Words) -> str:
    """Return the rank of a bid, or that it was rejected, or that this is withheld."""
    if not explanation.view.shows(explanation.result.bid.id, "rank"):
        return words("withheld")
    return str(explanation.outcome.rank) if explanation.outcome.rank else words("rejected")


def _total(explanation: Explanation, words: Words) -> str:
    """Return the total of a bid, or that it is withheld; nothing for one that is known to be rejected."""
    if explanation.outcome.total is not None:
        return words.total(explanation.outcome.total)
    rejected = explanation.view.shows(explanation.result.bid.id, "rank") and explanation.result.total is None
    return "" if rejected else words("withheld")


def _answer(report: Report, words: Words) -> str:
    """Return the outcome, and by how much the winner leads on which criteria, where there is a second."""
    ranking = report.assessment.ranking
    first = ranking[0].bids if ranking else ()
    if not first:
        return words("no_ranking")
    names = [words.bidder(report.assessment[bid].bid) for bid in first]
    known = all(report.view.shows(bid, "rank") for bid in first)
    if names[1:] or not known:
        return words("tie", bids=words.listed(names)) if known else words.decided("winner_withheld")
    winner = words.ranked("winner", winner=names[0])
    if report.lead is None or report.lead.gap is None:
        return winner
    second = words.bidder(report.assessment[report.lead.second].bid)
    if not report.lead.gap:
        drawn = any(report.lead.second in draw.order for draw in report.draws)
        return words.decided("lead_drawn" if drawn else "lead_equal", first=names[0], second=second)
    return f"{winner} {_ahead(report.lead, second, words)}"


def _ahead(lead: Comparison, second: str, words: Words) -> str:
    """Return by how much the winner leads and on what, or the factors of both totals where these are no sums."""
    if lead.factors:
        return words("lead_factors", second=second, factors=factors(lead, words))
    gap = words.total(lead.gap or Fraction(0))
    return words.decided("lead", points=gap, second=second, rows=rows(lead, words))


def _chart(report: Report, words: Words) -> Bars:
    """Return the picture of what each ranked bid's points consist of, with its table."""
    ranked = [e for e in report.explanations if e.contributions]
    parts = {(row.kind, row.criterion): words.row(row) for e in ranked for row in e.contributions}
    ids: list[str] = []
    bars: list[Bar] = []
    columns: list[list[str]] = []
    for explanation in ranked:
        bid, total = words.bid(explanation.result.bid.id), explanation.result.total or Fraction(0)
        points = {(row.kind, row.criterion): row.points for row in explanation.contributions}
        values = tuple(points.get(part, Fraction(0)) for part in parts)
        ids.append(bid)
        bars.append(Bar(bid, values, words.total(total)))
        columns.append([*words.column(values, total, exact=explanation.exact), words.total(total)])
    title, whole = words.decided("chart"), maximum(words.tender.award) or Fraction(0)
    cells = zip([*parts.values(), words("total")], *columns, strict=True)
    table = Table(title, (words("criterion"), *ids), tuple(cells), tuple(range(1, len(ids) + 1)))
    description = words.decided("chart_description", points=words.number(whole))
    return Bars(title, description, tuple(parts.values()), tuple(bars), whole, table)


def _bid(explanation: Explanation, words: Words, level: int) -> tuple[Block, ...]:
    bid = explanation.result.bid
    blocks: list[Block] = [Heading(level, words.bidder(bid))]
    blocks += [Paragraph(line, "answer") for line in outcome(explanation, words)]
    blocks += [Paragraph(line, "answer") for line in of_bid(explanation, words)]
    if isinstance(bid, Bid) and bid.variant:
        blocks.append(Paragraph(words("variant")))
    if isinstance(bid, BrokenBid) and explanation.view.shows(bid.id, "reasons"):
        blocks.append(Paragraph(words("broken", count=str(len(bid.problems)), source=isolated(bid.source))))
    blocks += questions(explanation, words)
    if explanation.reasons:
        blocks.append(scores(explanation, words))
    if explanation.beside_first:
        blocks += [Paragraph(sentence(explanation.beside_first, words)), differences(explanation.beside_first, words)]
    if explanation.reasons:
        blocks += reasons(explanation, words, level + 1)
    if any(row.kind != "points" for row in explanation.contributions):
        blocks.append(_contributions(explanation, words))
    if explanation.factors:
        blocks.append(_factors(explanation, words))
    blocks += decisions(explanation, words, level + 1)
    return tuple(blocks)


def _contributions(explanation: Explanation, words: Words) -> Table:
    total = explanation.result.total or Fraction(0)
    points = words.column(tuple(row.points for row in explanation.contributions), total, exact=explanation.exact)
    rows = [(words.row(row), shown) for row, shown in zip(explanation.contributions, points, strict=True)]
    rows.append((words("total"), words.total(total)))
    return Table(words("contributions"), (words("criterion"), words.ranked("total")), tuple(rows), (1,))


def _factors(explanation: Explanation, words: Words) -> Table:
    rows = tuple((factor(name, words), words.figure(value, unit)) for name, value, unit in explanation.factors)
    return Table(words("contributions"), (words("factor"), words("value")), rows, (1,))
