"""Facts and formulas as nodes; expected values by hand from the small documents below."""

from fractions import Fraction as F

import pytest

from circular_tender.derivation import Derived, Given, Published, Written
from circular_tender.errors import InvalidDocuments, Place
from circular_tender.exact import Column
from circular_tender.formulas import award, price
from circular_tender.rules import Evaluation, Fact, Facts, NamedTable, Rows, Values, apply, gathered

TENDER = {
    "lines": [{"id": "desk", "quantity": "400"}, {"id": "chair", "quantity": "450"}],
    "weight": "30",
    "factors": {"free": "100 %", "at_cost": "50 %"},
    "fields": ["material", "mass"],
    "odd/key": {"~": "2 kg"},
}
BIDS = {
    "a": {
        "id": "a",
        "prices": {"desk": "2.50", "chair": "1"},
        "products": [
            {"line": "chair", "parts": [{"mass": "500 g", "claim": {"proof": "p"}}, {"mass": None, "claim": None}]},
            {"line": "desk", "parts": [{"mass": "2 kg"}]},
        ],
        "proofs": {"p": {"kind": "documented"}},
        "take": {"cost": "free"},
        "shut": {"withheld": "not opened"},
    },
    "b": {"id": "b", "prices": {"desk": "3"}, "products": [], "take": None},
}
JUDGEMENTS = {"marks": {"a": {"plan": {"mark": "good"}}, "b": {"plan": {"mark": "0.5"}}}}


@pytest.fixture
def evaluation():
    return Evaluation(Facts(TENDER, JUDGEMENTS, BIDS))


def test_a_single_fact_with_its_place(evaluation):
    node = evaluation.single(Fact("tender", "/weight", unit="points"))
    assert isinstance(node, Given)
    assert (node.value, node.unit) == (F(30), "points")
    assert node.source == (Written("tender", "/weight", "30"),)


def test_an_escaped_pointer(evaluation):
    node = evaluation.single(Fact("tender", "/odd~1key/~0"))
    assert (node.value, node.unit) == (F(2), "mass")
    assert node.source == (Written("tender", "/odd~1key/~0", "2 kg"),)


def test_a_column_over_the_stars_of_a_pointer(evaluation):
    node = evaluation.single(Fact("bid", "/products/*/parts/*/mass", absent="0 kg"), "a")
    assert list(node.value) == [F(1, 2), 0, 2]
    assert node.unit == "mass"
    assert node.source == (
        Written("bid a", "/products/0/parts/0/mass", "500 g"),
        Written("bid a", "/products/0/parts/1/mass", ""),
        Written("bid a", "/products/1/parts/0/mass", "2 kg"),
    )


def test_a_column_per_a_longer_pattern_repeats_what_stands_above(evaluation):
    node = evaluation.single(Fact("bid", "/products/*/line", "text", per="/products/*/parts/*"), "a")
    assert node.value.texts == ("chair", "chair", "desk")
    assert [written.pointer for written in node.source] == ["/products/0/line", "/products/0/line", "/products/1/line"]


def test_a_column_without_a_match_is_empty(evaluation):
    node = evaluation.single(Fact("bid", "/products/*/parts/*/mass"), "b")
    assert node.value == Column([])
    assert node.source == ()
    assert node.unit == "number"


def test_presence_is_one_where_something_other_than_null_stands(evaluation):
    claims = evaluation.single(Fact("bid", "/products/*/parts/*/claim", "presence"), "a")
    assert list(claims.value) == [1, 0, 0]
    assert claims.unit == "number"
    assert [written.text for written in claims.source] == ["", "", ""]
    fields = evaluation.single(Fact("tender", "/fields/*", "presence"))
    assert list(fields.value) == [1, 1]
    assert [written.text for written in fields.source] == ["material", "mass"]


