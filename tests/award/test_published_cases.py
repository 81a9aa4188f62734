"""Cases that others have published, through the whole library, to the last digit that they print.

Each expected figure is the published one or follows from it by hand, as the test says; the sources are named beside.
"""

from fractions import Fraction as F

import pytest

import circular_tender as ct

COST = {"id": "price", "title": "Price", "cost": {"kind": "price"}}
CHOICE = {"kind": "choice", "otherwise": "none"}


def tender(award, *criteria, **more):
    """A tender with one line, decided as `award` says."""
    return ct.read_tender(
        {
            "schema": "circular-tender/tender/1",
            "reference": "T-1",
            "title": "A published case",
            "buyer": "A buyer",
            "currency": "EUR",
            "prices": {"vat": "excluded", "lines": [{"id": "piece", "unit": "piece", "quantity": "1"}]},
            "award": {"on_rejection": "recompute", "rounding": "none", "ties": [], **award},
            "criteria": list(criteria),
            **more,
        }
    )


def chosen(name, weight, **levels):
    """A criterion of which a bidder chooses the level."""
    scale = {"kind": "levels", "levels": {"none": "0 %", **{level: f"{share} %" for level, share in levels.items()}}}
    return {"id": name, "title": name, "weight": weight, "indicator": CHOICE, "scale": scale}


def answers(**given):
    return {"answers": {name: {"value": value, "evidence": None} for name, value in given.items()}}


def test_the_us_guide_on_scoring_has_a_win_by_two_points(build):
    """support.negometrix.com, weighted factor: A 40 + 30 + 20 + 8,000 ÷ 10,000 × 70 = 146 of 200, B 144."""
    most = {"experience": "60", "assurance": "40", "time": "30"}
    judged = [
        build.leaf(name, of, allowed(of), {"kind": "linear", "zero_at": "0", "full_at": of})
        for name, of in most.items()
    ]
    result = build.assess(
        build.tender(*judged, build.priced(weight=70)),
        build.bid("a", "10000"),
        build.bid("b", "8000"),
        a={"experience": "40", "assurance": "30", "time": "20"},
        b={"experience": "32", "assurance": "20", "time": "22"},
    )
    assert build.totals(result) == {"a": 146, "b": 144}
    assert result["a"]["price"].points == 56
    assert result.winner == "a"


def allowed(most):
    return {"kind": "judgement", "aggregate": "consensus", "allowed": {"least": "0", "greatest": most}}


@pytest.mark.parametrize(
    ("prices", "printed"),
    [
        (("15000", "10000", "30000"), ("66.7", "100.0", "33.3")),  # Crown Commercial Service, Digital Marketplace
        (("20", "40", "60"), ("100.0", "50.0", "33.3")),  # quality- and cost-based selection, in crore
    ],
)
def test_the_lowest_over_the_own_price_gives_the_printed_percentages(build, prices, printed):
    published = build.tender(build.priced(weight=100), rounding={"places": 1, "mode": "half_up", "at": "criterion"})
    result = build.assess(published, *(build.bid(name, price) for name, price in zip("abc", prices, strict=True)))
    assert [bid.points for bid in result] == [F(one) for one in printed]


def test_costs_over_the_life_are_added_to_a_price_that_nothing_divides():
    """ProZorro's own test of life-cycle costs: 469 and 100 are 569."""
    life = {
        "id": "life",
        "title": "Life",
        "cost": {"kind": "answer", "asks": "amount", "greatest": "900", "otherwise": "900"},
    }
    published = tender({"method": "prozorro", "divided": "price"}, COST, life)
    result = ct.assess(published, list(ct.read_bids(bid("own", "469", **answers(life="100")))))
    assert result["own"].total == 569
    assert [name for name, _ in result["own"].factors] == ["cost", "added"]


def test_a_level_of_the_co2_performance_ladder_beats_a_lower_price():
    """Level 3 is worth 4 % on the scale 1, 2, 4, 7, 10 %: 30 million counts as 28.8 million and beats 29 million."""
    ladder = chosen("ladder", "10 %", one="10", two="20", three="40", four="70", five="100")
    published = tender({"method": "percentage_discount"}, COST, ladder)
    bids = [bid("own", "30000000", **answers(ladder="three")), bid("other", "29000000", **answers(ladder="none"))]
    result = ct.assess(published, [one for given in bids for one in ct.read_bids(given)])
    assert [bid.total for bid in result] == [28_800_000, 29_000_000]
    assert result.winner == "own"
    assert dict(result["own"].factors)["cost"].value == 30_000_000  # what the contract says


def bid(name, price, **more):
    return {
        "schema": "circular-tender/bid/1",
        "tender": "T-1",
        "id": name,
        "bidder": name,
        "prices": {"piece": price},
        **more,
    }


def test_a_price_below_the_floor_of_a_line_earns_no_more(build):
    """The Swedish case of Vafab: 55 points at 700,000 SEK and less, none at 3,000,000; 1,850,000 earns 27.5."""
    published = build.tender(
        build.priced(weight=55, scale={"kind": "linear", "zero_at": "3000000", "full_at": "700000"})
    )
    prices = {"a": "1850000", "b": "650000", "c": "700000", "d": "3000000", "e": "3100000"}
    result = build.assess(published, *(build.bid(name, price) for name, price in prices.items()))
    assert [bid.points for bid in result] == [F("27.5"), 55, 55, 0, 0]


def test_value_in_money_comes_off_the_price():
    """support.negometrix.com, gunnen op waarde: 80,000 with 60 % of 2,500 is compared as 78,500."""
    published = tender({"method": "value_based"}, COST, chosen("plan", "2500", partly="60", wholly="100"))
    result = ct.assess(published, list(ct.read_bids(bid("own", "80000", **answers(plan="partly")))))
    assert result["own"].total == 78_500
    assert dict(result["own"].factors)["value"].value == 1_500
