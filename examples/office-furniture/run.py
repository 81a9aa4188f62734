"""A circular tender for office furniture: four bids, who wins, why, and a record that anybody can check.

Writes `assessment.json` and `record.json` into the current folder.
"""

import sys
from pathlib import Path

import circular_tender as ct

here = Path(__file__).parent

try:
    tender = ct.read_tender(here / "tender.yaml")
    bids = ct.read_bids(here / "bids")
    assessment = ct.assess(tender, bids)
except ct.TenderError as error:
    sys.exit(f"{error}")

print(ct.to_text(assessment, language="en"))

Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(ct.record(assessment))
print("Written: assessment.json, with every step of every score, and record.json, which a stranger can check:")
print(f"  python src/circular_tender/record/verify.py record.json --pin published={ct.digest(tender)}")
