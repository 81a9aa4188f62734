"""The tender of the Venice museums of 2017, with its published scores: two stages, a minimum, a price never opened.

Writes `assessment.json` and `record.json` into the current folder.
"""

from pathlib import Path

import circular_tender as ct

here = Path(__file__).parent

tender = ct.read_tender(here / "tender.yaml")
bids = ct.read_bids(here / "bids")
judgements = ct.read_judgements(here / "judgements.yaml")
assessment = ct.assess(tender, bids, judgements)

print(ct.to_text(assessment, language="en"))

Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(ct.record(assessment))
