"""What a code that was scanned or typed means. Nothing that is no code of ours is ever taken for one.

A code comes off paper as one of two texts, which the sheets print: that of a plan code (`plan_code`), and the check-in
as a calendar event, a VEVENT in a VCALENDAR whose PRODID is ``GoGrow``. A version that ever writes another event calls
it ``GoGrow 2`` or higher.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from gogrow.domain import plan_code

MAX_CHARS = 8000
"""More than any QR code can hold (7,089 digits)."""

_OURS = re.compile(r"GOGROW(?P<version>\d*):(?P<rest>.*)", re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_TIME = re.compile(r"T(\d\d)(\d\d)\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlanCode:
    """The code of a plan, ``XXXX-XXXX``. Whose it is only a workspace knows."""

    code: str


@dataclass(frozen=True, slots=True)
class CalendarCode:
    """The check-in for a calendar: the day, what the event is called, and where it is ('' when that is not told).

    ``time`` is that of the clock on the wall there; None when it is all day.
    """

    day: dt.date
    title: str
    place: str = ""
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class WrongCode:
    """A plan code with a wrong character: ``text`` as it was read or typed, in capitals, without what stands around."""

    text: str


@dataclass(frozen=True, slots=True)
class NewerCode:
    """A code that a newer version of the program printed."""


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """A code of somebody else's, such as an address on the web. What it says is nobody's business here."""


Meaning = PlanCode | CalendarCode | WrongCode | NewerCode | ForeignCode


def meaning(text: str) -> Meaning:
    """What the text of a QR code means.

    >>> meaning("GOGROW:6R4A-5NMA")
    PlanCode(code='6R4A-5NMA')
    >>> meaning("https://example.org")
    ForeignCode()
    """
    if len(text) > MAX_CHARS:
        return ForeignCode()
    ours = _OURS.fullmatch(text.strip().upper())
    if ours is not None:
        if ours["version"] not in ("", "1"):
            return NewerCode()
        return _plan(ours["rest"])
    return _event(text)


def typed_meaning(text: str) -> Meaning:
    """What somebody typed who reads a code off paper: in small letters too, with or without ``GOGROW:`` and the dash.

    Eight letters and digits are taken for a plan code, be it a wrong one; other words are foreign.
    """
    found = meaning(text)
    if not isinstance(found, ForeignCode):
        return found
    letters = "".join(char for char in text[:MAX_CHARS].upper() if char.isalnum())
    return _plan(text) if len(letters) == 8 else found


def _plan(text: str) -> PlanCode | WrongCode:
    code = plan_code.read_code(text)
    if code is not None:
        return PlanCode(code)
    letters = "".join(char for char in text.upper() if char.isalnum())
    return WrongCode(f"{letters[:4]}-{letters[4:8]}" if len(letters) == 8 else letters[:24])


def _event(text: str) -> Meaning:
    lines = _FOLD.sub("", text.strip()).splitlines()
    if not lines or lines[0] != "BEGIN:VCALENDAR":
        return ForeignCode()
    values: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        values.setdefault(name, value)
    maker = values.get("PRODID", "")
    if re.fullmatch(r"GoGrow \d+", maker):
        return NewerCode()
    begin = values.get("DTSTART", "")
    day = _day(values.get("DTSTART;VALUE=DATE", begin[:8]))
    time = _time(begin[8:])
    if maker != "GoGrow" or day is None or (begin and time is None):
        return ForeignCode()
    return CalendarCode(day, _plain(values.get("SUMMARY", "")), _plain(values.get("LOCATION", "")), time)


def _day(text: str) -> dt.date | None:
    parts = _DAY.fullmatch(text)
    if parts is None:
        return None
    try:
        return dt.date(*map(int, parts.groups()))
    except ValueError:
        return None


def _time(text: str) -> dt.time | None:
    parts = _TIME.fullmatch(text)
    if parts is None or int(parts[1]) > 23 or int(parts[2]) > 59:
        return None
    return dt.time(int(parts[1]), int(parts[2]))


def _plain(value: str) -> str:
    """A value of the event as text on one line: without escapes, and without what a screen cannot show."""
    text = _ESCAPE.sub(lambda found: " " if found[1] in "nN" else found[1], value)
    return "".join(char if char.isprintable() else " " for char in text).strip()
