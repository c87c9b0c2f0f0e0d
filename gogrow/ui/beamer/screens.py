"""Which screen is the beamer: chosen by name and serial, never by its number, and never the cockpit's own.

Numbers change when a cable is put in; a program that goes by them shows the private window to the room. A screen
that was never chosen is asked about, and nothing is shown on it by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

REMEMBERED = 20
"""So many beamers are remembered; the oldest are forgotten."""


class Memory(Protocol):
    """Where chosen screens are kept between two runs: pairs of name and serial, the newest first."""

    beamers: list[list[str]]

    def save(self) -> None:
        """Write it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen as a person can recognise it. ``key`` is its name and serial; the serial may be ''.

    ``own``: the cockpit is on it. ``chosen``: it is the beamer now.
    """

    key: tuple[str, str]
    title: str
    width: int
    height: int
    own: bool = False
    chosen: bool = False

    @property
    def size(self) -> str:
        """The size in pixels, such as ``1920 × 1080``."""
        return f"{self.width} × {self.height}"

    @property
    def description(self) -> str:
        """The screen in one line."""
        return f"{self.title} · {self.size}"


def key_of(screen: QScreen) -> tuple[str, str]:
    """What a screen is remembered by."""
    return screen.name(), screen.serialNumber()


class Screens(QObject):
    """Watches the screens; ``cockpit`` says on which one the facilitator's window is."""

    changed = Signal()  # screens came or went, another one is the beamer, or the cockpit moved
    unknown_screen = Signal(object)  # Seen: a screen that was never chosen; ask whether it is the beamer

    def __init__(self, memory: Memory, cockpit: Callable[[], QScreen | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._cockpit = cockpit
        self._refused: set[tuple[str, str]] = set()
        self._asked: set[tuple[str, str]] = set()
        self._leaving: QScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._added)
            app.screenRemoved.connect(self._removed)
            app.primaryScreenChanged.connect(self.refresh)

    @property
    def mirrored_or_single(self) -> bool:
        """Whether the room may see what the facilitator sees: there is one screen, or others show the same part."""
        return not self._others()

    def found(self) -> tuple[Seen, ...]:
        """All screens there are now."""
        chosen, own = self.beamer(), self._own()
        return tuple(self._seen(screen, own, chosen) for screen in self._present())

    def beamer(self) -> QScreen | None:
        """The screen to show on: the one that was chosen last of those that are there; None when there is none."""
        others = {key_of(screen): screen for screen in self._others()}
        for name, serial in self._remembered():
            if (name, serial) in others:
                return others[name, serial]
        return None

    def choose(self, key: tuple[str, str]) -> None:
        """This screen is the beamer, now and the next time. The cockpit's own screen is never taken."""
        pairs = [pair for pair in self._remembered() if pair != key]
        self._memory.beamers = [list(pair) for pair in (key, *pairs)][:REMEMBERED]
        self._memory.save()
        self._refused.discard(key)
        self.changed.emit()

    def refuse(self, key: tuple[str, str]) -> None:
        """This screen is no beamer: not asked about again while the program runs, and forgotten if it was one."""
        self._refused.add(key)
        if key in self._remembered():
            self._memory.beamers = [list(pair) for pair in self._remembered() if pair != key]
            self._memory.save()
        self.changed.emit()

    def refresh(self) -> None:
        """Look again: after the start, or when the cockpit moved to another screen."""
        self.changed.emit()
        self._ask()

    def _added(self, screen: QScreen) -> None:
        self._asked.discard(key_of(screen))
        self.refresh()

    def _removed(self, screen: QScreen) -> None:
        self._leaving = screen  # Qt still lists it while it tells
        self._asked.discard(key_of(screen))
        try:
            self.changed.emit()
        finally:
            self._leaving = None

    def _ask(self) -> None:
        """Ask about a screen that nobody ever chose, when no other is the beamer."""
        if self.beamer() is not None:
            return
        own = self._own()
        for screen in self._others():
            key = key_of(screen)
            if key not in self._asked and key not in self._refused:
                self._asked.add(key)
                self.unknown_screen.emit(self._seen(screen, own, None))

    def _present(self) -> list[QScreen]:
        return [screen for screen in QGuiApplication.screens() if screen is not self._leaving]

    def _own(self) -> QScreen | None:
        return self._cockpit() or QGuiApplication.primaryScreen()

    def _others(self) -> list[QScreen]:
        """Screens that show another part of the desktop than the cockpit's."""
        own = self._own()
        if own is None:
            return []
        here = own.geometry()
        return [s for s in self._present() if s is not own and not s.geometry().intersects(here)]

    def _remembered(self) -> list[tuple[str, str]]:
        return [(pair[0], pair[1]) for pair in self._memory.beamers if len(pair) == 2]

    @staticmethod
    def _seen(screen: QScreen, own: QScreen | None, chosen: QScreen | None) -> Seen:
        made_by = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
        title = f"{made_by} ({screen.name()})" if made_by and screen.name() not in made_by else screen.name()
        size = screen.geometry().size() * screen.devicePixelRatio()
        return Seen(key_of(screen), title, size.width(), size.height(), screen is own, screen is chosen)
