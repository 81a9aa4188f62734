"""What the form for bidders asks of products: what they are, their parts, and a sheet for each circular question."""

from collections.abc import Iterator, Sequence

from circular_tender.exchange.forms.asked import Asked, Cell, Column, Entry, Key, Sheet
from circular_tender.exchange.forms.beside import PART, PREPARED, PRODUCT, more_of_products, of_parts
from circular_tender.exchange.forms.explained import Explained
from circular_tender.indicators import claims
from circular_tender.indicators.disassembly import TABLES

_MIDDLE, _WIDE = 24, 40
_CONNECTIONS = f"{PART}/connections"
_DECLARED = ("material_circularity", "untp_circularity", "disassembly")


def of_products(told: Explained) -> Iterator[Sheet]:
    """Yield the sheets about products, where the tender measures any."""
    if any(claims(criterion.indicator).of_products for criterion in told.asked):
        yield _products(told)
        yield _parts(told)
        yield from _connections(told)
        yield from of_parts(told)
        yield from more_of_products(told)


def evidence(told: Explained) -> Sheet:
    """Return the sheet that lists the proofs."""
    words, at = told.words, "/evidence/*"
    headings = ("form_evidence_id", _MIDDLE), ("form_evidence_kind", _MIDDLE), ("form_evidence_title", _WIDE)
    columns = told.columns(
        *headings, ("form_issuer", _MIDDLE), ("form_valid_until", _MIDDLE), ("form_equivalent", _MIDDLE)
    )
    row: tuple[Cell, ...] = (
        Key(),
        Entry(Asked(f"{at}/kind", "word", "refused", words=told.kinds)),
        Entry(Asked(f"{at}/title", "text", "refused")),
        Entry(Asked(f"{at}/issuer")),
        Entry(Asked(f"{at}/valid_until", "day")),
        Entry(Asked(f"{at}/equivalent_to")),
    )
    explained: tuple[str, ...] = ()
    if words.tender.reference_date:
        explained = (words("reference_date", date=words.notation.day(words.tender.reference_date.day)),)
    title, prepared = words("form_evidence"), PREPARED["evidence"]
    return Sheet("evidence", title, explained, columns, (row,), base=at, prepared=prepared)


def _products(told: Explained) -> Sheet:
    words, tender = told.words, told.words.tender
    lines = tuple((line, line) for line in tender.lines)
    row: list[Cell] = [
        Entry(Asked(f"{PRODUCT}/id", "id", "refused")),
        Entry(Asked(f"{PRODUCT}/line", "word", "refused", words=lines)),
        Entry(Asked(f"{PRODUCT}/mass", "quantity", "refused")),
    ]
    columns = [*told.columns(("form_product", _MIDDLE), ("form_of_line", _MIDDLE), ("form_product_mass", _MIDDLE))]
    declared = f"{PRODUCT}/declared"
    for kind in dict.fromkeys(leaf.indicator.kind for leaf in told.leaves(*_DECLARED)):
        columns.append(Column(words(f"form_declared_{kind}"), _MIDDLE))
        row.append(Entry(Asked(f"{declared}/{kind}", "quantity", "absent", declared, "absent")))
    explained = [words("form_one_product")]
    if basket := words.basket():
        explained.append(words("form_basket", rows=basket))
    prepared = PREPARED["products"]
    title = words("form_products")
    return Sheet("products", title, tuple(explained), tuple(columns), (tuple(row),), base=PRODUCT, prepared=prepared)


def _parts(told: Explained) -> Sheet:
    """Return the bill of materials: with the groups of materials, and the proof of connections, where these count."""
    row: list[Cell] = [
        Key(of="products"),
        Entry(Asked(f"{PART}/id", "id", "refused")),
        Entry(Asked(f"{PART}/material")),
        Entry(Asked(f"{PART}/mass", "quantity", "null")),
    ]
    headings = ("form_product", _MIDDLE), ("form_part", _MIDDLE), ("form_material", _WIDE), ("form_part_mass", _MIDDLE)
    columns = [*told.columns(*headings)]
    leaves = told.leaves("material_circularity")
    if leaves:
        groups = tuple((name, name) for name in told.names(leaves, "efficiencies"))
        columns += told.columns(("form_material_group", _MIDDLE))
        row.append(Entry(Asked(f"{PART}/material_group", "word", words=groups)))
    if told.needing("connections"):
        columns += told.columns(("form_connections_proof", _MIDDLE))
        row.append(Entry(told.proof(_CONNECTIONS)))
    explained = (told.words("form_parts_how"), *told.explained(leaves, "parts"))
    title, prepared = told.words("form_parts"), PREPARED["parts"]
    return Sheet("parts", title, explained, tuple(columns), (tuple(row),), base=PART, prepared=prepared)


def _connections(told: Explained) -> Iterator[Sheet]:
    """Yield the table of load-bearing connections, of which a part has one or several."""
    words, leaves, at = told.words, told.needing("connections"), f"{_CONNECTIONS}/load_bearing/*"
    if leaves:
        cells = [_aspect(told, at, aspect, [name for name, _ in table.rows]) for aspect, table in TABLES.items()]
        row: tuple[Cell, ...] = (Key(of="products"), Key(of="parts", column=1), *map(Entry, cells))
        headings = ("form_product", _MIDDLE), ("form_part", _MIDDLE)
        aspects = ((f"form_{aspect}", _WIDE) for aspect in TABLES)
        explained = (*told.explained(leaves, "connections"), *told.disassembly(), words("form_connections_how"))
        title, prepared = words("form_connections"), PREPARED["connections"]
        columns = told.columns(*headings, *aspects)
        yield Sheet("connections", title, explained, columns, (row,), base=at, prepared=prepared)


def _aspect(told: Explained, at: str, aspect: str, names: Sequence[str]) -> Asked:
    keys = ((name, f"{aspect}_{name}") for name in names)
    words = told.worded((name, f"connection_{key}") for name, key in keys)
    return Asked(f"{at}/{aspect}", "word", "refused", _CONNECTIONS, words=words)
