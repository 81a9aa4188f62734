"""Invented tenders, bids and judgements, as plain mappings: valid, small, and nasty.

Nothing here asks the library what is valid: sums are made in whole numbers and written out by `decimal_text`.
"""

import json
import math
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import reject
from hypothesis import strategies as st

import circular_tender as ct

Plain: TypeAlias = dict[str, Any]

ROOT = Path(__file__).parents[2]
REFERENCE = "T-1"
LINES = ("desk", "chair")
DISCOUNTS = ("opening", "late-hours")
DESTINATIONS = ("reuse", "refurbish", "energy_recovery", "landfill")
FIELDS = ("material", "mass", "disassembly")
KINDS = ("declared", "documented", "third_party")
COSTS = ("paid_to_buyer", "free", "at_cost")
GUARANTEES = ("declared", "contractual", "contractual_with_penalty")
LEVELS = ("excellent", "good", "poor", "none")
INDICATORS = (  # a judgement gives a number or a level
    "price",
    "discount",
    "number",
    "level",
    "reuse_at_end_of_life",
    "material_passport",
    "take_back",
)
MORE_IS_BETTER = ("reuse_at_end_of_life", "material_passport", "take_back")
LADDER = ("reuse", "refurbish", "landfill")  # of these destinations a lower rung may not be worth more than a higher
CRITERIA = ("quality", "1", "self", "points", "a-b", "total", "measured", "z9")
GROUPS = ("technical", "0", "ratio-group", "class")
BIDS = ("acme", "bravo", "1", "bid", "x-2", "zulu", "0-0")
DEADLINE = "2026-10-15T12:00:00+02:00"
IN_TIME = (DEADLINE, "2026-10-15T10:00:00Z", "2026-10-15T11:59:59.999999+02:00", "2026-10-15T19:00:00+09:00")
LATE = ("2026-10-15T12:00:00.000001+02:00", "2026-10-15T10:01:00Z")
ROUNDINGS = ("half_up", "half_even", "down", "up")
POSITIVE = ("1", "3", "0.000000000001", "33.333333333333", "7", "12500.00", "0.1", "999999999999999999", "2.50", "10")
SHARES = ("50 %", "33.333333333333 %", "100 %", "0 %", "12.5%", "0.000000000001 %", "66.666666666667 %")
EXPONENTS = ("1", "0.5", "2", "0.3", "1.5", "10")
LOWEST = ("lowest_over_own", "highest_to_lowest", "slope_from_lowest", "lowest_line", "logarithmic")
CEILINGS = ("ceiling_to_lowest", "concave", "bilinear_at_mean")  # of a price
RELATIVE = {*LOWEST, "ceiling_to_lowest", "mean_line", "bilinear_at_mean", "ratio_to_best"}
SCALES = {"linear", "levels", "mean_line", "ratio_to_best", "power_of_reference", *LOWEST, *CEILINGS}
TERMS = ("15 years", "1 month", "180 months", "7.5 years", "0.000000000001 years", "1 year")


@dataclass(frozen=True)
class Case:
    """A tender, its bids and the panel's judgements, each as a plain mapping."""

    tender: Plain
    bids: tuple[Plain, ...]
    judgements: Plain | None

    def read(self) -> tuple[ct.Tender, tuple[ct.Bid, ...], ct.Judgements | None]:
        """The documents, read by the library."""
        judgements = None if self.judgements is None else ct.read_judgements(self.judgements)
        return ct.read_tender(self.tender), ct.read_bids(self.bids), judgements

    def assess(self) -> ct.Assessment:
        """The assessment; a case for which a published formula has no value is no example of a law about scores."""
        try:
            return ct.assess(*self.read())
        except ct.UndefinedResult:
            reject()

    def changed(self, **changes: Any) -> "Case":
        """The same case with other documents; nothing is shared with this one."""
        return deepcopy(replace(self, **changes))

    def only(self, keep: Callable[[str], bool]) -> "Case":
        """The case as if only the bids of these ids had been received."""
        judgements = deepcopy(self.judgements)
        if judgements:
            judgements["marks"] = {bid: marks for bid, marks in judgements["marks"].items() if keep(bid)}
        return self.changed(bids=tuple(bid for bid in self.bids if keep(bid["id"])), judgements=judgements)

    def with_bid(self, bid: Plain) -> "Case":
        """The case with this bid in the place of the one of the same id."""
        return self.changed(bids=tuple(bid if old["id"] == bid["id"] else old for old in self.bids))


