"""Digital product passports, read into the product of a bid: what is read, from where, and what is not.

Expected figures are worked out by hand in the comments beside them.
"""

import json
from decimal import Decimal
from fractions import Fraction as F
from hashlib import sha256

import pytest
from passported import CELL, SAMPLE, as_bytes, credential, passport, whole

import circular_tender as ct


def read(source, **asked):
    return ct.read_product_passport(source, **{"line": "battery", **asked})


def codes(reading):
    return [finding.code for finding in reading.findings]


def at(document, pointer):
    """The value that stands at a JSON Pointer."""
    for step in pointer.split("/")[1:]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def of(*materials, **more):
    return credential(passport(*materials, **more))


def scores(**card):
    """A whole passport with this scorecard."""
    return credential(whole()["credentialSubject"] | {"circularityScorecard": card})


def test_the_published_sample_trips_every_check():
    reading = read(SAMPLE)
    said = {finding.code: dict(finding.data) for finding in reading.findings}
    # 0.2 + 0.2 = 0.4 of the product is described; 10 kg + 10 kg = 20 kg > 10 kg; 0.2 × 10 kg = 2 kg, not 10 kg
    assert said["passport-fractions-below"] == {"sum": "40"}
    assert said["passport-parts-heavier"] == {"sum": "20", "mass": "10"}
    assert said["passport-mass-differs"] == {"fraction": "0.2", "weight": "10 kg", "computed": "2"}
    assert said["passport-material-twice"]["part"] == "lithium-ore-2"
    # V = 1 − 0.3, W = 1 − 0.5: UNTP 1 − 1.2 ÷ (2 × 1.2) = 0.5; EMF 1 − 0.9 × (1.2 ÷ 2) ÷ 1.2 = 0.55; declared 0.67
    assert said["passport-circularity-differs"] == {"untp": "0.5", "material": "0.55"}
    # 0.2 × 0.5 + 0.2 × 0.5 = 0.2 of the product is known to be recycled; declared 0.3
    assert said["passport-recycled-differs"] == {"described": "40", "recycled": "20"}
    assert (reading.version, reading.granularity) == ("0.6.0", "batch")


def test_the_published_sample_as_a_product():
    plain = read(SAMPLE, id="cell", evidence="dpp").product.model_dump(mode="json", exclude_unset=True)
    source = plain.pop("source")
    material = {
        "material": "Lithium ore",
        "mass": None,  # 20 kg of 10 kg can't be
        "passport": {
            "fields": {"material": "Lithium ore", "mass": None, "recycled_content": "50 %", "origin_country": "AU"},
            "evidence": "dpp",
            "granularity": "batch",
        },
        "feedstock": {"shares": {"recycled": "50 %", "virgin": "50 %"}, "evidence": "dpp"},
    }
    assert plain == {
        "id": "cell",
        "line": "battery",
        "mass": "10 kg",
        "parts": [{"id": "lithium-ore", **material}, {"id": "lithium-ore-2", **material}],
        "declared": {"untp_circularity": "67 %"},  # UNTP's figure, and no material circularity indicator
    }
    assert (source["id"], source["version"]) == ("https://example.org/c/1", "0.6.0")


