"""The picture of a price formula as SVG: points by price, beside other bids and without the cheapest of them.

No script, no font of its own, no colour alone: one line is dashed and its marks are hollow.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from circular_tender.scales import relative
from circular_tender.write.escape import attribute
from pages.bidding import CEILING, HIGH, LOW, OWN, PRICES, curve, shares, without
from pages.catalogue import WEIGHT, Formula

_WIDTH, _HEIGHT = 420, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 12, 58, 44
_WITH, _WITHOUT, _GREY = "#0072b2", "#b3450b", "#6b6b6b"  # after Okabe and Ito (2008), dark enough on white
_STEP = 10  # points between two lines
_ACROSS, _CELL, _CELL_HIGH, _SCALE, _NAME = 6, 150, 128, 0.34, 24  # of the small pictures; letters in a line of a name
_FONT = 'font-family="sans-serif" font-size="13"'
_TICKS = (50, 100, 150, 200)


def picture(name: str, formula: Formula) -> str:
    """Return the picture of a formula."""
    lines = _lines(formula)
    frame = _Frame([points for line, _, _ in lines for _, points in line])
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    told = f'role="img" aria-labelledby="{name}-title"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {told} {_FONT}>',
        f'<title id="{name}-title">{attribute(formula.called["en"])}: points of {WEIGHT} by price</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        *_legend(len(lines) > 1),
        *frame.grid(),
        *(part for line, bids, colour in lines for part in _drawn(frame, formula, line, bids, colour)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def overview(entries: Iterable[tuple[str, Formula]]) -> str:
    """Return one picture of all formulas, each small and with its name."""
    parts = list(entries)
    rows = -(-len(parts) // _ACROSS)
    width, height = _ACROSS * _CELL, rows * _CELL_HIGH
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    drawn = [_small(number, formula) for number, (_, formula) in enumerate(parts)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="overview-title" {_FONT}>'
    title = '<title id="overview-title">Points by price, of every formula</title>'
    return "\n".join([head, title, f'<rect width="{width}" height="{height}" fill="#fff"/>', *drawn, "</svg>"]) + "\n"


def _small(number: int, formula: Formula) -> str:
    """Return a small picture of a formula, with its name below."""
    down, across = divmod(number, _ACROSS)
    lines = _lines(formula)
    frame = _Frame([points for line, _, _ in lines for _, points in line])
    words = formula.called["en"].split()
    half = next((n for n in range(1, len(words)) if len(" ".join(words[: n + 1])) > _NAME), len(words))
    told = [" ".join(words[:half]), " ".join(words[half:])]
    return "\n".join(
        [
            f'<g transform="translate({across * _CELL},{down * _CELL_HIGH})">',
            f'<g transform="translate(6,-14) scale({_SCALE})" stroke-linejoin="round">',
            *frame.axes(),
            *(_polyline(frame, line, colour, width=6) for line, _, colour in lines),
            "</g>",
            *(
                f'<text x="10" y="{_CELL_HIGH - 24 + 13 * n}" font-size="11">{attribute(text)}</text>'
                for n, text in enumerate(told)
            ),
            "</g>",
        ]
    )


def _lines(formula: Formula) -> list[tuple[list[tuple[int, Fraction]], tuple[int, ...], str]]:
    """Return the lines of a picture, beside all bids and where it matters without the cheapest, each with the bids."""
    lines: list[tuple[list[tuple[int, Fraction]], tuple[int, ...], str]] = [
        (_upright(formula, curve(formula, without(OWN))), PRICES, _WITH)
    ]
    if relative(formula.used):
        fewer = without(PRICES[0])
        lines.append((curve(formula, [p for p in fewer if p != OWN]), fewer, _WITHOUT))
    return lines


def _upright(formula: Formula, line: list[tuple[int, Fraction]]) -> list[tuple[int, Fraction]]:
    """Return a line of steps with each drop at its bound, since a price that is higher by a cent earns the less."""
    if formula.used.kind != "steps":
        return line
    drops = [[(price, points), (price, below)] for (price, points), (_, below) in pairwise(line)]
    return [point for pair in drops for point in dict.fromkeys(pair)] + line[-1:]


def _drawn(
    frame: "_Frame", formula: Formula, line: list[tuple[int, Fraction]], bids: Sequence[int], colour: str
) -> Iterator[str]:
    """Yield a line with the marks of the bids on it."""
    yield _polyline(frame, line, colour, width=2.5)
    for price, share in zip(bids, shares(formula, bids), strict=True):
        at = f'cx="{frame.x(price)}" cy="{frame.y(WEIGHT * share)}"'
        fill = "#fff" if colour == _WITHOUT else colour
        yield f'<circle {at} r="4.5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


def _polyline(frame: "_Frame", line: list[tuple[int, Fraction]], colour: str, width: float) -> str:
    dashed = f' stroke-dasharray="{2.4 * width:g} {1.6 * width:g}"' if colour == _WITHOUT else ""
    path = " ".join(f"{frame.x(price)},{frame.y(points)}" for price, points in _bends(line))
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def _bends(line: list[tuple[int, Fraction]]) -> Iterator[tuple[int, Fraction]]:
    """Yield the points of a line at which its direction changes."""
    for number, (price, points) in enumerate(line):
        if 0 < number < len(line) - 1:
            (before, low), (after, high) = line[number - 1], line[number + 1]
            if (points - low) * (after - price) == (high - points) * (price - before):
                continue
        yield price, points


def _legend(both: bool) -> Iterator[str]:  # noqa: FBT001 -- whether there are two lines
    beside = f"the bid of {OWN} at another price" if both else "at every price, whatever others bid"
    yield f'<line x1="{_LEFT}" y1="18" x2="{_LEFT + 30}" y2="18" stroke="{_WITH}" stroke-width="2.5"/>'
    yield f'<text x="{_LEFT + 38}" y="22">{beside}</text>'
    if both:
        yield (
            f'<line x1="{_LEFT}" y1="38" x2="{_LEFT + 30}" y2="38" stroke="{_WITHOUT}" stroke-width="2.5" '
            'stroke-dasharray="6 4"/>'
        )
        yield f'<text x="{_LEFT + 38}" y="42">the same without the bid of {PRICES[0]}</text>'


class _Frame:
    """Where prices and points stand in the picture."""

    def __init__(self, points: Iterable[Fraction]) -> None:
        found = list(points)
        self.low = min(0, _STEP * (min(found) // _STEP))
        self.high = max(WEIGHT, -_STEP * (-max(found) // _STEP))

    def x(self, price: Fraction | int) -> str:
        return _tenths(_LEFT + Fraction(price - LOW, HIGH - LOW) * (_WIDTH - _LEFT - _RIGHT))

    def y(self, points: Fraction | int) -> str:
        height = Fraction(points - self.low) / (self.high - self.low) * (_HEIGHT - _TOP - _BOTTOM)
        return _tenths(_HEIGHT - _BOTTOM - height)

    def axes(self) -> Iterator[str]:
        """Yield the two axes and the ceiling, without words."""
        end, top, bottom = _WIDTH - _RIGHT, _TOP, _HEIGHT - _BOTTOM
        for x1, y1, x2, y2 in ((_LEFT, top, _LEFT, bottom), (_LEFT, self.y(0), end, self.y(0))):
            yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#888" stroke-width="2"/>'
        x = self.x(CEILING)
        dotted = f'stroke="{_GREY}" stroke-dasharray="6 9" stroke-width="2"'
        yield f'<line x1="{x}" y1="{top}" x2="{x}" y2="{bottom}" {dotted}/>'

    def grid(self) -> Iterator[str]:
        """Yield the lines and numbers of the axes, and the ceiling."""
        end, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
        for points in range(self.low, self.high + 1, _STEP):
            y, shade = self.y(points), "#888" if points == 0 else "#ddd"
            yield f'<line x1="{_LEFT}" y1="{y}" x2="{end}" y2="{y}" stroke="{shade}"/>'
            sign = "−" if points < 0 else ""
            yield f'<text x="{_LEFT - 6}" y="{y}" dy="4" text-anchor="end" fill="{_GREY}">{sign}{abs(points)}</text>'
        ceiling = self.x(CEILING)
        yield f'<line x1="{ceiling}" y1="{_TOP}" x2="{ceiling}" y2="{bottom}" stroke="{_GREY}" stroke-dasharray="2 3"/>'
        yield f'<text x="{ceiling}" y="{_TOP - 6}" text-anchor="middle" fill="{_GREY}">ceiling</text>'
        for price in _TICKS:
            yield f'<text x="{self.x(price)}" y="{bottom + 18}" text-anchor="middle" fill="{_GREY}">{price}</text>'
        yield f'<text x="{end}" y="{_HEIGHT - 8}" text-anchor="end" fill="{_GREY}">own price →</text>'
        yield f'<text x="{_LEFT - 30}" y="{_HEIGHT - 8}" fill="{_GREY}">↑ points of {WEIGHT}</text>'


def _tenths(value: Fraction) -> str:
    """Return a place in the picture with one decimal."""
    whole, rest = divmod(round(value * 10), 10)
    return f"{whole}.{rest}" if rest else str(whole)
