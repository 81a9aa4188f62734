"""The materials of a passport, as the parts of a product."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from circular_tender.errors import shown
from circular_tender.exact import Column, NotExact, decimal_text, read
from circular_tender.exchange.passports.fields import Figure, Reader, Spot, computed, percent
from circular_tender.formulas import circularity
from circular_tender.rules import Json
from circular_tender.texts import child

_LONGEST = 64  # characters of an id


@attrs.frozen
class Material:
    """A material as the passport states it, and the id of the part that it becomes."""

    at: str
    id: str
    name: str | None
    fraction: Figure | None
    mass: Figure | None
    recycled: Figure | None
    told: tuple[tuple[str, str], ...]

    def part(self, evidence: str | None, granularity: str | None) -> Json:
        """Return the part of a bill of materials, as a bid writes it."""
        fields: dict[str, Json] = {
            "material": self.name,
            "mass": self.mass.quantity.text if self.mass else None,
            "recycled_content": self.recycled.quantity.text if self.recycled else None,
            **dict(self.told),
        }
        return {
            "id": self.id,
            "material": self.name,
            "mass": fields["mass"],
            "passport": {"fields": fields, "evidence": evidence, "granularity": granularity},
            "feedstock": _feedstock(self.recycled, evidence) if self.recycled else None,
        }

    def places(self, at: str) -> Iterator[tuple[str, str]]:
        """Yield for each value of the part where it stands in the passport."""
        if self.name:
            for own in ("material", "passport/fields/material"):
                yield f"{at}/{own}", f"{self.at}/name"
        if self.mass:
            for own in ("mass", "passport/fields/mass"):
                yield f"{at}/{own}", self.mass.at
        if self.recycled:
            for own in ("feedstock/shares/recycled", "feedstock/shares/virgin", "passport/fields/recycled_content"):
                yield f"{at}/{own}", self.recycled.at
        for name, _ in self.told:
            yield f"{at}/passport/fields/{name}", f"{self.at}/{_TOLD[name]}"


#: Fields of a part's passport that nothing else in a bid holds, and where a material tells them.
_TOLD = {
    "origin_country": "originCountry",
    "material_type": "materialType/name",
    "safety_information": "materialSafetyInformation/linkURL",
}


def _feedstock(recycled: Figure, evidence: str | None) -> Json:
    virgin = f"{percent(1 - recycled.value)} %"
    return {"shares": {"recycled": recycled.quantity.text, "virgin": virgin}, "evidence": evidence}


def materials(passport: Spot, weight: Figure | None, reader: Reader) -> list[Material]:
    """Return the materials of a passport; of masses that can't be true together none is read."""
    at = child(passport.at, "materialsProvenance")
    items = reader.items(reader.member(passport, "materialsProvenance"))
    if not items:
        reader.tell("passport-without-materials", at, shown(passport.members.get("materialsProvenance")))
    names = [_name(item, reader) for item in items]
    ids = _ids(items, names, reader)
    read_from = [_material(item, name, own, weight, reader) for item, name, own in zip(items, names, ids, strict=True)]
    _sum_of_fractions(at, read_from, reader)
    return read_from if weight is None else _not_heavier(read_from, weight, reader)


def _name(item: Spot, reader: Reader) -> str | None:
    name = reader.text(reader.member(item, "name"))
    if name is None:
        reader.tell("passport-material-without-name", child(item.at, "name"), shown(item.members.get("name")))
    return name


def _material(item: Spot, name: str | None, own: str, weight: Figure | None, reader: Reader) -> Material:
    fraction = reader.share(reader.member(item, "massFraction"))
    stated = reader.mass(reader.member(item, "mass", "massAmount"))
    _hazards(item, reader)
    return Material(
        item.at,
        own,
        name,
        fraction,
        _weighed(item, fraction, stated, weight, reader),
        reader.share(reader.member(item, "recycledMassFraction", "recycledAmount", "recycled")),
        tuple(_told(item, reader)),
    )


def _told(item: Spot, reader: Reader) -> Iterator[tuple[str, str]]:
    for field, path in _TOLD.items():
        name, _, inner = path.partition("/")
        value = reader.member(item, name)
        text = reader.text(reader.member(reader.mapping(value), inner) if inner else value)
        if text is not None:
            yield field, text