def test_every_value_points_to_where_it_stands():
    links = {"materialType": {"name": "Ore"}, "materialSafetyInformation": {"linkURL": "https://example.org/s"}}
    material = CELL | links | {"mass": {"value": 2, "unit": "KGM"}}
    document = of(material, granularityLevel="item", circularityScorecard={"materialCircularityIndicator": 0.6})
    product = read(document).product
    plain = product.model_dump(mode="json", exclude_unset=True)
    places = plain.pop("source")["places"]
    found = {own: (at(plain, own), at(document, theirs)) for own, theirs in places.items()}
    part, own_passport, recycled = "/parts/0", "/parts/0/passport", ("50 %", 0.5)
    assert found == {
        "/mass": ("10 kg", {"value": 10, "unit": "KGM"}),
        "/declared/untp_circularity": ("60 %", 0.6),
        f"{part}/material": ("Lithium ore", "Lithium ore"),
        f"{part}/mass": ("2 kg", {"value": 2, "unit": "KGM"}),
        f"{part}/feedstock/shares/recycled": recycled,
        f"{part}/feedstock/shares/virgin": recycled,  # the rest
        f"{own_passport}/granularity": ("item", "item"),
        f"{own_passport}/fields/material": ("Lithium ore", "Lithium ore"),
        f"{own_passport}/fields/mass": ("2 kg", {"value": 2, "unit": "KGM"}),
        f"{own_passport}/fields/recycled_content": recycled,
        f"{own_passport}/fields/origin_country": ("AU", "AU"),
        f"{own_passport}/fields/material_type": ("Ore", "Ore"),
        f"{own_passport}/fields/safety_information": ("https://example.org/s", "https://example.org/s"),
    }


def test_a_file_its_bytes_and_a_mapping_say_the_same(tmp_path):
    content = as_bytes(SAMPLE)
    (tmp_path / "cell.json").write_bytes(content)
    file, text, mapping = read(tmp_path / "cell.json"), read(content), read(SAMPLE)
    assert file.product == text.product == read(str(tmp_path / "cell.json")).product
    assert file.product.source.sha256 == sha256(content).hexdigest()
    assert {*codes(file)} == {*codes(text)} == {*codes(mapping)}
    assert {finding.place.document for finding in file.findings} == {"cell.json"}
    assert mapping.product.parts == text.product.parts
    sorted_keys = json.dumps(SAMPLE, sort_keys=True, separators=(",", ":")).encode()
    assert mapping.product.source.sha256 == sha256(sorted_keys).hexdigest()


def test_numbers_are_read_as_they_are_written():
    exact = as_bytes(whole(recycledMassFraction="FRACTION"), FRACTION="0.100000000001")
    assert read(exact).product.parts[0].feedstock.shares["recycled"].value == F(100_000_000_001, 10**12)
    exact = as_bytes(whole(mass={"value": "MASS", "unit": "KGM"}), MASS="9.999999999999")
    assert read(exact).product.parts[0].mass.text == "9.999999999999 kg"


OLDER = {
    "0.3.0": ("circularityInformation", "recyecledContent", "massAmount", "recycled"),
    "0.3.10": ("circularityScorecard", "recyecledContent", "massAmount", "recycledAmount"),
    "0.4.0": ("circularityScorecard", "recyecledContent", "massAmount", "recycledAmount"),
    "0.4.1": ("circularityScorecard", "recycledContent", "massAmount", "recycledAmount"),
    "0.5.0": ("circularityScorecard", "recycledContent", "massAmount", "recycledAmount"),
    "0.6.0": ("circularityScorecard", "recycledContent", "mass", "recycledMassFraction"),
    "0.6.1": ("circularityScorecard", "recycledContent", "mass", "recycledMassFraction"),
}


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(("version", "names"), OLDER.items())
def test_every_version_says_the_same_by_its_own_names(version, names, flat):
    card, content, mass, recycled = names
    material = {"name": "Steel", "massFraction": 1, mass: {"value": 10, "unit": "KGM"}, recycled: 0.25}
    subject = passport(material, **{card: {content: 0.5}})
    if flat:  # passport and product are one mapping, as up to 0.3
        subject |= subject.pop("product")
    reading = read(credential(subject, version=version))
    assert reading.version == version
    (part,) = reading.product.parts
    assert (part.mass.text, part.feedstock.shares["recycled"].text) == ("10 kg", "25 %")
    assert part.feedstock.shares["virgin"].text == "75 %"
    # 1 × 0.25 is recycled, and not the 0.5 that is declared
    assert codes(reading) == ["passport-figure-told", "passport-recycled-differs"]
    assert reading.product.source.places["/parts/0/mass"].endswith(f"/materialsProvenance/0/{mass}")


