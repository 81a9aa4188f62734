"""What bids save against a baseline, as data: exact numbers with their derivations, and what is not quantified."""

from typing import Literal, TypeAlias

import attrs

from circular_tender.assessment import Assessment, Cell
from circular_tender.display import Shown
from circular_tender.errors import InvalidDocuments, Place, Problem, nearest, shown
from circular_tender.rules import NamedTable
from circular_tender.tender import Baseline

Saving: TypeAlias = Literal["virgin_avoided", "waste_avoided", "kept_in_use", "co2e_avoided"]
Covered: TypeAlias = Literal["mass_with_feedstock", "mass_with_destination", "mass_with_factor", "recycled_with_factor"]
Why: TypeAlias = Literal[
    "no_baseline",
    "no_product",
    "no_mass",
    "in_no_part",
    "no_feedstock",
    "unknown_feedstock",
    "no_destination",
    "unknown_destination",
    "no_group",
    "no_factor",
    "no_recycled_factor",
    "no_reused_factor",
    "no_lifetime",
    "less_known",
]


@attrs.frozen
class Figure:
    """One saving, over all pieces of the lines in which it is quantified; in kg, or in kg CO2-eq.

    `baseline`, `proven` and `claimed` are what the baseline comes to, what the bid does by its proven claims, and what
    it does by all of them. `saved` is the difference by proven claims, and `only_claimed` what the others would add.
    """

    saving: Saving
    lines: tuple[str, ...]
    baseline: Cell
    proven: Cell
    claimed: Cell
    saved: Cell
    only_claimed: Cell


@attrs.frozen
class Coverage:
    """The part of the mass of which something is known: of the baseline, of the bid if proven, and if only claimed.

    None where there is no such mass.
    """

    of: Covered
    baseline: Cell | None
    proven: Cell | None
    claimed: Cell | None


@attrs.frozen
class Life:
    """How long a product lasts, as a multiple of the baseline's: as far as it is proven, and as it is claimed."""

    line: str
    proven: Cell
    claimed: Cell


@attrs.frozen
class Unquantified:
    """What enters no figure, or only as the worst case: why, where it stands, and the name or the line that it is of.

    `cells` are masses that say how much.
    """

    why: Why
    document: str
    pointer: str
    of: str = ""
    cells: tuple[Cell, ...] = ()


@attrs.frozen
class BidSavings:
    """What one bid saves. `lines` are those that are compared; a figure that no line has is not there."""

    bid: str
    lines: tuple[str, ...]
    figures: tuple[Figure, ...]
    coverage: tuple[Coverage, ...]
    lives: tuple[Life, ...]
    unquantified: tuple[Unquantified, ...]

    def __getitem__(self, saving: Saving) -> Figure:
        for figure in self.figures:
            if figure.saving == saving:
                return figure
        raise _unknown("not-quantified", saving, [figure.saving for figure in self.figures])


@attrs.frozen
class Savings(Shown):
    """What each ranked bid saves against a baseline of the tender, best first. It is a report, and earns no points.

    `unquantified` is what in the baseline has no factor. `left_out` are the bids that are rejected.
    """

    assessment: Assessment
    name: str
    baseline: Baseline
    factors: tuple[NamedTable, ...]
    bids: tuple[BidSavings, ...]
    unquantified: tuple[Unquantified, ...]
    left_out: tuple[str, ...]

    @property
    def award(self) -> BidSavings | None:
        """What the award saves: its one winner. None where nobody wins, and where several share what is delivered."""
        return self[self.assessment.winners[0]] if len(self.assessment.winners) == 1 else None

    def __getitem__(self, bid: str) -> BidSavings:
        for saved in self.bids:
            if saved.bid == bid:
                return saved
        raise _unknown("no-such-bid", bid, [saved.bid for saved in self.bids])


def _unknown(code: str, name: str, known: list[str]) -> InvalidDocuments:
    return InvalidDocuments([Problem(code, Place("savings"), shown(name), (("slip", nearest(name, known)),))])
