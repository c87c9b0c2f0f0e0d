"""The open workspace file: its list of workshops, and the workshop that is being worked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gogrow.domain.ids import NewId
from gogrow.domain.outcome import RuleBroken, StepName
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.thread import StoreThread
from gogrow.live.workshop import LiveWorkshop

if TYPE_CHECKING:
    from gogrow.store.opening import Listed
    from gogrow.store.workspace import Applied, Workspace


class LiveWorkspace(QObject):
    """One workspace file, open in the store's thread. Everything answers by signal."""

    opened = Signal()  # SQLAlchemy is loaded and the file is ours
    listed = Signal(object, object, object)  # tuple[Listed, ...], undo: StepName | None, redo: StepName | None
    workshop_opened = Signal(object)  # LiveWorkshop
    broken = Signal(object)  # RuleBroken
    failed = Signal(object)  # Exception

    def __init__(
        self,
        path: Path,
        connection: Any,
        now: Callable[[], dt.datetime],
        new_id: NewId,
        parent: QObject | None = None,
    ) -> None:
        """Adopt ``connection`` (from ``store.opening.connect``), or with None make a new file at ``path``.

        The heavy imports happen in the store's thread. A file that cannot be made or brought up to date is told by
        `failed`, with a ``WorkspaceRefused``; whatever is asked of it after that fails in the same way.
        """
        super().__init__(parent)
        self.path = path
        self.now = now
        self.new_id = new_id
        self.current: LiveWorkshop | None = None
        self._store = StoreThread(self)
        self._workspace: Workspace | None = None
        self._refused: Exception | None = None
        self._store.submit(lambda: self._adopt(connection), self._opened, self._not_done)

    def create(self, workshop: Workshop, *, open_it: bool = True) -> None:
        """A new workshop, as a step of the list's history; then it is opened."""
        step = StepName("create_workshop", {"name": workshop.details.title})
        self._list(lambda workspace: workspace.create(workshop, step))
        if open_it:
            self.open_workshop(workshop.id)

    def delete(self, id: str) -> None:
        """Take a workshop off the list, with all its content; undo brings it back."""

        def change(workspace: Workspace) -> None:
            workspace.delete(id, StepName("delete_workshop", {"name": workspace.load(id).details.title}))

        self._list(change)

    def rename(self, id: str, title: str) -> None:
        """Another title."""
        self._list(lambda workspace: workspace.apply_in_list(id, lambda workshop: session.retitle(workshop, title)))

    def looked_back(self, id: str) -> None:
        """They looked back without a workshop that follows."""
        self._list(lambda workspace: workspace.apply_in_list(id, session.looked_back))

    def undo(self) -> None:
        """Undo the last change of the list."""
        self._list(lambda workspace: workspace.undo_list())

    def redo(self) -> None:
        """Redo it."""
        self._list(lambda workspace: workspace.redo_list())

    def refresh(self) -> None:
        """Read the list again."""
        self._list(lambda workspace: None)

    def open_workshop(self, id: str) -> None:
        """Read a workshop; `workshop_opened` brings it."""

        def job() -> tuple[Applied, tuple[Workshop, ...]]:
            from gogrow.store.workspace import Applied

            workspace = self._ready()
            history = workspace.history(id)
            return Applied(workspace.load(id), history.undo, history.redo), workspace.earlier(id)

        self._store.submit(job, self._workshop_read, self._not_done)

    def leave_workshop(self) -> None:
        """Back to the list; the history of the workshop stays, so one can go on."""
        self._let_go()
        self.refresh()

    def close_workshop(self) -> None:
        """Close it (*Afsluiten*): its history ends."""
        if self.current is not None:
            id = self.current.id
            self.current.flush()
            self._list(lambda workspace: workspace.close_workshop(id))
            self.leave_workshop()

    def erase(self, id: str, neutral_title: str, then: Callable[[], None]) -> None:
        """Tidy up a workshop: names and notes go for good."""

        def job() -> None:
            from gogrow.domain.rules.erasing import erased

            workspace = self._ready()
            workspace.erase(id, erased(workspace.load(id), neutral_title))

        def answer(_: None) -> None:
            self.refresh()
            then()

        self._store.submit(job, answer, self._not_done)

    def ask(
        self,
        question: Callable[[Workspace], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Any question to the open file (a copy, a check, an export), answered in the GUI thread."""
        self._store.submit(lambda: question(self._ready()), then, failed or self._not_done)

    def close(self) -> None:
        """Write what waits, close the file, end the thread. Blocks until the last commit is on the disk."""
        if self.current is not None:
            self.current.flush()

        def job() -> None:
            if self._workspace is not None:
                self._workspace.close()

        self._store.submit(job, lambda _: None, lambda _: None)
        self._store.stop()

    def _adopt(self, connection: Any) -> None:
        from gogrow.store.workspace import Workspace

        try:
            self._workspace = Workspace(connection) if connection is not None else Workspace.make(self.path)
        except Exception as error:
            self._refused = error
            raise

    def _ready(self) -> Workspace:
        if self._refused is not None:
            raise self._refused
        assert self._workspace is not None, "the file is adopted by the first job of the thread"
        return self._workspace

    def _list(self, change: Callable[[Workspace], object]) -> None:
        def job() -> tuple[tuple[Listed, ...], StepName | None, StepName | None]:
            workspace = self._ready()
            change(workspace)
            history = workspace.list_history()
            return workspace.list(), history.undo, history.redo

        self._store.submit(job, self._show_list, self._not_done)

    def _show_list(self, answer: tuple[tuple[Listed, ...], StepName | None, StepName | None]) -> None:
        self.listed.emit(*answer)

    def _workshop_read(self, read: tuple[Applied, tuple[Workshop, ...]]) -> None:
        applied, earlier = read
        self._let_go()
        self.current = LiveWorkshop(self._store, self._ready, applied, self.now, self, earlier)
        self.workshop_opened.emit(self.current)

    def _let_go(self) -> None:
        """No workshop is open any more; the one that was lives until the file has answered all that it asked."""
        live, self.current = self.current, None
        if live is not None:
            live.flush()
            self._store.submit(lambda: None, lambda _: live.deleteLater(), lambda _: None)

    def _opened(self, _: None) -> None:
        self.opened.emit()
        self.refresh()

    def _not_done(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):
            self.broken.emit(error)
        else:
            self.failed.emit(error)
