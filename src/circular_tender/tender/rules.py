"""From a tender to its published rules."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from circular_tender.award import (
    CostRule,
    Counts,
    Criteria,
    GroupRule,
    Key,
    LeafRule,
    LifeCycleCost,
    Rules,
    StageRule,
    ThresholdRule,
    counts,
    group_points,
    in_todays_money,
    last_to_pass,
    leaf_points,
    looks_at_others,
    lowest_wins,
    rounded,
    totals,
)
from circular_tender.formulas import methods
from circular_tender.indicators import Price, measure
from circular_tender.rules import Expression, Fact, Values, apply
from circular_tender.scales import ratio, relative
from circular_tender.tender.model import Cost, Group, Leaf, Tender

DRAW, RECEIVED = "draw", "received"  # what may stand among the ties beside the ids of criteria
ONLY_STAGE = "assessment"  # the stage of a tender that names none


def rules_of(tender: Tender) -> Rules:
    """Return the rules by which a tender is assessed; they are made from the tender alone, and once."""
    if tender._rules is None:  # noqa: SLF001 -- kept with the tender that publishes them
        tender._rules = _rules(tender)  # noqa: SLF001 -- likewise
    return tender._rules  # noqa: SLF001 -- likewise


def _rules(tender: Tender) -> Rules:
    made = totals(tender.award, _criteria(tender))
    exact = Values("total", "")
    return Rules(
        criteria=tuple(_rule(tender, criterion, at) for at, criterion in tender.walk),
        factors=made.factors,
        total=made.total,
        awarded=rounded(exact) if tender.award.rounds_at("total") else exact,
        order=(*made.before, Key("awarded", lowest=lowest_wins(tender.award)), *_ties(tender)),
        stages=_stages(tender),
        recompute=tender.award.on_rejection == "recompute",
        deadline=Fact("tender", "/deadline", "text") if tender.deadline else None,
        received=Fact("bid", "/received", "text") if tender.deadline or RECEIVED in tender.award.ties else None,
        ties=tuple(name for name in tender.award.ties if name != DRAW),
        draw=DRAW in tender.award.ties,
        requirements=tuple(requirement.id for requirement in tender.requirements),
    )


def _criteria(tender: Tender) -> Criteria:
    costing = tuple(cost.id for _, cost in tender.costs)
    earning = tuple(criterion.id for criterion in tender.criteria if criterion.id not in costing)
    return Criteria(earning, costing, tuple((leaf.id, at) for at, leaf in tender.leaves))


def _ties(tender: Tender) -> Iterator[Key]:
    """Yield what separates equal totals: the most points on a criterion, the lowest cost, the earliest receipt."""
    costs = {cost.id for _, cost in tender.costs}
    for name in tender.award.ties:
        if name == RECEIVED:
            yield Key("received", lowest=True)
        elif name in costs:
            yield Key("cost", name, lowest=True)
        elif name != DRAW:
            yield Key("points", name)


def order_depends_on_others(tender: Tender) -> bool:
    """Tell whether the award method compares a bid with others in more than the points on a criterion."""
    return looks_at_others(tender.award)


def depends_on_others(criterion: Leaf | Group | Cost) -> bool:
    """Tell whether a criterion's points depend on other bids."""
    rescaled = isinstance(criterion, Group) and criterion.rescale is not None
    return rescaled or raw_depends_on_others(criterion)


def raw_depends_on_others(criterion: Leaf | Group | Cost) -> bool:
    """Tell whether a criterion's points before its own rescaling depend on other bids."""
    match criterion:
        case Leaf():
            return relative(criterion.scale)
        case Group():
            return any(map(depends_on_others, criterion.criteria))
        case Cost():
            return False
        case _:
            assert_never(criterion)


