"""Who wins each lot, one lot after the other, where a bidder may not win them all. No ranking is changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from circular_tender.assessment import Assessment, LotAward, LotResult, PassedOver, Standing, first_of
from circular_tender.tender import Tender


@attrs.frozen
class Taken:
    """What bidders have of the lots that were awarded before: what each won, and what it may have won."""

    limit: int | None
    won: tuple[tuple[str, str], ...] = ()
    maybe: tuple[tuple[str, str], ...] = ()

    def lots(self, bidder: str) -> tuple[str, ...]:
        """Return the lots that a bidder won."""
        return tuple(lot for known, lot in self.won if known == bidder)

    def unsettled(self, bidder: str) -> tuple[str, ...]:
        """Return the lots that a bidder may have won, which is left open."""
        return tuple(lot for known, lot in self.maybe if known == bidder)

    def is_full(self, bidder: str) -> bool:
        """Tell whether a bidder may win no more."""
        return self.limit is not None and len(self.lots(bidder)) >= self.limit

    def may_be_full(self, bidder: str) -> bool:
        """Tell whether a bidder may win no more, if it won what is left open."""
        return self.limit is not None and len(self.lots(bidder)) + len(self.unsettled(bidder)) >= self.limit


def awards(tender: Tender, assessments: Sequence[Assessment]) -> tuple[LotAward, ...]:
    """Return who wins each lot, in the published order or else in that of the tender.

    A bidder that has won as many lots as it may is passed over, and the next in the ranking wins. Where it is open who
    wins an earlier lot, and that matters for a later one, the later one is open too.
    """
    limits, of_lots = tender.lot_limits, {assessment.lot: assessment for assessment in assessments}
    order = limits.order if limits and limits.order else tuple(lot.id for lot in tender.lots)
    taken = Taken(int(limits.awards.value) if limits and limits.awards else None)
    made: list[LotAward] = []
    for lot in order:
        award, maybe = _award(lot, of_lots[lot], taken)
        bidders = _bidders(of_lots[lot])
        won = tuple(dict.fromkeys((bidders[bid], lot) for bid in award.winners))
        open_to = tuple(dict.fromkeys((bidders[bid], lot) for bid in maybe if bidders[bid] not in dict(won)))
        taken = attrs.evolve(taken, won=taken.won + won, maybe=taken.maybe + open_to)
        made.append(award)
    return tuple(made)


def _award(lot: str, assessment: Assessment, taken: Taken) -> tuple[LotAward, tuple[str, ...]]:
    """Return the award of a lot, and the bids of which it is open whether they win it."""
    bidders, wanted = _bidders(assessment), assessment.wanted
    full = {bid for bid, bidder in bidders.items() if taken.is_full(bidder)}
    unsure = {bid for bid, bidder in bidders.items() if bid not in full and taken.may_be_full(bidder)}
    left = [*_left(assessment.ranking, full)]
    winners, tied = first_of(left, wanted), _tied(left, wanted)
    passed = [bid for bid in _reached(assessment.ranking, left, wanted) if bid in full]
    passed_over = tuple(PassedOver(bid, taken.lots(bidders[bid])) for bid in passed)
    if involved := [bid for bid in (*winners, *tied) if bid in unsure]:
        lots = tuple(dict.fromkeys(lot for bid in involved for lot in taken.unsettled(bidders[bid])))
        surely = [*_left(left, unsure)]  # who wins if all of whom it is open won before
        return LotAward(lot, (), passed_over, "open", lots), _reached(left, surely, wanted)
    return LotAward(lot, winners, passed_over, _result(assessment, left, winners, passed_over)), tied


def _result(
    assessment: Assessment, left: Sequence[Standing], winners: Sequence[str], passed_over: Sequence[PassedOver]
) -> LotResult:
    if not passed_over:
        return assessment.alone
    if not left:
        return "all_passed_over"
    if len(winners) == assessment.wanted:
        return "one_winner" if assessment.wanted == 1 else "several_winners"
    return "tie" if _tied(left, assessment.wanted) else "fewer_winners"


def _bidders(assessment: Assessment) -> Mapping[str, str]:
    return {result.bid.id: result.bid.bidder for result in assessment}


def _left(ranking: Sequence[Standing], out: Collection[str]) -> Iterator[Standing]:
    """Yield a ranking without some bids; the ranks stay."""
    for standing in ranking:
        if bids := tuple(bid for bid in standing.bids if bid not in out):
            yield Standing(standing.rank, bids)


def _tied(ranking: Sequence[Standing], wanted: int) -> tuple[str, ...]:
    """Return the bids that share a rank with less places left than there are bids."""
    found = len(first_of(ranking, wanted))
    behind = [bid for standing in ranking for bid in standing.bids][found:]
    if found == wanted or not behind:
        return ()
    return next(standing.bids for standing in ranking if behind[0] in standing.bids)


def _reached(ranking: Sequence[Standing], left: Sequence[Standing], wanted: int) -> tuple[str, ...]:
    """Return the bids of a ranking down to the last place that those who are left take; all where one stays empty."""
    winners, tied = first_of(left, wanted), _tied(left, wanted)
    is_full = len(winners) == wanted or bool(tied)
    last = max((standing.rank for standing in left if {*standing.bids} & {*winners, *tied}), default=0)
    return tuple(bid for standing in ranking if standing.rank <= last or not is_full for bid in standing.bids)
