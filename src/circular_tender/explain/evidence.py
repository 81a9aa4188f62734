"""The proof behind a score: what is asked of it, which claims do not count for want of it, and what it carries."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from circular_tender.assessment import Assessment, BidAssessment, Counted, Score, Subtotal
from circular_tender.bids import Bid, Clarified, Decisions
from circular_tender.derivation import Derived, Given, Node, Published, walk
from circular_tender.exact import Column, Table
from circular_tender.explain.proof import EXPIRED, AskedProof, SharedProof, Unproven
from circular_tender.formulas import circularity
from circular_tender.indicators import NONE, REFUSED
from circular_tender.rules import pointer, segments
from circular_tender.tender import Tender


def proof(score: Score | Subtotal | Counted, result: BidAssessment) -> AskedProof | None:
    """Return what a criterion asks of proof, read off the derivation; None where no proof is asked for."""
    kinds: tuple[str, ...] = ()
    on: date | None = None
    found = False
    for node in _nodes(score, result):
        if node.formula is circularity.counts:
            kinds, found = _kinds(node), True
        elif node.formula is circularity.in_force and isinstance(node["on"].value, Fraction):
            on, found = date.fromordinal(int(node["on"].value)), True
    return AskedProof(kinds, on) if found else None


def unproven(assessment: Assessment, score: Score | Subtotal | Counted, result: BidAssessment) -> Iterator[Unproven]:
    """Yield the claims that do not count for want of the proof asked for, read off the derivation, each once.

    Claims of products that are not measured are passed over: nothing depends on them.
    """
    for claim in dict.fromkeys(_unproven(score, result)):
        here = attrs.evolve(claim, pointer=_in_bid(claim.pointer, assessment.decisions))
        if _matters(here.pointer, assessment.tender, result):
            yield here


def shared(
    scores: Sequence[Score | Subtotal | Counted], result: BidAssessment
) -> Mapping[str, tuple[SharedProof, ...]]:
    """Return for each criterion the proofs that carry it and others too: on which claims that count depend."""
    carried = {score.criterion: dict.fromkeys(_carrying(score, result)) for score in scores}
    return {
        criterion: tuple(
            SharedProof(name, others)
            for name in names
            if (others := tuple(other for other in carried if other != criterion and name in carried[other]))
        )
        for criterion, names in carried.items()
    }


def _in_bid(place: str, log: Decisions | None) -> str:
    """Return where a claim stands in the bid, also where a decision wrote what holds there now."""
    path = segments(place)
    if log is None or path[0] != "decisions":
        return place
    match dict(log.entries).get(int(path[1])):
        case Clarified(pointer=clarified):
            return clarified + "".join(map(pointer, path[3:]))
        case _:
            return place


def _nodes(score: Score | Subtotal | Counted, result: BidAssessment) -> Iterator[Derived]:
    """Yield what was derived for the measured value of one bid, inputs before what is made of them."""
    if isinstance(score, Subtotal) or not isinstance(score.measured.node, Derived):
        return
    own = dict(score.measured.node.inputs).get(result.bid.id)
    yield from (node for node in (walk(own) if own else ()) if isinstance(node, Derived))


def _unproven(score: Score | Subtotal | Counted, result: BidAssessment) -> Iterator[Unproven]:
    for node in _nodes(score, result):
        if node.formula is circularity.counts:
            yield from _not_counted(node)
        elif node.formula is circularity.dated:
            yield from _expired(node)
        elif node.formula is circularity.passport_value:
            yield from _refused(kinds_worth(node))


def _matters(place: str, tender: Tender, result: BidAssessment) -> bool:
    """Tell whether points depend on the claim at a place, which may be of a product that is not measured."""
    path = segments(place)
    if not isinstance(result.bid, Bid) or path[0] != "products":
        return True
    return result.bid.products[int(path[1])].line in tender.measured_lines


def _carrying(score: Score | Subtotal | Counted, result: BidAssessment) -> Iterator[str]:
    """Yield the ids of the proofs of the claims that count."""
    lacking = {claim.pointer for claim in _unproven(score, result)}
    for node in _nodes(score, result):
        claims: Node | None = None
        if node.formula is circularity.counts:
            claims = _input(_input(node["shown"], "key"), "key")
        elif node.formula is circularity.passport_value:
            claims = _input(_input(kinds_worth(node), "key"), "key")
        for place, name in _by_claim(claims, claims) if claims else ():
            if name != NONE and place not in lacking:
                yield str(name)


def _kinds(counts: Derived) -> tuple[str, ...]:
    """Return the kinds of proof that count, the weakest first."""
    ladder, asked = _input(counts["shown"], "table").value, counts["asked"].value
    if not isinstance(ladder, Table) or not isinstance(asked, Fraction):
        raise TypeError(counts)
    return tuple(name for name, worth in ladder.rows if isinstance(worth, Fraction) and worth >= asked)


def kinds_worth(passports: Derived) -> Node:
    """Return what the kind of proof of each passport is worth, before its granularity and its upkeep."""
    node = passports["verification"]
    while isinstance(node, Derived) and node.formula is circularity.also:
        node = node["value"]
    return node["proof"] if isinstance(node, Derived) and node.formula is circularity.dated else node


def _not_counted(counts: Derived) -> Iterator[Unproven]:
    """Yield the claims whose proof is not of the kind asked for."""
    kinds = _input(counts["shown"], "key")
    for place, counted, kind in _by_claim(_input(kinds, "key"), counts, kinds):
        if not counted:
            yield Unproven(place, str(kind))


def _expired(dated: Derived) -> Iterator[Unproven]:
    """Yield the claims whose proof would count, but for its date."""
    claims = _input(_input(dated["in_force"], "until"), "key")
    for place, proven, counted in _by_claim(claims, dated["proof"], dated):
        if proven and not counted:
            yield Unproven(place, EXPIRED)


def _refused(worth: Node) -> Iterator[Unproven]:
    """Yield the passports whose proof a decision did not accept."""
    kinds = _input(worth, "key")
    for place, kind in _by_claim(_input(kinds, "key"), kinds):
        if kind == REFUSED:
            yield Unproven(place, REFUSED)


def _by_claim(claims: Node, *nodes: Node) -> Iterator[tuple[Any, ...]]:
    """Yield for each claim the pointer to the proof that it names, and its element of each node."""
    if not isinstance(claims, Given) or isinstance(claims.source, Published):
        raise TypeError(claims)
    columns = [node.value.elements if isinstance(node.value, Column) else (node.value,) for node in nodes]
    return zip((place.pointer for place in claims.source), *columns, strict=True)


def _input(node: Node, name: str) -> Node:
    if not isinstance(node, Derived):
        raise TypeError(node)
    return node[name]
