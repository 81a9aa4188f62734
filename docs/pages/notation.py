"""The page of the notation: how each thing is written, and what is refused."""

import inspect
import re
from collections.abc import Iterator

from circular_tender.errors import SENTENCES
from circular_tender.exact import EXAMPLES, NUMBER
from circular_tender.exact.notation import UNITS
from circular_tender.texts import limits
from pages.markdown import GENERATED, code, coded, fenced, joined, said, table
from pages.refused import refused

_BASE = {"ratio": "1", "mass": "kg", "time": "year"}
_PROGRAM = """\
from decimal import Decimal

import circular_tender as ct


def bid(price):
    return ct.Bid(schema="circular-tender/bid/1", tender="T-1", id="acme", bidder="Acme", prices={"desk": price})


assert bid("0.10") == bid(Decimal("0.10"))  # a text, or a Decimal
assert bid(310) == bid("310")  # an int
assert bid(0.1) == bid("0.1")  # a float of at most 15 digits: the decimal that the person typed\
"""


def notation() -> str:
    """Return the page."""
    return joined(
        GENERATED,
        "# Notation",
        "One way to write each thing, in YAML as in JSON. What is written otherwise is refused with a sentence that "
        "says what to write; nothing is guessed and nothing repaired. A number is kept as its text, and is exact.",
        "## How things are written",
        table(("thing", "written"), _things()),
        "A number is a text that this regular expression matches:",
        fenced("text", NUMBER),
        "A YAML or JSON number is read from its digits, never through a binary float.",
        "## Units",
        "One space may stand before a unit, or none.",
        table(("unit", "of a", "is"), _units()),
        "## What a program may hand over",
        fenced("python", _PROGRAM),
        "## How much is read",
        table(("at most", "of what"), _limits()),
        "## What is refused",
        "The list is closed: these are all the codes with which reading a document can end, before its parts are "
        "compared with each other. Each form was tried when this page was made.",
        refused().rstrip(),
    )


def _things() -> Iterator[tuple[str, str]]:
    yield "number", f"{code(EXAMPLES['number'])}. {said(SENTENCES['number-size'])}"
    for measures in dict.fromkeys(measures for measures, _ in UNITS.values()):
        units = coded(unit for unit, (of, _) in UNITS.items() if of == measures)
        yield measures, f"a number and {units}: {code(EXAMPLES[measures])}"
    yield "amount", f"a number, such as {code('12500.00')}; the tender fixes the currency"
    yield "yes, no", coded(("true", "false"))
    yield "not answered", f"{code('null')}, or nothing after the colon"
    yield "withheld", f"{code('{withheld: on what ground}')}, for a price, a percentage, a share or an answer"
    yield "instant", f"as in ISO 8601. {said(SENTENCES['instant-form'])}"
    yield "day", f"{code('2026-10-15')}"
    yield "id", said(SENTENCES["id-form"])
    yield "name, of a destination, a level, a passport's field, a row of a table", said(SENTENCES["name-form"])
    yield "currency", said(SENTENCES["currency-form"])
    yield "text", f"one text, or where several languages are possible one for each: {code('{nl: …, en: …}')}"


def _units() -> Iterator[tuple[str, str, str]]:
    for unit, (measures, factor) in UNITS.items():
        yield code(unit), measures, f"{factor} {_BASE[measures]}" if measures != "ratio" else str(factor)


def _limits() -> Iterator[tuple[str, str]]:
    """Yield each limit with the comment that stands beside it."""
    for name, comment in re.findall(r"^(LIMIT_\w+) = .*#: (.*)$", inspect.getsource(limits), re.MULTILINE):
        yield f"{getattr(limits, name):,}", {"LIMIT_BYTES": "bytes "}.get(name, "") + comment
