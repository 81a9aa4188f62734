"""Spain, price alone: RGLCAP, article 85, by how many bids there are."""

from collections.abc import Iterator
from typing import Literal

from circular_tender.award.low.stand import Against, Raised, Stand, published
from circular_tender.bids import Entry
from circular_tender.bids.fields import Positive
from circular_tender.derivation import Node
from circular_tender.formulas import low_prices
from circular_tender.rules import Fact, NamedTable

TWO, THREE = 2, 3
TABLE = NamedTable(
    name="spain-rglcap-85",
    version="1",
    source="Real Decreto 1098/2001 (RGLCAP), article 85, paragraphs 1 to 4; its 'percentage units' read as parts of a "
    "hundred of what a bid is compared with",
    rows=(("one-bid", "25 %"), ("two-bids", "20 %"), ("mean", "10 %"), ("budget", "25 %")),
)


class Spain85(Entry):
    """The budget, without or with VAT as the prices are, and whether the percentages are reduced by a third."""

    kind: Literal["spain_85"]
    budget: Positive
    percentages: Literal["as_published", "reduced_by_a_third"]


def raised(trigger: Spain85, at: str, stand: Stand) -> Iterator[Raised]:
    """Return the rule: one bid beside the budget, two beside each other, three or more beside a mean of them."""
    if len(stand.bids) == TWO:
        share = _share(trigger, "two-bids", stand)
        for bid, other in zip(stand.bids, reversed(stand.bids), strict=True):
            reference = stand.of(low_prices.lowest_price, prices=stand.prices((other,)))
            yield from stand.asked(bid, low_prices.any_of, stand.below("other", bid, reference, share))
        return
    references = tuple(_references(trigger, at, stand))
    for bid in stand.bids:
        checks = (stand.below(against, bid, reference, share) for against, reference, share in references)
        yield from stand.asked(bid, low_prices.any_of, *checks)


def _references(trigger: Spain85, at: str, stand: Stand) -> Iterator[tuple[Against, Node, Node]]:
    """Yield what every bid is compared with where there are not just two, and by how much."""
    count = len(stand.bids)
    if count in {1, THREE}:
        row = "one-bid" if count == 1 else "budget"
        budget = stand.evaluation.single(Fact("tender", f"{at}/budget", unit="amount"))
        yield "budget", budget, _share(trigger, row, stand)
    if count >= THREE:
        share = _share(trigger, "mean", stand)
        yield "mean", _mean(stand, share), share


def _mean(stand: Stand, share: Node) -> Node:
    """Return the mean that counts: bids that lie more than the share above the mean of all are left out."""
    prices = stand.prices(stand.bids)
    bound = stand.of(low_prices.bound_above, mean=stand.of(low_prices.mean_price, prices=prices), share=share)
    if len(stand.bids) == THREE:
        return stand.of(low_prices.mean_of_three, prices=prices, bound=bound)
    lowest = {*sorted(stand.bids, key=stand.amount)[:THREE]}
    three = stand.prices(tuple(bid for bid in stand.bids if bid in lowest))
    return stand.of(low_prices.mean_of_the_rest, prices=prices, bound=bound, lowest=three)


def _share(trigger: Spain85, row: str, stand: Stand) -> Node:
    share = published(TABLE, row)
    if trigger.percentages == "as_published":
        return share
    return stand.of(low_prices.reduced_by_a_third, share=share)
