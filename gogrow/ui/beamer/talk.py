"""All talk in twos: one question, who listens first, and a quiet clock that is never red."""

from __future__ import annotations

import datetime as dt
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.public import Pairs, PublicClock
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, rule
from gogrow.ui.board.pawns import NEUTRAL, Look, paint_pawn
from gogrow.ui.icons import paint_icon

_RING = 256.0
_GAP = 4.4


def seconds_left(clock: PublicClock, now: dt.datetime) -> int:
    """The whole seconds that are left of a turn, rounded up; 0 when it is over."""
    left = clock.left if clock.ends is None else (clock.ends - now).total_seconds()
    return max(0, math.ceil(left - 1e-6))


def runs(clock: PublicClock, now: dt.datetime) -> bool:
    """Whether the clock will look different in a second."""
    return clock.ends is not None and clock.ends > now


def paint_pairs(painter: QPainter, picture: Pairs, frame: Frame) -> None:
    """Everything but the clock."""
    t = frame.texts.t
    left = frame.inset + frame.margin - 2
    width = min(1010.0, _ring_middle(frame).x() - _RING - 60 - left)
    face = frame.measure("body.small", leading=1.19)
    rows = [(True, frame.body(t("First one, then the other."), face, width - 238, 130))]
    if picture.listens:
        rows.append((False, frame.fit(t("The manager listens first."), face, width - 238, 130)))
    heights = [max(84.0, block.height) for _, block in rows]
    rest = 84 + 64 + 86 + 56 + sum(heights) + 44 * (len(rows) - 1)
    question = frame.heading(picture.question, width, HEIGHT - 2 * 96 - rest)
    y = max(84.0, (HEIGHT - rest - question.height) / 2 - 8)
    talk = frame.fit(t("Talk in pairs"), frame.face(62, 700), width - 104, 70)
    paint_icon(painter, "users", frame.ink, QRectF(left, y, 84, 84), 2)
    typeset.draw(painter, talk, left + 104, y + 42 - cap(talk.face) / 2, frame.ink)
    y = typeset.draw(painter, question, left, y + 84 + 64, frame.ink)
    rule(painter, frame, left + 6, y + 86, width)
    first = y + 86 + 56
    y = first
    for (pair, block), height in zip(rows, heights, strict=True):
        middle = y + height / 2
        if pair:
            paint_pawn(painter, QPointF(left + 50, middle - 3), 42, NEUTRAL, frame.theme)
            paint_pawn(painter, QPointF(left + 154, middle - 3), 42, NEUTRAL, frame.theme)
        else:
            paint_pawn(painter, QPointF(left + 50, middle - 3), 42, Look("manager"), frame.theme)
            paint_icon(painter, "ear", frame.ink, QRectF(left + 116, middle - 42, 84, 84), 2)
        typeset.draw(painter, block, left + 238, middle - block.height / 2, frame.ink)
        y += height + 44


def _ring_middle(frame: Frame) -> QPointF:
    return QPointF(frame.width - frame.inset - (392.0 if not frame.tight else 56 + _RING), HEIGHT / 2)


def paint_clock(painter: QPainter, picture: Pairs, frame: Frame, now: dt.datetime) -> None:
    """The ring of minutes with the time that is left, and which turn it is."""
    clock, middle = picture.clock, _ring_middle(frame)
    left = seconds_left(clock, now)
    minutes = max(1, clock.minutes)
    gone = minutes - math.ceil(left / 60)
    gap = min(_GAP, 120 / minutes) if minutes > 1 else 0.0
    box = QRectF(middle.x() - _RING, middle.y() - _RING, 2 * _RING, 2 * _RING)
    for minute in range(minutes):
        colour = frame.theme.colour("line" if minute < gone else "ink2")
        if frame.theme.patterns and minute < gone:
            colour.setAlphaF(0.16)
        pen = QPen(colour, 22, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = 90 - (minute * 360 / minutes + gap / 2)
        painter.drawArc(box, round(start * 16), round(-(360 / minutes - gap) * 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(frame.theme.colour("sheet"))
    painter.drawEllipse(middle, 220, 220)
    face = frame.fit(f"{left // 60}:{left % 60:02d}", frame.measure("clock", 700), 400, 200)
    y = middle.y() - face.height / 2
    if picture.turn:
        y -= 26
        turn = frame.fit(frame.texts.t("turn {number}", number=picture.turn), frame.measure("small"), 330, 60)
        typeset.draw(painter, turn, middle.x(), y + face.height + 54, frame.ink2, align=Qt.AlignmentFlag.AlignHCenter)
    typeset.draw(painter, face, middle.x(), y, frame.ink, align=Qt.AlignmentFlag.AlignHCenter)
