"""What is said of digital product passports, word for word; Dutch by bilingual.py."""

from decimal import Decimal

import pytest
from bilingual import said_of
from passported import CARD, CELL, SAMPLE, WEIGHT, as_bytes, credential, passport, whole

import circular_tender as ct
from circular_tender.errors import Doubts

MASS = "/credentialSubject/product/dimensions/weight"
MATERIALS = "/credentialSubject/materialsProvenance"
FIRST = f"{MATERIALS}/0"
SCORES = "/credentialSubject/circularityScorecard"


def read(source, **asked):
    return ct.read_product_passport(source, **{"line": "battery", **asked})


def weighing(weight, material=CELL):
    return credential(passport(material) | {"product": {"name": "Battery", "dimensions": {"weight": weight}}})


def named(name):
    return credential(passport() | {"product": passport()["product"] | {"name": name}})


FULL = whole()["credentialSubject"]["materialsProvenance"][0]
REFUSED = [
    (
        credential(passport(CELL), version="0.7.0"),
        'passport /@context\n    found "0.7.0" [passport-version]\n    Passports of UNTP 0.3.0 to 0.6.1 are read.',
    ),
    (
        credential(passport(CELL), version="0.2.1"),
        'passport /@context\n    found "0.2.1" [passport-version]\n    Passports of UNTP 0.3.0 to 0.6.1 are read.',
    ),
    (
        {"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,eyJ0"},
        'passport /id\n    found "data:application/vc+jwt,eyJ0" [passport-packed]\n'
        "    This credential is packed as a token. Check it, and give the passport that it holds.",
    ),
    (
        {"@context": [], "id": "https://example.org/c/1", "issuer": {}},  # all that the schema requires
        "passport (the whole document)\n    found a mapping with 3 keys [passport-without-product]\n"
        "    The passport describes no product.",
    ),
    (
        weighing(None),
        f"passport {MASS}\n    found nothing (null) [passport-without-weight]\n"
        "    The passport does not tell what the product weighs, by which all is measured.",
    ),
    (
        weighing({"value": 10, "unit": "kg"}),
        f'passport {MASS}/unit\n    found "kg" [passport-unit]\n'
        "    A unit of mass is written as its code in UNECE recommendation 20; read are KGM, GRM, TNE. Was 'KGM' meant?",
    ),
    (
        weighing({"value": 10}),
        f"passport {MASS}/unit\n    found nothing (null) [passport-unit]\n"
        "    A unit of mass is written as its code in UNECE recommendation 20; read are KGM, GRM, TNE.",
    ),
    (
        weighing({"value": 0, "unit": "KGM"}),
        f'passport {MASS}\n    found "0 kg" [not-positive]\n    This must be more than 0.',
    ),
    (
        weighing({"value": "10", "unit": "KGM"}),
        f'passport {MASS}/value\n    found "10" [wrong-type]\n    A number is expected here.',
    ),
    (
        named("椅子"),
        'passport /credentialSubject/product/name\n    found "椅子" [passport-needs-id]\n'
        "    No id can be made of this name. Give the product one: id.",
    ),
    (
        whole(hazardous="false"),
        f'passport {FIRST}/hazardous\n    found "false" [wrong-type]\n    The word true or false is expected here.',
    ),
    (
        whole(mass={"value": -1, "unit": "KGM"}),
        f"passport {FIRST}/mass/value\n    found int -1 [below-zero]\n    This may not be less than 0.",
    ),
    (
        credential(passport(CELL, granularityLevel="lot")),
        'passport /credentialSubject/granularityLevel\n    found "lot" [unknown-choice]\n'
        "    One of model, batch, item is expected.",
    ),
]
NOT_READ = "This is said of the product as a whole. A bid has no place for it, so it goes no further."
BELOW = f"passport {MATERIALS}\n    found 40 % [passport-fractions-below]\n    The mass fractions add up to 40 %. The rest of the product is not described."
DIFFERS = 'found "10 kg" [passport-mass-differs]\n    The mass fraction 0.2 of 10 kg is 2 kg, and not the mass that is stated here.'
TOLD = [
    (
        SAMPLE,
        f"passport {MATERIALS}/1/name\n"
        '    found "Lithium ore" [passport-material-twice]\n'
        f"    This name stands already at {FIRST}/name. Both are read, as the parts lithium-ore and lithium-ore-2; whether they are one material can't be told.",
        f"passport {FIRST}/mass\n    {DIFFERS}",
        f"passport {MATERIALS}/1/mass\n    {DIFFERS}",
        BELOW,
        f'passport {MASS}\n    found "10 kg" [passport-parts-heavier]\n'
        "    The materials weigh 20 kg together, more than the product's 10 kg. Which of them is wrong can't be told, so their masses are left out.",
        f'passport {SCORES}/recycledContent\n    found "0.3" [passport-figure-told]\n    {NOT_READ}',
        f'passport {SCORES}/recyclableContent\n    found "0.5" [passport-figure-told]\n    {NOT_READ}',
        f'passport {SCORES}/utilityFactor\n    found "1.2" [passport-figure-told]\n    {NOT_READ}',
        f'passport {SCORES}/materialCircularityIndicator\n    found "0.67" [passport-circularity-differs]\n'
        "    By the passport's own figures UNTP's formula, 1 − (V + W) ÷ 2D, gives 0.5, and the material circularity indicator without losses 0.55. The figure is read as it is declared.",
        f'passport {SCORES}/recycledContent\n    found "0.3" [passport-recycled-differs]\n'
        "    The recycled share is told of 40 % of the product; by that, 20 % of the product is recycled.",
    ),
    (
        whole() | {"@context": ["https://test.uncefact.org/vocabulary/untp/dpp/working/"]},
        'passport /@context\n    found "working" [passport-without-version]\n'
        "    The passport does not name the release of UNTP that it follows. Its fields are read by their names.",
    ),
    (
        passport(FULL),
        "passport /@context\n    found nothing (null) [passport-without-version]\n"
        "    The passport does not name the release of UNTP that it follows. Its fields are read by their names.",
    ),
    (
        {key: value for key, value in whole().items() if key != "id"}
        | {"credentialSubject": passport(FULL) | {"product": {"name": "Battery", "dimensions": WEIGHT}}},
        "passport /id\n    found nothing (null) [passport-without-id]\n"
        "    The passport has no id, so only its digest says which it is.",
    ),
    (
        whole(recycledMassFraction=0.2, recycledAmount=0.3),
        f"passport {FIRST}/recycledAmount\n    found float 0.3 [passport-two-names]\n"
        "    recycledMassFraction and recycledAmount are two names of one field, and what stands there differs. Neither is read.",
    ),
    (
        whole(recycledMassFraction=20),
        f'passport {FIRST}/recycledMassFraction\n    found "20" [passport-share]\n'
        "    A share lies between 0 and 1. This is left out; whether a percentage is meant is not guessed.",
    ),
    (
        whole() | {"validFrom": "2024-03-15T12:00:00Z", "validUntil": "2024-03-15T13:00:00+02:00"},  # an hour too early
        'passport /validUntil\n    found "2024-03-15T13:00:00+02:00" [passport-validity]\n'
        "    The passport ends before it begins, 2024-03-15T12:00:00Z.",
    ),
    (
        whole() | {"validFrom": "2024-03-15T12:00:00", "validUntil": "soon"},
        'passport /validFrom\n    found "2024-03-15T12:00:00" [instant-without-offset]\n'
        "    Write the offset from UTC after the time: 2026-10-15T12:00:00+02:00.",
        'passport /validUntil\n    found "soon" [instant-form]\n'
        "    Write date, time and offset: 2026-10-15T12:00:00+02:00.",
    ),
    (
        credential(passport()),
        f"passport {MATERIALS}\n    found an empty list [passport-without-materials]\n"
        "    The passport lists no material, so the product has no parts by which it could earn anything.",
    ),
    (
        whole(name=" "),
        f'passport {FIRST}/name\n    found " " [passport-material-without-name]\n'
        "    This material has no name, so its part has no material.",
    ),
    (
        whole(mass=None, massFraction=None),
        f"passport {FIRST}/mass\n    found nothing (null) [passport-mass-missing]\n"
        "    The passport tells neither a mass nor a mass fraction of this material, so its part has no mass.",
    ),
    (
        whole(mass=None),
        f'passport {FIRST}/massFraction\n    found "1" [passport-mass-computed]\n'
        "    The passport does not state the mass of this material. It is read as this fraction of 10 kg: 10 kg.",
    ),
    (
        weighing({"value": Decimal("0.3"), "unit": "KGM"}, {"name": "Ore", "massFraction": Decimal("0.123456789012")}),
        f'passport {FIRST}/massFraction\n    found "0.123456789012" [passport-mass-long]\n'
        "    The passport does not state the mass of this material, and this fraction of 0.3 kg has more than 12 decimals. The part has no mass.",
        f"passport {MATERIALS}\n    found 12.3456789012 % [passport-fractions-below]\n"
        "    The mass fractions add up to 12.3456789012 %. The rest of the product is not described.",
    ),
    (
        credential(
            passport(
                {"name": "Steel", "massFraction": 0.7, "mass": {"value": 3, "unit": "KGM"}},
                {"name": "Glass", "massFraction": 0.6, "mass": {"value": 6, "unit": "KGM"}},
            )
        ),
        f'passport {FIRST}/mass\n    found "3 kg" [passport-mass-differs]\n'
        "    The mass fraction 0.7 of 10 kg is 7 kg, and not the mass that is stated here.",
        f"passport {MATERIALS}\n    found 130 % [passport-fractions-above]\n"
        "    The mass fractions add up to 130 %, more than the whole product.",
    ),
    (
        whole(hazardous=True),
        f"passport {FIRST}/hazardous\n    found true [passport-hazardous]\n"
        "    The passport calls this material hazardous and does not name the substances. Nothing is read of them.",
        f"passport {FIRST}/materialSafetyInformation\n    found nothing (null) [passport-no-safety]\n"
        "    The material is hazardous, and there is no safety information on it.",
    ),
    (
        credential(
            whole()["credentialSubject"] | {"conformityClaim": [{"conformityEvidence": {"linkURL": "https://a.b/c"}}]}
        ),
        "passport /credentialSubject/conformityClaim/0/conformityEvidence/hashDigest\n"
        "    found nothing (null) [passport-no-digest]\n"
        "    There is no digest of this evidence, so whether it is still what it was can't be shown.",
    ),
]


