"""About which prices must be asked: the triggers of the tender, on bids as they stood before any left for its price."""

from collections.abc import Collection, Iterator, Mapping

import attrs

from circular_tender.assess import answered
from circular_tender.assess.amended import Amended
from circular_tender.assess.ranking import ranking, totals
from circular_tender.assess.stages import Walk, walk
from circular_tender.assessment import Decided, Question, Rejection, Standing
from circular_tender.award import Rules, StageRule, counts
from circular_tender.award.low import FourFifths, Pointed, Prozorro, Raised, Ranked, Stand, Trigger, raised
from circular_tender.bids import Bid, Decisions, LowPrice
from circular_tender.errors import InvalidDocuments, UndefinedResult
from circular_tender.indicators import Price
from circular_tender.rules import Evaluation, Expression, Fact
from circular_tender.tender import Cost, Tender, rules_of


@attrs.frozen
class Before:
    """What was assessed: the walk and the ranking as they hold, and the grounds of every rejection."""

    tender: Tender
    documents: Amended
    evaluation: Evaluation
    walked: Walk
    ranked: tuple[Standing, ...]
    rejected: Mapping[str, tuple[Rejection, ...]]

    @property
    def rules(self) -> Rules:
        """The rules of the tender."""
        return rules_of(self.tender)

    @property
    def left_for_price(self) -> tuple[Bid, ...]:
        """The bids that nothing but a conclusion on their price rejected."""
        return tuple(bid for bid in self.documents.bids if _for_price_alone(self.rejected.get(bid.id, ())))

    def order(self, bids: Collection[str]) -> tuple[str, ...]:
        """Return bids in the order in which they were received."""
        return tuple(bid.id for bid in self.documents.bids if bid.id in bids)

    def has(self, bid: Bid, below: str, *expressions: Expression) -> bool:
        """Tell whether a bid says what these expressions read, and nothing wrong below this pointer."""
        asked = answered.Asked.by(self.tender)
        found = [*answered.findings(asked, bid, self.documents.plain[bid.name]), *answered.missing(asked, bid)]
        if any(finding.pointer.startswith(below) for finding in found):
            return False
        try:
            for expression in expressions:
                self.evaluation.single(expression, bid.id)
        except (InvalidDocuments, UndefinedResult):
            return False
        return True


def questions(before: Before, decisions: Decisions | None) -> tuple[Question, ...]:
    """Return what the triggers of the tender ask, each with what the log concluded; trigger by trigger."""
    concluded = {
        decision.bid: (position, decision)
        for position, decision in (decisions.entries if decisions else ())
        if isinstance(decision, LowPrice)
    }
    return tuple(
        Question(one.bid, number, trigger.kind, one.checks, one.asked, *concluded.get(one.bid, (None, None)))
        for number, trigger in enumerate(before.tender.abnormally_low)
        for one in _raised(trigger, number, before)
    )


def _raised(trigger: Trigger, number: int, before: Before) -> Iterator[Raised]:
    price = _price(before)
    priced = [bid.id for bid in before.left_for_price if price and before.has(bid, "/prices", price)]
    stand = Stand(before.evaluation, price, before.order({*before.walked.remaining, *priced}))
    match trigger:
        case Prozorro():
            stand = attrs.evolve(stand, rankings=tuple(_rankings(before)))
        case FourFifths():
            stand = attrs.evolve(stand, scored=tuple(_scored(trigger, before)))
        case _:
            pass
    return raised(trigger, f"/abnormally_low/{number}", stand)


def _price(before: Before) -> Expression | None:
    """Return how the price of a bid is measured; None where no criterion does."""
    priced = (name for name, _, indicator in before.tender.asked if isinstance(indicator, Price))
    return next((dict(before.rules.of(name).for_each_bid)["measured"] for name in priced), None)


def _rankings(before: Before) -> Iterator[Ranked]:
    """Yield the rankings in which a bid came first that then left for its price, and the one that holds."""
    left = _assessable(before)
    while left:
        walked = _walked(before, left)
        if walked is None or not walked.remaining:
            break
        standings = ranking(before.rules, walked, totals(before.rules, walked, before.evaluation))
        gone = tuple(bid for bid in standings[0].bids if bid in left)
        if not gone:
            break
        yield Ranked(gone, _flat(standings))
        left -= {*gone}
    if before.ranked:
        yield Ranked(before.ranked[0].bids, _flat(before.ranked))


def _flat(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    return tuple(bid for standing in standings for bid in standing.bids)


def _scored(trigger: FourFifths, before: Before) -> Iterator[tuple[str, tuple[Pointed, ...]]]:
    """Yield each bid with its points; one that left for its price with those that it would have had."""
    left = _assessable(before)
    walked = _walked(before, left) if left else None
    scored: dict[str, tuple[Pointed, ...]] = {}
    for done, bids in ((before.walked, before.walked.remaining), (walked, left)):
        counted = [bid for bid in bids if done and bid in done.remaining]
        scored |= dict.fromkeys(counted, tuple(_pointed(trigger, before, done)) if done and counted else ())
    yield from ((bid, scored[bid]) for bid in before.order(scored))


def _pointed(trigger: FourFifths, before: Before, walked: Walk) -> Iterator[Pointed]:
    named = {trigger.price, *trigger.others}
    for at, criterion in before.tender.walk:
        if criterion.id in named and not isinstance(criterion, Cost):
            key = ("points", criterion.id)
            points, bids = next((node, s.bids) for s in walked.stages for found, node in s.columns if found == key)
            yield Pointed(criterion.id, points, bids, tuple(_weights(before.tender, at)))


def _weights(tender: Tender, above: str) -> Iterator[tuple[str, Expression]]:
    """Yield the weights of the leaves of the criterion that stands at this pointer."""
    for at, leaf in tender.leaves:
        if f"{at}/".startswith(f"{above}/"):
            yield leaf.id, Fact("tender", f"{at}/weight", unit=counts(tender.award))


def _assessable(before: Before) -> set[str]:
    """Return the bids that left for their price alone, and answer everything that the tender asks."""
    asked = [expression for rule in before.rules.criteria for _, expression in rule.for_each_bid]
    return {bid.id for bid in before.left_for_price if before.has(bid, "", *asked)}


def _walked(before: Before, left: Collection[str]) -> Walk | None:
    """Return the stages as they would have been with these bids too; None where a formula then has no value."""
    admitted = {bid for bid, _ in before.walked.taken}
    try:
        return walk(before.rules, before.evaluation, before.order({*admitted, *left}), _unasked)
    except UndefinedResult:
        return None


def _unasked(_stage: StageRule, _bids: tuple[str, ...]) -> None:
    """Ask nothing of the bids that reach a stage: they were found to answer everything."""


def _for_price_alone(grounds: tuple[Rejection, ...]) -> bool:
    return bool(grounds) and all(isinstance(g, Decided) and isinstance(g.decision, LowPrice) for g in grounds)
