"""The result of an assessment, with everything it was made from. All of it is frozen and can be pickled."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, TypeAlias, assert_never

import attrs

from circular_tender.award import GroupRule, LeafRule, Rules
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
class NotMet:
    """The bid does not meet a requirement; `position` is that of the decision in the log."""

    requirement: str
    position: int
    decision: RequirementJudged


@attrs.frozen
class Decided:
    """The bid was rejected by a decision, as on a low price that is not explained; `position` is its place there."""

    position: int
    decision: Rejected | LowPrice

    @property
    def ground(self) -> str:
        """The ground of the rejection."""
        return self.decision.ground if isinstance(self.decision, Rejected) else "abnormally_low"


Rejection: TypeAlias = Late | NotMet | Decided | BelowMinimum | AboveCeiling


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
        position = self.bids.index(bid)
        for rule in rules.criteria:
            if ("points", rule.id) in columns:
                cells = {aspect: Cell(columns[aspect, rule.id], position) for aspect in rule.aspects}
                yield _score(rule, cells)


@attrs.frozen
class BidAssessment:
    """One bid: the stages in which it took part, its total and rank, or the grounds of its rejection.

    `bid` and `marks`, those of the panel by criterion, are as they hold after all decisions. A rejected bid has no
    total.
    """

    bid: Bid | BrokenBid
    marks: tuple[tuple[str, Judgement], ...]
    rules: Rules
    stages: tuple[Stage, ...]
    total_cell: Cell | None
    awarded_cell: Cell | None
    rank: int | None
    rejections: tuple[Rejection, ...]

    @property
    def scores(self) -> tuple[Score | Subtotal, ...]:
        """The bid's score on each criterion of its stages, in the order of the rules; a group follows its members."""
        return tuple(score for stage in self.stages for score in stage.scores(self.rules, self.bid.id))

    @property
    def points(self) -> Fraction | None:
        """The total as awarded, or None where the bid is rejected."""
        return self.awarded_cell.number if self.awarded_cell else None

    def __getitem__(self, criterion: str) -> Score | Subtotal:
        scores = {score.criterion: score for score in self.scores}
        if criterion not in scores:
            raise _unknown("no-such-criterion", criterion, list(scores))
        return scores[criterion]


@attrs.frozen
class Assessment(Shown):
    """The assessment of a tender: the ranking, and for each bid everything that led to it.

    `bids` and `judgements` are as they were received; what decisions change is in `decisions`. `questions` are about
    prices that the tender's triggers call into doubt.
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

    @property
    def winner(self) -> str | None:
        """The id of the bid that is alone at rank 1; None where there is none, or a tie that the rules don't break."""
        first = self.ranking[0].bids if self.ranking else ()
        return first[0] if len(first) == 1 else None

    def __getitem__(self, bid: str) -> BidAssessment:
        for result in self.results:
            if result.bid.id == bid:
                return result
        raise _unknown("no-such-bid", bid, [result.bid.id for result in self.results])

    def __iter__(self) -> Iterator[BidAssessment]:
        return iter(self.results)

    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes of which everything else is made: the columns of the stages and the totals."""
        columns = [node for stage in self.stages for _, node in stage.columns]
        of_results = [score.points_cell.node for result in self.results for score in result.scores]
        totals = [cell.node for result in self.results for cell in (result.total_cell, result.awarded_cell) if cell]
        return tuple(dict.fromkeys([*columns, *of_results, *totals]))


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
