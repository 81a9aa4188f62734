"""What bids save against a baseline. The figures were worked out by hand, from the published factors."""

import json
import pickle
from fractions import Fraction as F
from typing import get_args

import pytest
import saved

import circular_tender as ct
from circular_tender.analyse.factors import PRIMARY, RECYCLED, REUSED, UK_2025
from circular_tender.derivation import replay
from circular_tender.narrate.page import BEGIN, END
from circular_tender.tender import Material

#: The chair of §3.2: kg that are recycled × (primary − recycled factor), kg CO2-eq per tonne, UK 2025.
BY_HAND = (
    F("0.7") * (F("9115.90131") - F("995.0779"))
    + F("0.16") * (F("3473.11953") - F("1706.42359"))
    + F("0.315") * (F("2577.57172") - F("1312.57172"))
    + F("0.125") * (F("3172.49932") - F("1575.39106"))
) / 1000


def numbers(of_bid):
    """What is saved by proven claims, and what is only claimed, by saving."""
    return {one.saving: (one.saved.number, one.only_claimed.number) for one in of_bid.figures}


def covered(of_bid):
    """The parts of the mass that are known: of the baseline, of what is proven, and of what is claimed."""
    return {
        one.of: tuple(cell and cell.number for cell in (one.baseline, one.proven, one.claimed))
        for one in of_bid.coverage
    }


def reasons(entries):
    """Why something is not quantified, and where."""
    return [(entry.why, entry.document, entry.pointer, entry.of) for entry in entries]


def test_the_chair_saves_what_the_reference_computed():
    told = saved.saved(saved.tender(), saved.bid("a", saved.chair()))
    assert F("6.5653612699") == BY_HAND  # the reference's own figure
    assert numbers(told["a"]) == {
        "virgin_avoided": (F("1.34"), 0),
        "waste_avoided": (F("9.25") - F("1.46"), 0),
        "kept_in_use": (0, 0),
        "co2e_avoided": (BY_HAND, 0),
    }
    assert covered(told["a"]) == {
        "mass_with_feedstock": (None, 1, 1),
        "mass_with_destination": (None, 1, 1),
        "mass_with_factor": (F("8.45") / F("9.25"), F("8.45") / F("9.25"), F("8.45") / F("9.25")),
        "recycled_with_factor": (None, F("1.30") / F("1.34"), F("1.30") / F("1.34")),
    }
    foam = "/parts/3/material_group"
    assert reasons(told["a"].unquantified) == [("no_factor", "bid a", f"/products/0{foam}", "pu")]
    at = f"/savings/baselines/market/products/chair{foam}"
    assert reasons(told.unquantified) == [("no_factor", "tender", at, "pu")]


@pytest.mark.parametrize("proof", [None, "word"])
def test_what_is_only_claimed_stands_apart(proof):
    told = saved.saved(saved.tender(), saved.bid("a", saved.chair(proof)))
    assert numbers(told["a"]) == {
        "virgin_avoided": (0, F("1.34")),
        "waste_avoided": (0, F("7.79")),
        "kept_in_use": (0, 0),
        "co2e_avoided": (0, BY_HAND),
    }
    assert covered(told["a"])["mass_with_feedstock"] == (None, 0, 1)
    assert covered(told["a"])["recycled_with_factor"] == (None, None, F(130, 134))


def test_a_proof_that_has_expired_proves_nothing():
    old = {"study": {"kind": "documented", "title": "Study", "valid_until": "2026-05-01"}}
    bid = saved.bid("a", saved.chair(), evidence=old)
    in_time = saved.saved(saved.tender(said=saved.savings(valid_on="2026-05-01")), bid)
    late = saved.saved(saved.tender(reference_date="2026-05-02"), bid)
    assert numbers(in_time["a"])["virgin_avoided"] == (F("1.34"), 0)
    assert numbers(late["a"])["virgin_avoided"] == (0, F("1.34"))


def test_every_figure_follows_from_its_leaves():
    told = saved.every()[0]
    cells = [
        cell
        for of_bid in told.bids
        for cell in (
            *(
                getattr(f, k)
                for f in of_bid.figures
                for k in ("baseline", "proven", "claimed", "saved", "only_claimed")
            ),
            *(getattr(life, key) for life in of_bid.lives for key in ("proven", "claimed")),
        )
    ]
    assert len(cells) > 20
    assert [cell for cell in cells if replay(cell.node) != cell.value] == []


