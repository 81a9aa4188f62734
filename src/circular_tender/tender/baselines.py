"""What a tender says of savings: the baselines that bids are compared with, and how both are read. It earns no points.

A baseline is written in the words of a bid's products; its claims need no proof, for the buyer makes them and names the
source.
"""

from typing import Literal, TypeAlias

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import (
    CalendarDay,
    Id,
    Localised,
    Name,
    PositiveMass,
    PositiveTime,
    Share,
    Text,
)
from circular_tender.indicators import Destination, Origin

#: The rows of the table `uk_2025` of what making a material emits.
Material: TypeAlias = Literal[
    "aluminium_cans",
    "average_plastics",
    "board",
    "clothing",
    "concrete",
    "construction_metals",
    "fridges",
    "glass",
    "hdpe",
    "insulation",
    "it_equipment",
    "large_electrical",
    "lithium_ion_batteries",
    "paper",
    "pet",
    "plasterboard",
    "pp",
    "pvc",
    "scrap_metal",
    "small_electrical",
    "steel_cans",
    "tyres",
    "wood",
]


class BaselinePart(Entry):
    """A part of a product of a baseline: shares of its mass by feedstock and by destination, each 100 % together."""

    id: Id
    material_group: Name
    mass: PositiveMass
    feedstock: dict[Name, Share] = Field(min_length=1)
    destinations: dict[Name, Share] = Field(min_length=1)


class BaselineProduct(Entry):
    """What would be bought otherwise for one line; mass is that of one piece, and of its parts together.

    With a `lifetime` a bid that states one too is compared for the same years of service.
    """

    mass: PositiveMass
    lifetime: PositiveTime | None = None
    parts: tuple[BaselinePart, ...] = Field(min_length=1)


class Baseline(Entry):
    """What would be bought otherwise, by line of the price schedule, and where that stands."""

    title: Localised
    source: Text
    products: dict[Id, BaselineProduct] = Field(min_length=1)


class Savings(Entry):
    """How savings are reported: what each name in a bid is, the table of factors, the proof that counts, the baselines.

    `materials` says which row of the table stands for a group of materials, so that a proxy has a name. Claims without
    the proof of `evidence` are reported apart.
    """

    feedstock: dict[Name, Origin] = Field(min_length=1)
    destinations: dict[Name, Destination] = Field(min_length=1)
    factors: Literal["uk_2025"]
    materials: dict[Name, Material] = Field(min_length=1)
    evidence: EvidenceKind
    valid_on: CalendarDay | None = None
    baselines: dict[Id, Baseline] = Field(min_length=1)
