"""The little that the try-out knows of screens and of the beamer's window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gogrow.domain.board import Board
from gogrow.ui.desk import Desk
from gogrow.ui.prepare.trial import Trial, TrialCanvas


class Sharing(StrEnum):
    """Whether the room sees what the facilitator sees."""

    APART = "apart"
    SAME = "same"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """A screen to choose: its name, its size in words, whether the program's own window is on it."""

    key: str
    name: str
    size: str
    own: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens there are now."""

    found: tuple[ScreenLine, ...]
    sharing: Sharing


class BeamerDoor(QObject):
    """Asks for screens and shows test pictures on the beamer's window."""

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._canvas: TrialCanvas | None = None

    def screens(self) -> Screens:
        """The screens there are now, and whether they show the same."""
        own = self._page.screen()
        found = tuple(
            ScreenLine(
                key=screen.name(),
                name=screen.name(),
                size=f"{screen.size().width()} × {screen.size().height()}",
                own=screen is own,
                chosen=screen is not own,
            )
            for screen in QGuiApplication.screens()
        )
        sharing = Sharing.APART if len(found) > 1 else Sharing.ONE
        return Screens(found, sharing)

    def choose(self, key: str) -> None:
        """This screen is the beamer."""

    def ready(self) -> bool:
        """Whether there is a window to show a test in."""
        return self._desk.beamer_window is not None

    def show_trial(self, kind: Trial, board: Board | None, language: str) -> None:
        """Show a test picture over all of the beamer's window."""
        window = self._desk.beamer_window
        if window is None:
            return
        if self._canvas is None:
            self._canvas = TrialCanvas(self._desk.beamer_theme)
            self._desk.beamer_theme_changed.connect(self._canvas.set_theme)
        self._canvas.show_trial(kind, board, language)
        self._canvas.cover(window)

    def end_trial(self) -> None:
        """Take the test picture away; what the beamer showed comes back."""
        canvas, self._canvas = self._canvas, None
        if canvas is not None:
            canvas.hide()
            canvas.deleteLater()
