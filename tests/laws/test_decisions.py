"""What a log of decisions must do, and what it may not: a clarified bid is the bid that says so from the start.

What is expected comes from another assessment, of documents in which the new value was written by hand (a few lines of
this file), and never from how the library changes them. `tests/verify` holds the checker to the same by hand.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import given, reject, settings
from hypothesis import strategies as st
from invented import KINDS, REFERENCE, Case, Maker, Plain, canonical, leaves

import circular_tender as ct
from circular_tender.derivation import Given, Written, walk

TAKEN = {"at": "2026-11-01T09:00:00+01:00", "by": "officer", "reason": "As the letter says."}
KEPT = ("schema", "tender", "id", "bidder", "received")
SAME = {"kind": "low_price", "explained": True}
some = settings(max_examples=40)


@dataclass(frozen=True)
class Told:
    """A case, a log, and the case in which everything that the log writes was said from the start."""

    case: Case
    log: tuple[Plain, ...]
    at_once: Case

    def assess(self, log: list[Plain] | None = None) -> ct.Assessment:
        """The assessment with the log, or with another; a case without a result is no example of a law."""
        try:
            return ct.assess(*self.case.read(), read_log(self.log if log is None else log))
        except ct.UndefinedResult:
            reject()


def read_log(log: Any) -> ct.Decisions:
    whole = {"schema": "circular-tender/decisions/1", "tender": REFERENCE, "decisions": [*log]}
    return ct.read_decisions(deepcopy(whole))


def differences(old: Any, new: Any, whole: Callable[[], bool], at: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Places by which a document becomes another: a value, or a mapping or list as a whole. No key is taken away."""
    pairs: list[tuple[Any, Any]] = []
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() <= new.keys():
        pairs = [(key, old.get(key)) for key in new]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = [*enumerate(old)]
    if not pairs or (at and whole()):
        if old != new:
            yield at, old, new
    else:
        for key, below in pairs:
            yield from differences(below, new[key], whole, f"{at}/{key}")


@st.composite
def told(draw: Callable[[st.SearchStrategy[Any]], Any], *, marks: bool = True) -> Told:
    """A case of which one bid is clarified, in any number of places, and some marks are revised."""
    maker = Maker(draw)
    case = maker.case()
    bid = maker.one(*case.bids)
    new = {**maker.bid(case.tender, bid["id"]), **{key: bid[key] for key in KEPT if key in bid}}
    new = {key: value for key, value in new.items() if key in bid}
    log: list[Plain] = []
    for at, was, said in differences(bid, new, lambda: maker.chance(4)):
        steps = [was, {"not": ["yet"]}, said] if maker.chance(5) else [was, said]  # only what holds in the end counts
        for before, after in pairwise(steps):
            log.append({"kind": "clarification", "bid": bid["id"], "pointer": at, "old": before, "new": after, **TAKEN})
    judgements = deepcopy(case.judgements)
    for leaf in leaves(case.tender["criteria"]) if marks and judgements else ():
        if leaf["indicator"]["kind"] == "judgement":
            mark = judgements["marks"][bid["id"]][leaf["id"]]
            change = {"kind": "mark_revised", "criterion": leaf["id"], "old": mark["mark"], "new": maker.mark(leaf)}
            log.append({**change, "bid": bid["id"], **TAKEN})
            mark |= {"mark": change["new"], "reason": TAKEN["reason"]}
    return Told(case, tuple(log), case.with_bid(new).changed(judgements=judgements))


