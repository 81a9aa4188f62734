"""What an award must be, by whatever method: the published arithmetic, and never worse for asking less."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from invented import Case, Plain, decimal_text, leaves, rounded_by_hand, units_of
from invented_awards import COSTS, METHODS, awarded

LOWEST = {
    "value_based",
    "percentage_discount",
    "price_per_point",
    "relative_value_cost",
    "prozorro",
    "lowest_price",
    "life_cycle_cost",
}
PER_UNIT = {"": 1, "kg": 1, "g": Fraction(1, 1000)}


def quantity(text: str) -> Fraction:
    """A quantity in its base unit."""
    digits, _, unit = text.partition(" ")
    return Fraction(digits) * PER_UNIT[unit]


def cost_by_hand(tender: Plain, cost: Plain, bid: Plain) -> Fraction:
    """What counts of a cost: the price, or the answer in money, in today's money, less than 0 where it is income."""
    if cost["cost"]["kind"] == "price":
        amount = sum(
            (Fraction(line["quantity"]) * Fraction(bid["prices"][line["id"]]) for line in tender["prices"]["lines"]),
            Fraction(0),
        )
    else:
        answer = bid["answers"][cost["id"]]
        amount = quantity(answer["value"] if answer else COSTS[cost["id"]][0]["otherwise"])
        amount *= Fraction(cost["worth"]["amount"]) if "worth" in cost else 1
    if "paid_in" in cost:
        rate = 1 + Fraction(tender["award"]["rate"].removesuffix(" %")) / 100
        amount = sum((amount / rate ** int(year) for year in cost["paid_in"]), Fraction(0))
    return -amount if cost.get("phase") == "residual_value" else amount


def total_by_hand(award: Plain, all_points: Plain, all_costs: Plain, bid: str, most: Fraction) -> Fraction:  # noqa: PLR0911
    """The total of a bid among those that remain, by what each method's page says."""
    points, cost = all_points[bid], sum(all_costs[bid].values(), Fraction(0))
    match award["method"]:
        case "best_quality":
            return points
        case "value_based":
            return cost - points
        case "percentage_discount":
            return cost * (1 - points)
        case "price_per_point":
            return cost / points
        case "quality_per_price":
            return Fraction(award["factor"]) * points / cost
        case "utility_index":
            behind = (max(all_points.values()) - points) / most
            emphasis = Fraction(award["quality"]) / Fraction(award["price"])
            lowest = min(sum(costs.values(), Fraction(0)) for costs in all_costs.values())
            return (1 - behind * emphasis) * lowest / cost
        case "relative_value_cost":
            return cost / ((points + most) / (min(all_points.values()) + most))
        case "prozorro":
            divided = all_costs[bid][award["divided"]]
            return divided / (1 + points / (1 - most)) + cost - divided
        case _:
            return cost


@given(awarded())
def test_a_total_is_the_published_arithmetic_of_points_and_costs(case: Case):
    """The points of the criteria are the library's; what is made of them, and every cost, is worked out here."""
    assessment = case.assess()
    tender, award = case.tender, case.tender["award"]
    ranked = [bid for standing in assessment.ranking for bid in standing.bids]
    bids = {bid["id"]: bid for bid in case.bids}
    top = [criterion for criterion in tender["criteria"] if "cost" not in criterion]
    costs = {
        bid: {one["id"]: cost_by_hand(tender, one, bids[bid]) for one in tender["criteria"] if "cost" in one}
        for bid in ranked
    }
    assert costs == {bid: {one.criterion: one.cost for one in assessment[bid].costs} for bid in ranked}
    points = {bid: sum((assessment[bid][one["id"]].points for one in top), Fraction(0)) for bid in ranked}
    percent = 100 if award["method"] in {"percentage_discount", "prozorro"} else 1
    most = (
        sum((Fraction(leaf["weight"].removesuffix(" %")) for leaf in leaves(tender["criteria"])), Fraction(0)) / percent
    )
    totals = {bid: total_by_hand(award, points, costs, bid, most) for bid in ranked}
    assert totals == {bid: assessment[bid].total_cell.value for bid in ranked}
    rounding = award["rounding"]
    if rounding != "none" and rounding["at"] == "total":
        totals = {bid: rounded_by_hand(t, int(rounding["places"]), rounding["mode"]) for bid, t in totals.items()}
    assert totals == {bid: assessment[bid].total for bid in ranked}
    if "band" not in award:
        better = (lambda one, other: one < other) if award["method"] in LOWEST else (lambda one, other: one > other)
        assert all(not better(totals[b], totals[a]) for a, b in pairwise(ranked))


@st.composite
def two_prices(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[Case, str, Plain]:
    """A case in which the price only counts as a cost, one of its bids, and lower prices for it."""
    kinds = ("discount", "number", "level", "take_back")
    methods = tuple(method for method in METHODS if method != "best_quality")
    case = draw(awarded(methods=methods, kinds=kinds, bounds=("cut",), thresholds=(), late=False))
    bid = draw(st.sampled_from(case.bids))
    cut = draw(st.sampled_from([2, 4]))
    lower = {line: decimal_text(units_of(price, 9) // cut, 9) for line, price in bid["prices"].items()}
    return case, bid["id"], lower


def rank(case: Case, bid: str) -> int | None:
    return case.assess()[bid].rank


@given(two_prices())
def test_who_asks_less_does_not_rank_lower(both: tuple[Case, str, Plain]):
    """The rank with the lower price against the rank with the higher, all else the same; no rounding, no draws.

    A utility index whose quality weighs more than the price can fall below 0, as its page says; here it does not.
    """
    case, bid, lower = both
    weighs = {"quality": "20", "price": "80"} if case.tender["award"]["method"] == "utility_index" else {}
    tender = {**case.tender, "award": {**case.tender["award"], "rounding": "none", "ties": [], **weighs}}
    before = case.changed(tender=tender)
    own = next(one for one in before.bids if one["id"] == bid)
    after = before.with_bid({**own, "prices": lower})
    assert rank(after, bid) <= rank(before, bid)
