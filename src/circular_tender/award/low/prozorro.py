"""ProZorro: the bid to which the contract would go, beside the mean of the others and beside the next."""

from collections.abc import Iterator
from typing import Literal

from circular_tender.award.low.stand import Check, Raised, Ranked, Stand, published
from circular_tender.bids import Entry
from circular_tender.derivation import Node
from circular_tender.formulas import low_prices
from circular_tender.rules import NamedTable

TABLE = NamedTable(
    name="prozorro-alp",
    version="1",
    source="ProzorroUKR/openprocurement.api, tender/core: ALP_MILESTONE_REASONS and prepare_award_milestones",
    rows=(("mean-of-others", "40 %"), ("next", "30 %")),
)


class Prozorro(Entry):
    """No parameter. Where no auction is held, the price of a bid is its price before and after it."""

    kind: Literal["prozorro"]


def raised(stand: Stand) -> Iterator[Raised]:
    """Return the rule: the first of the ranking, so much or more below the mean of the others or below the next."""
    for ranked in stand.rankings:
        prices = stand.prices(ranked.order)
        for bid in ranked.first if len(ranked.order) > 1 else ():
            yield from stand.asked(bid, low_prices.any_of, *_checks(bid, ranked, prices, stand))


def _checks(bid: str, ranked: Ranked, prices: Node, stand: Stand) -> Iterator[Check]:
    mean = stand.mean_of_others(bid, prices)
    yield stand.below("mean_of_others", bid, mean, published(TABLE, "mean-of-others"), more_than=False)
    following = next(other for other in ranked.order if other != bid)  # where several came first, one of these
    reference = stand.of(low_prices.lowest_price, prices=stand.prices((following,)))
    yield stand.below("next", bid, reference, published(TABLE, "next"), more_than=False)
