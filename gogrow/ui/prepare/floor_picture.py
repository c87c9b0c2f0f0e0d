"""A small picture of the board for the floor, with the sheets that it takes lying over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.domain.board import Board, Shape
from gogrow.sheets.floor_wishes import OUTER, FloorWishes, board_size, drawing, tiling
from gogrow.ui.theme import Theme


class FloorPicture(QWidget):
    """The fields of a board, and the edges of the sheets. Words beside it say the same."""

    def __init__(self, theme: Theme, board: Board) -> None:
        super().__init__()
        self._theme, self._board = theme, board
        self._wishes: FloorWishes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        """Small, but still to be seen."""
        return QSize(200, 200)

    def show_wishes(self, wishes: FloorWishes | None) -> None:
        """Another choice; None while there is none that can be."""
        self._wishes = wishes
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The board, and over it the sheets."""
        wishes = self._wishes
        if wishes is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = board_size(self._board, wishes)
        laid = None if wishes.paper == "one" else tiling(self._board, wishes)
        wide, high = size if laid is None else (laid.columns * laid.cell[0], laid.rows * laid.cell[1])
        unit = min((self.width() - 4) / wide, (self.height() - 4) / high)
        left, top = (self.width() - wide * unit) / 2, (self.height() - high * unit) / 2
        at = QPointF(left, top)
        if laid is not None:
            at += QPointF(laid.left, laid.top) * unit
        self._fields(painter, at, size[0] * unit / drawing(self._board).width, wishes.saver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("ink"), 1))
        if laid is None:
            painter.drawRect(QRectF(left, top, wide * unit, high * unit))
        else:
            cell_wide, cell_high = laid.cell[0] * unit, laid.cell[1] * unit
            for row, column in laid.tiles():
                painter.drawRect(QRectF(left + column * cell_wide, top + row * cell_high, cell_wide, cell_high))
        painter.end()

    def _fields(self, painter: QPainter, at: QPointF, factor: float, saver: bool) -> None:
        """The fields with the top left of the drawing at a point."""
        theme, made = self._theme, drawing(self._board)
        box = QRectF(
            at.x() + made.left * factor, at.y() + made.top * factor,
            made.fields_width * factor, made.fields_height * factor,
        )  # fmt: skip
        plain = saver or theme.patterns
        ground, edge = theme.colour("sheet"), theme.colour("edge")
        rim = box.width() / 2 * (OUTER - 1)
        for field in self._board.fields:
            colours = theme.field(field.colour)
            painter.setBrush(ground if plain else colours.fill)
            painter.setPen(QPen(edge if plain else colours.rim, 1.5))
            if field.rect is not None:
                x0, y0, x1, y1 = field.rect
                painter.drawRect(
                    QRectF(
                        box.x() + x0 * box.width(), box.y() + y0 * box.height(),
                        (x1 - x0) * box.width(), (y1 - y0) * box.height(),
                    )
                )  # fmt: skip
            elif field.sector is not None:
                start, end = field.sector
                span = (end - start) % 360 or 360
                painter.drawPie(box.adjusted(-rim, -rim, rim, rim), round((90 - start) * 16), round(-span * 16))
        centre = self._board.centre
        if centre is not None and self._board.shape is Shape.ROUND:
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen if not plain else QPen(edge, 1.5))
            painter.drawEllipse(box.center(), centre.radius * box.width() / 2, centre.radius * box.height() / 2)
