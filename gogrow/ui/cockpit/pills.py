"""A pill that is pressed or not: a check stands on it, so that colour is not alone, and long words end in …."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

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
        self._words = ""
        self.setProperty("kind", "pill")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(icons.icon_size(_CHECK, _AIR))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._fit())
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Other words, as they are typed."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the words and a check."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _SIDES + _CHECK + _AIR + 2, hint.height())

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
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(20, room))
        self.setText(plain_button(words))
        self.setToolTip(plain_tip(self._words) if words != self._words else "")
