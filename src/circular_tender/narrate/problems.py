"""What is wrong with documents, as a page."""

from collections.abc import Mapping

from circular_tender.errors import LIMIT_SHOWN, InvalidDocuments, Place, Said, Term, worded
from circular_tender.narrate.page import Block, Heading, Table, isolated


def problems(error: InvalidDocuments, sentences: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the page of what is wrong: a row for each problem, at most a hundred."""

    def said(term: Said) -> str:
        return worded(term, sentences)

    def place(of: Place) -> str:
        return " ".join(map(said, of.parts))

    rows = tuple(
        (isolated(place(problem.place)), isolated(said(problem.found)), said(problem.term))
        for problem in error.problems[:LIMIT_SHOWN]
    )
    header = (said(Term("where")), said(Term("what-was-found")), said(Term("what-to-do")))
    return Heading(1, said(error.summary)), Table(said(error.summary), header, rows)
