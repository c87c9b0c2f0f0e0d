"""What a scanned or typed code means: the sheets' own codes come back, and nothing else is taken for one."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.domain.plan_code import ALPHABET, new_code, qr_text
from gogrow.domain.scanned import (
    CalendarCode,
    ForeignCode,
    NewerCode,
    PlanCode,
    WrongCode,
    meaning,
    typed_meaning,
)
from gogrow.sheets.calendar import check_in_event

DAY = dt.date(2026, 8, 18)
EVENT = check_in_event(DAY, "Hoe ging het? (GoGrow)")

codes = st.integers(0, 2**32).map(lambda seed: new_code(random.Random(seed)))


@settings(max_examples=25)
@given(codes)
def test_a_plan_code_from_paper_comes_back_scanned_and_typed(code: str) -> None:
    assert meaning(qr_text(code)) == PlanCode(code)
    for typed in (code, code.lower(), code.replace("-", " "), f"  {code}\n", qr_text(code).lower()):
        assert typed_meaning(typed) == PlanCode(code)


@settings(max_examples=25)
@given(codes, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_a_wrong_check_character_is_told_as_it_was_read(code: str, place: int, char: str) -> None:
    letters = list(code.replace("-", ""))
    if letters[place] == char:
        return
    letters[place] = char
    wrong = WrongCode(f"{''.join(letters[:4])}-{''.join(letters[4:])}")
    assert meaning("GOGROW:" + "".join(letters)) == typed_meaning("".join(letters).lower()) == wrong


def test_letters_that_no_code_has_make_it_wrong_and_not_foreign() -> None:
    assert typed_meaning("6r4a-5nmo") == WrongCode("6R4A-5NMO")
    assert meaning("GOGROW:6R4A-5NM") == WrongCode("6R4A5NM")
    assert meaning("GOGROW:") == WrongCode("")
    assert meaning("GOGROW:" + "x" * 4000) == WrongCode("X" * 24)


@settings(max_examples=25)
@given(codes)
def test_eight_letters_from_another_s_code_are_never_a_plan(code: str) -> None:
    """A parking ticket may well hold eight letters whose check character is right."""
    assert meaning(code) == ForeignCode()


@settings(max_examples=25)
@given(st.dates(dt.date(1000, 1, 1)), st.text(max_size=200), st.text(max_size=60), st.none() | st.times())
def test_every_event_that_the_sheets_can_print_comes_back(
    day: dt.date, title: str, place: str, time: dt.time | None
) -> None:
    found = meaning(check_in_event(day, title, place, time))
    assert isinstance(found, CalendarCode)
    assert found.day == day
    assert found.time == (time.replace(second=0, microsecond=0) if time else None)
    one_line = [
        "".join(c if c.isprintable() else " " for c in text.replace("\r\n", " ")).strip() for text in (title, place)
    ]
    assert [found.title, found.place] == one_line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/GOGROW:6R4A-5NMA",
        "GOGROWTH:6R4A-5NMA",
        "WIFI:S:zaal;T:WPA;P:geheim;;",
        EVENT.replace("PRODID:GoGrow", "PRODID:-//Ander//NL"),
        EVENT.replace("20260818\r\nSUMMARY", "20260231\r\nSUMMARY"),
        EVENT.replace("DTSTART;VALUE=DATE:20260818", "DTSTART:20260818T100000Z"),
        EVENT.replace("DTSTART;VALUE=DATE:20260818", "DTSTART:20260818"),
        EVENT.replace("DTSTART;VALUE=DATE:20260818", "DTSTART:20260818T250000"),
        EVENT.replace("DTSTART;VALUE=DATE:20260818", "DTSTART:T1000"),
        EVENT.removeprefix("BEGIN:VCALENDAR\r\n"),
        EVENT * 60,
        "\x00" * 9000,
    ],
)
def test_what_is_not_ours_is_foreign(text: str) -> None:
    assert meaning(text) == typed_meaning(text) == ForeignCode()


@pytest.mark.parametrize(
    "text", ["GOGROW2:6R4A-5NMA", "gogrow12:iets heel anders", EVENT.replace("PRODID:GoGrow", "PRODID:GoGrow 2")]
)
def test_a_newer_version_is_known_by_its_number(text: str) -> None:
    assert meaning(text) == typed_meaning(text) == NewerCode()


@settings(max_examples=25)
@given(st.text(max_size=300))
def test_no_text_at_all_breaks_it(text: str) -> None:
    meaning(text)
    typed_meaning(text)
    meaning("BEGIN:VCALENDAR\r\nPRODID:GoGrow\r\n" + text)
    meaning("GOGROW:" + text)