def test_absent_is_read_in_the_place_of_nothing(evaluation):
    at = Fact("bid", "/take/cost", "text", absent="(none)")
    assert evaluation.single(at, "a").value == "free"
    nothing = evaluation.single(at, "b")
    assert (nothing.value, nothing.unit) == ("(none)", "text")
    assert nothing.source == (Written("bid b", "/take/cost", ""),)


def test_what_stands_for_an_absent_fact_has_the_unit_of_its_text_unless_the_rule_names_one(evaluation):
    assert evaluation.single(Fact("tender", "/none", absent="2 kg")).unit == "mass"
    amount = evaluation.single(Fact("tender", "/none", absent="2", unit="amount"))
    assert (amount.value, amount.unit) == (2, "amount")


def test_the_id_of_the_bid_stands_in_a_pointer(evaluation):
    at = Fact("judgements", "/marks/{bid}/plan/mark", "text")
    assert evaluation.single(at, "a").value == "good"
    assert evaluation.single(at, "b").source == (Written("judgements", "/marks/b/plan/mark", "0.5"),)


def test_a_table_over_a_list_is_named_by_ids(evaluation):
    node = evaluation.single(Rows("tender", "/lines/*/quantity"))
    assert node.value.rows == (("desk", F(400)), ("chair", F(450)))
    assert [written.pointer for written in node.source] == ["/lines/0/quantity", "/lines/1/quantity"]


def test_a_table_over_a_mapping_is_sorted_and_its_further_rows_come_last(evaluation):
    node = evaluation.single(Rows("tender", "/factors/*", extra=(("(none)", "0 %"),)))
    assert node.value.rows == (("at_cost", F(1, 2)), ("free", F(1)), ("(none)", F(0)))
    assert node.unit == "ratio"
    assert len(node.source) == 2


def test_a_table_of_texts_below_the_star(evaluation):
    at = Rows("bid", "/proofs/*/kind", "text", extra=(("(none)", "(none)"),))
    assert evaluation.single(at, "a").value.rows == (("p", "documented"), ("(none)", "(none)"))
    none = evaluation.single(at, "b")
    assert (none.value.rows, none.unit) == ((("(none)", "(none)"),), "text")


def test_a_table_may_state_the_unit_that_its_texts_do_not_carry(evaluation):
    assert evaluation.single(Rows("bid", "/prices/*", unit="amount"), "a").unit == "amount"


def test_a_table_that_is_the_same_for_all_tenders(evaluation):
    table = NamedTable("ladder", "1", "test", (("low", "1"), ("high", "2.5")))
    node = evaluation.single(table)
    assert node.value.rows == (("low", F(1)), ("high", F(5, 2)))
    assert node.unit == "number"
    assert node.source == Published("ladder", "1", "test")
    assert evaluation.single(NamedTable("ladder", "1", "test", (("low", "1"), ("high", "2.5")))) is node


