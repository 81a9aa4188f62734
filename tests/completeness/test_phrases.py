"""Every phrase is said somewhere, with everything that it names; every kind of thing that can be said has one."""

import ast
import re
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from string import Formatter
from typing import get_args

import asking
import every_measure
import lotted
import measuring
import passported
import promised
import pytest
import saved
import turned

import circular_tender as ct
from circular_tender.assessment import Rejection
from circular_tender.award import Award
from circular_tender.narrate import LANGUAGES, Words, narrate

PHRASES = LANGUAGES["en"]
REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "landfill": "0 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}

#: Scales, each at the edge where one bid has a price of 0.
AT_THE_EDGE = {
    "two": {"kind": "highest_to_lowest", "all_equal": "100 %"},
    "six": {"kind": "lowest_line", "all_zero": "100 %"},
    "one": {"kind": "lowest_over_own", "lowest_zero": "100 %"},
    "ten": {"kind": "mean_line", "at_mean": "50 %", "slope": "100 %", "bounds": "cut", "mean_zero": "100 %"},
    "odd": {"kind": "power_of_reference", "reference": "1", "exponent": "-1", "bounds": "cut", "at_zero": "100 %"},
}
CEILING = {
    "kind": "ceiling_to_lowest",
    "ceiling": "5",
    "exponent": "1",
    "at_ceiling": "0 %",
    "all_at_ceiling": "0 %",
}


SPARE_PARTS = {"kind": "answer", "asks": "ratio", "otherwise": "0 %"}


