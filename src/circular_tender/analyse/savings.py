"""What bids save against a baseline that the tender names. A report: no rule of the tender reads anything of it."""

from collections.abc import Iterator
from functools import partial

import attrs

from circular_tender.analyse.balance import Balance, Names
from circular_tender.analyse.beside import OF_BID, Against, Comparison, Line
from circular_tender.analyse.factors import PRIMARY, RECYCLED, REUSED
from circular_tender.analyse.saved import BidSavings, Coverage, Figure, Life, Savings, Unquantified
from circular_tender.analyse.unquantified import of_baseline, of_product
from circular_tender.assess.amended import Amended, amend, origin_of
from circular_tender.assessment import Assessment
from circular_tender.bids import Bid
from circular_tender.errors import InvalidDocuments, Problem, nearest, shown
from circular_tender.formulas import flows
from circular_tender.formulas import savings as formulas
from circular_tender.indicators import counts
from circular_tender.rules import Evaluation, Expression, Fact, Facts, apply, pointer
from circular_tender.tender import Baseline, Tender, facts_of, facts_of_bid
from circular_tender.tender import Savings as Said

_AT = "/savings"


def savings(assessment: Assessment, baseline: str) -> Savings:
    """Return what each ranked bid saves against a baseline of this id that the tender states.

    Virgin material and waste avoided, what stays in use (kg) and emissions avoided (kg CO2-eq), over all pieces that
    are ordered, or those of the reference basket; by proven claims, and apart by those that are only claimed. Nothing
    of it earns points. Raises `InvalidDocuments` where the tender states no such baseline.
    """
    said, compared = _baseline(assessment.tender, baseline)
    amended = amend(assessment.bids, assessment.judgements, assessment.decisions)
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    held = {bid.id: bid for bid in amended.bids}
    against = _against(assessment.tender, said, baseline, compared, amended)
    return Savings(
        assessment,
        baseline,
        compared,
        (PRIMARY, RECYCLED, REUSED),
        tuple(_of_bid(against, held[bid]) for bid in ranked),
        tuple(of_baseline(said, against.products, against.at)),
        tuple(bid.id for bid in assessment.bids if bid.id not in ranked),
    )


def _baseline(tender: Tender, name: str) -> tuple[Said, Baseline]:
    said, origin = tender.savings, origin_of(tender.whole, "tender")
    if said is None:
        raise InvalidDocuments([Problem("no-savings", origin.place(_AT), shown(None))])
    if name not in said.baselines:
        data = (("slip", nearest(name, said.baselines)),)
        raise InvalidDocuments([Problem("no-such-baseline", origin.place(f"{_AT}/baselines"), shown(name), data)])
    return said, said.baselines[name]


def _against(tender: Tender, said: Said, name: str, baseline: Baseline, amended: Amended) -> Against:
    plain = {bid.id: facts_of_bid(tender, amended.plain[bid.name]) for bid in amended.bids}
    facts = Facts(facts_of(tender), amended.plain["judgements"], plain, amended.decided)
    named = {part.material_group for bid in amended.bids for product in bid.products for part in product.parts}
    named |= {part.material_group for product in baseline.products.values() for part in product.parts}
    names = Names.of(said, {group for group in named if group})
    return Against(tender, said, _AT + pointer("baselines", name), baseline, names, Evaluation(facts))


def _of_bid(against: Against, bid: Bid) -> BidSavings:
    """Return what a bid saves."""
    found = {product.line: position for position, product in enumerate(bid.products)}
    lines = tuple(_line(against, bid, line, found[line]) for line in against.products if line in found)
    every = Comparison(against, bid.id, lines)
    emitted, uncertain = _emitted(every)
    beside = [*_missing(against, bid, found), *uncertain]
    for line in lines:
        beside += of_product(against.said, bid.products[line.position], bid.name, pointer("products", line.position))
    if not lines:
        return BidSavings(bid.id, (), (), (), (), tuple(beside))
    return BidSavings(
        bid.id,
        tuple(line.name for line in lines),
        tuple(_figures(every, emitted)),
        tuple(_coverage(every, emitted)),
        tuple(_lives(every, bid)),
        tuple(beside),
    )


