"""Tests that sin, each against a guard of conftest.py. Only test_guards.py runs them and wants failures."""

from __future__ import annotations

import gc
import threading
import warnings
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPropertyAnimation, QThread, QTimer, qDebug, qWarning
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

kept: list[Any] = []


def test_window(qapp: QApplication) -> None:
    kept.append(QWidget())


def test_timer(qapp: QApplication) -> None:
    timer = QTimer()
    kept.append(timer)
    timer.start(60_000)


def test_animation(qapp: QApplication) -> None:
    target = QObject()
    animation = QPropertyAnimation(target, b"objectName")
    kept.extend([target, animation])
    animation.setEndValue("end")
    animation.setLoopCount(-1)
    animation.setDuration(60_000)
    animation.start()


def test_qthread(qapp: QApplication) -> None:
    thread = QThread()
    kept.append(thread)
    thread.start()


def test_thread() -> None:
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()


def test_warning() -> None:
    warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_unraisable() -> None:
    class Bad:
        def __del__(self) -> None:
            raise ValueError("in a destructor")

    Bad()
    gc.collect()


def test_qt_message() -> None:
    qWarning("QPainter::begin: something")


def test_qt_debug() -> None:
    qDebug("left in by accident")


def test_qt_message_late(qapp: QApplication) -> None:
    child = QObject(QCoreApplication.instance())
    child.destroyed.connect(lambda: qWarning("too late for the test"))
    child.deleteLater()


def test_good(qapp: QApplication, home: Path) -> None:
    """No sin: a window that was closed, Qt's own blinking cursor, a timer that ended, a thread that ended."""
    assert Path.home() == home
    field = QLineEdit()
    field.show()
    field.setFocus()
    field.deleteLater()
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()
