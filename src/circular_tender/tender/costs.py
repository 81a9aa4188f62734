"""What must hold for costs: that they are money, when they are paid, in what money; and what each method counts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from circular_tender.award import (
    Award,
    LifeCycleCost,
    LowestPrice,
    ProzorroCoefficient,
    WeightedPoints,
    counts_costs,
    scales_cost,
    scores,
)
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.indicators import Answer, Price, measure
from circular_tender.tender.model import Cost, Tender
from circular_tender.tender.quantities import answers

if TYPE_CHECKING:
    from fractions import Fraction

_YEARS = 100  # over which a life-cycle cost may be taken; discount factors of more would be numbers without end


def findings(award: Award, cost: Cost, at: str) -> Iterator[Finding]:
    """Yield what does not hold for a cost."""
    yield from _money(cost, at)
    wrong = [*answers(cost.cost, f"{at}/cost")]
    yield from wrong or _worst(cost, f"{at}/cost")
    yield from _below_zero(award, cost, at)
    if isinstance(award, LifeCycleCost):
        yield from _paid(award, cost, at)
    else:
        for key in ("paid_in", "prices"):
            if getattr(cost, key) is not None:
                data = (("key", key), ("method", award.method))
                yield Finding("life-cycle-only", f"{at}/{key}", shown(None), data)


def _money(cost: Cost, at: str) -> Iterator[Finding]:
    gives = measure(cost.cost, f"{at}/cost", cost.id, dated=False).gives
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


def _below_zero(award: Award, cost: Cost, at: str) -> Iterator[Finding]:
    """Yield that a cost may be income where the method multiplies or divides it."""
    if not scales_cost(award, cost.id):
        return
    data = (("method", award.method),)
    if cost.phase == "residual_value":
        yield Finding("cost-below-zero", f"{at}/phase", shown(cost.phase), data)
    elif isinstance(cost.cost, Answer) and cost.cost.least and cost.cost.least.value < 0:
        yield Finding("cost-below-zero", f"{at}/cost/least", shown(cost.cost.least.text), data)


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
        case _:
            return
