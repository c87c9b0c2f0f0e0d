"""Where a board stands on a picture: from the board's own coordinates to pixels and back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from gogrow.domain.board import Board, Field, Shape

RIM_START = 1.018
"""Where the rim begins, as a share of the radius (of half the height on a plane board)."""
RIM = 0.036
"""How thick the rim is, as a share of the radius."""
RIM_END = RIM_START + RIM
CROSS = 0.024
"""How wide the paper between two fields is, as a share of the radius."""


@dataclass(frozen=True, slots=True)
class Place:
    """A board in a box of pixels: ``box`` is the outline's box, the rim lies outside it."""

    board: Board
    box: QRectF

    @property
    def unit(self) -> float:
        """The radius of a round board, half the height of another; all strokes are shares of it."""
        return self.box.height() / 2

    @property
    def centre(self) -> QPointF:
        """The middle of the box."""
        return self.box.center()

    def point(self, x: float, y: float) -> QPointF:
        """The pixels of a point on the board."""
        return QPointF(self.box.x() + x * self.box.width(), self.box.y() + y * self.box.height())

    def share(self, point: QPointF) -> tuple[float, float]:
        """The point on the board under these pixels; it may lie outside."""
        return (
            (point.x() - self.box.x()) / self.box.width(),
            (point.y() - self.box.y()) / self.box.height(),
        )

    def around(self, radius: float) -> QRectF:
        """The box of a circle around the middle, ``radius`` as a share of the unit."""
        half = radius * self.unit
        return QRectF(self.centre.x() - half, self.centre.y() - half, 2 * half, 2 * half)

    def polar(self, angle: float, radius: float) -> QPointF:
        """The pixels at an angle (degrees clockwise from twelve o'clock) and a share of the radius."""
        turn = math.radians(angle)
        return self.centre + QPointF(math.sin(turn), -math.cos(turn)) * (radius * self.unit)

    def outline(self) -> QRectF:
        """The box of everything that is painted of the board: the rim too."""
        more = (RIM_END - 1) * self.unit
        return self.box.adjusted(-more, -more, more, more)

    def shape(self, field: Field) -> QPainterPath:
        """The ground of a field."""
        path = QPainterPath()
        if field.sector is not None:
            start, end = field.sector
            path.moveTo(self.centre)
            path.arcTo(self.box, 90 - start, start - end)
            path.closeSubpath()
        elif field.rect is not None:
            x0, y0, x1, y1 = field.rect
            path.addRect(QRectF(self.point(x0, y0), self.point(x1, y1)))
        return path

    def middle(self, field: Field) -> QPointF:
        """Where the words of a field have their middle."""
        if field.sector is not None:
            start, end = field.sector
            return self.polar((start + end) / 2, 0.663)
        x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
        return self.point((x0 + x1) / 2, (y0 + y1) / 2)


def fitting(board: Board, area: QRectF) -> Place:
    """The board as large as it can be in an area, rim included, in its middle."""
    share = RIM_END - 1
    # width = aspect * height; both grow by a rim of `share` halves of the height on either side.
    height = min(area.height() / (1 + share), area.width() / (board.aspect + share))
    width = height * board.aspect
    middle = area.center()
    return Place(board, QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height))


def is_round(board: Board) -> bool:
    """Whether the outline is a circle."""
    return board.shape is Shape.ROUND
