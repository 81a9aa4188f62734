"""What is looked at beside a panel's marks: how far they lie apart, and reasons that only repeat the tender."""

from collections.abc import Iterator
from fractions import Fraction
from unicodedata import category, normalize

import attrs

from circular_tender.bids import Judgement, MemberMark
from circular_tender.exact import Quantity
from circular_tender.indicators import Judgement as Asked
from circular_tender.rules import pointer
from circular_tender.scales import LevelScale
from circular_tender.tender.model import Leaf, Tender


@attrs.frozen
class Apart:
    """The two members whose marks lie furthest apart, and how far: in the unit of marks, or in levels."""

    one: str
    other: str
    by: Fraction


@attrs.frozen
class Unreasoned:
    """A mark without a reason of its own: of which member, or of the panel (None), and where its reason stands.

    `repeats` is the pointer of what the reason repeats of the tender; None where there is no reason.
    """

    member: str | None
    at: str
    reason: str | None
    repeats: str | None


def apart(leaf: Leaf, judgement: Judgement) -> Apart | None:
    """Return how far the members' marks lie apart; None where there are none, or one is not of this criterion."""
    numbers = {role: _number(leaf, own.mark) for role, own in judgement.members.items()}
    known = {role: number for role, number in numbers.items() if number is not None}
    if not known or len(known) < len(numbers):
        return None
    one, other = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    return Apart(one, other, known[other] - known[one])


def beyond_tolerance(leaf: Leaf, judgement: Judgement) -> Apart | None:
    """Return how far the members' marks lie apart, where that is more than the tender tolerates."""
    tolerance = leaf.indicator.tolerance if isinstance(leaf.indicator, Asked) else None
    found = apart(leaf, judgement) if tolerance else None
    return found if found and tolerance and found.by > tolerance.value else None


def _number(leaf: Leaf, mark: Quantity | str) -> Fraction | None:
    """Return a mark as a number: of a level, its place among those that the tender lists."""
    if isinstance(leaf.scale, LevelScale):
        names = [*leaf.scale.levels]
        return Fraction(names.index(mark)) if isinstance(mark, str) and mark in names else None
    return mark.value if isinstance(mark, Quantity) else None


def unreasoned(tender: Tender, leaf: Leaf, judgement: Judgement) -> Iterator[Unreasoned]:
    """Yield the marks without a reason and, where the tender asks for that, those whose reason only repeats it."""
    looked_at = isinstance(leaf.indicator, Asked) and leaf.indicator.reasons is not None
    said = _said(tender, leaf) if looked_at else {}
    for member, own in _marks(leaf, judgement):
        plain = _plain(own.reason or "") if looked_at else own.reason
        if not plain or plain in said:
            at = "/reason" if member is None else pointer("members", member, "reason")
            yield Unreasoned(member, at, own.reason, said.get(plain) if plain else None)


def _marks(leaf: Leaf, judgement: Judgement) -> Iterator[tuple[str | None, Judgement | MemberMark]]:
    computed = isinstance(leaf.indicator, Asked) and leaf.indicator.is_computed  # then the panel writes none
    if judgement.mark is not None and not computed:
        yield None, judgement
    yield from judgement.members.items()


def _said(tender: Tender, leaf: Leaf) -> dict[str, str]:
    """Return what the tender says of a criterion and its levels, in each of its languages, with its pointers."""
    at = next(at for at, known in tender.leaves if known is leaf)
    texts = [(leaf.title, f"{at}/title")]
    if isinstance(leaf.scale, LevelScale):
        texts += [(name, f"{at}/scale/levels/{name}") for name in leaf.scale.levels]
        texts += [(text, f"{at}/scale/descriptions/{name}") for name, text in leaf.scale.descriptions.items()]
    each = [
        (text, place)
        for given, here in texts
        for text, place in (
            [(given, here)] if isinstance(given, str) else [(text, f"{here}/{name}") for name, text in given.items()]
        )
    ]
    return {_plain(text): place for text, place in reversed(each)}


def _plain(text: str) -> str:
    """Return a text without case, white space and punctuation.

    >>> _plain("Who collects  is named; where it goes, is NOT."), _plain(" – ")
    ('whocollectsisnamedwhereitgoesisnot', '')
    """
    return "".join(c for c in normalize("NFKC", text).casefold() if category(c)[0] in "LMN")
