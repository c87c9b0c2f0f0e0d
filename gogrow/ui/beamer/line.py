"""The line from A to B with the group's dots on it, large for one dilemma and small on the page of the course.

A dot is as large for one voice as for the many. Where many stand, a pile has five or ten dots in a row with a little
space after the fifth, so that sixty can still be counted. Dots stand for counts; there is nothing in them of who.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gogrow.ui import typeset
from gogrow.ui.beamer.frame import Frame, cap
from gogrow.ui.beamer.poles import MIDDLE
from gogrow.ui.typeset import Block

PLACES = 5
_COLUMNS = (1, 2, 3, 4, 5, 10, 15, 20, 25, 30)
_SMALL = (6, 8)
_STEPS = 120
_GROUP = 0.4
"""The space after five dots, as a share of the distance of two."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """The line itself: from ``left`` to ``right`` at height ``y``; ``size`` 1 is that of the large picture."""

    left: float
    right: float
    y: float
    size: float = 1.0

    @property
    def bin(self) -> float:
        """How much of the line belongs to each of the five places."""
        return (self.right - self.left) / PLACES

    def place(self, step: int) -> float:
        """Where a step stands, counted from 0."""
        return self.left + (step + 0.5) * self.bin

    def at(self, pawn: float) -> float:
        """Where the group's own place is: 0 at the first step, 1 at the last."""
        return self.place(0) + min(1.0, max(0.0, pawn)) * (self.place(PLACES - 1) - self.place(0))


@dataclass(frozen=True, slots=True)
class Pile:
    """Dots at one place: columns and rows of distance ``pitch``, away from the line; ``shift`` is to the right."""

    count: int
    columns: int
    pitch: float
    shift: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return math.ceil(self.count / self.columns) if self.count else 0

    @property
    def width(self) -> float:
        """How wide it is."""
        return self._across(min(self.columns, self.count) - 1) + self.pitch if self.count else 0.0

    @property
    def height(self) -> float:
        """From the first row's near side to the last one's far side."""
        return self._along(self.rows - 1) + self.pitch if self.count else 0.0

    def dots(self) -> list[QPointF]:
        """The middles of the dots, from the middle of the pile's foot; y grows away from the line."""
        left = self.shift - (self.width - self.pitch) / 2
        found = []
        for number in range(self.count):
            row, column = divmod(number, self.columns)
            if row == self.rows - 1 and self.columns < 10:
                column += (self.columns - (self.count - row * self.columns)) // 2
            found.append(QPointF(left + self._across(column), self._along(row) + self.pitch / 2))
        return found

    def _across(self, steps: int) -> float:
        groups = steps // 5 if self.columns >= 10 else 0
        return (steps + groups * _GROUP) * self.pitch

    def _along(self, steps: int) -> float:
        groups = steps // 5 if self.rows >= 8 else 0
        return (steps + groups * _GROUP) * self.pitch


def _columns(count: int, *, small: bool = False) -> list[int]:
    """How many dots may stand in a row: up to five, fives, or all when there are not ten."""
    more = {count} if 5 < count < 10 else set()
    return sorted({*_COLUMNS, *more, *(_SMALL if small else ())})


def pile(count: int, pitch: float, width: float, height: float, *, small: bool = False) -> Pile | None:
    """The narrowest pile that fits; None when none does."""
    for columns in _columns(count, small=small):
        made = Pile(count, columns, pitch)
        if made.width > width:
            return None
        if made.height <= height:
            return made
    return None


