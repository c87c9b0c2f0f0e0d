"""The days to look back as a calendar file: one event for the team, one for each person with a day of one's own.

Title, place, date and time, and nothing about a person: a calendar is seen by others. An event keeps its UID, so that a
file that is taken in again changes it instead of adding one (RFC 5545, 3.8.4.7).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.sheets.ahead import LookBack, look_back
from gogrow.sheets.calendar import escaped, folded
from gogrow.sheets.check_in import event_title
from gogrow.sheets.writing import PaperFault, write
from gogrow.texts import Texts

LASTS = "PT1H"
"""How long an event at an hour takes up in a calendar."""


def check_ins(
    workshop: Workshop,
    people: Sequence[Participant],
    texts: Texts,
    target: Path,
    now: dt.datetime,
) -> bool:
    """Write the events of these people. ``now`` is in UTC. Raises `PaperFault` ``no_day`` when nobody has a day."""
    team = look_back(workshop)
    own = [(person, when) for person in people if (when := look_back(workshop, workshop.plan(person.id))) != team]
    events: list[str] = []
    if team is not None and (not people or len(own) < len(people)):
        events += _event(workshop, workshop.id, team, texts, now)
    for person, when in own:
        if when is not None:
            events += _event(workshop, f"{workshop.id}-{person.id}", when, texts, now)
    if not events:
        raise PaperFault("no_day", target)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GoGrow//GoGrow//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", *events, "END:VCALENDAR"]
    write(target, "".join(folded(line) + "\r\n" for line in lines).encode())
    return True


def _event(workshop: Workshop, id: str, when: LookBack, texts: Texts, now: dt.datetime) -> list[str]:
    details, stamp = workshop.details, when.day.isoformat().replace("-", "")
    title = event_title(texts)
    if details.team.strip() and details.setting != "two":  # two may be called by their names there
        title = f"{event_title(texts, False)} {details.team.strip()} (GoGrow)"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{re.sub('[^A-Za-z0-9.-]', '', id)}@gogrow",
        f"DTSTAMP:{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
    ]
    if when.time is None:
        lines += [f"DTSTART;VALUE=DATE:{stamp}", "TRANSP:TRANSPARENT"]
    else:  # at that hour on the clock there, as in the code on paper
        lines += [f"DTSTART:{stamp}T{when.time:%H%M}00", f"DURATION:{LASTS}"]
    lines += [f"SUMMARY:{escaped(title)}"]
    if when.place.strip():
        lines += [f"LOCATION:{escaped(when.place.strip())}"]
    return [*lines, "END:VEVENT"]
