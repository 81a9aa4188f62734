"""Which proof counts: the table of documents.md written out by hand, days of expiry, and what decisions make of a proof.

Each indicator that asks for proof is asked about one claim, made so that its measured value is one number where the
proof counts and another where it does not; every record goes through the checker.
"""

import hashlib
import json
from fractions import Fraction as F

import pytest

import circular_tender as ct

KINDS = ("declared", "documented", "third_party", "contractual")
TABLE = {  # asked → what counts, as documents.md says
    "declared": {"declared", "documented", "third_party", "contractual"},
    "documented": {"documented", "contractual", "third_party"},
    "third_party": {"third_party"},
    "contractual": {"contractual"},
}
DAY = "2026-10-15"
AROUND = (("2026-10-14", False), ("2026-10-15", True), ("2026-10-16", True), (None, True))
DECADE = {"kind": "linear", "zero_at": "0 years", "full_at": "10 years"}
YES_NO = {"kind": "levels", "levels": {"yes": "100 %", "no": "0 %"}}
CLAIMS = {  # indicator → its keys beside the proof, its scale, and the measured value with and without the proof
    "answer": ({"asks": "time", "otherwise": "1 year"}, {**DECADE, "zero_at": "1 year"}, F(6), F(1)),
    "choice": ({"otherwise": "no"}, YES_NO, "yes", "no"),
    "reuse_at_end_of_life": (
        {"destinations": {"reuse": "100 %", "landfill": "20 %"}, "otherwise": "landfill"},
        {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
        F(1),
        F(1, 5),
    ),
    "recycled_content": (
        {"feedstock": {"recycled": "100 %", "virgin": "10 %"}, "otherwise": "virgin"},
        {"kind": "linear", "zero_at": "0 %", "full_at": "100 %"},
        F(1),
        F(1, 10),
    ),
    "shortest": ({"aggregate": "shortest", "otherwise": "0 years"}, DECADE, F(8), F(0)),
    "mean_by_pieces": ({"aggregate": "mean_by_pieces", "otherwise": "0 years"}, DECADE, F(8), F(0)),
}
WORTH = {"declared": "40 %", "documented": "60 %", "third_party": "100 %", "contractual": "80 %"}


def bid(build, kind, valid_until=None, proof="proof", **more):
    """A bid that claims everything with one proof, or with none."""
    part = build.part("p", "10 kg", {"reuse": "100 %"}, proof, {"mass": "10 kg"}, proof)
    part["feedstock"] = {"shares": {"recycled": "100 %"}, "evidence": proof}
    product = {"id": "x", "line": "piece", "mass": "10 kg", "parts": [part]}
    evidence = {"kind": kind, "title": "t", **({} if valid_until is None else {"valid_until": valid_until})}
    return build.bid(
        "a",
        answers={},
        products=[product | {"guarantee": {"term": "8 years", "evidence": proof}}],
        evidence={} if kind is None else {"proof": evidence | more},
    )


def log(*decisions):
    taken = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
    return ct.read_decisions(
        {
            "schema": "circular-tender/decisions/1",
            "tender": "T-1",
            "decisions": [{"kind": "evidence", "bid": "a", **taken, **decision} for decision in decisions],
        }
    )


def counted(counts_as, proof="proof"):
    return log({"evidence": proof, "counts_as": counts_as})


def measured(build, verify, name, asked, given, decisions=None, day=DAY):
    """What is measured of a bid; its record is accepted."""
    keys, scale, _, _ = CLAIMS[name]
    kind = "guaranteed_lifetime" if "aggregate" in keys else name
    tender = build.tender(build.leaf("c", 10, {"kind": kind, "evidence": asked, **keys}, scale))
    if name in {"answer", "choice"}:
        proof = given["products"][0]["guarantee"]["evidence"]
        given = given | {"answers": {"c": {"value": "6 years" if name == "answer" else "yes", "evidence": proof}}}
    return assessed(build, verify, tender, given, decisions, day)


def assessed(build, verify, tender, given, decisions, day):
    if day:
        tender = ct.read_tender({**tender.plain, "reference_date": day})
    assessment = ct.assess(tender, ct.read_bids([given]), None, decisions)
    assert verify(ct.record(assessment)) == []
    return assessment["a"]["c"].measured.value


@pytest.mark.parametrize("shown", KINDS)
@pytest.mark.parametrize("asked", KINDS)
@pytest.mark.parametrize("name", CLAIMS)
def test_which_kinds_count_where_one_is_asked_for(build, verify, name, asked, shown):
    *_, proven, otherwise = CLAIMS[name]
    expected = proven if shown in TABLE[asked] else otherwise
    for day in (None, DAY):
        assert measured(build, verify, name, asked, bid(build, shown), day=day) == expected


@pytest.mark.parametrize("asked", KINDS)
@pytest.mark.parametrize("name", CLAIMS)
def test_no_proof_counts_as_none(build, verify, name, asked):
    *_, otherwise = CLAIMS[name]
    for listed in (None, "third_party"):  # no proof is listed, or one to which the claim does not point
        for day in (None, DAY):
            assert measured(build, verify, name, asked, bid(build, listed, proof=None), day=day) == otherwise


@pytest.mark.parametrize("counts_as", [*KINDS, "none"])
@pytest.mark.parametrize("asked", KINDS)
@pytest.mark.parametrize("name", CLAIMS)
def test_a_proof_counts_as_was_decided_and_not_as_its_bidder_says(build, verify, name, asked, counts_as):
    *_, proven, otherwise = CLAIMS[name]
    expected = proven if counts_as in TABLE[asked] else otherwise
    for shown in ("declared", "third_party"):
        assert measured(build, verify, name, asked, bid(build, shown), counted(counts_as)) == expected
        stands_in = bid(build, shown, equivalent_to="FSC")
        assert measured(build, verify, name, asked, stands_in, counted(counts_as)) == expected


@pytest.mark.parametrize(("until", "valid"), AROUND)
@pytest.mark.parametrize("name", CLAIMS)
def test_a_proof_counts_until_the_last_day_on_which_it_is_valid(build, verify, name, until, valid):
    *_, proven, otherwise = CLAIMS[name]
    given = bid(build, "third_party", until)
    assert measured(build, verify, name, "documented", given) == (proven if valid else otherwise)
    assert measured(build, verify, name, "documented", given, day=None) == proven  # without a day none expires
    # no decision on its kind makes an expired proof valid, and a valid one of too weak a kind does not count
    assert measured(build, verify, name, "documented", given, counted("documented")) == (proven if valid else otherwise)
    assert measured(build, verify, name, "documented", bid(build, "declared", until)) == otherwise


@pytest.mark.parametrize(("until", "day"), [("2024-02-29", "2024-03-01"), ("2025-12-31", "2026-01-01")])
def test_days_are_those_of_the_calendar(build, verify, until, day):
    given = bid(build, "documented", until)
    assert measured(build, verify, "shortest", "documented", given, day=day) == 0
    assert measured(build, verify, "shortest", "documented", given, day=until) == 8


def test_a_record_is_refused_where_its_log_counts_a_proof_otherwise(build, verify):
    tender = build.tender(
        build.leaf("c", 10, {"kind": "guaranteed_lifetime", "evidence": "documented", **CLAIMS["shortest"][0]}, DECADE)
    )
    members = json.loads(
        ct.record(ct.assess(tender, ct.read_bids([bid(build, "declared")]), None, counted("third_party")))
    )
    for counts_as in ("third_party", "contractual", "documented", "declared", "none"):
        members["decisions"]["decisions"][0]["counts_as"] = counts_as
        text = json.dumps(members["decisions"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        members["digests"]["decisions"] = hashlib.sha256(text.encode()).hexdigest()
        failed = {failure.check for failure in verify(json.dumps(members).encode())}
        assert failed == (set() if counts_as in TABLE["documented"] else {"V5", "V7"})


def passport(build, verify, given, decisions=None, day=DAY, rows=KINDS):
    indicator = {"kind": "material_passport", "fields": ["mass"], "verification": {row: WORTH[row] for row in rows}}
    tender = build.tender(build.leaf("c", 10, indicator, build.WHOLE_SHARE))
    return assessed(build, verify, tender, given, decisions, day)


@pytest.mark.parametrize(
    ("kind", "worth"),
    [("declared", F(2, 5)), ("documented", F(3, 5)), ("third_party", F(1)), ("contractual", F(4, 5))],
)
def test_a_passport_is_worth_the_kind_of_its_proof_while_it_is_valid(build, verify, kind, worth):
    for until, valid in AROUND:
        assert passport(build, verify, bid(build, kind, until)) == (worth if valid else 0)
        assert passport(build, verify, bid(build, kind, until), day=None) == worth
    for shown in KINDS:
        assert passport(build, verify, bid(build, shown), counted(kind)) == worth
        assert passport(build, verify, bid(build, shown), counted("none")) == 0
    assert passport(build, verify, bid(build, kind, proof=None)) == 0
    # the tender's table need not have the kind that its bidder gave it, only that as which it counts
    assert passport(build, verify, bid(build, "declared"), counted(kind), rows=[kind]) == worth
    assert passport(build, verify, bid(build, kind), counted("none"), rows=["declared"]) == 0


def refused(build, verify, *arguments, **options):
    with pytest.raises(ct.InvalidDocuments) as error:
        passport(build, verify, *arguments, **options)
    return [(p.code, str(p.place), p.sentence) for p in error.value.problems]


def test_a_kind_that_the_table_of_passports_lacks_is_told_where_it_was_said(build, verify):
    sentence = "The tender's table has the rows documented."
    given = bid(build, "third_party")
    at = "bid 1 /products/0/parts/0/passport/evidence"
    assert refused(build, verify, given, rows=["documented"]) == [("unknown-row", at, sentence)]
    product = given["products"][0]
    twice = given | {
        "products": [product | {"parts": [{**product["parts"][0], "mass": "1 kg", "id": name} for name in "pq"]}]
    }
    at = "decisions /decisions/0/counts_as"
    assert refused(build, verify, twice, counted("declared"), rows=["documented"]) == [("unknown-row", at, sentence)]


def test_a_requirement_can_have_the_name_of_a_proof(build):
    plain = build.tender(build.judged(), lines=()).plain | {"requirements": [{"id": "proof", "title": "Proof"}]}
    tender, marks = ct.read_tender(plain), build.marked(build.tender(build.judged()), a="1").judgements
    given = ct.read_bids(
        [build.bid("a", evidence={"proof": {"kind": "declared", "title": "t", "equivalent_to": "FSC"}})]
    )
    met = {"kind": "requirement", "requirement": "proof", "met": True}
    own = {"evidence": "proof", "counts_as": "none"}
    for decisions, missing in (
        (log(met), ["equivalence-undecided"]),
        (log(own), ["decision-missing"]),
        (log(met, own), []),
    ):
        found = []
        try:
            ct.assess(tender, given, marks, decisions)
        except ct.InvalidDocuments as error:
            found = [problem.code for problem in error.problems]
        assert found == missing
