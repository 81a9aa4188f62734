"""The steps of a measured value, followed from the last to the first, with the products and parts that they are of."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

import attrs

from circular_tender.bids import Bid, Part, Product
from circular_tender.explain import Explanation, Operand, Reason, Step
from circular_tender.narrate.words import Words

NAMED = 6  # parts that a sentence names; more do not help a reader


@attrs.frozen
class Followed:
    """What sentences about a measured value read: the steps behind it, in the words of one language."""

    explanation: Explanation
    reason: Reason
    words: Words

    @property
    def root(self) -> Step:
        """The step that gave the measured value."""
        if self.reason.measured is None:
            raise TypeError(self.reason)
        return self.explanation.step(self.reason.measured)

    def behind(self, step: Step, *names: str) -> Step:
        """Return the step behind an input of a step, behind an input of that, and so on."""
        for name in names:
            number = step[name].step
            if number is None:
                raise TypeError(step[name])
            step = self.explanation.step(number)
        return step

    def figure(self, operand: Operand, position: int | None = None) -> str:
        """Return the figure of an input, or of one element of it where it is a column."""
        value: Any = operand.column[position] if position is not None and operand.column else operand.value
        return self.words.figure(value, operand.unit)

    @property
    def products(self) -> tuple[Product, ...]:
        """The products of the bid, in its order; of a lot, those for it."""
        bid, lines = self.explanation.result.bid, self.words.tender.lines
        return tuple(product for product in bid.products if product.line in lines) if isinstance(bid, Bid) else ()

    @property
    def parts(self) -> tuple[tuple[str, Part], ...]:
        """The parts of these products, each with the name by which a sentence calls it."""
        return tuple((f"{product.id}/{part.id}", part) for product in self.products for part in product.parts)

    def asked_for(self, pieces: Operand) -> Iterator[tuple[int, Product]]:
        """Yield the products of which any are measured, each with its position in the columns."""
        for position, (product, count) in enumerate(zip(self.products, pieces.column, strict=True)):
            if count:
                yield position, product

    def some(self, names: Iterable[str], *, mark: str = ", ") -> str:
        """Return a list of names, of which the first stand for all where there are many."""
        every = [*names]
        listed = mark.join(every[:NAMED])
        more = every[NAMED:]
        return self.words("and_more", names=listed, count=str(len(more))) if more else listed

    def parts_where(self, column: tuple[Fraction | str, ...], value: Fraction | str) -> list[str]:
        """Return the names of the parts of which a column has this value."""
        return [name for (name, _), own in zip(self.parts, column, strict=True) if own == value]