def test_classes_of_feedstock_and_of_destinations():
    shares = {"virgin": "10 %", "recycled": "20 %", "second-hand": "30 %", "grown": "40 %"}
    goes = {"recycle": "10 %", "reuse": "20 %", "compost": "30 %", "burn": "25 %", "landfill": "15 %"}
    product = saved.one(saved.part("beam", "10 kg", shares, goes))
    told = saved.saved(
        saved.tender((("chair", "3"),), saved.savings({"chair": saved.simple()})), saved.bid("a", product)
    )
    primary, recycled = F("3473.11953"), F("1706.42359")
    assert numbers(told["a"]) == {
        "virgin_avoided": (3 * 9, 0),  # all but what is virgin
        "waste_avoided": (3 * 6, 0),  # recycled, reused, composted; what is burnt is waste
        "kept_in_use": (3 * 2, 0),
        "co2e_avoided": (3 * 2 * (primary - recycled) / 1000, 0),  # reused steel has no factor: it counts as primary
    }
    assert reasons(told["a"].unquantified) == [
        ("no_reused_factor", "bid a", "/products/0/parts/0/feedstock/shares/second-hand", "scrap_metal")
    ]


def test_where_there_is_a_factor_for_what_is_reused_it_counts():
    said = saved.savings({"chair": saved.simple(group="wood")}, materials={"wood": "wood"})
    product = saved.one(saved.part("top", "10 kg", {"second-hand": "50 %", "recycled": "20 %"}, {}, group="wood"))
    told = saved.saved(saved.tender(said=said), saved.bid("a", product))
    assert numbers(told["a"])["co2e_avoided"] == (5 * (F("269.50416") - F("38.54288")) / 1000, 0)
    at = "/products/0/parts/0/feedstock/shares/recycled"
    assert reasons(told["a"].unquantified) == [("no_recycled_factor", "bid a", at, "wood")]


@pytest.mark.parametrize(
    ("lifetime", "proof", "proven", "claimed"),
    [
        ("20 years", "study", F(2), F(2)),
        ("20 years", "word", F(1), F(2)),
        ("5 years", "study", F(1, 2), F(1, 2)),
        ("5 years", "word", F(1, 2), F(1, 2)),  # a shorter life counts though nothing proves it
    ],
)
def test_flows_are_for_the_same_years_of_service(lifetime, proof, proven, claimed):
    use = {"lifetime": lifetime, "evidence": proof}
    product = saved.one(saved.part("beam", "10 kg", {"recycled": "50 %"}, {"reuse": "40 %"}), use=use)
    said = saved.savings({"chair": saved.simple(lifetime="10 years")})
    told = saved.saved(saved.tender(said=said), saved.bid("a", product))["a"]
    (life,) = told.lives
    assert (life.line, life.proven.number, life.claimed.number) == ("chair", proven, claimed)
    emitted = 5 * (F("3473.11953") + F("1706.42359")) / 1000
    baseline = 10 * F("3473.11953") / 1000
    assert numbers(told) == {
        "virgin_avoided": (10 - 5 / proven, 5 / proven - 5 / claimed),
        "waste_avoided": (10 - 6 / proven, 6 / proven - 6 / claimed),
        "kept_in_use": (4, 0),  # of the pieces that are delivered
        "co2e_avoided": (baseline - emitted / proven, emitted / proven - emitted / claimed),
    }


def test_a_bid_saves_no_emissions_by_what_is_not_known_of_it():
    known, unknown = saved.part("beam", "4 kg"), saved.part("mystery", "6 kg", group="mystery")
    told = saved.saved(
        saved.tender(said=saved.savings({"chair": saved.simple()})), saved.bid("a", saved.one(known, unknown))
    )["a"]
    assert [figure.saving for figure in told.figures] == ["virgin_avoided", "waste_avoided", "kept_in_use"]
    assert [one.of for one in told.coverage] == ["mass_with_feedstock", "mass_with_destination"]
    (less,) = [entry for entry in told.unquantified if entry.why == "less_known"]
    assert (less.pointer, less.of, [cell.number for cell in less.cells]) == ("/products/0", "chair", [6, 0])
    with pytest.raises(ct.InvalidDocuments, match="not-quantified"):
        told["co2e_avoided"]
    assert told["virgin_avoided"].saved.number == 0


def test_a_product_without_parts_is_virgin_and_waste():
    told = saved.saved(saved.tender(), saved.bid("a", saved.one(mass="9.25 kg")))["a"]
    assert numbers(told) == {"virgin_avoided": (0, 0), "waste_avoided": (0, 0), "kept_in_use": (0, 0)}
    assert [entry.why for entry in told.unquantified] == ["less_known", "in_no_part"]


