"""Shares of a part's mass whose names the tender puts into classes, such as feedstock that is recycled."""

from collections.abc import Iterable

from circular_tender.formulas import flows
from circular_tender.indicators.evidence import PARTS
from circular_tender.rules import Expression, Fact, apply


def of_class(claim: str, names: Iterable[str], counts: Expression) -> Expression:
    """Return for each part the share of its mass under these names, such as those at `feedstock/shares`, if proven."""
    shares: dict[str, Expression] = {
        name: Fact("bid", f"{PARTS}/{claim}/{name}", absent="0 %") for name in sorted(names)
    }
    if not shares:
        return apply(flows.sum_of_shares)
    return apply(flows.proven, claimed=apply(flows.sum_of_shares, **shares), counts=counts)
