"""Digital product passports that are none, or that mean harm: each is refused or read, and none hangs or crashes."""

import json

import pytest
from bilingual import problems_of
from hypothesis import given, settings
from hypothesis import strategies as st
from passported import CELL, SAMPLE, as_bytes, credential, passport

import circular_tender as ct


def refusals(source):
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_product_passport(source, line="battery")
    return [(problem.code, problem.place.pointer) for problem in problems_of(raised.value)]


BATTERY_PASS = {  # in the manner of random sample data of another model: no field of it is one of UNTP
    "recycledContent": [{"recycledMaterial": "Nickel", "preConsumerShare": 54.4, "postConsumerShare": 56.9}],
    "renewableContent": "RENEWABLE",
    "batteryMaterials": [{"batteryMaterialMass": 1.5, "isCriticalRawMaterial": True}],
}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "empty-document"),
        (b"[]", "not-a-mapping"),
        (b'"passport"', "not-a-mapping"),
        (b'{"credentialSubject": [{"product": {}}]}', "wrong-type"),
        (b"eyJhbGciOiJFZERTQSJ9.e30.sig", "not-json"),
        (json.dumps(SAMPLE).encode("utf-16"), "byte-order-mark"),
        (json.dumps(SAMPLE).encode("utf-16-le"), "not-utf8"),
        (json.dumps(SAMPLE).encode("utf-8-sig"), "byte-order-mark"),
        (b'{"a":' + b"[" * 100_000, "too-deep"),
        (b" " * 4_194_305, "too-large"),
        (b'{"product": {"name": "\\ud800"}}', "lone-surrogate"),
        (b'{"product": {"name": "a\\u0000"}}', "control-character"),
        (as_bytes(BATTERY_PASS, RENEWABLE="2.49E38"), "passport-without-product"),
        (as_bytes(BATTERY_PASS, RENEWABLE="2.49E38").decode().encode("utf-16"), "byte-order-mark"),
    ],
)
def test_what_is_no_passport(source, code, no_hang):
    assert [found for found, _ in refusals(source)] == [code]


def test_a_key_that_stands_twice():
    assert refusals(as_bytes(SAMPLE).replace(b'"value": 10', b'"value": 10, "value": 1', 1)) == [
        ("duplicate-key-json", "/credentialSubject/product/dimensions/weight/value")
    ]


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("2.49E38", "number-exponent"),
        ("1e999999999", "number-exponent"),
        ("0E-999999", "number-exponent"),
        ("9" * 100_000, "number-size"),
        ("0." + "1" * 100_000, "number-size"),
        ("-0", "number-minus-zero"),
        ("-1", "below-zero"),
        ("true", "number-boolean"),
        ('"0.2"', "wrong-type"),
        ("[0.2]", "wrong-type"),
        ("NaN", "json-constant"),
        ("-Infinity", "json-constant"),
    ],
)
def test_numbers_are_refused_where_they_stand(token, code, no_hang):
    flawed = as_bytes(credential(passport(CELL | {"massFraction": "HERE"})), HERE=token)
    assert refusals(flawed) == [(code, "/credentialSubject/materialsProvenance/0/massFraction")]


def test_a_program_may_hand_over_nothing_but_plain_values():
    assert refusals(credential(passport(CELL | {"massFraction": 0.1 + 0.2})))[0][0] == "number-float"
    assert refusals(credential(passport(CELL | {"massFraction": {1, 2}})))[0][0] == "wrong-type"
    assert refusals(credential(passport(CELL | {"massFraction": float("nan")})))[0][0] == "number-form"


def test_ten_thousand_materials_of_one_name(no_hang):
    many = credential(passport(*[{"name": "a", "mass": {"value": 0, "unit": "KGM"}}] * 10_000))
    parts = ct.read_product_passport(as_bytes(many), line="battery").product.parts
    assert len({part.id for part in parts}) == 10_000


FIELDS = (
    "@context id credentialSubject product name dimensions weight value unit materialsProvenance mass massAmount "
    "massFraction recycled recycledAmount recycledMassFraction hazardous materialType originCountry granularityLevel "
    "materialSafetyInformation linkURL circularityScorecard circularityInformation recycledContent recyecledContent "
    "utilityFactor materialCircularityIndicator recyclableContent conformityClaim conformityEvidence hashDigest "
    "validFrom validUntil"
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-2, 10**20)
    | st.floats(allow_nan=False)
    | st.sampled_from(["KGM", "item", "steel", "", "2024-03-15T12:00:00Z", "/untp/dpp/0.6.0/", "data:x"])
    | st.text(max_size=3)
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS.split()), inner, max_size=6),
)


def mutated(document, changes):
    """A document with something else at some of its places."""
    whole = json.loads(json.dumps(document))
    for position, value in changes:
        here, steps = whole, position
        while isinstance(here, dict | list) and here:
            keys = [*here] if isinstance(here, dict) else [*range(len(here))]
            key = keys[steps % len(keys)]
            steps //= len(keys)
            if steps == 0 or not isinstance(here[key], dict | list):
                here[key] = value
                break
            here = here[key]
    return whole


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), ANYTHING), min_size=1, max_size=4))
def test_whatever_stands_in_a_passport_it_is_read_or_refused(changes):
    source = mutated(SAMPLE, changes)
    for given_as in (source, as_bytes(source) if isinstance(source, dict) else b"[]"):
        try:
            reading = ct.read_product_passport(given_as, line="battery")
        except ct.InvalidDocuments:
            continue
        product = reading.product
        ct.Bid(schema="circular-tender/bid/1", tender="T", id="a", bidder="A", products=[product])  # parts not heavier
        assert reading.granularity in {None, "item", "batch", "model"}
