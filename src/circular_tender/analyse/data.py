"""What a change does, as data: assessments, ranks, exact numbers and formulas."""

from fractions import Fraction

import attrs

from circular_tender.analyse.change import Change
from circular_tender.assessment import Assessment, Cell
from circular_tender.award import Key
from circular_tender.derivation import Formula
from circular_tender.display import Shown
from circular_tender.exact import Symbol


@attrs.frozen
class Move:
    """Where a bid stands before and after; None where it is rejected. `touched`: the change is of this bid."""

    bid: str
    touched: bool
    rank_before: int | None
    rank_after: int | None
    total_before: Fraction | None
    total_after: Fraction | None


@attrs.frozen
class Reference:
    """A value made of several bids, such as the lowest price: under which name a formula reads it, and what made it."""

    name: str
    formula: Formula
    unit: str
    before: Fraction
    after: Fraction


@attrs.frozen
class Had:
    """What a formula gives a bid, before and after, each with its derivation."""

    bid: str
    before: Cell
    after: Cell


@attrs.frozen
class Cause:
    """A formula that compares bids, of which a reference changed, and with it how the two bids of a reversal compare.

    `criteria` are those that it scores; none where it makes the total. `values` are those of the two bids.
    """

    criteria: tuple[str, ...]
    formula: Formula
    inputs: tuple[str, ...]
    references: tuple[Reference, ...]
    values: tuple[Had, Had]

    @property
    def expression(self) -> str:
        """The formula, printed."""
        return str(self.formula.symbol(**{name: Symbol.of(name) for name in self.inputs}))


@attrs.frozen
class Reversal:
    """Two bids that the change does not touch, and of which the order turned over: `first` was ahead, and is behind.

    `by_before` and `by_after` are what separated them: the total (`awarded`), a criterion of the tie-break, `received`,
    or a `draw`.
    """

    first: str
    second: str
    by_before: Key
    by_after: Key
    causes: tuple[Cause, ...]


@attrs.frozen
class Impact(Shown):
    """What a change does: the assessments before and after, where each bid moves, and which pairs turn over, and why.

    A bid that the change takes away does not move.
    """

    change: Change
    before: Assessment
    after: Assessment
    moves: tuple[Move, ...]
    reversals: tuple[Reversal, ...]
