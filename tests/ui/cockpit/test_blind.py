"""Before the reveal nothing on a blind screen tells who placed and who passed: two screens that are alike in all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gogrow.domain.rules import placing, session
from gogrow.domain.workshop import Workshop
from tests.sample import NOW, after, person, team
from tests.ui.cockpit.conftest import Cockpit

ROUNDS = ("now", "other", "wish")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole,
    Qt.ItemDataRole.UserRole + 1,
)


def with_passers(*passing: str) -> Workshop:
    """All slips are typed; these people passed all three questions, and Anja's slip was the last."""
    workshop = after(team(), session.begin, NOW)
    last = person(workshop, "Anja Verbeek")
    people = [p for p in workshop.participants if p.id != last] + [workshop.participants[0]]
    for p in people:
        for round in ROUNDS:
            letter = "Z" if p.name in passing or (round == "other" and not p.manager) else "B"
            workshop = after(workshop, placing.place_at, round, p.id, letter)
    return workshop


def told(page: QWidget) -> list[object]:
    """All that a page says: of each widget that can be seen its words and its state, and of each list its rows."""
    found: list[object] = []
    for widget in (page, *page.findChildren(QWidget)):
        if not widget.isVisibleTo(page):
            continue
        words = [getattr(widget, name)() for name in ("text", "toPlainText", "currentText") if hasattr(widget, name)]
        state = [getattr(widget, name)() for name in ("isChecked", "value") if hasattr(widget, name)]
        place = widget.mapTo(page, widget.rect().topLeft()).toTuple()
        spoken = (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip())
        found.append((type(widget).__name__, place, words, state, spoken, widget.isEnabled(), widget.windowTitle()))
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if isinstance(model, QAbstractItemModel):
            rows = range(model.rowCount())
            found.append([[repr(model.data(model.index(row, 0), role)) for role in ROLES] for row in rows])
    return found


def picture(cockpit: Cockpit) -> bytes:
    image = cockpit.page.grab().toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("step", ["slips", "first-card", "reveal"])
def test_who_passed_cannot_be_told_from_who_placed(make_cockpit: Callable[..., Cockpit], step: str) -> None:
    """Samira passed on one screen, Linh on the other; all else is the same, whoever's slip is looked at."""
    screens = [make_cockpit(with_passers(name)) for name in ("Samira El Idrissi", "Linh Tran")]
    for cockpit in screens:
        cockpit.alone()
        cockpit.go_to(step)
        cockpit.page.setFocus()
        cockpit.settle()
    one, other = screens
    assert told(one.page) == told(other.page)
    assert one.desk.beamer.view == other.desk.beamer.view
    if step != "reveal":
        for key in [Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 3] * 11:
            for cockpit in screens:
                cockpit.qtbot.keyClick(cockpit.page, key)
                cockpit.settle()
            assert told(one.page) == told(other.page)
    assert picture(one) == picture(other)


def test_backspace_says_nothing_about_passing_either(make_cockpit: Callable[..., Cockpit]) -> None:
    screens = [make_cockpit(with_passers(name)) for name in ("Samira El Idrissi", "Linh Tran")]
    for cockpit in screens:
        cockpit.alone()
        cockpit.go_to("slips")
        cockpit.page.setFocus()
        for key in [*[Qt.Key.Key_Down] * 8, Qt.Key.Key_Backspace]:
            cockpit.qtbot.keyClick(cockpit.page, key)
            cockpit.settle()
    marks = [{m.round for m in c.workshop.marks if m.participant == c.person("Samira")} for c in screens]
    assert marks[0] == marks[1] == {"other", "wish"}