def test_a_bare_passport_is_read_without_an_envelope():
    bare = whole()["credentialSubject"]
    reading = read(bare)
    assert (reading.version, codes(reading)) == ("unknown", ["passport-without-version"])
    assert reading.product.source.id == "https://example.org/p/1"
    del bare["product"]["id"]
    assert read(bare).product.source.id == "unknown"
    assert codes(read(bare)) == ["passport-without-version", "passport-without-id"]


@pytest.mark.parametrize(
    ("unit", "text", "kilograms"), [("KGM", "8 kg", 8), ("GRM", "8 g", F(8, 1000)), ("TNE", "8 t", 8000)]
)
def test_units_are_those_of_recommendation_20(unit, text, kilograms):
    document = of()
    document["credentialSubject"]["product"]["dimensions"] = {"weight": {"value": 8, "unit": unit}}
    mass = read(document).product.mass
    assert (mass.text, mass.value) == (text, kilograms)


def test_a_mass_that_is_not_stated_is_its_fraction_of_the_weight():
    reading = read(of({"name": "Steel", "massFraction": 0.125}))  # of 10 kg: 1.25 kg
    assert reading.product.parts[0].mass.text == "1.25 kg"
    assert codes(reading) == ["passport-mass-computed", "passport-fractions-below"]
    place = "/credentialSubject/materialsProvenance/0/massFraction"
    assert reading.product.source.places["/parts/0/mass"] == place


@pytest.mark.parametrize(
    ("fraction", "kilograms", "differs"),
    [
        (Decimal("0.33"), Decimal("3.333"), False),  # 0.3333, rounded to 2 decimals
        (Decimal("0.333"), Decimal("3.333"), False),
        (Decimal("0.334"), Decimal("3.333"), True),
        (Decimal("0.3"), Decimal("3.05"), False),  # 0.305 is half a hundredth from 0.30
        (Decimal("0.3"), Decimal("3.051"), True),
        (Decimal("0.3"), Decimal("2.949"), True),
    ],
)
def test_a_rounded_fraction_agrees_with_a_mass(fraction, kilograms, differs):
    stated = {"name": "Steel", "massFraction": fraction, "mass": {"value": kilograms, "unit": "KGM"}}
    assert ("passport-mass-differs" in codes(read(of(stated)))) is differs


@pytest.mark.parametrize(
    ("declared", "differs"),
    [(Decimal("0.46"), False), (Decimal("0.458"), False), (Decimal("0.459"), True), (Decimal("0.51"), True)],
)
def test_a_declared_circularity_is_compared_with_its_own_figures(declared, differs):
    # 1 − ((1 − 0.3) + (1 − 0.4)) ÷ (2 × 1.2) = 1 − 1.3 ÷ 2.4 = 11/24 = 0.45833…
    card = {"recycledContent": Decimal("0.3"), "recyclableContent": Decimal("0.4"), "utilityFactor": Decimal("1.2")}
    reading = read(scores(**card, materialCircularityIndicator=declared))
    assert ("passport-circularity-differs" in codes(reading)) is differs
    assert reading.product.declared.untp_circularity.value == F(str(declared))
    assert reading.product.declared.material_circularity is None
    for finding in reading.findings:
        if finding.code == "passport-circularity-differs":
            # EMF: 1 − 0.9 × (1.3 ÷ 2) ÷ 1.2 = 1 − 0.4875 = 0.5125
            assert dict(finding.data) == {"untp": "0.4583", "material": "0.5125"}


def test_without_all_of_its_figures_a_declared_circularity_is_not_compared():
    reading = read(scores(recycledContent=1, materialCircularityIndicator=0.67))
    assert codes(reading) == ["passport-figure-told"]


def test_a_declared_figure_above_1_is_not_read():
    reading = read(scores(materialCircularityIndicator=67))
    assert codes(reading) == ["passport-share"]
    assert reading.product.declared is None


