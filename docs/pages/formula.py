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
        f"the bids as they are. {_moving(formula)}{_gaps(formula)}",
        "## How a tender writes it",
        fenced("yaml", f"criteria:\n{indent(written(formula.scale), '  ')}"),
        *(_other(other.says, other.scale) for other in formula.also),
        f"[{code(kind)}](../scales/{kind}.md) says how each key is written, and how an explanation tells it.",
        "## The formula",
        fenced("text", formula.plain),
        "As the library computes it, printed from its own code; `own` is one's own price, and the other words are keys "
        "of the tender, or are explained below.",
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
        "Each row was computed when this page was made; the other bids are as above. They show the formula alone: a "
        "bid above a `ceiling` of the price schedule is rejected, and earns nothing.",
        edges(formula),
        "## What is known of it",
        "\n".join(f"- {known(fact)}" for fact in formula.facts),
        "[All price formulas](index.md) side by side, and how to choose.",
    )


def named(formula: Formula) -> str:
    """Return how the formula is called in Dutch and elsewhere."""
    also = f" Also known as {', '.join(formula.known_as)}." if formula.known_as else ""
    return f"Called *{formula.called['nl']}* in the Dutch texts here.{also}"


def _moving(formula: Formula) -> str:
    """Return why a dot can lie off the line, where it can."""
    if not relative(formula.used):
        return ""
    return (
        "That other price also changes what the bids are compared with, so that a dot can lie beside the line, and the "
        "line can be flat or bent where it becomes the lowest: there the other bids lose points instead. "
    )


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
        "this difference is why a third bid can reverse two."
    )


def _seen(formula: Formula) -> str:
    """Return in words what the picture shows."""
    lines = "two lines, with and without the cheapest bid" if relative(formula.used) else "one line, for all bids"
    return f"Points by price, {lines}; the numbers stand in the table of four prices below."
