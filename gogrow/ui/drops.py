"""Files that are dropped on the window: a packed deck is looked into, a workspace is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes what is dropped on ``window``; ``openers`` says what is done with a file that ends so."""

    def __init__(self, window: QWidget, openers: dict[str, Callable[[Path], object]]) -> None:
        super().__init__(window)
        self._openers = openers
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A file of ours may come in; everything else goes its own way."""
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent):
            file = self._file(event)
            if file is not None and event.type() is QEvent.Type.Drop:
                event.acceptProposedAction()
                self._openers[file.suffix.lower()](file)
                return True
        if isinstance(event, QDragEnterEvent) and self._file(event) is not None:
            event.acceptProposedAction()
            return True
        return False

    def _file(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        file = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
        return file if file is not None and file.suffix.lower() in self._openers else None
