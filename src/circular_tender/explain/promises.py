"""From an assessment to what a bid promised: its claims, read off the derivation. Nothing is computed again."""

from collections.abc import Iterator
from typing import overload

import attrs

from circular_tender.assessment import Assessment, BidAssessment, Cell, Counted, Score, Subtotal
from circular_tender.assessments import Assessments
from circular_tender.bids import Bid, EvidenceJudged
from circular_tender.derivation import Derived, Given, Node, Published, Written, walk
from circular_tender.errors import InvalidDocuments, Place, Problem, shown
from circular_tender.explain.promised import (
    Claim,
    MeasuringRule,
    Promise,
    Promises,
    Proof,
    Term,
    TermOf,
    Uncounted,
)
from circular_tender.explain.proofs import Places, Proofs
from circular_tender.explain.steps import Steps
from circular_tender.explain.view import View
from circular_tender.indicators import NONE, Disassembly, Indicator, Judgement, MaterialCircularity, Price
from circular_tender.rules import Json, pointer, resolve, segments
from circular_tender.tender import Cost, Leaf


@overload
def promises(assessment: Assessment, *, bid: str | None = None) -> Promises: ...


@overload
def promises(assessment: Assessments) -> tuple[Promises, ...]: ...


def promises(assessment: Assessment | Assessments, *, bid: str | None = None) -> Promises | tuple[Promises, ...]:
    """Return what the winner promised, or another bid that is ranked: the claims, with proof, rule and term.

    Of lots it is that of each winner, lot by lot; a lot that nobody wins has none. Price is no promise of its own, and
    what a panel judged is promised as it was judged. Raises `InvalidDocuments` where nobody wins, where several do and
    no bid is named, and where the bid that is named is rejected or does not exist.
    """
    if isinstance(assessment, Assessments):
        won = tuple(_promised(lot, lot[winner]) for lot in assessment for winner in lot.winners)
        if not won:
            raise _refused("promises-no-winner", ", ".join(lot.result for lot in assessment))
        return won
    return _promised(assessment, assessment[_meant(assessment) if bid is None else bid])


def _meant(assessment: Assessment) -> str:
    """Return the bid that wins alone."""
    match assessment.winners:
        case ():
            raise _refused("promises-no-winner", assessment.result)
        case (winner,):
            return winner
        case several:
            raise _refused("promises-several-winners", ", ".join(several))


def _refused(code: str, found: str) -> InvalidDocuments:
    return InvalidDocuments([Problem(code, Place("assessment"), shown(found))])


def _promised(assessment: Assessment, result: BidAssessment) -> Promises:
    if result.rank is None or not isinstance(result.bid, Bid):
        raise _refused("promises-rejected", result.bid.id)
    steps = Steps.of(result, references=View.of(assessment, "bidder", result.bid.id).references)
    of_criteria = {score.criterion: score for score in (*result.scores, *result.costs)}
    items: list[Promise] = []
    for at, criterion in assessment.tender.walk:
        score = of_criteria.get(criterion.id)
        if isinstance(criterion, Leaf | Cost) and score is not None and not isinstance(score, Subtotal):
            promise = _promise(_Criterion(assessment, result.bid, criterion, at, score), steps)
            if promise.judged or promise.claims:
                items.append(promise)
    return Promises(assessment, result, tuple(items))


@attrs.frozen
class _Criterion:
    """A criterion with its pointer, and what a bid has on it."""

    assessment: Assessment
    bid: Bid
    asked: Leaf | Cost
    at: str
    score: Score | Counted

    @property
    def indicator(self) -> Indicator:
        return self.asked.indicator if isinstance(self.asked, Leaf) else self.asked.cost

    @property
    def places(self) -> Places:
        return Places(self.bid.id, self.assessment.decisions)

    @property
    def root(self) -> Node:
        """The node of what was measured of this bid alone."""
        cell = self.score.measured
        match cell.node:
            case Derived():
                return cell.node[self.bid.id]
            case Given(source=tuple() as places):
                return Given(cell.value, cell.unit, (places[cell.position or 0],))
            case Given():
                return cell.node


def _promise(of: _Criterion, steps: Steps) -> Promise:
    scored = of.score if isinstance(of.score, Score) else None
    judged = isinstance(of.indicator, Judgement)
    points = scored.points if scored else None
    earned = points is None or points > 0
    last = scored.points_cell if scored else None
    return Promise(
        of.asked,
        points,
        of.asked.weight.value if isinstance(of.asked, Leaf) else None,
        of.score.cost if isinstance(of.score, Counted) else None,
        None if judged else of.score.measured.value,
        of.score.measured.unit,
        judged,
        last is None or _exact(steps, last),
        _rule(of),
        () if isinstance(of.indicator, Price) else tuple(_claims(of, earned=earned)),
    )


def _exact(steps: Steps, cell: Cell) -> bool:
    """Tell whether nothing on the way to this value is withheld from the bidder."""
    return not any(steps.steps[number - 1].withheld for number in steps.until(cell))


def _rule(of: _Criterion) -> MeasuringRule:
    nodes = [*walk(of.root)]
    formulas = dict.fromkeys((n.formula.name, n.formula.source) for n in nodes if isinstance(n, Derived))
    sources = [node.source for node in nodes if isinstance(node, Given)]
    written = [place for source in sources if not isinstance(source, Published) for place in source]
    return MeasuringRule(
        of.indicator.kind,
        f"{of.at}/{'indicator' if isinstance(of.asked, Leaf) else 'cost'}",
        of.indicator.version if isinstance(of.indicator, Disassembly | MaterialCircularity) else None,
        tuple(formulas),
        tuple(dict.fromkeys(source for source in sources if isinstance(source, Published))),
        tuple(dict.fromkeys(place for place in written if place.document == "tender" and place.text)),
    )


