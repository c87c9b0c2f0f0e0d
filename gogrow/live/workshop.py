"""The running workshop: the one observable that every window shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.thread import StoreThread
from gogrow.live.voices import Voices

if TYPE_CHECKING:
    from gogrow.store.workspace import Applied, Workspace

P = ParamSpec("P")

DRAFT_MS = 600
"""Half-written words are kept at the latest this many milliseconds after a key (promise: one second)."""


class LiveWorkshop(QObject):
    """One open workshop. Windows call `do` with a rule, and `show` what `changed` brings after the commit.

    `broken` brings a `RuleBroken` (the user did something that is not allowed), `failed` an exception of the store
    (nothing was acknowledged). `saved` says whether everything is in the file.
    """

    changed = Signal(object)  # Workshop
    history_changed = Signal(object, object)  # StepName | None for undo and redo
    broken = Signal(object)  # RuleBroken
    failed = Signal(object)  # Exception
    saved = Signal(bool)
    voiced = Signal(object)  # Ballot | None: voices that are being counted, in memory only

    def __init__(
        self,
        store: StoreThread,
        workspace: Callable[[], Workspace],
        applied: Applied,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
        earlier: tuple[Workshop, ...] = (),
    ) -> None:
        """Take over ``applied``, the workshop as it was read from the file, and those that it follows."""
        super().__init__(parent)
        self._store = store
        self._workspace = workspace
        self.now = now
        self.workshop: Workshop = applied.workshop
        self.earlier = earlier
        """The workshops that this one follows, the newest first. They stay as they are while this one is open."""
        self.undo_name: StepName | None = applied.undo
        self.redo_name: StepName | None = applied.redo
        self._pending = 0
        self.voices = Voices(self)
        self._drafts: dict[str, str] = {}
        self._forgotten: set[str] = set()
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS)
        self._draft_timer.timeout.connect(self.flush)

    @property
    def id(self) -> str:
        """The workshop's id."""
        return self.workshop.id

    @property
    def busy(self) -> bool:
        """Whether answers of the file are still on their way: what `workshop` has may be older than what was typed."""
        return self._pending > 0

    def do(self, rule: Callable[Concatenate[Workshop, P], Outcome], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Queue a rule. It is applied to the workshop as it then is, and written in one transaction."""
        workspace, id = self._workspace, self.id
        self._submit(lambda: workspace().apply(id, lambda workshop: rule(workshop, *args, **kwargs)))

    def undo(self) -> None:
        """Undo the last step, if there is one."""
        workspace, id = self._workspace, self.id
        self.flush()
        self._submit(lambda: workspace().undo(id))

    def redo(self) -> None:
        """Redo the step that was undone last."""
        workspace, id = self._workspace, self.id
        self._submit(lambda: workspace().redo(id))

    def draft(self, id: str, text: str) -> None:
        """Remember half-written words soon. Never called for what may not be recorded."""
        self._drafts[id] = text
        self._forgotten.discard(id)
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def forget_draft(self, id: str) -> None:
        """Half-written words that were not written down yet are let go, also when the disk refuses them just now."""
        self._drafts.pop(id, None)
        self._forgotten.add(id)

    def flush(self) -> None:
        """Write the half-written words now. What cannot be written waits for the next key or the next flush."""
        self._draft_timer.stop()
        waiting, self._drafts = self._drafts, {}
        for id, text in waiting.items():
            self._submit(self._keeping(id, text), partial(self._put_back, id, text))

    def _put_back(self, id: str, text: str) -> None:
        if id not in self._forgotten:
            self._drafts.setdefault(id, text)  # what was typed meanwhile is newer

    def _keeping(self, id: str, text: str) -> Callable[[], Applied]:
        workspace, own = self._workspace, self.id
        return lambda: workspace().apply(own, lambda workshop: session.keep_draft(workshop, id, text))

    def do_then(self, rule: Callable[[Workshop], Outcome], then: Callable[[], object]) -> None:
        """`do`, and call ``then`` once it is in the file, before anybody hears that it changed."""
        workspace, id = self._workspace, self.id
        self._submit(lambda: workspace().apply(id, rule), then=then)

    def _submit(
        self,
        job: Callable[[], Applied],
        undone: Callable[[], object] | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        self._pending += 1
        if self._pending == 1:
            self.saved.emit(False)

        def failed(error: Exception) -> None:
            if undone is not None:
                undone()
            self._not_done(error)

        def done(applied: Applied) -> None:
            if then is not None:
                then()
            self._done(applied)

        self._store.submit(job, done, failed)

    def _done(self, applied: Applied) -> None:
        self._settle()
        self.workshop = applied.workshop
        if (applied.undo, applied.redo) != (self.undo_name, self.redo_name):
            self.undo_name, self.redo_name = applied.undo, applied.redo
            self.history_changed.emit(applied.undo, applied.redo)
        self.changed.emit(applied.workshop)

    def _not_done(self, error: Exception) -> None:
        self._settle()
        if isinstance(error, RuleBroken):
            self.broken.emit(error)
        else:
            self.failed.emit(error)
        self.changed.emit(self.workshop)

    def _settle(self) -> None:
        self._pending -= 1
        if self._pending == 0:
            self.saved.emit(True)
