"""The page of a published price formula."""

from textwrap import indent

from circular_tender.rules import Expression
from circular_tender.scales import relative
from circular_tender.tender.rules import rules_of
from pages.bidding import CEILING, OWN, PRICES, RIVAL, gap, without
from pages.catalogue import WEIGHT, Formula, known, priced, written
from pages.composed import composed, operations
from pages.formula_tables import earned, edges, points, properties, reversal
from pages.markdown import GENERATED, code, fenced, joined
from pages.rule import formulas


def page(name: str, formula: Formula) -> str:
    """Return the page of a formula."""
    kind = formula.used.kind
    return joined(
        GENERATED,
        f"# {formula.called['en']}",
        formula.says,
        named(formula),
        f"![{_seen(formula)}]({name}.svg)",
        f"The prices are of one chair: {', '.join(map(str, PRICES))}. The ceiling is {CEILING}, and a price earns at "
        f"most {WEIGHT} points. The line is what the bid of {OWN} would earn if it asked another price; the dots are "
        f"the bids as they are. {_gaps(formula)}",
        "## How a tender writes it",
        fenced("yaml", f"criteria:\n{indent(written(formula.scale), '  ')}"),
        *(_other(other.says, other.scale) for other in formula.also),
        f"[{code(kind)}](../scales/{kind}.md) says how each key is written, and how an explanation tells it.",
        "## The formula",
        "As the library computes it, printed from its own code; `own` is one's own price, and the other words are keys "
        "of the tender.",
        fenced("text", composed("share", _rule(formula))),
        "\n".join(f"- {line}" for line in operations(_rule(formula))),
        formulas({"share": _rule(formula)}),
        "## What four prices earn",
        earned(formula),
        "## Properties",
        properties(formula),
        "## Can a third bid reverse two?",
        reversal(formula),
        "## At its edges",
        "Each row was computed when this page was made; the other bids are as above.",
        edges(formula),
        "## What is known of it",
        "\n".join(f"- {known(fact)}" for fact in formula.facts),
        "[All price formulas](index.md) side by side, and how to choose.",
    )


def named(formula: Formula) -> str:
    """Return how the formula is called in Dutch and elsewhere."""
    also = f" Also known as {', '.join(formula.known_as)}." if formula.known_as else ""
    return f"In Dutch: *{formula.called['nl']}*.{also}"


def _other(says: str, scale: str) -> str:
    priced(scale)  # what is shown can be read
    return f"{says}:\n\n{fenced('yaml', f'scale: {scale}')}"


def _rule(formula: Formula) -> Expression:
    return rules_of(formula.tender).of("price").columns[0][1]


def _gaps(formula: Formula) -> str:
    """Return how far two bids lie apart, with the cheapest bid and without it."""
    apart = points(gap(formula, PRICES))
    if not relative(formula.used):
        return f"The bids of {RIVAL} and 150 lie {apart} points apart, whatever others bid."
    alone = points(gap(formula, without(PRICES[0])))
    if apart == alone:
        return (
            f"The bids of {RIVAL} and 150 lie {apart} points apart, with the bid of {PRICES[0]} and without it: it "
            "moves all others by the same."
        )
    return (
        f"The bids of {RIVAL} and 150 lie {apart} points apart, and {alone} points without the bid of {PRICES[0]}: "
        "what is between the two is how a third bid can reverse them."
    )


def _seen(formula: Formula) -> str:
    """Return in words what the picture shows."""
    lines = "two lines, with and without the cheapest bid" if relative(formula.used) else "one line, for all bids"
    return f"Points by price, {lines}; the numbers stand in the table of four prices below."
