"""What must hold for costs: that they are money, when they are paid, in what money; and what each method counts."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal

from circular_tender.award import (
    Award,
    BestQuality,
    LifeCycleCost,
    LowestPrice,
    PercentageDiscount,
    ProzorroCoefficient,
    WeightedPoints,
    counts_costs,
    scales_cost,
    scales_points,
    scores,
)
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import Answer, Basis, Price, measure
from circular_tender.scales import traits
from circular_tender.tender.model import Cost, Leaf, Tender
from circular_tender.tender.quantities import answers

_YEARS = 100  # over which a life-cycle cost may be taken; discount factors of more would be numbers without end


def findings(award: Award, cost: Cost, at: str) -> Iterator[Finding]:
    """Yield what does not hold for a cost."""
    yield from _money(cost, at)
    wrong = [*answers(cost.cost, f"{at}/cost")]
    yield from wrong or _worst(cost, f"{at}/cost")
    yield from _income(award, cost, at)
    if isinstance(award, LifeCycleCost):
        yield from _paid(award, cost, at)
    else:
        for key in ("paid_in", "prices"):
            if getattr(cost, key) is not None:
                data = (("key", key), ("method", award.method))
                yield Finding("life-cycle-only", f"{at}/{key}", shown(None), data)


def _money(cost: Cost, at: str) -> Iterator[Finding]:
    gives = measure(cost.cost, f"{at}/cost", cost.id, Basis()).gives
    if gives == "amount" and cost.worth:
        yield Finding("worth-of-money", f"{at}/worth", shown(cost.worth.amount.text))
    elif gives != "amount" and cost.worth is None:
        yield Finding("cost-not-money", f"{at}/worth", shown(None), (("gives", Term(gives)),))
    elif cost.phase == "externality" and cost.worth is None:
        yield Finding("externality-unsourced", f"{at}/worth", shown(None))


def _worst(cost: Cost, at: str) -> Iterator[Finding]:
    """Yield that a cost which is not answered would count for less than any that is."""
    if not isinstance(cost.cost, Answer):
        return
    asked, income = cost.cost, cost.phase == "residual_value"
    key, bound = ("least", asked.least) if income else ("greatest", asked.greatest)
    worst = bound.value if bound else 0 if income else None
    if worst is None:
        yield Finding("missing-key", f"{at}/{key}", shown(None), (("key", key),))
    elif asked.otherwise.value != worst:
        data = (("worst", bound.text if bound else "0"),)
        yield Finding("cost-otherwise", f"{at}/otherwise", shown(asked.otherwise.text), data)


def _income(award: Award, cost: Cost, at: str) -> Iterator[Finding]:
    """Yield that the price is called income, or that a cost may be where the method multiplies or divides it."""
    data = (("method", award.method),)
    match cost.cost:
        case Price() if cost.phase == "residual_value":
            yield Finding("price-is-no-income", f"{at}/phase", shown(cost.phase))
        case Answer() if cost.phase == "residual_value" and scales_cost(award, cost.id):
            yield Finding("cost-below-zero", f"{at}/phase", shown(cost.phase), data)
        case Answer(least=Quantity() as least) if least.value < 0 and scales_cost(award, cost.id):
            yield Finding("cost-below-zero", f"{at}/cost/least", shown(least.text), data)
        case _:
            return


def _paid(award: LifeCycleCost, cost: Cost, at: str) -> Iterator[Finding]:
    for key in ("paid_in", "prices", "phase"):
        if getattr(cost, key) is None:
            yield Finding("missing-key", f"{at}/{key}", shown(None), (("key", key),))
    if cost.prices and cost.prices != award.prices:
        yield Finding("real-and-nominal", f"{at}/prices", shown(cost.prices), (("expected", award.prices),))
    known: dict[Fraction, str] = {}
    for number, year in enumerate(cost.paid_in or ()):
        here = f"{at}/paid_in/{number}"
        if year.value.denominator != 1 or not 0 <= year.value <= award.years.value:
            bounds = (("low", "0"), ("high", award.years.text))
            yield Finding("not-whole", here, shown(year.text), bounds)
        if year.value in known:
            yield Finding("duplicate-id", here, shown(year.text), (("id", year.text), ("first", known[year.value])))
        known.setdefault(year.value, here)


def of_method(tender: Tender) -> Iterator[Finding]:
    """Yield the costs or criteria that the award method needs, or that it does not count."""
    award, costs = tender.award, [cost for _, cost in tender.costs]
    scored = [criterion.id for criterion in tender.criteria if not isinstance(criterion, Cost)]
    data = (("method", award.method),)
    if costs and isinstance(award, WeightedPoints):
        yield Finding("costs-not-counted", "/criteria", shown(", ".join(cost.id for cost in costs)), data)
    if scored and not scores(award):
        yield Finding("scored-not-counted", "/criteria", shown(", ".join(scored)), data)
    if award.rounds_at("criterion") and not scores(award):
        yield Finding("nothing-rounded", "/award/rounding/at", shown("criterion"), data)
    if counts_costs(award) and not costs:
        yield Finding("cost-missing", "/criteria", shown(None), data)
    if scores(award) and not scored and not isinstance(award, ProzorroCoefficient):
        yield Finding("nothing-scored", "/criteria", shown(None), data)
    yield from _own_keys(tender, costs)
    yield from _once(costs)
    yield from _reach(tender)


def _once(costs: list[Cost]) -> Iterator[Finding]:
    """Yield that the price counts twice."""
    priced = [cost.id for cost in costs if isinstance(cost.cost, Price)]
    if priced[1:]:
        yield Finding("price-twice", "/criteria", shown(", ".join(priced)))


def _reach(tender: Tender) -> Iterator[Finding]:
    """Yield the scales by which points would turn a total upside down: below 0, or a whole price and more."""
    award, leaves = tender.award, [*tender.leaves]
    if scales_points(award):
        for at, leaf in leaves:
            if (least := traits(leaf.scale).least) is None or least < 0:
                yield Finding("points-below-zero", f"{at}/scale", shown(leaf.scale.kind), (("method", award.method),))
    whole = sum((leaf.weight.value for _, leaf in leaves), Fraction(0))
    if whole >= 1:  # no shares, or too many of them, which is told already
        return
    if isinstance(award, PercentageDiscount) and not _reaches(leaves, "greatest", lambda most: most < 1):
        yield Finding("discount-whole", "/criteria", shown(award.method))
    if isinstance(award, ProzorroCoefficient) and not _reaches(leaves, "least", lambda least: 1 - whole + least > 0):
        yield Finding("coefficient-below-zero", "/criteria", shown(award.method))


def _reaches(
    leaves: list[tuple[str, Leaf]], bound: Literal["least", "greatest"], holds: Callable[[Fraction], bool]
) -> bool:
    """Tell whether something holds of the least or the greatest that the criteria can earn together."""
    ends = [(leaf.weight.value, getattr(traits(leaf.scale), bound)) for _, leaf in leaves]
    return all(end is not None for _, end in ends) and holds(sum((w * end for w, end in ends), Fraction(0)))


def _own_keys(tender: Tender, costs: list[Cost]) -> Iterator[Finding]:
    match tender.award:
        case LowestPrice() if costs and not (len(costs) == 1 and isinstance(costs[0].cost, Price)):
            yield Finding("one-price", "/criteria", shown(", ".join(cost.id for cost in costs)))
        case LifeCycleCost(rate=rate, years=years):
            if rate.value <= -1:
                yield Finding("rate-too-low", "/award/rate", shown(rate.text))
            if years.value > _YEARS:
                bounds = (("low", "1"), ("high", str(_YEARS)))
                yield Finding("not-whole", "/award/years", shown(years.text), bounds)
        case ProzorroCoefficient(divided=divided) if costs and divided not in (known := [cost.id for cost in costs]):
            yield Finding("unknown-cost", "/award/divided", shown(divided), (("slip", nearest(divided, known)),))
        case BestQuality(fixed_price=fixed_price):
            scored = [(at, leaf) for at, leaf in tender.leaves if isinstance(leaf.indicator, Price)]
            yield from (Finding("price-does-not-rank", f"{at}/indicator", shown(leaf.id)) for at, leaf in scored)
            if fixed_price and tender.prices:
                data = (("price", fixed_price.text),)
                yield Finding("price-is-fixed", "/prices", shown(", ".join(tender.lines)), data)
        case _:
            return
