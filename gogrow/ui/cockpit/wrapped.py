"""A pill with a whole sentence on it, in as many lines as that takes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gogrow.ui import icons
from gogrow.ui.theme import Theme, make_font

_SIDE, _UPPER, _SIGN = 14, 9, 18
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class WrappedPill(QAbstractButton):
    """Pressed it is filled and has a check, because colour is never alone. As wide as its column."""

    def __init__(self, theme: Theme, words: str = "", icon: str = "") -> None:
        """``icon`` stands before the words while it is not pressed."""
        super().__init__()
        self._theme = theme
        self._sign = icon
        self._words = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Other words, as they are typed."""
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        room = QRect(0, 0, max(40, width - self._left() - _SIDE), 10_000)
        return max(42, self._metrics().boundingRect(room, _WRAP, self._words).height() + 2 * _UPPER)

    def sizeHint(self) -> QSize:
        """As wide as the words in one line, at most a column."""
        wide = min(320, self._metrics().horizontalAdvance(self._words) + self._left() + _SIDE + 4)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(120, 42)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(make_font(self._theme.family, self._theme.size("font.text"), 600))

    def _left(self) -> int:
        return _SIDE + _SIGN + 8 if self._sign or self.isCheckable() else _SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, its sign, its words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus, off = self.isChecked(), self.hasFocus(), not self.isEnabled()
        pen = 3.0 if focus else 2.0
        edge = "act" if focus else "line" if off else "ink" if on or self.underMouse() else "edge"
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setPen(QPen(theme.colour(edge), pen))
        painter.setBrush(theme.colour("ink" if on else "raised" if self.underMouse() and not off else "sheet"))
        painter.drawRoundedRect(box, 18, 18)
        ink = theme.colour("sheet" if on else "ink2" if off else "ink")
        sign = "check" if on else self._sign
        if sign:
            place = QRectF(_SIDE, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            icons.paint_icon(painter, sign, ink, place, 2.4 if on else 2.0)
        painter.setFont(make_font(theme.family, theme.size("font.text"), 600))
        painter.setPen(ink)
        room = self.rect().adjusted(self._left(), 0, -_SIDE, 0)
        painter.drawText(room, _WRAP, self._words)
        painter.end()
