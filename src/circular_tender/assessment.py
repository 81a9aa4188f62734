"""The result of an assessment, with everything it was made from. All of it is frozen and can be pickled."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias, assert_never

import attrs

from circular_tender.award import CostRule, GroupRule, LeafRule, Rules
from circular_tender.award.low import Check
from circular_tender.bids import Bid, BrokenBid, Decisions, Judgement, Judgements, LowPrice, Rejected, RequirementJudged
from circular_tender.derivation import Node, replay
from circular_tender.display import Shown
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.exact import Column
from circular_tender.tender import Tender


@attrs.frozen
class Cell:
    """One value with its derivation: a node, and the position in it where the node is a column over bids."""

    node: Node
    position: int | None = None

    @property
    def value(self) -> Fraction | str:
        """The exact value, or the text of a level."""
        value = self.node.value
        if self.position is None:
            return value  # type: ignore[return-value]  # a cell without position is of a single value
        if not isinstance(value, Column):
            raise TypeError(value)
        return value.elements[self.position]

    @property
    def number(self) -> Fraction:
        """The exact value, where it is a number."""
        if isinstance(self.value, str):
            raise TypeError(self.value)
        return self.value

    @property
    def unit(self) -> str:
        """The unit of the value."""
        return self.node.unit

    def replayed(self) -> Fraction | str:
        """Return the value computed again from the leaves of its derivation."""
        again = replay(self.node)
        return again.elements[self.position or 0] if isinstance(again, Column) else again  # type: ignore[return-value]


@attrs.frozen
class Score:
    """A leaf criterion for one bid: what was measured, what is reported beside, the ratio, and the points."""

    criterion: str
    measured: Cell
    reported: tuple[tuple[str, Cell], ...]
    ratio: Cell
    weighted: Cell
    points_cell: Cell

    @property
    def points(self) -> Fraction:
        """The exact points."""
        return self.points_cell.number


@attrs.frozen
class Subtotal:
    """A group of criteria for one bid: the sum of its members' points, and the points after rescaling."""

    criterion: str
    members: tuple[str, ...]
    subtotal: Cell
    points_cell: Cell

    @property
    def points(self) -> Fraction:
        """The exact points."""
        return self.points_cell.number


@attrs.frozen
class Counted:
    """A cost for one bid: what was measured, what is reported beside, and the money that counts."""

    criterion: str
    measured: Cell
    reported: tuple[tuple[str, Cell], ...]
    cost_cell: Cell

    @property
    def cost(self) -> Fraction:
        """The exact cost; less than 0 where it is income."""
        return self.cost_cell.number


@attrs.frozen
class Late:
    """The bid was received after the deadline."""

    received: Node
    deadline: Node


@attrs.frozen
class BelowMinimum:
    """The bid had less than the least points of a criterion, at the end of a stage."""

    stage: str
    criterion: str
    value: Cell
    at_least: Node


@attrs.frozen
class AboveCeiling:
    """The bid asked more than the ceiling of the price schedule, at the end of the stage that opened its price."""

    stage: str
    criterion: str
    value: Cell
    at_most: Node


@attrs.frozen
class NotAmongBest:
    """The bid had fewer points of a criterion, at the end of a stage, than the last of the best, who alone go on.

    `max_pass` is how many go on; those that are equal to the last do too.
    """

    stage: str
    criterion: str
    value: Cell
    at_least: Node
    max_pass: Node


@attrs.frozen
class NotMet:
    """The bid does not meet a requirement; `position` is that of the decision in the log."""

    requirement: str
    position: int
    decision: RequirementJudged


@attrs.frozen
class Decided:
    """The bid was rejected by a decision, as on a low price that is not explained; `position` is its place there.

    With `after` it took part in the stages up to that one.
    """

    position: int
    decision: Rejected | LowPrice

    @property
    def ground(self) -> str:
        """The ground of the rejection."""
        return self.decision.ground if isinstance(self.decision, Rejected) else "abnormally_low"

    @property
    def after(self) -> str | None:
        """The stage after which it was rejected; None where it took part in none."""
        return self.decision.after


Rejection: TypeAlias = Late | NotMet | Decided | BelowMinimum | AboveCeiling | NotAmongBest


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


@attrs.frozen
class Standing:
    """A rank and the bids that share it."""

    rank: int
    bids: tuple[str, ...]


@attrs.frozen
class Stage:
    """A stage: the bids that took part, and the column of each aspect of each criterion over them."""

    id: str
    bids: tuple[str, ...]
    columns: tuple[tuple[tuple[str, str], Node], ...]

    def column(self, aspect: str, criterion: str) -> Node:
        """Return the column of an aspect (`ratio`, `points` …) of a criterion."""
        return next(node for key, node in self.columns if key == (aspect, criterion))

    def scores(self, rules: Rules, bid: str) -> Iterator[Score | Subtotal]:
        """Yield what a bid has on each criterion of this stage."""
        columns = dict(self.columns)
        for rule in rules.criteria:
            if not isinstance(rule, CostRule) and ("points", rule.id) in columns:
                yield _score(rule, self._cells(rule, bid))

    def costs(self, rules: Rules, bid: str) -> Iterator[Counted]:
        """Yield the costs of a bid in this stage."""
        columns = dict(self.columns)
        for rule in rules.criteria:
            if isinstance(rule, CostRule) and ("cost", rule.id) in columns:
                cells = self._cells(rule, bid)
                reported = tuple((name, cells[name]) for name, _ in rule.reported)
                yield Counted(rule.id, cells["measured"], reported, cells["cost"])

    def _cells(self, rule: LeafRule | GroupRule | CostRule, bid: str) -> dict[str, Cell]:
        columns, position = dict(self.columns), self.bids.index(bid)
        return {aspect: Cell(columns[aspect, rule.id], position) for aspect in rule.aspects}


@attrs.frozen
class BidAssessment:
    """One bid: the stages in which it took part, its total and rank, or the grounds of its rejection.

    `bid` and `marks`, those of the panel by criterion, are as they hold after all decisions. `factors` are what a total
    is made of where it is no sum of points. A rejected bid has no total.
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
        return tuple(dict.fromkeys([*columns, *of_results, *costs, *factors, *totals, *bounds]))


def first_of(ranking: Sequence[Standing], wanted: int) -> tuple[str, ...]:
    """Return the first bids of a ranking, as many as are wanted; of bids that share a rank all or none."""
    found: tuple[str, ...] = ()
    for standing in ranking:
        if len(found) + len(standing.bids) > wanted:
            break
        found += standing.bids
    return found


def _score(rule: LeafRule | GroupRule, cells: dict[str, Cell]) -> Score | Subtotal:
    match rule:
        case LeafRule():
            reported = tuple((name, cells[name]) for name, _ in rule.reported)
            return Score(rule.id, cells["measured"], reported, cells["ratio"], cells["weighted"], cells["points"])
        case GroupRule():
            return Subtotal(rule.id, rule.members, cells["subtotal"], cells["points"])
        case _:
            assert_never(rule)


def _unknown(code: str, name: str, known: list[str]) -> InvalidDocuments:
    return InvalidDocuments([Problem(code, Place("assessment"), shown(name), (("slip", nearest(name, known)),))])
