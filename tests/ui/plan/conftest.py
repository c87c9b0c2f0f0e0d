"""The plan of one person, opened in a real cockpit on a real file; typed by keys, seen by names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.ui.plan.editor import PlanEditor
from tests.ui.cockpit.conftest import Cockpit, full, make_cockpit

__all__ = ["Plan", "make_cockpit"]


class Plan:
    """A plan on the facilitator's screen."""

    def __init__(self, cockpit: Cockpit, name: str) -> None:
        self.cockpit = cockpit
        self.name = name
        people = next(v for v in cockpit.page.findChildren(QListWidget) if v.isVisible())
        item = next(people.item(row) for row in range(people.count()) if people.item(row).text().startswith(name))
        people.scrollToItem(item)
        spot = people.visualItemRect(item).center()
        cockpit.qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        cockpit.settle()

    @property
    def id(self) -> str:
        """Whose it is."""
        return self.cockpit.person(self.name)

    @property
    def kept(self) -> DevelopmentPlan:
        """As it is in the file."""
        return self.cockpit.workshop.plan(self.id)

    @property
    def editor(self) -> PlanEditor:
        """The editor."""
        return next(e for e in self.cockpit.page.findChildren(PlanEditor) if e.isVisible())

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """The first field of this name that can be seen."""
        found: list[QLineEdit | QPlainTextEdit] = []
        found += [f for f in self.editor.findChildren(QPlainTextEdit) if f.isVisible()]
        found += [f for f in self.editor.findChildren(QLineEdit) if f.isVisible()]
        return next(f for f in found if name == f.accessibleName())

    def words(self, name: str) -> str:
        """What stands in a field."""
        found = self.field(name)
        return found.text() if isinstance(found, QLineEdit) else found.toPlainText()

    def stand(self, name: str) -> QWidget:
        """Click into a field."""
        where = self.field(name)
        self.cockpit.reach(where)
        pressed = where.viewport() if isinstance(where, QPlainTextEdit) else where
        self.cockpit.qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is where
        return where

    def type(self, name: str, words: str) -> None:
        """Click into a field and type."""
        self.cockpit.qtbot.keyClicks(self.stand(name), words)

    def leave(self) -> None:
        """Out of the field, which keeps it."""
        self.cockpit.page.setFocus()
        self.cockpit.settle()


@pytest.fixture
def open_plan(make_cockpit: Callable[..., Cockpit]) -> Callable[..., Plan]:
    """Opens somebody's plan: ``open_plan("Samira")``, of the full workshop or of another one."""

    def opened(name: str, workshop: Workshop | None = None, *, text_size: float = 1.0) -> Plan:
        cockpit = make_cockpit(workshop or full(), text_size=text_size)
        cockpit.page.resize(1280, 720)
        cockpit.alone()
        cockpit.go_to("first-step")
        return Plan(cockpit, name)

    return opened
