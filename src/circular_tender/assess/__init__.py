"""From the documents to an assessment. Nothing here reads a file, a clock, a locale or a random number."""

from collections.abc import Sequence

from circular_tender.assess.consistency import check
from circular_tender.assess.lots import assess_lots as assess_lots
from circular_tender.assess.one import assessed
from circular_tender.assessment import Assessment
from circular_tender.bids import Bid, BrokenBid, Decisions, Judgements
from circular_tender.tender import Tender


def assess(
    tender: Tender,
    bids: Sequence[Bid | BrokenBid],
    judgements: Judgements | None = None,
    decisions: Decisions | None = None,
) -> Assessment:
    """Return the assessment of the bids by the tender's published rules and nothing else.

    Raises `InvalidDocuments` where bids, judgements or decisions don't answer the tender, or where it has lots (see
    `assess_lots`), and `UndefinedResult` where a published formula has no value for these bids.
    """
    return assessed(tender, bids, judgements, decisions, check(tender, bids, judgements, decisions))
