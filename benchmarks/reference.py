"""The same scales, rounding and totals in plain `Fraction` code: no trace, no source, no explanation."""

from fractions import Fraction

import circular_tender as ct
from circular_tender.bids.fields import Withheld

Values = dict[str, list[Fraction]]


def inputs(tender: ct.Tender, bids: tuple[ct.Bid, ...], judgements: ct.Judgements) -> list[tuple[str, list[Fraction]]]:
    """Return kind and numbers of each criterion, as a program would hold them that has read its input."""
    columns = []
    for _, leaf in tender.leaves:
        match leaf.indicator.kind:
            case "price":
                columns.append(("price", [_value(bid.prices["item"]) for bid in bids]))
            case "discount":
                columns.append(("discount", [_value(bid.discounts[leaf.indicator.of]) for bid in bids]))
            case _:
                columns.append(("mark", [_value(judgements.marks[bid.id][leaf.id].mark) for bid in bids]))
    return columns


def _value(quantity: object) -> Fraction:
    if isinstance(quantity, str | Withheld):
        raise TypeError(quantity)
    return quantity.value


def totals(columns: list[tuple[str, list[Fraction]]]) -> list[Fraction]:
    """Return each bid's total: the ratio of each scale, times 5, rounded half up to 2 places, and summed."""
    count = len(columns[0][1])
    result = [Fraction(0)] * count
    for kind, values in columns:
        ratios = SCALES[kind](values)
        for position in range(count):
            result[position] += half_up(ratios[position] * 5)
    return result


def lowest_over_own(unit_prices: list[Fraction]) -> list[Fraction]:
    """Return the lowest sum divided by one's own."""
    sums = [12 * price for price in unit_prices]
    lowest = min(sums)
    return [lowest / own for own in sums]


def bilinear(values: list[Fraction]) -> list[Fraction]:
    """Return 0.9 at the mean, 1 at the highest."""
    mean, highest, at_mean = sum(values) / len(values), max(values), Fraction(9, 10)
    return [
        at_mean * own / mean if own <= mean else at_mean + (1 - at_mean) * (own - mean) / (highest - mean)
        for own in values
    ]


def linear(values: list[Fraction]) -> list[Fraction]:
    """Return 0 at 2, 1 at 9.5."""
    zero_at, full_at = Fraction(2), Fraction(19, 2)
    return [min(max((own - zero_at) / (full_at - zero_at), Fraction(0)), Fraction(1)) for own in values]


def half_up(value: Fraction) -> Fraction:
    """Return a value that is not negative, rounded half up to 2 decimals."""
    scaled = value * 100
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 100)


SCALES = {"price": lowest_over_own, "discount": bilinear, "mark": linear}
