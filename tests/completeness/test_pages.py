"""The pages that are made from the code are those of this code, and say what holds."""

import ast
import re
import tomllib
from fractions import Fraction as F
from pathlib import Path
from typing import get_args

import pytest

from circular_tender.bids import Bid, Decisions, Judgements
from circular_tender.errors import SENTENCES
from circular_tender.indicators.disassembly import TABLES as DISASSEMBLY
from circular_tender.indicators.environmental_cost import EN15804_A2, UNITS
from circular_tender.indicators.evidence import LADDER, PROMISES
from circular_tender.narrate import LANGUAGES
from circular_tender.record.document import RECORD_SCHEMA
from circular_tender.tender import Tender
from circular_tender.write.data import ASSESSMENT_SCHEMA

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"

# The points of each bid in docs/pages/examples.yaml, worked out by hand from the words of documents.md.
POINTS = {
    "price": {"acme": F(4000, 5000) * 40, "bravo": 40},  # 10 × 300 + 20 × 100 beside 10 × 250 + 20 × 75
    "discount": {"acme": F("12.5") / 20 * 10},
    "judgement": {"acme": F(7 - 4, 10 - 4) * 15},
    "answer": {"acme": F(12, 15) * 20, "bravo": 0},  # bravo's proof is only declared
    "choice": {"acme": 10, "bravo": 0},  # bravo points to no proof
    "reuse_at_end_of_life": {"acme": F("6") * (F("0.7") + F("0.3") * F("0.3")) / 8 / F("0.8") * 30},  # the frame alone
    "recycled_content": {"acme": F(900) * (F("0.4") + F("0.2") / 2) / 1200 / F("0.6") * 20},  # the lining has no proof
    "material_passport": {"acme": (F(6, 8) * F("0.8") + F(2, 8) * F(2, 3) * F("0.5")) * 15},
    "take_back": {"acme": F("0.9") * F(12, 15) * F("0.8") * 20},
    "guaranteed_lifetime": {"acme": (F(10 * 12 + 30 * 6, 40) - 2) / 8 * 20},
    "biobased_content": {"acme": F(4) * (F("0.8") + F("0.2") / 2) / 5 / F("0.8") * 20},  # the binder's proof is weaker
    # V = 4 + 2, W₀ = 0.8 + 2, W_F = 4 × 0.25 / 0.75, W_C = 6.4 × 0.25; the lifetime is 1.5 times the usual one
    "material_circularity": {
        "acme": (1 - (6 + F("2.8") + (F(4, 3) + F("1.6")) / 2) / (20 + (F(4, 3) - F("1.6")) / 2) * F("0.9") / F("1.5"))
        * 20
    },
    "untp_circularity": {"acme": (1 - (F("0.7") + F("0.5")) / (2 * F("1.2"))) * 20},  # UNTP's sample: 0.3, 0.5, 1.2
    "disassembly": {"acme": ((F(6) * F(2, 3) + 2 * F(48, 95)) / 8 - F("0.1")) / F("0.9") * 15},
    # 8 twice; 6 + 10/2 + 8/2; 10 + 6/2 + 9 × 0.3 + 5 × 0.2; 4 twice; 7 twice; the sum of these divided by 10
    "french_repairability": {"acme": F(16 + 15, 10) + F("1.67") + F(8 + 14, 10)},
    "spare_parts": {"acme": F(12, 15) / 2 * 10},  # the other comes too late
    "residual_value": {"acme": 100 * F("24.20") / F("1.1") ** 2 / (50 * 240 + 100 * 80) / F("0.2") * 10},
    # 1250 × 0.116 + 0.00002 × 32 + 4.2 × 0.39 + 0.05 × 1.96 + 0.9 × 3.28 + 9 × 0.36 + 3.1 × 1.22 + 0.015 × 0.3
    # + 16000 × 0.00033 + 120 × 0.00506 = 162.60234 euro for one desk
    "environmental_cost": {"acme": (2000 - 10 * F("162.60234")) / 1000 * 20},
    "hazardous_substances": {"acme": F(6, 8) * 10},  # of the seat one substance is not told
    "linear": {"acme": F(30 - 12, 30 - 5) * 10, "bravo": 10},
    "lowest_over_own": {"acme": F(80, 120) * 40, "bravo": F(80, 100) * 40, "carol": 40},
    "bilinear_at_mean": {"acme": F("0.9") * 5 / 15 * 20, "bravo": F("0.9") * 10 / 15 * 20, "carol": 20},
    "levels": {"acme": F("0.7") * 15},
    "published_levels": {"acme": F("0.6") * 20, "bravo": F("-0.5") * 20},
    "steps": {"acme": 10, "bravo": 20},
    "interpolate": {"acme": F(100 - 20 * 3 // 5, 100) * 10, "bravo": F(80 // 2, 100) * 10},
    "ratio_to_best": {"acme": F(6, 12) * 30, "bravo": F(8, 12) * 30, "carol": 30},
    # prices of 12,000, 10,000 and 8,000
    "highest_to_lowest": {"acme": 0, "bravo": 20, "carol": 40},
    "slope_from_lowest": {"acme": (1 - F(4, 8)) * 40, "bravo": (1 - F(2, 8)) * 40, "carol": 40},
    "ceiling_to_lowest": {"acme": F(14 - 12, 14 - 8) * 40, "bravo": F(14 - 10, 14 - 8) * 40, "carol": 40},
    "concave": {"acme": (1 - F("0.6") ** 2) * 40, "bravo": (1 - F("0.5") ** 2) * 40, "carol": (1 - F("0.4") ** 2) * 40},
    "lowest_line": {"acme": F(8, 12) * 40, "bravo": F(10, 12) * 40, "carol": 40},
    "mean_line": {"acme": 12, "bravo": 20, "carol": 28},  # 20 % above the mean, at it, and 20 % below it
    "logarithmic": {"acme": 0, "bravo": (1 - F("0.321928094887")) * 40, "carol": 40},  # log2 of 16/8, of 10/8
    "power_of_reference": {"acme": F(10, 12) * 40, "bravo": 40, "carol": 40},  # carol's 10/8 is cut
}
# … and where the bid that each example names is not there.
WITHOUT = {
    "lowest_over_own": {"acme": F(100, 120) * 40, "bravo": 40},
    "bilinear_at_mean": {"acme": F("0.9") * 5 / F("7.5") * 20, "bravo": 20},
    "ratio_to_best": {"acme": F(6, 8) * 30, "bravo": 30},
    "highest_to_lowest": {"acme": 0, "bravo": 40},
    "slope_from_lowest": {"acme": (1 - F(2, 10)) * 40, "bravo": 40},
    "ceiling_to_lowest": {"acme": F(14 - 12, 14 - 10) * 40, "bravo": 40},
    "lowest_line": {"acme": F(10, 12) * 40, "bravo": 40},
    "mean_line": {"acme": (F(1, 2) - F(1, 11)) * 40, "bravo": (F(1, 2) + F(1, 11)) * 40},
    "logarithmic": {"acme": (1 - F("0.678071905113")) * 40, "bravo": 40},  # log2 of 16/10
}

SORTS = {"number", "amount", "ratio", "mass", "time", "level"}

# Whatever reads a document before its parts are compared.
READERS = (
    "exact/notation.py",
    "texts/*.py",
    "bids/anything.py",
    "bids/fields.py",
    "bids/leaves.py",
    "bids/built.py",
    "bids/problems.py",
    "bids/reading.py",
)


@pytest.fixture(scope="session")
def written(pages):
    """Every page that is made, by its path below docs/reference."""
    return pages.written()


@pytest.fixture(scope="session")
def kinds(pages):
    """Every kind by its name."""
    return {kind.name: kind for kind in (*pages.INDICATORS, *pages.SCALES)}


def points(assessment):
    return {result.bid.id: result.points for result in assessment}


def test_the_pages_are_those_that_the_code_makes(written):
    differ = [name for name, text in written.items() if (REFERENCE / name).read_text(encoding="utf-8") != text]
    assert differ == [], "python docs/generate.py writes them anew"


def test_there_is_no_page_of_what_is_no_more(pages, written):
    files = {f.relative_to(REFERENCE).as_posix() for folder in pages.FOLDERS for f in (REFERENCE / folder).iterdir()}
    assert files == {name for name in written if "/" in name}


def test_every_kind_has_an_example_and_every_example_is_of_a_kind(pages, kinds):
    examples = {(room, name) for room, of_room in pages.EXAMPLES.items() for name in of_room}
    assert examples == {(kind.room, name) for name, kind in kinds.items()}
    for name, kind in kinds.items():
        leaf = pages.example(kind).leaf
        assert {"indicators": leaf.indicator, "scales": leaf.scale}[kind.room].kind == name


def test_the_points_of_every_example_are_those_worked_out_by_hand(pages, kinds):
    assert {name: points(pages.example(kind).assessed()) for name, kind in kinds.items()} == POINTS


def test_a_scale_that_looks_at_others_shows_what_one_bid_less_changes(pages, kinds):
    examples = {name: pages.example(kind) for name, kind in kinds.items()}
    shown = {name: example for name, example in examples.items() if example.without}
    assert {name: points(example.assessed(without=example.without)) for name, example in shown.items()} == WITHOUT
    assert {name for name, kind in kinds.items() if kind.room == "scales" and pages.depends(kind)} == set(WITHOUT)
    assert [name for name, kind in kinds.items() if kind.room == "indicators" and pages.depends(kind)] == []


def test_the_pages_of_scales_say_the_same_as_the_documents(pages, kinds, reference):
    rows = {}
    for line in reference["documents"].partition("### Scales")[2].partition("\n## ")[0].splitlines():
        if found := re.match(r"\| `(\w+)` \|.*\| ([^|]*) \| (yes|no) \|$", line):
            name, fits, others = found.groups()
            rows[name] = (SORTS & {*re.findall("[a-z]+", fits)}, others == "yes")
    scales = {name: kind for name, kind in kinds.items() if kind.room == "scales"}
    assert {name: ({*pages.sorts(kind)}, pages.depends(kind)) for name, kind in scales.items()} == rows


@pytest.mark.parametrize(
    ("kind", "gives", "fits"),
    [
        (
            "price",
            ("amount",),
            "linear lowest_over_own bilinear_at_mean steps interpolate highest_to_lowest slope_from_lowest "
            "ceiling_to_lowest concave lowest_line mean_line logarithmic power_of_reference",
        ),
        (
            "judgement",
            ("number", "level"),
            "linear bilinear_at_mean levels published_levels steps interpolate ratio_to_best power_of_reference",
        ),
        # never on the lowest divided by one's own, where nothing is the worst answer; at a ceiling there is one
        (
            "answer",
            ("amount", "ratio", "number", "mass", "time"),
            "linear bilinear_at_mean steps interpolate ratio_to_best ceiling_to_lowest concave power_of_reference",
        ),
        ("choice", ("level",), "levels published_levels"),
        ("guaranteed_lifetime", ("time",), "linear steps interpolate ratio_to_best power_of_reference"),
        # where less is better by itself, an amount that is good where it is large does not fit
        (
            "residual_value",
            ("amount", "ratio"),
            "linear bilinear_at_mean steps interpolate ratio_to_best concave power_of_reference",
        ),
        # with a ceiling that is no more than what a bid without a profile counts as
        (
            "environmental_cost",
            ("amount",),
            "linear bilinear_at_mean steps interpolate ceiling_to_lowest concave power_of_reference",
        ),
        (
            "french_repairability",
            ("number",),
            "linear bilinear_at_mean steps interpolate ratio_to_best power_of_reference",
        ),
    ],
)
def test_what_an_indicator_gives_and_the_scales_it_fits(pages, kinds, kind, gives, fits):
    assert pages.sorts(kinds[kind]) == gives
    assert [scale.name for scale in pages.fitting(kinds[kind])] == fits.split()


def test_every_key_of_a_kind_stands_on_its_page(written, kinds):
    for name, kind in kinds.items():
        page = written[f"{kind.room}/{name}.md"]
        assert [key for key in kind.model.model_fields if key != "kind" and f"\n| `{key}` | " not in page] == []


def test_every_named_table_stands_on_a_page_with_version_rows_and_source(written):
    for table in (*DISASSEMBLY.values(), EN15804_A2, LADDER, PROMISES):
        pages = [
            text for name, text in written.items() if f"The table `{table.name}`, version {table.version}," in text
        ]
        assert pages
        for text in pages:
            assert f" Its source: {table.source}.\n" in text
            assert [row for row, value in table.rows if f"\n| `{row}` | {value} |" not in text] == []


def test_each_environmental_price_is_for_one_of_its_unit(written):
    rows = re.findall(r"\n\| `(\w+)` \| [\d.]+ \| ([^|]+) \|", written["indicators/environmental_cost.md"])
    assert dict(rows) == UNITS
    assert [name for name, _ in rows] == [name for name, _ in EN15804_A2.rows]


def test_a_page_says_what_the_code_says(pages, kinds, monkeypatch):
    for language, word in (("en", "what it costs"), ("nl", "wat het kost")):
        monkeypatch.setitem(LANGUAGES[language], "kind_price", word)
        monkeypatch.setitem(LANGUAGES[language], "measured_price", f"{word} {{value}}")
    page = pages.page(kinds["price"]).replace("\N{NO-BREAK SPACE}", " ")
    assert "\n# What it costs (`price`)\n" in page
    assert "In Dutch: *wat het kost*." in page
    assert "> *English* — Price: what it costs EUR 5,000.00 The lowest" in page
    assert "> *Nederlands* — Prijs (price): wat het kost EUR 5.000,00 De laagste" in page


def test_the_notation_lists_every_code_with_which_reading_ends(package, written):
    words = {
        node.value
        for pattern in READERS
        for file in package.glob(pattern)
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Constant)
    }
    tried = {
        found[1] for found in re.finditer(r"^\| .* \| `([a-z0-9-]+)` \| .* \|$", written["notation.md"], re.MULTILINE)
    }
    assert len(tried) >= 50
    # the table holds parts of sentences as well; a whole one ends with a full stop
    assert tried == {code for code in words & set(SENTENCES) if SENTENCES[code].removesuffix("{slip}").endswith(".")}


def test_what_is_read_is_not_shown_as_refused(pages):
    with pytest.raises(ValueError, match="function"):
        pages.told(lambda: Bid(schema="circular-tender/bid/1", tender="T-1", id="acme", bidder="Acme"))


def test_the_page_on_compatibility_names_every_format_and_the_oldest_python(reference):
    formats = [get_args(model.model_fields["schema_"].annotation)[0] for model in (Tender, Bid, Judgements, Decisions)]
    page = reference["compatibility"]
    assert [name for name in (*formats, RECORD_SCHEMA, ASSESSMENT_SCHEMA) if f"| `{name}` |" not in page] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\n{project['requires-python'].removeprefix('>=')} and newer." in page
