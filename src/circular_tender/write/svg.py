"""A chart of bars as SVG: no script, no font, no colour alone; whoever can't see it has the table beside it."""

import unicodedata
from fractions import Fraction
from itertools import accumulate

from circular_tender.narrate.page import Bar, Bars
from circular_tender.write.escape import attribute, html, visible

WIDTH = 640  # of the picture, in its own units; it grows and shrinks with the page
_ROW, _TOP, _HEIGHT = 46, 18, 18  # of a bar with its label, of the label, of the bar itself
_NARROW = 16  # a part that is narrower holds no number
_ROOM = 64  # letters that a label and a total can have beside each other, in the larger type of a phone too
_ASCENT = 4  # what the larger type of a phone needs above the first label
#: Light enough for black numbers; after Okabe and Ito (2008), so that they differ for the colour-blind too.
COLOURS = ("#e69f00", "#56b4e9", "#2fb894", "#f0e442", "#e8855a", "#d9a0c0", "#8fb3d9", "#c4c4c4")


def colour(part: int) -> str:
    """Return the colour of a part, by its place among the parts."""
    return COLOURS[part % len(COLOURS)]


def svg(chart: Bars) -> str:
    """Return the picture of a chart."""
    left = max((_below(bar) for bar in chart.bars), default=Fraction(0))
    right = max((_above(bar) for bar in chart.bars), default=Fraction(0))
    span = left + max(right, chart.whole) or Fraction(1)
    zero = round(left / span * WIDTH)
    height = _ROW * len(chart.bars)
    bars = "".join(_bar(bar, number * _ROW, zero, span) for number, bar in enumerate(chart.bars))
    axis = f'<line class="zero" x1="{zero}" y1="0" x2="{zero}" y2="{height}"/>' if left else ""
    return (
        f'<svg role="img" viewBox="-1 {-_ASCENT} {WIDTH + 2} {height + _ASCENT}" aria-label="{attribute(chart.title)}">'
        f"<title>{html(chart.title)}</title><desc>{html(chart.description)}</desc>{bars}{axis}</svg>"
    )


def _below(bar: Bar) -> Fraction:
    return -sum((value for value in bar.values if value < 0), Fraction(0))


def _above(bar: Bar) -> Fraction:
    return sum((value for value in bar.values if value > 0), Fraction(0))


def _bar(bar: Bar, y: int, zero: int, span: Fraction) -> str:
    """Return a bar: what is above zero to the right of it, part after part, and what is below to the left."""
    parts: list[str] = []
    for sign in (1, -1):
        numbered = [(number, abs(value)) for number, value in enumerate(bar.values) if value * sign > 0]
        ends = [round(end / span * WIDTH) for end in accumulate((v for _, v in numbered), initial=Fraction(0))]
        for (number, _), start, end in zip(numbered, ends, ends[1:], strict=False):
            x = zero + start if sign > 0 else zero - end
            parts.append(_part(number, x, y + _TOP, end - start, named=len(bar.values) > 1))
    label = f'<text x="0" y="{y + 13}">{attribute(_short(bar.label, _ROOM - len(bar.total)))}</text>'
    total = f'<text class="total" x="{WIDTH}" y="{y + 13}" text-anchor="end">{attribute(bar.total)}</text>'
    return f"<g>{label}{total}{''.join(parts)}</g>"


def _short(label: str, room: int) -> str:
    """Return a label, cut where it would run into the total; the table beside the picture holds all of it."""
    shown = visible(label)
    ends = list(accumulate(2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1 for character in shown))
    if not ends or ends[-1] <= room:
        return shown
    return shown[: sum(end < room for end in ends)].rstrip() + "…"


def _part(number: int, x: int, y: int, width: int, *, named: bool) -> str:
    box = f'<rect x="{x}" y="{y}" width="{width}" height="{_HEIGHT}" fill="{colour(number)}"/>'
    if not named or width < _NARROW:
        return box
    return f'{box}<text class="part" x="{x + width // 2}" y="{y + 13}" text-anchor="middle">{number + 1}</text>'
