"""How an assessment ended: the ranking, who wins, and which prices were asked about."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import attrs

from circular_tender.award.low import Check
from circular_tender.bids import LowPrice
from circular_tender.derivation import Node


@attrs.frozen
class Standing:
    """A rank and the bids that share it."""

    rank: int
    bids: tuple[str, ...]


def first_of(ranking: Sequence[Standing], wanted: int) -> tuple[str, ...]:
    """Return the first bids of a ranking, as many as are wanted; of bids that share a rank all or none."""
    found: tuple[str, ...] = ()
    for standing in ranking:
        if len(found) + len(standing.bids) > wanted:
            break
        found += standing.bids
    return found


#: How an assessment ended. `single_bid`: one bid remains, and one is to win; `fewer_winners`: fewer remain than are to
#: win; `tie`: the rules leave open who of several equal bids wins; `no_valid_bid`: none remains.
Result: TypeAlias = Literal["one_winner", "single_bid", "several_winners", "fewer_winners", "tie", "no_valid_bid"]


#: How the award of a lot ended: as an assessment does, or `all_passed_over`: every ranked bid is of a bidder that may
#: win no more lots; `open`: who wins it depends on who wins an earlier lot, and the rules leave that open.
LotResult: TypeAlias = Result | Literal["all_passed_over", "open"]


@attrs.frozen
class PassedOver:
    """A bid of a bidder that may win no more lots, and the lots that its bidder won before."""

    bid: str
    won: tuple[str, ...]


@attrs.frozen
class LotAward:
    """Who wins a lot, and who was passed over, best first, as the tender limits how many lots a bidder may win.

    `undecided` are the lots on which it depends who wins this one, where that is open.
    """

    lot: str
    winners: tuple[str, ...]
    passed_over: tuple[PassedOver, ...]
    result: LotResult
    undecided: tuple[str, ...] = ()

    @property
    def by_ranking(self) -> bool:
        """Whether the ranking alone decides: nobody is passed over, and nothing depends on another lot."""
        return not self.passed_over and self.result != "open"


@attrs.frozen
class Question:
    """A trigger of the tender asks about the price of a bid: why, and what the log concluded. It rejects nobody.

    `trigger` is its position in the tender; `asked` is the node to which its conditions come together. `decision` is
    the conclusion, `position` its place in the log; both are None while there is none.
    """

    bid: str
    trigger: int
    kind: str
    checks: tuple[Check, ...]
    asked: Node
    position: int | None
    decision: LowPrice | None

    @property
    def answer(self) -> Literal["open", "explained", "not_explained"]:
        """Whether the log answers it, and how."""
        if self.decision is None:
            return "open"
        return "explained" if self.decision.explained else "not_explained"
