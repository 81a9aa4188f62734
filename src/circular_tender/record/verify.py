"""Checks the record of a tender's assessment: walks its published rules over its facts, and compares.

This file stands alone. Python 3.11 and its standard library are all it needs:

    python verify.py record.json [--pin published=DIGEST] [--pin received/acme=DIGEST] [--pin judgements=DIGEST]

The format is described in docs/reference/record.md; `V1` to `V8` are the checks of that page.
"""

import argparse
import functools
import hashlib
import json
import operator
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeGuard

Json: TypeAlias = Any  # what a record holds; what has another form than expected fails where it is used
Value: TypeAlias = Any  # a number, a text, a column (list) or a table (dict); None is a number divided by zero

CHECKS = {
    "V1": "readable, bounded, no key twice, no bare number",
    "V2": "schema, keys and ids",
    "V3": "digests and pins",
    "V4": "what decisions change, rejections for lateness and by decisions, and whether the log is complete",
    "V5": "every value of every rule in every stage",
    "V6": "minimums and ceilings, and the bids that they reject",
    "V7": "totals, before and after rounding",
    "V8": "the ranking",
}
UNPROVEN = "This does not prove that a fact is true, that a judgement is sound, or that a rule is lawful."
UNPINNED = "Nothing was pinned: the digests inside a record guard against accident, not against intent."
FIXED = {"schema", "tender", "id", "bidder", "received"}  # of a bid; no clarification changes them
SIZE, DEPTH, BITS, LISTED = 64 * 2**20, 64, 14_000, 20  # of a file, its brackets, a number; failures printed
EXPONENT = 100  # the largest that a tender may publish or a bid may promise, in years
UNITS = {"%": (1, 100), "kg": (1, 1), "g": (1, 1000), "t": (1000, 1), "year": (1, 1), "month": (1, 12), None: (1, 1)}
NUMBER = re.compile(r"(-?[0-9]{1,18}(?:\.[0-9]{1,12})?)(?: ?(?:(%|kg|g|t)|(year|month)s?))?")
POINTER = re.compile("(/([^~/]|~[01])*)*")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]', re.DOTALL)  # a bracket, or a text to step over
OTHER = {"kind": "other"}  # stands for a decision that does not concern a lot, so that the others keep their places
NOTHING = object()  # what stands on one side of a comparison only
MALFORMED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)  # raised by a wrong form


@dataclass(frozen=True)
class Failure:
    """What does not hold: check, place, both values; `recorded` is empty where nothing could be computed."""

    check: str
    place: str
    recorded: str
    recomputed: str

    def __str__(self) -> str:
        """The failure as a line of ASCII, so that no name in a record can forge another line."""
        difference = f"recorded {self.recorded}, recomputed {self.recomputed}" if self.recorded else self.recomputed
        return ascii(": ".join(part for part in (self.place, difference) if part))[1:-1]


# The file


def load(record: bytes) -> Json:
    """The JSON of a record, once it is known to be safe to read."""
    text, depth = record[: SIZE + 1].decode(), 0
    for found in BRACKET.finditer(text):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > DEPTH or len(record) > SIZE:
            raise ValueError(f"more than {DEPTH} levels or {SIZE} bytes")
    whole = json.loads(text, object_pairs_hook=distinct, parse_int=bare, parse_float=bare, parse_constant=bare)
    digest(whole)  # fails for half of a character, which has no UTF-8
    return whole


