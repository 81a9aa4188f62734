"""Utility index: the price counts for as much less as the quality stays behind that of the best."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, factor
from circular_tender.bids.fields import Positive
from circular_tender.formulas import methods
from circular_tender.rules import Fact, apply


class UtilityIndex(Method):
    """The highest index wins; `quality` and `price` are the weights of the two."""

    method: Literal["utility_index"]
    points: Positive
    quality: Positive
    price: Positive


def totals(criteria: Criteria) -> Totals:
    """Return the rule: (1 − (best quality − own) × quality ÷ price) ÷ cost × the lowest cost."""
    share = apply(methods.quality_share, points=factor("quality"), maximum=Fact("tender", "/award/points"))
    weights = {"quality": Fact("tender", "/award/quality"), "price": Fact("tender", "/award/price")}
    index = apply(
        methods.utility_index,
        share=factor("share"),
        best_share=apply(methods.highest_of_all, values=factor("share")),
        emphasis=apply(methods.emphasis, **weights),
        lowest_cost=apply(methods.lowest_of_all, values=factor("cost")),
        cost=factor("cost"),
    )
    return Totals(index, (("cost", criteria.cost), ("quality", criteria.earned), ("share", share)))
