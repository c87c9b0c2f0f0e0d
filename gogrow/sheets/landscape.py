"""The landscape of a poster: hills, a sun on the horizon, and a road to it with stops, as many as are wanted.

Drawn for an A3 that stands (297 by 420 mm). With colours it is flat and full; on paper that saves ink, and in black,
the same landscape is drawn in lines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gogrow.sheets import fonts, icons
from gogrow.sheets.canvas import Pad, Point, on_circle
from gogrow.sheets.fonts import EXTRABOLD, Fitted
from gogrow.sheets.icons import Stroke
from gogrow.sheets.look import WHITE, lighter

WIDE, HIGH = 297.0, 420.0
SUN = 196.1, 89.4, 47.8
"""Centre and radius."""
HORIZON = 134.6

_DRAWN = 1169.0, 522.0, 1330.0  # width, horizon and foot of the drawing that the curves below are taken from
_HILLS = (
    ("M0 554C220 494 420 546 640 522S1010 490 1169 540", 0.53),
    ("M0 730C260 640 430 710 690 735S1040 650 1169 670", 0.27),
    ("M0 990C200 920 520 1025 760 980S1060 910 1169 950", 0.0),
)
"""The upper edge of each hill from the back to the front, and how much lighter it is."""
_ROAD_START = 83.8
_ROAD_END = 194.6
_FIRST, _LAST = 32.0, 38.5  # from the foot to the first stop, from the horizon to the last


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a stop lies, how large its disc is, and on which side of the road there is room for words."""

    x: float
    y: float
    radius: float
    right: bool


def stops(count: int, foot: float) -> tuple[Stop, ...]:
    """Places for so many stops, from the nearest to the one before the sun; the land ends at ``foot``."""
    low, high = foot - _FIRST, HORIZON + _LAST
    found = []
    for at in range(count):
        far = at / max(1, count - 1)
        y = low + (high - low) * far
        right = at % 2 == 0
        x = 123.5 + 14 * far if right else 168 + 16 * far
        found.append(Stop(x, y, 12.2 - 4.4 * far, right))
    return tuple(found)


def draw_land(pad: Pad, foot: float, marks: Sequence[Stop]) -> None:
    """Hills down to ``foot`` and the road along ``marks``; the sun comes over it."""
    look = pad.look
    green, edge = look.fill.get("grow", WHITE), look.rim.get("grow", look.ink)
    for data, light in _HILLS:
        top = _hill(data, foot)
        closed = [*top, ("L", (WIDE, foot)), ("L", (0.0, foot)), ("Z", ())]
        pad.shape(closed, lighter(green, light) if look.filled else WHITE)
        if not look.filled:
            pad.shape(top, None, edge, 0.7)
    left, right = _road(foot, marks)
    end, corner = right[-1][1][-2:], left[0][1]
    back = [("L", end), *reversed_curves(right), ("L", corner), ("Z", ())]
    pad.shape([*left, *back], WHITE if not look.filled else "#FFFDF8")
    if not look.filled:
        pad.shape(left, None, look.ink, 0.7)
        pad.shape(right, None, look.ink, 0.7)
        pad.line(0, foot, WIDE, foot, 0.7, edge)


def draw_sun(pad: Pad) -> None:
    """The sun, open for words."""
    look, (x, y, r) = pad.look, SUN
    rim = look.rim.get("glow", look.ink)
    if look.filled:
        pad.circle(x, y, r, look.fill.get("glow", WHITE))
        pad.circle(x, y, r - 3.05, None, rim, 1.27)
        return
    for ray in range(36):
        angle = 10.0 * ray + 5
        if 125 < angle < 235:
            continue  # below the horizon
        start, end = on_circle(x, y, r + 2.6, angle), on_circle(x, y, r + (8.2 if ray % 2 else 5.6), angle)
        pad.line(*start, *end, 0.9, rim, round_ends=True)
    pad.circle(x, y, r, WHITE, rim, 1.6)
    pad.circle(x, y, r - 3.05, None, rim, 0.5)


def _hill(data: str, foot: float) -> list[Stroke]:
    wide, top, low = _DRAWN
    across, down = WIDE / wide, (foot - HORIZON) / (low - top)
    return [
        (kind, tuple(HORIZON - 2 + (v - top) * down if at % 2 else v * across for at, v in enumerate(values)))
        for kind, values in icons.strokes(data)
    ]


