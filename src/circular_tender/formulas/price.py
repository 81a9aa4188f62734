"""What a bid costs."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import lookup, total

DEFINITION = "definition"


@formula(unit="table", source=DEFINITION)
def row(table: Exact, key: Exact) -> Exact:
    """Return the row of a table that a key names."""
    return lookup(table, key)


@formula(unit="unit_price", source="definition: a price schedule is the sum of its lines")
def schedule_total(quantity: Exact, unit_price: Exact) -> Exact:
    """Return Σ quantity × unit price over the lines of a price schedule."""
    return total(quantity * unit_price)
