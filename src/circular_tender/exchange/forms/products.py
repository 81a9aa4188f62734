"""What the form for bidders asks of products: what they are, their parts, and a sheet for each circular question."""

from collections.abc import Iterator

from circular_tender.exchange.forms.asked import Asked, Cell, Column, Entry, Key, Link, Sheet
from circular_tender.exchange.forms.explained import Explained

_NARROW, _MIDDLE, _WIDE = 14, 24, 40
_PRODUCT, _PART = "/products/*", "/products/*/parts/*"
_PREPARED = {"products": 20, "parts": 200, "evidence": 60}  # rows of an empty form; more are read if there are more
_MEASURED = ("reuse_at_end_of_life", "recycled_content", "material_passport", "guaranteed_lifetime")


def of_products(told: Explained) -> Iterator[Sheet]:
    """Yield the sheets about products, where the tender measures any."""
    if not any(told.leaves(kind) for kind in _MEASURED):
        return
    yield _products(told)
    yield _parts(told)
    yield from _shares(told, "end_of_life", "reuse_at_end_of_life", "destinations")
    yield from _shares(told, "feedstock", "recycled_content", "shares")
    yield from _passports(told)
    yield from _guarantees(told)


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
    title, prepared = words("form_evidence"), _PREPARED["evidence"]
    return Sheet("evidence", title, explained, columns, (row,), base=at, prepared=prepared)


def _products(told: Explained) -> Sheet:
    lines = tuple((line, line) for line in told.words.tender.lines)
    row: tuple[Cell, ...] = (
        Entry(Asked(f"{_PRODUCT}/id", "id", "refused")),
        Entry(Asked(f"{_PRODUCT}/line", "word", "refused", words=lines)),
        Entry(Asked(f"{_PRODUCT}/mass", "quantity", "refused")),
    )
    columns = told.columns(("form_product", _MIDDLE), ("form_of_line", _MIDDLE), ("form_product_mass", _MIDDLE))
    title, explained = told.words("form_products"), (told.words("form_one_product"),)
    return Sheet("products", title, explained, columns, (row,), base=_PRODUCT, prepared=_PREPARED["products"])


def _parts(told: Explained) -> Sheet:
    row: tuple[Cell, ...] = (
        Key(of="products"),
        Entry(Asked(f"{_PART}/id", "id", "refused")),
        Entry(Asked(f"{_PART}/material")),
        Entry(Asked(f"{_PART}/mass", "quantity", "null")),
    )
    headings = ("form_product", _MIDDLE), ("form_part", _MIDDLE), ("form_material", _WIDE), ("form_part_mass", _MIDDLE)
    title, explained = told.words("form_parts"), (told.words("form_parts_how"),)
    prepared = _PREPARED["parts"]
    return Sheet("parts", title, explained, told.columns(*headings), (row,), base=_PART, prepared=prepared)


def _beside(told: Explained, key: str, kind: str, table: str, asked: list[tuple[Column, Asked]]) -> Sheet:
    """Return a sheet that tells more about each entry of a table, row by row."""
    words = told.words
    columns: tuple[Column, ...] = told.columns(("form_product", _MIDDLE))
    links: tuple[Cell, ...] = (Link(table, 0),)
    if table == "parts":
        columns, links = (*columns, *told.columns(("form_part", _MIDDLE))), (*links, Link(table, 1))
    explained = (*told.explained(told.leaves(kind)), words("form_beside", sheet=words(f"form_{table}")))
    row = (*links, *(Entry(each) for _, each in asked))
    base, prepared = (_PART if table == "parts" else _PRODUCT), _PREPARED[table]
    return Sheet(
        key,
        words(f"form_{key}"),
        explained,
        (*columns, *(column for column, _ in asked)),
        (row,),
        base=base,
        beside=table,
        prepared=prepared,
    )


def _shares(told: Explained, key: str, kind: str, table: str) -> Iterator[Sheet]:
    leaves = told.leaves(kind)
    if leaves:
        claim = f"{_PART}/{key}"
        names = told.names(leaves, "destinations" if key == "end_of_life" else "feedstock")
        shares = [_column(told, "form_share", name, f"{claim}/{table}/{name}", claim) for name in names]
        yield _beside(told, key, kind, "parts", [*shares, _proof(told, claim)])


def _column(told: Explained, heading: str, name: str, at: str, claim: str) -> tuple[Column, Asked]:
    """Return the column of a share or of a field of a passport; a field that is not filled is null."""
    share = heading == "form_share"
    asked = Asked(at, "quantity", "absent", claim) if share else Asked(at, "text", "null", claim)
    return Column(told.words(heading, name=name), _NARROW if share else _MIDDLE), asked


def _proof(told: Explained, claim: str) -> tuple[Column, Asked]:
    return Column(told.words("form_proof"), _MIDDLE), told.proof(claim)


def _passports(told: Explained) -> Iterator[Sheet]:
    leaves = told.leaves("material_passport")
    if leaves:
        claim = f"{_PART}/passport"
        names = told.names(leaves, "fields")
        fields = [_column(told, "form_field", name, f"{claim}/fields/{name}", claim) for name in names]
        yield _beside(told, "passport", "material_passport", "parts", [*fields, _proof(told, claim)])


def _guarantees(told: Explained) -> Iterator[Sheet]:
    if told.leaves("guaranteed_lifetime"):
        claim = f"{_PRODUCT}/guarantee"
        term = Column(told.words("form_term"), _MIDDLE), Asked(f"{claim}/term", "quantity", "refused", claim)
        yield _beside(told, "guarantee", "guaranteed_lifetime", "products", [term, _proof(told, claim)])
