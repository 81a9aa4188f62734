"""What readers are told of prices that are called into question, on the cases of low prices."""

import json
from pathlib import Path

import pytest
from folders import documents

import circular_tender as ct
from circular_tender.explain import Asked, Compared
from circular_tender.narrate import narrate
from circular_tender.narrate.page import Heading, Items, Paragraph

CASES = Path(__file__).parents[1] / "cases"


def assessed(name, **changes):
    case = documents(CASES / name)
    tender = ct.read_tender({**case.tender.plain, **changes})
    return ct.assess(tender, case.bids, case.judgements, case.decisions)


@pytest.fixture(scope="module")
def five():
    return assessed("low-prices")


@pytest.fixture(scope="module")
def three():
    return assessed("low-prices-of-three")


def plain(text):
    return (
        text.replace("\N{NO-BREAK SPACE}", " ")
        .replace("\N{FIRST STRONG ISOLATE}", "")
        .replace("\N{POP DIRECTIONAL ISOLATE}", "")
    )


def blocks(value, language="en"):
    return narrate(value, language=language).blocks


def after(found, start):
    """The list that follows the paragraph of this beginning."""
    texts = [plain(block.text) if isinstance(block, Paragraph) else "" for block in found]
    position = next(n for n, text in enumerate(texts) if text.startswith(start))
    items = found[position + 1]
    assert isinstance(items, Items)
    return texts[position], [plain(item) for item in items.items]


def test_the_page_of_a_bid_whose_price_must_be_asked_about(five):
    assert after(blocks(ct.explain(five, "carl")), "The price must") == (
        "The price must be asked about: the log holds no conclusion yet.",
        [
            "By article 224 of the Polish law on public procurement: EUR 800.00 is 30 % or more below the estimate of EUR 1,200.00, that is at most EUR 840.00."
        ],
    )
    assert after(blocks(ct.explain(five, "carl"), "nl"), "Naar de prijs moet") == (
        "Naar de prijs moet worden gevraagd: het logboek bevat nog geen conclusie.",
        [
            "Volgens artikel 224 van de Poolse wet op overheidsopdrachten: EUR 800,00 ligt 30 % of meer onder de raming van EUR 1.200,00, dus op ten hoogste EUR 840,00."
        ],
    )


def test_the_page_of_a_bid_whose_price_was_explained(five):
    answer, grounds = after(blocks(ct.explain(five, "bert")), "The price was")
    assert answer == "The price was asked about, and it is explained."
    assert grounds[1:] == [
        "By the rule of ProZorro: EUR 600.00 is 40 % or more below the mean of the other prices (EUR 1,100.00), that is at most EUR 660.00.",
        "By the rule of four fifths of the points: 60 is 80 % or more of the 60 points for the price, that is at least 48; 32 is 80 % or more of the 40 other points, that is at least 32.",
        "By the tender's own rule on the mean: EUR 600.00 is more than 20 % below the mean of the other prices (EUR 925.00), that is below EUR 740.00.",
    ]


def test_the_page_of_a_bid_that_left_for_its_price(five):
    answer, grounds = after(blocks(ct.explain(five, "anna"), "nl"), "Naar de prijs is")
    assert answer == "Naar de prijs is gevraagd, en hij is niet verklaard: de inschrijving is terzijde gelegd."
    assert len(grounds) == 6
    assert (
        grounds[0]
        == "Volgens artikel 85 van het Spaanse RGLCAP: EUR 400,00 ligt meer dan 10 % onder het gemiddelde van de prijzen (EUR 600,00), dus onder EUR 540,00."
    )
    assert grounds[-1].endswith("EUR 400,00 ligt meer dan 25 % onder de raming van EUR 1.000,00, dus onder EUR 750,00.")


def test_only_conditions_that_hold_are_told_and_all_are_data(three):
    (_, (ground, *_)) = after(blocks(ct.explain(three, "alba")), "The price must")
    assert "budget" not in ground
    (first, *_) = ct.explain(three, "alba").questions
    assert isinstance(first, Asked)
    assert [(type(c), c.against, c.holds) for c in first.compared] == [
        (Compared, "budget", False),
        (Compared, "mean", True),
    ]


def test_a_figure_that_is_not_exact_is_marked_and_its_fraction_stands_beside_it(three):
    _, grounds = after(blocks(ct.explain(three, "alba")), "The price must")
    assert grounds[1] == (
        "By article 85 of the Spanish RGLCAP: EUR 60.00 is more than ≈ 16.67 % below the budget of EUR 75.00, that is "
        "below EUR 62.50; EUR 60.00 is more than ≈ 6.67 % below the mean of the prices (EUR 70.00), that is below "
        "≈ EUR 65.33, exactly 196/3."
    )


