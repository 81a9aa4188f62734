"""Whether bids answer the tender: what is written wrongly in them, and what is missing for the stages they reach."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import assert_never

import attrs

from circular_tender.assess.judged import row, rows, unknown
from circular_tender.bids import Bid, Part, Product, Withheld
from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import (
    REFUSED,
    Answer,
    Choice,
    Discount,
    GuaranteedLifetime,
    Indicator,
    Judgement,
    MaterialPassport,
    Price,
    RecycledContent,
    ReuseAtEndOfLife,
)
from circular_tender.indicators import TakeBack as TakeBackIndicator
from circular_tender.rules import Json, resolve
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
            any(isinstance(indicator, Price) for indicator in indicators),
            tuple(indicator.of for indicator in indicators if isinstance(indicator, Discount)),
            any(
                isinstance(i, ReuseAtEndOfLife | RecycledContent | MaterialPassport | GuaranteedLifetime)
                for i in indicators
            ),
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
    for indicator in asked.indicators:
        yield from _claims(asked, indicator, bid, held)


def missing(asked: Asked, bid: Bid) -> Iterator[Finding]:
    """Yield what a bid does not say of what these stages need; before it reaches them, that may be unopened."""
    if asked.prices:
        yield from _missing("price-missing", "/prices", bid.prices, asked.lines)
    yield from _missing("discount-missing", "/discounts", bid.discounts, asked.discounts)
    if asked.products:
        covered = {product.line for product in bid.products}
        for line in asked.lines:
            if line not in covered:
                yield Finding("product-missing", "/products", shown(None), (("key", line),))
    yield from _missing("answer-missing", "/answers", bid.answers, (leaf.id for leaf in asked.answers))
    for indicator in asked.indicators:
        yield from _unclaimed(asked, indicator, bid)


def _unclaimed(asked: Asked, indicator: Indicator, bid: Bid) -> Iterator[Finding]:
    """Yield the claims on which a bid is silent; that there is none, it must say."""
    match indicator:
        case RecycledContent():
            for at, part in asked.parts(bid):
                yield from _silent("feedstock", at, part.model_fields_set)
        case GuaranteedLifetime():
            for number, product in asked.of_products(bid):
                yield from _silent("guarantee", f"/products/{number}", product.model_fields_set)
        case TakeBackIndicator():
            yield from _silent("take_back", "", bid.model_fields_set)
        case Price() | Discount() | Judgement() | Answer() | Choice() | ReuseAtEndOfLife() | MaterialPassport():
            pass
        case _:
            assert_never(indicator)


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


def _claims(asked: Asked, indicator: Indicator, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield what a bid claims in other words than the tender's tables have."""
    match indicator:
        case ReuseAtEndOfLife():
            yield from _destinations(indicator, asked.parts(bid))
        case RecycledContent():
            yield from _feedstock(indicator, asked.parts(bid))
        case MaterialPassport():
            yield from dict.fromkeys(_verification(indicator, asked, bid, held))
        case TakeBackIndicator():
            yield from _take_back(indicator, bid)
        case Price() | Discount() | Judgement() | Answer() | Choice() | GuaranteedLifetime():
            pass
        case _:
            assert_never(indicator)


def _missing(code: str, at: str, given: Mapping[str, object], asked: Iterable[str]) -> Iterator[Finding]:
    for name in asked:
        if name not in given:
            yield Finding(code, f"{at}/{name}", shown(None), (("key", name),))


def _products(lines: tuple[str, ...], bid: Bid) -> Iterator[Finding]:
    for number, product in enumerate(bid.products):
        if product.line not in lines:
            slip = (("slip", nearest(product.line, lines)),)
            yield Finding("unknown-line", f"/products/{number}/line", shown(product.line), slip)


def _destinations(indicator: ReuseAtEndOfLife, parts: Iterable[tuple[str, Part]]) -> Iterator[Finding]:
    known = list(indicator.destinations)
    for at, part in parts:
        if part.end_of_life:
            here = f"{at}/end_of_life/destinations"
            yield from rows("unknown-destination", here, part.end_of_life.destinations, known)


def _feedstock(indicator: RecycledContent, parts: Iterable[tuple[str, Part]]) -> Iterator[Finding]:
    known = list(indicator.feedstock)
    for at, part in parts:
        if part.feedstock:
            yield from rows("unknown-feedstock", f"{at}/feedstock/shares", part.feedstock.shares, known)


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


def _verification(indicator: MaterialPassport, asked: Asked, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield the passports whose proof is of a kind that the tender's table does not have, as it is or as it counts."""
    known = list(indicator.verification)
    for at, part in asked.parts(bid):
        if part.passport and (name := part.passport.evidence):
            own, kind = bid.evidence[name].kind, str(resolve(held, ("evidence", name, "kind")))
            if kind not in (*known, REFUSED):
                here = f"{at}/passport/evidence" if kind == own else f"/evidence/{name}/kind"
                yield row("unknown-row", here, kind, known)


def _take_back(indicator: TakeBackIndicator, bid: Bid) -> Iterator[Finding]:
    if bid.take_back is None:
        return
    if bid.take_back.cost not in indicator.cost:
        yield row("unknown-row", "/take_back/cost", bid.take_back.cost, [*indicator.cost])
    if bid.take_back.guarantee not in indicator.guarantee:
        yield row("unknown-row", "/take_back/guarantee", bid.take_back.guarantee, [*indicator.guarantee])
