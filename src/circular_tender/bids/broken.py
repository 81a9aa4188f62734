"""A bid that can't be read; it stands among the others until somebody decides about it."""

import re
from typing import cast

import attrs

from circular_tender.bids.leaves import ID_PATTERN
from circular_tender.errors import Problem
from circular_tender.rules import Json


@attrs.frozen
class BrokenBid:
    """A bid that can't be read: what is wrong with it, the id and bidder that it names as far as they can be told.

    Without an id that can be told, its id is made of the name of its file, or of its place among the others. `sha256`
    is the digest of its bytes; a mapping has none.
    """

    id: str
    bidder: str
    source: str
    sha256: str | None
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The name under which sources and problems refer to this document."""
        return f"bid {self.id}"

    @property
    def plain(self) -> dict[str, Json]:
        """What a record holds in its place."""
        return {"id": self.id, "unreadable": {"source": self.source, "sha256": self.sha256}}


def named(tree: object, source: str, number: int) -> tuple[str, str]:
    """Return the id and the bidder of a bid that can't be read, from its tree of values, its source, or its place."""
    given = cast("dict[str, object]", tree) if isinstance(tree, dict) else {}
    by_source = re.sub("[^a-z0-9]+", "-", source.rpartition(".")[0].lower()).strip("-")[:64]
    identity = next(
        (word for word in (given.get("id"), by_source) if isinstance(word, str) and re.fullmatch(ID_PATTERN, word)),
        f"bid-{number}",
    )
    bidder = given.get("bidder")
    return str(identity), str(bidder) if isinstance(bidder, str) and bidder.strip() else str(identity)
