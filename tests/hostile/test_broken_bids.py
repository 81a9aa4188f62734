"""Bids that nobody can read, among others: each is told with all that is wrong in it, and hides none of the others."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circular_tender as ct

TAKEN = {"at": "2026-11-01T09:00:00Z", "by": "officer", "reason": "seen"}
GOOD = {"schema": "circular-tender/bid/1", "tender": "T-1", "id": "a", "bidder": "A", "prices": {"piece": "10"}}
WRONG = {**GOOD, "id": "wrong", "bidder": "Wrong & Son", "prices": {"piece": "on request"}, "colour": "red"}
TOO_LARGE = b" " * (4 * 1024 * 1024 + 1)


def as_json(document):
    return json.dumps(document).encode()


def told(bids):
    """Of each bid whether it was read, its id, its bidder, and the codes of what is wrong."""
    return [
        (bid.id, bid.bidder, *(problem.code for problem in bid.problems))
        if isinstance(bid, ct.BrokenBid)
        else (bid.id, bid.bidder)
        for bid in bids
    ]


def folder(path, **files):
    for name, content in files.items():
        file = path / name.replace("_", ".")
        file.write_bytes(content if isinstance(content, bytes) else as_json(content))
    return path


FILES = {
    "0.json": as_json(GOOD),
    "1.json": as_json(WRONG),  # read to the end: it says who it is of
    "2.yaml": b"id: [",
    "Piet & Zn. B.V.yaml": b"id: 'Piet'\nbidder: ''\n",  # no id can read so, and no bidder
    "bytes.json": b'{"id": "told", "bidder": "Told", "x": "\xff"}',  # no UTF-8, so nothing in it is told
    "empty.yml": b"",
    "half.json": b'{"id": "told", "bidder": "Told"',
    "large.yaml": TOO_LARGE,
    "list.json": b'[{"id": "told"}]',
    "number.json": b'{"id": 7, "bidder": 7}',
    "~~~.json": b"{}",  # no id can be made of this name
}
MISSING = ["missing-key"] * 4  # schema, tender, id, bidder
EXPECTED = [
    ("a", "A"),
    ("wrong", "Wrong & Son", "number-form", "unknown-key"),
    ("2", "2", "not-yaml"),
    ("piet-zn-b-v", "piet-zn-b-v", "missing-key", "missing-key", "id-form", "empty-text"),
    ("bytes", "bytes", "not-utf8"),
    ("empty", "empty", "empty-document"),
    ("half", "half", "not-json"),
    ("large", "large", "too-large"),
    ("list", "list", "not-a-mapping"),
    ("7", "7", "missing-key", "missing-key", "wrong-type", "wrong-type"),
    ("bid-11", "bid-11", *MISSING),
]


@pytest.fixture
def files(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def sorted_codes(rows):
    return [(identity, bidder, *sorted(codes)) for identity, bidder, *codes in rows]


def test_a_folder_and_a_list_of_its_files_say_the_same(files):
    bids = ct.read_bids(files)
    assert sorted_codes(told(bids)) == sorted_codes(EXPECTED)
    assert ct.read_bids(sorted(files.iterdir())) == bids
    assert [bid.source for bid in bids[1:]] == sorted(FILES)[1:]
    digests = [sha256(FILES[name]).hexdigest() if name != "large.yaml" else None for name in sorted(FILES)[1:]]
    assert [bid.sha256 for bid in bids[1:]] == digests
    for bid, name in zip(bids[1:], sorted(FILES)[1:], strict=True):
        assert {problem.place.document for problem in bid.problems} == {name}


def test_a_list_of_whatever_holds_a_bid(tmp_path):
    lost = tmp_path / "lost.yaml"
    (tmp_path / "folder.json").mkdir()
    sources = [
        GOOD,
        as_json(WRONG),
        WRONG,
        b"\xff\xfe",
        {"id": "x\x00"},
        str(lost),
        tmp_path / "folder.json",
        {"id": {1}},
    ]
    bids = ct.read_bids(sources)
    assert sorted_codes(told(bids)) == sorted_codes(
        [
            ("a", "A"),
            ("wrong", "Wrong & Son", "number-form", "unknown-key"),
            ("wrong", "Wrong & Son", "number-form", "unknown-key"),
            ("bid-4", "bid-4", "byte-order-mark"),
            ("bid-5", "bid-5", "control-character"),
            ("lost", "lost", "file-not-found"),
            ("folder", "folder", "file-not-found"),
            ("bid-8", "bid-8", "wrong-type"),
        ]
    )
    assert [bid.source for bid in bids[1:]] == ["bid 2", "bid 3", "bid 4", "bid 5", "lost.yaml", "folder.json", "bid 8"]
    digests = [sha256(source).hexdigest() if isinstance(source, bytes) else None for source in sources[1:]]
    assert [bid.sha256 for bid in bids[1:]] == digests


def test_a_file_of_json_lines(tmp_path):
    lines = [
        as_json(GOOD),
        b"",
        b'{"id": "told", "x": "\xff"}',
        b"  ",
        b'{"id": ',
        as_json(WRONG),
        b"[]\r",
        TOO_LARGE + b"1",
    ]
    file = tmp_path / "all.jsonl"
    file.write_bytes(b"\n".join(lines))
    bids = ct.read_bids(file)
    assert sorted_codes(told(bids)) == sorted_codes(
        [
            ("a", "A"),
            ("bid-2", "bid-2", "not-utf8"),
            ("bid-3", "bid-3", "not-json"),
            ("wrong", "Wrong & Son", "number-form", "unknown-key"),
            ("bid-5", "bid-5", "not-a-mapping"),
            ("bid-6", "bid-6", "too-large"),
        ]
    )
    written = [line for line in lines[2:] if line.strip()]
    assert [bid.sha256 for bid in bids[1:]] == [sha256(line).hexdigest() for line in written]
    assert {bid.source for bid in bids[1:]} == {"all.jsonl"}
    places = [(problem.place.line, problem.place.pointer) for bid in bids[1:4] for problem in bid.problems]
    assert places[0][1] == ""
    assert places[1:] == [(5, ""), (6, "/prices/piece"), (6, "/colour")]
    # in a list the places of all are counted on, and a file of lines may be one among others
    assert [bid.id for bid in ct.read_bids([GOOD, file])] == ["a", "a", "bid-3", "bid-4", "wrong", "bid-6", "bid-7"]


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.lists(st.binary(max_size=40) | st.sampled_from([as_json(GOOD), as_json(WRONG), b"{}", b'{"id": "-"}'])))
def test_any_bytes_are_as_many_bids_as_there_are_lines(tmp_path_factory, lines):
    content = b"\n".join(lines)
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.write_bytes(content)
    filled = [line for line in content.split(b"\n") if line.strip()]
    bids = ct.read_bids(file)
    assert len(bids) == len(filled)
    for bid, line in zip(bids, filled, strict=True):
        if isinstance(bid, ct.BrokenBid):
            assert bid.sha256 == sha256(line).hexdigest()
            assert bid.problems
            json.dumps(bid.plain).encode()
        else:
            assert line == as_json(GOOD)


def test_a_single_bid_is_told_as_an_error(tmp_path):
    for source in (WRONG, as_json(WRONG), *folder(tmp_path, wrong_json=WRONG).iterdir()):
        with pytest.raises(ct.InvalidDocuments) as error:
            ct.read_bids(source)
        assert sorted(problem.code for problem in error.value.problems) == ["number-form", "unknown-key"]


def rejected(*names):
    decisions = [{"kind": "rejected", "bid": name, "ground": "irregular", **TAKEN} for name in names]
    return ct.read_decisions({"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": decisions})


def test_where_nothing_is_decided_all_of_its_problems_are_told(build, files):
    bids = ct.read_bids(files)
    names = [bid.id for bid in bids[1:]]
    for log in (None, rejected(), rejected(*names[1:])):
        with pytest.raises(ct.InvalidDocuments) as error:
            ct.assess(build.tender(build.priced()), bids, None, log)
        missing = [bid for bid in bids[1:] if log is None or bid.id not in {d.bid for d in log.decisions}]
        assert [problem.code for problem in error.value.problems] == [
            code for bid in missing for code in ("broken-bid", *(problem.code for problem in bid.problems))
        ]
    assert str(error.value).startswith("3 problems found.\n1. 1.json")


def test_a_rejected_one_is_listed_recorded_and_explained(build, files):
    bids = ct.read_bids(files)
    names = [bid.id for bid in bids[1:]]
    found = ct.assess(build.tender(build.priced()), bids, None, rejected(*names))
    assert build.totals(found) == {"a": 40, **dict.fromkeys(names)}
    assert [bid for bid, _ in found.rejected] == names
    record = json.loads(ct.record(found))
    for bid, plain in zip(bids[1:], record["received"][1:], strict=True):
        assert plain == {"id": bid.id, "unreadable": {"source": bid.source, "sha256": bid.sha256}}
        assert record["digests"]["received"][bid.id] == ct.digest(bid)
    for name in names:
        explanation, problems = ct.explain(found, name), len(found[name].bid.problems)
        assert explanation.reasons == ()
        english, dutch = (" ".join(ct.to_text(explanation, language=language).split()) for language in ("en", "nl"))
        assert f"This bid could not be read ({found[name].bid.source}); problems found: {problems}." in english
        assert (
            f"Deze inschrijving is niet te lezen ({found[name].bid.source}); problemen gevonden: {problems}." in dutch
        )
        assert "the bid is irregular" in english
        assert "de inschrijving is onregelmatig" in dutch
        for write in (ct.to_markdown, ct.to_html):
            for language in ("en", "nl"):
                assert write(explanation, language=language)
        assert json.loads(ct.to_json(explanation))["rank"] is None
    for write in (ct.to_text, ct.to_markdown, ct.to_html, ct.to_json):
        assert all(name in write(found) for name in names)
    assert "Wrong &amp; Son" in ct.to_html(found)


def test_an_id_that_stands_twice_is_told_of_broken_bids_too(build, tmp_path):
    bids = ct.read_bids(folder(tmp_path, a_json=GOOD, b_json={**WRONG, "id": "a"}, c_json={**WRONG, "id": "a"}))
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(build.tender(build.priced()), bids, None, rejected("a"))
    assert [(p.code, str(p.place)) for p in error.value.problems] == [
        ("duplicate-bid", "b.json /id"),
        ("duplicate-bid", "c.json /id"),
    ]


@pytest.mark.parametrize(
    "decision",
    [
        {"kind": "clarification", "pointer": "/prices/piece", "old": "on request", "new": "9"},
        {"kind": "clarification", "pointer": "/new", "old": None, "new": "9"},
        {"kind": "evidence", "evidence": "proof", "counts_as": "none"},
    ],
)
def test_nothing_in_it_can_be_changed_by_a_decision(build, decision):
    log = rejected("wrong").plain
    log["decisions"].append({**decision, "bid": "wrong", **TAKEN})
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.assess(build.tender(build.priced()), ct.read_bids([GOOD, WRONG]), None, ct.read_decisions(log))
    (problem,) = error.value.problems
    assert (problem.code, problem.place.pointer) in {
        ("no-such-place", "/decisions/1"),
        ("unknown-evidence", "/decisions/1/evidence"),
    }


def test_a_file_name_that_is_no_text_and_one_that_is_markup(build, tmp_path):
    for name in (b"<b>\xe9.json", "\u202ea|b*.yaml".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"[")
    (tmp_path / "a.json").write_bytes(as_json(GOOD))
    bids = ct.read_bids(tmp_path)
    broken = [bid.id for bid in bids if isinstance(bid, ct.BrokenBid)]
    assert broken == ["b", "a-b"]
    found = ct.assess(build.tender(build.priced()), bids, None, rejected(*broken))
    sources = [bid["unreadable"]["source"] for bid in json.loads(ct.record(found))["received"] if "unreadable" in bid]
    assert sources == ["<b>?.json", "\u202ea|b*.yaml"]
    assert "<bdi>&lt;b&gt;?.json</bdi>" in ct.to_html(found)
    assert "<bdi>\\u202ea|b*.yaml</bdi>" in ct.to_html(found)
    assert "(\\u202ea|b*.yaml)" in ct.to_text(found)
    assert "(\\\\u202ea\\|b\\*.yaml)" in ct.to_markdown(found)
