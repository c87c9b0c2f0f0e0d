"""Words that grow smaller before they are cut, where the width is what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent

from gogrow.ui.labels import Elided
from gogrow.ui.theme import Theme, make_font


def fitting(family: str, words: str, pixels: float, weight: int, room: float, floor: float) -> QFont:
    """The largest font of at most ``pixels`` in which the words are no wider than ``room``, but never below
    ``floor``."""
    size = round(pixels)
    while size > floor and QFontMetricsF(make_font(family, size, weight)).horizontalAdvance(words) > room:
        size -= 1
    return make_font(family, size, weight)


class Fitted(Elided):
    """One line of large words: smaller when there is little room, and cut off only after that."""

    def __init__(self, theme: Theme, kind: str, weight: int, share: float = 0.55) -> None:
        """``kind`` names the size, such as ``question``; ``share`` of it is the smallest that it may become."""
        self._face = (theme.family, theme.size(f"font.{kind}"), weight, theme.size(f"font.{kind}") * share)
        super().__init__("", kind)

    def face(self) -> QFont:
        """The font at the present width."""
        family, pixels, weight, floor = self._face
        return fitting(family, self.text(), pixels, weight, self.contentsRect().width(), floor)

    def shown(self) -> str:
        """The text as it is drawn at the present width."""
        room = self.contentsRect().width()
        return _elided(self.face(), self.text(), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.setFont(self.face())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), self.shown())
        painter.end()


def _elided(face: QFont, words: str, room: float) -> str:
    return QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
