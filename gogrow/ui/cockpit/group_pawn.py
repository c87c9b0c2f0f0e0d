"""The group's own pawn on the line from A to B: dragged, clicked or moved by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from gogrow.texts import Texts
from gogrow.ui.theme import Theme, make_font

SCALE = 100
"""The line in so many parts: fine enough to say *a bit more to B*."""
_STEP, _PAGE = 2, 10
_SIDE, _LINE, _PIN = 26, 66, 20
_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class PawnLine(QSlider):
    """`moved` brings a place from 0 (A) to 1 (B), once the hand lets go; None when Delete takes the pawn away.

    A slider underneath, so that screen readers know what it is and where it stands.
    """

    moved = Signal(object)  # float | None

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._texts = texts
        self._placed = False
        self._dragged = False
        self.setRange(0, SCALE)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(texts.t("The group’s pawn on the line from A to B"))
        self.show_place(None)

    @property
    def placed(self) -> bool:
        """Whether the pawn stands anywhere."""
        return self._placed

    def show_place(self, at: float | None) -> None:
        """Show the pawn there; None: not put yet. A drag that is going on wins."""
        if self._dragged:
            return
        self._placed = at is not None
        self.setValue(round(SCALE * (0.5 if at is None else at)))
        self._tell()
        self.update()

    def step(self, by: int) -> None:
        """A little to A (negative) or to B."""
        self._go(self.value() + by * _STEP if self._placed else SCALE // 2)
        self.moved.emit(self.value() / SCALE)

    def sizeHint(self) -> QSize:
        """Room for the pin above the line and the letters under it."""
        return QSize(300, 100)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(160, 100)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, Home and End bring it to A and B, Delete takes it away; other keys go to the page."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._placed:
            self.moved.emit(None)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if event.key() == Qt.Key.Key_Home else SCALE)
            self.moved.emit(self.value() / SCALE)
        elif event.key() in _KEYS:
            self.step(-1 if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down) else 1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it, wherever on the line."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = True
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes along."""
        if self._dragged:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragged:
            self._dragged = False
            self.moved.emit(self.value() / SCALE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the panel and moves no pawn."""
        event.ignore()

    def _follow(self, event: QMouseEvent) -> None:
        span = max(1, self.width() - 2 * _SIDE)
        self._go(round((event.position().x() - _SIDE) / span * SCALE))

    def _go(self, value: int) -> None:
        self._placed = True
        self.setValue(max(0, min(SCALE, value)))
        self._tell()
        self.update()

    def _tell(self) -> None:
        t, value = self._texts.t, self.value()
        if not self._placed:
            words = t("Not put yet")
        elif value == SCALE // 2:
            words = t("In the middle, between A and B")
        elif value < SCALE // 2:
            words = t("At {count} of 100, on the side of A", count=value)
        else:
            words = t("At {count} of 100, on the side of B", count=value)
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with its ends and middle, and the pin."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = float(_SIDE), float(self.width() - _SIDE)
        ink = theme.colour("ink")
        painter.setPen(QPen(ink, 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(left, _LINE), QPointF(right, _LINE))
        painter.setPen(QPen(ink, 5.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x in (left, right):
            painter.drawLine(QPointF(x, _LINE - 9), QPointF(x, _LINE + 9))
        painter.setPen(QPen(ink, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = (left + right) / 2
        painter.drawLine(QPointF(middle, _LINE - 6), QPointF(middle, _LINE + 6))
        painter.setFont(make_font(theme.family, theme.size("font.text"), 800))
        for x, letter in ((left, "A"), (right, "B")):
            box = QRectF(x - 12, _LINE + 13, 24, 22)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        self._paint_pin(painter, left + (right - left) * self.value() / SCALE)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("act"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.end()

    def _paint_pin(self, painter: QPainter, x: float) -> None:
        theme = self._theme
        act = theme.colour("act")
        top = QPointF(x, _PIN + 3)
        pin = QPainterPath()
        pin.moveTo(x, _LINE - 3)
        pin.lineTo(x - _PIN * 0.86, top.y() + _PIN * 0.5)
        pin.lineTo(x + _PIN * 0.86, top.y() + _PIN * 0.5)
        pin.closeSubpath()
        round_part = QPainterPath()
        round_part.addEllipse(top, _PIN, _PIN)
        shape = pin.united(round_part)
        ink: QColor = theme.colour("acttext")
        if self._placed:
            painter.fillPath(shape, act)
        else:
            painter.fillPath(shape, theme.colour("sheet"))
            painter.strokePath(shape, QPen(act, 2, Qt.PenStyle.DashLine))
            ink = act
        words = self._texts.t("we")
        size = theme.size("font.text")
        face = make_font(theme.family, min(size, 17), 800)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(QRectF(x - _PIN, top.y() - _PIN, 2 * _PIN, 2 * _PIN), Qt.AlignmentFlag.AlignCenter, words)