def _claims(of: _Criterion, *, earned: bool) -> Iterator[Claim]:
    """Yield what the bid states under a criterion, in the order of the bid."""
    proofs = Proofs.of(of.root, of.places)
    judged = _judged(of)
    stated = dict(_stated(of, proofs))
    order = {place: number for number, place in enumerate(_leaves(of.bid.plain))}
    for place in sorted(stated, key=lambda place: order.get(place, len(order))):
        above = proofs.place_of(place)
        name = proofs.held[above].evidence if above else NONE
        proof = None if name == NONE else Proof(name, of.bid.evidence[name], judged.get(name))
        yield Claim(
            place,
            *_owners(of.bid, place),
            stated[place],
            above is not None,
            proof,
            _term(of.bid, place, proof),
            _why(of, proofs, place) or (None if earned else "no_points"),
            _passport(of.bid, place) if stated[place].document != "decisions" else None,
        )


def _passport(bid: Bid, place: str) -> tuple[str, str] | None:
    """Return the passport from which what stands at a place was read, and where in it; None where it was not."""
    match segments(place):
        case "products", number, *rest if source := bid.products[int(number)].source:
            at = source.places.get(pointer(*rest))
            return None if at is None else (source.id, at)
        case _:
            return None


def _stated(of: _Criterion, proofs: Proofs) -> Iterator[tuple[str, Written]]:
    """Yield each value of the bid that is read, once."""
    for node in walk(of.root):
        if isinstance(node, Given) and not isinstance(node.source, Published) and node not in proofs.named:
            for written in node.source:
                place = of.places.of(written)
                if place and written.text and _is_claim(place):
                    yield place, written


def _is_claim(place: str) -> bool:
    """Tell whether what stands at a place of a bid is claimed; names, prices and what tells of a proof are not."""
    match segments(place):
        case ("evidence" | "prices", *_) | ("products", _, "id"):
            return False
        case _:
            return True


def _why(of: _Criterion, proofs: Proofs, place: str) -> Uncounted | None:
    """Return why what stands at a place does not count, though its criterion may have earned points."""
    above = proofs.place_of(place)
    if above and proofs.held[above].why:
        return proofs.held[above].why
    if not above and proofs.named and not proofs.counts_within(_owner(place)):
        return "alone"
    basket = of.assessment.tender.reference_basket
    match segments(place):
        case "products", number, *_ if basket and of.bid.products[int(number)].line not in basket:
            return "unmeasured"
        case "products", number, "parts", part, *_ if of.bid.products[int(number)].parts[int(part)].mass is None:
            return "massless"
        case _:
            return None


def _owner(place: str) -> str:
    """Return the place of the part, or else of the product, of which something is stated."""
    match segments(place):
        case "products", number, "parts", part, *_:
            return pointer("products", number, "parts", part)
        case "products", number, *_:
            return pointer("products", number)
        case _:
            return ""


def _owners(bid: Bid, place: str) -> tuple[str | None, str | None]:
    """Return the ids of the product and of the part of which something is stated."""
    match segments(place):
        case "products", number, "parts", part, *_:
            product = bid.products[int(number)]
            return product.id, product.parts[int(part)].id
        case "products", number, *_:
            return bid.products[int(number)].id, None
        case _:
            return None, None


def _judged(of: _Criterion) -> dict[str, tuple[int, EvidenceJudged]]:
    """Return what was decided on the proofs of the bid."""
    log = of.assessment.decisions
    return {
        decision.evidence: (position, decision)
        for position, decision in (log.entries if log else ())
        if isinstance(decision, EvidenceJudged) and decision.bid == of.bid.id
    }


def _term(bid: Bid, place: str, proof: Proof | None) -> Term | None:
    """Return until when a claim binds: as it says itself, or else as long as its proof is valid."""
    found = _own_term(place)
    if found:
        text = resolve(bid.plain, segments(found[1]))
        if isinstance(text, str):
            return Term(found[0], text, found[1])
    if proof and proof.evidence.valid_until:
        at = pointer("evidence", proof.id, "valid_until")
        return Term("proof_valid_until", proof.evidence.valid_until.text, at)
    return None


def _own_term(place: str) -> tuple[TermOf, str] | None:  # noqa: PLR0911 -- one a sort of claim
    """Return of what the term of a claim is, and where it stands."""
    match segments(place):
        case "take_back", "return_values", line, *_:
            return "return_value", pointer("take_back", "return_values", line, "after")
        case "take_back", *_:
            return "take_back", "/take_back/term"
        case "spare_parts", name, *_:
            return "spare_part", pointer("spare_parts", name, "available")
        case "products", number, "guarantee", *_:
            return "guarantee", pointer("products", number, "guarantee", "term")
        case "products", number, "use", *_:
            return "lifetime", pointer("products", number, "use", "lifetime")
        case "products", number, "parts", part, "passport", *_:
            return "passport", pointer("products", number, "parts", part, "passport", "upkeep")
        case _:
            return None


def _leaves(document: Json, *above: str) -> Iterator[str]:
    """Yield the places of all values of a document, in its order."""
    match document:
        case dict():
            for key, value in document.items():
                yield from _leaves(value, *above, key)
        case list():
            for number, value in enumerate(document):
                yield from _leaves(value, *above, str(number))
        case _:
            yield pointer(*above)
