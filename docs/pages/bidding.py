"""What prices earn by a formula: computed by the library's own rules, for as many prices as a page needs."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from circular_tender.derivation import Given
from circular_tender.errors import UndefinedResult
from circular_tender.exact import Column
from circular_tender.rules import Evaluation, Facts
from circular_tender.tender.rules import rules_of
from pages.catalogue import WEIGHT, Formula, Three

PRICES = (100, 110, 125, 150)  # that are bid in all that is shown
CEILING = 200
LOW, HIGH = 50, 220  # between which a picture shows prices
OWN, RIVAL = 125, 110  # the bid that asks another price, and the one beside which it is looked at
_QUALITY = 60  # points that quality earns at most, beside those of the price


def shares(formula: Formula, prices: Iterable[Fraction | int | str]) -> list[Fraction]:
    """Return the share that each price earns; raises `UndefinedResult` where there is none."""
    rule = rules_of(formula.tender).of("price")
    given = Given(Column([Fraction(price) for price in prices]), "amount", ())
    _, ratio = rule.columns[0]
    made = Evaluation(Facts(formula.tender.plain, {}, {})).over(ratio, {("measured", "price"): given})
    if not isinstance(made.value, Column):
        raise TypeError(made.value)
    return list(made.value)


def without(price: int) -> tuple[int, ...]:
    """Return the prices that are bid, but for one."""
    return tuple(other for other in PRICES if other != price)


def curve(formula: Formula, others: Sequence[int]) -> list[tuple[int, Fraction]]:
    """Return the points that one bid would have at each whole price, beside those of the others."""
    found = []
    for price in range(LOW, HIGH + 1):
        try:
            found.append((price, WEIGHT * shares(formula, (price, *others))[0]))
        except UndefinedResult:
            continue
    return found


def gap(formula: Formula, prices: Sequence[int]) -> Fraction:
    """Return by how many points the bid of 110 is ahead of that of 150."""
    earned = dict(zip(prices, shares(formula, prices), strict=True))
    return WEIGHT * (earned[RIVAL] - earned[150])


def flat(formula: Formula) -> list[tuple[int, int]]:
    """Return between which whole prices a lower one does not improve the standing of a bid beside that of 110."""
    leads = []
    others = without(OWN)
    for price in range(LOW, CEILING + 1):
        earned = shares(formula, (price, *others))
        leads.append(earned[0] - earned[1 + others.index(RIVAL)])
    ranges: list[tuple[int, int]] = []
    for price, (lower, higher) in enumerate(pairwise(leads), LOW):
        if lower > higher:
            continue
        if ranges and ranges[-1][1] == price:
            ranges[-1] = (ranges[-1][0], price + 1)
        else:
            ranges.append((price, price + 1))
    return ranges


def totals(formula: Formula, three: Three, *, third: bool) -> list[Fraction]:
    """Return the totals of two bids, and of the third where it is there: price and quality, 40 and 60 points."""
    bids = (three.a, three.b, *((three.c,) if third else ()))
    earned = shares(formula, (price for price, _ in bids))
    return [WEIGHT * share + _QUALITY * Fraction(quality) for share, (_, quality) in zip(earned, bids, strict=True)]


def reverses(formula: Formula, three: Three) -> bool:
    """Tell whether the third, which does not win, reverses the other two."""
    a, b, c = totals(formula, three, third=True)
    alone_a, alone_b = totals(formula, three, third=False)
    return c < max(a, b) and (a - b) * (alone_a - alone_b) < 0
