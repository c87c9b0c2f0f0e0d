"""Whatever somebody does with steps, in any order, none is lost and none comes twice: held against a plain list."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gogrow.content.library import Library
from gogrow.domain.workshop import PlanStep
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.plan.step_list import StepList
from gogrow.ui.settings import Settings
from tests.sample import deck


class Played:
    """A list of steps on the screen, and what it should hold: `steps`, of which `open` (-1: none) is being typed."""

    def __init__(self, seed: int, view: StepList) -> None:
        self.view = view
        self.chance = random.Random(seed)
        self.steps: list[str] = []
        self.open = 0
        self.told: list[str] = []
        self.number = 0

    def types(self) -> None:
        """Other words for the step that is open."""
        if self.open >= 0:
            self.number += 1
            field = next(f for f in self.view.findChildren(QPlainTextEdit) if f.accessibleName() == "Wat ga ik doen?")
            field.setPlainText(f"stap {self.number}")
            self.steps[self.open : self.open + 1] = [f"stap {self.number}"]

    def presses_enter(self) -> None:
        """To the next, or a new one."""
        if self.open >= 0:
            field = next(f for f in self.view.findChildren(QPlainTextEdit) if f.accessibleName() == "Wat ga ik doen?")
            QTest.keyClick(field, Qt.Key.Key_Return)
            if self.open < len(self.steps):
                self.open += 1

    def opens(self) -> None:
        """Another one, by its row."""
        others = [at for at in range(len(self.steps)) if at != self.open]
        if others:
            self.open = self.chance.choice(others)
            self.button(f"step-{self.open}").click()

    def folds(self) -> None:
        """None is open."""
        if self.open >= 0:
            self.button("step-fold").click()
            self.open = -1

    def moves(self) -> None:
        """Up or down."""
        way = self.chance.choice((-1, 1))
        to = self.open + way
        if 0 <= self.open < len(self.steps) and 0 <= to < len(self.steps):
            self.button("step-up" if way < 0 else "step-down").click()
            self.steps[self.open], self.steps[to] = self.steps[to], self.steps[self.open]
            self.open = to

    def removes(self) -> None:
        """Away with it."""
        if 0 <= self.open < len(self.steps):
            self.button("step-remove").click()
            del self.steps[self.open]
            self.open = -1 if self.steps else 0

    def adds(self) -> None:
        """One more, by the button or by what was agreed."""
        if self.chance.random() < 0.5:
            self.number += 1
            self.view.add(f"stap {self.number}")
            self.steps.append(f"stap {self.number}")
            self.open = len(self.steps) - 1
        elif self.open < len(self.steps):
            self.button("add-step").click()
            self.open = len(self.steps)

    def hears(self) -> None:
        """The file brings what was kept, or what an undo made of it."""
        if self.chance.random() < 0.3 and self.steps:
            self.steps.pop()
            self.open = min(self.open, len(self.steps))
        self.view.show_steps([PlanStep(what) for what in self.steps], another=False)

    def button(self, name: str) -> QAbstractButton:
        """A button that can be pressed."""
        found = self.view.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        assert found.isVisible(), name
        assert found.isEnabled(), name
        return found


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], StepList]]:
    owner = QObject()
    desk = Desk(
        Texts("nl"),
        Settings(language="nl"),
        lambda: dt.datetime(2026, 5, 12, tzinfo=dt.UTC),
        None,
        None,
        lambda: Library((deck(),)),
        owner,
    )

    def made() -> StepList:
        view = StepList(desk)
        qtbot.addWidget(view)
        view.show_steps((), another=True)
        view.show()
        return view

    yield made
    desk.close()


@pytest.mark.parametrize("seed", range(12))
def test_steps_are_those_of_a_plain_list(make: Callable[[], StepList], seed: int) -> None:
    played = Played(seed, make())
    acts = (
        *(played.types, played.types, played.types, played.presses_enter, played.opens, played.folds),
        *(played.moves, played.removes, played.adds, played.hears),
    )
    for turn in range(120):
        act = played.chance.choice(acts)
        if len(played.steps) > 26 and act in (played.adds, played.presses_enter):
            act = played.removes
        act()
        assert [step.what for step in played.view.value()] == played.steps, f"turn {turn}: {act.__name__}"
        assert played.view.at() == played.open, f"turn {turn}: {act.__name__}"
