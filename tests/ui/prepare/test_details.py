"""Details: leaving a field is one step, half-written words are a draft, dates are typed as people do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QPushButton, QRadioButton

from gogrow.texts import Texts
from gogrow.ui.prepare.fields import months_later, read_date
from tests.ui.prepare.conftest import NOW, POPUP, Room, deck

TODAY = dt.date(2026, 11, 23)


def details(room: Room) -> None:
    room.page.right.tabs.setCurrentIndex(1)
    room.settle()


def line(room: Room, name: str) -> QLineEdit:
    found = room.page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def notes(room: Room) -> list[str]:
    return [note.text() for note in room.page.right.details.findChildren(QLabel) if note.isVisible()]


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("nl", "12-5-2027", dt.date(2027, 5, 12)),
        ("nl", "12/05/27", dt.date(2027, 5, 12)),
        ("nl", "2027-05-12", dt.date(2027, 5, 12)),
        ("nl", "12 mei", dt.date(2027, 5, 12)),
        ("nl", "di 12 mei 2027", dt.date(2027, 5, 12)),
        ("nl", "  Woensdag  3 maart 2027 ", dt.date(2027, 3, 3)),
        ("nl", "1 december", dt.date(2026, 12, 1)),
        ("nl", "29-2", dt.date(2028, 2, 29)),
        ("nl", "1-1-2020", dt.date(2020, 1, 1)),
        ("en", "May 12, 2027", dt.date(2027, 5, 12)),
        ("en", "12 May", dt.date(2027, 5, 12)),
        ("nl", "31-2-2027", None),
        ("nl", "morgen", None),
        ("nl", "12", None),
        ("nl", "12-5-0001", None),
        ("nl", "<b>12-5</b>", None),
    ],
)
def test_dates_as_people_type_them(language: str, typed: str, expected: dt.date | None) -> None:
    assert read_date(typed, Texts(language), TODAY) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 5, 12), 3, dt.date(2026, 8, 12)),
        (dt.date(2026, 11, 30), 3, dt.date(2027, 3, 1)),  # 28 February is a Sunday
        (dt.date(2026, 12, 31), 6, dt.date(2027, 6, 30)),
        (dt.date(2026, 3, 12), 6, dt.date(2026, 9, 14)),  # the 12th is a Saturday
    ],
)
def test_months_later_there_is_such_a_day_and_it_is_a_working_day(day: dt.date, months: int, expected: dt.date) -> None:
    assert months_later(day, months) == expected


def test_leaving_a_field_is_one_step_and_half_of_it_a_draft(room: Room) -> None:
    details(room)
    team = line(room, "details_team")
    team.setFocus()
    room.qtbot.keyClicks(team, "Team Zet")
    room.live.flush()
    room.settle()
    assert room.workshop.details.team == ""
    assert room.workshop.draft("details.team") == "Team Zet"
    assert team.text() == "Team Zet"
    room.qtbot.keyClicks(team, "ten")
    line(room, "details_organisation").setFocus()
    room.settle()
    assert room.workshop.details.team == "Team Zetten"
    assert room.workshop.drafts == ()
    room.live.undo()
    room.settle()
    assert room.workshop.details.team == ""
    assert team.text() == ""
    assert room.live.undo_name is None


def test_half_written_words_are_there_again_after_a_restart(room: Room) -> None:
    details(room)
    contact = line(room, "details_contact")
    contact.setFocus()
    room.qtbot.keyClicks(contact, "Petra, 06 12")
    room.live.flush()
    room.settle()
    room.page.show_workshop(None)
    contact.setModified(False)
    contact.clearFocus()
    contact.setText("")
    room.page.show_workshop(room.live)
    assert contact.text() == "Petra, 06 12"
    room.add("Anja Verbeek")
    assert contact.text() == "Petra, 06 12"  # another change does not take it away
    contact.setFocus()
    contact.end(False)
    room.qtbot.keyClicks(contact, "3")
    room.qtbot.keyClick(contact, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.contact == "Petra, 06 123"
    assert room.workshop.drafts == ()


def test_escape_goes_back_to_what_is_kept_and_forgets_the_draft(room: Room) -> None:
    details(room)
    team = line(room, "details_team")
    team.setFocus()
    room.qtbot.keyClicks(team, "Verkeerd")
    room.live.flush()
    room.qtbot.keyClick(team, Qt.Key.Key_Escape)
    room.live.flush()
    room.settle()
    assert team.text() == ""
    assert room.workshop.drafts == ()
    assert room.workshop.details.team == ""


def test_a_date_in_the_past_is_said_calmly_and_kept(room: Room) -> None:
    details(room)
    date = room.page.right.details.date.line
    date.setFocus()
    room.qtbot.keyClicks(date, "12-5-2020")
    room.qtbot.keyClick(date, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.date == dt.date(2020, 5, 12)
    assert date.text() == "di 12 mei 2020"
    assert "Deze datum is al geweest." in notes(room)
    room.qtbot.keyClick(date, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.keyClick(date, Qt.Key.Key_Delete)
    room.qtbot.keyClick(date, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.date is None
    assert "Deze datum is al geweest." not in notes(room)


def test_what_is_no_date_stays_to_be_mended(room: Room) -> None:
    details(room)
    date = room.page.right.details.date.line
    date.setFocus()
    room.qtbot.keyClicks(date, "volgende week")
    line(room, "details_team").setFocus()
    room.settle()
    assert room.workshop.details.date is None
    assert date.text() == "volgende week"
    assert any(note.startswith("Deze datum kent GoGrow niet.") for note in notes(room))
    date.setFocus()
    date.selectAll()
    room.qtbot.keyClicks(date, "1 dec")
    room.qtbot.keyClick(date, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.date == dt.date(2026, 12, 1)
    assert not any(note.startswith("Deze datum kent") for note in notes(room))


@pytest.mark.qt_log_ignore(*POPUP, extend=True)
def test_a_day_is_chosen_from_the_calendar(room: Room) -> None:
    details(room)
    panel = room.page.right.details
    panel.date.pick.click()
    calendar = panel.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    room.settle()
    assert room.workshop.details.date == NOW.date() + dt.timedelta(days=3)


def test_a_check_in_in_three_months_counts_from_the_day_itself(room: Room) -> None:
    details(room)
    panel = room.page.right.details
    panel.date.left.emit(dt.date(2027, 1, 11))
    room.settle()
    pill = next(b for b in panel.findChildren(QPushButton) if b.text() == "over 3 maanden")
    room.qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.workshop.details.check_in == dt.date(2027, 4, 12)  # the 11th is a Sunday
    assert pill.isChecked()
    panel.check_in.day.left.emit(dt.date(2027, 1, 4))
    room.settle()
    assert "Deze datum is vóór de workshop zelf." in notes(room)
    assert not pill.isChecked()


def test_goals_come_one_by_one_up_to_five_and_an_empty_one_goes(room: Room) -> None:
    details(room)
    for number in range(5):
        goal = line(room, f"details_goal{number}")
        assert goal.isVisible()
        goal.setFocus()
        room.qtbot.keyClicks(goal, f"Doel {number}")
        room.qtbot.keyClick(goal, Qt.Key.Key_Return)
        room.settle()
    assert room.workshop.details.goals == tuple(f"Doel {number}" for number in range(5))
    second = line(room, "details_goal1")
    second.setFocus()
    second.selectAll()
    room.qtbot.keyClick(second, Qt.Key.Key_Delete)
    room.qtbot.keyClick(second, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.goals == ("Doel 0", "Doel 2", "Doel 3", "Doel 4")
    assert second.text() == "Doel 2"


def test_the_title_is_changed_where_it_stands_and_never_empty(room: Room) -> None:
    title = room.page.top.title
    title.setFocus()
    title.selectAll()
    room.qtbot.keyClicks(title, "Team Zetten in mei")
    room.qtbot.keyClick(title, Qt.Key.Key_Return)
    room.settle()
    assert room.workshop.details.title == "Team Zetten in mei"
    title.selectAll()
    room.qtbot.keyClick(title, Qt.Key.Key_Delete)
    room.qtbot.keyClick(title, Qt.Key.Key_Return)
    room.settle()
    assert room.broken == ["title_empty"]
    assert room.workshop.details.title == "Team Zetten in mei"
    room.page.setFocus()
    room.settle()
    assert title.text() == "Team Zetten in mei"


def test_another_programme_makes_another_run_and_goes_back_by_undo(room: Room) -> None:
    cards = room.page.right.programmes.findChildren(QRadioButton)
    assert [card.isChecked() for card in cards] == [True, False, False, False]
    cards[1].click()
    room.settle()
    assert room.workshop.details.setting == "two"
    assert [card.isChecked() for card in cards] == [False, True, False, False]
    assert room.page.bottom.next.accessibleName() == "Beginnen"
    assert not room.page.top.steps[1].isVisible()
    room.live.undo()
    room.settle()
    assert room.workshop.details.setting == "team"
    assert [card.isChecked() for card in cards] == [True, False, False, False]


def test_a_programme_stays_as_it_is_once_the_session_has_begun(room: Room) -> None:
    from gogrow.domain.rules import session

    room.do(session.begin, NOW)
    cards = room.page.right.programmes.findChildren(QRadioButton)
    cards[1].click()
    room.settle()
    assert room.broken == ["already_begun"]
    assert [card.isChecked() for card in cards] == [True, False, False, False]


def test_details_have_a_place_of_their_own_in_a_wide_window(make_room: Callable[..., Room]) -> None:
    room = make_room()
    assert room.page.right.tabs.isVisible()
    assert not room.page.right.details.isVisible()
    room.page.resize(1920, 1080)
    room.settle()
    assert not room.page.right.tabs.isVisible()
    assert room.page.right.details.isVisible()
    assert room.page.right.programmes.isVisible()
    assert len(room.page.right.programmes.findChildren(QRadioButton)) == len(deck().programmes)
