"""The bill of materials of a bid: how many pieces, what each part weighs, what everything weighs."""

from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import PARTS
from circular_tender.rules import Expression, Fact, Rows, apply

_QUANTITIES = Rows("tender", "/prices/lines/*/quantity")

#: For each part, how many of its product the tender asks for.
PIECES: Expression = apply(price.row, table=_QUANTITIES, key=Fact("bid", "/products/*/line", "text", per=PARTS))

#: For each product, how many the tender asks for.
ORDERED: Expression = apply(price.row, table=_QUANTITIES, key=Fact("bid", "/products/*/line", "text"))

#: For each part, its mass in one product; what is not known counts nothing here, and all of it in `WHOLE`.
MASS: Expression = Fact("bid", f"{PARTS}/mass", absent="0 kg")

#: The mass of everything delivered, from the masses of the products.
WHOLE: Expression = apply(
    circularity.total_mass,
    pieces=ORDERED,
    mass=Fact("bid", "/products/*/mass"),
)

#: The part of the mass that the parts account for.
KNOWN: Expression = apply(
    circularity.coverage, part=apply(circularity.total_mass, pieces=PIECES, mass=MASS), whole=WHOLE
)
