"""The pages that are made from the code are those of this code, and say what holds."""

import ast
import re
import tomllib
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


def test_the_pages_are_those_that_the_code_makes(written):
    differ = [name for name, text in written.items() if (REFERENCE / name).read_text(encoding="utf-8") != text]
    assert differ == [], "python docs/generate.py writes them anew"


def test_there_is_no_page_of_what_is_no_more(pages, written):
    files = {f.relative_to(REFERENCE).as_posix() for folder in pages.FOLDERS for f in (REFERENCE / folder).iterdir()}
    assert files == {name for name in written if "/" in name}


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
