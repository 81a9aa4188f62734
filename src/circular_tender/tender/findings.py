"""What must hold between the parts of a tender, so that it can be assessed and means one thing."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from circular_tender.bids import nameless_reasons
from circular_tender.errors import Finding, Term, either, nearest, shown
from circular_tender.exact import decimal_text
from circular_tender.indicators import (
    Answer,
    Choice,
    Discount,
    GuaranteedLifetime,
    Judgement,
    MaterialPassport,
    Price,
    RecycledContent,
    ReuseAtEndOfLife,
    TakeBack,
    lowest,
    measure,
)
from circular_tender.scales import BilinearAtMean, RatioToBest, takes
from circular_tender.tender.judged import judged
from circular_tender.tender.model import Group, Leaf, Tender, earnable
from circular_tender.tender.otherwise import otherwise
from circular_tender.tender.quantities import answers, quantities
from circular_tender.tender.rules import depends_on_others, raw_depends_on_others
from circular_tender.texts import LIMIT_CRITERIA


def findings(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold in a tender."""
    criteria = sum(1 for _ in tender.walk)
    if criteria > LIMIT_CRITERIA:
        found = Term.of("found-criteria", count=str(criteria))
        yield Finding("too-many", "/criteria", found, (("limit", str(LIMIT_CRITERIA)),))
        return
    yield from _ids((at, criterion.id) for at, criterion in tender.walk)
    if tender.prices:
        yield from _ids((f"/prices/lines/{number}", line.id) for number, line in enumerate(tender.prices.lines))
    yield from _ids((f"/discounts/{number}", discount.id) for number, discount in enumerate(tender.discounts))
    yield from _ids((f"/requirements/{number}", asked.id) for number, asked in enumerate(tender.requirements))
    yield from _lots(tender)
    yield from _weights(tender)
    for at, leaf in tender.leaves:
        yield from _indicator(tender, leaf, f"{at}/indicator")
        wrong = [*_scale(leaf, f"{at}/scale"), *answers(leaf, f"{at}/indicator")]
        yield from wrong or otherwise(leaf, f"{at}/indicator")
    for at, criterion in tender.walk:
        yield from _threshold(criterion, at)
    yield from _disclosures(tender)
    yield from _rejection(tender)
    yield from _ceiling(tender)
    yield from _ties(tender)
    yield from _stages(tender)


