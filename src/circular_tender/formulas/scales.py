"""Measured value to ratio."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, greatest, least, mean

CLIC = "github.com/MartinBrugnara/CLIC, commit 71efeb2a, src/resources/functions.ts"


@formula(unit="ratio", source=f"absolute straight line, cut at its ends, Consip's lineare semplice: {CLIC}")
def linear(measured: Exact, zero_at: Exact, full_at: Exact) -> Exact:
    """Return 0 at `zero_at`, 1 at `full_at`, proportional between and flat beyond.

    With `full_at` below `zero_at`, less is better.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> linear.function(Column([F(20), F(50), F(99)]), F(20), F(90))
    Column(0, 3/7, 1)
    """
    return clamp((measured - zero_at) / (full_at - zero_at), 0, 1)


@formula(unit="", source="definition")
def lowest(own: Exact) -> Exact:
    """Return the lowest value of the stage."""
    return least(own)


@formula(unit="", source="definition")
def highest(own: Exact) -> Exact:
    """Return the highest value of the stage."""
    return greatest(own)


@formula(unit="", source="definition")
def average(own: Exact) -> Exact:
    """Return the arithmetic mean of the values of the stage."""
    return mean(own)


@formula(unit="ratio", source="low-bid scoring: support.negometrix.com, price score to lowest price (9000092066)")
def lowest_over_own(lowest: Exact, own: Exact) -> Exact:
    """Return the lowest value divided by one's own.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> lowest_over_own.function(F(100), Column([F(100), F(110), F(125), F(150)]))
    Column(1, 10/11, 4/5, 2/3)
    """
    return lowest / own


@formula(
    unit="ratio",
    source="bilinear at the mean, lineare spezzata sulla media: tender rules of the Venice museums, 18/2017, §19",
)
def bilinear_at_mean(own: Exact, average: Exact, highest: Exact, at_mean: Exact) -> Exact:
    """Return `at_mean` at the average and 1 at the highest, straight from 0 to the one and on to the other.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> bilinear_at_mean.function(Column([F("11.5"), F("23.85")]), F("17.675"), F("23.85"), F("0.9"))
    Column(414/707, 1)
    """
    return choose(
        own,
        average,
        lambda: at_mean * own / average,
        lambda: at_mean + (1 - at_mean) * (own - average) / (highest - average),
    )


@formula(unit="ratio", source="a table of steps, as of numbers of staff: tender rules of the Venice museums, 18/2017")
def at_least(own: Exact, bound: Exact, earns: Exact, below: Exact) -> Exact:
    """Return what a step earns where one's own value is at least its bound, else what the steps below earn.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> at_least.function(Column([F(4), F(5), F(9)]), F(5), F(1, 2), F(0))
    Column(0, 1/2, 1/2)
    """
    return choose(bound, own, lambda: earns, lambda: below)


@formula(unit="ratio", source="as at_least, where less is better")
def at_most(own: Exact, bound: Exact, earns: Exact, below: Exact) -> Exact:
    """Return what a step earns where one's own value is at most its bound, else what the steps before it earn.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> at_most.function(Column([F(4), F(5), F(9)]), F(5), F(1, 2), F(0))
    Column(1/2, 1/2, 0)
    """
    return choose(own, bound, lambda: earns, lambda: below)


@formula(unit="ratio", source="circular-tender, own definition: as linear, between every two published points")
def segment(  # noqa: PLR0913, PLR0917 -- a piece of a line has two ends, each with its value
    own: Exact, from_at: Exact, from_earns: Exact, to_at: Exact, to_earns: Exact, before: Exact
) -> Exact:
    """Return what the points before earn, and the part of this piece's rise that one's own value has reached.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> segment.function(Column([F(0), F(6), F(20)]), F(5), F(1, 2), F(15), F(1), F(1, 2))
    Column(1/2, 11/20, 1)
    """
    return before + (to_earns - from_earns) * clamp((own - from_at) / (to_at - from_at), 0, 1)


@formula(
    unit="ratio", source=f"proporzionalita inversa, of a rising criterion: {CLIC}; where all have 0, as the tender says"
)
def ratio_to_best(own: Exact, highest: Exact, all_zero: Exact) -> Exact:
    """Return one's own value divided by the highest; `all_zero` where no bid has more than 0.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> ratio_to_best.function(Column([F(0), F(3), F(4)]), F(4), F(0))
    Column(0, 3/4, 1)
    >>> ratio_to_best.function(Column([F(0), F(0)]), F(0), F(1))
    Column(1, 1)
    """
    return choose(own + highest, 0, lambda: all_zero, lambda: own / highest)
