"""Circular audiovisual equipment: a lease, a buy-back that is promised in a brochure, and a cheap purchase.

Writes `assessment.json` and `record.json` into the current folder, and checks the record.
"""

import sys
from pathlib import Path

import circular_tender as ct
from circular_tender.record.verify import verify

here = Path(__file__).parent

try:
    tender = ct.read_tender(here / "tender.yaml")
    bids = ct.read_bids(here / "bids")
    assessment = ct.assess(tender, bids)
except ct.TenderError as error:
    sys.exit(f"{error}")

print(ct.to_text(assessment, language="en"))

record = ct.record(assessment)
Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(record)
wrong = verify(record, {"published": ct.digest(tender)})
print("The record:", wrong or "every check holds.")
