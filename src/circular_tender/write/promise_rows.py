"""What a bid promised as a table for programs: CSV with a row for each claim, and one for what a panel judged.

UTF-8, separated by commas, quoted as RFC 4180 says; numbers and words as in a document. What a spreadsheet would take
for a formula begins with an apostrophe, and so does what begins with one.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import cast

from circular_tender.explain import Promises
from circular_tender.narrate import words_for
from circular_tender.rules import Json
from circular_tender.texts import guarded
from circular_tender.write.promises import promises_as_json

_OF_CRITERION = ("points", "maximum", "counted_in", "cost", "measured", "unit", "judged")
_OF_CLAIM = ("product", "part", "place", "value", "document", "pointer", "proof_asked")
_OF_PROOF = ("id", "kind", "counts_as", "decision", "title", "issuer", "valid_until")
COLUMNS = (
    *("tender", "lot", "bid", "bidder", "criterion", "title", "indicator", "version", "rule"),
    *_OF_CRITERION,
    *("counted", "why"),
    *_OF_CLAIM,
    *(f"proof_{key}" for key in _OF_PROOF),
    *("term_of", "term"),
    *("passport_id", "passport_pointer"),
)


def to_csv(promises: Promises | Sequence[Promises], *, language: str | None = None) -> str:
    """Return what a bid promised, or several bids, as CSV: a row for each claim, and one for what a panel judged.

    Numbers are exact and texts as written; the title of a criterion is in the language, by default the tender's first.
    Nothing in it is a formula of a spreadsheet.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in [promises] if isinstance(promises, Promises) else promises:
        writer.writerows([guarded(_plain(row.get(column))) for column in COLUMNS] for row in _rows(one, language))
    return text.getvalue()


def _plain(value: Json) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else "" if value is None else str(value)


def _rows(promises: Promises, language: str | None) -> Iterator[dict[str, Json]]:
    words = words_for(promises.assessment.tender, language)
    whole = _mapping(promises_as_json(promises))
    of_bid = {key: whole.get(key) for key in ("tender", "lot", "bid", "bidder")}
    titles = {
        item.criterion.id: words.text(item.criterion.title, f"{item.rule.place.rpartition('/')[0]}/title")
        for item in promises.items
    }
    for item in map(_mapping, cast("list[Json]", whole["promises"])):
        rule, name = _mapping(item["rule"]), str(item["criterion"])
        of_rule = {"indicator": rule["kind"], "version": rule["version"], "rule": rule["place"]}
        here = {**of_bid, "criterion": name, "title": titles[name], **of_rule, **{k: item[k] for k in _OF_CRITERION}}
        if item["judged"]:
            yield {**here, "counted": True}
        for key in ("counted", "not_counted"):
            for claim in map(_mapping, cast("list[Json]", item[key])):
                yield {**here, "counted": key == "counted", **_claim(claim)}


def _claim(claim: dict[str, Json]) -> dict[str, Json]:
    proof, term = _mapping(claim["proof"]), _mapping(claim["term"])
    of_proof = {f"proof_{key}": proof.get(key) for key in _OF_PROOF}
    of_claim = {key: claim[key] for key in _OF_CLAIM}
    passport = {f"passport_{key}": value for key, value in _mapping(claim["passport"]).items()}
    of_term = {"term_of": term.get("of"), "term": term.get("text")}
    return {**of_claim, "why": claim.get("why"), **of_proof, **of_term, **passport}


def _mapping(value: Json) -> dict[str, Json]:
    """Return a mapping; an empty one of nothing."""
    return value if isinstance(value, dict) else {}
