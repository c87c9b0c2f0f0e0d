"""The lock on the laptop while participants use it: shortcuts do nothing, and the way out takes two quiet seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.theme import Theme

HOLD_MS = 2000
"""How long the button must be held, in milliseconds."""
TICK_MS = 50

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With G they open the lock too."""


class HoldButton(QPushButton):
    """A quiet button that does something only when it is held for two seconds; a line shows how far it is."""

    held = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(texts.t("Facilitator"))
        self._theme = theme
        self._gone = 0
        self.setObjectName("laptop-lock")
        self.setProperty("kind", "quiet")
        self.setIcon(icons.icon("lock", theme.colour("ink2"), 20))
        self.setIconSize(icons.icon_size(20))
        self.setAutoDefault(False)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.pressed.connect(self._begin)
        self.released.connect(self._end)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and under its words how long it was held."""
        super().paintEvent(event)
        if self._gone:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ink2"))
            share = min(1.0, self._gone * TICK_MS / HOLD_MS)
            painter.drawRoundedRect(QRectF(10, self.height() - 7, (self.width() - 20) * share, 4), 2, 2)
            painter.end()

    def stop(self) -> None:
        """Nobody holds it any more."""
        self._end()

    def _begin(self) -> None:
        self._gone = 0
        self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self._gone = 0
        self.update()

    def _tick(self) -> None:
        self._gone += 1
        self.update()
        if self._gone * TICK_MS >= HOLD_MS:
            self._end()
            self.held.emit()


class KeyLock(QObject):
    """An event filter for the whole application: no shortcut works while it is on. `opened` brings Ctrl+Shift+G.

    It stops only the question whether a key is a shortcut; keys that are typed go where they go, so Esc twice makes
    the beamer neutral as always.
    """

    opened = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        wanted = kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_G
        if wanted and isinstance(event, QKeyEvent) and event.modifiers() & KEYS == KEYS:
            self.opened.emit()
            return True
        return False