@dataclass(frozen=True, slots=True)
class Dots:
    """All dots of a picture on their ruler. ``before`` stand above the line, ``after`` hang under it.

    There is a pile for each place from A to B, and a second row of five when names need a column of their own.
    """

    ruler: Ruler
    pitch: float
    before: tuple[Pile, ...]
    after: tuple[Pile, ...]

    @property
    def away(self) -> float:
        """How far from the line the piles begin."""
        return 26 * self.ruler.size + 0.1 * self.pitch

    @property
    def radius(self) -> float:
        """A dot's radius."""
        return self.pitch * (0.414 if self.pitch > 14 else 0.46)

    def middles(self, piles: Sequence[Pile], up: int) -> list[QPointF]:
        """Where the dots are, on the canvas; ``up`` is -1 above the line and 1 below it."""
        return [
            QPointF(self.ruler.place(step % PLACES) + dot.x(), self.ruler.y + up * (self.away + dot.y()))
            for step, pile in enumerate(piles)
            for dot in pile.dots()
        ]


def lay_dots(
    ruler: Ruler,
    before: Sequence[int],
    after: Sequence[int],
    top: float,
    bottom: float,
    largest: float,
    *,
    above: float = 0.0,
    below: float = 0.0,
    play: float = math.inf,
) -> Dots:
    """The largest dots with which every pile fits between ``top`` and ``bottom``; the line moves only if it must.

    ``above`` and ``below`` are room that is kept free beyond the highest pile on either side; ``play`` is how far the
    line may move.
    """
    best, fits, not_yet = None, _STEPS, -1
    while fits - not_yet > 1:  # what fits, fits with smaller dots too
        step = 0 if not_yet < 0 and fits == _STEPS else (fits + not_yet) // 2
        made = _try_dots(ruler, before, after, top, bottom, largest * 0.97**step, (above, below), play)
        if made is None:
            not_yet = step
        else:
            best, fits = made, step
    # with more dots than there are pixels they lie on each other
    return best or Dots(ruler, 2.0, _flat(before), _flat(after))


def free_width(ruler: Ruler, pitch: float) -> float:
    """How wide a pile may be, so that it stays apart from its neighbours."""
    return ruler.bin - 0.5 * pitch - 8 * ruler.size


def _flat(counts: Sequence[int]) -> tuple[Pile, ...]:
    return tuple(Pile(min(count, 50), 50, 2.0) for count in counts)


def _try_dots(
    ruler: Ruler,
    before: Sequence[int],
    after: Sequence[int],
    top: float,
    bottom: float,
    pitch: float,
    free: tuple[float, float],
    play: float,
) -> Dots | None:
    above, below = free
    width, small = free_width(ruler, pitch), ruler.size < 1
    away = Dots(ruler, pitch, (), ()).away
    up, down = ruler.y - top - away - above, bottom - ruler.y - away - below
    upper, lower = (_piles(c, pitch, width, high, small=small) for c, high in ((before, up), (after, down)))
    if upper is not None and lower is not None:
        return Dots(ruler, pitch, upper, lower)
    # the line goes where both sides have room
    first, second = (least_height(counts, pitch, width, small=small) for counts in (before, after))
    if first is None or second is None:
        return None
    spare = bottom - top - 2 * away - above - below - first - second
    if spare < 0:
        return None
    lowest = top + above + first + away
    y = min(max(ruler.y, lowest), lowest + spare)
    if abs(y - ruler.y) > play:
        return None
    return Dots(
        replace(ruler, y=y),
        pitch,
        _piles(before, pitch, width, y - top - away - above + 0.01, small=small) or (),
        _piles(after, pitch, width, bottom - y - away - below + 0.01, small=small) or (),
    )


def _piles(
    counts: Sequence[int], pitch: float, width: float, height: float, *, small: bool = False
) -> tuple[Pile, ...] | None:
    found = [pile(count, pitch, width, height, small=small) for count in counts]
    kept = tuple(one for one in found if one is not None)
    return kept if len(kept) == len(found) else None


def least_height(counts: Sequence[int], pitch: float, width: float, *, small: bool = False) -> float | None:
    """The height of the highest pile when all are as wide as they may be; None when one is too wide."""
    highest = 0.0
    for count in counts:
        made = [one for n in _columns(count, small=small) if (one := Pile(count, n, pitch)).width <= width]
        if not made:
            return None
        highest = max(highest, min(one.height for one in made))
    return highest


