"""One out of a few, as buttons beside each other: one stop for Tab, the arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gogrow.ui.cockpit.themes import Flow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import button

_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Choices(QWidget):
    """``options`` are keys, icons, words on the button, and all of the words. Without ``must`` none is an answer.

    `chosen` tells that somebody chose.
    """

    chosen = Signal()
    focused = Signal()

    def __init__(self, desk: Desk, options: Sequence[tuple[str, str, str, str]], spoken: str, *, must: bool) -> None:
        super().__init__()
        self._must = must
        self._key = ""
        self._buttons: dict[str, QPushButton] = {}
        self.setAccessibleName(spoken)
        flow = Flow(4)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for key, icon, words, whole in options:
            made = button(desk.theme, words, icon, "tool")
            made.setCheckable(True)
            made.setAccessibleName(whole)
            made.setToolTip(plain_tip(whole) if whole != words else "")
            made.clicked.connect(lambda on, key=key: self._choose(key if on or self._must else ""))
            made.installEventFilter(self)
            self._buttons[key] = made
            flow.addWidget(made)
        self.show_key("")

    def key(self) -> str:
        """What is chosen, or ''."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show what is chosen."""
        self._key = key if key in self._buttons else ""
        stop = self._key or next(iter(self._buttons))
        for one, made in self._buttons.items():
            made.setChecked(one == self._key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == stop else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of a button go to the one beside it."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = _WAYS.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
            if way is not None:
                buttons = list(self._buttons.values())
                at = next(place for place, one in enumerate(buttons) if one is watched)
                buttons[(at + way) % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, key: str) -> None:
        self.show_key(key)
        self.chosen.emit()
