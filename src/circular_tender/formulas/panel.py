"""What a panel's marks come to."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import count, greatest, least, mean, median, rounded, total


@formula(unit="", source="definition: every member of the panel counts the same")
def mean_of_members(marks: Exact) -> Exact:
    """Return the arithmetic mean of the members' marks.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> mean_of_members.function(Column([F(6), F(7), F(9)]))
    Fraction(22, 3)
    """
    return mean(marks)


@formula(unit="", source="definition: half of the members give at least as much, and half at most")
def median_of_members(marks: Exact) -> Exact:
    """Return the mark in the middle; of an even number of members, the mean of the two in the middle.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> median_of_members.function(Column([F(9), F(6), F(7)]))
    Fraction(7, 1)
    """
    return median(marks)


@formula(unit="", source="definition: of the highest and the lowest mark one each is left out, the rest count the same")
def trimmed_mean_of_members(marks: Exact) -> Exact:
    """Return the mean of the members' marks without the highest and the lowest of them.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> trimmed_mean_of_members.function(Column([F(9), F(6), F(7), F(6)]))
    Fraction(13, 2)
    """
    return (total(marks) - least(marks) - greatest(marks)) / (count(marks) - 2)


@formula(unit="", source="rounding as the tender publishes it")
def rounded_mark(mark: Exact, places: Exact, mode: Exact) -> Exact:
    """Return what the members' marks come to, rounded to so many decimals."""
    return rounded(mark, places, mode)