def test_a_line_that_is_not_compared_enters_no_figure():
    told = saved.every()[0]["a"]
    assert told.lines == ("chair", "desk", "rug")
    assert told["virgin_avoided"].lines == ("chair", "desk", "rug")
    assert told["co2e_avoided"].lines == ("desk",)
    assert {entry.why for entry in told.unquantified} == {
        *("no_baseline", "no_mass", "in_no_part", "no_feedstock", "unknown_feedstock", "no_destination"),
        *("unknown_destination", "no_group", "no_factor", "no_recycled_factor", "no_reused_factor", "no_lifetime"),
        "less_known",
    }
    assert ("no_baseline", "tender", "/savings/baselines/market/products/lamp", "lamp") in reasons(told.unquantified)
    lives = [entry for entry in reasons(told.unquantified) if entry[0] == "no_lifetime"]
    at = "/savings/baselines/market/products/desk/lifetime"
    assert lives == [("no_lifetime", "tender", at, "desk"), ("no_lifetime", "bid a", "/products/2/use", "rug")]


def test_a_bid_without_products_has_no_figures():
    told = saved.every()[1]
    assert told["b"].figures == told["b"].coverage == told["b"].lives == ()
    assert reasons(told["b"].unquantified) == [
        ("no_product", "bid b", "/products", "chair"),
        ("no_product", "bid b", "/products", "desk"),
        ("no_baseline", "tender", "/savings/baselines/market/products/lamp", "lamp"),
        ("no_product", "bid b", "/products", "rug"),
    ]


def test_only_what_is_in_the_reference_basket_counts():
    lines, said = (("chair", "3"), ("desk", "7")), saved.savings({"chair": saved.simple(), "desk": saved.simple()})
    products = [saved.one(saved.part("p", "10 kg", {"recycled": "50 %"}, {}), line=line) for line in ("chair", "desk")]
    bid = saved.bid("a", *products, lines=("chair", "desk"))
    assert numbers(saved.saved(saved.tender(lines, said), bid)["a"])["virgin_avoided"] == (5 * 3 + 5 * 7, 0)
    basket = saved.saved(saved.tender(lines, said, reference_basket={"desk": "2"}), bid)["a"]
    assert (basket.lines, numbers(basket)["virgin_avoided"]) == (("desk",), (5 * 2, 0))


def test_of_a_lot_its_own_lines_count():
    lots = saved.lots()
    north, south = (ct.savings(lots[name], "market")["a"] for name in ("north", "south"))
    assert (north.lines, numbers(north)["virgin_avoided"]) == (("chair",), (F("1.34"), 0))
    assert (south.lines, numbers(south)["virgin_avoided"], numbers(south)["kept_in_use"]) == (
        ("desk",),
        (9, 0),
        (12, 0),
    )


def test_a_decision_changes_what_is_saved():
    change = {
        "kind": "clarification",
        "bid": "a",
        "pointer": "/products/0/parts/0/feedstock/shares/recycled",
        "old": "20 %",
        "new": "40 %",
        "at": "2026-12-02T09:00:00Z",
        "by": "officer",
        "reason": "told by letter",
    }
    told = saved.saved(saved.tender(), saved.bid("a", saved.chair()), decisions=[change])
    assert numbers(told["a"])["virgin_avoided"] == (F("1.34") + F("0.7"), 0)


def test_the_award_and_the_others():
    cheap, dear = saved.bid("a", saved.chair(None)), saved.bid("b", saved.chair(), price="2")
    told = saved.saved(saved.tender(), dear, cheap)
    assert [of_bid.bid for of_bid in told.bids] == ["a", "b"]  # as they are ranked
    assert told.award == told["a"]
    assert [one.award for one in saved.every()[2:4]] == [None, None]  # several winners; none
    assert (saved.every()[0].left_out, saved.every()[3].bids) == (("b",), ())
    with pytest.raises(ct.InvalidDocuments, match="no-such-bid"):
        told["c"]


def test_nothing_of_it_earns_points():
    with_savings = saved.tender()
    without = {key: value for key, value in with_savings.items() if key != "savings"}
    bids = saved.bid("a", saved.chair()), saved.bid("b", saved.chair(None), price="3")
    one, other = saved.assessed(with_savings, *bids), saved.assessed(without, *bids)
    assert [(r.points, r.rank) for r in one] == [(r.points, r.rank) for r in other] == [(100, 1), (F(100, 3), 2)]
    rules = json.loads(ct.record(one))["published"]["rules"]
    assert rules == json.loads(ct.record(other))["published"]["rules"]
    assert "/savings" not in json.dumps(rules)


def test_the_tables_hold_the_published_factors_and_name_their_source():
    assert {*UK_2025} == {*get_args(Material)}
    assert [len(table.rows) for table in (PRIMARY, RECYCLED, REUSED)] == [len(UK_2025) + 1] * 3
    for table in (PRIMARY, RECYCLED, REUSED):
        assert table.version == "2025"
        assert "UK Government GHG conversion factors 2025" in table.source
        assert "commit 6e17bc48" in table.source
    assert dict(REUSED.rows)["wood"] == "38.54288"
    assert dict(RECYCLED.rows)["wood"] == dict(PRIMARY.rows)["wood"] == "269.50416"  # nothing is avoided by it


