"""What a change does: who would win, who would move, which other bids turn over, and the formula that turns them."""

from collections.abc import Iterator
from typing import assert_never

from circular_tender.analyse import (
    Cause,
    Change,
    Changed,
    Had,
    Impact,
    Logged,
    Marked,
    Move,
    Reversal,
    Without,
    touched,
)
from circular_tender.assessment import Assessment
from circular_tender.award import Key
from circular_tender.narrate.comparison import factor
from circular_tender.narrate.page import Block, Heading, Items, Paragraph, Table, isolated
from circular_tender.narrate.standing import for_whom, rejection
from circular_tender.narrate.words import Words


def impact(value: Impact, words: Words) -> tuple[Block, ...]:
    """Return the blocks of the page of an impact; it is for the authority."""
    change = _change(value.change, words)
    title = words("title", title=words.text(words.tender.title, "/title"))
    return (
        Heading(1, change),
        for_whom(words),
        Paragraph(_answer(value, change, words), "answer"),
        Paragraph(_turned(value, words)),
        *(Paragraph(line) for line in _lot_alone(words)),
        *(Paragraph(line) for line in _admission(value, words)),
        Paragraph(f"{title}. {words.about()}"),
        *_moves(value, words),
        *(block for reversal in value.reversals for block in _reversal(value, reversal, words)),
    )


def _lot_alone(words: Words) -> Iterator[str]:
    """Yield that the ranking of a lot is compared, where limits may give the award to another bid."""
    if words.tender.lot and _limited(words):
        yield words("impact_lot_alone", lot=words.lot(words.tender.lot))


def _limited(words: Words) -> bool:
    """Tell whether whoever ranks first in a lot may yet be passed over."""
    limits = words.tender.whole.lot_limits
    return limits is not None and limits.awards is not None


def _change(change: Change, words: Words) -> str:
    """Return what would be otherwise, as the beginning of a sentence."""
    match change:
        case Without(bid):
            return words("change_without", bid=bid)
        case Changed(bid, pointer, to):
            written = "null" if to is None else str(to).lower() if isinstance(to, bool) else isolated(str(to))
            return words("change_changed", bid=bid, pointer=isolated(pointer), to=written)
        case Marked(bid, criterion, to, None):
            return words("change_marked", bid=bid, criterion=words.titled(criterion), to=isolated(str(to)))
        case Marked(bid, criterion, to, member):
            data = {"bid": bid, "criterion": words.titled(criterion), "to": isolated(str(to))}
            return words("change_member", role=str(member), **data)
        case Logged(decision):
            return words("change_logged", kind=decision.kind, bids=words.listed(sorted(touched(change))) or "–")
        case _:
            assert_never(change)


def _answer(value: Impact, change: str, words: Words) -> str:
    """Return who would win, beside who wins now."""
    before, after = (_named(a, a.winners, words) for a in (value.before, value.after))
    lot = "_lot" if _limited(words) else ""
    if not value.after.ranking:
        return words("impact_none", change=change)
    if value.after.result == "tie":
        return words("impact_open", change=change, bids=_named(value.after, _undecided(value.after), words))
    if {*value.before.winners} == {*value.after.winners}:
        return words(f"impact_same{lot}", change=change, winners=after)
    if value.before.winners and value.before.result != "tie":
        return words(f"impact_other{lot}", change=change, winners=after, before=before)
    if value.before.winners and not lot:
        return words("impact_beside", change=change, winners=after, before=before)
    return words(f"impact_settled{lot}", change=change, winners=after)


def _named(assessment: Assessment, bids: tuple[str, ...], words: Words) -> str:
    return words.listed([words.bidder(assessment[bid].bid) for bid in bids])


def _undecided(assessment: Assessment) -> tuple[str, ...]:
    """Return the bids of the first rank of which it is open who wins."""
    return next(standing.bids for standing in assessment.ranking if not {*standing.bids} <= {*assessment.winners})


def _turned(value: Impact, words: Words) -> str:
    """Return which other bids turn over."""
    pairs = [words("impact_pair", first=turned.first, second=turned.second) for turned in value.reversals]
    return words("impact_reversals", pairs=words.listed(pairs)) if pairs else words("impact_no_reversal")


