"""Trying the beamer before people come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk


class BeamerTest(QWidget):
    """Which screen, does the room see what you see, can it be read from the back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_workshop(self, workshop: Workshop) -> None:
        """Show."""

    def enter(self) -> None:
        """The page is shown."""

    def leave(self) -> None:
        """No test any more."""