def numbered(*said):
    return "\n".join(f"{number}. {one}" for number, one in enumerate(said, 1))


@pytest.mark.parametrize(("source", "said"), REFUSED)
def test_what_is_said_of_a_passport_that_is_not_read(source, said):
    with pytest.raises(ct.InvalidDocuments) as raised:
        read(source)
    assert said_of(raised.value) == f"1 problem found.\n1. {said}"


@pytest.mark.parametrize(("source", "said"), [(source, said) for source, *said in TOLD])
def test_what_is_said_of_a_passport_that_is_read(source, said):
    findings = read(source).findings
    title = "1 doubt." if len(said) == 1 else f"{len(said)} doubts."
    assert said_of(findings) == f"{title}\n{numbered(*said)}"


def test_of_a_passport_without_a_flaw_nothing_is_said():
    reading = read(whole())
    assert reading.findings == Doubts()
    assert str(reading) == "No doubt."


def test_every_number_is_refused_where_it_stands():
    token = as_bytes(SAMPLE | {"credentialSubject": passport(CELL | {"massFraction": "HERE"})}, HERE="2.49E38")
    with pytest.raises(ct.InvalidDocuments) as raised:
        read(token)
    column = token.decode().index("2.49E38") + 1
    assert said_of(raised.value) == (
        f'1 problem found.\n1. passport:1:{column} {FIRST}/massFraction\n    found "2.49E38" [number-exponent]\n'
        "    Write the number out, without an exponent."
    )


def test_a_line_that_is_no_id_is_told_of_the_product():
    with pytest.raises(ct.InvalidDocuments) as raised:
        read(whole(), line="Battery 1")
    assert said_of(raised.value) == (
        '1 problem found.\n1. product /line\n    found "Battery 1" [id-form]\n'
        "    An id has 1 to 64 characters a–z, 0–9 and '-', and begins with a letter or digit."
    )


def test_every_problem_is_told_at_once():
    flawed = credential(passport(CELL | {"mass": {"value": 1, "unit": "LBR"}}, "x"), version="1.0.0")
    flawed["credentialSubject"]["product"] = {"name": "Battery", "dimensions": []}
    flawed["credentialSubject"]["circularityScorecard"] = CARD | {"utilityFactor": True}
    with pytest.raises(ct.InvalidDocuments) as raised:
        read(flawed)
    assert [(problem.code, problem.place.pointer) for problem in raised.value.problems] == [
        ("passport-version", "/@context"),
        ("wrong-type", "/credentialSubject/product/dimensions"),
        ("wrong-type", f"{MATERIALS}/1"),
        ("passport-unit", f"{FIRST}/mass/unit"),
        ("number-boolean", f"{SCORES}/utilityFactor"),
    ]
