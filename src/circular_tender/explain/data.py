"""An explanation as data: codes, exact numbers and sources; no sentence, no language, no rounding for display."""

from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from circular_tender.assessment import (
    Assessment,
    BidAssessment,
    Counted,
    LotAward,
    Question,
    Rejection,
    Score,
    Subtotal,
)
from circular_tender.assessments import Assessments
from circular_tender.award.low import Against
from circular_tender.bids import Decision, Draw, Opened
from circular_tender.derivation import Published, Written
from circular_tender.display import Shown
from circular_tender.explain.proof import AskedProof, SharedProof, Stated, Unproven
from circular_tender.explain.view import Reader, View
from circular_tender.tender import Cost, Group, Leaf

#: Of which bids an input is the values: all of a stage, those that remain after the last, or those compared.
Over: TypeAlias = Literal["stage", "remaining", "compared"]


@attrs.frozen
class Operand:
    """An input of a step: its value, or how many values it stands for; the step that made it, or where it is written.

    `elements` are the named values of which a small column consists, and `column` the values of one over products or
    parts of this bid alone. One that comes from other bids may be withheld. Where it stands for the values of bids,
    `over` says of which.
    """

    name: str
    value: Fraction | str | None
    unit: str
    count: int | None = None
    step: int | None = None
    source: Written | Published | None = None
    elements: tuple[tuple[str, Fraction | str], ...] = ()
    withheld: bool = False
    over: Over = "stage"
    column: tuple[Fraction | str, ...] = ()


@attrs.frozen
class Step:
    """One formula applied for this bid: number, inputs, exact result (none where that is a column over parts)."""

    number: int
    formula: str
    operands: tuple[Operand, ...]
    expression: str
    value: Fraction | str | None
    unit: str
    count: int | None = None
    withheld: bool = False

    def __getitem__(self, name: str) -> Operand:
        return next(operand for operand in self.operands if operand.name == name)


@attrs.frozen
class Contribution:
    """A row of the total, in its unit: what a leaf earns, the `rescaling` of a group, a `cost`, the `rounding`.

    What a leaf earns is `points`, or `value` where that is money, which is less than 0 as it is taken off.
    """

    kind: str
    criterion: str
    points: Fraction


@attrs.frozen
class Reason:
    """Why a bid has its points on a criterion, or a cost: the score, the weight, and the steps from the facts to it.

    `weight` is what can be earned; a cost has none.
    `withheld`: a step is withheld, and with it whatever tells its value exactly, such as the ratio.
    `measured` is the step that gave the measured value, where one did. `shared` is for the authority and the bidder.
    """

    criterion: Leaf | Group | Cost
    score: Score | Subtotal | Counted
    depth: int
    weight: Fraction | None
    steps: tuple[int, ...]
    withheld: bool
    notes: tuple[str, ...]
    unproven: tuple[Unproven, ...]
    measured: int | None = None
    proof: AskedProof | None = None
    stated: tuple[Stated, ...] = ()
    shared: tuple[SharedProof, ...] = ()


@attrs.frozen
class Compared:
    """A condition of a question: a price or points (by their `unit`) beside the limit, and what that follows from.

    `how` is the formula that compares. The reference and the limit are None where they are withheld. `exact`: the
    reader may read the value exactly, and not only as a page shows it.
    """

    against: Against
    how: str
    unit: str
    value: Fraction
    reference: Fraction | None
    share: Fraction
    limit: Fraction | None
    holds: bool
    exact: bool = True


@attrs.frozen
class Asked:
    """A question about the price of a bid, its conditions, and the steps that lead to it."""

    question: Question
    compared: tuple[Compared, ...]
    steps: tuple[int, ...]


@attrs.frozen
class Outcome:
    """Where a bid ended: its rank among the ranked bids, its total, and how far the first is ahead.

    `total` is in `unit`; `maximum` are the points that can be earned, where a total is a sum of points. What the reader
    may not read is None, as are rank and total of a rejected bid. `shared`: others have the same rank; `tied_with` are
    those, where the reader may read that of each.
    """

    rank: int | None
    of: int
    total: Fraction | None
    unit: str
    maximum: Fraction | None
    tied_with: tuple[str, ...]
    first: tuple[str, ...]
    gap: Fraction | None
    shared: bool = False


