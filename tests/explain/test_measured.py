"""What is said of products that are measured, word by word; the figures were worked out by hand, as said beside each.

A chair of 10 kg is asked for three times and a desk of 20 kg twice, so that all weighs 70 kg.
"""

import json
from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.derivation import replay
from circular_tender.narrate import narrate
from circular_tender.narrate.page import BEGIN, END

WHOLE = {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"}
TO_10 = {"kind": "linear", "zero_at": "0", "full_at": "10"}
PROOFS = {
    "paper": {"kind": "documented", "title": "Data sheet"},
    "word": {"kind": "declared", "title": "Our word"},
    "old": {"kind": "documented", "title": "Old sheet", "valid_until": "2026-01-31"},
}
COUNTS = {
    "en": "This proof counts: a term of the contract, a document, a third party's statement.",
    "nl": "Dit bewijs telt: een bepaling van het contract, een document, een verklaring van een derde partij.",
}
PUBLIC = {"releases": ["name", "rank", "total", "points", "reasons"], "references": True, "ground": "so"}


def assessed(build, *indicators, products=(), scale=WHOLE, tender=None, log=None, **bid):
    """A bid on a criterion for each of the indicators: `c0`, `c1` and so on."""
    leaves = [build.leaf(f"c{n}", 10, indicator, scale) for n, indicator in enumerate(indicators)]
    made = build.tender(*leaves, lines=(("chair", 3), ("desk", 2)))
    made = ct.read_tender({**made.plain, **tender}) if tender else made
    decisions = (
        ct.read_decisions({"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": log}) if log else None
    )
    bids = ct.read_bids([build.bid("a", evidence=PROOFS, products=list(products), **bid)])
    return ct.assess(made, bids, None, decisions)


def said(assessment, criterion="c0", language="en", reader="authority"):
    """What is said of a criterion of the bid, but for what the scale and the weight make of it."""
    page = narrate(ct.explain(assessment, "a", reader=reader), language=language)
    (text,) = [block.text for block in page.blocks if getattr(block, "lead", "") == f"{criterion}:"]
    text = text.translate({ord(BEGIN): None, ord(END): None, ord("\N{NO-BREAK SPACE}"): "~"})
    scale = {"en": "Nothing is earned", "nl": "Bij "}[language]
    points = {"en": "Of 10 points that is ", "nl": "Van de 10 punten is dat "}[language]
    before, after = text.split(scale)[0].strip(), text.split(points)[1]
    return before, after.partition(". ")[2]


def part(name, mass, **claims):
    return {"id": name, "mass": mass, **claims}


def shares(key, of, proof="paper", **named):
    return {key: {of: {name: f"{share} %" for name, share in named.items()}, "evidence": proof}}


def flows(recycled, to_recycling, proof="paper"):
    return {
        **shares("feedstock", "shares", proof, recycled=recycled),
        **shares("end_of_life", "destinations", proof, recycle=to_recycling),
    }


def chair(*parts, **more):
    return {"id": "stol", "line": "chair", "mass": "10 kg", "parts": list(parts), **more}


def desk(*parts, **more):
    return {"id": "bord", "line": "desk", "mass": "20 kg", "parts": list(parts), **more}


MCI = {
    "kind": "material_circularity",
    "version": "2015",
    "over": "products",
    "feedstock": {"recycled": "recycled", "virgin": "virgin"},
    "destinations": {"recycle": "recycle", "landfill": "lost"},
    "efficiencies": {"all": {"feedstock": "100 %", "recycling": "100 %"}},
    "other_materials": "all",
    "evidence": "documented",
}
USED = {"utility": {"lifetime": {"chair": "10 years", "desk": "10 years"}}}
#: All of the chair is half recycled and all recyclable; of the desk nothing is proven that counts.
CHAIR = chair(part("seat", "10 kg", **flows(50, 100)), use={"lifetime": "12 years", "evidence": "paper"})
DESK = desk(part("top", "20 kg", **flows(100, 100, "word")), use={"lifetime": "20 years", "evidence": None})


def test_material_circularity(build):
    # chair: V 5, W 0, so LFI 1/4 and MCI 1 − 0.9/4 = 77.5 %; desk: LFI 1, MCI 10 %; (30 × 0.775 + 40 × 0.1) ÷ 70
    found = assessed(build, MCI, products=[CHAIR, DESK])
    assert found["a"]["c0"].measured.value == F(27250, 70000)
    measured, after = said(found)
    assert measured == (
        "The material circularity indicator of the Ellen MacArthur Foundation (2015, technical cycles) is ≈~38.93~%. "
        "Product stol, 10~kg: with the proof asked for 5~kg is made of other than virgin material and 10~kg does not "
        "become waste after use. Of its flow 25~% is linear; with a utility of 1 that gives 77.5~%. Product bord, 20~kg: "
        "with the proof asked for 0~kg is made of other than virgin material and 0~kg does not become waste after use. Of "
        "its flow 100~% is linear; with a utility of 1 that gives 10~%. The measured value is their mean by mass, over "
        "70~kg, all pieces together."
    )
    assert after == (
        "Of ≈~42.86~% of the mass the feedstock is told with the proof asked for; the rest counts as virgin. Of ≈~42.86~% "
        "of the mass the destination is told with the proof asked for; the rest counts as waste. "
        f"{COUNTS['en']} These do not count: about feedstock, claims whose proof is a declaration, 1 (bord/top); about end "
        "of life, claims whose proof is a declaration, 1 (bord/top)."
    )
    assert said(found, language="nl")[0] == (
        "De materiaalcirculariteitsindicator van de Ellen MacArthur Foundation (2015, technische kringlopen) is ≈~38,93~%. "
        "Product stol, 10~kg: met het gevraagde bewijs bestaat 5~kg uit niet-primair materiaal en wordt 10~kg na gebruik "
        "geen afval. Van de stroom is 25~% lineair; met een gebruiksfactor van 1 komt de indicator uit op 77,5~%. "
        "Product bord, 20~kg: met "
        "het gevraagde bewijs bestaat 0~kg uit niet-primair materiaal en wordt 0~kg na gebruik geen afval. Van de stroom "
        "is 100~% lineair; met een gebruiksfactor van 1 komt de indicator uit op 10~%. De gemeten waarde is hun "
        "gemiddelde naar massa, over "
        "70~kg, alle stuks samen."
    )


def test_material_circularity_with_a_lifetime_over_parts(build):
    # seat: 1 − 0.9 × 1/4 ÷ 1.2 = 81.25 %; the lifetime of the desk is not proven: 0; (30 × 0.8125) ÷ 70
    found = assessed(build, MCI | USED | {"over": "parts", "version": "2019"}, products=[CHAIR, DESK])
    measured, after = said(found)
    assert measured == (
        "The material circularity indicator of the Ellen MacArthur Foundation (2019, with biological cycles) is "
        "≈~34.82~%. It is taken of each part, and this is their mean by mass, over 70~kg. The parts, the lowest first: "
        "bord/top 0~%; stol/seat 81.25~%."
    )
    assert after.endswith("about use, without a claim or without proof, 1 (bord).")  # once, though read for each part
    (reason,) = ct.explain(found, "a").reasons
    assert [(one.pointer, one.shown) for one in reason.unproven if "/use/" in one.pointer] == [
        ("/products/1/use/evidence", "(none)")
    ]


def test_a_utility_that_is_above_the_most_that_counts(build):
    used = {"utility": USED["utility"] | {"most": "1.1"}}  # 1.2 is claimed: 1 − 0.9 × 1/4 ÷ 1.1
    found = assessed(build, MCI | used, products=[CHAIR, DESK])
    assert "with a utility of 1.1, the most that counts, that gives ≈~79.55~%." in said(found)[0]
    assert (
        "met een gebruiksfactor van 1,1, het meeste dat telt, komt de indicator uit op ≈~79,55~%."
        in said(found, language="nl")[0]
    )


def test_only_what_is_in_the_reference_basket_is_told(build):
    found = assessed(build, MCI, products=[CHAIR, DESK], tender={"reference_basket": {"chair": "3"}})
    measured, after = said(found)
    assert "bord" not in measured + after
    assert measured.endswith("Of its flow 25~% is linear; with a utility of 1 that gives 77.5~%.")
    assert after == "Only products of the reference basket are measured: 3 × chair."


def test_a_guarantee_outside_the_reference_basket_is_not_told_as_one_that_does_not_count(build):
    indicator = {
        "kind": "guaranteed_lifetime",
        "aggregate": "shortest",
        "evidence": "documented",
        "otherwise": "0 years",
    }
    found = assessed(
        build,
        indicator,
        products=[CHAIR | {"guarantee": None}, DESK | {"guarantee": None}],
        tender={"reference_basket": {"chair": "3"}},
        scale={"kind": "linear", "zero_at": "0 years", "full_at": "10 years"},
    )
    [reason] = ct.explain(found, "a").reasons
    # of the chair alone: the desk's guarantee is no part of what was measured
    assert [claim.pointer for claim in reason.unproven] == ["/products/0/guarantee/evidence"]


UNTP = {
    "kind": "untp_circularity",
    "feedstock": {"recycled": "recycled", "virgin": "other"},
    "destinations": {"recycle": "recyclable", "landfill": "other"},
    "evidence": "documented",
}


def test_untp_circularity(build):
    # 1 − (1/2 + 0) ÷ (2 × 1.2) = 19/24 of the chair, 0 of the desk
    found = assessed(build, UNTP | USED, products=[CHAIR, DESK])
    assert said(found)[0] == (
        "The circularity figure of the UN Transparency Protocol is ≈~33.93~%. Product stol, 10~kg: with the proof asked for "
        "50~% of its mass is recycled and 100~% recyclable; with a utility of 1.2 that gives ≈~79.17~%. Product bord, "
        "20~kg: with the proof asked for 0~% of its mass is recycled and 0~% recyclable; without a lifetime that is proven "
        "that gives 0~%. The measured value is their mean by mass, over 70~kg, all pieces together."
    )
    assert said(found, language="nl")[0].endswith(
        "Product bord, 20~kg: met het gevraagde bewijs is 0~% van de massa gerecycled en 0~% recyclebaar; zonder bewezen "
        "levensduur komt het cijfer uit op 0~%. De gemeten waarde is hun gemiddelde naar massa, over 70~kg, alle stuks samen."
    )


DISASSEMBLY = {"kind": "disassembly", "version": "2.0", "evidence": "documented"}
EASY = {"type": "dry", "access": "free", "intersections": "none", "edge": "open"}
#: 4 ÷ (1 + 1 + 1 + 1/0.4) = 8/11
OVERLAPPING = EASY | {"edge": "overlapping"}


def connected(*connections, proof="paper"):
    return {"connections": {"load_bearing": list(connections), "evidence": proof}}


def test_disassembly(build):
    # (3 × (5 × 1 + 5 × 8/11) + 2 × 20 × 1/10) ÷ 70 = 329/770
    products = [
        chair(part("base", "5 kg", **connected(EASY)), part("seat", "5 kg", **connected(EASY, OVERLAPPING))),
        desk(part("top", "20 kg", **connected(EASY, proof="word"))),
    ]
    found = assessed(build, DISASSEMBLY, products=products)
    assert found["a"]["c0"].measured.value == F(3, 70) * (5 + F(40, 11)) + F(4, 70)
    assert said(found) == (
        "The disassembly index (Losmaakbaarheidsindex, version 2.0) is ≈~42.73~%, the mean by mass over 70~kg. Of each part "
        "the load-bearing connection that is hardest to undo counts. The parts, the lowest first: bord/top 10~%; stol/seat "
        "≈~72.73~%; stol/base 100~%.",
        "Of ≈~42.86~% of the mass the connections are told with the proof asked for; the rest has the lowest index, 10 %. "
        f"{COUNTS['en']} These do not count: claims whose proof is a declaration, 1 (bord/top).",
    )


REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "landfill": "0 %"},
    "capped_by_disassembly": ["reuse"],
    "otherwise": "landfill",
    "evidence": "documented",
}


