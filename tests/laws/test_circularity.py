"""What must hold for what is measured of products: reuse, passports, take-back. Missing is never better than told."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from invented import KINDS, Case, Maker, Plain, cases, decimal_text

REUSE = ("reuse_at_end_of_life",)
PASSPORT = ("material_passport",)
GRAMS = {"g": 1, "kg": 1000, "t": 1_000_000}
ALONE = {"groups": False, "thresholds": (), "late": False, "stages": 9**9}


def exact(text: str) -> Fraction:
    """The number of a text, whatever its unit."""
    return Fraction(re.match(r"[0-9.]+", text)[0])


def share(text: str) -> Fraction:
    return exact(text) / 100


def grams(text: str | None) -> Fraction:
    return Fraction(0) if text is None else exact(text) * GRAMS[re.search("[a-z]+", text)[0]]


def years(text: str) -> Fraction:
    return exact(text) / (12 if "month" in text else 1)


def measured(case: Case) -> list[Fraction]:
    """What is measured for each bid on each criterion."""
    assessment = case.assess()
    return [score.measured.number for result in assessment for score in result.scores]


def indicators(case: Case) -> list[Plain]:
    return [criterion["indicator"] for criterion in case.tender["criteria"]]


def products(case: Case) -> Iterator[tuple[Plain, Plain, Fraction]]:
    """Every product with its bid and the number of pieces that the tender asks for."""
    quantities = {line["id"]: Fraction(line["quantity"]) for line in case.tender["prices"]["lines"]}
    return ((bid, product, quantities[product["line"]]) for bid in case.bids for product in bid["products"])


def parts(case: Case) -> list[tuple[Plain, Plain]]:
    """Every part with its bid."""
    return [(bid, part) for bid, product, _ in products(case) for part in product["parts"]]


def with_worst_otherwise(case: Case) -> Case:
    """The case with `otherwise` as the least of the destinations: only then does it never pay to tell nothing."""
    for indicator in indicators(case):
        if indicator["kind"] in REUSE:
            table = indicator["destinations"]
            indicator["otherwise"] = min(table, key=lambda name: share(table[name]))
    return case


def proof(bid: Plain, claim: Plain) -> str:
    return bid["evidence"][claim["evidence"]]["kind"] if claim["evidence"] else "none"


# The definitions, worked out product by product and part by part in the way a person would


def reuse(indicator: Plain, bid: Plain, pieces: dict[str, Fraction]) -> Fraction:
    table = {name: share(text) for name, text in indicator["destinations"].items()}
    enough = KINDS[KINDS.index(indicator["evidence"]) :]
    worth = whole = Fraction(0)
    for product in bid["products"]:
        mass = grams(product["mass"])
        value = Fraction(0)
        for part in product["parts"]:
            claim = part["end_of_life"]
            if claim and proof(bid, claim) in enough:
                for name, text in claim["destinations"].items():
                    gone = grams(part["mass"]) * share(text)
                    value += gone * table.get(name, Fraction(0))
                    mass -= gone
        worth += (value + mass * table[indicator["otherwise"]]) * pieces[product["line"]]
        whole += grams(product["mass"]) * pieces[product["line"]]
    return worth / whole


def passport(indicator: Plain, bid: Plain, pieces: dict[str, Fraction]) -> Fraction:
    verification = {name: share(text) for name, text in indicator["verification"].items()}
    told = whole = Fraction(0)
    for product in bid["products"]:
        whole += grams(product["mass"]) * pieces[product["line"]]
        for part in product["parts"]:
            claim = part["passport"]
            if claim:
                filled = [name for name in indicator["fields"] if claim["fields"].get(name) is not None]
                completeness = Fraction(len(filled), len(indicator["fields"]))
                value = completeness * verification.get(proof(bid, claim), 0)
                told += grams(part["mass"]) * value * pieces[product["line"]]
    return told / whole


def take_back(indicator: Plain, bid: Plain, _: dict[str, Fraction]) -> Fraction:
    offer = bid["take_back"]
    if offer is None:
        return Fraction(0)
    term = min(Fraction(1), years(offer["term"]) / years(indicator["within"]))
    cost, guarantee = indicator["cost"][offer["cost"]], indicator["guarantee"][offer["guarantee"]]
    return share(offer["share"]) * term * share(cost) * share(guarantee)


DEFINITIONS = {"reuse_at_end_of_life": reuse, "material_passport": passport, "take_back": take_back}


@given(cases(kinds=tuple(DEFINITIONS), **ALONE))
def test_what_is_measured_is_what_the_definition_says(case: Case):
    """The definitions of documents.md, written a second time above: grams instead of kilograms, loops, no columns."""
    pieces = {line["id"]: Fraction(line["quantity"]) for line in case.tender.get("prices", {}).get("lines", [])}
    assert measured(case) == [
        DEFINITIONS[indicator["kind"]](indicator, bid, pieces) for bid in case.bids for indicator in indicators(case)
    ]


@given(cases(kinds=REUSE, **ALONE), st.data())
def test_more_reuse_never_scores_less_than_less_reuse(case: Case, data):
    """The whole share of one destination moves to one of at least the same value, in all tables."""
    maker = Maker(data.draw)
    named = maker.common(case.tender, *REUSE, "destinations", ("reuse", "refurbish", "energy_recovery", "landfill"))
    tables = [indicator["destinations"] for indicator in indicators(case)]
    better = [
        (low, high)
        for low in named
        for high in named
        if all(share(table[low]) <= share(table[high]) for table in tables)
    ]
    assume(better)
    low, high = maker.one(*better)
    after = case.changed()
    for _, part in parts(after):
        claims = (part["end_of_life"] or {}).get("destinations", {})
        if low != high and low in claims:
            moved = exact(claims.pop(low)) + exact(claims.get(high, "0 %"))
            claims[high] = f"{decimal_text(int(moved * 10**12), 12)} %"
    assert all(more >= less for more, less in zip(measured(after), measured(case), strict=True))


@given(cases(kinds=(*REUSE, *PASSPORT), **ALONE), st.integers(0, 9))
def test_an_unknown_mass_never_helps(case: Case, which: int):
    """Against the same claims with the mass told; for reuse under an `otherwise` that is the least of the table."""
    unknown = with_worst_otherwise(case).changed()
    for _, part in parts(unknown)[which : which + 2]:
        part["mass"] = None
    assert all(told >= silent for told, silent in zip(measured(case), measured(unknown), strict=True))


@given(cases(kinds=REUSE, **ALONE), st.integers(0, 9))
def test_saying_nothing_about_a_part_never_helps(case: Case, which: int):
    """As long as `otherwise` is the least of the table."""
    silent = with_worst_otherwise(case).changed()
    for _, part in parts(silent)[which : which + 2]:
        part["end_of_life"] = None
    assert all(told >= nothing for told, nothing in zip(measured(case), measured(silent), strict=True))


@given(cases(kinds=(*REUSE, *PASSPORT), **ALONE), st.integers(1, 999))
def test_a_part_in_two_pieces_is_the_same_part(case: Case, of_thousand: int):
    """Two parts whose masses add up to the one's, to the microgram, with the same claims."""
    split = case.changed()
    for _, product, _ in products(split):
        halves = []
        for part in product["parts"]:
            if part["mass"] is None:
                halves.append(part)
                continue
            micrograms = int(grams(part["mass"]) * 10**6)
            first = micrograms * of_thousand // 1000
            for name, mass in (("a", first), ("b", micrograms - first)):
                halves.append({**part, "id": f"{part['id']}-{name}", "mass": f"{decimal_text(mass, 6)} g"})
        product["parts"] = halves
    assert measured(split) == measured(case)


