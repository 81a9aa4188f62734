"""A circular tender for office furniture: four bids, who wins, why, and a record that anybody can check.

Writes `assessment.json` and `record.json` into the current folder.
"""

from pathlib import Path

import circular_tender as ct

here = Path(__file__).parent

tender = ct.read_tender(here / "tender.yaml")
bids = ct.read_bids(here / "bids")
assessment = ct.assess(tender, bids)

print(ct.report(assessment))

Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(ct.record(assessment))
print("Written: assessment.json (every step of every score) and record.json (for verify.py).")
print(f"Pin for the notice of the tender: published={ct.digest(tender)}")
