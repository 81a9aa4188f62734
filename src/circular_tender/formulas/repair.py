"""How well a product comes apart and can be repaired, and what in it may not go round."""

from fractions import Fraction

from circular_tender.derivation import formula
from circular_tender.exact import Exact
from circular_tender.exact.vocabulary import choose, clamp, least_of_each, mean, total

OURS = "circular-tender, own definition"
DISASSEMBLY = "Losmaakbaarheidsindex 2.0 (DGBC, Alba Concepts, W/E adviseurs), as in Madaster's documentation"
FRENCH = "indice de réparabilité (France), coefficients as on product cards: Alpina 293320064, CLEAN 300 ES31CB18DB"


@formula(unit="ratio", source=DISASSEMBLY)
def connection_index(type: Exact, access: Exact, intersections: Exact, edge: Exact) -> Exact:  # noqa: A002 -- its name
    """Return the harmonic mean of the four factors of a connection, 4 ÷ (1/type + 1/access + 1/intersections + 1/edge).

    >>> from fractions import Fraction as F
    >>> connection_index.function(F(4, 5), F(4, 5), F(1), F(2, 5))
    Fraction(2, 3)
    """
    return 4 / (1 / type + 1 / access + 1 / intersections + 1 / edge)


@formula(unit="ratio", source=f"{DISASSEMBLY}; of several load-bearing connections the lowest: milieubewustisoleren.be")
def hardest_connection(values: Exact, connected: Exact, parts: Exact) -> Exact:
    """Return for each part the lowest index of its connections; 1/10, the lowest there is, where none is told."""
    return least_of_each(values, connected, parts, Fraction(1, 10))


@formula(unit="ratio", source=f"{OURS}: what has no proof has the lowest index there is")
def proven_index(index: Exact, counts: Exact) -> Exact:
    """Return the index where its proof counts (1), else 1/10."""
    return index * counts + (1 - counts) / 10


@formula(
    unit="ratio", source=f"{DISASSEMBLY}; {OURS}: by mass, and what is not described has the lowest index there is"
)
def mean_index(pieces: Exact, mass: Exact, index: Exact, whole: Exact) -> Exact:
    """Return the mean index by mass: (Σ pieces × mass × index + the rest of the mass ÷ 10) ÷ the whole mass."""
    return (total(pieces * mass * index) + (whole - total(pieces * mass)) / 10) / whole


@formula(
    unit="ratio", source=f"{DISASSEMBLY}; {OURS}: by mass, and what is not described has the lowest index there is"
)
def index_of_product(indexed: Exact, described: Exact, mass: Exact) -> Exact:
    """Return for each product the mean index: (Σ mass × index + the mass that is not described ÷ 10) ÷ its mass.

    >>> from fractions import Fraction as F
    >>> index_of_product.function(F(4), F(5), F(10))
    Fraction(9, 20)
    """
    return (indexed + (mass - described) / 10) / mass


@formula(unit="ratio", source=f"{OURS}: no more goes to reuse than comes apart")
def reusable_part(claimed: Exact, index: Exact) -> Exact:
    """Return which part of a claim counts: all of it up to the disassembly index, else index ÷ claimed.

    >>> from fractions import Fraction as F
    >>> reusable_part.function(F(9, 10), F(2, 3))
    Fraction(20, 27)
    """
    more = choose(claimed, index, lambda: 1, lambda: claimed)
    return choose(claimed, index, lambda: 1, lambda: index / more)


@formula(unit="number", source=FRENCH)
def french_repairability(  # noqa: PLR0913, PLR0917 -- one for each mark
    documentation: Exact,
    disassembly: Exact,
    tools: Exact,
    fasteners: Exact,
    years_list_2: Exact,
    years_list_1: Exact,
    delivery_list_2: Exact,
    delivery_list_1: Exact,
    parts_price: Exact,
    specific: Exact,
) -> Exact:
    """Return the index out of 10: the five criteria of 20 points each, added up and divided by 10.

    Each mark is out of 10. Disassembly counts once, tools and fasteners half; the years of parts of list 2 once and of
    list 1 half, their delivery 0.3 and 0.2; documentation, the price of parts and what is specific to the sort of
    product twice.
    """
    halves = 5 * (tools + fasteners + years_list_1)
    ones = 10 * (disassembly + years_list_2) + 3 * delivery_list_2 + 2 * delivery_list_1
    return (20 * (documentation + parts_price + specific) + ones + halves) / 100


@formula(unit="number", source=f"{OURS}: a spare part counts where it is delivered in time")
def in_time(delivery: Exact, within: Exact) -> Exact:
    """Return 1 where a spare part is delivered within the working days that the tender asks for, else 0."""
    return choose(delivery, within, lambda: 1, lambda: 0)


@formula(unit="ratio", source=f"{OURS}: the part of the term asked for, where its proof counts")
def spare_part(available: Exact, asked: Exact, counts: Exact) -> Exact:
    """Return min(1, available ÷ asked) × counts."""
    return clamp(available / asked, 0, 1) * counts


@formula(unit="ratio", source="definition")
def mean_of_spare_parts(parts: Exact) -> Exact:
    """Return the mean over the spare parts that the tender asks for."""
    return mean(parts)


@formula(unit="number", source="definition: not above the tender's limit")
def within_limit(share: Exact, limit: Exact) -> Exact:
    """Return 1 where a part holds no more of a substance than the limit, else 0."""
    return choose(share, limit, lambda: 1, lambda: 0)


@formula(unit="number", source="definition")
def all_hold(**holds: Exact) -> Exact:
    """Return 1 where all of these are 1, else 0."""
    every: Exact = 1
    for each in holds.values():
        every = each * every
    return every
