"""The tender as it was published."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import Discriminator, Field, PrivateAttr, Tag

from circular_tender.award import Rules, Threshold, WeightedPoints
from circular_tender.award.low import Trigger
from circular_tender.bids import Document, Entry, EvidenceKind, Released
from circular_tender.bids.fields import (
    Amount,
    CalendarDay,
    Currency,
    Id,
    Localised,
    Moment,
    Positive,
    Text,
    YesNo,
)
from circular_tender.display import shown
from circular_tender.indicators import Indicator
from circular_tender.rules import pointer
from circular_tender.scales import Scale


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
    """A part of the tender that is awarded by itself, and the lines of the price schedule that belong to it."""

    id: Id
    title: Localised
    lines: tuple[Id, ...] = ()


class OfferedDiscount(Entry):
    """Something on which bidders offer a percentage."""

    id: Id
    title: Localised


class Requirement(Entry):
    """A floor that every bid must meet; whether one does is a decision. `evidence` is the kind of proof asked for."""

    id: Id
    title: Localised
    evidence: EvidenceKind | None = None


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
    """A criterion: what is measured, how that becomes a ratio, and its weight in points."""

    id: Id
    title: Localised
    weight: Positive
    indicator: Indicator
    scale: Scale
    threshold: Threshold | None = None


class Group(Entry):
    """Criteria that belong together."""

    id: Id
    title: Localised
    weight: Positive | None = None
    rescale: Literal["best"] | None = None
    threshold: Threshold | None = None
    criteria: tuple["Criterion", ...] = Field(min_length=1)


def _sort(given: Any) -> str:  # noqa: ANN401 -- whatever stands in the document
    return "group" if isinstance(given, Group) or (isinstance(given, dict) and "criteria" in given) else "leaf"


Criterion: TypeAlias = Annotated[Annotated[Leaf, Tag("leaf")] | Annotated[Group, Tag("group")], Discriminator(_sort)]


class Tender(Document):
    """The tender: what is asked, by which criteria it is judged, and how the award is decided."""

    kind: ClassVar[str] = "tender"

    schema_: Literal["circular-tender/tender/1"] = Field(alias="schema")
    reference: Text
    title: Localised
    buyer: Localised
    currency: Currency
    deadline: Moment | None = None
    reference_date: CalendarDay | None = None
    lots: tuple[Lot, ...] = ()
    prices: Prices | None = None
    discounts: tuple[OfferedDiscount, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    disclosure: Disclosures | None = None
    abnormally_low: tuple[Trigger, ...] = ()
    award: WeightedPoints
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    _sound: bool = PrivateAttr(default=False)  # nothing was found to be wrong between its parts
    _rules: Rules | None = PrivateAttr(default=None)  # what `rules_of` made of this tender

    def __str__(self) -> str:
        return shown(self, "text")

    def _repr_html_(self) -> str:
        return shown(self, "html")

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of the price schedule's lines."""
        return tuple(line.id for line in self.prices.lines) if self.prices else ()

    @property
    def walk(self) -> Iterator[tuple[str, Leaf | Group]]:
        """Every criterion with its pointer, members before their group."""
        return _walk("", self.criteria)

    @property
    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        """Every leaf with its pointer."""
        return ((at, criterion) for at, criterion in self.walk if isinstance(criterion, Leaf))


def earnable(criterion: Leaf | Group) -> Fraction:
    """Return the points that a criterion can earn: the weights of its leaves, added up."""
    if isinstance(criterion, Leaf):
        return criterion.weight.value
    return sum(map(earnable, criterion.criteria), Fraction(0))


def _walk(above: str, criteria: tuple[Leaf | Group, ...]) -> Iterator[tuple[str, Leaf | Group]]:
    for position, criterion in enumerate(criteria):
        at = above + pointer("criteria", position)
        if isinstance(criterion, Group):
            yield from _walk(at, criterion.criteria)
        yield at, criterion
