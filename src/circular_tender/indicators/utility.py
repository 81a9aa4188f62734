"""How long and how intensely a product is used against what is usual: what of it the tender fixes, and the rule."""

from pydantic import Field

from circular_tender.bids import Entry
from circular_tender.bids.fields import Id, Positive, PositiveTime
from circular_tender.formulas import flows, price
from circular_tender.indicators.evidence import Asked, counts
from circular_tender.indicators.measure import Basis
from circular_tender.rules import Expression, Fact, Rows, apply

_USE = "/products/*/use"


class Utility(Entry):
    """For each line of the price schedule how long a product usually lasts and, if that counts, how much it is used.

    A utility counts as `most`, if the tender says so, where it is above that: a long lifetime is easily claimed.
    """

    lifetime: dict[Id, PositiveTime] = Field(min_length=1)
    intensity: dict[Id, Positive] | None = Field(default=None, min_length=1)
    most: Positive | None = None


def rule(utility: Utility | None, at: str, asked: Asked, basis: Basis, per: str | None = None) -> Expression:
    """Return X, for each product or with `per` for each part; 0 where the use is not told and proven.

    A product that is not in the reference basket counts with no pieces, whatever its usual lifetime.
    """
    if utility is None:
        return apply(flows.average_utility)
    line = Fact("bid", "/products/*/line", "text", per=per)

    def usual(key: str, outside: str) -> Expression:
        told = getattr(utility, key)
        unmeasured = tuple((name, outside) for name in basis.unmeasured or () if name not in told)
        return apply(price.row, table=Rows("tender", f"{at}/{key}/*", extra=unmeasured), key=line)

    lifetime = apply(
        flows.proven,
        claimed=Fact("bid", f"{_USE}/lifetime", absent="0 years", per=per),
        counts=counts(asked, _USE, per),
    )
    used: Expression = apply(flows.utility_of_lifetime, lifetime=lifetime, average=usual("lifetime", "1 year"))
    if utility.intensity is not None:
        intensity = Fact("bid", f"{_USE}/intensity", absent="0", per=per)
        used = apply(flows.utility_of_use, utility=used, intensity=intensity, usual=usual("intensity", "1"))
    if utility.most is not None:
        used = apply(flows.utility_at_most, utility=used, most=Fact("tender", f"{at}/most"))
    return used
