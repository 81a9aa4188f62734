"""The assessments of all lots of a tender, and who wins each lot. All of it is frozen and can be pickled."""

from collections.abc import Iterator

import attrs

from circular_tender.assessment import Assessment, LotAward
from circular_tender.bids import Bid, BrokenBid, Decisions, Judgements
from circular_tender.display import Shown
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.tender import Tender


@attrs.frozen
class Assessments(Shown):
    """The assessment of each lot of a tender, in its order, and the awards in the order in which they are made.

    `bids`, `judgements` and `decisions` are as they were received. The assessment of a lot has the bids on it, and the
    marks and decisions that concern it. A limit on how many lots a bidder may win changes the award and no ranking.
    """

    tender: Tender
    bids: tuple[Bid | BrokenBid, ...]
    judgements: Judgements | None
    decisions: Decisions | None
    lots: tuple[Assessment, ...]
    awards: tuple[LotAward, ...]

    def __getitem__(self, lot: str) -> Assessment:
        for assessment in self.lots:
            if assessment.lot == lot:
                return assessment
        raise self._unknown(lot)

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self.lots)

    def award(self, lot: str) -> LotAward:
        """Return who wins a lot; raises `InvalidDocuments` where there is no such lot."""
        for award in self.awards:
            if award.lot == lot:
                return award
        raise self._unknown(lot)

    def _unknown(self, lot: str) -> InvalidDocuments:
        slip = nearest(lot, [assessment.lot or "" for assessment in self.lots])
        return InvalidDocuments([Problem("unknown-lot", Place("assessment"), shown(lot), (("slip", slip),))])
