"""Whether bids answer the tender: what is written wrongly in them, and what is missing for the stages they reach."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

import attrs

from circular_tender.assess import claimed
from circular_tender.assess.judged import row, unknown
from circular_tender.bids import Bid, Part, Product, Withheld
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import Answer, Choice, Discount, Indicator, Price, ResidualValue, claims
from circular_tender.rules import Json
from circular_tender.scales import Levels, PublishedLevels
from circular_tender.tender import RECEIVED, Cost, Group, Leaf, Tender, written_as
from circular_tender.tender import unit as unit_differs


@attrs.frozen
class Asked:
    """What a tender asks of every bid, or of those that reach some stages of it, read off it once.

    What may stand in a bid is what the whole tender asks: a bid may be on several lots.
    """

    tender: Tender
    lines: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    prices: bool
    discounts: tuple[str, ...]
    products: bool
    answers: tuple[Leaf | Cost, ...]

    def of_products(self, bid: Bid) -> Iterator[tuple[int, Product]]:
        """Yield the products of a bid with their positions; in a lot, those for its lines."""
        for number, product in enumerate(bid.products):
            if self.tender.lot is None or product.line in self.lines:
                yield number, product

    def measured(self, bid: Bid) -> Iterator[tuple[int, Product]]:
        """Yield those of them that are measured: with a reference basket, those for its lines."""
        return ((n, product) for n, product in self.of_products(bid) if product.line in self.tender.measured_lines)

    def parts(self, bid: Bid) -> Iterator[tuple[str, Part]]:
        """Yield the parts of these products with their pointers."""
        for number, product in self.of_products(bid):
            for position, part in enumerate(product.parts):
                yield f"/products/{number}/parts/{position}", part

    @classmethod
    def by(cls, tender: Tender, criteria: Collection[str] | None = None) -> "Asked":
        """Return what this tender asks, for these of its criteria or for all."""
        every = [criterion for _, criterion in tender.walk if not isinstance(criterion, Group)]
        leaves = [criterion for criterion in every if criteria is None or criterion.id in criteria]
        indicators = tuple(criterion.indicator for criterion in leaves)
        return cls(
            tender,
            tender.lines,
            indicators,
            any(isinstance(i, Price) or (isinstance(i, ResidualValue) and i.needs_prices) for i in indicators),
            tuple(indicator.of for indicator in indicators if isinstance(indicator, Discount)),
            any(claims(indicator).of_products for indicator in indicators),
            tuple(leaf for leaf in leaves if isinstance(leaf.indicator, Answer | Choice)),
        )


def findings(asked: Asked, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield what is wrong in a bid, whichever stages it reaches; `held` is what it says after the decisions."""
    if bid.tender != asked.tender.reference:
        yield Finding("other-tender", "/tender", shown(bid.tender), (("expected", asked.tender.reference),))
    if bid.received is None and (asked.tender.deadline or RECEIVED in asked.tender.award.ties):
        yield Finding("received-missing", "/received", shown(None))
    whole = asked.tender.whole
    yield from unknown("unknown-lot", "/lots", bid.lots, [lot.id for lot in whole.lots])
    yield from _requirements(asked.tender, bid)
    yield from unknown("unknown-line", "/prices", bid.prices, whole.lines)
    yield from unknown("unknown-bid-discount", "/discounts", bid.discounts, [offered.id for offered in whole.discounts])
    if asked.products:
        yield from _products(whole.lines, bid)
    yield from _answers(asked, bid)
    for_each = (
        claimed.findings(asked.tender, indicator, asked.parts(bid), asked.of_products(bid), bid, held)
        for indicator in asked.indicators
    )
    yield from _once(for_each)


def missing(asked: Asked, bid: Bid) -> Iterator[Finding]:
    """Yield what a bid does not say of what these stages need; before it reaches them, that may be unopened."""
    if asked.prices:
        yield from _missing("price-missing", "/prices", bid.prices, asked.lines)
    yield from _missing("discount-missing", "/discounts", bid.discounts, asked.discounts)
    if asked.products:
        covered = {product.line for product in bid.products}
        for line in asked.tender.measured_lines:
            if line not in covered:
                yield Finding("product-missing", "/products", shown(None), (("key", line),))
    yield from _missing("answer-missing", "/answers", bid.answers, (leaf.id for leaf in asked.answers))
    yield from _once(_unclaimed(asked, indicator, bid) for indicator in asked.indicators)


