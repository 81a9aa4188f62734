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
    masses: dict[str, Expression] = {
        name: apply(
            circularity.destined_mass,
            pieces=bill.pieces,
            mass=MASS,
            share=_share(claim, name, capped or {}),
            counts=proven,
        )
        for name in sorted(rows)
    }
    values: dict[str, Expression] = {name: Fact("tender", f"{at}/{table}/{name}") for name in masses}
    destined = apply(gathered, **masses)
    measured = apply(
        circularity.value_by_mass,
        destined=destined,
        value=apply(gathered, **values),
        otherwise=Fact("tender", f"{at}/{table}/{otherwise}"),
        mass=bill.whole,
    )
    covered = apply(circularity.coverage, part=apply(circularity.sum_of_masses, masses=destined), whole=bill.whole)
    return Measure("ratio", measured, (("mass_known", bill.known), ("mass_with_proof", covered)))


def _share(claim: str, name: str, capped: Mapping[str, Expression]) -> Expression:
    claimed = Fact("bid", f"{PARTS}/{claim}/{name}", absent="0 %")
    return apply(circularity.capped, share=claimed, counted=capped[name]) if name in capped else claimed
