"""Measured value to ratio, by the price formulas that are published with an address of their own."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, log_ratio, power
from circular_tender.formulas import scales


@formula(unit="ratio", source="the tender: bounds, cut")
def cut(uncut: Exact) -> Exact:
    """Return the ratio, moved into 0 to 1.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> cut.function(Column([F(-1, 4), F(1, 3), F(2)]))
    Column(0, 1/3, 1)
    """
    return clamp(uncut, 0, 1)


@formula(unit="ratio", source="as lowest_over_own; where the lowest is 0, as the tender says")
def lowest_over_own_unless_zero(own: Exact, lowest: Exact, lowest_zero: Exact) -> Exact:
    """Return the lowest value divided by one's own; `lowest_zero` where the lowest is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> lowest_over_own_unless_zero.function(Column([F(0), F(5)]), F(0), F(1))
    Column(1, 1)
    """
    return choose(lowest, own * 0, lambda: lowest_zero, lambda: lowest / own)


@formula(unit="ratio", source="min–max: acquistinretepa.it wiki, Lineare tra i Valori Minimo e Massimo Interdipendente")
def highest_to_lowest(own: Exact, highest: Exact, lowest: Exact, all_equal: Exact) -> Exact:
    """Return 0 at the highest and 1 at the lowest, straight between; `all_equal` where they are the same.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> highest_to_lowest.function(Column([F(100), F(110), F(125), F(150)]), F(150), F(100), F(1))
    Column(1, 4/5, 1/2, 0)
    """
    return choose(highest, lowest + own * 0, lambda: all_equal, lambda: (highest - own) / (highest - lowest))


@formula(unit="", source="weka.fr, méthode de jugement des offres et de pondération des critères (3146)")
def half_of_estimate_and_lowest(lowest: Exact, estimate: Exact) -> Exact:
    """Return what lies halfway between the lowest and the estimate."""
    return (estimate + lowest) / 2


@formula(
    unit="ratio",
    source="one-sided interpolation: vergabeblog.de, 12 July 2015; weka.fr, méthode de jugement des offres (3146)",
)
def slope_from_lowest(own: Exact, reference: Exact, zero_at: Exact, lowest_zero: Exact) -> Exact:
    """Return 1 at the reference and 0 where one's own exceeds it by `zero_at`; `lowest_zero` where it is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> slope_from_lowest.function(Column([F(100), F(110), F(125), F(150)]), F(100), F(3, 4), F(1))
    Column(1, 13/15, 2/3, 1/3)
    """
    return choose(reference, own * 0, lambda: lowest_zero, lambda: 1 - (own - reference) / (zero_at * reference))


@formula(unit="ratio", source=f"allegato G, concave to the best offer, retta base valore fisso: {scales.CLIC}")
def ceiling_to_lowest(  # noqa: PLR0913, PLR0917 -- a curve has two ends, each with its value
    own: Exact, lowest: Exact, ceiling: Exact, exponent: Exact, at_ceiling: Exact, all_at_ceiling: Exact
) -> Exact:
    """Return `at_ceiling` at the ceiling and above it, 1 at the lowest; `all_at_ceiling` where that is no lower.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> own = Column([F(100), F(110), F(125), F(250)])
    >>> ceiling_to_lowest.function(own, F(100), F(200), F(1), F(0), F(0))
    Column(1, 9/10, 3/4, 0)
    """

    def risen() -> Exact:
        return power(clamp((ceiling - own) / (ceiling - lowest), 0, 1), exponent)

    return choose(ceiling, lowest + own * 0, lambda: all_at_ceiling, lambda: at_ceiling + (1 - at_ceiling) * risen())


@formula(unit="ratio", source=f"concave, absolute, of a price: {scales.CLIC}")
def concave(own: Exact, ceiling: Exact, exponent: Exact) -> Exact:
    """Return 1 less a power of one's own divided by the ceiling; 0 at the ceiling and above it.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> concave.function(Column([F(0), F(100), F(300)]), F(200), F(2))
    Column(1, 3/4, 0)
    """
    return 1 - power(clamp(own / ceiling, 0, 1), exponent)


@formula(unit="ratio", source=f"concave, absolute, of a discount: {scales.CLIC}")
def concave_of_ratio(own: Exact, exponent: Exact) -> Exact:
    """Return 1 less a power of what one's own leaves of the whole; 1 at the whole and above it.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> concave_of_ratio.function(Column([F(0), F(1, 2), F(1)]), F(2))
    Column(0, 3/4, 1)
    """
    return 1 - power(clamp(1 - own, 0, 1), exponent)


@formula(unit="ratio", source=f"concave to the best offer, of a rising criterion: {scales.CLIC}")
def power_of_ratio_to_best(own: Exact, highest: Exact, all_zero: Exact, exponent: Exact) -> Exact:
    """Return a power of one's own value divided by the highest; `all_zero` where no bid has more than 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> power_of_ratio_to_best.function(Column([F(0), F(1), F(4)]), F(4), F(0), F(1, 2))
    Column(0, 1/2, 1)
    """
    return choose(own + highest, 0, lambda: all_zero, lambda: power(own / highest, exponent))


@formula(unit="ratio", source="discount from the ceiling, as in the tender rules of the Venice museums, 18/2017, §19")
def below_ceiling(own: Exact, ceiling: Exact) -> Exact:
    """Return by which part of the ceiling one's own lies below it; 0 at the ceiling and above it.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> below_ceiling.function(Column([F(100), F(250)]), F(200))
    Column(1/2, 0)
    """
    return clamp((ceiling - own) / ceiling, 0, 1)


@formula(unit="ratio", source="as bilinear_at_mean; where all have 0, as the tender says")
def bilinear_unless_all_zero(own: Exact, average: Exact, highest: Exact, at_mean: Exact, all_zero: Exact) -> Exact:
    """Return what `bilinear_at_mean` returns; `all_zero` where no bid has more than 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> bilinear_unless_all_zero.function(Column([F(0), F(0)]), F(0), F(0), F(9, 10), F(1))
    Column(1, 1)
    """
    return choose(
        own + highest,
        0,
        lambda: all_zero,
        lambda: scales.bilinear_at_mean.function(own, average, highest, at_mean),
    )


@formula(unit="ratio", source=f"retta prezzo minimo: {scales.CLIC}")
def lowest_line(own: Exact, highest: Exact, lowest: Exact, all_zero: Exact) -> Exact:
    """Return 1 at the lowest, and less by one's distance to it in parts of the highest; `all_zero` where that is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> lowest_line.function(Column([F(100), F(110), F(125), F(150)]), F(150), F(100), F(1))
    Column(1, 14/15, 5/6, 2/3)
    """
    return choose(own + highest, 0, lambda: all_zero, lambda: (highest + lowest - own) / highest)


@formula(unit="ratio", source="procurementtemplates.co.uk, mean calculation")
def mean_line(own: Exact, average: Exact, at_mean: Exact, slope: Exact, mean_zero: Exact) -> Exact:
    """Return `at_mean` at the average, and `slope` less for each 100 % above it; `mean_zero` where it is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> mean_line.function(Column([F(80), F(120)]), F(100), F(1, 2), F(1), F(1))
    Column(7/10, 3/10)
    """
    return choose(own + average, 0, lambda: mean_zero, lambda: at_mean - slope * (own - average) / average)


@formula(unit="ratio", source="support.negometrix.com, the log formula (9000092065)")
def logarithmic(own: Exact, lowest: Exact, zero_at_multiple: Exact, lowest_zero: Exact) -> Exact:
    """Return 1 at the lowest and 0 at `zero_at_multiple` times it, by the logarithm; `lowest_zero` where it is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> logarithmic.function(Column([F(100), F(200), F(400)]), F(100), F(2), F(1))
    Column(1, 0, -1)
    """
    return choose(lowest, own * 0, lambda: lowest_zero, lambda: 1 - log_ratio(own / lowest, zero_at_multiple))


@formula(unit="ratio", source="sub-scores of the superformula: support.negometrix.com, de superformule (9000131703)")
def power_of_reference(own: Exact, reference: Exact, exponent: Exact, at_zero: Exact) -> Exact:
    """Return a power of one's own divided by the reference; `at_zero` where one's own is 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> power_of_reference.function(Column([F(0), F(50), F(200)]), F(100), F(-1), F(1))
    Column(1, 2, 1/2)
    """

    def above_zero() -> Exact:  # a power below 0 has no value for the bids that have 0
        return choose(own, 0, lambda: reference, lambda: own)

    return choose(own, 0, lambda: at_zero, lambda: power(above_zero() / reference, exponent))
