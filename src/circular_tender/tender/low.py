"""Whether the triggers of a tender, by which a price must be asked about, have what they compare."""

from collections.abc import Iterator
from typing import assert_never

from circular_tender.award.low import BelowEstimate, BelowMean, FourFifths, Poland224, Prozorro, Spain85, Trigger
from circular_tender.errors import Finding, nearest, shown
from circular_tender.indicators import Price
from circular_tender.tender.model import Cost, Group, Leaf, Tender


def triggers(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold for the triggers of a tender."""
    for position, trigger in enumerate(tender.abnormally_low):
        at, first = f"/abnormally_low/{position}", tender.abnormally_low.index(trigger)
        if first < position:
            yield Finding("low-twice", at, shown(trigger.kind), (("first", f"/abnormally_low/{first}"),))
        else:
            yield from _trigger(tender, trigger, at)


def _trigger(tender: Tender, trigger: Trigger, at: str) -> Iterator[Finding]:
    match trigger:
        case FourFifths():
            yield from _criteria(tender, trigger, at)
            return
        case Spain85() | Poland224() if tender.lot:
            yield Finding("low-amount-of-lots", at, shown(trigger.kind))
        case BelowMean(below_estimate=BelowEstimate()) if tender.lot:
            yield Finding("low-amount-of-lots", f"{at}/below_estimate", shown(trigger.kind))
        case BelowMean(of="others", at_least_bids=least) if least.value == 1:
            yield Finding("low-others-of-one", f"{at}/at_least_bids", shown(least.text))
        case Poland224() if tender.prices and tender.prices.vat == "excluded":
            yield Finding("low-without-vat", f"{at}/estimate_with_vat", shown(tender.prices.vat))
        case Spain85() | Poland224() | Prozorro() | BelowMean():
            pass
        case _:
            assert_never(trigger)
    if not any(isinstance(indicator, Price) for _, _, indicator in tender.asked):
        yield Finding("low-without-price", at, shown(trigger.kind))


def _criteria(tender: Tender, trigger: FourFifths, at: str) -> Iterator[Finding]:
    """Yield criteria that the tender does not have, and those whose points stand in what was named before."""
    known = {criterion.id: criterion for _, criterion in tender.walk if not isinstance(criterion, Cost)}
    counted: dict[str, str] = {}
    named = [("price", trigger.price), *((f"others/{n}", name) for n, name in enumerate(trigger.others))]
    for key, name in named:
        if name not in known:
            yield Finding("low-unknown-criterion", f"{at}/{key}", shown(name), (("slip", nearest(name, known)),))
            continue
        inside = [*_leaves(known[name])]
        if twice := [counted[leaf] for leaf in inside if leaf in counted]:
            yield Finding("low-counted-twice", f"{at}/{key}", shown(name), (("first", twice[0]),))
        counted |= dict.fromkeys(inside, name)


def _leaves(criterion: Leaf | Group) -> Iterator[str]:
    """Yield the ids of the leaves of a criterion."""
    if isinstance(criterion, Leaf):
        yield criterion.id
    else:
        for member in criterion.criteria:
            yield from _leaves(member)
