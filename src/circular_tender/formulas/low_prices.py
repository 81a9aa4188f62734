"""Whether a price must be asked about: what it is compared with, and on which side of the limit it lies."""

from functools import reduce
from operator import mul

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, greatest, kept, least, mean, total

DEFINITION = "definition"
RGLCAP_85 = "Real Decreto 1098/2001 (RGLCAP), article 85"


@formula(unit="", source=DEFINITION)
def mean_price(prices: Exact) -> Exact:
    """Return the arithmetic mean of prices."""
    return mean(prices)


@formula(unit="", source=DEFINITION)
def sum_of_prices(prices: Exact) -> Exact:
    """Return the sum of prices."""
    return total(prices)


@formula(unit="", source=DEFINITION)
def lowest_price(prices: Exact) -> Exact:
    """Return the lowest of prices."""
    return least(prices)


@formula(unit="number", source=DEFINITION)
def number_of_prices(prices: Exact) -> Exact:
    """Return how many prices there are.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> number_of_prices.function(Column([F(0), F(7), F(7)]))
    Fraction(3, 1)
    """
    return total(choose(prices, prices, lambda: 1, lambda: 0))


@formula(unit="", source=DEFINITION)
def mean_of_others(together: Exact, own: Exact, bids: Exact) -> Exact:
    """Return the arithmetic mean of the prices of the other bids, from the sum of all.

    >>> from fractions import Fraction as F
    >>> mean_of_others.function(F(600), F(100), F(3))
    Fraction(250, 1)
    """
    return (together - own) / (bids - 1)


@formula(unit="", source=f"{RGLCAP_85}, paragraphs 3 and 4: more than so many parts of a hundred above the mean")
def bound_above(mean: Exact, share: Exact) -> Exact:
    """Return the price that lies so much above the mean: mean × (1 + share)."""
    return mean * (1 + share)


@formula(unit="", source=f"{RGLCAP_85}, paragraph 3: three bids, the highest left out where it is above the bound")
def mean_of_three(prices: Exact, bound: Exact) -> Exact:
    """Return the mean of three prices, or of the other two where the highest is above the bound.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> mean_of_three.function(Column([F(60), F(80), F(130)]), F(99))
    Fraction(70, 1)
    """
    return choose(greatest(prices), bound, lambda: mean(prices), lambda: (total(prices) - greatest(prices)) / 2)


@formula(
    unit="",
    source=f"{RGLCAP_85}, paragraph 4: without the bids above the bound, over the three lowest where fewer remain",
)
def mean_of_the_rest(prices: Exact, bound: Exact, lowest: Exact) -> Exact:
    """Return the mean of the prices that are not above the bound; of the three lowest where these are fewer than three.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> mean_of_the_rest.function(Column([F(80), F(90), F(100), F(150)]), F(115), Column([F(80), F(90), F(100)]))
    Fraction(90, 1)
    >>> mean_of_the_rest.function(Column([F(20), F(40), F(150), F(150)]), F(99), Column([F(20), F(40), F(150)]))
    Fraction(70, 1)
    """
    within = choose(prices, bound, lambda: prices, lambda: 0)
    count = total(choose(prices, bound, lambda: 1, lambda: 0))
    return choose(3, count, lambda: total(within) / count, lambda: mean(lowest))


@formula(unit="", source=f"{RGLCAP_85}, paragraph 5: the percentages may be reduced by a third")
def reduced_by_a_third(share: Exact) -> Exact:
    """Return a share less a third of it."""
    return share * 2 / 3


@formula(unit="", source=DEFINITION)
def limit_below(reference: Exact, share: Exact) -> Exact:
    """Return what lies so much below a reference: reference × (1 − share)."""
    return reference * (1 - share)


@formula(unit="", source=DEFINITION)
def part_of(reference: Exact, share: Exact) -> Exact:
    """Return a share of a reference."""
    return reference * share


@formula(unit="number", source="definition: more than so much below a reference")
def under(value: Exact, limit: Exact) -> Exact:
    """Return 1 where a value is below the limit, else 0."""
    return choose(limit, value, lambda: 0, lambda: 1)


@formula(unit="number", source="definition: so much or more below a reference, which is more than nothing")
def at_or_under(value: Exact, limit: Exact) -> Exact:
    """Return 1 where a value is at the limit or below it, else 0; nothing is below a limit of 0."""
    return choose(limit, 0, lambda: 0, lambda: choose(value, limit, lambda: 1, lambda: 0))


@formula(unit="number", source=DEFINITION)
def reaches(value: Exact, limit: Exact) -> Exact:
    """Return 1 where a value is at the limit or above it, else 0."""
    return choose(limit, value, lambda: 1, lambda: 0)


@formula(unit="", source=DEFINITION)
def points_of(points: Exact, bids: Exact, own: Exact) -> Exact:
    """Return the points of one bid among those of several."""
    return total(kept(points, bids, own))


@formula(unit="number", source="definition: one of the conditions is enough")
def any_of(**conditions: Exact) -> Exact:
    """Return 1 where one of the conditions holds (1), else 0."""
    return clamp(sum(conditions.values()), 0, 1)


@formula(unit="number", source="definition: all conditions together")
def all_of(**conditions: Exact) -> Exact:
    """Return 1 where each of the conditions holds (1), else 0."""
    return reduce(mul, conditions.values())
