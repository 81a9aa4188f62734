"""What an example comes to: the library's own sentences and figures, and its own errors."""

from collections.abc import Iterator

import circular_tender as ct
from circular_tender.narrate import LANGUAGES, Page, narrate
from circular_tender.narrate.page import Heading, Paragraph, Table
from pages.examples import Example, Try
from pages.markdown import code, said, table

_LANGUAGES = {"en": "English", "nl": "Nederlands"}


def sentences(assessment: ct.Assessment) -> str:
    """Return why each bid has its points, in the library's sentences, English before Dutch."""
    return "\n\n".join(_told(ct.explain(assessment, result.bid.id)) for result in assessment)


def _told(why: ct.Explanation) -> str:
    quoted = [f"> *{name}* — {said(_reason(narrate(why, language=key)))}" for key, name in _LANGUAGES.items()]
    return f"{code(why.result.bid.id)}:\n\n" + "\n>\n".join(quoted)


def _reason(page: Page) -> str:
    """Return the sentences that stand after the heading `why`."""
    after = iter(page.blocks)
    next(block for block in after if block == Heading(2, LANGUAGES[page.language]["why"]))
    return next(f"{block.lead} {block.text}" for block in after if isinstance(block, Paragraph))


def figures(assessment: ct.Assessment, bid: str) -> tuple[str, str, str]:
    """Return what is measured, the ratio and the points of a bid, as its explanation writes them."""
    page = narrate(ct.explain(assessment, bid), language="en")
    caption = LANGUAGES["en"]["scores"]
    (row,) = next(block.rows for block in page.blocks if isinstance(block, Table) and block.caption == caption)
    _, measured, ratio, points, _ = map(said, row)
    return measured, ratio, points


def points(example: Example) -> str:
    """Return the table of points; beside them those without the bid that the others depend on."""
    whole = example.assessed()
    rows: list[tuple[str, ...]] = [(code(result.bid.id), *figures(whole, result.bid.id)) for result in whole]
    header = ("bid", "measured", "ratio", "points")
    if example.without is None:
        return table(header, rows)
    rest = example.assessed(without=example.without)
    others = {result.bid.id: figures(rest, result.bid.id)[-1] for result in rest}
    rows = [(*row, others.get(result.bid.id, "")) for row, result in zip(rows, whole, strict=True)]
    return table((*header, f"points without {code(example.without)}"), rows)


def tried(example: Example) -> str:
    """Return the table of what else could stand in the example, and what comes of it."""
    return table(("if", "then"), ((said(one.says), _outcome(example, one)) for one in example.tries))


def _outcome(example: Example, one: Try) -> str:
    try:
        assessment = example.assessed(one)
    except ct.InvalidDocuments as error:
        told = [problem for problem in error.problems if problem.code != "broken-bid"]  # of which the others are why
        return "; ".join(f"refused: {said(problem.sentence)} ({code(problem.code)})" for problem in told)
    except ct.UndefinedResult as error:
        return f"no score: {said(str(error))}"
    return "; ".join(_counted(example, assessment, one))


def _counted(example: Example, assessment: ct.Assessment, one: Try) -> Iterator[str]:
    for bid in one.bids or example.bids:
        measured, _, earned = figures(assessment, bid)
        yield f"{code(bid)} has {measured} and earns {earned} points"
