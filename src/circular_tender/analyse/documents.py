"""The documents of an assessment as they would read after a change, and the assessment of them."""

from collections.abc import Collection, Iterator
from functools import reduce
from typing import TypeVar, assert_never, cast

import attrs

from circular_tender.analyse.change import Change, Changed, Logged, Marked, Value, Without, touched
from circular_tender.assess import assess
from circular_tender.assess.amended import origin_of
from circular_tender.assess.changes import changes, with_value
from circular_tender.assessment import Assessment, Standing
from circular_tender.bids import Bid, BrokenBid, Decision, Decisions, Document, Draw, Judgements, Opened
from circular_tender.errors import InvalidDocuments, Place, Problem, Said, nearest, shown
from circular_tender.rules import Json, member, pointer, segments

_FIXED = ("schema", "tender", "id", "lots")  # which bid this is, and what it is a bid on
_LOG = "decisions"
D = TypeVar("D", bound=Document)
Path = tuple[str, ...]


@attrs.frozen
class Log:
    """Decisions, each with its place in the log that it comes from; one that is added stands behind all others."""

    log: Decisions | None
    entries: tuple[tuple[int, Decision], ...]

    @classmethod
    def of(cls, log: Decisions | None) -> "Log":
        """Return the decisions of a log."""
        return cls(log, log.entries if log else ())

    def without(self, bid: str) -> "Log":
        """Return the log without the decisions about a bid; from what was drawn, the bid is left out."""
        return attrs.evolve(self, entries=tuple(_apart_from(bid, self.entries)))

    def decisions(self) -> Decisions | None:
        """Return them as a document; None where there was none, or where it is as it was."""
        if self.log is None or [*self.log.decisions] == [decision for _, decision in self.entries]:
            return self.log
        return self.log.model_copy(update={_LOG: [decision for _, decision in self.entries]})

    def moved(self, problem: Problem) -> Problem:
        """Return a problem with its places in the log as it was."""
        if self.decisions() is self.log:
            return problem
        data = tuple((key, self._at(said) if isinstance(said, str) else said) for key, said in problem.data)
        place = problem.place
        if place.document == origin_of(self.decisions(), _LOG).name:
            place = origin_of(self.log, _LOG).place(self._at(place.pointer))
        return attrs.evolve(problem, place=place, data=data)

    def _at(self, said: str) -> str:
        """Return a pointer to a decision as one into the log as it was; any other text as it is."""
        path = segments(said)
        if not said.startswith(f"/{_LOG}/"):
            return said
        return pointer(_LOG, self.entries[int(path[1])][0], *path[2:])


@attrs.frozen
class Documents:
    """What is assessed beside the tender."""

    bids: tuple[Bid | BrokenBid, ...]
    judgements: Judgements | None
    log: Log


def changed(assessment: Assessment, change: Change) -> Assessment:
    """Return the assessment of the changed documents. Raises as `assess` does, and where a change changes nothing."""
    for bid in sorted(touched(change)):
        assessment[bid]  # or it raises
    old = Documents(assessment.bids, assessment.judgements, Log.of(assessment.decisions))
    new = _changed(assessment, old, change)
    return _assessed(assessment, new)


def _changed(assessment: Assessment, old: Documents, change: Change) -> Documents:
    match change:
        case Without(bid):
            return _without(old, bid)
        case Changed(bid, place, to):
            bids = tuple(_reading(assessment, one, place, to) if one.id == bid else one for one in old.bids)
            return attrs.evolve(old, bids=bids)
        case Marked():
            return attrs.evolve(old, judgements=_marked(assessment, change))
        case Logged(decision):
            empty = {"schema": "circular-tender/decisions/1", "tender": assessment.tender.reference, _LOG: ()}
            log = old.log.log or Decisions.model_validate(empty)
            end = 1 + max((position for position, _ in old.log.entries), default=-1)
            entries = (*old.log.entries, (end, decision))
            return attrs.evolve(old, log=Log(log, entries))
        case _:
            assert_never(change)


def _without(old: Documents, bid: str) -> Documents:
    panel = old.judgements
    if panel is not None and bid in panel.marks:
        whole = cast("dict[str, dict[str, Json]]", panel.plain)
        marks = {name: marks for name, marks in whole["marks"].items() if name != bid}
        panel = _model(panel, {**whole, "marks": marks}, "judgements")
    return Documents(tuple(one for one in old.bids if one.id != bid), panel, old.log.without(bid))


def _apart_from(bid: str, entries: tuple[tuple[int, Decision], ...]) -> Iterator[tuple[int, Decision]]:
    for position, decision in entries:
        match decision:
            case Opened():
                yield position, decision
            case Draw():
                yield from _among(position, decision, frozenset(decision.order) - {bid})
            case _:
                if decision.bid != bid:
                    yield position, decision


