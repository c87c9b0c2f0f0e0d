"""Explaining the fields, and a blind round in which everybody chooses a place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gogrow.domain.board import Board
from gogrow.domain.public import Explain, Placing
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import Frame, cap
from gogrow.ui.beamer.stage import Stage, explaining, paint_stage
from gogrow.ui.board.painting import BoardPicture, spoken
from gogrow.ui.icons import paint_icon
from gogrow.ui.typeset import Block


def paint_explain(painter: QPainter, picture: Explain, frame: Frame, board: BoardPicture) -> None:
    """The empty board with its words, a heading and a practice question."""
    for on in _larger_first(frame):  # what the middle and the rim mean goes before larger letters
        stage = explaining(on, picture.board)
        column, head = stage.column, on.heading(picture.heading, stage.head.width(), stage.head.height())
        top = _under(on, stage, head)
        left = column.bottom() - top
        legend = _legend(on, picture.board, column.width())
        block = on.body(picture.body, on.measure("body", leading=1.24), column.width(), left)
        if block.height + _legend_height(legend) + 60 <= left:
            break
    else:
        legend = []
    paint_stage(painter, on, stage, board)
    typeset.draw(painter, head, stage.head.x(), stage.head.y(), on.ink)
    y = typeset.draw(painter, block, column.x(), top, on.ink)
    if legend:
        _paint_legend(painter, on, legend, column.x(), y + 74)


def paint_placing(painter: QPainter, picture: Placing, frame: Frame, board: BoardPicture) -> None:
    """The question, the board with its words, and how many are done: a row that counts from the left."""
    t = frame.texts
    for on in _larger_first(frame):
        stage = explaining(on, picture.board)
        column = stage.column
        hidden = on.fit(t.t("The group does not see it yet."), on.measure("small"), column.width() - 60, 110)
        done = on.fit(
            t.n("{count} of {total} is ready", "{count} of {total} are ready", picture.done, total=picture.total),
            on.measure("body", 700),
            column.width(),
            140,
        )
        rows = _dot_rows(picture.total, column.width())
        bottom = column.bottom() - hidden.height
        counted = bottom - 30 - done.height
        dots = counted - 36 - rows[0] * rows[1] if rows else counted
        head = on.heading(picture.question, stage.head.width(), stage.head.height())
        top = _under(on, stage, head)
        line = on.body(t.t("Choose your place in silence."), on.measure("body", leading=1.24), column.width(), 150)
        legend = _legend(on, picture.board, column.width())
        left = dots - top - line.height - _legend_height(legend) - 30
        gap = next((gap for gap in (74.0, 48.0, 30.0) if gap <= left), 0.0)
        if gap:
            break
    paint_stage(painter, on, stage, board)
    typeset.draw(painter, head, stage.head.x(), stage.head.y(), on.ink)
    y = typeset.draw(painter, line, column.x(), top, on.ink)
    if gap:
        _paint_legend(painter, on, legend, column.x(), y + gap)
    _paint_dots(painter, on, rows, column.x(), dots, picture.done, picture.total)
    typeset.draw(painter, done, column.x() + 2, counted, on.ink)
    icon = 46.0
    middle = bottom + cap(hidden.face) / 2
    paint_icon(painter, "eye-off", on.ink2, QRectF(column.x() + 2, middle - icon / 2, icon, icon))
    typeset.draw(painter, hidden, column.x() + 62, bottom, on.ink2)


def _larger_first(frame: Frame) -> Iterator[Frame]:
    """The frame as asked, then with smaller text, down to the normal size; when nothing helps as asked again."""
    scale = frame.text_scale
    while scale > 1.0:
        yield replace(frame, text_scale=scale)
        scale *= 0.94
    yield replace(frame, text_scale=min(frame.text_scale, 1.0))
    yield frame


def _under(frame: Frame, stage: Stage, head: Block) -> float:
    """Where the capitals of the text under the heading begin."""
    y = stage.head.y() + head.height
    if frame.tight:
        return max(y + 52, stage.column.y())
    return y + 73 if head.lines else stage.head.y()


def _legend(frame: Frame, board: Board, width: float) -> list[tuple[str, Block]]:
    """What the middle and the rim of a round board mean."""
    t, face = frame.texts.t, frame.measure("small.large", leading=1.217)
    found = []
    if board.centre is not None:
        words = t("Centre: {words}", words=spoken(board.centre.sentence, frame.language))
        found.append(("centre", words))
    if board.rim_sentence:
        found.append(("rim", t("Rim: {words}", words=spoken(board.rim_sentence, frame.language))))
    return [(kind, frame.fit(words, face, width - 78, 170)) for kind, words in found]


def _legend_height(legend: list[tuple[str, Block]]) -> float:
    return sum(block.height for _, block in legend) + 50 * (len(legend) - 1) if legend else 0.0


def _paint_legend(painter: QPainter, frame: Frame, legend: list[tuple[str, Block]], x: float, y: float) -> None:
    for kind, block in legend:
        middle = QPointF(x + 30, y + cap(block.face) / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(frame.theme.colour("edge" if kind == "centre" else "ink"), 4 if kind == "centre" else 7))
        painter.drawEllipse(middle, 26, 26)
        if kind == "centre":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(frame.ink)
            painter.drawEllipse(middle, 9, 9)
        y = typeset.draw(painter, block, x + 78, y, frame.ink) + 50


def _dot_rows(total: int, width: float) -> tuple[int, float, int] | None:
    """Rows, the distance of two dots, and dots in a row; None when there are too many to be dots."""
    if total < 1 or total > 120:
        return None
    for rows in range(1, 7):
        each = math.ceil(total / rows)
        pitch = min(67.5, (width + 15) / each)
        if pitch >= 67.5 - 12 * (rows - 1) or rows == 6:
            return rows, pitch, each
    return None


def _paint_dots(
    painter: QPainter, frame: Frame, rows: tuple[int, float, int] | None, x: float, y: float, done: int, total: int
) -> None:
    if rows is None:
        return
    _, pitch, each = rows
    radius = pitch * 26 / 67.5
    for number in range(total):
        middle = QPointF(x + 30 + number % each * pitch - (26 - radius), y + pitch / 2 + number // each * pitch)
        if number < done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(frame.ink)
            painter.drawEllipse(middle, radius, radius)
            pen = QPen(frame.theme.colour("sheet"), radius * 0.19)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            unit = radius / 26
            points = [middle + QPointF(dx, dy) * unit for dx, dy in ((-10, 1), (-3, 8), (10, -6))]
            painter.drawPolyline(points)
        else:
            painter.setPen(QPen(frame.theme.colour("edge"), max(2.5, radius * 0.155)))
            painter.setBrush(frame.theme.colour("sheet"))
            painter.drawEllipse(middle, radius * 0.93, radius * 0.93)
