"""Every change of the closed union is public, is of some bids, and is told in each language and as JSON."""

import json
from typing import get_args

import turned

import circular_tender as ct
from circular_tender.analyse import Change
from circular_tender.narrate import LANGUAGES

KINDS = {"without": ct.Without, "changed": ct.Changed, "marked": ct.Marked, "logged": ct.Logged}


def test_every_kind_of_change_is_public():
    assert {*get_args(Change)} == {*KINDS.values()}


def test_every_kind_of_change_is_made_and_told(build):
    impacts = turned.others(build)
    assert {type(impact.change) for impact in impacts} == {*KINDS.values()}
    for impact in impacts:
        pages = {ct.to_text(impact, language=language) for language in LANGUAGES}
        assert len(pages) == len(LANGUAGES)
        assert all("intern" in page.lower() for page in pages)
        assert KINDS[json.loads(ct.to_json(impact))["change"]["kind"]] is type(impact.change)