def paint_ruler(painter: QPainter, ruler: Ruler, frame: Frame) -> None:
    """The line, its two ends and a tick in the middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(frame.ink)
    size, y = ruler.size, ruler.y
    for box in (
        QRectF(ruler.left + 9 * size, y - 8 * size, ruler.right - ruler.left - 18 * size, 16 * size),
        QRectF(ruler.left, y - 44 * size, 18 * size, 88 * size),
        QRectF(ruler.right - 18 * size, y - 44 * size, 18 * size, 88 * size),
        QRectF((ruler.left + ruler.right) / 2 - 5 * size, y - 26 * size, 10 * size, 52 * size),
    ):
        corner = min(box.width(), box.height()) / 2
        painter.drawRoundedRect(box, corner, corner)


def paint_dots(painter: QPainter, dots: Dots, frame: Frame, shown: float = 1.0) -> None:
    """All dots; ``shown`` from 0 to 1 is how far they have come, all of them at once."""
    painter.save()
    painter.setOpacity(painter.opacity() * shown)
    radius = dots.radius * (0.9 + 0.1 * shown)
    for middle in dots.middles(dots.before, -1):
        paint_dot(painter, middle, radius, frame, full=False)
    for middle in dots.middles(dots.after, 1):
        paint_dot(painter, middle, radius, frame, full=True)
    painter.restore()


def paint_dot(painter: QPainter, middle: QPointF, radius: float, frame: Frame, *, full: bool) -> None:
    """One dot, full or hollow; both reach equally far."""
    if full:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(frame.ink)
        painter.drawEllipse(middle, radius, radius)
        return
    stroke = min(max(0.25 * radius, 1.8), 0.6 * radius)
    painter.setPen(QPen(frame.ink, stroke))
    painter.setBrush(frame.theme.colour("paper"))
    painter.drawEllipse(middle, radius - stroke / 2, radius - stroke / 2)


def pin_height(radius: float) -> float:
    """From its tip to its top."""
    return 3.13 * radius


def lift(dots: Dots, x: float, radius: float) -> float:
    """How far above the line a pin's tip must be, so that it covers no dot."""
    needed = 0.0
    for step, made in enumerate(dots.before):
        if not made.count:
            continue
        beside = abs(dots.ruler.place(step % PLACES) + made.shift - x) - made.width / 2 - 8
        high = dots.away + made.height
        if beside <= 0:
            needed = max(needed, high + 4)
        elif beside < radius:  # the pin widens towards its top
            needed = max(needed, high - min(beside, 0.88 * radius) / 0.54)
    return needed if needed > dots.away * 0.6 else 0.0


def paint_pin(painter: QPainter, tip: QPointF, radius: float, word: str, frame: Frame, stem: float = 0.0) -> None:
    """The group's own place: a pin with a word in it, on a stem of that length when dots stand under it."""
    theme = frame.theme
    colour = theme.pawn("brick")
    line = theme.pawn_outline or colour
    if stem:
        painter.setPen(QPen(line, max(3.0, 0.1 * radius), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(tip, tip + QPointF(0, stem))
    head = tip - QPointF(0, 2.105 * radius)
    path = QPainterPath(tip)
    path.lineTo(tip + QPointF(-0.88 * radius, -1.63 * radius))
    box = QRectF(head.x() - radius, head.y() - radius, 2 * radius, 2 * radius)
    path.arcTo(box, 208.4, -236.8)
    path.closeSubpath()
    painter.setPen(
        QPen(line, max(2.0, 0.05 * radius), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(colour)
    painter.drawPath(path)
    if not word:
        return
    ring = QColor(theme.pawn_text)
    ring.setAlphaF(0.38)
    painter.setPen(QPen(ring, 0.053 * radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(head, 0.84 * radius, 0.84 * radius)
    face = replace(frame.face(1), pixels=max(frame.floor, 0.79 * radius), weight=800)
    typeset.draw(painter, Block((word,), face), head.x(), head.y() - cap(face) / 2, theme.pawn_text, align=MIDDLE)