def leaves(criteria: list[Plain]) -> Iterator[Plain]:
    """The leaves of criteria as they stand in a tender; a cost is none."""
    for criterion in criteria:
        if "criteria" in criterion:
            yield from leaves(criterion["criteria"])
        elif "cost" not in criterion:
            yield criterion


def decimal_text(units: int, places: int) -> str:
    """`units` × 10^-places, written out; trailing zeros stay, as people write them."""
    digits = f"{units:0{places + 1}d}"
    return digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"


def of_share(text: str) -> Fraction:
    """A share in per cent, for comparing it."""
    return Fraction(text.rstrip(" %"))


def units_of(text: str, places: int) -> int:
    """A decimal text in units of 10^-places."""
    return int(Fraction(text) * 10**places)


@dataclass
class Maker:
    """Draws the parts of a case. `options` restrict what is invented to what a law speaks of."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    scales: frozenset[str] = frozenset(SCALES)
    groups: bool = True
    thresholds: tuple[str, ...] = ("raw", "relative")
    rounding: bool = True
    stages: int = 2  # one tender in so many has stages
    late: bool = True
    weight_places: int = 12
    rescaling: bool = True
    least_bids: int = 1
    kinds: tuple[str, ...] = INDICATORS
    bounds: tuple[str, ...] = ("cut", "keep")

    def one(self, *options: Any) -> Any:
        """One of these; the first is the simplest."""
        return self.draw(_sampled(options))

    def whole(self, low: int, high: int) -> int:
        """A whole number."""
        return self.draw(_whole(low, high))

    def chance(self, of: int) -> bool:
        """True once in so many times."""
        return self.whole(0, of - 1) == of - 1

    # The tender

    def case(self) -> Case:
        """A tender with everything that answers it."""
        tender = self.tender()
        names = self.some(BIDS, self.least_bids, 5)
        bids: list[Plain] = []
        for name in names:
            if bids and self.chance(4):  # a tie, or almost
                bids.append({**deepcopy(self.one(*bids)), "id": name})
            else:
                bids.append(self.bid(tender, name))
        return Case(tender, tuple(bids), self.judgements(tender, names))

    def some(self, of: tuple[str, ...], low: int, high: int) -> list[str]:
        """Some of these, in any order."""
        return list(self.draw(st.permutations(of)))[: self.whole(low, min(high, len(of)))]

    def tender(self) -> Plain:
        """A tender: leaves first, then weights, groups, thresholds, stages, award."""
        names = self.some(CRITERIA, 1, 5)
        places = self.one(*(p for p in (0, 2, 1, 12) if p <= self.weight_places))
        top = [self.leaf(name, places) for name in names]
        groups = list(GROUPS)
        if self.groups:
            while len(top) > 1 and groups and self.chance(2):
                size = self.whole(1, len(top))
                top = [self.group(groups.pop(0), top[:size], places), *top[size:]]
        for criterion in top:
            self.threshold(criterion)
        award: Plain = {"method": "weighted_points", "points": _weight(top, places), "rounding": self.round_off()}
        if any(relative(criterion) for criterion in top) or self.chance(3):
            award["on_rejection"] = self.one("keep", "recompute")
        inside = [criterion["id"] for criterion in every(top)]
        award["ties"] = self.some(tuple(inside), 0, 3) + (["draw"] if self.chance(2) else [])
        if self.chance(self.stages):
            cut = self.whole(1, len(top))
            ids = [criterion["id"] for criterion in top]
            parts = [part for part in (ids[:cut], ids[cut:]) if part]
            award["stages"] = [{"id": f"stage-{n}", "criteria": part} for n, part in enumerate(parts)]
        tender: Plain = {
            "schema": "circular-tender/tender/1",
            "reference": REFERENCE,
            "title": {"nl": "Stoelen ✓", "en": "Chairs"},
            "buyer": "Gemeente Voorbeeld",
            "currency": "EUR",
            "award": award,
            "criteria": top,
        }
        if self.chance(2):
            tender["deadline"] = DEADLINE
        kinds = {leaf["indicator"]["kind"] for leaf in leaves(top)}
        if kinds & {"price", "reuse_at_end_of_life", "material_passport"}:
            lines = [
                {"id": line, "title": line, "unit": "piece", "quantity": self.one("1", "3", "0.5", "400")}
                for line in self.some(LINES, 1, 2)
            ]
            tender["prices"] = {"vat": "excluded", "lines": lines}
        asked = {leaf["indicator"]["of"] for leaf in leaves(top) if leaf["indicator"]["kind"] == "discount"}
        if asked:
            tender["discounts"] = [{"id": name, "title": name} for name in DISCOUNTS if name in asked]
        return tender

    def leaf(self, name: str, places: int) -> Plain:
        """A criterion of any kind, with a scale that fits."""
        indicator, fits = self.indicator()
        scale = self.one(*(scale for scale in fits if scale in self.scales))
        return {
            "id": name,
            "title": f"About {name}",
            "weight": decimal_text(self.whole(1, 40) * self.one(1, 10**places), places),
            "indicator": indicator,
            "scale": self.scale(scale, indicator),
        }

    def indicator(self) -> tuple[Plain, tuple[str, ...]]:  # noqa: PLR0911 -- one for each kind
        """An indicator and the scales that fit it."""
        kind = self.one(*self.kinds)
        by_mean = ("linear", "bilinear_at_mean", "ratio_to_best", "power_of_reference")
        match kind:
            case "price":
                return {"kind": kind}, ("lowest_over_own", "linear", *LOWEST, *CEILINGS, "mean_line", by_mean[-1])
            case "discount":
                return {"kind": kind, "of": self.one(*DISCOUNTS)}, (*by_mean, "concave")
            case "number":
                allowed = {"least": self.one("0", "1"), "greatest": self.one("10", "2.5")}
                return {"kind": "judgement", "aggregate": "mean", "allowed": allowed}, by_mean
            case "level":
                return {"kind": "judgement", "aggregate": "consensus"}, ("levels",)
            case "reuse_at_end_of_life":
                names = self.some(DESTINATIONS, 1, 4)
                table = {name: self.one(*SHARES) for name in names}
                ladder = [name for name in DESTINATIONS if name in names and name in LADDER]
                table |= dict(zip(ladder, sorted((table[name] for name in ladder), key=of_share)[::-1], strict=True))
                worst = min(names, key=lambda name: of_share(table[name]))
                more = {"destinations": table, "evidence": self.one(*KINDS), "otherwise": worst}
                return {"kind": kind, **more}, ("linear",)
            case "material_passport":
                verification = self.rising(KINDS)
                return {"kind": kind, "fields": self.some(FIELDS, 1, 3), "verification": verification}, ("linear",)
            case _:
                cost, guarantee = self.rising(COSTS[::-1]), self.rising(GUARANTEES)
                return {"kind": kind, "within": self.one(*TERMS), "cost": cost, "guarantee": guarantee}, ("linear",)

    def rising(self, rows: tuple[str, ...]) -> Plain:
        """A table of some of these rows, the weakest first: what binds or proves more is worth no less."""
        names = sorted(self.some(rows, 1, 3), key=rows.index)
        return dict(zip(names, sorted((self.one(*SHARES) for _ in names), key=of_share), strict=True))

    def scale(self, kind: str, indicator: Plain) -> Plain:  # noqa: C901, PLR0911, PLR0912 -- one a kind
        """A scale of this kind, in the unit of the indicator."""
        priced = indicator["kind"] == "price"
        match kind:
            case "levels":
                return {"kind": kind, "levels": {name: self.one(*SHARES) for name in self.some(LEVELS, 1, 4)}}
            case "bilinear_at_mean":
                more = {"ceiling": self.one("1000", "7"), "all_zero": self.one(*SHARES)} if priced else {}
                return {"kind": kind, "at_mean": self.one("90 %", *SHARES), **more}
            case "ratio_to_best":
                more = {"exponent": self.one(*EXPONENTS)} if self.chance(2) else {}
                return {"kind": kind, "all_zero": self.one(*SHARES), **more}
            case "lowest_over_own":
                return {"kind": kind} | ({"lowest_zero": self.one(*SHARES)} if self.chance(2) else {})
            case "highest_to_lowest":
                return {"kind": kind, "all_equal": self.one(*SHARES)}
            case "lowest_line":
                return {"kind": kind, "all_zero": self.one(*SHARES)}
            case "slope_from_lowest":
                more = {"estimate": self.one("1000", "7")} if self.chance(2) else {}
                slope = {"zero_at": self.one("100 %", "0.5 %", "250 %"), "bounds": self.one(*self.bounds)}
                return {"kind": kind, **slope, **more, "lowest_zero": self.one(*SHARES)}
            case "mean_line":
                line = {"at_mean": self.one(*SHARES), "slope": self.one("100 %", "0.5 %", "250 %")}
                return {"kind": kind, **line, "bounds": self.one(*self.bounds), "mean_zero": self.one(*SHARES)}
            case "logarithmic":
                multiple = {"zero_at_multiple": self.one("2", "1.5", "1.0001", "1000")}
                return {"kind": kind, **multiple, "bounds": self.one(*self.bounds), "lowest_zero": self.one(*SHARES)}
            case "ceiling_to_lowest":
                ends = {"ceiling": self.one("1000", "7"), "at_ceiling": self.one("0 %", "20 %")}
                return {"kind": kind, **ends, "exponent": self.one(*EXPONENTS), "all_at_ceiling": self.one(*SHARES)}
            case "concave":
                more = {"ceiling": self.one("1000", "7")} if priced else {}
                return {"kind": kind, "exponent": self.one(*EXPONENTS), **more}
            case "power_of_reference":
                reference = {"price": "1000", "judgement": "2", "discount": "20 %"}[indicator["kind"]]
                exponent, bounds = self.one("-1", "-0.5", "-2") if priced else self.one("1", "0.5", "2"), self.bounds
                at_zero = self.one(*SHARES) if priced else "0 %"
                more = {"reference": reference, "exponent": exponent, "bounds": self.one(*bounds), "at_zero": at_zero}
                return {"kind": kind, **more}
            case "linear":
                ends = ("0", "3", "1000", "0.1") if indicator["kind"] in {"price", "judgement"} else SHARES[:-1]
                zero, full = self.some(ends, 2, 2)
                if indicator["kind"] in MORE_IS_BETTER:  # what is not told counts as the least, and earns no more
                    zero, full = sorted((zero, full), key=of_share)
                return {"kind": kind, "zero_at": zero, "full_at": full}
            case _:
                return {"kind": kind}

    def group(self, name: str, criteria: list[Plain], places: int) -> Plain:
        """A group of criteria."""
        for criterion in criteria:
            self.threshold(criterion)
        group: Plain = {"id": name, "title": {"en": f"Group {name}"}, "criteria": criteria}
        if self.chance(2):
            group["weight"] = _weight(criteria, places)
            kept = any(leaf["scale"].get("bounds") == "keep" for leaf in leaves(criteria))
            if self.rescaling and not kept and self.chance(2):
                group["rescale"] = "best"
        return group

    def threshold(self, criterion: Plain) -> None:
        """A threshold, now and then: `raw` only where the points before rescaling don't depend on other bids."""
        on = "relative" if any(map(relative, criterion.get("criteria", [criterion]))) else self.one("raw", "relative")
        if on in self.thresholds and self.chance(5):
            whole = sum(units_of(leaf["weight"], 12) for leaf in leaves([criterion]))
            at_least = decimal_text(whole * self.one(1, 2, 3, 0, 4) // 8, 12)
            criterion["threshold"] = {"at_least": at_least, "on": on}

    def round_off(self) -> str | Plain:
        """A rule of rounding."""
        if not self.rounding or self.chance(3):
            return "none"
        at, places = self.one("criterion", "total"), self.one("2", "0", "1", "12")
        return {"places": places, "mode": self.one(*ROUNDINGS), "at": at}

    # What answers it

    def bid(self, tender: Plain, name: str) -> Plain:
        """A bid that answers everything a tender asks."""
        bid: Plain = {
            "schema": "circular-tender/bid/1",
            "tender": REFERENCE,
            "id": name,
            "bidder": f"Bidder {name} 座",
        }
        if "deadline" in tender or self.chance(4):
            bid["received"] = self.one(*(LATE if self.late and self.chance(6) else IN_TIME))
        lines = [line["id"] for line in tender.get("prices", {}).get("lines", [])]
        indicators = {leaf["indicator"]["kind"]: leaf["indicator"] for leaf in leaves(tender["criteria"])}
        if lines:
            bid["prices"] = {line: self.one(*POSITIVE) for line in lines}
        if "discounts" in tender:
            bid["discounts"] = {discount["id"]: self.one(*SHARES) for discount in tender["discounts"]}
        if indicators.keys() & {"reuse_at_end_of_life", "material_passport"}:
            kinds = self.common(tender, "material_passport", "verification", KINDS)
            bid["evidence"] = {
                f"proof-{n}": {"kind": kind, "title": f"Proof {n}"} for n, kind in enumerate(self.some(KINDS, 0, 3))
            }
            proven = [proof for proof, evidence in bid["evidence"].items() if evidence["kind"] in kinds]
            named = self.common(tender, "reuse_at_end_of_life", "destinations", DESTINATIONS)
            bid["products"] = [self.product(line, named, list(bid["evidence"]), proven) for line in lines]
        if "take_back" in indicators:
            costs = self.common(tender, "take_back", "cost", COSTS)
            guarantees = self.common(tender, "take_back", "guarantee", GUARANTEES)
            bid["take_back"] = (
                {
                    "share": self.one(*SHARES),
                    "term": self.one(*TERMS),
                    "cost": self.one(*costs),
                    "guarantee": self.one(*guarantees),
                }
                if costs and guarantees and not self.chance(4)
                else None
            )
        return bid

    def common(self, tender: Plain, kind: str, table: str, names: tuple[str, ...]) -> list[str]:
        """The rows that every indicator of a kind has in its table."""
        tables = [leaf["indicator"][table] for leaf in leaves(tender["criteria"]) if leaf["indicator"]["kind"] == kind]
        return [name for name in names if all(name in rows for rows in tables)]

    def product(self, line: str, destinations: list[str], proofs: list[str], verified: list[str]) -> Plain:
        """The product of a line; its parts weigh at most what it weighs."""
        grams = [self.one(1000, 1, 0, 333_333, None) for _ in range(self.whole(0, 3))]
        parts = [
            {
                "id": f"part-{number}",
                "mass": None if mass is None else self.mass(mass),
                "end_of_life": self.end_of_life(destinations, proofs),
                "passport": self.passport(verified),
            }
            for number, mass in enumerate(grams)
        ]
        whole = sum(mass or 0 for mass in grams) + self.one(1, 0, 666_667)
        return {"id": f"a-{line}", "line": line, "mass": self.mass(whole or 7), "parts": parts}

    def mass(self, grams: int) -> str:
        """A mass in one of the units."""
        return self.one(f"{decimal_text(grams, 3)} kg", f"{grams} g", f"{decimal_text(grams, 6)}t")

    def end_of_life(self, destinations: list[str], proofs: list[str]) -> Plain | None:
        """A claim about where a part goes: shares that add up to at most 100 %."""
        if self.chance(4):
            return None
        left = 10**14  # 100 % in units of 10^-12 %
        claims = {}
        for name in destinations:
            if not self.chance(3):
                share = min(left, self.one(3333333333333300, 5 * 10**15, 10**16, 0, 100) // 100)
                claims[name] = f"{decimal_text(share, 12)} %"
                left -= share
        return {"destinations": claims, "evidence": self.one(None, *proofs)}

    def passport(self, proofs: list[str]) -> Plain | None:
        """A material passport, with more or fewer fields than are asked for."""
        if self.chance(4):
            return None
        fields = {name: self.one("steel", None, "12.5 %") for name in (*FIELDS, "colour") if not self.chance(4)}
        return {"fields": fields, "evidence": self.one(None, *proofs)}

    def judgements(self, tender: Plain, bids: list[str]) -> Plain | None:
        """The marks of all bids on everything that is judged."""
        judged = [leaf for leaf in leaves(tender["criteria"]) if leaf["indicator"]["kind"] == "judgement"]
        if not judged:
            return None
        return {
            "schema": "circular-tender/judgements/1",
            "tender": REFERENCE,
            "panel": "Three members of the buyer's staff",
            "marks": {
                bid: {leaf["id"]: {"mark": self.mark(leaf), "reason": "As argued."} for leaf in judged} for bid in bids
            },
        }

    def mark(self, leaf: Plain) -> str:
        """A mark that the tender allows."""
        if leaf["scale"]["kind"] == "levels":
            return self.one(*leaf["scale"]["levels"])
        least, greatest = leaf["indicator"]["allowed"]["least"], leaf["indicator"]["allowed"]["greatest"]
        return self.one(greatest, least, "1.5", "2.000000000001", "1.333333333333")


@cache
def _whole(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


def _sampled(options: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(options) if len(options) > 1 else st.just(options[0])


def every(criteria: list[Plain]) -> Iterator[Plain]:
    """Every criterion, members before their group."""
    for criterion in criteria:
        yield from every(criterion.get("criteria", []))
        yield criterion


def _weight(criteria: list[Plain], places: int) -> str:
    return decimal_text(sum(units_of(leaf["weight"], places) for leaf in leaves(criteria)), places)


def relative(criterion: Plain) -> bool:
    """Whether points depend on other bids: the scale says so, or a group is rescaled to the best."""
    inside = (
        relative(member) if "criteria" in member else member["scale"]["kind"] in RELATIVE
        for member in criterion.get("criteria", [criterion])
    )
    return "rescale" in criterion or any(inside)


@st.composite
def cases(draw: Callable[[st.SearchStrategy[Any]], Any], **options: Any) -> Case:
    """Tenders with everything that answers them; the options are those of `Maker`."""
    return Maker(draw, **options).case()


def canonical(value: Any) -> bytes:
    """Canonical JSON, written out a second time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def rounded_by_hand(x: Fraction, places: int, mode: str) -> Fraction:
    """Rounding by its definition: half_even by Python's own, the others by floor, of the number without its sign."""
    if mode == "half_even":
        return round(x, places)
    size = abs(x) * 10**places
    whole = {"half_up": math.floor(size + Fraction(1, 2)), "down": math.floor(size), "up": math.ceil(size)}[mode]
    return Fraction(whole if x >= 0 else -whole, 10**places)


DIGITS = Context(prec=800)


def _decimal(x: Fraction) -> Decimal:
    return DIGITS.divide(x.numerator, x.denominator)


def power_by_hand(x: Fraction, exponent: Fraction) -> Fraction:
    """A power by decimals of many digits; exact where the exponent is whole."""
    if exponent.denominator == 1 or x == 0:
        return Fraction(x) ** exponent.numerator if x else Fraction(0)
    return rounded_by_hand(Fraction(DIGITS.power(_decimal(x), _decimal(exponent))), 12, "half_even")


def log_ratio_by_hand(x: Fraction, base: Fraction) -> Fraction:
    """A logarithm by decimals of many digits."""
    if x <= 0:
        raise ZeroDivisionError
    logarithm = DIGITS.divide(DIGITS.ln(_decimal(x)), DIGITS.ln(_decimal(base)))
    return rounded_by_hand(Fraction(logarithm), 12, "half_even")
