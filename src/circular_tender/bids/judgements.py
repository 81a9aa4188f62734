"""What the panel judged: a mark and its reason for each bid and criterion, of the panel or of each of its members."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Literal

from pydantic import Field

from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import Id, Mark, Moment, Text
from circular_tender.errors import Finding, shown


class MemberMark(Entry):
    """The mark of one member of the panel, with its reason and, where it was noted, its time."""

    mark: Mark
    reason: Text | None = None
    at: Moment | None = None


class Judgement(Entry):
    """A mark, a level's name or a number, and the reason for it; `members` are those of the panel, by role.

    A mark that the tender computes from those of the members is not written. `moderation` is how a difference between
    the members was talked over. Whether a mark may stand without a reason, the tender says.
    """

    mark: Mark | None = None
    reason: Text | None = None
    at: Moment | None = None
    members: dict[Id, MemberMark] = Field(default_factory=dict)
    moderation: Text | None = None


class Judgements(Document):
    """The panel's marks: bid -> criterion -> judgement."""

    kind: ClassVar[str] = "judgements"

    schema_: Literal["circular-tender/judgements/1"] = Field(alias="schema")
    tender: Text
    panel: Text
    marks: dict[Id, dict[Id, Judgement]]

    def only(self, concerns: Callable[[str, str], bool]) -> "Judgements":
        """Return the marks that concern something, by bid and criterion."""
        kept = {bid: {name: one for name, one in own.items() if concerns(bid, name)} for bid, own in self.marks.items()}
        marks = {bid: own for bid, own in kept.items() if own}
        part = Judgements(schema=self.schema_, tender=self.tender, panel=self.panel, marks=marks)
        part._origin = self._origin
        return part

    def findings(self) -> Iterator[Finding]:
        """Yield where there is no mark, though a reason for it stands, or though no marks of members do."""
        for bid, judgements in self.marks.items():
            for criterion, judgement in judgements.items():
                if judgement.mark is None and (judgement.reason is not None or not judgement.members):
                    yield Finding("missing-key", f"/marks/{bid}/{criterion}/mark", shown(None), (("key", "mark"),))
