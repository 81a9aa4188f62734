"""What decisions change, one place at a time, and whether each change fits what stood there."""

from collections.abc import Iterator
from functools import reduce
from typing import TypeAlias

import attrs

from circular_tender.bids import Clarified, Decision, Decisions, EvidenceJudged, MarkRevised
from circular_tender.errors import Finding, nearest, shown
from circular_tender.exact import Quantity
from circular_tender.rules import Json, member, pointer, segments

FIXED = ("schema", "tender", "id", "bidder", "received")  # what makes a bid this bid: no clarification changes it
Path: TypeAlias = tuple[str, ...]


@attrs.frozen
class Change:
    """What a decision writes: into which document, where, and where in the log the new value stands.

    `old` is what stood there, as the decision says; None where it says nothing of it, else alone in a tuple.
    """

    document: str
    path: Path
    old: tuple[Json] | None
    new: Json
    at: str

    @property
    def decision(self) -> str:
        """Where in the log the decision stands."""
        return self.at.rpartition("/")[0]

    @property
    def judges_proof(self) -> bool:
        """Whether it says as which kind a proof counts, which may be `none`, a kind that no document has."""
        return self.at.endswith("/counts_as")

    def findings(self, whole: Json) -> Iterator[Finding]:
        """Yield what stands against this change of a document."""
        decision = self.decision
        parent = reduce(member, self.path[:-1], whole)
        here = member(parent, self.path[-1])
        if self.path[0] in FIXED:
            yield Finding("clarification-fixed", f"{decision}/pointer", shown(pointer(*self.path)))
        elif self.judges_proof and not isinstance(parent, dict):
            known = member(whole, "evidence")
            slip = nearest(self.path[1], known if isinstance(known, dict) else ())
            yield Finding("unknown-evidence", f"{decision}/evidence", shown(self.path[1]), (("slip", slip),))
        elif not isinstance(parent, dict | list) or (isinstance(parent, list) and here is None):
            yield Finding("no-such-place", decision, shown(pointer(*self.path)))
        elif self.old is not None and self.old[0] != here:
            yield Finding("old-differs", f"{decision}/old", shown(self.old[0]), (("expected", shown(here)),))


def changes(decisions: Decisions | None) -> Iterator[Change]:
    """Yield what the log changes, in its order."""
    for position, decision in decisions.entries if decisions else ():
        yield from _changes(decision, pointer("decisions", position))


def _changes(decision: Decision, at: str) -> Iterator[Change]:
    match decision:
        case Clarified(bid=bid, pointer=place, old=old, new=new):
            yield Change(f"bid {bid}", segments(place), (old.value,), new.value, f"{at}/new")
        case EvidenceJudged(bid=bid, evidence=evidence, counts_as=kind):
            yield Change(f"bid {bid}", ("evidence", evidence, "kind"), None, kind, f"{at}/counts_as")
        case MarkRevised(bid=bid, criterion=criterion, member=member, old=old, new=new):
            whole = ("marks", bid, criterion)
            judged = (*whole, *(("members", member) if member else ()))
            yield Change("judgements", (*judged, "mark"), (_text(old),), _text(new), f"{at}/new")
            yield Change("judgements", (*judged, "reason"), None, decision.reason, f"{at}/reason")
            yield Change("judgements", (*judged, "at"), None, decision.at.text, f"{at}/at")
            if decision.moderation is not None:
                yield Change("judgements", (*whole, "moderation"), None, decision.moderation, f"{at}/moderation")
        case _:
            pass


def _text(mark: Quantity | str) -> str:
    return mark.text if isinstance(mark, Quantity) else mark


def with_value(whole: Json, path: Path, value: Json) -> Json:
    """Return a document with another value at a path of which the parent is there."""
    if not path:
        return value
    if isinstance(whole, list):
        return [with_value(item, path[1:], value) if str(n) == path[0] else item for n, item in enumerate(whole)]
    mapping = whole if isinstance(whole, dict) else {}
    return {**mapping, path[0]: with_value(mapping.get(path[0]), path[1:], value)}
