"""Whether a bid claims in the words of the tender's tables, and says all of what a claim needs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from circular_tender.assess.judged import row, rows, unknown
from circular_tender.bids import Bid, Part, Product
from circular_tender.errors import Finding, shown
from circular_tender.indicators import (
    EN15804_A2,
    REFUSED,
    BiobasedContent,
    EnvironmentalCost,
    HazardousSubstances,
    Indicator,
    MaterialCircularity,
    MaterialPassport,
    RecycledContent,
    ResidualValue,
    ReuseAtEndOfLife,
    SpareParts,
    TakeBack,
    UntpCircularity,
)
from circular_tender.rules import Json, resolve
from circular_tender.tender import Tender

Parts: TypeAlias = Iterable[tuple[str, Part]]
Products: TypeAlias = Iterable[tuple[int, Product]]
_PLACES = 100  # of a year: of more no power is known exactly
_YEARS = 100  # after which a return value may be paid; powers of more would be numbers without end


def findings(  # noqa: C901, PLR0913, PLR0917 -- one a kind, and what each looks at
    tender: Tender, indicator: Indicator, parts: Parts, products: Products, bid: Bid, held: Json
) -> Iterator[Finding]:
    """Yield what a bid claims in other words than the tender's tables have; `held` is what it says after decisions.

    `parts` and `products` are those that are measured, with their pointers and positions.
    """
    match indicator:
        case ReuseAtEndOfLife(destinations=known):
            yield from _destinations([*known], parts)
        case RecycledContent(feedstock=known) | BiobasedContent(feedstock=known):
            yield from _feedstock([*known], parts)
        case MaterialCircularity(feedstock=sorts, destinations=destinations):
            parts = [*parts]
            yield from _feedstock([*sorts], parts)
            yield from _destinations([*destinations], parts)
            yield from _groups([*indicator.efficiencies], parts)
        case UntpCircularity(feedstock=sorts, destinations=destinations):
            parts = [*parts]
            yield from _feedstock([*sorts], parts)
            yield from _destinations([*destinations], parts)
        case MaterialPassport():
            yield from dict.fromkeys(_passports(indicator, parts, bid, held))
        case HazardousSubstances(limits=limits):
            for at, part in parts:
                named = part.hazardous.substances if part.hazardous else ()
                yield from rows("unknown-row", f"{at}/hazardous/substances", named, [*limits])
        case TakeBack():
            yield from _take_back(indicator, bid)
        case ResidualValue():
            yield from _return_values(tender.whole.lines, bid)
        case SpareParts(parts=asked):
            yield from rows("unknown-row", "/spare_parts", bid.spare_parts, _all_spare_parts(tender, asked))
        case EnvironmentalCost():
            yield from _impacts(indicator, products)
        case _:
            return


def untold(tender: Tender, indicator: Indicator, bid: Bid) -> Iterator[Finding]:
    """Yield what a claim lacks of what this indicator needs of it; that there is none, it must say."""
    match indicator:
        case MaterialCircularity(utility=utility) | UntpCircularity(utility=utility) if utility and utility.intensity:
            for number, product in enumerate(bid.products):
                if product.line in tender.measured_lines and product.use and product.use.intensity is None:
                    yield from _missing(("intensity",), (), f"/products/{number}/use")
        case TakeBack(form=form, reporting=reporting) if bid.take_back:
            asked = [key for key, table in (("form", form), ("reporting", reporting)) if table]
            given = [key for key in asked if getattr(bid.take_back, key) is not None]
            yield from _missing(asked, given, "/take_back")
        case ResidualValue() if bid.take_back:
            yield from _missing(tender.lines, bid.take_back.return_values, "/take_back/return_values")
        case SpareParts(parts=parts) if "spare_parts" in bid.model_fields_set:
            yield from _missing(parts, bid.spare_parts, "/spare_parts")
        case _:
            return


def _missing(asked: Iterable[str], given: Collection[str], at: str) -> Iterator[Finding]:
    for key in asked:
        if key not in given:
            yield Finding("answer-missing", f"{at}/{key}", shown(None), (("key", key),))


def _destinations(known: Sequence[str], parts: Parts) -> Iterator[Finding]:
    for at, part in parts:
        if part.end_of_life:
            here = f"{at}/end_of_life/destinations"
            yield from rows("unknown-destination", here, part.end_of_life.destinations, known)


def _feedstock(known: Sequence[str], parts: Parts) -> Iterator[Finding]:
    for at, part in parts:
        if part.feedstock:
            yield from rows("unknown-feedstock", f"{at}/feedstock/shares", part.feedstock.shares, known)


def _groups(known: Sequence[str], parts: Parts) -> Iterator[Finding]:
    for at, part in parts:
        if part.material_group and part.material_group not in known:
            yield row("unknown-row", f"{at}/material_group", part.material_group, known)


def _passports(indicator: MaterialPassport, parts: Parts, bid: Bid, held: Json) -> Iterator[Finding]:
    """Yield the passports of a granularity, or with a proof, that the tender's tables do not have.

    The kind of a proof is looked at as it is, or as it counts.
    """
    known, granularities = list(indicator.verification), list(indicator.granularity or ())
    for at, part in parts:
        if part.passport and (name := part.passport.evidence):
            own, kind = bid.evidence[name].kind, str(resolve(held, ("evidence", name, "kind")))
            if kind not in (*known, REFUSED):
                here = f"{at}/passport/evidence" if kind == own else f"/evidence/{name}/kind"
                yield row("unknown-row", here, kind, known)
        if granularities and part.passport and (fine := part.passport.granularity) and fine not in granularities:
            yield row("unknown-row", f"{at}/passport/granularity", fine, granularities)


def _take_back(indicator: TakeBack, bid: Bid) -> Iterator[Finding]:
    tables: tuple[tuple[str, Collection[str]], ...] = (
        ("cost", indicator.cost),
        ("guarantee", indicator.guarantee),
        ("form", indicator.form or ()),
        ("reporting", indicator.reporting or ()),
    )
    for key, table in tables if bid.take_back else ():
        said = getattr(bid.take_back, key)
        if table and said is not None and said not in table:
            yield row("unknown-row", f"/take_back/{key}", said, [*table])


def _return_values(lines: Sequence[str], bid: Bid) -> Iterator[Finding]:
    paid = bid.take_back.return_values if bid.take_back else {}
    yield from unknown("unknown-line", "/take_back/return_values", paid, lines)
    for line, value in paid.items():
        if value and (Fraction(_PLACES) * value.after.value).denominator != 1:
            yield Finding("term-not-hundredths", f"/take_back/return_values/{line}/after", shown(value.after.text))
        if value and value.after.value > _YEARS:
            most = (("most", str(_YEARS)),)
            yield Finding("term-too-long", f"/take_back/return_values/{line}/after", shown(value.after.text), most)


def _all_spare_parts(tender: Tender, asked: Iterable[str]) -> list[str]:
    """Return the spare parts that any criterion asks for, those of this one first."""
    every = (name for _, _, other in tender.whole.asked if isinstance(other, SpareParts) for name in other.parts)
    return [*dict.fromkeys([*asked, *every])]


def _impacts(indicator: EnvironmentalCost, products: Products) -> Iterator[Finding]:
    for number, product in products:
        if product.impacts is None:
            continue
        at = f"/products/{number}/impacts"
        if product.impacts.set != indicator.prices:
            data = (("expected", indicator.prices),)
            yield Finding("impacts-of-other-set", f"{at}/set", shown(product.impacts.set), data)
            continue
        yield from rows("unknown-row", f"{at}/amounts", product.impacts.amounts, [n for n, _ in EN15804_A2.rows])
        for category, amount in product.impacts.amounts.items():
            if amount.value < 0 and indicator.below_zero == "refused":
                yield Finding("impact-below-zero", f"{at}/amounts/{category}", shown(amount.text))
