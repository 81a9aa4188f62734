"""The bill of materials of a bid: how many pieces, what each part weighs, what everything weighs."""

import attrs

from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import PARTS
from circular_tender.indicators.measure import Basis, Restated
from circular_tender.rules import Expression, Fact, Rows, apply

#: For each part, its mass in one product; what is not known counts nothing here, and all of it in the whole.
MASS: Expression = Fact("bid", f"{PARTS}/mass", absent="0 kg")
#: For each part, and for each product, the id of the product.
PRODUCT_OF_PART: Expression = Fact("bid", "/products/*/id", "text", per=PARTS)
PRODUCT: Expression = Fact("bid", "/products/*/id", "text")
#: For each product, the mass of one piece.
PRODUCT_MASS: Expression = Fact("bid", "/products/*/mass")


def declared(name: str, counted: Expression) -> tuple[Restated, ...]:
    """Return a figure that a supplier may state of each product as a share, beside what is counted for each."""
    at = f"/products/*/declared/{name}"
    return (Restated(name, Fact("bid", at, "presence"), Fact("bid", at, absent="0 %"), counted),)


@attrs.frozen
class Bill:
    """The rules of a bill of materials: the pieces are those that the tender asks for, or those of its basket."""

    quantities: Rows
    basket: bool = False

    @classmethod
    def of(cls, basis: Basis) -> "Bill":
        """Return the rules for a tender: a line that is not in its reference basket counts with no pieces."""
        if basis.unmeasured is None:
            return cls(Rows("tender", "/prices/lines/*/quantity"))
        outside = tuple((line, "0") for line in basis.unmeasured)
        return cls(Rows("tender", "/reference_basket/*", extra=outside), basket=True)

    @property
    def pieces(self) -> Expression:
        """For each part, how many of its product count."""
        return apply(price.row, table=self.quantities, key=Fact("bid", "/products/*/line", "text", per=PARTS))

    @property
    def ordered(self) -> Expression:
        """For each product, how many count."""
        return apply(price.row, table=self.quantities, key=Fact("bid", "/products/*/line", "text"))

    @property
    def whole(self) -> Expression:
        """The mass of everything that counts, from the masses of the products."""
        return apply(circularity.total_mass, pieces=self.ordered, mass=PRODUCT_MASS)

    @property
    def known(self) -> Expression:
        """The part of the mass that the parts account for."""
        known = apply(circularity.total_mass, pieces=self.pieces, mass=MASS)
        return apply(circularity.coverage, part=known, whole=self.whole)

    def over_products(self, values: Expression, *, lowest: bool) -> Expression:
        """The lowest of the products' values, or their mean by pieces; of those in the basket, if there is one."""
        if not lowest:
            return apply(circularity.mean_by_pieces, pieces=self.ordered, values=values)
        if self.basket:
            values = apply(circularity.in_basket, values=values, pieces=self.ordered)
        return apply(circularity.lowest_of_products, values=values)

    def covered(self, present: Expression) -> Expression:
        """The part of the mass of which this, for each part 1 or 0, holds."""
        covered = apply(circularity.covered_mass, pieces=self.pieces, mass=MASS, present=present)
        return apply(circularity.coverage, part=covered, whole=self.whole)
