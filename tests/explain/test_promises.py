"""What a bid promised: which claims counted, which did not and why, with proof, rule and term.

Of the office furniture the expected claims were read by hand from the bids, the tender and the log of decisions.
"""

import csv
import io
import json
import pickle
import re
from fractions import Fraction
from pathlib import Path

import lotted
import passported
import promised
import pytest
import yaml
from folders import documents

import circular_tender as ct
from circular_tender.narrate.promises import CLAIMS

FURNITURE = Path(__file__).parents[2] / "examples" / "office-furniture"
DECISION = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "asked in writing"}


@pytest.fixture(scope="module")
def furniture():
    found = documents(FURNITURE)
    return ct.assess(found.tender, found.bids, found.judgements, found.decisions)


@pytest.fixture(scope="module")
def everything():
    """The promises of a bid that proves all of what it claims, under a criterion of each kind."""
    return ct.promises(promised.assess(promised.tender(), promised.bid()))


def stated(claims):
    return {claim.place: claim.text for claim in claims}


def reasons(promise):
    """Why claims did not count, but for masses and lines."""
    return {c.place: c.uncounted for c in promise.uncounted if not c.place.endswith(("/mass", "/line"))}


# the winner of the office furniture, by hand


def test_the_winner_is_meant_and_price_is_no_promise(furniture):
    promises = ct.promises(furniture)
    assert promises.bid == "tweede-leven"
    assert [item.criterion.id for item in promises.items] == ["reuse", "recycled", "passport", "take-back", "plan"]
    assert [str(item.points) for item in promises.items] == ["539/50", "18/5", "831/100", "48/5", "21/2"]
    assert [item.maximum for item in promises.items] == [20, 10, 10, 20, 15]


def test_take_back_is_promised_with_its_term_and_without_proof(furniture):
    promise = ct.promises(furniture)["take-back"]
    assert stated(promise.counted) == {
        "/take_back/share": "60 %",
        "/take_back/term": "12 years",
        "/take_back/cost": "free",
        "/take_back/guarantee": "contractual_with_penalty",
    }
    assert promise.uncounted == ()
    assert {(c.term.of, c.term.text, c.term.place) for c in promise.counted} == {
        ("take_back", "12 years", "/take_back/term")
    }
    assert {(c.asks_proof, c.proof, c.product, c.part) for c in promise.counted} == {(False, None, None, None)}
    assert (promise.measured, promise.unit) == (Fraction(12, 25), "ratio")


def test_recycled_content_is_promised_where_its_proof_counts(furniture):
    promise = ct.promises(furniture)["recycled"]
    shares = {p: t for p, t in stated(promise.counted).items() if "feedstock" in p}
    at = "/products/{}/parts/{}/feedstock/shares/recycled".format
    by_hand = ["45 %", "20 %", "10 %", "15 %", "5 %", "10 %", "10 %"]
    assert shares == dict(zip([at(0, 0), *(at(1, n) for n in range(6))], by_hand, strict=True))
    frame = next(claim for claim in promise.counted if claim.place == at(0, 0))
    assert (frame.product, frame.part, frame.proof.id) == ("tweede-leven-desk", "frame", "mill-certificate")
    evidence = frame.proof.evidence
    assert (evidence.kind, evidence.title, evidence.issuer) == (
        "documented",
        "Certificate of the steel",
        "Staal Voorbeeld N.V.",
    )
    assert (frame.term.of, frame.term.text) == ("proof_valid_until", "2027-03-31")
    assert (frame.written.document, frame.written.pointer, frame.decision) == ("bid tweede-leven", at(0, 0), None)
    # of these parts nothing recycled is claimed, so their masses earned nothing here
    uncounted = {f"/products/0/parts/{n}/mass": "alone" for n in (1, 2, 3, 4)}
    assert {claim.place: claim.uncounted for claim in promise.uncounted} == uncounted


