"""What is known of the published price formulas: formulas.yaml, as it stands, and each as the tender that uses it."""

from functools import cached_property
from pathlib import Path
from textwrap import indent
from typing import Literal

from pydantic import Field, TypeAdapter

import circular_tender as ct
from circular_tender.bids import Entry
from circular_tender.scales import Scale
from circular_tender.tender import Leaf
from circular_tender.texts import read_yaml
from pages.markdown import said

FILE = Path(__file__).parent / "formulas.yaml"
WEIGHT = 40  # points that a price earns at most, in all that is shown

_TENDER = """\
schema: circular-tender/tender/1
reference: FORMULA-1
title: {en: A chair, nl: Een stoel}
buyer: {en: A buyer, nl: Een aanbestedende dienst}
currency: EUR
prices: {vat: excluded, lines: [{id: chair, unit: piece, quantity: 1}]}
award: {method: weighted_points, points: 40, on_rejection: keep, rounding: none, ties: []}
criteria:
"""
_CRITERION = """\
- id: price
  title: {en: Price, nl: Prijs}
  weight: 40
  indicator: {kind: price}
"""
_READ = {"passage": "", "abstract": "; only an abstract or a heading was read", "derived": ""}


class Source(Entry):
    """Where something stands: what it is called, and its address."""

    title: str
    at: str


class Known(Entry):
    """What is known, where it stands, and how that was read."""

    says: str
    sources: tuple[str, ...] = ()
    read: Literal["passage", "abstract", "derived"]


class Missing(Entry):
    """A published formula that is not in the catalogue, and why."""

    called: str
    says: str
    sources: tuple[str, ...]


class Other(Entry):
    """Another way to write the same formula."""

    says: str
    scale: str


class Edge(Entry):
    """Prices that are bid, of which the first is looked at."""

    says: str
    prices: tuple[str, ...]


class Three(Entry):
    """Two bids and a third, each as price and quality, of which the third reverses the two."""

    a: tuple[str, str]
    b: tuple[str, str]
    c: tuple[str, str]


class Formula(Entry):
    """A published price formula."""

    called: dict[str, str]
    known_as: tuple[str, ...]
    says: str
    plain: str
    scale: str
    also: tuple[Other, ...] = ()
    reversal: Three | None = None
    reversal_at_zero: Three | None = None
    extra: tuple[Edge, ...] = ()
    facts: tuple[Known, ...]

    @cached_property
    def tender(self) -> ct.Tender:
        """A tender of which the price is the one criterion."""
        return priced(self.scale)

    @property
    def used(self) -> Scale:
        """The scale as it was read."""
        ((_, leaf),) = self.tender.leaves
        return leaf_scale(leaf)


class Catalogue(Entry):
    """All of formulas.yaml."""

    entries: dict[str, Formula]
    missing: tuple[Missing, ...]
    law: tuple[Known, ...]
    sources: dict[str, Source] = Field(repr=False)


def leaf_scale(leaf: Leaf) -> Scale:
    """Return the scale of a criterion."""
    return leaf.scale


def written(scale: str) -> str:
    """Return the criterion of a price on a scale, as a tender writes it."""
    block = f"\n{indent(scale, '    ')}" if "\n" in scale else f" {scale}\n"
    return f"{_CRITERION}  scale:{block}"


def priced(scale: str) -> ct.Tender:
    """Return a tender of which the price on a scale is the one criterion."""
    return ct.read_tender((_TENDER + indent(written(scale), "  ")).encode())


def _read() -> Catalogue:
    plain, _ = read_yaml(FILE.name, FILE.read_text(encoding="utf-8"))
    return TypeAdapter(Catalogue).validate_python(plain)


CATALOGUE = _read()


def known(fact: Known) -> str:
    """Return what is known with where it stands."""
    if fact.read == "derived":
        return f"{fact.says} (Our own derivation.)"
    return f"{fact.says} ({cited(fact.sources)}{_READ[fact.read]}.)"


def cited(sources: tuple[str, ...]) -> str:
    """Return links to sources."""
    found = [CATALOGUE.sources[name] for name in sources]
    return "; ".join(f"[{said(source.title)}]({source.at})" for source in found)
