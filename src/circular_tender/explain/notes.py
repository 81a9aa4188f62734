"""What must be known beside a score: what was not offered, what is said otherwise, which claims do not count."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from circular_tender.assessment import Assessment, BidAssessment, Counted, Score, Subtotal
from circular_tender.bids import Bid, Opened
from circular_tender.derivation import Derived, Given, Node, Published, walk
from circular_tender.exact import Column
from circular_tender.explain.data import EXPIRED, Unproven
from circular_tender.formulas import circularity
from circular_tender.indicators import REFUSED, Answer, Choice, Discount, Judgement, Price, ResidualValue, TakeBack
from circular_tender.tender import Cost, Group, Leaf, unreasoned


def notes(
    assessment: Assessment, criterion: Leaf | Group | Cost, score: Score | Subtotal | Counted, result: BidAssessment
) -> Iterator[str]:
    """Yield the codes of what a reader of this score must know beside it."""
    bid, prices = result.bid, assessment.tender.prices
    if isinstance(score, Subtotal) or isinstance(criterion, Group) or not isinstance(bid, Bid):
        return
    for name, cell in score.reported:
        if cell.number < 1:
            yield name
    match criterion.indicator:
        case TakeBack() if bid.take_back is None:
            yield "not_offered"
        case Answer() | Choice() if bid.answers.get(criterion.id) is None:
            yield "not_answered"
        case Price() if prices:
            whole = len(bid.lots) <= 1  # what a bid on several lots states is no sum of one of them
            if whole and bid.stated_total is not None and bid.stated_total.value != score.measured.value:
                yield "stated_total"
            if not all(line.contractual for line in prices.lines):
                yield "not_contractual"
        case Judgement(reasons=handling) if isinstance(criterion, Leaf):
            yield from of_marks(assessment, criterion, result, flags=handling == "flag")
        case _:
            pass


def of_marks(assessment: Assessment, criterion: Leaf, result: BidAssessment, *, flags: bool) -> Iterator[str]:
    """Yield what must be known of a panel's marks; `flags`: the tender has reasons flagged that are none."""
    judgement = dict(result.marks).get(criterion.id)
    if _after_prices(assessment, criterion, result):
        yield "after_prices"
    told = [*unreasoned(assessment.tender, criterion, judgement)] if flags and judgement else []
    if any(mark.repeats is None for mark in told):
        yield "reason_missing"
    if any(mark.repeats for mark in told):
        yield "reason_repeats"


def _after_prices(assessment: Assessment, criterion: Leaf, result: BidAssessment) -> bool:
    """Tell whether a mark was given after the prices were opened, in a tender that opens them in a later stage."""
    marks, stages = dict(result.marks), assessment.rules.stages
    of_stage = {name: number for number, stage in enumerate(stages) for name in stage.criteria}
    if assessment.decisions is None or criterion.id not in marks:
        return False
    priced = [number for number in _priced(assessment, of_stage) if number > of_stage[criterion.id]]
    later = {stage.id for stage in stages[min(priced, default=len(stages)) :]}  # opened one after the other
    opened = [d.at.moment for d in assessment.decisions.decisions if isinstance(d, Opened) and d.stage in later]
    of_members = [member.at for member in marks[criterion.id].members.values()]
    judged = [at.moment for at in (marks[criterion.id].at, *of_members) if at]
    return any(at > moment for at in judged for moment in opened)


def _priced(assessment: Assessment, of_stage: Mapping[str, int]) -> Collection[int]:
    """Return the stages that first measure the price, or a percentage that is offered."""
    first: dict[str | None, int] = {}
    for name, _, indicator in assessment.tender.asked:
        match indicator:
            case Price() | ResidualValue(counted="share_of_price"):
                first[None] = min(first.get(None, len(of_stage)), of_stage[name])
            case Discount(of=offered):
                first[offered] = min(first.get(offered, len(of_stage)), of_stage[name])
            case _:
                pass
    return first.values()


def unproven(score: Score | Subtotal | Counted, result: BidAssessment) -> Iterator[Unproven]:
    """Yield the claims that do not count for want of the proof asked for, read off the derivation."""
    if isinstance(score, Subtotal) or not isinstance(score.measured.node, Derived):
        return
    own = dict(score.measured.node.inputs).get(result.bid.id)
    for node in walk(own) if own else ():
        if isinstance(node, Derived) and node.formula is circularity.counts:
            yield from _not_counted(node)
        elif isinstance(node, Derived) and node.formula is circularity.dated:
            yield from _expired(node)
        elif isinstance(node, Derived) and node.formula is circularity.passport_value:
            yield from _refused(node["verification"])


def _not_counted(counts: Derived) -> Iterator[Unproven]:
    """Yield the claims whose proof is not of the kind asked for."""
    kinds = _input(counts["shown"], "key")
    for place, counted, kind in _by_claim(_input(kinds, "key"), counts, kinds):
        if not counted:
            yield Unproven(place, str(kind))


def _expired(dated: Derived) -> Iterator[Unproven]:
    """Yield the claims whose proof would count, but for its date."""
    claims = _input(_input(dated["in_force"], "until"), "key")
    for place, proof, counted in _by_claim(claims, dated["proof"], dated):
        if proof and not counted:
            yield Unproven(place, EXPIRED)


def _refused(verification: Node) -> Iterator[Unproven]:
    """Yield the passports whose proof a decision did not accept."""
    while isinstance(verification, Derived) and verification.formula is circularity.also:
        verification = verification["value"]  # what it is worth by its proof alone, without granularity and upkeep
    if isinstance(verification, Derived) and verification.formula is circularity.dated:
        verification = verification["proof"]
    kinds = _input(verification, "key")
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
