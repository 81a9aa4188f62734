"""Where each bid moves, which pairs turn over, what separated them before and after, and which formulas turned them."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from itertools import combinations

import attrs

from circular_tender.analyse.causes import Relative, cause, relatives
from circular_tender.analyse.data import Cause, Move, Reversal
from circular_tender.assessment import Assessment, Cell
from circular_tender.award import Key, adds_up
from circular_tender.bids import Bid
from circular_tender.derivation import Node

DRAW, RECEIVED, AWARDED = "draw", "received", "awarded"


@attrs.define
class Sides:
    """The two assessments, and the formulas that compare bids below each key that ranks, looked up once."""

    before: Assessment
    after: Assessment
    _known: dict[Key, tuple[tuple[Relative, Node | None], ...]] = attrs.field(
        factory=dict[Key, "tuple[tuple[Relative, Node | None], ...]"]
    )

    def below(self, key: Key, bid: str) -> tuple[tuple[Relative, Node | None], ...]:
        """Return the formulas below a key of which a reference changed, each with the key when that is put back."""
        if key not in self._known:
            old, new = (_cell(assessment, key, bid) for assessment in (self.before, self.after))
            found = relatives(self.after, old.node, new.node) if old and new else ()
            self._known[key] = tuple((one, one.put_back(new.node)) for one in found) if new else ()
        return self._known[key]


def moves(before: Assessment, after: Assessment, touched: frozenset[str]) -> Iterator[Move]:
    """Yield where each bid that is in both stands, in the order of the documents."""
    kept = {result.bid.id: result for result in after}
    for old in before:
        if new := kept.get(old.bid.id):
            yield Move(old.bid.id, old.bid.id in touched, old.rank, new.rank, old.total, new.total)


def reversals(before: Assessment, after: Assessment, rest: tuple[Move, ...]) -> Iterator[Reversal]:
    """Yield the pairs of untouched bids, ranked before and after, of which the order turned over."""
    ranked = [(m.rank_before, m.rank_after, m.bid) for m in rest if m.rank_before and m.rank_after and not m.touched]
    sides = Sides(before, after)
    for (_, first_after, first), (_, second_after, second) in _ahead(ranked):
        if first_after > second_after:
            by_before, by_after = (_separates(assessment, first, second) for assessment in (before, after))
            causes = tuple(_causes(sides, first, second, (by_before, by_after)))
            yield Reversal(first, second, by_before, by_after, causes)


_Ranked = tuple[int, int, str]


def _ahead(ranked: list[_Ranked]) -> Iterator[tuple[_Ranked, _Ranked]]:
    """Yield the pairs of which the first was ahead of the second."""
    for one, other in combinations(sorted(ranked), 2):
        if one[0] < other[0]:
            yield one, other


def _separates(assessment: Assessment, first: str, second: str) -> Key:
    """Return the key in which two bids differ first; where they differ in none, they were drawn."""
    for key in assessment.rules.order:
        if _value(assessment, key, first) != _value(assessment, key, second):
            return key
    return Key(DRAW)


def _value(assessment: Assessment, key: Key, bid: str) -> Fraction | datetime | None:
    held = assessment[bid].bid
    if key.aspect == RECEIVED:
        return held.received.moment if isinstance(held, Bid) and held.received else None
    cell = _cell(assessment, key, bid)
    return cell.number if cell else None


def _cell(assessment: Assessment, key: Key, bid: str) -> Cell | None:
    """Return what a bid has of what ranks; None of a draw and of when it was received."""
    result = assessment[bid]
    match key:
        case Key("awarded"):
            return result.awarded_cell
        case Key("points", criterion):
            return result[criterion].points_cell
        case Key("cost", criterion):
            return next(cost.cost_cell for cost in result.costs if cost.criterion == criterion)
        case _:
            return dict(result.factors).get(key.aspect)


def _causes(sides: Sides, first: str, second: str, keys: tuple[Key, ...]) -> Iterator[Cause]:
    """Yield the formulas that, with their references put back, would have the first less far behind.

    Where none does by itself, all that changed do together.
    """
    found = {one.after: (one, False) for key in keys for one, _ in sides.below(key, first)}
    for key in keys:
        for one, back in sides.below(key, first):
            if back is None or _lead(sides, key, back, first, second) > _lead(sides, key, None, first, second):
                found[one.after] = (one, True)
    alone = [one for one, turns in found.values() if turns]
    for one in alone or [one for one, _ in found.values()]:
        yield cause(one, sides.before, sides.after, (first, second))


def _lead(sides: Sides, key: Key, instead: Node | None, first: str, second: str) -> Fraction:
    """Return how far the first is ahead by a key after the change; of a total that is no sum, in parts of both.

    A factor that all such totals have in common, as a lowest price may be, then changes nothing.
    """
    cells = [_cell(sides.after, key, bid) for bid in (first, second)]
    own, other = (Cell(instead or cell.node, cell.position).number for cell in cells if cell)
    ahead = other - own if key.lowest else own - other
    if key.aspect != AWARDED or adds_up(sides.after.tender.award):
        return ahead
    return ahead / ((abs(own) + abs(other)) or 1)
