"""What is said: each sentence once, word by word, with `~` for the no-break spaces; figures; and the page as text."""

from fractions import Fraction as F

import pytest

import circular_tender as ct
from circular_tender.narrate import narrate
from circular_tender.narrate.figures import ENGLISH
from circular_tender.narrate.page import BEGIN, END, Heading, Items, Page, Paragraph, Table
from circular_tender.write.text import page_text

REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "recycle": "40 %", "landfill": "10 %"},
    "evidence": "documented",
    "otherwise": "landfill",
}
PASSPORT = {"kind": "material_passport", "fields": ["mass", "origin"], "verification": {"documented": "80 %"}}
TAKE_BACK = {
    "kind": "take_back",
    "within": "15 years",
    "cost": {"free": "90 %"},
    "guarantee": {"contractual": "80 %"},
}
OFFER = {"share": "60 %", "term": "30 months", "cost": "free", "guarantee": "contractual"}
PROOFS = {"word": {"kind": "declared", "title": "t"}, "paper": {"kind": "documented", "title": "t"}}


def paragraphs(value):
    return [
        " ".join(filter(None, (getattr(block, "lead", ""), block.text))).translate(
            {ord(BEGIN): None, ord(END): None, ord("\N{NO-BREAK SPACE}"): "~"}
        )
        for block in narrate(value).blocks
        if hasattr(block, "text")
    ]


def sentence(assessment, bid, criterion):
    """What is said about a bid on a criterion."""
    (found,) = [text for text in paragraphs(ct.explain(assessment, bid)) if text.startswith(f"{criterion}: ")]
    return found


def outcome(assessment, bid):
    """What is said about where a bid ended."""
    return [text for text in paragraphs(ct.explain(assessment, bid)) if text.startswith(("Rank ", "Rejected"))]


def test_price_and_lowest_over_own(build):
    tender = build.tender(build.priced(), lines=(("desk", 400), ("chair", 450)))
    bids = [build.bid("a", prices={"desk": "100", "chair": "200"}), build.bid("b", prices={"desk": "50", "chair": "0"})]
    assert sentence(build.assess(tender, *bids), "a", "price") == (
        "price: The price is EUR~130,000.00, the sum of quantity × unit price (lines: 2). The lowest of the stage is "
        "EUR~20,000.00, and EUR~20,000.00 ÷ EUR~130,000.00 is ≈~15.38~%, exactly 2/13. "
        "Of 40 points that is ≈~6.154."
    )


def test_discount_and_bilinear_at_the_mean(build):
    scale = {"kind": "bilinear_at_mean", "at_mean": "90 %"}
    tender = build.tender(
        build.leaf("c", 50, {"kind": "discount", "of": "d"}, scale), lines=(), discounts=["d"], points="50"
    )
    bids = [build.bid(name, discounts={"d": offer}) for name, offer in {"a": "10 %", "b": "30 %"}.items()]
    assert sentence(build.assess(tender, *bids), "a", "c") == (
        "c: The percentage offered is 10~%. The mean of the stage is 20~%, which earns 90~%; the highest, 30~%, earns "
        "everything. Here that is 45~%. Of 50 points that is 22.5."
    )


CEILING = {
    "kind": "ceiling_to_lowest",
    "ceiling": "200",
    "exponent": "0.5",
    "at_ceiling": "0 %",
    "all_at_ceiling": "0 %",
}
SLOPE = {"kind": "slope_from_lowest", "zero_at": "40 %", "bounds": "cut", "lowest_zero": "90 %"}
MEAN = {"kind": "mean_line", "at_mean": "50 %", "slope": "100 %", "bounds": "keep", "mean_zero": "90 %"}
LOGARITHM = {"kind": "logarithmic", "zero_at_multiple": "2", "bounds": "keep", "lowest_zero": "90 %"}
REFERENCE = {"kind": "power_of_reference", "reference": "120", "exponent": "-1", "bounds": "cut", "at_zero": "90 %"}


