"""Figures of the four product groups in `examples`, worked out by hand with fractions; and what each award hangs on.

The totals of what-ifs were worked out from the documents with fractions, without the library.
"""

from copy import deepcopy
from fractions import Fraction as F
from pathlib import Path

import pytest

import circular_tender as ct

EXAMPLES = Path(__file__).parents[2] / "examples"
THIRD_PARTY, CONTRACT = {"kind": "third_party", "title": "t"}, {"kind": "contractual", "title": "t"}
PANTRY = {"climate_change": "260", "acidification": "1.30", "photochemical_ozone": "0.95", "fossil_fuels": "3600"}


@pytest.fixture
def measured(assessed):
    """The measured value of a bid on a criterion."""
    return lambda name, bid, criterion: assessed(EXAMPLES / name).assessment[bid][criterion].measured.value


@pytest.fixture
def totals(read):
    """The totals, the first of the ranking first, after the bids were changed."""

    def of(name, change):
        case = read(EXAMPLES / name)
        bids = {bid.id: deepcopy(bid.plain) for bid in case.bids}
        change(bids)
        assessment = ct.assess(case.tender, ct.read_bids(list(bids.values())), case.judgements, case.decisions)
        return {bid: assessment[bid].total for standing in assessment.ranking for bid in standing.bids}

    return of


# workwear


def test_recycled_fibre_of_vezelkring(measured):
    overall = F("0.740") * (F("0.18") + F("0.10") / 2) + F("0.060") * F("0.60") / 2 + F("0.015")
    towel = F("0.186") * (F("0.30") + F("0.20") / 2) + F("0.004")
    assert (1500 * overall, 5000 * towel) == (F("304.8"), 392)
    assert measured("workwear", "vezelkring", "recycled") == F("696.8") / 2380


def test_what_defence_got_over_the_masses_of_vezelkring():
    assert round((1380 * F("0.14") + 1000 * F("0.36")) / 2380 * 100, 2) == F("23.24")


def test_of_nieuw_garen_only_what_is_certified_until_the_first_delivery_counts(measured):
    thread, hem, loop = 1500 * F("0.015"), 5000 * F("0.010") / 2, 5000 * F("0.004")
    assert measured("workwear", "nieuw-garen", "recycled") == (thread + hem + loop) / (1500 * F("0.960") + 975)


def test_the_certificate_decides_who_gets_the_workwear(totals):
    def renew(until):
        return lambda bids: bids["nieuw-garen"]["evidence"]["mill-certificate"].update(valid_until=until)

    assert next(iter(totals("workwear", renew("2027-03-01")).items())) == ("nieuw-garen", F("73.27"))
    assert next(iter(totals("workwear", renew("2027-02-28")).items())) == ("vezelkring", F("67.69"))


def test_the_golden_mountains_of_the_workwear_proven(totals):
    def prove(bids):
        bid = bids["groenbelofte"]
        bid["evidence"]["our-word"] = THIRD_PARTY
        bid["take_back"]["guarantee"] = "contractual"
        for product in bid["products"]:
            for part in product["parts"]:
                part["feedstock"]["evidence"] = "our-word"

    assert next(iter(totals("workwear", prove).items())) == ("groenbelofte", F("85.13"))


# audiovisual equipment


def test_the_worst_card_counts_as_printed(measured):
    screen = 2 * 9 + 8 + F(9, 2) + F(8, 2) + 9 + F(8, 2) + F("2.4") + F("1.2") + 2 * 7 + 2 * F("8.2")
    assert screen / 10 == F("8.15")  # printed 8.1
    assert measured("audiovisual-equipment", "beeldkring", "repairability") == min(F("8.1"), F("7.6"))
    golden = 2 * 10 + 7 + F(8, 2) + F(8, 2) + 9 + F(9, 2) + F("2.1") + F("1.0") + 2 * 6 + 2 * 7
    assert golden / 10 == F("7.76")  # printed 9.4
    assert measured("audiovisual-equipment", "lichtbundel", "repairability") == 0


def test_residual_value_of_beeldkring(measured):
    price = 40 * 3900 + 25 * 2600
    expected = (40 * 420 + 25 * 180) / F("1.04") ** 6 / price
    assert measured("audiovisual-equipment", "beeldkring", "residual") == expected


