"""The check-in as an event that a telephone reads off paper: a VEVENT in the smallest VCALENDAR.

All day, no names, nothing about a person, and no line longer than needed: every byte makes the code larger. UID and
DTSTAMP are asked for by RFC 5545; they are made of the day, so that a sheet printed twice gives the same event.
"""

from __future__ import annotations

import datetime as dt


def check_in_event(day: dt.date, title: str, place: str = "") -> str:
    """The event as text with CRLF line ends. ``title`` and ``place`` may hold anything; they are escaped."""
    stamp = f"{day:%Y%m%d}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:GoGrow",
        "BEGIN:VEVENT",
        f"UID:{stamp}@gogrow",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{stamp}",
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