def test_what_is_only_the_bidders_word_stands_apart(furniture):
    promise = ct.promises(furniture)["reuse"]
    assert {c.place: (c.text, c.uncounted) for c in promise.uncounted} == {
        "/products/0/parts/3/end_of_life/destinations/reuse": ("80 %", "weaker"),
        "/products/0/parts/3/mass": ("0.90 kg", "alone"),
        "/products/0/parts/4/mass": ("0.35 kg", "alone"),
    }
    weaker = next(claim for claim in promise.uncounted if claim.uncounted == "weaker")
    assert (weaker.proof.id, weaker.proof.evidence.kind) == ("workshop-note", "declared")
    lines, products, parts = 2, 2, 3 + 6  # parts of the desk and of the chair with a destination that is proven
    desk, chair = 3 + 3 + 1, 2 + 2 + 2 + 1 + 2 + 2  # destinations, part by part
    assert len(promise.counted) == lines + products + parts + desk + chair


def test_a_plan_is_promised_as_it_was_judged(furniture):
    plan = ct.promises(furniture)["plan"]
    assert (plan.judged, plan.measured, plan.claims, plan.rule.kind) == (True, None, (), "judgement")


def test_the_measuring_rule_names_formulas_tables_and_what_the_tender_fixes(furniture):
    rule = ct.promises(furniture)["reuse"].rule
    here = "/criteria/0/criteria/0/indicator"
    assert (rule.kind, rule.place, rule.version) == ("reuse_at_end_of_life", here, None)
    assert rule.formulas[-1][0] == "value_by_mass"
    assert [(table.table, table.version) for table in rule.tables] == [("evidence", "2")]
    fixed = {place.pointer: place.text for place in rule.parameters}
    worth = {"reuse": "100 %", "refurbish": "80 %", "recycle": "30 %", "energy": "0 %", "landfill": "0 %"}
    assert fixed == {f"{here}/destinations/{name}": share for name, share in worth.items()} | {
        f"{here}/evidence": "documented",
        "/reference_date": "2026-10-15",
        "/prices/lines/0/quantity": "400",
        "/prices/lines/1/quantity": "450",
    }


# other bids


def test_an_expired_certificate_and_a_mere_word_do_not_count(furniture):
    promises = ct.promises(furniture, bid="gouden-bergen")
    frame, tray = (f"/products/0/parts/{n}/feedstock/shares/recycled" for n in (0, 2))
    why = reasons(promises["recycled"])
    assert (why[frame], why[tray]) == ("expired", "unproven")
    assert promises["recycled"].counted == promises["reuse"].counted == ()
    assert promises["take-back"].counted
    assert {*reasons(promises["reuse"]).values()} == {"weaker", "unproven"}


def test_a_clarified_value_shows_the_decision(furniture):
    promises = ct.promises(furniture, bid="dubbeltje")
    mass = next(c for c in promises["reuse"].counted if c.place == "/products/0/parts/0/mass")
    assert (mass.text, mass.decision) == ("13.50 kg", 5)
    assert (mass.written.document, mass.written.pointer) == ("decisions", "/decisions/5/new")
    shown = ct.to_text(promises, language="en").replace("\N{NO-BREAK SPACE}", " ")
    assert "13.50 kg (as clarified on 20 October 2026, /decisions/5 of the log)" in shown
    wood = next(c.proof for c in promises["recycled"].counted if c.proof)
    assert (wood.id, wood.judged[0], wood.judged[1].counts_as) == ("recovered-wood", 1, "third_party")
    unknown = next(c for c in promises["reuse"].uncounted if c.place.startswith("/products/1/parts/1/end_of_life"))
    assert (unknown.uncounted, unknown.part) == ("massless", "gas-lift")


def test_a_clarified_proof_and_a_refused_one():
    refused = {"kind": "evidence", "bid": "acme", "evidence": "lab", "counts_as": "none", **DECISION}
    at = "/products/0/parts/0/feedstock"
    new = {"shares": {"recycled": "30 %"}, "evidence": "paper"}
    old = {"shares": {"recycled": "60 %"}, "evidence": "lab"}
    clarified = {"kind": "clarification", "bid": "acme", "pointer": at, "old": old, "new": new, **DECISION}
    tender = promised.tender(only=("recycled",))
    bid = promised.bid("lab", only=("recycled",))
    promise = ct.promises(promised.assess(tender, bid, decisions=[refused, clarified]))["recycled"]
    counted = {c.place: c for c in promise.counted if "feedstock" in c.place}
    assert {p: (c.text, c.decision, c.proof.id) for p, c in counted.items()} == {
        f"{at}/shares/recycled": ("30 %", 1, "paper")
    }
    assert counted[f"{at}/shares/recycled"].written.pointer == "/decisions/1/new/shares/recycled"
    assert reasons(promise) == {"/products/0/parts/1/feedstock/shares/recycled": "refused"}


