"""A text of a card: its name above it, as many lines as it takes, and under it what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, wrapped
from gogrow.ui.parts import icon_label, row

_MOST = 12
"""More lines than this scroll."""
_SIGN = 16


class GrowingText(QPlainTextEdit):
    """As high as its text. Tab leaves it; Enter too, unless it takes ``lines``. `left` and `entered` tell of focus."""

    left = Signal()
    entered = Signal()

    def __init__(self, least: int, *, lines: bool = False) -> None:
        super().__init__()
        self._least, self._lines = least, lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def event(self, event: QEvent) -> bool:
        """Other letters: another height."""
        seen = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other lines."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._lines:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left, but not for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def _fit(self) -> None:
        count, line = 0, self.fontMetrics().lineSpacing()
        block = self.document().firstBlock()
        while block.isValid() and count <= _MOST:
            count += max(1, round(self.blockBoundingRect(block).height() / line))
            block = block.next()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        wanted = off if count <= _MOST else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if wanted is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)
        lines = max(self._least, min(_MOST, count))
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        high = lines * line + around
        if high != self.height():
            self.setFixedHeight(high)


class WordField(QWidget):
    """One text of a card in one language. `edited` comes with every key, `left` when the field is left."""

    edited = Signal()
    left = Signal()
    entered = Signal()

    def __init__(
        self, desk: Desk, title: str, spoken: str, least: int = 1, hint: str = "", *, lines: bool = False
    ) -> None:
        """``spoken`` is what a screen reader says, language and all; ``hint`` stands in the empty field."""
        super().__init__()
        self._desk = desk
        self._said: tuple[tuple[str, bool], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.title = label(title, "label")
        column.addWidget(self.title)
        self.text = GrowingText(least, lines=lines)
        self.text.setAccessibleName(spoken)
        self.text.setPlaceholderText(hint)
        self.text.textChanged.connect(self.edited)
        self.text.left.connect(self.left)
        self.text.entered.connect(self.entered)
        column.addWidget(self.text)
        self.remarks = QWidget()
        self._below = QVBoxLayout(self.remarks)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(2)
        self.remarks.hide()
        column.addWidget(self.remarks)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """What stands in it."""
        return self.text.toPlainText()

    def show_words(self, words: str) -> None:
        """Show a text, without telling that it was typed."""
        if self.text.toPlainText() != words:
            with QSignalBlocker(self.text):
                self.text.setPlainText(words)

    def say(self, told: Sequence[tuple[str, bool]]) -> None:
        """Sentences under the field; True for one without which the card cannot be kept."""
        said = tuple(told)
        if said == self._said:
            return
        self._said = said
        while item := self._below.takeAt(0):
            inside = item.layout()
            while inside is not None and (part := inside.takeAt(0)):
                if (gone := part.widget()) is not None:
                    gone.hide()
                    gone.deleteLater()
        theme = self._desk.theme
        for sentence, fault in said:
            sign = icon_label(theme, "alert-circle" if fault else "bulb", "act" if fault else "ink2", _SIGN)
            words = wrapped(sentence, "hint")
            if fault:
                words.setProperty("tone", "act")
            line = row(spacing=5)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self._below.addLayout(line)
        self.remarks.setVisible(bool(said))
        self.text.setAccessibleDescription(" ".join(sentence for sentence, _ in said))

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences under it."""
        return tuple(sentence for sentence, _ in self._said)
