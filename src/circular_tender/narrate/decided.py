"""The decisions about a bid: when, by whom, what, and why."""

import json
from typing import assert_never

from circular_tender.bids import (
    Clarified,
    Decision,
    Disclosed,
    Draw,
    EvidenceJudged,
    LowPrice,
    MarkRevised,
    Opened,
    Rejected,
    RequirementJudged,
)
from circular_tender.explain import Explanation
from circular_tender.narrate.page import Block, Heading, Items, isolated
from circular_tender.narrate.places import named
from circular_tender.narrate.standing import taken
from circular_tender.narrate.words import Words
from circular_tender.rules import Json


def decisions(explanation: Explanation, words: Words, level: int) -> list[Block]:
    """Return the list of the decisions about a bid, with its heading; nothing where there are none."""
    items = tuple(
        words("decision", decision=_what(decision, explanation, words), **taken(decision, words))
        for _, decision in explanation.decisions
    )
    return [Heading(level, words("decisions")), Items(items)] if items else []


def _what(decision: Decision, explanation: Explanation, words: Words) -> str:  # noqa: PLR0911 -- one a kind
    match decision:
        case RequirementJudged(requirement=requirement, met=met):
            return words("is_met" if met else "is_not_met", requirement=words.requirement(requirement))
        case Clarified(pointer=pointer, old=old, new=new):
            place = named(pointer, explanation.result.bid)
            return words("is_clarified", place=place, old=_written(old.value, words), new=_written(new.value, words))
        case EvidenceJudged(evidence=evidence, counts_as=kind):
            return words("is_proof", evidence=evidence, kind=words(f"proof_{kind}"))
        case MarkRevised(criterion=criterion, member=member, old=old, new=new):
            of = words("of_member", member=member) if member else ""
            return words("is_revised", criterion=words.titled(criterion), of=of, old=str(old), new=str(new))
        case LowPrice() | Rejected():
            return _rejected(decision, words)
        case Draw(order=order, witness=witness):
            return words("is_drawn", order=words.bids(order), witness=isolated(witness))
        case Disclosed(to=to, releases=releases):
            released = words.listed([words(f"released_{item}") for item in releases]) or words("nothing")
            return words("is_disclosed", reader=words(f"reader_{to}"), released=released)
        case Opened():
            raise TypeError(decision)
        case _:
            assert_never(decision)


def _rejected(decision: LowPrice | Rejected, words: Words) -> str:
    """Return whether a bid is rejected, on what ground, and after which stage where it took part in some."""
    after = "_after" if decision.after else ""
    if isinstance(decision, LowPrice):
        told = "is_explained" if decision.explained else f"is_not_explained{after}"
        return words(told, stage=decision.after or "")
    return words(f"is_rejected{after}", ground=words(f"ground_{decision.ground}"), stage=decision.after or "")


def _written(value: Json, words: Words) -> str:
    """Return what stands in a document, set apart: a text as it is, anything else as JSON."""
    if value is None:
        return words("nothing")
    return isolated(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