def test_the_report_for_the_authority_opens_with_every_question(five):
    found = blocks(ct.report(five))
    start, items = after(found, "The published rules")
    assert start == "The published rules call these prices into question:"
    assert [item for item in items if not item.startswith(" ")] == [
        "Bert (bert): The price was asked about, and it is explained.",
        "Carl (carl): The price must be asked about: the log holds no conclusion yet.",
        "Anna (anna): The price was asked about, and it is not explained: the bid is rejected.",
    ]
    assert len(items) == 3 + len(five.questions)
    headings = [n for n, block in enumerate(found) if isinstance(block, Heading) and block.level == 2]
    assert next(n for n, block in enumerate(found) if isinstance(block, Items)) < headings[0]
    assert after(blocks(ct.report(five), "nl"), "De gepubliceerde")[0].startswith("De gepubliceerde regels roepen")


@pytest.mark.parametrize("reader", ["bidder", "public"])
def test_nobody_else_reads_questions_in_the_report(five, reader):
    text = ct.to_text(ct.report(five, reader=reader), language="en")
    assert "asked about" not in text
    assert ct.report(five, reader=reader).questioned == ()
    assert all(bid["questions"] == [] for bid in json.loads(ct.to_json(ct.report(five, reader=reader)))["bids"])


def test_the_public_reads_them_where_the_reasons_are_released():
    rule = {"releases": ["name", "rank", "reasons"], "references": False, "ground": "secrets"}
    five = assessed("low-prices", disclosure={"public": rule})
    page = ct.explain(five, "carl", reader="public")
    assert [asked.question.answer for asked in page.questions] == ["open"]
    assert "The price must be asked about" in ct.to_text(page, language="en")
    assert ct.report(five, reader="public").questioned == ()  # the opening is for the authority
    assert ct.explain(five, "carl", reader="bidder").questions != ()  # its own
    assert ct.explain(assessed("low-prices"), "carl", reader="public").questions == ()


def test_a_bidder_does_not_read_what_tells_the_prices_of_others(five):
    """Withheld are the means, the second lowest, the next, and every limit that tells them; not the buyer's estimates."""
    page = ct.explain(five, "anna", reader="bidder")
    text = plain(" ".join(ct.to_text(page, language="en").split()))
    assert "EUR 400.00 is more than 20 % below the mean of the other prices (withheld)." in text
    assert "EUR 400.00 is 30 % or more below the price of the next in the ranking (withheld)." in text
    assert "EUR 400.00 is 30 % or more below the estimate of EUR 1,200.00, that is at most EUR 840.00" in text
    told = ct.to_json(page)
    for value in ("860", "975", "600", "540", "602", "585", "420", "780", "946", "4300", "3900"):
        assert f'"{value}"' not in told, value
        assert f"{value}.00" not in text, value
    for name in ("bert", "carl", "dora", "emma"):
        assert name not in text.lower()
        assert name not in told
    compared = [c for question in json.loads(told)["questions"] for c in question["compared"]]
    hidden = {(c["against"], c["reference"] is None, c["limit"] is None) for c in compared}
    assert hidden == {
        ("mean", True, True),
        ("estimate", False, False),
        ("mean_of_others", True, True),
        ("next", True, True),
        ("second_lowest", True, True),
    }


def test_a_bidder_reads_the_references_where_the_tender_releases_them(three):
    page = ct.explain(three, "alba", reader="bidder")
    text = plain(" ".join(ct.to_text(page, language="nl").split()))
    assert "EUR 60,00 ligt meer dan 10 % onder het gemiddelde van de prijzen (EUR 70,00), dus onder EUR 63,00" in text
    assert "berta" not in text.lower()
    assert "clara" not in text.lower()


def test_points_of_ones_own_are_read(five):
    (fifths,) = [q for q in ct.explain(five, "bert", reader="bidder").questions if q.question.kind == "four_fifths"]
    assert [(c.value, c.reference, c.limit) for c in fifths.compared] == [(60, 60, 48), (32, 40, 32)]


