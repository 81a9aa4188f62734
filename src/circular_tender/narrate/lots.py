"""Who wins a lot, who is passed over and why; and the page of all lots."""

from collections.abc import Iterator, Sequence

from circular_tender.assessment import LotAward, PassedOver
from circular_tender.explain import Explanation, LotsReport, View
from circular_tender.narrate.page import Block, Details, Heading, Paragraph, Table
from circular_tender.narrate.words import Words
from circular_tender.tender import Tender


def awarded(view: View, words: Words) -> Iterator[str]:
    """Yield who is passed over in a lot, and who wins it then; nothing where the ranking alone decides."""
    award = view.assessment.award
    if award is None or award.by_ranking or not view.shows_award:
        return
    yield from (passed_over(passed, view, words) for passed in award.passed_over)
    yield won(award, view, words)


def of_bid(explanation: Explanation, words: Words) -> Iterator[str]:
    """Yield that a bid is passed over in a lot, or wins it where others are, to its bidder and the authority."""
    view, bid = explanation.view, explanation.result.bid.id
    award = view.assessment.award
    if award is None or award.by_ranking or (view.reader != "authority" and bid != view.own):
        return
    yield from (passed_over(passed, view, words) for passed in award.passed_over if passed.bid == bid)
    if bid in award.winners:
        yield words("lot_won_by", bids=words.bidder(view.assessment[bid].bid))
    elif award.result == "open" and explanation.result.rank:
        yield won(award, view, words)


def passed_over(passed: PassedOver, view: View, words: Words) -> str:
    """Return that a bid is passed over, and why."""
    limits = words.tender.whole.lot_limits
    limit = limits.awards.text if limits and limits.awards else ""
    bidder = words.bidder(view.assessment[passed.bid].bid)
    return words("passed_over", bidder=bidder, lots=words.lots(passed.won), limit=limit)


def won(award: LotAward, view: View, words: Words) -> str:
    """Return who wins a lot in which bids are passed over, or why nobody does."""
    bids = words.listed([words.bidder(view.assessment[bid].bid) for bid in award.winners])
    match award.result:
        case "open":
            return words("lot_open", lots=words.lots(award.undecided))
        case "all_passed_over":
            return words("all_passed_over")
        case "tie":
            return words("lot_tied", bids=bids or words("nobody"))
        case _:
            return words("lot_won_by", bids=bids)


def all_lots(report: LotsReport, pages: Sequence[tuple[Words, tuple[Block, ...]]]) -> Iterator[Block]:
    """Yield who wins each lot and who is passed over, in the order in which they are awarded; then the page of each."""
    words = {own.tender.lot: own for own, _ in pages}
    rows = tuple(_row(report, award, words[award.lot]) for award in report.assessments.awards)
    first = pages[0][0]
    yield Table(first("lot_awards"), tuple(map(first, ("lot", "lot_winner", "lot_passed_over"))), rows)
    yield from (Paragraph(line) for line in limits(report.assessments.tender, first))
    for own, page in pages:
        yield Heading(2, first("lot_heading", lot=own.lot(own.tender.lot or "")))
        yield from map(_below, page)


def limits(tender: Tender, words: Words) -> Iterator[str]:
    """Yield on how many lots one bidder may bid, how many it may win, and the order in which they are then awarded."""
    stated = tender.lot_limits
    if stated and stated.bids:
        yield words("lot_limit_bids", limit=stated.bids.text)
    if stated and stated.awards and stated.order:
        yield words("lot_limit_awards", limit=stated.awards.text, lots=words.lots(stated.order))


def ceilings(words: Words) -> Iterator[str]:
    """Yield above which price a bid is rejected in a lot, for each lot that has a ceiling."""
    for lot in words.tender.lots:
        if lot.ceiling:
            ceiling = words("ceiling", ceiling=words.figure(lot.ceiling.value, "amount"))
            yield f"{words('lot_heading', lot=words.lot(lot.id))}: {ceiling}"


def _row(report: LotsReport, award: LotAward, words: Words) -> tuple[str, ...]:
    name, view = words.lot(award.lot), words.view
    if view is None or not report.shows(award):
        return name, words("withheld"), words("withheld")
    passed = [
        words("lot_passed", bidder=words.bidder(view.assessment[one.bid].bid), lots=words.lots(one.won))
        for one in award.passed_over
    ]
    winners = words.listed([words.bidder(view.assessment[bid].bid) for bid in award.winners])
    return name, _winners(award, winners, words), "; ".join(passed) or words("nobody")


def _winners(award: LotAward, winners: str, words: Words) -> str:
    match award.result:
        case "open":
            return words("award_open", lots=words.lots(award.undecided))
        case "tie" if winners:
            return words("award_tie_beside", bids=winners)
        case "tie" | "no_valid_bid" | "all_passed_over":
            return words(f"award_{award.result}")
        case _:
            return winners


def _below(block: Block) -> Block:
    """Return a block of a page that has become a part of another: its headings stand one step lower."""
    match block:
        case Heading(level, text):
            return Heading(level + 1, text)
        case Details(summary, blocks):
            return Details(summary, tuple(map(_below, blocks)))
        case _:
            return block