def test_passports_of_beeldkring(measured):
    screen = 21 * F("0.6") + F("17.5") + F("6.5") * F("0.8") + 7 * F("0.3") * F("0.8") * F("0.7")
    projector = (F("3.1") + F("2.7") + F("3.6")) * F("0.8")
    expected = (40 * screen + 25 * projector) / (40 * 52 + 25 * F("9.8"))
    assert measured("audiovisual-equipment", "beeldkring", "passport") == expected
    covered = (40 * 40 + 25 * F("5.6")) / (40 * 47 + 25 * F("8.6"))
    assert covered < F("0.90")
    assert measured("audiovisual-equipment", "lichtbundel", "passport") == 0


def test_spare_parts_of_beeldkring(measured):
    assert measured("audiovisual-equipment", "beeldkring", "spare-parts") == (1 + 1 + F(8, 10) + 0) / 4


def test_what_helderzicht_promised_in_the_contract_would_have_won(totals):
    def promise(bids):
        bid = bids["helderzicht"]
        bid["evidence"]["terms"] = CONTRACT
        promised = [*bid["spare_parts"].values(), bid["take_back"]["return_values"]["screen"]]
        for one in promised:
            one["evidence"] = "terms"

    assert next(iter(totals("audiovisual-equipment", promise).items())) == ("helderzicht", F("75.89"))


# fit-out


def test_no_more_is_reused_than_comes_apart(measured):
    frame = 4 / (1 / F("0.6") + 1 / F("0.4") + 1 / F("0.4") + 1 / F("0.1"))
    boards = 4 / (1 / F("0.1") + 1 / F("0.4") + 1 + 1 / F("0.1"))
    insulation = 4 / (1 + 1 / F("0.1") + 1 + 1 / F("0.1"))
    assert boards == F(8, 47)
    carcass = 4 / (1 / F("0.1") + 1 / F("0.1") + 1 + 1 / F("0.4"))
    worktop = 4 / (1 / F("0.1") + 1 / F("0.4") + 1 + 1 / F("0.4"))
    sink = 4 / (1 / F("0.2") + 1 / F("0.6") + 1 / F("0.4") + 1 / F("0.1"))
    wall = 11 * frame + 43 * boards + 4 * insulation + 6 * F("0.95") + F("0.2") * F("0.05") * (11 + 43 + 6)
    pantry = 60 * carcass + 32 * worktop + 8 * sink + F("0.2") * F("0.05") * 8
    expected = (120 * wall + 8 * pantry) / (120 * 64 + 8 * 105)
    assert measured("fit-out", "strakwand", "reuse") == expected


def test_of_several_connections_the_hardest_counts(measured):
    floor, between = 4 / (1 / F("0.8") + 3), 4 / (1 / F("0.8") + 1 / F("0.8") + 1 + 1 / F("0.4"))
    assert (floor, between) == (F(16, 17), F(2, 3))
    boards, insulation, profiles = 4 / (1 / F("0.8") + 2 + 1 / F("0.4")), 4 / (2 + 1 / F("0.8") + 1 / F("0.1")), 1
    carcass, worktop = 4 / (1 / F("0.8") + 3), 4 / (1 / F("0.2") + 1 / F("0.6") + 1 + 1 / F("0.4"))
    sink, fronts = boards, 1
    wall = 13 * between + 34 * boards + 5 * insulation + 6 * profiles
    pantry = 47 * carcass + 24 * worktop + 9 * sink + 12 * fronts
    expected = (120 * wall + 8 * pantry) / (120 * 58 + 8 * 92)
    assert measured("fit-out", "losvast", "disassembly") == expected


def test_environmental_cost_of_losvast(measured):
    wall = 54 * F("0.116") + F("0.26") * F("0.39") + F("0.21") * F("1.22") + 720 * F("0.00033")
    pantry = 205 * F("0.116") + F("1.05") * F("0.39") + F("0.72") * F("1.22") + 2850 * F("0.00033")
    assert (wall, pantry) == (F("6.8592"), F("26.0084"))
    assert measured("fit-out", "losvast", "environment") == 120 * wall + 8 * pantry == F("1031.1712")
    assert measured("fit-out", "vlugbouw", "environment") == 2400


