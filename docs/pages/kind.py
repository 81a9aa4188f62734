"""The page of a kind."""

import inspect

from pages.catalogue import CATALOGUE
from pages.examples import Example, example
from pages.fit import depends, fitting, published, sorts
from pages.keys import keys
from pages.kinds import Kind
from pages.markdown import GENERATED, capital, code, coded, fenced, folded, joined, linked, listed
from pages.outcome import points, sentences, tried
from pages.rule import formulas, reads, recorded, steps, tables

_DOCUMENTS = {"bid": "the bid", "judgements": "the judgements", "tender": "the tender"}
_RELATIVE = (
    "**Depends on the other bids**: when a bid comes or goes, the points of the others change, and with them the order "
    "of two bids may (rank reversal). The tender must say what a rejection does: `on_rejection`."
)
_EDGES = {
    "indicators": (
        "## Without an answer or proof, and what is refused",
        "What is missing never earns more than the least that a criterion gives; else the tender is refused.",
    ),
    "scales": ("## At its edges, and what is refused",),
}


def page(kind: Kind) -> str:
    """Return the page of a kind of indicator or scale."""
    about, *further = inspect.cleandoc(kind.module.__doc__ or "").split("\n\n")
    return joined(
        GENERATED,
        f"# {capital(kind.called('en'))} ({code(kind.name)})",
        capital(about.partition(": ")[2]),
        *further,
        f"In Dutch: *{kind.called('nl')}*.",
        "\n".join(f"- {line}" for line in _brief(kind)),
        "## What the tender states",
        inspect.cleandoc(kind.model.__doc__ or ""),
        keys(kind.model),
        "How numbers, ids and names are written stands in [the notation](../notation.md).",
        *_rule(kind),
        *_example(example(kind)),
        *_EDGES[kind.room],
        "Each row was tried on the example when this page was made: what it says takes the place of what stands above.",
        tried(example(kind)),
    )


def _brief(kind: Kind) -> list[str]:
    """Return in a few lines what the kind gives or takes, what it reads, and whether it looks at other bids."""
    gives, others = {"indicators": ("Gives", "scales"), "scales": ("Takes", "indicators")}[kind.room]
    return [
        f"{gives} {listed(sorts(kind))}.",
        *(_reads(kind) if kind.room == "indicators" else ()),
        f"Fits the {others} {linked(others, (other.name for other in fitting(kind)))}.",
        _RELATIVE if depends(kind) else "Does not depend on the other bids.",
        *(_priced(kind) if kind.room == "scales" else ()),
    ]


def _priced(kind: Kind) -> list[str]:
    """Return the published price formulas that are written with a scale."""
    found = [(name, one.called["en"]) for name, one in CATALOGUE.entries.items() if one.used.kind == kind.name]
    links = ", ".join(f"[{called}](../formulas/{name}.md)" for name, called in found)
    return [f"As a price formula, with its picture and what is known of it: {links}."] if found else []


def _reads(kind: Kind) -> list[str]:
    rules = published(kind).values()
    read = {name: sorted({at for rule in rules for at in reads(rule, name)}) for name in _DOCUMENTS}
    read["tender"] = [at for at in read["tender"] if not at.startswith("/criteria/")]  # its own keys
    return [f"Reads of {_DOCUMENTS[name]} {coded(found, 'and')}." for name, found in read.items() if found]


def _rule(kind: Kind) -> tuple[str, ...]:
    rules = published(kind)
    own = next(iter(rules))
    return (
        "## The published rule",
        f"It is: {kind.rule()} It is made from the tender alone; here, from that of the example below.",
        fenced("text", steps(rules)),
        formulas(rules),
        *tables(rules),
        folded(f"<code>{own}</code> as a record holds it", fenced("json", recorded(rules[own]))),
        "What each operation means stands in [the record](../record.md#expressions).",
    )


def _example(shown: Example) -> tuple[str, ...]:
    bids = "\n".join(f"# {name}\n{text or '# nothing that this criterion reads'}" for name, text in shown.bids.items())
    return (
        "## An example",
        "Of the tender, beside what [every tender](../documents.md#tender) says:",
        fenced("yaml", shown.tender),
        "Of the bids:",
        fenced("yaml", bids),
        *(("Of the judgements:", fenced("yaml", shown.judgements)) if shown.judgements else ()),
        "What comes of it:",
        points(shown),
        "And why, in the sentences of the explanation:",
        sentences(shown.assessed()),
    )
