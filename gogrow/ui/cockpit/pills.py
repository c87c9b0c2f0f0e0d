"""Choices whose words always fit: a pill with a check, so that colour is not alone, a row, and a box."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QSizePolicy

from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_button, plain_tip

_CHECK, _AIR, _SIDES = 16, 4, 31


class CheckPill(QPushButton):
    """As wide as its column; its words are whole in its accessible name, and in its tip where they are cut."""

    def __init__(self, desk: Desk, words: str = "", icon: str = "") -> None:
        """``icon`` stands on it while it is not pressed."""
        super().__init__()
        theme, edge = desk.theme, desk.theme.colour("edge")
        self._on = icons.icon("check", theme.colour("sheet"), _CHECK, edge, room=_AIR)
        self._off = icons.icon(icon, theme.colour("ink"), _CHECK, edge, room=_AIR) if icon else QIcon()
        self._words = self._name = ""
        self.setProperty("kind", "pill")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(icons.icon_size(_CHECK, _AIR))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._fit())
        self.set_words(words)

    def set_words(self, words: str, name: str = "") -> None:
        """Other words, as they are typed. A ``name`` in them is cut before what is said about it."""
        self._words, self._name = words, name
        self.setAccessibleName(words)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the words and a check."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _SIDES + _CHECK + _AIR + 4, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Its words are cut before its panel is."""
        return QSize(90, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sign = self._on if self.isChecked() else self._off
        self.setIcon(sign)
        room = self.width() - _SIDES - (0 if sign.isNull() else _CHECK + _AIR + 2)
        words, metrics, cut = self._words, self.fontMetrics(), Qt.TextElideMode.ElideRight
        if self._name and metrics.horizontalAdvance(words) > room:
            rest = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self._name)
            words = words.replace(self._name, metrics.elidedText(self._name, cut, max(20, room - rest)), 1)
        words = metrics.elidedText(words, cut, max(20, room))
        self.setText(plain_button(words))
        self.setToolTip(plain_tip(self._words) if words != self._words else "")


class FittedChoice(QRadioButton):
    """One of a few choices, as a row as wide as its panel; its letters become smaller before its words are cut."""

    _BESIDE = 60
    """The circle, the air around it and the border, in pixels."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._pixels = 0
        self.setProperty("row", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(140, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller letters where there is little room."""
        super().resizeEvent(event)
        self.ensurePolished()
        face, room = self.font(), self.width() - self._BESIDE
        size = full = self._pixels or face.pixelSize()
        self._pixels = full
        while size > 0.7 * full:
            face.setPixelSize(size)
            if QFontMetricsF(face).horizontalAdvance(self.text()) <= room:
                break
            size -= 1
        wanted = "" if size == full else f"font-size: {size}px;"
        if wanted != self.styleSheet():
            self.setStyleSheet(wanted)


class ElidedCheck(QCheckBox):
    """A box to tick before somebody's own words: one line that ends in …, whole in its tip and its name."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(140, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(60, self.width() - 48))
        self.setText(plain_button(shown))
        self.setToolTip(plain_tip(self._words) if shown != self._words else "")
