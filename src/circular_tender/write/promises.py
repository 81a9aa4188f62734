"""What a bid promised as data for contract management: JSON and YAML with the same keys, all values as text."""

import re

import yaml

from circular_tender.award import counts
from circular_tender.derivation import Published, Written
from circular_tender.exact import exact_text
from circular_tender.explain import Claim, MeasuringRule, Promise, Promises, Proof, Term
from circular_tender.rules import Json
from circular_tender.write.told import Numbers

PROMISES_SCHEMA = "circular-tender/promises/0"


class _Dumper(yaml.SafeDumper):
    """Quotes every text that a reader of YAML, of version 1.1 or 1.2, would take for anything else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- of whatever it is
        """Return that everything is written out, however often it occurs."""
        return True


_NUMBERS = re.compile(r"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)\Z")
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _NUMBERS, [*"-+.0123456789"])  # pyright: ignore[reportUnknownMemberType] -- PyYAML's has no types


def to_yaml(promises: Promises) -> str:
    """Return what a bid promised as YAML, for contract management: stable keys, and every number and date as text.

    A number is exact, as in `142919/247500`; what the bid states is as it is written there.
    """
    return str(yaml.dump(promises_as_json(promises), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100))


def promises_as_json(promises: Promises) -> Json:
    """Return what a bid promised: ids, places, exact numbers and texts as written, no sentence."""
    tender = promises.assessment.tender
    items: list[Json] = [_promise(item, promises) for item in promises.items]
    return {
        "schema": PROMISES_SCHEMA,
        "tender": tender.reference,
        "title": tender.title if isinstance(tender.title, str) else {**tender.title},
        **({"lot": tender.lot} if tender.lot else {}),
        "bid": promises.bid,
        "bidder": promises.result.bid.bidder,
        "promises": items,
    }


def _promise(item: Promise, promises: Promises) -> Json:
    told = Numbers(promises.assessment.tender.award, item.exact)
    counted: list[Json] = [_claim(claim) for claim in item.counted]
    uncounted: list[Json] = [_claim(claim) for claim in item.uncounted]
    title, measured = item.criterion.title, item.measured
    return {
        "criterion": item.criterion.id,
        "title": title if isinstance(title, str) else {**title},
        "points": None if item.points is None else told.earned(item.points),
        "maximum": None if item.maximum is None else exact_text(item.maximum),
        "counted_in": "amount" if item.points is None else counts(promises.assessment.tender.award),
        "cost": None if item.cost is None else exact_text(item.cost),
        "measured": measured if measured is None or isinstance(measured, str) else exact_text(measured),
        "unit": None if item.judged else item.unit,
        "judged": item.judged,
        "rule": _rule(item.rule),
        "counted": counted,
        "not_counted": uncounted,
    }


def _rule(rule: MeasuringRule) -> Json:
    formulas: list[Json] = [{"name": name, "source": source} for name, source in rule.formulas]
    tables: list[Json] = [_table(table) for table in rule.tables]
    parameters: list[Json] = [_written(place) for place in rule.parameters]
    return {
        "kind": rule.kind,
        "place": rule.place,
        "version": rule.version,
        "formulas": formulas,
        "tables": tables,
        "parameters": parameters,
    }


def _table(table: Published) -> Json:
    return {"name": table.table, "version": table.version, "source": table.source}


def _written(place: Written) -> Json:
    return {"document": place.document, "pointer": place.pointer, "text": place.text}


def _claim(claim: Claim) -> Json:
    why: dict[str, Json] = {"why": claim.uncounted} if claim.uncounted else {}
    return {
        "place": claim.place,
        "product": claim.product,
        "part": claim.part,
        "value": claim.text,
        "document": claim.written.document,
        "pointer": claim.written.pointer,
        "passport": None if claim.passport is None else {"id": claim.passport[0], "pointer": claim.passport[1]},
        "proof_asked": claim.asks_proof,
        "proof": None if claim.proof is None else _proof(claim.proof),
        "term": None if claim.term is None else _term(claim.term),
        **why,
    }


def _term(term: Term) -> Json:
    return {"of": term.of, "text": term.text, "place": term.place}


def _proof(proof: Proof) -> Json:
    """Return a proof as it was written, and as what a decision counts it."""
    evidence, judged = proof.evidence, proof.judged
    return {
        "id": proof.id,
        "kind": evidence.kind,
        "counts_as": judged[1].counts_as if judged else evidence.kind,
        "decision": f"/decisions/{judged[0]}" if judged else None,
        "title": evidence.title,
        "issuer": evidence.issuer,
        "valid_until": evidence.valid_until.text if evidence.valid_until else None,
    }