def distinct(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object in which no key stands twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError(f"a name stands twice among {sorted(key for key, _ in pairs)}")
    return dict(pairs)


def bare(number: str) -> NoReturn:
    """Every number of a record is a text."""
    raise ValueError(f"a bare number, {number[:40]}")


def digest(value: Json) -> str:
    """The SHA-256 of canonical JSON."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def members(value: Json, keys: str) -> list[Json]:
    """The members of an object that has exactly these keys."""
    if not isinstance(value, dict) or {*value} != {*keys.split()}:
        raise ValueError(f"the keys must be exactly {keys}")
    return [value[key] for key in keys.split()]


def is_list(value: Value) -> TypeGuard[list[Value]]:
    """Whether it is a list, or a column."""
    return isinstance(value, list)


# Facts


def number(text: Json) -> Fraction:
    """A number as somebody wrote it, with its unit."""
    found = NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(f"not a number: {text}")
    return Fraction(found[1]) * Fraction(*UNITS[found[2] or found[3]])


def read(fact: Json, reading: str, absent: Json = None) -> Value:
    """A fact, read as a number or a text, or for its presence."""
    if reading == "presence":
        return Fraction(fact is not None)
    text = absent if fact is None else fact
    if not isinstance(text, str) or reading not in {"number", "text", "date"}:
        raise ValueError(f"the fact is {'absent' if text is None else 'not a text'}")
    if reading == "date":
        return day(text)
    return number(text) if reading == "number" else text


def found_at(whole: Json, path: list[str], reading: str, absent: Json) -> Value:
    """What stands at the end of a path, read; or the path itself as a pointer."""
    if reading == "place":
        return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in path)
    return read(follow(whole, path), reading, absent)


def day(text: str) -> Fraction:
    """The number of a day, of which 1 January of the year 1 is the first."""
    if not DAY.fullmatch(text):
        raise ValueError(f"not a day: {text}")
    return Fraction(date.fromisoformat(text).toordinal())


def instant(text: Json) -> datetime:
    """A moment with its offset from UTC."""
    if not INSTANT.fullmatch(text):
        raise ValueError(f"not a date and time with an offset: {text}")
    return datetime.fromisoformat(text)


def segments(pointer: str, bid: str) -> list[Json]:
    """The segments of a JSON Pointer, for a bid; a star is None."""
    if not POINTER.fullmatch(pointer) or ("{bid}" in pointer and not bid):
        raise ValueError(f"no JSON Pointer, or of a bid where there is none: {pointer}")
    parts = [part.replace("~1", "/").replace("~0", "~").replace("{bid}", bid) for part in pointer.split("/")]
    return [None if written == "*" else part for written, part in zip(pointer.split("/"), parts, strict=True)][1:]


def follow(value: Json, path: list[str]) -> Json:
    """What stands at the end of a path; None where nothing stands there, or null is on the way."""
    for part in path:
        if is_list(value):
            position = int(part)
            value = value[position] if str(position) == part and position in range(len(value)) else None
        else:
            value = None if value is None else value.get(part)
    return value


def present(items: list[Json]) -> list[str]:
    """The positions of a list at which something stands; what is of another lot is null."""
    return [str(position) for position, item in enumerate(items) if item is not None]


def matches(value: Json, pattern: list[Json]) -> Iterator[list[str]]:
    """What the stars of a pattern stand for, place by place."""
    if None not in pattern:
        yield []
        return
    star = pattern.index(None)
    parent = follow(value, pattern[:star])
    for name in present(parent) if is_list(parent) else sorted(parent or ()):
        for names in matches(follow(parent, [name]), pattern[star + 1 :]):
            yield [name, *names]


# Values


def each(function: Callable[..., Value], *values: Value) -> Value:
    """The function of single values, or element by element of columns; a single value counts for each element."""
    sizes = {len(list_of(value)) for value in values if isinstance(value, list)}
    if not sizes:
        return function(*values)
    if len(sizes) > 1:
        raise ValueError("columns of different lengths")
    size = sizes.pop()
    columns = [value if is_list(value) else [value] * size for value in values]
    return [function(*elements) for elements in zip(*columns, strict=True)]


def defined(value: Value) -> Fraction:
    """A single number that is not divided by zero."""
    if value is None:
        raise ValueError("division by zero")
    if not isinstance(value, Fraction):
        raise TypeError(f"not a single number: {value}")
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > BITS:
        raise ValueError(f"a number of more than {BITS} bits")
    return value


def arithmetic(function: Callable[..., Fraction | None]) -> Callable[..., Value]:
    """Arithmetic on single numbers; what was divided by zero stays so, and so does what is made of it."""
    return lambda *numbers: None if None in numbers else function(*map(defined, numbers))


def quotient(a: Fraction, b: Fraction) -> Fraction | None:
    """The quotient of two numbers; None where it is divided by zero, which fails only if the value is used."""
    return a / b if b else None


def total(numbers: list[Fraction]) -> Fraction:
    """The sum of numbers, which is given up where it grows without end."""
    return functools.reduce(lambda a, b: defined(a + b), numbers, Fraction(0))


def middle(numbers: list[Fraction]) -> Fraction:
    """What stands in the middle of numbers in order, or halfway between the two that do."""
    half = (len(numbers) - 1) // 2
    return (numbers[half] + numbers[-1 - half]) / 2


def clamp(x: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """A number moved into its bounds."""
    return low if x < low else min(x, high)


def choose(left: Value, right: Value, then: Value, otherwise: Value) -> Value:
    """One value where the left number is at most the right one, else the other."""
    return then if defined(left) <= defined(right) else otherwise


def rounded(x: Value, places: Fraction, mode: str) -> Fraction:
    """A number to so many decimals, by whole numbers only."""
    x = defined(x)
    scale = 10 ** range(13).index(int(places) if places.denominator == 1 else -1)
    whole, rest = divmod(abs(x) * scale, 1)
    half = Fraction(1, 2)
    further = {
        "half_up": rest >= half,
        "half_even": rest > half or (rest == half and whole % 2 == 1),
        "down": False,
        "up": rest > 0,
    }
    return Fraction(whole + further[mode], scale) * (1 if x > 0 else -1)


def power(x: Fraction, exponent: Fraction) -> Fraction | None:
    """A number to a published power: exact if that is whole, else to 12 decimals, guessed and then proved exactly."""
    upper, root = exponent.numerator, exponent.denominator
    if abs(exponent) > EXPONENT or 100 % root:
        raise ValueError(f"no exponent of a tender: {exponent}")
    if (x == 0 and exponent < 0) or (x < 0 and root > 1):
        return None
    if root == 1 or x == 0:
        return x**upper if root == 1 else x
    if abs(upper) * max(x.numerator.bit_length(), x.denominator.bit_length()) > 2**21:
        raise ValueError(f"a number of too many bits for the power {exponent}")
    size = int(exponent * (x.numerator.bit_length() - x.denominator.bit_length()))  # bits before the point, almost
    decimals = Context(prec=60 + max(size, 0))
    near = decimals.multiply(decimals.ln(decimals.divide(x.numerator, x.denominator)), decimals.divide(upper, root))
    guess, powered = int(decimals.multiply(decimals.exp(near), 10**12)), x**upper
    [found] = [n for n in range(max(guess - 2, 0), guess + 3) if is_nearest(n, powered, root)]
    return Fraction(found, 10**12)


def is_nearest(n: int, powered: Fraction, root: int) -> bool:
    """Whether the root of a number lies nearest to n of the twelfth decimal; halfway, to an even n."""
    below, above = (Fraction(max(2 * n + side, 0), 2 * 10**12) ** root for side in (-1, 1))
    return below < powered < above or (n % 2 == 0 and powered in {below, above})


def log_ratio(x: Fraction, base: Fraction) -> Fraction | None:
    """The logarithm of a number to a base, to 12 decimals: between bounds that are drawn together until one is left."""
    if base <= 1:
        raise ValueError(f"no base of a tender: {base}")
    if x <= 0:
        return None
    for digits in (40, 80, 160, 320, 640):
        (low, high), (base_low, base_high) = ln(x, digits), ln(base, digits)
        bounds = [a / b for a in (low, high) for b in (base_low, base_high)] if base_low > 0 else []
        found = {rounded(bound, Fraction(12), "half_even") for bound in bounds}
        if len(found) == 1:
            return found.pop()
    raise ValueError(f"the logarithm of {x} to {base} lies too near to half of the last decimal")


def ln(x: Fraction, digits: int) -> tuple[Fraction, Fraction]:
    """Two bounds of a natural logarithm; `decimal` gives a logarithm that is correctly rounded."""
    down, up = (Context(prec=digits, rounding=side, Emin=-4 * digits) for side in (ROUND_FLOOR, ROUND_CEILING))
    low, high = (side.ln(side.divide(Decimal(x.numerator), Decimal(x.denominator))) for side in (down, up))
    return Fraction(down.next_minus(low)), Fraction(up.next_plus(high))


def nth_highest(numbers: list[Fraction], n: Fraction) -> Fraction:
    """The number that stands at place n from the top, or the last where there are fewer."""
    if n.denominator > 1 or n < 1:
        raise ValueError(f"no place: {n}")
    return sorted(numbers)[-min(n.numerator, len(numbers))]


def of_each(operation: str, values: list[Value], names: list[Value], every: list[Value], *without: Fraction) -> Value:
    """For each name the sum of the values beside it, or the least of them; where there is none, 0 or what is said."""
    beside: dict[Value, list[Fraction]] = {name: [] for name in every}
    for value, name in zip(values, names, strict=True):
        beside[name].append(defined(value))
    if operation == "total_of_each":
        return [total(beside[name]) for name in every]
    [none] = without
    return [min(beside[name], default=none) for name in every]


ELEMENTWISE: dict[str, Callable[..., Value]] = {
    "add": arithmetic(operator.add),
    "subtract": arithmetic(operator.sub),
    "multiply": arithmetic(operator.mul),
    "divide": arithmetic(quotient),
    "negate": arithmetic(Fraction.__neg__),
    "clamp": arithmetic(clamp),
    "choose": choose,
    "rounded": rounded,
    "power": arithmetic(power),
    "log_ratio": arithmetic(log_ratio),
    "lookup": operator.getitem,
}
OF_COLUMN: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "least": min,
    "greatest": max,
    "total": total,
    "mean": lambda numbers: total(numbers) / len(numbers),
    "count": lambda numbers: Fraction(len(numbers)),
    "median": lambda numbers: middle(sorted(numbers)),
}


class Walk:
    """The walk of the rules over the facts; `here` is the check that is being done, and the place."""

    def __init__(self) -> None:
        """Nothing is known before the file is read."""
        self.here = ("V1", "")
        self.documents: dict[str, Json] = {}
        self.reference: list[str] = []  # the bids of the stage
        self.values: dict[tuple[str, str], dict[str, Value]] = {}  # (aspect, criterion) → bid → value
        self.kept: dict[tuple[int, str], Value] = {}  # (expression, bid) → its value
        self.bids: dict[str, Json] = {}  # those that take part, as received
        self.log: list[Json] = []
        self.ranking: list[Json] = []

    def value(self, e: Json, bid: str = "") -> Value:  # noqa: PLR0911 -- one a sort of operation
        """The value of an expression, for a bid or over the bids of the stage."""
        operation, *parts = e
        if operation == "value" and not bid:
            aspect, criterion = parts
            return [self.values[aspect, criterion][name] for name in self.reference]
        if operation in ELEMENTWISE:
            return each(ELEMENTWISE[operation], *(self.value(part, bid) for part in parts))
        if operation in OF_COLUMN:
            [column] = (self.value(part, bid) for part in parts)
            return OF_COLUMN[operation]([defined(x) for x in list_of(column)])
        if operation == "nth_highest":
            column, n = (self.value(part, bid) for part in parts)
            return nth_highest([defined(x) for x in list_of(column)], defined(n))
        if operation in {"total_of_each", "least_of_each"}:
            values, names, every, *without = (self.value(part, bid) for part in parts)
            return of_each(operation, list_of(values), list_of(names), list_of(every), *map(defined, without))
        if operation == "column":
            return [single(self.value(part, bid)) for part in parts]
        key = (id(e), bid if "bid" in str(parts[:3]) else "")  # of the bid, or the same for all
        if key not in self.kept:
            self.kept[key] = self.leaf(e, bid)
        return self.kept[key]

    def leaf(self, e: Json, bid: str) -> Value:
        """The value of an expression that has no parts."""
        match e:
            case ["number", str(text)]:
                return Fraction(text) if re.fullmatch("-?[0-9]{1,30}/[1-9][0-9]{0,29}", text) else number(text)
            case ["text", str(text)]:
                return text
            case ["published", str(), str(), {**rows}]:
                return {row: number(text) for row, text in rows.items()}
            case ["fact", document, str(at), per, reading, absent]:
                whole, path = self.document(document, bid), segments(at, bid)
                if per is None:
                    return found_at(whole, path, reading, absent)
                found = matches(whole, segments(per, bid))
                places = ([names.pop(0) if part is None else part for part in path] for names in found)
                return [found_at(whole, place, reading, absent) for place in places]
            case ["table", document, str(at), reading, absent, {**rows}]:
                return self.table(self.document(document, bid), segments(at, bid), reading, absent) | {
                    row: read(text, reading) for row, text in rows.items()
                }
            case _:
                raise ValueError(f"no expression: {str(e)[:80]}")

    def table(self, whole: Json, path: list[Json], reading: str, absent: Json) -> dict[str, Value]:
        """The rows of a table in a document, by the key that the star stands for, or by the `id` of a list's member."""
        star = path.index(None)
        parent = follow(whole, path[:star])
        names = [name for [name] in matches(whole, path)]
        rows = [parent[int(name)]["id"] if is_list(parent) else name for name in names]
        cells = distinct([*zip(rows, (follow(parent, [name, *path[star + 1 :]]) for name in names), strict=True)])
        return {row: read(cell, reading, absent) for row, cell in cells.items() if (cell, absent) != (None, None)}

    def document(self, name: str, bid: str) -> Json:
        """The tender, the judgements, or the bid that is being computed."""
        return self.documents[f"bid {bid}" if name == "bid" else name]

    def checks(self, record: bytes, pins: Mapping[str, str]) -> Iterator[list[Failure]]:
        """The failures of one check after the other."""
        whole = load(record)
        yield []
        self.here = "V2", ""
        schema, published, received, judgements, decisions, recorded, digests = members(
            whole, "schema published received judgements decisions assessment digests"
        )
        tender, rules = members(published, "tender rules")
        if schema != "circular-tender/record/0":
            raise ValueError("the schema must be circular-tender/record/0")
        bids = distinct([(bid["id"], bid) for bid in received])
        listed: list[Json] = tender.get("lots") or []
        lots = distinct([(lot["id"], lot) for lot in listed])
        of_each, awarded = split(rules, recorded, [*lots]) if lots else ({"": (rules, recorded)}, None)
        for own_rules, own_recorded in of_each.values():
            check_rules(own_rules)
            check_criteria(own_rules)
            members(
                own_recorded, f"rejected stages total awarded ranking {'factors' if 'factors' in own_rules else ''}"
            )
        self.documents = {"tender": tender, "judgements": judgements, **{f"bid {bid}": bids[bid] for bid in bids}}
        yield []
        own = {name: digest(whole[name]) for name in ("published", "judgements", "decisions", "assessment")}
        of_bids = {bid: digest(bids[bid]) for bid in bids}
        known = own | {f"received/{bid}": of_bids[bid] for bid in bids}
        found = {name: known.get(name, "nothing of this name") for name in pins}
        yield [*compare("V3", "digests", digests, own | {"received": of_bids}), *compare("V3", "pins", {**pins}, found)]
        self.here = "V4", "decisions"
        log: list[Json] = decisions["decisions"] if decisions else []
        amend(self.documents, log)
        for _ in decided(log, bids):
            pass  # fails where a decision is of a bid that is not there
        walks = {lot: self.in_lot(lots.get(lot), own_rules, bids, log) for lot, (own_rules, _) in of_each.items()}
        results = {lot: walk.recomputed(*of_each[lot]) for lot, walk in walks.items()}
        for check in ("V4", "V5", "V6", "V7", "V8"):
            self.here = check, ""
            found_here = [failure for lot in walks for failure in self.next_of(lot, walks[lot], results[lot])]
            if check == "V8" and lots:
                self.here = "V8", "awards"
                found_here += compare("V8", "awards", awarded, [*awards(tender, walks)])
            yield found_here

    def in_lot(self, lot: Json, rules: Json, bids: dict[str, Json], log: list[Json]) -> "Walk":
        """The walk for a lot, of the bids that name it, over the documents without what is of other lots."""
        walk = Walk()
        walk.bids, walk.log, walk.documents = bids, log, self.documents
        if lot is not None:
            lines: list[Json] = lot.get("lines") or []
            held = {bid: self.documents[f"bid {bid}"] for bid in bids}
            walk.bids = {bid: bids[bid] for bid in bids if "unreadable" in held[bid] or lot["id"] in held[bid]["lots"]}
            walk.log = [entry if concerns(entry, lot["id"], walk.bids, rules) else OTHER for entry in log]
            own = {f"bid {bid}": bid_of(held[bid], lines) for bid in walk.bids}
            walk.documents = {**self.documents, "tender": tender_of(self.documents["tender"], lines), **own}
        return walk

    def next_of(self, lot: str, walk: "Walk", results: Iterator[list[Failure]]) -> Iterator[Failure]:
        """The failures of the next check of a lot, each with the place of the lot before its own."""
        before = f"lots/{lot}/" if lot else ""
        try:
            for failure in next(results):
                yield Failure(failure.check, before + failure.place, failure.recorded, failure.recomputed)
        finally:
            self.here = walk.here[0], before + walk.here[1]

    def recomputed(self, rules: Json, recorded: Json) -> Iterator[list[Failure]]:
        """The failures of the checks from V4 on, of a tender without lots or of one lot."""
        bids, log = self.bids, self.log
        factors = rules.get("factors", [])
        rejected, stages = recorded["rejected"], recorded["stages"]
        criteria = {rule["id"]: rule for rule in rules["criteria"]}
        late = [bid for bid in bids if "unreadable" not in bids[bid] and self.is_late(rules, bid)]
        self.here = "V4", "decisions"
        by_log = [*decided(log, bids)]
        before = [{"bid": bid, "ground": "late"} for bid in late] + [e for e in by_log if "stage" not in e]
        first = sum(entry["ground"] in {"late", "not_met", "decided"} and "stage" not in entry for entry in rejected)
        admitted = without([*bids], before)
        judged = {(entry["kind"], entry["bid"], entry.get(entry["kind"])) for entry in log if "bid" in entry}
        asked = [
            *(("requirement", bid, name) for bid in admitted for name in rules["requirements"]),
            *(("evidence", bid, name) for bid in admitted for name in stand_ins(self.documents[f"bid {bid}"])),
            *(("rejected", bid, None) for bid in admitted if "unreadable" in bids[bid]),
        ]
        missing = [[*subject] for subject in asked if subject not in judged]
        yield [*compare("V4", "rejected", rejected[:first], before), *compare("V4", "not decided", missing, [])]
        later = [entry for entry in by_log if "stage" in entry]
        remaining, walked, below = self.with_later(rules, criteria, admitted, later)
        yield [*compare("V5", "stages", stages, walked)]
        rest: list[list[Json]] = [rejected[first:], below]
        yield [*compare("V6", "rejected", *(dict(enumerate(entries, first)) for entries in rest))]
        self.reference = remaining
        yield [*self.totals(rules, factors, recorded)]
        self.here = "V8", "ranking"
        draws = drawn(log, later) if rules["draw"] else ()
        self.ranking = self.ranks(rules, [*draws])
        yield [*compare("V8", "ranking", recorded["ranking"], self.ranking)]

    def is_late(self, rules: Json, bid: str) -> bool:
        """Whether a bid was received after the last admissible instant."""
        self.here = "V4", f"received/{bid}"
        if rules["deadline"] is None or rules["received"] is None:
            return False
        return instant(self.value(rules["received"], bid)) > instant(self.value(rules["deadline"]))

    def with_later(
        self, rules: Json, criteria: dict[str, Json], bids: list[str], later: list[Json]
    ) -> tuple[list[str], Json, Json]:
        """The same as `through_stages`; under `recompute` it is walked once for each bid that the log rejects later."""
        stages, known, gone = [stage["id"] for stage in rules["stages"]], set(bids), list[Json]()
        for bid in dict.fromkeys(entry["bid"] for entry in later if rules["recompute"]):
            self.here = "V6", f"rejected/{bid}"
            own = [entry for entry in later if entry["bid"] == bid]
            last = min(stages.index(entry["stage"]) for entry in own)
            _, _, fell = self.through_stages({**rules, "stages": rules["stages"][: last + 1]}, criteria, bids, [])
            gone += [entry for entry in fell if entry["bid"] == bid] + own
            bids, self.values = without(bids, own), {}
        remaining, walked, below = self.through_stages(rules, criteria, bids, [] if rules["recompute"] else later)
        below = gone + below
        for entry in later:
            self.here = "V6", f"rejected/{entry['bid']}"
            ends = [stages.index(other["stage"]) for other in below if other["bid"] == entry["bid"]]
            if entry["bid"] not in known or entry not in below or min(ends) < stages.index(entry["stage"]):
                raise ValueError(f"{entry['bid']} took no part in {entry['stage']}")
        return remaining, walked, below

    def through_stages(
        self, rules: Json, criteria: dict[str, Json], bids: list[str], later: list[Json]
    ) -> tuple[list[str], Json, Json]:
        """The bids that remain after the last stage, the stages, and the bids that were rejected at the end of one."""
        walked: list[Json] = []
        below: list[Json] = []
        waiting = list(rules["stages"])
        while bids and waiting:
            stage, self.reference = waiting.pop(0), bids
            values = {name: self.compute(f"stages/{stage['id']}/{name}", criteria[name]) for name in stage["criteria"]}
            walked.append({"id": stage["id"], "bids": bids, "values": values})
            bounds = [threshold for threshold in stage["thresholds"] if "max_pass" not in threshold]
            fallen = [entry for threshold in bounds for entry in self.below(stage["id"], threshold)]
            self.reference = without(bids, fallen)
            if self.reference and not (fallen and rules["recompute"]):
                best = [threshold for threshold in stage["thresholds"] if "max_pass" in threshold]
                fallen += [entry for threshold in best for entry in self.below(stage["id"], threshold)]
            fallen += [entry for entry in later if entry["stage"] == stage["id"] and entry["bid"] in bids]
            below += fallen
            bids = without(bids, fallen)
            if fallen and rules["recompute"]:
                walked, waiting, self.values = [], list(rules["stages"]), {}
        return bids, walked, below

    def compute(self, place: str, rule: Json) -> dict[str, list[str]]:
        """Every aspect of a rule: what is measured and reported for each bid, then what is computed over the stage."""
        is_group = "members" in rule
        alone: dict[str, Json] = {} if is_group else {"measured": rule["measured"], **rule["reported"]}
        for aspect, e in alone.items():
            self.values[aspect, rule["id"]] = {}
            for bid in self.reference:
                self.here = "V5", f"{place}/{aspect}/{bid}"
                if (id(e), bid) not in self.kept:
                    self.kept[id(e), bid] = single(self.value(e, bid))
                self.values[aspect, rule["id"]][bid] = self.kept[id(e), bid]
        kinds = {"members": ("subtotal", "points"), "cost": ("cost",), "ratio": ("ratio", "weighted", "points")}
        over_stage = next(aspects for key, aspects in kinds.items() if key in rule)
        for aspect in over_stage:
            self.here = "V5", f"{place}/{aspect}"
            column = [defined(x) for x in list_of(self.value(rule[aspect]))]
            self.values[aspect, rule["id"]] = dict(zip(self.reference, column, strict=True))
        return {aspect: [*map(str, self.values[aspect, rule["id"]].values())] for aspect in (*alone, *over_stage)}

    def below(self, stage: str, threshold: Json) -> Iterator[dict[str, str]]:
        """The bids of the reference set that have less than a minimum or the best, or more than a ceiling."""
        self.here = "V6", f"stages/{stage}/thresholds"
        sense, ground = ("at_most", "above_ceiling") if "at_most" in threshold else ("at_least", "below_minimum")
        best = ["max_pass"] if "max_pass" in threshold else []
        of, aspect, limit, *may_pass = members(threshold, " ".join(["of aspect", sense, *best]))
        self.here = "V6", f"stages/{stage}/thresholds/{of}"
        bound = defined(self.value(limit))
        counts = [str(defined(self.value(count))) for count in may_pass]
        for bid in self.reference:
            value = defined(self.values[aspect, of][bid])
            if (value < bound) if sense == "at_least" else (value > bound):
                entry = {"bid": bid, "ground": "not_among_best" if best else ground, "stage": stage, "of": of}
                yield {**entry, "value": str(value), sense: str(bound), **dict(zip(best, counts, strict=True))}

    def totals(self, rules: Json, factors: list[Json], recorded: Json) -> Iterator[Failure]:
        """The differences in the totals of the bids that remain, and in the factors that they are made of."""
        made = recorded.get("factors")
        names = [members(factor, "name value")[0] for factor in factors]
        members(made or {}, " ".join(names))
        columns = [(name, factor["value"], made[name]) for name, factor in zip(names, factors, strict=True)]
        for name, rule, known in [*columns, *((name, rules[name], recorded[name]) for name in ("total", "awarded"))]:
            self.here = "V7", name
            column = list_of(self.value(rule)) if self.reference else []
            self.values[name, ""] = dict(zip(self.reference, map(defined, column), strict=True))
            yield from compare("V7", name, known, {bid: str(x) for bid, x in self.values[name, ""].items()})

    def marks(self, key: Json, received: Json) -> dict[str, Value]:
        """What a key of the order gives each bid, the lower the better."""
        aspect, of, first = members(key, "aspect of first")
        sign = {"lowest": 1, "highest": -1}[first]
        if aspect == "received":
            return {bid: instant(self.value(received, bid)) for bid in self.reference}
        column = self.values[aspect, of] if self.reference else {}
        return {bid: sign * defined(column[bid]) for bid in self.reference}

    def ranks(self, rules: Json, draws: list[list[str]]) -> list[Json]:
        """The ranking: by the columns of the order, one after the other, then as was drawn."""
        plain = [("awarded", ""), *(("points", name) for name in rules["ties"])]
        order = rules.get("order", [{"aspect": aspect, "of": of, "first": "highest"} for aspect, of in plain])
        columns = [self.marks(key, rules["received"]) for key in order]
        marks = {bid: [column[bid] for column in columns] for bid in self.reference}
        ranks: list[Json] = []
        ahead = 0
        for _, equal in groupby(sorted(marks, key=marks.__getitem__), key=marks.__getitem__):
            tied = [*equal]
            drawn = [[bid] for order in draws if sorted(order) == sorted(tied) for bid in order]
            for bids in drawn or [tied]:
                ranks.append({"rank": str(ahead + 1), "bids": bids})
                ahead += len(bids)
        return ranks


def split(rules: Json, recorded: Json, lots: list[str]) -> tuple[dict[str, tuple[Json, Json]], Json]:
    """The rules and the values of each lot, of exactly the lots that the tender has; and the awards."""
    of_lots, awarded = members(recorded, "lots awards")
    own = zip(lots, members(rules, " ".join(lots)), members(of_lots, " ".join(lots)), strict=True)
    return {lot: (own_rules, values) for lot, own_rules, values in own}, awarded


def tender_of(tender: Json, lines: list[Json]) -> Json:
    """A tender with null in the place of the lines of other lots."""
    prices = tender.get("prices")
    if prices is None:
        return tender
    return {**tender, "prices": {**prices, "lines": [x if x["id"] in lines else None for x in prices["lines"]]}}


def bid_of(bid: Json, lines: list[Json]) -> Json:
    """A bid without its prices for other lots, and with null in the place of its products for them."""
    prices: dict[str, Json] = bid.get("prices") or {}
    products: list[Json] = bid.get("products") or []
    own = {line: price for line, price in prices.items() if line in lines}
    return {**bid, "prices": own, "products": [x if x["line"] in lines else None for x in products]}


def concerns(entry: Json, lot: str, bids: dict[str, Json], rules: Json) -> bool:
    """Whether a decision is of this lot: it names no other, all its bids are on it, and what it is of counts for it."""
    if entry["kind"] == "opened":
        return True  # it changes nothing
    named = entry["order"] if entry["kind"] == "draw" else [entry["bid"]]
    counts = entry["kind"] != "requirement" or entry["requirement"] in rules["requirements"]
    return entry.get("lot") in (None, lot) and counts and all(bid in bids for bid in named)


def awards(tender: Json, walks: Mapping[str, Walk]) -> Iterator[Json]:
    """Who wins each lot, one after the other, where no bidder may win more of them than the tender says."""
    limits: dict[str, Json] = tender.get("lot_limits") or {}
    most, wanted = int(limits.get("awards") or len(walks)), int(tender["award"].get("winners") or 1)
    order: list[Json] = limits.get("order") or [*walks]
    won: list[tuple[str, str]] = []  # who won which lot
    perhaps: list[tuple[str, str]] = []  # who may have won which lot, where that is open
    for lot in order:
        bidder = {bid: received.get("bidder") for bid, received in walks[lot].bids.items()}
        ranked = [(int(standing["rank"]), bid) for standing in walks[lot].ranking for bid in standing["bids"]]
        surely, maybe = ([who for who, _ in pairs] for pairs in (won, perhaps))
        full = {bid for _, bid in ranked if surely.count(bidder[bid]) >= most}
        unsure = {bid for _, bid in ranked if (surely + maybe).count(bidder[bid]) >= most} - full
        winners, tied = first([(rank, bid) for rank, bid in ranked if bid not in full], wanted)
        last = place(ranked, winners, tied, wanted)
        passed = [bid for rank, bid in ranked if rank <= last and bid in full]
        depends = [bid for bid in winners + tied if bid in unsure]
        passed_over = [{"bid": bid, "won": [known for who, known in won if who == bidder[bid]]} for bid in passed]
        entry: dict[str, Json] = {"lot": lot, "winners": [] if depends else winners, "passed_over": passed_over}
        if depends:
            on = [known for bid in depends for who, known in perhaps if who == bidder[bid]]
            yield {**entry, "result": "open", "undecided": [*dict.fromkeys(on)]}
            rest = first([(rank, bid) for rank, bid in ranked if bid not in full | unsure], wanted)
            reach = place(ranked, *rest, wanted)
            tied, winners = [bid for rank, bid in ranked if rank <= reach and bid not in full], []
        else:
            yield {**entry, "result": "tie" if tied else ended(len(ranked), winners, wanted, passed)}
        won += [(who, lot) for who in dict.fromkeys(bidder[bid] for bid in winners)]
        perhaps += [(who, lot) for who in dict.fromkeys(bidder[bid] for bid in tied) if (who, lot) not in won]


def first(ranked: list[tuple[int, str]], wanted: int) -> tuple[list[str], list[str]]:
    """The first of a ranking, as many as are wanted, and those who share a rank where not all of them can be."""
    winners: list[str] = []
    for _, shared in groupby(ranked, key=operator.itemgetter(0)):
        bids = [bid for _, bid in shared]
        if len(winners) + len(bids) > wanted:
            return winners, bids if len(winners) < wanted else []
        winners += bids
    return winners, []


def place(ranked: list[tuple[int, str]], winners: list[str], tied: list[str], wanted: int) -> int:
    """The rank down to which a lot is awarded; the last of all where fewer are left than are to win."""
    if len(winners) < wanted and not tied:
        return len(ranked)
    return max(rank for rank, bid in ranked if bid in winners + tied)


def ended(ranked: int, winners: list[str], wanted: int, passed: list[str]) -> str:
    """How the award of a lot ended, where no tie leaves it open."""
    if not winners:
        return "all_passed_over" if passed else "no_valid_bid"
    if wanted == 1:
        return "single_bid" if ranked == 1 else "one_winner"
    return "several_winners" if len(winners) == wanted else "fewer_winners"


def check_criteria(rules: Json) -> None:
    """Fails where a criterion stands in no stage or in two, or a member of a group is none."""
    criteria = distinct([(rule["id"], rule) for rule in rules["criteria"]])
    if sorted(name for stage in rules["stages"] for name in stage["criteria"]) != sorted(criteria):
        raise ValueError("every criterion must stand in exactly one stage")
    if not criteria.keys() >= {name for rule in rules["criteria"] for name in rule.get("members", [])}:
        raise ValueError("the members of a group must be criteria")


def check_rules(rules: Json) -> None:
    """Fails for rules that are not of the format."""
    optional = " ".join(key for key in ("factors", "order") if key in rules)
    members(rules, f"criteria total awarded stages recompute deadline received ties draw requirements {optional}")
    if not isinstance(rules["recompute"], bool):
        raise TypeError("recompute must be true or false")
    for rule in rules["criteria"]:
        kind = "cost" if "cost" in rule else "ratio weighted points"
        members(rule, "id members subtotal points" if "members" in rule else f"id measured reported {kind}")


def amend(documents: dict[str, Json], log: list[Json]) -> None:
    """Writes what the log changes into the documents, in its order."""
    for entry in log:
        match entry:
            case {"kind": "clarification", "bid": bid, "pointer": pointer, "old": old, "new": new}:
                name, path, before = f"bid {bid}", segments(pointer, ""), [old]
                if not path or path[0] in FIXED:
                    raise ValueError(f"{name} {pointer} can't be clarified")
            case {"kind": "evidence", "bid": bid, "evidence": proof, "counts_as": new}:
                name, path, before = f"bid {bid}", ["evidence", proof, "kind"], []
            case {"kind": "mark_revised", "bid": bid, "criterion": criterion, "old": old, "new": new}:
                member = ["members", entry["member"]] if entry.get("member") else []
                name, path, before = "judgements", ["marks", bid, criterion, *member, "mark"], [old]
            case _:
                continue
        if before not in ([], [follow(documents[name], path)]):
            raise ValueError(f"{name} {'/'.join(path)} read otherwise than the decision says")
        documents[name] = replaced(documents[name], path, new)


def replaced(value: Json, path: list[str], new: Json) -> Json:
    """A document with another value at the end of a path, of which all but a last key must be there."""
    if not path:
        return new
    if is_list(value):
        position = [*map(str, range(len(value)))].index(path[0])  # fails where it is not there
        return [*value[:position], replaced(value[position], path[1:], new), *value[position + 1 :]]
    return {**value, path[0]: replaced(value.get(path[0]), path[1:], new)}


def stand_ins(bid: Json) -> list[str]:
    """The proofs of a bid that stand in for others, each of which needs a decision."""
    proofs: dict[str, Json] = bid.get("evidence") or {}
    return [name for name, proof in proofs.items() if proof.get("equivalent_to") is not None]


def decided(log: list[Json], bids: dict[str, Json]) -> Iterator[Json]:
    """The bids that the log of decisions rejects, in its order."""
    for position, entry in enumerate(log):
        where = (
            {"bid": entry["bid"], "decision": str(position)} if entry["kind"] not in {"draw", "opened", "other"} else {}
        )
        if where and entry["bid"] not in bids:
            raise ValueError(f"no bid {entry['bid']}")
        if entry["kind"] == "rejected" or (entry["kind"] == "low_price" and entry["explained"] is not True):
            after = {} if entry.get("after") is None else {"stage": entry["after"]}
            yield {**where, "ground": "decided", **after}
        elif entry["kind"] == "requirement" and entry["met"] is not True:
            yield {**where, "ground": "not_met", "requirement": entry["requirement"]}


def without(bids: list[str], fallen: list[Json]) -> list[str]:
    """The bids that are not rejected."""
    out = {entry["bid"] for entry in fallen}
    return [bid for bid in bids if bid not in out]


def drawn(log: list[Json], later: list[Json]) -> Iterator[list[str]]:
    """The orders that were drawn, each without the bids that were rejected after it, at the end of a stage."""
    for position, entry in enumerate(log):
        if entry["kind"] == "draw":
            gone = {other["bid"] for other in later if int(other["decision"]) > position}
            yield [bid for bid in entry["order"] if bid not in gone]


def list_of(value: Value) -> list[Value]:
    """A column."""
    if not is_list(value):
        raise TypeError("no column")
    return value


def single(value: Value) -> Value:
    """A number or a text."""
    return value if isinstance(value, str) else defined(value)


def compare(check: str, place: str, recorded: Json, recomputed: Json) -> Iterator[Failure]:
    """Whatever is missing, extra or different."""
    if {type(recorded), type(recomputed)} == {list}:
        recorded, recomputed = dict(enumerate(list_of(recorded))), dict(enumerate(list_of(recomputed)))
    if {type(recorded), type(recomputed)} == {dict}:
        for key in recorded | recomputed:
            yield from compare(check, f"{place}/{key}", recorded.get(key, NOTHING), recomputed.get(key, NOTHING))
    elif recorded != recomputed:
        yield Failure(
            check, place, *("nothing" if x is NOTHING else json.dumps(x)[:200] for x in (recorded, recomputed))
        )


def examine(record: bytes, pins: Mapping[str, str]) -> dict[str, list[Failure]]:
    """The failures of each check that was reached."""
    walk, results = Walk(), dict[str, list[Failure]]()
    try:
        for check, failures in zip(CHECKS, walk.checks(record, pins), strict=True):
            results[check] = failures
    except MALFORMED as error:
        check, place = walk.here
        results[check] = [Failure(check, place, "", f"{type(error).__name__}: {error}"[:200])]
    return results


def verify(record: bytes, pins: Mapping[str, str] | None = None) -> list[Failure]:
    """What does not hold in a record; nothing where it is accepted."""
    return [failure for failures in examine(record, pins or {}).values() for failure in failures]


def main(arguments: list[str] | None = None) -> int:
    """Prints a line for each check; returns 0 where everything holds, else 1."""
    parser = argparse.ArgumentParser(description="Recomputes the assessment in a tender record.", epilog=UNPROVEN)
    parser.add_argument("record", type=Path, help="the record, a JSON file")
    parser.add_argument("--pin", action="append", default=[], metavar="NAME=DIGEST", help="a digest from elsewhere")
    options = parser.parse_args(arguments)
    pins = dict(pin.rpartition("=")[::2] for pin in options.pin)
    if len(pins) < len(options.pin) or not all(name and re.fullmatch("[0-9a-f]{64}", pins[name]) for name in pins):
        parser.error("each --pin is NAME=DIGEST, and each name stands once")
    try:
        with options.record.open("rb") as file:
            results = examine(file.read(SIZE + 1), pins)
    except OSError as error:
        parser.error(str(error))
    for check, meaning in CHECKS.items():
        failures = results.get(check)
        print(check, "not reached" if failures is None else "FAILED" if failures else "ok", "-", meaning)
        print("".join(f"   {failure}\n" for failure in (failures or [])[:LISTED]), end="")
    refused = any(results.values())
    print("refused." if refused else "accepted.", UNPROVEN, "" if pins else UNPINNED)
    return int(refused)


if __name__ == "__main__":
    sys.exit(main())
