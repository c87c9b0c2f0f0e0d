"""Where heading, words and board stand on the pictures that have a board."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.board import Board, Field
from gogrow.ui.beamer.frame import HEIGHT, Frame
from gogrow.ui.board.geometry import Place, fitting, is_round
from gogrow.ui.board.painting import (
    RIM_END,
    BoardPicture,
    Corner,
    Dress,
    Wording,
    axes_room,
    corner,
    paint_axes,
    paint_corner,
)

RADIUS = 452.0
"""The board's radius on a canvas of 1920."""

AIR = 22.0
"""Around the words of a rectangle, in canvas pixels."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A picture's parts in canvas pixels: ``head``, ``column`` and ``foot`` for words, ``place`` for the board.

    On a narrow canvas the head is above the board, the column a line under the head, and the foot beside the board.
    """

    head: QRectF
    column: QRectF
    place: Place
    dress: Dress
    foot: QRectF = dataclasses.field(default_factory=QRectF)


def explaining(frame: Frame, board: Board) -> Stage:
    """A large board with its words inside, and a column for words at its left."""
    dress = frame.dress(Wording.INSIDE)
    left, margin = frame.inset + frame.margin, frame.margin
    right = frame.width - frame.inset
    if frame.tight:
        head = QRectF(left, 84, right - left - margin, 190)
        column = QRectF(left, 300, 0.33 * frame.width, HEIGHT - 300 - 64)
        area = QRectF(column.right() + 32, 236, right - 40 - column.right() - 32, HEIGHT - 236 - 40)
    else:
        column = QRectF(left, 118, 742, HEIGHT - 118 - 86)
        head = QRectF(left, 118, 742, 400)
        area = QRectF(right - 568 - 477, 540 - 477, 954, 954)
        if not is_round(board):
            area = QRectF(column.right() + 60, 88, right - 88 - column.right() - 60, HEIGHT - 176)
    room = axes_room(board, dress)
    return Stage(head, column, fitting(board, area.adjusted(0, room, 0, -room)), dress)


def gathering(frame: Frame, board: Board, radius: float = RADIUS) -> Stage:
    """A board with free fields, its words in the corners, and a narrower column at its left."""
    dress = frame.dress(Wording.CORNERS, centre=False)
    aside = max(0.0, (min(frame.width, 2080.0) - 1920.0) / 2)  # keep together in the middle of a wide screen
    left, right = frame.inset + frame.margin + aside, frame.width - frame.inset
    room = axes_room(board, dress)
    if frame.tight:
        head = QRectF(left, 72, right - left - frame.margin, 84)
        column = QRectF(left, 186, head.width(), 64)
        top = 276.0
        if is_round(board):
            radius = min(radius, (HEIGHT - top - 32) / 2 / RIM_END)
            middle = QPointF(frame.width / 2 + 36, HEIGHT - 32 - RIM_END * radius)
            place = _around(board, middle, radius)
        else:
            area = QRectF(left + 280, top, right - left - 280 - 200, HEIGHT - top - 40)
            place = fitting(board, area.adjusted(0, room, 0, -room))
        foot = QRectF(left, top + 200, place.outline().left() - left - 34, HEIGHT - top - 400)
        return Stage(head, column, place, dress, foot)
    column = QRectF(left, 110, 482, HEIGHT - 110 - 78)
    head = QRectF(left, 121, 482, 420)
    if is_round(board):
        middle = QPointF(left + 477 + corner_width(frame, board, dress) + 0.787 * radius, 540)
        place = _around(board, middle, radius)
    else:
        area = QRectF(column.right() + 48, 88, right - column.right() - 48 - 250, HEIGHT - 176)
        room += _beside_height(frame)
        place = fitting(board, area.adjusted(0, room, 0, -room))
    return Stage(head, column, place, dress, column)


def _around(board: Board, middle: QPointF, radius: float) -> Place:
    return Place(board, QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius))


