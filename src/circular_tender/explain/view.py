"""Who reads, and what they may read of each bid."""

from typing import Literal, TypeAlias, get_args

import attrs

from circular_tender.assessment import Assessment
from circular_tender.bids import Disclosed, Draw, Released
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.record import digest
from circular_tender.tender import Disclosure

#: The contracting authority, who may read everything; a bidder, who may read everything of its own bid; anybody else.
Reader: TypeAlias = Literal["authority", "bidder", "public"]
READERS: tuple[Reader, ...] = get_args(Reader)
LETTERS = 26  # of the alphabet


@attrs.frozen
class View:
    """What a reader may read; `own` is the bid of a bidder who reads, `order` are all bids in no telling order."""

    assessment: Assessment
    reader: Reader = "authority"
    own: str | None = None
    order: tuple[str, ...] = ()

    @classmethod
    def of(cls, assessment: Assessment, reader: Reader, own: str | None = None) -> "View":
        """Return the view of a reader; `own` is the bid of a bidder. Raises `InvalidDocuments` for another reader."""
        if reader not in READERS:
            data = (("choices", ", ".join(READERS)), ("slip", nearest(str(reader), READERS)))
            raise InvalidDocuments([Problem("unknown-choice", Place("assessment"), shown(reader), data)])
        if reader == "authority":
            return cls(assessment)
        bids = sorted((digest(result.bid), result.bid.id) for result in assessment)
        return cls(assessment, reader, own if reader == "bidder" else None, tuple(bid for _, bid in bids))

    def shows(self, bid: str, item: Released) -> bool:
        """Tell whether the reader may read this of a bid."""
        if self.reader == "authority" or bid == self.own:
            return True
        decided = self.decided(bid)
        if decided is not None:
            return item in decided.releases
        return self.rule is not None and item in self.rule.releases

    def shows_draw(self, draw: Draw) -> bool:
        """Tell whether the reader may know of a draw, which tells the order and that the totals are equal."""
        return all(self.shows(bid, item) for bid in draw.order for item in ("rank", "total"))

    @property
    def references(self) -> bool:
        """Whether the reader may read the values of a stage on which points depend, such as the lowest price."""
        return self.reader == "authority" or (self.rule is not None and self.rule.references)

    def decided(self, bid: str) -> Disclosed | None:
        """Return the last decision on what this reader may read of a bid."""
        log = self.assessment.decisions
        mine = [d for d in (log.decisions if log else ()) if isinstance(d, Disclosed) and d.bid == bid]
        return next((decision for decision in reversed(mine) if decision.to == self.reader), None)

    @property
    def rule(self) -> Disclosure | None:
        """What the tender releases to this reader, and the ground on which it withholds the rest."""
        rules = self.assessment.tender.disclosure
        if rules is None or self.reader == "authority":
            return None
        return rules.bidder if self.reader == "bidder" else rules.public

    def letter(self, bid: str) -> str:
        """Return what stands for a bid whose name is withheld: a letter, or a number where there are too many bids."""
        position = self.order.index(bid)
        return chr(ord("A") + position) if len(self.order) <= LETTERS else str(position + 1)