def test_reuse_that_is_capped_by_disassembly(build):
    goes = shares("end_of_life", "destinations", reuse=100)
    products = [
        chair(part("base", "5 kg", **goes, **connected(EASY)), part("seat", "5 kg", **goes, **connected(OVERLAPPING))),
        desk(part("top", "20 kg", **goes, **connected(EASY))),
    ]
    # 15 + 15 × 8/11 + 40 of 70 kg
    found = assessed(build, REUSE, products=products)
    assert said(found)[0] == (
        "Of 70~kg in all, this goes to a destination with the proof asked for: ≈~65.909~kg to reuse (worth 100~%). The rest "
        "counts as landfill (0~%). By mass that is worth ≈~94.16~%. Of what goes to reuse no more counts than the "
        "disassembly index of a part, and so less than is claimed of: stol/seat ≈~72.73~%."
    )
    found = assessed(build, REUSE, products=[chair(part("base", "10 kg", **goes, **connected(EASY))), desk()])
    assert said(found)[0].endswith("the disassembly index of a part; no claim is above that.")


MARKS = "documentation disassembly tools fasteners years_list_2 years_list_1 delivery_list_2 delivery_list_1 parts_price specific"
FRENCH = {
    "kind": "french_repairability",
    "figure": "recomputed",
    "aggregate": "lowest",
    "tolerance": "0.2",
    "evidence": "documented",
}


