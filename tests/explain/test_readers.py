"""What a bidder and the public may read: their own, and of other bids what the tender or a decision releases.

The documents are those of the case `decisions-that-change`, of which the points were worked out by hand.
"""

import json
import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from folders import documents

import circular_tender as ct

CASE = Path(__file__).parents[1] / "cases" / "decisions-that-change"
GROUND = {"en": "The bids hold trade secrets.", "nl": "De inschrijvingen bevatten bedrijfsgeheimen."}
FORMATS = (ct.to_text, ct.to_markdown, ct.to_html, ct.to_json)
#: What tells something of noor, lars, kim and piet: ids, names, totals, prices, points, the lowest price, the gap.
OTHERS = ("noor", "lars", "kim", "piet", "Straatmeubilair", "Stadsmeubels", "Parkbanken", "Parkinrichting")
FIGURES = ("66.987", "5158/77", "56.5", "113/2", "3,500", "1,700", "1700", "5,550", "20.507", "26619/1298", "10.487")


def assess(disclosure=None, *decided):
    tender = ct.read_tender(CASE / "tender.yaml").plain
    log = ct.read_decisions(CASE / "decisions.yaml").plain
    return ct.assess(
        ct.read_tender({**tender, "disclosure": disclosure} if disclosure else tender),
        ct.read_bids(CASE / "bids"),
        ct.read_judgements(CASE / "judgements.yaml"),
        ct.read_decisions({**log, "decisions": [*log["decisions"], *decided]}),
    )


def rule(*releases, references=False):
    return {"releases": list(releases), "references": references, "ground": GROUND}


def disclosed(bid, to, *releases):
    taken = {"at": "2026-09-22T09:00:00Z", "by": "officer", "reason": "the bidder asked for it"}
    return {"kind": "disclosure", "bid": bid, "to": to, "releases": list(releases), **taken}


def pages(value):
    return [write(value, language="en") if write is not ct.to_json else write(value) for write in FORMATS]


@pytest.mark.parametrize("disclosure", [None, {"public": rule("name", "rank", "total", "points", "reasons")}])
def test_a_bidder_reads_nothing_of_others_where_nothing_is_released(disclosure):
    assessment = assess(disclosure)
    for page in pages(ct.explain(assessment, "bas", reader="bidder")):
        assert "46.48" in page or '"points": "1162/25"' in page  # 46.480, as a page shows 60331/1298
        assert [word for word in (*OTHERS, *FIGURES) if word in page] == []
    text = ct.to_text(ct.explain(assessment, "bas", reader="bidder"), language="en")
    assert "For Bas & Zonen (bas) only." in text
    assert "“withheld”: the tender releases nothing of other bids." in text
    assert "with \u2248\u00a046.480 of 100 points; how far the first is ahead is withheld." in text
    said = " ".join(text.split())
    assert "What this is measured against comes from other bids and is withheld. It earns ≈ 57.63 %." in said
    assert "34/59" not in "".join(pages(ct.explain(assessment, "bas", reader="bidder")))  # 1700 ÷ 2950
    assert "lowest: withheld, step" in text


def test_a_bidder_reads_everything_of_its_own_bid():
    assessment = assess()
    own, whole = (ct.explain(assessment, "bas", reader=reader) for reader in ("bidder", "authority"))
    assert [(r.score, r.notes, r.unproven) for r in own.reasons] == [
        (r.score, r.notes, r.unproven) for r in whole.reasons
    ]
    assert (own.contributions, own.decisions, own.result) == (whole.contributions, whole.decisions, whole.result)
    hidden = [(a.number, a.formula) for a, b in zip(own.steps, whole.steps, strict=True) if a.value != b.value]
    # the lowest price, and what it could be worked out from
    assert [formula for _, formula in hidden] == ["lowest", "lowest_over_own", "weighted", "summed"]
    assert [step.formula for step in own.steps if step.withheld] == [formula for _, formula in hidden]
    assert [reason.criterion.id for reason in own.reasons if reason.withheld] == ["price"]