def _ids(named: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for at, name in named:
        if name in first:
            yield Finding("duplicate-id", f"{at}/id", shown(name), (("id", name), ("first", first[name])))
        first.setdefault(name, f"{at}/id")


def _weights(tender: Tender) -> Iterator[Finding]:
    whole = sum((leaf.weight.value for _, leaf in tender.leaves), Fraction(0))
    if whole != tender.award.points.value:
        data = (("sum", decimal_text(whole)), ("expected", tender.award.points.text))
        yield Finding("weights-total", "/award/points", shown(tender.award.points.text), data)
    for at, criterion in tender.walk:
        if not isinstance(criterion, Group):
            continue
        if criterion.weight is None:
            if criterion.rescale:
                yield Finding("rescale-without-weight", f"{at}/rescale", shown(criterion.rescale))
        elif (inside := earnable(criterion)) != criterion.weight.value:
            data = (("sum", decimal_text(inside)), ("expected", criterion.weight.text))
            yield Finding("weights-group", f"{at}/weight", shown(criterion.weight.text), data)


def _indicator(tender: Tender, leaf: Leaf, at: str) -> Iterator[Finding]:
    match leaf.indicator:
        case Price() if not tender.lines:
            yield Finding("price-without-lines", at, shown("price"))
        case Discount(of=of) if of not in (known := [discount.id for discount in tender.discounts]):
            yield Finding("unknown-discount", f"{at}/of", shown(of), (("slip", nearest(of, known)),))
        case Judgement():
            yield from judged(leaf, leaf.indicator, at)
        case ReuseAtEndOfLife() | RecycledContent() | MaterialPassport() | GuaranteedLifetime() if not tender.lines:
            yield Finding(
                "products-without-lines", at, shown(leaf.indicator.kind), (("indicator", leaf.indicator.kind),)
            )
        case MaterialPassport(fields=fields) if len(set(fields)) < len(fields):
            yield from _once(fields, f"{at}/fields")
        case (
            Price()
            | Discount()
            | Answer()
            | Choice()
            | ReuseAtEndOfLife()
            | RecycledContent()
            | MaterialPassport()
            | TakeBack()
            | GuaranteedLifetime()
        ):
            return


def _once(names: tuple[str, ...], at: str) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if names.index(name) < number:
            first = f"{at}/{names.index(name)}"
            yield Finding("duplicate-id", f"{at}/{number}", shown(name), (("id", name), ("first", first)))


def _scale(leaf: Leaf, at: str) -> Iterator[Finding]:
    gives = measure(leaf.indicator, at, leaf.id, dated=False).gives
    if gives not in takes(leaf.scale):
        if gives == "level" and isinstance(leaf.indicator, Judgement):
            yield Finding("levels-without-allowed", at, shown(leaf.scale.kind))
            return
        data = (
            ("scale", leaf.scale.kind),
            ("takes", either(map(Term, takes(leaf.scale)))),
            ("indicator", leaf.indicator.kind),
            ("gives", Term(gives)),
        )
        yield Finding("scale-does-not-fit", at, shown(leaf.scale.kind), data)
    else:
        if isinstance(leaf.scale, BilinearAtMean | RatioToBest) and _below_zero(leaf):
            yield Finding("below-zero-relative", f"{at}/kind", shown(leaf.scale.kind), (("scale", leaf.scale.kind),))
        yield from quantities(leaf.scale, gives, at)


def _below_zero(leaf: Leaf) -> bool:
    """Tell whether a measured value may be below 0."""
    match leaf.indicator:
        case Judgement(allowed=allowed):
            return allowed is not None and lowest(allowed) < 0
        case Answer(least=least):
            return least is not None and least.value < 0
        case _:
            return False


def _threshold(criterion: Leaf | Group, at: str) -> Iterator[Finding]:
    if criterion.threshold is None:
        return
    if criterion.threshold.on == "raw" and raw_depends_on_others(criterion):
        yield Finding("threshold-relative", f"{at}/threshold/on", shown("raw"))
    weight = earnable(criterion)
    if criterion.threshold.at_least.value > weight:
        found = shown(criterion.threshold.at_least.text)
        yield Finding("threshold-above-weight", f"{at}/threshold/at_least", found, (("weight", decimal_text(weight)),))


def _rejection(tender: Tender) -> Iterator[Finding]:
    relative = [criterion.id for _, criterion in tender.walk if _makes_relative(criterion)]
    if relative and tender.award.on_rejection is None:
        yield Finding("on-rejection-missing", "/award/on_rejection", shown(None), (("ids", ", ".join(relative)),))


def _makes_relative(criterion: Leaf | Group) -> bool:
    return criterion.rescale is not None if isinstance(criterion, Group) else depends_on_others(criterion)


def _disclosures(tender: Tender) -> Iterator[Finding]:
    rules = tender.disclosure
    for name, rule in (("bidder", rules.bidder), ("public", rules.public)) if rules else ():
        if rule and nameless_reasons(rule.releases):
            yield Finding("reasons-without-name", f"/disclosure/{name}/releases", shown([*rule.releases]))


def _ceiling(tender: Tender) -> Iterator[Finding]:
    if tender.prices is None or tender.prices.ceiling is None:
        return
    priced = [leaf.id for _, leaf in tender.leaves if isinstance(leaf.indicator, Price)]
    if not priced:
        yield Finding("ceiling-without-price", "/prices/ceiling", shown(tender.prices.ceiling.text))
    elif tender.award.on_rejection is None:
        yield Finding("on-rejection-missing", "/award/on_rejection", shown(None), (("ids", ", ".join(priced)),))


def _lots(tender: Tender) -> Iterator[Finding]:
    yield from _ids((f"/lots/{number}", lot.id) for number, lot in enumerate(tender.lots))
    first: dict[str, str] = {}
    for number, lot in enumerate(tender.lots):
        for position, line in enumerate(lot.lines):
            at = f"/lots/{number}/lines/{position}"
            if line not in tender.lines:
                yield Finding("unknown-line", at, shown(line), (("slip", nearest(line, tender.lines)),))
            elif line in first:
                yield Finding("duplicate-id", at, shown(line), (("id", line), ("first", first[line])))
            first.setdefault(line, at)
    missing = [line for line in tender.lines if tender.lots and line not in first]
    if missing:
        found = Term.of("found-of-all", count=str(len(first)), all=str(len(tender.lines)))
        yield Finding("lots-incomplete", "/lots", found, (("ids", ", ".join(missing)),))


def _ties(tender: Tender) -> Iterator[Finding]:
    known = [criterion.id for _, criterion in tender.walk] + ["draw"]
    ties = tender.award.ties
    for number, name in enumerate(ties):
        if name not in known:
            yield Finding("unknown-tie", f"/award/ties/{number}", shown(name), (("slip", nearest(name, known)),))
        if name == "draw" and number < len(ties) - 1:
            yield Finding("draw-not-last", f"/award/ties/{number}", shown(name))


def _stages(tender: Tender) -> Iterator[Finding]:
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
    yield from _ids((f"/award/stages/{number}", stage.id) for number, stage in enumerate(tender.award.stages))
