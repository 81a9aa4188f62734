"""What README.md shows is what the library prints."""

import re
from pathlib import Path
from typing import Any

import circular_tender as ct

ROOT = Path(__file__).parent.parent


def test_the_output_in_the_readme_is_how_the_report_begins():
    shown = re.findall(
        r"^```text\n(.*?)\n```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    example = ROOT / "examples" / "office-furniture"
    assessment = ct.assess(
        ct.read_tender(example / "tender.yaml"),
        ct.read_bids(example / "bids"),
        ct.read_judgements(example / "judgements.yaml"),
        ct.read_decisions(example / "decisions.yaml"),
    )

    assert len(shown) == 1
    assert ct.to_text(assessment, language="en").startswith(shown[0])


def test_the_page_about_lots_shows_first_what_its_tender_says_and_what_the_report_of_it_says():
    page = (ROOT / "docs" / "how-to" / "lots.md").read_text(encoding="utf-8")
    (extract,), (table,), (code,) = (
        re.findall(rf"^```{language}\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL)
        for language in ("yaml", "text", "python")
    )
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 -- our own page

    published = code.splitlines()
    assert [line for line in re.sub("  # .*", "", extract).splitlines() if line not in published] == []
    assert f"\n{table}\n" in ct.to_text(names["lots"], language="en")
    assert "Acme (acme), die Stoelen (chairs) heeft gewonnen" in page
    assert "Acme (acme), die Stoelen (chairs) heeft gewonnen\n" in ct.to_text(names["lots"], language="nl")