def card(printed, mark, proof="paper", **marks):
    """A card on which all marks are the same but for those given; if all are the same, so is the index."""
    every = {name: marks.get(name, mark) for name in MARKS.split()}
    return {"repairability": {"marks": every, "printed": printed, "evidence": proof}}


def test_french_repairability(build):
    # without the 7 for the price of parts, 20 of 100 parts, it is 7 − 1.4
    products = [chair(**card("7.2", "7")), desk(**card("7", "7", parts_price=None))]
    found = assessed(build, FRENCH, products=products, scale=TO_10)
    assert said(found) == (
        "The French repairability index is 5.6 out of 10, recomputed from the marks on the card. Of several products the "
        "lowest counts: stol 7; bord 5.6.",
        "The card of product bord prints 7; its own marks come to 5.6, 1.4 less, which is beyond the tolerance of the "
        "tender.",
    )
    assert said(found, language="nl") == (
        "De Franse repareerbaarheidsindex is 5,6 op 10, herberekend uit de punten op de kaart. Van meerdere producten "
        "telt het laagste: stol 7; bord 5,6.",
        "Op de kaart van product bord staat 7; de eigen punten komen uit op 5,6, 1,4 minder, en dat is meer dan de "
        "tolerantie van de aanbesteding.",
    )
    # (3 × 7.2 + 2 × 7) ÷ 5
    found = assessed(
        build, FRENCH | {"figure": "printed", "aggregate": "mean_by_pieces"}, products=products, scale=TO_10
    )
    assert said(found)[0] == (
        "The French repairability index is 7.12 out of 10, as printed on the card. Of several products the mean counts, by "
        "the number of pieces: stol 7.2; bord 7."
    )


