"""Which marks a panel may give, and which are nearest to one that it may not; worked out by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.indicators import Bounds, Judgement, Listed, allows, closest, lowest, offered

TO_TEN = Bounds(least="0", greatest="10")
HALVES = Bounds(least="-1", greatest="10", step="0.5")
THIRDS_OF_A_KIND = Bounds(least="0.1", greatest="1", step="0.3")
FEW = Listed(values=("10", "0", "2.50", "7"))


@pytest.mark.parametrize(
    ("allowed", "mark", "near"),
    [
        (TO_TEN, "-0.5", ["0"]),
        (TO_TEN, "10.01", ["10"]),
        (HALVES, "-2", ["-1"]),
        (HALVES, "-0.75", ["-1", "-0.5"]),
        (HALVES, "3.2", ["3"]),
        (HALVES, "3.25", ["3", "3.5"]),
        (HALVES, "3.251", ["3.5"]),
        (HALVES, "9.9", ["10"]),
        (HALVES, "400", ["10"]),
        (THIRDS_OF_A_KIND, "0.3", ["0.4"]),
        (THIRDS_OF_A_KIND, "0.25", ["0.1", "0.4"]),
        (THIRDS_OF_A_KIND, "0.999999999999", ["1"]),
        (FEW, "-9", ["0"]),
        (FEW, "1.25", ["0", "2.50"]),
        (FEW, "4.75", ["2.50", "7"]),
        (FEW, "8", ["7"]),
        (FEW, "8.5", ["7", "10"]),
        (FEW, "11", ["10"]),
    ],
)
def test_a_mark_that_is_not_allowed_has_one_nearest_or_two(allowed, mark, near):
    assert not allows(allowed, F(mark))
    assert list(closest(allowed, F(mark))) == near
    assert all(allows(allowed, F(text)) and closest(allowed, F(text)) == (text,) for text in near)


@pytest.mark.parametrize("mark", ["0", "10", "3.14159", "9.999999999999"])
def test_between_bounds_without_a_step_any_mark_is_allowed(mark):
    assert allows(TO_TEN, F(mark))
    assert closest(TO_TEN, F(mark)) == (mark,)


def test_the_least_and_what_can_be_offered():
    assert [lowest(allowed) for allowed in (TO_TEN, HALVES, THIRDS_OF_A_KIND, FEW)] == [0, -1, F(1, 10), 0]
    assert offered(TO_TEN, 50) == ()
    assert offered(THIRDS_OF_A_KIND, 4) == ("0.1", "0.4", "0.7", "1")
    assert offered(THIRDS_OF_A_KIND, 3) == ()
    assert len(offered(HALVES, 50)) == 23
    assert offered(FEW, 1) == ("10", "0", "2.50", "7")


def test_both_sorts_are_read_from_their_keys_or_given_as_they_are():
    for allowed in (TO_TEN, HALVES, FEW):
        plain = allowed.model_dump(mode="json", exclude_unset=True)
        for given in (plain, allowed):
            read = Judgement(kind="judgement", aggregate="consensus", allowed=given)
            assert read.allowed == allowed
            assert type(read.allowed) is type(allowed)
