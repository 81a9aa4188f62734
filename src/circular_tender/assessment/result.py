"""The assessment of a tender, and of each of its bids."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from circular_tender.assessment.cells import Cell, Counted, Restatement, Score, Stage, Subtotal
from circular_tender.assessment.ending import LotAward, LotResult, Question, Result, Standing, first_of
from circular_tender.assessment.rejection import NotAmongBest, Rejection
from circular_tender.award import Rules
from circular_tender.bids import Bid, BrokenBid, Decisions, Judgement, Judgements
from circular_tender.derivation import Node
from circular_tender.display import Shown
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.tender import Tender


@attrs.frozen
class BidAssessment:
    """One bid: the stages in which it took part, its total and rank, or the grounds of its rejection.

    `bid` and `marks`, those of the panel by criterion, are as they hold after all decisions. `factors` are what a total
    is made of where it is no sum of points. A rejected bid has no total. `restated` is what its supplier states of its
    products beside what they come to.
    """

    bid: Bid | BrokenBid
    marks: tuple[tuple[str, Judgement], ...]
    rules: Rules
    stages: tuple[Stage, ...]
    factors: tuple[tuple[str, Cell], ...]
    total_cell: Cell | None
    awarded_cell: Cell | None
    rank: int | None
    rejections: tuple[Rejection, ...]
    restated: tuple[Restatement, ...] = ()

    @property
    def scores(self) -> tuple[Score | Subtotal, ...]:
        """The bid's score on each criterion of its stages, in the order of the rules; a group follows its members."""
        return tuple(score for stage in self.stages for score in stage.scores(self.rules, self.bid.id))

    @property
    def costs(self) -> tuple[Counted, ...]:
        """The bid's costs that count as money, in the order of the rules."""
        return tuple(cost for stage in self.stages for cost in stage.costs(self.rules, self.bid.id))

    @property
    def total(self) -> Fraction | None:
        """The total as awarded, in `unit`, or None where the bid is rejected."""
        return self.awarded_cell.number if self.awarded_cell else None

    @property
    def unit(self) -> str:
        """The unit of the total, `points`, `amount` or `number`; nothing where the bid is rejected."""
        return self.awarded_cell.unit if self.awarded_cell else ""

    @property
    def points(self) -> Fraction | None:
        """The total as awarded where it is a sum of points; None where it is not, or where the bid is rejected."""
        return self.total if self.unit == "points" else None

    def __getitem__(self, criterion: str) -> Score | Subtotal:
        scores = {score.criterion: score for score in self.scores}
        if criterion not in scores:
            raise _unknown("no-such-criterion", criterion, list(scores))
        return scores[criterion]


@attrs.frozen
class Assessment(Shown):
    """The assessment of a tender: the ranking, and for each bid everything that led to it.

    `bids` and `judgements` are as they were received; what decisions change is in `decisions`. `questions` are about
    prices that the tender's triggers call into doubt. `award` is who wins a lot; its ranking is that of the lot alone.
    """

    tender: Tender
    bids: tuple[Bid | BrokenBid, ...]
    judgements: Judgements | None
    decisions: Decisions | None
    rules: Rules
    stages: tuple[Stage, ...]
    results: tuple[BidAssessment, ...]
    ranking: tuple[Standing, ...]
    rejected: tuple[tuple[str, Rejection], ...]
    questions: tuple[Question, ...] = ()
    award: LotAward | None = None

    @property
    def lot(self) -> str | None:
        """The id of the lot; None where the tender has no lots."""
        return self.tender.lot

    @property
    def winner(self) -> str | None:
        """The id of the bid that is alone at rank 1; None where there is none, or a tie that the rules don't break.

        Where bids before it are passed over in a lot, or this is open, it is the one bid that wins.
        """
        if self.award and not self.award.by_ranking:
            return self.award.winners[0] if len(self.award.winners) == 1 else None
        return self.first[0] if len(self.first) == 1 else None

    @property
    def first(self) -> tuple[str, ...]:
        """The ids of the bids at rank 1, whether they win or not."""
        return self.ranking[0].bids if self.ranking else ()

    @property
    def winners(self) -> tuple[str, ...]:
        """The ids of the bids that win, best first: as many as the tender says, but for those that are in a tie."""
        return self.award.winners if self.award else first_of(self.ranking, self.wanted)

    @property
    def reserve(self) -> tuple[str, ...]:
        """The ids of the bids that the tender holds in reserve behind the winners, best first.

        None where it is limited how many lots a bidder may win: whoever comes next may be passed over.
        """
        if not self._behind or self.result == "tie":
            return ()
        return first_of(self.ranking, self.wanted + self._behind)[len(self.winners) :]

    @property
    def reserve_is_open(self) -> bool:
        """Whether bids share the rank at which the reserve ends, so that it is open who else stands in it."""
        ranked = sum(len(standing.bids) for standing in self.ranking)
        held = len(self.winners) + len(self.reserve)
        return bool(self._behind) and self.result != "tie" and held < min(self.wanted + self._behind, ranked)

    @property
    def _behind(self) -> int:
        """How many bids the tender holds in reserve."""
        limits, behind = self.tender.whole.lot_limits, self.tender.award.reserve
        return 0 if behind is None or (limits and limits.awards) else int(behind.value)

    @property
    def result(self) -> LotResult:
        """How the assessment ended; of a lot, how its award did."""
        return self.award.result if self.award else self.alone

    @property
    def alone(self) -> Result:
        """How the assessment ended by its ranking alone."""
        ranked, wins = sum(len(standing.bids) for standing in self.ranking), len(first_of(self.ranking, self.wanted))
        if not ranked:
            return "no_valid_bid"
        if wins < min(self.wanted, ranked):
            return "tie"
        if self.wanted == 1:
            return "single_bid" if ranked == 1 else "one_winner"
        return "several_winners" if wins == self.wanted else "fewer_winners"

    @property
    def wanted(self) -> int:
        """How many bids are to win."""
        return int(self.tender.award.winners.value) if self.tender.award.winners else 1

    def __getitem__(self, bid: str) -> BidAssessment:
        for result in self.results:
            if result.bid.id == bid:
                return result
        raise _unknown("no-such-bid", bid, [result.bid.id for result in self.results])

    def __iter__(self) -> Iterator[BidAssessment]:
        return iter(self.results)

    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes of which everything else is made: columns of stages, totals, and what rejections need."""
        columns = [node for stage in self.stages for _, node in stage.columns]
        of_results = [score.points_cell.node for result in self.results for score in result.scores]
        costs = [cost.cost_cell.node for result in self.results for cost in result.costs]
        factors = [cell.node for result in self.results for _, cell in result.factors]
        totals = [cell.node for result in self.results for cell in (result.total_cell, result.awarded_cell) if cell]
        bounds = [rejection.at_least for _, rejection in self.rejected if isinstance(rejection, NotAmongBest)]
        restated = [node for result in self.results for one in result.restated for node in one.nodes]
        return tuple(dict.fromkeys([*columns, *of_results, *costs, *factors, *totals, *bounds, *restated]))


def _unknown(code: str, name: str, known: list[str]) -> InvalidDocuments:
    return InvalidDocuments([Problem(code, Place("assessment"), shown(name), (("slip", nearest(name, known)),))])