def test_spare_parts(build):
    asked = {
        "kind": "spare_parts",
        "parts": {
            "lift": {"en": "gas lift", "nl": "gasveer"},
            "wheel": {"en": "wheel", "nl": "wiel"},
            "arm": {"en": "arm rest", "nl": "armleuning"},
            "foam": {"en": "foam", "nl": "schuim"},
            "lamp": {"en": "lamp", "nl": "lamp"},
        },
        "available": "10 years",
        "delivery": "5",
        "evidence": "documented",
    }
    offered = {
        "lift": {"available": "8 years", "delivery": "5", "evidence": "paper"},
        "wheel": {"available": "10 years", "delivery": "6", "evidence": "paper"},
        "arm": {"available": "12 years", "delivery": "1", "evidence": "word"},
        "foam": {"available": "10 years", "evidence": "paper"},
        "lamp": None,
    }
    found = assessed(build, asked, spare_parts=offered)
    assert said(found) == (  # 80 % ÷ 5
        "Of the term asked for, spare parts can be had for 16~% on average, each counting the same: gas lift, 8~years where "
        "10~years is asked for (80~%); wheel, not in time: in 6 working days where 5 are asked for; arm rest, 12~years but "
        "without the proof asked for; foam, not in time: no time of delivery is told; lamp, not offered.",
        f"{COUNTS['en']} These do not count: claims whose proof is a declaration, 1 (arm rest); without a claim or without "
        "proof, 1 (lamp).",
    )
    assert said(found, language="nl")[0] == (
        "Reserveonderdelen zijn gemiddeld voor 16~% van de gevraagde termijn te krijgen; elk telt even zwaar: gasveer, "
        "8~jaar waar 10~jaar is gevraagd (80~%); wiel, niet op tijd: in 6 werkdagen waar 5 is gevraagd; armleuning, 12~jaar "
        "maar zonder het gevraagde bewijs; schuim, niet op tijd: geen levertijd opgegeven; lamp, niet aangeboden."
    )


def test_residual_value(build):
    asked = {"kind": "residual_value", "rate": "10 %", "counted": "share_of_price", "evidence": "documented"}
    paid = {
        "chair": {"amount": "121", "after": "2 years", "evidence": "paper"},
        "desk": {"amount": "50", "after": "5 years", "evidence": "word"},
    }
    back = {"share": "100 %", "term": "5 years", "cost": "free", "guarantee": "contractual"}
    offer = {"take_back": back | {"return_values": paid}, "prices": {"chair": "400", "desk": "900"}}
    found = assessed(build, asked, **offer)
    assert said(found) == (  # 3 × 121 ÷ 1.1² = 300, of 3000
        "What is paid for the products when they come back is worth EUR~300.00 today, 10~% of the price of EUR~3,000.00. "
        "Discounted to today at 10~% a year: chair, 3 × EUR~121.00 after 2~years, worth EUR~300.00; desk, 2 × EUR~50.00 "
        "after 5~years, but without the proof asked for.",
        f"{COUNTS['en']} These do not count: claims whose proof is a declaration, 1 (desk).",
    )
    offer["take_back"] = back | {"return_values": {**paid, "desk": None}}
    scale = {"kind": "linear", "zero_at": "0", "full_at": "600"}
    assert said(assessed(build, asked | {"counted": "amount"}, scale=scale, **offer), language="nl")[0] == (
        "Wat bij terugname voor de producten wordt betaald, is vandaag EUR~300,00 waard. Contant gemaakt tegen 10~% per jaar: "
        "chair, 3 × EUR~121,00 na 2~jaar, waard EUR~300,00; desk, niets toegezegd."
    )


COST = {
    "kind": "environmental_cost",
    "prices": "en15804_a2_2023",
    "categories": ["climate_change", "fossil_fuels"],
    "surcharge": {"specific": "0 %", "generic": "30 %"},
    "below_zero": "refused",
    "evidence": "documented",
    "otherwise": "500",
}
FROM_500 = {"kind": "linear", "zero_at": "500", "full_at": "0"}