def _line(against: Against, bid: Bid, line: str, position: int) -> Line:
    at, own = against.at + pointer("products", line), pointer("products", position)
    same = apply(formulas.same_life)
    proven, claimed = _life(against, bid, line, position) or (same, same)
    return Line(
        line,
        position,
        Balance(against.names, "tender", at, None, same),
        Balance(against.names, "bid", own, against.asked, proven),
        Balance(against.names, "bid", own, None, claimed),
    )


def _life(against: Against, bid: Bid, line: str, position: int) -> tuple[Expression, Expression] | None:
    """Return how long a product lasts against the baseline, as proven and as claimed; None where not both say so."""
    if against.products[line].lifetime is None or bid.products[position].use is None:
        return None
    use = pointer("products", position, "use")
    average = Fact("tender", against.at + pointer("products", line, "lifetime"))
    life = apply(flows.utility_of_lifetime, lifetime=Fact("bid", f"{use}/lifetime"), average=average)
    return apply(formulas.proven_life, life=life, counts=counts(against.asked, use)), life


def _emitted(every: Comparison) -> tuple[Comparison, list[Unquantified]]:
    """Return the lines of which emissions are compared: no more of the bid than of the baseline is without a factor.

    Otherwise a bid would save the more the less is known of it.
    """
    lines: list[Line] = []
    uncertain: list[Unquantified] = []
    for line in every.lines:
        own, other = (every.cell(balance.without_factor) for balance in (line.proven, line.baseline))
        if own.number <= other.number:
            lines.append(line)
        else:
            at = pointer("products", line.position)
            uncertain.append(Unquantified("less_known", f"bid {every.bid}", at, line.name, (own, other)))
    return attrs.evolve(every, lines=tuple(lines)), uncertain


def _figures(every: Comparison, emitted: Comparison) -> Iterator[Figure]:
    yield every.figure("virgin_avoided", formulas.avoided, lambda balance: balance.virgin)
    yield every.figure("waste_avoided", formulas.avoided, lambda balance: balance.waste)
    yield every.figure("kept_in_use", formulas.gained, lambda balance: balance.kept)
    if emitted.lines:
        yield emitted.figure("co2e_avoided", formulas.avoided, lambda balance: balance.emissions)


def _coverage(every: Comparison, emitted: Comparison) -> Iterator[Coverage]:
    """Yield how much of the mass of all lines is known; a factor counts where the line's emissions are compared."""
    claims = partial(every.coverage, every, whole=lambda balance: balance.mass, sides=OF_BID)
    yield claims("mass_with_feedstock", lambda balance: balance.claimed("feedstock"))
    yield claims("mass_with_destination", lambda balance: balance.claimed("end_of_life"))
    if emitted.lines:
        factors = partial(emitted.coverage, every)
        yield factors("mass_with_factor", lambda balance: balance.with_factor, lambda balance: balance.mass)
        yield factors(
            "recycled_with_factor", lambda balance: balance.recycled_with_factor, lambda balance: balance.recycled
        )


def _lives(every: Comparison, bid: Bid) -> Iterator[Life]:
    for line in every.lines:
        if lives := _life(every.against, bid, line.name, line.position):
            yield Life(line.name, *map(every.cell, lives))


def _missing(against: Against, bid: Bid, found: dict[str, int]) -> Iterator[Unquantified]:
    """Yield the lines that are not compared, and the lifetimes that only one side states."""
    for line in against.lines:
        at = against.at + pointer("products", line)
        if line not in against.products:
            yield Unquantified("no_baseline", "tender", at, line)
        elif line not in found:
            yield Unquantified("no_product", bid.name, "/products", line)
        elif against.products[line].lifetime is None and bid.products[found[line]].use is not None:
            yield Unquantified("no_lifetime", "tender", f"{at}/lifetime", line)
        elif against.products[line].lifetime is not None and bid.products[found[line]].use is None:
            yield Unquantified("no_lifetime", bid.name, pointer("products", found[line], "use"), line)
