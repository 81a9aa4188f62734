"""Which claims do not count, and why not, word for word in both languages; and where each of them stands."""

import re

import pytest

import circular_tender as ct

DAY = "2026-10-15"
PROOFS = {
    "word": {"kind": "declared", "title": "t"},
    "paper": {"kind": "documented", "title": "t"},
    "deal": {"kind": "contractual", "title": "t"},
    "lab": {"kind": "third_party", "title": "t"},
    "old": {"kind": "third_party", "title": "t", "valid_until": "2026-10-14"},
    "odd": {"kind": "third_party", "title": "t"},
}
NOT_ACCEPTED = {
    "kind": "evidence",
    "bid": "a",
    "evidence": "odd",
    "counts_as": "none",
    "at": "2026-11-01T09:00:00Z",
    "by": "officer",
    "reason": "seen",
}
RECYCLED = {"kind": "recycled_content", "feedstock": {"recycled": "100 %", "virgin": "0 %"}, "otherwise": "virgin"}
LIFETIME = {"kind": "guaranteed_lifetime", "aggregate": "shortest", "otherwise": "0 years"}
PASSPORT = {
    "kind": "material_passport",
    "fields": ["mass"],
    "verification": {"declared": "50 %", "third_party": "100 %"},
}
DECADE = {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"}


def explained(build, indicator, scale, day=DAY, **bid):
    tender = build.tender(build.leaf("c", 10, indicator, scale), lines=bid.pop("lines", [("piece", 1)]))
    if day:
        tender = ct.read_tender({**tender.plain, "reference_date": day})
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [NOT_ACCEPTED]}
    bids = ct.read_bids([build.bid("a", evidence=PROOFS, **bid)])
    return ct.explain(ct.assess(tender, bids, None, ct.read_decisions(log)), "a")


BEGINS = {
    "en": re.compile("This proof counts|These passports"),
    "nl": re.compile("Dit bewijs telt|Deze paspoorten"),
}


def told(explanation):
    """What is said of claims that do not count, in English and in Dutch: it ends the paragraph about the criterion."""
    found = []
    for language, begin in BEGINS.items():
        blocks = ct.to_text(explanation, language=language).replace("\N{NO-BREAK SPACE}", " ").split("\n\n")
        (paragraph,) = [" ".join(block.split()) for block in blocks if block.startswith("c: ")]
        said = begin.search(paragraph)
        found.append(paragraph[said.start() :] if said else "")
    return found


def parts(build, *proofs):
    """A part for each of these proofs, all of recycled steel with a passport."""
    made = [build.part(f"p{n}", "1 kg", None, None, {"mass": "1 kg"}, proof) for n, proof in enumerate(proofs)]
    made = [
        part | {"feedstock": {"shares": {"recycled": "100 %"}, "evidence": proof}}
        for part, proof in zip(made, proofs, strict=True)
    ]
    return [{"id": "x", "line": "piece", "mass": "10 kg", "parts": made}]


def test_every_reason_why_claims_do_not_count(build):
    products = parts(build, "word", "word", "paper", "lab", "old", "odd", "odd", None)
    found = explained(build, RECYCLED | {"evidence": "documented"}, build.WHOLE_SHARE, products=products)
    assert told(found) == [
        "This proof counts: a term of the contract, a document, a third party's statement. These do not count: claims whose proof is a declaration, 2 (x/p0, x/p1); "
        "claims whose proof was not accepted, 2 (x/p5, x/p6); without a claim or without proof, 1 (x/p7); "
        "claims whose proof was no longer valid on 15 October 2026, 1 (x/p4).",
        "Dit bewijs telt: een bepaling van het contract, een document, een verklaring van een derde partij. Daarom telt niet mee: claims met als bewijs een "
        "eigen verklaring, 2 keer (x/p0, x/p1); claims waarvan het bewijs niet is aanvaard, 2 keer (x/p5, x/p6); wat "
        "zonder claim of zonder bewijs is, 1 keer (x/p7); claims waarvan het bewijs niet meer geldig was op 15 oktober "
        "2026, 1 keer (x/p4).",
    ]
    (reason,) = found.reasons
    here = "/products/0/parts/{}/feedstock/evidence".format
    assert sorted((claim.pointer, claim.shown) for claim in reason.unproven) == [
        (here(0), "declared"),
        (here(1), "declared"),
        (here(4), "expired"),
        (here(5), "none"),
        (here(6), "none"),
        (here(7), "(none)"),
    ]
    # without a day nothing has expired
    found = explained(build, RECYCLED | {"evidence": "documented"}, build.WHOLE_SHARE, day=None, products=products)
    assert "no longer valid" not in told(found)[0]


