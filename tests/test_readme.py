"""What README.md shows is what the library prints."""

import re
from pathlib import Path

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
