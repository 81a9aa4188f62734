"""What must hold for the indicators that measure products: their tables, the lines they are for, what is the worst."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from circular_tender.errors import Finding, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import (
    CLIMATE_PARTS,
    LADDER,
    EnvironmentalCost,
    Indicator,
    MaterialCircularity,
    MaterialPassport,
    ResidualValue,
    ReuseAtEndOfLife,
    TakeBack,
    UntpCircularity,
    Utility,
    claims,
)
from circular_tender.tender.model import Tender

_PRICED_IN = "EUR"  # environmental prices are in euro
#: What a supplier commits to less is never worth more: each table with its rows, the most first.
_PROMISES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cost", ("paid_to_buyer", "free", "at_cost")),
    ("guarantee", ("contractual_with_penalty", "contractual", "declared")),
    ("reporting", ("yearly_audited", "yearly", "at_the_end", "none")),
)
_PROOFS: tuple[tuple[str, ...], ...] = (
    ("third_party", "documented", "declared"),
    ("third_party", "contractual", "declared"),
)
_BIOLOGICAL = ("sustained", "compost", "energy")  # what the indicator of 2015 does not know


def findings(tender: Tender, indicator: Indicator, at: str) -> Iterator[Finding]:
    """Yield what does not hold for an indicator that measures products."""
    if claims(indicator).of_products or isinstance(indicator, ResidualValue):
        if not tender.lines:
            yield Finding("products-without-lines", at, shown(indicator.kind), (("indicator", indicator.kind),))
        elif not tender.measured_lines and not isinstance(indicator, ResidualValue) and not [*basket(tender.whole)]:
            yield Finding("basket-without-lines", at, shown(indicator.kind), (("indicator", indicator.kind),))
    match indicator:
        case MaterialCircularity():
            yield from _efficiencies(indicator, at)
            yield from _biological(indicator, at)
            yield from _utility(tender, indicator.utility, f"{at}/utility")
        case UntpCircularity():
            yield from _utility(tender, indicator.utility, f"{at}/utility")
        case MaterialPassport():
            yield from _passport(indicator, at)
        case ReuseAtEndOfLife():
            yield from _destinations(indicator, at)
        case EnvironmentalCost():
            yield from _impacts(tender, indicator, at)
        case _:
            pass
    yield from _tables(indicator, at)


def _tables(indicator: Indicator, at: str) -> Iterator[Finding]:
    """Yield what counts for more in a table than what tells or binds more."""
    match indicator:
        case MaterialPassport(verification=verification, granularity=granularity):
            found = (_in_order(verification, order, f"{at}/verification") for order in _PROOFS)
            yield from dict.fromkeys(chain.from_iterable(found))
            yield from _in_order(granularity or {}, ("item", "batch", "model"), f"{at}/granularity")
        case TakeBack():
            for key, order in _PROMISES:
                yield from _in_order(getattr(indicator, key) or {}, order, f"{at}/{key}")
        case EnvironmentalCost(surcharge=surcharge):
            added = {"generic": surcharge.generic, "specific": surcharge.specific}
            yield from _in_order(added, ("generic", "specific"), f"{at}/surcharge")
        case _:
            return


def _in_order(table: Mapping[Any, Quantity], order: Sequence[str], at: str) -> Iterator[Finding]:
    """Yield the rows of a table that count for more than the one before them in this order."""
    for above, below in pairwise(name for name in order if name in table):
        if table[below].value > table[above].value:
            data = (("above", above), ("worth", table[above].text))
            yield Finding("weaker-worth-more", f"{at}/{below}", shown(table[below].text), data)


def basket(tender: Tender) -> Iterator[Finding]:
    """Yield the lines of the reference basket that the tender does not have."""
    for line in tender.reference_basket or ():
        if line not in tender.lines:
            slip = (("slip", nearest(line, tender.lines)),)
            yield Finding("unknown-line", f"/reference_basket/{line}", shown(line), slip)


def once(names: Iterable[str], at: str) -> Iterator[Finding]:
    """Yield the names of a list that stand in it before."""
    first: dict[str, str] = {}
    for number, name in enumerate(names):
        here = f"{at}/{number}"
        if name in first:
            yield Finding("duplicate-id", here, shown(name), (("id", name), ("first", first[name])))
        first.setdefault(name, here)


def _efficiencies(indicator: MaterialCircularity, at: str) -> Iterator[Finding]:
    table, other = indicator.efficiencies, indicator.other_materials
    if other not in table:
        yield Finding("other-unknown", f"{at}/other_materials", shown(other), (("choices", ", ".join(table)),))
        return
    for name, row in table.items():
        if 3 * row.feedstock.value < 1:  # as the law of more recycled feedstock in tests/laws shows
            yield Finding("feedstock-efficiency", f"{at}/efficiencies/{name}/feedstock", shown(row.feedstock.text))
    for key in ("feedstock", "recycling"):
        least = min(getattr(row, key).value for row in table.values())
        if getattr(table[other], key).value > least:
            worst = ", ".join(name for name, row in table.items() if getattr(row, key).value == least)
            yield Finding("other-not-worst", f"{at}/efficiencies/{other}/{key}", shown(other), (("worst", worst),))


def _biological(indicator: MaterialCircularity, at: str) -> Iterator[Finding]:
    named: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("feedstock", indicator.feedstock),
        ("destinations", indicator.destinations),
    )
    if indicator.version == "2015":
        for key, table in named:
            for name, sort in table.items():
                if sort in _BIOLOGICAL:
                    yield Finding("biological-in-2015", f"{at}/{key}/{name}", shown(sort), (("sort", sort),))
    if indicator.energy and "energy" not in indicator.destinations.values():
        yield Finding("energy-without-destination", f"{at}/energy", shown(None))


def _utility(tender: Tender, utility: Utility | None, at: str) -> Iterator[Finding]:
    for key in ("lifetime", "intensity") if utility else ():
        table: Mapping[str, object] | None = getattr(utility, key)
        if table is None:
            continue
        for line in table:
            if line not in tender.whole.lines:
                slip = (("slip", nearest(line, tender.whole.lines)),)
                yield Finding("unknown-line", f"{at}/{key}/{line}", shown(line), slip)
        for line in tender.measured_lines:
            if line not in table:
                yield Finding("utility-of-line", f"{at}/{key}/{line}", shown(None), (("line", line),))


def _passport(indicator: MaterialPassport, at: str) -> Iterator[Finding]:
    if (indicator.fields is None) == (indicator.levels is None):
        yield Finding("fields-or-levels", at, shown(None))
    yield from once(indicator.fields or (), f"{at}/fields")
    seen: dict[str, str] = {}
    for number, level in enumerate(indicator.levels or ()):
        for position, name in enumerate(level.fields):
            here = f"{at}/levels/{number}/fields/{position}"
            if name in seen:
                yield Finding("duplicate-id", here, shown(name), (("id", name), ("first", seen[name])))
            seen.setdefault(name, here)
    for number, (below, level) in enumerate(pairwise(indicator.levels or ()), 1):
        if level.worth.value <= below.worth.value:
            data = (("before", below.worth.text),)
            yield Finding("levels-worth-order", f"{at}/levels/{number}/worth", shown(level.worth.text), data)


def _destinations(indicator: ReuseAtEndOfLife, at: str) -> Iterator[Finding]:
    table = indicator.destinations
    capped = indicator.capped_by_disassembly or ()
    for number, name in enumerate(capped):
        if name not in table:
            data = (("choices", ", ".join(table)), ("slip", nearest(name, table)))
            yield Finding("unknown-row", f"{at}/capped_by_disassembly/{number}", shown(name), data)
    yield from once(capped, f"{at}/capped_by_disassembly")
    for above, below in pairwise(name for name in LADDER if name in table):
        if table[below].value > table[above].value:
            data = (("above", above), ("worth", table[above].text))
            yield Finding("ladder-rises", f"{at}/destinations/{below}", shown(table[below].text), data)


def _impacts(tender: Tender, indicator: EnvironmentalCost, at: str) -> Iterator[Finding]:
    yield from once(indicator.categories, f"{at}/categories")
    if tender.currency != _PRICED_IN:
        yield Finding("priced-in-euro", f"{at}/prices", shown(indicator.prices), (("currency", tender.currency),))
    if "climate_change" in indicator.categories:
        for number, category in enumerate(indicator.categories):
            if category in CLIMATE_PARTS:
                yield Finding("climate-twice", f"{at}/categories/{number}", shown(category))