def placeholders(phrase):
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def released(build):
    """Two bids of which the public may read the rank and nothing of the one, and that the other was rejected."""
    rule = {"releases": ["rank"], "references": False, "ground": "secrets"}
    tender = build.tender(build.judged()).plain
    kinds = [("rejected", {"ground": "irregular"}), ("disclosure", {"to": "public", "releases": ["rank"]})]
    kinds += [("disclosure", {"to": "bidder", "releases": ["name", "rank", "total", "points", "reasons"]})]
    taken = {"at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "asked for", "bid": "b"}
    log = [{"kind": kind, **taken, **data} for kind, data in kinds]
    document = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": log}
    marked = build.marked(build.tender(build.judged()), a="1", b="0.5", c="0.2")
    open_to = ct.read_tender({**tender, "disclosure": {"public": rule, "bidder": {**rule, "references": True}}})
    return ct.assess(open_to, marked.bids, marked.judgements, ct.read_decisions(document))


def by_value(build):
    """Bids that are compared by value: a group that is rescaled and one that is not, rounding, a minimum, the best, a draw."""
    best = {"max_pass": "3", "equal": "pass", "on": "raw"}
    one, two = (
        build.judged("one", "10.50", threshold={"at_least": "1", "on": "raw"}),
        build.judged("two", "20", threshold=best),
    )
    price = {"id": "price", "title": "price", "cost": {"kind": "price"}}
    groups = [build.group("g", one, weight="10.50", rescale="best"), build.group("h", two)]
    award = {"method": "value_based", "on_rejection": "keep", "ties": ["draw"]}
    award["rounding"] = {"places": "2", "mode": "half_up", "at": "criterion"}
    rules = {
        "bidder": {
            "releases": ["name", "rank", "total", "points", "reasons"],
            "references": False,
            "ground": "secrets",
        },
        "public": {"releases": ["rank"], "references": False, "ground": "secrets"},
    }
    plain = build.tender(*groups).plain
    tender = ct.read_tender({**plain, "award": award, "criteria": [price, *groups], "disclosure": rules})
    drawn = {"kind": "draw", "at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "equal", "order": ["b", "a"]}
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [drawn | {"witness": "notary"}]}
    marks = {"a": ("1", "0.3333"), "b": ("0.5", "0.5958"), "c": ("0", "1"), "d": ("0.1", "1"), "e": ("1", "0")}
    given = {bid: {"one": one, "two": two} for bid, (one, two) in marks.items()}
    bids = [build.bid(bid, price) for bid, price in (("a", "50"), ("b", "50"), ("c", "10"), ("d", "99"), ("e", "9"))]
    open_tie = build.assess(tender, *bids, **given)
    return [open_tie, ct.assess(tender, open_tie.bids, open_tie.judgements, ct.read_decisions(log))]


def ended(build, *marks, **award):
    """Bids with these marks, of which as many win as the award says."""
    tender = build.tender(build.judged(), **award)
    return build.marked(tender, **dict(zip("abcd", marks, strict=False)))


def rejected_later(build):
    """Two bids, of which one is rejected after the only stage: a rejection by which all is computed again."""
    taken = {"at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "no answer", "bid": "b"}
    low = {"kind": "low_price", "explained": False, "after": "assessment", **taken}
    document = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [low]}
    marked = build.marked(build.tender(build.judged(), on_rejection="recompute"), a="1", b="0.5")
    return ct.assess(marked.tender, marked.bids, marked.judgements, ct.read_decisions(document))


def two_prices(build):
    """Two bids of which the lower is far below the other."""
    spain = {"kind": "spain_85", "budget": "100", "percentages": "as_published"}
    tender = ct.read_tender({**build.tender(build.priced()).plain, "abnormally_low": [spain]})
    return build.assess(tender, build.bid("a", "50"), build.bid("b", "100"))


@pytest.fixture(scope="module")
def small(build):
    """What no case shows: an outcome decided by a tie-break, none at all, and a sharer of the second rank."""
    tie = build.tender(build.judged("one", 10), build.judged("two", 10), ties=["one"])
    nobody = build.tender(build.judged(threshold={"at_least": "6", "on": "raw"}))
    asks = {"kind": "answer", "asks": "time", "evidence": "third_party", "otherwise": "0 years"}
    spare_parts = build.tender(
        build.leaf("parts", 5, asks, {"kind": "linear", "zero_at": "0 years", "full_at": "9 years"})
    )
    said_only = build.bid("a", answers={"parts": {"value": "9 years", "evidence": None}})
    written = {"verification": {"documented": "100 %"}, "fields": ["mass"]}
    passports = build.tender(build.leaf("passport", 5, {"kind": "material_passport", **written}, build.WHOLE_SHARE))
    dated = ct.read_tender({**passports.plain, "reference_date": "2026-09-01"})
    part = build.part("leg", "1 kg", passport={"mass": "1 kg"}, passport_proof="old")
    product = {"id": "p", "line": "piece", "mass": "2 kg", "parts": [part]}
    old = {"kind": "documented", "title": "Old", "valid_until": "2026-08-31"}
    clarified = {"kind": "clarification", "bid": "a", "pointer": "/products/0/parts/0/material", "old": None}
    taken = {"at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "told by letter", "new": "beech"}
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [clarified | taken]}
    expired = build.bid("a", products=[product], evidence={"old": old})
    free = build.bid("a", "0")
    many = build.tender(*(build.judged(f"c{number}", 10) for number in range(6)))
    return [
        build.marked(tie, a={"one": "1", "two": "0"}, b={"one": "0", "two": "1"}),
        build.marked(nobody, a="0"),
        build.assess(spare_parts, said_only),
        released(build),
        rejected_later(build),
        two_prices(build),
        ct.assess(dated, ct.read_bids(expired), None, ct.read_decisions(log)),
        build.marked(many, a={f"c{n}": "1" for n in range(6)}, b={f"c{n}": "0" for n in range(6)}),
        *by_value(build),
        ended(build, "1", winners="2"),
        ended(build, "1", "0.5", "0.5", winners="2"),
        ended(build, "1", "0.5", "0.5", reserve="1"),
        build.assess(build.tender(*(build.priced(kind, scale=scale) for kind, scale in AT_THE_EDGE.items())), free),
        build.assess(build.tender(build.priced(scale=CEILING)), build.bid("a", "7")),
        *measuring.every(build),
    ]


def years(variants):
    """A tender by life-cycle cost, as it is narrated and as its form asks."""
    whole = {"schema": "circular-tender/tender/1", "reference": "T-1", "title": "T", "buyer": "B", "currency": "EUR"}
    award = {"method": "life_cycle_cost", "years": "3", "rate": "2 %", "prices": "nominal", "rounding": "none"}
    asked = {"kind": "answer", "asks": "amount", "greatest": "9", "otherwise": "9"}
    left = {"kind": "answer", "asks": "amount", "otherwise": "0"}
    paid = {"paid_in": ["1"], "prices": "nominal"}
    costs = [
        {"id": "care", "title": "Care", "cost": asked, "phase": "maintenance", **paid},
        {"id": "left", "title": "Left", "cost": left, "phase": "residual_value", **paid},
    ]
    return ct.read_tender({**whole, "variants": variants, "award": {**award, "ties": []}, "criteria": costs})


def everything_of(assessment):
    """Say everything that can be said of an assessment, to every reader."""
    narrate(assessment.tender, language="en")
    ct.workbook(assessment, language="en")
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    for reader in ("authority", "bidder", "public"):
        narrate(ct.report(assessment, reader=reader), language="en")
        for result in assessment:
            narrate(ct.explain(assessment, result.bid.id, reader=reader), language="en")
        compared = ranked if reader == "authority" else ranked[:2]
        for first, second in product(compared, compared):
            narrate(ct.compare(assessment, first, second, reader=reader), language="en")


def promises():
    """What bids promised: under every kind of criterion, with every proof, with a cost, or nothing."""
    clarified = {
        "kind": "clarification",
        "bid": "acme",
        "pointer": "/products/0/parts/0/mass",
        "old": "5 kg",
        "new": "4 kg",
    }
    judged = {"kind": "evidence", "bid": "acme", "evidence": "lab", "counts_as": "none"}
    taken = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
    log = [clarified | taken, judged | taken]
    some = promised.tender(only=("recycled", "clean", "days"))
    yield promised.assess(promised.tender(), promised.bid())
    for proof in (None, "word", "old", "lab"):
        yield promised.assess(some, promised.bid(proof, only=("days",)))
    yield promised.assess(some, promised.bid("lab", only=("days",)), decisions=log)
    late = promised.bid(only=("days",), answers={"days": {"value": "10", "evidence": None}})
    late["products"][0]["parts"][0]["mass"] = None
    yield promised.assess(some, late)
    yield promised.assess(promised.tender(only=("price",)), promised.bid(only=()))
    yield promised.assess(promised.with_costs(), promised.bid(only=(), answers=promised.COSTS))
    yield promised.assess(promised.with_basket(), promised.with_lamp())


def everything_of_lots(lots):
    """Say everything that can be said of all lots, and what each would be without a bid."""
    narrate(lots.tender, language="en")
    for reader in ("authority", "bidder", "public"):
        narrate(ct.report(lots, reader=reader), language="en")
    for lot in lots:
        everything_of(lot)
        for bid in lot.bids if len(lot.bids) > 1 else ():
            narrate(ct.impact(lot, ct.Without(bid.id)), language="en")


@pytest.fixture(scope="module")
def said(cases, small, build):
    """Every phrase that was said for all cases, with the names of the data that it was given."""
    calls = []
    original = Words.__call__

    def noted(self, key, /, **data):
        calls.append((key, frozenset(data)))
        return original(self, key, **data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Words, "__call__", noted)
        for assessment in [*cases, *small]:
            everything_of(assessment)
        for lots in lotted.ended():
            everything_of_lots(lots)
        for variants in ("allowed", "not_allowed", "required"):
            narrate(years(variants), language="en")
            ct.bid_form(years(variants), language="en")
        banded = next(made.tender.plain for made in cases if made.tender.award.method == "quality_per_price")
        band = {**banded["award"]["band"], "decides": "points"}
        narrate(ct.read_tender({**banded, "award": {**banded["award"], "band": band}}), language="en")
        parts = build.tender(build.leaf("parts", 5, SPARE_PARTS, build.WHOLE_SHARE)).plain
        award = {"method": "value_based", "rounding": "none", "ties": []}
        price = {"id": "price", "title": "price", "cost": {"kind": "price"}}
        ct.bid_form(ct.read_tender({**parts, "award": award, "criteria": [price, *parts["criteria"]]}), language="en")
        everything_of(ct.assess(ct.read_tender(every_measure.TENDER), ct.read_bids(every_measure.bids())))
        tender, bid, judgements = asking.documents()
        ct.bid_form(tender, bid=bid, language="en")
        ct.bid_form(ct.read_tender({**tender.plain, "prices": {**tender.plain["prices"], "vat": "included"}}))
        ct.scoring_sheet(tender, [bid], judgements=judgements, language="en")
        for assessment in promises():
            for result in assessment:
                narrate(ct.promises(assessment, bid=result.bid.id), language="en")
        narrate(ct.promises(passported.assessed()), language="en")
        for value in [*turned.every(build), *turned.others(build), *saved.every()]:
            narrate(value, language="en")
        for assessment in cases:
            if assessment.tender.reference == "CASE-PANEL":
                ct.scoring_sheet(assessment.tender, assessment.bids, judgements=assessment.judgements, language="en")
    return calls


def test_every_phrase_is_said(said):
    unsaid = ", ".join(sorted(set(PHRASES) - {key for key, _ in said}))
    assert not unsaid, unsaid


def test_every_phrase_says_only_what_it_is_given(said):
    assert [(key, placeholders(PHRASES[key]) - data) for key, data in said if placeholders(PHRASES[key]) - data] == []


def test_every_key_in_the_source_has_a_phrase_and_the_other_way_round(package):
    exact, patterns = set(), set()
    for file in [*sorted((package / "narrate").glob("*.py")), *sorted((package / "exchange").glob("*/*.py"))]:
        for node in ast.walk(ast.parse(file.read_bytes())):
            match node:
                case ast.Constant(value=str() as text):
                    exact.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str() as prefix), ast.FormattedValue()]):
                    patterns.add(prefix)
    assert patterns >= {"measured_", "scale_", "note_", "contribution_", "kind_", "proof_", "ground_", "aggregate_"}
    methods = [get_args(model.model_fields["method"].annotation)[0] for model in get_args(get_args(Award)[0])]
    exact |= {f"{key}_other" for key in exact} | {f"{key}_{method}" for key in exact for method in methods}
    unused = {key for key in PHRASES if key not in exact and not key.startswith(tuple(p for p in patterns if "_" in p))}
    assert unused == set()


