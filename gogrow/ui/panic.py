"""Esc twice makes the beamer neutral, wherever the keys go: fields, menus and dialogs too."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

WITHIN = 1.2
"""Seconds that may lie between the two presses."""


class Panic(QObject):
    """An event filter for the whole application that counts presses of Esc and swallows nothing.

    One press comes by several times: on its way to the window, the field and what is around it, and first as a
    question whether it is a shortcut. It counts once, until the key is up again. A held key counts once too.
    """

    def __init__(
        self, act: Callable[[], None], parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """``act`` is called at the second press. ``clock`` gives seconds."""
        super().__init__(parent)
        self._act = act
        self._clock = clock
        self._down: int | None = None
        self._first: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key; never stop one."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
                self._pressed(event)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._down = None
        return False

    def _pressed(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            self._first = None
            return
        if self._down == event.timestamp():
            return
        self._down = event.timestamp()
        now = self._clock()
        if self._first is not None and now - self._first <= WITHIN:
            self._first = None
            self._act()
        else:
            self._first = now