def test_what_earns_nothing_is_stated_but_not_counted():
    bid = promised.bid(only=("days",), answers={"days": {"value": "10", "evidence": None}})
    (promise,) = ct.promises(promised.assess(promised.tender(only=("days",)), bid)).items
    assert [(c.place, c.uncounted) for c in promise.claims] == [("/answers/days/value", "no_points")]


def test_a_product_outside_the_reference_basket_earned_nothing():
    promise = ct.promises(promised.assess(promised.with_basket(), promised.with_lamp()))["guarantee"]
    assert stated(promise.counted) == {"/products/1/line": "lamp", "/products/1/guarantee/term": "8 years"}
    assert reasons(promise) == {"/products/0/guarantee/term": "unmeasured"}


def test_a_passport_of_which_the_proof_is_worth_nothing_does_not_count():
    tender = promised.tender(only=("passport", "days"))
    promises = ct.promises(promised.assess(tender, promised.bid("word", only=("days",))))
    assert promises["passport"].counted == ()
    assert {*reasons(promises["passport"]).values()} == {"weaker"}
    old = ct.promises(promised.assess(tender, promised.bid("old", only=("days",))))
    assert {*reasons(old["passport"]).values()} == {"expired"}


def test_a_product_of_which_no_part_is_told_promises_nothing():
    bid = promised.bid(only=())
    bid["products"][0]["parts"] = []
    (promise,) = ct.promises(promised.assess(promised.tender(only=("reuse",)), bid)).items
    assert {claim.place: claim.uncounted for claim in promise.claims} == {
        "/products/0/mass": "alone",
        "/products/0/line": "alone",
    }


def test_every_claim_carries_the_term_that_it_binds_for(everything):
    terms = {(c.term.of, c.term.text) for item in everything.items for c in item.claims if c.term}
    assert terms == {
        ("passport", "12 years"),
        ("take_back", "12 years"),
        ("guarantee", "8 years"),
        ("lifetime", "15 years"),
        ("spare_part", "11 years"),
        ("return_value", "7 years"),
    }
    tested = ct.promises(promised.assess(promised.tender(only=("clean",)), promised.bid("lab", only=())))
    valid = {(c.term.of, c.term.text) for c in tested["clean"].claims if c.term}
    assert valid == {("proof_valid_until", "2028-01-31")}


def test_a_method_with_versions_names_its_version(everything):
    versions = {item.rule.kind: item.rule.version for item in everything.items if item.rule.version}
    assert versions == {"disassembly": "2.0", "material_circularity": "2019"}


def test_a_cost_is_promised_as_the_money_that_it_counts():
    promises = ct.promises(promised.assess(promised.with_costs(), promised.bid(only=(), answers=promised.COSTS)))
    care, item = promises.items
    assert (care.points, care.maximum, care.cost, care.rule.place) == (None, None, 7, "/criteria/0/cost")
    assert (item.points, item.maximum, item.cost, item.rule.place) == (None, None, -7, "/criteria/1/cost")
    assert stated(item.counted) == {"/answers/left/value": "7"}
    assert "Counts as income of EUR 7.00, which lowers the cost." in ct.to_text(promises, language="en").replace(
        "\N{NO-BREAK SPACE}", " "
    )


# whose promises


def test_an_award_by_price_alone_promises_nothing():
    promises = ct.promises(promised.assess(promised.tender(only=("price",)), promised.bid(only=())))
    assert promises.items == ()
    assert "No claim counted" in ct.to_text(promises, language="en")
    assert len(list(csv.reader(io.StringIO(ct.to_csv(promises))))) == 1
    assert yaml.safe_load(ct.to_yaml(promises))["promises"] == []


