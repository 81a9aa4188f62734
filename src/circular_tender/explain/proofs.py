"""Which proof each claim of a bid points to, and whether that counts, read off the derivation."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from circular_tender.bids import Clarified, Decisions
from circular_tender.derivation import Derived, Given, Node, Published, Written, walk
from circular_tender.exact import Column
from circular_tender.explain.evidence import kinds_worth
from circular_tender.explain.promised import Uncounted
from circular_tender.formulas import circularity
from circular_tender.indicators import NONE, REFUSED


@attrs.frozen
class Places:
    """The places of a bid at which its facts stand, also those that a decision wrote."""

    bid: str
    decisions: Decisions | None

    def of(self, written: Written) -> str | None:
        """Return the place in the bid of what is written there or in the log; None where it is of something else."""
        if written.document == f"bid {self.bid}":
            return written.pointer
        if written.document != "decisions":
            return None
        position = written.pointer.split("/")[2]
        decision = dict(self.decisions.entries if self.decisions else ())[int(position)]
        if not isinstance(decision, Clarified) or decision.bid != self.bid:
            return None
        return decision.pointer + written.pointer.removeprefix(f"/decisions/{position}/new")


@attrs.frozen
class Held:
    """The proof of what stands at a place: its id, or that none is named, and why it does not count, if so."""

    evidence: str
    why: Uncounted | None


@attrs.frozen
class Proofs:
    """The proof of each claim of which one is asked for, by the place that names it; `named` are those leaves."""

    held: dict[str, Held]
    named: frozenset[Node]

    @classmethod
    def of(cls, root: Node, places: Places) -> "Proofs":
        """Return the proofs on which the value of a node depends."""
        held: dict[str, Held] = {}
        named: set[Node] = set()
        nodes = [node for node in walk(root) if isinstance(node, Derived)]
        for looked_up, worth in _asked(nodes):
            key = _given(looked_up, "key")
            named.add(key)
            for place, name, kind, counts in _rows(key, places, looked_up, worth):
                held[place] = Held(name, _weak(kind, counts))
        for node in nodes:
            if node.formula is circularity.dated:
                key = _given(_input(_input(node, "in_force"), "until"), "key")
                for place, name, proof, counts in _rows(key, places, node["proof"], node):
                    if proof and not counts:
                        held[place] = Held(name, "expired")
        return cls(held, frozenset(named))

    def place_of(self, claim: str) -> str | None:
        """Return the place that names the proof of a claim: of the mappings around it, the innermost of these."""
        around = [place for place in self.held if claim.startswith(f"{place}/")]
        return max(around, key=len, default=None)

    def counts_within(self, place: str) -> bool:
        """Tell whether anything counts that stands below a place."""
        return any(held.why is None for at, held in self.held.items() if at.startswith(f"{place}/"))


def _asked(nodes: Sequence[Derived]) -> Iterator[tuple[Derived, Node]]:
    """Yield each look-up of kinds of proof, and the node of what these count."""
    for node in nodes:
        if node.formula is circularity.counts:
            yield _input(_input(node, "shown"), "key"), node
        elif node.formula is circularity.passport_value:
            worth = kinds_worth(node)
            yield _input(worth, "key"), worth


def _weak(kind: str, counts: Fraction) -> Uncounted | None:
    if counts:
        return None
    return {NONE: "unproven", REFUSED: "refused"}.get(kind, "weaker")  # type: ignore[return-value]


def _rows(key: Given, places: Places, *nodes: Node) -> Iterator[tuple[Any, ...]]:
    """Yield for each claim the place that names its proof, the id of the proof, and its element of each node."""
    if isinstance(key.source, Published):
        raise TypeError(key)
    columns = [node.value.elements if isinstance(node.value, Column) else (node.value,) for node in (key, *nodes)]
    for source, *values in zip(key.source, *columns, strict=True):
        place = places.of(source)
        if place is not None:
            yield place.removesuffix("/evidence"), *values


def _input(node: Node, name: str) -> Derived:
    if not isinstance(node, Derived) or not isinstance(node[name], Derived):
        raise TypeError(node)
    return node[name]  # type: ignore[return-value]


def _given(node: Derived, name: str) -> Given:
    found = node[name]
    if not isinstance(found, Given):
        raise TypeError(found)
    return found
