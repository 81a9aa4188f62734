"""What must hold between the criteria and what the award says of them: weights, stages, ties, rejections."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from circular_tender.award import PercentageDiscount, ProzorroCoefficient, ValueBased, counts
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.exact import Quantity, decimal_text
from circular_tender.indicators import Price
from circular_tender.tender.model import Cost, Group, Leaf, Tender, earnable
from circular_tender.tender.quantities import unit
from circular_tender.tender.rules import DRAW, RECEIVED, depends_on_others, order_depends_on_others


def ids(named: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the ids that stand twice."""
    first: dict[str, str] = {}
    for at, name in named:
        if name in first:
            yield Finding("duplicate-id", f"{at}/id", shown(name), (("id", name), ("first", first[name])))
        first.setdefault(name, f"{at}/id")


def weights(tender: Tender) -> Iterator[Finding]:
    """Yield the weights that are in another unit than the method counts, and those that don't add up."""
    wrong = [*_units(tender)]
    yield from wrong
    if wrong:
        return
    yield from _whole(tender)
    for at, criterion in tender.walk:
        if not isinstance(criterion, Group):
            continue
        if criterion.weight is None:
            if criterion.rescale:
                yield Finding("rescale-without-weight", f"{at}/rescale", shown(criterion.rescale))
        elif (inside := earnable(criterion)) != criterion.weight.value:
            data = (("sum", written(inside, criterion.weight)), ("expected", criterion.weight.text))
            yield Finding("weights-group", f"{at}/weight", shown(criterion.weight.text), data)


def _units(tender: Tender) -> Iterator[Finding]:
    expected = "ratio" if counts(tender.award) == "ratio" else "number"
    for at, criterion in tender.walk:
        if isinstance(criterion, Cost):
            continue
        least = criterion.threshold.at_least if criterion.threshold else None
        for key, quantity in (("weight", criterion.weight), ("threshold/at_least", least)):
            if quantity and quantity.measures != expected:
                yield unit(f"{at}/{key}", quantity, expected)


def _whole(tender: Tender) -> Iterator[Finding]:
    award, leaves = tender.award, [leaf for _, leaf in tender.leaves]
    whole = sum((leaf.weight.value for leaf in leaves), Fraction(0))
    match award:
        case ValueBased():
            return
        case PercentageDiscount() | ProzorroCoefficient():
            if whole >= 1:
                found = written(whole, leaves[0].weight)
                yield Finding("weights-whole", "/criteria", shown(found), (("sum", found),))
        case _:
            points = getattr(award, "points", None)
            if isinstance(points, Quantity) and leaves and whole != points.value:
                data = (("sum", decimal_text(whole)), ("expected", points.text))
                yield Finding("weights-total", "/award/points", shown(points.text), data)


def written(value: Fraction, like: Quantity) -> str:
    """Return a sum of weights as they are written."""
    return f"{decimal_text(value * 100)} %" if like.measures == "ratio" else decimal_text(value)


def rejection(tender: Tender) -> Iterator[Finding]:
    """Yield that it is not said what a rejection does where points or the order depend on other bids."""
    relative = [criterion.id for _, criterion in tender.walk if _makes_relative(criterion)]
    if order_depends_on_others(tender):
        relative.append("award")
        if tender.award.on_rejection == "keep":
            yield Finding("keep-of-totals", "/award/on_rejection", shown("keep"), (("method", tender.award.method),))
    if relative and tender.award.on_rejection is None:
        yield Finding("on-rejection-missing", "/award/on_rejection", shown(None), (("ids", ", ".join(relative)),))


def _makes_relative(criterion: Leaf | Group | Cost) -> bool:
    return criterion.rescale is not None if isinstance(criterion, Group) else depends_on_others(criterion)


def ceiling(tender: Tender) -> Iterator[Finding]:
    """Yield what is wrong with a ceiling: that nothing measures the price, or what a rejection does is not said."""
    if tender.prices is None or tender.prices.ceiling is None:
        return
    priced = [name for name, _, indicator in tender.asked if isinstance(indicator, Price)]
    if not priced:
        yield Finding("ceiling-without-price", tender.ceiling_at, shown(tender.prices.ceiling.text))
    elif tender.award.on_rejection is None:
        yield Finding("on-rejection-missing", "/award/on_rejection", shown(None), (("ids", ", ".join(priced)),))


def ties(tender: Tender) -> Iterator[Finding]:
    """Yield what among the ties is nothing that can separate two bids, or stands where nothing may follow."""
    known = [criterion.id for _, criterion in tender.walk] + [DRAW, RECEIVED]
    named = tender.award.ties
    for number, name in enumerate(named):
        if name not in known:
            yield Finding("unknown-tie", f"/award/ties/{number}", shown(name), (("slip", nearest(name, known)),))
        if name in named[:number]:
            data = (("id", name), ("first", f"/award/ties/{named.index(name)}"))
            yield Finding("duplicate-id", f"/award/ties/{number}", shown(name), data)
        if name == DRAW and number < len(named) - 1:
            yield Finding("draw-not-last", f"/award/ties/{number}", shown(name))


def stages(tender: Tender) -> Iterator[Finding]:
    """Yield what is wrong with the stages: each criterion of the top level stands in exactly one."""
    if tender.award.stages is None:
        return
    top = [criterion.id for criterion in tender.criteria]
    seen: dict[str, str] = {}
    for number, stage in enumerate(tender.award.stages):
        for position, name in enumerate(stage.criteria):
            at = f"/award/stages/{number}/criteria/{position}"
            if name not in top:
                yield Finding("unknown-stage-criterion", at, shown(name), (("slip", nearest(name, top)),))
            elif name in seen:
                yield Finding("duplicate-id", at, shown(name), (("id", name), ("first", seen[name])))
            seen.setdefault(name, at)
    missing = [name for name in top if name not in seen]
    if missing:
        found = Term.of("found-of-all", count=str(len(seen)), all=str(len(top)))
        yield Finding("stages-incomplete", "/award/stages", found, (("ids", ", ".join(missing)),))
    yield from ids((f"/award/stages/{number}", stage.id) for number, stage in enumerate(tender.award.stages))
