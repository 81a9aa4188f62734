"""A product as its supplier describes it: parts, masses, what it is made of, where it goes, how it comes apart."""

from typing import Literal, TypeAlias

from pydantic import Field

from circular_tender.bids.document import Entry
from circular_tender.bids.fields import (
    Id,
    Mass,
    Name,
    Number,
    OutOf10,
    Positive,
    PositiveMass,
    PositiveTime,
    Share,
    Text,
    Time,
)

Granularity: TypeAlias = Literal["model", "batch", "item"]
#: How two parts are connected, who can reach it, what runs through it, and how it is enclosed: the categories of the
#: disassembly index (Losmaakbaarheidsindex 2.0).
ConnectionType: TypeAlias = Literal["dry", "added_elements", "direct_integral", "soft_chemical", "hard_chemical"]
Access: TypeAlias = Literal[
    "free", "extra_actions", "repairable_damage", "partly_repairable_damage", "irreparable_damage"
]
Intersections: TypeAlias = Literal["none", "occasional", "full"]
Edge: TypeAlias = Literal["open", "overlapping", "closed"]
#: What the French repairability index gives marks for.
RepairMark: TypeAlias = Literal[
    "documentation",
    "disassembly",
    "tools",
    "fasteners",
    "years_list_2",
    "years_list_1",
    "delivery_list_2",
    "delivery_list_1",
    "parts_price",
    "specific",
]


class EndOfLife(Entry):
    """Where a part goes when the product is done: shares of its mass by destination, and the proof of it."""

    destinations: dict[Name, Share]
    evidence: Id | None


class Passport(Entry):
    """What a part's material passport tells, and the proof of it; a field that is not filled is null.

    `granularity` is what one passport is about: a model, a batch or a single item. `upkeep` is for how long it is kept.
    """

    fields: dict[Name, Text | None]
    evidence: Id | None
    granularity: Granularity | None = None
    upkeep: Time | None = None


class Feedstock(Entry):
    """What a part is made of: shares of its mass by sort of feedstock, and the proof of it."""

    shares: dict[Name, Share]
    evidence: Id | None


class Connection(Entry):
    """One connection of a part, in the four respects that make it easy or hard to undo."""

    type: ConnectionType
    access: Access
    intersections: Intersections
    edge: Edge


class Connections(Entry):
    """The load-bearing connections of a part, of which the hardest to undo counts, and the proof of it."""

    load_bearing: tuple[Connection, ...] = Field(min_length=1)
    evidence: Id | None


class Hazardous(Entry):
    """Hazardous substances in a part: shares of its mass, and the proof; of one that is not named nothing is known."""

    substances: dict[Name, Share]
    evidence: Id | None


class Part(Entry):
    """A part: all pieces of it that one product holds.

    `material_group` is a row of the tables of materials in the tender.
    """

    id: Id
    material: Text | None = None
    material_group: Name | None = None
    mass: Mass | None
    end_of_life: EndOfLife | None = None
    passport: Passport | None = None
    feedstock: Feedstock | None = None
    connections: Connections | None = None
    hazardous: Hazardous | None = None


class Guarantee(Entry):
    """For how long the supplier guarantees that a product lasts, and the proof of it."""

    term: PositiveTime
    evidence: Id | None


class Use(Entry):
    """How long a product is used, how intensely (in the unit that the tender fixes), and the proof of it."""

    lifetime: PositiveTime
    intensity: Positive | None = None
    evidence: Id | None


class Repairability(Entry):
    """The card of the French repairability index: its marks out of 10, the index that it prints, and the proof."""

    marks: dict[RepairMark, OutOf10 | None]
    printed: OutOf10
    evidence: Id | None


class Impacts(Entry):
    """The environmental impacts of one piece, by category, in the units of the set of weights; and the proof of it.

    `data` says whether they are of this product or of its kind in general; `declared_cost` is the cost that the
    supplier's own study comes to.
    """

    set: Name
    amounts: dict[Name, Number]
    data: Literal["specific", "generic"]
    declared_cost: Number | None = None
    evidence: Id | None


class DeclaredCircularity(Entry):
    """Figures that the supplier states of the whole product; they are recomputed, and the difference is told."""

    material_circularity: Share | None = None
    untp_circularity: Share | None = None
    disassembly: Share | None = None


class PassportSource(Entry):
    """The digital product passport from which a product was read: its id, its version, and where values stand in it."""

    id: Text
    version: Text
    sha256: Text
    places: dict[str, str]


class Product(Entry):
    """What is delivered for one line of the price schedule; mass is that of one piece."""

    id: Id
    line: Id
    mass: PositiveMass
    parts: tuple[Part, ...]
    guarantee: Guarantee | None = None
    use: Use | None = None
    repairability: Repairability | None = None
    impacts: Impacts | None = None
    declared: DeclaredCircularity | None = None
    source: PassportSource | None = None
