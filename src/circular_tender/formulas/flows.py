"""How much of a product comes from and goes back to a circle: the material circularity indicator, and UNTP's figure."""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, total, total_of_each

OURS = "circular-tender, own definition"
EMF = (
    "material circularity indicator (Ellen MacArthur Foundation, technical cycles 2015), as in Madaster, Circularity "
    "Indicator explained, 1.0, 25 February 2021"
)
BIOLOGICAL = f"{EMF}; biological terms of 2019, as in CircularEcoBIM, CircularityTool4Revit"
UNTP = "UN Transparency Protocol, digital product passport: 1 − (V + W) ÷ 2D"


@formula(unit="ratio", source="definition")
def sum_of_shares(**shares: Exact) -> Exact:
    """Return the sum of shares; 0 for none."""
    return sum(shares.values())


@formula(unit="", source=f"{OURS}: what has no proof that counts is not there")
def proven(claimed: Exact, counts: Exact) -> Exact:
    """Return what is claimed where its proof counts (1), else 0."""
    return claimed * counts


@formula(unit="ratio", source=f"{OURS}: energy is recovered of no more than what comes from sustained production")
def energy_share(energy: Exact, sustained: Exact, efficiency: Exact, carbon: Exact) -> Exact:
    """Return C_E = E_E × B_C × the share that energy is recovered of, which is cut at the sustained share.

    >>> from fractions import Fraction as F
    >>> energy_share.function(F(1, 2), F(1, 4), F(2, 5), F(1, 2))
    Fraction(1, 20)
    """
    return choose(energy, sustained, lambda: energy, lambda: sustained) * efficiency * carbon


@formula(unit="mass", source=BIOLOGICAL)
def restored(mass: Exact, recycled: Exact, reused: Exact, sustained: Exact) -> Exact:
    """Return M × (F_R + F_U + F_S), in kg: the feedstock that is not virgin."""
    return mass * (recycled + reused + sustained)


@formula(unit="mass", source=BIOLOGICAL)
def recovered(mass: Exact, to_recycling: Exact, to_reuse: Exact, composted: Exact, energy: Exact) -> Exact:
    """Return M × (C_R + C_U + C_C + C_E), in kg: what does not go to waste after use."""
    return mass * (to_recycling + to_reuse + composted + energy)


@formula(unit="mass", source=EMF)
def feedstock_loss(mass: Exact, recycled: Exact, efficiency: Exact) -> Exact:
    """Return W_F = M × F_R × (1 − E_F) ÷ E_F, in kg: the waste of making the recycled feedstock."""
    return mass * recycled * (1 - efficiency) / efficiency


@formula(unit="mass", source=EMF)
def recycling_loss(mass: Exact, to_recycling: Exact, efficiency: Exact) -> Exact:
    """Return W_C = M × C_R × (1 − E_C), in kg: the waste of recycling after use."""
    return mass * to_recycling * (1 - efficiency)


@formula(unit="", source="definition")
def of_each_product(values: Exact, parts: Exact, products: Exact) -> Exact:
    """Return for each product the sum over its parts."""
    return total_of_each(values, parts, products)


@formula(unit="mass", source="definition")
def remainder(mass: Exact, part: Exact) -> Exact:
    """Return the mass that is left: what is not restored is virgin, and what is not recovered goes to waste, in kg."""
    return mass - part


@formula(unit="mass", source=EMF)
def waste(unrecovered: Exact, feedstock_loss: Exact, recycling_loss: Exact) -> Exact:
    """Return W = W₀ + (W_F + W_C) ÷ 2, in kg."""
    return unrecovered + (feedstock_loss + recycling_loss) / 2


@formula(unit="ratio", source=EMF)
def linear_flow(mass: Exact, virgin: Exact, waste: Exact, feedstock_loss: Exact, recycling_loss: Exact) -> Exact:
    """Return LFI = (V + W) ÷ (2M + (W_F − W_C) ÷ 2); of what weighs nothing 0.

    >>> from fractions import Fraction as F
    >>> linear_flow.function(F(10), F(5), F(17, 6), F(5, 3), F(2))
    Fraction(47, 119)
    """
    weighs = choose(mass, 0, lambda: 1, lambda: mass)
    return (virgin + waste) / (2 * weighs + (feedstock_loss - recycling_loss) / 2)


@formula(unit="ratio", source=f"{OURS}: of what nothing is known, all is virgin and all goes to waste")
def wholly_linear() -> Exact:
    """Return LFI = 1."""
    return 1


@formula(unit="number", source=f"{EMF}; where the tender counts no lifetime, X = 1")
def average_utility() -> Exact:
    """Return X = 1."""
    return 1


@formula(unit="number", source=EMF)
def utility_of_lifetime(lifetime: Exact, average: Exact) -> Exact:
    """Return X = L ÷ L_av."""
    return lifetime / average


@formula(unit="number", source=EMF)
def utility_of_use(utility: Exact, intensity: Exact, usual: Exact) -> Exact:
    """Return X = (L ÷ L_av) × (U ÷ U_av)."""
    return utility * intensity / usual


@formula(unit="number", source="the tender: the most that a utility counts")
def utility_at_most(utility: Exact, most: Exact) -> Exact:
    """Return X where it is not above the most that counts, else that."""
    return choose(utility, most, lambda: utility, lambda: most)


@formula(unit="ratio", source=f"{EMF}; {OURS}: without a utility that is proven, 0")
def material_circularity(linear_flow: Exact, utility: Exact) -> Exact:
    """Return MCI = max(0, 1 − LFI × 0.9 ÷ X); 0 where X is 0.

    >>> from fractions import Fraction as F
    >>> material_circularity.function(F(47, 119), F(1)), material_circularity.function(F(1), F(1))
    (Fraction(767, 1190), Fraction(1, 10))
    """
    used = choose(utility, 0, lambda: 1, lambda: utility)
    return choose(utility, 0, lambda: 0, lambda: clamp(1 - 9 * linear_flow / (10 * used), 0, 1))


@formula(unit="ratio", source=f"{UNTP}; {OURS}: cut at 0, and without a utility that is proven 0")
def untp_circularity(recycled: Exact, recyclable: Exact, utility: Exact) -> Exact:
    """Return 1 − ((1 − recycled) + (1 − recyclable)) ÷ (2 × utility), not below 0.

    >>> from fractions import Fraction as F
    >>> untp_circularity.function(F(3, 10), F(1, 2), F(6, 5))
    Fraction(1, 2)
    """
    used = choose(utility, 0, lambda: 1, lambda: utility)
    return choose(utility, 0, lambda: 0, lambda: clamp(1 - (2 - recycled - recyclable) / (2 * used), 0, 1))


@formula(unit="ratio", source="definition")
def share_of_product(part: Exact, mass: Exact) -> Exact:
    """Return for each product the share of its mass."""
    return part / mass


@formula(unit="ratio", source="definition")
def mean_by_mass(pieces: Exact, mass: Exact, value: Exact, whole: Exact) -> Exact:
    """Return the mean over products by mass: Σ pieces × mass × value ÷ the whole mass."""
    return total(pieces * mass * value) / whole


@formula(unit="ratio", source="definition")
def sum_of_ratios(parts: Exact, rest: Exact) -> Exact:
    """Return what parts and the rest of the mass come to together."""
    return parts + rest
