"""What is said of proof: which claims do not count, which proof carries several criteria; and of stated figures."""

from collections.abc import Iterator

from circular_tender.bids import Bid
from circular_tender.explain import EXPIRED, Explanation, Reason, Stated
from circular_tender.indicators import NONE, REFUSED
from circular_tender.narrate.figures import PLACES
from circular_tender.narrate.followed import Followed
from circular_tender.narrate.page import isolated
from circular_tender.narrate.places import owner
from circular_tender.narrate.words import Words
from circular_tender.rules import segments


def unproven(explanation: Explanation, reason: Reason, words: Words) -> Iterator[str]:
    """Yield which claims do not count, by the kind of proof they have."""
    if reason.unproven:
        kinds = reason.proof.kinds if reason.proof else ()
        told = "; ".join(_of_kind(*of, explanation, reason, words) for of in _sorts(reason))
        asked = words.listed([words(f"proof_{kind}") for kind in kinds])
        yield words("unproven", asked=asked, claims=told) if kinds else words("unproven_passports", claims=told)


def shared(explanation: Explanation, reason: Reason, words: Words) -> Iterator[str]:
    """Yield which proof carries other criteria too."""
    bid = explanation.result.bid
    if not isinstance(bid, Bid):
        return
    for one in reason.shared:
        criteria = words.listed([words.title_alone(name) for name in one.criteria])
        title = isolated(bid.evidence[one.evidence].title)
        yield words("shared_proof", proof=one.evidence, title=title, criteria=criteria)


def stated(reason: Reason, words: Words) -> Iterator[str]:
    """Yield what the supplier states of its products, beside what they come to."""
    for one in reason.stated:
        figures = {name: words.figure(getattr(one, name), one.unit) for name in ("stated", "counted")}
        yield words(f"stated_{one.name}", product=one.product, difference=_difference(one, words), **figures)


def _difference(one: Stated, words: Words) -> str:
    """Return how much more or less comes of it than is stated; of percentages in percentage points."""
    if not one.difference:
        return words("difference_none")
    more = "more" if one.difference > 0 else "less"
    by = abs(one.difference)
    if one.unit == "ratio":
        return words(f"difference_points_{more}", by=words.notation.decimal(by * 100, PLACES["ratio"]))
    return words(f"difference_{more}", by=words.figure(by, one.unit))


def _sorts(reason: Reason) -> list[tuple[str, str]]:
    """Return the claims' sorts and kinds of proof; one criterion may read several sorts of claims."""
    return list(dict.fromkeys((_sort(claim.pointer), claim.shown) for claim in reason.unproven))


def _sort(pointer: str) -> str:
    """Return what a claim is about: the key in a bid under which it stands."""
    path = segments(pointer)
    return path[-2] if path[0] == "products" else path[0]


def _of_kind(sort: str, kind: str, explanation: Explanation, reason: Reason, words: Words) -> str:
    """Return how many claims do not count for want of a better proof than this, and of what they are."""
    every = {_sort(claim.pointer) for claim in reason.unproven}
    claims = [claim.pointer for claim in reason.unproven if (_sort(claim.pointer), claim.shown) == (sort, kind)]
    told = _kind(kind, str(len(claims)), reason, words)
    names = [name for name in (_name(claim, explanation, words) for claim in claims) if name]
    listed = Followed(explanation, reason, words).some(names)
    told = words("unproven_of", claims=told, names=listed) if names else told
    return words("unproven_sort", sort=words(f"about_{sort}"), claims=told) if len(every) > 1 else told


def _name(pointer: str, explanation: Explanation, words: Words) -> str:
    """Return of what a claim is: the product and part, the spare part, the line; nothing of a single answer."""
    path = segments(pointer)
    if path[0] == "spare_parts":
        return words.spare_part(path[-2])
    if path[0] == "take_back":
        return words.line_titled(path[-2])
    return owner(pointer, explanation.result.bid)


def _kind(kind: str, count: str, reason: Reason, words: Words) -> str:
    on = reason.proof.on if reason.proof else None
    if kind == NONE:
        return words("unproven_none", count=count)
    if kind == REFUSED:
        return words("unproven_refused", count=count)
    if kind == EXPIRED and on:
        return words("unproven_expired", count=count, date=words.notation.day(on))
    return words("unproven_kind", count=count, kind=words(f"proof_{kind}"))
