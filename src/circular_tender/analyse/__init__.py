"""What would be otherwise if something else were otherwise, and what bids save against a baseline."""

import attrs

from circular_tender.analyse.change import Change as Change
from circular_tender.analyse.change import Changed as Changed
from circular_tender.analyse.change import Logged as Logged
from circular_tender.analyse.change import Marked as Marked
from circular_tender.analyse.change import Without as Without
from circular_tender.analyse.change import touched as touched
from circular_tender.analyse.data import Cause as Cause
from circular_tender.analyse.data import Had as Had
from circular_tender.analyse.data import Impact as Impact
from circular_tender.analyse.data import Move as Move
from circular_tender.analyse.data import Reference as Reference
from circular_tender.analyse.data import Reversal as Reversal
from circular_tender.analyse.documents import changed
from circular_tender.analyse.reversals import moves, reversals
from circular_tender.analyse.saved import BidSavings as BidSavings
from circular_tender.analyse.saved import Coverage as Coverage
from circular_tender.analyse.saved import Figure as Figure
from circular_tender.analyse.saved import Life as Life
from circular_tender.analyse.saved import Savings as Savings
from circular_tender.analyse.saved import Unquantified as Unquantified
from circular_tender.analyse.savings import savings as savings
from circular_tender.assessment import Assessment


def without(assessment: Assessment, bid: str) -> Assessment:
    """Return the assessment of the whole tender as if a bid had never been there.

    Its marks and the decisions about it are gone, whatever the tender says about a rejection later. A draw counts among
    those of its bids that remain, where they are equal still, and to no other bid; elsewhere it is left out, and bids
    that nothing separates share a rank. Of a lot it is the ranking alone: no limit on how many lots a bidder may win is
    applied. Raises `InvalidDocuments` where there is no such bid, or where what remains can't be assessed, and
    `UndefinedResult` where a formula has no value for it.
    """
    return changed(assessment, Without(bid))


def impact(assessment: Assessment, change: Change) -> Impact:
    """Return what a change does: the whole tender again, where each bid moves, and which other bids turn over and why.

    Draws are held to as `without` says, and lots. Raises `InvalidDocuments` where the change is of no bid or place,
    where it changes nothing, or where what it makes can't be assessed, and `UndefinedResult` where a formula has no
    value then.
    """
    before = attrs.evolve(assessment, award=None) if assessment.award else assessment
    after = changed(before, change)
    moved = tuple(moves(before, after, touched(change)))
    return Impact(change, before, after, moved, tuple(reversals(before, after, moved)))
