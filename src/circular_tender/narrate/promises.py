"""What a bid promised, as an annex to the contract: claims with proof and term, and how each was measured."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from circular_tender.exact import read_any
from circular_tender.explain import Claim, Promise, Promises, Proof, Term
from circular_tender.narrate.figures import NOT_EXACT
from circular_tender.narrate.page import Block, Details, Heading, Paragraph, Table, isolated
from circular_tender.narrate.words import Words
from circular_tender.rules import segments

#: What is claimed at a place of a bid, below its product and part; `*` is a name or a position.
CLAIMS: Mapping[str, str] = {
    "line": "claim_line",
    "mass": "claim_mass",
    "material_group": "claim_material_group",
    "end_of_life/destinations/*": "claim_destination",
    "feedstock/shares/*": "claim_feedstock",
    "hazardous/substances/*": "claim_substance",
    "passport/fields/*": "claim_field",
    "passport/granularity": "claim_granularity",
    "passport/upkeep": "claim_upkeep",
    "connections/load_bearing/*/*": "claim_connection",
    "guarantee/term": "claim_guarantee",
    "use/lifetime": "claim_lifetime",
    "use/intensity": "claim_intensity",
    "repairability/printed": "claim_printed",
    "repairability/marks/*": "claim_mark",
    "impacts/amounts/*": "claim_impact",
    "impacts/data": "claim_data",
    "take_back/share": "claim_take_back_share",
    "take_back/term": "claim_take_back_term",
    "take_back/cost": "claim_take_back_cost",
    "take_back/guarantee": "claim_take_back_guarantee",
    "take_back/form": "claim_take_back_form",
    "take_back/reporting": "claim_take_back_reporting",
    "take_back/return_values/*/amount": "claim_return_amount",
    "take_back/return_values/*/after": "claim_return_after",
    "spare_parts/*/available": "claim_available",
    "spare_parts/*/delivery": "claim_delivery",
    "answers/*/value": "claim_answer",
    "discounts/*": "claim_discount",
}


def annex(promises: Promises, words: Words) -> tuple[Block, ...]:
    """Return the blocks of the page."""
    bidder = words.bidder(promises.result.bid)
    earned = [item for item in promises.items if item.judged or (item.earned and item.counted)]
    buyer = words.text(words.tender.buyer, "/buyer")
    return (
        Heading(1, words("promises_title", bidder=bidder)),
        Paragraph(words("promises_for", bidder=bidder), "internal"),
        Paragraph(_answer(promises, earned, words), "answer"),
        Paragraph(f"{_subject(words)}. {words('form_of', buyer=buyer, reference=words.tender.reference)}"),
        *(block for item in earned for block in _promise(item, promises, words)),
        *_uncounted(promises, words),
        *_proofs(promises, words),
        *_rules(earned, words),
    )


def _subject(words: Words) -> str:
    """Return the title of the tender, and of the lot."""
    title, lot = words.text(words.tender.title, "/title"), words.tender.lot
    return f"{title}, {words.lot(lot)}" if lot else title


def _answer(promises: Promises, earned: list[Promise], words: Words) -> str:
    if not earned:
        return f"{words('promises_none')} {words('promises_price')}"
    counted = sum(len(item.counted) for item in promises.items)
    uncounted = sum(len(item.uncounted) for item in promises.items)
    criteria = words.listed([words.criterion(item.criterion) for item in earned])
    told = words("promises_count", counted=str(counted), uncounted=str(uncounted), criteria=criteria)
    return f"{told} {words('promises_price')}"


def _promise(item: Promise, promises: Promises, words: Words) -> Iterator[Block]:
    criterion = words.criterion(item.criterion)
    yield Heading(2, criterion)
    yield Paragraph(" ".join(_told(item, words)))
    if item.counted:
        header = tuple(words(f"promise_{key}") for key in ("where", "what", "stated", "proof", "until"))
        rows = tuple(_row(claim, promises, words) for claim in item.counted)
        yield Table(words("promise_claims", criterion=criterion), header, rows)


def _told(item: Promise, words: Words) -> Iterator[str]:
    """Yield what was earned, and what was measured how."""
    if item.points is not None and item.maximum is not None:
        yield words("promise_points", points=words.points(item.points), maximum=words.weight(item.maximum))
    if item.cost is not None:
        key = "promise_income" if item.cost < 0 else "promise_cost"
        yield words(key, cost=words.figure(abs(item.cost), "amount"))
    if item.judged:
        yield words("promise_judged")
    if item.measured is not None:
        value, kind = words.figure(item.measured, item.unit), words(f"kind_{item.rule.kind}")
        data = {"value": isolated(value), "kind": kind, "place": isolated(item.rule.place)}
        version = item.rule.version
        told = "promise_measured_version" if version else "promise_measured"
        yield words(told, version=version or "", **data)


def _row(claim: Claim, promises: Promises, words: Words) -> tuple[str, ...]:
    where = "/".join(name for name in (claim.product, claim.part) if name) or words("promise_bid")
    return where, what(claim, words), _stated(claim, promises, words), _proof(claim, words), _until(claim.term, words)


def what(claim: Claim, words: Words) -> str:
    """Return in words what is claimed."""
    path = segments(claim.place)[2 * bool(claim.product) + 2 * bool(claim.part) :]
    for pattern, key in CLAIMS.items():
        parts = pattern.split("/")
        if len(parts) == len(path) and all(part in {"*", own} for part, own in zip(parts, path, strict=True)):
            names = [own for part, own in zip(parts, path, strict=True) if part == "*"]
            return words(key, **_named(key, names, words))
    raise KeyError(claim.place)


def _named(key: str, names: list[str], words: Words) -> dict[str, str]:
    """Return of what a claim is, by the title that the tender gives it; a connection by its number and respect."""
    match key, names:
        case "claim_connection", [number, respect]:
            return {"number": str(int(number) + 1), "what": words(f"form_{respect}")}
        case "claim_return_amount" | "claim_return_after", [line]:
            return {"name": isolated(words.line_titled(line))}
        case "claim_available" | "claim_delivery", [part]:
            return {"name": isolated(words.spare_part(part))}
        case _:
            return {"name": isolated("/".join(names))}


def _stated(claim: Claim, promises: Promises, words: Words) -> str:
    log, position = promises.assessment.decisions, claim.decision
    if claim.passport:
        passport, at = map(isolated, claim.passport)
        return words("promise_from_passport", text=isolated(claim.text), passport=passport, at=at)
    if log is None or position is None:
        return isolated(claim.text)
    at = words.notation.day(dict(log.entries)[position].at.moment.date())
    return words("promise_clarified", text=isolated(claim.text), at=at, decision=isolated(f"/decisions/{position}"))


def _proof(claim: Claim, words: Words) -> str:
    if claim.proof:
        return claim.proof.id
    return words("promise_no_proof" if claim.asks_proof else "promise_not_asked")


def _until(term: Term | None, words: Words) -> str:
    if term is None:
        return ""
    if term.of == "proof_valid_until":
        return words("until_proof_valid_until", text=words.notation.day(date.fromisoformat(term.text)))
    shown = words.figure(read_any(term.text).value, "time")
    # A contract holds no rounded term: 100 months stay as they are written.
    return words(f"until_{term.of}", text=isolated(term.text) if shown.startswith(NOT_EXACT) else shown)


def _uncounted(promises: Promises, words: Words) -> Iterator[Block]:
    """Yield what is stated and did not count, with the reason."""
    if not any(item.uncounted for item in promises.items):
        return
    yield Heading(2, words("promises_uncounted"))
    yield Paragraph(words("promises_bind"))
    keys = ("where", "what", "stated", "proof", "until", "why")
    header = tuple(words(f"promise_{key}") for key in keys)
    for item in promises.items:
        if item.uncounted:
            rows = tuple(
                (*_row(claim, promises, words), words(f"uncounted_{claim.uncounted}")) for claim in item.uncounted
            )
            yield Table(words.criterion(item.criterion), header, rows)


def _proofs(promises: Promises, words: Words) -> Iterator[Block]:
    """Yield the proofs to which the claims point."""
    claims = chain.from_iterable(item.claims for item in promises.items)
    proofs = {claim.proof.id: claim.proof for claim in claims if claim.proof}
    if proofs:
        keys = ("promises_short_name", "form_evidence_kind", "form_evidence_title", "form_issuer", "promise_until")
        yield Heading(2, words("promises_proofs"))
        rows = tuple(_of_proof(proof, words) for proof in proofs.values())
        yield Table(words("promises_proofs"), tuple(map(words, keys)), rows)


def _of_proof(proof: Proof, words: Words) -> tuple[str, ...]:
    evidence = proof.evidence
    kind = words(f"proof_{evidence.kind}")
    if proof.judged:
        position, decision = proof.judged
        counts_as = words(f"proof_{decision.counts_as}")
        at = isolated(f"/decisions/{position}")
        kind = words("promise_judged_proof", kind=kind, counts_as=counts_as, decision=at)
    until = words.notation.day(evidence.valid_until.day) if evidence.valid_until else ""
    return proof.id, kind, isolated(evidence.title), isolated(evidence.issuer or ""), until


def _rules(earned: list[Promise], words: Words) -> Iterator[Block]:
    """Yield the formulas and tables with their sources, and what the tender fixes."""
    measured = [item for item in earned if not item.judged]
    formulas = dict.fromkeys(formula for item in measured for formula in item.rule.formulas)
    tables = dict.fromkeys(table for item in measured for table in item.rule.tables)
    rows = [
        *((name, source) for name, source in formulas),
        *((words("workbook_published", table=t.table, version=t.version), t.source) for t in tables),
    ]
    if not rows:
        return
    blocks: list[Block] = [
        Table(words("promises_rules"), (words("promises_formula"), words("promises_source")), tuple(rows))
    ]
    for item in measured:
        caption = words("promises_parameters", criterion=words.criterion(item.criterion))
        fixed = tuple((isolated(place.pointer), isolated(place.text)) for place in item.rule.parameters)
        blocks += [Table(caption, (words("promises_place"), words("value")), fixed)] if fixed else []
    yield Details(words("promises_rules"), tuple(blocks))
