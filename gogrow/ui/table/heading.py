"""Large words that fit: a heading that grows with the window and never breaks off a name without saying so."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gogrow.ui import typeset
from gogrow.ui.labels import plain_tip
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import Block, Face

LEADING = 1.06
FULL_WIDTH = 484
"""The width of the column in pixels for which the theme's size is meant; a wider one has larger letters."""


class Heading(QLabel):
    """A heading of plain text over at most ``lines`` lines, as large as its column allows."""

    def __init__(self, theme: Theme, text: str = "", *, lines: int = 3, token: str = "heading") -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self._token = token
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another heading. Line breaks become spaces."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._tip()
        self.updateGeometry()

    def block(self, width: int) -> Block:
        """The lines as they are drawn at a width in pixels."""
        base = self._theme.size(f"font.{self._token}")
        pixels = max(0.68 * base, min(1.36 * base, base * width / FULL_WIDTH))
        face = Face(self._theme.family, pixels, 800, LEADING)
        room = (self._lines - 1 + typeset.CAP) * face.line
        return typeset.fit(self.text(), face, max(40, width), room, floor=0.5 * base, breaker=typeset.balanced)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high at this width, with room for what hangs below the last line."""
        block = self.block(width)
        return round(block.height + 0.36 * block.face.pixels) if block.lines else 0

    def sizeHint(self) -> QSize:
        """As high as the present width asks."""
        width = self.width() if self.width() > 100 else FULL_WIDTH
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tip stands only where something is cut."""
        super().resizeEvent(event)
        self._tip()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        block = self.block(self.width())
        typeset.draw(painter, block, 0, 0.06 * block.face.pixels, self._theme.colour("ink"))
        painter.end()

    def _tip(self) -> None:
        lines = self.block(self.width()).lines if self.width() > 100 else ()
        self.setToolTip(plain_tip(self.text()) if lines and lines[-1].endswith("…") else "")