def test_of_lots_each_winner_promises():
    won = [(lots, [(lot.lot, bid) for lot in lots for bid in lot.winners]) for lots in lotted.ended()]
    assert {len(winners) for _, winners in won} >= {1, 2}
    for lots, winners in won:
        if winners:
            promises = ct.promises(lots)
            assert [(one.assessment.lot, one.bid) for one in promises] == winners
            rows = csv.DictReader(io.StringIO(ct.to_csv(promises)))
            assert {row["lot"] for row in rows} == {one.assessment.lot for one in promises if one.items}


def test_the_exact_points_tell_nothing_that_is_withheld(build):
    """The points depend on the highest share of all, here 3/10: 1/7 of it can't be read from a rounded figure."""
    asked = {"kind": "answer", "asks": "ratio", "otherwise": "0 %"}
    rule = {"kind": "ratio_to_best", "all_zero": "0 %"}
    tender = build.tender(build.leaf("share", 10, asked, rule), build.judged("quality", 90))
    answers = {"a": "10 %", "b": "30 %"}
    bids = [build.bid(name, answers={"share": {"value": v, "evidence": None}}) for name, v in answers.items()]
    assessment = build.assess(tender, *bids, a={"quality": "1"}, b={"quality": "0"})
    assert [item.exact for item in ct.promises(assessment).items] == [False, True]
    assert json.loads(ct.to_json(ct.promises(assessment)))["promises"][0]["points"] == "3333/1000"


# formats


def test_promises_are_frozen_and_can_be_pickled(everything):
    again = pickle.loads(pickle.dumps(everything))  # noqa: S301 -- our own
    assert ct.to_json(again) == ct.to_json(everything)


def test_every_place_that_is_claimed_has_words(everything):
    claimed = {
        re.sub(r"^/products/\d+/(parts/\d+/)?|^/", "", claim.place)
        for item in everything.items
        for claim in item.claims
    }
    patterns = {re.compile(key.replace("*", "[^/]+")) for key in CLAIMS}
    assert [pattern.pattern for pattern in patterns if not any(map(pattern.fullmatch, claimed))] == []
    for language in ("en", "nl"):
        assert "{" not in ct.to_text(everything, language=language)


def test_yaml_and_json_hold_the_same_and_every_number_is_text(everything, furniture):
    for promises in (everything, ct.promises(furniture)):
        text = ct.to_yaml(promises)
        read = yaml.safe_load(text)
        assert read == json.loads(ct.to_json(promises))
        assert {*map(type, scalars(read))} <= {str, bool, type(None)}
        assert read["schema"] == "circular-tender/promises/0"
    assert "\n    value: '3'\n" in ct.to_yaml(everything)
    assert not re.search(r": [-+]?[0-9.]+(e[0-9]+)?$", ct.to_yaml(everything), re.MULTILINE)


def scalars(value):
    match value:
        case dict():
            return [each for item in value.values() for each in scalars(item)]
        case list():
            return [each for item in value for each in scalars(item)]
        case _:
            return [value]


def test_csv_has_a_row_for_each_claim_and_no_formula(everything):
    rows = list(csv.DictReader(io.StringIO(ct.to_csv(everything, language="nl"))))
    claims = [claim for item in everything.items for claim in (*item.counted, *item.uncounted)]
    assert [row["place"] for row in rows if row["judged"] == "false"] == [claim.place for claim in claims]
    assert [row["criterion"] for row in rows if row["judged"] == "true"] == ["plan"]
    cells = {cell for row in rows for cell in row.values()}
    assert {"'=STEEL", "'+ Study"} <= cells
    assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    (days,) = [row for row in rows if row["criterion"] == "days"]
    assert (days["value"], days["points"], days["maximum"], days["proof_asked"]) == ("3", "7/2", "5", "false")
    (spare, _) = [row for row in rows if row["criterion"] == "spare"]
    assert [spare[key] for key in ("term_of", "term", "proof_id", "proof_kind", "proof_issuer")] == [
        *("spare_part", "11 years", "paper", "documented", "Lab")
    ]


