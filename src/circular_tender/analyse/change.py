"""What may be otherwise than it was: a closed union."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias, assert_never

import attrs

from circular_tender.bids import Decision, Decisions, Draw, Opened

#: A single value as a document writes it; None is null.
Value: TypeAlias = str | int | Decimal | bool | None


def _read(given: Decision | Mapping[str, object]) -> Decision:
    """Return a decision as its model; raises `InvalidDocuments`, with the decision as the first of a log."""
    if not isinstance(given, Mapping):
        return given
    log = {"schema": "circular-tender/decisions/1", "tender": "any", "decisions": [given]}
    return Decisions.model_validate(log).decisions[0]


@attrs.frozen
class Without:
    """The bid was never there."""

    bid: str


@attrs.frozen
class Changed:
    """The bid reads `to` at a place, a JSON Pointer such as `/prices/desk`; None is null."""

    bid: str
    pointer: str
    to: Value


@attrs.frozen
class Marked:
    """The panel, or a `member` of it, gave the bid the mark `to` on a criterion, for the same reason."""

    bid: str
    criterion: str
    to: str | int | Decimal
    member: str | None = None


@attrs.frozen
class Logged:
    """One more decision stands at the end of the log, such as a rejection; it is read as in a log."""

    decision: Decision = attrs.field(converter=_read)


#: What may be otherwise.
Change: TypeAlias = Without | Changed | Marked | Logged


def touched(change: Change) -> frozenset[str]:
    """Return the bids that a change is of; all others are the rest."""
    match change:
        case Without(bid) | Changed(bid) | Marked(bid):
            return frozenset({bid})
        case Logged(decision):
            return _decided(decision)
        case _:
            assert_never(change)


def _decided(decision: Decision) -> frozenset[str]:
    match decision:
        case Opened():
            return frozenset()
        case Draw(order=order):
            return frozenset(order)
        case _:
            return frozenset({decision.bid})