def _hazards(item: Spot, reader: Reader) -> None:
    at = child(item.at, "hazardous")
    if not reader.truth(reader.member(item, "hazardous")):
        return
    reader.tell("passport-hazardous", at, shown(True))  # noqa: FBT003 -- what was found
    if item.members.get("materialSafetyInformation") is None:
        reader.tell("passport-no-safety", child(item.at, "materialSafetyInformation"), shown(None))


def _weighed(
    item: Spot, fraction: Figure | None, stated: Figure | None, weight: Figure | None, reader: Reader
) -> Figure | None:
    """Return the mass of a material: as stated, or else its fraction of the weight; each is told where they differ."""
    if weight is None:
        return stated
    if stated is None:
        return _of_weight(item, fraction, weight, reader)
    if fraction is not None and not fraction.agrees(stated.value / weight.value):
        share = {"fraction": fraction.digits, "weight": weight.quantity.text}
        of_weight = decimal_text(fraction.value * weight.value)
        reader.tell("passport-mass-differs", stated.at, shown(stated.quantity.text), **share, computed=of_weight)
    return stated


def _of_weight(item: Spot, fraction: Figure | None, weight: Figure, reader: Reader) -> Figure | None:
    if fraction is None:
        reader.tell("passport-mass-missing", child(item.at, "mass"), shown(None))
        return None
    number, _, unit = weight.quantity.text.partition(" ")
    text = f"{decimal_text(fraction.value * read(number).value)} {unit}"
    try:
        quantity = read(text)
    except NotExact:
        reader.tell("passport-mass-long", fraction.at, shown(fraction.digits), weight=weight.quantity.text)
        return None
    reader.tell("passport-mass-computed", fraction.at, shown(fraction.digits), weight=weight.quantity.text, mass=text)
    return Figure(fraction.digits, quantity, fraction.at)


def _sum_of_fractions(at: str, known: Sequence[Material], reader: Reader) -> None:
    fractions = [material.fraction.value for material in known if material.fraction]
    whole = percent(sum(fractions, Fraction(0)))
    if fractions and sum(fractions) < 1:
        reader.tell("passport-fractions-below", at, f"{whole} %", sum=whole)
    elif fractions and sum(fractions) > 1:
        reader.tell("passport-fractions-above", at, f"{whole} %", sum=whole)


def _not_heavier(known: list[Material], weight: Figure, reader: Reader) -> list[Material]:
    masses = Column(material.mass.value for material in known if material.mass)
    whole = computed(circularity.sum_of_masses, masses=masses)
    if whole <= weight.value:
        return known
    sum_and_mass = {"sum": decimal_text(whole), "mass": decimal_text(weight.value)}
    reader.tell("passport-parts-heavier", weight.at, shown(weight.quantity.text), **sum_and_mass)
    return [attrs.evolve(material, mass=None) for material in known]


def _ids(items: Sequence[Spot], names: Sequence[str | None], reader: Reader) -> list[str]:
    """Return an id for each material, made of its name; a name that stands twice is told."""
    ids = list(_unique(slug(name or "") or f"material-{number}" for number, name in enumerate(names, 1)))
    first: dict[str, tuple[str, str]] = {}
    for item, name, own in zip(items, names, ids, strict=True):
        if name is None:
            continue
        key = " ".join(name.casefold().split())
        if key in first:
            parts = {"first": first[key][0], "part": own, "other": first[key][1]}
            reader.tell("passport-material-twice", child(item.at, "name"), shown(name), **parts)
        first.setdefault(key, (child(item.at, "name"), own))
    return ids


def _unique(wished: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    counted: dict[str, int] = {}
    for wish in wished:
        own = wish
        while own in taken:
            counted[wish] = counted.get(wish, 1) + 1
            suffix = f"-{counted[wish]}"
            own = wish[: _LONGEST - len(suffix)] + suffix
        taken.add(own)
        yield own


def slug(name: str) -> str:
    """Return the id that a name makes: its letters and digits of ASCII, without accents.

    >>> slug("Recycled steel (S235JR), Düsseldorf")
    'recycled-steel-s235jr-dusseldorf'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
