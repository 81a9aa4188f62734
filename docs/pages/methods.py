"""The page that compares the award methods, and shows those that are written with them."""

import inspect

from circular_tender.award import Award, ProzorroCoefficient, adds_up, counts, looks_at_others, lowest_wins, scores
from circular_tender.award.method import Method
from pages.awards import METHODS, Described
from pages.catalogue import known
from pages.keys import keys
from pages.markdown import GENERATED, joined, table
from pages.method import example, named

_COUNTS = {"points": "points", "amount": "money", "ratio": "a share of the price"}


def methods() -> str:
    """Return the page that lists the award methods."""
    return joined(
        GENERATED,
        "# Award methods",
        "A method makes one total of what a bid earns on the criteria and of what it costs, and says which total wins. "
        "Each has a page with its rule, an example that was computed when the page was made, the sentences of its "
        "explanation in English and Dutch, and what is known of it.",
        "## At a glance",
        table(
            ("method", "in Dutch", "wins", "a criterion earns", "the total is", "a third bid can reverse two"),
            (_row(name, method) for name, method in METHODS.methods.items()),
        ),
        "The last column is about the method itself. In points, a scale that depends on the other bids can reverse two "
        "whatever the method: see [the price formulas](../formulas/index.md).",
        "## What every method states",
        inspect.cleandoc(Method.__doc__ or "").partition("\n\n")[2],
        keys(Method, named="method"),
        "`on_rejection` must stand wherever points or totals depend on other bids: it says what a bid that is rejected "
        "later does to the others. `ties` are ids of criteria or costs, `received` for the earlier bid, `draw` last.",
        "## What the law says of the choice",
        "\n".join(f"- {known(fact)}" for fact in METHODS.law),
        "## Published methods that are written with these",
        *(block for other in METHODS.others for block in _other(other)),
        "## What is not here",
        "Weighted benchmark methods, the Price Quality Method of New Zealand, and methods that rank by distances or "
        "outranking: [the price formulas](../formulas/index.md#what-is-not-here) say why.",
    )


def _row(name: str, method: Described) -> tuple[str, ...]:
    award = method.example.published.award
    return (
        f"[{method.called['en']}]({name}.md)",
        method.called["nl"],
        "lowest total" if lowest_wins(award) else "highest total",
        _earns(award),
        "a sum" if adds_up(award) else "made of factors",
        "**yes**" if looks_at_others(award) else "no",
    )


def _earns(award: Award) -> str:
    if isinstance(award, ProzorroCoefficient):
        return "a part of the coefficient"
    return _COUNTS[counts(award)] if scores(award) else "nothing"


def _other(other: Described) -> tuple[str, ...]:
    return (
        f"### {other.called['en']}",
        named(other),
        other.says,
        *example(other.example),
        "\n".join(f"- {known(fact)}" for fact in other.facts),
    )
