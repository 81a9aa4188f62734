"""On what ground a bid was rejected."""

from typing import TypeAlias

import attrs

from circular_tender.assessment.cells import Cell
from circular_tender.bids import LowPrice, Rejected, RequirementJudged
from circular_tender.derivation import Node


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
