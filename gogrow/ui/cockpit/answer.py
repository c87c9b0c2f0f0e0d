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
        self.setFixedSize(QSize(104, 98))
        self.setAccessibleName(f"{number} {question}")

    def set(self, letter: str, *, done: bool, now: bool) -> None:
        """Show a letter ('' when blind or empty), whether it is answered, whether it is on turn."""
        self._letter, self._done, self._now = letter, done, now
        self.update()

    def flash(self, letter: str) -> None:
        """Show what was typed for a moment."""
        self._flashed = letter
        self._timer.start()
        self.update()

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
        text = self._flashed or self._letter
        if text:
            painter.setFont(make_font(theme.family, 40, 800))
            painter.setPen(theme.colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        elif self._done:
            icons.paint_icon(painter, "check", theme.colour("ok"), box.adjusted(16, 14, -16, -14), 2.5)
        painter.setFont(make_font(theme.family, 12.5, 700 if self._now else 600))
        painter.setPen(theme.colour("ink" if self._now else "ink2"))
        under = QRectF(0, 66, self.width(), 32)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(under, int(flags), f"{self._number}  {self._question}")
        painter.end()

    def _fade(self) -> None:
        self._flashed = ""
        self.update()
