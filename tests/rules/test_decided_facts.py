"""Days, rows that are absent, marks of members, and facts that a decision wrote; expected values by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Written
from circular_tender.errors import InvalidDocuments, Place
from circular_tender.rules import Evaluation, Fact, Facts, Rows

TENDER = {"first": "0001-01-01", "last": "2000-03-01"}
BID = {
    "evidence": {"a": {"kind": "declared", "until": "0001-12-31"}, "b": {"kind": "third_party"}},
    "parts": [{"mass": "3 kg", "of": {"x": "1", "y": "2"}}, {"mass": "5 kg"}],
}
MARKS = {"marks": {"acme": {"plan": {"members": {"user": {"mark": "7"}, "buyer": {"mark": "6"}}}, "team": {}}}}
DECIDED = {
    "bid acme": (
        (("parts", "0"), "/decisions/0/new"),
        (("parts", "0", "mass"), "/decisions/2/new"),
        (("parts", "1"), "/decisions/3/new"),
        (("parts", "1"), "/decisions/4/new"),
    ),
    "judgements": ((("marks", "acme", "plan", "members", "user", "mark"), "/decisions/1/new"),),
}


@pytest.fixture
def evaluation():
    return Evaluation(Facts(TENDER, MARKS, {"acme": BID}, DECIDED))


def test_a_day_is_counted_from_the_first_of_january_of_the_year_one(evaluation):
    node = evaluation.single(Fact("tender", "/first", "date"))
    assert (node.value, node.unit) == (F(1), "date")
    # 1999 years of 365 days, 499 - 19 + 4 leap days before 2000 (every fourth year but 15 of the 19 centuries), and 31 + 29 days
    assert evaluation.single(Fact("tender", "/last", "date")).value == 1999 * 365 + (499 - 19 + 4) + 31 + 29 + 1


def test_a_row_that_is_absent_counts_as_its_table_says(evaluation):
    rows = Rows("bid", "/evidence/*/until", "date", absent="0001-01-02", extra=(("(none)", "0001-01-03"),))
    node = evaluation.single(rows, "acme")
    assert node.value.rows == (("a", F(365)), ("b", F(2)), ("(none)", F(3)))
    assert node.unit == "date"
    assert node.source == (
        Written("bid acme", "/evidence/a/until", "0001-12-31"),
        Written("bid acme", "/evidence/b/until", ""),
    )


def test_without_that_it_is_an_error(evaluation):
    with pytest.raises(InvalidDocuments) as error:
        evaluation.single(Rows("bid", "/evidence/*/until", "date"), "acme")
    assert [(p.code, p.place) for p in error.value.problems] == [
        ("answer-missing", Place("bid acme", "/evidence/b/until"))
    ]


def test_the_marks_of_the_members_of_one_bid(evaluation):
    fact = Fact("judgements", "/marks/{bid}/plan/members/*/mark")
    node = evaluation.single(fact, "acme")
    assert list(node.value) == [F(6), F(7)]
    assert node.source == (
        Written("judgements", "/marks/acme/plan/members/buyer/mark", "6"),
        Written("decisions", "/decisions/1/new", "7"),
    )


def test_no_marks_are_no_column(evaluation):
    with pytest.raises(InvalidDocuments) as error:
        evaluation.single(Fact("judgements", "/marks/{bid}/team/members/*/mark"), "acme")
    (problem,) = error.value.problems
    assert (problem.code, problem.place) == ("answer-missing", Place("judgements", "/marks/acme/team/members"))
    assert "members of team of acme" in problem.sentence


def test_what_a_decision_wrote_stands_in_the_log_and_the_last_one_counts(evaluation):
    masses = evaluation.single(Fact("bid", "/parts/*/mass"), "acme")
    assert masses.source == (
        Written("decisions", "/decisions/2/new", "3 kg"),
        Written("decisions", "/decisions/4/new/mass", "5 kg"),
    )
    inside = evaluation.single(Rows("bid", "/parts/0/of/*"), "acme")
    assert [place.pointer for place in inside.source] == ["/decisions/0/new/of/x", "/decisions/0/new/of/y"]
    kind = evaluation.single(Fact("bid", "/evidence/a/kind", "text"), "acme")
    assert kind.source == (Written("bid acme", "/evidence/a/kind", "declared"),)
