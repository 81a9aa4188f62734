"""What must hold for promises: nothing that a bid says is lost or told twice, and without proof nothing counts."""

from copy import deepcopy
from fractions import Fraction
from importlib import import_module

import promised
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import DESTINATIONS, Case, cases, leaves

import circular_tender as ct
from circular_tender.derivation import Given, walk

PROVEN = {"reuse_at_end_of_life", "material_passport"}


def stated(assessment: ct.Assessment, bid: str, criterion: str) -> set[str]:
    """The places of a bid on which what was measured depends, by the whole graph; a name, a price and a proof claim nothing."""
    node = assessment[bid][criterion].measured.node
    written = [
        w for leaf in walk(node) if isinstance(leaf, Given) and isinstance(leaf.source, tuple) for w in leaf.source
    ]
    places = {w.pointer for w in written if w.document == f"bid {bid}" and w.text}
    names = {place for place in places if place.count("/") == 3 and place.endswith("/id")}
    return {p for p in places - names if not p.startswith(("/evidence/", "/prices/")) and not p.endswith("/evidence")}


def complete(assessment: ct.Assessment) -> None:
    """Assert for each ranked bid that all it states stands once among what counted and what did not."""
    for bid in (bid for standing in assessment.ranking for bid in standing.bids):
        promises = ct.promises(assessment, bid=bid)
        items = {item.criterion.id: item for item in promises.items}
        for criterion, _, indicator in assessment.tender.asked:
            known = stated(assessment, bid, criterion) if indicator.kind != "price" else set()
            item = items.get(criterion)
            told = [claim.place for claim in (*item.counted, *item.uncounted)] if item else []
            assert sorted(told) == sorted(known)
            assert item is None or item.earned or item.counted == ()


def share(text: str) -> Fraction:
    return Fraction(text.rstrip(" %"))


def rising(case: Case) -> Case:
    """The case with tables and scales by which more is worth more, as a tender must have them."""
    tender = deepcopy(case.tender)
    for leaf in leaves(tender["criteria"]):
        scale, indicator = leaf["scale"], leaf["indicator"]
        if scale["kind"] == "linear" and "%" in scale["zero_at"]:
            scale["zero_at"], scale["full_at"] = sorted((scale["zero_at"], scale["full_at"]), key=share)
        if table := indicator.get("destinations"):
            names, worth = sorted(table, key=DESTINATIONS.index), sorted(table.values(), key=share, reverse=True)
            indicator |= {"destinations": dict(zip(names, worth, strict=True)), "otherwise": names[-1]}
    return case.changed(tender=tender)


@given(cases(thresholds=(), late=False))
def test_everything_that_is_stated_is_told_once(case: Case) -> None:
    complete(rising(case).assess())


@given(cases(thresholds=(), late=False, kinds=("reuse_at_end_of_life", "material_passport")))
def test_without_proof_nothing_counts(case: Case) -> None:
    bids = deepcopy(case.bids)
    for bid in bids:
        bid["evidence"] = {}
        for part in (part for product in bid.get("products", []) for part in product["parts"]):
            for claim in (part["end_of_life"], part["passport"]):
                if claim:
                    claim["evidence"] = None
    assessment = rising(case.changed(bids=bids)).assess()
    for bid in (bid for standing in assessment.ranking for bid in standing.bids):
        for item in ct.promises(assessment, bid=bid).items:
            assert item.rule.kind not in PROVEN or item.counted == ()


@given(
    st.sets(st.sampled_from(sorted(promised.INDICATORS)), min_size=1).map(tuple),
    st.sampled_from(["paper", "lab", "word", "old", None]),
)
def test_it_holds_for_every_kind(only: tuple[str, ...], proof: str | None) -> None:
    assessment = promised.assess(promised.tender(only=only), promised.bid(proof, only=only))
    complete(assessment)
    if proof in {"word", "old", None}:
        for item in ct.promises(assessment, bid="acme").items:
            assert item.counted == () or not any(claim.asks_proof for claim in item.claims)


def test_a_promise_that_is_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assessment = promised.assess(promised.tender(only=("reuse",)), promised.bid(only=()))
    complete(assessment)
    monkeypatch.setattr(
        import_module("circular_tender.explain.promises"), "_is_claim", lambda place: "reuse" not in place
    )
    with pytest.raises(AssertionError):
        complete(assessment)