def _admission(value: Impact, words: Words) -> Iterator[str]:
    """Yield which bids would be rejected, on what grounds, and which would no longer be."""
    for move in value.moves:
        if move.rank_before and not move.rank_after:
            grounds = " ".join(rejection(ground, words) for ground in value.after[move.bid].rejections)
            yield words("impact_rejected", bid=move.bid, grounds=grounds)
        elif move.rank_after and not move.rank_before:
            yield words("impact_admitted", bid=move.bid)


def _moves(value: Impact, words: Words) -> Iterator[Block]:
    """Yield where each bid stands now and then, in the order that would be."""
    total = words.ranked("total")
    ranks = (words("impact_rank_now"), words("impact_rank_then"))
    totals = (words("impact_now", total=total), words("impact_then", total=total))
    ranked = sorted(value.moves, key=lambda move: (move.rank_after is None, move.rank_after or 0))
    if ranked:
        header = (words("bid"), words("bidder"), *ranks, *totals)
        yield Table(words("impact_moves"), header, tuple(_row(value, move, words) for move in ranked), (4, 5))


def _row(value: Impact, move: Move, words: Words) -> tuple[str, ...]:
    ranks = (str(rank) if rank else words("rejected") for rank in (move.rank_before, move.rank_after))
    totals = ("" if total is None else words.total(total) for total in (move.total_before, move.total_after))
    return move.bid, isolated(value.before[move.bid].bid.bidder), *ranks, *totals


def _reversal(value: Impact, reversal: Reversal, words: Words) -> Iterator[Block]:
    """Yield which of two bids is ahead now and then, and the formulas that turn them."""
    first, second = reversal.first, reversal.second
    yield Heading(2, words("impact_pair", first=first, second=second))
    before = _by(value.before, reversal.by_before, first, second, words)
    after = _by(value.after, reversal.by_after, second, first, words)
    yield Paragraph(words("impact_turn", first=first, second=second, before=before, after=after))
    yield Items(tuple(item for cause in reversal.causes for item in _cause(cause, words)))


def _by(assessment: Assessment, key: Key, ahead: str, behind: str, words: Words) -> str:
    """Return what separates two bids, with what each has of it."""
    if key.aspect in {"received", "draw"}:
        return words(f"impact_by_{key.aspect}")
    own, other = (_shown(assessment, key, bid, words) for bid in (ahead, behind))
    if key.criterion:
        return words("impact_by_tie", what=words.titled(key.criterion), own=own, other=other)
    what = factor("total" if key.aspect == "awarded" else key.aspect, words)
    return words("impact_by", what=what, own=own, other=other)


def _shown(assessment: Assessment, key: Key, bid: str, words: Words) -> str:
    result = assessment[bid]
    match key.aspect:
        case "awarded" if result.total is not None:
            return words.total(result.total)
        case "points":
            return words.points(result[key.criterion].points)
        case "cost":
            cost = next(cost.cost for cost in result.costs if cost.criterion == key.criterion)
            return words.figure(cost, "amount")
        case _:
            cell = dict(result.factors)[key.aspect]
            return words.figure(cell.number, cell.unit)


def _cause(cause: Cause, words: Words) -> Iterator[str]:
    """Yield a formula that compares bids, its references now and then, and what it gives the two bids."""
    made = words.listed([words.titled(name) for name in cause.criteria]) or words.ranked("total")
    yield words("impact_cause", made=made, formula=cause.formula.name, expression=cause.expression)
    for one in cause.references:
        before, after = (words.exact(value, one.unit) for value in (one.before, one.after))
        yield "    " + words("impact_reference", name=one.name, formula=one.formula.name, before=before, after=after)
    for had in cause.values:
        yield "    " + _had(had, words)


def _had(had: Had, words: Words) -> str:
    before, after = (words.exact(cell.number, cell.unit) for cell in (had.before, had.after))
    return words("impact_had", bid=had.bid, before=before, after=after)
