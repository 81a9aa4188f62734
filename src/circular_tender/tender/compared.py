"""What must hold in what a tender says of savings: baselines leave nothing open, and criteria call things the same."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from circular_tender.errors import Finding, nearest, shown
from circular_tender.exact import Quantity, decimal_text
from circular_tender.indicators import (
    BiobasedContent,
    Indicator,
    MaterialCircularity,
    RecycledContent,
    ReuseAtEndOfLife,
    UntpCircularity,
)
from circular_tender.rules import pointer
from circular_tender.tender.baselines import BaselinePart, BaselineProduct, Savings
from circular_tender.tender.model import Tender

_AT = "/savings"
_KEYS = ("feedstock", "destinations")


def findings(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold in what a tender says of savings."""
    if tender.savings is None:
        return
    if not tender.lines:
        yield Finding("savings-without-lines", _AT, shown(None))
        return
    for (_, at, indicator), key in product(tender.asked, _KEYS):
        yield from _called(tender.savings, indicator, f"{at}/{key}", key)
    for name, baseline in tender.savings.baselines.items():
        for line, bought in baseline.products.items():
            here = _AT + pointer("baselines", name, "products", line)
            if line not in tender.lines:
                yield Finding("unknown-line", here, shown(line), (("slip", nearest(line, tender.lines)),))
            yield from _product(tender.savings, bought, here)


def _called(savings: Savings, indicator: Indicator, at: str, key: str) -> Iterator[Finding]:
    """Yield the names of a criterion that savings do not know, and those that they put in another class."""
    named: Mapping[str, str] = getattr(savings, key)
    for name, sort in _table(indicator, key).items():
        if name not in named:
            yield Finding("savings-name-missing", f"{_AT}/{key}/{name}", shown(None), (("name", name), ("at", at)))
        elif sort not in (None, named[name]):
            data = (("name", name), ("at", at), ("sort", str(sort)))
            yield Finding("savings-other-class", f"{_AT}/{key}/{name}", shown(named[name]), data)


def _table(indicator: Indicator, key: str) -> Mapping[str, str | None]:
    """Return the names of feedstock or of destinations that an indicator knows, each with its class if it has one."""
    match indicator:
        case MaterialCircularity(feedstock=feedstock, destinations=destinations):
            return feedstock if key == "feedstock" else destinations
        case UntpCircularity(feedstock=feedstock, destinations=destinations):
            return dict.fromkeys(feedstock if key == "feedstock" else destinations)
        case RecycledContent(feedstock=feedstock) | BiobasedContent(feedstock=feedstock) if key == "feedstock":
            return dict.fromkeys(feedstock)
        case ReuseAtEndOfLife(destinations=destinations) if key == "destinations":
            return dict.fromkeys(destinations)
        case _:
            return {}


def _product(savings: Savings, bought: BaselineProduct, at: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for number, part in enumerate(bought.parts):
        here = f"{at}/parts/{number}"
        if part.id in first:
            yield Finding("duplicate-id", f"{here}/id", shown(part.id), (("id", part.id), ("first", first[part.id])))
        first.setdefault(part.id, f"{here}/id")
        yield from _part(savings, part, here)
    known = _sum(part.mass for part in bought.parts)
    if known != bought.mass.value:
        masses = (("sum", decimal_text(known)), ("mass", decimal_text(bought.mass.value)))
        yield Finding("baseline-mass", f"{at}/mass", shown(bought.mass.text), masses)


def _part(savings: Savings, part: BaselinePart, at: str) -> Iterator[Finding]:
    for key in _KEYS:
        shares: Mapping[str, Quantity] = getattr(part, key)
        known: Mapping[str, str] = getattr(savings, key)
        for name in shares:
            if name not in known:
                data = (("choices", ", ".join(known)), ("slip", nearest(name, known)))
                yield Finding("unknown-row", f"{at}/{key}/{name}", shown(name), data)
        if (whole := _sum(shares.values())) != 1:
            text = decimal_text(whole * 100)
            yield Finding("baseline-open", f"{at}/{key}", shown(f"{text} %"), (("sum", text),))


def _sum(quantities: Iterable[Quantity]) -> Fraction:
    return sum((quantity.value for quantity in quantities), Fraction(0))
