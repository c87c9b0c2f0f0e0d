"""Labels that show text as it was typed: the one door for user text on the screen.

Qt takes a text that looks like HTML for HTML, in labels and in tool tips: names would vanish and files be shown.
Here nothing is ever read as markup.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

KINDS = ("text", "note", "body", "label", "hint", "muted", "title", "section", "question", "letter", "clock", "strong")
"""The kinds of label that the style sheet knows."""


def label(text: str, kind: str = "text", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label of plain text in one of `KINDS`. Raises ValueError for another kind."""
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {KINDS}, not {kind!r}")
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def typed(text: str, kind: str = "note") -> QLabel:
    """A label of what somebody typed, in as many lines as it takes: one endless word makes nothing wider."""
    made = label(text, kind, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def wrapped(text: str, kind: str = "text") -> QLabel:
    """A label that is as wide as its column, and as high as its words are then."""
    made = label(text, kind, wrap=True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def plain_tip(text: str) -> str:
    """A text for ``setToolTip`` that shows as it is, whatever it looks like."""
    # not html.escape: its module brings two thousand names that the first window would wait for
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return f"<span style='white-space:pre-wrap'>{escaped}</span>" if text else ""


def plain_button(text: str) -> str:
    """A user's text for a button, tab or menu, where Qt would take an ampersand for a shortcut."""
    return text.replace("&", "&&")


class Elided(QLabel):
    """A label of one line that ends in … when there is no room; the whole text is in its tool tip and for readers."""

    def __init__(self, text: str = "", kind: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text. Line breaks become spaces."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._tip()

    def shown(self) -> str:
        """The text as it is drawn at the present width."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(self.fontMetrics().horizontalAdvance("W…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tip stands only where something is hidden."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; the ground is that of what lies under it."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(self.contentsRect(), flags, self.shown())
        painter.end()

    def _tip(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.shown() != self.text() else "")
