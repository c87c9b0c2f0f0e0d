"""A picture that lies over all of the beamer's window for a while, as large as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Covering(QObject):
    """Keeps ``picture`` over a window until the picture is gone."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self._window: QWidget | None = None

    def cover(self, window: QWidget) -> None:
        """Lie over all of this window from now on."""
        if self._window is not window:
            self._window = window
            self._picture.setParent(window)
            window.installEventFilter(self)
        self._picture.setGeometry(window.rect())
        self._picture.show()
        self._picture.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window that is covered."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._picture.setGeometry(self._window.rect())
        return False