def profile(climate, fuels, data="specific", proof="paper", declared=None):
    amounts = {"climate_change": climate, **({"fossil_fuels": fuels} if fuels else {})}
    told = {"set": "en15804_a2_2023", "amounts": amounts, "data": data, "evidence": proof}
    return {"impacts": told | ({"declared_cost": declared} if declared else {})}


def test_environmental_cost(build):
    # 3 × 100 + 2 × 100 × 1.3 = 560 kg at 0.116, and 5.6 × 1000 MJ at 0.00033; one desk is 11.6 + 0.33
    products = [chair(**profile("100", "1000")), desk(**profile("100", "1000", "generic", declared="12"))]
    found = assessed(build, COST, products=products, scale=FROM_500)
    assert found["a"]["c0"].measured.value == F(64960 + 1848, 1000)
    assert said(found) == (
        "The environmental cost of all pieces is ≈~EUR~66.81, at the prices of CE Delft for EN 15804+A2, version 2023: "
        "climate change 560 kg CO2-eq at EUR~0.116; depletion of fossil fuels 5,600 MJ at EUR~0.00033. In this the impacts "
        "above 0 of bord have a surcharge of 30~%, as their data are of its kind in general.",
        "The supplier's study states a cost of EUR~12.00 for one piece of product bord; its own impacts at the prices of the "
        "tender, without a surcharge, come to EUR~11.93, EUR~0.07 less.",
    )
    assert said(found, language="nl")[0] == (
        "De milieukosten van alle stuks zijn ≈~EUR~66,81, tegen de prijzen van CE Delft voor EN 15804+A2, versie 2023: "
        "klimaatverandering 560 kg CO2-eq tegen EUR~0,116; uitputting van fossiele brandstoffen 5.600 MJ tegen EUR~0,00033. "
        "Daarin hebben de effecten boven 0 van bord een toeslag van 30~%, omdat de gegevens van dit soort product in het algemeen "
        "zijn."
    )


def test_environmental_cost_where_a_profile_lacks(build):
    products = [chair(**profile("100", "1000")), desk(**profile("100", None, declared="12"))]
    found = assessed(build, COST, products=products, scale=FROM_500)
    assert said(found) == (
        "The environmental cost counts as EUR~500.00: the tender says so where a product has no whole impact profile with "
        "the proof asked for, as here bord.",
        "Of 60~% of the pieces there is a whole impact profile with the proof asked for.",
    )  # of a profile that is not whole no cost is recomputed
    assert said(found, language="nl")[0] == (
        "De milieukosten tellen voor EUR~500,00: dat bepaalt de aanbesteding waar een product geen volledig milieuprofiel met "
        "het gevraagde bewijs heeft, hier bord."
    )


def test_hazardous_substances(build):
    asked = {"kind": "hazardous_substances", "limits": {"lead": "0.1 %", "svhc": "0.1 %"}, "evidence": "documented"}
    clean, lead = ({"lead": share, "svhc": "0 %"} for share in ("0.1 %", "1 %"))

    def holds(substances, proof="paper"):
        return {"hazardous": {"substances": substances, "evidence": proof}}

    parts = [part("base", "5 kg", **holds(clean)), part("seat", "5 kg", **holds(lead))]
    found = assessed(build, asked, products=[chair(*parts), desk(part("top", "20 kg", hazardous=None))])
    assert said(found)[0] == (  # 15 of 70 kg
        "Of 70~kg in all, ≈~21.43~% is known to keep to all limits, in each part: lead 0.1~%; svhc 0.1~%. Above the limit, or "
        "not told: lead in stol/seat, bord/top; svhc in bord/top."
    )
    assert said(found, language="nl")[0] == (
        "Van 70~kg in totaal blijft aantoonbaar ≈~21,43~% in elk onderdeel binnen alle grenzen: lead 0,1~%; svhc 0,1~%. Boven "
        "de grens, of niet opgegeven: lead in stol/seat, bord/top; svhc in bord/top."
    )


PASSPORT = {"kind": "material_passport", "verification": {"declared": "50 %", "documented": "100 %"}}


def passport(proof="paper", upkeep=None, granularity=None, **fields):
    told = {"fields": {"mass": None, "origin": None} | fields, "evidence": proof}
    more = {"upkeep": upkeep, "granularity": granularity}
    return {"passport": told | {name: value for name, value in more.items() if value}}


def described():
    base = part("base", "5 kg", **passport(upkeep="10 years", granularity="item", mass="5 kg", origin="Delft"))
    seat = part("seat", "5 kg", **passport(upkeep="20 years", granularity="model", mass="5 kg"))
    return [chair(base, seat), desk(part("top", "20 kg", **passport("word")))]


