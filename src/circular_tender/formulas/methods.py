"""What a bid costs over the years, and what an award method makes of cost and points."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, greatest, least, power, total

NEGOMETRIX = "Negometrix, support pages"
PROCUREMENT = "Local Government Procurement, methods of evaluating price in tenders, part 4"
PROZORRO = "ProZorro: openprocurement/barbecue; openprocurement.api, awarding"
LADDER = "as on the rungs of the CO2 performance ladder: De Duurzame Adviseurs"


@formula(unit="amount", source="definition: so much money for each unit, as the tender publishes it with its source")
def monetised(quantity: Exact, worth: Exact) -> Exact:
    """Return quantity × money for one unit."""
    return quantity * worth


@formula(unit="number", source="definition of present value: what is paid after t years is divided by (1 + rate)^t")
def discount_factor(rate: Exact, years: Exact) -> Exact:
    """Return Σ 1 ÷ (1 + rate)^year over the years in which it is paid, counted from the award; year 0 is at once.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> discount_factor.function(F(1, 4), Column([F(0), F(1), F(2)]))
    Fraction(61, 25)
    """
    return total(1 / power(1 + rate, years))


@formula(unit="amount", source="definition of present value")
def present_value(amount: Exact, factor: Exact) -> Exact:
    """Return what is paid each time × the factor of the years in which it is paid."""
    return amount * factor


@formula(unit="amount", source="definition: what is worth something at the end lowers the cost")
def income(amount: Exact) -> Exact:
    """Return −amount."""
    return -amount


@formula(unit="amount", source="definition")
def total_cost(**costs: Exact) -> Exact:
    """Return the sum of costs."""
    return sum(costs.values())


@formula(unit="amount", source=f"gunnen op waarde, value-based award: {NEGOMETRIX}; Rijkswaterstaat")
def evaluation_price(cost: Exact, value: Exact) -> Exact:
    """Return cost − value: the price with which a bid is compared, not the one that is paid.

    >>> from fractions import Fraction as F
    >>> evaluation_price.function(F(80000), F(1500))
    Fraction(78500, 1)
    """
    return cost - value


@formula(
    unit="amount",
    source=f"discount on one's own price, {LADDER}",
)
def discounted_price(cost: Exact, discount: Exact) -> Exact:
    """Return cost × (1 − discount).

    >>> from fractions import Fraction as F
    >>> discounted_price.function(F(30_000_000), F(4, 100))
    Fraction(28800000, 1)
    """
    return cost * (1 - discount)


@formula(
    unit="amount",
    source=f"price per quality point: {PROCUREMENT}",
)
def cost_per_point(cost: Exact, points: Exact) -> Exact:
    """Return cost ÷ points."""
    return cost / points


@formula(unit="number", source="simple benchmark method, value for money: Negometrix; Ferber")
def quality_per_price(factor: Exact, points: Exact, cost: Exact) -> Exact:
    """Return factor × points ÷ cost; the factor only makes the numbers handier."""
    return factor * points / cost


@formula(unit="number", source="extended benchmark method, fluctuation band: Ferber; RIB ARRIBA")
def in_band(index: Exact, best_index: Exact, width: Exact) -> Exact:
    """Return 1 where an index is at least (1 − width) × the best, else 0."""
    return choose((1 - width) * best_index, index, lambda: 1, lambda: 0)


@formula(unit="decisive", source="extended benchmark method: within the band one published criterion decides")
def decides(in_band: Exact, decisive: Exact) -> Exact:
    """Return what decides within the band, and 0 outside of it."""
    return in_band * decisive


@formula(unit="ratio", source="definition")
def quality_share(points: Exact, maximum: Exact) -> Exact:
    """Return points ÷ the points that can be earned."""
    return points / maximum


@formula(unit="number", source=f"utility index: {NEGOMETRIX}; Mercell")
def emphasis(quality: Exact, price: Exact) -> Exact:
    """Return the weight of quality ÷ the weight of price."""
    return quality / price


@formula(unit="number", source=f"utility index: {NEGOMETRIX}; Mercell")
def utility_index(share: Exact, best_share: Exact, emphasis: Exact, lowest_cost: Exact, cost: Exact) -> Exact:
    """Return (1 − (best quality − own quality) × emphasis) ÷ cost × the lowest cost.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> utility_index.function(Column([F(1, 2), F(1)]), F(1), F(1, 4), F(100), Column([F(100), F(150)]))
    Column(7/8, 2/3)
    """
    return (1 - (best_share - share) * emphasis) / cost * lowest_cost


@formula(
    unit="number",
    source=f"relative value cost: {PROCUREMENT}",
)
def superiority(points: Exact, lowest_points: Exact, maximum: Exact) -> Exact:
    """Return (own points + maximum) ÷ (lowest points + maximum)."""
    return (points + maximum) / (lowest_points + maximum)


@formula(
    unit="amount",
    source=f"relative value cost: {PROCUREMENT}",
)
def relative_value_cost(cost: Exact, superiority: Exact) -> Exact:
    """Return cost ÷ superiority."""
    return cost / superiority


@formula(unit="number", source=PROZORRO)
def coefficient(value: Exact, maximum: Exact) -> Exact:
    """Return 1 + value ÷ (1 − the highest value that there is).

    >>> from fractions import Fraction as F
    >>> coefficient.function(F("0.2"), F("0.3"))
    Fraction(9, 7)
    """
    return 1 + value / (1 - maximum)


@formula(unit="amount", source=PROZORRO)
def adjusted_price(cost: Exact, coefficient: Exact) -> Exact:
    """Return cost ÷ coefficient.

    >>> from fractions import Fraction as F
    >>> adjusted_price.function(F(499), F(9, 7))
    Fraction(3493, 9)
    """
    return cost / coefficient


@formula(unit="amount", source="ProZorro: costs over the life cycle are added after the price was divided")
def with_costs(adjusted: Exact, added: Exact) -> Exact:
    """Return the adjusted price + the costs that are added."""
    return adjusted + added


@formula(unit="", source="definition")
def lowest_of_all(values: Exact) -> Exact:
    """Return the lowest of all bids that remain."""
    return least(values)


@formula(unit="", source="definition")
def highest_of_all(values: Exact) -> Exact:
    """Return the highest of all bids that remain."""
    return greatest(values)
