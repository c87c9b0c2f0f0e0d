"""A sentence that keeps itself: half-written words are remembered, leaving the field or Enter keeps them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

_PASSED_ON = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeptLine(QPlainTextEdit):
    """One sentence over a few lines. `typed` brings half-written words, `kept` the sentence when it is another one.

    ``key`` of `show_words` says whose sentence it is, so that what was typed about one is never kept with another.
    """

    typed = Signal(str, str)  # key, words
    kept = Signal(str, str)  # key, sentence

    def __init__(self, name: str, hint: str = "", *, lines: int = 2) -> None:
        """``name`` is what screen readers say, ``hint`` stands in the empty field."""
        super().__init__()
        self._key = ""
        self._value = ""  # as the file has it, as far as known
        self._sent: str | None = None  # on its way to the file
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.textChanged.connect(self._typing)

    def sentence(self) -> str:
        """What stands there, as one line."""
        return " ".join(self.toPlainText().split())

    def show_words(self, key: str, value: str, draft: str, *, busy: bool = False) -> None:
        """Show what the file has. What is being typed is newer than an answer that is still on its way (``busy``)."""
        if key != self._key:
            self._key, self._value, self._sent = key, value, None
            self._set(draft or value)
        elif value == self._sent:
            self._value, self._sent = value, None
        elif value != self._value and not busy:  # an undo, or somebody else's change
            self._value, self._sent = value, None
            self._set(value)
        elif self._sent is not None and not busy:  # the file did not take it: the next time again
            self._sent = None

    def keep(self) -> None:
        """Keep what stands there, when it is not what the file has."""
        now = self.sentence()
        if self._key and now != (self._value if self._sent is None else self._sent):
            self._sent = now
            self.kept.emit(self._key, now)

    def drop(self) -> None:
        """Nothing of it is kept, and nothing stands there any more."""
        self._key, self._value, self._sent = "", "", None
        self._set("")

    def changeEvent(self, event: QEvent) -> None:
        """As high as its lines are in this style."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The style is known now."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the sentence; it and Page Up and Page Down go on to the page."""
        if event.key() in _ENTER:
            self.keep()
            event.ignore()
        elif event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left: keep it."""
        super().focusOutEvent(event)
        self.keep()

    def _typing(self) -> None:
        if self._key:
            now = self.toPlainText()
            self.typed.emit(self._key, now if self.sentence() != self._value else "")

    def _set(self, text: str) -> None:
        if self.toPlainText() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    def _fit(self) -> None:
        self.ensurePolished()
        high = round(self._lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 20)
        if high != self.height():
            self.setFixedHeight(high)
