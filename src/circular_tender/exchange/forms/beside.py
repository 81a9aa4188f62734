"""The sheets that tell more of each product or part, row by row: its material, its passport, its use, its impacts."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, get_args

from circular_tender.bids import RepairMark
from circular_tender.exchange.forms.asked import Asked, Blank, Cell, Column, Entry, Link, Sheet
from circular_tender.exchange.forms.explained import Explained
from circular_tender.indicators import EnvironmentalCost, MaterialPassport
from circular_tender.indicators.environmental_cost import UNITS
from circular_tender.tender import Cost, Leaf

PRODUCT, PART = "/products/*", "/products/*/parts/*"
PREPARED = {"products": 20, "parts": 200, "connections": 300, "evidence": 60}  # rows of an empty form
_NARROW, _MIDDLE = 14, 24
_Asked: TypeAlias = tuple[Column, Asked]


def of_parts(told: Explained) -> Iterator[Sheet]:
    """Yield the sheets that tell more of each part."""
    for key, of, table in (("end_of_life", "destinations", "destinations"), ("feedstock", "shares", "feedstock")):
        leaves = told.needing(key)
        shares = [_share(told, name, f"{PART}/{key}/{of}", f"{PART}/{key}") for name in told.names(leaves, table)]
        yield from _beside(told, key, "parts", leaves, shares)
    leaves = told.needing("passport")
    yield from _beside(told, "passport", "parts", leaves, _passport(told, leaves))
    leaves, claim = told.needing("hazardous"), f"{PART}/hazardous"
    shares = [_share(told, name, f"{claim}/substances", claim) for name in told.names(leaves, "limits")]
    yield from _beside(told, "hazardous", "parts", leaves, shares)


def more_of_products(told: Explained) -> Iterator[Sheet]:
    """Yield the sheets that tell more of each product as a whole."""
    for key, asked in (
        ("guarantee", [_cell(told, "form_term", f"{PRODUCT}/guarantee", "term", "refused")]),
        ("use", _use(told)),
        ("repairability", _marks(told)),
        ("impacts", _impacts(told)),
    ):
        yield from _beside(told, key, "products", told.needing(key), asked)


def _beside(
    told: Explained, key: str, table: str, leaves: list[Leaf | Cost], asked: Iterable[_Asked]
) -> Iterator[Sheet]:
    """Yield a sheet that tells more about each entry of a table, row by row, if a criterion needs it."""
    words = told.words
    if not leaves:
        return
    columns: tuple[Column, ...] = told.columns(("form_product", _MIDDLE))
    links: tuple[Cell, ...] = (Link(table, 0),)
    if table == "parts":
        columns, links = (*columns, *told.columns(("form_part", _MIDDLE))), (*links, Link(table, 1))
    explained = (*told.explained(leaves, key), words("form_beside", sheet=words(f"form_{table}")))
    base = PART if table == "parts" else PRODUCT
    every = [*asked, (Column(words("form_proof"), _MIDDLE), told.proof(f"{base}/{key}"))]
    yield Sheet(
        key,
        words(f"form_{key}"),
        explained,
        (*columns, *(column for column, _ in every)),
        ((*links, *(Entry(each) for _, each in every)),),
        base=base,
        beside=table,
        prepared=PREPARED[table],
    )


def _share(told: Explained, name: str, at: str, claim: str) -> _Asked:
    asked = Asked(f"{at}/{name}", "quantity", "absent", claim)
    return Column(told.words("form_share", name=name), _NARROW), asked


def _cell(told: Explained, heading: str, claim: str, key: str, blank: Blank = "absent") -> _Asked:
    """Return the column of a quantity."""
    return Column(told.words(heading), _MIDDLE), Asked(f"{claim}/{key}", "quantity", blank, claim)


def _passport(told: Explained, leaves: list[Leaf | Cost]) -> Iterator[_Asked]:
    """Yield the fields, each once; one that is not filled is null. What else counts, if it does."""
    claim = f"{PART}/passport"
    indicators = [leaf.indicator for leaf in leaves if isinstance(leaf.indicator, MaterialPassport)]
    for name in dict.fromkeys(name for indicator in indicators for name in _fields(indicator)):
        heading = Column(told.words("form_field", name=name), _MIDDLE)
        yield heading, Asked(f"{claim}/fields/{name}", "text", "null", claim)
    if granularities := told.names(leaves, "granularity"):
        words = told.worded((name, f"form_granularity_{name}") for name in granularities)
        heading = Column(told.words("form_granularity"), _MIDDLE)
        yield heading, Asked(f"{claim}/granularity", "word", "absent", claim, words=words)
    if any(indicator.upkeep for indicator in indicators):
        yield _cell(told, "form_kept", claim, "upkeep")


def _fields(indicator: MaterialPassport) -> Iterator[str]:
    yield from indicator.fields or ()
    for level in indicator.levels or ():
        yield from level.fields


def _use(told: Explained) -> Iterator[_Asked]:
    claim = f"{PRODUCT}/use"
    yield _cell(told, "form_lifetime", claim, "lifetime", "refused")
    utilities = [getattr(leaf.indicator, "utility", None) for leaf in told.needing("use")]
    if any(utility and utility.intensity for utility in utilities):
        everywhere = told.words.tender.reference_basket is None
        yield _cell(told, "form_intensity", claim, "intensity", "refused" if everywhere else "absent")


def _marks(told: Explained) -> Iterator[_Asked]:
    claim = f"{PRODUCT}/repairability"
    for mark in get_args(RepairMark):
        yield _cell(told, f"form_mark_{mark}", claim, f"marks/{mark}", "null")
    yield _cell(told, "form_printed", claim, "printed", "refused")


def _impacts(told: Explained) -> Iterator[_Asked]:
    """Yield the set of prices, the categories that are asked, each once, the sort of data, and what a study came to."""
    words, claim, leaves = told.words, f"{PRODUCT}/impacts", told.needing("impacts")
    units = {str(name): unit for name, unit in UNITS.items()}
    names = dict.fromkeys(leaf.indicator.prices for leaf in leaves if isinstance(leaf.indicator, EnvironmentalCost))
    sets = told.worded((name, f"set_{name}") for name in names)
    yield Column(words("form_set"), _MIDDLE), Asked(f"{claim}/set", "word", "refused", claim, words=sets)
    for name in told.names(leaves, "categories"):
        heading = words("form_impact", category=words(f"category_{name}"), unit=units[name])
        yield Column(heading, _NARROW), Asked(f"{claim}/amounts/{name}", "quantity", "absent", claim)
    data = told.worded((name, f"form_data_{name}") for name in ("specific", "generic"))
    yield Column(words("form_data"), _MIDDLE), Asked(f"{claim}/data", "word", "refused", claim, words=data)
    yield _cell(told, "form_declared_cost", claim, "declared_cost")
