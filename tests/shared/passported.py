"""Digital product passports for tests, written for them: of a credential, of a bare passport, of each version.

The figures of `SAMPLE` are those of the sample that UNTP publishes, as docs of the field report them; its words are ours.
"""

import json

import circular_tender as ct

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


def assessed():
    """A tender of recycled content, and the bid of whoever offers the product of a passport."""
    read = ct.read_product_passport(whole(recycledMassFraction=0.5), line="battery", evidence="passport")
    tender = {
        "schema": "circular-tender/tender/1",
        "reference": "CELLS-1",
        "title": "Cells",
        "buyer": "Gemeente Waterdorp",
        "currency": "EUR",
        "prices": {"vat": "excluded", "lines": [{"id": "battery", "unit": "piece", "quantity": "3"}]},
        "award": {"method": "weighted_points", "points": "10", "on_rejection": "keep", "rounding": "none", "ties": []},
        "criteria": [
            {
                "id": "recycled",
                "title": "Recycled",
                "weight": "10",
                "indicator": {
                    "kind": "recycled_content",
                    "feedstock": {"recycled": "100 %", "virgin": "0 %"},
                    "evidence": "documented",
                    "otherwise": "virgin",
                },
                "scale": {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
            }
        ],
    }
    bid = ct.Bid(
        schema="circular-tender/bid/1",
        tender="CELLS-1",
        id="acme",
        bidder="Acme",
        products=[read.product],
        evidence={"passport": {"kind": "documented", "title": "Passport"}},
    )
    return ct.assess(ct.read_tender(tender), [bid])
