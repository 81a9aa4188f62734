"""What the form for a panel asks: for each criterion that is judged a sheet, with a row for each bid."""

from collections.abc import Iterator, Sequence

import attrs

from circular_tender.bids import Bid
from circular_tender.exchange.forms.asked import Asked, Blank, Cell, Column, Entry, Form, Said, Sheet
from circular_tender.exchange.forms.bid import questions
from circular_tender.exchange.forms.explained import Explained
from circular_tender.exchange.office import sheet_name
from circular_tender.indicators import Judgement, offered
from circular_tender.narrate import Words
from circular_tender.record import digest
from circular_tender.scales import LevelScale
from circular_tender.tender import Leaf, judges

SCORING_SHEET = "circular-tender/scoring-sheet/1"
_OFFERED = 50  # marks that are offered to choose from; more are too many to look through
_NARROW, _MIDDLE, _WIDE = 14, 28, 60


def scoring_sheet_of(words: Words, bids: Sequence[Bid], members: Sequence[str]) -> Form:
    """Return what a tender asks of its panel about these bids, in one language."""
    told, tender = Explained(words), words.tender
    panel = questions("panel", told, ((words("form_ask_panel"), Asked("/panel", "text", "refused")),))
    judged = [leaf for _, leaf in tender.leaves if isinstance(leaf.indicator, Judgement)]
    sheets = (panel, *(_criterion(told, number, leaf, bids, members) for number, leaf in enumerate(judged, 1)))
    schema = "circular-tender/judgements/1"
    return Form(SCORING_SHEET, schema, tender.reference, digest(tender), words.language, sheets, members=tuple(members))


def _criterion(told: Explained, number: int, leaf: Leaf, bids: Sequence[Bid], members: Sequence[str]) -> Sheet:
    asked = list(_asked(told, leaf, members))
    headings = *told.columns(("form_id", _NARROW), ("form_bidder", _MIDDLE)), *(column for column, _ in asked)
    rows = tuple(
        _row(bid, f"/marks/{bid.id}/{leaf.id}", [each for _, each in asked])
        for bid in bids
        if judges(told.words.tender, leaf, bid)
    )
    return Sheet(f"marks-{leaf.id}", sheet_name(number, leaf.id), told.explained([leaf]), headings, rows)


def _row(bid: Bid, at: str, asked: Sequence[Asked]) -> tuple[Cell, ...]:
    return Said(bid.id), Said(bid.bidder), *(Entry(_of(each, at)) for each in asked)


def _of(asked: Asked, at: str) -> Asked:
    """Return what is asked about a bid, from what is asked about each."""
    return attrs.evolve(asked, at=at + asked.at, claim=at + asked.claim, unclaimed="absent")


def _asked(told: Explained, leaf: Leaf, members: Sequence[str]) -> Iterator[tuple[Column, Asked]]:
    indicator = leaf.indicator
    if not isinstance(indicator, Judgement):
        return
    if not indicator.is_computed:
        heads = told.columns(("form_mark", _NARROW), ("form_reason", _WIDE), ("form_at", _MIDDLE))
        yield from zip(heads, _mark(told, leaf, indicator, ""), strict=True)
    for member in members:
        keys = ("form_member_mark", _NARROW), ("form_member_reason", _WIDE), ("form_member_at", _MIDDLE)
        heads = tuple(Column(told.words(key, member=member), width) for key, width in keys)
        yield from zip(heads, _mark(told, leaf, indicator, f"/members/{member}"), strict=True)
    if indicator.tolerance:
        (head,) = told.columns(("form_moderation", _WIDE))
        yield head, Asked("/moderation")


def _mark(told: Explained, leaf: Leaf, indicator: Judgement, claim: str) -> tuple[Asked, ...]:
    levels = leaf.scale.levels if isinstance(leaf.scale, LevelScale) else {}
    choices = tuple((name, name) for name in levels)
    numbers = offered(indicator.allowed, _OFFERED) if indicator.allowed else ()
    shown = tuple(map(told.notation.written, numbers))
    mark = Asked(f"{claim}/mark", "word" if choices else "quantity", "refused", claim, words=choices, offered=shown)
    reason: Blank = "absent" if indicator.reasons == "flag" else "refused"
    return mark, Asked(f"{claim}/reason", "text", reason, claim), Asked(f"{claim}/at", "text", "absent", claim)
