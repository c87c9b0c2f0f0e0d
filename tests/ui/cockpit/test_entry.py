"""Slips typed in the cockpit: one key for each answer, the list moves on by itself, and nothing is seen of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu

from gogrow.domain.people import Presence
from gogrow.domain.public import Card, Placing
from gogrow.domain.rules import people, placing
from gogrow.domain.workshop import Consent
from gogrow.ui.board.scene import BoardView
from gogrow.ui.cockpit.answer import AnswerBox
from gogrow.ui.cockpit.entry_line import EntryLine
from gogrow.ui.labels import Elided
from tests.sample import team
from tests.ui.cockpit.conftest import POPUP, Cockpit, placed


def board(cockpit: Cockpit) -> BoardView:
    return next(b for b in cockpit.page.findChildren(BoardView) if b.isVisible())


def asked(cockpit: Cockpit) -> str:
    """The words beside the answer boxes."""
    return next(e.text() for e in cockpit.page.findChildren(Elided, "asked") if e.isVisible())


def near(value: float) -> object:
    """As near as a hand comes."""
    return pytest.approx(value, abs=0.01)


def test_a_letter_a_place_and_the_list_moves_on_by_itself(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    assert asked(cockpit) == "Anja: letter?"
    cockpit.type("gkx")
    assert asked(cockpit) == "Dennis: letter?"
    cockpit.type("BKZ")
    assert asked(cockpit) == "Fatma: letter?"
    assert cockpit.letters("Anja") == "GKX"
    assert cockpit.letters("Dennis") == "BK."
    assert isinstance(cockpit.room, Placing)
    assert (cockpit.room.done, cockpit.room.total) == (2, 11)


def test_passing_looks_like_placing_in_the_file_and_in_the_list(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    cockpit.type("ZZZABC")
    marks = {mark.id for mark in cockpit.workshop.marks}
    assert {f"{r}.{cockpit.person(n)}" for r in ("now", "other", "wish") for n in ("Anja", "Dennis")} == marks
    who = next(v for v in cockpit.page.findChildren(QListView) if v.isVisible())
    spoken = [who.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert spoken == ["Anja, klaar", "Dennis, klaar"]


def test_backspace_takes_back_and_the_letter_can_be_typed_again(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    cockpit.type("GK")
    cockpit.press("Backspace")
    assert cockpit.letters("Anja") == "G.."
    cockpit.type("LX")
    assert cockpit.letters("Anja") == "GLX"
    assert asked(cockpit) == "Dennis: letter?"
    cockpit.press("Backspace")  # the last answer of the slip before this one
    assert asked(cockpit) == "Anja: letter?"
    assert cockpit.letters("Anja") == "GL."
    cockpit.type("Y")
    assert cockpit.letters("Anja") == "GLY"


def test_minus_is_not_here_today_and_the_total_follows(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    cockpit.press("-")
    assert cockpit.workshop.participants[0].presence is Presence.NOT_HERE
    assert asked(cockpit) == "Dennis: letter?"
    assert isinstance(cockpit.room, Placing)
    assert cockpit.room.total == 10
    cockpit.type("BKX")
    assert cockpit.room.done == 1


def test_space_is_a_yes_for_the_name_and_a_second_one_a_no(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    anja = cockpit.person("Anja")
    cockpit.press("Space")
    assert cockpit.workshop.agreed(Consent.NAME, anja)
    assert cockpit.find("consent").isChecked()
    cockpit.press("Space")
    assert not cockpit.workshop.agreed(Consent.NAME, anja)


def test_after_a_click_on_a_button_keys_still_go_to_the_slip(cockpit: Cockpit) -> None:
    cockpit.go_to("first-card")
    cockpit.click("act")  # draws the card
    assert isinstance(cockpit.room, Card)
    shown = cockpit.room
    anja = cockpit.person("Anja")
    cockpit.press("Space")
    assert cockpit.workshop.agreed(Consent.NAME, anja)
    cockpit.type("G")
    assert cockpit.workshop.stage.step == "first-card", "the space bar pressed the large button"
    cockpit.click("draw")
    cockpit.press("Space")
    assert not cockpit.workshop.agreed(Consent.NAME, anja)
    assert isinstance(cockpit.room, Card)
    assert cockpit.room.question != shown.question
    assert len(cockpit.workshop.played) == 2, "the space bar drew one more card"


def test_a_letter_that_is_no_spot_is_told_and_asks_again(cockpit: Cockpit) -> None:
    board_without = cockpit.workshop.board
    assert board_without.spot("Z") is None
    cockpit.go_to("slips")
    cockpit.press("É")
    assert cockpit.broken == ["no_spot"]
    assert asked(cockpit) == "Anja: letter?"
    assert cockpit.letters("Anja") == "..."


def test_blind_shows_no_pawn_and_opening_it_shows_those_of_the_answer_on_turn(
    make_cockpit: Callable[..., Cockpit],
) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("slips")
    assert board(cockpit).keys() == ()
    toggle = cockpit.find("Blind, alleen vinkjes")
    assert toggle.isChecked()
    cockpit.click("Blind, alleen vinkjes")
    assert len(board(cockpit).keys()) == 11
    cockpit.press("Down", "Right")
    assert len(board(cockpit).keys()) == 10, "whoever leads placed nobody"
    cockpit.go_to("first-card")
    cockpit.go_to("slips")
    assert board(cockpit).keys() == (), "blind again for the next time"


def test_a_click_on_the_board_places_and_a_pawn_is_dragged_when_the_board_is_open(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    there = board(cockpit)
    cockpit.qtbot.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.pixel(0.3, 0.6))
    cockpit.settle()
    anja = cockpit.workshop.placement("now", cockpit.person("Anja"))
    assert anja is not None
    assert (anja.x, anja.y) == (near(0.3), near(0.6))
    cockpit.press("Left")
    cockpit.click("Blind, alleen vinkjes")
    where = there.spot_of(anja.id)
    assert where is not None
    to = there.pixel(0.7, 0.4)
    cockpit.qtbot.mousePress(there, Qt.MouseButton.LeftButton, pos=where)
    cockpit.qtbot.mouseMove(there, (where + to) / 2)
    cockpit.qtbot.mouseMove(there, to)
    cockpit.qtbot.mouseRelease(there, Qt.MouseButton.LeftButton, pos=to)
    cockpit.settle()
    moved = cockpit.workshop.placement("now", cockpit.person("Anja"))
    assert moved is not None
    assert (moved.x, moved.y) == (near(0.7), near(0.4))
    assert isinstance(cockpit.room, Placing), "the room sees nothing of it"


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_whose_pawn_it_is_can_be_chosen_for_a_placement(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("slips")
    cockpit.press("Down")
    name = asked(cockpit).partition(":")[0]
    other = "Kees"
    whose = cockpit.find("whose")
    assert whose.isEnabled()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(a for a in menu.actions() if a.text().startswith(other))
        action.trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    cockpit.click("whose")
    placement = cockpit.workshop.placement("other", cockpit.person(name))
    assert placement is not None
    assert placement.target == cockpit.person(other)
    assert cockpit.find("whose").accessibleName().endswith(other)


def test_a_click_on_a_name_brings_that_slip_and_one_who_is_late_is_here_by_a_click(cockpit: Cockpit) -> None:
    cockpit.do(people.set_presence, cockpit.person("Linh"), Presence.LATER)
    cockpit.go_to("slips")
    who = next(v for v in cockpit.page.findChildren(QListView) if v.isVisible())
    for name in ("Kees", "Linh"):
        row = next(r for r in range(11) if who.model().index(r, 0).data() == name)
        index = who.model().index(row, 0)
        who.scrollTo(index)
        cockpit.qtbot.mouseClick(who.viewport(), Qt.MouseButton.LeftButton, pos=who.visualRect(index).center())
        cockpit.settle()
    assert asked(cockpit) == "Kees: letter?"
    assert cockpit.workshop.participant(cockpit.person("Linh")).presence is Presence.HERE  # type: ignore[union-attr]
    cockpit.type("S")
    assert cockpit.letters("Kees") == "S.."
    assert cockpit.workshop.stage.entering == cockpit.person("Kees")


def test_after_the_last_slip_everyone_is_done_and_a_key_does_nothing(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    for number in range(11):
        cockpit.type("ABC" if number != 3 else "DZE")
    assert asked(cockpit) == "Iedereen is klaar"
    before = cockpit.workshop
    cockpit.type("A")
    assert cockpit.workshop == before
    cockpit.press("Backspace")
    assert asked(cockpit) == "Yusuf: letter?"
    assert cockpit.letters("Yusuf") == "AB."
    cockpit.type("X")
    assert cockpit.letters("Yusuf") == "ABX"
    assert asked(cockpit) == "Iedereen is klaar"
    assert isinstance(cockpit.room, Placing)
    assert (cockpit.room.done, cockpit.room.total) == (11, 11)


def test_quick_typing_loses_nothing(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYABCDEFGH":
        cockpit.qtbot.keyClicks(cockpit.page, letter)  # nobody waits for the file
    cockpit.settle()
    assert [cockpit.letters(p.name) for p in cockpit.workshop.participants] == (
        ["ABC", "DEF", "GHI", "JKL", "MNO", "PQR", "STU", "VWX", "YAB", "CDE", "FGH"]
    )
    assert asked(cockpit) == "Iedereen is klaar"
    assert placing.done(cockpit.workshop, cockpit.person("Yusuf"), ("now", "other", "wish"))


def below(cockpit: Cockpit) -> str:
    """The small words under the boxes."""
    return next(
        e.text()
        for e in cockpit.page.findChildren(Elided)
        if e.isVisible() and e.property("kind") in ("hint", "label") and isinstance(e.parent(), EntryLine)
    )


def test_a_slip_that_is_done_stands_under_the_question_and_not_in_the_next_ones_boxes(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    boxes = [b for b in cockpit.page.findChildren(AnswerBox) if b.isVisible()]
    cockpit.type("GK")
    assert [b.shown for b in boxes] == ["G", "K", ""]
    assert below(cockpit).startswith("Z slaat over")
    cockpit.type("X")
    assert asked(cockpit) == "Dennis: letter?"
    assert below(cockpit) == "Anja: G · K · X"
    assert [b.shown for b in boxes] == ["", "", ""]
    cockpit.type("B")
    assert [b.shown for b in boxes] == ["B", "", ""]
    cockpit.qtbot.waitUntil(lambda: below(cockpit).startswith("Z slaat over"), timeout=5000)
    assert [b.shown for b in boxes] == ["", "", ""], "blind: a check, and no letter"


def test_two_people_of_one_first_name_are_told_apart(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(team(("Kees Bos", "Kees de Wit", "Linh Tran")))
    cockpit.alone()
    cockpit.go_to("slips")
    who = next(v for v in cockpit.page.findChildren(QListView) if v.isVisible())
    assert [who.model().index(row, 0).data() for row in range(3)] == ["Kees Bos", "Kees de Wit", "Linh"]
    assert asked(cockpit) == "Kees Bos: letter?"
    cockpit.type("ZZZ")
    assert asked(cockpit) == "Kees de Wit: letter?"


def test_without_people_it_says_so_and_shows_the_way_to_the_list(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(team(()))
    cockpit.alone()
    cockpit.go_to("slips")
    assert asked(cockpit) == "Er staat nog niemand op de lijst"
    with cockpit.qtbot.waitSignal(cockpit.page.go) as gone:
        cockpit.click("add-people")
    assert gone.args == ["prepare"]


def test_when_nobody_is_here_it_says_so_and_one_click_brings_somebody(cockpit: Cockpit) -> None:
    for p in cockpit.workshop.participants:
        cockpit.do(people.set_presence, p.id, Presence.LATER)
    cockpit.go_to("slips")
    assert asked(cockpit) == "Er is nog niemand"
    cockpit.type("A")
    assert cockpit.workshop.placements == ()
    who = next(v for v in cockpit.page.findChildren(QListView) if v.isVisible())
    cockpit.qtbot.mouseClick(
        who.viewport(), Qt.MouseButton.LeftButton, pos=who.visualRect(who.model().index(2, 0)).center()
    )
    cockpit.settle()
    assert asked(cockpit) == "Fatma: letter?"


@pytest.mark.parametrize("step", ["slips", "first-card"])
def test_the_notes_of_a_round_come_in_place_of_the_board_or_stand_beside_it(cockpit: Cockpit, step: str) -> None:
    cockpit.go_to(step)
    current = cockpit.workshop.step()
    assert current is not None
    first = current.notes[0]["nl"]

    def read() -> list[str]:
        return [e.text() for e in cockpit.page.findChildren(QLabel) if e.isVisible() and e.text() == first]

    assert read() == []
    cockpit.click("notes")
    assert read() == [first]
    assert not any(b.isVisible() for b in cockpit.page.findChildren(BoardView))
    cockpit.type("GKX")
    assert cockpit.letters("Anja") == "GKX", "one types on, with the notes in view"
    cockpit.click("notes")
    assert board(cockpit).isVisible()
    cockpit.page.resize(1920, 1080)
    assert read() == [first]
    assert board(cockpit).isVisible()


def test_on_the_open_board_a_pawn_of_whoever_leads_bears_the_name_of_who_placed_it(
    make_cockpit: Callable[..., Cockpit],
) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("slips")
    cockpit.click("Blind, alleen vinkjes")
    cockpit.press("Down", "Right")
    names = {pawn.pawn.name for pawn in board(cockpit).pawns()}
    assert names == {p.label for p in cockpit.workshop.participants} - {"Johan"}
    assert {pawn.pawn.shape for pawn in board(cockpit).pawns()} == {"manager"}


def people_list(cockpit: Cockpit) -> QListView:
    return next(v for v in cockpit.page.findChildren(QListView) if v.isVisible())


def presence(cockpit: Cockpit, name: str) -> Presence:
    person = cockpit.workshop.participant(cockpit.person(name))
    assert person is not None
    return person.presence


def test_two_keys_in_the_list_say_who_is_here_and_the_total_follows(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    who = people_list(cockpit)
    who.setFocus()
    cockpit.press("Down", "Down")
    assert who.currentIndex().data() == "Fatma"
    totals = []
    for key, wanted in (
        ("-", Presence.LATER),
        ("-", Presence.NOT_HERE),
        ("-", Presence.NOT_HERE),
        ("+", Presence.HERE),
        ("-", Presence.LATER),
        ("+", Presence.HERE),
    ):
        cockpit.press(key)
        assert presence(cockpit, "Fatma") is wanted
        assert isinstance(cockpit.room, Placing)
        totals.append(cockpit.room.total)
    assert totals == [10, 10, 10, 11, 10, 11]
    assert presence(cockpit, "Anja") is Presence.HERE, "minus is about the row, not about the slip"
    tip = str(who.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    assert "Fatma Yildiz" in tip
    assert "Plus: erbij. Min: komt later, daarna vandaag weg." in tip


def test_with_the_keys_in_the_list_letters_still_go_to_the_slip(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    people_list(cockpit).setFocus()
    cockpit.type("GKX")
    cockpit.press("Space")
    assert cockpit.letters("Anja") == "GKX"
    assert cockpit.workshop.agreed(Consent.NAME, cockpit.person("Dennis"))
    cockpit.press("Down", "Down", "Down", "Return")
    assert asked(cockpit) == "Johan: letter?"
    cockpit.press("PageDown")
    assert cockpit.workshop.stage.step == "first-card"


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_the_menu_of_a_row_says_who_is_here_by_mouse_and_by_key(cockpit: Cockpit) -> None:
    cockpit.go_to("slips")
    who = people_list(cockpit)
    who.setFocus()
    cockpit.press("Down")
    chosen: list[str] = []

    def choose(words: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        chosen.extend(a.text() for a in menu.actions() if a.isChecked())
        next(a for a in menu.actions() if a.text() == words).trigger()
        menu.close()

    middle = who.visualRect(who.currentIndex()).center()
    for reason, words in (
        (QContextMenuEvent.Reason.Mouse, "Komt later"),
        (QContextMenuEvent.Reason.Keyboard, "Vandaag weg"),
    ):
        QTimer.singleShot(0, lambda words=words: choose(words))
        event = QContextMenuEvent(reason, middle, who.viewport().mapToGlobal(middle))
        QApplication.sendEvent(who.viewport(), event)
        cockpit.settle()
    assert chosen == ["Erbij", "Komt later"]
    assert presence(cockpit, "Dennis") is Presence.NOT_HERE
