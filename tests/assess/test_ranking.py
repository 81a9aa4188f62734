"""Order and ties, by hand."""

import pickle
from fractions import Fraction as F

import pytest

from circular_tender.assessment import Cell, Stage
from circular_tender.derivation import Given
from circular_tender.errors import InvalidDocuments
from circular_tender.exact import Column

MARKS = {
    "a": {"one": "0.2", "two": "0.8", "three": "0"},
    "b": {"one": "0.5", "two": "0.5", "three": "0"},
    "c": {"one": "0.8", "two": "0.2", "three": "0"},
    "d": {"one": "0.1", "two": "0.1", "three": "0.5"},
    "e": {"one": "0.5", "two": "0.5", "three": "0"},
}  # a, b, c and e have 10 points, d 7


def of(build, ties, order="abcde"):
    tender = build.tender(*(build.judged(name, 10) for name in ("one", "two", "three")), ties=ties)
    return build.marked(tender, **{name: MARKS[name] for name in order})


@pytest.mark.parametrize(
    ("ties", "ranks"),
    [
        ([], [(1, "abce"), (5, "d")]),
        (["draw"], [(1, "abce"), (5, "d")]),  # a draw is not made here
        (["three"], [(1, "abce"), (5, "d")]),
        (["one"], [(1, "c"), (2, "be"), (4, "a"), (5, "d")]),
        (["two"], [(1, "a"), (2, "be"), (4, "c"), (5, "d")]),
        (["three", "two", "draw"], [(1, "a"), (2, "be"), (4, "c"), (5, "d")]),
    ],
)
def test_equal_totals_are_separated_by_the_published_criteria(build, ties, ranks):
    assessment = of(build, ties)
    assert build.ranks(assessment) == [(rank, tuple(bids)) for rank, bids in ranks]
    assert assessment.winner == (ranks[0][1] if len(ranks[0][1]) == 1 else None)
    assert {bid: assessment[bid].rank for _, bids in ranks for bid in bids} == {
        bid: rank for rank, bids in ranks for bid in bids
    }


def test_bids_that_share_a_rank_stand_in_the_order_received(build):
    assert build.ranks(of(build, [], "ecdba")) == [(1, ("e", "c", "b", "a")), (5, ("d",))]


def test_a_tie_is_separated_by_the_points_of_a_group_and_by_those_of_an_earlier_stage(build):
    group = build.group("g", build.judged("one", 10), build.judged("two", 10))
    tender = build.tender(
        group,
        build.judged("three", 20),
        ties=["g"],
        stages=[{"id": "s", "criteria": ["g"]}, {"id": "t", "criteria": ["three"]}],
    )
    marks = {"a": {"one": "0.5", "two": "0.5", "three": "1"}, "b": {"one": "1", "two": "1", "three": "0.5"}}
    assert build.ranks(build.marked(tender, **marks)) == [(1, ("b",)), (2, ("a",))]  # 30 each; 20 and 10 on g


def test_a_tie_after_a_rejection_uses_each_bids_own_points(build):
    """The first stage has three bids, the ranking two: positions may not be mixed up."""
    tender = build.tender(
        build.judged("one", 10, threshold={"at_least": "1", "on": "raw"}),
        build.judged("two", 10),
        ties=["one"],
        stages=[{"id": "s", "criteria": ["one"]}, {"id": "t", "criteria": ["two"]}],
    )
    marks = {"x": {"one": "0", "two": "1"}, "a": {"one": "0.2", "two": "0.8"}, "b": {"one": "0.8", "two": "0.2"}}
    assert build.ranks(build.marked(tender, **marks)) == [(1, ("b",)), (2, ("a",))]


def test_one_bid_is_found_by_its_id_and_one_score_by_its_criterion(build):
    assessment = of(build, [])
    assert assessment["d"]["three"].points == 5
    with pytest.raises(InvalidDocuments) as error:
        assessment["f"]
    assert [(p.code, p.found) for p in error.value.problems] == [("no-such-bid", '"f"')]
    with pytest.raises(InvalidDocuments) as error:
        assessment["d"]["thre"]
    assert [(p.code, [(name, str(said)) for name, said in p.data]) for p in error.value.problems] == [
        ("no-such-criterion", [("slip", " Was 'three' meant?")])
    ]


def test_an_assessment_can_be_pickled(build):
    assessment = of(build, ["one"])
    again = pickle.loads(pickle.dumps(assessment))  # noqa: S301 -- our own
    assert build.totals(again) == build.totals(assessment)
    assert again["a"]["one"].points_cell.node is again["b"]["one"].points_cell.node


def test_a_cell_is_replayed_from_the_leaves(build):
    a = of(build, [])["a"]
    assert a.total_cell.replayed() == a.total_cell.value == 10
    assert a["one"].measured.replayed() == F("0.2")
    assert a.total_cell.unit == "points"


def test_a_cell_without_a_column_has_no_position():
    with pytest.raises(TypeError):
        _ = Cell(Given(F(1), "number", ()), 0).value
    assert Cell(Given(F(1), "number", ())).replayed() == 1


def test_a_stage_gives_its_columns_by_aspect_and_criterion():
    node = Given(Column([F(1)]), "points", ())
    assert Stage("s", ("a",), ((("points", "c"), node),)).column("points", "c") is node
