"""The two large buttons of the bottom bar: pressed standing, with one hand, and read from an arm's length."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from gogrow.ui import icons
from gogrow.ui.theme import Theme, make_font

_ICON, _GAP, _SIDE = 22.0, 10.0, 18.0


class BigButton(QPushButton):
    """Words with an icon before or after them and, where there is room, the key that does the same.

    Words that are too long go on in a second line; only after that they are cut.
    """

    def __init__(self, theme: Theme, kind: str, name: str, icon: str, *, after: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._ink = "acttext" if kind == "act" else "blacktext"
        self._icon = icon
        self._after = after
        self._key = ""
        self.setProperty("kind", kind)
        self.setProperty("size", "bottom")
        self.setObjectName(name)
        self.setAutoDefault(False)

    def set_words(self, words: str, key: str) -> None:
        """What it does, as it is typed, and the name of its key."""
        self._key = key
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words without what Qt needs of them."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Room for one line with its key."""
        return QSize(round(self._wide(self._face(), self._key) + 2 * _SIDE) + 2, super().sizeHint().height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press: what it would do is not what was read on it."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button of the style, and on it the words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        ink = self._theme.colour(self._ink if self.isEnabled() else "ink2")
        room = QRectF(self.rect()).adjusted(_SIDE, 4, -_SIDE, -4)
        face = self._face()
        key = self._key if self._wide(face, self._key) <= room.width() else ""
        if self._wide(face, key) <= room.width():
            self._paint_line(painter, room, face, ink, key)
        else:
            self._paint_two(painter, room, ink)
        painter.end()

    def _face(self) -> QFont:
        return make_font(self._theme.family, self._theme.size("font.act"), 700)

    def _key_face(self) -> QFont:
        return make_font(self._theme.family, self._theme.size("font.hint"), 700)

    def _key_wide(self, key: str) -> float:
        return QFontMetricsF(self._key_face()).horizontalAdvance(key) + 14 if key else 0.0

    def _wide(self, face: QFont, key: str) -> float:
        words = QFontMetricsF(face).horizontalAdvance(self.words())
        return words + _GAP + _ICON + (_GAP + self._key_wide(key) if key else 0.0)

    def _paint_line(self, painter: QPainter, room: QRectF, face: QFont, ink: QColor, key: str) -> None:
        x = room.center().x() - self._wide(face, key) / 2
        if not self._after:
            x = self._paint_icon(painter, x, room, ink) + _GAP
        painter.setFont(face)
        painter.setPen(ink)
        wide = painter.fontMetrics().horizontalAdvance(self.words())
        box = QRectF(x, room.top(), wide + 2, room.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.words())
        x += wide + _GAP
        if self._after:
            x = self._paint_icon(painter, x, room, ink) + _GAP
        if key:
            face = self._key_face()
            high = QFontMetricsF(face).height() + 6
            box = QRectF(x, room.center().y() - high / 2, self._key_wide(key), high)
            painter.setPen(QPen(ink, 1.2))
            painter.drawRoundedRect(box, 5, 5)
            painter.setFont(face)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)

    def _paint_two(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        words = room.adjusted(0, 0, -_ICON - _GAP, 0) if self._after else room.adjusted(_ICON + _GAP, 0, 0, 0)
        self._paint_icon(painter, words.right() + _GAP if self._after else room.left(), room, ink)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        text = self.words()
        for pixels in (18, 17, 16, 15, 14):
            painter.setFont(make_font(self._theme.family, pixels, 700))
            needed = painter.boundingRect(words, flags, text)
            if needed.height() <= words.height() and needed.width() <= words.width():
                break
        else:
            lines = 1.85 * words.width()
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(lines))
        painter.setPen(ink)
        painter.drawText(words, flags, text)

    def _paint_icon(self, painter: QPainter, x: float, room: QRectF, ink: QColor) -> float:
        """Paints it from x on; returns where it ends."""
        box = QRectF(QPointF(x, room.center().y() - _ICON / 2), QPointF(x + _ICON, room.center().y() + _ICON / 2))
        icons.paint_icon(painter, self._icon, ink, box, 2.2)
        return x + _ICON