def test_the_lowest_price_is_shown_where_references_are_released():
    explanation = ct.explain(assess({"bidder": rule(references=True)}), "bas", reader="bidder")
    assert not any(step.withheld for step in explanation.steps)
    text = ct.to_text(explanation, language="en")
    assert "EUR\u00a01,700.00" in text
    assert "on this ground: “The bids hold trade secrets.”" in " ".join(text.split())
    assert [word for word in OTHERS if word in text] == []


def test_the_gap_is_shown_where_the_total_of_the_first_is_released():
    explanation = ct.explain(assess({"bidder": rule("rank", "total")}), "bas", reader="bidder")
    assert explanation.outcome.gap is not None
    text = ct.to_text(explanation, language="en")
    assert "20.507 points behind the first, Bid " in text
    assert [word for word in OTHERS if word in text] == []
    named = ct.to_text(ct.explain(assess({"bidder": rule("rank", "total", "name")}), "bas", reader="bidder"))
    assert "20.507 points behind the first, Noor Straatmeubilair (noor)." in " ".join(named.split())


def test_a_bid_is_compared_with_the_first_where_its_reader_may_read_both():
    released = assess({"bidder": rule("name", "rank", "total", "points")})
    for reader in ("authority", "bidder"):
        why = ct.explain(released, "bas", reader=reader)
        assert why.beside_first == ct.compare(released, "bas", "noor", reader=reader)
        text = " ".join(ct.to_text(why, language="en").split())
        assert "Bas & Zonen (bas) is ≈ 20.507 points behind Noor Straatmeubilair (noor), by criterion: " in text
        told = {"authority": "-186327/9086", "bidder": "-20507/1000"}  # 60331/1298 − 5158/77, and as a page shows it
        assert json.loads(ct.to_json(why))["beside_first"]["difference"] == told[reader]
    assert ct.explain(released, "noor").beside_first is None  # the first
    assert ct.explain(released, "kim").beside_first is None  # rejected
    assert "beside_first" not in json.loads(ct.to_json(ct.explain(released, "noor")))
    for releases in (("rank", "total"), ("total", "points"), ("name",)):
        assert ct.explain(assess({"bidder": rule(*releases)}), "bas", reader="bidder").beside_first is None
    public = assess({"bidder": rule("rank", "total", "points"), "public": rule("name", "total", "points")})
    assert ct.explain(public, "bas", reader="public").beside_first is None
    assert all(one.beside_first is None for one in ct.report(released).explanations)  # the page compares the two best


def test_a_criterion_has_its_id_for_who_writes_documents_only():
    released = assess({"bidder": rule()})
    whole, own = (ct.to_text(ct.explain(released, "bas", reader=r), language="en") for r in ("authority", "bidder"))
    assert "Recycled content (recycled)" in whole
    assert "(recycled)" not in own
    assert "Recycled content: Of" in own


def test_what_was_clarified_is_named_by_ids():
    text = " ".join(ct.to_text(ct.explain(assess(), "noor", reader="bidder"), language="nl").split())
    assert "Verduidelijkt is products / noor-bench / guarantee / term: van 6 years naar 8 years." in text
    assert "Het oordeel over Plan (lid: keeper) is herzien: van 8 naar 9." in text


def test_a_comparison_needs_the_points_of_both():
    assert ct.compare(assess(), "bas", "noor", reader="bidder").rows == ()
    some = {"bidder": rule("rank", "total"), "public": rule("total", "points")}
    withheld = ct.compare(assess(some), "bas", "noor", reader="bidder")
    assert (withheld.gap, withheld.rows) == (None, ())
    assert "differ is withheld." in ct.to_text(withheld, language="en")
    for page in pages(withheld):
        assert [word for word in (*OTHERS, *FIGURES) if word in page] == []
    shown = ct.compare(assess(some), "bas", "noor", reader="public")
    assert shown.rows == ct.compare(assess(), "bas", "noor").rows
    for page in pages(shown):
        assert [word for word in (*OTHERS, "bas", "Bas") if word in page.replace("based", "")] == []


@pytest.mark.parametrize("reader", ["bidder", "public"])
def test_a_report_without_a_rule_tells_nothing_of_any_bid(reader):
    for page in pages(ct.report(assess(), reader=reader)):
        assert [word for word in (*OTHERS, *FIGURES, "46.48", "60331", "Zonen") if word in page] == []
    text = ct.to_text(ct.report(assess(), reader=reader), language="nl")
    assert "Wie de meeste punten heeft, is niet vrijgegeven." in text
    assert text.count("niet vrijgegeven  ") >= 5