def test_the_page_in_both_languages(furniture):
    promises = ct.promises(furniture, bid="tweede-leven")
    english = ct.to_markdown(promises, language="en").replace("\N{NO-BREAK SPACE}", " ")
    dutch = ct.to_markdown(promises, language="nl").replace("\N{NO-BREAK SPACE}", " ")
    assert english.startswith("# What Coöperatie Tweede Leven Meubelmakers U.A. (tweede-leven) promised\n")
    assert dutch.startswith("# Wat Coöperatie Tweede Leven Meubelmakers U.A. (tweede-leven) heeft toegezegd\n")
    assert (
        "Earned: 10.78 of at most 20. Measured: ≈ 57.75 %, by this indicator: reuse at the end of life. Its parameters "
        "stand in the tender at /criteria/0/criteria/0/indicator." in english
    )
    assert (
        "Behaald: 10,78 van ten hoogste 20. Gemeten: ≈ 57,75 %, met deze indicator: hergebruik aan het einde van de "
        "levensduur. De parameters staan in de aanbesteding op /criteria/0/criteria/0/indicator." in dutch
    )
    assert "| whole bid | share taken back | 60 % | none asked for | take-back: 12 years |" in english
    assert "| hele inschrijving | aandeel dat wordt teruggenomen | 60 % | niet gevraagd | terugname: 12 jaar |" in dutch
    adjuster = "| tweede-leven-desk/height-adjuster | share that goes to reuse | 80 % | workshop-note | | the kind of"
    assert adjuster in re.sub(" +", " ", english)
    assert "A panel judged this. What it judged is part of the offer as it was submitted." in english
    assert "mill-certificate | a document | Certificate of the steel | Staal Voorbeeld N.V. | 31 March 2027" in english
    assert "gouden-bergen" not in ct.to_html(promises, language="en") + english  # nothing of other bids
    assert str(promises) == ct.to_text(promises)


def test_lines_and_spare_parts_are_called_by_their_titles():
    here = Path(__file__).parents[2] / "examples/audiovisual-equipment"
    assessment = ct.assess(ct.read_tender(here / "tender.yaml"), ct.read_bids(here / "bids"))
    tender = yaml.safe_load((here / "tender.yaml").read_text(encoding="utf-8"))
    page = ct.to_text(ct.promises(assessment), language="nl").replace("\N{NO-BREAK SPACE}", " ")
    title = next(line["title"]["nl"] for line in tender["prices"]["lines"] if line["id"] == "screen")
    assert f"terugkoopwaarde per stuk: {title}" in page
    assert "terugkoop na 6 jaar" in page  # `after: 6 years` in the bid


def test_the_page_of_a_tender_tells_the_reference_basket():
    tender = ct.read_tender(Path(__file__).parents[2] / "examples/fit-out/tender.yaml")
    page = " ".join(ct.to_text(tender, language="nl").replace("\N{NO-BREAK SPACE}", " ").split())
    assert (
        "Alleen deze producten worden gemeten, in deze aantallen: 120 × Wandelement, 1 m breed; 8 × Pantrykeuken."
        in page
    )


def test_a_value_of_a_digital_product_passport_is_promised_with_its_place_in_it():
    # the places by hand: the passport writes a mass, a recycled share and the product's weight
    promises = ct.promises(passported.assessed())
    claims = {claim.place: claim.passport for claim in promises.items[0].claims}
    material = "/credentialSubject/materialsProvenance/0"
    recycled = ("https://example.org/c/1", f"{material}/recycledMassFraction")
    assert claims == {
        "/products/0/line": None,  # the bidder says so
        "/products/0/mass": ("https://example.org/c/1", "/credentialSubject/product/dimensions/weight"),
        "/products/0/parts/0/mass": ("https://example.org/c/1", f"{material}/mass"),
        "/products/0/parts/0/feedstock/shares/recycled": recycled,
        "/products/0/parts/0/feedstock/shares/virgin": recycled,  # the rest of it
    }
    row = next(row for row in csv.DictReader(io.StringIO(ct.to_csv(promises))) if row["value"] == "50 %")
    assert (row["passport_id"], row["passport_pointer"]) == (
        "https://example.org/c/1",
        f"{material}/recycledMassFraction",
    )
    page = ct.to_markdown(promises, language="en").replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    assert f"(in the passport https://example.org/c/1 at {material}/recycledMassFraction)" in page
