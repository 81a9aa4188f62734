"""ProZorro: the price divided by a coefficient that grows with what is earned; costs over the life are added after."""

from typing import Literal

from circular_tender.award.method import Criteria, Method, Totals, cost_of, factor
from circular_tender.bids.fields import Id
from circular_tender.formulas import award, methods
from circular_tender.rules import Expression, Fact, apply


class ProzorroCoefficient(Method):
    """The lowest adjusted price wins; the weight of a criterion is the share that it is worth at most.

    `divided` is the cost that the coefficient divides; any other is added to it afterwards.
    """

    method: Literal["prozorro"]
    divided: Id


def totals(method: ProzorroCoefficient, criteria: Criteria) -> Totals:
    """Return the rule: cost ÷ (1 + Σ values ÷ (1 − Σ highest values)) + the other costs."""
    factors: tuple[tuple[str, Expression], ...] = (("cost", cost_of((method.divided,))),)
    adjusted: Expression = factor("cost")
    if criteria.earning:
        weights = {name: Fact("tender", f"{at}/weight", unit="ratio") for name, at in criteria.weights}
        most = apply(award.summed, **weights)
        earned = apply(methods.coefficient, value=factor("value"), maximum=most)
        factors += (("value", criteria.earned), ("coefficient", earned))
        adjusted = apply(methods.adjusted_price, cost=factor("cost"), coefficient=factor("coefficient"))
    if added := tuple(name for name in criteria.costing if name != method.divided):
        factors += (("added", cost_of(added)),)
        adjusted = apply(methods.with_costs, adjusted=adjusted, added=factor("added"))
    return Totals(adjusted, factors)
