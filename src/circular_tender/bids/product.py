"""A product as its supplier describes it: parts, masses, where they go at the end of life, and their passports."""

from circular_tender.bids.document import Entry
from circular_tender.bids.fields import Id, Mass, Name, PositiveMass, PositiveTime, Share, Text


class EndOfLife(Entry):
    """Where a part goes when the product is done: shares of its mass by destination, and the proof of it."""

    destinations: dict[Name, Share]
    evidence: Id | None


class Passport(Entry):
    """What a part's material passport tells, and the proof of it; a field that is not filled is null."""

    fields: dict[Name, Text | None]
    evidence: Id | None


class Feedstock(Entry):
    """What a part is made of: shares of its mass by sort of feedstock, and the proof of it."""

    shares: dict[Name, Share]
    evidence: Id | None


class Part(Entry):
    """A part: all pieces of it that one product holds."""

    id: Id
    material: Text | None = None
    mass: Mass | None
    end_of_life: EndOfLife | None
    passport: Passport | None
    feedstock: Feedstock | None = None


class Guarantee(Entry):
    """For how long the supplier guarantees that a product lasts, and the proof of it."""

    term: PositiveTime
    evidence: Id | None


class Product(Entry):
    """What is delivered for one line of the price schedule; mass is that of one piece."""

    id: Id
    line: Id
    mass: PositiveMass
    parts: tuple[Part, ...]
    guarantee: Guarantee | None = None
