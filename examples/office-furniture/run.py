"""A circular tender for office furniture: four bids, a panel and a log of decisions; who wins, why, and a record.

Writes into the current folder what the file of the award needs: the report, the letter to the bidder that came second,
every number as JSON, and the record that anybody can check.
"""

import sys
from pathlib import Path

import circular_tender as ct

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

letter = ct.explain(assessment, "gouden-bergen", reader="bidder")
Path("report.html").write_text(ct.to_html(assessment, language="nl"), encoding="utf-8")
Path("letter-gouden-bergen.html").write_text(ct.to_html(letter, language="nl"), encoding="utf-8")
Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(ct.record(assessment))
print(f"""Written:
  report.html                the report for the file, in Dutch
  letter-gouden-bergen.html  why the second bid came second, for its bidder alone, in Dutch
  assessment.json            every step of every score
  record.json                rules, facts and values, for a stranger to check:
    python src/circular_tender/record/verify.py record.json --pin published={ct.digest(tender)}""")
