"""A bid beside a baseline: which lines are compared, over how many pieces, and what each side comes to."""

from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs

from circular_tender.analyse.balance import Balance, Names
from circular_tender.analyse.saved import Coverage, Covered, Figure, Saving
from circular_tender.assessment import Cell
from circular_tender.derivation import Formula
from circular_tender.formulas import circularity
from circular_tender.formulas import savings as formulas
from circular_tender.indicators import Asked
from circular_tender.rules import Evaluation, Expression, Fact, apply, gathered, pointer
from circular_tender.tender import Baseline, BaselineProduct, Savings, Tender

Side: TypeAlias = Literal["baseline", "proven", "claimed"]
SIDES: tuple[Side, ...] = ("baseline", "proven", "claimed")
OF_BID: tuple[Side, ...] = ("proven", "claimed")


@attrs.frozen
class Against:
    """What every bid is compared with, and the facts."""

    tender: Tender
    said: Savings
    at: str
    baseline: Baseline
    names: Names
    evaluation: Evaluation

    @property
    def products(self) -> dict[str, BaselineProduct]:
        """The products of the baseline for the lines that are measured."""
        return {line: self.baseline.products[line] for line in self.lines if line in self.baseline.products}

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of which the tender measures products."""
        return self.tender.measured_lines

    @property
    def asked(self) -> Asked:
        """The proof that a claim needs."""
        return Asked.of(self.said.evidence, self.said.valid_on, "/savings", self.tender.basis)

    def pieces(self, line: str) -> Expression:
        """How many pieces of a line count: those of the reference basket, if there is one."""
        if self.tender.reference_basket is not None:
            return Fact("tender", pointer("reference_basket", line))
        return Fact("tender", pointer("prices", "lines", self.tender.whole.lines.index(line), "quantity"))


@attrs.frozen
class Line:
    """The three balances of a line: of the baseline, of the bid by proven claims, and by all of them."""

    name: str
    position: int
    baseline: Balance
    proven: Balance
    claimed: Balance


@attrs.frozen
class Comparison:
    """A bid beside a baseline, over some lines."""

    against: Against
    bid: str
    lines: tuple[Line, ...]

    def total(self, side: Side, of: Callable[[Balance], Expression]) -> Expression:
        """Return Σ pieces × what one piece of a side comes to."""
        of_lines: dict[str, Expression] = {line.name: of(getattr(line, side)) for line in self.lines}
        pieces: dict[str, Expression] = {line.name: self.against.pieces(line.name) for line in self.lines}
        return apply(circularity.total_mass, pieces=apply(gathered, **pieces), mass=apply(gathered, **of_lines))

    def cell(self, expression: Expression) -> Cell:
        """Return the value of an expression for the bid."""
        return Cell(self.against.evaluation.single(expression, self.bid))

    def figure(self, saving: Saving, formula: Formula, of: Callable[[Balance], Expression]) -> Figure:
        """Return a saving: the baseline, the bid, and what lies between them."""
        baseline, proven, claimed = (self.total(side, of) for side in SIDES)
        saved, saved_by_all = (apply(formula, baseline=baseline, bid=bid) for bid in (proven, claimed))
        beyond = apply(formulas.only_claimed, claimed=saved_by_all, proven=saved)
        cells = (self.cell(expression) for expression in (baseline, proven, claimed, saved, beyond))
        return Figure(saving, tuple(line.name for line in self.lines), *cells)

    def coverage(
        self,
        every: "Comparison",
        of: Covered,
        part: Callable[[Balance], Expression],
        whole: Callable[[Balance], Expression],
        sides: tuple[Side, ...] = SIDES,
    ) -> Coverage:
        """Return which part of the mass of all lines is known in these; None of the sides that are not asked for."""

        def known(side: Side) -> Cell | None:
            mass = every.total(side, whole)
            if side not in sides or not self.cell(mass).number:
                return None
            return self.cell(apply(circularity.coverage, part=self.total(side, part), whole=mass))

        return Coverage(of, known("baseline"), known("proven"), known("claimed"))