@pytest.mark.parametrize(
    ("scale", "prices", "said"),
    [
        (
            {"kind": "highest_to_lowest", "all_equal": "90 %"},
            "150 100 250",
            "The lowest of the stage, EUR~100.00, earns everything and the highest, EUR~250.00, nothing, on a straight line: here ≈~66.67~%, exactly 2/3.",
        ),
        (
            {"kind": "highest_to_lowest", "all_equal": "90 %"},
            "100 100",
            "All bids of the stage are equal; the tender says that each then earns 90~%.",
        ),
        (
            SLOPE,
            "110 100",
            "The lowest of the stage, EUR~100.00, earns everything and what is 40~% above it nothing, on a straight line: here 75~%.",
        ),
        (
            SLOPE,
            "150 100",
            "The lowest of the stage, EUR~100.00, earns everything and what is 40~% above it nothing, on a straight line: here −25~%. That lies outside 0 % to 100 % and is cut to 0~%.",
        ),
        (
            SLOPE | {"estimate": "300"},
            "220 100",
            "The reference is EUR~200.00, halfway between the estimate of EUR~300.00 and the lowest of the stage, EUR~100.00. It earns everything and what is 40~% above it nothing, on a straight line: here 75~%.",
        ),
        (SLOPE, "5 0", "The lowest of the stage is 0; the tender says that each bid then earns 90~%."),
        (
            CEILING,
            "175 100",
            "The lowest of the stage, EUR~100.00, earns everything and the ceiling of EUR~200.00 earns 0~%, on a line with the exponent 0.5: here 50~%.",
        ),
        (
            CEILING,
            "200 250",
            "No bid of the stage is below the ceiling of EUR~200.00; the tender says that each then earns 0~%.",
        ),
        (
            {"kind": "concave", "exponent": "2", "ceiling": "200"},
            "100",
            "Nothing is earned at the ceiling of EUR~200.00 and everything at 0, on a line with the exponent 2: here 75~%.",
        ),
        (
            {"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "200", "all_zero": "0 %"},
            "180 140",
            "Beside the ceiling of EUR~200.00 that is a discount of 10~%. The mean of the stage is 20~%, which earns 90~%; the highest, 30~%, earns everything. Here that is 45~%.",
        ),
        (
            {"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "200", "all_zero": "0 %"},
            "200 250",
            "Beside the ceiling of EUR~200.00 that is a discount of 0~%. No bid of the stage has more than 0; the tender says that each then earns 0~%.",
        ),
        (
            {"kind": "lowest_line", "all_zero": "0 %"},
            "150 100 200",
            "The highest of the stage is EUR~200.00 and the lowest is EUR~100.00; EUR~200.00 + EUR~100.00 − EUR~150.00, divided by EUR~200.00, is 75~%.",
        ),
        (
            MEAN,
            "150 50",
            "The mean of the stage is EUR~100.00, which earns 50~%. Each 100 % above it takes 100~% off, in proportion, and below it as much is added: here 0~%.",
        ),
        (MEAN, "0 0", "The mean of the stage is 0; the tender says that each bid then earns 90~%."),
        (
            LOGARITHM,
            "800 100",
            "The lowest of the stage, EUR~100.00, earns everything and 2 times that nothing, by the logarithm: here −200~%.",
        ),
        (
            REFERENCE,
            "160",
            "EUR~160.00 divided by the reference of EUR~120.00, to the power of −1, is 75~%.",
        ),
        (REFERENCE, "0 100", "That is 0; the tender says that this earns 90~%."),
        (
            {"kind": "lowest_over_own", "lowest_zero": "90 %"},
            "5 0",
            "The lowest of the stage is 0; the tender says that each bid then earns 90~%.",
        ),
        (
            {"kind": "lowest_over_own", "lowest_zero": "90 %"},
            "200 100",
            "The lowest of the stage is EUR~100.00, and EUR~100.00 ÷ EUR~200.00 is 50~%.",
        ),
    ],
)
def test_the_published_price_formulas(build, scale, prices, said):
    bids = [build.bid(name, price) for name, price in zip("abc", prices.split(), strict=False)]
    told = sentence(build.assess(build.tender(build.priced(weight=100, scale=scale)), *bids), "a", "price")
    assert told.partition("(lines: 1). ")[2].partition(" Of 100 points")[0] == said


def test_powers_of_a_percentage(build):
    scales = [
        (
            {"kind": "concave", "exponent": "2"},
            "Nothing is earned at 0 % and everything at 100 %, on a line with the exponent 2: here 75~%.",
        ),
        (
            {"kind": "ratio_to_best", "all_zero": "0 %", "exponent": "2"},
            "The highest of the stage is 100~%; 50~% divided by it, to the power of 2, is 25~%.",
        ),
    ]
    for scale, said in scales:
        tender = build.tender(build.leaf("c", 50, {"kind": "discount", "of": "d"}, scale), lines=(), discounts=["d"])
        bids = [build.bid(name, discounts={"d": offer}) for name, offer in {"a": "50 %", "b": "100 %"}.items()]
        assert f"c: The percentage offered is 50~%. {said} Of 50" in sentence(build.assess(tender, *bids), "a", "c")


def test_judgement_and_linear(build):
    tender = build.tender(build.judged(weight=60, title="How good"))
    assert sentence(build.marked(tender, a="0.25"), "a", "How good (quality)") == (
        "How good (quality): The panel's mark is 0.25. Its reason: “so” Nothing is earned at 0 and everything at 1: here 25~%. "
        "Of 60 points that is 15."
    )


def test_judgement_and_levels_rounded(build):
    levels = {"kind": "levels", "levels": {"good": "33.33 %"}}
    rounding = {"places": 1, "mode": "up", "at": "criterion"}
    tender = build.tender(build.leaf("c", 10, build.LADDER, levels), rounding=rounding)
    assert sentence(build.marked(tender, a={"c": "good"}), "a", "c") == (
        "c: The panel's mark is good. Its reason: “so” That level earns 33.33~%. Of 10 points that is 3.333, rounded as published to 3.4."
    )


@pytest.mark.parametrize(
    ("share", "mode", "said"),
    [
        ("12.6489 %", "half_up", "1.2649, rounded as published to 1.26"),  # 1.265 would be rounded to 1.27
        ("12.6499999 %", "half_up", "1.26499999, rounded as published to 1.26"),
        ("12.699999 %", "down", "1.2699999, rounded as published to 1.26"),  # 1.27 would stay 1.27
        ("12.6511 %", "half_up", "1.265, rounded as published to 1.27"),
    ],
)
def test_points_are_shown_with_as_many_decimals_as_their_rounding_needs(build, share, mode, said):
    rounding = {"places": 2, "mode": mode, "at": "criterion"}
    levels = {"kind": "levels", "levels": {"good": share}}
    tender = build.tender(build.leaf("c", 10, build.LADDER, levels), rounding=rounding)
    assert said in sentence(build.marked(tender, a={"c": "good"}), "a", "c")


def products(build, *parts):
    return {"products": [{"id": "x", "line": "piece", "mass": "10 kg", "parts": list(parts)}], "evidence": PROOFS}


def test_reuse_at_end_of_life(build):
    tender = build.tender(build.leaf("c", 10, REUSE, build.WHOLE_SHARE), lines=(("piece", 200),))
    parts = [
        build.part("p", "4 kg", {"reuse": "50 %", "recycle": "50 %"}, "paper"),
        build.part("q", "3 kg", {"reuse": "100 %"}, "word"),
        build.part("r", "2 kg", {"reuse": "100 %"}),
        build.part("s", "0.5 kg"),
    ]
    # of 2000 kg, 400 to reuse and 400 to recycle; the other 1200 at 10 %: (400 + 160 + 120) ÷ 2000
    assert sentence(build.assess(tender, build.bid("a", **products(build, *parts))), "a", "c") == (
        "c: Of 2,000~kg in all, this goes to a destination with the proof asked for: 400~kg to reuse (worth 100~%); "
        "400~kg to recycle (worth 40~%). The rest counts as landfill (10~%). By mass that is worth 34~%. Nothing is "
        "earned at 0~% and everything at 100~%: here 34~%. Of 10 points that is 3.4. The mass of the parts is known "
        "for 95~% of the whole; the rest earns the least. 40~% of the mass has the proof asked for. This proof "
        "counts: a term of the contract, a document, a third party's statement. These do not count: claims whose proof is a declaration, 1 (x/q); "
        "without a claim or without proof, 2 (x/r, x/s)."
    )


def test_reuse_of_nothing(build):
    tender = build.tender(build.leaf("c", 10, REUSE, build.WHOLE_SHARE))
    assert "with the proof asked for: nothing. The rest counts as landfill (10~%)." in sentence(
        build.assess(tender, build.bid("a", **products(build))), "a", "c"
    )


def test_no_more_than_six_parts_are_named(build):
    tender = build.tender(build.leaf("c", 10, REUSE, build.WHOLE_SHARE))
    parts = [build.part(f"p{number}", "1 kg") for number in range(8)]
    said = sentence(build.assess(tender, build.bid("a", **products(build, *parts))), "a", "c")
    assert said.endswith("without a claim or without proof, 8 (x/p0, x/p1, x/p2, x/p3, x/p4, x/p5 and 2 more).")


def test_material_passport(build):
    tender = build.tender(build.leaf("c", 10, PASSPORT, build.WHOLE_SHARE))
    part = build.part("p", "6 kg", passport={"mass": "6 kg"}, passport_proof="paper")
    # 6 of 10 kg × ½ of the fields × 80 %
    assert sentence(build.assess(tender, build.bid("a", **products(build, part))), "a", "c") == (
        "c: By mass, fields filled (2 are asked for) and verification, the passports are worth 24~%. Not filled of "
        "the fields asked for: origin (x/p). Nothing is earned at 0~% and everything at 100~%: here 24~%. Of 10 points that is 2.4. The mass of the parts is known for 60~% "
        "of the whole; the rest earns the least. 60~% of the mass has a passport."
    )


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (
            OFFER,
            "c: Taken back: 60~%. The term is 2.5~years, where 15~years is asked for and more does not count. "
            "The cost counts 90~%, the guarantee 80~%. "
            "Multiplied, that is 7.2~%. Nothing is earned at 0~% and everything at 100~%: here 7.2~%. "
            "Of 10 points that is 0.72.",
        ),
        (
            None,
            "c: Taken back: 0~%. The term is 0~years, where 15~years is asked for and more does not count. "
            "The cost counts 0~%, the guarantee 0~%. "
            "Multiplied, that is 0~%. Nothing is earned at 0~% and everything at 100~%: here 0~%. "
            "Of 10 points that is 0. Take-back was not offered, so it earns nothing.",
        ),
    ],
)
def test_take_back(build, offer, said):
    tender = build.tender(build.leaf("c", 10, TAKE_BACK, build.WHOLE_SHARE), lines=())
    assert sentence(build.assess(tender, build.bid("a", take_back=offer)), "a", "c") == said