@attrs.frozen
class Explanation(Shown):
    """Why one bid ended where it did, as far as the reader of its view may read it.

    `factors` are what its total is made of where that is no sum: name, value and unit.
    `beside_first` is its comparison with the first, where the bid is explained by itself and is not the first.
    `total_steps` lead to the total as awarded, where the reader may read it. `exact`: the reader may read the total and
    what it is made of exactly, and not only as a page shows them, since that tells nothing that is withheld.
    """

    view: View
    result: BidAssessment
    outcome: Outcome
    rejections: tuple[Rejection, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[tuple[int, Decision], ...]
    contributions: tuple[Contribution, ...]
    factors: tuple[tuple[str, Fraction, str], ...]
    steps: tuple[Step, ...]
    beside_first: "Comparison | None" = None
    questions: tuple[Asked, ...] = ()
    total_steps: tuple[int, ...] = ()
    exact: bool = False

    @property
    def assessment(self) -> Assessment:
        """The assessment, which holds more than every reader may read."""
        return self.view.assessment

    def step(self, number: int) -> Step:
        """Return the step of a number; they count from 1."""
        return self.steps[number - 1]


@attrs.frozen
class Difference:
    """A row of a comparison: what two bids have of the same kind on the same criterion; `lowest`: less is better."""

    kind: str
    criterion: str
    first: Fraction
    second: Fraction
    lowest: bool = False

    @property
    def points(self) -> Fraction:
        """How much better the first is; less than 0 where the second is better."""
        return self.second - self.first if self.lowest else self.first - self.second


@attrs.frozen
class Beside:
    """A factor of two totals that are no sums: what each bid has of it. Its part in their difference has no meaning."""

    name: str
    first: Fraction
    second: Fraction
    unit: str


@attrs.frozen
class Comparison(Shown):
    """How far one bid is ahead of another, and the differences that add up to it, the largest first.

    Where totals are no sums there are no such differences, and `factors` stand side by side instead. `gap` is None, and
    there are no rows, where the reader may not read the points of both.
    """

    view: View
    first: str
    second: str
    gap: Fraction | None
    rows: tuple[Difference, ...]
    factors: tuple[Beside, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the reader may read it exactly, and not only as a page shows it."""
        return self.view.exact(self.first) and self.view.exact(self.second)

    @property
    def assessment(self) -> Assessment:
        """The assessment, which holds more than every reader may read."""
        return self.view.assessment


@attrs.frozen
class Report(Shown):
    """What sets the first apart, and the explanation of each bid, in the order of the ranking, rejected ones last."""

    view: View
    lead: Comparison | None
    explanations: tuple[Explanation, ...]

    @property
    def assessment(self) -> Assessment:
        """The assessment, which holds more than every reader may read."""
        return self.view.assessment

    @property
    def draws(self) -> tuple[Draw, ...]:
        """What was drawn to separate bids that nothing else separates."""
        decisions = self.assessment.decisions
        return tuple(draw for _, draw in decisions.draws if self.view.shows_draw(draw)) if decisions else ()

    @property
    def questioned(self) -> tuple[Explanation, ...]:
        """The explanations of the bids about whose price the tender's triggers ask; for the authority."""
        return tuple(e for e in self.explanations if e.questions) if self.view.reader == "authority" else ()

    @property
    def opened(self) -> tuple[Opened, ...]:
        """When the envelopes of each stage were opened, as far as the log says so; for the authority."""
        decisions = self.assessment.decisions if self.view.reader == "authority" else None
        return tuple(d for d in decisions.decisions if isinstance(d, Opened)) if decisions else ()


@attrs.frozen
class LotsReport(Shown):
    """The report of each lot of a tender, in its order, and who wins each, as far as one reader may read it."""

    assessments: Assessments
    reader: Reader
    lots: tuple[Report, ...]

    def shows(self, award: LotAward) -> bool:
        """Tell whether the reader may read this award, and those of the lots on which it depends."""
        on = {award.lot, *award.undecided, *(lot for passed in award.passed_over for lot in passed.won)}
        return all(report.view.shows_ranks for report in self.lots if report.assessment.lot in on)
