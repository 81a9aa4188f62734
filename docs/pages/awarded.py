"""What the example of an award method comes to: the library's own tables and sentences, and its own errors."""

from collections.abc import Iterator
from fractions import Fraction

import circular_tender as ct
from circular_tender.award import adds_up
from circular_tender.narrate import LANGUAGES, Page, narrate
from circular_tender.narrate.figures import ENGLISH
from circular_tender.narrate.page import BEGIN, END, Bars, Heading, Paragraph, Table
from circular_tender.narrate.words import Words
from pages.awards import Award, Try
from pages.markdown import code, folded, said, table

_LANGUAGES = {"en": "English", "nl": "Nederlands"}


def ranking(example: Award) -> str:
    """Return the table of ranks and totals; beside them those without the bid that reverses two others."""
    whole = _table(example.assessed(), "ranking")
    rows = [tuple(map(_plain, row)) for row in whole.rows]
    if example.without is None:
        return table(whole.header, rows)
    rest = {row[1]: row[0] for row in _table(example.assessed(without=example.without), "ranking").rows}
    header = (*whole.header, f"Rank without {code(example.without)}")
    return table(header, [(*row, rest.get(row[1], "")) for row in rows])


def parts(assessment: ct.Assessment) -> str:
    """Return the table of what each total consists of, or of the factors that it is made of."""
    if adds_up(assessment.tender.award):
        page = narrate(assessment, language="en")
        chart = next(block for block in page.blocks if isinstance(block, Bars))
        return table(chart.table.header, (tuple(map(_plain, row)) for row in chart.table.rows))
    ranked = [ct.explain(assessment, bid) for standing in assessment.ranking for bid in standing.bids]
    columns = [{name: (value, unit) for name, value, unit in why.factors} for why in ranked]
    rows = (
        (_factor(name, assessment), *(ENGLISH.figure(*column[name], "EUR") for column in columns))
        for name in columns[0]
    )
    return table(("", *(code(why.result.bid.id) for why in ranked)), rows)


def _factor(name: str, assessment: ct.Assessment) -> str:
    key = f"total_{assessment.tender.award.method}" if name == "total" else f"factor_{name}"
    return LANGUAGES["en"][key]


def _table(assessment: ct.Assessment, caption: str) -> Table:
    page = narrate(assessment, language="en")
    wanted = LANGUAGES["en"][caption]
    return next(block for block in page.blocks if isinstance(block, Table) and block.caption == wanted)


def answer(assessment: ct.Assessment) -> str:
    """Return how the award is decided and who wins, in the library's sentences."""
    return _quoted({key: " ".join(_opening(narrate(assessment, language=key))) for key in _LANGUAGES})


def _opening(page: Page) -> Iterator[str]:
    """Yield what stands before the ranking, but for the title and who may read it."""
    for block in page.blocks:
        if isinstance(block, Table):
            return
        if isinstance(block, Paragraph) and block.kind != "internal":
            yield block.text


def sentences(assessment: ct.Assessment) -> str:
    """Return where each bid ended and why, in the library's sentences: the first, and the others to be opened."""
    (first, _), *others = ((bid, standing.rank) for standing in assessment.ranking for bid in standing.bids)
    folds = (folded(f"<code>{bid}</code>, rank {rank}", _of(assessment, bid)) for bid, rank in others)
    return "\n\n".join([f"{code(first)}:", _of(assessment, first), *folds])


def _of(assessment: ct.Assessment, bid: str) -> str:
    """Return what is said of a bid, English before Dutch."""
    why = ct.explain(assessment, bid)
    return _quoted({key: " ".join(_told(narrate(why, language=key))) for key in _LANGUAGES})


def _told(page: Page) -> Iterator[str]:
    """Yield the sentences of a bid: the outcome, beside the first, and each reason; not of which tender it is."""
    wanted = False
    for block in page.blocks:
        if isinstance(block, Heading) and block.text == LANGUAGES[page.language]["steps"]:
            return
        if isinstance(block, Paragraph):
            wanted = wanted or block.kind == "answer"
            if wanted:
                yield f"{block.lead} {block.text}".strip()


def _quoted(texts: dict[str, str]) -> str:
    return "\n>\n".join(f"> *{_LANGUAGES[key]}* — {_plain(text)}" for key, text in texts.items())


def _plain(text: str) -> str:
    """Return a text as it is, without the marks that set apart what somebody else wrote."""
    return said(text.replace(BEGIN, "").replace(END, ""))


def tried(example: Award) -> str:
    """Return the table of what else could stand in the example, and what comes of it."""
    return table(("if", "then"), ((one.says, _outcome(example, one)) for one in example.tries))


def _outcome(example: Award, one: Try) -> str:
    try:
        assessment = example.assessed(one)
    except ct.InvalidDocuments as error:
        return "; ".join(f"refused: {said(problem.sentence)} ({code(problem.code)})" for problem in error.problems)
    except ct.UndefinedResult as error:
        return f"no award: {said(str(error))}"
    words = Words("en", LANGUAGES["en"], ENGLISH, assessment.tender)
    ranked = (
        f"{standing.rank}: {code(bid)} with {said(words.total(assessment[bid].total or Fraction(0)))}"
        for standing in assessment.ranking
        for bid in standing.bids
    )
    return "; ".join(ranked)
