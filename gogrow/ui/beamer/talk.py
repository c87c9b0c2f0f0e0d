"""All talk in twos: one question, who listens first, and a quiet clock that is never red."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.public import Pairs
from gogrow.ui import typeset
from gogrow.ui.beamer.clock import RING, paint_clock
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, rule
from gogrow.ui.board.pawns import NEUTRAL, Look, paint_pawn
from gogrow.ui.icons import paint_icon


def paint_pairs(painter: QPainter, picture: Pairs, frame: Frame, now: dt.datetime) -> None:
    """The question, who goes first, and the clock."""
    paint_clock(painter, picture.clock, picture.turn, _ring_middle(frame), RING, frame, now)
    t = frame.texts.t
    left = frame.inset + frame.margin - 2
    width = min(1010.0, _ring_middle(frame).x() - RING - 60 - left)
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
    return QPointF(frame.width - frame.inset - (392.0 if not frame.tight else 56 + RING), HEIGHT / 2)