def test_the_steps_of_a_question_lead_to_where_its_numbers_stand(five):
    page = ct.explain(five, "carl")
    (asked,) = page.questions
    steps = [page.step(number) for number in asked.steps]
    assert [step.formula for step in steps] == [
        "row",
        "schedule_total",
        "limit_below",
        "at_or_under",
        "mean_price",
        "limit_below",
        "at_or_under",
        "any_of",
    ]
    limit, mean = steps[2], steps[4]
    assert limit["reference"].source.pointer == "/abnormally_low/2/estimate_with_vat"
    assert limit["share"].source.table == "poland-pzp-224/below"
    assert (mean["prices"].count, mean["prices"].over, mean.value) == (5, "compared", 860)
    text = plain(ct.to_text(page, language="en"))
    assert "    prices: the values that were compared, of 5 bids\n" in text
    assert "    share: 30 %, table poland-pzp-224/below, version 1 (Prawo" in text


def test_the_prices_of_a_stage_are_called_so(three):
    page = ct.explain(three, "alba")
    mean = next(step for step in page.steps if step.formula == "mean_price")
    assert mean["prices"].over == "stage"
    source = next(s for s in json.loads(ct.to_json(page))["steps"] if s["formula"] == "mean_price")["inputs"][0]
    assert source["all_bids"] == "3"


def test_the_questions_in_json(five):
    bids = {bid["bid"]: bid for bid in json.loads(ct.to_json(five))["bids"]}
    (question,) = bids["carl"]["questions"]
    steps = question.pop("steps")
    assert [bids["carl"]["steps"][int(number) - 1]["formula"] for number in steps][-1] == "any_of"
    assert question == {
        "trigger": "/abnormally_low/2",
        "kind": "poland_224",
        "answer": "open",
        "decision": None,
        "compared": [
            {
                "against": "estimate",
                "how": "at_or_under",
                "unit": "amount",
                "value": "800",
                "reference": "1200",
                "share": "3/10",
                "limit": "840",
                "holds": True,
            },
            {
                "against": "mean",
                "how": "at_or_under",
                "unit": "amount",
                "value": "800",
                "reference": "860",
                "share": "3/10",
                "limit": "602",
                "holds": False,
            },
        ],
    }
    assert {q["decision"] for q in bids["anna"]["questions"]} == {"/decisions/1"}
    assert {q["answer"] for q in bids["bert"]["questions"]} == {"explained"}
    assert bids["dora"]["questions"] == []
    column = next(s for s in bids["carl"]["steps"] if s["formula"] == "mean_price")["inputs"][0]
    assert column["compared_bids"] == "5"


def test_a_tender_without_triggers_has_no_such_key_in_json():
    assert "questions" not in json.loads(ct.to_json(assessed("low-prices", abnormally_low=[])))["bids"][0]


def test_the_page_of_a_tender_says_when_a_price_is_asked_about(five, three):
    found = blocks(five.tender)
    position = next(
        n for n, block in enumerate(found) if getattr(block, "text", "") == "When a price must be asked about"
    )
    assert [plain(item) for item in found[position + 1].items] == [
        "A price that lies too far below the budget of EUR 1,200.00, the other price or the mean of the prices, by article 85 of the Spanish RGLCAP.",
        "A price that lies too far below the budget of EUR 1,200.00, the other price or the mean of the prices, by article 85 of the Spanish RGLCAP. Its percentages are reduced by a third.",
        "A price that lies 30 % or more below the estimate of EUR 1,200.00 with VAT, or below the mean of the prices, by article 224 of the Polish law on public procurement.",
        "The price of the first in the ranking, where it lies 40 % or more below the mean of the other prices, or 30 % or more below the price of the next, as in ProZorro.",
        "That of a bid with at least 80 % of the points on Price, and at least 80 % of those on Quality.",
        "A price that lies more than 20 % below the mean of the other prices, if there are at least this many bids: 3.",
        "A price that lies more than 30 % below the mean of all prices, if there are at least this many bids: 3. It must also lie more than 10 % below the second lowest. It must also lie more than 25 % below the estimate of EUR 1,000.00.",
    ]
    assert (
        found[position + 2].text
        == "Such a price is asked about. Only a conclusion on the answer, with its reason, rejects a bid."
    )
    dutch = plain(ct.to_text(three.tender, language="nl"))
    assert "Wanneer naar een prijs moet worden gevraagd" in dutch
    assert "asked about" not in ct.to_text(assessed("low-prices", abnormally_low=[]).tender, language="en")


def test_points_that_are_compared_are_exact_where_nothing_they_tell_is_withheld(five):
    for reader, exact in (("authority", True), ("bidder", False)):
        asked = ct.explain(five, "bert", reader=reader).questions
        assert {one.against: one.exact for a in asked for one in a.compared if one.unit == "points"} == {
            "price_points": exact,
            "other_points": exact,
        }
        assert all(one.exact for a in asked for one in a.compared if one.unit == "amount")
