"""The one thread that owns the connection to the workspace file. Commands queue; answers come back by signal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")

class StoreThread(QObject):
    """Runs jobs one after another outside the GUI thread and gives their answers back inside it."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._jobs: SimpleQueue[_Task | None] = SimpleQueue()
        self._stopped = False
        self._answered.connect(self._answer)
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Queue ``job``; ``then`` gets its result, or ``failed`` its exception, both in the GUI thread."""
        self._jobs.put(_Task(job, then, failed))

    def stop(self) -> None:
        """Finish what is queued and end the thread. Answers that were not delivered yet are dropped.

        Whoever asked may go on with another file by now, and must not put there what was read in this one. What could
        not be done is told all the same.
        """
        self._stopped = True
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (task := self._jobs.get()) is not None:
            task.work()
            self._answered.emit(task)

    @Slot(object)
    def _answer(self, task: _Task) -> None:
        to, value, failure = task.take()
        if failure or not self._stopped:
            to(value)


class _Task:
    """A job and who gets its answer. Only this holds them, and the GUI thread takes them out.

    What they hold may be windows, and the last to let go of a window must be the thread that it lives in: else it is
    torn down in the middle of whatever Qt is doing there.
    """

    def __init__(
        self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self._parts: list[Callable[..., Any]] = [job, then, failed]
        self._value: Any = None
        self._failure = False

    def work(self) -> None:
        """Do the job, in the thread of the file."""
        try:
            self._value = self._parts[0]()
        except Exception as error:
            self._value, self._failure = error, True

    def take(self) -> tuple[Callable[[Any], None], Any, bool]:
        """Who gets what, and whether it is a failure; nothing stays here."""
        parts, self._parts = self._parts, []
        value, self._value = self._value, None
        return parts[2 if self._failure else 1], value, self._failure