def _rule(tender: Tender, criterion: Leaf | Group | Cost, at: str) -> LeafRule | GroupRule | CostRule:
    basis = tender.basis
    match criterion:
        case Cost():
            measured = measure(criterion.cost, f"{at}/cost", criterion.id, basis)
            counted = _cost(tender, criterion, at)
            return CostRule(criterion.id, measured.expression, measured.reported, counted, measured.restated)
        case Leaf():
            measured = measure(criterion.indicator, f"{at}/indicator", criterion.id, basis)
            scaled = ratio(criterion.scale, f"{at}/scale", Values("measured", criterion.id), measured.gives)
            weighted, points = leaf_points(tender.award, criterion.id, at, counts(tender.award))
            made = (measured.expression, measured.reported, scaled, weighted, points, measured.restated)
            return LeafRule(criterion.id, *made)
        case Group():
            members = tuple(member.id for member in criterion.criteria)
            rescale, unit = criterion.rescale is not None, counts(tender.award)
            subtotal, points = group_points(criterion.id, members, at, unit, rescale=rescale)
            return GroupRule(criterion.id, members, subtotal, points)
        case _:
            assert_never(criterion)


def _cost(tender: Tender, cost: Cost, at: str) -> Expression:
    """Return the rule of what counts of a cost: as money, in today's money, and below 0 where it is income."""
    counted: Expression = Values("measured", cost.id)
    if cost.worth:
        counted = apply(methods.monetised, quantity=counted, worth=Fact("tender", f"{at}/worth/amount", unit="amount"))
    if isinstance(tender.award, LifeCycleCost):
        counted = in_todays_money(counted, at)
    return apply(methods.income, amount=counted) if cost.phase == "residual_value" else counted


def stages_of(tender: Tender) -> tuple[str, ...]:
    """Return the ids of a tender's stages, in order; one that names none has a single stage, `assessment`."""
    return tuple(stage.id for stage in tender.award.stages) if tender.award.stages else (ONLY_STAGE,)


def _stages(tender: Tender) -> tuple[StageRule, ...]:
    if tender.award.stages is None:
        everything = tuple(criterion.id for criterion in tender.criteria)
        return (_stage(tender, ONLY_STAGE, everything),)
    return tuple(_stage(tender, stage.id, stage.criteria) for stage in tender.award.stages)


def _stage(tender: Tender, name: str, top: tuple[str, ...]) -> StageRule:
    places = {criterion.id: at for at, criterion in tender.walk}
    roots = tuple(places[criterion] for criterion in top)
    inside = [(at, criterion) for at, criterion in tender.walk if f"{at}/".startswith(tuple(f"{r}/" for r in roots))]
    thresholds = (*_minimums(inside, counts(tender.award)), *_ceilings(tender, inside), *_best(inside))
    return StageRule(name, tuple(criterion.id for _, criterion in inside), thresholds)


def _minimums(inside: Sequence[tuple[str, Leaf | Group | Cost]], unit: Counts) -> Iterator[ThresholdRule]:
    for at, criterion in inside:
        if not isinstance(criterion, Cost) and criterion.threshold and criterion.threshold.at_least:
            least = Fact("tender", f"{at}/threshold/at_least", unit=unit)
            yield ThresholdRule(criterion.id, _tested(criterion, criterion.threshold.on), "at_least", least)


def _best(inside: Sequence[tuple[str, Leaf | Group | Cost]]) -> Iterator[ThresholdRule]:
    """Yield the criteria of a stage of which only the bids with the most points go on; they are tested last."""
    for at, criterion in inside:
        if not isinstance(criterion, Cost) and criterion.threshold and criterion.threshold.max_pass:
            aspect, may_pass = _tested(criterion, criterion.threshold.on), Fact("tender", f"{at}/threshold/max_pass")
            last = last_to_pass(criterion.id, aspect, may_pass)
            yield ThresholdRule(criterion.id, aspect, "at_least", last, may_pass)


def _ceilings(tender: Tender, inside: Sequence[tuple[str, Leaf | Group | Cost]]) -> Iterator[ThresholdRule]:
    """Yield the ceiling of the price schedule for the criterion of a stage that measures the price."""
    priced = {name for name, _, indicator in tender.asked if isinstance(indicator, Price)}
    if tender.prices and tender.prices.ceiling:
        for _, criterion in inside:
            if criterion.id in priced:
                ceiling = Fact("tender", tender.ceiling_at, unit="amount")
                yield ThresholdRule(criterion.id, "measured", "at_most", ceiling)
                return


def _tested(criterion: Leaf | Group, on: str) -> str:
    """Return the aspect that a threshold tests: a group's points before rescaling are its subtotal."""
    return "subtotal" if isinstance(criterion, Group) and on == "raw" else "points"
