"""Proof: which kinds there are, which is stronger, and which a claim about a part points to."""

from circular_tender.formulas import circularity, price
from circular_tender.rules import Expression, Fact, NamedTable, Rows, apply

NONE = "(none)"  # where a claim points to no proof; no id can read so
PARTS = "/products/*/parts/*"

LADDER = NamedTable(
    name="evidence",
    version="1",
    source="circular-tender, own definition: a third party's proof is above a document, a document above a statement",
    rows=((NONE, "0"), ("declared", "1"), ("documented", "2"), ("third_party", "3")),
)


def counts(asked: str, claim: str) -> Expression:
    """Return 1 where the proof of each claim is at least of the kind that stands at `asked` in the tender, else 0."""
    return apply(circularity.counts, asked=_strength(Fact("tender", asked, "text")), shown=_strength(kinds(claim)))


def kinds(claim: str) -> Expression:
    """Return the kind of proof that each claim at this pattern of the bid points to."""
    return apply(
        price.row,
        table=Rows("bid", "/evidence/*/kind", "text", extra=((NONE, NONE),)),
        key=Fact("bid", f"{claim}/evidence", "text", absent=NONE),
    )


def _strength(kind: Expression) -> Expression:
    return apply(price.row, table=LADDER, key=kind)
