"""What is refused: each form is tried when the page is made, and what the reader says of it is what the page shows."""

from collections.abc import Callable

import attrs

import circular_tender as ct
from circular_tender.errors import Problem
from pages.forms import GROUPS, Group
from pages.markdown import code, joined, said, table


def refused() -> str:
    """Return a table of each sort of form."""
    return joined(*(f"### {group.title}\n\nTried {group.where}.\n\n{_table(group)}" for group in GROUPS))


def _table(group: Group) -> str:
    rows = [(shown, told(attempt)) for shown, attempt in group.forms]
    return table(
        ("written", "code", "what the reader says"),
        ((shown, code(problem.code), said(_sentence(problem))) for shown, problem in rows),
    )


def _sentence(problem: Problem) -> str:
    """Return what the reader says; the reason that a parser of YAML or JSON gives differs by its version."""
    data = tuple((key, "…" if key == "reason" else value) for key, value in problem.data)
    return attrs.evolve(problem, data=data).sentence


def told(attempt: Callable[[], object]) -> Problem:
    """Return the one problem that an attempt to read comes to; raises `ValueError` where it is read."""
    try:
        attempt()
    except ct.InvalidDocuments as error:
        (problem,) = error.problems
        return problem
    raise ValueError(attempt)
