"""A tender of which bids and marks come in as spreadsheets: forms out, forms in, the award, and a sheet to check it in.

Writes into the current folder the empty forms, what the filled ones hold, and what the file of the award needs.
"""

import sys
from pathlib import Path

import circular_tender as ct

here = Path(__file__).parent

tender = ct.read_tender(here / "tender.yaml")
try:
    forms = {file.name: ct.read_form(file, tender) for file in sorted((here / "forms").glob("*.xlsx"))}
    bids = [form.document for form in forms.values()]
    marks = ct.read_form(here / "marks.xlsx", tender, bids=bids)
    assessment = ct.assess(tender, bids, marks.document)
except ct.TenderError as error:
    sys.exit(f"{error}")

print(ct.to_text(assessment, language="en"))
for form in [*forms.values(), marks]:
    if form.doubts:
        print(f"To be looked at: {form}\n")
try:
    ct.read_form(here / "sent-back" / "scherp.xlsx", tender)
except ct.InvalidDocuments as error:
    print(f"The first form of scherp was sent back: {error}\n")

members = ["technisch-beheerder", "adviseur"]
Path("bid-form-nl.xlsx").write_bytes(ct.bid_form(tender, language="nl"))
Path("bid-form-en.xlsx").write_bytes(ct.bid_form(tender, language="en"))
Path("scoring-sheet.xlsx").write_bytes(ct.scoring_sheet(tender, bids, members=members, language="nl"))
for bid in bids:
    Path(f"{bid.id}.yaml").write_text(ct.write(bid), encoding="utf-8")
Path("judgements.yaml").write_text(ct.write(marks.document), encoding="utf-8")
Path("assessment.json").write_text(ct.to_json(assessment), encoding="utf-8")
Path("record.json").write_bytes(ct.record(assessment))
Path("recalculation.xlsx").write_bytes(ct.workbook(assessment, language="nl"))
print("""Written:
  bid-form-nl.xlsx, bid-form-en.xlsx             what bidders get
  scoring-sheet.xlsx                             what the panel gets
  beeldwerk.yaml, lumen.yaml, scherp.yaml        what the forms of the bidders hold
  judgements.yaml                                what the form of the panel holds
  assessment.json                                every step of every score
  record.json                                    rules, facts and values, for a stranger to check
  recalculation.xlsx                             the award as a workbook: change a number and see what follows""")
