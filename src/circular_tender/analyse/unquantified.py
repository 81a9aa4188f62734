"""What enters no figure of a savings report, or only as the worst case, with its place."""

from collections.abc import Iterator, Mapping

from circular_tender.analyse.factors import UK_2025
from circular_tender.analyse.saved import Unquantified, Why
from circular_tender.bids import Part, Product
from circular_tender.exact import Quantity
from circular_tender.rules import pointer
from circular_tender.tender import BaselineProduct, Savings

_FACTORS: tuple[tuple[str, Why, int], ...] = (("recycled", "no_recycled_factor", 1), ("reused", "no_reused_factor", 2))


def of_product(said: Savings, product: Product, name: str, at: str) -> Iterator[Unquantified]:
    """Yield what of a bid's product at this pointer can't be quantified."""
    for position, part in enumerate(product.parts):
        here = f"{at}/parts/{position}"
        yield from _part(said, part, name, here)
        shares = part.feedstock.shares if part.feedstock else {}
        yield from _material(said, part.material_group, shares, (name, here, f"{here}/feedstock/shares"))
    known = [part.mass.value for part in product.parts if part.mass]
    if len(known) == len(product.parts) and sum(known) < product.mass.value:
        yield Unquantified("in_no_part", name, f"{at}/parts", product.id)


def of_baseline(said: Savings, products: Mapping[str, BaselineProduct], at: str) -> Iterator[Unquantified]:
    """Yield the materials of a baseline that have no factor."""
    for line, bought in products.items():
        for position, part in enumerate(bought.parts):
            here = at + pointer("products", line, "parts", position)
            yield from _material(said, part.material_group, part.feedstock, ("tender", here, f"{here}/feedstock"))


def _part(said: Savings, part: Part, name: str, at: str) -> Iterator[Unquantified]:
    if part.mass is None:
        yield Unquantified("no_mass", name, f"{at}/mass", part.id)
    if part.feedstock is None:
        yield Unquantified("no_feedstock", name, f"{at}/feedstock", part.id)
    if part.end_of_life is None:
        yield Unquantified("no_destination", name, f"{at}/end_of_life", part.id)
    for sort in part.feedstock.shares if part.feedstock else ():
        if sort not in said.feedstock:
            yield Unquantified("unknown_feedstock", name, f"{at}/feedstock/shares/{sort}", sort)
    for place in part.end_of_life.destinations if part.end_of_life else ():
        if place not in said.destinations:
            yield Unquantified("unknown_destination", name, f"{at}/end_of_life/destinations/{place}", place)


def _material(
    said: Savings, group: str | None, shares: Mapping[str, Quantity], places: tuple[str, str, str]
) -> Iterator[Unquantified]:
    """Yield that a material has no factor, or none for a share that is recycled or reused."""
    document, at, shares_at = places
    if group is None:
        yield Unquantified("no_group", document, f"{at}/material_group")
    elif group not in said.materials:
        yield Unquantified("no_factor", document, f"{at}/material_group", group)
    else:
        row = said.materials[group]
        for sort, why, column in _FACTORS:
            for name, share in shares.items():
                if said.feedstock.get(name) == sort and share.value and UK_2025[row][column] is None:
                    yield Unquantified(why, document, f"{shares_at}/{name}", row)