def test_passports_by_granularity_upkeep_and_coverage(build):
    asked = {"fields": ["mass", "origin"], "granularity": {"model": "50 %", "batch": "80 %", "item": "100 %"}}
    found = assessed(build, PASSPORT | asked | {"upkeep": "15 years"}, products=described())
    # base 15 × 2/3, seat 15 × 1/2 × 1/2, of 70 kg
    assert found["a"]["c0"].measured.value == F(10 + F(15, 4)) / 70
    assert said(found)[0] == (
        "By mass, fields filled (2 are asked for) and verification, the passports are worth ≈~19.64~%. Not filled of the "
        "fields asked for: mass (bord/top); origin (stol/seat, bord/top). They must be kept for 15~years, and a shorter term "
        "counts in proportion: stol/base 10~years; bord/top 0~years. Each counts by what it is about: a single item 100~%, "
        "stol/base; a model 50~%, stol/seat; not told 0~%, bord/top."
    )
    only = [chair(*described()[0]["parts"]), desk()]
    found = assessed(build, PASSPORT | asked | {"upkeep": "10 years", "coverage": "50 %"}, products=only)
    assert said(found)[0] == (
        "By mass, fields filled (2 are asked for) and verification, the passports are worth 0~%. Below a coverage of 50~% by "
        "mass nothing counts, and ≈~42.86~% has a passport that counts. Not filled of the fields asked for: origin "
        "(stol/seat). They are "
        "kept for the 10~years asked for. Each counts by what it is about: a single item 100~%, stol/base; a model 50~%, "
        "stol/seat."
    )


def test_passports_by_level(build):
    levels = [{"fields": ["mass"], "worth": "40 %"}, {"fields": ["origin"], "worth": "100 %"}]
    found = assessed(build, PASSPORT | {"levels": levels}, products=described())
    assert found["a"]["c0"].measured.value == F(15 + 6, 70)
    assert said(found)[0] == (
        "By mass, the level reached and verification, the passports are worth 30~%. The highest level reached: level 2, "
        "worth 100~%, stol/base; level 1, worth 40~%, stol/seat; no level, worth nothing, bord/top."
    )
    assert said(found, language="nl")[0] == (
        "Gewogen naar massa, naar het bereikte niveau en naar het soort bewijs zijn de paspoorten 30~% waard. Het hoogste "
        "niveau dat is bereikt: niveau 2, waard 100~%, stol/base; niveau 1, waard 40~%, stol/seat; geen niveau, niets waard, "
        "bord/top."
    )


def test_take_back_by_form_and_reporting(build):
    asked = {"kind": "take_back", "within": "10 years", "cost": {"free": "90 %"}, "guarantee": {"contractual": "80 %"}}
    asked |= {"form": {"rental": "100 %", "purchase": "50 %"}, "reporting": {"none": "0 %", "yearly": "70 %"}}
    offer = {"share": "100 %", "term": "10 years", "cost": "free", "guarantee": "contractual"}
    found = assessed(build, asked, take_back=offer | {"form": "purchase", "reporting": "yearly"})
    assert said(found) == (
        "Taken back: 100~%. The term is 10~years, where 10~years is asked for and more does not count. The cost counts 90~%, "
        "the guarantee 80~%, the form of contract 50~%, the reporting 70~%. Multiplied, that is 25.2~%.",
        "",
    )
    assert said(found, language="nl")[0].endswith(
        "De kosten tellen voor 90~%, de garantie voor 80~%, de contractvorm voor 50~%, de verantwoording voor 70~%. Met "
        "elkaar vermenigvuldigd is dat 25,2~%."
    )


# what the supplier states itself

DECLARED = {"declared": {"material_circularity": "77.5 %", "untp_circularity": "70 %", "disassembly": "100 %"}}


@pytest.mark.parametrize(
    ("indicator", "difference", "english"),
    [
        # 1 − 0.9 × 1/4, as in the first test
        (MCI, F(0), "77.5~%, which is the same"),
        # over parts: the seat is all of the chair
        (MCI | {"over": "parts"}, F(0), "77.5~%, which is the same"),
        (UNTP, F(1, 20), "75~%, 5 percentage points more"),  # 1 − (1/2 + 0) ÷ 2
        (DISASSEMBLY, F(8, 11) - 1, "≈~72.73~%, ≈~27.27 percentage points less"),
    ],
)
def test_a_figure_that_the_supplier_states_is_told_beside_what_comes_of_its_own_bid(
    build, indicator, difference, english
):
    seat = part("seat", "10 kg", **flows(50, 100), **connected(OVERLAPPING))
    found = assessed(build, indicator, products=[chair(seat, **DECLARED), desk()])
    (reason,) = ct.explain(found, "a").reasons
    (stated,) = reason.stated
    assert (stated.product, stated.name, stated.difference) == ("stol", indicator["kind"], difference)
    assert f"comes to {english}." in said(found)[1].replace("come to", "comes to")
    (score,) = json.loads(ct.to_json(ct.explain(found, "a")))["scores"]
    (written,) = score["stated"]
    assert (written["product"], written["figure"], F(written["difference"])) == ("stol", indicator["kind"], difference)
    last = ct.explain(found, "a").step(int(written["steps"][-1]))
    assert last.count == 2  # a value for each product
    # whether it is stated or not, the points are the same
    without = assessed(build, indicator, products=[chair(seat), desk()])
    assert without["a"]["c0"].points == found["a"]["c0"].points
    assert ct.explain(without, "a").reasons[0].stated == ()


