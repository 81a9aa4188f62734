"""Every award method has a page with an example whose totals were worked out by hand, and says what holds."""

from fractions import Fraction as F
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from circular_tender import UndefinedResult
from circular_tender.assessment import BelowMinimum
from circular_tender.award import Award, looks_at_others
from circular_tender.award.method import Method

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "methods"
MODELS = {get_args(model.model_fields["method"].annotation)[0]: model for model in get_args(get_args(Award)[0])}

YEARS = sum(1 / F("1.04") ** year for year in range(1, 6))  # five payments, the first after a year, at 4 %
END = 1 / F("1.04") ** 5

# The totals of docs/pages/methods.yaml, best first, worked out by hand from what each method's page says.
TOTALS = {
    # of 60 for the share, and of 40 for the price between 30,000 and 10,000
    "weighted_points": {"acme": 54 + 30, "bravo": 42 + 36, "carol": 18 + 40},
    "value_based": {"bravo": 80500 - 2500, "acme": 80000 - 1500},  # 78,500 is published
    "percentage_discount": {"acme": 28_800_000, "bravo": 29_000_000},  # published
    "lowest_price": {"bravo": 20750, "acme": 21000, "carol": 22500},
    "life_cycle_cost": {
        "acme": 18000 + 1200 * YEARS - 3000 * END,
        "bravo": 16000 + 1500 * YEARS - 500 * END,
    },
    "best_quality": {"acme": 56 + 18, "bravo": 42 + 27},
    "price_per_point": {"acme": F(50000, 80), "carol": F(66000, 100), "bravo": F(45000, 60)},
    # 1000 × points ÷ price; from 1.89 on it is within the band, where the most points decide
    "quality_per_price": {"acme": 2, "carol": F("2.1"), "bravo": F("1.875")},
    # (1 − what is behind the best quality) × 78 ÷ price
    "utility_index": {"acme": F(80, 100) * F(78, 100), "bravo": F(60, 100), "carol": F(78, 160)},
    # price ÷ ((points + 100) ÷ 150)
    "relative_value_cost": {"acme": F(165000, 17), "bravo": 10000, "carol": 11250},
    "prozorro": {"acme": F("388.11"), "bravo": F("396.67")},  # published; 499 ÷ (9/7) and 510 ÷ (9/7)
}
# The order of the others where the bid that the example names is not there.
WITHOUT = {"quality_per_price": ["bravo", "acme"], "utility_index": ["bravo", "acme"]}


@pytest.fixture(scope="session")
def methods(pages):
    """What is described of each method."""
    return pages.METHODS.methods


def ranked(assessment):
    return [bid for standing in assessment.ranking for bid in standing.bids]


def page(name):
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def test_every_method_is_described_and_has_a_page(methods):
    assert set(methods) == set(MODELS)
    assert {file.stem for file in PAGES.glob("*.md")} == {*MODELS, "index"}
    for name, method in methods.items():
        assert method.example.published.award.method == name
        assert f"\n# {method.called['en']} (`{name}`)\n" in page(name)
        assert f"*{method.called['nl']}*" in page(name)
        assert f"]({name}.md)" in page("index")


def test_the_totals_of_every_example_are_those_worked_out_by_hand(methods):
    found = {name: method.example.assessed() for name, method in methods.items()}
    totals = {name: {bid: made[bid].total for bid in ranked(made)} for name, made in found.items()}
    assert totals == TOTALS
    assert {name: list(of) for name, of in totals.items()} == {name: list(of) for name, of in TOTALS.items()}


def test_a_method_that_looks_at_others_shows_two_bids_that_a_third_reverses(methods):
    shown = {name: method.example for name, method in methods.items() if method.example.without}
    assert set(shown) == {name for name, method in methods.items() if looks_at_others(method.example.published.award)}
    assert {name: ranked(one.assessed(without=one.without)) for name, one in shown.items()} == WITHOUT
    for name in shown:
        assert "\nYes. In the example `carol`" in page(name)


def test_an_example_in_which_a_third_reverses_nothing_is_no_proof_that_it_can(methods):
    reversal = import_module("pages.method").reversal
    example = methods["utility_index"].example
    for wrong in ({"without": None}, {"without": "bravo"}):
        with pytest.raises(ValueError, match="utility_index"):
            reversal(example.model_copy(update=wrong))


def test_every_key_stands_on_a_page():
    common = set(Method.model_fields)
    assert [key for key in common - {"method"} if f"\n| `{key}` | " not in page("index")] == []
    for name, model in MODELS.items():
        assert [
            key for key in set(model.model_fields) - common - {"method"} if f"\n| `{key}` | " not in page(name)
        ] == []


def test_a_key_that_may_be_null_says_so():
    assert "\n| `fixed_price` | yes | an amount, not below 0, such as `12.5`, or `null` |\n" in page("best_quality")
    assert "\n| `rounding` | yes | `none` or a mapping with the keys below |\n" in page("index")


def test_every_bid_is_told_in_both_languages(methods):
    for name, method in methods.items():
        told = page(name).partition("\nAnd where each bid ended and why; ")[2].partition("\n## ")[0]
        assert (
            told.count("\n> *English* — Rank ") == told.count("\n> *Nederlands* — Plaats ") == len(method.example.bids)
        )


def test_only_the_winner_is_told_openly(methods):
    for name, method in methods.items():
        told = page(name).partition("\nAnd where each bid ended and why; ")[2].partition("\n## ")[0]
        openly, *folds = told.split("\n<details>\n")
        first, *others = ranked(method.example.assessed())
        assert openly.count("\n> *English* — Rank 1 of ") == openly.count("\n> *English* — ") == 1
        assert f"\n`{first}`:\n" in openly
        assert [fold.partition("</code>, rank ")[0] for fold in folds] == [f"<summary><code>{bid}" for bid in others]
        assert [fold.count("\n> *Nederlands* — ") for fold in folds] == [1] * len(others)


def test_the_rule_of_each_method_is_that_of_its_formulas():
    """What stands there in words, and the printed formula of the total."""
    totals = {name: page(name).partition("\ntotal = ")[2].partition("\n")[0] for name in MODELS}
    assert totals == {
        "weighted_points": "return + price",
        "value_based": "cost − value",
        "percentage_discount": "cost × (1 − discount)",
        "lowest_price": "price",
        "life_cycle_cost": "purchase + energy + buy-back",
        "best_quality": "plan + kept",
        "price_per_point": "cost ÷ quality",
        "quality_per_price": "index",
        "utility_index": "((1 − ((highest_of_all − share) × emphasis)) ÷ cost) × lowest_of_all",
        "relative_value_cost": "cost ÷ superiority",
        "prozorro": "cost ÷ coefficient",
    }


def test_without_points_there_is_no_price_per_point(methods):
    example = methods["price_per_point"].example
    instead = next(one for one in example.tries if one.says == "A bid has no points")
    with pytest.raises(UndefinedResult):
        example.assessed(instead)
    assert "\n| A bid has no points | no award: " in page("price_per_point")


def test_the_methods_that_are_written_with_others(pages):
    qcbs, brook = pages.METHODS.others
    found = qcbs.example.assessed()
    assert {bid: found[bid].total for bid in ranked(found)} == {"acme": 72 + F(40, 60) * 20, "bravo": 64 + 20}
    ((bid, rejection),) = found.rejected
    assert (bid, type(rejection)) == ("carol", BelowMinimum)  # 70 of 100 is 56 of 80, and the least is 60
    first = brook.example.assessed()
    assert {bid: first[bid].total for bid in ranked(first)} == {"acme": 90, "bravo": 70}