@pytest.mark.parametrize(
    ("expression", "bid", "code", "place"),
    [
        (Fact("tender", "/nothing"), "", "answer-missing", Place("tender", "/nothing")),
        (Fact("bid", "/take/cost", "text"), "b", "answer-missing", Place("bid b", "/take/cost")),
        (
            Fact("bid", "/products/*/parts/*/mass"),
            "a",
            "answer-missing",
            Place("bid a", "/products/0/parts/1/mass"),
        ),
        (Fact("bid", "/shut"), "a", "withheld-needed", Place("bid a", "/shut")),
        (Fact("bid", "/shut", absent="0 %"), "a", "withheld-needed", Place("bid a", "/shut")),
        (Rows("tender", "/lines/*/price"), "", "answer-missing", Place("tender", "/lines/0/price")),
        (Rows("bid", "/shut/*/x"), "a", "answer-missing", Place("bid a", "/shut/withheld/x")),
        (Rows("bid", "/proofs/*"), "a", "withheld-needed", Place("bid a", "/proofs/p")),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_place(evaluation, expression, bid, code, place):
    with pytest.raises(InvalidDocuments) as error:
        evaluation.single(expression, bid)
    (problem,) = error.value.problems
    assert (problem.code, problem.place) == (code, place)


@pytest.mark.parametrize(
    ("expression", "key"),
    [
        (Fact("bid", "/take/cost"), "cost"),
        (Fact("judgements", "/marks/{bid}/price/mark"), "mark of price of b"),
    ],
)
def test_a_missing_answer_is_named_by_its_key_and_a_missing_judgement_by_all_that_it_is_about(
    evaluation, expression, key
):
    with pytest.raises(InvalidDocuments) as error:
        evaluation.single(expression, "b")
    assert [(name, str(said)) for name, said in error.value.problems[0].data] == [("key", key)]
    assert str(error.value.problems[0].found) == "nothing (null)"


def test_each_fact_is_one_leaf(evaluation):
    weight = evaluation.single(Fact("tender", "/weight"), "a")
    assert evaluation.single(Fact("tender", "/weight"), "b") is weight
    assert evaluation.single(Fact("tender", "/weight", unit="points")) is not weight
    own = Fact("bid", "/prices/desk")
    assert evaluation.single(own, "a") is evaluation.single(own, "a")
    assert evaluation.single(own, "a") is not evaluation.single(own, "b")
    assert evaluation.single(Rows("bid", "/prices/*"), "a") is evaluation.single(Rows("bid", "/prices/*"), "a")


def test_each_application_is_one_node(evaluation):
    quantity = apply(price.row, table=Rows("tender", "/lines/*/quantity"), key=Fact("tender", "/lines/*/id", "text"))
    node = evaluation.single(quantity)
    assert isinstance(node, Derived)
    assert list(node.value) == [400, 450]
    assert evaluation.single(quantity, "a") is node
    again = apply(price.row, table=Rows("tender", "/lines/*/quantity"), key=Fact("tender", "/lines/*/id", "text"))
    assert evaluation.single(again) is node


def test_a_fact_for_each_bid_is_one_leaf_with_a_place_for_each(evaluation):
    at = Fact("bid", "/prices/desk")
    node = evaluation.for_each(at, ("a", "b"))
    assert isinstance(node, Given)
    assert list(node.value) == [F(5, 2), 3]
    assert [written.document for written in node.source] == ["bid a", "bid b"]
    assert evaluation.for_each(at, ("a", "b")) is node
    assert list(evaluation.for_each(at, ("b", "a")).value) == [3, F(5, 2)]


def test_a_fact_for_each_of_one_bid_is_not_the_single_fact(evaluation):
    at = Fact("bid", "/prices/desk")
    assert evaluation.for_each(at, ("a",)).value == Column([F(5, 2)])
    assert evaluation.single(at, "a").value == F(5, 2)


def test_a_formula_for_each_bid_is_gathered(evaluation):
    total = apply(award.weighted, ratio=Fact("bid", "/prices/desk"), weight=Fact("tender", "/weight", unit="points"))
    node = evaluation.for_each(total, ("a", "b"))
    assert node.formula is gathered
    assert list(node.value) == [75, 90]
    assert [name for name, _ in node.inputs] == ["a", "b"]
    assert node["a"] is evaluation.single(total, "a")
    assert node.unit == "points"


def test_values_name_the_columns_of_a_stage(evaluation):
    ratio = evaluation.for_each(Fact("bid", "/prices/desk"), ("a", "b"))
    columns = {("ratio", "c"): ratio}
    weight = Fact("tender", "/weight", unit="points")
    node = evaluation.over(apply(award.weighted, ratio=Values("ratio", "c"), weight=weight), columns)
    assert list(node.value) == [75, 90]
    assert node["ratio"] is ratio
    assert evaluation.over(Values("ratio", "c"), columns) is ratio
    with pytest.raises(TypeError):
        evaluation.single(Values("ratio", "c"), "a")
