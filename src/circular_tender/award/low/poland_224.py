"""Poland: thirty per cent or more below the estimate with VAT, or below the mean of the bids."""

from collections.abc import Iterator
from typing import Literal

from circular_tender.award.low.stand import Raised, Stand, published
from circular_tender.bids import Entry
from circular_tender.bids.fields import Positive
from circular_tender.formulas import low_prices
from circular_tender.rules import Fact, NamedTable

TABLE = NamedTable(
    name="poland-pzp-224",
    version="1",
    source="Prawo zamówień publicznych of 11 September 2019, Dz.U. 2019 item 2019, article 224(2)(1)",
    rows=(("below", "30 %"),),
)


class Poland224(Entry):
    """The value of the contract as estimated before the procedure, with the VAT due; prices include VAT too."""

    kind: Literal["poland_224"]
    estimate_with_vat: Positive


def raised(at: str, stand: Stand) -> Iterator[Raised]:
    """Return the rule: a price so much or more below the estimate with VAT, or below the mean of all bids."""
    if not stand.bids:
        return
    share = published(TABLE, "below")
    estimate = stand.evaluation.single(Fact("tender", f"{at}/estimate_with_vat", unit="amount"))
    mean = stand.of(low_prices.mean_price, prices=stand.prices(stand.bids))
    for bid in stand.bids:
        checks = (
            stand.below("estimate", bid, estimate, share, more_than=False),
            stand.below("mean", bid, mean, share, more_than=False),
        )
        yield from stand.asked(bid, low_prices.any_of, *checks)
