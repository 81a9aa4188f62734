"""What is said of savings that do not hold, or that nobody states, word for word."""

import pytest
import saved
from bilingual import problems_of

import circular_tender as ct

RECYCLED = {
    "id": "recycled",
    "title": "recycled",
    "weight": "100",
    "indicator": {
        "kind": "recycled_content",
        "feedstock": {"recycled": "100 %", "ocean": "100 %", "virgin": "0 %"},
        "evidence": "documented",
        "otherwise": "virgin",
    },
    "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
}
REUSE = {
    **RECYCLED,
    "indicator": {
        "kind": "reuse_at_end_of_life",
        "destinations": {"reuse": "100 %", "sea": "0 %"},
        "evidence": "documented",
        "otherwise": "sea",
    },
}
FLOWS = {
    **RECYCLED,
    "indicator": {
        "kind": "material_circularity",
        "version": "2019",
        "over": "products",
        "feedstock": {"recycled": "recycled", "virgin": "virgin", "grown": "virgin"},
        "destinations": {"reuse": "reuse", "landfill": "lost"},
        "efficiencies": {"all": {"feedstock": "100 %", "recycling": "100 %"}},
        "other_materials": "all",
        "evidence": "documented",
    },
}
UNTP = {
    **RECYCLED,
    "indicator": {
        "kind": "untp_circularity",
        "feedstock": {"recycled": "recycled", "ocean": "recycled"},
        "destinations": {"dump": "other"},
        "evidence": "documented",
    },
}
AT = "tender /savings"
MARKET = f"{AT}/baselines/market/products"


def said(document):
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_tender(document)
    return [str(problem) for problem in problems_of(error.value)]


def missing(key, name, at):
    return (
        f"{AT}/{key}/{name}\n    found nothing (null) [savings-name-missing]\n"
        f"    A criterion knows the name {name} ({at}). Say here too what it is, or of bids that write it this would be "
        "left out."
    )


@pytest.mark.parametrize(
    ("document", "problems"),
    [
        (
            {key: value for key, value in saved.tender(criteria=[]).items() if key != "prices"}
            | {
                "criteria": [
                    {
                        **RECYCLED,
                        "indicator": {"kind": "judgement", "aggregate": "mean"},
                        "scale": {"kind": "levels", "levels": {"good": "100 %", "bad": "0 %"}},
                    }
                ]
            },
            [
                f"{AT}\n    found nothing (null) [savings-without-lines]\n"
                "    Savings are those of the products for prices.lines; there are none."
            ],
        ),
        (saved.tender(criteria=[RECYCLED]), [missing("feedstock", "ocean", "/criteria/0/indicator/feedstock")]),
        (saved.tender(criteria=[REUSE]), [missing("destinations", "sea", "/criteria/0/indicator/destinations")]),
        (
            saved.tender(criteria=[UNTP]),
            [
                missing("feedstock", "ocean", "/criteria/0/indicator/feedstock"),
                missing("destinations", "dump", "/criteria/0/indicator/destinations"),
            ],
        ),
        (
            saved.tender(criteria=[FLOWS]),
            [
                f'{AT}/feedstock/grown\n    found "sustained" [savings-other-class]\n'
                "    A criterion says that grown is virgin (/criteria/0/indicator/feedstock); a name may not mean two things."
            ],
        ),
        (
            saved.tender(said=saved.savings({"char": saved.simple()})),
            [
                f'{MARKET}/char\n    found "char" [unknown-line]\n'
                "    The tender has no line of this id. Was 'chair' meant?"
            ],
        ),
        (
            saved.tender(said=saved.savings({"chair": {**saved.simple(), "mass": "12.5 kg"}})),
            [
                f'{MARKET}/chair/mass\n    found "12.5 kg" [baseline-mass]\n'
                "    In a baseline nothing is left open: the parts add up to 10 kg, and the product weighs 12.5 kg."
            ],
        ),
        (
            saved.tender(said=saved.savings({"chair": saved.simple(feedstock={"virgin": "90 %", "recycle": "5 %"})})),
            [
                f'{MARKET}/chair/parts/0/feedstock/recycle\n    found "recycle" [unknown-row]\n'
                "    The tender's table has the rows virgin, recycled, second-hand, grown. Was 'recycled' meant?",
                f'{MARKET}/chair/parts/0/feedstock\n    found "95 %" [baseline-open]\n'
                "    In a baseline nothing is left open: shares add up to 100 %, and these add up to 95 %.",
            ],
        ),
        (
            saved.tender(said=saved.savings({"chair": {"mass": "20 kg", "parts": saved.simple()["parts"] * 2}})),
            [
                f'{MARKET}/chair/parts/1/id\n    found "beam" [duplicate-id]\n'
                "    The id beam stands twice, first at /savings/baselines/market/products/chair/parts/0/id."
            ],
        ),
        (
            saved.tender(said=saved.savings(materials={"steel": "scrap_metals"})),
            [
                f'{AT}/materials/steel\n    found "scrap_metals" [unknown-choice]\n'
                "    One of aluminium_cans, average_plastics, board, clothing, concrete, construction_metals, fridges, glass, "
                "hdpe, insulation, it_equipment, large_electrical, lithium_ion_batteries, paper, pet, plasterboard, pp, pvc, "
                "scrap_metal, small_electrical, steel_cans, tyres, wood is expected. Was 'scrap_metal' meant?"
            ],
        ),
    ],
)
def test_what_does_not_hold_in_a_tender(document, problems):
    assert said(document) == problems


def test_of_a_tender_that_states_none():
    published = {key: value for key, value in saved.tender().items() if key != "savings"}
    assessment = saved.assessed(published, saved.bid("a", saved.chair()))
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.savings(assessment, "market")
    assert [str(problem) for problem in problems_of(error.value)] == [
        "tender /savings\n    found nothing (null) [no-savings]\n"
        "    The tender states no savings, so there is no baseline to compare bids with."
    ]


def test_of_a_baseline_that_is_not_there():
    assessment = saved.assessed(saved.tender(), saved.bid("a", saved.chair()))
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.savings(assessment, "markt")
    assert [str(problem) for problem in problems_of(error.value)] == [
        f'{AT}/baselines\n    found "markt" [no-such-baseline]\n'
        "    The tender states no baseline of this id. Was 'market' meant?"
    ]


def test_of_a_saving_that_is_not_quantified():
    told = saved.every()[1]
    with pytest.raises(ct.InvalidDocuments) as error:
        told["b"]["co2e_avoided"]
    assert [str(problem) for problem in problems_of(error.value)] == [
        'savings (the whole document)\n    found "co2e_avoided" [not-quantified]\n'
        "    This saving of the bid is not quantified; `unquantified` says why."
    ]
