"""From a digital product passport to a product, its sources and whatever is inconsistent in it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import cast, get_args

import attrs
from pydantic import ValidationError

from circular_tender.bids import Granularity, Product, Source, content_of, problems_of
from circular_tender.bids.built import plain_of
from circular_tender.bids.problems import findings_of
from circular_tender.errors import Doubts, InvalidDocuments, nearest, shown
from circular_tender.exchange.passports.declared import Scorecard, compare, evidence_checks, scorecard
from circular_tender.exchange.passports.envelope import Envelope, opened
from circular_tender.exchange.passports.fields import Figure, Reader, Spot
from circular_tender.exchange.passports.materials import Material, materials, slug
from circular_tender.rules import Json
from circular_tender.texts import LIMIT_BYTES, Collected, Origin, child, decoded, read_json

_NAME = "passport"


@attrs.frozen
class PassportReading:
    """What a digital product passport says, and what somebody should know before it is used.

    Whether its signature holds, and whether whoever signed it is who they say, was not looked at.
    """

    product: Product
    version: str
    granularity: Granularity | None
    findings: Doubts

    def __str__(self) -> str:
        return str(self.findings)


@attrs.frozen
class _Text:
    """A passport as a tree, where it came from, and the digest of its bytes."""

    tree: object
    origin: Origin
    sha256: str


def read_product_passport(
    source: Source,
    *,
    line: str,
    id: str | None = None,  # noqa: A002 -- the key of a product
    evidence: str | None = None,
) -> PassportReading:
    """Return the product that a UNTP digital product passport (0.3.0 to 0.6.1) describes, for a line of a bid.

    `source` is a path, the bytes of a JSON file, or a mapping: a credential, or a bare product passport. Numbers are
    read exactly as they are written. `id` is that of the product, by default made of its name; `evidence` is the id of
    the proof in the bid to which its claims point. `product.source.places` says where each value stands.

    What is missing or contradictory is told in `findings`, with its place, and nothing is repaired: what can't be true
    is left out. The signature of a credential is not checked: that is for the program that receives it.

    Raises `InvalidDocuments` with every problem of a passport that is not well-formed, or that tells no product or no
    weight.
    """
    text, reader = _read(source), Reader()
    tree = Spot(text.tree, "")
    if not isinstance(tree.value, dict):
        raise Collected(text.origin.name).stop("not-a-mapping", text.tree)
    envelope = opened(tree, reader)
    found = _Found.of(envelope, reader) if envelope else None
    if found and id is None and not found.slug:
        reader.refuse("passport-needs-id", child(found.envelope.product.at, "name"), shown(found.name))
    if reader.refused or found is None or found.weight is None:
        raise InvalidDocuments(problems_of(reader.refused, text.origin))
    plain = found.plain(found.slug if id is None else id, line, evidence, text.sha256)
    findings = Doubts(tuple(problems_of(reader.told, text.origin)))
    return PassportReading(_product(plain), found.envelope.version, found.granularity, findings)


@attrs.frozen
class _Found:
    """What was found in a passport."""

    envelope: Envelope
    name: str | None
    weight: Figure | None
    granularity: Granularity | None
    materials: tuple[Material, ...]
    card: Scorecard

    @classmethod
    def of(cls, envelope: Envelope, reader: Reader) -> "_Found":
        """Return what stands in a passport, with what is wrong in it noted."""
        name = reader.text(reader.member(envelope.product, "name"))
        weight = _weight(envelope.product, reader)
        granularity = _granularity(reader.member(envelope.passport, "granularityLevel"), reader)
        known = materials(envelope.passport, weight, reader)
        card = scorecard(envelope.passport, reader)
        compare(card, known, weight, reader)
        evidence_checks(envelope.passport, reader)
        return cls(envelope, name, weight, granularity, tuple(known), card)

    @property
    def slug(self) -> str:
        """The id that the product's name makes."""
        return slug(self.name or "")

    def plain(self, identity: str, line: str, evidence: str | None, digest: str) -> dict[str, Json]:
        """Return the product as a bid writes it."""
        if self.weight is None:
            raise ValueError(self)
        plain: dict[str, Json] = {
            "id": identity,
            "line": line,
            "mass": self.weight.quantity.text,
            "parts": [material.part(evidence, self.granularity) for material in self.materials],
            "source": {
                "id": self.envelope.id,
                "version": self.envelope.version,
                "sha256": digest,
                "places": self._places(),
            },
        }
        if self.card.circularity:
            plain["declared"] = {"untp_circularity": self.card.circularity.quantity.text}
        return plain

    def _places(self) -> dict[str, Json]:
        places: dict[str, Json] = {"/mass": self.weight.at} if self.weight else {}
        for number, material in enumerate(self.materials):
            at = f"/parts/{number}"
            places |= dict(material.places(at))
            if self.granularity:
                places[f"{at}/passport/granularity"] = child(self.envelope.passport.at, "granularityLevel")
        if self.card.circularity:
            places["/declared/untp_circularity"] = self.card.circularity.at
        return places


def _weight(product: Spot, reader: Reader) -> Figure | None:
    refused = len(reader.refused)
    dimensions = reader.mapping(reader.member(product, "dimensions"))
    weight = reader.mass(reader.member(dimensions, "weight"))
    if weight is None and len(reader.refused) == refused:
        reader.refuse("passport-without-weight", f"{product.at}/dimensions/weight", shown(None))
    elif weight is not None and weight.value == 0:
        reader.refuse("not-positive", weight.at, shown(weight.quantity.text))
        return None
    return weight


def _granularity(spot: Spot | None, reader: Reader) -> Granularity | None:
    word, words = reader.text(spot), get_args(Granularity)
    if spot is None or word is None:
        return None
    if word not in words:
        choices = {"choices": ", ".join(words), "slip": nearest(word, words)}
        reader.refuse("unknown-choice", spot.at, shown(word), **choices)
        return None
    return cast("Granularity", word)


def _read(source: Source) -> _Text:
    if isinstance(source, Mapping):
        plain = plain_of(source, _NAME)
        written = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
        return _Text(plain, Origin(_NAME), sha256(written.encode()).hexdigest())
    name, content = _NAME, source
    if not isinstance(content, bytes):
        name, content = Path(content).name, content_of(Path(content), _NAME, LIMIT_BYTES)
    text = decoded(name, content)
    return _Text(read_json(name, text), Origin(name, json=text), sha256(content).hexdigest())


def _product(plain: dict[str, Json]) -> Product:
    try:
        return Product.model_validate(plain)
    except ValidationError as error:
        raise InvalidDocuments(problems_of(findings_of(error, Product, plain), Origin("product"))) from None
