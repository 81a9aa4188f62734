"""Circular workwear: four bids, and a certificate that ends before the first delivery.

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

# What if the certificate of nieuw-garen were in force until the day that the tender names?
renewed = ct.Changed("nieuw-garen", "/evidence/mill-certificate/valid_until", "2027-03-01")
print(ct.to_text(ct.impact(assessment, renewed), language="en"))

record = ct.record(assessment)
Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(record)
wrong = verify(record, {"published": ct.digest(tender)})
print("The record:", wrong or "every check holds.")
