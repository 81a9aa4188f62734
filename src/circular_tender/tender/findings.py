"""What must hold between the parts of a tender, so that it can be assessed and means one thing."""

from collections.abc import Iterator

from circular_tender.award import Threshold
from circular_tender.bids import nameless_reasons
from circular_tender.errors import Finding, Term, either, nearest, of_lots, shown
from circular_tender.indicators import (
    Answer,
    Basis,
    Discount,
    EnvironmentalCost,
    Indicator,
    Judgement,
    Price,
    lowest,
    measure,
)
from circular_tender.scales import BilinearAtMean, Concave, PowerOfReference, RatioToBest, takes, traits
from circular_tender.tender import compared, costs, lots, measured
from circular_tender.tender.decides import ceiling, ids, rejection, stages, ties, weights, written
from circular_tender.tender.judged import judged
from circular_tender.tender.low import triggers
from circular_tender.tender.model import Cost, Group, Leaf, Tender, earnable
from circular_tender.tender.otherwise import otherwise
from circular_tender.tender.quantities import answers, quantities
from circular_tender.tender.rules import raw_depends_on_others
from circular_tender.texts import LIMIT_CRITERIA


def findings(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold in a tender."""
    criteria = sum(1 for _ in tender.walk)
    if criteria > LIMIT_CRITERIA:
        found = Term.of("found-criteria", count=str(criteria))
        yield Finding("too-many", "/criteria", found, (("limit", str(LIMIT_CRITERIA)),))
        return
    shared = [*_named_once(tender), *_lots(tender), *lots.findings(tender)]
    yield from shared
    if not tender.lots:
        yield from _assessable(tender)
    elif not shared:
        wrong = [*ties(tender), *stages(tender)]
        yield from wrong or of_lots({lot.id: [*_assessable(lots.of_lot(tender, lot.id))] for lot in tender.lots})


def _named_once(tender: Tender) -> Iterator[Finding]:
    yield from ids((at, criterion.id) for at, criterion in tender.walk)
    if tender.prices:
        yield from ids((f"/prices/lines/{number}", line.id) for number, line in enumerate(tender.prices.lines))
    yield from ids((f"/discounts/{number}", discount.id) for number, discount in enumerate(tender.discounts))
    yield from measured.basket(tender)
    yield from compared.findings(tender)
    yield from ids((f"/requirements/{number}", asked.id) for number, asked in enumerate(tender.requirements))


def _assessable(tender: Tender) -> Iterator[Finding]:
    """Yield what does not hold in a tender without lots, or in what counts for one."""
    yield from weights(tender)
    for at, leaf in tender.leaves:
        yield from _indicator(tender, leaf.indicator, f"{at}/indicator")
        if isinstance(leaf.indicator, Judgement):
            yield from judged(leaf, leaf.indicator, f"{at}/indicator")
        wrong = [*_scale(leaf, f"{at}/scale"), *answers(leaf.indicator, f"{at}/indicator")]
        yield from wrong or otherwise(leaf, f"{at}/indicator")
    for at, cost in tender.costs:
        yield from _indicator(tender, cost.cost, f"{at}/cost")
        yield from costs.findings(tender.award, cost, at)
    yield from costs.of_method(tender)
    for at, criterion in tender.walk:
        if not isinstance(criterion, Cost):
            yield from _threshold(criterion, at)
            yield from _rescaling(criterion, at)
    yield from _disclosures(tender)
    yield from rejection(tender)
    yield from ceiling(tender)
    yield from ties(tender)
    yield from stages(tender)
    yield from triggers(tender)


def _indicator(tender: Tender, indicator: Indicator, at: str) -> Iterator[Finding]:
    if isinstance(indicator, Price) and not tender.lines:
        yield Finding("price-without-lines", at, shown("price"))
    known = [discount.id for discount in tender.discounts]
    if isinstance(indicator, Discount) and indicator.of not in known:
        yield Finding("unknown-discount", f"{at}/of", shown(indicator.of), (("slip", nearest(indicator.of, known)),))
    yield from measured.findings(tender, indicator, at)


def _scale(leaf: Leaf, at: str) -> Iterator[Finding]:
    gives = measure(leaf.indicator, at, leaf.id, Basis()).gives
    if gives not in takes(leaf.scale):
        if gives == "level" and isinstance(leaf.indicator, Judgement):
            yield Finding("levels-without-allowed", at, shown(leaf.scale.kind))
            return
        if isinstance(leaf.scale, BilinearAtMean | Concave) and _would_fit(leaf.scale, gives):
            found = shown(leaf.scale.ceiling and leaf.scale.ceiling.text)
            yield Finding("ceiling-of-scale", f"{at}/ceiling", found, (("scale", leaf.scale.kind),))
            return
        data = (
            ("scale", leaf.scale.kind),
            ("takes", either(map(Term, takes(leaf.scale)))),
            ("indicator", leaf.indicator.kind),
            ("gives", Term(gives)),
        )
        yield Finding("scale-does-not-fit", at, shown(leaf.scale.kind), data)
    else:
        if isinstance(leaf.scale, BilinearAtMean | Concave | PowerOfReference | RatioToBest) and _below_zero(leaf):
            yield Finding("below-zero-relative", f"{at}/kind", shown(leaf.scale.kind), (("scale", leaf.scale.kind),))
        yield from quantities(leaf.scale, gives, at)


def _would_fit(scale: BilinearAtMean | Concave, gives: str) -> bool:
    """Tell whether only a ceiling stands between a scale and what an indicator gives."""
    if scale.ceiling is None:
        return gives == "amount"
    return gives in takes(scale.model_copy(update={"ceiling": None}))


def _below_zero(leaf: Leaf) -> bool:
    """Tell whether a measured value may be below 0."""
    match leaf.indicator:
        case Judgement(allowed=allowed):
            return allowed is not None and lowest(allowed) < 0
        case Answer(least=least):
            return least is not None and least.value < 0
        case EnvironmentalCost(below_zero=below_zero):
            return below_zero == "allowed"
        case _:
            return False


def _threshold(criterion: Leaf | Group, at: str) -> Iterator[Finding]:
    if criterion.threshold is None:
        return
    yield from _stated(criterion.threshold, f"{at}/threshold")
    if criterion.threshold.on == "raw" and raw_depends_on_others(criterion):
        yield Finding("threshold-relative", f"{at}/threshold/on", shown("raw"))
    weight, least = earnable(criterion), criterion.threshold.at_least
    weighed = next(_leaves(criterion)).weight.measures
    if least and least.measures == weighed and least.value > weight:
        data = (("weight", written(weight, least)),)
        yield Finding("threshold-above-weight", f"{at}/threshold/at_least", shown(least.text), data)


def _rescaling(criterion: Leaf | Group, at: str) -> Iterator[Finding]:
    if isinstance(criterion, Group) and criterion.rescale:
        below = [leaf.id for leaf in _leaves(criterion) if _goes_below_zero(leaf)]
        if below:
            yield Finding("rescale-below-zero", f"{at}/rescale", shown(criterion.rescale), (("ids", ", ".join(below)),))


def _stated(threshold: Threshold, at: str) -> Iterator[Finding]:
    """Yield what a threshold leaves open: what it tests, or what becomes of equal bids."""
    if threshold.at_least is None and threshold.max_pass is None:
        yield Finding("threshold-empty", at, shown(None))
    if threshold.max_pass and threshold.equal is None:
        yield Finding("equal-missing", f"{at}/equal", shown(None))
    if threshold.equal and threshold.max_pass is None:
        yield Finding("equal-without-max-pass", f"{at}/equal", shown(threshold.equal))


def _goes_below_zero(leaf: Leaf) -> bool:
    least = traits(leaf.scale).least
    return least is None or least < 0


def _leaves(criterion: Leaf | Group) -> Iterator[Leaf]:
    if isinstance(criterion, Leaf):
        yield criterion
    else:
        for member in criterion.criteria:
            yield from _leaves(member)


def _disclosures(tender: Tender) -> Iterator[Finding]:
    rules = tender.disclosure
    for name, rule in (("bidder", rules.bidder), ("public", rules.public)) if rules else ():
        if rule and nameless_reasons(rule.releases):
            yield Finding("reasons-without-name", f"/disclosure/{name}/releases", shown([*rule.releases]))


def _lots(tender: Tender) -> Iterator[Finding]:
    yield from ids((f"/lots/{number}", lot.id) for number, lot in enumerate(tender.lots))
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
