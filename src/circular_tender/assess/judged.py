"""Whether the panel's marks answer the tender: known bids and criteria, allowed marks, of whom, and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import assert_never

from circular_tender.bids import Judgement as Marked
from circular_tender.bids import Judgements
from circular_tender.errors import Finding, Said, Term, either, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import Bounds, Judgement, Listed, allows, closest
from circular_tender.scales import LevelScale
from circular_tender.tender import Leaf, Tender, beyond_tolerance, unreasoned

LEAST_TRIMMED = 3  # members: without the highest and the lowest mark something must be left


def findings(tender: Tender, bids: Collection[str], given: Judgements, judged: Sequence[Leaf]) -> Iterator[Finding]:
    """Yield what in the judgements does not answer the tender and the bids."""
    if given.tender != tender.reference:
        yield Finding("other-tender", "/tender", shown(given.tender), (("expected", tender.reference),))
    yield from unknown("unknown-bid", "/marks", given.marks, bids)
    asked = {leaf.id: leaf for leaf in judged}
    for bid, marks in given.marks.items():
        yield from unknown("unknown-criterion", f"/marks/{bid}", marks, asked)
        for name, judgement in marks.items():
            if name in asked:
                at = f"/marks/{bid}/{name}"
                yield from _judgement(asked[name], judgement, at)
                yield from _reasons(tender, asked[name], judgement, at)
    for leaf in judged:
        yield from _same_members(leaf, given)


def unknown(code: str, at: str, given: Collection[str], known: Collection[str]) -> Iterator[Finding]:
    """Yield the names that the tender does not have."""
    for name in given:
        if name not in known:
            yield Finding(code, f"{at}/{name}", shown(name), (("slip", nearest(name, known)),))


def rows(code: str, at: str, given: Collection[str], known: Sequence[str]) -> Iterator[Finding]:
    """Yield the names that a table of the tender does not have."""
    for name in given:
        if name not in known:
            yield row(code, f"{at}/{name}", name, known)


def row(code: str, at: str, name: str, known: Sequence[str]) -> Finding:
    """Return the finding of a name that a table of the tender does not have."""
    return Finding(code, at, shown(name), (("choices", ", ".join(known)), ("slip", nearest(name, known))))


def _judgement(leaf: Leaf, judgement: Marked, at: str) -> Iterator[Finding]:
    computed = isinstance(leaf.indicator, Judgement) and leaf.indicator.is_computed
    if judgement.mark is not None:
        yield from _mark(leaf, judgement.mark, f"{at}/mark")
        if computed:
            yield Finding("mark-computed", f"{at}/mark", shown(_text(judgement.mark)))
    elif not computed:
        yield Finding("missing-key", f"{at}/mark", shown(None), (("key", "mark"),))
    for member, own in judgement.members.items():
        yield from _mark(leaf, own.mark, f"{at}/members/{member}/mark")
    yield from _members(leaf, judgement, at)
    yield from _moderation(leaf, judgement, at)


def _members(leaf: Leaf, judgement: Marked, at: str) -> Iterator[Finding]:
    """Yield where there are fewer members than what the tender publishes needs."""
    members = judgement.members
    match leaf.indicator:
        case Judgement(aggregate="trimmed_mean_of_members") if 0 < len(members) < LEAST_TRIMMED:
            data = (("least", str(LEAST_TRIMMED)),)
            yield Finding("too-few-members", f"{at}/members", shown(", ".join(sorted(members))), data)
        case Judgement(is_computed=False, tolerance=Quantity()) if not members:
            yield Finding("tolerance-without-members", f"{at}/members", shown(None))
        case _:
            return


def _moderation(leaf: Leaf, judgement: Marked, at: str) -> Iterator[Finding]:
    """Yield where the members' marks lie further apart than is tolerated, and nothing says how that was talked over."""
    far = beyond_tolerance(leaf, judgement)
    if far and judgement.moderation is None and isinstance(leaf.indicator, Judgement) and leaf.indicator.tolerance:
        pair = (("one", far.one), ("other", far.other))
        marks = tuple((f"mark_{name}", _text(judgement.members[role].mark)) for name, role in pair)
        data = (*pair, *marks, ("tolerance", leaf.indicator.tolerance.text))
        yield Finding("moderation-missing", f"{at}/moderation", shown(None), data)


def _reasons(tender: Tender, leaf: Leaf, judgement: Marked, at: str) -> Iterator[Finding]:
    """Yield the marks without a reason, and the reasons that only repeat the tender, unless it has these told."""
    flagged = isinstance(leaf.indicator, Judgement) and leaf.indicator.reasons == "flag"
    for mark in () if flagged else unreasoned(tender, leaf, judgement):
        if mark.repeats is None:
            yield Finding("missing-key", at + mark.at, shown(mark.reason), (("key", "reason"),))
        else:
            yield Finding("reason-repeats", at + mark.at, shown(mark.reason), (("at", mark.repeats),))


def _same_members(leaf: Leaf, given: Judgements) -> Iterator[Finding]:
    """Yield the judgements whose members are others than those of the first: the bids were not judged by the same."""
    first: tuple[str, Mapping[str, object]] | None = None
    for bid, marks in given.marks.items():
        if leaf.id in marks and (members := marks[leaf.id].members):
            first = first or (bid, members)
            if {*members} != {*first[1]}:
                data = (("bid", first[0]), ("members", ", ".join(sorted(first[1]))))
                found = shown(", ".join(sorted(members)))
                yield Finding("other-members", f"/marks/{bid}/{leaf.id}/members", found, data)


def _mark(leaf: Leaf, mark: Quantity | str, at: str) -> Iterator[Finding]:
    allowed = leaf.indicator.allowed if isinstance(leaf.indicator, Judgement) else None
    if isinstance(leaf.scale, LevelScale):
        known = list(leaf.scale.levels)
        if not isinstance(mark, str) or mark not in known:
            yield row("unknown-level", at, _text(mark), known)
    elif allowed and not (isinstance(mark, Quantity) and allows(allowed, mark.value)):
        near = [repr(text) for text in closest(allowed, mark.value)] if isinstance(mark, Quantity) else []
        slip = Term.of("slip", word=either(near)) if near else ""
        yield _not_allowed(allowed, at, shown(_text(mark)), slip)


def _not_allowed(allowed: Bounds | Listed, at: str, found: Said, slip: Said) -> Finding:
    match allowed:
        case Bounds(least=least, greatest=greatest, step=None):
            return Finding("mark-not-allowed", at, found, (("least", least.text), ("greatest", greatest.text)))
        case Bounds(least=least, greatest=greatest, step=step):
            bounds = (("least", least.text), ("greatest", greatest.text), ("step", step.text if step else ""))
            return Finding("mark-off-step", at, found, (*bounds, ("slip", slip)))
        case Listed(values=values):
            listed = ", ".join(value.text for value in values)
            return Finding("mark-not-listed", at, found, (("choices", listed), ("slip", slip)))
        case _:
            assert_never(allowed)


def _text(mark: Quantity | str) -> str:
    return mark if isinstance(mark, str) else mark.text
