"""How pointers and patterns are walked; expected by hand from record.md, Facts."""

import pytest

from circular_tender.rules.facts import ABSENT, filled, matches, member, members, pointer, resolve, row_name, segments

DOCUMENT = {
    "list": [{"id": "x", "n": "1"}, {"id": "y"}],
    "map": {"b": {"deep": ["p", "q"]}, "a": {"deep": ["r"]}},
    "odd": {"a/b": "slash", "c~d": "tilde", "~1": "both", "": "empty"},
    "null": None,
}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("/a/0", ("a", "0")),
        ("/a~1b", ("a/b",)),
        ("/a~1b~1c", ("a/b/c",)),
        ("/c~0d", ("c~d",)),
        ("/~01", ("~1",)),  # RFC 6901: ~1 first, then ~0
        ("/", ("",)),
    ],
)
def test_segments_and_pointers_are_inverse(text, parts):
    assert segments(text) == parts
    assert pointer(*parts) == text


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("/list/0/n", "1"),
        ("/odd/a~1b", "slash"),
        ("/odd/c~0d", "tilde"),
        ("/odd/~01", "both"),
        ("/odd/", "empty"),
        ("/list/1/n", ABSENT),
        ("/null", ABSENT),
        ("/null/below", ABSENT),
        ("/nothing/below", ABSENT),
        ("/list/0/n/below", ABSENT),
    ],
)
def test_what_stands_at_a_pointer(at, found):
    assert resolve(DOCUMENT, segments(at)) == found


def test_members_of_an_object_are_sorted_and_of_a_list_in_order():
    assert members(DOCUMENT, ("map",)) == ["a", "b"]
    assert members(DOCUMENT, ("list",)) == ["0", "1"]
    assert members(DOCUMENT, ("nothing",)) == []
    assert members(DOCUMENT, ("list", "0", "id")) == []


def test_matches_of_several_stars_in_document_order():
    assert list(matches(DOCUMENT, segments("/map/*/deep/*"))) == [("a", "0"), ("b", "0"), ("b", "1")]
    assert list(matches(DOCUMENT, segments("/map/a"))) == [()]


def test_the_stars_take_the_first_values():
    assert filled(("a", "*", "b"), ("1", "2")) == ("a", "1", "b")


def test_a_row_of_a_list_is_named_by_its_id_and_of_an_object_by_its_key():
    assert row_name(DOCUMENT, segments("/list/*/n"), "1") == "y"
    assert row_name(DOCUMENT, segments("/map/*"), "a") == "a"


def test_a_member_is_named_in_one_way_only():
    assert [member(["a", "b", "c"], part) for part in ("0", "2", "3", "-1", "00", "٠", "", "9" * 5000)] == [
        *("a", "c"),
        *[None] * 6,
    ]
    assert (member({"0": "x"}, "0"), member({"a": None}, "a"), member({"a": "x"}, "b")) == ("x", None, None)
    assert (member("text", "0"), member(None, "a"), member(True, "a")) == (None, None, None)  # noqa: FBT003
