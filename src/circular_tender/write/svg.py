"""A bar as SVG: no script, no font, no colour alone; whoever can't see it has the table beside it.

Its positions and widths are shares of the width that there is, so that its numbers stay as large as the text around.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from circular_tender.narrate.page import Bar, Bars

WHOLE = 10_000  # of the width: hundredths of a percent
_HEIGHT = 18  # of a bar, in pixels
_NARROW = 300  # a part that is narrower holds no number
#: Light enough for black numbers; after Okabe and Ito (2008), so that they differ for the colour-blind too.
COLOURS = ("#e69f00", "#56b4e9", "#2fb894", "#f0e442", "#e8855a", "#d9a0c0", "#8fb3d9", "#c4c4c4")


def colour(part: int) -> str:
    """Return the colour of a part, by its place among the parts."""
    return COLOURS[part % len(COLOURS)]


def bars(chart: Bars) -> Iterator[str]:
    """Yield the picture of each bar of a chart: what is above zero to the right of it, what is below to the left."""
    left = max((_below(bar) for bar in chart.bars), default=Fraction(0))
    right = max((_above(bar) for bar in chart.bars), default=Fraction(0))
    span = left + max(right, chart.whole) or Fraction(1)
    zero = round(left / span * WHOLE)
    axis = f'<line class="zero" x1="{_share(zero)}" y1="-2" x2="{_share(zero)}" y2="{_HEIGHT + 2}"/>' if left else ""
    for bar in chart.bars:
        yield f'<svg height="{_HEIGHT}" aria-hidden="true">{"".join(_parts(bar, zero, span))}{axis}</svg>'


def _below(bar: Bar) -> Fraction:
    return -sum((value for value in bar.values if value < 0), Fraction(0))


def _above(bar: Bar) -> Fraction:
    return sum((value for value in bar.values if value > 0), Fraction(0))


def _parts(bar: Bar, zero: int, span: Fraction) -> Iterator[str]:
    """Yield the parts of a bar, one beside the other."""
    for sign in (1, -1):
        numbered = [(number, abs(value)) for number, value in enumerate(bar.values) if value * sign > 0]
        ends = [round(end / span * WHOLE) for end in accumulate((v for _, v in numbered), initial=Fraction(0))]
        for (number, _), start, end in zip(numbered, ends, ends[1:], strict=False):
            x = zero + start if sign > 0 else zero - end
            yield _part(number, x, end - start, named=len(bar.values) > 1)


def _part(number: int, x: int, width: int, *, named: bool) -> str:
    box = f'<rect x="{_share(x)}" width="{_share(width)}" height="{_HEIGHT}" fill="{colour(number)}"/>'
    if not named or width < _NARROW:
        return box
    return f'{box}<text x="{_share(x + width // 2)}" y="13" text-anchor="middle">{number + 1}</text>'


def _share(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"
