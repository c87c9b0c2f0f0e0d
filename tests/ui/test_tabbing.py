"""Tab goes as the eye goes, whatever was made first; nothing is left out and nothing useless is a stop."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gogrow.ui.tabbing import EyeWindow, stops
from tests.ui.cockpit.conftest import Cockpit, covered, make_cockpit, placed
from tests.ui.table.conftest import Sitting, sit, table

__all__ = ["covered", "make_cockpit", "sit", "table"]


def scrolled(inside: QWidget, high: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFixedHeight(high)
    return area


@pytest.fixture
def window(qtbot: QtBot) -> EyeWindow:
    """Fields left in a long area, choices right; the bar below was made first."""
    made = EyeWindow()
    qtbot.addWidget(made)
    bar, left, right = QPushButton("bar"), QWidget(), QWidget()
    fields, choices = QVBoxLayout(left), QVBoxLayout(right)
    for words in ("one", "two", "three"):
        fields.addSpacing(200)
        fields.addWidget(QLineEdit(words))
    for words in ("red", "green", "blue"):
        choices.addWidget(QRadioButton(words))
    right.findChildren(QRadioButton)[1].setChecked(True)
    choices.addWidget(scrolled(QLabel("\n" * 40), 60))
    choices.addWidget(scrolled(QLabel("short"), 60))
    inside = QWidget()
    column, both = QVBoxLayout(inside), QHBoxLayout()
    both.addWidget(scrolled(left, 260))
    both.addWidget(right)
    column.addLayout(both)
    column.addWidget(bar)
    made.setCentralWidget(inside)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def words(widget: QWidget | None) -> str:
    return str(getattr(widget, "text", lambda: type(widget).__name__)())


def test_it_reads_from_left_to_right_and_down_and_round_again(qtbot: QtBot, window: EyeWindow) -> None:
    seen = []
    for _ in range(7):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(words(window.focusWidget()))
    assert seen == ["one", "two", "three", "green", "QScrollArea", "bar", "one"]
    for wanted in ("bar", "QScrollArea", "green", "three"):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Backtab)
        assert words(window.focusWidget()) == wanted


def test_what_is_reached_is_in_view(qtbot: QtBot, window: EyeWindow) -> None:
    third = window.findChildren(QLineEdit)[2]
    assert third.visibleRegion().isEmpty()
    for _ in range(3):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    assert window.focusWidget() is third
    assert not third.visibleRegion().isEmpty()


@pytest.mark.parametrize("step", ["welcome", "slips", "first-card", "reveal", "gap", "card", "first-step", "closing"])
def test_in_the_cockpit_from_the_run_to_the_bar_below(make_cockpit: Callable[..., Cockpit], step: str) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to(step)
    found = stops(cockpit.page)
    names = [w.objectName() for w in found]
    assert names[-2:] == ["quiet", "act"]
    above = [w for w in found[names.index("pause") :] if not cockpit.page.bottom.isAncestorOf(w)]
    across = [w.mapTo(cockpit.page, w.rect().center()).x() for w in above]
    columns = [0 if x < 265 else 1 if x < 870 else 2 for x in across]
    assert columns == sorted(columns)
    reached = set(found)
    for button in cockpit.page.findChildren(QPushButton):
        tabbed = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
        assert button in reached or not (tabbed and button.isVisible() and button.isEnabled()), button.text()


def test_at_the_table_erasing_comes_last(table: Sitting) -> None:
    table.press("table-first")
    table.press("table-first")
    assert [w.objectName() for w in stops(table.page)][-2:] == ["table-first", "table-stop"]
