"""What happens when the program makes a mistake: the workshop stays open, and the log says where it went wrong.

The log holds no names and no notes: never the words of an exception, never a local variable, never the parameters of
a statement. It says what kind of mistake it was, and in which lines of which files.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

LOGGER = "gogrow"
FILE = "gogrow.log"
ROOM = 300_000
"""Bytes of one log file; there are three of them."""

_QT_NAMES = re.compile(r"^(?:[A-Za-z_][\w.]*(?:::~?\w+)*(?:\(\))?)(?=:|\s|$)")


class _Bare(logging.Formatter):
    """Time, level and the fixed words of a line; what would be filled in is left out."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return super().format(record)


def open_log(folder: Path) -> logging.Handler | None:
    """Let the program's logger write in a folder; None where that cannot be. Give it to `close_log` at the end."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / FILE, maxBytes=ROOM, backupCount=2, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Bare())
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    return handler


def close_log(handler: logging.Handler | None) -> None:
    """The program ends."""
    if handler is not None:
        logging.getLogger(LOGGER).removeHandler(handler)
        handler.close()


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of an exception and its frames as ``file:line``, without a word of what it says."""
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    frames = [f"{_short(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    return " < ".join([name, *reversed(frames)])


def report(error: Exception) -> None:
    """Write where something went wrong that was caught and told already, such as a rule in the file's thread."""
    logging.getLogger(LOGGER).error(where(type(error), error.__traceback__))


def _short(file: str) -> str:
    """The end of a path: enough to find the file, without the name of anybody's home folder."""
    parts = Path(file).parts
    for root in ("gogrow", "site-packages", "tests"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else "?"


class Crashes(QObject):
    """Catches what nobody caught, in every thread, and what Qt complains of. `happened` comes in the GUI thread.

    It is in force from `install` to `restore`.
    """

    happened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._restore: list[Callable[[], None]] = []
        self._before_qt: Any = None

    def install(self) -> None:
        """Take over from Python and Qt."""
        before, before_thread, before_lost = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self.caught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._lost
        before_qt = self._before_qt = qInstallMessageHandler(self._qt)

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before, before_thread, before_lost
            qInstallMessageHandler(before_qt)

        self._restore.append(restore)

    def restore(self) -> None:
        """Give it back."""
        while self._restore:
            self._restore.pop()()

    def caught(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        """An exception that reached the top. Ctrl+C still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        logging.getLogger(LOGGER).error(where(kind, trace))
        self.happened.emit()

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            logging.getLogger(LOGGER).error(where(args.exc_type, args.exc_traceback))
            self.happened.emit()

    def _lost(self, args: sys.UnraisableHookArgs) -> None:
        logging.getLogger(LOGGER).error(where(args.exc_type, args.exc_traceback))

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        """Of Qt's own words only the name of the class and function at the beginning: the rest may hold anything."""
        found = _QT_NAMES.match(message or "")
        name = found.group() if found and ("::" in found.group() or found.group().startswith("Q")) else "?"
        logging.getLogger(LOGGER).warning(f"Qt {kind.name} {context.category or ''} {name}")
        if self._before_qt is not None:
            self._before_qt(kind, context, message)