def test_savings_can_be_pickled():
    told = saved.saved(saved.tender(), saved.bid("a", saved.chair()))
    assert numbers(pickle.loads(pickle.dumps(told))["a"]) == numbers(told["a"])  # noqa: S301 -- our own


ENGLISH = """\
Savings against a baseline: The market
======================================

Internal: for the contracting authority only.

The award, A (a), against the baseline and by proven claims: 1.34 kg of virgin material avoided;
  7.79 kg of waste avoided; 0 kg more stays in use; ≈ 6.565 kg CO₂-eq avoided in making the
  ≈ 91.35 % of its mass that has a factor.

This is a report and no score: nothing in it earns points.

Assessment of Chairs. A buyer, reference T-1. The most points win; 100 can be earned.

The baseline stands in the tender. Its source: Market study 2025

What each bid saves, by proven claims
Bid  Bidder  Virgin material avoided  Waste avoided  More that stays in use  CO₂-eq avoided
---  ------  -----------------------  -------------  ----------------------  --------------
a    A                       1.34 kg        7.79 kg                    0 kg      ≈ 6.565 kg

A (a)
-----

a beside the baseline
Saving                      Baseline  Bid, proven       Saved  Only claimed, beyond that
-----------------------  -----------  -----------  ----------  -------------------------
Virgin material avoided      9.25 kg      7.91 kg     1.34 kg                       0 kg
Waste avoided                9.25 kg      1.46 kg     7.79 kg                       0 kg
More that stays in use          0 kg         0 kg        0 kg                       0 kg
CO₂-eq avoided           ≈ 46.841 kg  ≈ 40.276 kg  ≈ 6.565 kg                       0 kg

How much of the mass is known
Part of the mass                        Baseline  Bid, proven  Bid, as claimed
-------------------------------------  ---------  -----------  ---------------
It is stated what it is made of                –        100 %            100 %
It is stated where it goes after use           –        100 %            100 %
It has a factor                        ≈ 91.35 %    ≈ 91.35 %        ≈ 91.35 %
Of the recycled mass: it has a factor          –    ≈ 97.01 %        ≈ 97.01 %

Not quantified, or only as the worst case:

pu: the tender names no row of the table of factors for this group of materials (bid a,
  /products/0/parts/3/material_group)

In the baseline itself:

pu: the tender names no row of the table of factors for this group of materials (tender,
  /savings/baselines/market/products/chair/parts/3/material_group)
"""


def plain(text):
    return text.translate({ord(BEGIN): None, ord(END): None, ord("\N{NO-BREAK SPACE}"): " "})


def test_as_text_markdown_and_html():
    told = saved.saved(saved.tender(), saved.bid("a", saved.chair()))
    assert plain(ct.to_text(told)).strip() == ENGLISH.strip()
    assert str(told) == ct.to_text(told, language="en")
    dutch = plain(ct.to_text(told, language="nl"))
    assert "≈ 6,565 kg CO₂-eq vermeden bij het maken van de ≈ 91,35 % van de massa" in " ".join(dutch.split())
    assert "Dit is een rapportage en geen score" in dutch
    folded = plain(ct.to_markdown(told))
    assert "for recycling and combustion the factors cover transport alone" in folded
    assert "UK Government GHG conversion factors 2025" in folded
    page = ct.to_html(told, language="nl")
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert "Besparingen ten opzichte van een referentie" in told._repr_html_() + page


def test_as_json():
    told = json.loads(ct.to_json(saved.saved(saved.tender(), saved.bid("a", saved.chair()))))
    assert [*told] == [
        *("tender", "baseline", "source", "factors", "winners", "award", "bids", "unquantified", "left_out"),
    ]
    (of_bid,) = told["bids"]
    assert of_bid["figures"]["co2e_avoided"]["saved"] == "65653612699/10000000000"
    assert of_bid["figures"]["virgin_avoided"] == {
        "unit": "kg",
        "lines": ["chair"],
        "baseline": "37/4",
        "proven": "791/100",
        "claimed": "791/100",
        "saved": "67/50",
        "only_claimed": "0",
    }
    assert of_bid["coverage"]["recycled_with_factor"] == {"baseline": None, "proven": "65/67", "claimed": "65/67"}
    of_lot = json.loads(ct.to_json(saved.every()[4]))
    assert (of_lot["lot"], of_lot["award"]) == ("north", "a")
    every = json.loads(ct.to_json(saved.every()[0]))["bids"][0]
    assert every["lives"] == {"chair": {"proven": "1", "claimed": "2"}}
