"""Material passport: how much of the mass is described, how completely, how finely, and how well verified."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind, Granularity
from circular_tender.bids.fields import CalendarDay, Name, PositiveTime, Share
from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import NONE, PARTS, REFUSED, day_of, in_force, kinds
from circular_tender.indicators.material import MASS, Bill
from circular_tender.indicators.measure import Basis, Measure
from circular_tender.rules import Expression, Fact, Rows, apply

_PASSPORT = f"{PARTS}/passport"


class PassportLevel(Entry):
    """A level: the fields that it asks for beside those below, and what a part is worth that reaches it."""

    fields: tuple[Name, ...] = Field(min_length=1)
    worth: Share


class MaterialPassport(Entry):
    """What a passport must tell: fields that each count the same, or levels of which each stands on those below.

    `verification` is what each kind of proof is worth, `granularity` what a passport of a model, a batch or an item is,
    `upkeep` for how long it must be kept. Below `coverage` by
    mass nothing counts; a passport that is worth nothing does not cover a part.
    """

    kind: Literal["material_passport"]
    fields: tuple[Name, ...] | None = Field(default=None, min_length=1)
    levels: tuple[PassportLevel, ...] | None = Field(default=None, min_length=1)
    verification: dict[EvidenceKind, Share] = Field(min_length=1)
    granularity: dict[Granularity, Share] | None = Field(default=None, min_length=1)
    upkeep: PositiveTime | None = None
    coverage: Share | None = None
    valid_on: CalendarDay | None = None


def measure(indicator: MaterialPassport, at: str, basis: Basis) -> Measure:
    """Return the rule: coverage by mass × completeness × verification, part by part, a ratio."""
    bill = Bill.of(basis)
    told = _levels(indicator, at) if indicator.levels else _fields(indicator.fields or (), f"{at}/fields")
    worth: dict[str, Expression] = {"completeness": told, "verification": _worth(indicator, at, basis)}
    measured: Expression = apply(circularity.passport_value, pieces=bill.pieces, mass=MASS, **worth, whole=bill.whole)
    with_passport = bill.covered(Fact("bid", _PASSPORT, "presence"))
    if indicator.coverage:
        least, covered = Fact("tender", f"{at}/coverage"), bill.covered(apply(circularity.worth_something, **worth))
        measured = apply(circularity.with_coverage, value=measured, covered=covered, least_coverage=least)
    return Measure("ratio", measured, (("mass_known", bill.known), ("mass_with_passport", with_passport)))


def _filled(names: tuple[str, ...]) -> Expression:
    fields: dict[str, Expression] = {name: Fact("bid", f"{_PASSPORT}/fields/{name}", "presence") for name in names}
    return apply(circularity.filled_fields, **fields)


def _asked(at: str) -> Expression:
    return apply(circularity.field_count, fields=Fact("tender", f"{at}/*", "presence"))


def _fields(names: tuple[str, ...], at: str) -> Expression:
    return apply(circularity.completeness, filled=_filled(names), asked=_asked(at))


def _levels(indicator: MaterialPassport, at: str) -> Expression:
    """Return what each part is worth by the highest level that it reaches."""
    reached: Expression = Fact("bid", _PASSPORT, "presence")
    worth: Expression | None = None
    for number, level in enumerate(indicator.levels or ()):
        here, own = f"{at}/levels/{number}", Fact("tender", f"{at}/levels/{number}/worth")
        filled, asked = _filled(level.fields), _asked(f"{here}/fields")
        reached = apply(circularity.level_reached, below=reached, filled=filled, asked=asked)
        if worth is None:
            worth = apply(circularity.first_level_worth, reached=reached, worth=own)
        else:
            below = Fact("tender", f"{at}/levels/{number - 1}/worth")
            worth = apply(circularity.level_worth, below=worth, reached=reached, worth=own, worth_below=below)
    if worth is None:
        raise ValueError(indicator)
    return worth


def _worth(indicator: MaterialPassport, at: str, basis: Basis) -> Expression:
    """Return what the passport of each part is worth by its proof, its granularity and its upkeep."""
    table = Rows("tender", f"{at}/verification/*", extra=((NONE, "0 %"), (REFUSED, "0 %")))
    worth: Expression = apply(price.row, table=table, key=kinds(_PASSPORT))
    if day := day_of(indicator.valid_on, at, basis):
        worth = in_force(worth, _PASSPORT, day)
    if indicator.granularity:
        table = Rows("tender", f"{at}/granularity/*", extra=((NONE, "0 %"),))
        own = Fact("bid", f"{_PASSPORT}/granularity", "text", absent=NONE)
        worth = apply(circularity.also, value=worth, factor=apply(price.row, table=table, key=own))
    if indicator.upkeep:
        kept = Fact("bid", f"{_PASSPORT}/upkeep", absent="0 years")
        part = apply(circularity.part_of_term, term=kept, asked=Fact("tender", f"{at}/upkeep"))
        worth = apply(circularity.also, value=worth, factor=part)
    return worth
