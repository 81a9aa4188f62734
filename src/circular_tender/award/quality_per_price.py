"""Quality per price: points for one's money; where bids lie close together, one published thing decides.

Known in Germany as the simple benchmark method (einfache Richtwertmethode), and with a band as the extended one.
"""

from typing import Literal

from circular_tender.award.method import Criteria, Key, Method, Totals, factor
from circular_tender.bids import Entry
from circular_tender.bids.fields import Positive, Share
from circular_tender.formulas import methods
from circular_tender.rules import Expression, Fact, apply


class Band(Entry):
    """How far below the best a bid may lie and still be level with it, and what decides among those."""

    width: Share
    decides: Literal["price", "points"]


class QualityPerPrice(Method):
    """The most points for the price win; `factor` only makes the numbers handier.

    With a `band`, those whose index lies at most so far below the best are ranked by their price or their points.
    """

    method: Literal["quality_per_price"]
    points: Positive
    factor: Positive
    band: Band | None = None


def totals(method: QualityPerPrice, criteria: Criteria) -> Totals:
    """Return the rule: factor × points ÷ cost; and which bids lie in the band, and what decides there."""
    index = apply(
        methods.quality_per_price,
        factor=Fact("tender", "/award/factor"),
        points=factor("quality"),
        cost=factor("cost"),
    )
    factors: tuple[tuple[str, Expression], ...] = (("cost", criteria.cost), ("quality", criteria.earned))
    if method.band is None:
        return Totals(index, factors)
    best = apply(methods.highest_of_all, values=factor("index"))
    in_band = apply(methods.in_band, index=factor("index"), best_index=best, width=Fact("tender", "/award/band/width"))
    by_price = method.band.decides == "price"
    decisive = apply(methods.decides, in_band=factor("in_band"), decisive=factor("cost" if by_price else "quality"))
    more = (("index", index), ("in_band", in_band), ("decisive", decisive))
    return Totals(factor("index"), (*factors, *more), (Key("in_band"), Key("decisive", lowest=by_price)))
