"""Material passport: how much of the mass is described, how completely, and how well verified."""

from typing import Literal

from pydantic import Field

from circular_tender.bids import Entry, EvidenceKind
from circular_tender.bids.fields import Name, Share
from circular_tender.formulas import circularity, price
from circular_tender.indicators.evidence import NONE, PARTS, REFUSED, in_force, kinds
from circular_tender.indicators.material import KNOWN, MASS, PIECES, WHOLE
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, Rows, apply


class MaterialPassport(Entry):
    """What a passport must tell, and what each kind of verification is worth."""

    kind: Literal["material_passport"]
    fields: tuple[Name, ...] = Field(min_length=1)
    verification: dict[EvidenceKind, Share] = Field(min_length=1)


def measure(indicator: MaterialPassport, at: str, *, dated: bool) -> Measure:
    """Return the rule: coverage by mass × completeness × verification, part by part, a ratio."""
    filled = apply(
        circularity.filled_fields,
        **{name: Fact("bid", f"{PARTS}/passport/fields/{name}", "presence") for name in indicator.fields},
    )
    worth = Rows("tender", f"{at}/verification/*", extra=((NONE, "0 %"), (REFUSED, "0 %")))
    verification: Expression = apply(price.row, table=worth, key=kinds(f"{PARTS}/passport"))
    if dated:
        verification = in_force(verification, f"{PARTS}/passport")
    measured = apply(
        circularity.passport_value,
        pieces=PIECES,
        mass=MASS,
        filled=filled,
        asked=apply(circularity.field_count, fields=Fact("tender", f"{at}/fields/*", "presence")),
        verification=verification,
        whole=WHOLE,
    )
    present = Fact("bid", f"{PARTS}/passport", "presence")
    covered = apply(circularity.covered_mass, pieces=PIECES, mass=MASS, present=present)
    with_passport = apply(circularity.coverage, part=covered, whole=WHOLE)
    return Measure("ratio", measured, (("mass_known", KNOWN), ("mass_with_passport", with_passport)))
