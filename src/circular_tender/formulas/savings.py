"""What a bid saves against a baseline: virgin material, waste, and the emissions of making materials.

They make a report. No criterion has these formulas, and nothing that they give earns points.
"""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, total

OURS = "circular-tender, own definition"


@formula(unit="mass", source=f"{OURS}: what no part accounts for is virgin, and goes to waste")
def left_of_product(mass: Exact, parts: Exact) -> Exact:
    """Return what of the mass of one piece is not restored, or not recovered, in any part: mass − Σ parts, in kg."""
    return mass - total(parts)


@formula(unit="mass", source="definition")
def mass_where(mass: Exact, holds: Exact) -> Exact:
    """Return the mass of the parts, or of the shares of parts, of which this holds: Σ mass × holds, in kg."""
    return total(mass * holds)


@formula(unit="number", source=f"{OURS}: a material without a row in the table of factors has the factor 0")
def has_factor(primary: Exact) -> Exact:
    """Return 1 for each part whose material has a factor, else 0."""
    return choose(primary, 0, lambda: 0, lambda: 1)


@formula(unit="mass", source=f"{OURS}: Σ m × factor; what is neither recycled nor reused counts as primary")
def material_emissions(  # noqa: PLR0913 -- what is multiplied
    mass: Exact, *, recycled: Exact, reused: Exact, primary: Exact, of_recycled: Exact, of_reused: Exact
) -> Exact:
    """Return what making the materials of one piece emits, in kg CO2-eq, from factors in kg CO2-eq per tonne.

    >>> from fractions import Fraction as F
    >>> from circular_tender.exact import Column
    >>> factors = {"primary": F(9000), "of_recycled": F(1000), "of_reused": F(9000)}
    >>> material_emissions.function(Column((F(2), F(1))), recycled=Column((F(1, 2), F(0))), reused=F(0), **factors)
    Fraction(19, 1)
    """
    other = 1 - recycled - reused
    return total(mass * (recycled * of_recycled + reused * of_reused + other * primary)) / 1000


@formula(unit="number", source=f"{OURS}: a longer life counts where it is proven, and a shorter one always")
def proven_life(life: Exact, counts: Exact) -> Exact:
    """Return a life as a multiple of the baseline's; one that is longer and not proven is 1.

    >>> from fractions import Fraction as F
    >>> proven_life.function(F(2), F(0)), proven_life.function(F(2), F(1)), proven_life.function(F(1, 2), F(0))
    (Fraction(1, 1), Fraction(2, 1), Fraction(1, 2))
    """
    return choose(life, 1, lambda: life, lambda: 1 + (life - 1) * counts)


@formula(unit="number", source=f"{OURS}: where not both state a lifetime, a piece stands for a piece")
def same_life() -> Exact:
    """Return 1."""
    return 1


@formula(
    unit="mass",
    source="definition: for the same years of service, mass ÷ X, its lifetime ÷ that of the baseline",
)
def for_same_service(mass: Exact, life: Exact) -> Exact:
    """Return the mass for as many years as a piece of the baseline serves: mass ÷ X, in kg."""
    return mass / life


@formula(unit="mass", source="definition")
def avoided(baseline: Exact, bid: Exact) -> Exact:
    """Return how much less the bid has than the baseline, in kg; below 0 where it has more."""
    return baseline - bid


@formula(unit="mass", source="definition")
def gained(bid: Exact, baseline: Exact) -> Exact:
    """Return how much more the bid has than the baseline, in kg; below 0 where it has less."""
    return bid - baseline


@formula(unit="mass", source=f"{OURS}: a claim without the proof that is asked for stands apart")
def only_claimed(claimed: Exact, proven: Exact) -> Exact:
    """Return what all claims come to beyond those that are proven, in kg."""
    return claimed - proven
