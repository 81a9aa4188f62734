"""Four fifths: a bid that has most of the points for its price and most of all other points."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from circular_tender.award.low.stand import Against, Check, Pointed, Raised, Stand, published
from circular_tender.bids import Entry
from circular_tender.bids.fields import Id
from circular_tender.formulas import award, low_prices
from circular_tender.rules import Fact, NamedTable

TABLE = NamedTable(
    name="four-fifths",
    version="1",
    source="score sheet of the Venice museums, tender 18/2017: at least 40 of 50 points for the price, and at least 40 "
    "of the 50 others",
    rows=(("share", "80 %"),),
)
_ID = Fact("bid", "/id", "text")


class FourFifths(Entry):
    """The criterion, a leaf or a group, whose points are for the price, and those whose points are all others."""

    kind: Literal["four_fifths"]
    price: Id
    others: tuple[Id, ...] = Field(min_length=1)


def raised(trigger: FourFifths, stand: Stand) -> Iterator[Raised]:
    """Return the rule: both the points for the price and the other points reach the share of their maximum."""
    for bid, points in stand.scored:
        of = {pointed.criterion: pointed for pointed in points}
        checks = (
            _reaching("price_points", bid, [of[trigger.price]], stand),
            _reaching("other_points", bid, [of[name] for name in trigger.others], stand),
        )
        yield from stand.asked(bid, low_prices.all_of, *checks)


def _reaching(against: Against, bid: str, of: Sequence[Pointed], stand: Stand) -> Check:
    single, each = stand.evaluation.single, stand.evaluation.for_each
    points = {
        one.criterion: stand.of(
            low_prices.points_of, points=one.points, bids=each(_ID, one.bids), own=each(_ID, (bid,))
        )
        for one in of
    }
    value = stand.of(award.summed, **points)
    weights = {name: single(weight) for one in of for name, weight in one.weights}
    greatest, share = stand.of(award.summed, **weights), published(TABLE, "share")
    limit = stand.of(low_prices.part_of, reference=greatest, share=share)
    return Check(against, value, greatest, share, limit, stand.of(low_prices.reaches, value=value, limit=limit))
