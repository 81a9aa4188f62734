"""The tables of a published price formula; every number in them is computed when the page is made."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from circular_tender.errors import UndefinedResult
from circular_tender.narrate.figures import ENGLISH, NOT_EXACT
from circular_tender.scales import Traits, relative, traits
from pages.bidding import CEILING, LOW, OWN, PRICES, RIVAL, flat, reverses, shares, totals, without
from pages.catalogue import WEIGHT, Formula, Three
from pages.markdown import table

COMPARES = {
    "absolute": "what the tender publishes, and no other bid",
    "common_shift": "the other bids, which move every share by the same",
    "common_factor": "the other bids, which multiply every share by the same",
    "relative": "the other bids",
}
_DIGITS = 4  # of a denominator up to which a fraction helps a reader
_EDGES = (
    (f"There is one bid, of {OWN}", (OWN,)),
    (f"All four bids ask {OWN}", (OWN,) * 4),
    (f"A price of 0 in place of {PRICES[0]}", (0, *without(PRICES[0]))),
    (f"A price of {CEILING}, the ceiling, in place of {PRICES[0]}", (CEILING, *without(PRICES[0]))),
    (f"A price of 220, above the ceiling, in place of {PRICES[0]}", (220, *without(PRICES[0]))),
)


def points(value: Fraction) -> str:
    """Return points with at most three decimals."""
    return ENGLISH.decimal(value, 3)


def share(value: Fraction) -> str:
    """Return a share as a percentage."""
    return ENGLISH.figure(value, "ratio")


def tenths(value: Fraction) -> str:
    """Return a share in per cent, rounded to one decimal."""
    return ENGLISH.decimal(100 * value, 1).removeprefix(NOT_EXACT)


def _exact(value: Fraction) -> str:
    """Return a share as a fraction, or with its twelve decimals where it was rounded to them."""
    if len(str(value.denominator)) <= _DIGITS:
        return str(value).replace("-", "−")
    return ENGLISH.decimal(value, 12)


def earned(formula: Formula) -> str:
    """Return the table of what each price earns; beside it without the cheapest, where that matters."""
    found = shares(formula, PRICES)
    rounded = any(len(str(own.denominator)) > _DIGITS for own in found)
    header: tuple[str, ...] = ("price", "share", "to 12 decimals" if rounded else "exactly", f"points of {WEIGHT}")
    rows = [
        (str(price), share(own), _exact(own), points(WEIGHT * own)) for price, own in zip(PRICES, found, strict=True)
    ]
    if not relative(formula.used):
        return table(header, rows)
    fewer = ("", *(points(WEIGHT * own) for own in shares(formula, without(PRICES[0]))))
    beside = [(*row, alone) for row, alone in zip(rows, fewer, strict=True)]
    return table((*header, f"points without the bid of {PRICES[0]}"), beside)


def bounds(found: Traits) -> str:
    """Return between what shares lie."""
    least = "below 0 %" if found.least is None else share(found.least)
    return f"{least} to {'any' if found.greatest is None else share(found.greatest)}"


def idle(formula: Formula) -> str:
    """Return where a lower price gains nothing."""
    return ", ".join(f"{low} to {high}" for low, high in flat(formula)) or "nowhere"


def properties(formula: Formula) -> str:
    """Return the table of properties."""
    found = traits(formula.used)
    lower = f"Where a lower price gains nothing on the bid of {RIVAL}, between {LOW} and {CEILING}"
    return table(
        ("property", "here"),
        (
            ("A bid is compared with", COMPARES[found.reference]),
            ("The points can be worked out before the bids are opened", "no" if relative(formula.used) else "yes"),
            ("A third bid can reverse two", reverses_others(formula)),
            ("A share lies from", bounds(found)),
            (lower, idle(formula)),
        ),
    )


def reverses_others(formula: Formula) -> str:
    """Return whether a third bid can reverse two, in a word."""
    if formula.reversal:
        return "yes"
    return "no, while no price is 0" if formula.reversal_at_zero else "no"


def reversal(formula: Formula) -> str:
    """Return the bids of which a third reverses two, with their totals; or why there are none."""
    if formula.reversal_at_zero:
        return (
            "Not while every price is above 0: another lowest price moves the points of all bids by the same, so their "
            "order stays; only rounding to 12 decimals could matter. But a bid of 0 gives every bid `lowest_zero`, its "
            f"own too. {_found(formula, formula.reversal_at_zero)}"
        )
    if formula.reversal:
        return f"Yes. {_found(formula, formula.reversal)}"
    return (
        "No. What a price earns does not depend on any other bid, so one that comes or goes changes neither the points "
        "of the others nor their order."
    )


def _found(formula: Formula, three: Three) -> str:
    """Return the three bids, once it is sure that they are what is said of them."""
    if not reverses(formula, three):
        raise ValueError(formula)
    return (
        f"Beside the {WEIGHT} points for the price, quality earns 60 × its share here. Bid C does not win; without it, "
        f"A and B change places.\n\n{_three(formula, three)}"
    )


def _three(formula: Formula, three: Three) -> str:
    whole = totals(formula, three, third=True)
    alone = [*totals(formula, three, third=False), None]
    bids = (three.a, three.b, three.c)
    rows = (
        (name, price, share(Fraction(quality)), _best(total, whole), _best(rest, alone))
        for name, (price, quality), total, rest in zip("ABC", bids, whole, alone, strict=True)
    )
    return table(("bid", "price", "quality", "total with C", "total without C"), rows)


def _best(total: Fraction | None, among: Sequence[Fraction | None]) -> str:
    """Return a total; in bold where it is the first."""
    if total is None:
        return ""
    first = total == max(other for other in among if other is not None)
    return f"**{points(total)}**" if first else points(total)


def edges(formula: Formula) -> str:
    """Return the table of what is earned where prices are not as one thinks of them."""
    rows: list[tuple[str, Sequence[Fraction | int]]] = [*_EDGES]
    rows += [(edge.says, [Fraction(price) for price in edge.prices]) for edge in formula.extra]
    return table(("if", "then"), ((says, _then(formula, prices)) for says, prices in rows))


def _then(formula: Formula, prices: Sequence[Fraction | int]) -> str:
    return "; ".join(_told(formula, prices))


def _told(formula: Formula, prices: Sequence[Fraction | int]) -> Iterator[str]:
    try:
        own, *others = shares(formula, prices)
    except UndefinedResult:
        yield "there is no score: the formula has no value, and the tender must say what holds then"
        return
    yield f"it earns {share(own)}"
    if len({*prices}) > 1 and others:
        beside = zip(prices[1:], others, strict=True)
        yield ", ".join(f"{price} earns {share(other)}" for price, other in beside)
