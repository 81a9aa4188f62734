"""What must hold for a criterion that a panel judges."""

from collections.abc import Iterator
from typing import assert_never

from circular_tender.errors import Finding, shown
from circular_tender.exact import decimal_text
from circular_tender.indicators import Bounds, Judgement, Listed, allows
from circular_tender.scales import LevelScale
from circular_tender.tender.model import Leaf

NEEDS_ROUNDING = ("median_of_members", "trimmed_mean_of_members")


def judged(leaf: Leaf, indicator: Judgement, at: str) -> Iterator[Finding]:
    """Yield what is wrong with the indicator of a criterion that a panel judges."""
    yield from _allowed(indicator, f"{at}/allowed")
    if indicator.is_computed and indicator.allowed is None:
        code = "median-of-levels" if indicator.aggregate == "median_of_members" else "mean-of-levels"
        yield Finding(code, f"{at}/aggregate", shown(indicator.aggregate))
    if indicator.rounding is None and indicator.aggregate in NEEDS_ROUNDING:
        yield Finding("rounding-missing", f"{at}/rounding", shown(None))
    if indicator.rounding is not None and not indicator.is_computed:
        given = indicator.rounding if isinstance(indicator.rounding, str) else indicator.rounding.mode
        yield Finding("rounding-of-nothing", f"{at}/rounding", shown(given))
    most = len(leaf.scale.levels) - 1 if isinstance(leaf.scale, LevelScale) else None
    tolerance = indicator.tolerance
    if most is not None and tolerance and (tolerance.value.denominator != 1 or tolerance.value > most):
        yield Finding("not-whole", f"{at}/tolerance", shown(tolerance.text), (("low", "0"), ("high", str(most))))


def _allowed(indicator: Judgement, at: str) -> Iterator[Finding]:
    match indicator.allowed:
        case Bounds(least=least, greatest=greatest) if least.value >= greatest.value:
            yield Finding("least-above-greatest", f"{at}/least", shown(least.text))
        case Bounds(least=least, greatest=greatest, step=step) as allowed if step:
            if not allows(allowed, greatest.value):
                last = decimal_text(least.value + (greatest.value - least.value) // step.value * step.value)
                data = (("greatest", greatest.text), ("last", last))
                yield Finding("step-misses-greatest", f"{at}/step", shown(step.text), data)
        case Listed(values=values):
            numbers = [value.value for value in values]
            for place, value in enumerate(values):
                if (first := numbers.index(value.value)) < place:
                    data = (("mark", value.text), ("first", f"{at}/values/{first}"))
                    yield Finding("mark-twice", f"{at}/values/{place}", shown(value.text), data)
        case Bounds() | None:
            return
        case _:
            assert_never(indicator.allowed)
