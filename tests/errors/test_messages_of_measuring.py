"""What is said of tenders that measure products, and of bids that do not answer them, word for word.

The expected texts are written out here; nothing is built from the table of sentences itself.
"""

import pytest
from bilingual import problems_of
from in_depth import BID, GONE, KINDS, LOTS, TENDER, put

import circular_tender as ct

MCI, UNTP, DISASSEMBLY, FRENCH, BIOBASED, SPARE, RESIDUAL, COST, HAZARDOUS, PASSPORT, TAKE_BACK, REUSE = (
    f"/criteria/{number}" for number in range(12)
)
P, A = "/products/0", "/products/0/parts/0"


def told(tender=TENDER, bid=BID):
    """Return everything that is wrong with the documents, as text."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess(ct.read_tender(tender), ct.read_bids(bid))
    return [str(problem) for problem in problems_of(raised.value)]


def test_the_documents_as_they_are_can_be_assessed():
    assert ct.assess(ct.read_tender(TENDER), ct.read_bids(BID)).winner == "acme"


IN_THE_TENDER = [
    # scales that earn more for less
    (
        f"{MCI}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {MCI}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of material_circularity, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{UNTP}/scale",
        {"kind": "steps", "steps": [{"at_most": "50 %", "earns": "100 %"}], "otherwise": "0 %"},
        [
            f'tender {UNTP}/scale\n    found "steps" [scale-rewards-less]\n    The scale steps gives more for less of untp_circularity, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{DISASSEMBLY}/scale",
        {"kind": "interpolate", "points": [{"at": "10 %", "earns": "100 %"}, {"at": "90 %", "earns": "0 %"}]},
        [
            f'tender {DISASSEMBLY}/scale\n    found "interpolate" [scale-rewards-less]\n    The scale interpolate gives more for less of disassembly, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{FRENCH}/scale",
        {"kind": "power_of_reference", "reference": "5", "exponent": "-1", "at_zero": "0 %", "bounds": "cut"},
        [
            f'tender {FRENCH}/scale\n    found "power_of_reference" [scale-rewards-less]\n    The scale power_of_reference gives more for less of french_repairability, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{BIOBASED}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {BIOBASED}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of biobased_content, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{SPARE}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {SPARE}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of spare_parts, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{RESIDUAL}/scale",
        {"kind": "lowest_over_own"},
        [
            f'tender {RESIDUAL}/scale\n    found "lowest_over_own" [scale-rewards-less]\n    The scale lowest_over_own gives more for less of residual_value, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{COST}/scale",
        {"kind": "linear", "zero_at": "0", "full_at": "1000"},
        [
            f'tender {COST}/indicator/otherwise\n    found "1000" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale linear gives for any value; change otherwise, or choose another scale.'
        ],
    ),
    (
        f"{COST}/scale",
        {"kind": "lowest_over_own"},
        [
            f'tender {COST}/indicator/otherwise\n    found "1000" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale lowest_over_own gives for any value; change otherwise, or choose another scale.'
        ],
    ),
    (
        f"{HAZARDOUS}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {HAZARDOUS}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of hazardous_substances, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{PASSPORT}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {PASSPORT}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of material_passport, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{TAKE_BACK}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {TAKE_BACK}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of take_back, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    (
        f"{REUSE}/scale",
        {"kind": "linear", "zero_at": "100 %", "full_at": "0 %"},
        [
            f'tender {REUSE}/scale\n    found "linear" [scale-rewards-less]\n    The scale linear gives more for less of reuse_at_end_of_life, so that what is not told or proven would earn the most; turn the scale, or choose another.'
        ],
    ),
    # what counts for whoever does not tell
    (
        f"{MCI}/indicator/other_materials",
        "glass",
        [
            f'tender {MCI}/indicator/other_materials\n    found "glass" [other-unknown]\n    The key other_materials names a row of efficiencies: metal, wood.'
        ],
    ),
    (
        f"{MCI}/indicator/other_materials",
        "metal",
        [
            f'tender {MCI}/indicator/efficiencies/metal/feedstock\n    found "metal" [other-not-worst]\n    A part that does not say of what it is made may not count for more than one that does; the lowest here is that of: wood.',
            f'tender {MCI}/indicator/efficiencies/metal/recycling\n    found "metal" [other-not-worst]\n    A part that does not say of what it is made may not count for more than one that does; the lowest here is that of: wood.',
        ],
    ),
    (
        f"{MCI}/indicator/efficiencies/wood/feedstock",
        "33.3 %",
        [
            f'tender {MCI}/indicator/efficiencies/wood/feedstock\n    found "33.3 %" [feedstock-efficiency]\n    Where less than a third becomes recycled feedstock, more of it can worsen the indicator, so that what is not told would count for more than what is; state a third or more.'
        ],
    ),
    (
        f"{MCI}/indicator/efficiencies/wood/recycling",
        "81 %",
        [
            f'tender {MCI}/indicator/efficiencies/wood/recycling\n    found "wood" [other-not-worst]\n    A part that does not say of what it is made may not count for more than one that does; the lowest here is that of: metal.'
        ],
    ),
    (
        f"{BIOBASED}/indicator/otherwise",
        "certified",
        [
            f'tender {BIOBASED}/indicator/otherwise\n    found "certified" [otherwise-not-worst]\n    What has no proof may not count for more than what has; name the one worth least: virgin, recycled, reused.'
        ],
    ),
    (
        f"{REUSE}/indicator/otherwise",
        "energy",
        [
            f'tender {REUSE}/indicator/otherwise\n    found "energy" [otherwise-not-worst]\n    What has no proof may not count for more than what has; name the one worth least: landfill.'
        ],
    ),
    (
        f"{COST}/indicator/otherwise",
        "999",
        [
            f'tender {COST}/indicator/otherwise\n    found "999" [otherwise-earns]\n    What is not answered or not proven may not earn more than the least that the scale linear gives for any value; change otherwise, or choose another scale.'
        ],
    ),
    # material circularity
    (
        f"{MCI}/indicator/version",
        "2015",
        [
            f'tender {MCI}/indicator/feedstock/certified\n    found "sustained" [biological-in-2015]\n    The indicator of 2015 knows technical cycles alone and no sustained; write version: 2019.',
            f'tender {MCI}/indicator/destinations/compost\n    found "compost" [biological-in-2015]\n    The indicator of 2015 knows technical cycles alone and no compost; write version: 2019.',
            f'tender {MCI}/indicator/destinations/energy\n    found "energy" [biological-in-2015]\n    The indicator of 2015 knows technical cycles alone and no energy; write version: 2019.',
        ],
    ),
    (
        f"{MCI}/indicator/version",
        "2020",
        [f'tender {MCI}/indicator/version\n    found "2020" [unknown-choice]\n    One of 2015, 2019 is expected.'],
    ),
    (
        f"{MCI}/indicator/destinations",
        {"reuse": "reuse", "recycle": "recycle", "compost": "compost", "energy": "lost", "landfill": "lost"},
        [
            f"tender {MCI}/indicator/energy\n    found nothing (null) [energy-without-destination]\n    No destination here is energy, so this would count for nothing; name one, or leave it out."
        ],
    ),
    (
        f"{MCI}/indicator/efficiencies/metal/feedstock",
        "0 %",
        [
            f'tender {MCI}/indicator/efficiencies/metal/feedstock\n    found "0 %" [not-positive]\n    This must be more than 0.'
        ],
    ),
    (
        f"{MCI}/indicator/efficiencies/metal/recycling",
        "101 %",
        [
            f'tender {MCI}/indicator/efficiencies/metal/recycling\n    found "101 %" [share-outside]\n    A share lies between 0 % and 100 %.'
        ],
    ),
    # the lines that a utility is for
    (
        f"{MCI}/indicator/utility/lifetime",
        {"chair": "10 years"},
        [
            f"tender {MCI}/indicator/utility/lifetime/desk\n    found nothing (null) [utility-of-line]\n    The line desk needs a figure here too, with which its product is compared."
        ],
    ),
    (
        f"{MCI}/indicator/utility/intensity",
        {"chair": "10"},
        [
            f"tender {MCI}/indicator/utility/intensity/desk\n    found nothing (null) [utility-of-line]\n    The line desk needs a figure here too, with which its product is compared."
        ],
    ),
    (
        f"{MCI}/indicator/utility/lifetime/dsk",
        "20 years",
        [
            f"tender {MCI}/indicator/utility/lifetime/dsk\n    found \"dsk\" [unknown-line]\n    The tender has no line of this id. Was 'desk' meant?"
        ],
    ),
    (
        f"{UNTP}/indicator/utility/lifetime",
        {"desk": "10 years"},
        [
            f"tender {UNTP}/indicator/utility/lifetime/chair\n    found nothing (null) [utility-of-line]\n    The line chair needs a figure here too, with which its product is compared."
        ],
    ),
    (
        f"{UNTP}/indicator/utility/lifetime/chair",
        "0 years",
        [
            f'tender {UNTP}/indicator/utility/lifetime/chair\n    found "0 years" [not-positive]\n    This must be more than 0.'
        ],
    ),
    # passports
    (
        f"{PASSPORT}/indicator/fields",
        ["material"],
        [
            f"tender {PASSPORT}/indicator\n    found nothing (null) [fields-or-levels]\n    A material passport is asked by fields or by levels: write one of the two."
        ],
    ),
    (
        f"{PASSPORT}/indicator/levels",
        None,
        [
            f"tender {PASSPORT}/indicator\n    found nothing (null) [fields-or-levels]\n    A material passport is asked by fields or by levels: write one of the two."
        ],
    ),
    (
        f"{PASSPORT}/indicator/levels/1/worth",
        "40 %",
        [
            f'tender {PASSPORT}/indicator/levels/1/worth\n    found "40 %" [levels-worth-order]\n    A higher level must be worth more than the one below, 40 %.'
        ],
    ),
    (
        f"{PASSPORT}/indicator/levels/2/worth",
        "69.9 %",
        [
            f'tender {PASSPORT}/indicator/levels/2/worth\n    found "69.9 %" [levels-worth-order]\n    A higher level must be worth more than the one below, 70 %.'
        ],
    ),
    (
        f"{PASSPORT}/indicator/levels/1/fields",
        ["mass"],
        [
            f'tender {PASSPORT}/indicator/levels/1/fields/0\n    found "mass" [duplicate-id]\n    The id mass stands twice, first at {PASSPORT}/indicator/levels/0/fields/1.'
        ],
    ),
    (
        f"{PASSPORT}/indicator/levels/1/fields",
        ["origin", "origin"],
        [
            f'tender {PASSPORT}/indicator/levels/1/fields/1\n    found "origin" [duplicate-id]\n    The id origin stands twice, first at {PASSPORT}/indicator/levels/1/fields/0.'
        ],
    ),
    # destinations
    (
        f"{REUSE}/indicator/destinations/recycle",
        "100.1 %",
        [
            f'tender {REUSE}/indicator/destinations/recycle\n    found "100.1 %" [share-outside]\n    A share lies between 0 % and 100 %.'
        ],
    ),
    # what tells or binds less and counts for more
    (
        f"{PASSPORT}/indicator/verification/declared",
        "81 %",
        [
            f'tender {PASSPORT}/indicator/verification/declared\n    found "81 %" [weaker-worth-more]\n    This tells or binds less than documented, so that it may not count for more than that, 80 %.'
        ],
    ),
    (
        f"{PASSPORT}/indicator/granularity/model",
        "80.5 %",
        [
            f'tender {PASSPORT}/indicator/granularity/model\n    found "80.5 %" [weaker-worth-more]\n    This tells or binds less than batch, so that it may not count for more than that, 80 %.'
        ],
    ),
    (
        f"{TAKE_BACK}/indicator/guarantee/declared",
        "81 %",
        [
            f'tender {TAKE_BACK}/indicator/guarantee/declared\n    found "81 %" [weaker-worth-more]\n    This tells or binds less than contractual, so that it may not count for more than that, 80 %.'
        ],
    ),
    (
        f"{COST}/indicator/surcharge/specific",
        "31 %",
        [
            f'tender {COST}/indicator/surcharge/specific\n    found "31 %" [weaker-worth-more]\n    This tells or binds less than generic, so that it may not count for more than that, 30 %.'
        ],
    ),
    (
        f"{REUSE}/indicator/destinations/energy",
        "41 %",
        [
            f'tender {REUSE}/indicator/destinations/energy\n    found "41 %" [ladder-rises]\n    This stands below recycle on the R-ladder, so that it may not be worth more than that, 40 %.'
        ],
    ),
    (
        f"{REUSE}/indicator/capped_by_disassembly",
        ["resue"],
        [
            f"tender {REUSE}/indicator/capped_by_disassembly/0\n    found \"resue\" [unknown-row]\n    The tender's table has the rows reuse, recycle, compost, energy, landfill. Was 'reuse' meant?"
        ],
    ),
    (
        f"{REUSE}/indicator/capped_by_disassembly",
        ["reuse", "recycle", "reuse"],
        [
            f'tender {REUSE}/indicator/capped_by_disassembly/2\n    found "reuse" [duplicate-id]\n    The id reuse stands twice, first at {REUSE}/indicator/capped_by_disassembly/0.'
        ],
    ),
    # environmental prices
    (
        "/currency",
        "SEK",
        [
            f'tender {COST}/indicator/prices\n    found "en15804_a2_2023" [priced-in-euro]\n    The prices of this set are in EUR, and this tender is in SEK; no rate of exchange is part of it.'
        ],
    ),
    (
        f"{COST}/indicator/categories",
        ["climate_change_fossil", "climate_change"],
        [
            f'tender {COST}/indicator/categories/0\n    found "climate_change_fossil" [climate-twice]\n    Climate change as a whole holds this already, so that it would count twice; leave one out.'
        ],
    ),
    (
        f"{COST}/indicator/categories",
        ["acidification", "acidification"],
        [
            f'tender {COST}/indicator/categories/1\n    found "acidification" [duplicate-id]\n    The id acidification stands twice, first at {COST}/indicator/categories/0.'
        ],
    ),
    (
        f"{COST}/indicator/categories",
        ["radiation"],
        [
            f"tender {COST}/indicator/categories/0\n    found \"radiation\" [unknown-choice]\n    One of climate_change, climate_change_fossil, climate_change_biogenic, climate_change_land_use, ozone_depletion, acidification, eutrophication_freshwater, eutrophication_marine, eutrophication_terrestrial, photochemical_ozone, minerals_and_metals, fossil_fuels, water_use is expected. Was 'acidification' meant?"
        ],
    ),
    (
        f"{COST}/indicator/prices",
        "en15804_a1",
        [
            f"tender {COST}/indicator/prices\n    found \"en15804_a1\" [unknown-choice]\n    One of en15804_a2_2023 is expected. Was 'en15804_a2_2023' meant?"
        ],
    ),
    # the reference basket
    (
        "/reference_basket",
        {"chairs": "3"},
        [
            "tender /reference_basket/chairs\n    found \"chairs\" [unknown-line]\n    The tender has no line of this id. Was 'chair' meant?"
        ],
    ),
    (
        "/reference_basket",
        {"chair": "0"},
        ['tender /reference_basket/chair\n    found "0" [not-positive]\n    This must be more than 0.'],
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_THE_TENDER)
def test_what_is_wrong_with_a_measure_of_the_tender(at, value, expected):
    assert told(tender=put(TENDER, at, value)) == expected


IN_A_BID = [
    # names that the tender's tables do not have
    (
        f"{A}/material_group",
        "metl",
        [
            f"bid 1 {A}/material_group\n    found \"metl\" [unknown-row]\n    The tender's table has the rows metal, wood. Was 'metal' meant?"
        ],
    ),
    (
        f"{A}/hazardous/substances",
        {"leed": "0 %"},
        [
            f"bid 1 {A}/hazardous/substances/leed\n    found \"leed\" [unknown-row]\n    The tender's table has the rows lead, cadmium. Was 'lead' meant?"
        ],
    ),
    (
        f"{A}/feedstock/shares",
        {"oar": "1 %"},
        [
            f'bid 1 {A}/feedstock/shares/oar\n    found "oar" [unknown-feedstock]\n    The tender knows the feedstocks virgin, recycled, reused, certified.'
        ],
    ),
    (
        f"{A}/feedstock/shares",
        {"recyled": "1 %"},
        [
            f"bid 1 {A}/feedstock/shares/recyled\n    found \"recyled\" [unknown-feedstock]\n    The tender knows the feedstocks virgin, recycled, reused, certified. Was 'recycled' meant?"
        ],
    ),
    (
        f"{A}/end_of_life/destinations",
        {"recycled": "1 %"},
        [
            f"bid 1 {A}/end_of_life/destinations/recycled\n    found \"recycled\" [unknown-destination]\n    The tender knows the destinations reuse, recycle, compost, energy, landfill. Was 'recycle' meant?"
        ],
    ),
    (
        f"{A}/passport/evidence",
        "promise",
        [
            f'bid 1 {A}/passport/evidence\n    found "contractual" [unknown-row]\n    The tender\'s table has the rows declared, documented, third_party.'
        ],
    ),
    (
        "/spare_parts/caster",
        None,
        [
            "bid 1 /spare_parts/caster\n    found \"caster\" [unknown-row]\n    The tender's table has the rows castor, gas-lift. Was 'castor' meant?"
        ],
    ),
    (
        "/take_back/form",
        "rent",
        [
            "bid 1 /take_back/form\n    found \"rent\" [unknown-row]\n    The tender's table has the rows purchase_take_back, rental. Was 'rental' meant?"
        ],
    ),
    (
        "/take_back/form",
        "lease",
        [
            'bid 1 /take_back/form\n    found "lease" [unknown-row]\n    The tender\'s table has the rows purchase_take_back, rental.'
        ],
    ),
    (
        "/take_back/reporting",
        "monthly",
        [
            'bid 1 /take_back/reporting\n    found "monthly" [unknown-row]\n    The tender\'s table has the rows none, yearly.'
        ],
    ),
    (
        "/take_back/return_values/chairs",
        None,
        [
            "bid 1 /take_back/return_values/chairs\n    found \"chairs\" [unknown-line]\n    The tender has no line of this id. Was 'chair' meant?"
        ],
    ),
    (
        f"{P}/impacts/amounts/climat_change",
        "1",
        [
            f"bid 1 {P}/impacts/amounts/climat_change\n    found \"climat_change\" [unknown-row]\n    The tender's table has the rows climate_change, climate_change_fossil, climate_change_biogenic, climate_change_land_use, ozone_depletion, acidification, eutrophication_freshwater, eutrophication_marine, eutrophication_terrestrial, photochemical_ozone, minerals_and_metals, fossil_fuels, water_use. Was 'climate_change' meant?"
        ],
    ),
    (
        f"{P}/line",
        "chairs",
        [
            f"bid 1 {P}/line\n    found \"chairs\" [unknown-line]\n    The tender has no line of this id. Was 'chair' meant?",
            "bid 1 /products\n    found nothing (null) [product-missing]\n    There is no product for the line chair.",
        ],
    ),
    # values that do not answer the tender
    (
        f"{P}/impacts/set",
        "en15804_a1",
        [
            f'bid 1 {P}/impacts/set\n    found "en15804_a1" [impacts-of-other-set]\n    The tender asks for impacts for the set en15804_a2_2023; figures for another are not compared with it.'
        ],
    ),
    (
        f"{P}/impacts/amounts/climate_change",
        "-1",
        [
            f'bid 1 {P}/impacts/amounts/climate_change\n    found "-1" [impact-below-zero]\n    The tender allows no impact below 0.'
        ],
    ),
    (
        f"{P}/impacts/amounts/water_use",
        "-1",
        [
            f'bid 1 {P}/impacts/amounts/water_use\n    found "-1" [impact-below-zero]\n    The tender allows no impact below 0.'
        ],
    ),
    (
        "/take_back/return_values/chair/after",
        "8 months",
        [
            'bid 1 /take_back/return_values/chair/after\n    found "8 months" [term-not-hundredths]\n    In years this term needs more than 2 decimals, from which no value of today follows; write whole years, or halves or quarters.'
        ],
    ),
    (
        "/take_back/return_values/chair/after",
        "1.005 years",
        [
            'bid 1 /take_back/return_values/chair/after\n    found "1.005 years" [term-not-hundredths]\n    In years this term needs more than 2 decimals, from which no value of today follows; write whole years, or halves or quarters.'
        ],
    ),
    (
        "/take_back/return_values/chair/after",
        "100.5 years",
        [
            'bid 1 /take_back/return_values/chair/after\n    found "100.5 years" [term-too-long]\n    What is paid after more than 100 years is not counted; write a term of at most 100 years.'
        ],
    ),
    # what a bid is silent on
    (
        f"{A}/feedstock",
        GONE,
        [
            f"bid 1 {A}/feedstock\n    found nothing (null) [answer-missing]\n    The tender asks for feedstock. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{A}/end_of_life",
        GONE,
        [
            f"bid 1 {A}/end_of_life\n    found nothing (null) [answer-missing]\n    The tender asks for end_of_life. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{A}/passport",
        GONE,
        [
            f"bid 1 {A}/passport\n    found nothing (null) [answer-missing]\n    The tender asks for passport. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{A}/connections",
        GONE,
        [
            f"bid 1 {A}/connections\n    found nothing (null) [answer-missing]\n    The tender asks for connections. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{A}/hazardous",
        GONE,
        [
            f"bid 1 {A}/hazardous\n    found nothing (null) [answer-missing]\n    The tender asks for hazardous. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{P}/use",
        GONE,
        [
            f"bid 1 {P}/use\n    found nothing (null) [answer-missing]\n    The tender asks for use. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{P}/repairability",
        GONE,
        [
            f"bid 1 {P}/repairability\n    found nothing (null) [answer-missing]\n    The tender asks for repairability. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{P}/impacts",
        GONE,
        [
            f"bid 1 {P}/impacts\n    found nothing (null) [answer-missing]\n    The tender asks for impacts. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        f"{P}/use/intensity",
        GONE,
        [
            f"bid 1 {P}/use/intensity\n    found nothing (null) [answer-missing]\n    The tender asks for intensity. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back",
        GONE,
        [
            "bid 1 /take_back\n    found nothing (null) [answer-missing]\n    The tender asks for take_back. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back/form",
        GONE,
        [
            "bid 1 /take_back/form\n    found nothing (null) [answer-missing]\n    The tender asks for form. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back/form",
        None,
        [
            "bid 1 /take_back/form\n    found nothing (null) [answer-missing]\n    The tender asks for form. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back/reporting",
        GONE,
        [
            "bid 1 /take_back/reporting\n    found nothing (null) [answer-missing]\n    The tender asks for reporting. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back/return_values/desk",
        GONE,
        [
            "bid 1 /take_back/return_values/desk\n    found nothing (null) [answer-missing]\n    The tender asks for desk. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/take_back/return_values",
        GONE,
        [
            "bid 1 /take_back/return_values/chair\n    found nothing (null) [answer-missing]\n    The tender asks for chair. Write it; what may be left unanswered is written null.",
            "bid 1 /take_back/return_values/desk\n    found nothing (null) [answer-missing]\n    The tender asks for desk. Write it; what may be left unanswered is written null.",
        ],
    ),
    (
        "/spare_parts",
        GONE,
        [
            "bid 1 /spare_parts\n    found nothing (null) [answer-missing]\n    The tender asks for spare_parts. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/spare_parts/castor",
        GONE,
        [
            "bid 1 /spare_parts/castor\n    found nothing (null) [answer-missing]\n    The tender asks for castor. Write it; what may be left unanswered is written null."
        ],
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), IN_A_BID)
def test_what_does_not_answer_the_tender(at, value, expected):
    assert told(bid=put(BID, at, value)) == expected


WHEN_READ = [
    # shares
    (
        f"{A}/hazardous/substances",
        {"lead": "60 %", "cadmium": "50 %"},
        [
            f"bid 1 {A}/hazardous/substances\n    found 110 % [shares-above-whole]\n    The shares add up to 110 %, more than 100 %."
        ],
    ),
    # proofs that the bid does not list
    (
        f"{A}/feedstock/evidence",
        "studie",
        [
            f"bid 1 {A}/feedstock/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{A}/end_of_life/evidence",
        "studie",
        [
            f"bid 1 {A}/end_of_life/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{A}/passport/evidence",
        "studie",
        [
            f"bid 1 {A}/passport/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{A}/connections/evidence",
        "studie",
        [
            f"bid 1 {A}/connections/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{A}/hazardous/evidence",
        "studie",
        [
            f"bid 1 {A}/hazardous/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{P}/use/evidence",
        "studie",
        [
            f"bid 1 {P}/use/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{P}/repairability/evidence",
        "studie",
        [
            f"bid 1 {P}/repairability/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        f"{P}/impacts/evidence",
        "studie",
        [
            f"bid 1 {P}/impacts/evidence\n    found \"studie\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'study' meant?"
        ],
    ),
    (
        "/take_back/return_values/chair/evidence",
        "promiss",
        [
            "bid 1 /take_back/return_values/chair/evidence\n    found \"promiss\" [unknown-evidence]\n    The bid lists no evidence of this id. Was 'promise' meant?"
        ],
    ),
    (
        "/spare_parts/castor/evidence",
        "handshake",
        [
            'bid 1 /spare_parts/castor/evidence\n    found "handshake" [unknown-evidence]\n    The bid lists no evidence of this id.'
        ],
    ),
    (
        f"{A}/hazardous/evidence",
        GONE,
        [
            f"bid 1 {A}/hazardous/evidence\n    found nothing (null) [missing-key]\n    The key evidence is missing. Write it; what may be left unanswered is written null."
        ],
    ),
    # words and numbers
    (
        f"{A}/passport/granularity",
        "thing",
        [
            f'bid 1 {A}/passport/granularity\n    found "thing" [unknown-choice]\n    One of model, batch, item is expected.'
        ],
    ),
    (
        f"{A}/passport/upkeep",
        "10",
        [f'bid 1 {A}/passport/upkeep\n    found "10" [unit-missing]\n    Write the unit: 15 years.'],
    ),
    (
        f"{A}/connections/load_bearing",
        [],
        [
            f"bid 1 {A}/connections/load_bearing\n    found an empty list [empty-list]\n    At least one entry is expected here."
        ],
    ),
    (
        f"{A}/connections/load_bearing/0/type",
        "magnetic",
        [
            f'bid 1 {A}/connections/load_bearing/0/type\n    found "magnetic" [unknown-choice]\n    One of dry, added_elements, direct_integral, soft_chemical, hard_chemical is expected.'
        ],
    ),
    (
        f"{A}/connections/load_bearing/0/edge",
        GONE,
        [
            f"bid 1 {A}/connections/load_bearing/0/edge\n    found nothing (null) [missing-key]\n    The key edge is missing. Write it; what may be left unanswered is written null."
        ],
    ),
    (
        "/spare_parts/castor/delivery",
        "-1",
        ['bid 1 /spare_parts/castor/delivery\n    found "-1" [below-zero]\n    This may not be less than 0.'],
    ),
    (
        "/spare_parts/castor/available",
        "0 years",
        ['bid 1 /spare_parts/castor/available\n    found "0 years" [not-positive]\n    This must be more than 0.'],
    ),
    (
        "/take_back/return_values/chair/amount",
        "-5",
        ['bid 1 /take_back/return_values/chair/amount\n    found "-5" [below-zero]\n    This may not be less than 0.'],
    ),
    (
        f"{P}/impacts/amounts/water_use",
        "1 kg",
        [
            f'bid 1 {P}/impacts/amounts/water_use\n    found "1 kg" [unit-unexpected]\n    A plain number is expected here, without "kg".'
        ],
    ),
    (
        f"{P}/impacts/data",
        "measured",
        [f'bid 1 {P}/impacts/data\n    found "measured" [unknown-choice]\n    One of specific, generic is expected.'],
    ),
    (
        f"{P}/use/lifetime",
        "12",
        [f'bid 1 {P}/use/lifetime\n    found "12" [unit-missing]\n    Write the unit: 15 years.'],
    ),
    (
        f"{P}/use/lifetime",
        "0 years",
        [f'bid 1 {P}/use/lifetime\n    found "0 years" [not-positive]\n    This must be more than 0.'],
    ),
    (
        f"{P}/repairability/marks/tools",
        "10.5",
        [
            f'bid 1 {P}/repairability/marks/tools\n    found "10.5" [mark-of-10]\n    A mark of a repairability index lies between 0 and 10.'
        ],
    ),
    (
        f"{P}/repairability/marks/tools",
        "-1",
        [
            f'bid 1 {P}/repairability/marks/tools\n    found "-1" [mark-of-10]\n    A mark of a repairability index lies between 0 and 10.'
        ],
    ),
    (
        f"{P}/repairability/printed",
        "11",
        [
            f'bid 1 {P}/repairability/printed\n    found "11" [mark-of-10]\n    A mark of a repairability index lies between 0 and 10.'
        ],
    ),
    (
        f"{P}/repairability/marks",
        {"tool": "1"},
        [
            f"bid 1 {P}/repairability/marks/tool\n    found \"tool\" [unknown-choice]\n    One of documentation, disassembly, tools, fasteners, years_list_2, years_list_1, delivery_list_2, delivery_list_1, parts_price, specific is expected. Was 'tools' meant?"
        ],
    ),
    (
        f"{P}/declared",
        {"material_circularity": "0.5"},
        [f'bid 1 {P}/declared/material_circularity\n    found "0.5" [unit-missing]\n    Write the unit: 30 %.'],
    ),
]


@pytest.mark.parametrize(("at", "value", "expected"), WHEN_READ)
def test_what_does_not_hold_in_the_bid_itself(at, value, expected):
    assert told(bid=put(BID, at, value)) == expected


def told_of_lots(tender, bid=BID):
    """Return everything that is wrong with the documents of a tender with lots, as text."""
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.assess_lots(ct.read_tender(tender), ct.read_bids(bid | {"lots": ["seats", "tables"]}))
    return [str(problem) for problem in problems_of(raised.value)]


def test_a_granularity_that_the_table_does_not_have():
    tender = put(TENDER, f"{PASSPORT}/indicator/granularity", {"model": "50 %", "item": "100 %"})
    places = [f"{part}/passport/granularity" for part in (A, "/products/0/parts/1", "/products/1/parts/0")]
    assert told(tender) == [
        f'bid 1 {place}\n    found "batch" [unknown-row]\n    The tender\'s table has the rows model, item.'
        for place in places
    ]


def test_a_burden_may_not_earn_more_the_greater_it_is():
    tender = put(TENDER, f"{COST}/scale", {"kind": "linear", "zero_at": "0", "full_at": "1000"})
    assert told(put(tender, f"{COST}/indicator/otherwise", "0")) == [
        f'tender {COST}/scale\n    found "linear" [scale-rewards-more]\n    The scale linear gives more for more of environmental_cost, which is a burden; turn the scale, or choose another.'
    ]


def test_of_kinds_of_proof_a_statement_alone_is_compared_with_the_best_too():
    tender = put(TENDER, f"{PASSPORT}/indicator/verification", {"declared": "60 %", "third_party": "50 %"})
    assert told(tender) == [
        f'tender {PASSPORT}/indicator/verification/declared\n    found "60 %" [weaker-worth-more]\n    This tells or binds less than third_party, so that it may not count for more than that, 50 %.'
    ]


def test_nothing_of_a_lot_is_measured_where_its_lines_are_not_in_the_basket():
    """What a spare part, a return value or a take-back is worth needs no product."""
    measure_products = [KINDS[number] for number in (0, 1, 2, 3, 4, 7, 8, 9, 11)]
    assert told_of_lots(LOTS | {"reference_basket": {"desk": "1"}}) == [
        f'tender /criteria/{KINDS.index(kind)}/indicator\n    found "{kind}" [basket-without-lines]\n'
        f"    Lot seats: The indicator {kind} measures products of the reference basket; none of its lines is among these."
        for kind in measure_products
    ]


def test_products_need_lines():
    """A criterion each, since the lines of a utility are not there either."""
    for kind in ("disassembly", "residual_value", "environmental_cost"):
        number = KINDS.index(kind)
        criteria = [TENDER["criteria"][number] | {"weight": "120"}]
        without = {key: value for key, value in TENDER.items() if key != "prices"} | {"criteria": criteria}
        assert told(tender=without) == [
            f'tender /criteria/0/indicator\n    found "{kind}" [products-without-lines]\n'
            f"    The indicator {kind} measures a product for each of prices.lines; there are none."
        ]


def test_an_impact_below_zero_is_refused_in_the_lot_that_refuses_it():
    cost = TENDER["criteria"][KINDS.index("environmental_cost")]
    allowed = cost | {"id": "other", "indicator": cost["indicator"] | {"below_zero": "allowed"}, "weight": "120"}
    tender = LOTS | {"criteria": [cost | {"lots": ["seats"], "weight": "120"}, allowed | {"lots": ["tables"]}]}
    bid = put(BID, "/products/1/impacts/amounts/climate_change", "-1") | {"lots": ["seats", "tables"]}
    for key in ("take_back", "spare_parts"):
        del bid[key]
    assert ct.assess_lots(ct.read_tender(tender), ct.read_bids(bid))["tables"].winner == "acme"
    assert told_of_lots(tender, put(bid, f"{P}/impacts/amounts/climate_change", "-1")) == [
        f'bid 1 {P}/impacts/amounts/climate_change\n    found "-1" [impact-below-zero]\n'
        "    Lot seats: The tender allows no impact below 0."
    ]


def test_what_several_criteria_ask_for_is_told_once():
    """Feedstock, destinations and connections are asked for by several criteria, in the same words."""
    silent = BID
    for key in ("feedstock", "end_of_life", "connections"):
        silent = put(silent, f"{A}/{key}", GONE)
    assert [line.partition("\n")[0] for line in told(bid=silent)] == [
        f"bid 1 {A}/feedstock",
        f"bid 1 {A}/end_of_life",
        f"bid 1 {A}/connections",
    ]
