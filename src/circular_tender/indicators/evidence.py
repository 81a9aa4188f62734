"""Proof: which kinds there are, which is stronger, and which a claim about a part points to."""

from circular_tender.formulas import price
from circular_tender.rules import Expression, Fact, NamedTable, Rows, apply

NONE = "(none)"  # where a claim points to no proof; no id can read so
PARTS = "/products/*/parts/*"

LADDER = NamedTable(
    name="evidence",
    version="1",
    source="circular-tender, own definition: a third party's proof is above a document, a document above a statement",
    rows=((NONE, "0"), ("declared", "1"), ("documented", "2"), ("third_party", "3")),
)


def kinds(claim: str) -> Expression:
    """Return, for each part, the kind of proof that its claim of this name points to."""
    return apply(
        price.row,
        table=Rows("bid", "/evidence/*/kind", "text", extra=((NONE, NONE),)),
        key=Fact("bid", f"{PARTS}/{claim}/evidence", "text", absent=NONE),
    )


def strength(kind: Expression) -> Expression:
    """Return the place of a kind on the ladder."""
    return apply(price.row, table=LADDER, key=kind)