def test_a_term_of_the_contract_is_asked_for_by_its_name(build):
    products = [
        {"id": name, "line": name, "mass": "1 kg", "parts": [], "guarantee": {"term": "9 years", "evidence": proof}}
        for name, proof in (("x", "deal"), ("y", "paper"), ("z", "lab"))
    ]
    lines = [(name, 1) for name in "xyz"]
    assert told(explained(build, LIFETIME | {"evidence": "contractual"}, DECADE, products=products, lines=lines)) == [
        "This proof counts: a term of the contract. These do not count: claims whose proof is a "
        "document, 1 (y); claims whose proof is a third party's statement, 1 (z).",
        "Dit bewijs telt: een bepaling van het contract. Daarom telt niet mee: claims met "
        "als bewijs een document, 1 keer (y); claims met als bewijs een verklaring van een derde partij, 1 keer (z).",
    ]
    assert told(explained(build, LIFETIME | {"evidence": "third_party"}, DECADE, products=products, lines=lines)) == [
        "This proof counts: a third party's statement. These do not count: claims whose proof is "
        "a term of the contract, 1 (x); claims whose proof is a document, 1 (y).",
        "Dit bewijs telt: een verklaring van een derde partij. Daarom telt niet mee: claims "
        "met als bewijs een bepaling van het contract, 1 keer (x); claims met als bewijs een document, 1 keer (y).",
    ]


@pytest.mark.parametrize(
    ("proof", "english", "dutch"),
    [
        ("word", "claims whose proof is a declaration, 1", "claims met als bewijs een eigen verklaring, 1 keer"),
        ("odd", "claims whose proof was not accepted, 1", "claims waarvan het bewijs niet is aanvaard, 1 keer"),
        (None, "without a claim or without proof, 1", "wat zonder claim of zonder bewijs is, 1 keer"),
        (
            "old",
            "claims whose proof was no longer valid on 15 October 2026, 1",
            "claims waarvan het bewijs niet meer geldig was op 15 oktober 2026, 1 keer",
        ),
        ("lab", None, None),
    ],
)
@pytest.mark.parametrize("kind", ["answer", "choice"])
def test_of_a_single_answer(build, kind, proof, english, dutch):
    keys, scale, value = {"asks": "time", "otherwise": "0 years"}, DECADE, "6 years"
    if kind == "choice":
        keys, scale, value = {"otherwise": "no"}, {"kind": "levels", "levels": {"yes": "100 %", "no": "0 %"}}, "yes"
    answers = {"c": {"value": value, "evidence": proof}}
    found = explained(build, {"kind": kind, "evidence": "documented", **keys}, scale, answers=answers)
    expected = ["", ""]
    if english:
        expected = [
            f"This proof counts: a term of the contract, a document, a third party's statement. These do not count: {english}.",
            f"Dit bewijs telt: een bepaling van het contract, een document, een verklaring van een derde partij. Daarom telt niet mee: {dutch}.",
        ]
    assert told(found) == expected
    assert [claim.pointer for claim in found.reasons[0].unproven] == ["/answers/c/evidence"] * bool(english)


@pytest.mark.parametrize(
    ("proofs", "english", "dutch"),
    [
        (["lab", "word", None], None, None),
        (
            ["lab", "odd", "odd"],
            "claims whose proof was not accepted, 2 (x/p1, x/p2)",
            "claims waarvan het bewijs niet is aanvaard, 2 keer (x/p1, x/p2)",
        ),
        (
            ["old"],
            "claims whose proof was no longer valid on 15 October 2026, 1 (x/p0)",
            "claims waarvan het bewijs niet meer geldig was op 15 oktober 2026, 1 keer (x/p0)",
        ),
        ([], None, None),
    ],
)
def test_of_passports(build, proofs, english, dutch):
    found = explained(build, PASSPORT, build.WHOLE_SHARE, products=parts(build, *proofs))
    expected = [f"These passports do not count: {english}.", f"Deze paspoorten tellen niet: {dutch}."]
    assert told(found) == (expected if english else ["", ""])
    if "odd" in proofs:  # also where no day is asked about
        found = explained(build, PASSPORT, build.WHOLE_SHARE, day=None, products=parts(build, *proofs))
        assert told(found) == expected


@pytest.mark.parametrize("day", [DAY, None])
def test_of_passports_that_also_count_by_their_granularity_and_upkeep(build, day):
    products = parts(build, "lab", "odd")
    for part in products[0]["parts"]:
        part["passport"] |= {"granularity": "item", "upkeep": "5 years"}
    asked = PASSPORT | {"granularity": {"model": "10 %", "item": "100 %"}, "upkeep": "5 years"}
    assert told(explained(build, asked, build.WHOLE_SHARE, day=day, products=products)) == [
        "These passports do not count: claims whose proof was not accepted, 1 (x/p1).",
        "Deze paspoorten tellen niet: claims waarvan het bewijs niet is aanvaard, 1 keer (x/p1).",
    ]


def test_a_decision_on_a_proof_is_told_with_it(build):
    found = explained(build, PASSPORT, build.WHOLE_SHARE, products=parts(build, "odd"))
    pages = [" ".join(ct.to_text(found, language=language).split()) for language in ("en", "nl")]
    assert "1 November 2026, 09:00 (UTC), officer: The proof odd counts as: no proof. The reason: “seen”" in pages[0]
    assert (
        "1 november 2026, 09:00 (UTC), officer: Het bewijs odd telt als: geen bewijs. De motivering: “seen”" in pages[1]
    )
