"""The little that the try-out knows of screens and of the beamer's window."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gogrow.domain.board import Board
from gogrow.ui.beamer.covering import Covering
from gogrow.ui.beamer.screens import Screens, Seen
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.desk import Desk
from gogrow.ui.prepare.trial import Trial, TrialCanvas


class Sharing(StrEnum):
    """Whether the room sees what the facilitator sees."""

    APART = "apart"
    SAME = "same"
    ONE = "one"


class BeamerDoor(QObject):
    """Asks for screens and shows test pictures on the beamer, or in a plain window when there is one screen."""

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._canvas: TrialCanvas | None = None
        self._over: QWidget | None = None
        self._opened = False
        self._watched: Screens | None = None

    def watch(self) -> None:
        """Tell when screens come and go; the desk has them only after the program's first picture."""
        screens = self._screens
        if screens is not None and screens is not self._watched:
            self._watched = screens
            screens.changed.connect(self.changed)

    def found(self) -> tuple[Seen, ...]:
        """The screens there are now."""
        return self._screens.found() if self._screens is not None else ()

    def sharing(self) -> Sharing:
        """Whether the room sees what the facilitator sees, now."""
        screens = self._screens
        if screens is None or len(screens.found()) < 2:
            return Sharing.ONE
        return Sharing.SAME if screens.mirrored_or_single else Sharing.APART

    def choose(self, key: tuple[str, str]) -> None:
        """This screen is the beamer."""
        if self._screens is not None:
            self._screens.choose(key)

    def ready(self) -> bool:
        """Whether there is a place for a test: a chosen beamer, or a plain window when there is no other screen."""
        if self._window is None:
            return False
        return self.sharing() is not Sharing.APART or any(seen.chosen for seen in self.found())

    def show_trial(self, kind: Trial, board: Board | None, language: str) -> None:
        """Show a test picture over all of the beamer's window."""
        window = self._window
        if window is None:
            return
        if self._canvas is None:
            self._canvas = TrialCanvas(self._desk.beamer_theme)
            self._desk.beamer_theme_changed.connect(self._canvas.set_theme)
        self._canvas.show_trial(kind, board, language)
        self.lay_over(self._canvas)

    def lay_over(self, picture: QWidget) -> None:
        """Let a picture lie over all of the beamer's window, which comes when it was not there."""
        window = self._window
        if window is None:
            return
        if picture is not self._over:
            self._over = picture
            Covering(picture).cover(window)
        picture.show()
        picture.raise_()
        if not window.isVisible():
            self._opened = self.sharing() is not Sharing.APART
            (window.show_plain if self._opened else window.start)()

    def end_trial(self) -> None:
        """Take the picture away; what the beamer showed comes back."""
        canvas, self._over, self._canvas = self._over, None, None
        if canvas is not None:
            canvas.hide()
            canvas.setParent(None)
            canvas.deleteLater()
        window, opened, self._opened = self._window, self._opened, False
        if opened and window is not None and window.plain:
            window.close()

    @property
    def _screens(self) -> Screens | None:
        screens = self._desk.screens
        return screens if isinstance(screens, Screens) else None

    @property
    def _window(self) -> BeamerWindow | None:
        window = self._desk.beamer_window
        return window if isinstance(window, BeamerWindow) else None
