"""The questions about the price of a bid, with their conditions, as far as a reader may read what is behind them."""

from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from circular_tender.assessment import Cell, Question
from circular_tender.award.low import Check
from circular_tender.derivation import Derived, Node
from circular_tender.exact import Column
from circular_tender.explain.data import Asked, Compared
from circular_tender.explain.steps import Steps
from circular_tender.explain.view import View
from circular_tender.formulas import low_prices


def questions_about(view: View, bid: str) -> tuple[Question, ...]:
    """Return the questions about the price of a bid."""
    return tuple(question for question in view.assessment.questions if question.bid == bid)


def columns(questions: tuple[Question, ...]) -> frozenset[Node]:
    """Return the columns over several bids of which questions were made."""
    return frozenset(column for question in questions for column in _columns(question.asked))


def asked(questions: tuple[Question, ...], steps: Steps) -> Iterator[Asked]:
    """Yield each question with its conditions and the steps that lead to it."""
    for question in questions:
        numbers = steps.until(Cell(question.asked))
        yield Asked(question, tuple(_compared(check, steps) for check in question.checks), numbers)


def _compared(check: Check, steps: Steps) -> Compared:
    hidden = steps.withholds(check.reference)
    return Compared(
        against=check.against,
        how=check.holds.formula.name,
        unit=check.value.unit,
        value=_number(check.value),
        reference=None if hidden else _number(check.reference),
        share=_number(check.share),
        limit=None if hidden else _number(check.limit),
        holds=check.holds.value == 1,
        exact=not steps.withholds(check.value),
    )


def _number(node: Node) -> Fraction:
    return cast("Fraction", node.value)  # what is compared is one number


def _columns(root: Node) -> Iterator[Node]:
    """Yield the columns over bids that the formulas about low prices take; one's own id is none of them."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Derived) and node.formula.function.__module__ == low_prices.__name__:
            for name, child in node.inputs:
                if not isinstance(child.value, Column):
                    waiting.append(child)
                elif name != "own":
                    yield child
