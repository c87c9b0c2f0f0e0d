"""Where and when people look back, and what a workshop follows: on the page for preparing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from gogrow.domain.rules import session
from tests.ui.prepare.conftest import Room
from tests.ui.prepare.test_details import details, line, notes


def type_in(room: Room, name: str, words: str) -> None:
    """Type in a field and leave it."""
    field = line(room, name)
    field.setFocus()
    field.selectAll()
    room.qtbot.keyClicks(field, words)
    line(room, "details_contact").setFocus()
    room.settle()


@pytest.mark.parametrize(
    ("words", "kept"), [("10", "10:00"), ("9.30", "09:30"), ("14u15", "14:15"), ("9 uur", "09:00")]
)
def test_a_time_is_typed_as_people_do(room: Room, words: str, kept: str) -> None:
    details(room)
    type_in(room, "details_check_in_time", words)
    assert room.workshop.details.check_in_time == kept
    assert line(room, "details_check_in_time").text() == kept
    type_in(room, "details_place", "  Kantine,   boven ")
    assert room.workshop.details.place == "Kantine, boven"
    room.live.undo()
    room.settle()
    assert room.workshop.details.place == ""
    assert room.workshop.drafts == ()


def test_what_is_no_time_stays_and_is_told(room: Room) -> None:
    details(room)
    type_in(room, "details_check_in_time", "25 uur")
    assert room.broken == []
    assert line(room, "details_check_in_time").text() == "25 uur"
    assert "‘25 uur’ is geen tijd. Typ bijvoorbeeld 10:00." in notes(room)
    room.add("Anja Verbeek")
    assert "‘25 uur’ is geen tijd. Typ bijvoorbeeld 10:00." in notes(room), "another change does not take it away"
    room.live.flush()
    room.settle()
    assert room.workshop.draft("details.check_in_time") == "25 uur"
    type_in(room, "details_check_in_time", "15")
    assert room.workshop.details.check_in_time == "15:00"
    assert not [note for note in notes(room) if "geen tijd" in note]


def test_a_day_that_is_gone_gets_a_friendly_word(room: Room) -> None:
    details(room)
    gone = replace(room.workshop.details, check_in=dt.date(2026, 11, 2), date=dt.date(2026, 8, 3))
    room.do(session.edit_details, gone)
    assert notes(room).count("Deze datum is al geweest.") == 2
    room.do(session.begin, room.desk.now())
    assert "Deze dag is al geweest. In de lijst kun je een vervolg maken." in notes(room)


def test_what_it_follows_is_said_also_when_that_is_gone(make_room: Callable[..., Room]) -> None:
    room = make_room()
    details(room)
    follows = room.page.right.details.follows
    assert not follows.isVisible()
    for known, words in (
        ((replace(room.workshop, id="w0"),), "Vervolg van Nieuwe sessie"),
        ((), "Vervolg van een workshop die niet meer in de lijst staat"),
    ):
        room.do(session.edit_details, replace(room.workshop.details, follows="w0"))
        room.live.earlier = known
        room.page.show_workshop(None)
        room.page.show_workshop(room.live)
        assert follows.text() == words
        assert follows.isVisible()
