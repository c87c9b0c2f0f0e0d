"""The end of a session: calm, without a name, with what can still be done, and a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from gogrow.domain.public import BeamerMode, Neutral, Reveal, Words
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.over_step import ActionRow
from tests.sample import NAMES
from tests.ui.cockpit.conftest import Cockpit, full, placed
from tests.ui.cockpit.test_page import named


@pytest.fixture
def over(cockpit: Cockpit) -> Cockpit:
    """Just finished."""
    cockpit.go_to("closing")
    cockpit.click("act")
    return cockpit


def seen(cockpit: Cockpit) -> list[str]:
    return [part.text() for part in cockpit.page.findChildren(QLabel) if part.isVisible()]


def test_finishing_makes_the_beamer_quiet_and_says_what_can_still_be_done(over: Cockpit) -> None:
    assert over.workshop.stage.ended
    assert isinstance(over.room, Neutral)
    assert "De workshop is klaar" in seen(over)
    actions = [row.objectName() for row in over.page.findChildren(ActionRow) if row.isVisible()]
    assert actions == ["print-all", "tidy-up"]


def test_the_end_shows_no_name_so_it_needs_no_curtain(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(full())
    cockpit.go_to("closing")
    cockpit.click("act")
    assert cockpit.page.covered
    assert "De workshop is klaar" in seen(cockpit)
    assert named(cockpit.page) == set()


def test_the_next_action_is_to_go_to_the_list_and_shows_nothing(over: Cockpit) -> None:
    with over.qtbot.waitSignal(over.page.leave):
        over.press("PageDown")
    assert over.desk.beamer.mode is BeamerMode.NEUTRAL


def test_one_can_go_on_and_the_beamer_shows_the_last_step(over: Cockpit) -> None:
    over.click("go-on")
    assert not over.workshop.stage.ended
    assert over.workshop.stage.step == "closing"
    assert isinstance(over.room, Words)


@pytest.mark.parametrize("key", ["PageUp", "click"])
def test_back_from_the_end_shows_nothing_by_itself(over: Cockpit, key: str) -> None:
    if key == "click":
        over.click("back")
    else:
        over.press(key)
    assert not over.workshop.stage.ended
    assert over.workshop.stage.step == "closing"
    assert isinstance(over.room, Neutral)


def test_a_step_of_the_run_can_still_be_chosen(over: Cockpit) -> None:
    over.page.step_back()
    over.settle()
    over.do(session.end, over.now)
    rows = over.page._run._rows
    over.qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    over.settle()
    assert not over.workshop.stage.ended
    assert over.workshop.stage.step == "welcome"
    assert isinstance(over.room, Neutral)


def answered(words: str) -> list[str]:
    """Answers the next question with the button of this name; the list that comes back holds it once it was asked."""
    asked: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(0, look)
            return
        asked.append(dialog.windowTitle())
        next(b for b in dialog.findChildren(QPushButton) if words in (b.text(), b.objectName())).click()

    QTimer.singleShot(0, look)
    return asked


def test_tidying_up_asks_leaves_the_workshop_and_leaves_no_name(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(full())
    cockpit.alone()
    cockpit.go_to("closing")
    cockpit.click("act")
    asked = answered("Laat staan")
    cockpit.click("tidy-up")
    assert asked == ["Opruimen"]
    assert cockpit.workshop.participants != ()
    left: list[bool] = []

    def leave() -> None:
        left.append(True)
        cockpit.page.show_workshop(None)
        cockpit.desk.workspace.leave_workshop()

    cockpit.page.leave.connect(leave)
    answered("tidy")
    cockpit.click("tidy-up")
    cockpit.qtbot.waitUntil(lambda: bool(cockpit.told), timeout=20_000)
    assert left == [True]
    assert cockpit.told[0].startswith("Gewist: 11 namen")
    found = [name for name in NAMES if name.encode() in cockpit.bytes()]
    assert found == []


def test_a_double_click_does_not_do_the_next_thing_too(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop: Workshop = placed()
    cockpit = make_cockpit(workshop)
    cockpit.alone()
    cockpit.go_to("reveal")
    act = cockpit.find("act")
    cockpit.qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    cockpit.settle()
    assert isinstance(cockpit.room, Reveal)
    assert len(cockpit.room.pawns) == 10
    middle = act.rect().center()
    cockpit.qtbot.mouseDClick(act, Qt.MouseButton.LeftButton, pos=middle)
    cockpit.qtbot.mouseRelease(act, Qt.MouseButton.LeftButton, pos=middle)
    cockpit.settle()
    assert len(cockpit.room.pawns) == 10, "whoever leads joined by the second press of a double click"
    cockpit.qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    cockpit.settle()
    assert len(cockpit.room.pawns) == 11
