"""Forms that are refused: each as a page shows it, with the attempt to read it."""

from collections.abc import Callable
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import TypeAlias

import attrs

import circular_tender as ct
from circular_tender.texts import LIMIT_BIDS, LIMIT_BYTES, LIMIT_DEPTH
from pages.markdown import code

Form: TypeAlias = tuple[str, Callable[[], object]]

_BID = "schema: circular-tender/bid/1\ntender: T-1\nid: acme\nbidder: Acme\n"
_PRICE = f"{_BID}prices:\n  desk: @\n"
_PRODUCT = f"{_BID}products:\n  - {{id: a, line: b, parts: [], mass: @}}\n"
_CARD = _PRODUCT.replace("@", "1 kg, repairability: {marks: {}, printed: @, evidence: null}")
_TAKE_BACK = f"{_BID}take_back: {{share: 90 %, cost: free, guarantee: declared, term: 15 years}}\n"
_TENDER = """\
schema: circular-tender/tender/1
reference: T-1
title: A tender
buyer: A buyer
currency: EUR
award: {method: weighted_points, points: 10, on_rejection: keep, rounding: none, ties: []}
criteria:
  - id: mark
    title: Mark
    weight: 10
    indicator: {kind: judgement, aggregate: mean}
    scale: {kind: levels, levels: {good: 100 %, poor: 0 %}}
"""
_SCALED = _TENDER.replace("mean}", "mean, allowed: {least: 0, greatest: 10}}").replace(
    "{kind: levels, levels: {good: 100 %, poor: 0 %}}", "{kind: ratio_to_best, all_zero: 0 %, exponent: @}"
)
_PRICED = (
    _TENDER[: _TENDER.index("    indicator")]
    + "    indicator: {kind: price}\n"
    + "    scale: {kind: logarithmic, zero_at_multiple: @, bounds: cut, lowest_zero: 0 %}\n"
    + "prices: {vat: excluded, lines: [{id: chair, unit: piece, quantity: 1}]}\n"
)
_DECISIONS = """\
schema: circular-tender/decisions/1
tender: T-1
decisions:
  - {kind: requirement, at: 2026-10-16T09:00:00Z, by: buyer, reason: seen, bid: acme, requirement: wood, met: true}
"""


@attrs.frozen
class Group:
    """Forms of one sort, and where they were tried."""

    title: str
    where: str
    forms: tuple[Form, ...]


def _written(text: str, slot: str, *forms: str) -> tuple[Form, ...]:
    """Return the forms that take the place of the slot in the text of a document."""
    return tuple((code(form), _reading(text.replace(slot, form).encode())) for form in forms)


def _told(words: str, text: str, slot: str, form: str) -> Form:
    """Return a form that is better told in words than shown."""
    return words, _reading(text.replace(slot, form).encode())


def _reading(content: bytes) -> Callable[[], object]:
    if b"circular-tender/tender" in content:
        return lambda: ct.read_tender(content)
    if b"circular-tender/decisions" in content:
        return lambda: ct.read_decisions(content)
    return lambda: ct.read_bids(content)


def _built(shown: str, price: object) -> Form:
    bid = {
        "schema": "circular-tender/bid/1",
        "tender": "T-1",
        "id": "acme",
        "bidder": "Acme",
        "prices": {"desk": price},
    }
    return code(shown), lambda: ct.read_bids(bid)


def _empty_folder() -> object:
    with TemporaryDirectory() as folder:
        return ct.read_bids(folder)


_NUMBERS = ("1_000", "1e3", "+1", "01", "1.", ".5", "12,50", "1.250,00", '" 7"', "1 000", "१२", "-0", "NaN", "ten")
_TOO_LONG = ("1234567890123456789", "0.1234567890123")
_LOW = f"{_TENDER}abnormally_low:\n  - {{kind: below_mean, by: 20 %, of: all, at_least_bids: 3}}\n"
_ROUNDING = tuple(f"{{places: {places}, mode: half_up, at: total}}" for places in ("2.5", "13"))
_CLARIFIED = f"""{_DECISIONS[: _DECISIONS.index("  - ")]}  - kind: clarification
    at: 2026-10-16T09:00:00+02:00
    by: officer
    reason: a slip
    bid: acme
    pointer: @
    old: 1
    new: 2
"""
_INSTANTS = ("2026-10-15T12:00:00", "2026-10-15", "2026-10-15T24:00:00Z", "2026-10-15T12:00:60Z", "15-10-2026 12:00")
_YAML = ("&all {desk: 1}", "*all", "{<<: {desk: 1}}", "!!map {desk: 1}", "{desk: 1, desk: 2}", "{desk: 12,50}")
_JSON = ('{"desk": NaN}', '{"desk": 1, "desk": 2}', '{"desk": 1', r'{"desk": "\ud800"}')

