"""What the beamer shows now: the mode the facilitator chose, and the `PublicView` that follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gogrow.domain.ballot import Ballot
from gogrow.domain.public import NEUTRAL_VIEW, BeamerMode, PublicView
from gogrow.domain.room import public_view, taken_back
from gogrow.domain.workshop import Workshop


class Beamer(QObject):
    """Holds mode and freezing; emits `changed` with the one value that the second window gets.

    It begins neutral, after every start and for every workshop. A frozen picture turns neutral as soon as anybody
    takes back what it may show.
    """

    changed = Signal(object)  # PublicView
    mode_changed = Signal()

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._workshop: Workshop | None = None
        self._earlier: tuple[Workshop, ...] = ()
        self._ballot: Ballot | None = None
        self._aloud: frozenset[str] = frozenset()  # whose name stands in the frozen picture
        self._mode = BeamerMode.NEUTRAL
        self._frozen = False
        self._stands: Workshop | None = None  # the workshop as it was when the picture was frozen
        self.view: PublicView = NEUTRAL_VIEW

    @property
    def mode(self) -> BeamerMode:
        """Neutral, showing, or dark."""
        return self._mode

    @property
    def frozen(self) -> bool:
        """Whether the picture stands still while the workshop goes on."""
        return self._frozen

    def follow(self, workshop: Workshop | None, earlier: tuple[Workshop, ...] | None = None) -> None:
        """The workshop is now this; another workshop than before makes the beamer neutral.

        ``earlier`` are those that it follows, the newest first; None: as before, and none for another workshop.
        """
        before = self._workshop
        self._workshop = workshop
        another = (before and before.id) != (workshop and workshop.id)
        if another or earlier is not None:
            self._earlier = earlier or ()
        if another:
            self._ballot = None
            self._set(BeamerMode.NEUTRAL, frozen=False)
            return
        if self._frozen and self._stands is not None and workshop is not None and taken_back(self._stands, workshop):
            self._set(BeamerMode.NEUTRAL, frozen=False)
            return
        self._refresh()

    def count(self, ballot: Ballot | None) -> None:
        """Voices that are being counted: the room sees how many are in, and names of those who say so."""
        self._ballot = ballot
        if self._frozen and not self._aloud <= _aloud(ballot):
            self._set(BeamerMode.NEUTRAL, frozen=False)
            return
        self._refresh()

    def show(self) -> None:
        """Show the current step."""
        self._set(BeamerMode.SHOW, frozen=False)

    def neutral(self) -> None:
        """The quiet picture, at once: panic, tears, or because the facilitator wants it."""
        self._set(BeamerMode.NEUTRAL, frozen=False)

    def blank(self) -> None:
        """A dark screen."""
        self._set(BeamerMode.BLANK, frozen=False)

    def freeze(self, frozen: bool) -> None:
        """Keep the picture as it is while the cockpit goes on, or let it follow again."""
        if frozen and not self._frozen:
            self._stands, self._aloud = self._workshop, _aloud(self._ballot)
        self._set(self._mode, frozen=frozen)

    def _set(self, mode: BeamerMode, *, frozen: bool) -> None:
        self._mode, self._frozen = mode, frozen
        self._refresh()
        self.mode_changed.emit()

    def _refresh(self) -> None:
        if self._frozen:
            return
        view = public_view(self._workshop, self._mode, self._now(), self._ballot, self._earlier)
        if view != self.view:
            self.view = view
            self.changed.emit(view)


def _aloud(ballot: Ballot | None) -> frozenset[str]:
    return ballot.aloud if ballot is not None and ballot.shown else frozenset()
