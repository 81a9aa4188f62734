"""What is said of how an award ends, and of totals that are no sums of points, word for word in both languages."""

from fractions import Fraction as F
from pathlib import Path

import lotted

import circular_tender as ct

CASES = Path(__file__).parents[1] / "cases"
PRICE = {"id": "price", "title": "Price", "cost": {"kind": "price"}}


def told(value, language):
    return " ".join(ct.to_text(value, language=language).replace("\u00a0", " ").split())


def by_value(build, **award):
    """Three bids that are compared by value: 100 − 60, 100 − 30, and 100 − 0, of which so many go on."""
    quality = build.judged("quality", "60", threshold={"max_pass": "2", "equal": "pass", "on": "raw"})
    plain = build.tender(quality).plain
    tender = ct.read_tender(
        {
            **plain,
            "award": {"method": "value_based", "on_rejection": "recompute", "rounding": "none", "ties": [], **award},
            "criteria": [PRICE, quality],
        }
    )
    marks = {"a": "1", "b": "0.5", "c": "0"}
    bids = [build.bid(name, "100") for name in marks]
    return build.assess(tender, *bids, **{name: {"quality": mark} for name, mark in marks.items()})


def test_how_many_go_on_is_a_number_and_no_amount(build):
    why = ct.explain(by_value(build), "c")
    assert "The best go on (2, and whoever is equal to the last of them), and the last has EUR 30.00." in told(
        why, "en"
    )
    assert "De beste gaan door (2, en wie gelijk is aan de laatste daarvan), en de laatste heeft EUR 30,00." in told(
        why, "nl"
    )


def test_who_asks_more_is_not_behind_but_dearer(build):
    why = ct.explain(by_value(build), "b")
    assert "Rank 2 of 2. Evaluation price: EUR 70.00; that is EUR 30.00 more than the first, A (a)." in told(why, "en")
    assert "Plaats 2 van 2. Vergelijkingsprijs: EUR 70,00; dat is EUR 30,00 meer dan de eerste, A (a)." in told(
        why, "nl"
    )


def test_a_tie_at_the_end_of_the_reserve_is_told(build):
    tender = build.tender(build.judged(), reserve="1")
    made = build.marked(tender, a="1", b="0.5", c="0.5", d="0.2")
    assert (made.winners, made.reserve, made.reserve_is_open) == (("a",), (), True)
    report = ct.report(made)
    assert "Who else is in reserve is open: bids share a rank" in told(report, "en")
    assert "Wie er verder in reserve staat, is open: inschrijvingen delen een plaats" in told(report, "nl")
    apart = build.marked(tender, a="1", b="0.5", c="0.4")
    assert (apart.reserve, apart.reserve_is_open) == (("b",), False)
    alone = build.marked(tender, a="1")
    assert (alone.reserve, alone.reserve_is_open) == ((), False)


def test_there_is_no_reserve_where_whoever_comes_next_may_be_passed_over():
    award = lotted.TENDER["award"] | {"reserve": "1"}
    limited = lotted.assess_lots(lotted.tender(award=award))
    free = lotted.assess_lots({k: v for k, v in lotted.tender(award=award).items() if k != "lot_limits"})
    assert [(lot.reserve, lot.reserve_is_open) for lot in limited] == [((), False)] * 2
    assert any(lot.reserve for lot in free)


def test_the_fixed_price_and_how_the_award_ends_are_told_of_a_tender():
    tender = ct.read_tender(CASES / "best-quality" / "tender.yaml")
    english, dutch = told(tender, "en"), told(tender, "nl")
    assert "the price does not rank. The buyer pays EUR 120.00, whoever wins." in english
    assert (
        "So many bids win: 2. So many stand in reserve behind them: 1. Equal totals are separated by a draw." in english
    )
    assert "De aanbesteder betaalt EUR 120,00, wie er ook wint." in dutch
    assert "Zoveel inschrijvingen winnen: 2. Zoveel staan er daarna in reserve: 1. Bij gelijke totalen beslist" in dutch


def test_a_tender_that_names_nothing_for_equal_totals_says_so(build):
    assert "Nothing separates equal totals." in told(build.tender(build.judged()), "en")
    named = told(build.tender(build.judged(), ties=["quality", "draw"]), "en")
    assert "Equal totals are separated by quality, a draw." in named


def test_two_bids_in_a_band_are_told_by_their_ranks(build):
    """1000 × points ÷ price: 2.1 and 2 lie within 8 % of each other, and the lower cost decides."""
    plain = build.tender(build.judged("quality", "100")).plain
    band = {"width": "8 %", "decides": "price"}
    award = {"method": "quality_per_price", "points": "100", "factor": "1000", "band": band, "ties": []}
    award |= {"on_rejection": "recompute", "rounding": "none"}
    tender = ct.read_tender({**plain, "award": award, "criteria": [PRICE, *plain["criteria"]]})
    marks = {"a": {"quality": "0.84"}, "b": {"quality": "0.6"}}
    made = build.assess(tender, build.bid("a", "40000"), build.bid("b", "30000"), **marks)
    assert [made[bid].total for bid in "ab"] == [F("2.1"), 2]
    assert made.winner == "b"
    beside = told(ct.compare(made, "b", "a"), "en")
    assert "B (b) has a worse total than A (a)." in beside
    assert "By the ranking B (b) is ahead of A (a): both lie within the published band" in beside


def test_an_impact_on_a_partial_tie_says_who_wins_now(build):
    made = build.marked(build.tender(build.judged(), winners="2"), a="1", b="0.5", c="0.5")
    impact = ct.impact(made, ct.Without("b"))
    assert "the award would go to A (a), C (c); now it goes to A (a), and who wins beside is open." in told(
        impact, "en"
    )
    assert "zou de opdracht naar A (a), C (c) gaan; nu gaat zij naar A (a), en wie er verder wint is open." in told(
        impact, "nl"
    )


def test_two_winners_that_change_places_win_as_they_do_now(build):
    made = build.marked(build.tender(build.judged(), winners="2"), a="1", b="0.5", c="0.2")
    impact = ct.impact(made, ct.Marked("b", "quality", "1"))
    assert [standing.bids for standing in impact.after.ranking] == [("a", "b"), ("c",)]
    assert "the award goes to A (a), B (b), as it does now." in told(impact, "en")
