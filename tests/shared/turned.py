"""Small tenders in which something else, often a bid that is not there, turns the order of two others over.

`TABLE` is worked out by hand with fractions: total = 60 × quality + 40 × ratio; bid c never wins, and without it b is
ahead of a.
"""

from fractions import Fraction as F

import circular_tender as ct

CEILING = {"kind": "ceiling_to_lowest", "ceiling": "200", "exponent": "1", "at_ceiling": "0 %", "all_at_ceiling": "0 %"}
SLOPE = {"kind": "slope_from_lowest", "zero_at": "75 %", "bounds": "keep", "lowest_zero": "0 %"}
BILINEAR = {"kind": "bilinear_at_mean", "at_mean": "90 %", "ceiling": "200", "all_zero": "0 %"}
MEAN = {"kind": "mean_line", "at_mean": "50 %", "slope": "100 %", "bounds": "keep", "mean_zero": "0 %"}
HIGHEST = {"kind": "highest_to_lowest", "all_equal": "100 %"}

#: scale -> price and quality of a, b and c; totals of a, b, c; totals of a, b without c; what changed, from and to.
TABLE = [
    (
        {"kind": "lowest_over_own"},
        (("125", "0.85"), ("90", "0.70"), ("65", "0.50")),
        (F("71.8"), F(638, 9), F(70)),  # 51 + 40 × 65/125; 42 + 40 × 65/90; 30 + 40
        (F("79.8"), F(82)),  # 51 + 40 × 90/125; 42 + 40
        ("lowest_over_own", {"lowest": (65, 90)}),
    ),
    (
        HIGHEST,
        (("85", "0.80"), ("80", "0.45"), ("145", "0.60")),
        (48 + F(60, 65) * 40, F(67), F(36)),
        (F(48), F(67)),
        ("highest_to_lowest", {"highest": (145, 85)}),
    ),
    (
        SLOPE,
        (("80", "0.60"), ("105", "0.90"), ("70", "0.45")),
        (36 + (1 - F("10") / F("52.5")) * 40, 54 + (1 - F("35") / F("52.5")) * 40, F(67)),
        (F(76), 54 + (1 - F(25, 60)) * 40),
        ("slope_from_lowest", {"reference": (70, 80)}),
    ),
    (
        CEILING,
        (("140", "0.80"), ("120", "0.65"), ("90", "0.40")),
        (48 + F(60, 110) * 40, 39 + F(80, 110) * 40, F(64)),
        (48 + F(60, 80) * 40, F(79)),
        ("ceiling_to_lowest", {"lowest": (90, 120)}),
    ),
    (
        BILINEAR,  # discounts from 200: 0.475, 0.525, 0.225; their mean is 49/120, without c 1/2
        (("105", "0.70"), ("95", "0.65"), ("155", "0.80")),
        (
            42 + (F("0.9") + F("0.1") * (F("0.475") - F(49, 120)) / (F("0.525") - F(49, 120))) * 40,
            F(79),
            48 + F("0.9") * F("0.225") / F(49, 120) * 40,
        ),
        (42 + F("0.9") * F("0.475") / F("0.5") * 40, F(79)),
        ("bilinear_unless_all_zero", {"average": (F(49, 120), F(1, 2))}),
    ),
    (
        MEAN,
        (("100", "1"), ("60", "0.70"), ("140", "0.75")),
        (F(80), F(78), F(49)),
        (60 + (F("0.5") - F("0.25")) * 40, 42 + (F("0.5") + F("0.25")) * 40),
        ("mean_line", {"average": (100, 80)}),
    ),
]
IN_TIME = "2026-10-15T11:00:00+02:00"
TAKEN = {"at": "2026-09-02T09:00:00Z", "by": "officer", "reason": "as noted"}


def assessed(build, scale, of, **award):
    """The assessment of bids by quality and price, each by this scale."""
    tender = build.tender(build.judged(), build.priced(scale=scale), **award)
    bids = [build.bid(name, price) for name, (price, _) in zip("abcde", of, strict=False)]
    marks = {name: {"quality": mark} for name, (_, mark) in zip("abcde", of, strict=False)}
    return build.assess(tender, *bids, **marks)


def decided(assessment, *decisions):
    """The same documents with a log of these decisions."""
    log = {"schema": "circular-tender/decisions/1", "tender": "T-1", "decisions": [TAKEN | one for one in decisions]}
    return ct.assess(assessment.tender, assessment.bids, assessment.judgements, ct.read_decisions(log))


