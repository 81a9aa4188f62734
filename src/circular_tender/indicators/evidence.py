"""Proof: which kinds there are, which is stronger, and which a claim about a part points to."""

import attrs

from circular_tender.bids import Day, EvidenceKind
from circular_tender.formulas import circularity, price
from circular_tender.indicators.measure import Basis
from circular_tender.rules import Expression, Fact, NamedTable, Rows, apply

NONE = "(none)"  # where a claim points to no proof; no id can read so
PARTS = "/products/*/parts/*"

REFUSED = "none"  # what a proof counts as that a decision does not accept
_ALWAYS = "9999-12-31"  # the last day of the calendar: what no date ends

LADDER = NamedTable(
    name="evidence",
    version="2",
    source="circular-tender, own definition: a third party's proof is above a document or a term of the contract, and "
    "these are above a statement",
    rows=(
        (NONE, "0"),
        (REFUSED, "0"),
        ("declared", "1"),
        ("contractual", "2"),
        ("documented", "2"),
        ("third_party", "3"),
    ),
)
PROMISES = NamedTable(
    name="evidence-contractual",
    version="1",
    source="circular-tender, own definition: where a term of the contract is asked for, nothing else will do",
    rows=(
        (NONE, "0"),
        (REFUSED, "0"),
        ("declared", "0"),
        ("contractual", "1"),
        ("documented", "0"),
        ("third_party", "0"),
    ),
)


@attrs.frozen
class Asked:
    """What a tender asks of proof: the kind and where it stands, and where the day stands on which it is in force."""

    kind: EvidenceKind
    at: str
    day: str | None

    @classmethod
    def of(cls, kind: EvidenceKind, valid_on: Day | None, at: str, basis: Basis) -> "Asked":
        """Return what the indicator at this pointer asks: its own day, else the tender's reference date, else none."""
        return cls(kind, f"{at}/evidence", day_of(valid_on, at, basis))


def day_of(valid_on: Day | None, at: str, basis: Basis) -> str | None:
    """Return where the day stands on which proof must be in force."""
    return f"{at}/valid_on" if valid_on else "/reference_date" if basis.dated else None


def counts(asked: Asked, claim: str, per: str | None = None) -> Expression:
    """Return 1 where the proof of each claim is of the kind asked for, or above it, and in force; else 0.

    With `per` there is an element for each match of it, as where a claim about a product counts for each of its parts.
    """
    ladder = PROMISES if asked.kind == "contractual" else LADDER
    proof = apply(
        circularity.counts,
        asked=apply(price.row, table=ladder, key=Fact("tender", asked.at, "text")),
        shown=apply(price.row, table=ladder, key=kinds(claim, per)),
    )
    return in_force(proof, claim, asked.day, per) if asked.day else proof


def in_force(proof: Expression, claim: str, day: str, per: str | None = None) -> Expression:
    """Return what the proof of each claim counts where it is valid on the day at this pointer of the tender, else 0."""
    until = apply(
        price.row,
        table=Rows("bid", "/evidence/*/valid_until", "date", absent=_ALWAYS, extra=((NONE, _ALWAYS),)),
        key=Fact("bid", f"{claim}/evidence", "text", absent=NONE, per=per),
    )
    valid = apply(circularity.in_force, on=Fact("tender", day, "date"), until=until)
    return apply(circularity.dated, proof=proof, in_force=valid)


def kinds(claim: str, per: str | None = None) -> Expression:
    """Return the kind of proof that each claim at this pattern of the bid points to."""
    return apply(
        price.row,
        table=Rows("bid", "/evidence/*/kind", "text", extra=((NONE, NONE),)),
        key=Fact("bid", f"{claim}/evidence", "text", absent=NONE, per=per),
    )