def corner_width(frame: Frame, board: Board, dress: Dress) -> float:
    """How wide the widest of the words at the left of the board is."""
    return max((_corner(frame, field, dress).width for field in _left(board)), default=0.0)


def _beside(frame: Frame, field: Field) -> int:
    """Where a rectangle's words stand, so that no pawn covers them: -1 above the board, 1 below, 0 in the field.

    On a narrow picture there is no room but in the field.
    """
    _, y0, _, y1 = field.rect or (0, 0, 1, 1)
    if frame.tight or (y0 > 0 and y1 < 1):
        return 0
    return -1 if y0 <= 0 else 1


def _beside_height(frame: Frame) -> float:
    """The height of two lines of a rectangle's words above or below the board, with air."""
    return 2.5 * _beside_size(frame) + AIR


def _beside_size(frame: Frame) -> float:
    return max(0.84 * frame.theme.size("beamer.field.corner") * frame.text_scale, frame.floor)


def _left(board: Board) -> list[Field]:
    return [field for field in board.fields if _side(field)[0] < 0]


def _side(field: Field) -> tuple[int, int]:
    """At which corner of the board a field lies: -1 or 1 across and down."""
    if field.sector is not None:
        angle = sum(field.sector) / 2 % 360
        return (-1 if 180 <= angle < 360 else 1), (-1 if angle < 90 or angle >= 270 else 1)
    x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
    return (-1 if x0 + x1 < 1 else 1), (-1 if y0 + y1 < 1 else 1)


def _corner(frame: Frame, field: Field, dress: Dress, width: float = 0.0) -> Corner:
    """A field's words; ``width`` is the room within a rectangle, on a board that is not round."""
    size = frame.theme.size("beamer.field.corner") * (1.0 if not frame.tight else 0.86) * frame.text_scale
    if width:
        return corner(field, dress, width, 160, 0.84 * size)
    return corner(field, dress, 340 if not frame.tight else 290, 210, size)


def paint_stage(painter: QPainter, frame: Frame, stage: Stage, picture: BoardPicture) -> list[QRectF]:
    """Paint the board with its words; returns the boxes of words that names may not cross."""
    picture.paint(painter, stage.place, stage.dress)
    paint_axes(painter, stage.place, stage.dress)
    if stage.dress.wording is not Wording.CORNERS:
        return []
    return [paint_corner(painter, made, x, y, stage.dress) for made, x, y in corners(frame, stage)]


def corners(frame: Frame, stage: Stage) -> list[tuple[Corner, float, float]]:
    """The fields' words with their places: outside the board; in a field that lies at no edge, in its corner."""
    found = []
    place = stage.place
    outline, unit, stacked = place.outline(), place.unit, dict[tuple[int, int], float]()
    for field in place.board.fields:
        across, down = _side(field)
        if is_round(place.board):
            made = _corner(frame, field, stage.dress)
            away = stacked.get((across, down), 0.0)
            stacked[across, down] = away + made.height + 24
            x = place.centre.x() + 0.785 * unit
            if across < 0:
                x = max(frame.inset + 24, place.centre.x() - 0.785 * unit - made.width)
            y = outline.top() + away if down < 0 else outline.bottom() - made.height - away
        else:
            x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
            box = QRectF(place.point(x0, y0), place.point(x1, y1)).adjusted(AIR, 20, -AIR, -20)
            beside = _beside(frame, field)
            if beside:
                size = _beside_size(frame)
                made = corner(field, stage.dress, box.width(), 2.3 * size + size, size, bare=True)
                away = axes_room(place.board, stage.dress) + AIR
                x, y = box.left(), outline.top() - away - made.height if beside < 0 else outline.bottom() + away
            else:
                made = _corner(frame, field, stage.dress, box.width())
                x = box.left() if across < 0 else box.right() - made.width
                y = box.top() if down < 0 else box.bottom() - made.height
        found.append((made, x, y))
    return found