@pytest.fixture
def nested(build):
    """A group that is rescaled inside one that is not."""
    inner = build.group("inner", build.judged("one", 40), weight="40", rescale="best")
    tender = build.tender(build.group("outer", inner, build.judged("two", 10)))
    return build.marked(tender, a={"one": "0.75", "two": "1"}, b={"one": "0.5", "two": "0"})


def test_a_group_and_a_group_that_is_rescaled(build, nested):
    plain = build.tender(build.group("g", build.judged("one", 10), build.judged("two", 10)))
    assert sentence(build.marked(plain, a={"one": "0.5", "two": "1"}), "a", "g") == "g: 15.000 points together."
    assert sentence(nested, "b", "inner") == (
        "inner: 20.000 points together. The best of the stage has 30, which becomes 40: ≈~26.667."
    )


def test_a_group_is_not_said_to_be_rescaled_because_a_member_is(nested):
    assert sentence(nested, "b", "outer") == "outer: ≈~26.667 points together."


def test_where_a_bid_ended(build):
    tender = build.tender(
        build.judged(threshold={"at_least": "6", "on": "raw"}), deadline="2026-10-15T12:00:00+02:00", lines=()
    )
    marks = {"a": "1", "b": "0.5", "c": "0.5", "d": "0", "e": "1"}
    bids = [build.bid(name, received="2026-10-15T12:00:00+02:00") for name in "abcd"]
    late = build.bid("e", received="2026-10-15T12:00:01+02:00")
    assessment = build.assess(tender, *bids, late, **{name: {"quality": mark} for name, mark in marks.items()})
    assert {bid: outcome(assessment, bid) for bid in marks} == {
        "a": ["Rank 1 of 3, with 60.000 of 60 points: the first."],
        "b": ["Rank 2 of 3, with 30.000 of 60 points, shared with c: the published rules do not separate them."],
        "c": ["Rank 2 of 3, with 30.000 of 60 points, shared with b: the published rules do not separate them."],
        "d": [
            "Rejected at the end of the stage assessment: 0.000 points on quality, and the least is 6.000. "
            "It takes no part in later stages and has no total."
        ],
        "e": [
            "Rejected: received on 15~October 2026, 12:00:01 (UTC+02:00), after the deadline of 15~October 2026, 12:00 (UTC+02:00). "
            "A rejected bid has no score."
        ],
    }
    behind = build.marked(build.tender(build.judged()), a="1", b="0.5")
    assert outcome(behind, "b") == ["Rank 2 of 2, with 30.000 of 60 points: 30.000 points behind the first, A (a)."]


