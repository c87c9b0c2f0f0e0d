"""A card that is being written, on the real beamer for a moment: only while no workshop is going on.

It lies over what the beamer shows, which is the quiet picture then. Esc twice, another page or a workshop ends it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gogrow.domain.public import PublicView
from gogrow.ui.beamer.canvas import BeamerCanvas
from gogrow.ui.desk import Desk
from gogrow.ui.pages import running
from gogrow.ui.prepare.beamer_door import BeamerDoor


class TryOut(QObject):
    """Shows a view over the beamer's window until it ends. `changed` tells that it began or ended."""

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._door = BeamerDoor(desk, page)
        self._canvas: BeamerCanvas | None = None
        desk.beamer.mode_changed.connect(self.end)
        desk.workspace_changed.connect(self.end)

    @property
    def on(self) -> bool:
        """Whether a card lies over the beamer's picture now."""
        return self._canvas is not None

    def allowed(self) -> bool:
        """Whether the beamer is free: there is a place to show it, and no workshop that the room is in."""
        live = self._desk.workspace.current if self._desk.has_workspace else None
        return self._door.ready() and (live is None or not running(live.workshop))

    def show(self, view: PublicView) -> None:
        """Show this view; nothing happens while the beamer is not free."""
        if not self.allowed():
            self.end()
            return
        began = self._canvas is None
        if self._canvas is None:
            self._canvas = BeamerCanvas(self._desk.beamer_theme, motion=False, now=self._desk.now)
            self._desk.beamer_theme_changed.connect(self._canvas.set_theme)
        self._canvas.set_text_scale(self._desk.settings.beamer_size)
        self._canvas.show_view(view)
        self._door.lay_over(self._canvas)
        if began:
            self.changed.emit()

    def end(self) -> None:
        """Take it away; the beamer shows again what it showed."""
        if self._canvas is not None:
            self._canvas = None
            self._door.end_trial()
            self.changed.emit()
