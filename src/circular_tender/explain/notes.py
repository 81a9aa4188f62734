"""What must be known beside a score: what was not offered, what is said otherwise, which claims do not count."""

from collections.abc import Iterator
from fractions import Fraction

from circular_tender.assessment import Assessment, BidAssessment, Score, Subtotal
from circular_tender.bids import Bid, Opened
from circular_tender.derivation import Derived, Given, Node, Written, walk
from circular_tender.exact import Column
from circular_tender.explain.data import EXPIRED, Unproven
from circular_tender.formulas import circularity
from circular_tender.indicators import REFUSED, Answer, Choice, Judgement, Price, TakeBack
from circular_tender.tender import Group, Leaf


def notes(
    assessment: Assessment, criterion: Leaf | Group, score: Score | Subtotal, result: BidAssessment
) -> Iterator[str]:
    """Yield the codes of what a reader of this score must know beside it."""
    bid, prices = result.bid, assessment.tender.prices
    if not isinstance(score, Score) or not isinstance(criterion, Leaf) or not isinstance(bid, Bid):
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
            if bid.stated_total is not None and bid.stated_total.value != score.measured.value:
                yield "stated_total"
            if not all(line.contractual for line in prices.lines):
                yield "not_contractual"
        case Judgement() if _after_prices(assessment, criterion, result):
            yield "after_prices"
        case _:
            pass


def _after_prices(assessment: Assessment, criterion: Leaf, result: BidAssessment) -> bool:
    """Tell whether a mark was given after the prices were opened, in a tender that opens them in a later stage."""
    marks, stages = dict(result.marks), assessment.rules.stages
    of_stage = {name: number for number, stage in enumerate(stages) for name in stage.criteria}
    priced = {of_stage[leaf.id] for _, leaf in assessment.tender.leaves if isinstance(leaf.indicator, Price)}
    if assessment.decisions is None or criterion.id not in marks or of_stage[criterion.id] in priced:
        return False
    later = {stages[number].id for number in priced if number > of_stage[criterion.id]}
    opened = [d.at.moment for d in assessment.decisions.decisions if isinstance(d, Opened) and d.stage in later]
    of_members = [member.at for member in marks[criterion.id].members.values()]
    judged = [at.moment for at in (marks[criterion.id].at, *of_members) if at]
    return any(at > moment for at in judged for moment in opened)


def unproven(score: Score | Subtotal, result: BidAssessment) -> Iterator[Unproven]:
    """Yield the claims that do not count for want of the proof asked for, read off the derivation."""
    if not isinstance(score, Score) or not isinstance(score.measured.node, Derived):
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
    kinds = _input(counts["shown"], "key")
    match counts.value, kinds.value, _input(kinds, "key"):
        case Fraction() as counted, str(kind), Given(source=(Written() as place,)):
            if not counted:
                yield Unproven(place.pointer, kind)
        case Column() as counted, Column() as shown, Given(source=tuple() as places):
            for value, kind, place in zip(counted, shown.texts, places, strict=True):
                if not value:
                    yield Unproven(place.pointer, kind)
        case _:
            raise TypeError(counts)


def _expired(dated: Derived) -> Iterator[Unproven]:
    """Yield the claims whose proof would count, but for its date."""
    valid = _input(dated["in_force"], "until")
    match dated["proof"].value, dated.value, _input(valid, "key"):
        case Fraction() as proof, Fraction() as counted, Given(source=(Written() as place,)):
            if proof and not counted:
                yield Unproven(place.pointer, EXPIRED)
        case Column() as proof, Column() as counted, Given(source=tuple() as places):
            for proven, value, place in zip(proof, counted, places, strict=True):
                if proven and not value:
                    yield Unproven(place.pointer, EXPIRED)
        case _:
            raise TypeError(dated)


def _refused(verification: Node) -> Iterator[Unproven]:
    """Yield the passports whose proof a decision did not accept."""
    if isinstance(verification, Derived) and verification.formula is circularity.dated:
        verification = verification["proof"]
    kinds = _input(verification, "key")
    match kinds.value, _input(kinds, "key"):
        case Column() as shown, Given(source=tuple() as places):
            for kind, place in zip(shown.texts, places, strict=True):
                if kind == REFUSED:
                    yield Unproven(place.pointer, kind)
        case _:
            raise TypeError(verification)


def _input(node: Node, name: str) -> Node:
    if not isinstance(node, Derived):
        raise TypeError(node)
    return node[name]
