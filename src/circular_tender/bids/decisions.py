"""What the buyer decides on the way: each decision with its time, the role of who took it, and the reason."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import Id, Moment, Text, YesNo

Ground: TypeAlias = Literal["irregular", "abnormally_low", "bidder_excluded", "withdrawn"]


class Taken(Entry):
    """When a decision was taken, by whom (a role, never a name), and why."""

    at: Moment
    by: Text
    reason: Text


class RequirementJudged(Taken):
    """Whether a bid meets a requirement of the tender."""

    kind: Literal["requirement"]
    bid: Id
    requirement: Id
    met: YesNo


class Rejected(Taken):
    """A bid is rejected, on this ground; it takes no part in any stage."""

    kind: Literal["rejected"]
    bid: Id
    ground: Ground


class Draw(Taken):
    """The order that was drawn among bids that nothing else separates, before a witness (a role)."""

    kind: Literal["draw"]
    order: tuple[Id, ...] = Field(min_length=2)
    witness: Text


Decision: TypeAlias = Annotated[RequirementJudged | Rejected | Draw, Field(discriminator="kind")]


class Decisions(Document):
    """The log of decisions, in the order in which they were taken."""

    kind: ClassVar[str] = "decisions"

    schema_: Literal["circular-tender/decisions/1"] = Field(alias="schema")
    tender: Text
    decisions: tuple[Decision, ...]

    @property
    def draws(self) -> tuple[tuple[int, Draw], ...]:
        """What was drawn, each with its position in the log."""
        return tuple((n, decision) for n, decision in enumerate(self.decisions) if isinstance(decision, Draw))
