"""A few people at the laptop: each chooses unseen, and nothing tells who passed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gogrow.domain.public import BeamerMode, Dilemma
from gogrow.ui.cockpit import page as cockpit_page
from gogrow.ui.panic import Panic
from gogrow.ui.table.dilemma_laptop import DilemmaTurn
from tests.ui.cockpit.rounds import Round, card, group, make_round

__all__ = ["make_round"]  # a fixture


@pytest.fixture
def six(make_round: Callable[..., Round], monkeypatch: pytest.MonkeyPatch) -> Round:
    """Six people, and the laptop is handed over."""
    monkeypatch.setattr(cockpit_page, "ask_to_lock", lambda *_: True)
    cockpit = make_round(group(6))
    cockpit.choosing()
    cockpit.click("at-laptop")
    return cockpit


def turn(cockpit: Round) -> DilemmaTurn:
    return next(w for w in cockpit.page.findChildren(DilemmaTurn))


def press(cockpit: Round, name: str) -> None:
    here = turn(cockpit)
    skip = next(b for b in here.findChildren(QPushButton) if b.objectName() == "laptop-pass")
    made = {"mine": here.mine, "ready": here.done, "pass": skip}[name]
    assert made.isEnabled()
    cockpit.qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    cockpit.settle()


def choose(cockpit: Round, view: int | None) -> None:
    press(cockpit, "mine")
    if view is None:
        press(cockpit, "pass")
        return
    cockpit.qtbot.mouseClick(turn(cockpit).steps.buttons[view - 1], Qt.MouseButton.LeftButton)
    press(cockpit, "ready")


def test_six_choose_and_it_goes_into_the_one_count_all_at_once(six: Round) -> None:
    rooms = []
    for view in (2, 5, None, 1, 1, 3):
        choose(six, view)
        rooms.append(six.room)
    assert len(set(map(repr, rooms))) == 1, "the total tells nothing about who passed"
    assert turn(six).heading.text() == "Dank je. Iedereen is geweest."
    assert not turn(six).mine.isVisible()
    six.qtbot.keyClick(six.page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    six.settle()
    assert six.total == "5 van 5"
    ballot = six.live.voices.ballot
    assert ballot is not None
    assert ballot.voices == (1, 1, 2, 3, 5), "without the order in which they came"
    assert isinstance(six.room, Dilemma)
    assert (six.room.done, six.room.total) == (5, 5)


def test_between_two_people_nothing_of_a_choice_is_on_the_screen(six: Round) -> None:
    press(six, "mine")
    assert turn(six).situation.text() == card().situation
    assert not turn(six).done.isEnabled()
    six.qtbot.keyClicks(turn(six), "4")
    assert turn(six).steps.buttons[3].isChecked()
    six.qtbot.keyClick(turn(six), Qt.Key.Key_Return)
    six.settle()
    assert turn(six).heading.text() == "Dank je. Geef de laptop door."
    six.qtbot.keyClick(turn(six), Qt.Key.Key_Return)
    assert turn(six).mine.isVisible(), "a second Enter of the same hand begins nobody's turn"
    press(six, "mine")
    assert not any(b.isChecked() for b in turn(six).steps.buttons)


def test_the_lock_opens_in_the_middle_and_only_who_was_ready_counts(six: Round) -> None:
    choose(six, 4)
    press(six, "mine")
    six.qtbot.keyClicks(turn(six), "1")
    six.page._open_lock()
    six.settle()
    assert six.total == "1 van 6"
    assert six.workshop.stage.dilemma.counting


def test_esc_twice_is_quiet_at_the_laptop_too(six: Round) -> None:
    panic = Panic(six.desk.beamer.neutral, six.page)
    turn(six).installEventFilter(panic)
    for _ in range(2):
        six.qtbot.keyClick(turn(six), Qt.Key.Key_Escape)
    assert six.desk.beamer.mode is BeamerMode.NEUTRAL


def test_killed_while_the_laptop_goes_round_says_so(six: Round) -> None:
    choose(six, 4)
    again = six.killed()
    assert isinstance(again, Round)
    assert again.total == "0 van 6"
    assert again.live.voices.lost


def test_with_seven_the_laptop_is_not_offered(make_round: Callable[..., Round]) -> None:
    cockpit = make_round(group(7))
    cockpit.choosing()
    assert not cockpit.pane._laptop.isVisible()