def test_every_language_has_the_same_keys_and_placeholders():
    assert "en" in LANGUAGES
    for phrases in LANGUAGES.values():
        assert {key: placeholders(phrase) for key, phrase in phrases.items()} == {
            key: placeholders(phrase) for key, phrase in PHRASES.items()
        }


def test_no_phrase_stands_in_two_files():
    for language in ("english", "dutch"):
        room = import_module(f"circular_tender.narrate.phrases.{language}")
        files = [import_module(f"{room.__name__}.{found.name}") for found in iter_modules(room.__path__)]
        keys = [key for file in files for key in getattr(file, "PHRASES", ())]
        assert sorted(keys) == sorted(room.PHRASES)


def test_a_placeholder_is_a_plain_name():
    for phrase in PHRASES.values():
        assert all(re.fullmatch("[a-z_]+", name) for name in placeholders(phrase)), phrase


def test_every_rejection_has_a_phrase():
    names = [re.sub("(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower() for kind in get_args(Rejection)]
    assert sorted(names) == ["above_ceiling", "below_minimum", "decided", "late", "not_among_best", "not_met"]
    assert [name for name in names if name not in PHRASES] == []


def test_every_note_has_a_phrase_and_every_such_phrase_a_note(cases, small, package):
    notes = {
        name
        for assessment in [*cases, *small]
        for rule in assessment.rules.criteria
        for name, _ in getattr(rule, "reported", ())
    }
    tree = ast.parse((package / "explain" / "notes.py").read_bytes())
    functions = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name in {"notes", "_beside_measured", "of_marks"}
    ]
    notes |= {
        node.value.value
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Yield) and hasattr(node.value, "value")
    }
    masses = {"proof", "passport", "feedstock", "destination", "connections"}
    reported = {"mass_known", "pieces_with_impacts"} | {f"mass_with_{name}" for name in masses}
    of_marks = {"after_prices", "reason_missing", "reason_repeats"}
    assert notes == reported | of_marks | {"basket", "not_answered", "not_contractual", "not_offered", "stated_total"}
    assert {f"note_{name}" for name in notes} == {key for key in PHRASES if key.startswith("note_")}


def test_every_kind_of_contribution_has_a_phrase(package):
    kinds = {
        node.args[0].value
        for file in (package / "explain").glob("*.py")
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Contribution"
        and isinstance(node.args[0], ast.Constant)
    }
    assert kinds == {"points", "value", "cost", "rescaling", "rounding"}
    assert {f"contribution_{kind}" for kind in kinds} == {key for key in PHRASES if key.startswith("contribution_")}