def _road(foot: float, marks: Sequence[Stop]) -> tuple[list[Stroke], list[Stroke]]:
    """The left and the right edge of the road, from the foot up; wide in front, narrow at the horizon."""
    points: list[Point] = [(_ROAD_START, foot), *((mark.x, mark.y) for mark in marks), (_ROAD_END, HORIZON)]

    def half(y: float) -> float:
        return 17.6 * max(0.07, (y - HORIZON + 8) / (foot - HORIZON + 8))

    edges = []
    for side in (-1, 1):
        x0, y0 = points[0]
        edge: list[Stroke] = [("M", (x0 + side * half(y0), y0))]
        for at, (x, y) in enumerate(points[1:]):
            first = x0 + (x - x0) * 0.42 if at == 0 else x0
            last = x + (x0 - x) * 0.12 if at == len(points) - 2 else x
            low, high = y0 + (y - y0) / 3, y0 + (y - y0) * 2 / 3
            curve = (first + side * half(low), low, last + side * half(high), high, x + side * half(y), y)
            edge.append(("C", curve))
            x0, y0 = x, y
        edges.append(edge)
    return edges[0], edges[1]


def reversed_curves(edge: Sequence[Stroke]) -> list[Stroke]:
    """The curves of an edge from its end to its beginning."""
    found: list[Stroke] = []
    for before, (_, values) in zip(reversed(edge[:-1]), reversed(edge[1:]), strict=True):
        found.append(("C", (*values[2:4], *values[0:2], *before[1][-2:])))
    return found


@lru_cache(maxsize=64)
def in_circle(text: str, radius: float, largest: float, floor: float, weight: int = EXTRABOLD) -> Fitted:
    """A text as large as it can be in a round; words are broken, and at last cut, only at the floor."""
    text = " ".join(text.split())
    most = max(1, math.ceil(math.sqrt(len(text) / 4)))  # more lines than that make a pillar of a short text
    size, small = largest, max(floor, 0.53 * largest)
    while size >= small:
        for count in range(1, most + 1):
            lines = _rounded(text, radius, size, weight, count)
            if lines:
                return Fitted(_evened(lines, text, radius, size, weight), size)
        size -= 0.5
    long = any(fonts.width(word, weight, small) > 1.8 * radius for word in text.split())
    while size >= floor and not long:
        for count in range(1, 3 * most):
            lines = _rounded(text, radius, size, weight, count)
            if lines:
                return Fitted(lines, size)
        size -= 0.5
    return _squared(text, radius, 0.63 * largest, floor, weight)


def _squared(text: str, radius: float, size: float, floor: float, weight: int) -> Fitted:
    """A text in the square within the round, with broken words; cut when it does not fit at the floor."""
    edge = radius * math.sqrt(2) * 1.04
    while True:
        fitted = fonts.fit(text, weight, size, edge, int(edge / (size * 0.392)), size)
        if not fitted.cut or size <= floor:
            return fitted
        size = max(floor, size - 0.5)


def _evened(lines: tuple[str, ...], text: str, radius: float, size: float, weight: int) -> tuple[str, ...]:
    """The same number of lines in the narrowest round that still holds them."""
    least, most = 0.0, radius
    for _ in range(7):
        middle = (least + most) / 2
        found = _rounded(text, middle, size, weight, len(lines))
        if found:
            lines, most = found, middle
        else:
            least = middle
    return lines


def _rounded(text: str, radius: float, size: float, weight: int, count: int) -> tuple[str, ...]:
    """So many lines around the middle of a round; () when the text does not fit, or leaves one empty."""
    leading, words = 0.392 * size, text.split(" ")
    lines: list[str] = []
    for row in range(count):
        far = abs(row - (count - 1) / 2) * leading + leading * 0.36
        room, line = 2 * math.sqrt(max(0.0, radius * radius - far * far)), ""
        while words and fonts.width(f"{line} {words[0]}".strip(), weight, size) <= room:
            line = f"{line} {words.pop(0)}".strip()
        lines.append(line)
    return tuple(lines) if not words and all(lines) else ()
