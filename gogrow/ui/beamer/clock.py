"""The quiet clock of a talk: one arc for each minute, never red, never blinking."""

from __future__ import annotations

import datetime as dt
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.public import PublicClock
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import Frame

RING = 256.0
"""The radius of the ring when it has the side of the screen to itself."""
_GAP = 4.4


def seconds_left(clock: PublicClock, now: dt.datetime) -> int:
    """The whole seconds that are left of a turn, rounded up; 0 when it is over."""
    left = clock.left if clock.ends is None else (clock.ends - now).total_seconds()
    return max(0, math.ceil(left - 1e-6))


def runs(clock: PublicClock, now: dt.datetime) -> bool:
    """Whether the clock will look different in a second."""
    return clock.ends is not None and clock.ends > now


def paint_clock(
    painter: QPainter, clock: PublicClock, turn: int, middle: QPointF, radius: float, frame: Frame, now: dt.datetime
) -> None:
    """The ring of minutes with the time that is left, and which turn it is; 0 leaves the turn out."""
    size = radius / RING
    left = seconds_left(clock, now)
    minutes = max(1, clock.minutes)
    gone = minutes - math.ceil(left / 60)
    gap = min(_GAP, 120 / minutes) if minutes > 1 else 0.0
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    for minute in range(minutes):
        colour = frame.theme.colour("line" if minute < gone else "ink2")
        if frame.theme.patterns and minute < gone:
            colour.setAlphaF(0.16)
        pen = QPen(colour, 22 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = 90 - (minute * 360 / minutes + gap / 2)
        painter.drawArc(box, round(start * 16), round(-(360 / minutes - gap) * 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(frame.theme.colour("sheet"))
    painter.drawEllipse(middle, 220 * size, 220 * size)
    digits = frame.face(frame.theme.size("beamer.clock") * size, 700)
    face = frame.fit(f"{left // 60}:{left % 60:02d}", digits, 400 * size, 200 * size)
    y = middle.y() - face.height / 2
    if turn:
        y -= 26 * size
        words = frame.fit(frame.texts.t("turn {number}", number=turn), frame.measure("small"), 330 * size, 60)
        below = y + face.height + 54 * size
        typeset.draw(painter, words, middle.x(), below, frame.ink2, align=Qt.AlignmentFlag.AlignHCenter)
    typeset.draw(painter, face, middle.x(), y, frame.ink, align=Qt.AlignmentFlag.AlignHCenter)
