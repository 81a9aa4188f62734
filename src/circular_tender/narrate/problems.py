"""What is wrong with documents, or has no result, as a page."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never

from circular_tender.errors import (
    LIMIT_SHOWN,
    Doubts,
    InvalidDocuments,
    MissingExtra,
    Problem,
    Said,
    Term,
    UndefinedResult,
    worded,
)
from circular_tender.narrate.page import Block, Heading, Items, Paragraph, isolated

#: What is told in place of an assessment.
Error: TypeAlias = InvalidDocuments | Doubts | MissingExtra | UndefinedResult


def told(error: Error, sentences: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the page of an error, in the language of a table of sentences."""
    match error:
        case InvalidDocuments() | Doubts():
            return tuple(_problems(error, sentences))
        case MissingExtra():
            return Heading(1, sentences["problem"]), Paragraph(worded(error.term, sentences))
        case UndefinedResult():
            return Heading(1, sentences["no-result"]), Paragraph(worded(error.term, sentences))
        case _:
            assert_never(error)


def _problems(error: InvalidDocuments | Doubts, sentences: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(1, worded(error.summary, sentences))
    shown = error.problems[:LIMIT_SHOWN]
    if shown:
        yield Items(tuple(line for problem in shown for line in _lines(problem, sentences)), numbered=True)
    if error.more:
        yield Paragraph(worded(error.more, sentences))


def _lines(problem: Problem, sentences: Mapping[str, str]) -> Iterator[str]:
    """Yield the place of a problem and, one step below it, what was found and what to do."""

    def said(term: Said) -> str:
        return worded(term, sentences)

    yield isolated(" ".join(filter(None, map(said, problem.place.parts))))
    yield f"    {said(Term.of('found', found=isolated(said(problem.found))))} [{problem.code}]"
    yield f"    {said(problem.term)}"
