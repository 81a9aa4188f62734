"""The first sheet with numbers: the ranking as awarded, and what the workbook makes of it now."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from circular_tender.assessment import Assessment, BidAssessment
from circular_tender.award import lowest_wins
from circular_tender.exchange.office import Format, Sheet, height, put, stored
from circular_tender.exchange.workbook.formulas import PRECISION
from circular_tender.exchange.workbook.layout import Layout
from circular_tender.narrate import Words

_FIRST = 4  # the row of the first bid, counted from 1
_FIXED = ("rank", "bid", "bidder", "total", "workbook_live_rank")
_WIDTHS = (10, 24, 44, 14, 18)


def result(assessment: Assessment, words: Words, layout: Layout, page: Sheet, looks: Mapping[str, Format]) -> None:
    """Write the ranking; totals and points are references, and a rank beside them follows the totals."""
    put(page, 0, 0, words("workbook_result"), looks["title"])
    criteria = [criterion for _, criterion in assessment.tender.walk]
    heads = [*map(words, _FIXED), *map(words.criterion, criteria)]
    for column, head in enumerate(heads):
        page.set_column(column, column, _WIDTHS[column] if column < len(_WIDTHS) else 18)
        put(page, _FIRST - 2, column, head, looks["heading"])
    page.set_row(_FIRST - 2, height((head, 14) for head in heads))
    page.freeze_panes(_FIRST - 1, 3)
    ranked = [assessment[bid] for standing in assessment.ranking for bid in standing.bids]
    lowest = lowest_wins(assessment.tender.award)
    totals = [bid.total for bid in ranked if bid.total is not None]
    others = [bid for bid in assessment if bid.rank is None]
    for row, bid in enumerate([*ranked, *others], _FIRST):
        _row(page, row, bid, words, layout)
        if bid.total is not None:
            _live_rank(page, row, bid.total, totals, lowest=lowest)


def _live_rank(page: Sheet, row: int, total: Fraction, totals: Sequence[Fraction], *, lowest: bool) -> None:
    """Write the rank that follows the totals as they are recomputed."""
    range_ = f"$D${_FIRST}:$D${_FIRST + len(totals) - 1}"
    ahead = f"D{row}-{range_}" if lowest else f"{range_}-D{row}"
    rank = 1 + sum((total > other) if lowest else (other > total) for other in totals)
    page.write_formula(row - 1, 4, f"=1+SUMPRODUCT(--({ahead}>{PRECISION}*ABS(D{row})))", None, rank)


def _row(page: Sheet, row: int, bid: BidAssessment, words: Words, layout: Layout) -> None:
    put(page, row - 1, 0, words("rejected") if bid.rank is None else str(bid.rank))
    put(page, row - 1, 1, bid.bid.id)
    put(page, row - 1, 2, bid.bid.bidder)
    if bid.awarded_cell and bid.total is not None:
        there = layout.areas[bid.awarded_cell.node].at(bid.awarded_cell.position or 0)
        page.write_formula(row - 1, 3, f"={there}", None, stored(bid.total))
    known = [criterion.id for _, criterion in words.tender.walk]
    counted = [(score.criterion, score.points_cell) for score in bid.scores]
    counted += [(cost.criterion, cost.cost_cell) for cost in bid.costs]
    for name, cell in counted:
        there = layout.areas[cell.node].at(cell.position or 0)
        page.write_formula(row - 1, len(_FIXED) + known.index(name), f"={there}", None, stored(cell.number))