def test_the_opening_of_a_report(build):
    tender = build.tender(*(build.judged(name, 10) for name in ("one", "two")), ties=["one"])
    of = {
        "winner": {"a": {"one": "1", "two": "0.5"}, "b": {"one": "0", "two": "1"}},
        "equal": {"a": {"one": "1", "two": "0"}, "b": {"one": "0", "two": "1"}},
        "tie": {"a": {"one": "1", "two": "0"}, "b": {"one": "1", "two": "0"}},
    }
    said = {name: paragraphs(ct.report(build.marked(tender, **marks)))[:4] for name, marks in of.items()}
    internal = "Internal: for the contracting authority only."
    head = ["Assessment of A small tender", internal, "A buyer, reference T-1. The most points win; 20 can be earned."]
    assert said == {
        "winner": [
            *head,
            "A (a) has the most points. It is 5.000 points ahead of B (b), by criterion: one +10.000; two −5.000.",
        ],
        "equal": [
            *head,
            "A (a) and B (b) have the same points; the published order of criteria puts A (a) first.",
        ],
        "tie": [
            *head,
            "A (a), B (b) share the first rank, and the published rules do not separate them. No winner is computed.",
        ],
    }


def test_the_opening_of_a_report_that_names_only_the_largest_differences(build):
    names = ["one", "two", "three", "four", "five", "six"]
    tender = build.tender(*(build.judged(name, 10) for name in names))
    marks = {name: f"0.{number}" for number, name in enumerate(names, 1)}
    text = paragraphs(ct.report(build.marked(tender, a=marks, b=dict.fromkeys(names, "0"))))[3]
    assert text.endswith("six +6.000; five +5.000; four +4.000; three +3.000; everything else +3.000.")


