"""Pacemakers with take-back: a floor of safety, a panel, a log of decisions, and no row for reuse in patients.

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
    judgements = ct.read_judgements(here / "judgements.yaml")
    decisions = ct.read_decisions(here / "decisions.yaml")
    assessment = ct.assess(tender, bids, judgements, decisions)
except ct.TenderError as error:
    sys.exit(f"{error}")

print(ct.to_text(assessment, language="en"))

# What if novapuls accounted for what it takes back, every year and audited?
audited = ct.Changed("novapuls", "/take_back/reporting", "yearly_audited")
print(ct.to_text(ct.impact(assessment, audited), language="en"))

record = ct.record(assessment)
Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(record)
wrong = verify(record, {"published": ct.digest(tender)})
print("The record:", wrong or "every check holds.")
