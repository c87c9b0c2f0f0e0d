"""The day to look back is set where it is needed: before the sheets are printed, and when it is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gogrow.domain.rules import session
from gogrow.ui.check_in.day_button import DayButton, DayDialog
from tests.ui.cockpit.conftest import Cockpit

DAY = dt.date(2026, 12, 1)


def days(cockpit: Cockpit) -> str:
    """What stands on the one button that can be seen."""
    (found,) = (b for b in cockpit.page.findChildren(DayButton) if b.isVisible())
    return found.text()


def asking() -> DayDialog:
    """The window that asks."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    return dialog


def press(name: str) -> None:
    """Press a button in it."""
    (found,) = (b for b in asking().findChildren(QPushButton) if b.objectName() == name)
    found.click()


@pytest.mark.parametrize("step", ["first-step", "closing"])
def test_two_clicks_set_the_day_for_all(cockpit: Cockpit, step: str) -> None:
    cockpit.do(session.edit_details, replace(cockpit.workshop.details, check_in=None, check_in_time="", place=""))
    cockpit.go_to(step)
    assert days(cockpit) == "Kies het vervolgmoment"
    cockpit.click("look-back-day")
    press("in-3-months")
    cockpit.settle()
    press("done")
    cockpit.settle()
    day = cockpit.workshop.details.check_in
    assert day is not None
    assert 89 <= (day - (cockpit.workshop.details.date or cockpit.now.date())).days <= 95
    assert days(cockpit).startswith("Vervolgmoment: ")
    assert str(day.day) in days(cockpit)
    assert cockpit.live.undo_name


def test_it_is_there_when_all_is_over_but_not_in_other_steps(cockpit: Cockpit) -> None:
    cockpit.do(session.edit_details, replace(cockpit.workshop.details, check_in=DAY, check_in_time="10:00"))
    cockpit.go_to("welcome")
    assert not [b for b in cockpit.page.findChildren(DayButton) if b.isVisible()]
    cockpit.go_to("closing")
    cockpit.click("act")
    assert cockpit.workshop.stage.ended
    assert days(cockpit) == "Vervolgmoment: di 1 december, 10:00"


def test_what_is_typed_is_kept_when_the_window_is_closed_by_a_key(cockpit: Cockpit) -> None:
    cockpit.go_to("closing")
    cockpit.click("look-back-day")
    dialog = asking()
    line = dialog.fields.place
    line.setFocus()
    cockpit.qtbot.keyClicks(line, "Kantine")
    dialog.reject()
    cockpit.settle()
    assert cockpit.workshop.details.place == "Kantine"


@pytest.mark.parametrize(
    ("field", "typed", "said"), [("day", "ooit", "kent GoGrow niet"), ("time", "25 uur", "geen tijd")]
)
def test_what_is_no_day_or_no_time_is_said_before_one_goes(cockpit: Cockpit, field: str, typed: str, said: str) -> None:
    cockpit.go_to("closing")
    cockpit.click("look-back-day")
    dialog = asking()
    line = dialog.fields.day.line if field == "day" else dialog.fields.time
    line.setFocus()
    line.selectAll()
    cockpit.qtbot.keyClicks(line, typed)
    press("done")
    cockpit.settle()
    assert dialog.isVisible()
    notes = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any(said in note for note in notes)
    assert line.text() == typed
    dialog.reject()
    cockpit.settle()
