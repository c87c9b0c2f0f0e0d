"""The line from A to B on paper: hollow dots before the talk above it, full dots after it below, the pin *wij*.

Each dot is one voice and all are equally large, so that one alone is seen as well as the many. There is no number, and
nothing in them of who.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from gogrow.domain.course import CourseLine
from gogrow.sheets.canvas import Pad, Point
from gogrow.sheets.fonts import EXTRABOLD, capital, width
from gogrow.sheets.look import WHITE, lighter

PLACES = 5
_AWAY = 2.1  # from the line to the first dots
_LARGEST, _SMALLEST, _HIGH = 3.7, 1.1, 13.0  # from dot to dot; how high a pile gets before dots get smaller
_HEAD = 4.5
PIN = "brick"


@dataclass(frozen=True, slots=True)
class Piles:
    """How dots stand at a place, the same on the whole page: ``columns`` of them, ``pitch`` millimetres apart."""

    columns: int
    pitch: float

    def high(self, count: int) -> float:
        """How far the dots of a place reach from the line; 0 when nobody stands there."""
        return _AWAY * self.pitch / _LARGEST + math.ceil(count / self.columns) * self.pitch if count else 0.0

    def wide(self, count: int) -> float:
        """How wide they stand."""
        return min(count, self.columns) * self.pitch

    def dots(self, count: int) -> list[Point]:
        """The middles of the dots: to the right of the place's middle, and away from the line."""
        left = -self.wide(count) / 2
        found = []
        for at in range(count):
            row, column = divmod(at, self.columns)
            missing = self.columns - (count - row * self.columns) if count > self.columns else 0
            column += max(0, missing) // 2
            found.append((left + (column + 0.5) * self.pitch, (row + 0.5) * self.pitch))
        return [(x, _AWAY * self.pitch / _LARGEST + y) for x, y in found]


def piles(lines: Iterable[CourseLine], room: float, unit: float) -> Piles:
    """The largest dots, in the fewest columns, with which every pile of a page is low; ``room`` is a line's length."""
    most = max((count for line in lines for count in (*line.before, *line.after)), default=0)
    place = room / PLACES - 1.6 * unit
    pitch = _LARGEST * unit
    while pitch > _SMALLEST * unit:
        for columns in range(1, max(1, int(place / pitch)) + 1):
            if math.ceil(most / columns) * pitch <= _HIGH * unit:
                return Piles(columns, pitch)
        pitch *= 0.95
    return Piles(max(1, int(place / pitch)), pitch)


@dataclass(frozen=True, slots=True)
class Ruler:
    """A dilemma's line with what stands on it. ``we`` is the word in the pin."""

    line: CourseLine
    x: float
    room: float
    unit: float
    piles: Piles
    we: str

    @property
    def above(self) -> float:
        """How much room it needs above the line."""
        pawn = self._head() + _HEAD * self.unit if self.line.pawn is not None else 0.0
        return max(2.6 * self.unit, pawn, *(self.piles.high(count) for count in (*self.line.before, 0)))

    @property
    def below(self) -> float:
        """How much room it needs below the line."""
        return max(2.6 * self.unit, *(self.piles.high(count) for count in (*self.line.after, 0)))

    def place(self, step: float) -> float:
        """Where a step (from 0) stands on the page."""
        return self.x + (step + 0.5) * self.room / PLACES

    def draw(self, pad: Pad, y: float) -> None:
        """Draw it with the line at height ``y``."""
        unit, end = self.unit, self.x + self.room
        pad.line(self.x, y, end, y, 0.85 * unit)
        for x in (self.x + 0.5 * unit, end - 0.5 * unit):
            pad.line(x, y - 2 * unit, x, y + 2 * unit, unit, round_ends=True)
        pad.line(self.place(2), y - 1.15 * unit, self.place(2), y + 1.15 * unit, 0.5 * unit, round_ends=True)
        if self.line.pawn is not None:
            self._pin(pad, y)
        radius, thick = self.piles.pitch * 0.4, self.piles.pitch * 0.125
        for counts, up in ((self.line.before, -1), (self.line.after, 1)):
            for step, count in enumerate(counts):
                for dx, dy in self.piles.dots(count):
                    x, middle = self.place(step) + dx, y + up * dy
                    if up < 0:
                        pad.circle(x, middle, radius - thick / 2, WHITE, None, thick)
                    else:
                        pad.circle(x, middle, radius, pad.look.ink)

    def _pawn(self) -> float:
        return self.place(4 * min(1.0, max(0.0, self.line.pawn or 0.0)))

    def _head(self) -> float:
        """How far the middle of the pin's head is from the line: above all dots that are near."""
        head, x = _HEAD * self.unit, self._pawn()
        near = [
            self.piles.high(count)
            for step, count in enumerate(self.line.before)
            if count and abs(self.place(step) - x) < self.piles.wide(count) / 2 + head
        ]
        return max(2.2 * head, max(near, default=0.0) + head + 0.5 * self.unit)

    def _pin(self, pad: Pad, y: float) -> None:
        pin(pad, self._pawn(), y - 0.45 * self.unit, self._head() - 0.45 * self.unit, _HEAD * self.unit, self.we)


def pin(pad: Pad, x: float, y: float, high: float, head: float, word: str = "") -> None:
    """A pin whose point is at (x, y) and the middle of whose head is ``high`` above it."""
    colour = pad.look.pawn_colour(PIN)
    middle = y - high
    up = head * head / high  # where the sides touch the head
    side = math.sqrt(max(0.0, head * head - up * up))
    pad.polygon([(x, y), (x - side, middle + up), (x + side, middle + up)], fill=colour)
    pad.circle(x, middle, head, colour)
    if word:
        pad.circle(x, middle, head * 0.85, None, lighter(colour, 0.5), head * 0.045)
        size = min(head * 2.3, head * 2.3 * 1.42 * head / max(0.1, width(word, EXTRABOLD, head * 2.3)))
        pad.text(x, middle + capital(size) * 0.36, word, size, EXTRABOLD, WHITE, "middle")
