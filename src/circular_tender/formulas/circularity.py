"""How circular a product is, measured from its bill of materials.

The definitions are this project's own; no official table stands behind them.
"""

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, greatest, least, total

OURS = "circular-tender, own definition"


@formula(unit="mass", source="definition")
def total_mass(pieces: Exact, mass: Exact) -> Exact:
    """Return Σ pieces × mass, in kg."""
    return total(pieces * mass)


@formula(unit="number", source=f"{OURS}: proof counts from the kind that the tender asks for upwards")
def counts(asked: Exact, shown: Exact) -> Exact:
    """Return 1 where the kind of proof shown is at least the kind asked for, else 0."""
    return choose(asked, shown, lambda: 1, lambda: 0)


@formula(unit="number", source="definition: a proof that has expired on the tender's reference date proves nothing")
def in_force(on: Exact, until: Exact) -> Exact:
    """Return 1 where a proof is valid until the reference date at least, else 0."""
    return choose(on, until, lambda: 1, lambda: 0)


@formula(unit="", source=f"{OURS}: proof counts while it is in force")
def dated(proof: Exact, in_force: Exact) -> Exact:
    """Return what a proof counts where it is in force (1), else 0."""
    return proof * in_force


@formula(unit="mass", source="definition")
def part_mass(mass: Exact, share: Exact) -> Exact:
    """Return mass × share for each part, in kg."""
    return mass * share


@formula(unit="mass", source=OURS)
def destined_mass(pieces: Exact, mass: Exact, share: Exact, counts: Exact) -> Exact:
    """Return the mass that has the proof asked for, Σ pieces × mass × share × counts, in kg, for one destination."""
    return total(pieces * mass * share * counts)


@formula(
    unit="ratio", source=f"{OURS}: what has no proof, and what has no known mass, counts as the tender's `otherwise`"
)
def value_by_mass(destined: Exact, value: Exact, otherwise: Exact, mass: Exact) -> Exact:
    """Return the mean value of destinations or feedstocks by mass: Σ mass of each × value, the rest at `otherwise`."""
    return (total(destined * value) + (mass - total(destined)) * otherwise) / mass


@formula(unit="claimed", source=f"{OURS}: what is not answered or not proven counts as the tender's `otherwise`")
def told(holds: Exact, claimed: Exact, otherwise: Exact) -> Exact:
    """Return what is claimed where it holds (1), else `otherwise`."""
    return choose(1, holds, lambda: claimed, lambda: otherwise)


@formula(unit="", source="definition")
def lowest_of_products(values: Exact) -> Exact:
    """Return the lowest of the products' values."""
    return least(values)


@formula(unit="values", source="definition")
def mean_by_pieces(pieces: Exact, values: Exact) -> Exact:
    """Return the mean of the products' values, each as often as it is asked for: Σ pieces × value ÷ Σ pieces."""
    return total(pieces * values) / total(pieces)


@formula(unit="", source=f"{OURS}: what is not in the reference basket is not measured")
def in_basket(values: Exact, pieces: Exact) -> Exact:
    """Return the values of the products in the basket; another has the greatest of all, so that it is not the least."""
    return choose(pieces, 0, lambda: greatest(values), lambda: values)


@formula(unit="ratio", source="definition")
def coverage(part: Exact, whole: Exact) -> Exact:
    """Return the part of the mass about which something is known."""
    return part / whole


@formula(unit="mass", source="definition")
def sum_of_masses(masses: Exact) -> Exact:
    """Return the sum of masses, in kg."""
    return total(masses)


@formula(unit="mass", source="definition")
def covered_mass(pieces: Exact, mass: Exact, present: Exact) -> Exact:
    """Return the mass of the parts that have something, Σ pieces × mass × present, in kg."""
    return total(pieces * mass * present)


@formula(unit="number", source="definition")
def filled_fields(**fields: Exact) -> Exact:
    """Return how many of the fields asked for are filled, for each part."""
    return sum(fields.values())


@formula(unit="number", source="definition")
def field_count(fields: Exact) -> Exact:
    """Return how many fields the tender asks for, from a column with a 1 for each."""
    return total(fields)


@formula(unit="ratio", source="definition")
def completeness(filled: Exact, asked: Exact) -> Exact:
    """Return which part of the fields asked for is filled, for each part."""
    return filled / asked


@formula(unit="number", source=f"{OURS}: a level is reached with all of its fields, and with the levels below")
def level_reached(below: Exact, filled: Exact, asked: Exact) -> Exact:
    """Return 1 for each part of which the level below is reached (1) and all fields of this one are filled, else 0."""
    return below * choose(asked, filled, lambda: 1, lambda: 0)


@formula(unit="ratio", source=f"{OURS}: a part is worth what the highest level that it reaches is")
def level_worth(below: Exact, reached: Exact, worth: Exact, worth_below: Exact) -> Exact:
    """Return what a part is worth with the levels below, and more where this one is reached."""
    return below + reached * (worth - worth_below)


@formula(unit="ratio", source=f"{OURS}: a part is worth what the highest level that it reaches is")
def first_level_worth(reached: Exact, worth: Exact) -> Exact:
    """Return what the first level is worth to each part that reaches it, else 0."""
    return reached * worth


@formula(unit="ratio", source=f"{OURS}: one factor cannot stand in for another, so they are multiplied")
def also(value: Exact, factor: Exact) -> Exact:
    """Return value × factor."""
    return value * factor


@formula(unit="ratio", source=f"{OURS}: the part of the term asked for, at most all of it")
def part_of_term(term: Exact, asked: Exact) -> Exact:
    """Return min(1, term ÷ term asked for)."""
    return clamp(term / asked, 0, 1)


@formula(unit="ratio", source=f"{OURS}: coverage by mass × completeness × verification, part by part")
def passport_value(pieces: Exact, mass: Exact, completeness: Exact, verification: Exact, whole: Exact) -> Exact:
    """Return Σ pieces × mass × completeness × verification, ÷ the whole mass."""
    return total(pieces * mass * completeness * verification) / whole


@formula(unit="number", source=f"{OURS}: a passport that is worth nothing describes nothing")
def worth_something(completeness: Exact, verification: Exact) -> Exact:
    """Return 1 for each part of which the passport is worth more than 0, else 0."""
    return choose(completeness * verification, 0, lambda: 0, lambda: 1)


@formula(unit="ratio", source="the tender: the least coverage")
def with_coverage(value: Exact, covered: Exact, least_coverage: Exact) -> Exact:
    """Return the value where the part of the mass with a passport is large enough, else 0."""
    return choose(least_coverage, covered, lambda: value, lambda: 0)


@formula(unit="ratio", source=f"{OURS}: what is above the disassembly index counts as the tender's `otherwise`")
def capped(share: Exact, counted: Exact) -> Exact:
    """Return share × the part of it that counts."""
    return share * counted


@formula(unit="ratio", source=f"{OURS}: each factor is a table or a term of the tender")
def take_back_value(share: Exact, term: Exact, within: Exact, cost: Exact, guarantee: Exact) -> Exact:
    """Return share taken back × min(1, term ÷ term asked) × cost factor × guarantee factor."""
    return share * clamp(term / within, 0, 1) * cost * guarantee
