"""Checked by mypy and pyright, never run: the types of the public names."""

from fractions import Fraction
from pathlib import Path
from typing import assert_type

import circular_tender as ct

tender = ct.read_tender("tender.yaml")
assert_type(tender, ct.Tender)
assert_type(ct.read_tender(Path("tender.yaml")), ct.Tender)
assert_type(ct.read_tender(b"schema: circular-tender/tender/1"), ct.Tender)
bids = ct.read_bids("bids")
assert_type(bids, tuple[ct.Bid | ct.BrokenBid, ...])
judgements = ct.read_judgements("judgements.yaml")
assert_type(judgements, ct.Judgements)
assessment = ct.assess(tender, bids, judgements)
assert_type(assessment, ct.Assessment)
assert_type(assessment.winner, str | None)
assert_type(assessment["acme"].points, Fraction | None)
assert_type(assessment["acme"]["reuse"].points, Fraction)
assert_type(ct.explain(assessment, "acme"), ct.Explanation)
assert_type(ct.report(assessment), ct.Report)
assert_type(ct.to_text(assessment), str)
assert_type(ct.to_json(assessment), str)
assert_type(ct.record(assessment), bytes)
assert_type(ct.digest(tender), str)
assert_type(ct.compare(assessment, "acme", "bravo"), ct.Comparison)
assert_type(ct.compare(assessment, "acme", "bravo").gap, Fraction | None)
assert_type(ct.to_html(assessment, language="nl"), str)
assert_type(ct.without(assessment, "bravo"), ct.Assessment)
for change in (
    ct.Without("bravo"),
    ct.Changed("bravo", "/prices/desk", "99.00"),
    ct.Changed("bravo", "/take_back", None),
    ct.Marked("bravo", "plan", 7, member="architect"),
    ct.Logged({"kind": "rejected", "bid": "bravo", "ground": "irregular"}),
):
    impact = ct.impact(assessment, change)
    assert_type(impact, ct.Impact)
    assert_type(impact.after, ct.Assessment)
    assert_type(ct.to_text(impact, language="nl"), str)
    assert_type(ct.to_json(impact), str)
promises = ct.promises(assessment, bid="acme")
assert_type(promises, ct.Promises)
assert_type(ct.promises(ct.assess_lots(tender, bids)), tuple[ct.Promises, ...])
assert_type(ct.to_yaml(promises), str)
assert_type(ct.to_csv(promises), str)
assert_type(ct.to_csv(ct.promises(ct.assess_lots(tender, bids)), language="nl"), str)
assert_type(ct.to_json(promises), str)
assert_type(ct.to_markdown(promises, language="nl"), str)
savings = ct.savings(assessment, "market")
assert_type(savings, ct.Savings)
assert_type(ct.to_text(savings, language="nl"), str)
assert_type(ct.to_json(savings), str)
assert_type(ct.to_markdown(tender), str)
assert_type(ct.to_text(ct.InvalidDocuments([]), language="nl"), str)
assert_type(ct.to_html(ct.UndefinedResult("linear"), language="nl"), str)
assert_type(ct.write(tender, form="json"), str)
for bid in bids:
    assert_type(bid.id, str)
    assert_type(bid.bidder, str)
    if isinstance(bid, ct.Bid):
        assert_type(ct.write(bid), str)
assert_type(ct.Bid(schema="circular-tender/bid/1", tender="T", id="acme", bidder="Acme"), ct.Bid)
decisions = ct.read_decisions("decisions.yaml")
assert_type(decisions, ct.Decisions)
assert_type(ct.assess(tender, bids, judgements, decisions), ct.Assessment)
assert_type(ct.bid_form(tender, language="nl"), bytes)
assert_type(ct.scoring_sheet(tender, bids, form="csv"), bytes)
filled = ct.read_form("form.xlsx", tender)
assert_type(filled, ct.FilledForm)
assert_type(filled.document, ct.Bid | ct.Judgements)
assert_type([doubt.code for doubt in filled.doubts], list[str])
assert_type(ct.workbook(assessment, language="nl"), bytes)
passport = ct.read_product_passport("passport.json", line="chair", evidence="dpp")
assert_type(passport, ct.PassportReading)
assert_type(passport.product.id, str)
assert_type(passport.version, str)
assert_type([finding.code for finding in passport.findings], list[str])
