"""The page of an award method."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import circular_tender as ct
from circular_tender.award import Award as Union
from circular_tender.award import (
    RelativeValueCost,
    Rules,
    adds_up,
    counts,
    counts_costs,
    looks_at_others,
    lowest_wins,
    scores,
)
from circular_tender.award.method import Method
from circular_tender.rules import Apply, Expression
from circular_tender.tender.rules import rules_of
from pages.awarded import answer, parts, ranking, sentences, tried
from pages.awards import METHODS, Award, Described
from pages.catalogue import known
from pages.composed import lines, operations
from pages.keys import keys
from pages.markdown import GENERATED, capital, code, fenced, folded, joined
from pages.rule import formulas, recorded

MODELS: dict[str, type[Method]] = {
    get_args(model.model_fields["method"].annotation)[0]: model for model in get_args(get_args(Union)[0])
}
COMMON = tuple(Method.model_fields)
_COUNTS = {
    "points": "points",
    "amount": "money: the weight is what the criterion is worth at most",
    "ratio": "a share: the weight is the share that the criterion is worth at most",
}


def page(name: str) -> str:
    """Return the page of an award method."""
    method, model = METHODS.methods[name], MODELS[name]
    module = import_module(f"circular_tender.award.{name}")
    about, *further = inspect.cleandoc(module.__doc__ or "").split("\n\n")
    rule = inspect.cleandoc(module.totals.__doc__ or "").removeprefix("Return the rule: ")
    return joined(
        GENERATED,
        f"# {method.called['en']} ({code(name)})",
        capital(about.partition(": ")[2]),
        *further,
        named(method),
        "\n".join(f"- {line}" for line in _brief(method.example)),
        "## What the tender states",
        inspect.cleandoc(model.__doc__ or ""),
        keys(model, named="method", besides=COMMON),
        "What every method states beside that stands in [the overview](index.md#what-every-method-states), and how "
        "numbers are written in [the notation](../notation.md).",
        "## The published rule",
        f"It is: {rule} It is made from the tender alone; here, from that of the example below. A name stands for what "
        "a bid earns or costs there, `own` for what was measured, and `award.…` for a key of the award.",
        *_rule(method.example),
        "## An example",
        *example(method.example),
        "And where each bid ended and why; the winner first, the others to be opened:",
        sentences(method.example.assessed()),
        "## Can a third bid reverse two?",
        reversal(method.example),
        "## At its edges",
        "Each row was tried on the example when this page was made: what it says takes the place of what stands above.",
        tried(method.example),
        "## What is known of it",
        "\n".join(f"- {known(fact)}" for fact in method.facts),
        "[All award methods](index.md) side by side, and what the law says of the choice.",
    )


def named(method: Described) -> str:
    """Return how a method is called in Dutch and elsewhere."""
    also = f" Also known as {', '.join(method.known_as)}." if method.known_as else ""
    return f"Called *{method.called['nl']}* in the Dutch texts here.{also}"


def _brief(example: Award) -> list[str]:
    award = example.published.award
    return [
        f"The {'lowest' if lowest_wins(award) else 'highest'} total wins.",
        f"A criterion earns {_COUNTS[counts(award)]}." if scores(award) else "No criterion is scored.",
        "Costs are a part of the total." if counts_costs(award) else "No cost is a part of the total.",
        "The total is a sum, of which each criterion has its part."
        if adds_up(award)
        else "The total is no sum; an explanation shows the factors that it is made of.",
    ]


def _rule(example: Award) -> tuple[str, ...]:
    """Return what is computed of the costs, the factors and the total, and what ranks."""
    rules = rules_of(example.published)
    made = [*_costs(rules), *rules.factors, ("total", rules.total)]
    if isinstance(rules.awarded, Apply):
        made.append(("awarded", rules.awarded))
    words = dict.fromkeys(word for _, rule in made for word in operations(rule))
    return (
        fenced("text", "\n".join(lines(*made))),
        f"Bids are ranked by {', then '.join(_ranks(rules))}.",
        "\n".join(f"- {word}" for word in words),
        formulas(dict(made)),
        folded("<code>total</code> as a record holds it", fenced("json", recorded(rules.total))),
    )


def _costs(rules: Rules) -> Iterator[tuple[str, Expression]]:
    """Yield the rules of costs that count otherwise than as what was measured."""
    for rule in rules.criteria:
        for aspect, expression in rule.columns:
            if aspect == "cost" and isinstance(expression, Apply):
                yield rule.id, expression


def _ranks(rules: Rules) -> Iterator[str]:
    for key in rules.order:
        exact = key.aspect == "awarded" and not isinstance(rules.awarded, Apply)
        named = code("total" if exact else key.criterion or key.aspect)
        most = "lowest" if key.lowest else "highest"
        yield "the earliest receipt" if key.aspect == "received" else f"the {most} {named}"
    if rules.draw:
        yield "a draw"


def example(shown: Award) -> tuple[str, ...]:
    """Return an example and what comes of it."""
    texts = (f"# {name}\n{text.rstrip() or '# nothing that is measured'}" for name, text in shown.bids.items())
    assessment = shown.assessed()
    return (
        "Of the tender, beside what [every tender](../documents.md#tender) says:",
        fenced("yaml", shown.tender),
        "Of the bids:",
        fenced("yaml", "\n\n".join(texts)),
        *(("Of the judgements:", fenced("yaml", shown.judgements)) if shown.judgements else ()),
        "What comes of it:",
        ranking(shown),
        parts(assessment),
        "What the report says first:",
        answer(assessment),
    )


def reversal(example: Award) -> str:
    """Return whether the order of two bids depends on a third; both are tried on the example."""
    if looks_at_others(example.published.award):
        if example.without is None or not _moved(example, example.without):
            raise ValueError(example)
        return (
            f"Yes. In the example {code(example.without)} does not win, and without it the two others change places: "
            "see the last column of the ranking. The tender must say what a rejection does (`on_rejection`)."
        )
    if any(_moved(example, bid) for bid in example.bids):
        raise ValueError(example)
    reads = "no value of another bid"
    if isinstance(example.published.award, RelativeValueCost):
        reads = "of the other bids one value that all totals share"
    kept = f"the rule reads {reads}, and in the example the others keep their order whichever bid is left out."
    if not scores(example.published.award):
        return f"No: {kept}"
    return (
        f"Not by the method itself: {kept} A scale that depends on the other bids, or points that are rescaled to the "
        "best, can bring it in."
    )


def _moved(example: Award, bid: str) -> bool:
    """Tell whether the others stand in another order without this bid."""
    whole, rest = _order(example.assessed()), _order(example.assessed(without=bid))
    return [other for other in whole if other != bid] != rest


def _order(assessment: ct.Assessment) -> list[str]:
    return [bid for standing in assessment.ranking for bid in standing.bids]