def test_what_no_part_accounts_for_counts_as_the_least_in_what_is_recomputed(build):
    # 5 of 10 kg described: half of what the part has, and half of the least, 10 %
    seat = part("seat", "5 kg", **flows(50, 100), **connected(EASY))
    found = assessed(build, MCI | {"over": "parts"}, DISASSEMBLY, products=[chair(seat, **DECLARED), desk()])
    counted = [one.counted for reason in ct.explain(found, "a").reasons for one in reason.stated]
    assert counted == [(F(775, 1000) + F(1, 10)) / 2, (1 + F(1, 10)) / 2]


def test_what_a_card_prints_is_told_beyond_the_tolerance_only(build):
    products = [chair(**card("7.2", "7")), desk(**card("7.21", "7"))]
    found = assessed(build, FRENCH, products=products, scale=TO_10)
    assert [(one.product, one.stated, one.counted) for one in ct.explain(found, "a").reasons[0].stated] == [
        ("bord", F(721, 100), F(7))
    ]
    assert found["a"].rank == 1  # nothing is rejected for it


def test_what_is_recomputed_is_what_its_leaves_give_again(build):
    seat = part("seat", "10 kg", **flows(50, 100), **connected(OVERLAPPING))
    cards = card("8", "7") | profile("100", "1000", declared="12")
    assessment = assessed(build, MCI, UNTP, DISASSEMBLY, products=[chair(seat, **DECLARED), desk()])
    of_cards = assessed(build, FRENCH, products=[chair(**cards), desk(**cards)], scale=TO_10)
    costs = assessed(build, COST, products=[chair(**cards), desk(**cards)], scale=FROM_500)
    restated = [one for made in (assessment, of_cards, costs) for one in made["a"].restated]
    assert [one.name for one in restated] == [
        "material_circularity", "untp_circularity", "disassembly", "printed", "declared_cost"
    ]  # fmt: skip
    for one in restated:
        assert [replay(node) for node in one.nodes] == [node.value for node in one.nodes]


def test_what_is_stated_in_dutch(build):
    seat = part("seat", "10 kg", **flows(50, 100), **connected(OVERLAPPING))
    found = assessed(build, MCI, UNTP, DISASSEMBLY, products=[chair(seat, **DECLARED), desk()])
    assert [said(found, f"c{n}", "nl")[1].partition("De leverancier")[2].partition(". ")[0] for n in range(3)] == [
        " noemt voor product stol een materiaalcirculariteit van 77,5~%; volgens de regels van de aanbesteding komt de eigen "
        "stuklijst uit op 77,5~%, en dat is gelijk",
        " noemt voor product stol een circulariteit (UNTP) van 70~%; volgens de regels van de aanbesteding komt de eigen "
        "stuklijst uit op 75~%, 5 procentpunt meer",
        " noemt voor product stol een losmaakbaarheidsindex van 100~%; volgens de regels van de aanbesteding komen de eigen "
        "verbindingen uit op ≈~72,73~%, ≈~27,27 procentpunt minder",
    ]


# proof


def test_proof_must_be_in_force_on_the_day_of_the_criterion_or_else_of_the_tender(build):
    products = [chair(part("seat", "10 kg", **flows(50, 100, "old"))), desk()]
    day = {"reference_date": "2026-03-01"}
    found = assessed(
        build, UNTP, UNTP | {"valid_on": "2026-02-01"}, UNTP | {"valid_on": "2026-01-31"}, products=products, tender=day
    )
    proofs = [reason.proof for reason in ct.explain(found, "a").reasons]
    assert [str(proof.on) for proof in proofs] == ["2026-03-01", "2026-02-01", "2026-01-31"]
    assert {proof.kinds for proof in proofs} == {("contractual", "documented", "third_party")}
    assert "was no longer valid on 1~March 2026, 1 (stol/seat)" in said(found, "c0")[1]
    assert "was no longer valid on 1~February 2026, 1 (stol/seat)" in said(found, "c1")[1]
    assert "no longer valid" not in said(found, "c2")[1]
    assert "niet meer geldig was op 1~februari 2026, 1 keer (stol/seat)" in said(found, "c1", "nl")[1]


def test_a_claim_that_a_decision_clarified_is_named_by_its_place_in_the_bid(build):
    claim = {"shares": {"recycled": "50 %"}, "evidence": "word"}
    log = {
        "kind": "clarification",
        "bid": "a",
        "pointer": "/products/0/parts/0/feedstock",
        "old": flows(50, 100)["feedstock"],
        "new": claim,
        "at": "2026-11-01T09:00:00Z",
        "by": "officer",
        "reason": "asked",
    }
    found = assessed(build, UNTP, products=[CHAIR, desk()], log=[log])
    (reason,) = ct.explain(found, "a").reasons
    assert [one.pointer for one in reason.unproven] == ["/products/0/parts/0/feedstock/evidence"]
    assert "claims whose proof is a declaration, 1 (stol/seat)" in said(found)[1]


