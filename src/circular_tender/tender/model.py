"""The tender as it was published."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, PrivateAttr, Tag

from circular_tender.award import Award, Rules, Threshold
from circular_tender.award.low import Trigger
from circular_tender.bids import Document, Entry, EvidenceKind, Released
from circular_tender.bids.fields import (
    Amount,
    CalendarDay,
    Count,
    Currency,
    Id,
    Localised,
    Moment,
    Number,
    Positive,
    Text,
    Weight,
    YesNo,
)
from circular_tender.bids.leaves import refused
from circular_tender.display import shown
from circular_tender.indicators import Answer, Basis, Indicator, Price
from circular_tender.rules import pointer
from circular_tender.scales import Scale
from circular_tender.tender.baselines import Savings

#: Of the life of what is bought; an externality is an effect on others that is given a value in money.
Phase: TypeAlias = Literal["acquisition", "use", "maintenance", "end_of_life", "residual_value", "externality"]


class Line(Entry):
    """A line of the price schedule.

    `estimated`: the quantity is an estimate, not an order. `contractual`: the unit price becomes part of the contract;
    where it is false it only serves the comparison. Neither changes a score; both are told.
    """

    id: Id
    title: Localised | None = None
    unit: Text
    quantity: Positive
    estimated: YesNo = False
    contractual: YesNo = True


class Prices(Entry):
    """What bidders price, with or without VAT; a bid whose sum is above the `ceiling` is rejected."""

    vat: Literal["excluded", "included"]
    ceiling: Amount | None = None
    lines: tuple[Line, ...] = Field(min_length=1)


class Lot(Entry):
    """A part of the tender that is awarded by itself, and the lines of the price schedule that belong to it.

    A bid whose sum over these lines is above the `ceiling` is rejected in this lot.
    """

    id: Id
    title: Localised
    lines: tuple[Id, ...] = ()
    ceiling: Amount | None = None


class LotLimits(Entry):
    """On how many lots one bidder may bid, how many it may win, and the order in which lots are then awarded."""

    bids: Count | None = None
    awards: Count | None = None
    order: tuple[Id, ...] | None = Field(default=None, min_length=1)


#: The lots for which something counts; where it says nothing, all of them.
OnlyLots: TypeAlias = Annotated[tuple[Id, ...] | None, Field(min_length=1)]


class OfferedDiscount(Entry):
    """Something on which bidders offer a percentage."""

    id: Id
    title: Localised
    lots: OnlyLots = None


class Requirement(Entry):
    """A floor that every bid must meet; whether one does is a decision. `evidence` is the kind of proof asked for."""

    id: Id
    title: Localised
    evidence: EvidenceKind | None = None
    lots: OnlyLots = None


class Disclosure(Entry):
    """What a reader may read of bids that are not its own, and the ground on which the rest is withheld.

    `references` are the values of a stage on which points depend, such as the lowest price.
    """

    releases: tuple[Released, ...]
    references: YesNo
    ground: Localised


class Disclosures(Entry):
    """What bidders may read of the bids of others, and what everybody may read."""

    bidder: Disclosure | None = None
    public: Disclosure | None = None


class Leaf(Entry):
    """A criterion: what is measured, how that becomes a ratio, and its weight in what the award method counts."""

    id: Id
    title: Localised
    weight: Weight
    indicator: Indicator
    scale: Scale
    threshold: Threshold | None = None
    lots: OnlyLots = None


class Group(Entry):
    """Criteria that belong together."""

    id: Id
    title: Localised
    weight: Weight | None = None
    rescale: Literal["best"] | None = None
    threshold: Threshold | None = None
    lots: OnlyLots = None
    criteria: tuple["Criterion", ...] = Field(min_length=1)


class Worth(Entry):
    """The money that one unit (a kilogram, a year, a piece) of what is measured is worth, and where that stands."""

    amount: Amount
    source: Text


class Cost(Entry):
    """A cost that counts as money, in place of a criterion that is scored.

    `worth` makes money of an effect, such as emissions. In a life-cycle cost, `paid_in` are the years in which it is
    paid, counted from the award, 0 for at once; `prices` say in what money it is stated; `phase` is that of the life.
    A residual value is no cost but what a thing is still worth, which is taken off.
    """

    id: Id
    title: Localised
    cost: Annotated[Price | Answer, Field(discriminator="kind")]
    worth: Worth | None = None
    paid_in: tuple[Number, ...] | None = Field(default=None, min_length=1)
    prices: Literal["real", "nominal"] | None = None
    phase: Phase | None = None
    lots: OnlyLots = None

    @property
    def indicator(self) -> Price | Answer:
        """What is measured, by the name that it has in a criterion."""
        return self.cost


def _sort(given: Any) -> str:  # noqa: ANN401 -- whatever stands in the document
    if isinstance(given, Group) or (isinstance(given, dict) and "criteria" in given):
        return "group"
    return "cost" if isinstance(given, Cost) or (isinstance(given, dict) and "cost" in given) else "leaf"


def _no_cost(given: Any) -> Any:  # noqa: ANN401 -- likewise
    if _sort(given) == "cost":
        raise refused("cost-in-group")
    return given


Criterion: TypeAlias = Annotated[
    Annotated[Leaf, Tag("leaf")] | Annotated[Group, Tag("group")], Discriminator(_sort), BeforeValidator(_no_cost)
]
Counted: TypeAlias = Annotated[
    Annotated[Leaf, Tag("leaf")] | Annotated[Group, Tag("group")] | Annotated[Cost, Tag("cost")], Discriminator(_sort)
]


class Tender(Document):
    """The tender: what is asked, by which criteria it is judged, and how the award is decided.

    Of products only those in the `reference_basket` are measured, in these numbers, if there is one. `savings` earn no
    points.
    """

    kind: ClassVar[str] = "tender"

    schema_: Literal["circular-tender/tender/1"] = Field(alias="schema")
    reference: Text
    title: Localised
    buyer: Localised
    currency: Currency
    deadline: Moment | None = None
    reference_date: CalendarDay | None = None
    lots: tuple[Lot, ...] = ()
    lot_limits: LotLimits | None = None
    prices: Prices | None = None
    reference_basket: dict[Id, Positive] | None = Field(default=None, min_length=1)
    discounts: tuple[OfferedDiscount, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    disclosure: Disclosures | None = None
    variants: Literal["allowed", "not_allowed", "required"] | None = None
    abnormally_low: tuple[Trigger, ...] = ()
    savings: Savings | None = None
    award: Award
    criteria: tuple[Counted, ...] = Field(min_length=1)

    _sound: bool = PrivateAttr(default=False)  # nothing was found to be wrong between its parts
    _rules: Rules | None = PrivateAttr(default=None)  # what `rules_of` made of this tender
    _of_lots: dict[str, "Tender"] = PrivateAttr(default_factory=dict[str, "Tender"])  # what `of_lot` made of it
    _part_of: "tuple[Tender, Lot] | None" = PrivateAttr(default=None)  # of what counts for one lot: of which

    def __str__(self) -> str:
        return shown(self, "text")

    def _repr_html_(self) -> str:
        return shown(self, "html")

    @property
    def lot(self) -> str | None:
        """The id of the lot of which this is what counts; None of a whole tender."""
        return self._part_of[1].id if self._part_of else None

    @property
    def whole(self) -> "Tender":
        """The tender as it was published: of what counts for one lot, that with all of them."""
        return self._part_of[0] if self._part_of else self

    @property
    def ceiling_at(self) -> str:
        """The pointer at which the ceiling of the price stands, in the tender as it was published."""
        return (
            pointer("lots", self.whole.lots.index(self._part_of[1]), "ceiling") if self._part_of else "/prices/ceiling"
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of the price schedule's lines."""
        return tuple(line.id for line in self.prices.lines) if self.prices else ()

    @property
    def measured_lines(self) -> tuple[str, ...]:
        """The ids of the lines whose products are measured: those in the reference basket, or all."""
        basket = self.reference_basket
        return self.lines if basket is None else tuple(line for line in self.lines if line in basket)

    @property
    def basis(self) -> Basis:
        """What an indicator must know of the tender beside its own parameters."""
        measured = self.measured_lines
        unmeasured = None if self.reference_basket is None else tuple(n for n in self.lines if n not in measured)
        return Basis(self.reference_date is not None, self.lines, unmeasured)

    @property
    def walk(self) -> Iterator[tuple[str, Leaf | Group | Cost]]:
        """Every criterion and cost with its pointer, members before their group.

        The pointers are those of the tender as it was published.
        """
        if not self._part_of:
            return _walk("", self.criteria)
        places = {criterion.id: at for at, criterion in self.whole.walk}
        return ((places[criterion.id], criterion) for _, criterion in _walk("", self.criteria))

    @property
    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        """Every leaf with its pointer."""
        return ((at, criterion) for at, criterion in self.walk if isinstance(criterion, Leaf))

    @property
    def costs(self) -> Iterator[tuple[str, Cost]]:
        """Every cost with its pointer."""
        return ((at, criterion) for at, criterion in self.walk if isinstance(criterion, Cost))

    @property
    def asked(self) -> Iterator[tuple[str, str, Indicator]]:
        """What is measured of each criterion and cost: its id, the pointer of its indicator, and the indicator."""
        for at, criterion in self.walk:
            if isinstance(criterion, Leaf):
                yield criterion.id, f"{at}/indicator", criterion.indicator
            elif isinstance(criterion, Cost):
                yield criterion.id, f"{at}/cost", criterion.cost


def earnable(criterion: Leaf | Group) -> Fraction:
    """Return what a criterion can earn: the weights of its leaves, added up."""
    if isinstance(criterion, Leaf):
        return criterion.weight.value
    return sum(map(earnable, criterion.criteria), Fraction(0))


def _walk(above: str, criteria: Sequence[Leaf | Group | Cost]) -> Iterator[tuple[str, Leaf | Group | Cost]]:
    for position, criterion in enumerate(criteria):
        at = above + pointer("criteria", position)
        if isinstance(criterion, Group):
            yield from _walk(at, criterion.criteria)
        yield at, criterion
