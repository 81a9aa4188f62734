"""What the panel judged: a mark and its reason for each bid and criterion."""

from typing import ClassVar, Literal

from pydantic import Field

from circular_tender.bids.document import Document, Entry
from circular_tender.bids.fields import Id, Mark, Text


class Judgement(Entry):
    """A mark, a level's name or a number, and the reason for it."""

    mark: Mark
    reason: Text


class Judgements(Document):
    """The panel's marks: bid -> criterion -> judgement."""

    kind: ClassVar[str] = "judgements"

    schema_: Literal["circular-tender/judgements/1"] = Field(alias="schema")
    tender: Text
    panel: Text
    marks: dict[Id, dict[Id, Judgement]]
