"""What a panel's marks come to."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import mean


@formula(unit="", source="definition: every member of the panel counts the same")
def mean_of_members(marks: Exact) -> Exact:
    """Return the arithmetic mean of the members' marks.

    >>> from circular_tender.exact import Column
    >>> from fractions import Fraction as F
    >>> mean_of_members.function(Column([F(6), F(7), F(9)]))
    Fraction(22, 3)
    """
    return mean(marks)
