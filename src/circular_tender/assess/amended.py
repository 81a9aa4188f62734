"""The documents as they hold after all decisions, and where in the log each change of them stands."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from circular_tender.assess.changes import changes, with_value
from circular_tender.bids import Bid, BrokenBid, Decisions, Document, Judgements, problems_of
from circular_tender.errors import Finding, InvalidDocuments, Problem
from circular_tender.rules import Decided, Json, decided_at, segments
from circular_tender.texts import Origin

D = TypeVar("D", bound=Document)


@attrs.frozen
class Amended:
    """The documents as they hold: to read facts from (`plain`, and `decided` for their sources), and to look at."""

    plain: dict[str, Json]
    decided: dict[str, Decided]
    bids: tuple[Bid, ...]
    judgements: Judgements | None


def amend(bids: Sequence[Bid | BrokenBid], judgements: Judgements | None, decisions: Decisions | None) -> Amended:
    """Return the documents as they hold after all decisions; those that can't be read have no place to be changed.

    Raises `InvalidDocuments` where a decision is of a place that is not there or that read otherwise, and where a
    document is not as it must be after it.
    """
    received = {bid.name: bid.plain if isinstance(bid, Bid) else None for bid in bids}
    received["judgements"] = judgements.plain if judgements else None
    plain, models, decided, found = _changed(received, decisions)
    log = origin_of(decisions, "decisions")
    problems = problems_of(found, log)

    def held(document: D, name: str) -> D:
        if name not in decided:
            return document
        try:
            return type(document).model_validate(models[name], context={"origin": origin_of(document, name)})
        except InvalidDocuments as error:
            problems.extend(moved(error.problems, decided[name], log))
            return document

    held_bids = tuple(held(bid, bid.name) for bid in bids if isinstance(bid, Bid))
    panel = held(judgements, "judgements") if judgements else None
    if problems:
        raise InvalidDocuments(problems)
    return Amended(plain, decided, held_bids, panel)


def _changed(
    plain: dict[str, Json], decisions: Decisions | None
) -> tuple[dict[str, Json], dict[str, Json], dict[str, Decided], list[Finding]]:
    """Return the documents after all changes: as facts, and as values of their models, which know no proof `none`."""
    models, decided, found, refused = dict(plain), dict[str, Decided](), list[Finding](), set[str]()
    for change in changes(decisions):
        name = change.document
        if name not in plain or change.decision in refused:
            continue  # whether its bid is there is looked at elsewhere; one mistake of a decision is enough
        wrong = list(change.findings(plain[name]))
        found += wrong
        refused |= {change.decision} if wrong else set()
        if not wrong:
            plain[name] = with_value(plain[name], change.path, change.new)
            decided[name] = (*decided.get(name, ()), (change.path, change.at))
            if not change.judges_proof:
                models[name] = with_value(models[name], change.path, change.new)
    return plain, models, decided, found


def origin_of(document: Document | None, name: str) -> Origin:
    """Return where a document was read from; of one that a program built, its name."""
    return (document and document._origin) or Origin(name)  # noqa: SLF001 -- where it was read from


def moved(problems: Sequence[Problem], decided: Decided, log: Origin) -> Iterator[Problem]:
    """Yield the problems of a document; one that a decision brought in has its place in the log."""
    for problem in problems:
        at = decided_at(segments(problem.place.pointer), decided)
        yield problem if at is None else attrs.evolve(problem, place=log.place(at))
