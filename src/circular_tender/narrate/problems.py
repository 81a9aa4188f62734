"""What is wrong with documents, as a page; in English, as the errors are."""

from circular_tender.errors import LIMIT_SHOWN, InvalidDocuments
from circular_tender.narrate.page import Heading, Page, Table, isolated

_HEADER = ("Where", "Found", "What to do")


def problems(error: InvalidDocuments) -> Page:
    """Return the page of what is wrong: a row for each problem, at most a hundred."""
    rows = tuple(
        (isolated(str(problem.place)), isolated(problem.found), problem.sentence)
        for problem in error.problems[:LIMIT_SHOWN]
    )
    summary = str(error).splitlines()[0]
    return Page("en", (Heading(1, summary), Table(summary, _HEADER, rows)))
