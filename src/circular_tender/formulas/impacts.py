"""What a product's environmental impacts cost, and what it is still worth when it comes back."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, least, power, total

OURS = "circular-tender, own definition"
ECI = "environmental cost indicator (MKI): Σ impact × its price, CE Delft, milieuprijzen als weegfactor (2023)"


@formula(unit="ratio", source=f"{OURS}: an impact below 0 does not count the more for data that are less certain")
def surcharge_above_zero(amount: Exact, surcharge: Exact) -> Exact:
    """Return the surcharge on data of this kind where the impact is not below 0, else 0."""
    return choose(0, amount, lambda: surcharge, lambda: 0)


@formula(unit="number", source="definition")
def impact(pieces: Exact, amount: Exact, surcharge: Exact) -> Exact:
    """Return the impact of all pieces in one category: Σ pieces × amount × (1 + surcharge on data of its kind)."""
    return total(pieces * amount * (1 + surcharge))


@formula(unit="amount", source=ECI)
def environmental_cost(impacts: Exact, prices: Exact) -> Exact:
    """Return Σ impact × price of its category."""
    return total(impacts * prices)


@formula(unit="amount", source=ECI)
def priced(amount: Exact, price: Exact) -> Exact:
    """Return for each product what the impact of one piece costs in one category."""
    return amount * price


@formula(unit="amount", source=ECI)
def cost_of_one(**costs: Exact) -> Exact:
    """Return for each product what the impacts of one piece cost, in all categories."""
    return sum(costs.values())


@formula(unit="cost", source=f"{OURS}: one profile that lacks, and the whole counts as the tender's `otherwise`")
def cost_or_otherwise(holds: Exact, cost: Exact, otherwise: Exact) -> Exact:
    """Return the cost where every product has a profile (1), else `otherwise`."""
    return choose(1, holds, lambda: cost, lambda: otherwise)


@formula(unit="number", source=f"{OURS}: a profile counts where it tells all categories and its proof counts")
def whole_profile(told: Exact, counts: Exact) -> Exact:
    """Return 1 for each product with a whole and proven impact profile, else 0."""
    return told * counts


@formula(unit="number", source="definition")
def of_every_product(holds: Exact) -> Exact:
    """Return 1 where this holds of every product, else 0."""
    return least(holds)


@formula(unit="ratio", source="definition")
def share_of_pieces(pieces: Exact, holds: Exact) -> Exact:
    """Return the part of the pieces of which this holds."""
    return total(pieces * holds) / total(pieces)


@formula(unit="number", source=f"{OURS}: what is not in the reference basket is not measured")
def holds_or_is_outside(holds: Exact, pieces: Exact) -> Exact:
    """Return whether this holds of the products in the basket; 1 for another."""
    return choose(pieces, 0, lambda: 1, lambda: holds)


@formula(unit="amount", source="definition of present value: what is paid after t years is divided by (1 + rate)^t")
def value_today(quantity: Exact, amount: Exact, rate: Exact, after: Exact, counts: Exact) -> Exact:
    """Return quantity × amount ÷ (1 + rate)^years, where its proof counts (1).

    >>> from fractions import Fraction as F
    >>> value_today.function(F(10), F(121), F(1, 10), F(2), F(1))
    Fraction(1000, 1)
    """
    return quantity * amount * counts / power(1 + rate, after)


@formula(unit="amount", source="definition")
def sum_of_values(values: Exact) -> Exact:
    """Return the sum over the lines of the price schedule."""
    return total(values)


@formula(unit="ratio", source="definition; of a price of 0 nothing")
def share_of_price(value: Exact, price: Exact) -> Exact:
    """Return the value as a share of the price; 0 where the price is 0."""
    return choose(price, 0, lambda: 0, lambda: value / price)
