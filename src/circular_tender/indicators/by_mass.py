"""Claims about shares of each part's mass, each worth what the tender says; without proof it is `otherwise`."""

from collections.abc import Iterable, Mapping

from circular_tender.formulas import circularity
from circular_tender.indicators.evidence import PARTS, Asked, counts
from circular_tender.indicators.material import MASS, Bill
from circular_tender.indicators.measure import Measure
from circular_tender.rules import Expression, Fact, apply, gathered


def measure(  # noqa: PLR0913 -- what differs between the indicators by mass
    bill: Bill,
    claim: str,
    worth: tuple[str, Iterable[str]],
    asked: Asked,
    *,
    otherwise: str,
    capped: Mapping[str, Expression] | None = None,
) -> Measure:
    """Return the rule: Σ mass × share × worth ÷ Σ mass, a ratio.

    `claim` is where a part states its shares, such as `end_of_life/destinations`; `worth` are the name and the rows of
    the table beside the proof that is asked for in the tender, which says what each is worth. `capped` are the rows of
    which not all that is claimed counts, each with the part that does.
    """
    table, rows = worth
    at = asked.at.removesuffix("/evidence")
    proven = counts(asked, f"{PARTS}/{claim.partition('/')[0]}")
    claimed = {name: Fact("bid", f"{PARTS}/{claim}/{name}", absent="0 %") for name in sorted(rows)}
    shares: dict[str, Expression] = {
        name: apply(circularity.capped, share=share, counted=capped[name]) if capped and name in capped else share
        for name, share in claimed.items()
    }
    destined = _masses(bill, shares, proven)
    values: dict[str, Expression] = {name: Fact("tender", f"{at}/{table}/{name}") for name in claimed}
    measured = apply(
        circularity.value_by_mass,
        destined=destined,
        value=apply(gathered, **values),
        otherwise=Fact("tender", f"{at}/{table}/{otherwise}"),
        mass=bill.whole,
    )
    of_all = apply(circularity.sum_of_masses, masses=_masses(bill, claimed, proven))
    covered = apply(circularity.coverage, part=of_all, whole=bill.whole)
    return Measure("ratio", measured, (("mass_known", bill.known), ("mass_with_proof", covered)))


def _masses(bill: Bill, shares: Mapping[str, Expression], proven: Expression) -> Expression:
    """Return the proven mass of each row, in kg."""
    masses: dict[str, Expression] = {
        name: apply(circularity.destined_mass, pieces=bill.pieces, mass=MASS, share=share, counts=proven)
        for name, share in shares.items()
    }
    return apply(gathered, **masses)
