"""Esc twice is heard everywhere, and counts as people mean it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gogrow.ui.panic import WITHIN, Panic


class Time:
    """A clock that stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Heard:
    """A filter on the application, and how often it acted."""

    def __init__(self, app: QApplication) -> None:
        self.times = 0
        self.clock = Time()
        self.panic = Panic(self._act, app, self.clock)
        app.installEventFilter(self.panic)

    def _act(self) -> None:
        self.times += 1


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[Heard]:
    made = Heard(qapp)
    yield made
    qapp.removeEventFilter(made.panic)
    made.panic.deleteLater()


def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for field in (QLineEdit("x"), QPlainTextEdit("x"), QComboBox()):
        column.addWidget(field)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QWidget])
def test_in_every_field(qtbot: QtBot, heard: Heard, kind: type[QWidget]) -> None:
    made = page(qtbot)
    field = made.findChild(kind) if kind is not QWidget else made
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard.times == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard.times == 1
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard.times == 1, "a third press begins anew"


def test_in_a_dialog_that_the_first_press_closes(qtbot: QtBot, heard: Heard) -> None:
    made = page(qtbot)
    dialog = QDialog(made)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert heard.times == 1


def test_where_escape_is_a_shortcut(qtbot: QtBot, heard: Heard) -> None:
    made = page(qtbot)
    action = QAction("x", made)
    action.setShortcut(Qt.Key.Key_Escape)
    made.addAction(action)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert heard.times == 1


def test_slowly_is_not_twice_and_another_key_ends_it(qtbot: QtBot, heard: Heard) -> None:
    made = page(qtbot)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    heard.clock.now += WITHIN + 0.1
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert heard.times == 0
    qtbot.keyClick(made, Qt.Key.Key_A)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert heard.times == 0


def test_a_held_key_counts_once(qtbot: QtBot, heard: Heard) -> None:
    made = page(qtbot)
    kinds = [QEvent.Type.KeyPress, QEvent.Type.KeyRelease] * 5
    for number, kind in enumerate(kinds[:-1]):
        repeated = number > 0
        QApplication.sendEvent(made, QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", repeated))
    assert heard.times == 0


def test_a_release_that_never_came_does_not_block(qtbot: QtBot, heard: Heard) -> None:
    made = page(qtbot)
    for stamp in (1000, 1300):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        press.setTimestamp(stamp)
        QApplication.sendEvent(made, press)
    assert heard.times == 1
