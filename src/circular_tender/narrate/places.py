"""Places in a bid as a reader finds them: by the ids of products and parts, and not by their positions."""

from collections.abc import Iterator

from circular_tender.bids import Bid, BrokenBid
from circular_tender.rules import Json, member, segments


def named(pointer: str, bid: Bid | BrokenBid) -> str:
    """Return a place of a bid, with the id of a member of a list in place of its position."""
    return " / ".join(name for name, _ in _steps(pointer, bid))


def owner(pointer: str, bid: Bid | BrokenBid) -> str:
    """Return the ids of the product and the part to which a place belongs; nothing where it belongs to neither."""
    return "/".join(name for name, has_id in _steps(pointer, bid) if has_id)


def _steps(pointer: str, bid: Bid | BrokenBid) -> Iterator[tuple[str, bool]]:
    here: Json = bid.plain if isinstance(bid, Bid) else None
    for part in segments(pointer):
        above = here
        here = member(above, part)
        name = here.get("id") if isinstance(above, list) and isinstance(here, dict) else None
        yield (name, True) if isinstance(name, str) else (part, False)