GROUPS = (
    Group(
        "Numbers", "as a unit price", _written(_PRICE, "@", *_NUMBERS, *_TOO_LONG, '""', "-5", "5 %", "true", "null")
    ),
    Group(
        "Numbers that a program hands over",
        "as a unit price",
        (
            _built("0.1 + 0.2", 0.1 + 0.2),
            _built("float('inf')", float("inf")),
            _built("Decimal('NaN')", Decimal("NaN")),
            _built("True", price=True),
        ),
    ),
    Group(
        "Ratios",
        "as a percentage offered",
        _written(
            f"{_BID}discounts:\n  repairs: @\n", "@", "0.3", "12,5 %", "30  %", "30 pct", "30 kg", "120 %", "-5 %"
        ),
    ),
    Group("Masses", "as the mass of a product", _written(_PRODUCT, "@", "9.25", "9.25 lb", "3 years", "0 kg")),
    Group(
        "Marks of a repairability card", "as the index that a card prints", _written(_CARD, "@", "10.1", "-1", "8/10")
    ),
    Group("Times", "as the term of a take-back", _written(_TAKE_BACK, "15 years", "15", "15 days", "15 kg", "0 years")),
    Group("Decimals to which points are rounded", "as the rounding of a tender", _written(_TENDER, "none", *_ROUNDING)),
    Group("Ratios of levels", "as what a level earns", _written(_TENDER, "poor: 0 %", "poor: -101 %")),
    Group("Exponents", "as the exponent of a scale", _written(_SCALED, "@", "0", "-1", "10.5", "0.333")),
    Group("Multiples", "as the multiple of the lowest at which nothing is earned", _written(_PRICED, "@", "1", "0.5")),
    Group(
        "Ratios and numbers of a trigger",
        "as how far a price must be below the mean, and from how many bids on",
        (*_written(_LOW, "20 %", "0 %", "100 %"), *_written(_LOW, "at_least_bids: 3", "at_least_bids: 101")),
    ),
    Group("Yes and no", "as whether a requirement is met", _written(_DECISIONS, "true", "yes", "ja", "1", '"true"')),
    Group("Instants", "as when a bid was received", _written(f"{_BID}received: @\n", "@", *_INSTANTS)),
    Group(
        "Days",
        "as the reference date of a tender",
        _written(_TENDER.replace("currency: EUR", "currency: EUR\nreference_date: @"), "@", "15-10-2026", "2026-02-30"),
    ),
    Group("Places", "as the pointer of a clarification", _written(_CLARIFIED, "@", "prices", "/prices/~2")),
    Group(
        "Ids",
        "as the id of a bid",
        (*_written(_BID, "acme", "Acme", "acme_bv", "-acme"), _told("more than 64 characters", _BID, "acme", "a" * 65)),
    ),
    Group("Names", "as the name of a cost", _written(_TAKE_BACK, "free", "Free", "2nd", "at cost")),
    Group("Currencies", "as the currency of a tender", _written(_TENDER, "EUR", "€", "euro", "eur")),
    Group(
        "Texts",
        "as the title of a tender",
        _written(_TENDER, "A tender", '""', "{}", "{EN: A tender}", '{en: ""}', "[A tender]"),
    ),
    Group(
        "What is withheld",
        "as a unit price",
        _written(_PRICE, "@", "{withheld: null}", '{withheld: ""}', "{secret: price}"),
    ),
    Group(
        "Keys and words",
        "in a tender",
        (
            _told("no `currency`", _TENDER, "currency: EUR", ""),
            _told("`buyers` beside `buyer`", _TENDER, "buyer:", "buyers: x\nbuyer:"),
            _told("an indicator without `kind`", _TENDER, "kind: judgement, ", ""),
            *_written(_TENDER, "kind: judgement", "kind: judgment"),
            *_written(_TENDER, "aggregate: mean", "aggregate: meen"),
            *_written(_TENDER, "levels: {good: 100 %, poor: 0 %}", "levels: good"),
            _told("`criteria: []`", _TENDER, _TENDER[_TENDER.index("criteria") :], "criteria: []"),
            *_written(_TENDER, "schema: circular-tender/tender/1", "schema: circular-tender/tender/2"),
            *_written(_TENDER, "schema: circular-tender/tender/1", "schema: circular-tender/tender/one"),
        ),
    ),
    Group(
        "YAML",
        "as the unit prices of a bid, or the whole document",
        (
            *_written(f"{_BID}prices: @\n", "@", *_YAML, "{[desk]: 1}", "{desk: 1"),
            _told("a second document, after `---`", _BID, "\nid", "\n---\nid"),
            _told("a list in place of the document", "@", "@", "[1]"),
            _told("an empty file", "@", "@", " "),
        ),
    ),
    Group("JSON", "as the whole document", _written("@", "@", *_JSON)),
    Group(
        "Files",
        "with bids",
        (
            ("a name that no file has", lambda: ct.read_bids("no-such-file.yaml")),
            ("a folder without a document", _empty_folder),
            (f"more than {LIMIT_BYTES} bytes", _reading(b"#" * (LIMIT_BYTES + 1))),
            (f"more than {LIMIT_DEPTH} levels", _reading(b"[" * (LIMIT_DEPTH + 2))),
            (f"more than {LIMIT_BIDS} bids", lambda: ct.read_bids([b""] * (LIMIT_BIDS + 1))),
            ("a byte order mark", _reading(b"\xef\xbb\xbf{}")),
            ("another encoding than UTF-8", _reading("bidder: Müller".encode("latin-1"))),
            ("an invisible character", _reading(b"bidder: \x07")),
        ),
    ),
)
