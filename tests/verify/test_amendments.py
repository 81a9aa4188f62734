"""What a log writes into the documents, and bids that nobody can read, against small records made by hand.

Written from `docs/reference/record.md` alone. Every expected value is worked out by hand; the comment beside it says how.
"""

import hashlib
import json

import pytest

BID = {
    "id": "a",
    "x": "3",
    "tags": ["u", "v"],
    "parts": [{"m": "5", "n": None}, {"m": "7"}],
    "deep": {"er": {"y": "1"}},
}
MARKS = {"marks": {"a": {"q": {"mark": "2", "reason": "so", "members": {"ann": {"mark": "4"}, "bob": {"mark": "8"}}}}}}


def digest(value) -> str:
    """A digest as record.md defines it."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def fact(document: str, at: str, reading: str = "number", absent: str | None = None) -> list:
    """The expression for a single fact."""
    return ["fact", document, at, None, reading, absent]


def total(at: str, document: str = "bid", absent: str | None = None) -> list:
    """The expression for the sum of the facts at a pattern."""
    return ["total", ["fact", document, at, at, "number", absent]]


def record(measured, log, *expected, bids=(BID,), rejected=(), tender=None, judgements=None, **rules) -> dict:
    """A record in which each bid that remains has what is measured as its points, and shares the one rank."""
    out = {entry["bid"] for entry in rejected}
    ids = [bid["id"] for bid in bids if bid["id"] not in out]
    points = dict(zip(ids, expected, strict=True))
    column = ["value", "measured", "c"]
    rule = {"id": "c", "measured": measured, "reported": {}, "ratio": column, "weighted": column, "points": column}
    values = {aspect: [*expected] for aspect in ("measured", "ratio", "weighted", "points")}
    whole = {
        "schema": "circular-tender/record/0",
        "published": {
            "tender": tender or {},
            "rules": {
                "criteria": [rule],
                "total": ["value", "points", "c"],
                "awarded": ["value", "total", ""],
                "stages": [{"id": "s", "criteria": ["c"], "thresholds": []}],
                "recompute": False,
                "deadline": None,
                "received": None,
                "ties": [],
                "draw": False,
                "requirements": [],
                **rules,
            },
        },
        "received": [*bids],
        "judgements": judgements,
        "decisions": {"decisions": [*log]},
        "assessment": {
            "rejected": [*rejected],
            "stages": [{"id": "s", "bids": ids, "values": {"c": values}}] if ids else [],
            "total": points,
            "awarded": points,
            "ranking": [{"rank": "1", "bids": ids}] if ids else [],
        },
    }
    names = ("published", "judgements", "decisions", "assessment")
    of_bids = {bid["id"]: digest(bid) for bid in bids}
    return whole | {"digests": {name: digest(whole[name]) for name in names} | {"received": of_bids}}


def failures(checker, whole: dict, pins=None) -> list[tuple[str, str]]:
    """The checks that fail, with their places."""
    found = checker.verify(json.dumps(whole, ensure_ascii=False).encode(), pins or {})
    return [(failure.check, failure.place) for failure in found]


def clarified(pointer: str, old, new, bid: str = "a") -> dict:
    return {"kind": "clarification", "bid": bid, "pointer": pointer, "old": old, "new": new}


def proof(counts_as: str, name: str = "p", bid: str = "a") -> dict:
    return {"kind": "evidence", "bid": bid, "evidence": name, "counts_as": counts_as}


def revised(old: str, new: str, **more) -> dict:
    return {"kind": "mark_revised", "bid": "a", "criterion": "q", "old": old, "new": new, **more}


REJECTED = {"kind": "rejected", "bid": "z", "ground": "irregular"}
X = fact("bid", "/x")
PARTS = total("/parts/*/m")  # 5 + 7 where nothing is changed
KIND = [
    "lookup",
    ["published", "kinds", "1", {"paper": "1", "none": "0", "law": "2"}],
    fact("bid", "/evidence/p/kind", "text"),
]
PROVEN = {"id": "a", "evidence": {"p": {"kind": "paper"}, "q": {"kind": "law"}}}


@pytest.mark.parametrize(
    ("measured", "log", "expected"),
    [
        (X, [], "3"),
        (X, [clarified("/x", "3", "4")], "4"),
        (X, [clarified("/x", "3", "4"), clarified("/x", "4", "9"), clarified("/x", "9", "6.50")], "13/2"),
        (X, [clarified("/x", "3", "3")], "3"),
        (fact("bid", "/new", absent="0"), [clarified("/new", None, "2")], "2"),  # a last key need not be there
        (fact("bid", "/deep/new"), [clarified("/deep/new", None, "2")], "2"),
        (fact("bid", "/a~1b"), [clarified("/a~1b", None, "2")], "2"),
        (fact("bid", "/~01"), [clarified("/~01", None, "2")], "2"),  # the key ~1
        (fact("bid", "/", absent="0"), [clarified("/", None, "2")], "2"),  # the key of no letters
        (PARTS, [clarified("/parts/0/m", "5", "6")], "13"),
        (PARTS, [clarified("/parts/1", {"m": "7"}, {"m": "1"})], "6"),
        (PARTS, [clarified("/parts", BID["parts"], [{"m": "1"}])], "1"),
        (fact("bid", "/parts/0/n"), [clarified("/parts/0/n", None, "2")], "2"),  # null was there
        # a change below what another has changed, and one that writes over it
        (PARTS, [clarified("/parts/1", {"m": "7"}, {"m": "1"}), clarified("/parts/1/m", "1", "2")], "7"),
        (PARTS, [clarified("/parts/1/m", "7", "1"), clarified("/parts/1", {"m": "1"}, {"m": "4"})], "9"),
        (fact("bid", "/deep/er/y", absent="8"), [clarified("/deep", {"er": {"y": "1"}}, None)], "8"),
        # of other kinds: nothing is written
        (X, [{"kind": "opened", "stage": "s"}, {"kind": "low_price", "bid": "a", "explained": True}], "3"),
    ],
)  # fmt: skip
def test_a_clarification_is_read_as_if_it_stood_in_the_bid(checker, measured, log, expected):
    whole = record(measured, log, expected)
    assert failures(checker, whole) == []
    # the bid and its digest stay as they were received
    assert failures(checker, whole, {"received/a": digest(BID)}) == []


@pytest.mark.parametrize(
    "log",
    [
        [clarified("/x", "4", "3")],
        [clarified("/x", 3 * "3", "3")],
        [clarified("/x", None, "3")],
        [clarified("/x", ["3"], "3")],
        [clarified("/new", "1", "3")],
        [clarified("/x", "3", "4"), clarified("/x", "3", "3")],
        [clarified("/parts/0", {"m": "5"}, {})],  # there is a null beside it
        [clarified("/tags", ["v", "u"], [])],
        [clarified("/new/er", None, "1")],  # all but the last part must be there
        [clarified("/x/er", None, "1")],
        [clarified("/parts/0/n/er", None, "1")],
        [clarified("/parts/2", None, {"m": "1"})],  # and in a list the last part too
        [clarified("/parts/2/m", None, "1")],
        [clarified("/tags/-", None, "w")],
        [clarified("/tags/-1", "v", "w")],
        [clarified("/tags/00", "u", "w")],  # a position is written without leading zeros
        [clarified("/tags/00", None, "w")],
        [clarified("/tags/٠", None, "w")],
        [clarified("/tags/" + 5000 * "9", None, "w")],
        [clarified("tags/0", "u", "w")],  # no JSON Pointer
        [clarified("/~2", None, "w")],
        [clarified("/id", "a", "b")],  # what makes a bid this bid
        [clarified("/received", None, "2026-01-01T00:00:00Z")],
        [clarified("/bidder", None, "B")],
        [clarified("/tender/x", None, "B")],
        [clarified("/schema", None, "B")],
        [clarified("", BID, {})],
        [clarified("/x", "3", "4", bid="nobody")],
        [{**clarified("/x", "3", "4"), "pointer": None}],
        [{"kind": "rejected"}],
    ],
)  # fmt: skip
def test_a_clarification_that_does_not_fit_is_refused(checker, log):
    assert {check for check, _ in failures(checker, record(["number", "3"], log, "3"))} == {"V4"}


def test_proofs_count_as_the_log_says(checker):
    for log, expected in (
        ([], "1"),  # as paper
        ([proof("law")], "2"),
        ([proof("none")], "0"),
        ([proof("none", "q")], "1"),  # of another proof
        ([proof("none"), clarified("/evidence/p/kind", "none", "law")], "2"),  # what holds is what is clarified
    ):
        whole = record(KIND, log, expected, bids=[PROVEN])
        assert failures(checker, whole) == []
        assert failures(checker, record(KIND, log, "7", bids=[PROVEN])) != []
    for log in (
        [proof("law", "r")],
        [proof("law", bid="nobody")],
        [proof("law"), clarified("/evidence/p/kind", "paper", "law")],
    ):
        assert [check for check, _ in failures(checker, record(KIND, log, "2", bids=[PROVEN]))] == ["V4"]
    assert failures(checker, record(["number", "3"], [proof("law")], "3")) != []  # a bid without any proof


def test_a_proof_that_stands_in_for_another_needs_a_decision(checker):
    bid = {
        "id": "a",
        "evidence": {"p": {"kind": "paper", "equivalent_to": "FSC"}, "q": {"kind": "law", "equivalent_to": None}},
    }
    assert failures(checker, record(KIND, [proof("law")], "2", bids=[bid])) == []
    missing = [("V4", "not decided/0")]
    assert failures(checker, record(KIND, [], "1", bids=[bid])) == missing
    assert failures(checker, record(KIND, [proof("paper", "q")], "1", bids=[bid])) == missing
    # a requirement of the same name is something else, and the other way round
    met = {"kind": "requirement", "bid": "a", "requirement": "p", "met": True}
    assert failures(checker, record(KIND, [met], "1", bids=[bid])) == missing
    assert failures(checker, record(KIND, [proof("paper")], "1", bids=[bid], requirements=["p"])) == missing
    assert failures(checker, record(KIND, [met, proof("paper")], "1", bids=[bid], requirements=["p"])) == []
    # what a clarification makes of it counts, and a bid that is rejected needs none
    log = [clarified("/evidence/p/equivalent_to", "FSC", None)]
    assert failures(checker, record(KIND, log, "1", bids=[bid])) == []
    log = [clarified("/evidence/q/equivalent_to", None, "FSC"), proof("paper")]
    assert failures(checker, record(KIND, log, "1", bids=[bid])) == missing
    out = [{"bid": "a", "ground": "decided", "decision": "0"}]
    assert failures(checker, record(KIND, [{**REJECTED, "bid": "a"}], bids=[bid], rejected=out)) == []


def test_marks_are_read_as_they_were_revised(checker):
    mark, members = fact("judgements", "/marks/{bid}/q/mark"), total("/marks/{bid}/q/members/*/mark", "judgements")
    for measured, log, expected in (
        (mark, [revised("2", "5")], "5"),
        (mark, [revised("2", "5", member=None)], "5"),
        (mark, [revised("2", "5"), revised("5", "6")], "6"),
        (mark, [revised("8", "9", member="bob")], "2"),
        (members, [revised("8", "9", member="bob")], "13"),  # 4 + 9
        (members, [revised("2", "5")], "12"),  # 4 + 8
    ):
        assert failures(checker, record(measured, log, expected, judgements=MARKS)) == []
    for wrong in (revised("3", "5"), revised("4", "5", member="bob"), revised("4", "5", member="eve")):
        assert failures(checker, record(mark, [wrong], "2", judgements=MARKS)) == [("V4", "decisions")]
    for wrong in ({**revised("2", "5"), "bid": "z"}, {**revised("2", "5"), "criterion": "r"}):
        assert failures(checker, record(mark, [wrong], "2", judgements=MARKS)) == [("V4", "decisions")]
    assert failures(checker, record(X, [revised("2", "5")], "3")) == [("V4", "decisions")]  # judgements are null


def test_an_unreadable_bid_is_never_late_and_must_be_rejected(checker):
    z = {"id": "z", "unreadable": {"source": "z.yaml", "sha256": None}}
    a = {**BID, "received": "2026-01-01T00:00:00Z"}
    rules = {"deadline": fact("tender", "/deadline", "text"), "received": fact("bid", "/received", "text")}
    tender = {"deadline": "2026-01-01T00:00:00Z"}
    out = [{"bid": "z", "ground": "decided", "decision": "0"}]
    assert failures(checker, record(X, [REJECTED], "3", bids=[z, a], rejected=out, tender=tender, **rules)) == []
    late = [{"bid": "z", "ground": "late"}]
    found = failures(checker, record(X, [], "3", bids=[z, a], rejected=late, tender=tender, **rules))
    assert {check for check, _ in found} >= {"V4"}
    # also where no rule reads anything of a bid
    one = ["number", "1"]
    assert failures(checker, record(one, [], "1", "1", bids=[z, a])) == [("V4", "not decided/0")]
    unreadable = {**a, "unreadable": z["unreadable"]}  # nor does the word alone keep a bid from being late
    assert ("V4", "not decided/0") in failures(
        checker, record(one, [], "1", bids=[unreadable], tender={"deadline": "2025-01-01T00:00:00Z"}, **rules)
    )
    log = [REJECTED, proof("law", "p", "z")]
    assert failures(checker, record(X, log, "3", bids=[z, a], rejected=out)) == [("V4", "decisions")]
