"""Below the mean: by a percentage of the tender, with further conditions that must hold together."""

from collections.abc import Iterator, Sequence
from typing import Literal

from circular_tender.award.low.stand import Check, Raised, Stand
from circular_tender.bids import Entry
from circular_tender.bids.fields import BidCount, Positive, ProperShare
from circular_tender.derivation import Node
from circular_tender.formulas import low_prices
from circular_tender.rules import Fact


class BelowEstimate(Entry):
    """An estimate of the value of the contract, and by which part of it a price must also be below it."""

    estimate: Positive
    by: ProperShare


class BelowMean(Entry):
    """By how much a price must be below the mean of all bids or of the others, and from how many bids on.

    `below_next`: by how much it must also be below the second lowest.
    """

    kind: Literal["below_mean"]
    by: ProperShare
    of: Literal["all", "others"]
    at_least_bids: BidCount
    below_next: ProperShare | None = None
    below_estimate: BelowEstimate | None = None


def raised(trigger: BelowMean, at: str, stand: Stand) -> Iterator[Raised]:
    """Return the rule: a price more than `by` below the mean, and below whatever else the trigger names."""
    if len(stand.bids) < trigger.at_least_bids.value:
        return
    prices = stand.prices(stand.bids)
    for bid in stand.bids if trigger.below_next is None else _lowest(stand):
        checks = [_mean(trigger, at, bid, prices, stand)]
        if trigger.below_next:
            others = stand.prices(tuple(other for other in stand.bids if other != bid))
            second = stand.of(low_prices.lowest_price, prices=others)
            share = stand.evaluation.single(Fact("tender", f"{at}/below_next"))
            checks.append(stand.below("second_lowest", bid, second, share))
        if trigger.below_estimate:
            estimate = stand.evaluation.single(Fact("tender", f"{at}/below_estimate/estimate", unit="amount"))
            share = stand.evaluation.single(Fact("tender", f"{at}/below_estimate/by"))
            checks.append(stand.below("estimate", bid, estimate, share))
        yield from stand.asked(bid, low_prices.all_of, *checks)


def _mean(trigger: BelowMean, at: str, bid: str, prices: Node, stand: Stand) -> Check:
    share = stand.evaluation.single(Fact("tender", f"{at}/by"))
    if trigger.of == "all":
        return stand.below("mean", bid, stand.of(low_prices.mean_price, prices=prices), share)
    return stand.below("mean_of_others", bid, stand.mean_of_others(bid, prices), share)


def _lowest(stand: Stand) -> Sequence[str]:
    """Return the bid that is lower than all others, the only one that can be below the second lowest; or none."""
    least = min(map(stand.amount, stand.bids), default=None)
    lowest = [bid for bid in stand.bids if stand.amount(bid) == least]
    return lowest if len(lowest) == 1 < len(stand.bids) else ()
