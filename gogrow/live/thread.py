"""The one thread that owns the connection to the workspace file. Commands queue; answers come back by signal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")

_Job = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]


class StoreThread(QObject):
    """Runs jobs one after another outside the GUI thread and gives their answers back inside it."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._stopped = False
        self._answered.connect(self._answer)
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Queue ``job``; ``then`` gets its result, or ``failed`` its exception, both in the GUI thread."""
        self._jobs.put((job, then, failed))

    def stop(self) -> None:
        """Finish what is queued and end the thread. Answers that were not delivered yet are dropped.

        Whoever asked may go on with another file by now, and must not put there what was read in this one. What could
        not be done is told all the same.
        """
        self._stopped = True
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, then, failed = item
            try:
                result = job()
            except Exception as error:
                self._answered.emit(_Answer(failed, error, failure=True))
            else:
                self._answered.emit(_Answer(then, result, failure=False))

    @Slot(object)
    def _answer(self, answer: _Answer) -> None:
        if answer.failure or not self._stopped:
            answer.to(answer.value)


class _Answer:
    """An answer on its way to the GUI thread."""

    def __init__(self, to: Callable[[Any], None], value: object, *, failure: bool) -> None:
        self.to = to
        self.value = value
        self.failure = failure
