"""The check-in as an event that a telephone reads off paper: a VEVENT in the smallest VCALENDAR.

All day unless a time is given, no names, nothing about a person, and no line longer than needed: every byte makes the
code larger. UID and DTSTAMP are asked for by RFC 5545; they are made of the day, so that a sheet that is printed twice
gives the same event. A time is that of the clock on the wall there (RFC 5545, 3.3.5, form 1): it needs no time zone,
and a telephone that comes along shows it as it was said.
"""

from __future__ import annotations

import datetime as dt


def check_in_event(day: dt.date, title: str, place: str = "", time: dt.time | None = None) -> str:
    """The event as text with CRLF line ends. ``title`` and ``place`` may hold anything; they are escaped.

    With a ``time`` it lasts an hour from then.
    """
    stamp = f"{day.year:04}{day:%m%d}"
    when = [f"DTSTART;VALUE=DATE:{stamp}"]
    if time is not None:
        when = [f"DTSTART:{stamp}T{time:%H%M}00", "DURATION:PT1H"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:GoGrow",
        "BEGIN:VEVENT",
        f"UID:{stamp}@gogrow",
        f"DTSTAMP:{stamp}T000000Z",
        *when,
        f"SUMMARY:{escaped(title)}",
    ]
    if place:
        lines.append(f"LOCATION:{escaped(place)}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(folded(line) + "\r\n" for line in lines)


def escaped(text: str) -> str:
    """A text as it stands in a calendar (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return "".join(char if char.isprintable() else " " for char in text)


def folded(line: str) -> str:
    """A line of at most 75 bytes; the rest goes on after CRLF and a space (RFC 5545, 3.1)."""
    parts: list[str] = []
    held, size, limit = "", 0, 75
    for char in line:
        length = len(char.encode())
        if size + length > limit:
            parts.append(held)
            held, size, limit = "", 0, 74
        held, size = held + char, size + length
    return "\r\n ".join([*parts, held])
