"""Checked by mypy and pyright, never run: the documents that go in, and what a program reads of them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, assert_never, assert_type

import circular_tender as ct
from circular_tender.award import WeightedPoints
from circular_tender.award.method import Rounding
from circular_tender.bids import (
    Clarified,
    Decision,
    Disclosed,
    Draw,
    EvidenceJudged,
    Judgement,
    LowPrice,
    MarkRevised,
    Opened,
    Part,
    Rejected,
    RequirementJudged,
    Withheld,
)
from circular_tender.bids.bid import Answer, Evidence, TakeBack
from circular_tender.bids.product import Product
from circular_tender.bids.values import Instant
from circular_tender.exact import Quantity
from circular_tender.rules import Json
from circular_tender.tender import Cost, Group, Leaf

written: Mapping[str, object] = {"schema": "circular-tender/tender/1", "reference": "R"}
tender = ct.read_tender(written)
assert_type(tender, ct.Tender)
assert_type(ct.Tender.model_validate(written), ct.Tender)
assert_type(tender.model_copy(update={"reference": "S"}), ct.Tender)
assert_type(tender.schema_, Literal["circular-tender/tender/1"])
assert_type(tender.reference, str)
assert_type(tender.title, str | dict[str, str])
assert_type(tender.currency, str)
assert_type(tender.deadline, Instant | None)
if isinstance(tender.award, WeightedPoints):
    assert_type(tender.award.points, Quantity)
    assert_type(tender.award.points.value, Fraction)
    assert_type(tender.award.points.text, str)
assert_type(tender.award.rounding, Literal["none"] | Rounding)
assert_type(tender.award.on_rejection, Literal["keep", "recompute"] | None)
assert_type(tender.lines, tuple[str, ...])
assert_type(tender.criteria, tuple[Leaf | Group | Cost, ...])
assert_type(tender.walk, Iterator[tuple[str, Leaf | Group | Cost]])
assert_type(tender.plain, Json)
if tender.deadline:
    assert_type(tender.deadline.moment, datetime)
    assert_type(str(tender.deadline), str)


def leaves(criterion: Leaf | Group) -> list[str]:
    """A criterion is a leaf or a group, and nothing else."""
    match criterion:
        case Leaf():
            assert_type(criterion.weight, Quantity)
            return [criterion.id]
        case Group():
            assert_type(criterion.weight, Quantity | None)
            return [leaf for member in criterion.criteria for leaf in leaves(member)]
        case _:
            assert_never(criterion)


for source in ("bids", Path("bids"), b"schema: circular-tender/bid/1", {"schema": "circular-tender/bid/1"}):
    assert_type(ct.read_bids(source), tuple[ct.Bid | ct.BrokenBid, ...])
assert_type(ct.read_bids(["bids/acme.yaml", Path("bids/bravo.json")]), tuple[ct.Bid | ct.BrokenBid, ...])
bid = ct.Bid(schema="circular-tender/bid/1", tender="R", id="acme", bidder="Acme")
assert_type(bid.id, str)
assert_type(bid.bidder, str)
assert_type(bid.received, Instant | None)
assert_type(bid.prices, dict[str, Quantity | Withheld])
assert_type(bid.discounts, dict[str, Quantity | Withheld])
assert_type(bid.products, tuple[Product, ...])
assert_type(bid.products[0].mass, Quantity)
assert_type(bid.products[0].parts, tuple[Part, ...])
assert_type(bid.products[0].parts[0].mass, Quantity | None)
assert_type(bid.take_back, TakeBack | None)
assert_type(bid.answers, dict[str, Answer | None])
assert_type(bid.evidence, dict[str, Evidence])
assert_type(bid.evidence["passport"].kind, Literal["declared", "documented", "third_party", "contractual"])
assert_type(bid == bid.model_copy(), bool)


def price(given: Quantity | Withheld) -> str:
    """What is withheld has a ground in place of a number."""
    match given:
        case Quantity():
            return f"{given.value} {given.measures}"
        case Withheld():
            return given.ground
        case _:
            assert_never(given)


judgements = ct.Judgements(schema="circular-tender/judgements/1", tender="R", panel="two officers", marks={})
assert_type(judgements.panel, str)
assert_type(judgements.marks, dict[str, dict[str, Judgement]])
assert_type(judgements.marks["acme"]["plan"].mark, Quantity | str | None)
assert_type(judgements.marks["acme"]["plan"].reason, str | None)

decisions = ct.Decisions(schema="circular-tender/decisions/1", tender="R", decisions=())
assert_type(decisions.decisions, tuple[Decision, ...])
assert_type(decisions.draws, tuple[tuple[int, Draw], ...])


def concerns(decision: Decision) -> tuple[str, ...]:  # noqa: PLR0911 -- one a kind
    """A decision is of one of nine kinds; each has its time, role and reason."""
    assert_type(decision.at, Instant)
    assert_type(decision.by, str)
    assert_type(decision.reason, str)
    match decision:
        case RequirementJudged():
            assert_type(decision.met, bool)
            return decision.bid, decision.requirement
        case Rejected():
            assert_type(decision.ground, Literal["irregular", "bidder_excluded", "withdrawn"])
            return (decision.bid,)
        case Clarified():
            return decision.bid, decision.pointer
        case EvidenceJudged():
            assert_type(decision.counts_as, Literal["declared", "documented", "third_party", "contractual", "none"])
            return decision.bid, decision.evidence
        case MarkRevised():
            assert_type(decision.new, Quantity | str)
            return decision.bid, decision.criterion
        case LowPrice():
            assert_type(decision.explained, bool)
            return (decision.bid,)
        case Opened():
            return (decision.stage,)
        case Disclosed():
            return decision.bid, decision.to
        case Draw():
            return decision.order
        case _:
            assert_never(decision)


for document in (tender, bid, judgements, decisions):
    assert_type(ct.write(document), str)
    assert_type(ct.write(document, form="json"), str)
assert_type(ct.digest(tender), str)
assert_type(ct.digest(bid), str)
assert_type(ct.json_schema("tender"), dict[str, Any])
assert_type(ct.json_schema("bid"), dict[str, Any])
