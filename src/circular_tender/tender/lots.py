"""What of a tender counts for one of its lots, and whether what it says of lots holds."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from circular_tender.award import Award
from circular_tender.bids import Bid
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.rules import Json, pointer
from circular_tender.tender.model import Cost, Group, Leaf, Lot, OfferedDiscount, Prices, Requirement, Tender

C = TypeVar("C", bound=Leaf | Group | Cost)
E = TypeVar("E", OfferedDiscount, Requirement)
_CHANGED = ("lots", "lot_limits", "prices", "discounts", "requirements", "award", "criteria")


def of_lot(tender: Tender, name: str) -> Tender:
    """Return what of a tender counts for one of its lots, as a tender without lots; it is made once.

    Its criteria know the pointers at which they were published.
    """
    if name not in tender._of_lots:  # noqa: SLF001 -- kept with the tender
        lot = next(lot for lot in tender.lots if lot.id == name)
        part = _part(tender, lot)
        part._part_of = (tender, lot)  # noqa: SLF001 -- set once, here
        tender._of_lots[name] = part  # noqa: SLF001 -- likewise
    return tender._of_lots[name]  # noqa: SLF001 -- likewise


def _part(tender: Tender, lot: Lot) -> Tender:
    kept: dict[str, Any] = {key: getattr(tender, key) for key in tender.model_fields_set if key not in _CHANGED}
    criteria = tuple(_counting(tender.criteria, lot.id))
    return Tender(
        **kept,
        prices=_prices(tender.prices, lot),
        discounts=_of(tender.discounts, lot.id),
        requirements=_of(tender.requirements, lot.id),
        award=_award(tender, {*_named(criteria)}),
        criteria=criteria,
    )


def _of(entries: Iterable[E], lot: str) -> tuple[E, ...]:
    return tuple(entry for entry in entries if entry.lots is None or lot in entry.lots)


def _counting(criteria: Iterable[C], lot: str) -> Iterator[C]:
    """Yield the criteria that count for a lot; a group of which no member does is none."""
    for criterion in criteria:
        if criterion.lots is not None and lot not in criterion.lots:
            continue
        if not isinstance(criterion, Group):
            yield criterion
        elif members := tuple(_counting(criterion.criteria, lot)):
            yield criterion.model_copy(update={"criteria": members})


def _named(criteria: Iterable[Leaf | Group | Cost]) -> Iterator[str]:
    for criterion in criteria:
        yield criterion.id
        yield from _named(criterion.criteria) if isinstance(criterion, Group) else ()


def _prices(prices: Prices | None, lot: Lot) -> Prices | None:
    lines = tuple(line for line in prices.lines if line.id in lot.lines) if prices else ()
    return prices.model_copy(update={"lines": lines, "ceiling": lot.ceiling}) if prices and lines else None


def _award(tender: Tender, criteria: Collection[str]) -> Award:
    """Return the award without the ties and stages of criteria that do not count."""
    known = {criterion.id for _, criterion in tender.walk}
    award = tender.award
    changed: dict[str, Any] = {"ties": tuple(name for name in award.ties if name in criteria or name not in known)}
    if award.stages:
        left = ((stage, tuple(name for name in stage.criteria if name in criteria)) for stage in award.stages)
        changed["stages"] = tuple(stage.model_copy(update={"criteria": names}) for stage, names in left if names)
    return award.model_copy(update=changed)


def lots_of(tender: Tender, criterion: str) -> tuple[str, ...]:
    """Return the lots for which a criterion counts."""
    return tuple(lot.id for lot in tender.lots if criterion in _named(of_lot(tender, lot.id).criteria))


def judges(tender: Tender, leaf: Leaf, bid: Bid) -> bool:
    """Tell whether a criterion counts for a bid: always, or with lots for one of those that it is on."""
    return not tender.lots or any(lot in bid.lots for lot in lots_of(tender, leaf.id))


def facts_of(tender: Tender) -> Json:
    """Return the tender as it was published; of what counts for a lot, with null for the lines of other lots."""
    plain = tender.whole.plain
    if tender.lot is None or not isinstance(plain, dict) or not isinstance(prices := plain.get("prices"), dict):
        return plain
    lines = prices["lines"] if isinstance(prices["lines"], list) else []
    kept: list[Json] = [line if isinstance(line, dict) and line["id"] in tender.lines else None for line in lines]
    return {**plain, "prices": {**prices, "lines": kept}}


def facts_of_bid(tender: Tender, plain: Json) -> Json:
    """Return a bid; for a lot, without the prices for other lots, and with null for the products for them."""
    if tender.lot is None or not isinstance(plain, dict):
        return plain
    kept = dict(plain)
    if isinstance(prices := plain.get("prices"), dict):
        kept["prices"] = {line: price for line, price in prices.items() if line in tender.lines}
    if isinstance(products := plain.get("products"), list):
        kept["products"] = [p if isinstance(p, dict) and p["line"] in tender.lines else None for p in products]
    return kept


def findings(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold in what a tender says of its lots."""
    yield from _only_lots(tender)
    yield from _limits(tender)
    if tender.lots and tender.prices and tender.prices.ceiling:
        yield Finding("ceiling-of-lots", "/prices/ceiling", shown(tender.prices.ceiling.text))
    for number, lot in enumerate(tender.lots):
        if not any(_counting(tender.criteria, lot.id)):
            yield Finding("lot-without-criteria", pointer("lots", number), shown(lot.id))


def _only_lots(tender: Tender) -> Iterator[Finding]:
    """Yield the lots that something counts for, and that the tender does not have."""
    known = [lot.id for lot in tender.whole.lots]
    entries: list[tuple[str, OfferedDiscount | Requirement | Leaf | Group | Cost]] = [
        *((pointer("discounts", n), discount) for n, discount in enumerate(tender.discounts)),
        *((pointer("requirements", n), requirement) for n, requirement in enumerate(tender.requirements)),
        *tender.walk,
    ]
    for at, entry in entries:
        yield from _unknown(f"{at}/lots", entry.lots or (), known)


def _unknown(at: str, names: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name not in known:
            yield Finding("unknown-lot", f"{at}/{number}", shown(name), (("slip", nearest(name, known)),))


def _limits(tender: Tender) -> Iterator[Finding]:
    limits, known = tender.lot_limits, [lot.id for lot in tender.lots]
    if limits is None:
        return
    if not known:
        yield Finding("limits-without-lots", "/lot_limits", shown(limits.model_dump(exclude_unset=True)))
        return
    if limits.awards is None and limits.order is not None:
        yield Finding("order-without-awards", "/lot_limits/order", shown(", ".join(limits.order)))
    elif limits.bids is None and limits.awards is None:
        yield Finding("limits-empty", "/lot_limits", shown(None))
    elif limits.awards is not None and limits.order is None:
        yield Finding("lot-order-missing", "/lot_limits/order", shown(None))
    order, at = limits.order or (), "/lot_limits/order"
    yield from _unknown(at, order, known)
    for number, name in enumerate(order):
        if name in order[:number]:
            data = (("id", name), ("first", f"{at}/{order.index(name)}"))
            yield Finding("duplicate-id", f"{at}/{number}", shown(name), data)
    if order and (missing := [name for name in known if name not in order]):
        found = Term.of("found-of-all", count=str(len(known) - len(missing)), all=str(len(known)))
        yield Finding("lot-order-incomplete", at, found, (("ids", ", ".join(missing)),))
