"""Values with their derivations: of a criterion for one bid, and the columns of a stage."""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

import attrs

from circular_tender.award import CostRule, GroupRule, LeafRule, Rules
from circular_tender.derivation import Node, replay
from circular_tender.exact import Column


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
class Restatement:
    """What a supplier states of its products beside what they come to: columns over the products of a bid.

    `told` is 1 for each product of which both are there; `products` are their ids.
    """

    criterion: str
    name: str
    products: Node
    told: Node
    stated: Node
    counted: Node
    tolerance: Node | None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that it is made of."""
        made = (self.products, self.told, self.stated, self.counted)
        return made if self.tolerance is None else (*made, self.tolerance)


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


def _score(rule: LeafRule | GroupRule, cells: dict[str, Cell]) -> Score | Subtotal:
    match rule:
        case LeafRule():
            reported = tuple((name, cells[name]) for name, _ in rule.reported)
            return Score(rule.id, cells["measured"], reported, cells["ratio"], cells["weighted"], cells["points"])
        case GroupRule():
            return Subtotal(rule.id, rule.members, cells["subtotal"], cells["points"])
        case _:
            assert_never(rule)
