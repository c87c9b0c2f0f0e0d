"""What a test may not leave behind: windows, timers, animations, threads and Qt's complaints.

A test that leaves something running is the one that should fail, not the innocent one that comes after it.
The guards look only when the test is over, and collect garbage only when there is something to suspect: a
test without windows pays nothing.
"""

from __future__ import annotations

import gc
import re
import threading
from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

GRACE_MS = 1000
"""How long a thread that was told to stop may take to get there, in milliseconds."""


class QtMessages:
    """Qt's own warnings that come when no test is listening: while fixtures are torn down, or between tests.

    pytest-qt hears those of a running test. Both know the same exact list of what may be said.
    """

    def __init__(self, allowed: Iterable[str]) -> None:
        self._allowed = [re.compile(pattern) for pattern in allowed]
        self._heard: list[str] = []

    def listen(self) -> None:
        """Become Qt's message handler, again after each test: pytest-qt leaves the place empty."""
        qInstallMessageHandler(self._hear)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not any(pattern.search(message) for pattern in self._allowed):
            self._heard.append(f"{kind.name}: {message}")

    def take(self) -> list[str]:
        """What was heard since the last time."""
        heard, self._heard = self._heard, []
        return heard


class Started:
    """Every timer, animation and thread of ours that was ever started and still lives.

    Python's side of Qt's ``start`` is wrapped for as long as the tests run, so that timers inside Qt's own
    widgets (a blinking cursor, a tool tip) do not count.
    """

    def __init__(self) -> None:
        self.timers: WeakSet[QTimer] = WeakSet()
        self.animations: WeakSet[QAbstractAnimation] = WeakSet()
        self.threads: WeakSet[QThread] = WeakSet()
        self._watch(QTimer, self.timers)
        self._watch(QAbstractAnimation, self.animations)
        self._watch(QThread, self.threads)

    @staticmethod
    def _watch(kind: Any, seen: WeakSet[Any]) -> None:
        start: Callable[..., Any] = kind.start

        def remember(self: Any, *args: Any, **kwargs: Any) -> Any:
            seen.add(self)
            return start(self, *args, **kwargs)

        kind.start = remember

    def take(self) -> list[str]:
        """One line for each that still runs, told once: it is the fault of this test, not of the next one.

        Threads get a moment to end; what is already deleted on Qt's side cannot run.
        """
        timers, animations, threads = list(self.timers), list(self.animations), list(self.threads)
        self.timers.clear()
        self.animations.clear()
        self.threads.clear()
        found = [
            f"timer {_name(timer)} every {timer.interval()} ms still runs"
            for timer in timers
            if Shiboken.isValid(timer) and timer.isActive()
        ]
        found += [
            f"animation {_name(animation)} still runs"
            for animation in animations
            if Shiboken.isValid(animation) and animation.state() != QAbstractAnimation.State.Stopped
        ]
        found += [
            f"QThread {_name(thread)} still runs"
            for thread in threads
            if Shiboken.isValid(thread) and thread.isRunning() and not thread.wait(GRACE_MS)
        ]
        return found


def _name(thing: Any) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r}"


def settle() -> None:
    """Let Qt do what it was asked to do: delete what was to be deleted, and run what was to run at once."""
    if QCoreApplication.instance() is None:
        return
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def windows() -> list[QWidget]:
    """The top-level widgets that are alive now."""
    return list(QApplication.topLevelWidgets()) if QCoreApplication.instance() is not None else []


def leaked_windows(before: list[QWidget]) -> list[str]:
    """One line for each window that was not there before; garbage is collected first when there are any."""
    known = set(map(id, before))

    def new() -> list[QWidget]:
        return [window for window in windows() if id(window) not in known]

    settle()
    if new():
        gc.collect()
        settle()
    return [f"window {_name(window)} ({window.windowTitle()!r}) is still there" for window in new()]


def leaked_threads(before: Iterable[threading.Thread]) -> list[str]:
    """One line for each Python thread, or job in Qt's own pool, that runs on after the test."""
    known = set(before)
    new = [thread for thread in threading.enumerate() if thread not in known]
    for thread in new:
        if not isinstance(thread, threading._DummyThread):
            thread.join(GRACE_MS / 1000)
    found = [
        f"thread {thread.name!r} still runs"
        for thread in new
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    pool = QThreadPool.globalInstance()
    if pool.activeThreadCount() and not pool.waitForDone(GRACE_MS):
        found.append(f"{pool.activeThreadCount()} jobs still run in Qt's thread pool")
    return found
