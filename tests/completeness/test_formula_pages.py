"""The catalogue of price formulas covers every scale that takes a price, and shows what holds."""

from decimal import Decimal, localcontext
from fractions import Fraction as F
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from circular_tender.scales import traits

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SVG = "{http://www.w3.org/2000/svg}"


def decimals(value):
    """A number with twelve decimals, the nearest to what was worked out with forty digits."""
    return F(value.quantize(Decimal("1e-12")))


def ln(value, base):
    with localcontext(prec=40):
        return decimals((Decimal(value.numerator) / value.denominator).ln() / Decimal(base).ln())


def root(value):
    with localcontext(prec=40):
        return decimals((Decimal(value.numerator) / value.denominator).sqrt())


def cut(share):
    return min(max(share, F(0)), F(1))


def bilinear(own, bids):
    """By discounts from the ceiling of 200, X = 0.9 at their mean."""
    r, every = 1 - F(own, 200), [1 - F(bid, 200) for bid in bids]
    mean, most, x = sum(every) / len(every), max(every), F(9, 10)
    return x * r / mean if r <= mean else x + (1 - x) * (r - mean) / (most - mean)


def halfway(own, bids):
    """From halfway between the lowest and an estimate of 120, nothing at twice that."""
    reference = F(120 + min(bids), 2)
    return cut(1 - (own - reference) / reference)


# Each formula as its source prints it, with the parameters of docs/pages/formulas.yaml.
PUBLISHED = {
    "lowest-over-own": lambda own, bids: F(min(bids), own),
    "highest-to-lowest": lambda own, bids: F(max(bids) - own, max(bids) - min(bids)),
    "slope-from-lowest": lambda own, bids: cut(1 - F(own - min(bids)) / (F(3, 4) * min(bids))),
    "slope-from-lowest-and-estimate": halfway,
    "ceiling-to-lowest": lambda own, bids: F(200 - own, 200 - min(bids)),
    "curve-to-lowest": lambda own, bids: root(F(200 - own, 200 - min(bids))),
    "ceiling-with-fixed-value": lambda own, bids: 1 - (1 - F(1, 5)) * F(own - min(bids), 200 - min(bids)),
    "bilinear-at-mean": bilinear,
    "lowest-line": lambda own, bids: F(max(bids) + min(bids) - own, max(bids)),
    "mean-line": lambda own, bids: F(1, 2) - (own - F(sum(bids), len(bids))) / F(sum(bids), len(bids)),
    "logarithmic": lambda own, bids: 1 - ln(F(own, min(bids)), "2"),
    "logarithmic-cut": lambda own, bids: cut(1 - ln(F(own, min(bids)), "1.5")),
    "fixed-band": lambda own, _: cut(F(200 - own, 200 - 80)),
    "ceiling-to-zero": lambda own, _: F(200 - own, 200),
    "concave": lambda own, _: 1 - F(own, 200) ** 2,
    "power-of-reference": lambda own, _: cut(F(100, own)),
    "points-on-a-line": lambda own, _: 1 - F(own - 80, 200) if own <= 120 else F(4, 5) - F(own - 120, 100),
    "price-steps": lambda own, _: {100: F(1), 110: F(3, 4), 125: F(1, 2), 150: F(1, 4)}[own],
}
# Prices of 100, 110, 125 and 150 with a ceiling of 200: exact values that were worked out before the library was.
VECTOR = {
    "lowest-over-own": "1 10/11 4/5 2/3",
    "highest-to-lowest": "1 4/5 1/2 0",
    "slope-from-lowest": "1 13/15 2/3 1/3",
    "fixed-band": "5/6 3/4 5/8 5/12",
    "ceiling-to-zero": "1/2 9/20 3/8 1/4",
    "ceiling-to-lowest": "1 9/10 3/4 1/2",
    "bilinear-at-mean": "1 81/85 6/7 4/7",
    "lowest-line": "1 14/15 5/6 2/3",
    "mean-line": "131/194 115/194 91/194 51/194",
}
# A third bid reverses two: totals with it, and without it. Those of the first six were worked out beforehand.
REVERSED = {
    "lowest-over-own": ("71.8", "638/9", "70", "79.8", "82"),
    "highest-to-lowest": ("1104/13", "67", "36", "48", "67"),
    "slope-from-lowest": ("1436/21", "202/3", "67", "76", "232/3"),
    "ceiling-to-lowest": ("768/11", "749/11", "64", "78", "79"),
    "mean-line": ("80", "78", "49", "70", "72"),
}
# Where a lower price gains nothing on the bid of 110, from 50 to 200: beyond a band, below a step, where it is cut.
IDLE = {
    "fixed-band": [(50, 80)],
    "power-of-reference": [(50, 100)],
    "points-on-a-line": [(50, 80)],
    "price-steps": [(50, 100), (101, 110), (111, 125), (126, 150), (151, 200)],
    "slope-from-lowest": [(50, 62), (175, 200)],  # at 62 the bid of 110 earns nothing, and nothing less below
    "slope-from-lowest-and-estimate": [(100, 110)],  # all up to halfway between 100 and 120
    "logarithmic-cut": [(50, 73), (150, 200)],  # 110 ÷ 1.5 is 73.3
}


@pytest.fixture(scope="session")
def entries(pages):
    """The formulas of the catalogue by name."""
    return pages.CATALOGUE.entries


@pytest.fixture(scope="session")
def bidding(pages):
    """What prices earn, as the pages ask for it."""
    return import_module("pages.bidding")


def test_every_scale_that_takes_a_price_is_in_the_catalogue(pages, entries):
    priced = {kind.name for kind in pages.SCALES if "amount" in pages.sorts(kind)}
    assert {entry.used.kind for entry in entries.values()} == priced


