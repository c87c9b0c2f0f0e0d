"""Check-ins for a calendar, read back by a strict reader: when and where, and nothing about anybody."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from gogrow.domain.workshop import Workshop
from gogrow.sheets.check_ins import check_ins
from gogrow.sheets.writing import PaperFault
from gogrow.texts import Texts
from tests.sheets.sample import LONG, NAMES, team, with_talk

NOW = dt.datetime(2026, 5, 12, 8, 30, tzinfo=dt.UTC)
OWN = dt.date(2026, 9, 1)


def events(workshop: Workshop, target: Path, *ids: str, language: str = "nl") -> list[Event]:
    """The events of these people, of all without ids, as a calendar reads them."""
    people = [p for p in workshop.participants if not ids or p.id in ids]
    assert check_ins(workshop, people, Texts(language), target, NOW)
    raw = target.read_bytes()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(raw)
    assert not calendar.errors
    found = [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]
    for event in found:
        assert not event.errors
        assert event.decoded("DTSTAMP") == NOW
    return found


def with_own_day(workshop: Workshop, id: str) -> Workshop:
    plans = tuple(replace(p, check_in=OWN) if p.id == id else p for p in workshop.plans)
    return replace(workshop, plans=plans)


def placed(workshop: Workshop) -> Workshop:
    """With a time and a place; the place has all that a calendar has a meaning for."""
    return replace(workshop, details=replace(workshop.details, check_in_time="10:05", place="Kantine; hal 2, boven\\"))


def test_the_team_has_one_event_with_time_and_place(tmp_path: Path) -> None:
    (event,) = events(placed(team(11, typed=True)), tmp_path / "a.ics")
    assert event["SUMMARY"] == "Hoe ging het? Nachtploeg (GoGrow)"
    assert event["LOCATION"] == "Kantine; hal 2, boven\\"
    assert event.decoded("DTSTART") == dt.datetime(2026, 8, 18, 10, 5)
    assert event.decoded("DURATION") == dt.timedelta(hours=1)


def test_without_a_time_it_takes_the_day_and_nobody_is_busy(tmp_path: Path) -> None:
    (event,) = events(team(3), tmp_path / "a.ics", language="en")
    assert event.decoded("DTSTART") == dt.date(2026, 8, 18)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["SUMMARY"] == "How did it go? Nachtploeg (GoGrow)"


def test_who_has_a_day_of_ones_own_has_an_event_of_ones_own(tmp_path: Path) -> None:
    workshop = with_own_day(placed(team(3, typed=True)), "p1")
    found = events(workshop, tmp_path / "a.ics")
    assert [event.decoded("DTSTART") for event in found] == [dt.datetime(2026, 8, 18, 10, 5), OWN]
    assert "LOCATION" not in found[1]  # the room of the others is not booked then
    assert len({event["UID"] for event in found}) == 2
    (alone,) = events(workshop, tmp_path / "b.ics", "p1")
    assert alone["UID"] == found[1]["UID"]
    (team_day,) = events(workshop, tmp_path / "c.ics", "p0", "p2")
    assert team_day["UID"] == found[0]["UID"]


def test_a_day_that_moved_changes_the_same_event(tmp_path: Path) -> None:
    workshop = team(3)
    (before,) = events(workshop, tmp_path / "a.ics")
    moved = replace(workshop, details=replace(workshop.details, check_in=dt.date(2026, 8, 25)))
    (after,) = events(moved, tmp_path / "b.ics")
    assert before["UID"] == after["UID"]
    (other,) = events(replace(workshop, id="w2"), tmp_path / "c.ics")
    assert other["UID"] != before["UID"]


def test_nothing_about_anybody_is_in_it(tmp_path: Path) -> None:
    workshop = with_own_day(with_talk(placed(team(11, typed=True))), "p1")
    events(workshop, tmp_path / "a.ics")
    text = tmp_path.joinpath("a.ics").read_bytes().replace(b"\r\n ", b"").decode()
    said = [talk.sentence for talk in workshop.talks] + [plan.wish for plan in workshop.plans]
    words = [*NAMES, *(name.split()[0] for name in NAMES), *said, *(p.code for p in workshop.participants)]
    assert [word for word in words if word in text] == []


def test_two_have_no_title_that_may_hold_their_names(tmp_path: Path) -> None:
    workshop = team(2, programme="two")
    details = replace(workshop.details, setting="two", team="Samira en Johan")
    (event,) = events(replace(workshop, details=details), tmp_path / "a.ics")
    assert event["SUMMARY"] == "Hoe ging het? (GoGrow)"


def test_without_any_day_it_says_so(tmp_path: Path) -> None:
    workshop = team(3, typed=True)
    workshop = replace(workshop, details=replace(workshop.details, check_in=None))
    with pytest.raises(PaperFault) as fault:
        check_ins(workshop, workshop.participants, Texts("en"), tmp_path / "a.ics", NOW)
    assert fault.value.message(Texts("en")) == "There is no date yet to look back. Fill in a date first."
    assert not (tmp_path / "a.ics").exists()
    (own,) = events(with_own_day(workshop, "p2"), tmp_path / "b.ics")
    assert own.decoded("DTSTART") == OWN


def test_a_long_place_and_team_are_folded(tmp_path: Path) -> None:
    workshop = team(2)
    details = replace(workshop.details, team=LONG * 2, place="Ö" * 200 + "\nregel 2")
    (event,) = events(replace(workshop, details=details), tmp_path / "a.ics")
    assert event["LOCATION"] == "Ö" * 200 + "\nregel 2"