def test_the_opening_of_a_report_without_a_bid_left(build):
    tender = build.tender(build.judged(threshold={"at_least": "6", "on": "raw"}))
    text = paragraphs(ct.report(build.marked(tender, a="0")))[3]
    assert text == "No bid remains, so there is no ranking and no winner."


def test_what_a_total_consists_of(build):
    tender = build.tender(
        build.group("g", build.judged("one", 40), weight="40", rescale="best"),
        build.judged("two", 10),
        rounding={"places": 1, "mode": "up", "at": "total"},
    )
    marks = {"a": {"one": "0.75", "two": "0.123"}, "b": {"one": "0.5", "two": "0"}}
    page = narrate(ct.explain(build.marked(tender, **marks), "a"))
    (table,) = [b for b in page.blocks if isinstance(b, Table) and b.caption == "What the total consists of"]
    assert table.rows == (
        ("one", "30.0"),
        ("g: rescaled to the best of the stage", "10.0"),
        ("two", "≈\N{NO-BREAK SPACE}1.2"),
        ("rounding of the total, as published", "≈\N{NO-BREAK SPACE}0.1"),
        ("Total", "41.3"),
    )


def test_the_steps_in_full(build):
    tender = build.tender(build.priced(), build.judged(weight=60))
    assessment = build.assess(
        tender, build.bid("a", "300"), build.bid("b", "200"), a={"quality": "0.5"}, b={"quality": "0"}
    )
    (items,) = [block for block in narrate(ct.explain(assessment, "a")).blocks if isinstance(block, Items)]
    assert [item.replace("\N{NO-BREAK SPACE}", "~").strip(BEGIN + END) for item in items.items] == [
        "[1] lowest = least(own) = EUR~200.00",
        "    own: the 2 values of all bids of the stage",
        "[2] row = lookup(table, key) = 1 values",
        "    table: 1 values, bid a /prices/piece",
        "    key: 1 values, tender /prices/lines/0/id",
        "[3] schedule_total = total(quantity × unit_price) = EUR~300.00",
        "    quantity: 1 values, tender /prices/lines/0/quantity",
        "    unit_price: 1 values, step 2",
        "[4] lowest_over_own = lowest ÷ own = ≈~66.67~%, exactly 2/3",
        "    lowest: EUR~200.00, step 1",
        "    own: EUR~300.00, step 3",
        "[5] weighted = ratio × weight = ≈~26.667, exactly 80/3",
        "    ratio: ≈~66.67~%, exactly 2/3, step 4",
        "    weight: 40, tender /criteria/0/weight",
        "[6] linear = clamp((measured − zero_at) ÷ (full_at − zero_at), 0, 1) = 50~%",
        "    measured: 0.5, judgements /marks/a/quality/mark",
        "    zero_at: 0, tender /criteria/1/scale/zero_at",
        "    full_at: 1, tender /criteria/1/scale/full_at",
        "[7] weighted = ratio × weight = 30",
        "    ratio: 50~%, step 6",
        "    weight: 60, tender /criteria/1/weight",
        "[8] summed = price + quality = ≈~56.667, exactly 170/3",
        "    price: ≈~26.667, exactly 80/3, step 5",
        "    quality: 30, step 7",
    ]


