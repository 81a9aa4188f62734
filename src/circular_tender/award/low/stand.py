"""Bids beside one another, and a price or points beside the limit that follows from what they are compared with."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias, cast

import attrs

from circular_tender.derivation import Derived, Formula, Given, Node, Published
from circular_tender.exact import read
from circular_tender.formulas import low_prices
from circular_tender.rules import Evaluation, Expression, NamedTable

#: What a price, or points, are compared with.
Against: TypeAlias = Literal[
    "budget",
    "estimate",
    "mean",
    "mean_of_others",
    "other",
    "second_lowest",
    "next",
    "price_points",
    "other_points",
]


@attrs.frozen
class Check:
    """A condition: a value, what it is compared with, the share of that, the limit, and 1 where it holds, else 0."""

    against: Against
    value: Node
    reference: Node
    share: Node
    limit: Node
    holds: Derived


@attrs.frozen
class Raised:
    """A bid about whose price a trigger asks: its conditions, and 1, which is what they come to together."""

    bid: str
    checks: tuple[Check, ...]
    asked: Node


@attrs.frozen
class Ranked:
    """The bids that have come first (several where they share it), and all bids in the order of their ranking."""

    first: tuple[str, ...]
    order: tuple[str, ...]


@attrs.frozen
class Pointed:
    """The points of a criterion over the bids of its stage, and the weights of its leaves, by their ids."""

    criterion: str
    points: Node
    bids: tuple[str, ...]
    weights: tuple[tuple[str, Expression], ...]


@attrs.frozen
class Stand:
    """Bids as they stood before any was rejected for its price.

    `bids` are compared by their prices. `rankings` are those in which a bid came first and was to be tested. `scored`
    are bids with the points that they are tested by; both are there where a trigger asks for them.
    """

    evaluation: Evaluation
    price: Expression | None
    bids: tuple[str, ...]
    rankings: tuple[Ranked, ...] = ()
    scored: tuple[tuple[str, tuple[Pointed, ...]], ...] = ()

    def own(self, bid: str) -> Node:
        """Return the price of a bid."""
        return self.evaluation.single(self._price, bid)

    def prices(self, bids: Sequence[str]) -> Node:
        """Return the prices of bids as a column."""
        return self.evaluation.for_each(self._price, bids)

    def amount(self, bid: str) -> Fraction:
        """Return the price of a bid as a number."""
        return cast("Fraction", self.own(bid).value)

    def mean_of_others(self, bid: str, prices: Node) -> Node:
        """Return the mean of the prices in a column without that of this bid."""
        together = self.of(low_prices.sum_of_prices, prices=prices)
        bids = self.of(low_prices.number_of_prices, prices=prices)
        return self.of(low_prices.mean_of_others, together=together, own=self.own(bid), bids=bids)

    def of(self, formula: Formula, /, **inputs: Node) -> Derived:
        """Return the formula's node for these inputs, made once."""
        return self.evaluation.applied(formula, inputs)

    def below(self, against: Against, bid: str, reference: Node, share: Node, *, more_than: bool = True) -> Check:
        """Return the condition that a price lies more than a share below a reference; or that much or more."""
        own, limit = self.own(bid), self.of(low_prices.limit_below, reference=reference, share=share)
        compared = low_prices.under if more_than else low_prices.at_or_under
        return Check(against, own, reference, share, limit, self.of(compared, value=own, limit=limit))

    def asked(self, bid: str, together: Formula, *checks: Check) -> Iterator[Raised]:
        """Yield that a bid must be asked, where its conditions come to 1 together."""
        node = self.of(together, **{check.against: check.holds for check in checks})
        if node.value == 1:
            yield Raised(bid, checks, node)

    @property
    def _price(self) -> Expression:
        if self.price is None:
            raise TypeError(self.price)
        return self.price


def published(table: NamedTable, row: str) -> Given:
    """Return a row of a table that is the same for all tenders."""
    quantity = read(dict(table.rows)[row])
    return Given(quantity.value, quantity.measures, Published(f"{table.name}/{row}", table.version, table.source))
