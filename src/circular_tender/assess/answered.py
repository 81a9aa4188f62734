"""Whether bids answer the tender: everything that must be known of them before a score can come into being."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

import attrs

from circular_tender.assess.judged import row, rows, unknown
from circular_tender.bids import Bid, Part, Withheld
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
from circular_tender.scales import Levels
from circular_tender.tender import RECEIVED, Cost, Group, Leaf, Tender, written_as
from circular_tender.tender import unit as unit_differs


@attrs.frozen
class Asked:
    """What a tender asks of every bid, read off it once."""

    tender: Tender
    lines: tuple[str, ...]
    offered: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    prices: bool
    discounts: tuple[str, ...]
    products: bool
    answers: tuple[Leaf | Cost, ...]

    @classmethod
    def by(cls, tender: Tender) -> "Asked":
        """Return what this tender asks."""
        indicators = tuple(indicator for _, _, indicator in tender.asked)
        return cls(
            tender,
            tender.lines,
            tuple(discount.id for discount in tender.discounts),
            indicators,
            any(isinstance(indicator, Price) for indicator in indicators),
            tuple(indicator.of for indicator in indicators if isinstance(indicator, Discount)),
            any(
                isinstance(i, ReuseAtEndOfLife | RecycledContent | MaterialPassport | GuaranteedLifetime)
                for i in indicators
            ),
            tuple(
                criterion
                for _, criterion in tender.walk
                if not isinstance(criterion, Group) and isinstance(criterion.indicator, Answer | Choice)
            ),
        )


def findings(asked: Asked, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield everything in a bid that does not answer the tender; `held` is what it says after the decisions."""
    if bid.tender != asked.tender.reference:
        yield Finding("other-tender", "/tender", shown(bid.tender), (("expected", asked.tender.reference),))
    if bid.received is None and (asked.tender.deadline or RECEIVED in asked.tender.award.ties):
        yield Finding("received-missing", "/received", shown(None))
    yield from unknown("unknown-lot", "/lots", bid.lots, [lot.id for lot in asked.tender.lots])
    yield from _requirements(asked.tender, bid)
    yield from unknown("unknown-line", "/prices", bid.prices, asked.lines)
    yield from unknown("unknown-bid-discount", "/discounts", bid.discounts, asked.offered)
    if asked.prices:
        yield from _missing("price-missing", "/prices", bid.prices, asked.lines)
    yield from _missing("discount-missing", "/discounts", bid.discounts, asked.discounts)
    if asked.products:
        yield from _products(asked.lines, bid)
    yield from _answers(asked.answers, bid)
    for indicator in asked.indicators:
        yield from _claims(indicator, bid, held)


def _requirements(tender: Tender, bid: Bid) -> Iterator[Finding]:
    """Yield requirements that the tender does not have, and those of which it asks a proof and the bid is silent."""
    yield from unknown("unknown-requirement", "/requirements", bid.requirements, [r.id for r in tender.requirements])
    asked = [requirement.id for requirement in tender.requirements if requirement.evidence]
    yield from _missing("answer-missing", "/requirements", bid.requirements, asked)


def _claims(indicator: Indicator, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield what a bid does not claim, or claims in other words than the tender's tables have."""
    match indicator:
        case ReuseAtEndOfLife():
            yield from _destinations(indicator, bid)
        case RecycledContent():
            yield from _feedstock(indicator, bid)
        case GuaranteedLifetime():
            yield from _guarantees(bid)
        case MaterialPassport():
            yield from dict.fromkeys(_verification(indicator, bid, held))
        case TakeBackIndicator():
            yield from _take_back(indicator, bid)
        case Price() | Discount() | Judgement() | Answer() | Choice():
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
    covered = {product.line for product in bid.products}
    for line in lines:
        if line not in covered:
            yield Finding("product-missing", "/products", shown(None), (("key", line),))


def _parts(bid: Bid) -> Iterator[tuple[str, Part]]:
    for number, product in enumerate(bid.products):
        for position, part in enumerate(product.parts):
            yield f"/products/{number}/parts/{position}", part


def _destinations(indicator: ReuseAtEndOfLife, bid: Bid) -> Iterator[Finding]:
    known = list(indicator.destinations)
    for at, part in _parts(bid):
        if part.end_of_life:
            here = f"{at}/end_of_life/destinations"
            yield from rows("unknown-destination", here, part.end_of_life.destinations, known)


def _feedstock(indicator: RecycledContent, bid: Bid) -> Iterator[Finding]:
    known = list(indicator.feedstock)
    for at, part in _parts(bid):
        if "feedstock" not in part.model_fields_set:
            yield Finding("answer-missing", f"{at}/feedstock", shown(None), (("key", "feedstock"),))
        if part.feedstock:
            yield from rows("unknown-feedstock", f"{at}/feedstock/shares", part.feedstock.shares, known)


def _guarantees(bid: Bid) -> Iterator[Finding]:
    for number, product in enumerate(bid.products):
        if "guarantee" not in product.model_fields_set:
            at = f"/products/{number}/guarantee"
            yield Finding("answer-missing", at, shown(None), (("key", "guarantee"),))


def _answers(asked: tuple[Leaf | Cost, ...], bid: Bid) -> Iterator[Finding]:
    yield from unknown("unknown-answer", "/answers", bid.answers, [leaf.id for leaf in asked])
    for leaf in asked:
        at = f"/answers/{leaf.id}"
        if leaf.id not in bid.answers:
            yield Finding("answer-missing", at, shown(None), (("key", leaf.id),))
        elif (answer := bid.answers[leaf.id]) is not None and not isinstance(answer.value, Withheld):
            yield from _answer(leaf, answer.value, f"{at}/value")


def _answer(leaf: Leaf | Cost, value: Quantity | str, at: str) -> Iterator[Finding]:
    match leaf.indicator, leaf.scale if isinstance(leaf, Leaf) else None, value:
        case Choice(), Levels(levels=levels), _:
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


def _verification(indicator: MaterialPassport, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield the passports whose proof is of a kind that the tender's table does not have, as it is or as it counts."""
    known = list(indicator.verification)
    for at, part in _parts(bid):
        if part.passport and (name := part.passport.evidence):
            own, kind = bid.evidence[name].kind, str(resolve(held, ("evidence", name, "kind")))
            if kind not in (*known, REFUSED):
                here = f"{at}/passport/evidence" if kind == own else f"/evidence/{name}/kind"
                yield row("unknown-row", here, kind, known)


def _take_back(indicator: TakeBackIndicator, bid: Bid) -> Iterator[Finding]:
    if "take_back" not in bid.model_fields_set:
        yield Finding("answer-missing", "/take_back", shown(None), (("key", "take_back"),))
    if bid.take_back is None:
        return
    if bid.take_back.cost not in indicator.cost:
        yield row("unknown-row", "/take_back/cost", bid.take_back.cost, [*indicator.cost])
    if bid.take_back.guarantee not in indicator.guarantee:
        yield row("unknown-row", "/take_back/guarantee", bid.take_back.guarantee, [*indicator.guarantee])
