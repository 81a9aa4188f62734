"""Who may read a page, where a bid ended, on what grounds it was rejected, and what else was decided for all bids."""

from collections.abc import Iterator
from datetime import datetime
from typing import assert_never

from circular_tender.assessment import (
    AboveCeiling,
    Assessment,
    BelowMinimum,
    Cell,
    Decided,
    Late,
    NotAmongBest,
    NotMet,
    Rejection,
)
from circular_tender.award import lowest_wins
from circular_tender.bids import Draw, Opened, Taken
from circular_tender.explain import Explanation, Report
from circular_tender.narrate.page import Paragraph, isolated
from circular_tender.narrate.words import Words


def for_whom(words: Words) -> Paragraph:
    """Return who may read the page."""
    view = words.view
    if view is None or view.reader == "authority":
        return Paragraph(words("internal"), "internal")
    if view.own:
        return Paragraph(words("for_bidder", bidder=words.bidder(view.assessment[view.own].bid)), "internal")
    return Paragraph(words("for_bidders" if view.reader == "bidder" else "for_public"), "internal")


def withheld(words: Words) -> list[Paragraph]:
    """Return on what grounds something is withheld from the reader; nothing for the authority."""
    view = words.view
    if view is None or view.reader == "authority":
        return []
    rule = f"/disclosure/{view.reader}/ground"
    of_all = words("withheld_on", ground=words.text(view.rule.ground, rule)) if view.rule else words("withheld_all")
    of_bids = [
        words("withheld_of", bid=words.bid(decided.bid), ground=isolated(decided.reason)) for decided in view.of_others
    ]
    return [Paragraph(" ".join([of_all, *of_bids]))]


def outcome(explanation: Explanation, words: Words) -> list[str]:
    """Return where the bid ended, and on what grounds it was rejected, as far as the reader may know."""
    outcome, view, bid = explanation.outcome, explanation.view, explanation.result.bid.id
    if not view.shows(bid, "rank"):
        return [words.decided("no_outcome")]
    if outcome.rank is None:
        return [rejection(one, words) for one in explanation.rejections] or [words("only_rejected")]
    return [_rank(explanation, words)]


def _rank(explanation: Explanation, words: Words) -> str:
    outcome = explanation.outcome
    ranked = {"rank": str(outcome.rank), "of": str(outcome.of)}
    if outcome.total is None:
        return words.decided("only_rank", **ranked)
    most = {} if outcome.maximum is None else {"maximum": words.number(outcome.maximum)}
    data = {**ranked, "points": words.total(outcome.total), "method": words.ranked("total"), **most}
    if outcome.shared:
        others = words.bids(outcome.tied_with) or words("tied_withheld")
        return words.decided("shared", **data, bids=others)
    if outcome.rank == 1 or not outcome.first or outcome.gap is None:
        return words.decided("first" if outcome.rank == 1 else "behind_by", **data)
    first = words.listed([words.bidder(explanation.assessment[bid].bid) for bid in outcome.first])
    if outcome.gap < 0:
        return words("behind_in_band", **data, first=first)
    if outcome.gap and lowest_wins(words.tender.award):
        return words("behind_dearer", **data, first=first, gap=words.total(outcome.gap))
    key = "behind" if outcome.gap else "level"
    return words.decided(key, **data, first=first, gap=words.total(outcome.gap))


def winners(report: Report, words: Words) -> list[str]:
    """Return how the award ended, where it is more than one winner of several bids; nothing of withheld ranks."""
    assessment = report.assessment
    if not report.view.shows_ranks or (assessment.award and not assessment.award.by_ranking):
        return []
    wanted, wins = assessment.tender.award.winners, words.bids(assessment.winners)
    told: list[str] = []
    match assessment.result:
        case "several_winners":
            told.append(words("several_winners", count=str(len(assessment.winners)), bids=wins))
        case "fewer_winners":
            told.append(words("fewer_winners", wanted=str(wanted), bids=wins))
        case "tie" if wanted:
            told.append(words("winners_in_tie", wanted=str(wanted), bids=wins or words("nothing")))
        case "single_bid":
            told.append(words("single_bid"))
        case "one_winner" | "no_valid_bid" | "tie" | "all_passed_over" | "open":
            pass
        case _:
            assert_never(assessment.result)
    return [*told, *_reserve(assessment, words)]


def _reserve(assessment: Assessment, words: Words) -> Iterator[str]:
    """Yield who stands in reserve, and that it is open where bids share the rank at which it ends."""
    if assessment.reserve:
        yield words("reserve", bids=words.bids(assessment.reserve))
    if assessment.reserve_is_open:
        yield words("reserve_open")


def references(words: Words, bid: str = "") -> list[Paragraph]:
    """Return whether the values of bids that were rejected after a stage still count; of others than the one given."""
    later = words.view.rejected_later if words.view else ()
    key = "still_counts" if words.tender.award.on_rejection == "keep" else "counts_no_more"
    return [Paragraph(words(key, bid=words.bid(name), stage=after)) for name, after in later if name != bid]


def drawn(draw: Draw, words: Words) -> str:
    """Return what was drawn, before whom, when, by whom and why."""
    return words("drawn", order=words.bids(draw.order), witness=isolated(draw.witness), **taken(draw, words))


def opened(decision: Opened, words: Words) -> str:
    """Return when the envelopes of a stage were opened, by whom and why."""
    return words("opened", stage=decision.stage, **taken(decision, words))


def taken(decision: Taken, words: Words) -> dict[str, str]:
    """Return when a decision was taken, by whom and why."""
    return {
        "at": words.notation.moment(decision.at.moment),
        "by": isolated(decision.by),
        "reason": isolated(decision.reason),
    }


def rejection(ground: Rejection, words: Words) -> str:
    """Return on what ground a bid was rejected."""
    match ground:
        case Late(received, deadline):
            own, last = (words.notation.moment(datetime.fromisoformat(str(n.value))) for n in (received, deadline))
            return words("late", received=own, deadline=last)
        case NotMet(requirement, _, decision):
            return words("not_met", requirement=words.requirement(requirement), **taken(decision, words))
        case Decided(_, decision):
            key, stage = ("decided_after", decision.after) if decision.after else ("decided", "")
            data = {"ground": words(f"ground_{ground.ground}"), **taken(decision, words)}
            return words(key, stage=stage, **data)
        case BelowMinimum(stage, criterion, value, at_least):
            least = words.points(Cell(at_least).number)
            own = words.points(value.number)
            return words.earned("below_minimum", stage=stage, criterion=criterion, value=own, at_least=least)
        case AboveCeiling(stage, _, value, at_most):
            ceiling = words.figure(Cell(at_most).number, "amount")
            return words("above_ceiling", stage=stage, value=words.figure(value.number, "amount"), ceiling=ceiling)
        case NotAmongBest():
            return _not_among_best(ground, words)
        case _:
            assert_never(ground)


def _not_among_best(ground: NotAmongBest, words: Words) -> str:
    """Return that only the best go on; how many points the last of them has comes from another bid."""
    data = {"stage": ground.stage, "criterion": ground.criterion, "value": words.points(ground.value.number)}
    may_pass = words.number(Cell(ground.max_pass).number)
    if words.view and not words.view.references:
        return words.earned("not_among_best_withheld", **data, max_pass=may_pass)
    return words.earned(
        "not_among_best", **data, max_pass=may_pass, at_least=words.points(Cell(ground.at_least).number)
    )