@given(cases(kinds=(*REUSE, *PASSPORT), **ALONE), st.sampled_from(["g", "kg", "t"]))
def test_the_unit_of_a_mass_changes_nothing(case: Case, unit: str):
    other = case.changed()
    for _, product, _ in products(other):
        for weighed in (product, *product["parts"]):
            if weighed["mass"] is not None:
                micrograms = int(grams(weighed["mass"]) * 10**6)
                places = {"g": 6, "kg": 9, "t": 12}[unit]
                weighed["mass"] = f"{decimal_text(micrograms, places)} {unit}"
    assert measured(other) == measured(case)


@given(
    cases(kinds=PASSPORT, **ALONE), st.sampled_from([None, {}, {"colour": "blue"}, {"mass": None, "material": None}])
)
def test_a_passport_without_any_field_asked_for_earns_nothing(case: Case, fields: Plain | None):
    for _, part in parts(case):
        if part["passport"]:
            part["passport"] = None if fields is None else {**part["passport"], "fields": fields}
    assert set(measured(case)) == {0}


@given(cases(kinds=PASSPORT, **ALONE))
def test_a_passport_without_proof_earns_nothing(case: Case):
    for _, part in parts(case):
        if part["passport"]:
            part["passport"]["evidence"] = None
    assert set(measured(case)) == {0}


@given(cases(kinds=REUSE, **ALONE))
def test_claims_without_proof_count_as_otherwise(case: Case):
    """Where no claim has a proof, everything is worth what the tender gives `otherwise`, on the nose."""
    for _, part in parts(case):
        if part["end_of_life"]:
            part["end_of_life"]["evidence"] = None
    assert measured(case) == [
        share(indicator["destinations"][indicator["otherwise"]]) for _ in case.bids for indicator in indicators(case)
    ]


@given(cases(kinds=REUSE, **ALONE), st.integers(0, 9))
def test_a_claim_without_proof_counts_as_one_for_otherwise_with_the_best_proof(case: Case, which: int):
    """One tender, one criterion: what is unproven is scored as if the bidder had proven the tender's `otherwise`."""
    del case.tender["criteria"][1:]
    only = case.tender["criteria"][0]
    case.tender["award"] |= {"points": only["weight"], "ties": []}
    case.tender["award"].pop("stages", None)
    (otherwise,) = {indicator["otherwise"] for indicator in indicators(case)}
    unproven, proven = case.changed(), case.changed()
    for _, part in parts(unproven)[which : which + 2]:
        if part["end_of_life"]:
            part["end_of_life"]["evidence"] = None
    for bid, part in parts(proven)[which : which + 2]:
        bid["evidence"]["audit"] = {"kind": "third_party", "title": "Audit"}
        if part["end_of_life"]:
            part["end_of_life"] = {"destinations": {otherwise: "100 %"}, "evidence": "audit"}
    assert measured(unproven) == measured(proven)