@st.composite
def judged(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Told:
    """A case with a requirement, of which some proofs of one bid are judged, some bids are rejected, and nothing else."""
    maker = Maker(draw, kinds=("reuse_at_end_of_life", "material_passport", "price", "number"))
    case = maker.case()
    case = case.changed(tender={**case.tender, "requirements": [{"id": "wood", "title": "Wood"}]})
    asked = {leaf["indicator"]["kind"] for leaf in leaves(case.tender["criteria"])}
    kinds = [*maker.common(case.tender, "material_passport", "verification", KINDS), "none"]
    kinds += [] if "material_passport" in asked else ["contractual"]
    log: list[Plain] = []
    for bid in case.bids:
        log.append(
            {"kind": "requirement", "bid": bid["id"], "requirement": "wood", "met": not maker.chance(5), **TAKEN}
        )
        if maker.chance(2):
            log.append({**SAME, "bid": bid["id"], "explained": not maker.chance(3), **TAKEN})
    bid = maker.one(*case.bids)
    proofs = [name for name in bid.get("evidence", {}) if maker.chance(2)]
    about = {"kind": "evidence", "bid": bid["id"], **TAKEN}
    log += [{**about, "evidence": name, "counts_as": maker.one(*kinds)} for name in proofs]
    return Told(case, tuple(log), case)


def values(assessment: ct.Assessment) -> Plain:
    """Everything that was computed, and the ranking, as the record holds it."""
    return json.loads(ct.record(assessment))["assessment"]


def with_log(record: bytes, log: list[Plain]) -> bytes:
    """The record with another log, and the seal that belongs to it."""
    members = json.loads(record)
    members["decisions"]["decisions"] = log
    members["digests"]["decisions"] = hashlib.sha256(canonical(members["decisions"])).hexdigest()
    return canonical(members)


@given(told())
def test_what_is_clarified_counts_as_if_it_had_been_said_from_the_start(made: Told):
    assert values(made.assess()) == values(made.at_once.assess())


def sources(assessment: ct.Assessment) -> list[Written]:
    given_values = [node for node in walk(*assessment.nodes()) if isinstance(node, Given)]
    return [place for node in given_values if isinstance(node.source, tuple) for place in node.source]


def at(document: Any, pointer: str) -> Any:
    """What stands at a pointer, or None."""
    for part in pointer.split("/")[1:]:
        document = document[int(part)] if isinstance(document, list) else (document or {}).get(part)
    return document


@given(told())
def test_what_was_changed_has_its_source_in_the_log_and_all_else_where_it_was(made: Told):
    """A place of the documents in which it was said at once stands in the log where it is, or is below, a change."""
    wrote = {}
    for position, entry in enumerate(made.log):
        here, name = f"/decisions/{position}", f"bid {entry['bid']}"
        if entry["kind"] == "clarification":
            wrote[name, entry["pointer"]] = f"{here}/new"  # the last of several counts
        else:
            wrote["judgements", f"/marks/{entry['bid']}/{entry['criterion']}/mark"] = f"{here}/new"
    received = {f"bid {bid['id']}": bid for bid in made.case.bids}
    received |= {
        "tender": made.case.tender,
        "judgements": made.case.judgements,
        "decisions": {"decisions": [*made.log]},
    }
    for place, plain in zip(sources(made.assess()), sources(made.at_once.assess()), strict=True):
        above = [to for name, to in wrote if name == plain.document and f"{plain.pointer}/".startswith(f"{to}/")]
        expected = (plain.document, plain.pointer)
        if above:
            (to,) = above
            expected = ("decisions", wrote[plain.document, to] + plain.pointer.removeprefix(to))
        assert (place.document, place.pointer) == expected
        stands = at(received[place.document], place.pointer)
        assert place.text == plain.text == (stands if isinstance(stands, str) else "")


def measured(assessment: ct.Assessment) -> dict[tuple[str, str], tuple]:
    return {
        (result.bid.id, score.criterion): (score.measured.value, [(name, cell.value) for name, cell in score.reported])
        for result in assessment
        for score in result.scores
        if hasattr(score, "measured")
    }


@given(told() | judged())
def test_decisions_about_one_bid_change_what_is_measured_of_no_other(made: Told):
    about = {entry["bid"] for entry in made.log if entry["kind"] not in {"requirement", "low_price"}}
    needed = [entry for entry in made.log if entry["kind"] in {"requirement", "low_price"}]
    before, after = measured(made.assess(needed)), measured(made.assess())
    for bid, criterion in before.keys() & after.keys():
        assert bid in about or before[bid, criterion] == after[bid, criterion]


@given(told(marks=False))
def test_a_log_without_effect_changes_nothing(made: Told):
    log: list[Plain] = []
    for bid in made.case.bids:
        marks = (made.case.judgements or {"marks": {bid["id"]: {}}})["marks"][bid["id"]]
        log += [
            {**SAME, "bid": bid["id"]},
            *({"kind": "evidence", "bid": bid["id"], "evidence": name, "counts_as": proof["kind"]} for name, proof in bid.get("evidence", {}).items()),
            *({"kind": "mark_revised", "bid": bid["id"], "criterion": name, "old": mark["mark"], "new": mark["mark"]} for name, mark in marks.items()),
            *({"kind": "clarification", "bid": bid["id"], "pointer": f"/prices/{line}", "old": price, "new": price} for line, price in bid.get("prices", {}).items()),
        ]  # fmt: skip
    assert values(made.assess([{**entry, **TAKEN} for entry in log])) == values(made.assess([]))


@given(told() | judged())
def test_no_document_is_changed(made: Told):
    tender, bids, judgements = made.case.read()
    log = read_log(made.log)
    documents = [tender, *bids, *([judgements] if judgements else []), log]
    before = [ct.write(document) for document in documents]
    try:
        assessment = ct.assess(tender, bids, judgements, log)
    except ct.UndefinedResult:
        reject()
    assert [ct.write(document) for document in documents] == before
    received = json.loads(ct.record(assessment))
    assert received["received"] == [*made.case.bids]
    assert received["judgements"] == made.case.judgements
    assert received["decisions"]["decisions"] == [*made.log]
    assert [ct.digest(bid) for bid in assessment.bids] == [ct.digest(bid) for bid in made.case.read()[1]]


@some
@given(told() | judged())
def test_a_record_with_a_log_is_accepted_and_refused_where_the_log_says_something_else_that_matters(verify, made: Told):
    """`old`, `met` and `explained` always matter; what is written, where the values that it gives are others."""
    assessment = made.assess()
    record, recorded = ct.record(assessment), values(assessment)
    assert verify(record) == []
    for position, entry in enumerate(made.log):
        for key, other in others(entry):
            log = [*made.log[:position], {**entry, key: other}, *made.log[position + 1 :]]
            failures = {failure.check for failure in verify(with_log(record, log))}
            if key in {"old", "met", "explained"}:
                assert "V4" in failures
            elif "V4" not in failures and (other_values := computed(made, log)):
                # else the next decision about this place does not find what it says, or no document can say this
                assert bool(failures) == (other_values != recorded)


def others(entry: Plain) -> Iterator[tuple[str, Any]]:
    """What a decision could have said in place of what it says."""
    for key in entry.keys() & {"old", "met", "explained", "counts_as", "new"}:
        match key:
            case "old":
                yield key, "something else"
            case "new":
                yield key, entry["old"]
            case "counts_as":
                yield from ((key, kind) for kind in (*KINDS, "none") if kind != entry[key])
            case _:
                yield key, not entry[key]


def computed(made: Told, log: list[Plain]) -> Plain | None:
    """What is computed with a log; nothing where a document may not say what it writes."""
    try:
        return values(ct.assess(*made.case.read(), read_log(log)))
    except ct.InvalidDocuments:
        return None
    except ct.UndefinedResult:
        return {"values": "none"}


@given(judged(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_of_one_instant_changes_nothing_but_positions(made: Told, random):
    """Each of these decisions is of a thing of its own."""
    shuffled = random.sample(made.log, len(made.log))
    first, second = values(made.assess()), values(made.assess(shuffled))
    for found, log in ((first, made.log), (second, shuffled)):
        for rejection in found["rejected"]:
            if "decision" in rejection:
                rejection["decision"] = log[int(rejection["decision"])]
        found["rejected"].sort(key=canonical)
    assert first == second
