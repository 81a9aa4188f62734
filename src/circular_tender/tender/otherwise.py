"""What counts for whoever does not answer or prove: never more than the least that a criterion gives."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from circular_tender.errors import Finding, shown
from circular_tender.exact import Quantity
from circular_tender.indicators import (
    Answer,
    BiobasedContent,
    Choice,
    Disassembly,
    EnvironmentalCost,
    FrenchRepairability,
    GuaranteedLifetime,
    HazardousSubstances,
    MaterialCircularity,
    MaterialPassport,
    RecycledContent,
    ResidualValue,
    ReuseAtEndOfLife,
    SpareParts,
    TakeBack,
    UntpCircularity,
)
from circular_tender.scales import (
    BilinearAtMean,
    CeilingToLowest,
    Concave,
    HighestToLowest,
    Interpolate,
    Levels,
    LevelScale,
    Linear,
    Logarithmic,
    LowestLine,
    LowestOverOwn,
    MeanLine,
    Point,
    PowerOfReference,
    PublishedLevels,
    RatioToBest,
    Scale,
    SlopeFromLowest,
    Steps,
)
from circular_tender.tender.model import Leaf


def otherwise(leaf: Leaf, at: str) -> Iterator[Finding]:
    """Yield what is wrong with the `otherwise` of a criterion's indicator."""
    match leaf.indicator:
        case (
            ReuseAtEndOfLife(otherwise=name, destinations=table)
            | RecycledContent(otherwise=name, feedstock=table)
            | BiobasedContent(otherwise=name, feedstock=table)
        ):
            yield from _row(name, table, at)
            yield from _turned(leaf, at)
        case Choice(otherwise=name) if isinstance(leaf.scale, LevelScale):
            yield from _row(name, leaf.scale.levels, at)
        case GuaranteedLifetime(aggregate="mean_by_pieces", otherwise=value) if value.value:
            yield Finding("otherwise-in-mean", f"{at}/otherwise", shown(value.text))
        case Answer(otherwise=value) | GuaranteedLifetime(otherwise=value) | EnvironmentalCost(otherwise=value) if (
            not _is_worst(leaf.scale, value.value)
        ):
            yield Finding("otherwise-earns", f"{at}/otherwise", shown(value.text), (("scale", leaf.scale.kind),))
        case EnvironmentalCost() if _rises(leaf.scale):
            data = (("scale", leaf.scale.kind), ("indicator", leaf.indicator.kind))
            yield Finding("scale-rewards-more", f"{at.removesuffix('/indicator')}/scale", shown(leaf.scale.kind), data)
        case (
            MaterialPassport()
            | TakeBack()
            | MaterialCircularity()
            | UntpCircularity()
            | Disassembly()
            | FrenchRepairability()
            | SpareParts()
            | ResidualValue()
            | HazardousSubstances()
        ):
            yield from _turned(leaf, at)
        case _:
            return


def _turned(leaf: Leaf, at: str) -> Iterator[Finding]:
    """Yield that a scale gives more for less, where what is not told or proven counts as the least."""
    if _falls(leaf.scale):
        data = (("scale", leaf.scale.kind), ("indicator", leaf.indicator.kind))
        yield Finding("scale-rewards-less", f"{at.removesuffix('/indicator')}/scale", shown(leaf.scale.kind), data)


def _rises(scale: Scale) -> bool:
    """Tell whether a higher measured value may earn more than a lower one."""
    match scale:
        case Interpolate(points=points):
            return any(after.earns.value > before.earns.value for before, after in pairwise(points))
        case Levels() | PublishedLevels():
            return False
        case _:
            return not _falls(scale)


def _falls(scale: Scale) -> bool:  # noqa: PLR0911 -- one a kind
    """Tell whether a higher measured value may earn less than a lower one."""
    match scale:
        case Linear(zero_at=zero_at, full_at=full_at):
            return full_at.value < zero_at.value
        case Steps():
            return scale.steps[0].at_most is not None
        case Interpolate(points=points):
            return any(after.earns.value < before.earns.value for before, after in pairwise(points))
        case BilinearAtMean() | Concave():
            return scale.ceiling is not None
        case PowerOfReference(exponent=exponent):
            return exponent.value < 0
        case RatioToBest() | Levels() | PublishedLevels():
            return False
        case (
            CeilingToLowest()
            | LowestOverOwn()
            | HighestToLowest()
            | SlopeFromLowest()
            | LowestLine()
            | MeanLine()
            | Logarithmic()
        ):
            return True
        case _:
            assert_never(scale)


def _row(name: str, table: Mapping[str, Quantity], at: str) -> Iterator[Finding]:
    least = min(share.value for share in table.values())
    if name not in table:
        yield Finding("otherwise-unknown", f"{at}/otherwise", shown(name), (("choices", ", ".join(table)),))
    elif table[name].value > least:
        worst = ", ".join(row for row, share in table.items() if share.value == least)
        yield Finding("otherwise-not-worst", f"{at}/otherwise", shown(name), (("worst", worst),))


def _is_worst(scale: Scale, value: Fraction) -> bool:  # noqa: PLR0911 -- one a kind
    """Tell whether no measured value earns less than this one, whatever the other bids are."""
    match scale:
        case Linear(zero_at=zero_at, full_at=full_at):
            return (value - zero_at.value) * (full_at.value - zero_at.value) <= 0
        case Steps():
            up, down = scale.steps[0].at_least, scale.steps[0].at_most
            return (up is None or value < up.value) and (down is None or value > down.value)
        case Interpolate(points=points):
            return _interpolated(points, value) == min(point.earns.value for point in points)
        case CeilingToLowest() | BilinearAtMean() | Concave() if scale.ceiling:
            return value >= scale.ceiling.value
        case PowerOfReference(exponent=exponent):
            return value == 0 and exponent.value > 0
        case RatioToBest() | BilinearAtMean() | Concave():
            return value == 0
        case CeilingToLowest():
            return False
        case LowestOverOwn() | HighestToLowest() | SlopeFromLowest() | LowestLine() | MeanLine() | Logarithmic():
            return False
        case Levels() | PublishedLevels():
            return True  # a level is no quantity; that the scale does not fit is said elsewhere
        case _:
            assert_never(scale)


def _interpolated(points: tuple[Point, ...], value: Fraction) -> Fraction:
    """Return what a value earns on straight lines between points, flat beyond them."""
    for before, after in pairwise(points):
        if before.at.value <= value <= after.at.value:
            part = (value - before.at.value) / (after.at.value - before.at.value)
            return before.earns.value + part * (after.earns.value - before.earns.value)
    return points[0 if value < points[0].at.value else -1].earns.value
