"""What a record must be: accepted by the checker as it is, and refused with a single digit changed."""

import hashlib
import json
import random
import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Case, canonical
from invented_awards import every_case

import circular_tender as ct

#: A small case of which every digit is changed: two bids, a price, a mark, a group and a minimum that rejects nobody.
SMALL = Case(
    {
        "schema": "circular-tender/tender/1",
        "reference": "T-1",
        "title": "Chairs",
        "buyer": "Gemeente Voorbeeld",
        "currency": "EUR",
        "deadline": "2026-10-15T12:00:00+02:00",
        "prices": {"vat": "excluded", "lines": [{"id": "chair", "unit": "piece", "quantity": "3"}]},
        "award": {
            "method": "weighted_points",
            "points": "10",
            "on_rejection": "keep",
            "rounding": {"places": "2", "mode": "half_up", "at": "total"},
            "ties": ["price"],
        },
        "criteria": [
            {
                "id": "price",
                "title": "Price",
                "weight": "7",
                "indicator": {"kind": "price"},
                "scale": {"kind": "lowest_over_own"},
            },
            {
                "id": "plan",
                "title": "Plan",
                "weight": "3",
                "indicator": {"kind": "judgement", "aggregate": "mean", "allowed": {"least": "0", "greatest": "10"}},
                "scale": {"kind": "linear", "zero_at": "0", "full_at": "10"},
                "threshold": {"at_least": "1", "on": "raw"},
            },
        ],
    },
    tuple(
        {
            "schema": "circular-tender/bid/1",
            "tender": "T-1",
            "id": f"b{number}",
            "bidder": f"Bidder {number}",
            "received": f"2026-10-1{number}T09:30:00+02:00",
            "prices": {"chair": price},
        }
        for number, price in ((1, "19.99"), (2, "21.10"))
    ),
    {
        "schema": "circular-tender/judgements/1",
        "tender": "T-1",
        "panel": "Three members of staff",
        "marks": {
            "b1": {"plan": {"mark": "7.5", "reason": "2 of 3 sites visited"}},
            "b2": {"plan": {"mark": "9", "reason": "3 of 3 sites visited"}},
        },
    },
)


def digest(value) -> str:
    """A digest as record.md defines it."""
    return hashlib.sha256(canonical(value)).hexdigest()


def pins(case: Case) -> dict[str, str]:
    """What a reader has from elsewhere: of the tender's notice, of the receipts, and of the panel's minutes."""
    tender, bids, _ = case.read()
    received = {f"received/{bid.id}": ct.digest(bid) for bid in bids}
    return {
        "published": ct.digest(tender),
        **received,
        "judgements": digest(case.judgements),
        "decisions": digest(None),
    }


def digits(record: bytes) -> list[int]:
    return [found.start() for found in re.finditer(rb"[0-9]", record)]


def changed(record: bytes, position: int, by: int = 1) -> bytes:
    """The record with another digit at a position."""
    digit = (record[position] - 48 + by) % 10
    return record[:position] + b"%d" % digit + record[position + 1 :]


def sealed_again(record: bytes) -> bytes:
    """The record with all its digests made to fit what it now holds, as somebody who means to deceive would."""
    members = json.loads(record)
    members["digests"] = {
        "published": digest(members["published"]),
        "received": {bid["id"]: digest(bid) for bid in members["received"]},
        "judgements": digest(members["judgements"]),
        "decisions": digest(members["decisions"]),
        "assessment": digest(members["assessment"]),
    }
    return canonical(members)


def some(of: list[int], seed: int, count: int) -> Iterator[tuple[int, int]]:
    """Some positions, and by how much to change the digit there."""
    chosen = random.Random(seed)  # noqa: S311 -- not for secrets
    return ((position, chosen.randint(1, 9)) for position in chosen.sample(of, min(count, len(of))))


@given(case=every_case())
def test_every_record_is_accepted(verify, case: Case):
    record = ct.record(case.assess())
    assert record == sealed_again(record) == canonical(json.loads(record))
    assert verify(record, pins(case)) == []
    assert verify(record, {}) == []


@settings(max_examples=15)
@given(case=every_case(), seed=st.integers(0, 2**32))
def test_a_changed_digit_is_refused(verify, case: Case, seed: int):
    record, known = ct.record(case.assess()), pins(case)
    for position, by in some(digits(record), seed, 30):
        assert verify(changed(record, position, by), known)


@settings(max_examples=15)
@given(case=every_case(), seed=st.integers(0, 2**32))
def test_a_changed_digit_is_refused_even_with_new_seals(verify, case: Case, seed: int):
    """Only the pins and the recomputation are left to find it."""
    record, known = ct.record(case.assess()), pins(case)
    for position, by in some(digits(record), seed, 30):
        again = sealed_again(changed(record, position, by))
        assert again == record or verify(again, known)


@settings(max_examples=15)
@given(case=every_case(), seed=st.integers(0, 2**32))
def test_a_changed_value_of_an_assessment_is_refused_without_any_pin(verify, case: Case, seed: int):
    """Of the values that the library computed, the rules and facts beside them are pin enough."""
    record = ct.record(case.assess())
    members = json.loads(record)
    own = canonical(members["assessment"])
    for position, by in some(digits(own), seed, 30):
        members["assessment"] = json.loads(changed(own, position, by))
        assert verify(sealed_again(canonical(members)), {})


def test_every_single_digit_of_a_small_record_counts(verify):
    record, known = ct.record(SMALL.assess()), pins(SMALL)
    assert verify(record, known) == []
    sealed = 0
    for position in digits(record):
        assert verify(changed(record, position), known)
        again = sealed_again(changed(record, position))
        sealed += again == record
        assert again == record or verify(again, known)
    own = json.loads(record)["digests"]
    assert sealed == len(digits(canonical(own)))  # a new seal only ever restores the seal itself


def test_every_published_digit_is_held_by_the_pins(verify):
    """Every bid, the tender with its rules, and the judgements are pinned one by one: each pin alone is noticed."""
    record, known = ct.record(SMALL.assess()), pins(SMALL)
    for name, value in known.items():
        assert verify(record, {name: value}) == []
        assert verify(record, {name: f"{(int(value, 16) + 1) % 2**256:064x}"})
    assert verify(record, {"received/nobody": known["published"]})
