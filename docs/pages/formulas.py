"""The page that compares the published price formulas and says what their properties imply."""

from collections.abc import Callable, Iterator

from circular_tender.scales import relative, traits
from pages.bidding import CEILING, LOW, OWN, PRICES, flat, shares
from pages.catalogue import CATALOGUE, WEIGHT, Formula, cited, known
from pages.formula import named
from pages.formula_tables import bounds, idle, reverses_others, tenths
from pages.markdown import GENERATED, joined, table

_ORDER = ("absolute", "common_shift", "common_factor", "relative")
_WITH = {
    "absolute": "the tender alone",
    "common_shift": "other bids, all moved alike",
    "common_factor": "other bids, all multiplied alike",
    "relative": "other bids",
}


def formulas() -> str:
    """Return the page that lists the price formulas."""
    return joined(
        GENERATED,
        "# Price formulas",
        "Which price formula should a tender use? Here are those that this library computes, nearly all of them "
        "published, each on a page of its own: how a tender writes it, the formula, a picture, what four prices earn, "
        "its properties, what happens at its edges, and what courts and critics say, with the source beside it.",
        "Every number on these pages was computed by the library when the page was made. A fact names its source; "
        "where only an abstract or a heading of it was read, or where we derived the fact ourselves, it says so.",
        "## At a glance",
        f"The numbers are of one chair at prices of {', '.join(map(str, PRICES))}, a ceiling of {CEILING}, and a price "
        f"that earns at most {WEIGHT} points. Percentages are rounded to one decimal.",
        "![The points of every formula by the price that the bid of 125 would ask](overview.svg)",
        "One picture of each: the points that the bid of 125 would earn at a price from 50 to 220. Dashed: the same "
        "without the bid of 100, where that matters.",
        table(
            (
                "formula",
                "compares with",
                "a third bid can reverse two",
                *(f"{price} earns, in %" for price in PRICES),
                "a share lies from",
                f"a lower price gains the bid of {OWN} nothing, from {LOW} to {CEILING}",
            ),
            (_row(name, formula) for name, formula in in_order()),
        ),
        "## How to choose",
        "What the properties imply, and nothing else. Which of them matters is for the buyer.",
        "\n".join(f"- {line}" for line in _choices()),
        "## What the law and the literature say",
        "\n".join(f"- {known(fact)}" for fact in CATALOGUE.law),
        "## Formulas for the whole award",
        "A price formula makes points that are added to those for quality. Other published formulas make a total of "
        "price and quality in another way: money for quality, a discount on one's own price, quality divided by price, "
        "life-cycle costs. They are [award methods](../methods/index.md).",
        "## What is not here",
        "Published formulas that are not in this library, each with the reason:",
        "\n".join(f"- **{one.called}.** {one.says} ({cited(one.sources)}.)" for one in CATALOGUE.missing),
        "A well-known article compares 38 formulas. Only its abstract could be read, and of the thesis before it the "
        "table of contents with the names; so nobody should read these pages as an implementation of those 38. Two of "
        "the names can be matched: lowest bid scoring is [the lowest price over one's own](lowest-over-own.md), and "
        "highest bid–lowest bid scoring is, by its name, [from the highest to the lowest price](highest-to-lowest.md). "
        f"({cited(('STILGER17', 'STILGER11'))}; the second match is our own derivation.)",
        "## All names",
        "\n".join(f"- [{one.called['en']}]({name}.md). {one.says} {named(one)}" for name, one in in_order()),
    )


def in_order() -> list[tuple[str, Formula]]:
    """Return the formulas by what they compare a bid with."""
    return sorted(CATALOGUE.entries.items(), key=lambda entry: _ORDER.index(traits(entry[1].used).reference))


def _row(name: str, formula: Formula) -> tuple[str, ...]:
    found = traits(formula.used)
    return (
        f"[{formula.called['en']}]({name}.md)",
        _WITH[found.reference],
        "**yes**" if formula.reversal else reverses_others(formula),
        *map(tenths, shares(formula, PRICES)),
        bounds(found),
        idle(formula),
    )


def _choices() -> Iterator[str]:
    """Yield what the properties imply, with the formulas that have them."""
    alone = sum(not relative(one.used) for one in CATALOGUE.entries.values())
    yield (
        f"**The order of two bids must not hang on a third**: {_those(lambda one: not one.reversal)} (the logarithm "
        "while no price is 0). On all others a bid that comes or goes, as when it is rejected after the award, can "
        "reverse two others: rank reversal, in Dutch the *rangordeparadox*, in German the *Flipping-Effekt*. The "
        "tender must then say what a rejection does (`on_rejection`)."
    )
    yield (
        f"**Bidders must be able to work out their own points**: the first {alone} rows of the table, which compare "
        "with the tender alone. They need a published price: a ceiling, a band or a reference."
    )
    yield (
        f"**Every euro less must count**, at least from {LOW} to {CEILING}: {_those(lambda one: not flat(one))}. For "
        "these exceptions the last column of the table says where a lower price gains nothing. That a price below a "
        "floor gains nothing is what the Swedish court did not permit."
    )
    yield (
        "**A euro must be worth the same everywhere**: a straight line that is published, [the fixed "
        "band](fixed-band.md) or [from the ceiling to zero](ceiling-to-zero.md). **A percentage must be**: "
        "[the logarithm](logarithmic.md)."
    )
    yield (
        f"**No bid may lose points on its price**: {_those(lambda one: traits(one.used).least is not None)}, and "
        "[the slope from the lowest price](slope-from-lowest.md) where it says `bounds: keep`, as in South Africa. "
        "There a high price can earn less than nothing, unless the tender cuts it (`bounds: cut`); and where the other "
        "bids matter, cutting makes the order of two bids hang on a third."
    )
    yield (
        "**A price must weigh as its weight says**: look at the shares in the table. From [the ceiling to "
        "zero](ceiling-to-zero.md) these prices lie a quarter of the points apart; from [the highest to the "
        "lowest](highest-to-lowest.md) all of them, and so would prices that hardly differ."
    )
    yield (
        "**A price may be 0**: each page says what happens then. Where it says that there is no score, the tender has "
        "to state one. With `lowest_zero: 0 %` one bid of 0 takes the points of all away, its own too."
    )


def _those(holds: Callable[[Formula], bool]) -> str:
    """Return the formulas of which something holds, or all but those of which it does not, whichever are fewer."""
    yes = [_linked(name, one) for name, one in in_order() if holds(one)]
    no = [_linked(name, one) for name, one in in_order() if not holds(one)]
    return f"all but {', '.join(no)}" if len(no) < len(yes) else ", ".join(yes)


def _linked(name: str, formula: Formula) -> str:
    called = formula.called["en"]
    return f"[{called[:1].lower()}{called[1:]}]({name}.md)"
