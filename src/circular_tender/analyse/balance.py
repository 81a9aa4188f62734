"""The rules by which one piece of a product is weighed: of a bid by its claims, or of a baseline as the tender says."""

from collections.abc import Mapping
from typing import Literal

import attrs

from circular_tender.analyse.factors import PRIMARY, RECYCLED, REUSED
from circular_tender.formulas import circularity, flows, price, savings
from circular_tender.indicators import NONE, Asked, Destination, Origin, counts
from circular_tender.rules import Expression, Fact, NamedTable, Rows, apply
from circular_tender.tender import Savings


@attrs.frozen
class Names:
    """The names that the tender puts into classes, and the groups of materials that it has no factor for."""

    feedstock: Mapping[str, Origin]
    destinations: Mapping[str, Destination]
    without_factor: tuple[str, ...]

    @classmethod
    def of(cls, said: Savings, groups: set[str]) -> "Names":
        """Return the names of a tender, for documents that name these groups of materials."""
        return cls(said.feedstock, said.destinations, tuple(sorted(groups - {*said.materials})))


@attrs.frozen
class Balance:
    """One piece of a product, at `at` in its document; `asked` is the proof that claims need, if any.

    `life` is how long it lasts, as a multiple of the baseline's. Every mass is for the same years of service, but that
    which stays in use: that is of the piece itself.
    """

    names: Names
    document: Literal["bid", "tender"]
    at: str
    asked: Asked | None
    life: Expression

    @property
    def mass(self) -> Expression:
        """What a piece weighs."""
        return self._served(self._mass)

    @property
    def virgin(self) -> Expression:
        """What is not restored: M − Σ part × (F_R + F_U + F_S)."""
        comes = {sort: self._comes(sort) for sort in ("recycled", "reused", "sustained")}
        return self._served(self._left(apply(flows.restored, mass=self._parts, **comes)))

    @property
    def waste(self) -> Expression:
        """What is not recovered: M − Σ part × (C_R + C_U + C_C); energy that is recovered of it leaves it waste."""
        recovered = apply(
            flows.recovered,
            mass=self._parts,
            to_recycling=self._goes("recycle"),
            to_reuse=self._goes("reuse"),
            composted=self._goes("compost"),
            energy=apply(flows.sum_of_shares),
        )
        return self._served(self._left(recovered))

    @property
    def kept(self) -> Expression:
        """What is reused after use, of the piece itself."""
        return apply(savings.mass_where, mass=self._parts, holds=self._goes("reuse"))

    @property
    def emissions(self) -> Expression:
        """What making the materials that have a factor emits."""
        emitted = apply(
            savings.material_emissions,
            mass=self._parts,
            recycled=self._comes("recycled"),
            reused=self._comes("reused"),
            primary=self._factor(PRIMARY),
            of_recycled=self._factor(RECYCLED),
            of_reused=self._factor(REUSED),
        )
        return self._served(emitted)

    @property
    def with_factor(self) -> Expression:
        """The mass that has a factor."""
        return self._served(apply(savings.mass_where, mass=self._parts, holds=self._known))

    @property
    def without_factor(self) -> Expression:
        """The mass that has no factor, with what no part accounts for."""
        return apply(flows.remainder, mass=self.mass, part=self.with_factor)

    @property
    def recycled(self) -> Expression:
        """The mass that is recycled."""
        return self._served(apply(savings.mass_where, mass=self._parts, holds=self._comes("recycled")))

    @property
    def recycled_with_factor(self) -> Expression:
        """The mass that is recycled and has a factor."""
        recycled = apply(circularity.part_mass, mass=self._parts, share=self._comes("recycled"))
        return self._served(apply(savings.mass_where, mass=recycled, holds=self._known))

    def claimed(self, claim: Literal["feedstock", "end_of_life"]) -> Expression:
        """The mass of the parts of which a bid claims something that counts."""
        at = f"{self.at}/parts/*/{claim}"
        holds = counts(self.asked, at) if self.asked else Fact("bid", at, "presence")
        return self._served(apply(savings.mass_where, mass=self._parts, holds=holds))

    @property
    def _mass(self) -> Expression:
        return Fact(self.document, f"{self.at}/mass")

    @property
    def _parts(self) -> Expression:
        return self._part("mass", absent="0 kg")

    @property
    def _known(self) -> Expression:
        return apply(savings.has_factor, primary=self._factor(PRIMARY))

    def _part(self, key: str, absent: str) -> Fact:
        return Fact(self.document, f"{self.at}/parts/*/{key}", absent=absent)

    def _served(self, mass: Expression) -> Expression:
        return apply(savings.for_same_service, mass=mass, life=self.life)

    def _left(self, parts: Expression) -> Expression:
        return apply(savings.left_of_product, mass=self._mass, parts=parts)

    def _comes(self, sort: Origin) -> Expression:
        own = "feedstock/shares" if self.document == "bid" else "feedstock"
        return self._share(own, [name for name, of in self.names.feedstock.items() if of == sort])

    def _goes(self, sort: Destination) -> Expression:
        own = "end_of_life/destinations" if self.document == "bid" else "destinations"
        return self._share(own, [name for name, of in self.names.destinations.items() if of == sort])

    def _share(self, claim: str, names: list[str]) -> Expression:
        """Return for each part the share of its mass under these names, as far as it counts."""
        shares: dict[str, Expression] = {name: self._part(f"{claim}/{name}", "0 %") for name in sorted(names)}
        claimed = apply(flows.sum_of_shares, **shares)
        if not shares or self.asked is None:
            return claimed
        proof = counts(self.asked, f"{self.at}/parts/*/{claim.partition('/')[0]}")
        return apply(flows.proven, claimed=claimed, counts=proof)

    def _factor(self, table: NamedTable) -> Expression:
        rows = ((NONE, NONE), *((group, NONE) for group in self.names.without_factor))
        group = Fact(self.document, f"{self.at}/parts/*/material_group", "text", absent=NONE)
        row = apply(price.row, table=Rows("tender", "/savings/materials/*", "text", extra=rows), key=group)
        return apply(price.row, table=table, key=row)