def test_a_report_for_the_public_shows_what_the_tender_releases():
    data = json.loads(ct.to_json(ct.report(assess({"public": rule("rank", "total")}), reader="public")))
    assert (data["reader"], data["winner"], [row["rank"] for row in data["ranking"]]) == (
        "public",
        data["ranking"][0]["bids"][0],
        ["1", "2", "3"],
    )
    assert [(bid["rank"], bid["points"], bid["bidder"]) for bid in data["bids"]] == [
        ("1", "66987/1000", None),  # as a page shows 5158/77
        ("2", "113/2", None),
        ("3", "1162/25", None),
        (None, None, None),
        (None, None, None),
    ]
    assert all(bid["withheld"] == ["name", "points", "reasons"] for bid in data["bids"])
    assert sorted(bid["bid"] for bid in data["bids"]) == ["A", "B", "C", "D", "E"]
    assert not any(bid["steps"] or bid["scores"] or bid["contributions"] for bid in data["bids"])


def test_everything_released_is_the_whole_report():
    everything = rule("name", "rank", "total", "points", "reasons", references=True)
    assessment = assess({"public": everything})
    public, whole = (ct.report(assessment, reader=reader) for reader in ("public", "authority"))
    for shown, told in zip(public.explanations, whole.explanations, strict=True):
        assert (shown.outcome, shown.reasons, shown.steps) == (told.outcome, told.reasons, told.steps)
    one, other = (ct.to_markdown(report, language="en").split("\n\n") for report in (public, whole))
    told = [re.sub(r" \((recycled|lifetime)\)", "", block) for block in other if not block.startswith("The envelopes")]
    assert one[3:] == told[2:]  # after who may read it; without ids of criteria, and reasons about no bid
    assert len(other) == len(told) + 2
    assert "Internal" not in "".join(one)


def test_a_decision_stands_above_the_tender_for_one_bid_and_reader():
    rules = {"public": rule("name", "rank", "total"), "bidder": rule("name")}
    hidden = disclosed("lars", "public", "rank")
    page = ct.to_text(ct.report(assess(rules, hidden), reader="public"), language="en")
    assert "Noor" in page
    assert "lars" not in page
    assert "56.5" not in page
    assert ": “the bidder asked for it”" in " ".join(page.split())
    assert "lars" in ct.to_text(ct.report(assess(rules, hidden), reader="bidder"), language="en")
    later = disclosed("lars", "public", "name", "rank", "total", "points", "reasons")
    page = ct.to_text(ct.report(assess(rules, hidden, later), reader="public"), language="en")
    assert "Its reason: “within a day”" in page
    assert "Its reason: “answers within a week”" not in page


def test_that_a_bid_could_not_be_read_is_a_reason_too():
    for reader, told in (("authority", True), ("bidder", True), ("public", False)):
        page = ct.to_text(ct.explain(assess(), "piet", reader=reader), language="en")
        assert ("could not be read" in page) == told
        assert ("Rank and points are withheld." in page) == (not told)


def test_a_tender_says_on_which_ground_in_the_language_asked_for():
    assessment = assess({"bidder": rule()})
    assert GROUND["nl"] in ct.to_text(ct.explain(assessment, "bas", reader="bidder"), language="nl")
    assert "“withheld”: the tender" in ct.to_text(ct.explain(assessment, "bas", reader="public"), language="en")


