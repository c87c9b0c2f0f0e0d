"""Text fields of a plan: they grow with what is typed, say when somebody stands in them, and when they are left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from gogrow.ui.few_lines import FewLines

_PASSED_ON = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Growing(FewLines):
    """As high as what is in it, from ``lines`` to ``most`` lines; only then it scrolls.

    A ``sentence`` has no line breaks: Enter says `entered` instead, and what is pasted becomes one line.
    """

    entered = Signal()
    focused = Signal()

    def __init__(self, spoken: str, lines: int = 1, most: int = 6, *, sentence: bool = False) -> None:
        super().__init__(lines)
        self._fewest, self._most, self._sentence = lines, most, sentence
        self.setAccessibleName(spoken)
        self.document().setDocumentMargin(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def words(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Show other words without telling that they were typed."""
        if self.toPlainText() != words:
            with QSignalBlocker(self):
                self.setPlainText(words)
            self._grow()

    def height_of(self, lines: int) -> int:
        """Without the air that a style leaves beside the letters: one line is as high as other fields of one line."""
        around = 2 * (self.viewport().y() + round(self.document().documentMargin()))
        return lines * self.fontMetrics().lineSpacing() + around

    def event(self, event: QEvent) -> bool:
        """Other letters: another height."""
        seen = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()
        return seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means higher."""
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a sentence; Page Up, Page Down and Escape are the page's."""
        if event.key() in _PASSED_ON:
            event.ignore()
        elif self._sentence and event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: a sentence stays one line."""
        if self._sentence and source.hasText():
            self.insertPlainText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody stands here."""
        super().focusInEvent(event)
        self.focused.emit()

    def _grow(self) -> None:
        wanted = round(self.document().size().height())  # in lines: so a plain text's own layout counts
        self._lines = max(self._fewest, min(self._most, wanted))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        high = self.height_of(self._lines)
        if high != self.minimumHeight():
            self.setFixedHeight(high)


class ShortLine(QLineEdit):
    """One short line, such as a day or a letter."""

    focused = Signal()
    entered = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.returnPressed.connect(self.entered)

    def show_words(self, words: str) -> None:
        """Show other words without telling that they were typed."""
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def words(self) -> str:
        """What stands there."""
        return self.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody stands here."""
        super().focusInEvent(event)
        self.focused.emit()
