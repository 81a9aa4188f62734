"""What must be known beside a score: what was not offered, and what is said otherwise."""

from collections.abc import Collection, Iterator, Mapping

from circular_tender.assessment import Assessment, BidAssessment, Counted, Score, Subtotal
from circular_tender.bids import Bid, Opened
from circular_tender.indicators import (
    Answer,
    Choice,
    Discount,
    Indicator,
    Judgement,
    Price,
    ResidualValue,
    TakeBack,
    claims,
)
from circular_tender.tender import Cost, Group, Leaf, unreasoned


def notes(
    assessment: Assessment, criterion: Leaf | Group | Cost, score: Score | Subtotal | Counted, result: BidAssessment
) -> Iterator[str]:
    """Yield the codes of what a reader of this score must know beside it."""
    bid, prices = result.bid, assessment.tender.prices
    if isinstance(score, Subtotal) or isinstance(criterion, Group) or not isinstance(bid, Bid):
        return
    yield from _beside_measured(assessment, criterion.indicator, score)
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


def _beside_measured(assessment: Assessment, indicator: Indicator, score: Score | Counted) -> Iterator[str]:
    """Yield which products alone are measured, and of what not all is known."""
    if assessment.tender.reference_basket and claims(indicator).of_products:
        yield "basket"
    for name, cell in score.reported:
        if cell.number < 1:
            yield name


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