def test_every_formula_earns_what_its_source_says(entries, bidding):
    expected = {name: [share(own, bidding.PRICES) for own in bidding.PRICES] for name, share in PUBLISHED.items()}
    assert {name: bidding.shares(entry, bidding.PRICES) for name, entry in entries.items()} == expected


@pytest.mark.parametrize("name", VECTOR)
def test_the_four_prices_earn_what_was_worked_out_beforehand(entries, bidding, name):
    assert bidding.shares(entries[name], bidding.PRICES) == [F(share) for share in VECTOR[name].split()]


def test_a_third_bid_is_shown_exactly_where_it_can_reverse_two(entries):
    assert {name: bool(entry.reversal) for name, entry in entries.items()} == {
        name: traits(entry.used).reversal for name, entry in entries.items()
    }


@pytest.mark.parametrize("name", [name for name in PUBLISHED if name != "logarithmic"])
def test_what_a_third_bid_does_is_what_the_formula_does(entries, bidding, name):
    three = entries[name].reversal
    if three is None:  # and then no bid among the four changes what another earns
        for gone in bidding.PRICES:
            rest = bidding.without(gone)
            assert bidding.shares(entries[name], rest) == [PUBLISHED[name](own, bidding.PRICES) for own in rest]
        return
    bids = [(int(price), F(quality)) for price, quality in (three.a, three.b, three.c)]
    every, pair = [price for price, _ in bids], [price for price, _ in bids[:2]]
    a, b, c = (40 * PUBLISHED[name](own, every) + 60 * quality for own, quality in bids)
    alone_a, alone_b = (40 * PUBLISHED[name](own, pair) + 60 * quality for own, quality in bids[:2])
    assert bidding.totals(entries[name], three, third=True) == [a, b, c]
    assert bidding.totals(entries[name], three, third=False) == [alone_a, alone_b]
    assert c < max(a, b)
    assert (a > b) != (alone_a > alone_b)
    assert (a, b, c, alone_a, alone_b) == tuple(map(F, REVERSED.get(name, (a, b, c, alone_a, alone_b))))


def test_where_the_lowest_shifts_all_the_distance_of_two_stays(entries, bidding):
    logarithmic = entries["logarithmic"]
    assert bidding.gap(logarithmic, bidding.PRICES) == bidding.gap(logarithmic, bidding.without(100))


def test_where_a_lower_price_gains_nothing(entries, bidding):
    assert {name: found for name, entry in entries.items() if (found := bidding.flat(entry))} == IDLE


def test_every_fact_says_where_it_stands_and_every_source_is_cited(pages):
    catalogue, methods = pages.CATALOGUE, pages.METHODS
    facts = [*catalogue.law, *methods.law, *(fact for entry in catalogue.entries.values() for fact in entry.facts)]
    facts += [fact for one in (*methods.methods.values(), *methods.others) for fact in one.facts]
    assert [fact.says for fact in facts if bool(fact.sources) == (fact.read == "derived")] == []
    cited = {source for said in (*facts, *catalogue.missing) for source in said.sources} | {"STILGER11", "STILGER17"}
    assert cited == set(catalogue.sources)
    assert [
        name for name, source in catalogue.sources.items() if not source.at.startswith(("https://", "http://"))
    ] == []


def test_every_page_names_its_formula_and_shows_its_picture(entries):
    index = (REFERENCE / "formulas" / "index.md").read_text(encoding="utf-8")
    for name, entry in entries.items():
        page = (REFERENCE / "formulas" / f"{name}.md").read_text(encoding="utf-8")
        assert f"\n# {entry.called['en']}\n" in page
        assert f"*{entry.called['nl']}*" in page
        assert f"]({name}.svg)" in page
        assert f"]({name}.md)" in index


def test_a_picture_is_a_drawing_alone_with_a_mark_for_every_bid(entries):
    drawn = {"svg", "title", "rect", "line", "polyline", "circle", "text"}
    for name, entry in entries.items():
        root = ET.fromstring((REFERENCE / "formulas" / f"{name}.svg").read_bytes())  # noqa: S314 -- our own file
        assert {part.tag for part in root.iter()} <= {f"{SVG}{tag}" for tag in drawn}
        assert entry.called["en"] in root.findtext(f"{SVG}title")
        lines = root.findall(f"{SVG}polyline")
        assert len(lines) == (1 if traits(entry.used).reference == "absolute" else 2)
        assert ["stroke-dasharray" in line.attrib for line in lines] == [False, True][: len(lines)]
        assert len(root.findall(f"{SVG}circle")) == (4 if len(lines) == 1 else 4 + 3)


def test_a_mark_stands_where_its_price_and_points_are(entries):
    """Of the lowest over one's own: 50 to 220 is 368 wide from 40, and 40 points are 198 high above 256."""
    root = ET.fromstring((REFERENCE / "formulas" / "lowest-over-own.svg").read_bytes())  # noqa: S314 -- our own file
    marks = [(float(mark.get("cx")), float(mark.get("cy"))) for mark in root.findall(f"{SVG}circle")][:4]
    expected = [(40 + (price - 50) / 170 * 368, 256 - 100 / price * 198) for price in (100, 110, 125, 150)]
    assert [
        abs(a - b) < 0.1 for mark, place in zip(marks, expected, strict=True) for a, b in zip(mark, place, strict=True)
    ] == [True] * 8


def test_a_counter_example_that_is_none_is_no_page(pages, entries):
    tables = import_module("pages.formula_tables")
    honest = entries["lowest-over-own"]
    same = honest.reversal.model_copy(update={"c": ("500", "0.1")})
    with pytest.raises(ValueError, match="lowest"):
        tables.reversal(honest.model_copy(update={"reversal": same}))