def test_a_table_that_is_the_same_for_all_tenders_is_named_with_its_source(build):
    tender = build.tender(build.leaf("c", 10, REUSE, build.WHOLE_SHARE))
    assessment = build.assess(tender, build.bid("a", **products(build, build.part("p", "1 kg"))))
    (items,) = [block for block in narrate(ct.explain(assessment, "a")).blocks if isinstance(block, Items)]
    named = [item for item in items.items if item.startswith("    table: table ")]
    assert set(named) == {
        "    table: table evidence, version 2 (circular-tender, own definition: a third party's proof is above a "
        "document or a term of the contract, and these are above a statement)"
    }


def test_a_text_of_the_tender_is_said_in_the_language_asked_for(build):
    tender = build.tender(build.judged(title={"nl": "Kwaliteit", "en": "How good"}))
    assert sentence(build.marked(tender, a="1"), "a", "How good (quality)")
    dutch = build.marked(build.tender(build.judged(title={"nl": "Kwaliteit"})), a="1")
    with pytest.raises(ct.InvalidDocuments) as error:
        narrate(ct.explain(dutch, "a"), language="en")
    (problem,) = error.value.problems
    assert (problem.code, problem.place.pointer) == ("missing-language", "/criteria/0/title")
    assert "Kwaliteit (quality): Het oordeel" in ct.to_text(ct.explain(dutch, "a"), language="nl")
    with pytest.raises(ct.InvalidDocuments) as error:
        narrate(ct.explain(dutch, "a"), language="fr")
    assert [problem.code for problem in error.value.problems] == ["missing-language"]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (F(2, 3), "ratio", "≈~66.67~%"),
        (F(1, 8), "ratio", "12.5~%"),
        (F(0), "ratio", "0~%"),
        (F(161_000), "amount", "EUR~161,000.00"),
        (F(1, 3), "amount", "≈~EUR~0.33"),
        (F(37, 4), "mass", "9.25~kg"),
        (F(1, 7), "mass", "≈~0.143~kg"),
        (F(1, 12), "time", "≈~0.08~years"),
        (F(15), "time", "15~years"),
        (F(80, 3), "points", "≈~26.667"),
        (F(14, 15), "number", "≈~0.933333"),
        (F(-1, 2), "number", "−0.5"),
        (F(1, 10**7), "number", "≈~0"),
        (F(12_345_678), "other", "12,345,678"),
        ("good", "level", "good"),
    ],
)
def test_a_figure_is_marked_where_it_is_not_the_exact_value(value, unit, shown):
    assert ENGLISH.figure(value, unit, "EUR").replace("\N{NO-BREAK SPACE}", "~") == shown


