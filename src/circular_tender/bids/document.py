"""What every document and every mapping in it has in common: frozen, closed, and able to say how it was written."""

from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from circular_tender.bids.tree import Origin
from circular_tender.rules import Json


class Entry(BaseModel):
    """A mapping in a document; a key that is not declared is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Document(Entry):
    """A document as a whole."""

    _origin: Origin | None = PrivateAttr(default=None)

    @cached_property
    def plain(self) -> Json:
        """The document as it was written: mappings, lists, texts, true, false and null; every number is its text."""
        plain: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return plain
