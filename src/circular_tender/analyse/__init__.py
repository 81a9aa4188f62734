"""What would be otherwise if something else were otherwise: the whole tender again, and what moved and why."""

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
from circular_tender.assessment import Assessment


def without(assessment: Assessment, bid: str) -> Assessment:
    """Return the assessment of the whole tender as if a bid had never been there.

    Its marks and the decisions about it are gone, whatever the tender says about a rejection later. A draw counts among
    those of its bids that remain, where they are equal still, and to no other bid; elsewhere it is left out, and bids
    that nothing separates share a rank. Raises `InvalidDocuments` where there is no such bid, or where what remains
    can't be assessed, and `UndefinedResult` where a formula has no value for it.
    """
    return changed(assessment, Without(bid))


def impact(assessment: Assessment, change: Change) -> Impact:
    """Return what a change does: the whole tender again, where each bid moves, and which other bids turn over and why.

    Draws are held to as `without` says. Raises `InvalidDocuments` where the change is of no bid or place, where it
    changes nothing, or where what it makes can't be assessed, and `UndefinedResult` where a formula has no value then.
    """
    after = changed(assessment, change)
    moved = tuple(moves(assessment, after, touched(change)))
    return Impact(change, assessment, after, moved, tuple(reversals(assessment, after, moved)))
