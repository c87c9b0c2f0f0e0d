"""Long work off the GUI thread: PDFs, imports, copies. With progress, and a way to stop it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

Progress = Callable[[int, int], bool]
"""Called with (done, total); False means: stop and leave nothing behind."""


class Job(QObject):
    """Runs ``work`` in a thread of its own. Signals arrive in the thread that made the job."""

    progressed = Signal(int, int)
    finished = Signal(object)  # what work returned
    failed = Signal(object)  # Exception

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def wait(self) -> None:
        """Block until the thread has ended; for quitting."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        def progress(done: int, total: int) -> bool:
            if not self._stop.is_set():
                self._tell(self.progressed, done, total)
            return not self._stop.is_set()

        try:
            result = self._work(progress)
        except Exception as error:
            self._tell(self.failed, error)
        else:
            self._tell(self.finished, result)

    @staticmethod
    def _tell(signal: SignalInstance, *values: object) -> None:
        """Nobody hears it when the page that made the job is gone; the work is done all the same."""
        with contextlib.suppress(RuntimeError):
            signal.emit(*values)
