"""Whether the panel's marks answer the tender: known bids and criteria, allowed marks, and of whom."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from circular_tender.bids import Judgement as Marked
from circular_tender.bids import Judgements
from circular_tender.errors import Finding, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import Judgement
from circular_tender.scales import Levels
from circular_tender.tender import Leaf, Tender


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
                yield from _judgement(asked[name], judgement, f"/marks/{bid}/{name}")
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
    computed = isinstance(leaf.indicator, Judgement) and leaf.indicator.aggregate == "mean_of_members"
    if judgement.mark is not None:
        yield from _mark(leaf, judgement.mark, f"{at}/mark")
        if computed:
            yield Finding("mark-computed", f"{at}/mark", shown(_text(judgement.mark)))
    elif not computed:
        yield Finding("missing-key", f"{at}/mark", shown(None), (("key", "mark"),))
    for member, own in judgement.members.items():
        yield from _mark(leaf, own.mark, f"{at}/members/{member}/mark")


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
    if isinstance(leaf.scale, Levels):
        known = list(leaf.scale.levels)
        if not isinstance(mark, str) or mark not in known:
            yield row("unknown-level", at, _text(mark), known)
    elif allowed and not (isinstance(mark, Quantity) and allowed.least.value <= mark.value <= allowed.greatest.value):
        bounds = (("least", allowed.least.text), ("greatest", allowed.greatest.text))
        yield Finding("mark-not-allowed", at, shown(_text(mark)), bounds)


def _text(mark: Quantity | str) -> str:
    return mark if isinstance(mark, str) else mark.text
