"""Whether the quantities of a criterion are in the unit of what is measured, and in their order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from circular_tender.errors import Finding, Term, nearest, shown
from circular_tender.exact import EXAMPLES, Quantity
from circular_tender.indicators import Answer, Indicator
from circular_tender.scales import (
    BilinearAtMean,
    CeilingToLowest,
    Concave,
    HighestToLowest,
    Interpolate,
    Levels,
    Linear,
    Logarithmic,
    LowestLine,
    LowestOverOwn,
    MeanLine,
    PowerOfReference,
    PublishedLevels,
    RatioToBest,
    Scale,
    SlopeFromLowest,
    Steps,
)


def written_as(gives: str) -> str:
    """Return what the quantities beside a measured value measure: an amount is a number, in the tender's currency."""
    return "number" if gives == "amount" else gives


def quantities(scale: Scale, gives: str, at: str) -> Iterator[Finding]:
    """Yield what does not hold for the quantities of a scale that takes values of this sort."""
    expected = written_as(gives)
    match scale:
        case Linear(zero_at=zero_at, full_at=full_at):
            wrong = [*units((("zero_at", zero_at), ("full_at", full_at)), expected, at)]
            yield from wrong
            if not wrong and zero_at.value == full_at.value:
                yield Finding("scale-flat", f"{at}/full_at", shown(full_at.text))
        case Steps():
            yield from _steps(scale, expected, at)
        case Interpolate(points=points):
            wrong = [*units(((f"points/{n}/at", point.at) for n, point in enumerate(points)), expected, at)]
            yield from wrong
            yield from () if wrong else _points(scale, at)
        case PowerOfReference():
            yield from _power(scale, expected, at)
        case Levels():
            yield from _levels(scale, at)
        case CeilingToLowest(at_ceiling=at_ceiling):
            if at_ceiling.value == 1:
                yield Finding("earns-the-same", f"{at}/at_ceiling", shown(at_ceiling.text))
        case (
            BilinearAtMean()
            | Concave()
            | HighestToLowest()
            | Logarithmic()
            | LowestLine()
            | LowestOverOwn()
            | MeanLine()
            | PublishedLevels()
            | RatioToBest()
            | SlopeFromLowest()
        ):
            return
        case _:
            assert_never(scale)


def _levels(scale: Levels, at: str) -> Iterator[Finding]:
    for name in scale.descriptions:
        if name not in scale.levels:
            data = (("choices", ", ".join(scale.levels)), ("slip", nearest(name, scale.levels)))
            yield Finding("unknown-level", f"{at}/descriptions/{name}", shown(name), data)


def _power(scale: PowerOfReference, expected: str, at: str) -> Iterator[Finding]:
    reference, at_zero = scale.reference, scale.at_zero
    wrong = [*units((("reference", reference),), expected, at)]
    yield from wrong
    if not wrong and reference.value <= 0:
        yield Finding("not-positive", f"{at}/reference", shown(reference.text))
    if scale.exponent.value > 0 and at_zero.value:
        yield Finding("zero-earns", f"{at}/at_zero", shown(at_zero.text))


def _steps(scale: Steps, expected: str, at: str) -> Iterator[Finding]:
    bounds = [step.at_most if step.at_least is None else step.at_least for step in scale.steps]
    key = "at_most" if scale.steps[0].at_least is None else "at_least"
    for number, step in enumerate(scale.steps):
        if (step.at_least is None) == (step.at_most is None) or getattr(step, key) is None:
            which = Term.of("found-step", number=str(number + 1))
            yield Finding("step-bound", f"{at}/steps/{number}", which, (("key", key),))
            return
    named = [(f"steps/{number}/{key}", bound) for number, bound in enumerate(bounds) if bound]
    wrong = [*units(named, expected, at)]
    yield from wrong
    direction = 1 if key == "at_least" else -1
    earned = [scale.otherwise, *(step.earns for step in scale.steps)]
    for number, (before, after) in enumerate(pairwise(earned)):
        if after.value <= before.value:
            found, data = shown(after.text), (("before", before.text),)
            yield Finding("steps-earn-less", f"{at}/steps/{number}/earns", found, data)
    for (_, before), (name, after) in () if wrong else pairwise(named):
        if (after.value - before.value) * direction <= 0:
            yield Finding("steps-order", f"{at}/{name}", shown(after.text), (("before", before.text),))


def _points(scale: Interpolate, at: str) -> Iterator[Finding]:
    for number, (before, after) in enumerate(pairwise(scale.points), 1):
        if after.at.value <= before.at.value:
            found, data = shown(after.at.text), (("before", before.at.text),)
            yield Finding("points-order", f"{at}/points/{number}/at", found, data)
    if len({point.earns.value for point in scale.points}) == 1:
        yield Finding("points-flat", f"{at}/points", shown(scale.points[0].earns.text))


def answers(asked: Indicator, at: str) -> Iterator[Finding]:
    """Yield what does not hold for the bounds of an answer."""
    if not isinstance(asked, Answer):
        return
    expected = written_as(asked.asks)
    bounds = (("least", asked.least), ("greatest", asked.greatest), ("otherwise", asked.otherwise))
    wrong = [*units(((key, bound) for key, bound in bounds if bound), expected, at)]
    yield from wrong
    if not wrong and asked.least and asked.greatest and asked.least.value >= asked.greatest.value:
        yield Finding("least-above-greatest", f"{at}/least", shown(asked.least.text))


def units(named: Iterable[tuple[str, Quantity]], expected: str, at: str) -> Iterator[Finding]:
    """Yield the quantities that do not measure what is expected."""
    for key, quantity in named:
        if quantity.measures != expected:
            yield unit(f"{at}/{key}", quantity, expected)


def unit(at: str, quantity: Quantity, expected: str) -> Finding:
    """Return the finding of a quantity that does not measure what is expected."""
    found = shown(quantity.text)
    if expected == "number":
        return Finding("unit-unexpected", at, found, (("unit", quantity.unit),))
    if quantity.measures == "number":
        example = f"{quantity.text} %" if expected == "ratio" else EXAMPLES[expected]
        return Finding("unit-missing", at, found, (("example", example),))
    data = (("unit", quantity.unit), ("given", Term(quantity.measures)), ("expected", Term(expected)))
    return Finding("unit-differs", at, found, (*data, ("example", EXAMPLES[expected])))
