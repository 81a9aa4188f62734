"""Who reads, and what they may read of each bid."""

from functools import cached_property
from typing import Literal, TypeAlias, get_args

import attrs

from circular_tender.assessment import Assessment, Decided
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
    """What a reader may read; `own` is the bid of a bidder who reads."""

    assessment: Assessment
    reader: Reader = "authority"
    own: str | None = None

    @classmethod
    def of(cls, assessment: Assessment, reader: Reader, own: str | None = None) -> "View":
        """Return the view of a reader; `own` is the bid of a bidder. Raises `InvalidDocuments` for another reader."""
        if reader not in READERS:
            data = (("choices", ", ".join(READERS)), ("slip", nearest(str(reader), READERS)))
            raise InvalidDocuments([Problem("unknown-choice", Place("assessment"), shown(reader), data)])
        return cls(assessment, reader, own if reader == "bidder" else None)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All bids in an order that tells nothing: that of their digests. It is made where something needs it."""
        bids = sorted((digest(result.bid), result.bid.id) for result in self.assessment)
        return tuple(bid for _, bid in bids)

    @cached_property
    def decided(self) -> dict[str, Disclosed]:
        """The last decision on what this reader may read of a bid, for each bid of which there is one."""
        log = self.assessment.decisions
        return {d.bid: d for d in (log.decisions if log else ()) if isinstance(d, Disclosed) and d.to == self.reader}

    @property
    def of_others(self) -> tuple[Disclosed, ...]:
        """These decisions, but for that of one's own bid, in an order that tells nothing."""
        others = {bid: decision for bid, decision in self.decided.items() if bid != self.own}
        return tuple(others[bid] for bid in self.order if bid in others) if others else ()

    def shows(self, bid: str, item: Released) -> bool:
        """Tell whether the reader may read this of a bid."""
        if self.owns(bid):
            return True
        says = self.decided.get(bid, self.rule)
        return says is not None and item in says.releases

    def owns(self, bid: str) -> bool:
        """Tell whether the reader is the authority, or the bidder whose bid this is."""
        return self.reader == "authority" or bid == self.own

    def exact(self, bid: str) -> bool:
        """Tell whether no exact value of a bid tells this reader anything that is withheld, such as a price."""
        return self.shows(bid, "reasons") and self.references

    def ranks(self, bid: str) -> bool:
        """Tell whether the reader may read both the rank of a bid and its total."""
        return self.shows(bid, "rank") and self.shows(bid, "total")

    def shows_draw(self, draw: Draw) -> bool:
        """Tell whether the reader may know of a draw, which tells the order and that the totals are equal."""
        return all(map(self.ranks, draw.order))

    @property
    def references(self) -> bool:
        """Whether the reader may read the values of a stage on which points depend, such as the lowest price."""
        return self.reader == "authority" or (self.rule is not None and self.rule.references)

    @property
    def rule(self) -> Disclosure | None:
        """What the tender releases to this reader, and the ground on which it withholds the rest."""
        rules = self.assessment.tender.disclosure
        if rules is None or self.reader == "authority":
            return None
        return rules.bidder if self.reader == "bidder" else rules.public

    @property
    def rejected_later(self) -> tuple[tuple[str, str], ...]:
        """The bids that decisions rejected after a stage, each with that stage, for the authority.

        What becomes of the points of the others is the rule `on_rejection` of the tender.
        """
        rejected = self.assessment.rejected if self.reader == "authority" else ()
        return tuple((bid, g.after) for bid, g in rejected if isinstance(g, Decided) and g.after)

    @property
    def shows_ranks(self) -> bool:
        """Whether the reader may read the ranks of all ranked bids."""
        return all(self.shows(bid, "rank") for standing in self.assessment.ranking for bid in standing.bids)

    @property
    def shows_award(self) -> bool:
        """Whether the reader may read who wins.

        Where bids are passed over in a lot, that tells of other lots, which this view does not know: it is told to the
        authority, and to others on the page of all lots.
        """
        award = self.assessment.award
        return self.shows_ranks and (self.reader == "authority" or award is None or award.by_ranking)

    def letter(self, bid: str) -> str:
        """Return what stands for a bid whose name is withheld: a letter, or a number where there are too many bids."""
        position = self.order.index(bid)
        return chr(ord("A") + position) if len(self.order) <= LETTERS else str(position + 1)