@pytest.mark.parametrize(
    ("value", "places", "options", "shown"),
    [
        (F(5, 2), 0, {}, "≈~3"),
        (F(-5, 2), 0, {}, "≈~−3"),
        (F(2), 3, {"fixed": True}, "2.000"),
        (F(2), 3, {}, "2"),
        (F(2), 1, {"fixed": True, "signed": True}, "+2.0"),
        (F(-2), 1, {"fixed": True, "signed": True}, "−2.0"),
        (F(12345, 10), 0, {"fixed": True}, "≈~1,235"),
    ],
)
def test_a_decimal_rounds_half_up_and_says_so(value, places, options, shown):
    assert ENGLISH.decimal(value, places, **options).replace("\N{NO-BREAK SPACE}", "~") == shown


def test_the_text_escapes_what_moves_the_cursor_or_turns_the_direction():
    nasty = "a\x1b[2Jb\N{RIGHT-TO-LEFT OVERRIDE}c\nd\re\N{LINE SEPARATOR}f\N{ZERO WIDTH SPACE}g"
    tame = "a\\u001b[2Jb\\u202ec\\u000ad\\u000de\\u2028f\\u200bg"
    blocks = (
        Heading(1, nasty),
        Heading(3, nasty),
        Paragraph(nasty),
        Items((nasty,)),
        Table(nasty, (nasty,), ((nasty,),)),
    )
    text = page_text(Page("en", blocks))
    assert text == (
        f"{tame}\n{'=' * len(tame)}\n\n{tame.upper()}\n\n{tame}\n\n{tame}\n\n{tame}\n{tame}\n{'-' * len(tame)}\n{tame}\n"
    )


def test_a_name_that_would_forge_a_line_stays_in_its_line(build):
    hostile = build.bid("a", "1") | {"bidder": "Bad\N{RIGHT-TO-LEFT OVERRIDE} B.V."}
    text = str(ct.report(build.assess(build.tender(build.priced()), hostile)))
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
    assert "Bad\\u202e B.V." in text


def test_the_text_is_wrapped_at_words_and_lines_up_tables():
    words = " ".join(["twelve chars"] * 20)
    wrapped = page_text(Page("en", (Paragraph(words),)))
    lines = wrapped.splitlines()
    assert max(map(len, lines)) <= 100
    assert " ".join(line.strip() for line in lines) == words
    assert all(line.startswith("  ") for line in lines[1:])
    assert page_text(Page("en", (Paragraph("x" * 120),))) == "x" * 120 + "\n"
    glued = "a" * 60 + "\N{NO-BREAK SPACE}" + "b" * 60
    assert page_text(Page("en", (Paragraph(glued),))) == glued + "\n"
    table = Table("Caption", ("name", "n"), (("a", "1"), ("longer", "100")), (1,))
    assert page_text(Page("en", (Heading(2, "Head"), table))) == (
        "Head\n----\n\nCaption\nname      n\n------  ---\na         1\nlonger  100\n"
    )


def test_an_explanation_and_a_report_show_themselves(build):
    assessment = build.marked(build.tender(build.judged()), a="1")
    for value in (ct.explain(assessment, "a"), ct.report(assessment)):
        assert str(value) == ct.to_text(value)