def _among(position: int, draw: Draw, bids: frozenset[str]) -> Iterator[tuple[int, Decision]]:
    """Yield a draw as it is among some of its bids; nothing where it leaves no two."""
    order = tuple(bid for bid in draw.order if bid in bids)
    if order[1:]:
        yield position, draw if order == draw.order else draw.model_copy(update={"order": order})


def _assessed(assessment: Assessment, new: Documents) -> Assessment:
    """Return the assessment, in which a draw counts where exactly its bids that remain are equal, and not elsewhere."""
    known = {position for position, _ in assessment.decisions.entries} if assessment.decisions else set[int]()
    if not any(isinstance(decision, Draw) for _, decision in new.log.entries):
        return _assess(assessment, new)
    undrawn = tuple((n, decision) for n, decision in new.log.entries if not isinstance(decision, Draw))
    equal = _assess(assessment, attrs.evolve(new, log=attrs.evolve(new.log, entries=undrawn))).ranking
    entries = tuple(
        kept
        for n, decision in new.log.entries
        for kept in (_fitting(n, decision, equal) if isinstance(decision, Draw) and n in known else [(n, decision)])
    )
    return _assess(assessment, attrs.evolve(new, log=attrs.evolve(new.log, entries=entries)))


def _fitting(position: int, draw: Draw, ranking: tuple[Standing, ...]) -> Iterator[tuple[int, Decision]]:
    ranked = {bid for standing in ranking for bid in standing.bids}
    for n, kept in _among(position, draw, frozenset(ranked)):
        if isinstance(kept, Draw) and any({*standing.bids} == {*kept.order} for standing in ranking):
            yield n, kept


def _assess(assessment: Assessment, new: Documents) -> Assessment:
    try:
        return assess(assessment.tender, new.bids, new.judgements, new.log.decisions())
    except InvalidDocuments as error:
        raise InvalidDocuments(map(new.log.moved, error.problems)) from None


def _reading(assessment: Assessment, bid: Bid | BrokenBid, place: str, to: Value) -> Bid:
    """Return the bid with another value at a place."""
    if isinstance(bid, BrokenBid):
        raise InvalidDocuments([Problem("change-broken", Place(bid.source), shown(bid.id))])
    path = segments(place)
    if not place or pointer(*path) != place:
        raise InvalidDocuments([Problem("pointer-form", Place(origin_of(bid, bid.name).name), shown(place))])
    if path[0] in _FIXED:
        raise _refused(bid, bid.name, path, "change-fixed", shown(path[0]))
    parent = reduce(member, path[:-1], bid.plain)
    if not isinstance(parent, dict | list) or (isinstance(parent, list) and member(parent, path[-1]) is None):
        raise _refused(bid, bid.name, path, "change-no-place", shown(place))
    return _other(assessment, bid, bid.name, path, to)


def _marked(assessment: Assessment, change: Marked) -> Judgements:
    """Return the panel's judgements with another mark."""
    panel, name = assessment.judgements, "judgements"
    path: Path = ("marks", change.bid, change.criterion)
    given = panel.marks.get(change.bid, {}) if panel else {}
    if panel is None or change.criterion not in given:
        raise _refused(panel, name, path, "no-such-mark", shown(change.criterion), _slip(change.criterion, given))
    if change.member is not None:
        members = given[change.criterion].members
        path = (*path, "members", change.member)
        if change.member not in members:
            raise _refused(panel, name, path, "no-such-mark", shown(change.member), _slip(change.member, members))
    return _other(assessment, panel, name, (*path, "mark"), change.to)


def _slip(name: str, known: Collection[str]) -> tuple[str, Said]:
    return "slip", nearest(name, known)


def _other(assessment: Assessment, document: D, name: str, path: Path, to: Value) -> D:
    """Return a document with another value at a path; raises where that would change nothing."""
    for change in changes(assessment.decisions):
        if change.document == name and (change.path == path[: len(change.path)] or path == change.path[: len(path)]):
            raise _refused(document, name, path, "change-decided", shown(to), ("at", change.decision))
    value = cast("Json", to)  # a number is made a text by the model
    new = _model(document, with_value(document.plain, path, value), name)
    if new == document:
        raise _refused(document, name, path, "change-nothing", shown(to))
    return new


def _model(document: D, plain: Json, name: str) -> D:
    return type(document).model_validate(plain, context={"origin": origin_of(document, name)})


def _refused(
    document: Document | None, name: str, path: Path, code: str, found: Said, *data: tuple[str, Said]
) -> InvalidDocuments:
    place = origin_of(document, name).place(pointer(*path))
    return InvalidDocuments([Problem(code, place, found, data)])
