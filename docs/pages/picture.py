"""The picture of a price formula as SVG: points by price, beside other bids and without the cheapest of them.

No script, no font of its own, no colour alone: one line is dashed and its marks are hollow.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from circular_tender.scales import relative
from circular_tender.write.escape import attribute
from pages.bidding import CEILING, HIGH, LOW, OWN, PRICES, curve, shares, without
from pages.catalogue import WEIGHT, Formula

_WIDTH, _HEIGHT = 420, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 12, 58, 44
_WITH, _WITHOUT, _GREY = "#0072b2", "#b3450b", "#6b6b6b"  # after Okabe and Ito (2008), dark enough on white
_STEP = 10  # points between two lines
_TICKS = (50, 100, 150, 200)


def picture(name: str, formula: Formula) -> str:
    """Return the picture of a formula."""
    beside = curve(formula, without(OWN))
    lines: list[tuple[list[tuple[int, Fraction]], tuple[int, ...], str]] = [(beside, PRICES, _WITH)]
    if relative(formula.used):
        fewer = without(PRICES[0])
        lines.append((curve(formula, [p for p in fewer if p != OWN]), fewer, _WITHOUT))
    frame = _Frame([points for line, _, _ in lines for _, points in line])
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    told = f'role="img" aria-labelledby="{name}-title"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {told} font-family="sans-serif" font-size="13">',
        f'<title id="{name}-title">{attribute(formula.called["en"])}: points of {WEIGHT} by price</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        *_legend(len(lines) > 1),
        *frame.grid(),
        *(part for line, bids, colour in lines for part in _drawn(frame, formula, line, bids, colour)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawn(
    frame: "_Frame", formula: Formula, line: list[tuple[int, Fraction]], bids: Sequence[int], colour: str
) -> Iterator[str]:
    """Yield a line with the marks of the bids on it."""
    dashed = ' stroke-dasharray="6 4"' if colour == _WITHOUT else ""
    path = " ".join(f"{frame.x(price)},{frame.y(points)}" for price, points in _bends(line))
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>'
    for price, share in zip(bids, shares(formula, bids), strict=True):
        at = f'cx="{frame.x(price)}" cy="{frame.y(WEIGHT * share)}"'
        fill = "#fff" if dashed else colour
        yield f'<circle {at} r="4.5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


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