def drawn(*order):
    """A draw."""
    return {"kind": "draw", "order": list(order), "witness": "notary"}


def even(build, *of, ties=("draw",)):
    """Quality and price count 40 points each; the price from the highest to the lowest."""
    tender = build.tender(build.judged(weight=40), build.priced(scale=HIGHEST), ties=list(ties))
    marks = {name: {"quality": mark} for name, _, mark in of}
    return build.assess(tender, *(build.bid(name, price) for name, price, _ in of), **marks)


def by_tie_break(build):
    """With c, d has 40 + 32 points and a 20 + 40; without it both have 60, and a has more of them for the price."""
    of = (("a", "100", "0.5"), ("c", "200", "0"), ("d", "120", "1"), ("e", "140", "0"))
    return ct.impact(even(build, *of, ties=("price",)), ct.Without("c"))


def by_draw(build):
    """With c, a and d have 60 points, and the draw puts d first; without it d has 40."""
    of = (("a", "100", "0.5"), ("c", "140", "0"), ("d", "120", "1"))
    return ct.impact(decided(even(build, *of), drawn("d", "a")), ct.Without("c"))


def by_receipt(build):
    """As by the draw, but d was received earlier."""
    tender = build.tender(build.judged(weight=40), build.priced(scale=HIGHEST), ties=["received"])
    of = (("a", "100", "0.5", 3), ("c", "140", "0", 2), ("d", "120", "1", 1))
    bids = [build.bid(name, price, received=f"2026-09-0{day}T09:00:00Z") for name, price, _, day in of]
    return ct.impact(build.assess(tender, *bids, **{n: {"quality": mark} for n, _, mark, _ in of}), ct.Without("c"))


def rescaled(build):
    """The group is rescaled to its best: 60 points with c, 42 without."""
    price = build.priced(scale={"kind": "linear", "zero_at": "200", "full_at": "100"})
    tender = build.tender(build.group("technical", build.judged(), weight="60", rescale="best"), price)
    of = (("a", "120", "0.5"), ("b", "160", "0.7"), ("c", "200", "1"))
    marks = {name: {"quality": mark} for name, _, mark in of}
    return ct.impact(build.assess(tender, *(build.bid(n, p) for n, p, _ in of), **marks), ct.Without("c"))


def awarded(build, award, *of, scale=None):
    """The price is a cost, and quality earns 100 points, by a scale that may compare bids."""
    tender = build.tender(build.leaf("quality", 100, build.ALLOWED, scale or build.FROM_0_TO_1)).plain
    price = {"id": "price", "title": "price", "cost": {"kind": "price"}}
    base = {"on_rejection": "recompute", "rounding": "none", "ties": ["price"]}
    points = {} if award["method"] == "value_based" else {"points": "100"}
    whole = ct.read_tender({**tender, "award": base | points | award, "criteria": [price, *tender["criteria"]]})
    marks = {name: {"quality": mark} for name, _, mark in of}
    return build.assess(whole, *(build.bid(name, price) for name, price, _ in of), **marks)


def by_index(build):
    """The index of a is 0.624 with c and 0.78 without; that of b is 0.6 with c and 0.8 without."""
    award = {"method": "utility_index", "quality": "50", "price": "50"}
    of = (("a", "100", "0.80"), ("b", "78", "0.60"), ("c", "500", "1"))
    return ct.impact(awarded(build, award, *of), ct.Without("c"))


def by_value_cost(build):
    """Quality is in proportion to the best mark, 1 with c and 0.8 without; the least points are 50 and 62.5.

    The cost of a is 100 ÷ (150 ÷ 150) and that of b 121 ÷ (180 ÷ 150); without c that of a is 100 ÷ (162.5 ÷ 162.5) and
    that of b 121 ÷ (200 ÷ 162.5).
    """
    of = (("a", "100", "0.5"), ("b", "121", "0.8"), ("c", "1000", "1"))
    scale = {"kind": "ratio_to_best", "all_zero": "0 %"}
    return ct.impact(awarded(build, {"method": "relative_value_cost"}, *of, scale=scale), ct.Without("c"))


