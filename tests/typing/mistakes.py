"""Checked by mypy and pyright, never run: the errors, and what a checker must refuse.

Where a line is ignored, mypy says so as soon as it no longer finds the mistake in it.
"""

from typing import assert_type

import circular_tender as ct
from circular_tender.errors import Place, Problem, Term

try:
    tender = ct.read_tender("tender.yaml")
    bids = ct.read_bids("bids")
    assessment = ct.assess(tender, bids)
except ct.InvalidDocuments as error:
    assert_type(error.problems, tuple[Problem, ...])
    problem = error.problems[0]
    assert_type(problem.code, str)
    assert_type(problem.found, str | Term)
    assert_type(problem.sentence, str)
    assert_type(problem.data, tuple[tuple[str, str | Term], ...])
    assert_type(problem.place, Place)
    assert_type(problem.place.document, str)
    assert_type(problem.place.pointer, str)
    assert_type(problem.place.line, int | None)
    assert_type(problem.place.column, int | None)
    assert_type(ct.to_text(error), str)
    assert_type(ct.to_markdown(error), str)
    assert_type(ct.to_html(error), str)
    raise
except ct.UndefinedResult as error:
    assert_type(error.formula, str)
    assert_type(error.criterion, str)
    raise

every_error: tuple[type[ct.TenderError], ...] = (ct.InvalidDocuments, ct.UndefinedResult)

ct.assess(tender, bids[0])  # type: ignore[arg-type]  # several bids
ct.assess(tender, bids, ct.read_decisions("decisions.yaml"))  # type: ignore[arg-type]  # judgements stand third
ct.to_html(assessment, "nl")  # type: ignore[call-arg]  # by its name
ct.to_json(tender)  # type: ignore[arg-type]  # `write` gives a document as JSON
ct.write(assessment)  # type: ignore[arg-type]  # a document only
ct.write(tender, form="toml")  # type: ignore[arg-type]  # no such form
ct.json_schema("record")  # type: ignore[arg-type]  # no such document
ct.impact(assessment, "acme")  # type: ignore[arg-type]  # a change: Without("acme")
ct.Changed("acme", "/prices/desk", 9.9)  # type: ignore[arg-type]  # a number as text, int or Decimal
ct.record(tender)  # type: ignore[arg-type]  # of an assessment
ct.Bid(tender="R", id="acme", bidder="Acme")  # type: ignore[call-arg]  # it must say its schema
ct.Bid(schema="circular-tender/bid/2", tender="R", id="acme", bidder="Acme")  # type: ignore[arg-type]  # not of this version
assessment["acme"].points + 1  # type: ignore[operator]  # a rejected bid has none
assessment["acme"]["reuse"].ratio  # type: ignore[union-attr]  # a group has none
assessment.winner.upper()  # type: ignore[union-attr]  # there may be none
assessment["acme"].rank = 1  # type: ignore[misc]  # nothing is edited in place