def test_recycled_content_by_masses_where_no_fraction_is_stated():
    material = {"name": "Steel", "mass": {"value": 5, "unit": "KGM"}, "recycledMassFraction": 0.5}
    # 5 kg of 10 kg, half of it recycled: 0.25
    card = {"circularityScorecard": {"recycledContent": 0.25}}
    assert codes(read(of(material, **card))) == ["passport-figure-told"]
    card = {"circularityScorecard": {"recycledContent": 0.3}}
    (told,) = [f for f in read(of(material, **card)).findings if f.code == "passport-recycled-differs"]
    assert dict(told.data) == {"described": "50", "recycled": "25"}


def test_parts_have_ids_of_their_own():
    names = ["Steel", "steel-2", "STEEL", "Stéel", None, "鋼", "x" * 80, "x" * 80]
    materials = [{"name": name, "mass": {"value": 1, "unit": "GRM"}} for name in names]
    reading = read(of(*materials))
    assert [part.id for part in reading.product.parts] == [
        "steel",
        "steel-2",
        "steel-3",
        "steel-4",  # another name, of which the letters without accents are the same
        "material-5",
        "material-6",
        "x" * 64,
        f"{'x' * 62}-2",
    ]
    assert codes(reading).count("passport-material-twice") == 2  # STEEL, and the last


def test_two_names_of_one_field_that_say_the_same_are_read():
    reading = read(whole(recycledMassFraction=0.5, recycledAmount=0.5))
    assert codes(reading) == []
    assert reading.product.parts[0].feedstock.shares["recycled"].text == "50 %"


def test_texts_are_kept_as_they_are_written():
    assert read(whole(name=" Steel ")).product.parts[0].material == " Steel "


def test_what_is_hazardous_is_told_and_no_substance_is_made_up():
    link = {"linkURL": "https://example.org/s"}
    reading = read(whole(hazardous=True, materialSafetyInformation=link))
    assert codes(reading) == ["passport-hazardous"]
    assert reading.product.parts[0].hazardous is None
    assert codes(read(whole(hazardous=False))) == []


def test_evidence_with_a_digest_is_not_told():
    claims = [{"conformityEvidence": {"linkURL": "u", "hashDigest": "00"}}, {"conformityTopic": "circularity.content"}]
    assert codes(read(credential(whole()["credentialSubject"] | {"conformityDeclarations": claims}))) == []


def test_times_that_follow_each_other_are_not_told():
    valid = {"validFrom": "2024-03-15T12:00:00Z", "validUntil": "2024-03-15T12:00:00+00:00"}
    assert codes(read(whole() | valid)) == []


def tender():
    field = {"kind": "material_passport", "fields": ["material", "mass", "recycled_content"]}
    worth = {"declared": "50 %", "documented": "100 %", "third_party": "100 %"}
    return ct.Tender(
        schema="circular-tender/tender/1",
        reference="T",
        title="T",
        buyer="B",
        currency="EUR",
        prices={"vat": "excluded", "lines": [{"id": "battery", "unit": "piece", "quantity": "1"}]},
        award={"method": "weighted_points", "points": "100", "on_rejection": "keep", "rounding": "none", "ties": []},
        criteria=[
            {
                "id": "passport",
                "title": "P",
                "weight": "100",
                "indicator": field | {"verification": worth},
                "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
            }
        ],
    )


def points(document):
    product = read(document, evidence="dpp").product
    proof = {"dpp": {"kind": "documented", "title": "Digital product passport"}}
    bid = ct.Bid(schema="circular-tender/bid/1", tender="T", id="a", bidder="A", products=[product], evidence=proof)
    assert ct.read_bids(ct.write(bid).encode()) == (bid,)
    return ct.assess(tender(), [bid])["a"].points


def test_a_product_from_a_passport_earns_what_it_tells():
    # half of the mass is described, with 2 of 3 fields: 100 × 0.5 × 2/3
    assert points(of({"name": "Steel", "mass": {"value": 5, "unit": "KGM"}})) == F(100, 3)


def test_a_passport_without_materials_or_with_masses_that_can_not_be_earns_nothing():
    assert points(of()) == 0
    assert points(SAMPLE) == 0
