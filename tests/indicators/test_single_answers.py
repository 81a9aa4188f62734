"""Price, discount, judgement and take-back; expected values by hand."""

from fractions import Fraction as F

import pytest

from circular_tender.indicators import Basis, measure

TAKE_BACK = {
    "kind": "take_back",
    "within": "15 years",
    "cost": {"paid_to_buyer": "100 %", "free": "90 %", "at_cost": "50 %"},
    "guarantee": {"declared": "0 %", "contractual": "80 %", "contractual_with_penalty": "100 %"},
}
BEST = {"share": "100 %", "term": "15 years", "cost": "paid_to_buyer", "guarantee": "contractual_with_penalty"}


@pytest.mark.parametrize(
    ("offer", "value"),
    [
        (BEST, "1"),
        (BEST | {"share": "37.5 %"}, "3/8"),
        (BEST | {"share": "0 %"}, "0"),
        (BEST | {"term": "5 years"}, "1/3"),
        (BEST | {"term": "30 months"}, "1/6"),
        (BEST | {"term": "20 years"}, "1"),  # more than asked for
        (BEST | {"cost": "free"}, "0.9"),
        (BEST | {"cost": "at_cost"}, "0.5"),
        (BEST | {"guarantee": "contractual"}, "0.8"),
        (BEST | {"guarantee": "declared"}, "0"),
        ({"share": "80 %", "term": "120 months", "cost": "at_cost", "guarantee": "contractual"}, "16/75"),
        (None, "0"),
    ],
)
def test_take_back(build, offer, value):
    tender = build.tender(build.leaf("c", 10, TAKE_BACK, build.WHOLE_SHARE), lines=())
    score = build.assess(tender, build.bid("a", take_back=offer))["a"]["c"]
    assert score.measured.value == score.ratio.value == F(value)
    assert score.points == 10 * F(value)
    assert score.reported == ()


def test_price_is_the_sum_of_its_lines_in_whatever_order_they_stand(build):
    tender = build.tender(build.priced(weight=100), lines=(("desk", 400), ("chair", "450.5")))
    assessment = build.assess(
        tender,
        build.bid("a", prices={"chair": "285.10", "desk": "399"}),
        build.bid("b", prices={"desk": "500", "chair": "0"}),
    )
    assert assessment["a"]["price"].measured.value == 400 * 399 + F("450.5") * F("285.10")
    assert assessment["a"]["price"].measured.unit == "amount"
    assert assessment["b"]["price"].measured.value == 200_000


def test_discount_is_the_percentage_offered(build):
    of = {"kind": "discount", "of": "late"}
    tender = build.tender(build.leaf("c", 10, of, build.WHOLE_SHARE), lines=(), discounts=["early", "late"])
    score = build.assess(tender, build.bid("a", discounts={"early": "99 %", "late": "11.5 %"}))["a"]["c"]
    assert score.measured.value == F("0.115")
    assert score.measured.unit == "ratio"


def test_judgement_is_the_mark_as_given(build):
    levels = {"kind": "levels", "levels": {"good": "70 %", "poor": "10 %"}}
    tender = build.tender(build.judged("number", 10), build.leaf("level", 10, build.LADDER, levels))
    a = build.marked(tender, a={"number": "0.35", "level": "good"})["a"]
    assert (a["number"].measured.value, a["number"].measured.unit) == (F("0.35"), "number")
    assert (a["level"].measured.value, a["level"].measured.unit) == ("good", "text")
    assert a["level"].ratio.value == F("0.7")
    with pytest.raises(TypeError):
        a["level"].measured.number


def test_what_is_no_kind_of_indicator_is_a_mistake_of_the_program():
    with pytest.raises(AssertionError):
        measure(None, "/indicator", "c", Basis())