def test_a_draw_is_told_where_the_rank_and_the_total_of_all_in_it_are(build):
    tender = build.tender(build.judged(), ties=["draw"]).plain
    marked = build.marked(build.tender(build.judged()), a="1", b="1")
    taken = {"at": "2026-09-22T09:00:00Z", "by": "officer", "reason": "equal"}
    draw = {"kind": "draw", "order": ["b", "a"], "witness": "notary", **taken}
    log = ct.read_decisions({"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [draw]})

    def told(*releases):
        rules = {"bidder": rule(*releases), "public": rule(*releases)}
        assessment = ct.assess(ct.read_tender({**tender, "disclosure": rules}), marked.bids, marked.judgements, log)
        public, own = ct.report(assessment, reader="public"), ct.explain(assessment, "a", reader="bidder")
        return ["notary" in page for value in (public, own) for page in pages(value)[:3]]

    assert told("name", "rank", "total") == [True] * 6
    assert told("name", "rank") == told("name", "total") == told() == [False] * 6


def test_letters_are_those_of_the_bids_and_say_nothing_of_their_order(build):
    marks = {f"b{number}": str(number / 40) for number in range(30)}
    page = ct.to_text(ct.report(build.marked(build.tender(build.judged()), **marks), reader="public"))
    assert "Bid 30 " in page
    assert "b0" not in page


# totals that compare bids; their values are worked out in the cases' expected.yaml


def of_case(name, **rules):
    case = documents(CASE.parent / name)
    tender = ct.read_tender({**case.tender.plain, **({"disclosure": rules} if rules else {})})
    return ct.assess(tender, case.bids, case.judgements, case.decisions)


def told(value):
    return json.loads(ct.to_json(value))


@pytest.mark.parametrize(
    ("name", "hidden", "exactly", "shown"),
    [
        # the best share 1 and the lowest cost 100, and the index 37/44 from which either could be worked out
        ("utility-index", ["highest_of_all", "lowest_of_all", "utility_index"], "37/44", "840909/1000000"),
        # the best index 17/25, and that 7/11 lies within 8 % below it; the index itself is the bid's own
        ("quality-per-price", ["highest_of_all", "in_band", "decides"], "7/11", "159091/250000"),
        # the fewest points 50, and the superiority 17/15 over them
        ("relative-value-cost", ["lowest_of_all", "superiority", "relative_value_cost"], "1650/17", "4853/50"),
    ],
)
def test_what_a_total_is_compared_with_is_withheld_unless_references_are_released(name, hidden, exactly, shown):
    whole = ct.explain(of_case(name), "bert")
    own = ct.explain(of_case(name), "bert", reader="bidder")
    free = ct.explain(of_case(name, bidder=rule(references=True)), "bert", reader="bidder")
    assert [step.formula for step in own.steps if step.withheld] == hidden
    assert [step.value for step in own.steps if step.withheld] == [None] * 3
    assert free.steps == whole.steps
    assert not own.exact
    assert free.exact
    assert [told(why)["total"] for why in (whole, free, own)] == [exactly, exactly, shown]
    assert [told(why).get("rounded") for why in (whole, free)] == [None, None]
    assert {"total", "factors"} <= {*told(own)["rounded"]}
    assert told(own)["factors"]["total"] == shown
    assert f'"{exactly}"' not in ct.to_json(own).partition('"steps"')[0]


def test_the_exact_total_of_another_bid_tells_nothing_of_its_price():
    """Of 37/44 = 0.925 × 100 ÷ 110 who knows that a price is in whole euros knows the price."""
    for references in (False, True):
        public = of_case("utility-index", public=rule("rank", "total", "points", references=references))
        bids = told(ct.report(public, reader="public"))["bids"]
        assert [bid["total"] for bid in bids] == ["7/8", "840909/1000000", "77/100", "666667/1000000"]
        beside = told(ct.compare(public, "bert", "dora", reader="public"))
        assert (beside["difference"], beside["rounded"]) == ("87121/500000", True)  # 0.174242 of 23/132
        assert beside["factors"][-1]["first"] == "840909/1000000"
    everything = rule("name", "rank", "total", "points", "reasons", references=True)
    public = of_case("utility-index", public=everything)
    assert told(ct.report(public, reader="public"))["bids"] == [
        {**bid, "reader": "public"} for bid in told(ct.report(public))["bids"]
    ]
    assert told(ct.compare(public, "bert", "dora", reader="public"))["difference"] == "23/132"  # 37/44 − 2/3


def test_steps_of_a_total_are_told_where_the_total_is():
    public = of_case("utility-index", public=rule("name", "reasons"))
    why = ct.explain(public, "bert", reader="public")
    assert why.total_steps == ()
    assert [step.formula for step in why.steps][-1] == "weighted"  # the points on the plan


def test_how_far_the_first_is_ahead_is_withheld_in_json_too():
    for releases, behind in ((("name", "total"), None), (("rank", "total"), "20507/1000")):
        why = ct.explain(assess({"bidder": rule(*releases)}), "bas", reader="bidder")
        assert told(why)["behind"] == behind
        assert ("how far the first is ahead is withheld" in ct.to_text(why, language="en")) == (behind is None)


def test_points_from_which_a_reference_follows_exactly_are_told_as_a_page_shows_them():
    own = ct.explain(assess(), "bas", reader="bidder")
    [price] = [score for score in told(own)["scores"] if score["withheld"]]
    [exactly] = [reason.score.points for reason in own.reasons if reason.criterion.id == "price"]
    assert exactly == 20 * F(1700, 2950)  # the lowest price over its own: 11.5254…
    assert (price["points"], price["ratio"], price["weighted"]) == ("461/40", None, None)
    assert {"kind": "points", "criterion": "price", "points": price["points"]} in told(own)["contributions"]


def test_with_whom_a_rank_is_shared_is_withheld_where_their_ranks_or_totals_are(build):
    plain, marked = build.tender(build.judged()).plain, build.marked(build.tender(build.judged()), a="1", b="1", c="0")

    def outcome(*releases):
        tender = ct.read_tender({**plain, "disclosure": {"bidder": rule(*releases)}})
        why = ct.explain(ct.assess(tender, marked.bids, marked.judgements), "a", reader="bidder")
        assert why.outcome.shared
        return why.outcome.tied_with, " ".join(ct.to_text(why, language="en").split())

    for releases in ((), ("name", "total"), ("name", "rank")):
        tied_with, text = outcome(*releases)
        assert tied_with == ()
        assert "shared with one or more others (which is withheld): the published rules do not separate them." in text
    tied_with, text = outcome("name", "rank", "total")
    assert tied_with == ("b",)
    assert "shared with b: the published rules do not separate them." in text


def test_on_what_ground_a_bid_was_rejected_is_told_where_its_rank_is():
    for releases, grounds in ((("name", "reasons"), []), (("name", "rank", "reasons"), ["above_ceiling"])):
        why = ct.explain(assess({"public": rule(*releases)}), "kim", reader="public")
        assert [ground["ground"] for ground in told(why)["rejections"]] == grounds
        assert ("Rank and points are withheld." in ct.to_text(why, language="en")) == (grounds == [])


def test_exact_parts_of_a_total_are_shown_to_who_may_read_them(build):
    """Three times 3.3335 is 10.0005: to three decimals 3.334 and 10.001, which do not add up."""
    plain = build.tender(*(build.judged(name, "10") for name in ("one", "two", "three")), points="30").plain
    marks = {bid: dict.fromkeys(("one", "two", "three"), mark) for bid, mark in (("a", "0.33335"), ("b", "0"))}

    def pages_of(*releases, reader="public"):
        tender = ct.read_tender({**plain, "disclosure": {"public": rule(*releases, references=True)}})
        assessment = build.assess(tender, build.bid("a"), build.bid("b"), **marks)
        values = ct.report(assessment, reader=reader), ct.compare(assessment, "a", "b", reader=reader)
        return ["exactly 6667/2000" in ct.to_text(value, language="en") for value in values]

    assert pages_of(reader="authority") == pages_of("name", "rank", "total", "points", "reasons") == [True, True]
    assert pages_of("name", "rank", "total", "points") == [False, False]


def test_points_before_rounding_are_not_told_where_they_tell_a_reference():
    """34/59 of 20 points is 11.525…, rounded to 11.5."""
    tender = ct.read_tender(CASE / "tender.yaml").plain
    rounding = {"places": "1", "mode": "half_up", "at": "criterion"}
    assessment = ct.assess(
        ct.read_tender({**tender, "award": {**tender["award"], "rounding": rounding}}),
        ct.read_bids(CASE / "bids"),
        ct.read_judgements(CASE / "judgements.yaml"),
        ct.read_decisions(CASE / "decisions.yaml"),
    )
    own, whole = (ct.to_text(ct.explain(assessment, "bas", reader=r), language="en") for r in ("bidder", "authority"))
    assert "11.525" in whole
    assert "11.525" not in own
    assert "Of 20 points that is 11.5." in " ".join(own.replace("\N{NO-BREAK SPACE}", " ").split())