SHARED = "The same proof, paper (“Data sheet”), also carries: {}."


def test_a_proof_that_carries_several_criteria_is_told_with_each(build):
    products = [
        chair(part("seat", "10 kg", **flows(50, 100), **connected(EASY))),
        desk(part("top", "20 kg", **flows(100, 100, "word"), connections=None)),
    ]
    rules = {"bidder": PUBLIC, "public": PUBLIC}
    found = assessed(build, MCI, UNTP, DISASSEMBLY, products=products, tender={"disclosure": rules})
    assert [
        said(found, f"c{n}")[1].endswith(SHARED.format(others))
        for n, others in enumerate(("c1, c2", "c0, c2", "c0, c1"))
    ] == [True] * 3
    assert said(found, "c0", "nl")[1].endswith("Hetzelfde bewijs, paper (“Data sheet”), draagt ook: c1, c2.")
    reasons = ct.explain(found, "a").reasons
    assert [[(one.evidence, one.criteria) for one in reason.shared] for reason in reasons] == [
        [("paper", ("c1", "c2"))],
        [("paper", ("c0", "c2"))],
        [("paper", ("c0", "c1"))],
    ]  # `word` carries nothing: a declaration does not count
    written = json.loads(ct.to_json(ct.explain(found, "a")))["scores"]
    assert written[0]["shared_proof"] == [{"evidence": "paper", "criteria": ["c1", "c2"]}]
    # its bidder reads it, the public does not, though the reasons are released
    own, public = (ct.explain(found, "a", reader=reader) for reader in ("bidder", "public"))
    assert [reason.shared for reason in own.reasons] == [reason.shared for reason in reasons]
    assert [reason.shared for reason in public.reasons] == [()] * 3
    assert "The same proof" in ct.to_text(own, language="en")
    assert "The same proof" not in ct.to_text(public, language="en")
    assert "shared_proof" not in ct.to_json(public)


def test_a_passport_and_an_answer_share_a_proof_too(build):
    answer = {"kind": "answer", "asks": "ratio", "evidence": "documented", "otherwise": "0 %"}
    given = {"c1": {"value": "50 %", "evidence": "paper"}}
    asked = PASSPORT | {"fields": ["mass"], "upkeep": "15 years"}
    found = assessed(build, asked, answer, products=described(), answers=given)
    assert [reason.shared[0].criteria for reason in ct.explain(found, "a").reasons] == [("c1",), ("c0",)]
    assert [
        reason.shared
        for reason in ct.explain(
            assessed(build, answer, products=described(), answers={"c0": given["c1"]}), "a"
        ).reasons
    ] == [()]


@pytest.mark.parametrize("releases", [(), ("name", "rank", "total", "points")])
def test_who_may_not_read_the_reasons_reads_no_figure_and_no_proof(build, releases):
    seat = part("seat", "10 kg", **flows(50, 100), **connected(OVERLAPPING))
    rule = {"releases": list(releases), "references": True, "ground": "so"}
    found = assessed(
        build,
        MCI,
        UNTP,
        DISASSEMBLY,
        products=[chair(seat, **DECLARED), desk()],
        tender={"disclosure": {"public": rule}},
    )
    explanation = ct.explain(found, "a", reader="public")
    assert (explanation.reasons, explanation.steps) == ((), ())
    for page in (
        ct.to_text(explanation, language="en"),
        ct.to_html(explanation, language="en"),
        ct.to_json(explanation),
    ):
        assert [word for word in ("77.5", "stol", "Data sheet", "supplier states", "8/11") if word in page] == []


def test_columns_of_a_bid_are_its_own(build):
    """A step holds the values of its column only where they are of this bid, whoever reads and whatever is released."""
    other = build.bid("b", evidence=PROOFS, products=[CHAIR, desk()], prices={"chair": "1", "desk": "1"})
    leaves = [build.leaf("c0", 10, MCI, WHOLE), build.priced()]
    tender = build.tender(*leaves, lines=(("chair", 3), ("desk", 2)))
    bids = ct.read_bids(
        [build.bid("a", evidence=PROOFS, products=[CHAIR, DESK], prices={"chair": "7", "desk": "9"}), other]
    )
    explanation = ct.explain(ct.assess(tender, bids, None), "a")
    lowest = next(step for step in explanation.steps if step.formula == "lowest")
    assert [operand.column for operand in lowest.operands] == [()]
    schedule = next(step for step in explanation.steps if step.formula == "schedule_total")
    assert schedule["unit_price"].column == (F(7), F(9))
