"""One answer box of a slip on the screen: its number and short question, and a letter or a check."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gogrow.ui import icons
from gogrow.ui.theme import Theme, make_font

FLASH_MS = 900
"""How long a typed letter stands in its box when the board is blind: enough to check it, too short to read along."""


class AnswerBox(QWidget):
    """Shows an answer that was typed. Blind it shows a check; just typed, the letter for a moment."""

    clicked = Signal()

    def __init__(self, theme: Theme, number: int, question: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._question = question
        self._letter = ""
        self._flashed = ""
        self._done = False
        self._now = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(self._fade)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(95, 98))
        self.setAccessibleName(f"{number} {question}")

    def set(self, letter: str, *, done: bool, now: bool) -> None:
        """Show a letter ('' when blind or empty), whether it is answered, whether it is on turn."""
        self._letter, self._done, self._now = letter, done, now
        self.update()

    @property
    def shown(self) -> str:
        """The letter that can be read now, or ''."""
        return self._flashed or self._letter

    def flash(self, letter: str) -> None:
        """Show what was typed for a moment."""
        self._flashed = letter
        self._timer.start()
        self.update()

    def calm(self) -> None:
        """Show nothing that was just typed any more: the box is somebody else's now."""
        self._timer.stop()
        self._fade()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Type this answer."""
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A square with the answer, the question under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        box = QRectF(self.width() / 2 - 32, 4, 64, 60)
        pen = QPen(theme.colour("act" if self._now else "ink"), 4 if self._now else 2)
        painter.setPen(pen)
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(box, 10, 10)
        if text := self.shown:
            painter.setFont(make_font(theme.family, 40, 800))
            painter.setPen(theme.colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        elif self._done:
            icons.paint_icon(painter, "check", theme.colour("ok"), box.adjusted(16, 14, -16, -14), 2.5)
        painter.setPen(theme.colour("ink" if self._now else "ink2"))
        painter.setFont(make_font(theme.family, 12, 700))
        painter.drawText(box.adjusted(7, 3, 0, 0), Qt.AlignmentFlag.AlignLeft, str(self._number))
        self._paint_question(painter, QRectF(0, 66, self.width(), 32))
        painter.end()

    def _paint_question(self, painter: QPainter, room: QRectF) -> None:
        """In two lines, smaller when the user's letters are too large for that."""
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        for pixels in range(round(self._theme.size("font.hint")), 8, -1):
            painter.setFont(make_font(self._theme.family, pixels, 700 if self._now else 600))
            needed = painter.boundingRect(room, flags, self._question)
            if needed.height() <= room.height() and needed.width() <= room.width():
                break
        painter.drawText(room, flags, self._question)

    def _fade(self) -> None:
        self._flashed = ""
        self.update()
