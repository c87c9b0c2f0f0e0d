"""The button that reads aloud and stops it, with a small menu beside it for the speed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import button

KEY = "F4"


class AloudButton(QWidget):
    """Follows what there is to read. ``texts`` may be another language than the program's, as at the table."""

    def __init__(self, desk: Desk, texts: Texts, high: int, *, words: bool = False) -> None:
        """``high`` is in pixels; without ``words`` there is only the icon."""
        super().__init__()
        self._desk, self._texts, self._words, self._high = desk, texts, words, high
        t = texts.t
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        kind = "" if high > 44 else "tool"
        self._read: QPushButton = button(desk.theme, t("Read this aloud"), "volume", kind, "read-aloud")
        if high > 44:
            self._read.setProperty("size", "bottom")
        self._read.setFixedHeight(high)
        self._read.clicked.connect(lambda: desk.aloud.toggle(self.window()))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._tick)
        group = QActionGroup(self._menu)
        self._speeds = {}
        for speed, said in (("slow", t("Calm")), ("normal", t("Normal")), ("quick", t("Brisk"))):
            action = self._speeds[speed] = self._menu.addAction(said)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, speed=speed: desk.set_speed(speed))
        more = self._more = QToolButton()
        more.setProperty("icononly", True)
        more.setProperty("kind", "quiet")
        more.setIcon(icons.icon("chevron-down", desk.theme.colour("ink"), 18))
        more.setFixedSize(40, min(44, high))
        more.setMenu(self._menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(t("Reading speed"))
        more.setToolTip(plain_tip(t("Reading speed")))
        line.addWidget(self._read)
        line.addWidget(more)
        desk.aloud.changed.connect(self.refresh)
        self._dress()

    def set_size(self, *, words: bool, menu: bool) -> None:
        """With words or only the icon; with the menu beside it, or only in the window's own menu."""
        self._more.setVisible(menu)
        if words != self._words:
            self._words = words
            self._dress()
        self._widen()
        inside = self.layout()
        if inside is not None:
            inside.invalidate()
        self.updateGeometry()

    def refresh(self) -> None:
        """Read, or stop; when there is nothing to read a tip says so."""
        t, aloud = self._texts.t, self._desk.aloud
        words = t("Stop reading") if aloud.speaking else t("Read this aloud")
        name = "player-stop" if aloud.speaking else "volume"
        self._read.setText(words if self._words else "")
        room = 5 if self._words else 0
        ink, edge = self._desk.theme.colour("ink"), self._desk.theme.colour("edge")
        self._read.setIcon(icons.icon(name, ink, 20, edge, room=room))
        self._read.setIconSize(QSize(20 + room, 20))
        self._read.setAccessibleName(words)
        can = aloud.speaking or bool(aloud.text)
        if not can and self._read.hasFocus():
            parent = self.parentWidget()
            if parent is not None:
                parent.setFocus()
        self._read.setEnabled(can)
        why = f"{words} ({KEY})" if can else aloud.why_not(self._texts)
        self._read.setToolTip(plain_tip(why))

    def _dress(self) -> None:
        self._read.setProperty("icononly", not self._words)
        self._read.style().unpolish(self._read)
        self._read.style().polish(self._read)
        self.refresh()
        self._widen()

    @property
    def wide(self) -> int:
        """The width of the button with words, in pixels: that of its longer ones, so it does not jump when pressed.

        It is asked anew each time: before the button is on a screen its letters may not be known yet.
        """
        self._read.ensurePolished()
        letters = self._read.fontMetrics()
        longest = max(map(letters.horizontalAdvance, (self._texts.t("Read this aloud"), self._texts.t("Stop reading"))))
        around = self._read.sizeHint().width() - letters.horizontalAdvance(self._read.text())
        return around + longest + 2

    def _widen(self) -> None:
        self._read.setFixedWidth(self.wide if self._words else self._high)

    def _tick(self) -> None:
        self._speeds[self._desk.settings.speed].setChecked(True)
