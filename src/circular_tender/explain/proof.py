"""Claims and their proof as data: what does not count, what is asked, what is shared, and what a supplier states."""

from datetime import date
from fractions import Fraction

import attrs

EXPIRED = "expired"  # what stands for the kind of a proof that its date has ended


@attrs.frozen
class Unproven:
    """A claim that does not count: where its proof is named, and the kind of proof it has, or that it is `expired`."""

    pointer: str
    shown: str


@attrs.frozen
class AskedProof:
    """What a criterion asks of proof: the kinds that count, the weakest first, and the day on which it is in force.

    Without kinds each kind has a worth of its own; without a day no date ends a proof.
    """

    kinds: tuple[str, ...]
    on: date | None


@attrs.frozen
class SharedProof:
    """A proof on which claims depend that count for this criterion, and for these others too."""

    evidence: str
    criteria: tuple[str, ...]


@attrs.frozen
class Stated:
    """A figure that a supplier states of a product, and what this comes to by the tender's rules, in the same unit.

    `steps` are those by which it was counted. It moves no points.
    """

    product: str
    name: str
    stated: Fraction
    counted: Fraction
    unit: str
    steps: tuple[int, ...]

    @property
    def difference(self) -> Fraction:
        """How much more comes of it than is stated; less than 0 where it is less."""
        return self.counted - self.stated
