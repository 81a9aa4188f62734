"""What the buyer decides on the way: each decision with its time, the role of who took it, and the reason."""

from collections.abc import Callable, Collection
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field, PrivateAttr

from circular_tender.bids.anything import Anything, Pointer
from circular_tender.bids.bid import EvidenceKind
from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import Id, Mark, Moment, Text, YesNo

#: What may be read of a bid: whose it is; its rank, or that it was rejected; its total; its points on each criterion;
#: and the reasons, which are everything else: what was measured, why, every step, and the decisions about it.
Released: TypeAlias = Literal["name", "rank", "total", "points", "reasons"]
Ground: TypeAlias = Literal["irregular", "bidder_excluded", "withdrawn"]


def nameless_reasons(releases: Collection[Released]) -> bool:
    """Tell whether reasons are released without the name, though they quote the bid, which tells whose it is."""
    return "reasons" in releases and "name" not in releases


class Taken(Entry):
    """When a decision was taken, by whom (a role, never a name), and why."""

    at: Moment
    by: Text
    reason: Text


class OfLot(Taken):
    """A decision that may be of one lot only; without `lot` it is of all lots of its bids."""

    lot: Id | None = None


class Opened(Taken):
    """The envelopes of a stage are opened; what is judged later was judged with knowledge of them."""

    kind: Literal["opened"]
    stage: Id


class RequirementJudged(OfLot):
    """Whether a bid meets a requirement of the tender."""

    kind: Literal["requirement"]
    bid: Id
    requirement: Id
    met: YesNo


class Clarified(Taken):
    """What stands at a place of a bid is clarified: it reads `new` from here on, where it read `old`."""

    kind: Literal["clarification"]
    bid: Id
    pointer: Pointer
    old: Anything
    new: Anything


class EvidenceJudged(Taken):
    """As which kind of proof a proof of a bid counts; `none`: it proves nothing, or not what is asked."""

    kind: Literal["evidence"]
    bid: Id
    evidence: Id
    counts_as: EvidenceKind | Literal["none"]


class MarkRevised(Taken):
    """A mark of the panel is revised, or that of one of its members.

    `moderation` is how the difference between the members that is left was talked over, in place of what was written.
    """

    kind: Literal["mark_revised"]
    bid: Id
    criterion: Id
    member: Id | None = None
    old: Mark
    new: Mark
    moderation: Text | None = None


class LowPrice(OfLot):
    """What the inquiry into a low price concluded: where it is not explained, the bid is rejected.

    `after`: as of a bid that is rejected.
    """

    kind: Literal["low_price"]
    bid: Id
    explained: YesNo
    after: Id | None = None


class Rejected(OfLot):
    """A bid is rejected, on this ground; it takes part in the stages up to `after`, and without it in none."""

    kind: Literal["rejected"]
    bid: Id
    ground: Ground
    after: Id | None = None


class Disclosed(Taken):
    """What a reader may read of a bid, in place of what the tender says; the reason is the ground of the rest."""

    kind: Literal["disclosure"]
    bid: Id
    to: Literal["bidder", "public"]
    releases: tuple[Released, ...]


class Draw(OfLot):
    """The order that was drawn among bids that nothing else separates, before a witness (a role)."""

    kind: Literal["draw"]
    order: tuple[Id, ...] = Field(min_length=2)
    witness: Text


Decision: TypeAlias = Annotated[
    Opened | RequirementJudged | Clarified | EvidenceJudged | MarkRevised | LowPrice | Rejected | Disclosed | Draw,
    Field(discriminator="kind"),
]


class Decisions(Document):
    """The log of decisions, in the order in which they were taken."""

    kind: ClassVar[str] = "decisions"

    schema_: Literal["circular-tender/decisions/1"] = Field(alias="schema")
    tender: Text
    decisions: tuple[Decision, ...]

    _positions: tuple[int, ...] | None = PrivateAttr(default=None)  # of a part of a log: where each stands in the whole

    @property
    def entries(self) -> tuple[tuple[int, Decision], ...]:
        """Each decision with its position in the log."""
        positions = range(len(self.decisions)) if self._positions is None else self._positions
        return tuple(zip(positions, self.decisions, strict=True))

    @property
    def draws(self) -> tuple[tuple[int, Draw], ...]:
        """What was drawn, each with its position in the log."""
        return tuple((n, decision) for n, decision in self.entries if isinstance(decision, Draw))

    def only(self, concerns: Callable[[Decision], bool]) -> "Decisions":
        """Return the part of the log that concerns something; each decision keeps its position in the whole."""
        kept = [(n, decision) for n, decision in self.entries if concerns(decision)]
        part = Decisions(schema=self.schema_, tender=self.tender, decisions=tuple(d for _, d in kept))
        part._positions, part._origin = tuple(n for n, _ in kept), self._origin
        return part
