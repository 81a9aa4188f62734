"""What a passport is around its product: which version, whose id, from when until when."""

import re
from typing import cast

import attrs
from pydantic_core import PydanticCustomError

from circular_tender.bids.leaves import instant
from circular_tender.bids.values import Instant
from circular_tender.errors import shown
from circular_tender.exchange.passports.fields import Reader, Spot
from circular_tender.texts import child

FIRST, LAST = (0, 3, 0), (0, 6, 1)  # of the versions that are read
UNKNOWN = "unknown"
_CONTEXT = re.compile(r"/untp/dpp/([0-9A-Za-z][0-9A-Za-z.-]{0,31})/?$")
_RELEASE = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})\.([0-9]{1,4})")


@attrs.frozen
class Envelope:
    """The id and the version of a passport, what it says of the product, and the product itself.

    Up to 0.3 the passport and the product are one mapping.
    """

    id: str
    version: str
    passport: Spot
    product: Spot


def opened(tree: Spot, reader: Reader) -> Envelope | None:
    """Return what a credential, or a bare product passport, is about; None where it describes no product."""
    version = _version(tree, reader)
    subject = reader.member(tree, "credentialSubject")
    if subject is None and _is_packed(tree):
        reader.refuse("passport-packed", child(tree.at, "id"), shown(tree.members["id"]))
        return None
    _validity(tree, reader)
    passport = reader.mapping(subject) if subject else tree
    if passport is None:
        return None
    told = _product(passport)
    if told is None:
        reader.refuse("passport-without-product", passport.at, shown(passport.value))
    product = reader.mapping(told)
    if product is None:
        return None
    return Envelope(_id(tree, passport, product, reader), version, passport, product)


def _product(passport: Spot) -> Spot | None:
    if passport.members.get("product") is not None:
        return Spot(passport.members["product"], child(passport.at, "product"))
    return passport if "dimensions" in passport.members or "materialsProvenance" in passport.members else None


def _is_packed(tree: Spot) -> bool:
    """Tell whether this is a credential packed as a token, which stands in its id."""
    return str(tree.members.get("id")).startswith("data:")


def _id(tree: Spot, passport: Spot, product: Spot, reader: Reader) -> str:
    nested = {spot.at: spot for spot in (tree, passport, product)}  # of which two may be one
    texts = [reader.text(reader.member(spot, "id")) for spot in nested.values()]
    known = next(filter(None, texts), None)
    if known is None:
        reader.tell("passport-without-id", child(tree.at, "id"), shown(None))
    return known or UNKNOWN


def _version(tree: Spot, reader: Reader) -> str:
    """Return the version that the context of a passport names."""
    at, context = child(tree.at, "@context"), tree.members.get("@context")
    names = cast("list[object]", context) if isinstance(context, list) else [context]
    found = [match[1] for name in names if isinstance(name, str) and (match := _CONTEXT.search(name))]
    release = _RELEASE.fullmatch(found[0]) if found else None
    if release is None:
        reader.tell("passport-without-version", at, shown(found[0] if found else None))
    elif not FIRST <= tuple(map(int, release.groups())) <= LAST:
        first, last = (".".join(map(str, version)) for version in (FIRST, LAST))
        reader.refuse("passport-version", at, shown(found[0]), first=first, last=last)
    return found[0] if found else UNKNOWN


def _validity(tree: Spot, reader: Reader) -> None:
    begins, ends = (_moment(reader.member(tree, name), reader) for name in ("validFrom", "validUntil"))
    if begins and ends and ends.moment < begins.moment:
        reader.tell("passport-validity", child(tree.at, "validUntil"), shown(ends.text), begins=begins.text)


def _moment(spot: Spot | None, reader: Reader) -> Instant | None:
    if spot is None or (text := reader.text(spot)) is None:
        return None
    try:
        return instant(text)
    except PydanticCustomError as slip:
        reader.tell(slip.type, spot.at, shown(text))
        return None