def by_band(build):
    """The indices are 95, 91 and 100: with c only a lies within 8 % of the best, without it b does too, and is cheaper."""
    award = {"method": "quality_per_price", "factor": "100", "band": {"width": "8 %", "decides": "price"}}
    of = (("a", "100", "0.95"), ("b", "90", "0.819"), ("c", "100", "1"))
    return ct.impact(awarded(build, award, *of), ct.Without("c"))


def by_cost(build):
    """Compared by price less 100 × mark ÷ best mark: with c both have 50, and b is cheaper; without it, 0 and 40."""
    of = (("a", "100", "0.5"), ("b", "60", "0.1"), ("c", "900", "1"))
    scale = {"kind": "ratio_to_best", "all_zero": "0 %"}
    return ct.impact(awarded(build, {"method": "value_based"}, *of, scale=scale), ct.Without("c"))


def together(build):
    """Totals are rounded to whole points: a has 10; b has 10.4 with c and 11.4 without, half a point more on each part.

    Either half alone makes 10.9, which is 11 too. Equal totals are separated by the rest, of which a has more.
    """
    scale = {"kind": "ratio_to_best", "all_zero": "0 %"}
    parts = [build.leaf(name, 50, build.ALLOWED, scale) for name in ("one", "two")]
    rounding = {"places": "0", "mode": "half_up", "at": "total"}
    tender = build.tender(*parts, build.judged("rest", 100), rounding=rounding, ties=["rest"])
    marks = {"a": ("0", "0.1"), "b": ("0.054", "0.05"), "c": ("1", "0"), "d": ("0.84375", "0")}
    given = {bid: {"one": mark, "two": mark, "rest": rest} for bid, (mark, rest) in marks.items()}
    return ct.impact(build.marked(tender, **given), ct.Without("c"))


def every(build):
    """An impact of every sort that turns two bids over."""
    table = [ct.impact(assessed(build, scale, of), ct.Without("c")) for scale, of, *_ in TABLE]
    sorts = (by_tie_break, by_draw, by_receipt, rescaled, by_index, by_value_cost, by_band, by_cost, together)
    return [*table, *(sort(build) for sort in sorts)]


def others(build):
    """An impact of every other sort: of each change, and of each way in which it may end."""
    scored = build.marked(build.tender(build.judged(threshold={"at_least": "6", "on": "raw"})), a="1", b="0.5", c="0")
    level = build.marked(build.tender(build.judged(), ties=["draw"]), a="1", b="1")
    alone = build.marked(build.tender(build.judged(threshold={"at_least": "6", "on": "raw"})), a="1")
    late = "2026-10-15T12:00:01+02:00"
    dated = build.tender(build.judged(), deadline="2026-10-15T12:00:00+02:00")
    in_time = build.assess(
        dated, *(build.bid(n, received=IN_TIME) for n in "ab"), a={"quality": "1"}, b={"quality": "0"}
    )
    rejected = {"kind": "rejected", "bid": "a", "ground": "irregular"}
    opened = {"kind": "opened", "stage": "assessment"}
    members = {name: {"mark": mark, "reason": "so"} for name, mark in (("one", "4"), ("two", "8"))}
    asked = {"kind": "judgement", "aggregate": "mean_of_members", "rounding": "none"}
    allowed = {"allowed": {"least": "0", "greatest": "10"}}
    plan = build.tender(build.leaf("plan", 10, asked | allowed, {"kind": "linear", "zero_at": "0", "full_at": "10"}))
    panel = {"schema": "circular-tender/judgements/1", "tender": "T-1", "panel": "two"}
    marks = ct.read_judgements({**panel, "marks": {"a": {"plan": {"members": members}}}})
    of_members = ct.assess(plan, ct.read_bids(build.bid("a")), marks)
    made = [
        (scored, ct.Without("b")),
        (scored, ct.Marked("c", "quality", "0.3")),
        (scored, ct.Logged(TAKEN | rejected)),
        (scored, ct.Logged(TAKEN | opened)),
        (level, ct.Logged(TAKEN | drawn("b", "a"))),
        (scored, ct.Marked("b", "quality", "1")),
        (alone, ct.Marked("a", "quality", "0")),
        (in_time, ct.Changed("a", "/received", late)),
        (in_time, ct.Changed("a", "/variant", to=True)),
        (of_members, ct.Marked("a", "plan", "10", member="two")),
    ]
    return [ct.impact(before, change) for before, change in made]
