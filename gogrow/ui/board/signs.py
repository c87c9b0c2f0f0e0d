"""The fields' icons alone, on boards that are too small for words: what they mean stands beside the board."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gogrow.domain.board import Field
from gogrow.ui.board.geometry import RIM_END, Place
from gogrow.ui.icons import paint_icon


def paint_signs(painter: QPainter, place: Place, ink: QColor, size: float) -> None:
    """An icon of ``size`` for each field: outside a round board, else in the field's own corner."""
    for field in place.board.fields:
        middle = sign_place(place, field, size)
        paint_icon(painter, field.icon, ink, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size), 2.0)


def sign_place(place: Place, field: Field, size: float) -> QPointF:
    """The middle of a field's icon."""
    if field.sector is not None:
        return place.polar(sum(field.sector) / 2, RIM_END + 0.62 * size / place.unit)
    x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
    a, b = place.point(x0, y0), place.point(x1, y1)
    x = a.x() + 0.8 * size if x0 + x1 < 1 else b.x() - 0.8 * size
    y = a.y() + 0.8 * size if y0 + y1 < 1 else b.y() - 0.8 * size
    return QPointF(x, y)
