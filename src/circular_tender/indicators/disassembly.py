"""Disassembly: how easily the parts of a product come apart, by the Losmaakbaarheidsindex 2.0."""

from typing import Literal

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import CalendarDay
from circular_tender.formulas import circularity, flows, price, repair
from circular_tender.indicators.evidence import PARTS, Asked, counts
from circular_tender.indicators.material import MASS, PRODUCT, PRODUCT_MASS, PRODUCT_OF_PART, Bill, declared
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, NamedTable, apply

_CONNECTIONS = f"{PARTS}/connections/load_bearing/*"
_SOURCE = (
    "Losmaakbaarheidsindex 2.0 (DGBC, Alba Concepts, W/E adviseurs): categories as in Madaster's documentation, "
    "factors as in public code that names it"
)


def _table(name: str, **rows: str) -> NamedTable:
    return NamedTable(f"disassembly-{name}", "2.0", _SOURCE, tuple(rows.items()))


#: The four factors of a connection.
TABLES = {
    "type": _table(
        "type", dry="1", added_elements="0.8", direct_integral="0.6", soft_chemical="0.2", hard_chemical="0.1"
    ),
    "access": _table(
        "access",
        free="1",
        extra_actions="0.8",
        repairable_damage="0.6",
        partly_repairable_damage="0.4",
        irreparable_damage="0.1",
    ),
    "intersections": _table("intersections", none="1", occasional="0.4", full="0.1"),
    "edge": _table("edge", open="1", overlapping="0.4", closed="0.1"),
}


class Disassembly(Entry):
    """The version of the index, and the weakest proof that counts; what has none has the lowest index, 10 %."""

    kind: Literal["disassembly"]
    version: Literal["2.0"]
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None


def index(asked: Asked) -> Expression:
    """Return for each part the index of the hardest of its load-bearing connections, if proven."""
    factors: dict[str, Expression] = {
        name: apply(price.row, table=table, key=Fact("bid", f"{_CONNECTIONS}/{name}", "text"))
        for name, table in TABLES.items()
    }
    hardest = apply(
        repair.hardest_connection,
        values=apply(repair.connection_index, **factors),
        connected=Fact("bid", PARTS, "place", per=_CONNECTIONS),
        parts=Fact("bid", PARTS, "place"),
    )
    return apply(repair.proven_index, index=hardest, counts=counts(asked, f"{PARTS}/connections"))


def measure(indicator: Disassembly, at: str, basis: Basis) -> Measure:
    """Return the rule: the mean index of the parts by mass, a ratio from 10 % to 100 %."""
    bill, asked = Bill.of(basis), Asked.of(indicator.evidence, indicator.valid_on, at, basis)
    measured = apply(repair.mean_index, pieces=bill.pieces, mass=MASS, index=index(asked), whole=bill.whole)
    proven = bill.covered(counts(asked, f"{PARTS}/connections"))
    told = (("mass_known", bill.known), ("mass_with_connections", proven))
    return Measure("ratio", measured, told, declared("disassembly", _of_products(asked)))


def _of_products(asked: Asked) -> Expression:
    """Return for each product the mean index of its parts by mass."""

    def summed(values: Expression) -> Expression:
        return apply(flows.of_each_product, values=values, parts=PRODUCT_OF_PART, products=PRODUCT)

    indexed = apply(circularity.part_mass, mass=MASS, share=index(asked))
    return apply(repair.index_of_product, indexed=summed(indexed), described=summed(MASS), mass=PRODUCT_MASS)
