"""Invented tenders of every award method: one by weighted points, decided in another way, with costs beside."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from invented import IN_TIME, INDICATORS, POSITIVE, Case, Maker, Plain, cases, decimal_text, every, leaves, units_of

SCORED = (
    "value_based",
    "percentage_discount",
    "best_quality",
    "price_per_point",
    "quality_per_price",
    "utility_index",
    "relative_value_cost",
    "prozorro",
)
UNSCORED = ("lowest_price", "life_cycle_cost")
METHODS = (*SCORED, *UNSCORED)
TAKES_INCOME = ("value_based", "life_cycle_cost", "prozorro")
COMPARE_TOTALS = ("utility_index", "quality_per_price")
IN_SHARES = ("percentage_discount", "prozorro")

#: Costs beside the price: what is asked, what one unit is worth, and answers; None where a bidder may leave it out.
COSTS: dict[str, tuple[Plain, str | None, tuple[str | None, ...]]] = {
    "energy": (
        {"kind": "answer", "asks": "amount", "greatest": "100.00", "otherwise": "100.00"},
        None,
        ("33.33", "0", "100.00", None),
    ),
    "carbon": (
        {"kind": "answer", "asks": "mass", "greatest": "200 kg", "otherwise": "200 kg"},
        "0.25",
        ("12.5 kg", "0 kg", "199999 g", None),
    ),
    "residual": ({"kind": "answer", "asks": "amount", "otherwise": "0"}, None, ("7.77", "0", "50", None)),
}
PHASES = {"energy": "use", "carbon": "externality", "residual": "residual_value"}
PRICE = {"kind": "price"}


@st.composite
def awarded(draw: Callable[[st.SearchStrategy[Any]], Any], methods: tuple[str, ...] = METHODS, **options: Any) -> Case:
    """A tender by one of these methods, with bids that answer it."""
    method = draw(st.sampled_from(methods))
    maker = Maker(draw, **_for(method) | options)
    case = maker.case()
    scored = [] if method in UNSCORED else case.tender["criteria"]
    costs = [] if method == "best_quality" else _costs(maker, method)
    tender = {**case.tender, "criteria": [*costs, *scored], "award": _award(maker, method, case, scored, costs)}
    if method in IN_SHARES:
        _weigh_in_shares(maker, scored)
    if method == "lowest_price":
        tender.pop("discounts", None)
    if costs and "prices" not in tender:
        tender["prices"] = {"vat": "excluded", "lines": [{"id": "piece", "unit": "piece", "quantity": "3"}]}
    bids = tuple(_bid(maker, tender, bid, costs, bare=not scored) for bid in case.bids)
    return Case(_without_unasked(tender, bare=not scored), bids, case.judgements if scored else None)


def _for(method: str) -> dict[str, Any]:
    """What may be invented for a method: no price that it does not rank, and nothing below 0 that turns it around."""
    kinds = {"kinds": tuple(kind for kind in INDICATORS if kind != "price")} if method == "best_quality" else {}
    return kinds if method in {"best_quality", "value_based"} else {"bounds": ("cut",)}


def _costs(maker: Maker, method: str) -> list[Plain]:
    """The price, and other costs where the method takes them."""
    known = tuple(name for name in COSTS if name != "residual" or method in TAKES_INCOME)
    others = [] if method == "lowest_price" else maker.some(known, 0, 3)
    costs: list[Plain] = [{"id": "asked", "title": "Price", "cost": PRICE}]
    for name in others:
        indicator, worth, _ = COSTS[name]
        cost = {"id": name, "title": name, "cost": indicator, "phase": PHASES[name]}
        costs.append(cost | ({"worth": {"amount": worth, "source": "invented"}} if worth else {}))
    if method == "life_cycle_cost":
        for cost in costs:
            cost.setdefault("phase", "acquisition")
            cost["paid_in"] = sorted(maker.some(("0", "1", "2", "5"), 1, 4))
            cost["prices"] = "real"
    return costs


def _award(maker: Maker, method: str, case: Case, scored: list[Plain], costs: list[Plain]) -> Plain:
    old = case.tender["award"]
    ids = [criterion["id"] for criterion in every([*scored, *costs])]
    ties = maker.some(tuple(ids), 0, 2)
    if all("received" in bid for bid in case.bids) and maker.chance(3):
        ties.append("received")
    award: Plain = {
        "method": method,
        "rounding": old["rounding"],
        "on_rejection": "recompute" if method in COMPARE_TOTALS else maker.one("keep", "recompute"),
        "ties": ties + (["draw"] if maker.chance(2) else []),
    }
    if award["rounding"] != "none" and not scored:
        award["rounding"] = {**award["rounding"], "at": "total"}
    if scored and "stages" in old:
        first, *others = old["stages"]
        named = [cost["id"] for cost in costs]
        last = {**(others[0] if others else first)}
        last["criteria"] = [*last["criteria"], *named]
        award["stages"] = [first, last] if others else [last]
    return award | _keys(maker, method, case.tender, costs)


def _keys(maker: Maker, method: str, tender: Plain, costs: list[Plain]) -> Plain:  # noqa: PLR0911 -- one a method
    """The keys that a method has of its own."""
    points = tender["award"]["points"]
    match method:
        case "best_quality":
            return {"points": points, "fixed_price": None if "prices" in tender else maker.one("120.00", None)}
        case "quality_per_price":
            decides = maker.one("points", "price")
            band = {"band": {"width": maker.one("8 %", "0 %", "50 %"), "decides": decides}} if maker.chance(2) else {}
            return {"points": points, "factor": maker.one("100", "0.5")} | band
        case "utility_index":
            return {"points": points, "quality": maker.one("20", "80"), "price": maker.one("80", "30")}
        case "price_per_point" | "relative_value_cost":
            return {"points": points}
        case "life_cycle_cost":
            return {"years": "5", "rate": maker.one("25 %", "0 %", "-10 %", "2.5 %"), "prices": "real"}
        case "prozorro":
            return {"divided": maker.one(*(cost["id"] for cost in costs if cost["id"] != "residual"))}
        case _:
            return {}


def _weigh_in_shares(maker: Maker, criteria: list[Plain]) -> None:
    """Weights that are shares of the price, of at most 18 % each, with what follows from them."""
    for leaf in leaves(criteria):
        leaf["weight"] = f"{decimal_text(maker.whole(1, 36) * 5, 1)} %"
    for criterion in every(criteria):
        whole = sum(units_of(leaf["weight"].removesuffix(" %"), 1) for leaf in leaves([criterion]))
        if "criteria" in criterion and "weight" in criterion:
            criterion["weight"] = f"{decimal_text(whole, 1)} %"
        if "threshold" in criterion:
            criterion["threshold"]["at_least"] = f"{decimal_text(whole * 125 * maker.one(1, 2, 4, 0), 4)} %"


def _without_unasked(tender: Plain, *, bare: bool) -> Plain:
    """The tender without what nothing in it asks for."""
    return {key: value for key, value in tender.items() if not (bare and key == "discounts")}


def _bid(maker: Maker, tender: Plain, bid: Plain, costs: list[Plain], *, bare: bool) -> Plain:
    """A bid with its prices and its answers about costs; in a `bare` tender nothing else is asked."""
    if bare:
        bid = {
            key: value for key, value in bid.items() if key not in {"discounts", "products", "take_back", "evidence"}
        }
    if "received" in tender["award"]["ties"] and "received" not in bid:
        bid = {**bid, "received": maker.one(*IN_TIME)}
    lines = [line["id"] for line in tender.get("prices", {}).get("lines", [])]
    prices = {"prices": {line: maker.one(*POSITIVE) for line in lines}} if lines else {}
    answers = {name: maker.one(*COSTS[name][2]) for name in (cost["id"] for cost in costs) if name in COSTS}
    if not answers:
        return {**bid, **prices}
    given = {name: None if told is None else {"value": told, "evidence": None} for name, told in answers.items()}
    return {**bid, **prices, "answers": given}


def every_case() -> st.SearchStrategy[Case]:
    """Tenders by weighted points and by every other method."""
    return st.deferred(lambda: cases() | awarded())