def _once(for_each: Iterable[Iterable[Finding]]) -> Iterator[Finding]:
    """Yield what was found for each criterion, but once what several of them find."""
    yield from dict.fromkeys(chain.from_iterable(for_each))


def _unclaimed(asked: Asked, indicator: Indicator, bid: Bid) -> Iterator[Finding]:
    """Yield the claims on which a bid is silent; that there is none, it must say."""
    needed = claims(indicator)
    for number, product in asked.measured(bid):
        for key in needed.products:
            yield from _silent(key, f"/products/{number}", product.model_fields_set)
        for position, part in enumerate(product.parts):
            for key in needed.parts:
                yield from _silent(key, f"/products/{number}/parts/{position}", part.model_fields_set)
    for key in needed.bid:
        yield from _silent(key, "", bid.model_fields_set)
    yield from claimed.untold(asked.tender, indicator, bid)


def _silent(key: str, at: str, told: Collection[str]) -> Iterator[Finding]:
    if key not in told:
        yield Finding("answer-missing", f"{at}/{key}", shown(None), (("key", key),))


def late(tender: Tender, bid: Bid) -> bool:
    """Tell whether a bid was received after the last admissible instant."""
    return bool(tender.deadline and bid.received and bid.received.moment > tender.deadline.moment)


def _requirements(tender: Tender, bid: Bid) -> Iterator[Finding]:
    """Yield requirements that the tender does not have, and those of which it asks a proof and the bid is silent."""
    known = [requirement.id for requirement in tender.whole.requirements]
    yield from unknown("unknown-requirement", "/requirements", bid.requirements, known)
    asked = [requirement.id for requirement in tender.requirements if requirement.evidence]
    yield from _missing("answer-missing", "/requirements", bid.requirements, asked)


def _missing(code: str, at: str, given: Mapping[str, object], asked: Iterable[str]) -> Iterator[Finding]:
    for name in asked:
        if name not in given:
            yield Finding(code, f"{at}/{name}", shown(None), (("key", name),))


def _products(lines: tuple[str, ...], bid: Bid) -> Iterator[Finding]:
    for number, product in enumerate(bid.products):
        if product.line not in lines:
            slip = (("slip", nearest(product.line, lines)),)
            yield Finding("unknown-line", f"/products/{number}/line", shown(product.line), slip)


def _answers(asked: Asked, bid: Bid) -> Iterator[Finding]:
    known = [name for name, _, indicator in asked.tender.whole.asked if isinstance(indicator, Answer | Choice)]
    yield from unknown("unknown-answer", "/answers", bid.answers, known)
    for leaf in asked.answers:
        answer = bid.answers.get(leaf.id)
        if answer is not None and not isinstance(answer.value, Withheld):
            yield from _answer(leaf, answer.value, f"/answers/{leaf.id}/value")


def _answer(leaf: Leaf | Cost, value: Quantity | str, at: str) -> Iterator[Finding]:
    match leaf.indicator, leaf.scale if isinstance(leaf, Leaf) else None, value:
        case Choice(), Levels(levels=levels) | PublishedLevels(levels=levels), _:
            name = value if isinstance(value, str) else value.text
            if name not in levels:
                yield row("unknown-level", at, name, list(levels))
        case Answer(asks=asks), _, Quantity():
            if value.measures != written_as(asks):
                yield unit_differs(at, value, written_as(asks))
            else:
                yield from _bounds(leaf.indicator, value, at)
        case _:
            yield Finding("number-form", at, shown(value))


def _bounds(asked: Answer, value: Quantity, at: str) -> Iterator[Finding]:
    if asked.least is None and value.value < 0:
        yield Finding("below-zero", at, shown(value.text))
    least, greatest = asked.least, asked.greatest
    if (least and value.value < least.value) or (greatest and value.value > greatest.value):
        named = {name: bound.text for name, bound in (("least", least), ("greatest", greatest)) if bound}
        code = "from-to" if least and greatest else "from" if least else "to"
        yield Finding("answer-outside", at, shown(value.text), (("bounds", Term.of(code, **named)),))
