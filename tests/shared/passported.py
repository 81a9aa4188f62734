"""Digital product passports for tests, written for them: of a credential, of a bare passport, of each version.

The figures of `SAMPLE` are those of the sample that UNTP publishes, as docs of the field report them; its words are ours.
"""

import json

CONTEXT = "https://test.uncefact.org/vocabulary/untp/dpp/{version}/"
WEIGHT = {"weight": {"value": 10, "unit": "KGM"}}
CELL = {
    "name": "Lithium ore",
    "originCountry": "AU",
    "massFraction": 0.2,
    "mass": {"value": 10, "unit": "KGM"},
    "recycledMassFraction": 0.5,
}
CARD = {"recyclableContent": 0.5, "recycledContent": 0.3, "utilityFactor": 1.2, "materialCircularityIndicator": 0.67}


def passport(*materials, **more):
    """A product passport: 10 kg of these materials."""
    product = {"id": "https://example.org/p/1", "name": "Battery", "dimensions": WEIGHT}
    return {"product": product, "materialsProvenance": list(materials), **more}


def credential(subject, version="0.6.0", **more):
    """A credential about a product passport."""
    context = ["https://www.w3.org/ns/credentials/v2", CONTEXT.format(version=version)]
    issuer = {"id": "did:web:example.org", "name": "Example"}
    whole = {"type": ["DigitalProductPassport", "VerifiableCredential"], "@context": context, "issuer": issuer}
    return {**whole, "id": "https://example.org/c/1", "credentialSubject": subject, **more}


def whole(**more):
    """A passport in which nothing is to be told: 10 kg of one material, all of it described."""
    material = {"name": "Steel", "massFraction": 1, "mass": {"value": 10, "unit": "KGM"}, **more}
    return credential(passport(material))


def as_bytes(document, **tokens):
    """A document as JSON; a text that is one of the names is written as that token, as no program would write it."""
    text = json.dumps(document, ensure_ascii=False)
    for name, token in tokens.items():
        text = text.replace(f'"{name}"', token)
    return text.encode()


SAMPLE = credential(passport(CELL, CELL, granularityLevel="batch", circularityScorecard=CARD))
