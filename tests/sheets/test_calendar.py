"""The check-in as a calendar reads it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest

from gogrow.sheets.calendar import check_in_event

DAY = dt.date(2026, 8, 18)


def event(text: str) -> Any:
    """The one event in a calendar."""
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return found


def test_an_all_day_event_with_a_title_and_nothing_else() -> None:
    found = event(check_in_event(DAY, "Hoe ging het? (GoGrow)"))
    assert found["SUMMARY"] == "Hoe ging het? (GoGrow)"
    assert found["DTSTART"].dt == DAY
    assert not isinstance(found["DTSTART"].dt, dt.datetime)
    assert set(found) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}


def test_lines_end_as_the_standard_asks_and_are_few() -> None:
    text = check_in_event(DAY, "Hoe ging het? (GoGrow)")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == 10
    assert len(text.encode()) <= 213, "a code of version 10 at level M: 49 mm"


@pytest.mark.parametrize(
    "title", ["Zaal 3; boven, links \\ rechts", "Regel\neen\r\ntwee", "Ä" * 200, "🌻" * 60, "gat\x00\x1b[0m", "<b>&"]
)
def test_any_title_comes_back(title: str) -> None:
    text = check_in_event(DAY, title, "Kantine; B2, links")
    found = event(text)
    plain = "".join(c if c.isprintable() or c == "\n" else " " for c in title.replace("\r\n", "\n"))
    assert found["SUMMARY"] == plain
    assert found["LOCATION"] == "Kantine; B2, links"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_time_is_that_of_the_clock_on_the_wall_and_lasts_an_hour() -> None:
    text = check_in_event(DAY, "a", "Kantine", dt.time(9, 5))
    found = event(text)
    assert found["DTSTART"].dt == dt.datetime(2026, 8, 18, 9, 5)
    assert found["DTSTART"].dt.tzinfo is None
    assert found["DURATION"].dt == dt.timedelta(hours=1)
    assert len(check_in_event(DAY, "Hoe ging het? (GoGrow)", "Kantine", dt.time(9, 5)).encode()) <= 251


def test_the_same_day_gives_the_same_event() -> None:
    assert check_in_event(DAY, "a") == check_in_event(DAY, "a")
    assert event(check_in_event(DAY, "a"))["UID"] != event(check_in_event(dt.date(2026, 8, 19), "a"))["UID"]