def test_material_circularity_of_vlugbouw(measured):
    """No destination counts, so W is M and half of W_F; the pantry states no lifetime, so it has 0."""
    metal, mineral = 9 * F("0.25"), 41 * F("0.15") + 5 * F("0.60")
    virgin = 55 - metal - mineral
    lost = metal * F("0.05") / F("0.95") + mineral * F("0.25") / F("0.75")
    linear = (virgin + 55 + lost / 2) / (2 * 55 + lost / 2)
    expected = 120 * 55 * (1 - F("0.9") * linear) / (120 * 55 + 8 * 98)
    assert measured("fit-out", "vlugbouw", "material") == expected


def test_the_most_that_material_can_earn_is_where_its_scale_ends(assessed):
    (leaf,) = (leaf for _, leaf in assessed(EXAMPLES / "fit-out").tender.leaves if leaf.id == "material")
    assert leaf.scale.full_at.value == 1 - F(1, 2) * F("0.9") / F("1.5") == F("0.7")


def test_a_profile_of_its_own_would_have_won_the_fit_out_for_vlugbouw(totals):
    def profiled(data):
        def change(bids):
            wall, pantry = bids["vlugbouw"]["products"]
            wall["impacts"]["data"] = data
            pantry["impacts"] = {"set": "en15804_a2_2023", "amounts": PANTRY, "data": data, "evidence": "database"}

        return change

    assert next(iter(totals("fit-out", profiled("specific")).items())) == ("vlugbouw", F("117482.66"))
    assert totals("fit-out", profiled("generic")) == {
        "losvast": F("122812.54"),
        "vlugbouw": F("123063.48"),
        "strakwand": F("136197.68"),
    }


def test_without_the_criterion_that_overlaps_the_order_is_the_same(assessed):
    assessment = assessed(EXAMPLES / "fit-out").assessment
    without = {
        bid: assessment[bid].total + assessment[bid]["material"].points for bid in ("losvast", "vlugbouw", "strakwand")
    }
    assert without == {"losvast": F("129149.75"), "vlugbouw": F("130691.30"), "strakwand": F("136197.68")}


def test_a_claim_of_reuse_does_not_raise_the_material_circularity(totals, read):
    def nothing_claimed(bids):
        for product in bids["losvast"]["products"]:
            for part in product["parts"]:
                part["end_of_life"] = None

    case = read(EXAMPLES / "fit-out")
    reuse = ct.assess(case.tender, case.bids)["losvast"]["reuse"].points
    assert totals("fit-out", nothing_claimed)["losvast"] == F("122812.54") + reuse


# medical devices


def test_take_back_of_hartkring(measured):
    assert measured("medical-devices", "hartkring", "take-back") == F("0.80") * 1 * 1 * 1 * F("0.70")


def test_passports_of_each_item(measured):
    pacemaker = F("11.5") + F("8.0") + F("3.5") * F("0.7") + F("2.0") * F(4, 5) * F("0.7")
    monitor = (130 + 95) * F("0.7")
    assert (pacemaker, monitor) == (F("23.07"), F("157.5"))
    assert measured("medical-devices", "hartkring", "passport") == (240 * pacemaker + 20 * monitor) / 12000


def test_what_is_claimed_with_a_brochure_that_was_not_accepted_counts_as_incinerated(measured):
    monitor = 120 * (F("0.9") + F("0.1") * F("0.4")) + 90 * (F("0.8") + F("0.2") * F("0.8"))
    expected = 20 * monitor / (240 * 24 + 20 * 280)
    assert measured("medical-devices", "novapuls", "destination") == expected


def test_an_account_of_what_it_takes_back_would_have_won_for_novapuls(totals):
    def account(bids):
        bids["novapuls"]["take_back"]["reporting"] = "yearly_audited"

    first, second, _ = totals("medical-devices", account).items()
    assert (first, second) == (("novapuls", F("62.43")), ("hartkring", F("61.93")))


def test_reuse_in_patients_is_no_row_of_the_table(totals):
    def claim(bids):
        bids["novapuls"]["products"][0]["parts"][0]["end_of_life"]["destinations"] = {"reuse": "100 %"}

    with pytest.raises(ct.InvalidDocuments) as raised:
        totals("medical-devices", claim)
    (problem,) = raised.value.problems
    assert (problem.code, problem.place.pointer) == (
        "unknown-destination",
        "/products/0/parts/0/end_of_life/destinations/reuse",
    )
