"""A field for a few lines of text, high enough for whole lines whatever the size of the letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


class FewLines(QPlainTextEdit):
    """Says when it is left; Tab leaves it."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Other letters: another height."""
        seen = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedHeight(self.height_of(self._lines))
        return seen

    def height_of(self, lines: int) -> int:
        """How high it is with so many lines, in pixels."""
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return lines * self.fontMetrics().lineSpacing() + around

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left."""
        super().focusOutEvent(event)
        self.left.emit()
